//! An exact decimal number. Figures of a report are decimal: 7 − 8.9 is −1.9, not −1.9000000000000004.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Sub};
use std::str::FromStr;

use crate::Said;

/// The most digits before the point; with those after it, no more than an `i64` holds.
const MAX_INTEGER_DIGITS: usize = 16;
/// The most digits after the point.
const MAX_SCALE: u8 = 6;

/// An exact decimal number with up to 16 digits before the point and 6 after it, 18 in all. A sum that needs more is rounded after
/// the point.
///
/// Trailing zeros after the point carry no meaning here (`7.50 == 7.5`); the printed text is kept by
/// [`Cell`](crate::Cell).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The number without its point.
    digits: i64,
    /// How many of the digits stand after the point; the smallest that holds the number.
    scale: u8,
}

impl Decimal {
    /// 0.
    pub const ZERO: Self = Self { digits: 0, scale: 0 };

    /// 1.
    pub const ONE: Self = Self { digits: 1, scale: 0 };

    /// `digits` ÷ 10^`scale`, in its shortest form.
    fn normalised(mut digits: i64, mut scale: u8) -> Self {
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        Self { digits, scale }
    }

    /// The digits of both numbers on the scale of the finer one, and that scale.
    fn aligned(self, other: Self) -> (i128, i128, u8) {
        let scale = self.scale.max(other.scale);
        let on_scale = |number: Self| {
            i128::from(number.digits) * i128::from(10_i64.pow(u32::from(scale - number.scale)))
        };
        (on_scale(self), on_scale(other), scale)
    }

    /// `digits` ÷ 10^`scale`, with fewer digits after the point where all do not fit. Two numbers of 16 digits always fit.
    fn rounding(mut digits: i128, mut scale: u8) -> Self {
        loop {
            if let Ok(digits) = i64::try_from(digits) {
                return Self::normalised(digits, scale);
            }
            (digits, scale) = (digits / 10, scale.saturating_sub(1));
        }
    }

    /// The nearest double, for a position on a scale; never for arithmetic on figures.
    #[expect(clippy::cast_precision_loss, reason = "a position in pixels needs far fewer than 53 bits")]
    pub fn to_f64(self) -> f64 {
        self.digits as f64 / 10_f64.powi(i32::from(self.scale))
    }

    /// `self` as a share of `whole` in percent, to one digit after the point, halves away from zero;
    /// `None` where `whole` is zero or the result does not fit.
    pub fn percent_of(self, whole: Self) -> Option<Self> {
        self.divided_by(whole, 3)?.times_ten_to(2)
    }

    /// `self` ÷ `divisor`, to `digits` digits after the point, halves away from zero; `None` where the divisor is
    /// zero or the result does not fit.
    pub fn divided_by(self, divisor: Self, digits: u8) -> Option<Self> {
        let (dividend, divisor, _) = self.aligned(divisor);
        if divisor == 0 || digits > MAX_SCALE {
            return None;
        }
        let twice = dividend.checked_mul(2 * 10_i128.pow(u32::from(digits)))? / divisor;
        Self::fitting(twice.midpoint(twice.signum()), digits)
    }

    /// `self` × `other`, to at most 6 digits after the point, halves away from zero; `None` where the result does not fit.
    pub fn times(self, other: Self) -> Option<Self> {
        let product = i128::from(self.digits) * i128::from(other.digits);
        let scale = self.scale + other.scale;
        let surplus = scale.saturating_sub(MAX_SCALE);
        let twice = product * 2 / 10_i128.pow(u32::from(surplus));
        Self::fitting(twice.midpoint(twice.signum() * i128::from(surplus > 0)), scale - surplus)
    }

    /// `self` × 10^`power`; `None` where the result does not fit.
    pub fn times_ten_to(self, power: i8) -> Option<Self> {
        let power = i32::from(power) - i32::from(self.scale);
        match u8::try_from(-power) {
            Ok(scale) if scale <= MAX_SCALE => Self::fitting(i128::from(self.digits), scale),
            Ok(_) => None,
            Err(_) => {
                let factor = 10_i128.checked_pow(u32::try_from(power).ok()?)?;
                Self::fitting(i128::from(self.digits).checked_mul(factor)?, 0)
            }
        }
    }

    /// `self` + `other`; `None` where the sum does not fit.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let (left, right, scale) = self.aligned(other);
        Self::fitting(left + right, scale)
    }

    /// To `digits` digits after the point, halves away from zero.
    #[must_use]
    pub fn rounded(self, digits: u8) -> Self {
        self.divided_by(Self { digits: 1, scale: 0 }, digits).unwrap_or(self)
    }

    /// How many digits the shortest writing has after the point.
    pub fn digits_after_point(self) -> u8 {
        self.scale
    }

    /// `digits` ÷ 10^`scale`, where that is within the bounds that text is read with.
    fn fitting(digits: i128, scale: u8) -> Option<Self> {
        let limit = 10_i128.pow(u32::try_from(MAX_INTEGER_DIGITS).ok()? + u32::from(scale));
        (digits.abs() < limit)
            .then(|| i64::try_from(digits).ok())
            .flatten()
            .map(|digits| Self::normalised(digits, scale))
    }

    /// The number without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self { digits: self.digits.abs(), ..self }
    }
}

/// What [`Decimal::from_str`] accepts, in words for a person.
pub(crate) fn decimal_form() -> Said {
    said!(
        "数字，例如3、7.5、-0.8（小数点前最多16位、后最多6位）",
        "a number such as 3, 7.5 or -0.8 (up to 16 digits before the point and 6 after it)"
    )
}

/// The text is not of the form that a [`Decimal`] has.
#[derive(Debug, PartialEq, Eq)]
pub struct NotADecimal;

impl fmt::Display for NotADecimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", decimal_form().en)
    }
}

impl std::error::Error for NotADecimal {}

impl FromStr for Decimal {
    type Err = NotADecimal;

    fn from_str(text: &str) -> Result<Self, NotADecimal> {
        let (sign, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (integer, fraction) = match unsigned.split_once('.') {
            Some((_, "")) => return Err(NotADecimal),
            Some(parts) => parts,
            None => (unsigned, ""),
        };
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if integer.is_empty()
            || integer.len() > MAX_INTEGER_DIGITS
            || !all_digits(integer)
            || !all_digits(fraction)
        {
            return Err(NotADecimal);
        }
        let scale =
            u8::try_from(fraction.len()).ok().filter(|&scale| scale <= MAX_SCALE).ok_or(NotADecimal)?;
        let digits: i64 = format!("{integer}{fraction}").parse().map_err(|_| NotADecimal)?;
        Ok(Self::normalised(sign * digits, scale))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let unit = 10_u64.pow(u32::from(self.scale));
        let digits = self.digits.unsigned_abs();
        write!(f, "{sign}{}", digits / unit)?;
        if self.scale > 0 {
            write!(f, ".{:0width$}", digits % unit, width = usize::from(self.scale))?;
        }
        Ok(())
    }
}

impl Add for Decimal {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let (left, right, scale) = self.aligned(other);
        Self::rounding(left + right, scale)
    }
}

impl Sub for Decimal {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        let (left, right, scale) = self.aligned(other);
        Self::rounding(left - right, scale)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let (left, right, _) = self.aligned(*other);
        left.cmp(&right)
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn writes_what_it_read() {
        for text in ["0", "3", "7.5", "-1.9", "0.001", "-0.5", "3172.5", "999999999999.999999"] {
            assert_eq!(decimal(text).to_string(), text);
        }
        assert_eq!(decimal("7.50").to_string(), "7.5");
        assert_eq!(decimal("-0").to_string(), "0");
    }

    #[test]
    fn products_have_at_most_six_digits_after_the_point() {
        let times = |a: &str, b: &str| decimal(a).times(decimal(b)).map(|product| product.to_string());
        assert_eq!(times("4.65", "1.06").as_deref(), Some("4.929"));
        assert_eq!(times("-1.5", "2").as_deref(), Some("-3"));
        assert_eq!(times("0.000001", "0.5").as_deref(), Some("0.000001"));
        assert_eq!(times("0.000001", "-0.4").as_deref(), Some("0"));
        assert_eq!(times("9999999999999999", "10"), None);
    }

    #[test]
    fn refuses_everything_else() {
        for text in [
            "",
            "-",
            ".5",
            "5.",
            "1e3",
            "+3",
            "１２",
            "1,000",
            " 3",
            "3 ",
            "约7",
            "7.5%",
            "--1",
            "1.2.3",
            "99999999999999999",
            "9999999999999999.9999",
            "0.1234567",
            "∞",
            "NaN",
        ] {
            assert_eq!(text.parse::<Decimal>(), Err(NotADecimal), "{text:?}");
        }
    }

    #[test]
    fn subtracts_exactly() {
        assert_eq!(decimal("7") - decimal("8.9"), decimal("-1.9"));
        assert_eq!(decimal("7.5") - decimal("3"), decimal("4.5"));
        assert_eq!(
            decimal("999999999999.999999") - decimal("-999999999999.999999"),
            Decimal { digits: 1_999_999_999_999_999_998, scale: 6 }
        );
        assert_eq!(decimal("1300000000000000") - decimal("1234567890123456"), decimal("65432109876544"));
        let sum = decimal("9999999999999999") - decimal("-0.000001");
        assert_eq!(sum.to_string(), "9999999999999999", "what does not fit after the point is rounded");
    }

    #[test]
    fn scales_and_divides_and_rounds() {
        assert_eq!(decimal("46.11").times_ten_to(8), Some(decimal("4611000000")));
        assert_eq!(decimal("10439").times_ten_to(-4), Some(decimal("1.0439")));
        assert_eq!(decimal("9999999999999999").times_ten_to(1), None);
        assert_eq!(decimal("0.000001").times_ten_to(-1), None);
        assert_eq!(decimal("1.0439").rounded(2), decimal("1.04"));
        assert_eq!(decimal("-2.5").rounded(0), decimal("-3"));
        assert_eq!(decimal("99.7").divided_by(decimal("1.007"), 1), Some(decimal("99")));
        assert_eq!(decimal("1").divided_by(decimal("0"), 1), None);
        assert_eq!(decimal("0.1") + decimal("0.2"), decimal("0.3"));
    }

    #[test]
    fn orders_across_scales() {
        assert!(decimal("1.2") < decimal("1.25"));
        assert!(decimal("-3") < decimal("0.001"));
        assert_eq!(decimal("100"), decimal("100.0"));
    }

    #[test]
    fn shares_are_rounded_half_away_from_zero() {
        assert_eq!(decimal("1050").percent_of(decimal("600")), Some(decimal("175")));
        assert_eq!(decimal("1").percent_of(decimal("3")), Some(decimal("33.3")));
        assert_eq!(decimal("1").percent_of(decimal("800")), Some(decimal("0.1")));
        assert_eq!(decimal("-1").percent_of(decimal("2000")), Some(decimal("-0.1")));
        assert_eq!(decimal("1").percent_of(decimal("0")), None);
    }
}
