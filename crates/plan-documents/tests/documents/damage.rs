//! Files cut off and with bytes changed: whatever they are, they are read or refused.

use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;

use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::paper::{Coding, at, file, objects, packed, table};
use crate::samples::{paragraph, read_as_text, word};

/// Where to change a file (in parts of its length, of which it has 65,536) and to what.
type Change = (u16, u8);

fn changed(bytes: &[u8], changes: &[Change], cut: Option<u16>) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let place = |share: u16, length: usize| (length * usize::from(share)) >> 16;
    for (share, to) in changes {
        let at = place(*share, bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte = *to;
        }
    }
    if let Some(share) = cut {
        bytes.truncate(place(share, bytes.len()));
    }
    bytes
}

/// A zip file with the same change in each part: its own sums are right again.
fn zip_changed(bytes: &[u8], changes: &[Change], cut: Option<u16>) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut inside = Vec::new();
        part.read_to_end(&mut inside).unwrap();
        writer.start_file(part.name().unwrap().into_owned(), SimpleFileOptions::default()).unwrap();
        writer.write_all(&changed(&inside, changes, cut)).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

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

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_damaged_file_ends_in_a_document_or_in_words(
        changes in prop::collection::vec(any::<Change>(), 0..6),
        cut in prop::option::weighted(0.3, any::<u16>()),
    ) {
        for bytes in [&*WORD, &*SHEET, &*PAPER, &*PACKED] {
            read_as_text(&changed(bytes, &changes, cut));
        }
        for bytes in [&*WORD, &*SHEET] {
            read_as_text(&zip_changed(bytes, &changes, cut));
        }
    }

    #[test]
    fn a_page_of_any_instructions_ends_in_a_document_or_in_words(
        changes in prop::collection::vec(any::<Change>(), 1..8),
        numbers in prop::collection::vec(prop_oneof![Just(f64::MAX), Just(-1e30), Just(0.0), -1000.0..1000.0], 6),
    ) {
        let matrix = numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let page = format!("q {matrix} cm {} Q", page());
        let mut objects = objects(&[page], Coding::Identity);
        for object in &mut objects {
            if !object.windows(6).any(|part| part == b"stream") {
                *object = changed(object, &changes, None);
            }
        }
        read_as_text(&file(&objects));
    }

    #[test]
    fn any_bytes_after_the_mark_of_a_kind_end_in_a_document_or_in_words(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        for mark in [b"PK\x03\x04".as_slice(), b"%PDF-1.4\n", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b""] {
            read_as_text(&[mark, &bytes].concat());
        }
    }
}
