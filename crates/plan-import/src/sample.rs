//! Reports for tests: made by hand, or the bundled one.

use std::path::PathBuf;

use plan_data::Dataset;
use plan_data::against::ReportText;

use crate::{At, Paragraph, ParagraphKind, Purpose, Report, Row, Section, Span};

/// A paragraph of sentences; a heading that is run into it stands before `|`.
pub(crate) fn prose(text: &str) -> Paragraph {
    let (run_in, rest) = text.split_once('|').unwrap_or(("", text));
    Paragraph { words: format!("{run_in}{rest}"), kind: ParagraphKind::Prose, mark: 0, run_in: run_in.len() }
}

/// An item of a list; its mark stands before `|`.
pub(crate) fn item(text: &str) -> Paragraph {
    let (mark, rest) = text.split_once('|').unwrap_or(("", text));
    Paragraph { words: format!("{mark}{rest}"), kind: ParagraphKind::Item, mark: mark.len(), run_in: 0 }
}

/// A report of one section.
pub(crate) fn report(purpose: Purpose, heading: &str, paragraphs: Vec<Paragraph>) -> Report {
    let section = Section {
        id: "1".to_owned(),
        number: "一".to_owned(),
        heading: heading.to_owned(),
        purpose,
        paragraphs,
        ..Section::default()
    };
    Report { sections: vec![section], actual_year: Some(2025), plan_year: Some(2026), ..Report::default() }
}

/// The words that a row stands on.
pub(crate) fn words<'a>(report: &'a Report, row: &Row) -> &'a str {
    let Span::Words(At { section, paragraph }, range) = &row.span else {
        return "";
    };
    let section = report.section(section).unwrap();
    &section.paragraphs[usize::from(*paragraph) - 1].words[range.clone()]
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The bundled report and the package made of it by hand; `None`, with a word why, where its text is not there.
pub(crate) fn bundled() -> Option<(Report, Dataset)> {
    let path = std::env::var_os("PLAN_REPORT")
        .map_or_else(|| root().join("../shared/report/weidong-2021.txt"), PathBuf::from);
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: no text of the report at {}", path.display());
        return None;
    };
    let dataset = plan_data::package::read(&root().join("data/weidong-2021")).unwrap();
    let headings = &dataset.headings;
    let sections = ReportText::read(&text).sections.into_iter().map(|section| {
        let is_list = section.id.strip_suffix(".box").is_some();
        let paragraphs = (1_u16..).zip(section.paragraphs).map(|(number, paragraph)| {
            let of = |heading: &&plan_data::RunIn| {
                heading.place.section == section.id && heading.place.paragraph == number
            };
            let heading = headings.iter().find(of).map_or("", |heading| &heading.heading.zh);
            let begins = !heading.is_empty() && paragraph.words.starts_with(heading);
            let run_in = if begins { heading.len() + '。'.len_utf8() } else { 0 };
            let kind = if is_list { ParagraphKind::Item } else { ParagraphKind::Prose };
            Paragraph { words: paragraph.words, kind, mark: 0, run_in }
        });
        Section {
            parent: section.id.rsplit_once('.').map(|(parent, _)| parent.to_owned()),
            number: String::new(),
            heading: section.heading.clone(),
            purpose: match section.id.chars().next() {
                Some('1') => Purpose::Results,
                Some('2' | '3') => Purpose::Plan,
                _ => Purpose::Other,
            },
            paragraphs: paragraphs.collect(),
            id: section.id,
        }
    });
    let sections = sections.collect();
    Some((Report { sections, actual_year: Some(2020), plan_year: Some(2021), ..Report::default() }, dataset))
}
