//! Reads the text. Whatever does not depend on a type is one function for all of them: the browser loads this code
//! before anything is seen.

use std::fmt;

use super::{Bundle, Bundled, ESCAPE, ESCAPED, NONE, SOME};

/// Text that is none of these: where, what stands there and what should.
#[derive(Debug, PartialEq, Eq)]
pub struct Damage {
    /// The line, from 1.
    pub line: usize,
    /// What stands there, as far as its line’s end.
    pub found: String,
    /// What should stand there.
    pub expected: &'static str,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, found, expected } = self;
        write!(f, "line {line} of the bundled data: found “{found}”, expected {expected}")
    }
}

impl std::error::Error for Damage {}

/// What [`write`](super::write()) wrote.
///
/// # Errors
/// Where the text is nothing of that kind, the first place that shows it.
pub fn read(text: &str) -> Result<Bundle, Damage> {
    value(text)
}

pub(super) fn value<T: Bundled>(text: &str) -> Result<T, Damage> {
    let mut reader = Reader { rest: text, item: text, fault: None };
    let value = T::read(&mut reader);
    if !reader.rest.is_empty() {
        reader.item = reader.rest;
        reader.miss("the end");
    }
    match reader.fault {
        None => Ok(value),
        Some((from, expected)) => Err(damage(text, from, expected)),
    }
}

/// `from` is what is left of `text` from the item on that is at fault.
fn damage(text: &str, from: &str, expected: &'static str) -> Damage {
    let before = text.get(..text.len() - from.len()).unwrap_or_default();
    let found = from.split('\n').next().unwrap_or_default().to_owned();
    Damage { line: before.split('\n').count(), found, expected }
}

pub(super) struct Reader<'a> {
    rest: &'a str,
    /// From the item on that was read last.
    item: &'a str,
    /// The first fault: from which item on, and what should stand there.
    fault: Option<(&'a str, &'static str)>,
}

impl<'a> Reader<'a> {
    /// Notes a fault at the item that was read last. Nothing stands after it.
    fn miss(&mut self, expected: &'static str) {
        self.fault.get_or_insert((self.item, expected));
        self.rest = "";
    }

    pub(super) fn is_at_fault(&self) -> bool {
        self.fault.is_some()
    }

    /// What was read last is not what its type takes. Why not is left unsaid: that would take the code that puts it into words.
    pub(super) fn refuse(&mut self) {
        self.miss("what the type of the value takes");
    }

    #[inline(never)]
    pub(super) fn flag(&mut self) -> bool {
        self.item = self.rest;
        let flag = self.rest.as_bytes().first();
        if !matches!(flag, Some(&(SOME | NONE))) {
            self.miss("+ or -");
            return false;
        }
        self.rest = self.rest.get(1..).unwrap_or_default();
        flag == Some(&SOME)
    }

    /// Whether something stands here that need not: [`SOME`], where otherwise a number would.
    pub(super) fn has_more(&mut self) -> bool {
        self.rest.as_bytes().first() == Some(&SOME) && self.flag()
    }

    /// What stands before the next line’s end.
    #[inline(never)]
    fn line(&mut self) -> Option<&'a str> {
        self.item = self.rest;
        let end = self.rest.bytes().position(|byte| byte == b'\n')?;
        let line = self.rest.get(..end);
        self.rest = self.rest.get(end + 1..)?;
        line
    }

    /// Zero where there is none.
    #[inline(never)]
    pub(super) fn number(&mut self, most: u32) -> u32 {
        let number = self.line().filter(|line| !line.is_empty()).and_then(|line| {
            line.bytes().try_fold(0_u32, |number, byte| {
                let digit = byte.is_ascii_digit().then_some(u32::from(byte & 15))?;
                number.checked_mul(10)?.checked_add(digit).filter(|number| *number <= most)
            })
        });
        if number.is_none() {
            self.miss("a number that is not too large, and a line’s end");
        }
        number.unwrap_or_default()
    }

    /// Which of so many words.
    pub(super) fn variant(&mut self, count: usize) -> usize {
        let number = self.number(u32::MAX) as usize;
        if number >= count {
            self.miss("the number of a word");
        }
        number
    }

    /// An empty one where there is none.
    #[inline(never)]
    pub(super) fn text(&mut self) -> String {
        let text = self.line().and_then(unescaped);
        if text.is_none() {
            self.miss("text up to a line’s end, with \\ only before \\, n, l, r and 0");
        }
        text.unwrap_or_default()
    }
}

/// What a line stands for; `None` where something else is escaped than what must be.
fn unescaped(line: &str) -> Option<String> {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.bytes().position(|byte| byte == ESCAPE) {
        text.push_str(rest.get(..at)?);
        let stands_for = rest.as_bytes().get(at + 1)?;
        text.push(ESCAPED.iter().find(|(_, known)| known == stands_for)?.0);
        rest = rest.get(at + 2..)?;
    }
    text.push_str(rest);
    Some(text)
}
