//! The state as the query part of an address, and back. Pure: no string makes [`UrlState::parse`] fail, and
//! `parse(format(s)) == s`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use plan_data::facet::{Choice, Facet};
use plan_data::{IndicatorChoice, IndicatorFacet};

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

/// Defines a choice that addresses and forms have a word for; the first is the usual one, which addresses leave out.
macro_rules! choice {
    ($(#[$about:meta])* $name:ident { $(#[$first_doc:meta])* $first_word:literal => $first:ident, $($(#[$doc:meta])* $word:literal => $variant:ident,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            $(#[$first_doc])* #[default] $first,
            $($(#[$doc])* $variant,)*
        }

        impl $name {
            /// All, with the word for each in addresses and forms.
            pub const ALL: &'static [(&'static str, Self)] = &[($first_word, Self::$first), $(($word, Self::$variant)),*];

            /// The word in addresses and forms.
            pub fn word(self) -> &'static str {
                Self::ALL.iter().find(|(_, choice)| *choice == self).map_or("", |(word, _)| word)
            }

            /// The choice of that word.
            pub fn of(word: &str) -> Option<Self> {
                Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, choice)| *choice)
            }
        }
    };
}

choice! {
    /// A language of the interface.
    Lang {
        /// Chinese.
        "zh" => Zh,
        /// English.
        "en" => En,
    }
}

impl Lang {
    /// The language of a tag such as `zh-TW` or `en-US`.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.iter().find(|(word, _)| language.eq_ignore_ascii_case(word)).map(|(_, lang)| *lang)
    }
}

choice! {
    /// A page of the site; every page shows one view of the report.
    View {
        /// The headline targets, and what stands out.
        "home" => Home,
        /// The projects.
        "projects" => Projects,
        /// The annex.
        "indicators" => Indicators,
        /// The tasks.
        "tasks" => Tasks,
        /// The charts, by topic.
        "topics" => Topics,
        /// All figures, checks and files.
        "data" => Data,
    }
}

impl View {
    /// The name of the page's file, in the folder of its language.
    pub fn file(self) -> &'static str {
        match self {
            Self::Home => "index.html",
            Self::Projects => "projects.html",
            Self::Indicators => "indicators.html",
            Self::Tasks => "tasks.html",
            Self::Topics => "topics.html",
            Self::Data => "data.html",
        }
    }

    /// The page that the path of an address leads to: the last part names the file, and some servers leave out its extension.
    pub fn of_path(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or_default();
        let name = name.strip_suffix(".html").unwrap_or(name);
        Self::of(name).unwrap_or_default()
    }

    /// The page that has what a word in `view` or after `#` named in versions 1 and 2, when everything stood on one page.
    pub fn of_former(word: &str) -> Option<Self> {
        FORMER_VIEWS
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, view)| *view)
            .or_else(|| Self::of(word))
    }
}

/// The words of `view` in addresses of versions 1 and 2 that are no words of today; static/boot.js knows them, too.
const FORMER_VIEWS: [(&str, View); 3] =
    [("all", View::Home), ("overview", View::Home), ("findings", View::Data)];

choice! {
    /// In which order indicators stand.
    Sort {
        /// As in the annex.
        "annex" => Annex,
        /// By plan minus result, the largest first.
        "change" => Change,
        /// By name; Chinese ones by their pinyin.
        "name" => Name,
    }
}

choice! {
    /// How indicators are shown.
    Form {
        /// As a table.
        "table" => Table,
        /// As a chart.
        "chart" => Chart,
    }
}

choice! {
    /// In which order projects stand.
    ProjectSort {
        /// As in the report.
        "report" => Report,
        /// By name; Chinese ones by their pinyin.
        "name" => Name,
    }
}

choice! {
    /// What projects are put together by.
    Group {
        /// Nothing.
        "none" => None,
        /// The places that their locations name: a project at several stands at each.
        "place" => Place,
        /// Their sector.
        "sector" => Sector,
        /// Where the report lists them: a project in both lists stands in each.
        "list" => List,
        /// How far they are.
        "stage" => Stage,
    }
}

impl Group {
    /// The facet that projects are put together by.
    pub fn facet(self) -> Option<Facet> {
        match self {
            Self::None => None,
            Self::Place => Some(Facet::Place),
            Self::Sector => Some(Facet::Sector),
            Self::List => Some(Facet::List),
            Self::Stage => Some(Facet::Stage),
        }
    }
}

choice! {
    /// What figures of the text are put together by.
    FigureGroup {
        /// The section that they stand in.
        "section" => Section,
        /// What they measure.
        "measure" => Measure,
        /// What they are about: the same thing in several places stands together.
        "subject" => Subject,
    }
}

choice! {
    /// The colours of the page; the page’s first script and the styles follow them.
    Theme {
        /// As the device is set.
        "auto" => Auto,
        /// Light.
        "light" => Light,
        /// Dark.
        "dark" => Dark,
        /// As the device is set, with stronger lines and letters.
        "contrast" => Contrast,
    }
}

choice! {
    /// Something that is done or not.
    Switch {
        /// It is not.
        "0" => Off,
        /// It is.
        "1" => On,
    }
}

/// What the address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UrlState {
    /// The page, which the path of the address says.
    pub view: View,
    /// `item`: the id of the indicator, project, task or figure that is open.
    pub item: Option<String>,
    /// `q`: the text that filters the projects.
    pub query: QueryText,
    /// `list`, `stage`, `year`, `sector`, `work`, `place`: what projects are filtered by.
    pub choice: Choice,
    /// `order`: the order of the projects.
    pub order: ProjectSort,
    /// `by`: what projects are put together by.
    pub by: Group,
    /// `group`, `kind`, `target`, `state`: what indicators are filtered by.
    pub indicators: IndicatorChoice,
    /// `sort`: the order of the indicators.
    pub sort: Sort,
    /// `as`: how indicators are shown.
    pub form: Form,
    /// `section`: the id of the section that figures are shown of.
    pub section: Option<String>,
    /// `measure`: the code of the dimension that figures are shown of.
    pub measure: Option<String>,
    /// `about`: the text that filters the figures.
    pub about: QueryText,
    /// `figures`: what figures are put together by.
    pub figures: FigureGroup,
    /// `embed`: whether the page stands in another one, without what surrounds its sections.
    pub embed: Switch,
    /// `plain`: whether it also goes without headings and controls.
    pub plain: Switch,
    /// `alone`: whether an embedded page shows nothing but `item`.
    pub alone: Switch,
    /// `theme`: the colours of the page.
    pub theme: Theme,
    /// `large`: large letters, and fewer things at once.
    pub large: Switch,
    /// `own`: the id of a report that the reader has opened in this browser, shown instead of the published one.
    pub own: Option<String>,
    /// Parameters of others (those of messengers, say), kept as they are.
    pub(crate) others: Vec<String>,
}

/// A value in the address that could not be used, and what was done instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UrlNotice {
    /// This parameter has this value, which is none of its words; the usual one is used.
    UnknownWord(&'static str, String),
    /// The value of this parameter is longer than [`QUERY_LIMIT`]; its beginning is used.
    TooLong(&'static str),
    /// The value of this parameter is not text (broken percent-encoding); it is left out.
    NotText(&'static str),
    /// This parameter is there several times; the first is used.
    Repeated(&'static str),
    /// This parameter has this value, which nothing in the report has; it is left out.
    NotInReport(&'static str, String),
    /// `item` is this, which nothing in the report is called; what is called nearly so is shown: its id.
    Nearest(String, String),
    /// The link is of this version, which is later than the program's; what is not known is left as it is.
    Later(String),
    /// The report has nothing for this page; the first is shown.
    NoPage(View),
    /// English is asked for, which the report's data does not have.
    NoEnglish,
    /// A report of the reader's own is asked for, which this browser does not have; the published one is shown.
    NoOwn,
}

/// The version of the addresses that are written, as `v`; an address without one is of the first.
const VERSION: u16 = 3;

/// What parameters of earlier versions are called now: up to this version it was called so.
const RENAMED: [(u16, &str, &str); 1] = [(1, "unit", MEASURE)];

const LANG: &str = "lang";
const VIEW: &str = "view";
const ITEM: &str = "item";
const QUERY: &str = "q";
const ORDER: &str = "order";
const BY: &str = "by";
const SORT: &str = "sort";
const FORM: &str = "as";
const SECTION: &str = "section";
const MEASURE: &str = "measure";
const ABOUT: &str = "about";
const FIGURES: &str = "figures";
const EMBED: &str = "embed";
const PLAIN: &str = "plain";
const ALONE: &str = "alone";
const THEME: &str = "theme";
const LARGE: &str = "large";
const OWN: &str = "own";
const V: &str = "v";
const KEYS: [&str; 19] = [
    LANG, VIEW, ITEM, QUERY, ORDER, BY, SORT, FORM, SECTION, MEASURE, ABOUT, FIGURES, EMBED, PLAIN, ALONE,
    THEME, LARGE, OWN, V,
];

/// The parameter of that name.
fn key_of(name: &str) -> Option<&'static str> {
    let facets = Facet::ALL.map(Facet::code).into_iter().chain(IndicatorFacet::ALL.map(IndicatorFacet::code));
    KEYS.into_iter().chain(facets).find(|known| *known == name)
}

/// The words that a parameter may have; none for those that name things of the report.
pub fn words_of(key: &str) -> Vec<&'static str> {
    fn words<T>(all: &[(&'static str, T)]) -> Vec<&'static str> {
        all.iter().map(|(word, _)| *word).collect()
    }
    match key {
        LANG => words(Lang::ALL),
        VIEW => words(View::ALL),
        SORT => words(Sort::ALL),
        FORM => words(Form::ALL),
        ORDER => words(ProjectSort::ALL),
        BY => words(Group::ALL),
        FIGURES => words(FigureGroup::ALL),
        EMBED | PLAIN | ALONE | LARGE => words(Switch::ALL),
        THEME => words(Theme::ALL),
        _ => Vec::new(),
    }
}

/// Between the values of a list: some hosts rewrite commas and spaces.
const SEPARATOR: char = '~';

/// What stays unescaped in a value: letters, digits and the marks that no host rewrites.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

impl UrlState {
    /// Reads the part after `?` of an address of the page `view`, with what was wrong with it. In addresses of versions 1 and 2
    /// the query named the page.
    pub fn parse(view: View, query: &str) -> (Self, Vec<UrlNotice>) {
        let mut state = Self { view, ..Self::default() };
        let mut notices = Vec::new();
        let mut seen: Vec<&'static str> = Vec::new();
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let pairs: Vec<(&str, &str, &str)> = pairs
            .map(|pair| {
                let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
                (key, value, pair)
            })
            .collect();
        let written = pairs.iter().find(|(key, ..)| *key == V).map(|(_, value, _)| *value);
        let version = written.map_or(Some(1), |value| value.parse::<u16>().ok());
        if version.is_none_or(|version| version > VERSION) {
            let found = decode(written.unwrap_or_default()).unwrap_or_default();
            notices.push(UrlNotice::Later(QueryText::new(&found).0));
        }
        for (key, value, pair) in pairs {
            let now = RENAMED
                .iter()
                .find(|(until, old, _)| *old == key && version.is_some_and(|version| version <= *until))
                .map_or(key, |(_, _, now)| now);
            let Some(key) = key_of(now) else {
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
                None if key == V => {}
                None => notices.push(UrlNotice::NotText(key)),
            }
        }
        // Before version 3, what was asked for in a frame without a view was shown alone.
        if version.is_some_and(|version| version < 3)
            && state.embed == Switch::On
            && state.item.is_some()
            && !seen.contains(&VIEW)
        {
            state.alone = Switch::On;
        }
        (state, notices)
    }

    fn take(&mut self, key: &'static str, value: &str, notices: &mut Vec<UrlNotice>) {
        fn word<T: Copy>(
            (key, value): (&'static str, &str),
            words: &[(&str, T)],
            choice: &mut T,
            notices: &mut Vec<UrlNotice>,
        ) {
            match words.iter().find(|(word, _)| *word == value) {
                Some((_, chosen)) => *choice = *chosen,
                None => notices.push(UrlNotice::UnknownWord(key, QueryText::new(value).0)),
            }
        }
        let one = |notices: &mut Vec<UrlNotice>| ids(key, value, notices).into_iter().next();
        let text = |notices: &mut Vec<UrlNotice>| {
            let text = QueryText::new(value);
            if text.as_str() != value {
                notices.push(UrlNotice::TooLong(key));
            }
            text
        };
        match key {
            // Each language has pages of its own, which the page's boot script leads to.
            LANG if Lang::of_tag(value).is_some() => {}
            LANG => notices.push(UrlNotice::UnknownWord(key, QueryText::new(value).0)),
            VIEW => match View::of_former(value) {
                Some(view) => self.view = view,
                None => notices.push(UrlNotice::UnknownWord(key, QueryText::new(value).0)),
            },
            SORT => word((key, value), Sort::ALL, &mut self.sort, notices),
            FORM => word((key, value), Form::ALL, &mut self.form, notices),
            ORDER => word((key, value), ProjectSort::ALL, &mut self.order, notices),
            BY => word((key, value), Group::ALL, &mut self.by, notices),
            FIGURES => word((key, value), FigureGroup::ALL, &mut self.figures, notices),
            EMBED => word((key, value), Switch::ALL, &mut self.embed, notices),
            PLAIN => word((key, value), Switch::ALL, &mut self.plain, notices),
            ALONE => word((key, value), Switch::ALL, &mut self.alone, notices),
            THEME => word((key, value), Theme::ALL, &mut self.theme, notices),
            LARGE => word((key, value), Switch::ALL, &mut self.large, notices),
            QUERY => self.query = text(notices),
            ABOUT => self.about = text(notices),
            ITEM => self.item = one(notices),
            SECTION => self.section = one(notices),
            MEASURE => self.measure = one(notices),
            OWN => self.own = one(notices),
            V => {}
            _ => {
                if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.code() == key) {
                    self.choice.set(facet, words_of_data(key, value, notices));
                }
                if let Some(facet) = IndicatorFacet::ALL.into_iter().find(|facet| facet.code() == key) {
                    self.indicators.set(facet, one(notices));
                }
            }
        }
    }

    /// The language that a query asks for, where it does.
    pub fn lang(query: &str) -> Option<Lang> {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        Lang::of_tag(pairs.find(|(key, _)| *key == LANG)?.1)
    }

    /// The address of this state from any page of the same language: the file and what stands after `?`.
    pub fn href(&self) -> String {
        let query = self.format();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", self.view.file())
    }

    /// The part of an address after `?`; empty where everything is as it is without one.
    pub fn format(&self) -> String {
        let mut pairs = Vec::new();
        let mut write = |key: &str, value: &str| {
            if !value.is_empty() {
                pairs.push(format!("{key}={}", utf8_percent_encode(value, ESCAPED)));
            }
        };
        // The usual word goes without saying.
        let word = |word: &'static str, usual: &'static str| if word == usual { "" } else { word };
        write(ITEM, self.item.as_deref().unwrap_or_default());
        write(QUERY, &self.query.0);
        for facet in Facet::ALL {
            write(facet.code(), &self.choice.of(facet).join("~"));
        }
        write(ORDER, word(self.order.word(), ProjectSort::default().word()));
        write(BY, word(self.by.word(), Group::default().word()));
        for facet in IndicatorFacet::ALL {
            write(facet.code(), self.indicators.of(facet).unwrap_or_default());
        }
        write(SORT, word(self.sort.word(), Sort::default().word()));
        write(FORM, word(self.form.word(), Form::default().word()));
        write(SECTION, self.section.as_deref().unwrap_or_default());
        write(MEASURE, self.measure.as_deref().unwrap_or_default());
        write(ABOUT, &self.about.0);
        write(FIGURES, word(self.figures.word(), FigureGroup::default().word()));
        write(EMBED, word(self.embed.word(), Switch::default().word()));
        write(PLAIN, word(self.plain.word(), Switch::default().word()));
        write(ALONE, word(self.alone.word(), Switch::default().word()));
        write(THEME, word(self.theme.word(), Theme::default().word()));
        write(LARGE, word(self.large.word(), Switch::default().word()));
        write(OWN, self.own.as_deref().unwrap_or_default());
        // What a link without anything else means will not change.
        if !pairs.is_empty() {
            pairs.push(format!("{V}={VERSION}"));
        }
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
        self.item = self.item.take().filter(|id| check(ITEM, Id::Item, id));
        self.section = self.section.take().filter(|id| check(SECTION, Id::Section, id));
        self.measure = self.measure.take().filter(|id| check(MEASURE, Id::Dimension, id));
        for facet in Facet::ALL {
            let chosen = self.choice.of(facet).iter();
            let known = chosen.filter(|id| check(facet.code(), Id::Value(facet), id)).cloned().collect();
            self.choice.set(facet, known);
        }
        for facet in IndicatorFacet::ALL {
            let chosen = self.indicators.of(facet).map(str::to_owned);
            self.indicators.set(facet, chosen.filter(|id| check(facet.code(), Id::Trait(facet), id)));
        }
        notices
    }

    /// The page `view` as it is without any choice; what says how pages are shown stays.
    #[must_use]
    pub fn page(&self, view: View) -> Self {
        let Self { embed, plain, theme, large, .. } = *self;
        Self { view, embed, plain, theme, large, own: self.own.clone(), ..Self::default() }
    }

    /// The state without what others have added to the address, without how it is shown where it stands, and without a report that
    /// only this browser has: what is sent to somebody else.
    #[must_use]
    pub fn to_send(&self) -> Self {
        let (embed, plain, alone, theme, large) = <(Switch, Switch, Switch, Theme, Switch)>::default();
        Self { embed, plain, alone, theme, large, own: None, others: Vec::new(), ..self.clone() }
    }
}

/// What an id in the address is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Id {
    /// An indicator, project, task or figure.
    Item,
    /// A section of the report.
    Section,
    /// What figures measure.
    Dimension,
    /// A value of a facet of projects.
    Value(Facet),
    /// A value of a facet of indicators.
    Trait(IndicatorFacet),
}

/// At most so many values of a list are read.
const LIST_LIMIT: usize = 50;

/// The ids of a value, each once: short words of lower-case letters, digits, hyphens and points.
fn ids(key: &'static str, value: &str, notices: &mut Vec<UrlNotice>) -> Vec<String> {
    let is_id = |text: &str| {
        text.len() <= 60
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b))
    };
    listed(key, value, notices, is_id)
}

/// The values of a facet, each once: ids, or words as a package has them, such as 市政道路.
fn words_of_data(key: &'static str, value: &str, notices: &mut Vec<UrlNotice>) -> Vec<String> {
    let is_word = |text: &str| text.chars().count() <= QUERY_LIMIT && !text.chars().any(char::is_control);
    listed(key, value, notices, is_word)
}

/// The parts of a list that are what they should be, each once.
fn listed(
    key: &'static str,
    value: &str,
    notices: &mut Vec<UrlNotice>,
    is_id: fn(&str) -> bool,
) -> Vec<String> {
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
        let (state, notices) = UrlState::parse(View::Home, "q=%E9%AD%8F%E5%AF%A8+x%20y&lang=en");
        assert_eq!(state.query.as_str(), "魏寨 x y");
        assert_eq!(notices, []);
        assert_eq!(UrlState::parse(View::Home, "q=魏寨").0.query.as_str(), "魏寨");
    }

    #[test]
    fn the_usual_state_needs_no_parameters() {
        assert_eq!(UrlState::default().format(), "");
        assert_eq!(UrlState::parse(View::Home, "").0, UrlState::default());
        assert_eq!(UrlState::parse(View::Home, "lang=zh&q=").0, UrlState::default());
    }

    #[test]
    fn choices_are_lists_and_ids_that_the_report_does_not_have_are_told() {
        let (mut state, notices) = UrlState::parse(
            View::Home,
            "sector=coal~roads~coal&item=pm25&measure=yuan&sort=change&section=3.2.box&v=2",
        );
        assert_eq!(notices, []);
        assert_eq!(state.choice.of(Facet::Sector), ["coal", "roads"]);
        assert_eq!(
            state.format(),
            "item=pm25&sector=coal~roads&sort=change&section=3.2.box&measure=yuan&v=3"
        );
        let notices = state.keep_known(|kind, id| kind != Id::Item && id != "roads");
        assert_eq!(
            notices,
            [
                UrlNotice::NotInReport("item", "pm25".to_owned()),
                UrlNotice::NotInReport("sector", "roads".to_owned())
            ]
        );
        assert_eq!(state.format(), "sector=coal&sort=change&section=3.2.box&measure=yuan&v=3");
    }

    #[test]
    fn links_of_the_first_version_are_understood() {
        let (state, notices) = UrlState::parse(View::Home, "unit=yuan&q=x");
        assert_eq!(notices, []);
        assert_eq!(state.measure.as_deref(), Some("yuan"));
        assert_eq!(state.format(), "q=x&measure=yuan&v=3");
        // In the second version that name is somebody else's.
        let (state, _) = UrlState::parse(View::Home, "unit=yuan&v=2");
        assert_eq!(state.measure, None);
        assert_eq!(state.format(), "unit=yuan");
    }

    #[test]
    fn an_address_names_its_page_by_the_file() {
        for (path, view) in [
            ("/", View::Home),
            ("/a/b/en/", View::Home),
            ("/a/index.html", View::Home),
            ("/a/projects.html", View::Projects),
            ("/a/en/tasks", View::Tasks),
            ("/data.html", View::Data),
            ("/a/other.html", View::Home),
        ] {
            assert_eq!(View::of_path(path), view, "{path}");
        }
        let (state, _) = UrlState::parse(View::Projects, "q=x&theme=dark");
        assert_eq!(state.href(), "projects.html?q=x&theme=dark&v=3");
        assert_eq!(state.page(View::Tasks).href(), "tasks.html?theme=dark&v=3");
    }

    #[test]
    fn a_report_of_ones_own_stays_on_every_page_and_is_sent_to_nobody() {
        let (state, notices) = UrlState::parse(View::Projects, "q=x&own=0123456789abcdef&v=3");
        assert_eq!(notices, []);
        assert_eq!(state.page(View::Tasks).href(), "tasks.html?own=0123456789abcdef&v=3");
        assert_eq!(state.to_send().href(), "projects.html?q=x&v=3");
    }

    #[test]
    fn a_view_in_the_query_names_the_page_as_it_did_before() {
        for (word, view) in [
            ("all", View::Home),
            ("overview", View::Home),
            ("%70rojects", View::Projects),
            ("findings", View::Data),
            ("topics", View::Topics),
        ] {
            let (state, notices) = UrlState::parse(View::Tasks, &format!("view={word}&q=x"));
            assert_eq!((state.view, notices), (view, Vec::new()), "{word}");
            assert_eq!(state.format(), "q=x&v=3");
        }
        let (state, notices) = UrlState::parse(View::Tasks, "view=secret");
        assert_eq!(state.view, View::Tasks);
        assert_eq!(notices, [UrlNotice::UnknownWord("view", "secret".to_owned())]);
    }

    #[test]
    fn an_item_in_a_frame_without_a_view_stood_alone_before_version_3() {
        for (query, alone) in [
            ("embed=1&item=p08", Switch::On),
            ("embed=1&item=p08&v=2", Switch::On),
            ("embed=1&item=p08&v=3", Switch::Off),
            ("embed=1&item=p08&alone=1&v=3", Switch::On),
            ("embed=1&view=projects&item=p08", Switch::Off),
            ("item=p08", Switch::Off),
        ] {
            assert_eq!(UrlState::parse(View::Projects, query).0.alone, alone, "{query}");
        }
    }

    #[test]
    fn regional_tags_name_their_language() {
        for (tag, lang) in
            [("zh-TW", Some(Lang::Zh)), ("en_US", Some(Lang::En)), ("EN", Some(Lang::En)), ("fr", None)]
        {
            assert_eq!(Lang::of_tag(tag), lang, "{tag}");
        }
        assert_eq!(UrlState::parse(View::Home, "lang=zh-CN").1, []);
    }

    #[test]
    fn links_of_a_later_version_say_so_and_keep_what_is_not_known() {
        for (query, found) in [("v=9&q=x&new=1", "9"), ("v=x&q=x&new=1", "x"), ("v=%FF&q=x&new=1", "")] {
            let (state, notices) = UrlState::parse(View::Home, query);
            assert_eq!(notices, [UrlNotice::Later(found.to_owned())]);
            assert_eq!(state.format(), "q=x&v=3&new=1");
        }
    }

    #[test]
    fn unknown_parameters_are_kept_as_they_are() {
        let query = "from=singlemessage&isappinstalled=0&x=%zz&&flag";
        let (state, notices) = UrlState::parse(View::Home, query);
        assert_eq!(notices, []);
        assert_eq!(state.format(), "from=singlemessage&isappinstalled=0&x=%zz&flag");
    }

    #[test]
    fn wrong_values_fall_back_and_say_so() {
        let long = "长".repeat(QUERY_LIMIT + 1);
        for (query, notice) in [
            ("lang=fr".to_owned(), UrlNotice::UnknownWord("lang", "fr".to_owned())),
            ("lang=".to_owned(), UrlNotice::UnknownWord("lang", String::new())),
            ("sort=up".to_owned(), UrlNotice::UnknownWord("sort", "up".to_owned())),
            ("item=A%20b".to_owned(), UrlNotice::NotInReport("item", "A b".to_owned())),
            ("sector=%01b".to_owned(), UrlNotice::NotInReport("sector", "\u{1}b".to_owned())),
            ("q=%FF".to_owned(), UrlNotice::NotText("q")),
            ("lang=%E9".to_owned(), UrlNotice::NotText("lang")),
            (format!("q={long}"), UrlNotice::TooLong("q")),
        ] {
            let (state, notices) = UrlState::parse(View::Home, &query);
            assert_eq!(
                state.format(),
                if query.starts_with("q=长") {
                    format!("q={}&v=3", utf8_percent_encode(&"长".repeat(QUERY_LIMIT), ESCAPED))
                } else {
                    String::new()
                },
                "{query}"
            );
            assert_eq!(notices, [notice], "{query}");
        }
        let (state, notices) = UrlState::parse(View::Home, "q=a&q=b");
        assert_eq!(state.query.as_str(), "a");
        assert_eq!(notices, [UrlNotice::Repeated("q")]);
    }

    proptest! {
        #[test]
        fn every_state_survives_the_address(
            words in proptest::array::uniform11(0_usize..12),
            texts in proptest::array::uniform2(any::<String>()),
            item in proptest::option::of("[a-z][a-z0-9-]{0,20}"),
            measure in proptest::option::of("[a-z][a-z0-9-]{0,20}"),
            section in proptest::option::of("[0-9](\\.[0-9]){0,2}"),
            lists in proptest::array::uniform6(proptest::collection::btree_set("[a-z][a-z0-9-]{0,8}", 0..4)),
            traits in proptest::array::uniform4(proptest::option::of("[a-z0-9-]{1,8}")),
            own in proptest::option::of("[0-9a-f]{16}"),
            others in "[^#]*",
        ) {
            fn nth<T: Copy>(all: &[(&str, T)], index: usize) -> T {
                all[index % all.len()].1
            }
            let mut state = UrlState::parse(View::Home, &others).0;
            state.view = nth(View::ALL, words[0]);
            state.sort = nth(Sort::ALL, words[1]);
            state.form = nth(Form::ALL, words[2]);
            state.order = nth(ProjectSort::ALL, words[3]);
            state.by = nth(Group::ALL, words[4]);
            state.figures = nth(FigureGroup::ALL, words[5]);
            (state.embed, state.plain) = (nth(Switch::ALL, words[6]), nth(Switch::ALL, words[7]));
            state.theme = nth(Theme::ALL, words[8]);
            (state.alone, state.large) = (nth(Switch::ALL, words[9]), nth(Switch::ALL, words[10]));
            (state.query, state.about) = (QueryText::new(&texts[0]), QueryText::new(&texts[1]));
            (state.item, state.measure, state.section, state.own) = (item, measure, section, own);
            for (facet, values) in Facet::ALL.into_iter().zip(lists) {
                state.choice.set(facet, values.into_iter().collect());
            }
            for (facet, value) in IndicatorFacet::ALL.into_iter().zip(traits) {
                state.indicators.set(facet, value);
            }
            prop_assert_eq!(UrlState::parse(state.view, &state.format()), (state, Vec::new()));
        }

        #[test]
        fn no_string_makes_it_fail_and_what_it_writes_it_reads(query in any::<String>()) {
            let (state, _) = UrlState::parse(View::Home, &query);
            prop_assert_eq!(UrlState::parse(state.view, &state.format()), (state, Vec::new()));
        }
    }
}
