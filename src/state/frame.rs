//! The page within another one: what it shows there, and what belongs on a page of its own.

use super::{Action, State, Switch, UrlState, View};

/// What the page shows of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confined {
    /// This part of it.
    view: View,
    /// This alone, where the address names no part.
    item: Option<String>,
}

/// What belongs on a page of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outward {
    /// The query of its address.
    pub query: String,
    /// The section that it begins with.
    pub part: Option<View>,
    /// What it opens.
    pub item: Option<String>,
}

/// Where an action leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To what is shown.
    Within,
    /// Nowhere: what is shown alone stays.
    Nowhere,
    /// To a page of its own.
    Outward(Outward),
}

impl Confined {
    /// What an address confines the page to; `None` where the page stands by itself.
    pub fn of(url: &UrlState) -> Option<Self> {
        let item = url.item.clone().filter(|_| url.view == View::All);
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
        let whole = UrlState { view: View::All, item: None, ..state.url.to_send() };
        let there = State { url: whole, led: None, ..state.clone() }.after(action.clone());
        Leads::Outward(Outward {
            query: there.url.format(),
            part: there.led.map(|(view, _)| view),
            item: there.url.item,
        })
    }

    /// Whether what `action` leads to is shown.
    pub fn shows(&self, action: &Action) -> bool {
        let view = match action {
            Action::Open(id, view) => {
                return match &self.item {
                    Some(alone) => alone == id,
                    None => self.has(*view),
                };
            }
            Action::Close => return self.item.is_none(),
            Action::View(view) | Action::LeadTo(view) => *view,
            Action::Lead(..) => View::Projects,
            Action::LeadIndicators(..) => View::Indicators,
            _ => return true,
        };
        self.item.is_none() && self.has(view)
    }

    fn has(&self, view: View) -> bool {
        self.view == View::All || self.view == view
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plan_data::facet::Facet;

    fn embedded(query: &str) -> (State, Confined) {
        let (url, notices) = UrlState::parse(query);
        assert_eq!(notices, []);
        let confined = Confined::of(&url).unwrap();
        (State::default().after(Action::Restore(Box::new(url), notices)), confined)
    }

    fn open(id: &str, view: View) -> Action {
        Action::Open(id.to_owned(), view)
    }

    fn outward(query: &str, part: Option<View>, item: Option<&str>) -> Leads {
        Leads::Outward(Outward { query: query.to_owned(), part, item: item.map(str::to_owned) })
    }

    #[test]
    fn a_page_by_itself_is_confined_to_nothing() {
        for query in ["", "view=projects", "item=p08", "embed=0"] {
            assert_eq!(Confined::of(&UrlState::parse(query).0), None, "{query}");
        }
    }

    #[test]
    fn what_a_part_shows_opens_within_it_and_the_rest_on_a_page_of_its_own() {
        let (state, confined) = embedded("view=projects&q=x&embed=1&theme=dark&childId=a");
        assert_eq!(confined.leads(&state, &open("p08", View::Projects)), Leads::Within);
        assert_eq!(confined.leads(&state, &Action::Close), Leads::Within);
        assert_eq!(
            confined.leads(&state, &open("pm25", View::Indicators)),
            outward("item=pm25&q=x&v=2", None, Some("pm25"))
        );
    }

    #[test]
    fn what_leads_to_another_section_leads_out_of_the_frame() {
        let (state, confined) = embedded("view=projects&embed=1");
        let led = confined.leads(&state, &Action::LeadTo(View::Tasks));
        assert_eq!(led, outward("", Some(View::Tasks), None));
        let place = Action::Lead(Facet::Place, "x".to_owned());
        assert_eq!(confined.leads(&state, &place), Leads::Within);
        let (state, whole) = embedded("embed=1");
        assert_eq!(whole.leads(&state, &place), Leads::Within, "a whole page shows everything");
        let (state, tasks) = embedded("view=tasks&embed=1");
        assert_eq!(tasks.leads(&state, &place), outward("place=x&v=2", Some(View::Projects), None));
    }

    #[test]
    fn what_is_shown_alone_stays() {
        let (state, alone) = embedded("item=p08&embed=1");
        assert_eq!(alone.leads(&state, &Action::Close), Leads::Nowhere);
        assert_eq!(alone.leads(&state, &open("p08", View::Projects)), Leads::Within);
        let other = alone.leads(&state, &open("p09", View::Projects));
        assert_eq!(other, outward("item=p09&v=2", None, Some("p09")));
        assert!(matches!(alone.leads(&state, &Action::View(View::All)), Leads::Outward(_)));
        // A chart alone is filtered where it stands.
        let (state, chart) = embedded("item=facets&embed=1");
        let toggled = Action::Toggle(Facet::Sector, "coal".to_owned());
        assert_eq!(chart.leads(&state, &toggled), Leads::Within);
    }
}
