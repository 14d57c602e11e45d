//! A number as its cell's format shows it: 0.925 as 92.5%, 3.1 as 3.10. A value below zero has its sign, whether the format
//! writes it so, in red or in brackets; and zero is a zero, also where the format writes a dash.

/// The number as shown; `None` where the format is none that is known. The number is a whole one, or in the scientific notation of 15
/// digits, which are those that a spreadsheet keeps.
pub fn shown(number: &str, format: &str) -> Option<String> {
    let layout = Layout::of(format)?;
    let mut digits = Digits::of(number)?;
    let is_negative = number.starts_with('-');
    if layout.is_percent {
        digits.point += 2;
    }
    let (whole, rest) = match layout.decimals {
        Some((least, most)) => digits.rounded(least, most),
        None => digits.rounded(0, usize::MAX),
    };
    let mut whole = format!("{whole:0>width$}", width = layout.whole.max(1));
    let is_zero = whole.bytes().chain(rest.bytes()).all(|digit| digit == b'0');
    if layout.has_thousands {
        whole = grouped(&whole);
    }
    let sign = if is_negative && !is_zero { "-" } else { "" };
    let point = if rest.is_empty() { "" } else { "." };
    let percent = if layout.is_percent { "%" } else { "" };
    let (before, after) = (layout.before.trim(), layout.after.trim());
    Some(format!("{sign}{before}{whole}{point}{rest}{percent}{after}"))
}

/// What a format says of numbers above zero.
#[derive(Debug, Default, PartialEq, Eq)]
struct Layout {
    before: String,
    after: String,
    /// So many digits at least before the point.
    whole: usize,
    /// The least and the most digits after the point; `None` for as many as there are.
    decimals: Option<(usize, usize)>,
    has_thousands: bool,
    is_percent: bool,
}

const COLOURS: [&str; 8] = ["Red", "Black", "Blue", "Cyan", "Green", "Magenta", "White", "Yellow"];

impl Layout {
    /// The layout of the first section of a format; `None` for days, fractions, powers, conditions and the like.
    fn of(format: &str) -> Option<Self> {
        let mut layout = Self::default();
        if ["General", "@", "G/通用格式", "GENERAL"].contains(&format) {
            return Some(layout);
        }
        let (mut least, mut most) = (0, 0);
        // A comma counts where digits follow it; after the last it divides by a thousand.
        let (mut has_digits, mut has_point, mut has_comma, mut is_over) = (false, false, false, false);
        let mut characters = format.chars();
        while let Some(character) = characters.next() {
            let text = match character {
                ';' => break,
                '0' | '#' | '?' => {
                    if is_over {
                        return None;
                    }
                    layout.has_thousands |= has_comma;
                    (has_digits, has_comma) = (true, false);
                    let is_zero = usize::from(character == '0');
                    if has_point {
                        (least, most) = (least + is_zero, most + 1);
                    } else {
                        layout.whole += is_zero;
                    }
                    continue;
                }
                '.' if has_digits && !has_point && !has_comma => {
                    has_point = true;
                    continue;
                }
                ',' if has_digits && !has_point && !has_comma => {
                    has_comma = true;
                    continue;
                }
                '%' if has_digits && !layout.is_percent => {
                    layout.is_percent = true;
                    is_over = true;
                    continue;
                }
                '_' | '*' => {
                    characters.next()?;
                    continue;
                }
                '"' => characters.by_ref().take_while(|one| *one != '"').collect(),
                '\\' => characters.next()?.to_string(),
                '[' => {
                    let inside: String = characters.by_ref().take_while(|one| *one != ']').collect();
                    match inside.strip_prefix('$') {
                        Some(money) => money.split('-').next().unwrap_or_default().to_owned(),
                        None if COLOURS.iter().any(|colour| colour.eq_ignore_ascii_case(&inside)) => continue,
                        None => return None,
                    }
                }
                ' ' | '-' | '+' | '(' | ')' | '$' | '¥' | '￥' => character.to_string(),
                _ => return None,
            };
            is_over = has_digits;
            if has_digits { layout.after.push_str(&text) } else { layout.before.push_str(&text) }
        }
        layout.decimals = Some((least, most));
        (has_digits && !has_comma).then_some(layout)
    }
}

/// The digits of a number and where the point stands: after the first `point` of them.
struct Digits {
    digits: Vec<u8>,
    point: i32,
}

impl Digits {
    fn of(number: &str) -> Option<Self> {
        let (mantissa, power) = match number.split_once('e') {
            Some((mantissa, power)) => (mantissa, power.parse::<i32>().ok()?),
            None => (number, i32::try_from(number.trim_start_matches('-').len()).ok()? - 1),
        };
        let digits = mantissa.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
        Some(Self { digits, point: power + 1 })
    }

    /// The digits before the point and after it, of which there are at least and at most so many; halves are rounded up.
    fn rounded(&self, least: usize, most: usize) -> (String, String) {
        let zeros = usize::try_from(-self.point).unwrap_or(0);
        let mut digits: Vec<u8> = vec![0; zeros + 1];
        digits.extend(&self.digits);
        let point = usize::try_from(self.point.max(0)).unwrap_or(0) + 1;
        digits.resize(digits.len().max(point), 0);
        let end = point.saturating_add(most);
        let is_up = digits.get(end).is_some_and(|digit| *digit >= 5);
        digits.truncate(end);
        if is_up {
            for digit in digits.iter_mut().rev() {
                *digit = (*digit + 1) % 10;
                if *digit != 0 {
                    break;
                }
            }
        }
        let mut rest = digits.split_off(point.min(digits.len()));
        while rest.len() > least && rest.last() == Some(&0) {
            rest.pop();
        }
        rest.resize(rest.len().max(least), 0);
        let text = |digits: &[u8]| digits.iter().map(|digit| char::from(b'0' + digit)).collect::<String>();
        (text(&digits).trim_start_matches('0').to_owned(), text(&rest))
    }
}

/// The digits in groups of three.
fn grouped(whole: &str) -> String {
    let count = whole.len();
    let group = |(at, digit): (usize, char)| {
        let is_start = at > 0 && (count - at).is_multiple_of(3);
        is_start.then_some(',').into_iter().chain([digit])
    };
    whole.chars().enumerate().flat_map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn float(value: f64, format: &str) -> Option<String> {
        shown(&format!("{value:.14e}"), format)
    }

    #[test]
    fn a_number_is_read_as_it_is_shown() {
        for (value, format, expected) in [
            (0.925, "0.0%", "92.5%"),
            (0.925, "0%", "93%"),
            (0.925, "0.00%", "92.50%"),
            (3.1, "0.00", "3.10"),
            (3.1, "General", "3.1"),
            (0.1 + 0.2, "General", "0.3"),
            (-1.255, "General", "-1.255"),
            (-1.255, "0.00", "-1.26"),
            (1.005, "0.00", "1.01"),
            (-0.004, "0.00", "0.00"),
            (9.999, "0.0", "10.0"),
            (0.0, "General", "0"),
            (0.0, "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)", "0.00"),
            (-1234.5, "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)", "-1,234.50"),
            (1_234_567.89, "#,##0.00", "1,234,567.89"),
            (1_234_567.0, "#,##0", "1,234,567"),
            (123.0, "#,##0", "123"),
            (-12.0, "0_ ;[Red]\\-0\\ ", "-12"),
            (12.0, "0.00\"亿元\"", "12.00亿元"),
            (12.5, "0.##", "12.5"),
            (7.0, "00", "07"),
            (0.5, "#.0", "0.5"),
            (1_234.5, "[$¥-804]#,##0.00", "¥1,234.50"),
            (999_999_999_999_999.0, "General", "999999999999999"),
            (0.000_012_5, "General", "0.0000125"),
            (2023.0, "0\"年\"", "2023年"),
        ] {
            assert_eq!(float(value, format).as_deref(), Some(expected), "{value} in {format}");
        }
        assert_eq!(shown("-42", "General").as_deref(), Some("-42"));
        assert_eq!(shown("100", "0.0").as_deref(), Some("100.0"));
    }

    #[test]
    fn other_formats_are_refused() {
        for format in [
            "0.00E+00",
            "# ?/?",
            "#,##0,",
            "[>=100]0",
            "[DBNum1]0",
            "yyyy-mm-dd",
            "0%%",
            "\"words\"",
            "",
            "000-0000",
        ] {
            assert_eq!(float(12.0, format), None, "{format}");
        }
    }
}
