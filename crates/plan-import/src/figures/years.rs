//! Of which year a number is: what its section, the sentences before it and the words right before it say.

use std::ops::Range;

use super::Doubt;
use super::text::{Text, is_han};
use crate::words::Words;
use crate::{Purpose, Report, Section};

/// Of when a number is, by the words right before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Time {
    /// Of what its sentence or section says.
    #[default]
    Section,
    /// An average of several years: 年均.
    Years,
    /// Of this year: 提高到2025年的14万元.
    Year(u16),
    /// What something was before, in a year that is not said: 从52.1%提高到.
    Before,
    /// What it is now, at the end of the year of the results, after what it was.
    Now,
}

impl Time {
    pub(super) fn doubt(self) -> Option<Doubt> {
        match self {
            Self::Section | Self::Year(_) => None,
            Self::Years => Some(Doubt::Years),
            Self::Before => Some(Doubt::Subject),
            Self::Now => Some(Doubt::Year),
        }
    }
}

/// Of when the number is that ends those characters, and that others follow. `last`: of when the one before it is, which a list goes on.
pub(super) fn time(
    text: &Text<'_>,
    before: Range<usize>,
    after: usize,
    clause: &str,
    is_yearly: bool,
    last: Time,
) -> Time {
    let ends = |words: &[&str]| words.iter().any(|word| text.ends(before.end, word));
    if is_yearly {
        return Time::Years;
    }
    if let Some(year) = year_of(clause) {
        return Time::Year(year);
    }
    // 从每生每年500元提高到600元
    let mut words = text.slice(before.clone());
    while let Some(shorter) = PER.iter().find_map(|per| words.strip_suffix(per)) {
        words = shorter;
    }
    // 比上年全年增长5.2%回落0.2个百分点
    let moved = ["增长", "上涨", "下降"].iter().find_map(|word| words.strip_suffix(word)).unwrap_or(words);
    let moved = moved.trim_end_matches("全年").trim_end_matches("同期");
    let is_of_last = ["比上年", "比去年", "较上年"].iter().any(|of| moved.ends_with(of));
    let goes_on = text.any(after, &["回落", "缩小", "提高", "收窄", "扩大", "加快"]).is_some();
    if is_of_last && goes_on {
        return Time::Before;
    }
    if words.ends_with(['从', '由']) || ends(&["由上年的", "从上年的", "由去年的", "从去年的"])
    {
        return Time::Before;
    }
    match text.slice(before) {
        "、" | "和" | "与" | "及" | ":" | "：" | "︰" | "∶" => last,
        // 从118家增加到163家
        joint if last == Time::Before && joint.ends_with(['到', '至', '为']) && !joint.contains('，') => {
            Time::Now
        }
        _ => Time::Section,
    }
}

/// The words for a part of a year that begin there: 上半年, 二季度.
pub(super) fn part_of_year<'a>(text: &Text<'a>, at: usize) -> Option<&'a str> {
    const PARTS: [&str; 6] = ["上半年", "前三季度", "一季度", "二季度", "三季度", "四季度"];
    let is_inner = text.before(at) == '前' || text.before(at) == '第';
    let length = text.any(at, &PARTS).filter(|_| !is_inner)?;
    Some(text.slice(at..at + length))
}

/// The part of a year that a title or a heading names: 上半年, 1—6月.
pub(super) fn part_named(words: &str) -> Option<String> {
    const PARTS: [&str; 3] = ["上半年", "前三季度", "一季度"];
    if let Some(part) = PARTS.iter().find(|part| words.contains(*part)) {
        return Some((*part).to_owned());
    }
    let (before, _) = words.split_once('月')?;
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || "-－—–~～至".contains(c)).len();
    let months = before.get(start..)?;
    // 1—12月 is the year, and 9月 may be the day of the report.
    let is_part = months.starts_with('1') && !months.bytes().all(|byte| byte.is_ascii_digit());
    (is_part && !months.ends_with("12")).then(|| format!("{months}月"))
}

/// Words between 从 and what a person or a thing gets.
const PER: [&str; 8] = ["每生", "每人", "每月", "每年", "每亩", "每户", "每吨", "每天"];

/// 由2020年的, 快于2022年全年: the year that ends a clause.
fn year_of(clause: &str) -> Option<u16> {
    let before = clause.strip_suffix("年的").or_else(|| clause.strip_suffix("年全年"))?;
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let year = before.get(digits.len()..)?;
    (year.len() == 4).then(|| year.parse().ok()).flatten()
}

/// Of which years sentences speak that do not say it.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    /// The section is about several years.
    pub(super) is_section: bool,
    /// A sentence before said that it is about several years, and none since that it is about one.
    pub(super) is_of_years: bool,
    /// The report was made before the year of its results was over: 今年 is that year.
    pub(super) is_within: bool,
    /// The year of what is told where no heading says that it is a result: none in a plan without results.
    pub(super) told: Option<u16>,
    /// The part of a year that the heading or the title names: 上半年; empty for a whole year.
    pub(super) part: String,
}

/// Words at the beginning of a sentence that open the review of several years; 十四五 and the like besides.
static OF_YEARS: Words = Words::new(&[
    "五年来",
    "五年间",
    "过去五年",
    "过去的五年",
    "过去5年",
    "回望过去五年",
    "回首过去五年",
    "回顾过去五年",
    "回望五年",
    "回顾五年",
    "这五年",
    "三年来",
    "四年来",
    "五年多来",
    "本届政府",
    "过去三年",
    "过去四年",
]);

/// Those that open the review of one year.
static OF_ONE_YEAR: Words = Words::new(&[
    "一年来",
    "过去一年",
    "过去的一年",
    "这一年",
    "全年",
    "今年",
    "去年",
    "刚刚过去的",
    "上一年",
    "本年",
]);

impl Scope {
    /// What holds for all of a report.
    pub(super) fn new(report: &Report) -> Self {
        let opening = report.sections.first().filter(|section| section.heading.is_empty());
        let dated = opening
            .iter()
            .flat_map(|section| &section.paragraphs)
            .find_map(|paragraph| date_in(&paragraph.words));
        let has_results = report.sections.iter().any(|section| section.purpose == Purpose::Results);
        let told = report.actual_year.filter(|_| has_results || report.plan_year.is_none());
        Self { is_within: dated.is_some() && dated == report.actual_year, told, ..Self::default() }
    }

    /// That of a section.
    pub(super) fn enter(&mut self, section: &Section, is_of_years: bool, part: String) {
        self.part = part;
        self.is_of_years &= section.parent.is_some();
        self.is_section = is_of_years;
    }

    /// Reads the first words of a sentence.
    pub(super) fn open(&mut self, text: &Text<'_>, start: usize) {
        let mut at = start;
        // 各位代表！ and —— say nothing of it.
        while at < text.len() && (!is_han(text.at(at)) && !text.at(at).is_ascii_digit()) {
            at += 1;
        }
        if OF_YEARS.at(text, at).is_some() || plan_period(text, at).is_some() {
            self.is_of_years = true;
        } else if OF_ONE_YEAR.at(text, at).is_some() {
            self.is_of_years = false;
        } else if text.digits(at) == at + 4 && text.at(at + 4) == '年' {
            // 2020年到2025年 are several.
            self.is_of_years &= "到至—-、".contains(text.at(at + 5));
        }
    }
}

/// The end of 十四五”时期 and the like.
pub(super) fn plan_period(text: &Text<'_>, at: usize) -> Option<usize> {
    let is_plan =
        text.at(at) == '十' && "一二三四五六七八九".contains(text.at(at + 1)) && text.at(at + 2) == '五';
    let after = at + 3 + usize::from(text.at(at + 3) == '”');
    let length = text.any(after, &["时期", "期间", "以来", "的五年", "这五年", "五年"])?;
    is_plan.then_some(after + length)
}

/// The year of the first day that words name: 2022年12月27日.
fn date_in(words: &str) -> Option<u16> {
    words.match_indices('年').find_map(|(at, year)| {
        let before = words.get(..at)?;
        let digits = before.get(before.trim_end_matches(|c: char| c.is_ascii_digit()).len()..)?;
        let after = words.get(at + year.len()..)?.trim_start_matches(|c: char| c.is_ascii_digit());
        let day = after.strip_prefix('月')?.trim_start_matches(|c: char| c.is_ascii_digit());
        (digits.len() == 4 && day.starts_with('日')).then(|| digits.parse().ok()).flatten()
    })
}

/// Whether a heading is that of a review of several years, or of the plan for them, and of no single one.
pub(super) fn names_years(heading: &str) -> bool {
    let has_year = heading
        .split('年')
        .any(|before| before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len() == 4);
    let words = ["过去五年", "五年工作", "五年来", "三年来", "本届政府", "今后五年", "未来五年"];
    let text = Text::new(heading);
    let has_period = (0..text.len()).any(|at| plan_period(&text, at).is_some());
    !has_year && (has_period || words.iter().any(|word| heading.contains(word)))
}
