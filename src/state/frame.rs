//! The page within another one: what it shows there, and what opens on a page of its own.

use super::{Action, State, Switch, UrlState, View};

/// What an embedded page shows of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confined {
    /// This page of it.
    view: View,
    /// Nothing but this.
    item: Option<String>,
}

/// Where an action leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To what is shown.
    Within,
    /// Nowhere: what is shown alone stays.
    Nowhere,
    /// To this address, in a window of its own.
    Outward(Box<UrlState>),
}

impl Confined {
    /// What an address confines the page to; `None` where the page stands by itself.
    pub fn of(url: &UrlState) -> Option<Self> {
        let item = url.item.clone().filter(|_| url.alone == Switch::On);
        (url.embed == Switch::On).then_some(Self { view: url.view, item })
    }

    /// Where `action` leads from `state`.
    pub fn leads(&self, state: &State, action: &Action) -> Leads {
        if self.shows(action) {
            return Leads::Within;
        }
        if *action == Action::Close {
            return Leads::Nowhere;
        }
        let url = UrlState { item: None, ..state.url.to_send() };
        let there = State { url, ..state.clone() }.after(action.clone());
        Leads::Outward(Box::new(there.url.to_send()))
    }

    /// Whether what `action` leads to is shown.
    pub fn shows(&self, action: &Action) -> bool {
        match action {
            Action::Open(id) => self.item.as_ref().is_none_or(|alone| alone == id),
            Action::Go(to) => self.item.is_none() && self.view == to.view,
            Action::Close | Action::Lead(..) | Action::LeadIndicators(..) => self.item.is_none(),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plan_data::facet::Facet;

    fn embedded(view: View, query: &str) -> (State, Confined) {
        let (url, notices) = UrlState::parse(view, query);
        assert_eq!(notices, []);
        let confined = Confined::of(&url).unwrap();
        (State::of_address(url, notices), confined)
    }

    fn open(id: &str) -> Action {
        Action::Open(id.to_owned())
    }

    fn go(view: View, query: &str) -> Action {
        Action::Go(Box::new(UrlState::parse(view, query).0))
    }

    fn outward(view: View, query: &str) -> Leads {
        Leads::Outward(Box::new(UrlState::parse(view, query).0))
    }

    #[test]
    fn a_page_by_itself_is_confined_to_nothing() {
        for query in ["", "item=p08", "embed=0"] {
            assert_eq!(Confined::of(&UrlState::parse(View::Projects, query).0), None, "{query}");
        }
    }

    #[test]
    fn a_page_opens_what_it_shows_and_the_rest_in_a_window() {
        let (state, confined) = embedded(View::Projects, "q=x&embed=1&theme=dark&childId=a&v=3");
        assert_eq!(confined.leads(&state, &open("p08")), Leads::Within);
        assert_eq!(confined.leads(&state, &Action::Close), Leads::Within);
        assert_eq!(confined.leads(&state, &Action::Lead(Facet::Place, "x".to_owned())), Leads::Within);
        assert_eq!(
            confined.leads(&state, &go(View::Indicators, "item=pm25&v=3")),
            outward(View::Indicators, "item=pm25&v=3")
        );
        assert_eq!(confined.leads(&state, &go(View::Tasks, "")), outward(View::Tasks, ""));
    }

    #[test]
    fn what_is_shown_alone_stays() {
        let (state, alone) = embedded(View::Projects, "item=p08&embed=1&alone=1&v=3");
        assert_eq!(alone.leads(&state, &Action::Close), Leads::Nowhere);
        assert_eq!(alone.leads(&state, &open("p08")), Leads::Within);
        assert_eq!(alone.leads(&state, &open("p09")), outward(View::Projects, "item=p09&v=3"));
        assert!(matches!(alone.leads(&state, &go(View::Home, "")), Leads::Outward(_)));
        // A chart alone is filtered where it stands.
        let (state, chart) = embedded(View::Projects, "item=facets&embed=1&alone=1&v=3");
        let toggled = Action::Toggle(Facet::Sector, "coal".to_owned());
        assert_eq!(chart.leads(&state, &toggled), Leads::Within);
    }
}
