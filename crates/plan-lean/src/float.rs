//! Doubles as text. The standard library writes any double exactly and in the fewest digits, in 15 kB; a page has sizes and the
//! labels of axes.

/// A value in at most so many digits after the point, the nearest there is and of two the even one: what `{:.digits$}` writes,
/// without zeros at the end, and without a sign before zero. For values of a page: below 10¹⁸, with one to 12 digits after the
/// point.
pub fn fixed(value: f64, digits: u32) -> String {
    let size = value.abs();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it has no sign, and `as` takes the nearest"
    )]
    let mut whole = size.trunc() as u64;
    let one = 10_u64.saturating_pow(digits);
    let mut fraction = scaled(size.fract(), one);
    if fraction == one {
        (whole, fraction) = (whole + 1, 0);
    }
    let mut text = String::from(if value < 0.0 && (whole, fraction) != (0, 0) { "-" } else { "" });
    text.push_str(&whole.to_string());
    if fraction > 0 {
        text.push('.');
    }
    // From the first digit after the point on, as long as there are others than zeros.
    let mut place = one / 10;
    while fraction > 0 && place > 0 {
        text.push(char::from(b'0' + (fraction / place).to_le_bytes()[0]));
        (fraction, place) = (fraction % place, place / 10);
    }
    text
}

/// A value below one times a number up to 10¹², to the nearest whole number.
fn scaled(value: f64, times: u64) -> u64 {
    let (exponent, digits) = (value.to_bits() >> 52, value.to_bits() & ((1 << 52) - 1));
    // The value is its significant digits divided by two to this power.
    let power = 1075_u64.saturating_sub(exponent);
    if !(1..100).contains(&power) {
        // Less than a half, whatever it is multiplied by.
        return 0;
    }
    let product = u128::from(digits | 1 << 52) * u128::from(times);
    let half = 1_u128 << (power - 1);
    let nearest = u64::try_from(product >> power).unwrap_or(u64::MAX);
    let rest = product & (2 * half - 1);
    nearest + u64::from(rest > half || rest == half && nearest % 2 == 1)
}

/// The value, or the end of the range that is nearer to it: `f64::clamp`, which tells of a wrong range in code that writes
/// doubles.
pub fn between(value: f64, least: f64, most: f64) -> f64 {
    value.max(least).min(most)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn expected(value: f64, digits: usize) -> String {
        let text = format!("{value:.digits$}");
        let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
        if text == "-0" { "0".to_owned() } else { text.to_owned() }
    }

    #[test]
    fn halves_go_to_the_even_digit() {
        for (value, digits, text) in [
            (0.125, 2, "0.12"),
            (0.375, 2, "0.38"),
            (-0.25, 1, "-0.2"),
            (-0.0, 3, "0"),
            (-1e-9, 3, "0"),
            (9.9996, 3, "10"),
            (1e15, 6, "1000000000000000"),
            (12.05, 6, "12.05"),
            (0.1 + 0.2, 12, "0.3"),
            (f64::MIN_POSITIVE, 12, "0"),
        ] {
            assert_eq!(fixed(value, digits), text);
        }
        for digits in 1..=2 {
            for quarters in -400..400 {
                let value = f64::from(quarters) / 8.0;
                assert_eq!(fixed(value, digits), expected(value, digits as usize));
            }
        }
    }

    proptest! {
        #[test]
        fn writes_what_the_standard_library_does(
            bits: u64, part in -1.0..1.0_f64, power in -20..18_i32, digits in 1_u32..=12,
        ) {
            let any = f64::from_bits(bits);
            for value in [if any.abs() < 1e18 { any } else { 0.0 }, part * 10_f64.powi(power)] {
                prop_assert_eq!(fixed(value, digits), expected(value, digits as usize));
            }
        }

        #[test]
        fn stays_in_its_range(value: f64, least in -1e9..0.0_f64, most in 0.0..1e9_f64) {
            let expected = if value.is_nan() { least } else { value.clamp(least, most) };
            prop_assert_eq!(between(value, least, most).to_bits(), expected.to_bits());
        }
    }
}
