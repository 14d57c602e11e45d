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
        _ => {
            let (level, number, rest) = numbered(words)?;
            (level >= Level::Part).then_some((Mark::Number(level, number), words.len() - rest.len()))
        }
    }
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
