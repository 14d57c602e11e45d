//! indicators.csv: the rows of the annex. Rows under one heading stand together and agree about its words, and the
//! printed numbers count up: a row that was sorted away or pasted twice is found.

use std::collections::BTreeMap;

use super::Problems;
use super::table::{Row, Table};
use crate::{Bilingual, Cell, Heading, Indicator, Kind};

pub(super) fn read(problems: &mut Problems, table: &Table) -> Vec<Indicator> {
    check_headings(problems, table);
    check_numbers(problems, table);
    table.rows().filter_map(|row| indicator(problems, row)).collect()
}

fn indicator(problems: &mut Problems, row: Row<'_>) -> Option<Indicator> {
    let category = heading(problems, row, "category");
    let group = row.optional("group_number").map(|_| heading(problems, row, "group"));
    let number = match row.optional("number") {
        None => Some(None),
        Some(_) => row.parse(problems, "number", |text| {
            text.parse().map(Some).map_err(|_| "a whole number from 1 to 255".to_owned())
        }),
    };
    let kind = row.parse(problems, "kind", |text| {
        let known = Kind::ALL.iter().find(|(word, _)| *word == text);
        let words = || Kind::ALL.map(|(word, _)| word).join(", ");
        known.map(|(_, kind)| *kind).ok_or_else(|| format!("one of {}", words()))
    });
    let mut cell = |column: &str| {
        row.parse(problems, column, |text| {
            text.parse::<Cell>().map_err(|error| {
                let words = error.to_string();
                words.strip_prefix("expected ").unwrap_or(&words).to_owned()
            })
        })
    };
    let actual = cell("actual");
    let plan = cell("plan");
    Some(Indicator {
        id: row.text(problems, "id").to_owned(),
        category,
        group,
        number: number?,
        name: bilingual(problems, row, "name"),
        kind: kind?,
        unit: bilingual(problems, row, "unit"),
        actual: actual?,
        plan: plan?,
    })
}

/// The columns `x_number`, `x` and `x_en`.
fn heading(problems: &mut Problems, row: Row<'_>, column: &str) -> Heading {
    Heading {
        number: row.text(problems, &format!("{column}_number")).to_owned(),
        name: bilingual(problems, row, column),
    }
}

/// The columns `x` and `x_en`.
fn bilingual(problems: &mut Problems, row: Row<'_>, column: &str) -> Bilingual {
    Bilingual {
        zh: row.text(problems, column).to_owned(),
        en: row.text(problems, &format!("{column}_en")).to_owned(),
    }
}

fn check_headings(problems: &mut Problems, table: &Table) {
    for level in ["category", "group"] {
        let number_column = format!("{level}_number");
        let english_column = format!("{level}_en");
        // Per printed number: the words, and the line of the last row that had them.
        let mut known: BTreeMap<&str, (Option<&str>, Option<&str>, u64)> = BTreeMap::new();
        let mut above = None;
        for row in table.rows() {
            let number = row.optional(&number_column);
            if let Some(number) = number {
                match known.get(number) {
                    None => {
                        known
                            .insert(number, (row.optional(level), row.optional(&english_column), row.line()));
                    }
                    Some(&(words, english, line)) => {
                        for (column, expected) in [(level, words), (english_column.as_str(), english)] {
                            if row.optional(column) != expected {
                                let expected = expected.unwrap_or_default();
                                row.wrong(
                                    problems,
                                    column,
                                    &format!("“{expected}”, as {number} has on line {line}"),
                                );
                            }
                        }
                        if above != Some(number) {
                            row.wrong(
                                problems,
                                &number_column,
                                &format!("the rows of {number} together; they begin on line {line}"),
                            );
                        }
                    }
                }
            }
            above = number;
        }
    }
}

fn check_numbers(problems: &mut Problems, table: &Table) {
    let mut next = 1_u32;
    for row in table.rows() {
        if let Some(number) = row.optional("number").and_then(|text| text.parse::<u32>().ok()) {
            if number != next {
                row.wrong(problems, "number", &format!("{next}, the number after that of the row above"));
            }
            next = number + 1;
        }
    }
}
