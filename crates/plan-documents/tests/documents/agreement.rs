//! The same report as a file of each kind.

use plan_documents::read;
use plan_import::{Block, Document};
use rust_xlsxwriter::Workbook;

use crate::paper;
use crate::samples::{paragraph, word};

const LINES: [&str; 5] = [
    "关于2021年国民经济和社会发展计划的报告",
    "一、主要目标",
    "地区生产总值增长6%—6.5%，城镇登记失业率控制在4%以内。",
    "（一）着力扩大投资。实施重点项目12个，总投资120.5亿元。",
    "附件：主要指标",
];
const ROWS: [&[&str]; 4] = [
    &["指标", "单位", "2020年完成", "2021年目标"],
    &["地区生产总值", "亿元", "118.2", "6%左右"],
    &["其中：第一产业", "%", "3.1", "3"],
    &["城镇登记失业率", "%", "3.8", "4以内"],
];

fn as_word() -> Vec<u8> {
    let lines: String = LINES.iter().map(|line| paragraph("", line)).collect();
    let cell = |text: &&str| format!("<w:tc>{}</w:tc>", paragraph("", text));
    let row = |row: &&[&str]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<Vec<_>>().concat());
    let rows: Vec<_> = ROWS.iter().map(row).collect();
    word(&format!("{lines}<w:tbl>{}</w:tbl>", rows.concat()), &[])
}

fn as_paper(coding: paper::Coding) -> Vec<u8> {
    let line = |(at, line): (u32, &&str)| paper::at(80.0, 780.0 - 20.0 * f64::from(at), 12.0, line);
    let lines: String = (0..).zip(&LINES).map(line).collect();
    let table = paper::table(&[80.0, 220.0, 280.0, 380.0, 500.0], 660.0, &ROWS);
    paper::file(&paper::objects(&[lines + &table], coding))
}

fn as_sheet() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip(LINES) {
        sheet.write(row, 0, line).unwrap();
    }
    for (row, cells) in (5..).zip(ROWS) {
        for (column, cell) in (0..).zip(cells) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number).unwrap(),
                Err(_) => sheet.write(row, column, *cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

/// The lines and the tables, whatever else a kind of file says of them.
fn words(document: &Document) -> (Vec<String>, Vec<Vec<Vec<String>>>) {
    let (mut lines, mut tables) = (Vec::new(), Vec::new());
    for block in &document.blocks {
        match block {
            Block::Line(line) => lines.push(line.text.trim().to_owned()),
            Block::Table(rows) => tables.push(rows.clone()),
            Block::PageBreak => {}
        }
    }
    (lines, tables)
}

#[test]
fn a_report_reads_the_same_from_files_of_each_kind() {
    let rows: Vec<Vec<String>> =
        ROWS.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let expected = (LINES.map(str::to_owned).to_vec(), vec![rows]);
    for (name, bytes) in [
        ("报告.docx", as_word()),
        ("报告.xlsx", as_sheet()),
        ("报告.pdf", as_paper(paper::Coding::Identity)),
        ("旧报告.pdf", as_paper(paper::Coding::Gbk)),
        // The kind is what the file holds, not what it is called.
        ("报告.txt", as_word()),
    ] {
        assert_eq!(words(&read(name, &bytes).unwrap()), expected, "{name}");
    }
}
