//! The figures that are read of the report whose package was made by hand, compared with those.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use plan_data::against::ReportText;

use super::rows;
use crate::{Paragraph, Purpose, Report, Row, Section, Sureness};

/// The report of the package in `data`; `None` where its text is not there.
pub(crate) fn report() -> Option<Report> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path =
        std::env::var_os("PLAN_REPORT").map_or(root.join("../shared/report/weidong-2021.txt"), PathBuf::from);
    let Ok(words) = fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not there (PLAN_REPORT names another)", path.display());
        return None;
    };
    let text = ReportText::read(&words);
    let mut purposes: HashMap<String, Purpose> = HashMap::new();
    let sections = text.sections.into_iter().map(|section| {
        let parent = section.id.rsplit_once('.').map(|(parent, _)| parent.to_owned());
        let above = parent.as_ref().and_then(|parent| purposes.get(parent)).copied().unwrap_or_default();
        let purpose = if section.heading.contains("执行情况") {
            Purpose::Results
        } else if section.heading.contains("目标") || section.heading.contains("任务") {
            Purpose::Plan
        } else {
            above
        };
        purposes.insert(section.id.clone(), purpose);
        let paragraphs = section.paragraphs.into_iter();
        let paragraphs =
            paragraphs.map(|paragraph| Paragraph { words: paragraph.words, ..Paragraph::default() });
        Section {
            id: section.id,
            parent,
            heading: section.heading,
            purpose,
            paragraphs: paragraphs.collect(),
            ..Section::default()
        }
    });
    let sections = sections.collect();
    Some(Report { sections, actual_year: Some(2020), plan_year: Some(2021), ..Report::default() })
}

/// The cells that must agree.
const COMPARED: [&str; 5] = ["value", "value_upper", "unit", "modifier", "year"];

fn by_hand() -> Vec<HashMap<String, String>> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let words = fs::read_to_string(root.join("data/weidong-2021/figures.csv")).unwrap();
    let mut lines = words.lines().map(cells);
    let heads = lines.next().unwrap();
    lines.map(|cells| heads.iter().cloned().zip(cells).collect()).collect()
}

/// The cells of a line; quotes stand around those with a comma.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    for character in line.chars() {
        match character {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells.push(String::new()),
            other => cells.last_mut().unwrap().push(other),
        }
    }
    cells
}

#[test]
fn figures_of_the_bundled_report_are_those_made_by_hand() {
    let Some(report) = report() else {
        return;
    };
    let read = rows(&report);
    let hand = by_hand();
    let mut open: Vec<&Row> = read.iter().collect();
    let (mut same, mut claims) = (0, 0);
    let mut sure = (0, 0);
    let mut told = Vec::new();
    for figure in &hand {
        let is_it = |row: &&Row| {
            ["section", "paragraph", "printed"].iter().all(|column| row.cell(column) == figure[*column])
        };
        let Some(at) = open.iter().position(is_it) else {
            told.push(format!("missing {} {}", figure["id"], figure["printed"]));
            continue;
        };
        let row = open.remove(at);
        let is_same = COMPARED.iter().all(|column| row.cell(column) == figure[*column]);
        let is_claim = ["kind", "nature"].iter().all(|column| row.cell(column) == figure[*column]);
        same += usize::from(is_same);
        claims += usize::from(is_claim);
        let is_sure = matches!(row.sureness, Sureness::Sure(_));
        sure.0 += usize::from(is_sure);
        sure.1 += usize::from(is_sure && is_same && is_claim);
        let all: Vec<&str> = row.cells.iter().skip(2).map(|(_, cell)| cell).collect();
        let differs = if is_same && is_claim { "" } else { " DIFFERS" };
        told.push(format!(
            "{} [{}] {} ⇐ {}{differs} {:?}",
            figure["id"],
            row.sureness.rank(),
            all.join(","),
            figure["subject"],
            (&figure["nature"], &figure["kind"], &figure["year"])
        ));
    }
    for row in &open {
        let all: Vec<&str> = row.cells.iter().map(|(_, cell)| cell).collect();
        told.push(format!("extra [{}] {}", row.sureness.rank(), all.join(",")));
        sure.0 += usize::from(matches!(row.sureness, Sureness::Sure(_)));
    }
    println!("{}", told.join("\n"));
    println!(
        "{same} of {} read, {} extra, kind and nature of {claims}; sure {} of {}",
        hand.len(),
        open.len(),
        sure.1,
        sure.0
    );
    assert!(same * 100 >= hand.len() * 95, "{same} of {} were read", hand.len());
    assert!(open.len() * 20 <= hand.len(), "{} more were read", open.len());
    assert!(sure.1 * 100 >= sure.0 * 98, "{} of {} sure ones are right", sure.1, sure.0);
}
