//! What the reader has chosen. One reducer; everything that someone may want to send is in [`UrlState`].

mod url;

use std::rc::Rc;

use yew::Reducible;

pub use url::{Lang, QUERY_LIMIT, QueryText, UrlNotice, UrlState};

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
    /// The address was read: at the start, and when the reader goes back or forward.
    Restore(String),
    /// The text to filter projects by was edited.
    Filter(String),
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
            Action::Restore(address) => {
                (state.url, state.notices) = UrlState::parse(&address);
                state.restored = true;
            }
            Action::Filter(text) => state.url.query = QueryText::new(&text),
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

    #[test]
    fn an_address_is_restored_with_its_notices_which_can_be_dismissed() {
        let state = State::default().after(Action::Restore("q=x&lang=fr".to_owned()));
        assert!(state.restored);
        assert_eq!(state.url.query.as_str(), "x");
        assert_eq!(state.notices, [UrlNotice::UnknownLanguage("fr".to_owned())]);
        let state = state.after(Action::DismissNotices);
        assert!(state.notices.is_empty());
        assert_eq!(state.url.query.as_str(), "x");
    }

    #[test]
    fn choices_change_only_what_they_are_about() {
        let state = State::default()
            .after(Action::Restore("from=wechat".to_owned()))
            .after(Action::Filter("魏寨".to_owned()))
            .after(Action::Speak(Lang::En));
        assert_eq!(state.url.format(), "lang=en&q=%E9%AD%8F%E5%AF%A8&from=wechat");
    }
}
