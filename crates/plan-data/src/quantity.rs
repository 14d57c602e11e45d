//! A quantity as main text prints it: 约, a number or a range, 余, a unit, 以上. Read, written back, and compared only
//! with what has the same dimension.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::amount::{NotAnAmount, grouped};
use crate::bundle::Printed;
use crate::unit::{Dimension, Unit};
use crate::{Amount, Decimal, Said, UnknownUnit};

/// A number, or a range, in a unit.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quantity {
    /// The number, and how it is meant.
    pub amount: Amount,
    /// The unit.
    pub unit: Unit,
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
        Self { amount: Amount::exactly(value), unit }
    }

    /// The value in the base unit of its dimension; `None` where it does not fit.
    pub fn in_base(&self) -> Option<Decimal> {
        self.amount.value.times_ten_to(self.unit.power())
    }

    /// In English: large amounts in million or billion, modifiers as words before the number, measure words left out.
    pub fn english(&self) -> String {
        let currency = if self.unit.dimension() == Dimension::Dollars { "US$" } else { "" };
        let numbers = self.amount.in_english(|value| match self.unit.power() {
            power if power > 0 => format!("{currency}{}", large(value, power)),
            _ => format!("{currency}{}", grouped(&value.to_string())),
        });
        let is_one = self.amount == Amount::exactly(Decimal::ONE) && self.unit.power() == 0;
        let unit = if currency.is_empty() { self.unit.base_english() } else { "" };
        let unit = match unit.strip_suffix('s') {
            Some(singular) if is_one => singular,
            _ => unit,
        };
        let space = if unit.is_empty() || self.unit.dimension() == Dimension::Rate { "" } else { " " };
        format!("{numbers}{space}{unit}")
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

impl NotAQuantity {
    /// What the text should be.
    pub(crate) fn expected(&self) -> Said {
        match self {
            Self::NoNumber => said!(
                "数字和单位，例如900余次、30亿元以上",
                "a number and its unit, such as 900余次 or 30亿元以上"
            ),
            Self::Unit => UnknownUnit::expected(),
            Self::Range => said!("从小到大的区间", "a range from the smaller to the larger number"),
        }
    }
}

impl fmt::Display for NotAQuantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.expected().en)
    }
}

impl std::error::Error for NotAQuantity {}

impl FromStr for Quantity {
    type Err = NotAQuantity;

    fn from_str(text: &str) -> Result<Self, NotAQuantity> {
        let (amount, unit) = Amount::split(text)?;
        let unit = Unit::try_from(unit).map_err(|_| NotAQuantity::Unit)?;
        // Of 一般水平 no quantity is made: a numeral counts with a unit that is known.
        let has_digit = || text.contains(|c: char| matches!(c, '0'..='9' | '０'..='９'));
        if matches!(unit.dimension(), Dimension::Other(_)) && !unit.is_counted() && !has_digit() {
            return Err(NotAQuantity::Unit);
        }
        Ok(Self { amount, unit })
    }
}

impl From<NotAnAmount> for NotAQuantity {
    fn from(error: NotAnAmount) -> Self {
        match error {
            NotAnAmount::NoNumber => Self::NoNumber,
            NotAnAmount::Unit => Self::Unit,
            NotAnAmount::Range => Self::Range,
        }
    }
}

/// As a report would print it; what was read from it is read from this again.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.amount.with_unit(self.unit.printed()))
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
    use crate::Modifier;
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
            ("八百户", "800", "户", vec![]),
            ("八百万元", "800", "万元", vec![]),
            ("突破千亿元", "1000", "亿元", vec![Modifier::Breaking]),
            ("超百万人", "100", "万人", vec![Modifier::Above]),
            ("百分之九十以上", "90", "%", vec![Modifier::AtLeast]),
            ("1.2万余人", "1.2", "万人", vec![Modifier::Odd]),
            ("两万多户", "2", "万户", vec![Modifier::Over]),
            ("1.3万亿元", "1.3", "万亿元", vec![]),
            ("两所", "2", "所", vec![]),
            ("0.6", "0.6", "", vec![]),
        ] {
            let read = quantity(text);
            assert_eq!(
                (read.amount.value.to_string().as_str(), read.unit.printed()),
                (value, unit),
                "{text}"
            );
            assert_eq!(read.amount.modifiers.iter().collect::<Vec<_>>(), modifiers, "{text}");
        }
    }

    #[test]
    fn reads_ranges() {
        for text in ["3%—5%", "３～５％", "3至5%"] {
            let read = quantity(text);
            assert_eq!(
                (read.amount.value.to_string(), read.amount.upper.map(|upper| upper.to_string())),
                ("3".into(), Some("5".into()))
            );
        }
        assert_eq!("5~3%".parse::<Quantity>(), Err(NotAQuantity::Range));
    }

    #[test]
    fn refuses_what_is_none() {
        assert_eq!("若干个".parse::<Quantity>(), Err(NotAQuantity::NoNumber));
        assert_eq!("".parse::<Quantity>(), Err(NotAQuantity::NoNumber));
        assert_eq!("一般水平".parse::<Quantity>(), Err(NotAQuantity::Unit));
        assert_eq!("96个、1.1万户".parse::<Quantity>(), Err(NotAQuantity::Unit));
        assert_eq!("2024-01-18".parse::<Quantity>(), Err(NotAQuantity::Range));
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
            ("3斤", "3 斤"),
            ("1.2万件", "12,000 件"),
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
            let modifiers = before.into_iter().chain(between).chain(after).collect();
            let unit = Unit::try_from(unit.to_owned()).unwrap();
            let written = Quantity { amount: Amount { value, upper, modifiers }, unit };
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
