//! What stands in a cell of the annex: a number, a quality, a target set elsewhere, or nothing.
//! The printed text is kept; a gap is never a zero.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::amount::{is_phrase, split_after_unit};
use crate::bundle::Printed;
use crate::decimal::decimal_form;
use crate::{Amount, Decimal, Said};

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number in the row's unit: exact, bounded, or a range.
    Number(Amount),
    /// A direction without a number: 稳步增长, steady growth.
    SteadyGrowth,
    /// Another direction without a number: 平稳增长, stable growth.
    StableGrowth,
    /// The target that the city assigns, which the report does not state: 完成市定目标.
    AssignedByCity,
    /// The report has no value: —.
    NotSet,
    /// The source may have a value, which the data does not hold: 未收录.
    NotCollected,
    /// Other words in place of a number, such as 与经济增长同步: the printed text says what.
    Words,
}

/// Every notation beside numbers that a cell may hold, as printed.
pub const NOTATIONS: [(&str, Value); 5] = [
    ("稳步增长", Value::SteadyGrowth),
    ("平稳增长", Value::StableGrowth),
    ("完成市定目标", Value::AssignedByCity),
    ("—", Value::NotSet),
    ("未收录", Value::NotCollected),
];

impl Value {
    /// The number, where the cell has one, as it is meant.
    pub fn amount(self) -> Option<Amount> {
        match self {
            Self::Number(amount) => Some(amount),
            Self::SteadyGrowth
            | Self::StableGrowth
            | Self::AssignedByCity
            | Self::NotSet
            | Self::NotCollected
            | Self::Words => None,
        }
    }
}

/// A cell of the annex: its printed text and what that says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cell {
    printed: String,
    value: Value,
}

impl Cell {
    /// The text exactly as the report prints it.
    pub fn printed(&self) -> &str {
        &self.printed
    }

    /// What the text says.
    pub fn value(&self) -> Value {
        self.value
    }

    /// The number, where there is one, as it is meant.
    pub fn amount(&self) -> Option<Amount> {
        self.value.amount()
    }

    /// The number, where there is one and it is exact.
    pub fn exact(&self) -> Option<Decimal> {
        self.amount().and_then(Amount::exact)
    }

    /// The unit that is printed in the cell itself.
    pub(crate) fn unit(&self) -> Option<String> {
        self.amount()?;
        Amount::split(split_mark(&self.printed).0).ok().map(|(_, unit)| unit).filter(|unit| !unit.is_empty())
    }

    /// The number as printed, and the mark that follows it, such as * or （预计数）: a unit stands between them.
    pub fn split_mark(&self) -> (&str, &str) {
        split_mark(&self.printed)
    }

    /// The text with its unit where that stands: before 左右, 以上 and a mark, once where the cell prints it too.
    pub fn with_unit(&self, unit: &str) -> String {
        let (marked, mark) = self.split_mark();
        let (head, after) = split_after_unit(if self.amount().is_some() { marked } else { &self.printed });
        let number = head.strip_suffix(unit).unwrap_or(head);
        let has_after = !after.is_empty() || (!mark.is_empty() && self.amount().is_some());
        let after = self.printed.get(head.len()..).filter(|_| has_after).unwrap_or_default();
        format!("{number}{unit}{after}")
    }
}

/// What stands before an asterisk or words in brackets at the end of a text, and these.
fn split_mark(text: &str) -> (&str, &str) {
    let mut end = text.trim_end_matches(['*', '＊']).len();
    if end == text.len() && text.ends_with([')', '）']) {
        end = text.rfind(['(', '（']).unwrap_or(end);
    }
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// What the text says where it is none of [`NOTATIONS`]. What begins as a number does must be one: a slip of the finger is no word.
fn value_of(printed: &str) -> Option<Value> {
    if printed.chars().all(|character| matches!(character, '-' | '–' | '—' | '－' | '/' | '／' | '\\'))
    {
        return Some(Value::NotSet);
    }
    let has_digit = printed.contains(|c: char| matches!(c, '0'..='9' | '０'..='９'));
    match Amount::split(split_mark(printed).0) {
        // Its unit is for the row to compare.
        Ok((amount, _)) if has_digit => Some(Value::Number(amount)),
        _ => is_phrase(printed).then_some(Value::Words),
    }
}

/// The text is neither a number, nor one of [`NOTATIONS`], nor other words.
#[derive(Debug, PartialEq, Eq)]
pub struct NotACell;

impl NotACell {
    /// What the text should be.
    pub(crate) fn expected() -> Said {
        let form = decimal_form();
        let listed = |between: &str| NOTATIONS.map(|(notation, _)| format!("“{notation}”")).join(between);
        Said {
            zh: format!(
                "{}，报告有修饰语时照写，例如7.5左右、30以上、7~7.5；或者{}，或者不以数字或符号开头的其他文字",
                form.zh,
                listed("、")
            ),
            en: format!(
                "{}, as in 7.5左右, 30以上 or 7~7.5 where the report says so, or one of {}, or other words, which begin with no digit or sign",
                form.en,
                listed(", ")
            ),
        }
    }
}

impl fmt::Display for NotACell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", Self::expected().en)
    }
}

impl std::error::Error for NotACell {}

impl FromStr for Cell {
    type Err = NotACell;

    fn from_str(text: &str) -> Result<Self, NotACell> {
        Self::try_from(text.to_owned())
    }
}

impl TryFrom<String> for Cell {
    type Error = NotACell;

    fn try_from(printed: String) -> Result<Self, NotACell> {
        let notation = NOTATIONS.iter().find(|(notation, _)| *notation == printed);
        let value = match notation {
            Some(&(_, value)) => value,
            None => value_of(&printed).ok_or(NotACell)?,
        };
        Ok(Self { printed, value })
    }
}

impl Printed for Cell {
    fn printed(&self) -> String {
        self.printed.clone()
    }

    fn stand_in() -> Self {
        Self { printed: String::new(), value: Value::NotSet }
    }
}

impl From<Cell> for String {
    fn from(cell: Cell) -> Self {
        cell.printed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_printed_text() {
        let cell: Cell = "7.50".parse().unwrap();
        assert_eq!(cell.printed(), "7.50");
        assert_eq!(cell.exact(), "7.5".parse().ok());
    }

    #[test]
    fn knows_each_notation_and_makes_no_number_of_it() {
        for (notation, value) in NOTATIONS {
            let cell: Cell = notation.parse().unwrap();
            assert_eq!(cell.value(), value);
            assert_eq!(cell.amount(), None);
            assert_eq!(cell.printed(), notation);
        }
    }

    #[test]
    fn reads_numbers_with_marks_and_words_of_any_kind() {
        for (printed, value) in [
            ("2.82（*）", "2.82"),
            ("2.15*", "2.15"),
            ("6.4（可比价）", "6.4"),
            ("9２．５%", "92.5"),
            ("－12", "-12"),
            ("３５０", "350"),
            ("1,234,567.89", "1234567.89"),
            ("下降2.1", "-2.1"),
            ("增长3.2", "3.2"),
            ("降低0.5%", "-0.5"),
            ("减少１.2（*）", "-1.2"),
        ] {
            let cell: Cell = printed.parse().unwrap();
            assert_eq!((cell.exact(), cell.printed()), (value.parse().ok(), printed));
        }
        for text in [
            "正增长",
            "促稳提质",
            "完成省定目标",
            "一般水平",
            "高于上年",
            "〔7.1〕",
            "N/A",
            "下降",
            "增长",
            "增长较快",
            "提高到95%",
            "持续下降",
        ] {
            let cell: Cell = text.parse().unwrap();
            assert_eq!((cell.value(), cell.printed()), (Value::Words, text));
            assert_eq!(cell.with_unit(""), text);
        }
        for text in ["", "-", "–", "——", "－"] {
            assert_eq!(text.parse::<Cell>().map(|cell| cell.value()), Ok(Value::NotSet), "{text:?}");
        }
    }

    #[test]
    fn writes_its_unit_where_the_report_would() {
        for (printed, unit, written) in [
            ("7.50", "%", "7.50%"),
            ("7.5左右", "%", "7.5%左右"),
            ("3%以内", "%", "3%以内"),
            ("力争30以上", "亿元", "力争30亿元以上"),
            ("7—7.5", "%", "7—7.5%"),
            ("900余", "次", "900余次"),
            ("不低于230", "万吨", "不低于230万吨"),
            ("2.15*", "%", "2.15%*"),
            ("6.4%（可比价）", "%", "6.4%（可比价）"),
            ("稳定在85以上", "万吨", "稳定在85万吨以上"),
            ("下降2.1", "%", "下降2.1%"),
            ("降低0.5%", "%", "降低0.5%"),
        ] {
            assert_eq!(printed.parse::<Cell>().map(|cell| cell.with_unit(unit)), Ok(written.to_owned()));
        }
    }

    #[test]
    fn refuses_what_is_neither_number_nor_notation() {
        for text in ["左右", "约", "力争以上", "0,5", "5~3", "7.5.1", "-x", "+3", "．5", "；", "下降-2.1"]
        {
            assert_eq!(text.parse::<Cell>(), Err(NotACell), "{text:?}");
        }
        assert_eq!(
            NotACell.to_string(),
            "expected a number such as 3, 7.5 or -0.8 (up to 16 digits before the point and 6 after it), as in 7.5左右, 30以上 or 7~7.5 where the report says so, or one of “稳步增长”, “平稳增长”, “完成市定目标”, “—”, “未收录”, or other words, which begin with no digit or sign"
        );
    }
}
