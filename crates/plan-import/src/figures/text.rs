//! The words of a paragraph by character, with full-width digits, letters and signs as half-width ones.

use std::ops::Range;

use crate::words::Words;

/// A paragraph's words. Positions are those of characters; outside of the words stands `\0`.
pub(crate) struct Text<'a> {
    words: &'a str,
    chars: Vec<char>,
    offsets: Vec<usize>,
    /// Per character, what quotes or brackets it stands in.
    enclosed: Vec<Enclosed>,
}

/// What encloses a character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Enclosed {
    /// Nothing.
    #[default]
    No,
    /// Quotes around a few words.
    Quotes,
    /// The marks of a title: 《》.
    Title,
}

impl<'a> Text<'a> {
    pub(crate) fn new(words: &'a str) -> Self {
        let mut chars: Vec<char> = words.chars().map(half_width).collect();
        full_commas(&mut chars);
        wide_thousands(words, &mut chars);
        let offsets = words.char_indices().map(|(at, _)| at).chain([words.len()]).collect();
        let enclosed = enclosed(&chars);
        Self { words, chars, offsets, enclosed }
    }

    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    pub(crate) fn at(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\0')
    }

    /// The character before that position.
    pub(crate) fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\0', |at| self.at(at))
    }

    pub(crate) fn enclosed(&self, at: usize) -> Enclosed {
        self.enclosed.get(at).copied().unwrap_or_default()
    }

    /// The words as they are printed.
    pub(crate) fn slice(&self, range: Range<usize>) -> &'a str {
        self.words.get(self.bytes(range)).unwrap_or_default()
    }

    /// The bytes of a range of characters.
    pub(crate) fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let byte = |at: usize| self.offsets.get(at).copied().unwrap_or(self.words.len());
        byte(range.start)..byte(range.end)
    }

    /// The character that begins at that byte.
    pub(crate) fn char_of(&self, byte: usize) -> usize {
        self.offsets.partition_point(|offset| *offset < byte)
    }

    pub(crate) fn starts(&self, at: usize, word: &str) -> bool {
        word.chars().zip(at..).all(|(character, at)| self.at(at) == character)
    }

    /// The first of the words that stands there, as its length in characters.
    pub(crate) fn any(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().find(|word| self.starts(at, word)).map(|word| word.chars().count())
    }

    /// Whether a word ends before that position.
    pub(crate) fn ends(&self, at: usize, word: &str) -> bool {
        let length = word.chars().count();
        at.checked_sub(length).is_some_and(|from| self.starts(from, word))
    }

    /// The end of the digits that begin there.
    pub(crate) fn digits(&self, from: usize) -> usize {
        let mut at = from;
        while self.at(at).is_ascii_digit() {
            at += 1;
        }
        at
    }

    /// The whole number that those characters write; `None` where there are more than six.
    pub(crate) fn whole(&self, range: Range<usize>) -> Option<u32> {
        if range.is_empty() || range.len() > 6 {
            return None;
        }
        range.map(|at| self.at(at).to_digit(10)).try_fold(0, |sum, digit| Some(sum * 10 + digit?))
    }
}

impl Words {
    /// The length in characters of the longest that stands there.
    pub(crate) fn at(&self, text: &Text<'_>, at: usize) -> Option<usize> {
        let found = self.beginning(text.at(at)).iter().find(|word| text.starts(at, word));
        found.map(|word| word.chars().count())
    }

    /// The length in characters of the longest that ends before that position.
    pub(crate) fn before(&self, text: &Text<'_>, at: usize) -> Option<usize> {
        let found = self.ending(text.before(at)).iter().find(|word| text.ends(at, word));
        found.map(|word| word.chars().count())
    }
}

/// A Chinese character.
pub(crate) fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9FFF}')
}

/// Punctuation of sentences stays as it is: a full-width comma parts clauses, one between digits parts thousands.
fn half_width(character: char) -> char {
    match character {
        '，' | '：' | '；' | '（' | '）' | '！' | '？' => character,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        '−' | '﹣' => '-',
        '∶' | '︰' => ':',
        ';' => '；',
        '(' => '（',
        ')' => '）',
        '!' => '！',
        '?' => '？',
        other => other,
    }
}

/// Commas of sentences as such, where the text has those of Latin print: those between digits part thousands.
fn full_commas(chars: &mut [char]) {
    let mut before = '\0';
    let mut places = chars.iter_mut().peekable();
    while let Some(character) = places.next() {
        let is_between = before.is_ascii_digit() && places.peek().is_some_and(|next| next.is_ascii_digit());
        before = *character;
        if *character == ',' && !is_between {
            *character = '，';
        }
    }
}

/// Commas between wide digits as those of thousands: ３，２１０.
fn wide_thousands(words: &str, chars: &mut [char]) {
    if !words.contains(|c| matches!(c, '０'..='９')) {
        return;
    }
    let is_wide = |c: Option<&char>| c.is_some_and(|c| matches!(c, '０'..='９'));
    let printed: Vec<char> = words.chars().collect();
    for (at, place) in chars.iter_mut().enumerate().filter(|(_, c)| **c == '，') {
        let after = (1..=4).take_while(|further| is_wide(printed.get(at + further))).count();
        if after == 3 && at > 0 && is_wide(printed.get(at - 1)) {
            *place = ',';
        }
    }
}

/// So many characters has a name or slogan in quotes at most, and a title.
const QUOTED: usize = 24;
const TITLE: usize = 80;

fn enclosed(chars: &[char]) -> Vec<Enclosed> {
    let mut found = vec![Enclosed::No; chars.len()];
    // The last opening mark of each sort; what is closed is filled once, so that the time is linear.
    let (mut quote, mut title): (Option<(usize, char)>, Option<usize>) = (None, None);
    for (at, character) in chars.iter().copied().enumerate() {
        match character {
            '“' | '‘' | '「' | '『' => quote = Some((at, character)),
            '"' if quote.is_none_or(|(from, open)| open != '"' || at - from > QUOTED) => {
                quote = Some((at, character));
            }
            '”' | '’' | '」' | '』' | '"' => {
                if let Some((from, _)) = quote.take()
                    && at - from <= QUOTED
                {
                    found.iter_mut().take(at).skip(from).for_each(|one| *one = Enclosed::Quotes);
                }
            }
            '《' => title = Some(at),
            '》' => {
                if let Some(from) = title.take()
                    && at - from <= TITLE
                {
                    found.iter_mut().take(at).skip(from).for_each(|one| *one = Enclosed::Title);
                }
            }
            _ => {}
        }
    }
    found
}
