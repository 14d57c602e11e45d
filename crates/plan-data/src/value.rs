//! What stands in a cell of the annex: a number, a quality, a target set elsewhere, or nothing.
//! The printed text is kept; a gap is never a zero.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::amount::split_after_unit;
use crate::bundle::Printed;
use crate::decimal::DECIMAL_FORM;
use crate::{Amount, Decimal};

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
            | Self::NotCollected => None,
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
        Amount::split(&self.printed).ok().map(|(_, unit)| unit).filter(|unit| !unit.is_empty())
    }

    /// The text with its unit where that stands: before 左右 and 以上, once where the cell prints it too.
    pub fn with_unit(&self, unit: &str) -> String {
        let (head, after) = split_after_unit(&self.printed);
        let number = head.strip_suffix(unit).unwrap_or(head);
        let after = self.printed.get(head.len()..).filter(|_| !after.is_empty()).unwrap_or_default();
        format!("{number}{unit}{after}")
    }
}

/// The text is neither a number nor one of [`NOTATIONS`].
#[derive(Debug, PartialEq, Eq)]
pub struct NotACell;

impl fmt::Display for NotACell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "expected {DECIMAL_FORM}, as in 7.5左右, 30以上 or 7~7.5 where the report says so, or one of"
        )?;
        for (i, (notation, _)) in NOTATIONS.iter().enumerate() {
            write!(f, "{} “{notation}”", if i == 0 { "" } else { "," })?;
        }
        Ok(())
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
            // Its unit is for the row to compare.
            None => Value::Number(Amount::split(&printed).map_err(|_| NotACell)?.0),
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
    fn writes_its_unit_where_the_report_would() {
        for (printed, unit, written) in [
            ("7.50", "%", "7.50%"),
            ("7.5左右", "%", "7.5%左右"),
            ("3%以内", "%", "3%以内"),
            ("力争30以上", "亿元", "力争30亿元以上"),
            ("7—7.5", "%", "7—7.5%"),
            ("900余", "次", "900余次"),
            ("不低于230", "万吨", "不低于230万吨"),
        ] {
            assert_eq!(printed.parse::<Cell>().map(|cell| cell.with_unit(unit)), Ok(written.to_owned()));
        }
    }

    #[test]
    fn refuses_what_is_neither_number_nor_notation() {
        for text in ["", "-", "–", "左右", "稳步增长 ", "0,5", "5~3"] {
            assert_eq!(text.parse::<Cell>(), Err(NotACell), "{text:?}");
        }
        assert_eq!(
            NotACell.to_string(),
            "expected a number such as 3, 7.5 or -0.8 (up to 12 digits before the point and 6 after it, no \
             separators), as in 7.5左右, 30以上 or 7~7.5 where the report says so, or one of “稳步增长”, “平稳增长”, “完成市定目标”, “—”, “未收录”"
        );
    }
}
