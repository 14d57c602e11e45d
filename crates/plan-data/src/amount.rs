//! A number as a report prints it, before its unit: exact, about, bounded by a word such as 以上, or a range.

use std::fmt;
use std::str::FromStr;

use crate::Decimal;
use crate::unit::is_letter;

/// A word that changes what a number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Modifier {
    /// 力争: an ambition.
    Strive,
    /// 争取: an ambition.
    Seek,
    /// 控制在: a ceiling, or with 左右 about.
    KeepAt,
    /// 稳定在: as much as before; alone about that.
    HoldAt,
    /// 下降: the number is printed without its minus.
    Fall,
    /// 降低: the same.
    Lower,
    /// 减少: the same.
    Fewer,
    /// 回落: the same.
    Recede,
    /// 增长: the number is a change, and above zero.
    Grow,
    /// 提高: the same.
    Raise,
    /// 增加: the same.
    More,
    /// 上升: the same.
    Rise,
    /// 约: about.
    About,
    /// 近: a little less.
    Nearly,
    /// 不低于: that much or more.
    NotBelow,
    /// 不少于: that many or more.
    NotFewer,
    /// 不超过: that much or less.
    NotOver,
    /// 不高于: that much or less.
    NotAbove,
    /// 超过: more than that.
    Exceeding,
    /// 超: the same.
    Above,
    /// 突破: the same, for the first time.
    Breaking,
    /// 逾: more than that.
    Past,
    /// 至少: that much or more.
    NoLess,
    /// 不足: less than that.
    ShortOf,
    /// 不到: less than that.
    Below,
    /// 接近: a little less.
    Approaching,
    /// 将近: a little less.
    Almost,
    /// ≥: that much or more.
    GreaterEqual,
    /// ≤: that much or less.
    LessEqual,
    /// 余: a little more.
    Odd,
    /// 多: more.
    Over,
    /// 以上: that much or more.
    AtLeast,
    /// 以下: that much or less.
    AtMost,
    /// 以内: that much or less.
    Within,
    /// 左右: about.
    Around,
}

/// Where a modifier stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Position {
    BeforeNumber,
    AfterNumber,
    AfterUnit,
}

impl Modifier {
    /// Every modifier as printed.
    pub const ALL: [(&'static str, Self); 35] = [
        ("力争", Self::Strive),
        ("争取", Self::Seek),
        ("控制在", Self::KeepAt),
        ("稳定在", Self::HoldAt),
        ("下降", Self::Fall),
        ("降低", Self::Lower),
        ("减少", Self::Fewer),
        ("回落", Self::Recede),
        ("增长", Self::Grow),
        ("提高", Self::Raise),
        ("增加", Self::More),
        ("上升", Self::Rise),
        ("约", Self::About),
        ("近", Self::Nearly),
        ("不低于", Self::NotBelow),
        ("不少于", Self::NotFewer),
        ("不超过", Self::NotOver),
        ("不高于", Self::NotAbove),
        ("超过", Self::Exceeding),
        ("超", Self::Above),
        ("突破", Self::Breaking),
        ("逾", Self::Past),
        ("至少", Self::NoLess),
        ("不足", Self::ShortOf),
        ("不到", Self::Below),
        ("接近", Self::Approaching),
        ("将近", Self::Almost),
        ("≥", Self::GreaterEqual),
        ("≤", Self::LessEqual),
        ("余", Self::Odd),
        ("多", Self::Over),
        ("以上", Self::AtLeast),
        ("以下", Self::AtMost),
        ("以内", Self::Within),
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

    /// In English; 控制在 alone is a ceiling.
    pub fn english(self) -> &'static str {
        match self {
            Self::About | Self::Around => "about",
            Self::Nearly | Self::Approaching | Self::Almost => "nearly",
            Self::Odd | Self::Over | Self::Exceeding | Self::Above | Self::Breaking | Self::Past => "over",
            Self::AtLeast | Self::NotBelow | Self::NotFewer | Self::NoLess | Self::GreaterEqual => "at least",
            Self::ShortOf | Self::Below => "under",
            Self::AtMost | Self::Within | Self::NotOver | Self::NotAbove | Self::LessEqual => "at most",
            Self::Strive | Self::Seek => "aim:",
            Self::HoldAt => "stable:",
            Self::Fall | Self::Lower | Self::Fewer | Self::Recede => "down",
            Self::Grow | Self::Raise | Self::More | Self::Rise => "up",
            Self::KeepAt => "",
        }
    }

    /// Whether it says what is wished for, not how much.
    pub fn is_ambition(self) -> bool {
        matches!(self, Self::Strive | Self::Seek)
    }

    /// Whether the number after it is printed without its minus.
    pub(crate) fn is_fall(self) -> bool {
        matches!(self, Self::Fall | Self::Lower | Self::Fewer | Self::Recede)
    }

    /// Whether it says which way a change goes, which the sign of the value says too.
    pub(crate) fn is_direction(self) -> bool {
        self.is_fall() || matches!(self, Self::Grow | Self::Raise | Self::More | Self::Rise)
    }

    pub(crate) fn position(self) -> Position {
        match self {
            Self::Odd | Self::Over => Position::AfterNumber,
            Self::AtLeast | Self::AtMost | Self::Within | Self::Around => Position::AfterUnit,
            _ => Position::BeforeNumber,
        }
    }

    fn all_at(position: Position) -> impl Iterator<Item = (&'static str, Self)> {
        Self::ALL.into_iter().filter(move |(_, modifier)| modifier.position() == position)
    }
}

/// A set of modifiers, in the order of [`Modifier::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Modifiers(u64);

impl Modifiers {
    /// Whether one of them is there.
    pub fn has(self, modifier: Modifier) -> bool {
        self.0 & (1 << modifier as u32) != 0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether one of them takes the minus from the number.
    pub(crate) fn has_fall(self) -> bool {
        self.iter().any(Modifier::is_fall)
    }

    /// All of them, in order.
    pub fn iter(self) -> impl Iterator<Item = Modifier> {
        Modifier::ALL.into_iter().map(|(_, modifier)| modifier).filter(move |modifier| self.has(*modifier))
    }
}

impl FromIterator<Modifier> for Modifiers {
    fn from_iter<T: IntoIterator<Item = Modifier>>(modifiers: T) -> Self {
        Self(modifiers.into_iter().fold(0, |set, modifier| set | 1 << modifier as u32))
    }
}

/// What is known of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// It is that.
    Exactly,
    /// It is about that.
    About,
    /// It is that or more.
    AtLeast,
    /// It is that or less.
    AtMost,
    /// It is between two numbers.
    Between,
}

/// A number, or a range, and the words that say how it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The number; of a range the lower. Below zero where 下降 stands before it.
    pub value: Decimal,
    /// The upper number of a range.
    pub upper: Option<Decimal>,
    /// What changes its meaning.
    pub modifiers: Modifiers,
}

impl Amount {
    /// Just that much.
    pub fn exactly(value: Decimal) -> Self {
        Self { value, upper: None, modifiers: Modifiers::default() }
    }

    /// What is known of the number.
    pub fn bound(self) -> Bound {
        let has = |modifiers: &[Modifier]| modifiers.iter().any(|modifier| self.modifiers.has(*modifier));
        if self.upper.is_some() {
            return Bound::Between;
        }
        if has(&[
            Modifier::About,
            Modifier::Nearly,
            Modifier::Approaching,
            Modifier::Almost,
            Modifier::Odd,
            Modifier::Over,
            Modifier::Around,
        ]) {
            return Bound::About;
        }
        let is_floor = has(&[
            Modifier::NotBelow,
            Modifier::NotFewer,
            Modifier::NoLess,
            Modifier::Exceeding,
            Modifier::Above,
            Modifier::Breaking,
            Modifier::Past,
            Modifier::GreaterEqual,
            Modifier::AtLeast,
        ]);
        let is_ceiling = has(&[
            Modifier::KeepAt,
            Modifier::NotOver,
            Modifier::NotAbove,
            Modifier::ShortOf,
            Modifier::Below,
            Modifier::LessEqual,
            Modifier::AtMost,
            Modifier::Within,
        ]);
        // 下降5%以上 is −5 or less.
        match (is_floor, is_ceiling, self.modifiers.has_fall()) {
            (true, _, false) | (false, true, true) => Bound::AtLeast,
            (true, _, true) | (false, true, false) => Bound::AtMost,
            (false, false, _) if has(&[Modifier::HoldAt]) => Bound::About,
            (false, false, _) => Bound::Exactly,
        }
    }

    /// The number, where it is exact.
    pub fn exact(self) -> Option<Decimal> {
        (self.bound() == Bound::Exactly).then_some(self.value)
    }

    /// Whether both say the same in whatever words: 下降2.1 and -2.1, 约380 and 380左右.
    pub fn says_same_as(self, other: Self) -> bool {
        let said = |amount: Self| {
            let has = |modifier| amount.modifiers.has(modifier);
            let is_over = has(Modifier::Odd) || has(Modifier::Over);
            (amount.value, amount.upper, amount.bound(), has(Modifier::Nearly), is_over)
        };
        said(self) == said(other)
    }

    /// In English: words before the number or numbers, each written by `number`.
    pub(crate) fn in_english(self, number: impl Fn(Decimal) -> String) -> String {
        // In the order of the enumeration: an ambition comes before what it is about.
        let mut words: Vec<&str> = self.modifiers.iter().map(Modifier::english).collect();
        if words == [""] {
            words = vec!["at most"];
        }
        let before: String =
            words.into_iter().filter(|w| !w.is_empty()).flat_map(|word| [word, " "]).collect();
        match self.printed_numbers() {
            (first, Some(second)) => format!("{before}{} to {}", number(first), number(second)),
            (only, None) => format!("{before}{}", number(only)),
        }
    }

    /// As they are printed: 下降 is followed by sizes.
    fn printed_numbers(self) -> (Decimal, Option<Decimal>) {
        match self.upper {
            _ if !self.modifiers.has_fall() => (self.value, self.upper),
            Some(upper) => (upper.abs(), Some(self.value.abs())),
            None => (self.value.abs(), None),
        }
    }

    /// In English, with commas between thousands.
    pub fn english(self) -> String {
        self.in_english(|value| grouped(&value.to_string()))
    }

    /// As a report would print it with `unit`: what was read from it is read from this again.
    pub(crate) fn with_unit(self, unit: &str) -> String {
        let words = |position: Position| {
            let words = self.modifiers.iter().filter(move |modifier| modifier.position() == position);
            words.map(Modifier::printed).collect::<String>()
        };
        let numbers = match self.printed_numbers() {
            (first, Some(second)) => format!("{first}~{second}"),
            (only, None) => only.to_string(),
        };
        let (before, between, after) =
            (words(Position::BeforeNumber), words(Position::AfterNumber), words(Position::AfterUnit));
        format!("{before}{numbers}{between}{unit}{after}")
    }

    /// Reads an amount with what stands where its unit does.
    pub(crate) fn split(text: &str) -> Result<(Self, String), NotAnAmount> {
        let text = half_width(text);
        let (before, rest) = take_words(&text, Position::BeforeNumber);
        let (head, after) = split_after_unit(rest);
        let of_hundred = head.strip_prefix("百分之");
        let (value, mut rest) = number(of_hundred.unwrap_or(head)).ok_or(NotAnAmount::NoNumber)?;
        let mut upper = None;
        if let Some((first_unit, second)) = rest.split_once(['~', '-']) {
            let (value, unit) = number(second).ok_or(NotAnAmount::NoNumber)?;
            // 3%~5% names its unit twice.
            if !first_unit.is_empty() && first_unit != unit {
                return Err(NotAnAmount::Unit);
            }
            (upper, rest) = (Some(value), unit);
        }
        if upper.is_some_and(|upper| upper <= value) {
            return Err(NotAnAmount::Range);
        }
        // 1.2万余人 is 1.2余万人.
        let multiple = ["万", "亿"]
            .into_iter()
            .find(|multiple| rest.strip_prefix(multiple).is_some_and(|rest| rest.starts_with(['余', '多'])));
        let multiple = multiple.unwrap_or_default();
        let (between, base) = take_words(rest.strip_prefix(multiple).unwrap_or(rest), Position::AfterNumber);
        let unit = match of_hundred {
            Some(_) if base.is_empty() && multiple.is_empty() => "%".to_owned(),
            Some(_) => return Err(NotAnAmount::Unit),
            None => format!("{multiple}{base}"),
        };
        let modifiers: Modifiers = before.into_iter().chain(between).chain(after).collect();
        // 下降-2.1 may be either.
        if modifiers.has_fall() && value < Decimal::ZERO {
            return Err(NotAnAmount::NoNumber);
        }
        let minus = |value: Decimal| Decimal::ZERO - value;
        let (value, upper) = match upper {
            _ if !modifiers.has_fall() => (value, upper),
            Some(upper) => (minus(upper), Some(minus(value))),
            None => (minus(value), None),
        };
        Ok((Self { value, upper, modifiers }, unit))
    }
}

/// The modifiers that stand before a number, or right after it, and what follows.
fn take_words(text: &str, position: Position) -> (Vec<Modifier>, &str) {
    let (mut rest, mut taken) = (text, Vec::new());
    while let Some((after, modifier)) = Modifier::all_at(position)
        .find_map(|(word, modifier)| rest.strip_prefix(word).map(|after| (after, modifier)))
    {
        rest = after;
        taken.push(modifier);
    }
    (taken, rest)
}

/// What stands before the modifiers that follow a unit, and these.
pub(crate) fn split_after_unit(text: &str) -> (&str, Vec<Modifier>) {
    let (mut rest, mut taken) = (text, Vec::new());
    while let Some((before, modifier)) = Modifier::all_at(Position::AfterUnit)
        .find_map(|(word, modifier)| rest.strip_suffix(word).map(|before| (before, modifier)))
    {
        rest = before;
        taken.push(modifier);
    }
    (rest, taken)
}

/// The text is no amount.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NotAnAmount {
    /// There is no number where one must be.
    NoNumber,
    /// The two ends of a range have two units.
    Unit,
    /// The upper end of a range is not above its lower.
    Range,
}

impl FromStr for Amount {
    type Err = ();

    /// An amount without a unit.
    fn from_str(text: &str) -> Result<Self, ()> {
        match Self::split(text) {
            Ok((amount, unit)) if unit.is_empty() => Ok(amount),
            _ => Err(()),
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.with_unit(""))
    }
}

/// Whether a text that is no amount is words: it does not begin as a number does, and is more than the words around one.
pub(crate) fn is_phrase(text: &str) -> bool {
    let text = half_width(text);
    let (before, rest) = take_words(&text, Position::BeforeNumber);
    let (head, after) = split_after_unit(rest);
    // 下降 alone says which way.
    if head.is_empty() && after.is_empty() && before.into_iter().any(Modifier::is_direction) {
        return true;
    }
    // A bracket of the year's sum, as in 〔7.1〕, is kept as printed.
    head.starts_with(|first: char| is_letter(first) || matches!(first, '〔' | '[' | '“' | '《'))
}

/// Full-width digits, signs and letters as half-width ones; white space left out.
fn half_width(text: &str) -> String {
    // A dash of two characters is one.
    let text = text.replace("——", "—");
    let text = text.chars().filter(|c| !c.is_whitespace()).map(|c| match c {
        '—' | '–' | '至' => '~',
        '−' => '-',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    });
    text.collect()
}

/// The number at the beginning of `text`, in Arabic digits or as one Chinese numeral, and what follows.
fn number(text: &str) -> Option<(Decimal, &str)> {
    let signed = text.strip_prefix('-').unwrap_or(text);
    let digits = signed.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(signed.len());
    let (written, rest) = text.split_at_checked(digits + text.len() - signed.len())?;
    if let Some(value) = ungrouped(written).and_then(|digits| digits.parse().ok()) {
        return Some((value, rest));
    }
    let (value, rest) = numeral(text)?;
    Some((value.to_string().parse().ok()?, rest))
}

/// The number that Chinese numerals at the beginning of `text` write, and what follows. 万 and 亿 are left to the unit where no numeral
/// follows them: 八百万元 is 800万元, 千亿元 1000亿元. `None` where no number begins, or its numerals do not write one: 三四, 百项, 三百五.
pub fn numeral(text: &str) -> Option<(u64, &str)> {
    const DIGITS: &str = "零一二三四五六七八九";
    // 超千亿元, 破万亿元: a place alone counts one of it.
    for (place, value) in [('百', 100), ('千', 1000)] {
        if let Some(rest) = text.strip_prefix(place)
            && rest.starts_with(['万', '亿'])
        {
            return Some((value, rest));
        }
    }
    if text.starts_with("万亿") {
        return Some((1, text));
    }
    let digit = |c: char| match c {
        '两' => Some(2),
        '〇' => Some(0),
        other => (0..).zip(DIGITS.chars()).find(|(_, known)| *known == other).map(|(digit, _)| digit),
    };
    let (mut whole, mut section) = (0_u64, 0_u64);
    // The digit that waits for its place, the place of the last one, and whether a zero filled places since.
    let (mut waiting, mut place, mut is_filled): (Option<u64>, u64, bool) = (None, u64::MAX, false);
    let mut largest = u64::MAX;
    let mut characters = text.char_indices().peekable();
    let mut end = 0;
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        if let Some(value) = digit(character) {
            if waiting.is_some() {
                return None;
            }
            if value == 0 && at > 0 {
                is_filled = true;
            } else {
                (waiting, is_filled) = (Some(value), is_filled && value > 0);
            }
        } else if let Some(size) = [('十', 10), ('百', 100), ('千', 1000)]
            .into_iter()
            .find(|(known, _)| *known == character)
            .map(|(_, size)| size)
        {
            if size >= place {
                return None;
            }
            let count = match waiting.take() {
                Some(count) => count,
                None if size == 10 && (at == 0 || is_filled) => 1,
                None => return None,
            };
            section += count * size;
            (place, is_filled) = (size, false);
        } else if let Some(size) = [('万', 10_000), ('亿', 100_000_000)]
            .into_iter()
            .find(|(known, _)| *known == character)
            .map(|(_, size)| size)
            && at > 0
            && size < largest
            && next.and_then(digit).is_some()
        {
            whole += (section + waiting.take().unwrap_or_default()) * size;
            (section, place, largest, is_filled) = (0, u64::MAX, size, false);
        } else {
            break;
        }
        end = at + character.len_utf8();
    }
    // 三百五 may be 305 or 350.
    let is_colloquial = waiting.is_some() && !is_filled && (100..=1000).contains(&place);
    let is_cut = waiting.is_some() && place == u64::MAX && whole > 0 && !is_filled;
    if end == 0 || is_colloquial || is_cut {
        return None;
    }
    Some((whole + section + waiting.unwrap_or_default(), text.get(end..)?))
}

/// A number without the commas between its thousands; `None` where they stand elsewhere.
fn ungrouped(written: &str) -> Option<String> {
    let whole = written.split('.').next()?;
    let mut groups = whole.trim_start_matches('-').split(',');
    let first = groups.next()?;
    let is_grouped = |mut groups: std::str::Split<'_, char>| groups.all(|group| group.len() == 3);
    let is_one = !written.contains(',');
    let is_well_grouped =
        (1..=3).contains(&first.len()) && is_grouped(groups) && !written.get(whole.len()..)?.contains(',');
    (is_one || is_well_grouped).then(|| written.replace(',', ""))
}

/// Commas between thousands, as English writes numbers.
pub(crate) fn grouped(number: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Amount {
        text.parse().unwrap_or_else(|()| panic!("{text}"))
    }

    #[test]
    fn tells_what_is_known_of_the_number() {
        for (text, value, upper, bound, english) in [
            ("7.5", "7.5", None, Bound::Exactly, "7.5"),
            ("-0.7", "-0.7", None, Bound::Exactly, "-0.7"),
            ("力争30", "30", None, Bound::Exactly, "aim: 30"),
            ("7.5左右", "7.5", None, Bound::About, "about 7.5"),
            ("约７", "7", None, Bound::About, "about 7"),
            ("900余", "900", None, Bound::About, "over 900"),
            ("控制在4左右", "4", None, Bound::About, "about 4"),
            ("7—7.5", "7", Some("7.5"), Bound::Between, "7 to 7.5"),
            ("10.5-11", "10.5", Some("11"), Bound::Between, "10.5 to 11"),
            ("稳定在85以上", "85", None, Bound::AtLeast, "stable: at least 85"),
            ("稳定在62", "62", None, Bound::About, "stable: 62"),
            ("不低于230", "230", None, Bound::AtLeast, "at least 230"),
            ("不少于1,200", "1200", None, Bound::AtLeast, "at least 1,200"),
            ("≥3", "3", None, Bound::AtLeast, "at least 3"),
            ("30以上", "30", None, Bound::AtLeast, "at least 30"),
            ("3以内", "3", None, Bound::AtMost, "at most 3"),
            ("≤3", "3", None, Bound::AtMost, "at most 3"),
            ("控制在4以内", "4", None, Bound::AtMost, "at most 4"),
            ("控制在4", "4", None, Bound::AtMost, "at most 4"),
            ("下降0.7", "-0.7", None, Bound::Exactly, "down 0.7"),
            ("下降5以上", "-5", None, Bound::AtMost, "down at least 5"),
            ("下降3~5", "-5", Some("-3"), Bound::Between, "down 3 to 5"),
            ("降低0.5左右", "-0.5", None, Bound::About, "down about 0.5"),
            ("增长3.2", "3.2", None, Bound::Exactly, "up 3.2"),
            ("提高4以上", "4", None, Bound::AtLeast, "up at least 4"),
            ("９２１０", "9210", None, Bound::Exactly, "9,210"),
            ("9,210.02", "9210.02", None, Bound::Exactly, "9,210.02"),
            ("超过30", "30", None, Bound::AtLeast, "over 30"),
            ("突破1000", "1000", None, Bound::AtLeast, "over 1,000"),
            ("不足5", "5", None, Bound::AtMost, "under 5"),
            ("接近400", "400", None, Bound::About, "nearly 400"),
            ("十二", "12", None, Bound::Exactly, "12"),
            ("一千二百", "1200", None, Bound::Exactly, "1,200"),
            ("三百零五", "305", None, Bound::Exactly, "305"),
            ("一万二千", "12000", None, Bound::Exactly, "12,000"),
            ("二十一", "21", None, Bound::Exactly, "21"),
        ] {
            let read = amount(text);
            let written = (read.value.to_string(), read.upper.map(|upper| upper.to_string()));
            assert_eq!(written, (value.to_owned(), upper.map(str::to_owned)), "{text}");
            assert_eq!(read.bound(), bound, "{text}");
            assert_eq!(read.english(), english, "{text}");
            assert_eq!(amount(&read.to_string()), read, "{text} is written as {read}");
        }
    }

    #[test]
    fn refuses_what_is_none() {
        for text in [
            "",
            "-",
            "若干",
            "7.5%",
            "1,20",
            "12,3456",
            ",5",
            "1.2,3",
            "5~3",
            "左右",
            "下降-2.1",
            "增长",
            "三四",
            "百",
            "三百五",
            "一十百",
            "十十",
        ] {
            assert_eq!(text.parse::<Amount>(), Err(()), "{text:?}");
        }
    }

    #[test]
    fn other_words_say_the_same() {
        for (one, other) in [
            ("下降2.1", "-2.1"),
            ("增长3.2", "3.2"),
            ("约380", "380左右"),
            ("下降5以上", "-5以下"),
            ("4以上", "≥4"),
        ] {
            assert!(amount(one).says_same_as(amount(other)), "{one}, {other}");
        }
        for (one, other) in
            [("下降2.1", "2.1"), ("近380", "380余"), ("5以上", "5"), ("7~8", "7~9"), ("约380", "380余")]
        {
            assert!(!amount(one).says_same_as(amount(other)), "{one}, {other}");
        }
    }
}
