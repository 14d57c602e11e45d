//! What the reader has chosen. One reducer, in the [`Store`] that the parts of the
//! page share; everything that someone may want to send is in [`UrlState`].

mod frame;
mod link;
mod store;
mod url;
mod wire;

use plan_data::facet::{Choice, Facet};
use plan_data::{IndicatorChoice, IndicatorFacet};

pub use frame::{Confined, Leads, Outward};
pub use link::{narrowed_href, of_link};
pub use store::{Store, use_state_of, use_url};
pub use url::{
    FigureGroup, Form, Group, Id, Lang, ProjectSort, QUERY_LIMIT, QueryText, Sort, Switch, Theme, UrlNotice,
    UrlState, View, words_of,
};

/// The state of the app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// What the address says, and is to say.
    pub url: UrlState,
    /// What was wrong with the address, until the reader dismisses it.
    pub notices: Vec<UrlNotice>,
    /// Whether the address has been read: before that it must not be written.
    pub restored: bool,
    /// How many steps the reader has taken that going back undoes.
    pub steps: u32,
    /// The section that the reader was led to last, and how many times one was before.
    pub led: Option<(View, u32)>,
    /// How many times something was opened: also what was open already.
    pub opened: u32,
    /// Whether every part of the page has come alive: before that, what was opened may not be there.
    pub complete: bool,
}

/// What can happen to the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The address was read, with what was wrong with it: at the start, and when the reader goes back or forward.
    Restore(Box<UrlState>, Vec<UrlNotice>),
    /// What of the page is shown was chosen.
    View(View),
    /// Something was opened, which is at home in that view.
    Open(String, View),
    /// What was open was closed.
    Close,
    /// Only the projects of that value of a facet are asked for.
    Lead(Facet, String),
    /// Only the indicators of that value of a facet are asked for.
    LeadIndicators(IndicatorFacet, String),
    /// A section is asked for.
    LeadTo(View),
    /// The text to filter projects by was edited.
    Filter(String),
    /// A value of a facet was chosen, or taken back.
    Toggle(Facet, String),
    /// Text and choices were taken back.
    ClearProjects,
    /// An order of the projects was chosen.
    Order(ProjectSort),
    /// What projects are put together by was chosen.
    GroupBy(Group),
    /// A value of a facet of the indicators was chosen; `None` is all.
    Narrow(IndicatorFacet, Option<String>),
    /// All indicators are asked for again.
    ClearIndicators,
    /// An order of the indicators was chosen.
    Sort(Sort),
    /// How indicators are shown was chosen.
    ShowAs(Form),
    /// Of which section figures are shown was chosen; `None` is all.
    Section(Option<String>),
    /// What figures are to measure was chosen; `None` is all.
    Measure(Option<String>),
    /// The text to filter figures by was edited.
    About(String),
    /// What figures are put together by was chosen.
    GroupFigures(FigureGroup),
    /// All figures are asked for again.
    ClearFigures,
    /// Every part of the page has come alive.
    Complete,
    /// The notices were read.
    DismissNotices,
}

impl Action {
    /// Whether going back undoes it. What is filtered and sorted by is not gone through again on the way back.
    fn is_step(&self) -> bool {
        matches!(
            self,
            Self::View(_)
                | Self::Open(..)
                | Self::Close
                | Self::Lead(..)
                | Self::LeadIndicators(..)
                | Self::LeadTo(_)
        )
    }
}

impl State {
    /// The state after `action`.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut state = self.clone();
        let is_step = action.is_step();
        let url = &mut state.url;
        match action {
            Action::Restore(read, notices) => {
                let left = url.view;
                let mut read = *read;
                if !self.restored {
                    // What the reader did before the address was read counts.
                    read.keep_list(&self.url);
                }
                state = Self { url: read, notices, restored: true, ..state };
                // Back from a section alone, the page begins where that section is.
                if self.restored
                    && left != View::All
                    && state.url.view == View::All
                    && state.url.item.is_none()
                {
                    state.lead_to(left);
                }
            }
            Action::View(view) => {
                let left = url.view;
                *url = url.with_view(view);
                state.lead_to(if view == View::All { left } else { view });
            }
            Action::Open(id, home) => {
                // What is opened must be in sight.
                if url.view != View::All {
                    url.view = home;
                }
                if home == View::Findings {
                    (url.section, url.measure) = (None, None);
                    url.about = QueryText::default();
                }
                url.item = Some(id);
                state.opened += 1;
            }
            Action::Close => url.item = None,
            Action::Lead(facet, value) => {
                (url.query, url.choice) = <(QueryText, Choice)>::default();
                url.choice.set(facet, vec![value]);
                state.lead_to(View::Projects);
            }
            Action::LeadIndicators(facet, value) => {
                url.indicators = IndicatorChoice::default();
                url.indicators.set(facet, Some(value));
                state.lead_to(View::Indicators);
            }
            Action::LeadTo(view) => state.lead_to(view),
            Action::Filter(text) => url.query = QueryText::new(&text),
            Action::Toggle(facet, value) => url.choice.toggle(facet, &value),
            Action::ClearProjects => (url.query, url.choice) = <(QueryText, Choice)>::default(),
            Action::Order(order) => url.order = order,
            Action::GroupBy(by) => url.by = by,
            Action::Narrow(facet, value) => url.indicators.set(facet, value),
            Action::ClearIndicators => url.indicators = IndicatorChoice::default(),
            Action::Sort(sort) => url.sort = sort,
            Action::ShowAs(form) => url.form = form,
            Action::Section(section) => url.section = section,
            Action::Measure(measure) => url.measure = measure,
            Action::About(text) => url.about = QueryText::new(&text),
            Action::GroupFigures(by) => url.figures = by,
            Action::ClearFigures => {
                (url.section, url.measure) = (None, None);
                url.about = QueryText::default();
            }
            Action::Complete => state.complete = true,
            Action::DismissNotices => state.notices.clear(),
        }
        if is_step && state.url != self.url {
            state.steps += 1;
        }
        state
    }

    fn lead_to(&mut self, view: View) {
        if self.url.view != View::All {
            self.url.view = view;
        }
        self.url.item = None;
        self.led = Some((view, self.led.map_or(0, |(_, times)| times + 1)));
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
        assert_eq!(state.notices, [UrlNotice::UnknownWord("lang", "fr".to_owned())]);
        let state = state.after(Action::DismissNotices);
        assert!(state.notices.is_empty());
        assert_eq!(state.url.query.as_str(), "x");
    }

    #[test]
    fn what_the_reader_did_before_the_address_was_read_counts() {
        let (url, notices) = UrlState::parse("q=x&sector=coal&order=name&sort=name");
        let before = State::default()
            .after(Action::Filter("魏寨".to_owned()))
            .after(Action::GroupBy(Group::Place))
            .after(Action::Restore(Box::new(url), notices));
        assert_eq!(before.url.format(), "q=%E9%AD%8F%E5%AF%A8&sector=coal&order=name&by=place&sort=name&v=2");
        // Later, the address is what going back asks for.
        let (url, notices) = UrlState::parse("");
        assert_eq!(before.after(Action::Restore(Box::new(url), notices)).url, UrlState::default());
    }

    #[test]
    fn choices_change_only_what_they_are_about() {
        let state = restored("from=wechat")
            .after(Action::Filter("魏寨".to_owned()))
            .after(Action::Toggle(Facet::Sector, "coal".to_owned()))
            .after(Action::Open("pm25".to_owned(), View::Indicators))
            .after(Action::Complete);
        assert_eq!(state.url.format(), "item=pm25&q=%E9%AD%8F%E5%AF%A8&sector=coal&v=2&from=wechat");
        let state = state.after(Action::ClearProjects);
        assert_eq!(state.url.format(), "item=pm25&v=2&from=wechat");
    }

    #[test]
    fn what_is_chosen_twice_is_taken_back() {
        let toggle = || Action::Toggle(Facet::Place, "x".to_owned());
        assert_eq!(State::default().after(toggle()).after(toggle()), State::default());
    }

    #[test]
    fn what_is_opened_in_a_view_is_in_sight() {
        let open = || Action::Open("p08".to_owned(), View::Projects);
        assert_eq!(restored("view=indicators").after(open()).url.view, View::Projects);
        assert_eq!(restored("").after(open()).url.view, View::All);
        let lead = Action::Lead(Facet::Place, "weizhai-cun".to_owned());
        let there = restored("view=tasks&q=x&sector=coal&item=t001").after(lead);
        assert_eq!(there.url.format(), "view=projects&place=weizhai-cun&v=2");
    }

    #[test]
    fn going_back_undoes_what_was_opened_but_not_every_letter_typed() {
        let steps = |actions: &[Action]| {
            actions.iter().fold(restored(""), |state, action| state.after(action.clone())).steps
        };
        assert_eq!(steps(&[Action::Filter("x".to_owned()), Action::Sort(Sort::Name)]), 0);
        assert_eq!(steps(&[Action::View(View::Tasks), Action::View(View::Tasks)]), 1);
        let open = Action::Open("p08".to_owned(), View::Projects);
        assert_eq!(steps(&[open, Action::Close]), 2);
    }
}
