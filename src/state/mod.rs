//! What the reader has chosen. One reducer; everything that someone may want to send is in [`UrlState`].

mod url;

use std::rc::Rc;

use yew::Reducible;

use plan_data::facet::{Choice, Facet};

pub use url::{Id, Lang, QUERY_LIMIT, QueryText, Sort, UrlNotice, UrlState};

/// The state of the app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// What the address says, and is to say.
    pub url: UrlState,
    /// What was wrong with the address, until the reader dismisses it.
    pub notices: Vec<UrlNotice>,
    /// Whether the address has been read: before that it must not be written.
    pub restored: bool,
}

/// What can happen to the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The address was read, with what was wrong with it: at the start, and when the reader goes back or forward.
    Restore(Box<UrlState>, Vec<UrlNotice>),
    /// The text to filter projects by was edited.
    Filter(String),
    /// A value of a facet was chosen, or taken back.
    Toggle(Facet, String),
    /// Text and choices were taken back.
    ClearProjects,
    /// An order of the indicators was chosen.
    Sort(Sort),
    /// An indicator was chosen.
    Pick(String),
    /// What figures are to measure was chosen; `None` is all.
    Measure(Option<String>),
    /// A language was chosen.
    Speak(Lang),
    /// The notices were read.
    DismissNotices,
}

impl State {
    /// The state after `action`.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut state = self.clone();
        match action {
            Action::Restore(url, notices) => state = Self { url: *url, notices, restored: true },
            Action::Filter(text) => state.url.query = QueryText::new(&text),
            Action::Toggle(facet, value) => state.url.choice.toggle(facet, &value),
            Action::ClearProjects => {
                state.url.query = QueryText::default();
                state.url.choice = Choice::default();
            }
            Action::Sort(sort) => state.url.sort = sort,
            Action::Pick(id) => state.url.item = Some(id),
            Action::Measure(unit) => state.url.unit = unit,
            Action::Speak(lang) => state.url.lang = lang,
            Action::DismissNotices => state.notices.clear(),
        }
        state
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn restored(query: &str) -> State {
        let (url, notices) = UrlState::parse(query);
        State::default().after(Action::Restore(Box::new(url), notices))
    }

    #[test]
    fn an_address_is_restored_with_its_notices_which_can_be_dismissed() {
        let state = restored("q=x&lang=fr");
        assert!(state.restored);
        assert_eq!(state.url.query.as_str(), "x");
        assert_eq!(state.notices, [UrlNotice::UnknownLanguage("fr".to_owned())]);
        let state = state.after(Action::DismissNotices);
        assert!(state.notices.is_empty());
        assert_eq!(state.url.query.as_str(), "x");
    }

    #[test]
    fn choices_change_only_what_they_are_about() {
        let state = restored("from=wechat")
            .after(Action::Filter("魏寨".to_owned()))
            .after(Action::Toggle(Facet::Sector, "coal".to_owned()))
            .after(Action::Pick("pm25".to_owned()))
            .after(Action::Speak(Lang::En));
        assert_eq!(state.url.format(), "lang=en&q=%E9%AD%8F%E5%AF%A8&sector=coal&item=pm25&from=wechat");
        let state = state.after(Action::ClearProjects);
        assert_eq!(state.url.format(), "lang=en&item=pm25&from=wechat");
    }

    #[test]
    fn what_is_chosen_twice_is_taken_back() {
        let toggle = || Action::Toggle(Facet::Place, "x".to_owned());
        assert_eq!(State::default().after(toggle()).after(toggle()), State::default());
    }
}
