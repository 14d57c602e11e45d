//! An indicator of the annex: one row with last year's result and this year's plan.

use serde::{Deserialize, Serialize};

use crate::figure::words;
use crate::{Bilingual, Cell};

/// A numbered heading of the annex, such as 一、综合类 or （八）环境保护.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Heading {
    /// The Chinese numeral without brackets: 一, 十一.
    pub number: String,
    /// The heading's words.
    pub name: Bilingual,
}

/// What sort of quantity an indicator measures. Editorial: the report does not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A change on the year before, in percent.
    Growth,
    /// A part of a whole, in percent.
    Share,
    /// An amount or an intensity at a time: money, a concentration, beds per thousand people.
    Level,
    /// A number of things or people, or an area or time that was counted.
    Count,
}

impl Kind {
    /// Every kind with the word that the data uses for it.
    pub const ALL: [(&'static str, Self); 4] =
        [("growth", Self::Growth), ("share", Self::Share), ("level", Self::Level), ("count", Self::Count)];
}

words! {
    /// Which way an indicator ought to go (editorial).
    Direction {
        /// More is better.
        "higher" => Higher,
        /// Less is better.
        "lower" => Lower,
        /// Neither.
        "neutral" => Neutral,
    }
}

/// Whether a difference of two values is one of percentage points or of amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Percentages: they differ by percentage points (百分点).
    Rate,
    /// Amounts in the row's unit: they differ by an amount and by percent.
    Amount,
    /// Values of a scale, such as ‰, percentage points or an index: they differ by an amount in the row's unit, and a percentage of
    /// that would be one of a percentage.
    Scale,
}

/// One row of the annex.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Indicator {
    /// A short ASCII name that links and other tables use; unique.
    pub id: String,
    /// The main heading that the row stands under (一 … 六).
    pub category: Heading,
    /// The heading below that; 五、开放发展 has none.
    pub group: Option<Heading>,
    /// The number printed before the name, such as 1 or 3.1; 地区生产总值增长 has none of its own.
    pub number: Option<String>,
    /// The indicator's name.
    pub name: Bilingual,
    /// What it measures (editorial).
    pub kind: Kind,
    /// The unit of both values; the Chinese as printed.
    pub unit: Bilingual,
    /// What was achieved in [`Report::actual_year`](crate::Report::actual_year).
    pub actual: Cell,
    /// What is planned for [`Report::plan_year`](crate::Report::plan_year).
    pub plan: Cell,
    /// Which way it ought to go (editorial).
    pub direction: Direction,
    /// What it measures, in the editors' words.
    pub about: Bilingual,
    /// What to know before using its values (editorial).
    pub note: Option<Bilingual>,
    /// The name’s pinyin, one syllable a character, without tones: what Chinese names are sorted by.
    pub pinyin: Vec<String>,
    /// How deep it stands within the rows above it: 0, or 1 for 其中：第一产业 below 地区生产总值.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub depth: u8,
    /// The cells of [`Columns::further`](crate::Columns::further), one for each of these columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<Cell>,
    /// Whether the program says what it measures, or which way it ought to go: from its name and unit, as the package does not.
    #[serde(default)]
    pub is_inferred: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(depth: &u8) -> bool {
    *depth == 0
}

impl Indicator {
    /// How two of this indicator's values differ.
    pub fn measure(&self) -> Measure {
        let is_scale = ["‰", "个百分点", "百分点"].contains(&self.unit.zh.as_str())
            || (self.unit.zh.is_empty() && self.name.zh.contains("指数"));
        match self.unit.zh.as_str() {
            "%" => Measure::Rate,
            _ if is_scale => Measure::Scale,
            _ => Measure::Amount,
        }
    }
}
