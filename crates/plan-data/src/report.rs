//! What report the figures are from: title, meeting, date and years.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::bundle::Printed;
use crate::figure::words;

/// Words of the report and their English, which an editor wrote.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Chinese, as the report has it.
    pub zh: String,
    /// English, editorial.
    pub en: String,
}

impl Bilingual {
    /// As an English sentence has it: the English words, or where there are none, the Chinese in quotation marks.
    pub(crate) fn within_english(&self) -> Cow<'_, str> {
        let is_chinese =
            self.en == self.zh && self.zh.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
        if is_chinese { Cow::Owned(format!("“{}”", self.zh)) } else { Cow::Borrowed(&self.en) }
    }
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

words! {
    /// What a place is to the state: whose report it is, or whose figures stand beside its own.
    Level {
        /// 乡, 镇, 街道.
        "town" => Town,
        /// 县, 旗, 县级市.
        "county" => County,
        /// 区.
        "district" => District,
        /// 市.
        "city" => City,
        /// 州, 地区, 盟.
        "prefecture" => Prefecture,
        /// 省, 自治区, 直辖市.
        "province" => Province,
        /// 国家.
        "nation" => Nation,
    }
}

/// Every Chinese word for a level, and what it is after 本 and 全: of two that a name may end in the longer first.
const LEVELS: [(&str, Level, &str); 22] = [
    ("自治区", Level::Province, "区"),
    ("特别行政区", Level::Province, "区"),
    ("直辖市", Level::Province, "市"),
    ("县级市", Level::County, "市"),
    ("自治县", Level::County, "县"),
    ("自治旗", Level::County, "旗"),
    ("自治州", Level::Prefecture, "州"),
    ("地区", Level::Prefecture, "地区"),
    ("街道", Level::Town, "街道"),
    ("国家", Level::Nation, "国"),
    ("全国", Level::Nation, "国"),
    ("乡镇", Level::Town, "镇"),
    ("乡", Level::Town, "乡"),
    ("镇", Level::Town, "镇"),
    ("县", Level::County, "县"),
    ("旗", Level::County, "旗"),
    ("区", Level::District, "区"),
    ("市", Level::City, "市"),
    ("州", Level::Prefecture, "州"),
    ("盟", Level::Prefecture, "盟"),
    ("省", Level::Province, "省"),
    ("国", Level::Nation, "国"),
];

impl Level {
    /// The level that a word of the data names, in Chinese or English, and what that is after 本 and 全.
    pub fn of_word(word: &str) -> Option<(Self, &'static str)> {
        if let Some((_, level, chinese)) = LEVELS.iter().find(|(known, ..)| *known == word) {
            return Some((*level, chinese));
        }
        let (_, level) = Self::ALL.iter().find(|(known, _)| *known == word)?;
        Some((*level, level.usual()))
    }

    /// The level that the name of a place ends in, and what that is after 本 and 全. `None` where it ends in none.
    fn of_name(name: &str) -> Option<(Self, &'static str)> {
        let found = LEVELS.iter().find(|(ending, ..)| name.ends_with(ending));
        found.map(|(_, level, chinese)| (*level, *chinese))
    }

    /// The Chinese word of the data for the level of a place of that name.
    pub fn chinese(self, name: &str) -> &'static str {
        let known = LEVELS.iter().find(|(ending, level, _)| *level == self && name.ends_with(ending));
        known.map_or(self.usual(), |(word, ..)| word)
    }

    /// Every word that names the level, in English and in Chinese.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        let english = Self::ALL.iter().filter(move |(_, level)| *level == self).map(|(word, _)| *word);
        english.chain(LEVELS.iter().filter(move |(_, level, _)| *level == self).map(|(word, ..)| *word))
    }

    /// What a level is called after 本 and 全 where nothing says it more exactly.
    fn usual(self) -> &'static str {
        match self {
            Self::Town => "镇",
            Self::County => "县",
            Self::District => "区",
            Self::City => "市",
            Self::Prefecture => "州",
            Self::Province => "省",
            Self::Nation => "国",
        }
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
    /// The same in a word or two; empty where the package has none.
    pub project_list_name: Bilingual,
    /// The year whose results the report states.
    pub actual_year: u16,
    /// The year that the plan is for.
    pub plan_year: u16,
    /// Whose report it is: as the package says, or as the name of the place ends; `None` where neither tells.
    pub level: Option<Level>,
}

impl Report {
    /// The level that follows from a place's name.
    pub(crate) fn level_of(district: &str) -> Option<Level> {
        Level::of_name(district).map(|(level, _)| level)
    }

    /// What the place is after 本 and 全: as its name ends, or else what its level is called usually.
    pub fn place_word(&self) -> Option<&'static str> {
        let of_name = Level::of_name(&self.district.zh).map(|(_, chinese)| chinese);
        of_name.or(self.level.map(Level::usual))
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Level};

    #[test]
    fn a_level_follows_from_the_end_of_a_name() {
        for (name, level) in [
            ("平顶山市卫东区", Some((Level::District, "区"))),
            ("云石县", Some((Level::County, "县"))),
            ("澜州市", Some((Level::City, "市"))),
            ("某某自治州", Some((Level::Prefecture, "州"))),
            ("某某地区", Some((Level::Prefecture, "地区"))),
            ("某某自治区", Some((Level::Province, "区"))),
            ("文昌街道", Some((Level::Town, "街道"))),
            ("某某自治旗", Some((Level::County, "旗"))),
            ("某某兵团", None),
        ] {
            assert_eq!(Level::of_name(name), level, "{name}");
        }
        for (word, level) in [
            ("县级市", Some((Level::County, "市"))),
            ("乡镇", Some((Level::Town, "镇"))),
            ("省", Some((Level::Province, "省"))),
            ("province", Some((Level::Province, "省"))),
            ("国家", Some((Level::Nation, "国"))),
            ("galaxy", None),
        ] {
            assert_eq!(Level::of_word(word), level, "{word}");
        }
    }

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
