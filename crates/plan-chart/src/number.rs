//! Numbers at ticks: short, with a true minus sign, and with the words that the reader's language has for large ones.

/// A power of ten that the language has a word for, such as 10⁸ and 亿.
#[derive(Clone, Debug, PartialEq)]
pub struct Magnitude {
    /// What the number is divided by.
    pub size: f64,
    /// What then stands after it.
    pub word: String,
}

/// `value` as it stands at a tick; `magnitudes` are given with the largest first.
pub(crate) fn tick_label(value: f64, magnitudes: &[Magnitude]) -> String {
    let fitting = magnitudes.iter().find(|magnitude| value.abs() >= magnitude.size * 0.999_999);
    let (size, word) = fitting.map_or((1.0, ""), |magnitude| (magnitude.size, magnitude.word.as_str()));
    format!("{}{word}", plain(value / size))
}

/// Without the noise of binary fractions, in groups of three digits from 10 000 on.
fn plain(value: f64) -> String {
    let written = plan_lean::fixed(value, if value.abs() < 1e-3 { 12 } else { 6 });
    let (sign, written) = match written.strip_prefix('-') {
        Some(rest) => ("−", rest),
        None => ("", &*written),
    };
    let (whole, fraction) =
        written.split_once('.').map_or((written, None), |(whole, rest)| (whole, Some(rest)));
    let mut grouped = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if whole.len() > 4 && index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push('\u{2009}');
        }
        grouped.push(digit);
    }
    if let Some(fraction) = fraction {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_take_the_language_s_words() {
        let words = [(1e8, "亿"), (1e4, "万")].map(|(size, word)| Magnitude { size, word: word.to_owned() });
        for (value, label) in [
            (0.0, "0"),
            (-0.0, "0"),
            (-2.5, "−2.5"),
            (0.1 + 0.2, "0.3"),
            (0.001, "0.001"),
            (1e-5, "0.00001"),
            (9999.0, "9999"),
            (1e4, "1万"),
            (15e7, "1.5亿"),
            (1e11, "1000亿"),
        ] {
            assert_eq!(tick_label(value, &words), label);
        }
        assert_eq!(tick_label(1e6, &[]), "1\u{2009}000\u{2009}000");
        assert_eq!(tick_label(-12345.5, &[]), "−12\u{2009}345.5");
    }
}
