//! What report the figures are from: title, meeting, date and years.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::bundle::Printed;

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
        let is_written_so = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        let mut parts = text.split('-').map(|part| part.parse::<u16>().unwrap_or(0));
        let mut next = || parts.next().unwrap_or(0);
        let (year, month, day) = (next(), next(), next());
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u16::from(is_leap),
            1..=12 => 31,
            _ => 0,
        };
        let right = is_written_so && (1..=days).contains(&day);
        if right { Ok(Self(text)) } else { Err(format!("“{text}” is no day in the form YYYY-MM-DD")) }
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl Printed for Date {
    fn printed(&self) -> String {
        self.0.clone()
    }

    fn stand_in() -> Self {
        Self(String::new())
    }
}

impl Date {
    /// Year, month and day.
    pub fn parts(&self) -> [u16; 3] {
        let mut parts = self.0.split('-').map(|part| part.parse().unwrap_or_default());
        [(); 3].map(|()| parts.next().unwrap_or_default())
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
    /// The office that answers for the report.
    pub office: Bilingual,
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

impl Report {
    /// Whether it is that of a district (区); a city, a county or a province is none, and neither is an autonomous region (自治区).
    pub fn is_of_district(&self) -> bool {
        self.district.zh.ends_with('区') && !self.district.zh.ends_with("自治区")
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn a_date_is_a_day_of_the_calendar() {
        let is_date = |text: &str| Date::try_from(text.to_owned()).is_ok();
        assert!(is_date("2021-02-23") && is_date("2020-02-29") && is_date("2000-12-31"));
        for text in [
            "2021-02-29",
            "2021-2-23",
            "2021-13-01",
            "2021-00-10",
            "2021-04-31",
            "2021-+2-01",
            "",
            "2021年2月23日",
        ] {
            assert!(!is_date(text), "{text}");
        }
    }
}
