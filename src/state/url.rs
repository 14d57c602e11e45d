//! The state as the query part of an address, and back. Pure: no string makes [`UrlState::parse`] fail, and
//! `parse(format(s)) == s`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese, which is not written into the address.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both, with the word for each in addresses.
    pub const ALL: [(&'static str, Self); 2] = [("zh", Self::Zh), ("en", Self::En)];

    fn word(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }
}

/// The most characters of a [`QueryText`].
pub const QUERY_LIMIT: usize = 100;

/// What the reader looks for: at most [`QUERY_LIMIT`] characters, longer texts are cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueryText(String);

impl QueryText {
    /// The first [`QUERY_LIMIT`] characters of `text`.
    pub fn new(text: &str) -> Self {
        Self(text.chars().take(QUERY_LIMIT).collect())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What the address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UrlState {
    /// `lang`: the language of the interface.
    pub lang: Lang,
    /// `q`: the text that filters the projects.
    pub query: QueryText,
    /// Parameters of others (those of messengers, say), kept as they are.
    others: Vec<String>,
}

/// A value in the address that could not be used, and what was done instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UrlNotice {
    /// `lang` is this, which is no language of the interface; Chinese is shown.
    UnknownLanguage(String),
    /// The value of `q` is longer than [`QUERY_LIMIT`]; its beginning is used.
    QueryTooLong,
    /// The value of this parameter is not text (broken percent-encoding); it is left out.
    NotText(&'static str),
    /// This parameter is there several times; the first is used.
    Repeated(&'static str),
}

const LANG: &str = "lang";
const QUERY: &str = "q";

/// What stays unescaped in a value: letters, digits and the marks that no host rewrites.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

impl UrlState {
    /// Reads the part of an address after `?`, with what was wrong with it.
    pub fn parse(query: &str) -> (Self, Vec<UrlNotice>) {
        let mut state = Self::default();
        let mut notices = Vec::new();
        let mut seen: Vec<&'static str> = Vec::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let Some(key) = [LANG, QUERY].into_iter().find(|known| *known == key) else {
                state.others.push(pair.to_owned());
                continue;
            };
            if seen.contains(&key) {
                notices.push(UrlNotice::Repeated(key));
                continue;
            }
            seen.push(key);
            match decode(value) {
                Some(value) => state.take(key, &value, &mut notices),
                None => notices.push(UrlNotice::NotText(key)),
            }
        }
        (state, notices)
    }

    fn take(&mut self, key: &'static str, value: &str, notices: &mut Vec<UrlNotice>) {
        if key == LANG {
            match Lang::ALL.iter().find(|(word, _)| *word == value) {
                Some((_, lang)) => self.lang = *lang,
                None => notices.push(UrlNotice::UnknownLanguage(QueryText::new(value).0)),
            }
        } else {
            self.query = QueryText::new(value);
            if self.query.as_str() != value {
                notices.push(UrlNotice::QueryTooLong);
            }
        }
    }

    /// The part of an address after `?`; empty where everything is as it is without one.
    pub fn format(&self) -> String {
        let mut pairs = Vec::new();
        if self.lang != Lang::default() {
            pairs.push(format!("{LANG}={}", self.lang.word()));
        }
        if !self.query.0.is_empty() {
            pairs.push(format!("{QUERY}={}", utf8_percent_encode(&self.query.0, ESCAPED)));
        }
        pairs.extend(self.others.iter().cloned());
        pairs.join("&")
    }
}

/// `+` and `%20` are both a space; `None` where the bytes are not UTF-8.
fn decode(value: &str) -> Option<String> {
    let spaced = value.replace('+', " ");
    let text = percent_decode_str(&spaced).decode_utf8().ok()?;
    Some(text.into_owned())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_others_write() {
        let (state, notices) = UrlState::parse("q=%E9%AD%8F%E5%AF%A8+x%20y&lang=en");
        assert_eq!((state.query.as_str(), state.lang), ("魏寨 x y", Lang::En));
        assert_eq!(notices, []);
        assert_eq!(UrlState::parse("q=魏寨").0.query.as_str(), "魏寨");
    }

    #[test]
    fn the_usual_state_needs_no_parameters() {
        assert_eq!(UrlState::default().format(), "");
        assert_eq!(UrlState::parse("").0, UrlState::default());
        assert_eq!(UrlState::parse("lang=zh&q=").0, UrlState::default());
    }

    #[test]
    fn unknown_parameters_are_kept_as_they_are() {
        let query = "from=singlemessage&isappinstalled=0&x=%zz&&flag";
        let (state, notices) = UrlState::parse(query);
        assert_eq!(notices, []);
        assert_eq!(state.format(), "from=singlemessage&isappinstalled=0&x=%zz&flag");
    }

    #[test]
    fn wrong_values_fall_back_and_say_so() {
        let long = "长".repeat(QUERY_LIMIT + 1);
        for (query, notice) in [
            ("lang=fr".to_owned(), UrlNotice::UnknownLanguage("fr".to_owned())),
            ("lang=".to_owned(), UrlNotice::UnknownLanguage(String::new())),
            ("q=%FF".to_owned(), UrlNotice::NotText("q")),
            ("lang=%E9".to_owned(), UrlNotice::NotText("lang")),
            (format!("q={long}"), UrlNotice::QueryTooLong),
        ] {
            let (state, notices) = UrlState::parse(&query);
            assert_eq!(state.lang, Lang::Zh, "{query}");
            assert_eq!(notices, [notice], "{query}");
        }
        let (state, notices) = UrlState::parse("q=a&q=b");
        assert_eq!(state.query.as_str(), "a");
        assert_eq!(notices, [UrlNotice::Repeated("q")]);
    }

    proptest! {
        #[test]
        fn every_state_survives_the_address(english: bool, query in any::<String>(), others in "[^#]*") {
            let mut state = UrlState::parse(&others).0;
            state.lang = if english { Lang::En } else { Lang::Zh };
            state.query = QueryText::new(&query);
            prop_assert_eq!(UrlState::parse(&state.format()), (state, Vec::new()));
        }

        #[test]
        fn no_string_makes_it_fail_and_what_it_writes_it_reads(query in any::<String>()) {
            let (state, _) = UrlState::parse(&query);
            prop_assert_eq!(UrlState::parse(&state.format()), (state, Vec::new()));
        }
    }
}
