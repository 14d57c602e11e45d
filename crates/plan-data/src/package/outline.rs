//! sections.csv, headings.csv, tasks.csv, remarks.csv and context.csv.

use std::collections::BTreeSet;

use super::Problems;
use super::table::{Row, Table};
use crate::Quantity;
use crate::dataset::Extra;
use crate::outline::{Context, Remark, RemarkKind, RunIn, Section, Stated, Task};

pub(super) fn sections(problems: &mut Problems, table: &Table) -> Vec<Section> {
    let ids = table.values("id");
    table
        .rows()
        .map(|row| {
            let parent = row.optional("parent");
            if parent.is_some_and(|parent| !ids.contains(parent)) {
                row.wrong(problems, "parent", "the id of a section");
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

/// The ids that tasks refer to.
pub(super) struct Known<'a> {
    pub(super) figures: BTreeSet<&'a str>,
    pub(super) indicators: BTreeSet<&'a str>,
    pub(super) projects: BTreeSet<&'a str>,
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
        figures: row.references(problems, "figures", &known.figures, "figures"),
        indicators: row.references(problems, "indicators", &known.indicators, "indicators"),
        projects: row.references(problems, "projects", &known.projects, "projects"),
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
                level: row.text(problems, "level").to_owned(),
                measure: row.bilingual(problems, "measure"),
                indicator: row.optional("indicator").map(str::to_owned),
                figures: row.references(problems, "figures", &known.figures, "figures"),
                unit: unit.to_owned(),
                actual: actual?,
                plan: plan?,
                source: row.bilingual(problems, "source"),
                district,
            })
        })
        .collect()
}
