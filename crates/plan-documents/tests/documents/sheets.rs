//! Workbooks.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::samples::{read_as_text, zip};

#[test]
fn a_sheet_is_a_table_of_cells_as_they_are_shown() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 2, "主要指标", &plain).unwrap();
    sheet.write(1, 2, "单位：亿元").unwrap();
    sheet.merge_range(2, 0, 3, 0, "指标", &plain).unwrap();
    sheet.merge_range(2, 1, 2, 2, "2021年", &plain).unwrap();
    sheet.write(3, 1, "目标").unwrap();
    sheet.write(3, 2, "完成").unwrap();
    sheet.write(4, 0, "投资").unwrap();
    sheet.write_with_format(4, 1, 0.065, &Format::new().set_num_format("0.0%")).unwrap();
    sheet.write_with_format(4, 2, 1234.5, &Format::new().set_num_format("#,##0.00")).unwrap();
    sheet.write(5, 0, "开工").unwrap();
    let day = ExcelDateTime::from_ymd(2021, 3, 1).unwrap();
    sheet.write_with_format(5, 1, &day, &Format::new().set_num_format("yyyy\"年\"m\"月\"")).unwrap();
    sheet.write_with_format(5, 2, 12.0, &Format::new().set_num_format("[>=100]0")).unwrap();
    sheet.write(6, 0, "注：快报数。").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(
        read_as_text(&bytes),
        "主要指标\n单位：亿元\n指标|2021年|2021年\n指标|目标|完成\n投资|6.5%|1,234.50\n开工|2021年3月|12\n注：快报数。"
    );
}

#[test]
fn sheets_and_tables_of_a_sheet_are_apart() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("指标表").unwrap();
    for (row, cells) in [
        (0, ["甲表", ""]),
        (1, ["指标", "目标"]),
        (3, ["投资", "6%"]),
        (6, ["乙表", ""]),
        (7, ["项目", "投资"]),
    ] {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    // What stands at the far end of a sheet costs a cell, not a sheet.
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "甲").unwrap();
    sheet.write(1_048_575, 16_383, "乙").unwrap();
    book.add_worksheet().set_name("藏").unwrap().set_hidden(true).write(0, 0, "藏").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(read_as_text(&bytes), "指标表\n甲表\n指标|目标\n投资|6%\n乙表\n项目|投资\n—\n甲\n乙");
}

#[test]
fn other_files_are_refused_with_what_to_do() {
    let compound = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 600], &name, &[0; 100]].concat()
    };
    for (bytes, part) in [
        (compound("WordDocument"), "save it as .docx"),
        (compound("Workbook"), "save it as .xlsx"),
        (compound("EncryptedPackage"), "take the password off"),
        (compound("Other"), "Office 97"),
        (b"{\\rtf1\\ansi}".to_vec(), "rich text"),
        (b"\x89PNG\r\n\x1A\n".to_vec(), "a picture"),
        (b"\xFF\xD8\xFF\xE0".to_vec(), "a picture"),
        (b" \r\n".to_vec(), "an empty file"),
        (b"Rar!\x1A\x07\x01\0".to_vec(), "a packed file"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;".to_vec(), ".mht"),
        (b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?>".to_vec(), "as XML"),
        (zip(&[("OFD.xml", "")]), "OFD"),
        (zip(&[("content.xml", "")]), "OpenDocument"),
        (zip(&[("ppt/presentation.xml", "")]), "slides"),
        (zip(&[("xl/workbook.bin", "")]), ".xlsb"),
        (zip(&[("报告.docx", "")]), "unpack it"),
        (zip(&[("xl/workbook.xml", "")]), "a damaged workbook"),
        (b"PK\x03\x04cut off".to_vec(), "download it again"),
    ] {
        let said = read_as_text(&bytes);
        assert!(said.starts_with("报告: ") && said.contains(part), "{said}");
    }
}
