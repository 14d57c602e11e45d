//! indicators.csv: the rows of the annex. Rows under one heading stand together and agree about its words, and the
//! printed numbers count up: a row that was sorted away or pasted twice is found.

use std::collections::BTreeMap;

use super::Problems;
use super::table::{Row, Table};
use crate::{Direction, Heading, Indicator, Kind};

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
    let kind = row.word(problems, "kind", &Kind::ALL);
    let direction = row.word(problems, "direction", Direction::ALL);
    let unit = row.bilingual(problems, "unit");
    let mut cell = |column: &str| row.cell_in_unit(problems, column, &unit.zh);
    let actual = cell("actual");
    let plan = cell("plan");
    Some(Indicator {
        id: row.text(problems, "id").to_owned(),
        category,
        group,
        number: number?,
        name: row.bilingual(problems, "name"),
        kind: kind?,
        direction: direction?,
        unit,
        actual: actual?,
        plan: plan?,
        about: row.bilingual(problems, "about"),
        note: row.optional("note").map(|_| row.bilingual(problems, "note")),
        pinyin: row.syllables(problems, "pinyin", "name"),
    })
}

/// The columns `x_number`, `x` and `x_en`.
fn heading(problems: &mut Problems, row: Row<'_>, column: &str) -> Heading {
    Heading {
        number: row.text(problems, &format!("{column}_number")).to_owned(),
        name: row.bilingual(problems, column),
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
            next = number.saturating_add(1);
        }
    }
}
