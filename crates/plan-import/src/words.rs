//! Lists of words that are looked for at every place of a text.

use std::cmp::Reverse;
use std::sync::OnceLock;

/// A list of words. Each is kept by its first and by its last character, so that a place of a text is compared with few of them.
pub(crate) struct Words {
    list: &'static [&'static str],
    by_first: OnceLock<Vec<Bucket>>,
    by_last: OnceLock<Vec<Bucket>>,
}

/// The words whose first or last characters share some bits, the longest first.
type Bucket = Vec<&'static str>;

/// So many buckets has a list: few words have one together, and nearly all characters of a text have one without words.
const BUCKETS: usize = 256;

fn bucket(character: char) -> usize {
    usize::try_from(u32::from(character)).unwrap_or_default() % BUCKETS
}

fn buckets(list: &[&'static str], key: fn(&str) -> Option<char>) -> Vec<Bucket> {
    let mut buckets = vec![Bucket::new(); BUCKETS];
    for word in list {
        if let Some(bucket) = key(word).and_then(|key| buckets.get_mut(bucket(key))) {
            bucket.push(word);
        }
    }
    for words in &mut buckets {
        words.sort_by_key(|word| Reverse(word.len()));
    }
    buckets
}

impl Words {
    pub(crate) const fn new(list: &'static [&'static str]) -> Self {
        Self { list, by_first: OnceLock::new(), by_last: OnceLock::new() }
    }

    pub(crate) fn list(&self) -> &'static [&'static str] {
        self.list
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        word.chars().next().is_some_and(|first| self.beginning(first).contains(&word))
    }

    /// Those that may begin with a character, the longest first.
    pub(crate) fn beginning(&self, first: char) -> &[&'static str] {
        let buckets = self.by_first.get_or_init(|| buckets(self.list, |word| word.chars().next()));
        buckets.get(bucket(first)).map_or(&[], Vec::as_slice)
    }

    /// Those that may end with a character, the longest first.
    pub(crate) fn ending(&self, last: char) -> &[&'static str] {
        let buckets = self.by_last.get_or_init(|| buckets(self.list, |word| word.chars().next_back()));
        buckets.get(bucket(last)).map_or(&[], Vec::as_slice)
    }

    /// The longest that a text begins with.
    pub(crate) fn start_of(&self, text: &str) -> Option<&'static str> {
        let first = text.chars().next()?;
        self.beginning(first).iter().find(|word| text.starts_with(**word)).copied()
    }

    /// The longest that a text ends with.
    pub(crate) fn end_of(&self, text: &str) -> Option<&'static str> {
        let last = text.chars().next_back()?;
        self.ending(last).iter().find(|word| text.ends_with(**word)).copied()
    }

    /// The bytes of the longest that a text begins with.
    pub(crate) fn prefix(&self, text: &str) -> usize {
        self.start_of(text).map_or(0, str::len)
    }

    /// The bytes of the longest that a text ends with.
    pub(crate) fn suffix(&self, text: &str) -> usize {
        self.end_of(text).map_or(0, str::len)
    }

    /// Where the first of them stands in a text.
    pub(crate) fn first_in(&self, text: &str) -> Option<usize> {
        let stands = |at: usize, first: char| {
            let words = self.beginning(first);
            !words.is_empty()
                && text.get(at..).is_some_and(|rest| words.iter().any(|word| rest.starts_with(word)))
        };
        text.char_indices().find(|(at, first)| stands(*at, *first)).map(|(at, _)| at)
    }

    /// Whether one of them stands in a text.
    pub(crate) fn within(&self, text: &str) -> bool {
        self.first_in(text).is_some()
    }
}

/// The words of pairs whose second says what the first means.
#[expect(clippy::indexing_slicing, reason = "evaluated when the program is compiled")]
pub(crate) const fn firsts<const N: usize>(pairs: &[(&'static str, &'static str); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = pairs[at].0;
        at += 1;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    static LIST: Words = Words::new(&["增长", "增长率", "率", "下降"]);

    #[test]
    fn the_longest_is_found_at_both_ends() {
        assert_eq!(LIST.start_of("增长率为"), Some("增长率"));
        assert_eq!(LIST.end_of("年均增长率"), Some("增长率"));
        assert_eq!((LIST.prefix("增加"), LIST.suffix("")), (0, 0));
        assert!(LIST.has("率") && !LIST.has("增"));
    }

    #[test]
    fn the_first_within_a_text_is_found() {
        assert_eq!(LIST.first_in("比上年下降"), Some("比上年".len()));
        assert!(!LIST.within("持平"));
    }
}
