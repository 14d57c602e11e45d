//! A quantity as running text prints it: 约, a number or a range, 余, a unit, 以上. Read, written back, and compared only
//! with what has the same dimension.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::bundle::Printed;
use crate::unit::{Dimension, Unit};
use crate::{Decimal, UnknownUnit};

/// A word that changes what a number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Modifier {
    /// 力争: an ambition.
    Strive,
    /// 争取: an ambition.
    Seek,
    /// 约: about.
    About,
    /// 近: a little less.
    Nearly,
    /// 余: a little more.
    Odd,
    /// 多: more.
    Over,
    /// 以上: that much or more.
    AtLeast,
    /// 以下: that much or less.
    AtMost,
    /// 左右: about.
    Around,
}

/// Where a modifier stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    BeforeNumber,
    AfterNumber,
    AfterUnit,
}

impl Modifier {
    /// Every modifier as printed.
    pub const ALL: [(&'static str, Self); 9] = [
        ("力争", Self::Strive),
        ("争取", Self::Seek),
        ("约", Self::About),
        ("近", Self::Nearly),
        ("余", Self::Odd),
        ("多", Self::Over),
        ("以上", Self::AtLeast),
        ("以下", Self::AtMost),
        ("左右", Self::Around),
    ];

    /// The modifier that is printed so.
    pub fn of(printed: &str) -> Option<Self> {
        Self::ALL.iter().find(|(word, _)| *word == printed).map(|(_, modifier)| *modifier)
    }

    /// As printed.
    pub fn printed(self) -> &'static str {
        Self::ALL.iter().find(|(_, modifier)| *modifier == self).map_or("", |(word, _)| word)
    }

    /// In English.
    pub fn english(self) -> &'static str {
        match self {
            Self::About | Self::Around => "about",
            Self::Nearly => "nearly",
            Self::Odd | Self::Over => "over",
            Self::AtLeast => "at least",
            Self::AtMost => "at most",
            Self::Strive | Self::Seek => "aim:",
        }
    }

    fn place(self) -> Place {
        match self {
            Self::Strive | Self::Seek | Self::About | Self::Nearly => Place::BeforeNumber,
            Self::Odd | Self::Over => Place::AfterNumber,
            Self::AtLeast | Self::AtMost | Self::Around => Place::AfterUnit,
        }
    }

    fn all_at(place: Place) -> impl Iterator<Item = (&'static str, Self)> {
        Self::ALL.into_iter().filter(move |(_, modifier)| modifier.place() == place)
    }
}

/// A number, or a range, in a unit.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quantity {
    /// The number; of a range the lower.
    pub value: Decimal,
    /// The upper number of a range.
    pub upper: Option<Decimal>,
    /// The unit.
    pub unit: Unit,
    /// What changes its meaning, in the order of [`Modifier::ALL`].
    pub modifiers: Vec<Modifier>,
}

/// Two quantities of different dimensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incommensurable {
    /// What the first measures.
    pub left: Dimension,
    /// What the second measures.
    pub right: Dimension,
}

impl Quantity {
    /// Just that much.
    pub fn exactly(value: Decimal, unit: Unit) -> Self {
        Self { value, upper: None, unit, modifiers: Vec::new() }
    }

    /// The value in the base unit of its dimension; `None` where it does not fit.
    pub fn in_base(&self) -> Option<Decimal> {
        self.value.times_ten_to(self.unit.power())
    }

    /// In English: large amounts in million or billion, modifiers as words before the number, measure words left out.
    pub fn english(&self) -> String {
        // In the order of the enumeration: an ambition comes before what it is about.
        let before: String = self.modifiers.iter().flat_map(|modifier| [modifier.english(), " "]).collect();
        let currency = if self.unit.dimension() == Dimension::Dollars { "US$" } else { "" };
        let number = |value: Decimal| match self.unit.power() {
            power if power > 0 => format!("{currency}{}", large(value, power)),
            _ => format!("{currency}{}", grouped(&value.to_string())),
        };
        let numbers = match self.upper {
            Some(upper) => format!("{} to {}", number(self.value), number(upper)),
            None => number(self.value),
        };
        let is_one = self.value == Decimal::ONE && self.upper.is_none() && self.unit.power() == 0;
        let unit = if currency.is_empty() { self.unit.base_english() } else { "" };
        let unit = match unit.strip_suffix('s') {
            Some(singular) if is_one => singular,
            _ => unit,
        };
        let space = if unit.is_empty() || self.unit.dimension() == Dimension::Rate { "" } else { " " };
        format!("{before}{numbers}{space}{unit}")
    }

    /// `self` − `other` in the base unit (for rates: in percentage points); `None` where it does not fit.
    ///
    /// # Errors
    /// Where the two do not measure the same: an amount of money cannot be taken from a percentage.
    pub fn minus(&self, other: &Self) -> Result<Option<Decimal>, Incommensurable> {
        let (left, right) = (self.unit.dimension(), other.unit.dimension());
        if left != right {
            return Err(Incommensurable { left, right });
        }
        Ok(self.in_base().zip(other.in_base()).map(|(left, right)| left - right))
    }
}

/// `value` × 10^`power` in words that English uses for large numbers.
fn large(value: Decimal, power: i8) -> String {
    for (word, size) in [(" billion", 9), (" million", 6)] {
        if let Some(scaled) = value.times_ten_to(power - size)
            && scaled.abs() >= Decimal::ONE
        {
            return format!("{scaled}{word}");
        }
    }
    value
        .times_ten_to(power)
        .map_or_else(|| format!("{value} × 10^{power}"), |value| grouped(&value.to_string()))
}

/// Commas between thousands, as English writes numbers.
fn grouped(number: &str) -> String {
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    let digits = whole.trim_start_matches(['-', '−']).len();
    let mut out = String::new();
    let mut left = digits;
    for character in whole.chars() {
        out.push(character);
        if character.is_ascii_digit() {
            left -= 1;
            if left > 0 && left % 3 == 0 {
                out.push(',');
            }
        }
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// The text is no quantity.
#[derive(Debug, PartialEq, Eq)]
pub enum NotAQuantity {
    /// There is no number where one must be.
    NoNumber,
    /// What follows the number is no unit.
    Unit,
    /// The upper end of a range is not above its lower.
    Range,
}

impl fmt::Display for NotAQuantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoNumber => f.write_str("expected a number and its unit, such as 900余次 or 30亿元以上"),
            Self::Unit => UnknownUnit.fmt(f),
            Self::Range => f.write_str("expected a range from the smaller to the larger number"),
        }
    }
}

impl std::error::Error for NotAQuantity {}

/// Full-width digits, signs and letters as half-width ones; white space left out.
fn half_width(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '—' | '–' | '至' => '~',
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            other => other,
        })
        .collect()
}

/// The number at the beginning of `text`, in Arabic digits or as one Chinese numeral, and what follows.
fn number(text: &str) -> Option<(Decimal, &str)> {
    let signed = text.strip_prefix('-').unwrap_or(text);
    let digits = signed.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(signed.len());
    let (written, rest) = text.split_at_checked(digits + text.len() - signed.len())?;
    if let Ok(value) = written.parse() {
        return Some((value, rest));
    }
    let mut characters = text.chars();
    let value = match characters.next()? {
        '两' => 2,
        other => "零一二三四五六七八九十".chars().position(|known| known == other)?,
    };
    Some((value.to_string().parse().ok()?, characters.as_str()))
}

impl FromStr for Quantity {
    type Err = NotAQuantity;

    fn from_str(text: &str) -> Result<Self, NotAQuantity> {
        let text = half_width(text);
        let mut rest = text.as_str();
        let mut modifiers = Vec::new();
        while let Some((word, modifier)) =
            Modifier::all_at(Place::BeforeNumber).find(|(word, _)| rest.starts_with(word))
        {
            rest = rest.strip_prefix(word).unwrap_or(rest);
            modifiers.push(modifier);
        }
        while let Some((word, modifier)) =
            Modifier::all_at(Place::AfterUnit).find(|(word, _)| rest.ends_with(word))
        {
            rest = rest.strip_suffix(word).unwrap_or(rest);
            modifiers.push(modifier);
        }
        let (value, mut rest) = number(rest).ok_or(NotAQuantity::NoNumber)?;
        let mut upper = None;
        if let Some((first_unit, second)) = rest.split_once('~') {
            let (value, unit) = number(second).ok_or(NotAQuantity::NoNumber)?;
            // 3%~5% names its unit twice.
            if !first_unit.is_empty() && first_unit != unit {
                return Err(NotAQuantity::Unit);
            }
            (upper, rest) = (Some(value), unit);
        }
        if upper.is_some_and(|upper| upper <= value) {
            return Err(NotAQuantity::Range);
        }
        if let Some((word, modifier)) =
            Modifier::all_at(Place::AfterNumber).find(|(word, _)| rest.starts_with(word))
        {
            rest = rest.strip_prefix(word).unwrap_or(rest);
            modifiers.push(modifier);
        }
        let unit = Unit::try_from(rest.to_owned()).map_err(|_| NotAQuantity::Unit)?;
        plan_lean::sort(&mut modifiers);
        modifiers.dedup();
        Ok(Self { value, upper, unit, modifiers })
    }
}

/// As a report would print it; what was read from it is read from this again.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = |place: Place| {
            self.modifiers
                .iter()
                .filter(move |modifier| modifier.place() == place)
                .map(|modifier| modifier.printed())
                .collect::<String>()
        };
        write!(f, "{}{}", words(Place::BeforeNumber), self.value)?;
        if let Some(upper) = self.upper {
            write!(f, "~{upper}")?;
        }
        write!(f, "{}{}{}", words(Place::AfterNumber), self.unit.printed(), words(Place::AfterUnit))
    }
}

impl Printed for Quantity {
    fn printed(&self) -> String {
        self.to_string()
    }

    fn stand_in() -> Self {
        Self::exactly(Decimal::ZERO, Unit::none())
    }
}

impl TryFrom<String> for Quantity {
    type Error = NotAQuantity;

    fn try_from(text: String) -> Result<Self, NotAQuantity> {
        text.parse()
    }
}

impl From<Quantity> for String {
    fn from(quantity: Quantity) -> Self {
        quantity.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn quantity(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    #[test]
    fn reads_what_reports_print() {
        for (text, value, unit, modifiers) in [
            ("900余次", "900", "次", vec![Modifier::Odd]),
            ("650 多个", "650", "个", vec![Modifier::Over]),
            ("50亿元以上", "50", "亿元", vec![Modifier::AtLeast]),
            ("力争30亿元以上", "30", "亿元", vec![Modifier::Strive, Modifier::AtLeast]),
            ("约７.５％左右", "7.5", "%", vec![Modifier::About, Modifier::Around]),
            ("1.3个百分点", "1.3", "个百分点", vec![]),
            ("2.5‰", "2.5", "‰", vec![]),
            ("八个", "8", "个", vec![]),
            ("两所", "2", "所", vec![]),
            ("0.6", "0.6", "", vec![]),
        ] {
            let read = quantity(text);
            assert_eq!((read.value.to_string().as_str(), read.unit.printed()), (value, unit), "{text}");
            assert_eq!(read.modifiers, modifiers, "{text}");
        }
    }

    #[test]
    fn reads_ranges() {
        for text in ["3%—5%", "３～５％", "3至5%"] {
            let read = quantity(text);
            assert_eq!(
                (read.value.to_string(), read.upper.map(|upper| upper.to_string())),
                ("3".into(), Some("5".into()))
            );
        }
        assert_eq!("5~3%".parse::<Quantity>(), Err(NotAQuantity::Range));
    }

    #[test]
    fn refuses_what_is_none() {
        assert_eq!("若干个".parse::<Quantity>(), Err(NotAQuantity::NoNumber));
        assert_eq!("".parse::<Quantity>(), Err(NotAQuantity::NoNumber));
        assert_eq!("3斤".parse::<Quantity>(), Err(NotAQuantity::Unit));
        assert_eq!("3%~5元".parse::<Quantity>(), Err(NotAQuantity::Unit));
    }

    #[test]
    fn speaks_english() {
        for (text, english) in [
            ("4.65亿元", "465 million yuan"),
            ("99.7亿元", "9.97 billion yuan"),
            ("8800万元", "88 million yuan"),
            ("2969万美元", "US$29.69 million"),
            ("1.04万人", "10,400 people"),
            ("3172.5万元", "31.725 million yuan"),
            ("32595家", "32,595"),
            ("900余次", "over 900 times"),
            ("力争30亿元以上", "aim: at least 3 billion yuan"),
            ("1.2%", "1.2%"),
            ("11项", "11"),
        ] {
            assert_eq!(quantity(text).english(), english);
        }
    }

    #[test]
    fn only_like_is_taken_from_like() {
        let difference = |left: &str, right: &str| quantity(left).minus(&quantity(right));
        assert_eq!(difference("1.04万人", "10439人"), Ok("-39".parse().ok()));
        assert_eq!(difference("25‰", "2%"), Ok("0.5".parse().ok()));
        assert_eq!(
            difference("4.65亿元", "1.2%"),
            Err(Incommensurable { left: Dimension::Yuan, right: Dimension::Rate })
        );
        assert!(difference("3个", "3家").is_err());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            integer in 0_u64..1_000_000_000,
            fraction in 0_u32..10_000,
            span in proptest::option::of(1_u64..1000),
            unit in proptest::sample::select(vec!["%", "‰", "个百分点", "元", "万元", "亿元", "万美元", "人", "万人", "亩", "家", "微克/立方米", ""]),
            before in proptest::sample::subsequence(vec![Modifier::Strive, Modifier::Seek, Modifier::About], 0..=2),
            between in proptest::option::of(proptest::sample::select(vec![Modifier::Odd, Modifier::Over])),
            after in proptest::option::of(proptest::sample::select(vec![Modifier::AtLeast, Modifier::Around])),
            full_width: bool,
        ) {
            let value: Decimal = format!("{integer}.{fraction:04}").parse().unwrap();
            let upper = span.map(|span| value + span.to_string().parse().unwrap());
            let mut modifiers: Vec<Modifier> = before.into_iter().chain(between).chain(after).collect();
            modifiers.sort_unstable();
            let unit = Unit::try_from(unit.to_owned()).unwrap();
            let written = Quantity { value, upper, unit, modifiers };
            let mut text = written.to_string();
            if full_width {
                text = text.chars().map(|c| match c {
                    '0'..='9' | '.' | '%' | '~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap(),
                    other => other,
                }).collect();
            }
            prop_assert_eq!(text.parse::<Quantity>(), Ok(written));
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>()) {
            let _ = text.parse::<Quantity>();
        }
    }
}
