//! The report that a package is of: from its descriptor, or from the rows of 报告.csv, a key and what it says.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::columns::Years;
use super::problem::quoted;
use super::{Problem, Problems};
use crate::report::Date;
use crate::{Bilingual, Level, Report, Said};

/// Words in both languages, or in Chinese alone: a text in place of an object.
#[derive(Clone, Debug)]
pub(super) struct Text(Bilingual);

impl From<&str> for Text {
    fn from(zh: &str) -> Self {
        Self(Bilingual { zh: zh.to_owned(), en: zh.to_owned() })
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or an object with “zh” and “en”")
            }

            fn visit_str<E>(self, zh: &str) -> Result<Text, E> {
                Ok(Text::from(zh))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Text, A::Error> {
                Bilingual::deserialize(MapAccessDeserializer::new(map)).map(Text)
            }
        }
        deserializer.deserialize_any(Words)
    }
}

/// A level by a word of the data.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct LevelWord {
    level: Level,
    word: String,
}

/// The words that may name a level.
const LEVEL_WORDS: &str = "乡、镇、街道、县、县级市、区、市、州、地区、盟、省、自治区、国家";

/// What is to stand where a level is named otherwise.
pub(super) fn level_words() -> Said {
    said!("{LEVEL_WORDS}之一", "one of {LEVEL_WORDS}")
}

impl TryFrom<String> for LevelWord {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        match Level::of_word(&word) {
            Some((level, _)) => Ok(Self { level, word }),
            None => Err(format!("“{word}” is no level: expected one of {LEVEL_WORDS}")),
        }
    }
}

/// What a package says of its report. What is left out is empty in the [`Report`].
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Described {
    district: Text,
    level: Option<LevelWord>,
    title: Text,
    short_title: Option<Text>,
    meeting: Option<Text>,
    presenter: Option<Text>,
    office: Option<Text>,
    date: Date,
    annex: Option<Text>,
    project_list: Option<Text>,
    project_list_name: Option<Text>,
    actual_year: u16,
    plan_year: Option<u16>,
}

impl Described {
    /// The report. A short title that is left out says both years.
    pub(super) fn report(&self) -> Report {
        let optional = |text: &Option<Text>| text.clone().unwrap_or_else(|| Text::from("")).0;
        let title = self.title.0.clone();
        let derived = || {
            let actual = self.actual_year;
            let (zh, en) = match self.plan_year {
                Some(plan) => (
                    format!("{actual}年完成，{plan}年计划"),
                    format!("What {actual} achieved, what {plan} plans"),
                ),
                None => (format!("{actual}年完成"), format!("What {actual} achieved")),
            };
            let has_english = title.en != title.zh;
            let en = if has_english { en } else { zh.clone() };
            Bilingual { zh, en }
        };
        let short_title = self.short_title.clone().map_or_else(derived, |text| text.0);
        Report {
            district: self.district.0.clone(),
            title,
            short_title,
            meeting: optional(&self.meeting),
            presenter: optional(&self.presenter),
            office: optional(&self.office),
            date: self.date.clone(),
            annex: optional(&self.annex),
            project_list: optional(&self.project_list),
            project_list_name: optional(&self.project_list_name),
            actual_year: self.actual_year,
            plan_year: self.years().plan,
            level: self
                .level
                .as_ref()
                .map_or_else(|| Report::level_of(&self.district.0.zh), |word| Some(word.level)),
        }
    }

    /// The years that heads of columns may begin with. A plan that names no year is that of the year after the results.
    pub(super) fn years(&self) -> Years {
        let plan = self.plan_year.unwrap_or(self.actual_year.saturating_add(1));
        Years { actual: self.actual_year, plan }
    }

    /// What it says, in the order of [`KEYS`]; nothing that is left out.
    pub(super) fn said(&self) -> Vec<Fact> {
        let same = |text: String| Bilingual { zh: text.clone(), en: text };
        let word = |text: &Option<Text>| text.clone().map(|text| text.0);
        let of = |id: &str| match id {
            "district" => Some(self.district.0.clone()),
            "level" => self.level.clone().map(|LevelWord { word, .. }| same(word)),
            "title" => Some(self.title.0.clone()),
            "short_title" => word(&self.short_title),
            "meeting" => word(&self.meeting),
            "presenter" => word(&self.presenter),
            "office" => word(&self.office),
            "date" => Some(same(self.date.clone().into())),
            "annex" => word(&self.annex),
            "project_list" => word(&self.project_list),
            "project_list_name" => word(&self.project_list_name),
            "actual_year" => Some(same(self.actual_year.to_string())),
            "plan_year" => self.plan_year.map(|year| same(year.to_string())),
            _ => None,
        };
        let said = |(id, heads): (&'static str, &'static [&'static str])| {
            let Bilingual { zh, en } = of(id).filter(|text| !text.zh.is_empty())?;
            let chinese = heads.first().copied().unwrap_or(id);
            Some(Fact { id, chinese, en: (en != zh).then_some(en), zh })
        };
        KEYS.into_iter().filter_map(said).collect()
    }
}

/// A row of 报告.csv: what it says, and in English where that differs.
pub(super) struct Fact {
    pub(super) id: &'static str,
    pub(super) chinese: &'static str,
    pub(super) zh: String,
    pub(super) en: Option<String>,
}

/// What the key of a row in English ends in, after the key or its id.
pub(super) const IN_ENGLISH: [&str; 2] = ["（英文）", "_en"];

/// The heads of 报告.csv.
pub(super) const HEADS: [&str; 2] = ["项目", "内容"];

/// What is the same in every language.
const WITHOUT_WORDS: [&str; 4] = ["level", "date", "actual_year", "plan_year"];

/// Whether a file that describes the report may have that head.
pub(super) fn is_head(head: &str) -> bool {
    HEADS.contains(&head) || head == "key"
}

/// The keys of 报告.csv: the id, and what it may be called.
const KEYS: [(&str, &[&str]); 13] = [
    ("district", &["地区", "行政区"]),
    ("level", &["级别", "层级"]),
    ("title", &["标题", "报告标题"]),
    ("short_title", &["简称", "短标题"]),
    ("meeting", &["会议"]),
    ("presenter", &["报告人"]),
    ("office", &["编制单位", "单位"]),
    ("date", &["日期", "报告日期"]),
    ("annex", &["附表"]),
    ("project_list", &["项目清单", "项目表"]),
    ("project_list_name", &["项目清单简称"]),
    ("actual_year", &["完成年份"]),
    ("plan_year", &["计划年份"]),
];

/// The report that the records of 报告.csv describe; `None` and problems where something that a report must have is missing. And the years
/// of the other tables, which are read nevertheless: as far as they are not there, by the day of the report.
pub(super) fn of_records(
    problems: &mut Problems,
    file: &str,
    records: &[(u64, Vec<String>)],
) -> (Option<Described>, Years) {
    let (values, english) = by_key(problems, file, records);
    let optional = |id: &str| values.get(id).map(|(_, value)| *value).filter(|value| !value.is_empty());
    let mut required = |id: &str| {
        let found = optional(id);
        if found.is_none() {
            let heads = KEYS.iter().find(|(key, _)| *key == id).map_or(&[][..], |(_, heads)| heads);
            let head = heads.first().copied().unwrap_or(id);
            let (found, at) = match values.get(id) {
                Some((line, _)) => (quoted(""), Some(*line)),
                None => (said!("没有“{head}”一行", "no row “{head}”"), None),
            };
            let expected = said!("“{head}”一行及其内容", "a row “{head}” and what it is");
            let problem = Problem::file(file, found, expected);
            problems.add(match at {
                Some(line) => problem.at(line, 2),
                None => problem,
            });
        }
        found
    };
    let [_, _, date, actual] = ["district", "title", "date", "actual_year"].map(&mut required);
    let plan = optional("plan_year");
    let mut read = |id: &str, text: &str, expected: Said| {
        let line = values.get(id).map_or(1, |(line, _)| *line);
        problems.add(Problem::file(file, quoted(text), expected).at(line, 2).in_field("内容"));
    };
    let date = date.and_then(|text| {
        let date = Date::try_from(iso(text)).ok();
        if date.is_none() {
            read("date", text, said!("日期，例如2024-01-18", "a day such as 2024-01-18"));
        }
        date
    });
    let mut year = |id: &str, text: Option<&str>| {
        let text = text?;
        let year = text.trim_end_matches('年').parse().ok().filter(|year| (1949..=2999).contains(year));
        if year.is_none() {
            read(id, text, said!("年份，例如2024", "a year such as 2024"));
        }
        year
    };
    let (actual_year, plan_year) = (year("actual_year", actual), year("plan_year", plan));
    let before = |year: u16| year.saturating_sub(1);
    let actual_or_else =
        actual_year.or(plan_year.map(before)).or(date.as_ref().map(|date| before(date.parts()[0])));
    let years = actual_or_else.map_or(Years::UNKNOWN, |actual| Years {
        actual,
        plan: plan_year.unwrap_or(actual.saturating_add(1)),
    });
    let level = optional("level").map(|word| (word, LevelWord::try_from(word.to_owned())));
    if let Some((word, Err(_))) = &level {
        read("level", word, level_words());
    }
    if let (Some(actual), Some(plan), Some((line, text))) = (actual_year, plan_year, values.get("plan_year"))
        && plan <= actual
    {
        let expected = said!("{actual}以后的一年", "a year after {actual}");
        problems.add(Problem::file(file, quoted(text), expected).at(*line, 2).in_field(HEADS[1]));
    }
    for (id, (line, text)) in &english {
        if optional(id).is_none() && !text.is_empty() {
            let expected = said!("另有一行写中文", "the same in Chinese in a row of its own");
            let problem = Problem::file(file, quoted(text), expected);
            problems.add(problem.at(*line, 2).in_field(HEADS[1]));
        }
    }
    let text = |id: &str| {
        let zh = optional(id)?;
        let en = english.get(id).map(|(_, en)| *en).filter(|en| !en.is_empty()).unwrap_or(zh);
        Some(Text(Bilingual { zh: zh.to_owned(), en: en.to_owned() }))
    };
    let described = || {
        Some(Described {
            district: text("district")?,
            level: level.and_then(|(_, level)| level.ok()),
            title: text("title")?,
            short_title: text("short_title"),
            meeting: text("meeting"),
            presenter: text("presenter"),
            office: text("office"),
            date: date?,
            annex: text("annex"),
            project_list: text("project_list"),
            project_list_name: text("project_list_name"),
            actual_year: actual_year?,
            plan_year,
        })
    };
    (described(), years)
}

/// What stands at each key, by the key's id, with its line.
type ByKey<'a> = BTreeMap<&'static str, (u64, &'a str)>;

/// What the rows say, in Chinese and in English.
fn by_key<'a>(
    problems: &mut Problems,
    file: &str,
    records: &'a [(u64, Vec<String>)],
) -> (ByKey<'a>, ByKey<'a>) {
    let (mut values, mut english) = (ByKey::new(), ByKey::new());
    let known = || KEYS.map(|(id, heads)| heads.first().copied().unwrap_or(id)).join("、");
    let (head_line, header) = records.first().map_or((1, &[][..]), |(line, cells)| (*line, cells.as_slice()));
    let is_header = |cells: &[String]| matches!(cells, [key, _, ..] if key == "项目" || key == "key");
    if !is_header(header) {
        let header = header.join(",");
        let found = said!("表头{header}", "the columns {header}");
        let expected = said!("表头项目,内容", "the columns 项目,内容");
        problems.add(Problem::file(file, found, expected).at(head_line, 1));
    }
    // A file without heads begins with a key.
    let is_key = header.first().is_some_and(|key| id_of(key).is_some());
    for (line, cells) in records.iter().skip(usize::from(!is_key)) {
        let key = cells.first().map(String::as_str).unwrap_or_default();
        let value = cells.get(1).map(String::as_str).unwrap_or_default();
        if let Some((at, more)) = cells.iter().enumerate().skip(2).find(|(_, cell)| !cell.is_empty()) {
            let expected = said!(
                "两个单元格；第二格里有逗号时，两边加\"",
                "two cells, the second with \" around it where it has a comma"
            );
            problems.add(Problem::file(file, quoted(more), expected).at(*line, at + 1));
        }
        if key.is_empty() && value.is_empty() {
            continue;
        }
        let Some((id, is_english)) = id_of(key) else {
            let known = known();
            let expected = said!("下列之一：{known}", "one of {known}");
            problems.add(Problem::file(file, quoted(key), expected).at(*line, 1).in_field("项目"));
            continue;
        };
        let of_language = if is_english { &mut english } else { &mut values };
        if let Some((first, _)) = of_language.insert(id, (*line, value)) {
            let expected = said!("只出现一次的项；第{first}行已有", "each once; line {first} has it too");
            problems.add(Problem::file(file, quoted(key), expected).at(*line, 1).in_field("项目"));
        }
    }
    (values, english)
}

/// The id of a key, and whether it is that of the row in English.
fn id_of(key: &str) -> Option<(&'static str, bool)> {
    let of_english = IN_ENGLISH.iter().find_map(|end| key.strip_suffix(end));
    let plain = of_english.unwrap_or(key);
    let (id, _) = KEYS.into_iter().find(|(id, heads)| *id == plain || heads.contains(&plain))?;
    let is_right = of_english.is_none() || !WITHOUT_WORDS.contains(&id);
    is_right.then_some((id, of_english.is_some()))
}

/// 2024年1月18日 and 2024/1/18 as 2024-01-18; other texts as they are.
fn iso(text: &str) -> String {
    let parts: Vec<&str> = text.trim_end_matches('日').split(['年', '月', '/', '-']).collect();
    match parts[..] {
        [year, month, day] => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_guides_list_every_level() {
        for guide in
            [include_str!("../../../../docs/data.zh.md"), include_str!("../../../../docs/data.en.md")]
        {
            let row = guide.lines().find(|line| line.starts_with("| 级别 |")).unwrap_or_default();
            for word in LEVEL_WORDS.split('、') {
                assert!(Level::of_word(word).is_some(), "{word}");
                let is_listed = row.replace("之一", " ").split([' ', ',', '、']).any(|one| one == word);
                assert!(is_listed, "{word} in {row}");
            }
        }
    }
}
