//! Workbooks as offices keep them: what is read from their cells, and what is refused, at which cell.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;

use plan_data::package::Package;
use plan_data::{Dataset, Language};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A workbook with a report and what `fill` adds.
fn workbook(fill: impl Fn(&mut Workbook) -> Result<(), XlsxError>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("计划.xlsx");
    let mut workbook = Workbook::new();
    let report = workbook.add_worksheet();
    report.set_name("报告").unwrap();
    let rows = [("项目", "内容"), ("地区", "某市"), ("标题", "某市2024年计划报告")];
    for (row, (key, value)) in (0..).zip(rows) {
        report.write_string(row, 0, key).unwrap();
        report.write_string(row, 1, value).unwrap();
    }
    // As a spreadsheet keeps what a clerk types: a day and two numbers.
    let day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    report.write_string(3, 0, "日期").unwrap();
    let date = ExcelDateTime::from_ymd(2024, 1, 18).unwrap();
    report.write_datetime_with_format(3, 1, &date, &day).unwrap();
    for (row, key, year) in [(4, "完成年份", 2023), (5, "计划年份", 2024)] {
        report.write_string(row, 0, key).unwrap();
        report.write_number(row, 1, year).unwrap();
    }
    fill(&mut workbook).unwrap();
    workbook.save(&path).unwrap();
    (folder, path)
}

const HEADS: [&str; 6] = ["类别", "序号", "指标名称", "单位", "2023年\n完成", "2024年\n计划"];

/// The sheet of indicators with its heads and the names of two rows.
fn indicators(workbook: &mut Workbook) -> Result<&mut Worksheet, XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name("指标")?;
    for (column, head) in (0..).zip(HEADS) {
        sheet.write_string(0, column, head)?;
    }
    for (row, name) in [(1, "甲"), (2, "乙")] {
        sheet.write_number(row, 1, row)?;
        sheet.write_string(row, 2, name)?;
    }
    Ok(sheet)
}

fn loaded(fill: impl Fn(&mut Workbook) -> Result<(), XlsxError>) -> Package {
    let (_folder, path) = workbook(fill);
    plan_sheets::load(&path).unwrap_or_else(|problems| panic!("{problems}"))
}

fn read(fill: impl Fn(&mut Worksheet) -> Result<(), XlsxError>) -> Dataset {
    loaded(|workbook| fill(indicators(workbook)?)).dataset
}

/// What is wrong, after the name of the workbook.
fn problems(fill: impl Fn(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<String> {
    let (_folder, path) = workbook(|workbook| fill(indicators(workbook)?));
    let problems = plan_sheets::load(&path).err().unwrap().to_string();
    let place = format!("{}/", path.display());
    problems.lines().map(|line| line.strip_prefix(&place).unwrap().to_owned()).collect()
}

#[test]
fn a_number_is_what_its_format_shows() {
    let dataset = read(|sheet| {
        sheet.write_string(1, 3, "%")?;
        sheet.write_number_with_format(1, 4, 0.925, &Format::new().set_num_format("0.0%"))?;
        sheet.write_string(1, 5, "93%以上")?;
        sheet.write_string(2, 3, "亿元")?;
        sheet.write_number_with_format(2, 4, 1234.1, &Format::new().set_num_format("#,##0.00"))?;
        sheet.write_formula(2, 5, Formula::new("0.1+0.2").set_result("0.30000000000000004"))?;
        Ok(())
    });
    let row = |at: usize| &dataset.indicators[at];
    assert_eq!((row(0).actual.printed(), row(0).plan.printed()), ("92.5%", "93%以上"));
    assert_eq!((row(1).actual.printed(), row(1).plan.printed()), ("1,234.10", "0.3"));
    assert_eq!((row(0).number.as_deref(), row(1).number.as_deref()), (Some("1"), Some("2")));
    let report = &dataset.report;
    assert_eq!(
        (report.date.to_string().as_str(), report.actual_year, report.plan_year),
        ("2024-01-18", 2023, 2024)
    );
}

#[test]
fn a_cell_merged_with_those_below_it_is_said_in_each_of_their_rows() {
    let dataset = read(|sheet| {
        sheet.merge_range(1, 0, 2, 0, "一、经济发展", &Format::new())?;
        Ok(())
    });
    let categories: Vec<&str> = dataset.indicators.iter().map(|row| row.category.name.zh.as_str()).collect();
    assert_eq!(categories, ["经济发展", "经济发展"]);
    assert_eq!(dataset.indicators[1].category.number, "一");
}

#[test]
fn a_cell_merged_with_those_beside_it_is_refused() {
    let wide = problems(|sheet| {
        sheet.merge_range(3, 0, 3, 5, "注：带*的为预计数", &Format::new())?;
        Ok(())
    });
    assert_eq!(
        wide,
        [
            "指标:4:1: found a cell that is merged with others, expected a cell of its own in each column: undo the merge"
        ]
    );
    let head = problems(|sheet| {
        sheet.merge_range(0, 4, 0, 5, "完成与计划", &Format::new())?;
        Ok(())
    });
    assert_eq!(
        head,
        [
            "指标:1:5: found a cell that is merged with others, expected a head of its own over each column, in one row, such as “2025年目标”"
        ]
    );
}

#[test]
fn what_is_no_text_and_no_number_is_refused_at_its_cell() {
    let found = problems(|sheet| {
        let day = Format::new().set_num_format("m\"月\"d\"日\"");
        sheet.write_datetime_with_format(1, 4, ExcelDateTime::from_ymd(2024, 5, 3)?, &day)?;
        sheet.write_boolean(1, 5, true)?;
        sheet.write_formula(2, 4, Formula::new("1/0").set_result("#DIV/0!"))?;
        sheet.write_number_with_format(2, 5, 12, &Format::new().set_num_format("0.00E+00"))?;
        sheet.write_number(3, 1, 3)?;
        sheet.write_string(3, 2, "丙")?;
        sheet.write_number(3, 4, 1_234_567_890_123_456.0)?;
        let time = Format::new().set_num_format("h:mm");
        sheet.write_datetime_with_format(3, 5, ExcelDateTime::from_hms(9, 30, 0)?, &time)?;
        Ok(())
    });
    assert_eq!(
        found,
        [
            "指标:2:5: found the day 2024-05-03, which the spreadsheet keeps as a number, expected text: give the cell the format “Text” and type it again as printed",
            "指标:2:6: found the truth value TRUE, expected a text or a number",
            "指标:3:5: found the error #DIV/0!, expected a value: mend the formula, or type what the report prints",
            "指标:3:6: found a number in the format “0.00E+00”, expected the format “General”, “Text”, a number with decimals or a percentage",
            "指标:4:5: found a number of more than 15 digits, of which a spreadsheet keeps 15, expected text: give the cell the format “Text” and type the number again",
            "指标:4:6: found the time 09:30:00, expected text: give the cell the format “Text” and type it again as printed",
        ]
    );
}

#[test]
fn a_formula_that_no_spreadsheet_has_worked_out_is_refused() {
    let (_folder, path) = workbook(|workbook| {
        indicators(workbook)?.write_formula(1, 4, Formula::new("1+1").set_result("424242"))?;
        Ok(())
    });
    // Programs that write workbooks leave the result out.
    let mut archive = ZipArchive::new(fs::File::open(&path).unwrap()).unwrap();
    let mut changed = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        changed.start_file(file.name().unwrap(), SimpleFileOptions::default()).unwrap();
        changed.write_all(text.replace("<v>424242</v>", "").as_bytes()).unwrap();
    }
    fs::write(&path, changed.finish().unwrap().into_inner()).unwrap();
    let problems = plan_sheets::load(&path).err().unwrap().to_string();
    assert!(
        problems.ends_with("/指标:2:5: found a formula without its result, expected its result: open the file in Excel or WPS and save it"),
        "{problems}"
    );
}

#[test]
fn a_cell_that_is_wrong_is_named_by_sheet_row_and_column() {
    let found = problems(|sheet| {
        sheet.write_string(2, 4, "7.5.1")?;
        Ok(())
    });
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("指标:3:5: in 2023年完成: found “7.5.1”, expected a number"), "{found:?}");
}

#[test]
fn sheets_that_are_not_read_are_told() {
    let (_folder, path) = workbook(|workbook| {
        indicators(workbook)?;
        workbook.add_worksheet().set_name("报告说明")?.write_string(0, 0, "怎样填写")?;
        workbook.add_worksheet().set_name("Sheet2")?;
        let hidden = workbook.add_worksheet().set_name("任务")?;
        hidden.write_string(0, 0, "任务")?.write_string(1, 0, "甲")?;
        hidden.set_hidden(true);
        Ok(())
    });
    let checked = plan_sheets::check(&path);
    assert!(checked.package.unwrap_or_else(|problems| panic!("{problems}")).dataset.tasks.is_empty());
    let warnings: Vec<String> = checked.warnings.iter().map(ToString::to_string).collect();
    let ends = [
        "/计划.xlsx/报告说明: found a sheet that is not read, perhaps one that should be called as a table is, such as 指标 or 项目",
        "/计划.xlsx/任务: found a hidden sheet, which is not read, perhaps one that should be shown",
    ];
    assert_eq!(warnings.len(), ends.len(), "{warnings:?}");
    assert!(warnings.iter().zip(ends).all(|(warning, end)| warning.ends_with(end)), "{warnings:?}");
}

#[test]
fn sheets_that_are_not_read_are_told_among_the_problems_that_may_follow() {
    let (_folder, path) = workbook(|workbook| {
        let tasks = workbook.add_worksheet().set_name("任务")?;
        tasks.write_string(0, 0, "任务")?.write_string(0, 1, "章节")?;
        tasks.write_string(1, 0, "甲")?.write_string(1, 1, "1")?;
        workbook.add_worksheet().set_name("章节表")?.write_string(0, 0, "标题")?;
        workbook.add_worksheet().set_name("章节")?.set_hidden(true).write_string(0, 0, "标题")?;
        Ok(())
    });
    let problems = plan_sheets::load(&path).err().unwrap().to_string();
    let place = format!("{}/", path.display());
    let lines: Vec<&str> = problems.lines().map(|line| line.strip_prefix(&place).unwrap()).collect();
    assert_eq!(
        lines,
        [
            "任务:2:2: in 章节: found “1”, expected a value of “id” in sections",
            "章节表: found a sheet that is not read, expected one that should be called as a table is, such as 指标 or 项目",
            "章节: found a hidden sheet, which is not read, expected one that should be shown",
        ]
    );
}

#[test]
fn a_table_twice_is_refused_and_ids_name_sheets_too() {
    let dataset = loaded(|workbook| {
        workbook.add_worksheet().set_name("tasks")?.write_string(0, 0, "task")?.write_string(1, 0, "甲")?;
        Ok(())
    });
    assert_eq!(dataset.dataset.tasks.len(), 1);
    let (_folder, path) = workbook(|workbook| {
        for name in ["任务", "tasks"] {
            workbook.add_worksheet().set_name(name)?.write_string(0, 0, "任务")?.write_string(1, 0, "甲")?;
        }
        Ok(())
    });
    let problems = plan_sheets::load(&path).err().unwrap().to_string();
    assert!(
        problems.ends_with("/tasks: found the same table as in 任务, expected one file for a table"),
        "{problems}"
    );
}

#[test]
fn what_is_no_package_is_refused_with_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let said = |name: &str| {
        let problems = plan_sheets::load(&folder.path().join(name)).err().unwrap();
        assert!(problems.is_unreadable() && problems.count() == 1, "{problems}");
        let place = format!("{}/", folder.path().display());
        problems.to_string().strip_prefix(&place).unwrap().to_owned()
    };
    assert_eq!(
        said("gone"),
        "gone: found nothing of that name, expected the folder of a package, or a workbook (.xlsx)"
    );
    fs::write(folder.path().join("text.xls"), "x").unwrap();
    assert_eq!(
        said("text.xls"),
        "text.xls: found a file that is no package, expected the folder of a package, or a workbook: save other spreadsheets as .xlsx"
    );
    fs::write(folder.path().join("text.xlsx"), "x").unwrap();
    let text = said("text.xlsx");
    assert!(
        text.starts_with("text.xlsx: found a file that cannot be read as one (")
            && text.ends_with("), expected an Excel workbook"),
        "{text}"
    );
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("指标").unwrap().write_string(0, 0, "指标名称").unwrap();
    workbook.save(folder.path().join("a.xlsx")).unwrap();
    assert_eq!(
        said("a.xlsx"),
        "a.xlsx: found the sheets 指标, expected a sheet 报告 that says what the report is"
    );
    fs::create_dir(folder.path().join("empty")).unwrap();
    assert_eq!(
        said("empty"),
        "empty: found a folder without datapackage.json and 报告.csv, expected the folder of a package, or a workbook (.xlsx)"
    );
}

#[test]
fn rows_and_columns_that_are_hidden_are_read_and_told() {
    let (_folder, path) = workbook(|workbook| {
        let sheet = indicators(workbook)?;
        for row in 3..6 {
            sheet.write_string(row, 2, "丙")?.write_number(row, 4, row)?.set_row_hidden(row)?;
        }
        // What is empty is hidden without a word.
        sheet.set_row_hidden(1)?.set_row_hidden(9)?.set_column_hidden(1)?.set_column_hidden(3)?;
        sheet.set_column_range_hidden(10, 16_383)?;
        workbook.worksheet_from_name("报告")?.set_column_hidden(5)?;
        Ok(())
    });
    let checked = plan_sheets::check(&path);
    let package = checked.package.unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(package.dataset.indicators.len(), 5);
    let told: Vec<String> = checked.warnings.iter().map(|told| told.sentence(Language::English)).collect();
    let place = format!("{}/指标", path.display());
    assert_eq!(
        told,
        [format!(
            "{place}: found rows 2, 4–6 and columns 2, 4 hidden or filtered out, which are read too, perhaps what is not to be published, to take out, or what is, to show"
        )]
    );
    let told: Vec<String> = checked.warnings.iter().map(|told| told.sentence(Language::Chinese)).collect();
    assert_eq!(
        told,
        [format!(
            "{place}：现为隐藏或筛选掉的第2、4—6行、第2、4列，照样读取，可能是不想公布的内容：请删去；要公布的，请取消隐藏和筛选"
        )]
    );
}

#[test]
fn a_spreadsheet_is_what_it_holds_whatever_its_name() {
    let (folder, path) = workbook(|_| Ok(()));
    for name in ["计划.et", "计划.xls", "计划.XLSX", "计划"] {
        let renamed = folder.path().join(name);
        fs::copy(&path, &renamed).unwrap();
        assert!(plan_sheets::load(&renamed).is_ok(), "{name}");
    }
    let compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice();
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut open_document = ZipWriter::new(Cursor::new(Vec::new()));
    open_document.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    let open_document = open_document.finish().unwrap().into_inner();
    let saved = "expected a workbook in the format .xlsx: open it in Excel or WPS and save it as that";
    for (bytes, told) in [
        (Vec::new(), "found an empty file, expected a workbook (.xlsx)".to_owned()),
        (
            compound.to_vec(),
            format!("found a workbook in the format of Excel 97 to 2003 (.xls, .et of WPS), {saved}"),
        ),
        (open_document, format!("found a workbook in the format of OpenDocument (.ods), {saved}")),
        (
            [compound, &locked].concat(),
            "found a workbook that a password locks, expected one without: take the password off and save it"
                .to_owned(),
        ),
    ] {
        for name in ["a.xlsx", "a.et", "a.ods"] {
            fs::write(folder.path().join(name), &bytes).unwrap();
            let problems = plan_sheets::load(&folder.path().join(name)).err().unwrap().to_string();
            assert!(problems.ends_with(&format!("{name}: {told}")), "{problems}");
        }
    }
}

#[test]
fn a_cell_far_from_the_others_is_told_and_costs_nothing() {
    let (_folder, path) = workbook(|workbook| {
        indicators(workbook)?.write_string(1_048_575, 16_383, "x")?;
        Ok(())
    });
    let problems = plan_sheets::load(&path).err().unwrap().to_string();
    let told = "found the sheet “指标” with cells down to row 1048576 and as far as column 16384, expected at most 1000000 cells in a \
                sheet: delete those that are far from the others";
    assert!(problems.ends_with(told), "{problems}");
}
