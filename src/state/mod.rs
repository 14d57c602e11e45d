//! What the reader has chosen. One reducer, in the [`Store`] that the parts of the page share; everything that someone may
//! want to send is in [`UrlState`].

mod frame;
mod link;
mod restore;
mod store;
mod url;

use plan_data::facet::{Choice, Facet};
use plan_data::{IndicatorChoice, IndicatorFacet};

pub use frame::{Confined, Leads};
pub use link::{narrowed_href, of_link, sent_href, to_item};
pub use restore::restore;
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
    /// How many entries of the history the reader's steps have made.
    pub steps: u32,
    /// How many times the reader followed a link to a page or to a filtered list: the focus then goes to its heading.
    pub arrivals: u32,
    /// How many times something was opened: also what was open already.
    pub opened: u32,
}

/// What can happen to the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The reader went back or forward to an address, which has these faults.
    Restore(Box<UrlState>, Vec<UrlNotice>),
    /// A link to another page was followed.
    Go(Box<UrlState>),
    /// Something on this page was opened.
    Open(String),
    /// What was open was closed.
    Close,
    /// Only the projects of that value of a facet are asked for.
    Lead(Facet, String),
    /// Only the indicators of that value of a facet are asked for.
    LeadIndicators(IndicatorFacet, String),
    /// The text to filter projects by was edited.
    Filter(String),
    /// A value of a facet was chosen, or taken back.
    Toggle(Facet, String),
    /// Text and choices were taken back.
    ClearProjects,
    /// An order of the projects was chosen.
    Order(ProjectSort),
    /// What projects are grouped by was chosen.
    GroupBy(Group),
    /// A value of a facet of the indicators was chosen; `None` is all.
    Narrow(IndicatorFacet, Option<String>),
    /// All indicators are asked for again.
    ClearIndicators,
    /// An order of the indicators was chosen.
    Sort(Sort),
    /// How the page is shown was chosen: by the reader, and no longer by the address.
    Display,
    /// How indicators are shown was chosen.
    ShowAs(Form),
    /// Of which section figures are shown was chosen; `None` is all.
    Section(Option<String>),
    /// What figures are to measure was chosen; `None` is all.
    Measure(Option<String>),
    /// The text to filter figures by was edited.
    About(String),
    /// What figures are grouped by was chosen.
    GroupFigures(FigureGroup),
    /// All figures are asked for again.
    ClearFigures,
    /// The notices were read.
    DismissNotices,
}

impl Action {
    /// Whether going back undoes it. What is filtered and sorted by is not gone through again on the way back.
    fn is_step(&self) -> bool {
        matches!(self, Self::Go(_) | Self::Open(_) | Self::Close | Self::Lead(..) | Self::LeadIndicators(..))
    }
}

impl State {
    /// The state of an address, which has these faults.
    pub fn of_address(url: UrlState, notices: Vec<UrlNotice>) -> Self {
        Self { url, notices, ..Self::default() }
    }

    /// The state after `action`.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut state = self.clone();
        let is_step = action.is_step();
        let url = &mut state.url;
        match action {
            Action::Restore(read, notices) => (state.url, state.notices) = (*read, notices),
            Action::Display => (url.theme, url.large) = <(Theme, Switch)>::default(),
            Action::Go(to) => {
                // A link leaves how pages are shown.
                let UrlState { embed, plain, theme, large, .. } = *url;
                *url = UrlState { embed, plain, theme, large, own: url.own.take(), ..*to };
                state.notices.clear();
                state.opened += u32::from(state.url.item.is_some());
                state.arrivals += u32::from(state.url.item.is_none());
            }
            Action::Open(id) => {
                // What is opened must be in sight.
                if url.view == View::Data {
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
                url.item = None;
                state.arrivals += 1;
            }
            Action::LeadIndicators(facet, value) => {
                url.indicators = IndicatorChoice::default();
                url.indicators.set(facet, Some(value));
                url.item = None;
                state.arrivals += 1;
            }
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
            Action::DismissNotices => state.notices.clear(),
        }
        if is_step && state.url != self.url {
            state.steps += 1;
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(view: View, query: &str) -> State {
        let (url, notices) = UrlState::parse(view, query);
        State::of_address(url, notices)
    }

    #[test]
    fn notices_of_an_address_can_be_dismissed() {
        let state = at(View::Projects, "q=x&lang=fr");
        assert_eq!(state.notices, [UrlNotice::UnknownWord("lang", "fr".to_owned())]);
        let state = state.after(Action::DismissNotices);
        assert!(state.notices.is_empty());
        assert_eq!(state.url.query.as_str(), "x");
    }

    #[test]
    fn choices_change_only_what_they_are_about() {
        let state = at(View::Projects, "from=wechat")
            .after(Action::Filter("魏寨".to_owned()))
            .after(Action::Toggle(Facet::Sector, "coal".to_owned()))
            .after(Action::Open("p08".to_owned()));
        assert_eq!(state.url.format(), "item=p08&q=%E9%AD%8F%E5%AF%A8&sector=coal&v=3&from=wechat");
        let state = state.after(Action::ClearProjects);
        assert_eq!(state.url.format(), "item=p08&v=3&from=wechat");
    }

    #[test]
    fn choosing_twice_takes_the_choice_back() {
        let toggle = || Action::Toggle(Facet::Place, "x".to_owned());
        assert_eq!(State::default().after(toggle()).after(toggle()), State::default());
    }

    #[test]
    fn a_link_leads_to_its_page_and_keeps_how_pages_are_shown() {
        let (to, _) = UrlState::parse(View::Indicators, "state=below&v=3");
        let state = at(View::Projects, "q=x&theme=dark&own=0a&item=p08").after(Action::Go(Box::new(to)));
        assert_eq!(state.url.href(), "indicators.html?state=below&theme=dark&own=0a&v=3");
        assert_eq!((state.steps, state.arrivals), (1, 1));
    }

    #[test]
    fn opened_figures_are_not_filtered_out() {
        let state = at(View::Data, "section=1.1&about=x&figures=subject");
        let open = state.after(Action::Open("f067".to_owned()));
        assert_eq!(open.url.format(), "item=f067&figures=subject&v=3");
    }

    #[test]
    fn going_back_undoes_opening_and_following_links_but_not_every_letter_typed() {
        let steps = |actions: &[Action]| {
            actions.iter().fold(State::default(), |state, action| state.after(action.clone())).steps
        };
        assert_eq!(steps(&[Action::Filter("x".to_owned()), Action::Sort(Sort::Name)]), 0);
        let go = Action::Go(Box::new(UrlState { view: View::Tasks, ..UrlState::default() }));
        assert_eq!(steps(&[go.clone(), go]), 1);
        assert_eq!(steps(&[Action::Open("p08".to_owned()), Action::Close]), 2);
    }
}
