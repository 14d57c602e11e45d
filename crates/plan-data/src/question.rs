//! A question as people ask it: 今年要修哪些路. Words that only ask are dropped; what is left is taken apart into words that the
//! report, its places or its synonyms know, and each may be met in several ways.

use std::rc::Rc;

use crate::search::fold;
use crate::synonym::Meaning;
use crate::{Dataset, Pinyin, Query};

/// A question taken apart.
#[derive(Clone, Debug)]
pub struct Question {
    /// The text as it was typed: all of its words.
    pub(crate) literal: Query,
    /// What it asks for, word by word; empty where that is only the text itself.
    pub(crate) terms: Vec<Term>,
}

/// A word of a question.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    /// The word itself, and words that mean it.
    pub(crate) words: Vec<Query>,
    /// What else it may mean.
    pub(crate) means: Vec<Meaning>,
}

/// What only asks, in Chinese; what is longer comes first.
const ASKING: [&str; 46] = [
    "有没有什么",
    "是什么样的",
    "什么时候",
    "怎么样了",
    "想知道",
    "有哪些",
    "有什么",
    "有没有",
    "怎么样",
    "多少钱",
    "哪些",
    "哪里",
    "哪儿",
    "哪个",
    "什么",
    "怎么",
    "怎样",
    "如何",
    "多少",
    "几个",
    "几家",
    "今年",
    "明年",
    "去年",
    "我们",
    "我家",
    "咱们",
    "附近",
    "请问",
    "为什么",
    "情况",
    "项目",
    "计划",
    "要",
    "会",
    "能",
    "的",
    "了",
    "吗",
    "呢",
    "我",
    "在",
    "有",
    "是",
    "和",
    "将",
];

/// The same in English.
const ASKING_IN_ENGLISH: [&str; 36] = [
    "which", "what", "where", "when", "how", "many", "much", "who", "are", "is", "be", "will", "there",
    "the", "a", "an", "in", "of", "to", "for", "on", "do", "does", "and", "my", "near", "me", "this", "year",
    "next", "last", "any", "built", "planned", "projects", "about",
];

/// The characters of the words that ask, in Chinese.
pub fn asking() -> impl Iterator<Item = char> {
    ASKING.iter().flat_map(|word| word.chars())
}

impl Question {
    /// Takes `text` apart by what the report knows; letters spell characters by `pinyin`.
    pub fn new(text: &str, dataset: &Dataset, pinyin: &Rc<Pinyin>) -> Self {
        let literal = Query::new(text).spelling(pinyin.clone());
        let lexicon = Lexicon { dataset };
        let folded: String = text.chars().map(|c| pinyin.form(fold(c))).filter(|c| !is_sign(*c)).collect();
        let read = [folded.clone(), without_asking(&folded)].map(|text| lexicon.read(&text));
        // The reading that leaves less unknown.
        let [as_is, shorter] = read;
        let words = if unknown(&shorter) < unknown(&as_is) || as_is.is_empty() { shorter } else { as_is };
        // A single character that is left over says nothing beside words that are known.
        let has_known = words.iter().any(|word| word.is_known);
        let says = |word: &Word| word.is_known || !has_known || word.text.chars().count() > 1;
        let words: Vec<Word> = words.into_iter().filter(says).collect();
        let query = |word: &str| Query::new(word).spelling(pinyin.clone());
        let term = |word: Word| {
            let mut words = vec![query(&word.text)];
            let mut means = Vec::new();
            for meaning in word.means {
                match meaning {
                    Meaning::Words(text) => words.push(query(&text)),
                    other => means.push(other),
                }
            }
            Term { words, means }
        };
        let is_literal = |words: &[Word]| words.iter().all(|word| word.means.is_empty()) && words.len() < 2;
        let terms = if is_literal(&words) && words.first().is_some_and(|word| word.text == folded.trim()) {
            Vec::new()
        } else {
            words.into_iter().map(term).collect()
        };
        Self { literal, terms }
    }

    /// Nothing but the words of a query.
    pub fn of_words(literal: Query) -> Self {
        Self { literal, terms: Vec::new() }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.literal.is_empty()
    }

    /// The text as it was typed, for marking it in what was found.
    pub fn literal(&self) -> &Query {
        &self.literal
    }
}

/// Signs that end questions and part words.
fn is_sign(character: char) -> bool {
    "?!,;？！，。；：、“”\"".contains(character)
}

fn without_asking(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some(first) = rest.chars().next() {
        let at_word = kept.chars().next_back().is_none_or(|before| !before.is_ascii_alphanumeric());
        let asking = ASKING.iter().find(|word| rest.starts_with(**word)).map(|word| word.len());
        let asking = asking.or_else(|| {
            let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
            let word = rest.get(..end)?;
            (at_word && ASKING_IN_ENGLISH.contains(&word)).then_some(end)
        });
        let length = asking.unwrap_or_else(|| {
            kept.push(first);
            first.len_utf8()
        });
        rest = rest.get(length..).unwrap_or_default();
    }
    kept
}

/// A word that was read, with what it means where it is known.
struct Word {
    text: String,
    means: Vec<Meaning>,
    is_known: bool,
}

fn unknown(words: &[Word]) -> usize {
    words.iter().filter(|word| !word.is_known).map(|word| word.text.chars().count()).sum()
}

/// The words that the report knows.
struct Lexicon<'a> {
    dataset: &'a Dataset,
}

impl Lexicon<'_> {
    /// Takes a text apart: the longest known word at each place, what stands between as it is.
    fn read(&self, text: &str) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        for run in text.split_whitespace() {
            let mut rest = run;
            let mut between = String::new();
            while let Some(first) = rest.chars().next() {
                let is_inside = between.chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric());
                let known = self.longest(rest).filter(|_| !(is_inside && first.is_ascii_alphanumeric()));
                if let Some((length, means)) = known {
                    flush(&mut between, &mut words);
                    let text = rest.get(..length).unwrap_or_default().to_owned();
                    words.push(Word { text, means, is_known: true });
                    rest = rest.get(length..).unwrap_or_default();
                } else {
                    between.push(first);
                    rest = rest.get(first.len_utf8()..).unwrap_or_default();
                }
            }
            flush(&mut between, &mut words);
        }
        words
    }

    /// The longest known word at the beginning of a text: its length in bytes, and what it means.
    fn longest(&self, text: &str) -> Option<(usize, Vec<Meaning>)> {
        let begins = |word: &str| {
            let folded: String = word.chars().map(fold).collect();
            let after = text.strip_prefix(folded.as_str())?;
            let is_whole = !folded.ends_with(|c: char| c.is_ascii_alphanumeric())
                || !after.starts_with(|c: char| c.is_ascii_alphanumeric());
            (!folded.is_empty() && is_whole).then_some(folded.len())
        };
        let synonyms = self
            .dataset
            .synonyms
            .iter()
            .filter_map(|synonym| Some((begins(&synonym.word)?, synonym.means.clone())));
        let places = self.dataset.places.iter().flat_map(|place| {
            let names = place.aliases.iter().chain([&place.name.zh, &place.name.en]);
            names.filter_map(|name| Some((begins(name)?, Vec::new())))
        });
        synonyms.chain(places).max_by_key(|(length, means)| (*length, !means.is_empty()))
    }
}

fn flush(between: &mut String, words: &mut Vec<Word>) {
    if !between.is_empty() {
        words.push(Word { text: std::mem::take(between), means: Vec::new(), is_known: false });
    }
}
