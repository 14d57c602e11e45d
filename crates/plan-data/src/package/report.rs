//! The report that a package is of: from its descriptor, or from the rows of 报告.csv, a key and what it says.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::columns::Years;
use super::problem::quoted;
use super::{Problem, Problems};
use crate::dataset::Extra;
use crate::report::Date;
use crate::{Bilingual, Report};

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

/// What a package says of its report. What is left out is empty in the [`Report`].
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Described {
    district: Text,
    level: Option<String>,
    title: Text,
    short_title: Option<Text>,
    meeting: Option<Text>,
    presenter: Option<Text>,
    office: Option<Text>,
    date: Date,
    annex: Option<Text>,
    project_list: Option<Text>,
    actual_year: u16,
    plan_year: u16,
}

impl Described {
    /// The report. A short title that is left out says both years.
    pub(super) fn report(&self) -> Report {
        let optional = |text: &Option<Text>| text.clone().unwrap_or_else(|| Text::from("")).0;
        let title = self.title.0.clone();
        let derived = || {
            let (actual, plan) = (self.actual_year, self.plan_year);
            let zh = format!("{actual}年完成，{plan}年计划");
            let has_english = title.en != title.zh;
            let en =
                if has_english { format!("What {actual} achieved, what {plan} plans") } else { zh.clone() };
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
            actual_year: self.actual_year,
            plan_year: self.plan_year,
        }
    }

    /// The years that heads of columns may begin with.
    pub(super) fn years(&self) -> Years {
        Years { actual: self.actual_year, plan: self.plan_year }
    }

    /// What it says that the [`Report`] has no field for.
    pub(super) fn extras(&self) -> impl Iterator<Item = Extra> {
        let level = self.level.clone().filter(|level| !level.is_empty());
        level.map(|text| Extra { of: String::new(), head: LEVEL.to_owned(), text }).into_iter()
    }
}

const LEVEL: &str = "级别";

/// The keys of 报告.csv: the id, and what it may be called.
const KEYS: [(&str, &[&str]); 12] = [
    ("district", &["地区", "行政区"]),
    ("level", &[LEVEL]),
    ("title", &["标题", "报告标题"]),
    ("short_title", &["简称", "短标题"]),
    ("meeting", &["会议"]),
    ("presenter", &["报告人"]),
    ("office", &["编制单位", "单位"]),
    ("date", &["日期", "报告日期"]),
    ("annex", &["附表"]),
    ("project_list", &["项目清单", "项目表"]),
    ("actual_year", &["完成年份"]),
    ("plan_year", &["计划年份"]),
];

/// The report that the records of 报告.csv describe; `None` and problems where something that a report must have is missing.
pub(super) fn of_records(
    problems: &mut Problems,
    file: &str,
    records: &[(u64, Vec<String>)],
) -> Option<Described> {
    let mut values: BTreeMap<&str, (u64, &str)> = BTreeMap::new();
    let known = || KEYS.map(|(id, heads)| heads.first().copied().unwrap_or(id)).join("、");
    let header = records.first().map(|(_, cells)| cells.as_slice()).unwrap_or_default();
    let is_header = |cells: &[String]| matches!(cells, [key, _, ..] if key == "项目" || key == "key");
    if !is_header(header) {
        let found = format!("the columns {}", header.join(","));
        problems.add(Problem::file(file, &found, "the columns 项目,内容").at(1, 1));
        return None;
    }
    for (line, cells) in records.iter().skip(1) {
        let key = cells.first().map(String::as_str).unwrap_or_default();
        let value = cells.get(1).map(String::as_str).unwrap_or_default();
        if let Some((at, more)) = cells.iter().enumerate().skip(2).find(|(_, cell)| !cell.is_empty()) {
            let expected = "two cells, the second with \" around it where it has a comma";
            problems.add(Problem::file(file, &quoted(more), expected).at(*line, at + 1));
        }
        if key.is_empty() && value.is_empty() {
            continue;
        }
        let Some((id, _)) = KEYS.iter().find(|(id, heads)| *id == key || heads.contains(&key)) else {
            let expected = format!("one of {}", known());
            problems.add(Problem::file(file, &quoted(key), &expected).at(*line, 1).in_field("项目"));
            continue;
        };
        if let Some((first, _)) = values.insert(id, (*line, value)) {
            let expected = format!("each once; line {first} has it too");
            problems.add(Problem::file(file, &quoted(key), &expected).at(*line, 1).in_field("项目"));
        }
    }
    let optional = |id: &str| values.get(id).map(|(_, value)| *value).filter(|value| !value.is_empty());
    let mut required = |id: &str| {
        let found = optional(id);
        if found.is_none() {
            let heads = KEYS.iter().find(|(key, _)| *key == id).map_or(&[][..], |(_, heads)| heads);
            let head = heads.first().copied().unwrap_or(id);
            let (found, at) = match values.get(id) {
                Some((line, _)) => ("an empty cell".to_owned(), Some(*line)),
                None => (format!("no row “{head}”"), None),
            };
            let problem = Problem::file(file, &found, &format!("a row “{head}” and what it is"));
            problems.add(match at {
                Some(line) => problem.at(line, 2),
                None => problem,
            });
        }
        found
    };
    let [district, title, date, actual, plan] =
        ["district", "title", "date", "actual_year", "plan_year"].map(&mut required);
    let mut read = |id: &str, text: &str, expected: &str| {
        let line = values.get(id).map_or(1, |(line, _)| *line);
        problems.add(Problem::file(file, &quoted(text), expected).at(line, 2).in_field("内容"));
    };
    let date = date.and_then(|text| {
        let date = Date::try_from(iso(text)).ok();
        if date.is_none() {
            read("date", text, "a day such as 2024-01-18");
        }
        date
    });
    let mut year = |id: &str, text: Option<&str>| {
        let text = text?;
        let year = text.trim_end_matches('年').parse().ok().filter(|year| (1949..=2999).contains(year));
        if year.is_none() {
            read(id, text, "a year such as 2024");
        }
        year
    };
    let (actual_year, plan_year) = (year("actual_year", actual), year("plan_year", plan));
    let text = |id: &str| optional(id).map(Text::from);
    Some(Described {
        district: Text::from(district?),
        level: optional("level").map(str::to_owned),
        title: Text::from(title?),
        short_title: text("short_title"),
        meeting: text("meeting"),
        presenter: text("presenter"),
        office: text("office"),
        date: date?,
        annex: text("annex"),
        project_list: text("project_list"),
        actual_year: actual_year?,
        plan_year: plan_year?,
    })
}

/// 2024年1月18日 and 2024/1/18 as 2024-01-18; other texts as they are.
fn iso(text: &str) -> String {
    let parts: Vec<&str> = text.trim_end_matches('日').split(['年', '月', '/', '-']).collect();
    match parts[..] {
        [year, month, day] => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => text.to_owned(),
    }
}
