//! Whatever the file, it is read or refused in words: samples with damage, parts of archives with damage, pages of any instructions.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a sample that cannot be made fails its test"
)]

#[allow(dead_code, reason = "the other tests use all of it")]
#[path = "../documents/paper.rs"]
mod paper;
#[allow(dead_code, reason = "the other tests use all of it")]
#[path = "../documents/samples.rs"]
mod samples;

use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_xlsxwriter::{Format, Workbook};
use zip::write::{SimpleFileOptions, ZipWriter};

use paper::{Coding, at, file, objects, packed, table};
use plan_fuzz::damaged;
use samples::{paragraph, read_as_text, word};

static WORD: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let level = r#"<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl>"#;
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
    );
    let body = paragraph(r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#, "投资")
        + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
        + "<w:p><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
    let note = format!("<w:footnote w:id=\"2\">{}</w:footnote>", paragraph("", "注"));
    word(&body, &[("numbering", &numbering), ("footnotes", &note), ("styles", "<w:style w:styleId=\"1\"/>")])
});

static SHEET: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 1, 1, "指标", &Format::new()).unwrap();
    sheet.write_with_format(2, 0, 0.925, &Format::new().set_num_format("0.0%")).unwrap();
    sheet.write(2, 1, "投资").unwrap();
    book.save_to_buffer().unwrap()
});

fn page() -> String {
    at(80.0, 780.0, 12.0, "投资120亿元")
        + &table(&[80.0, 220.0, 300.0], 700.0, &[&["指标", "目标"], &["投资", "6%"]])
}

static PAPER: LazyLock<Vec<u8>> = LazyLock::new(|| file(&objects(&[page(), page()], Coding::Identity)));
static PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| packed(&objects(&[page()], Coding::Gbk)));

/// The parts of a zip file: name and content.
type Parts = Vec<(String, Vec<u8>)>;

/// The parts of a zip file, each with its name.
fn parts(bytes: &[u8]) -> Parts {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let read = |at: usize| {
        let mut part = archive.by_index(at).unwrap();
        let mut inside = Vec::new();
        part.read_to_end(&mut inside).unwrap();
        (part.name().unwrap().into_owned(), inside)
    };
    (0..count).map(read).collect()
}

/// A zip file of these parts: its own sums are right.
fn zipped(parts: &Parts) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, inside) in parts {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(inside).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn run(name: &str, strategy: impl Strategy<Value = Vec<u8>>) {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anything/found").join(name);
    plan_fuzz::run(&found, strategy, |bytes| {
        read_as_text(bytes);
        Ok(())
    });
}

#[test]
fn a_damaged_word_file() {
    run("word", damaged(vec![WORD.clone()]));
}

#[test]
fn a_damaged_workbook() {
    run("workbook", damaged(vec![SHEET.clone()]));
}

#[test]
fn a_damaged_pdf() {
    run("pdf", damaged(vec![PAPER.clone(), PACKED.clone()]));
}

#[test]
fn an_archive_with_a_damaged_part() {
    let each = |bytes: &[u8]| -> Vec<(Parts, usize)> {
        let parts = parts(bytes);
        (0..parts.len()).map(|at| (parts.clone(), at)).collect()
    };
    let all = [each(&WORD), each(&SHEET)].concat();
    run(
        "part",
        select(all).prop_flat_map(|(parts, at)| {
            damaged(vec![parts[at].1.clone()]).prop_map(move |inside| {
                let mut parts = parts.clone();
                parts[at].1 = inside;
                zipped(&parts)
            })
        }),
    );
}

#[test]
fn a_page_of_any_instructions() {
    let number = prop_oneof![Just(f64::MAX), Just(-1e30), Just(0.0), -1000.0..1000.0];
    let changes = prop::collection::vec((any::<Index>(), any::<u8>()), 0..8);
    run(
        "page",
        (prop::collection::vec(number, 6), changes).prop_map(|(numbers, changes)| {
            let matrix = numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
            let page = format!("q {matrix} cm {} Q", page());
            let mut objects = objects(&[page], Coding::Identity);
            for object in &mut objects {
                if !object.windows(6).any(|part| part == b"stream") {
                    for (at, byte) in &changes {
                        let at = at.index(object.len());
                        object[at] = *byte;
                    }
                }
            }
            file(&objects)
        }),
    );
}

#[test]
fn any_bytes_after_the_mark_of_a_kind() {
    let marks = vec![
        b"PK\x03\x04".to_vec(),
        b"%PDF-1.4\n".to_vec(),
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
        Vec::new(),
    ];
    let bytes = prop::collection::vec(any::<u8>(), 0..300);
    run("marked", (select(marks), bytes).prop_map(|(mark, bytes)| [mark, bytes].concat()));
}
