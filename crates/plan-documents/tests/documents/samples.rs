//! Small files of each kind.

use std::io::{Cursor, Write};

use plan_documents::read;
use plan_import::{Block, Document};
use zip::write::{SimpleFileOptions, ZipWriter};

/// A zip file of these parts.
pub(crate) fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An XML of Word's, with the name spaces that Word declares.
pub(crate) fn part(root: &str, inside: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{inside}</w:{root}>"#
    )
}

/// A Word document: its body, and other parts (their kind, and what is inside).
pub(crate) fn word(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let mut parts =
        vec![("word/document.xml".to_owned(), part("document", &format!("<w:body>{body}</w:body>")))];
    for (kind, inside) in others {
        parts.push((format!("word/{kind}.xml"), part(kind, inside)));
    }
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    zip(&parts)
}

/// A paragraph of Word's with its properties.
pub(crate) fn paragraph(properties: &str, text: &str) -> String {
    format!(r#"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#)
}

/// A document as text: a line each, tables with | between cells, — where a page ends, # before headings.
pub(crate) fn shown(document: &Document) -> String {
    let block = |block: &Block| match block {
        Block::Line(line) => format!("{}{}", "#".repeat(line.heading.unwrap_or(0).into()), line.text),
        Block::Table(rows) => {
            rows.iter().map(|row| row.join("|").replace('\n', "/")).collect::<Vec<_>>().join("\n")
        }
        Block::PageBreak => "—".to_owned(),
    };
    document.blocks.iter().map(block).collect::<Vec<_>>().join("\n")
}

/// What is read of a file, as text; what is said of it, if it is not read.
pub(crate) fn read_as_text(bytes: &[u8]) -> String {
    match read("报告", bytes) {
        Ok(document) => shown(&document),
        Err(said) => said.en,
    }
}
