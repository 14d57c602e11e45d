//! What a package leaves unsaid and its words say: what an indicator or a figure measures, which way it ought to go, how it is read, whether a
//! section tells of results or of plans. A rule over names, units and headings. Where no word tells the way, it is neither: a wrong “better” would be a false statement.

use pinyin::ToPinyin;

use super::columns::Years;
use crate::unit::{Dimension, Unit};
use crate::{Direction, FigureKind, Kind, Nature, Section};

/// Names of rates that are changes on the year before.
const CHANGES: [&str; 8] = ["增长", "增速", "增幅", "涨幅", "降低", "下降", "降幅", "提高"];

/// Names of what is an intensity or an index whatever its unit counts.
const INTENSITIES: [&str; 9] = ["每千", "每万", "每百", "人均", "地均", "指数", "浓度", "强度", "收入比"];

/// What is neither better nor worse for being more: what it is spent on, who needs it, how many there are.
const NEUTRAL: [&str; 12] = [
    "投资",
    "外资",
    "进出口",
    "城镇化",
    "城市化",
    "居民基本养老",
    "棚户区",
    "价格",
    "自然增长",
    "人口数",
    "常住人口",
    "收支差",
];

/// A cut of what ought to be less.
const CUTS: [&str; 5] = ["降低", "下降", "降幅", "减少", "削减"];

/// What ought to be less.
const LOWER: [&str; 9] = ["失业", "颗粒物", "浓度", "死亡", "事故", "排放", "能耗", "水耗", "发病"];

/// What ought to be more.
const HIGHER: [&str; 25] = [
    "生产总值",
    "增加值",
    "产值",
    "产量",
    "收入增",
    "收入",
    "零售",
    "就业",
    "研究与试验",
    "研发",
    "专利",
    "生产率",
    "造林",
    "森林",
    "绿化",
    "优良",
    "达标",
    "优于",
    "床位",
    "医师",
    "护士",
    "寿命",
    "设施",
    "学位",
    "职工基本养老",
];

fn has(name: &str, words: &[&str]) -> bool {
    words.iter().any(|word| name.contains(word))
}

/// Whether a name says that something becomes less.
pub(super) fn is_cut(name: &str) -> bool {
    has(name, &CUTS)
}

/// What an indicator measures.
pub(super) fn kind(name: &str, unit: &str) -> Kind {
    let dimension = Unit::try_from(unit.to_owned()).map(|unit| unit.dimension());
    match dimension {
        Ok(Dimension::Rate | Dimension::Points) if has(name, &CHANGES) => Kind::Growth,
        Ok(Dimension::Points) => Kind::Growth,
        Ok(Dimension::Rate) => Kind::Share,
        _ if unit.is_empty() || unit.contains('/') || has(name, &INTENSITIES) => Kind::Level,
        Ok(Dimension::Yuan | Dimension::Dollars | Dimension::Micrograms | Dimension::Tonnes) => Kind::Level,
        _ => Kind::Count,
    }
}

/// Which way an indicator ought to go.
pub(super) fn direction(name: &str) -> Direction {
    let is_lower = has(name, &LOWER);
    if is_lower && is_cut(name) {
        Direction::Higher
    } else if is_lower {
        Direction::Lower
    } else if has(name, &NEUTRAL) || name.contains("收入比") {
        Direction::Neutral
    } else if has(name, &HIGHER) {
        Direction::Higher
    } else {
        Direction::Neutral
    }
}

/// What sort of number a figure is, by its subject and what it measures.
pub(super) fn figure_kind(subject: &str, dimension: Dimension) -> FigureKind {
    let is_fall = is_cut(subject);
    match dimension {
        Dimension::Rate if has(subject, &COMPLETIONS) => FigureKind::Completion,
        Dimension::Rate if is_fall && has(subject, &LOWER) => FigureKind::Improvement,
        Dimension::Rate if !is_fall && has(subject, &CHANGES) => FigureKind::Growth,
        Dimension::Rate if has(subject, &SHARES) => FigureKind::Share,
        Dimension::Rate => FigureKind::Rate,
        Dimension::Points => FigureKind::Change,
        Dimension::Yuan
        | Dimension::Dollars
        | Dimension::SquareMetres
        | Dimension::Mu
        | Dimension::Kilometres
        | Dimension::Tonnes
        | Dimension::Days
        | Dimension::Micrograms => FigureKind::Amount,
        Dimension::People | Dimension::PersonTimes | Dimension::Things(_) | Dimension::Other(_) => {
            FigureKind::Count
        }
    }
}

/// Of how much of a target was achieved.
const COMPLETIONS: [&str; 3] = ["完成率", "占年度目标", "占年度计划"];

/// Of parts of a whole.
const SHARES: [&str; 4] = ["占比", "比重", "占", "覆盖率"];

/// Headings of what was achieved, and of what is to come. The first go before: 2025年计划执行情况.
const OF_RESULTS: [&str; 6] = ["执行情况", "完成情况", "回顾", "运行情况", "主要成效", "工作情况"];
const OF_PLANS: [&str; 7] = ["目标", "任务", "计划", "安排", "打算", "举措", "重点工作"];

/// Whether figures of a section are results or targets, by its heading or the nearest above that says so.
pub(super) fn nature(outline: &[Section], section: &str, years: Years) -> Option<Nature> {
    let find = |id: &str| outline.iter().find(|section| section.id == id);
    let mut above = find(section);
    // A section is within at most as many as there are.
    for _ in 0..outline.len() {
        let heading = &above?.heading.zh;
        let is_of = |year: u16| heading.contains(&format!("{year}年"));
        if has(heading, &OF_RESULTS) || (is_of(years.actual) && !has(heading, &OF_PLANS)) {
            return Some(Nature::Actual);
        }
        if has(heading, &OF_PLANS) || is_of(years.plan) {
            return Some(Nature::Target);
        }
        above = above?.parent.as_deref().and_then(find);
    }
    None
}

/// How a name is read: one syllable a character without tones (ü as v), the most usual one; other characters stand for themselves.
pub(super) fn pinyin(name: &str) -> Vec<String> {
    name.chars()
        .map(|character| match character.to_pinyin() {
            Some(syllable) => syllable.plain().replace('ü', "v"),
            None => character.to_lowercase().collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn says_of_the_bundled_indicators_what_their_package_says() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021");
        let indicators = crate::package::read(&folder).unwrap().indicators;
        assert_eq!(indicators.len(), 25);
        for indicator in &indicators {
            let name = &indicator.name.zh;
            assert_eq!(kind(name, &indicator.unit.zh), indicator.kind, "{name}");
            assert_eq!(direction(name), indicator.direction, "{name}");
            assert_eq!(pinyin(name), indicator.pinyin, "{name}");
        }
    }

    #[test]
    fn what_no_word_tells_has_no_better_direction() {
        for (name, unit, of_kind, way) in [
            ("货物吞吐能力", "万件", Kind::Count, Direction::Neutral),
            ("生产安全事故死亡人数", "人", Kind::Count, Direction::Lower),
            ("单位生产总值能耗降低率", "%", Kind::Growth, Direction::Higher),
            ("城乡居民收入比", "", Kind::Level, Direction::Neutral),
            ("居民消费价格涨幅", "%", Kind::Growth, Direction::Neutral),
            ("粮食总产量", "万吨", Kind::Level, Direction::Higher),
        ] {
            assert_eq!((kind(name, unit), direction(name)), (of_kind, way), "{name}");
        }
    }
}
