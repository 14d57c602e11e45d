//! `plan outline`: the sections and paragraphs of a report's text as `plan check --against` reads it, with the numbers that rows cite.

use std::path::Path;
use std::process::ExitCode;

use plan_data::Language;
use plan_data::against::{ReportText, TextParagraph, TextSection};

use crate::texts::texts;
use crate::{UNREADABLE, read_text};

/// So many characters of a paragraph tell which one it is.
const FIRST: usize = 20;

/// Writes the outline of the text in that file.
pub(crate) fn run(file: &Path, language: Language) -> ExitCode {
    let text = match read_text(file) {
        Ok(text) => ReportText::read(&text),
        Err(reason) => {
            eprintln!("{}", reason.in_language(language));
            return ExitCode::from(UNREADABLE);
        }
    };
    let words = &texts(language).outline;
    for TextSection { id, heading, paragraphs } in &text.sections {
        println!("{id}  {}", if heading.is_empty() { words.opening } else { heading });
        for (number, paragraph) in (1..).zip(paragraphs) {
            println!("  {}", (words.paragraph)(number, &beginning(paragraph), &paragraph.numbers()));
        }
    }
    if !text.annex.is_empty() {
        println!("{}", (words.annex)(text.annex.len()));
    }
    if text.sections.len() == 1 {
        eprintln!("{}", words.no_headings);
    }
    ExitCode::SUCCESS
}

/// The first characters of a paragraph.
fn beginning(paragraph: &TextParagraph) -> String {
    let mut shown: String = paragraph.words.chars().take(FIRST).collect();
    if shown.len() < paragraph.words.len() {
        shown.push('…');
    }
    shown
}
