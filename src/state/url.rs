//! The state as the query part of an address, and back. Pure: no string makes [`UrlState::parse`] fail, and
//! `parse(format(s)) == s`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use plan_data::facet::{Choice, Facet};

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

/// In which order indicators stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As in the annex.
    #[default]
    Annex,
    /// By plan minus result, the largest first.
    Change,
    /// By name; Chinese ones by their pinyin.
    Name,
}

impl Sort {
    /// All, with the word for each in addresses and forms.
    pub const ALL: [(&'static str, Self); 3] =
        [("annex", Self::Annex), ("change", Self::Change), ("name", Self::Name)];

    /// The word in addresses and forms.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, sort)| *sort == self).map_or("", |(word, _)| word)
    }
}

/// What the address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UrlState {
    /// `lang`: the language of the interface.
    pub lang: Lang,
    /// `q`: the text that filters the projects.
    pub query: QueryText,
    /// `sort`: the order of the indicators.
    pub sort: Sort,
    /// `item`: the id of the indicator that is looked at.
    pub item: Option<String>,
    /// `unit`: the code of the dimension that figures are shown of.
    pub unit: Option<String>,
    /// `list`, `stage`, `sector`, `work`, `place`: what projects are filtered by; several values are separated by ~.
    pub choice: Choice,
    /// Parameters of others (those of messengers, say), kept as they are.
    others: Vec<String>,
}

/// A value in the address that could not be used, and what was done instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UrlNotice {
    /// `lang` is this, which is no language of the interface; Chinese is shown.
    UnknownLanguage(String),
    /// `sort` is this, which is no order; that of the annex is shown.
    UnknownSort(String),
    /// The value of `q` is longer than [`QUERY_LIMIT`]; its beginning is used.
    QueryTooLong,
    /// The value of this parameter is not text (broken percent-encoding); it is left out.
    NotText(&'static str),
    /// This parameter is there several times; the first is used.
    Repeated(&'static str),
    /// This parameter has this value, which nothing in the report has; it is left out.
    NotInReport(&'static str, String),
}

const LANG: &str = "lang";
const QUERY: &str = "q";
const SORT: &str = "sort";
const ITEM: &str = "item";
const UNIT: &str = "unit";
const KEYS: [&str; 5] = [LANG, QUERY, SORT, ITEM, UNIT];

/// Between the values of a list: some hosts rewrite commas and spaces.
const SEPARATOR: char = '~';

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
            let Some(key) = KEYS.into_iter().chain(Facet::ALL.map(Facet::code)).find(|known| *known == key)
            else {
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
        let told = |value: &str| QueryText::new(value).0;
        match key {
            LANG => match Lang::ALL.iter().find(|(word, _)| *word == value) {
                Some((_, lang)) => self.lang = *lang,
                None => notices.push(UrlNotice::UnknownLanguage(told(value))),
            },
            SORT => match Sort::ALL.iter().find(|(word, _)| *word == value) {
                Some((_, sort)) => self.sort = *sort,
                None => notices.push(UrlNotice::UnknownSort(told(value))),
            },
            QUERY => {
                self.query = QueryText::new(value);
                if self.query.as_str() != value {
                    notices.push(UrlNotice::QueryTooLong);
                }
            }
            ITEM | UNIT => match ids(key, value, notices).into_iter().next() {
                Some(id) if key == ITEM => self.item = Some(id),
                Some(id) => self.unit = Some(id),
                None => {}
            },
            _ => {
                if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.code() == key) {
                    self.choice.set(facet, ids(key, value, notices));
                }
            }
        }
    }

    /// The part of an address after `?`; empty where everything is as it is without one.
    pub fn format(&self) -> String {
        let mut pairs = Vec::new();
        let mut write = |key: &str, value: &str| {
            if !value.is_empty() {
                pairs.push(format!("{key}={}", utf8_percent_encode(value, ESCAPED)));
            }
        };
        write(LANG, if self.lang == Lang::default() { "" } else { self.lang.word() });
        write(QUERY, &self.query.0);
        for facet in Facet::ALL {
            write(facet.code(), &self.choice.of(facet).join("~"));
        }
        write(ITEM, self.item.as_deref().unwrap_or_default());
        write(SORT, if self.sort == Sort::default() { "" } else { self.sort.word() });
        write(UNIT, self.unit.as_deref().unwrap_or_default());
        pairs.extend(self.others.iter().cloned());
        pairs.join("&")
    }

    /// Leaves out the ids that `is_known` does not find for their parameter, and tells of them.
    pub fn keep_known(&mut self, is_known: impl Fn(Id, &str) -> bool) -> Vec<UrlNotice> {
        let mut notices = Vec::new();
        let mut check = |key: &'static str, kind: Id, id: &str| {
            let known = is_known(kind, id);
            if !known {
                notices.push(UrlNotice::NotInReport(key, id.to_owned()));
            }
            known
        };
        self.item = self.item.take().filter(|id| check(ITEM, Id::Indicator, id));
        self.unit = self.unit.take().filter(|id| check(UNIT, Id::Dimension, id));
        for facet in Facet::ALL {
            let chosen = self.choice.of(facet).iter();
            let known = chosen.filter(|id| check(facet.code(), Id::Value(facet), id)).cloned().collect();
            self.choice.set(facet, known);
        }
        notices
    }
}

/// What an id in the address is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Id {
    /// An indicator.
    Indicator,
    /// What figures measure.
    Dimension,
    /// A value of a facet.
    Value(Facet),
}

/// At most so many values of a list are read.
const LIST_LIMIT: usize = 50;

/// The ids of a value, each once: short words of lower-case letters, digits and hyphens.
fn ids(key: &'static str, value: &str, notices: &mut Vec<UrlNotice>) -> Vec<String> {
    let is_id = |text: &str| {
        text.len() <= 60 && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let mut ids: Vec<String> = Vec::new();
    for id in value.split(SEPARATOR).filter(|id| !id.is_empty()).take(LIST_LIMIT) {
        if !is_id(id) {
            notices.push(UrlNotice::NotInReport(key, QueryText::new(id).0));
        } else if !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }
    ids
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
    fn choices_are_lists_and_ids_that_the_report_does_not_have_are_told() {
        let (mut state, notices) = UrlState::parse("sector=coal~roads~coal&item=pm25&unit=yuan&sort=change");
        assert_eq!(notices, []);
        assert_eq!(state.choice.of(Facet::Sector), ["coal", "roads"]);
        assert_eq!(state.format(), "sector=coal~roads&item=pm25&sort=change&unit=yuan");
        let notices = state.keep_known(|kind, id| kind != Id::Indicator && id != "roads");
        assert_eq!(
            notices,
            [
                UrlNotice::NotInReport("item", "pm25".to_owned()),
                UrlNotice::NotInReport("sector", "roads".to_owned())
            ]
        );
        assert_eq!(state.format(), "sector=coal&sort=change&unit=yuan");
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
            ("sort=up".to_owned(), UrlNotice::UnknownSort("up".to_owned())),
            ("item=A%20b".to_owned(), UrlNotice::NotInReport("item", "A b".to_owned())),
            ("sector=%3Cb%3E".to_owned(), UrlNotice::NotInReport("sector", "<b>".to_owned())),
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
        fn every_state_survives_the_address(
            english: bool,
            query in any::<String>(),
            sort in 0_usize..3,
            item in proptest::option::of("[a-z][a-z0-9-]{0,20}"),
            unit in proptest::option::of("[a-z][a-z0-9-]{0,20}"),
            sectors in proptest::collection::btree_set("[a-z][a-z0-9-]{0,8}", 0..4),
            places in proptest::collection::btree_set("[a-z][a-z0-9-]{0,8}", 0..4),
            others in "[^#]*",
        ) {
            let mut state = UrlState::parse(&others).0;
            state.lang = if english { Lang::En } else { Lang::Zh };
            state.query = QueryText::new(&query);
            state.sort = Sort::ALL[sort].1;
            (state.item, state.unit) = (item, unit);
            state.choice.set(Facet::Sector, sectors.into_iter().collect());
            state.choice.set(Facet::Place, places.into_iter().collect());
            prop_assert_eq!(UrlState::parse(&state.format()), (state, Vec::new()));
        }

        #[test]
        fn no_string_makes_it_fail_and_what_it_writes_it_reads(query in any::<String>()) {
            let (state, _) = UrlState::parse(&query);
            prop_assert_eq!(UrlState::parse(&state.format()), (state, Vec::new()));
        }
    }
}
