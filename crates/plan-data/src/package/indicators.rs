//! indicators.csv: the rows of the annex. Rows under one heading stand together and agree about its words, and the
//! printed numbers count up: a row that was sorted away or pasted twice is found.

use std::collections::BTreeMap;

use super::Problems;
use super::infer;
use super::table::{Row, Table};
use crate::{Bilingual, Cell, Direction, Heading, Indicator, Kind};

pub(super) fn read(problems: &mut Problems, table: &Table) -> Vec<Indicator> {
    check_headings(problems, table);
    check_numbers(problems, table);
    let mut above = Above::default();
    let has_categories = table.has_column("category");
    let mut category: Option<Heading> = None;
    let mut rows = Vec::new();
    for row in table.rows() {
        // A table as it is printed has its headings in rows of their own.
        if !has_categories && is_heading(row) {
            let name = row.bilingual(problems, "name");
            category = Some(split_numeral(name));
            continue;
        }
        if let Some(mut indicator) = indicator(problems, row, &mut above) {
            if let Some(category) = &category {
                indicator.category = category.clone();
            }
            rows.push(indicator);
        }
    }
    rows
}

/// Whether a row is a heading of those that follow: a numeral, in its name or before it, and neither unit nor value.
fn is_heading(row: Row<'_>) -> bool {
    let name = row.optional("name").unwrap_or_default();
    let numeral =
        |text: &str| !text.is_empty() && text.chars().all(|c| "（）()一二三四五六七八九十".contains(c));
    let begins = name.split_once(['、', '）', ')']).is_some_and(|(number, _)| numeral(number));
    let is_numbered = begins || row.optional("number").is_some_and(numeral);
    is_numbered && row.optional("unit").is_none() && !row.has_values()
}

/// The row above, as far as it says how deep one stands that has no number.
#[derive(Default)]
struct Above {
    depth: u8,
    is_numbered: bool,
}

impl Above {
    /// How deep the next row stands: as its number says, or one below the row that it is a part of (其中), and with those that follow.
    fn depth(&mut self, number: Option<&str>, name: &str) -> u8 {
        let is_part = name.starts_with("其中");
        self.depth = match number {
            Some(number) if is_sub_number(number) => {
                u8::try_from(number.matches('.').count()).unwrap_or(u8::MAX)
            }
            Some(_) => u8::from(is_part),
            None if is_part && (self.is_numbered || self.depth == 0) => self.depth.saturating_add(1),
            None if is_part || !self.is_numbered => self.depth,
            None => 0,
        };
        self.is_numbered = number.is_some();
        self.depth
    }
}

fn indicator(problems: &mut Problems, row: Row<'_>, above: &mut Above) -> Option<Indicator> {
    let category = heading(problems, row, "category");
    let has_group = row.optional("group_number").or(row.optional("group")).is_some();
    let group = has_group.then(|| heading(problems, row, "group"));
    let number = row.optional("number").map(str::to_owned);
    let name = row.bilingual(problems, "name");
    let depth = above.depth(number.as_deref(), &name.zh);
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
    let further = row.further(problems, &unit.zh);
    for (column, cell) in [("actual", &actual), ("plan", &plan)] {
        let has_fall = cell.as_ref().and_then(Cell::amount).is_some_and(|amount| amount.modifiers.has_fall());
        if has_fall && infer::is_cut(&name.zh) {
            let expected = said!(
                "没有“下降”一类词的数值：指标名称里已经有了",
                "the number without the word for the fall, which the name says already"
            );
            row.unexpected(problems, column, expected);
        }
    }
    Some(Indicator {
        id: row.text(problems, "id").to_owned(),
        category,
        group,
        number,
        name,
        kind: kind?,
        direction: direction?,
        unit,
        actual: actual?,
        plan: plan?,
        about: row.bilingual_or_empty("about"),
        note: row.maybe_bilingual("note"),
        pinyin: row.syllables(problems, "pinyin", "name"),
        depth,
        further: further?,
        is_inferred: ["kind", "direction"].into_iter().any(|column| row.optional(column).is_none()),
    })
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
    split_numeral(row.bilingual_or_empty(column))
}

/// A heading that may begin with its number.
fn split_numeral(name: Bilingual) -> Heading {
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
                                    said!(
                                        "“{expected}”，与第{line}行的{number}一致",
                                        "“{expected}”, as {number} has on line {line}"
                                    ),
                                );
                            }
                        }
                        if above != Some(number) {
                            row.wrong(
                                problems,
                                &number_column,
                                said!(
                                    "{number}的各行放在一起，它们从第{line}行开始",
                                    "the rows of {number} together; they begin on line {line}"
                                ),
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
            let is_new =
                number == 1 && (category != row.optional("category") || !table.has_column("category"));
            category = row.optional("category");
            if number != next && !is_new {
                row.unexpected(
                    problems,
                    "number",
                    said!("{next}，即上一行之后的序号", "{next}, the number after that of the row above"),
                );
            }
            next = number.saturating_add(1);
        }
    }
}
