//! What a package leaves unsaid of an indicator and its name says: what it measures, which way it ought to go, how it is read.
//! A rule over name and unit. Where no word tells the way, it is neither: a wrong “better” would be a false statement.

use pinyin::ToPinyin;

use crate::unit::{Dimension, Unit};
use crate::{Direction, Kind};

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
    if is_lower && has(name, &CUTS) {
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
