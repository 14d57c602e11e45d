//! Units of measure: what dimension they have, so that only like is compared with like.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Said;

/// What a unit measures. Quantities of different dimensions can be neither compared nor subtracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// A rate or share; the base unit is %.
    Rate,
    /// A difference of rates; the base unit is the percentage point.
    Points,
    /// Money in yuan.
    Yuan,
    /// Money in US dollars.
    Dollars,
    /// People.
    People,
    /// Visits and the like: one person several times.
    PersonTimes,
    /// Area in square metres.
    SquareMetres,
    /// Area in mu (亩, a fifteenth of a hectare), which is no decimal multiple of a square metre.
    Mu,
    /// Length in kilometres.
    Kilometres,
    /// Mass in tonnes.
    Tonnes,
    /// Time in days.
    Days,
    /// Concentration in µg/m³.
    Micrograms,
    /// Things counted with this measure word: 家 are not added to 个.
    Things(&'static str),
    /// Something that the program has no word for, counted with the unit of this hash: 件 are not added to 斤.
    Other(u32),
}

impl Dimension {
    /// A short ASCII word for links.
    pub fn code(self) -> &'static str {
        match self {
            Self::Rate => "rate",
            Self::Points => "points",
            Self::Yuan => "yuan",
            Self::Dollars => "dollars",
            Self::People => "people",
            Self::PersonTimes => "person-times",
            Self::SquareMetres => "m2",
            Self::Mu => "mu",
            Self::Kilometres => "km",
            Self::Tonnes => "tonnes",
            Self::Days => "days",
            Self::Micrograms => "micrograms",
            Self::Things(word) => {
                THINGS.iter().find(|(printed, _)| *printed == word).map_or("things", |(_, code)| *code)
            }
            Self::Other(_) => "other",
        }
    }
}

/// Measure words with their pinyin.
const THINGS: [(&str, &str); 12] = [
    ("个", "ge"),
    ("家", "jia"),
    ("项", "xiang"),
    ("套", "tao"),
    ("双", "shuang"),
    ("处", "chu"),
    ("场", "chang"),
    ("次", "ci"),
    ("所", "suo"),
    ("张", "zhang"),
    ("大", "da"),
    ("", "none"),
];

/// Base units: as printed, in English, the dimension, and the power of ten to its base unit.
const BASES: [(&str, &str, Dimension, i8); 31] = [
    ("%", "%", Dimension::Rate, 0),
    ("‰", "‰", Dimension::Rate, -1),
    ("个百分点", "percentage points", Dimension::Points, 0),
    ("百分点", "percentage points", Dimension::Points, 0),
    ("元", "yuan", Dimension::Yuan, 0),
    ("美元", "US dollars", Dimension::Dollars, 0),
    ("人", "people", Dimension::People, 0),
    ("名", "people", Dimension::People, 0),
    ("人次", "person-times", Dimension::PersonTimes, 0),
    ("平方米", "m²", Dimension::SquareMetres, 0),
    ("亩", "mu", Dimension::Mu, 0),
    ("公里", "km", Dimension::Kilometres, 0),
    ("吨", "tonnes", Dimension::Tonnes, 0),
    ("天", "days", Dimension::Days, 0),
    ("日", "days", Dimension::Days, 0),
    ("微克/立方米", "µg/m³", Dimension::Micrograms, 0),
    ("微克每立方米", "µg/m³", Dimension::Micrograms, 0),
    // With a Greek letter and with the sign for micro.
    ("μg/m³", "µg/m³", Dimension::Micrograms, 0),
    ("µg/m³", "µg/m³", Dimension::Micrograms, 0),
    ("个", "", Dimension::Things("个"), 0),
    ("家", "", Dimension::Things("家"), 0),
    ("项", "", Dimension::Things("项"), 0),
    ("套", "sets", Dimension::Things("套"), 0),
    ("双", "pairs", Dimension::Things("双"), 0),
    ("处", "", Dimension::Things("处"), 0),
    ("场", "", Dimension::Things("场"), 0),
    ("次", "times", Dimension::Things("次"), 0),
    ("所", "", Dimension::Things("所"), 0),
    ("张", "", Dimension::Things("张"), 0),
    // 三大主导产业: as a measure word.
    ("大", "", Dimension::Things("大"), 0),
    ("", "", Dimension::Things(""), 0),
];

/// Multiples that stand before a base unit: as printed, in English, the power of ten.
const MULTIPLES: [(&str, &str, i8); 4] =
    [("万亿", "trillion", 12), ("亿", "100 million", 8), ("万", "10,000", 4), ("", "", 0)];

/// Measure words that Chinese numerals stand before.
const COUNTED: &str = "户条座件间支台辆名位种部栋批成倍";

/// A unit as the report prints it, such as 亿元, %, 万人 or 家.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Unit {
    printed: String,
    english: String,
    base_english: &'static str,
    dimension: Dimension,
    power: i8,
}

impl Unit {
    /// That of a number that has none.
    pub(crate) fn none() -> Self {
        let (printed, english) = Default::default();
        Self { printed, english, base_english: "", dimension: Dimension::Things(""), power: 0 }
    }

    /// As printed.
    pub fn printed(&self) -> &str {
        &self.printed
    }

    /// In English; empty for measure words that English does without.
    pub fn english(&self) -> &str {
        &self.english
    }

    /// Its base unit in English, without 万 or 亿; as printed where the program has no English of it.
    pub fn base_english(&self) -> &str {
        match self.dimension {
            Dimension::Other(_) => self.printed.trim_start_matches(['万', '亿']),
            _ => self.base_english,
        }
    }

    /// What it measures.
    pub fn dimension(&self) -> Dimension {
        self.dimension
    }

    /// Whether it is a word that counts and is seldom part of another: a Chinese numeral before it is a number.
    pub(crate) fn is_counted(&self) -> bool {
        let mut base = self.printed.trim_start_matches(['万', '亿']).chars();
        base.next().is_some_and(|word| COUNTED.contains(word)) && base.next().is_none()
    }

    /// The power of ten that leads to the dimension's base unit: 8 for 亿元, −1 for ‰.
    pub fn power(&self) -> i8 {
        self.power
    }
}

/// The unit that a text begins with: of the known ones the longest, else one Chinese character.
pub(crate) fn beginning(text: &str) -> &str {
    let multiple = text.chars().next().filter(|c| matches!(c, '亿' | '万')).map_or(0, char::len_utf8);
    let rest = text.get(multiple..).unwrap_or_default();
    let known = BASES.iter().map(|(base, ..)| base.len()).filter(|length| {
        rest.get(..*length).is_some_and(|start| BASES.iter().any(|(base, ..)| *base == start))
    });
    let other =
        rest.chars().next().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).map_or(0, char::len_utf8);
    text.get(..multiple + known.max().unwrap_or_default().max(other)).unwrap_or_default()
}

/// The text is no unit: neither one of those that the program knows nor a word.
#[derive(Debug, PartialEq, Eq)]
pub struct UnknownUnit;

impl UnknownUnit {
    /// What the text should be.
    pub(crate) fn expected() -> Said {
        let known = BASES.iter().map(|(base, ..)| *base).filter(|base| !base.is_empty());
        let known = known.collect::<Vec<&str>>().join(" ");
        said!(
            "单位，前面可以有万或亿：{known}，或者不超过12个字的其他词",
            "a unit, after 万 or 亿 or alone: {known}, or another word of up to 12 letters"
        )
    }
}

impl fmt::Display for UnknownUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", Self::expected().en)
    }
}

impl std::error::Error for UnknownUnit {}

impl TryFrom<String> for Unit {
    type Error = UnknownUnit;

    fn try_from(printed: String) -> Result<Self, UnknownUnit> {
        for (multiple, multiple_en, multiple_power) in MULTIPLES {
            let Some(base) = printed.strip_prefix(multiple) else {
                continue;
            };
            if let Some((_, english, dimension, power)) = BASES.iter().find(|(name, ..)| *name == base) {
                let base_english = *english;
                let english = format!("{multiple_en} {english}").trim().to_owned();
                let (dimension, power) = (*dimension, power + multiple_power);
                return Ok(Self { printed, english, base_english, dimension, power });
            }
        }
        // What is not in the lists is a word that counts something, or it is no unit at all.
        // m2 and km3 have their digit for ².
        let letters = printed.strip_suffix(['2', '3']).filter(|word| word.ends_with('m')).unwrap_or(&printed);
        let is_word = letters.chars().all(|c| is_letter(c) || "/·%‰℃°²³()（）".contains(c))
            && printed.starts_with(is_letter)
            && printed.chars().count() <= LONGEST;
        if !is_word {
            return Err(UnknownUnit);
        }
        let (base, power) = match printed.chars().next() {
            Some('亿') => (printed.trim_start_matches('亿'), 8),
            Some('万') => (printed.trim_start_matches('万'), 4),
            _ => (printed.as_str(), 0),
        };
        let dimension = Dimension::Other(plan_lean::hash(base));
        Ok(Self { english: printed.clone(), base_english: "", dimension, power, printed })
    }
}

/// Whether it is a letter of Latin or Chinese words: a whole table of letters is much for the browser to load.
pub(crate) fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic()
        || matches!(character, '\u{3400}'..='\u{9FFF}' | 'µ' | 'μ' | '㎡' | '㎥' | '㎞' | '㎢')
}

/// So many letters has the longest unit that is in no list.
const LONGEST: usize = 12;

impl From<Unit> for String {
    fn from(unit: Unit) -> Self {
        unit.printed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(printed: &str) -> Unit {
        Unit::try_from(printed.to_owned()).unwrap()
    }

    #[test]
    fn multiples_scale_a_base() {
        assert_eq!((unit("亿元").dimension(), unit("亿元").power()), (Dimension::Yuan, 8));
        assert_eq!((unit("万美元").dimension(), unit("万美元").power()), (Dimension::Dollars, 4));
        assert_eq!((unit("‰").dimension(), unit("‰").power()), (Dimension::Rate, -1));
        assert_eq!(unit("万平方米").english(), "10,000 m²");
        assert_eq!(unit("名").dimension(), unit("万人").dimension());
        for other in ["微克每立方米", "\u{3bc}g/m³", "\u{b5}g/m³"] {
            assert_eq!(unit(other).dimension(), unit("微克/立方米").dimension());
        }
    }

    #[test]
    fn every_dimension_has_a_word_of_its_own_for_links() {
        let mut codes: Vec<(&str, Dimension)> =
            BASES.iter().map(|(_, _, dimension, _)| (dimension.code(), *dimension)).collect();
        codes.dedup();
        for (code, dimension) in &codes {
            assert!(codes.iter().all(|(other, of)| code != other || dimension == of), "{code}");
            assert!(*code != "things" && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
        }
    }

    #[test]
    fn things_differ_by_their_measure_word() {
        assert_ne!(unit("家").dimension(), unit("个").dimension());
        assert_ne!(unit("件").dimension(), unit("斤").dimension());
        assert_eq!((unit("万件").dimension(), unit("万件").power()), (unit("件").dimension(), 4));
        assert_eq!((unit("万件").base_english(), unit("万元/人").english()), ("件", "万元/人"));
    }

    #[test]
    fn what_is_no_word_is_no_unit() {
        for text in [" %", "2户", "个、户", "-18", ".1", "（含农户）", "的数量超过了上年同期的水平"]
        {
            assert_eq!(Unit::try_from(text.to_owned()), Err(UnknownUnit), "{text}");
        }
    }
}
