//! indicators.csv: the rows of the annex. Rows under one heading stand together and agree about its words, and the
//! printed numbers count up: a row that was sorted away or pasted twice is found.

use std::collections::BTreeMap;

use super::Problems;
use super::infer;
use super::table::{Row, Table};
use crate::dataset::Extra;
use crate::{Bilingual, Direction, Heading, Indicator, Kind};

pub(super) fn read(problems: &mut Problems, table: &Table) -> Vec<Indicator> {
    check_headings(problems, table);
    check_numbers(problems, table);
    table.rows().filter_map(|row| indicator(problems, row)).collect()
}

fn indicator(problems: &mut Problems, row: Row<'_>) -> Option<Indicator> {
    let category = heading(problems, row, "category");
    let has_group = row.optional("group_number").or(row.optional("group")).is_some();
    let group = has_group.then(|| heading(problems, row, "group"));
    let number = match row.optional("number") {
        None => Some(None),
        // 1.1 is of a row within another, and stands with what is kept as it is.
        Some(text) if is_sub_number(text) => Some(None),
        Some(_) => row.parse(problems, "number", |text| {
            text.parse().map(Some).map_err(|_| "a whole number from 1 to 255".to_owned())
        }),
    };
    let name = row.bilingual(problems, "name");
    let unit = row.bilingual_or_empty("unit");
    let unit = Bilingual { zh: unit.zh.replace('％', "%"), en: unit.en.replace('％', "%") };
    let kind = match row.optional("kind") {
        None => Some(infer::kind(&name.zh, &unit.zh)),
        Some(_) => row.word(problems, "kind", &Kind::ALL),
    };
    let direction = match row.optional("direction") {
        None => Some(infer::direction(&name.zh)),
        Some(_) => row.word(problems, "direction", Direction::ALL),
    };
    let mut cell = |column: &str| row.cell_in_unit(problems, column, &unit.zh);
    let actual = cell("actual");
    let plan = cell("plan");
    Some(Indicator {
        id: row.text(problems, "id").to_owned(),
        category,
        group,
        number: number?,
        name,
        kind: kind?,
        direction: direction?,
        unit,
        actual: actual?,
        plan: plan?,
        about: row.bilingual_or_empty("about"),
        note: row.maybe_bilingual("note"),
        pinyin: row.syllables(problems, "pinyin", "name"),
    })
}

/// The printed numbers of rows within others, such as 1.1.
pub(super) fn sub_numbers(table: &Table) -> Vec<Extra> {
    let rows = table.rows();
    rows.filter_map(|row| {
        let text = row.optional("number").filter(|text| is_sub_number(text))?.to_owned();
        Some(Extra { of: row.optional("id")?.to_owned(), head: "序号".to_owned(), text })
    })
    .collect()
}

fn is_sub_number(text: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.contains('.') && text.split('.').all(is_number)
}

/// The columns `x_number`, `x` and `x_en`. A heading without a number of its own may begin with it: 一、经济发展.
fn heading(problems: &mut Problems, row: Row<'_>, column: &str) -> Heading {
    if let Some(number) = row.optional(&format!("{column}_number")) {
        return Heading { number: number.to_owned(), name: row.bilingual(problems, column) };
    }
    let name = row.bilingual_or_empty(column);
    let is_numeral = |text: &str| text.chars().all(|c| "一二三四五六七八九十".contains(c));
    let split = name.zh.split_once('、').filter(|(number, _)| !number.is_empty() && is_numeral(number));
    let Some((number, zh)) = split else {
        return Heading { number: String::new(), name };
    };
    let en = if name.en == name.zh { zh } else { &name.en };
    Heading { number: number.to_owned(), name: Bilingual { zh: zh.to_owned(), en: en.to_owned() } }
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
    let mut category = None;
    for row in table.rows() {
        if let Some(number) = row.optional("number").and_then(|text| text.parse::<u32>().ok()) {
            // An annex may count anew in each category.
            let is_new = number == 1 && category != row.optional("category");
            category = row.optional("category");
            if number != next && !is_new {
                row.wrong(problems, "number", &format!("{next}, the number after that of the row above"));
            }
            next = number.saturating_add(1);
        }
    }
}
