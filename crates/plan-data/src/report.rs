//! What report the figures are from: title, meeting, date and years.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Words of the report and their English, which an editor wrote.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Chinese, as the report has it.
    pub zh: String,
    /// English, editorial.
    pub en: String,
}

/// A day of the calendar as YYYY-MM-DD.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(String);

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let mut parts = text.split('-').map(|part| (part.len(), part.parse::<u16>()));
        let right = matches!(
            (parts.next(), parts.next(), parts.next(), parts.next()),
            (Some((4, Ok(_))), Some((2, Ok(1..=12))), Some((2, Ok(1..=31))), None)
        );
        if right { Ok(Self(text)) } else { Err(format!("“{text}” is no day in the form YYYY-MM-DD")) }
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The report itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// The district's full name.
    pub district: Bilingual,
    /// The report's full title.
    pub title: Bilingual,
    /// A title that fits a heading.
    pub short_title: Bilingual,
    /// The meeting that it was presented to.
    pub meeting: Bilingual,
    /// Who presented it.
    pub presenter: Bilingual,
    /// The day of its presentation.
    pub date: Date,
    /// The title of the annex that the indicators come from.
    pub annex: Bilingual,
    /// The heading of the column that the projects come from.
    pub project_list: Bilingual,
    /// The year whose results the report states.
    pub actual_year: u16,
    /// The year that the plan is for.
    pub plan_year: u16,
}
