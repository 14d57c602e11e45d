//! Whatever the text, it is read to its end, no number of it is lost, and what is written of it is accepted.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use accepted::faults;
use plan_fuzz::{damaged, of_pieces};
use plan_import::{Import, Span, Table, document, import};
use proptest::prelude::*;

mod accepted;
mod inputs;

/// Pieces of which reports are made, and what breaks them.
static PIECES: [&str; 60] = [
    "一、",
    "（一）",
    "1.",
    "（1）",
    "①",
    "▲",
    "√",
    "**",
    "|",
    "\t",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "。",
    "，",
    "、",
    "；",
    "：",
    "《",
    "》",
    "“",
    "”",
    "附表",
    "附件1",
    "专栏：",
    "单位",
    "指标名称",
    "2025年完成",
    "2026年计划",
    "其中",
    "地区生产总值",
    "增长",
    "分别增长",
    "和",
    "下降",
    "6-6.5%",
    "7.5%—8%",
    "12.5亿元",
    "1 5 9 3",
    "９２",
    "三分之二",
    "百分之九十",
    "一千二百户",
    "左右",
    "以上",
    "力争",
    "控制在",
    "项目",
    "开工",
    "目标任务：",
    "牵头单位：",
    "- 3 -",
    "第 3 页",
    "<p>",
    "</td>",
    "&nbsp;",
    "\u{feff}",
    "\u{c}",
    "😀",
];

/// The packages of texts of so many bytes are checked.
const MOST_CHECKED: usize = 100_000;

/// Every digit of a paragraph is in a row's span.
fn uncovered(read: &Import) -> Option<String> {
    let mut spans: std::collections::HashMap<(&str, u16), Vec<std::ops::Range<usize>>> =
        std::collections::HashMap::new();
    for row in read.rows.iter().filter(|row| row.table != Table::Tasks && row.table != Table::Remarks) {
        if let Span::Words(at, span) = &row.span {
            spans.entry((&at.section, at.paragraph)).or_default().push(span.clone());
        }
    }
    read.report.paragraphs().find_map(|(section, at, paragraph)| {
        let here = spans.get(&(section.id.as_str(), at.paragraph));
        let is_covered =
            |byte: usize| here.is_some_and(|spans| spans.iter().any(|span| span.contains(&byte)));
        let lost = paragraph.words.char_indices().find(|(byte, c)| c.is_ascii_digit() && !is_covered(*byte));
        lost.map(|(byte, _)| format!("{}/{} byte {byte}: {}", section.id, at.paragraph, paragraph.words))
    })
}

/// Where reports are whole, their text also says what the package does. In broken ones words can be read in several ways.
fn is_right(bytes: &[u8], is_whole: bool) -> Result<(), String> {
    let Ok(document) = document(bytes) else {
        return Ok(());
    };
    let read = import(document);
    for row in &read.rows {
        if let Span::Words(at, span) = &row.span {
            let words = read
                .report
                .paragraphs()
                .find(|(.., here, _)| here == at)
                .map(|(.., paragraph)| &paragraph.words);
            if words.and_then(|words| words.get(span.clone())).is_none() {
                return Err(format!("the span of {row:?} is none of {words:?}"));
            }
        }
    }
    if let Some(lost) = uncovered(&read) {
        return Err(format!("a digit is lost: {lost}"));
    }
    // The memory that is measured is to be that of reading, not that of a package of ten thousands of rows.
    if bytes.len() > MOST_CHECKED {
        return Ok(());
    }
    // A short name that fits several projects is for a person to decide.
    let is_open = |fault: &String| {
        fault.starts_with("o/项目出处.csv:") && fault.ends_with("expected a value of “id” in projects")
    };
    let faults: Vec<String> = faults(&read, is_whole).into_iter().filter(|fault| !is_open(fault)).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n  ")) }
}

fn run(name: &str, strategy: impl Strategy<Value = Vec<u8>>, is_whole: bool) {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/found").join(name);
    plan_fuzz::run(&found, strategy, |bytes| is_right(bytes, is_whole));
}

#[test]
fn texts_of_pieces() {
    run("pieces", of_pieces(&PIECES, 80), false);
}

#[test]
fn bytes() {
    run("bytes", proptest::collection::vec(any::<u8>(), 0..400), false);
}

fn texts() -> Vec<Vec<u8>> {
    inputs::all().into_iter().map(|path| fs::read(path).unwrap()).collect()
}

#[test]
fn damaged_cases() {
    run("damaged", damaged(texts()), false);
}

#[test]
fn several_cases() {
    let several = proptest::collection::vec(proptest::sample::select(texts()), 2..6);
    run("several", several.prop_map(|texts| texts.join(&b"\n\n"[..])), true);
}

#[test]
fn the_cases_themselves() {
    for path in inputs::all() {
        if let Err(reason) = is_right(&fs::read(&path).unwrap(), true) {
            panic!("{}: {reason}", path.display());
        }
    }
}
