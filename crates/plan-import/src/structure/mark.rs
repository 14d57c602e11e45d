//! The marks before items of a list.

use plan_data::against::{Level, numbered};

/// What stands before an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// ▲, which is left out of the words, as `ReportText` does.
    Triangle,
    /// The dash or star of Markdown, which is left out too.
    Dash,
    /// √, ●
    Symbol,
    /// 1. or （1）, also （一） before a sentence.
    Number(Level, usize),
    /// ①
    Circle(usize),
}

/// The mark at the beginning of words without white space, and its bytes.
pub(super) fn of(words: &str) -> Option<(Mark, usize)> {
    let first = words.chars().next()?;
    let has_rest = words.len() > first.len_utf8();
    let single = |mark| has_rest.then_some((mark, first.len_utf8()));
    match first {
        '▲' | '△' => single(Mark::Triangle),
        '√' | '✓' | '✔' | '☑' | '●' | '○' | '■' | '□' | '◆' | '◇' | '★' | '☆' | '►' | '▶' | '➢' | '➤'
        | '·' | '•' | '▪' | '\u{f06c}' | '\u{f0d8}' | '\u{f0fc}' => single(Mark::Symbol),
        '①'..='⑳' => single(Mark::Circle(circle(first)?)),
        '0'..='9' if dotted(words).is_some() => Some((Mark::Symbol, dotted(words)?)),
        _ => {
            let (level, number, rest) = numbered(words)?;
            (level >= Level::Part).then_some((Mark::Number(level, number), words.len() - rest.len()))
        }
    }
}

/// The bytes of 1.1 or 1.2.3 before words; 6.5万 is a number.
fn dotted(words: &str) -> Option<usize> {
    const UNITS: &str = "万亿元个家项套双处场次所张人名户亩吨公米天日年月倍成千百平立微件台辆座条种只头期分度位岁米户左以余多至、";
    let end = words.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let number = words.get(..end)?;
    let parts = number.split('.').filter(|part| (1..=2).contains(&part.len())).count();
    let is_number =
        number.split('.').count() == parts && (2..=4).contains(&parts) && !number.starts_with('0');
    let next = words.get(end..)?.chars().next()?;
    let is_word = ('\u{4e00}'..='\u{9fff}').contains(&next) && (parts > 2 || !UNITS.contains(next));
    (is_number && is_word).then_some(end)
}

fn circle(c: char) -> Option<usize> {
    usize::try_from(u32::from(c).checked_sub(u32::from('①'))? + 1).ok()
}

/// Whether one item follows the other in a list.
pub(super) fn follows(last: Mark, next: Mark) -> bool {
    match (last, next) {
        (Mark::Number(a, x), Mark::Number(b, y)) => a == b && y == x + 1,
        (Mark::Circle(x), Mark::Circle(y)) => y == x + 1,
        (a, b) => a == b,
    }
}

/// Whether it is the first of a list, or has no number.
pub(super) fn begins(mark: Mark) -> bool {
    match mark {
        Mark::Number(_, number) | Mark::Circle(number) => number == 1,
        Mark::Triangle | Mark::Dash | Mark::Symbol => true,
    }
}
