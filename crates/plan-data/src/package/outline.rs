//! sections.csv, headings.csv, tasks.csv, remarks.csv and context.csv.

use std::collections::{BTreeMap, BTreeSet};

use super::Problems;
use super::report::level_words;
use super::table::{Row, Table};
use crate::dataset::Extra;
use crate::outline::{Context, Remark, RemarkKind, RunIn, Section, Stated, Task};
use crate::{Level, Quantity};

pub(super) fn sections(problems: &mut Problems, table: &Table) -> Vec<Section> {
    let parents: BTreeMap<&str, &str> = table
        .rows()
        .filter_map(|row| Some((row.optional("id")?, row.optional("parent").unwrap_or_default())))
        .collect();
    let mut in_rings: BTreeSet<&str> = BTreeSet::new();
    table
        .rows()
        .map(|row| {
            let parent = row.optional("parent");
            let is_told = row.optional("id").is_some_and(|id| in_rings.contains(id));
            if parent.is_some_and(|parent| !parents.contains_key(parent)) {
                row.wrong(problems, "parent", said!("章节的标识", "the id of a section"));
            } else if let Some(ring) =
                row.optional("id").and_then(|id| ring(&parents, id)).filter(|_| !is_told)
            {
                let pairs = || ring.iter().zip(ring.iter().skip(1));
                let zh: Vec<String> = pairs().map(|(one, above)| format!("{one}的上级是{above}")).collect();
                let en: Vec<String> =
                    pairs().map(|(one, above)| format!("{one} is within {above}")).collect();
                let (zh, en) = (zh.join("，"), en.join(", "));
                let expected =
                    said!("不在它自己之内的章节；现在{zh}", "a section that is not within it; now {en}");
                row.wrong(problems, "parent", expected);
                in_rings.extend(ring);
            }
            Section {
                id: row.text(problems, "id").to_owned(),
                parent: parent.map(str::to_owned),
                number: row.optional("number").map(str::to_owned),
                heading: row.bilingual(problems, "heading"),
            }
        })
        .collect()
}

/// The section, those that it is within, and the section again; `None` where it is not within itself.
fn ring<'a>(parents: &BTreeMap<&'a str, &'a str>, id: &'a str) -> Option<Vec<&'a str>> {
    let mut within = vec![id];
    // A section is within at most as many as there are.
    for _ in 0..parents.len() {
        let parent = parents.get(within.last()?)?;
        within.push(parent);
        if *parent == id {
            return Some(within);
        }
    }
    None
}

pub(super) fn headings(problems: &mut Problems, table: &Table) -> Vec<RunIn> {
    let rows = table.rows();
    rows.filter_map(|row| {
        Some(RunIn { place: row.place(problems)?, heading: row.bilingual(problems, "heading") })
    })
    .collect()
}

pub(super) fn remarks(problems: &mut Problems, table: &Table) -> Vec<Remark> {
    let rows = table.rows();
    rows.filter_map(|row| {
        Some(Remark {
            id: row.text(problems, "id").to_owned(),
            place: row.place(problems)?,
            kind: row.word(problems, "kind", RemarkKind::ALL)?,
            remark: row.bilingual(problems, "remark"),
        })
    })
    .collect()
}

/// The ids that tasks refer to; `None` of a table that could not be read.
pub(super) struct Known<'a> {
    pub(super) figures: Option<BTreeSet<&'a str>>,
    pub(super) indicators: Option<BTreeSet<&'a str>>,
    pub(super) projects: Option<BTreeSet<&'a str>>,
}

pub(super) fn tasks(problems: &mut Problems, table: &Table, known: &Known<'_>) -> Vec<Task> {
    table.rows().filter_map(|row| task(problems, row, known)).collect()
}

fn task(problems: &mut Problems, row: Row<'_>, known: &Known<'_>) -> Option<Task> {
    Some(Task {
        id: row.text(problems, "id").to_owned(),
        place: row.maybe_place(problems)?,
        field: row.optional("field").unwrap_or_default().to_owned(),
        text: row.bilingual(problems, "task"),
        target: target(problems, row),
        figures: row.references(problems, "figures", known.figures.as_ref(), "figures"),
        indicators: row.references(problems, "indicators", known.indicators.as_ref(), "indicators"),
        projects: row.references(problems, "projects", known.projects.as_ref(), "projects"),
    })
}

/// The target as a quantity, in the unit of its column or of its own; `None` where it is words.
fn target(problems: &mut Problems, row: Row<'_>) -> Option<Quantity> {
    let text = row.optional("target")?;
    match text.parse() {
        Ok(amount) => Some(Quantity { amount, unit: row.unit(problems)? }),
        Err(()) if row.optional("unit").is_none() => text.parse().ok(),
        Err(()) => None,
    }
}

/// The printed numbers of rows that are not their place in the table.
pub(super) fn numbers(table: &Table) -> Vec<Extra> {
    let rows = (1_usize..).zip(table.rows());
    rows.filter_map(|(place, row)| {
        let text = row.optional("number").filter(|text| text.parse() != Ok(place))?;
        Some(Extra { of: row.optional("id")?.to_owned(), head: "序号".to_owned(), text: text.to_owned() })
    })
    .collect()
}

/// The targets that are words, such as 应接尽接, and with their unit where that has a column.
pub(super) fn targets_in_words(table: &Table) -> Vec<Extra> {
    let rows = table.rows();
    rows.filter_map(|row| {
        let unit = row.optional("unit").unwrap_or_default();
        let text = row.optional("target").filter(|_| target(&mut Problems::default(), row).is_none())?;
        Some(Extra {
            of: row.optional("id")?.to_owned(),
            head: "目标".to_owned(),
            text: format!("{text}{unit}"),
        })
    })
    .collect()
}

/// The word for the level that figures are of.
fn level(problems: &mut Problems, row: Row<'_>) -> String {
    let word = row.text(problems, "level");
    if !word.is_empty() && Level::of_word(word).is_none() {
        row.wrong(problems, "level", level_words());
    }
    word.to_owned()
}

pub(super) fn context(problems: &mut Problems, table: &Table, known: &Known<'_>) -> Vec<Context> {
    table
        .rows()
        .filter_map(|row| {
            let unit = row.optional("unit").unwrap_or_default();
            let mut cell = |column: &str| row.cell_in_unit(problems, column, unit);
            let (actual, plan) = (cell("actual"), cell("plan"));
            let district = match row.optional("district_plan") {
                None => None,
                Some(_) => {
                    Some(Stated { cell: row.cell(problems, "district_plan")?, place: row.place(problems)? })
                }
            };
            Some(Context {
                id: row.text(problems, "id").to_owned(),
                level: level(problems, row),
                measure: row.bilingual(problems, "measure"),
                indicator: row.optional("indicator").map(str::to_owned),
                figures: row.references(problems, "figures", known.figures.as_ref(), "figures"),
                unit: unit.to_owned(),
                actual: actual?,
                plan: plan?,
                source: row.bilingual(problems, "source"),
                district,
            })
        })
        .collect()
}
