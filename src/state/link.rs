//! What a link of the page means to who follows it in the page: links are addresses that work by themselves, and say all of it.

use plan_data::Dataset;
use plan_data::IndicatorFacet;
use plan_data::facet::Facet;

use super::{Action, UrlState, View};
use crate::items::home;

/// What following a link does that leads to `?query#part` of the page; `None` where the browser is to follow it.
///
/// A link opens something (`item`), asks for the projects or the indicators of one kind (a value of a facet), for a section
/// (`#part`), or for a part of the page alone (`view`).
pub fn of_link(query: &str, part: &str, dataset: &Dataset) -> Option<Action> {
    let (url, _) = UrlState::parse(query);
    if let Some(id) = url.item {
        let home = home(dataset, &id)?;
        return Some(Action::Open(id, home));
    }
    for facet in Facet::ALL {
        if let Some(value) = url.choice.of(facet).first() {
            return Some(Action::Lead(facet, value.clone()));
        }
    }
    for facet in IndicatorFacet::ALL {
        if let Some(value) = url.indicators.of(facet) {
            return Some(Action::LeadIndicators(facet, value.to_owned()));
        }
    }
    match View::of(part) {
        Some(view) if view != View::All => Some(Action::LeadTo(view)),
        _ => Some(Action::View(url.view)),
    }
}

/// The address of the projects, or of the indicators, of a value of a facet; `view` is where they are at home.
pub fn narrowed_href(code: &str, value: &str, view: View) -> String {
    format!("?{code}={value}&v=2#{}", view.word())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::bundled;

    #[test]
    fn links_of_the_page_say_what_they_do() {
        let dataset = bundled().unwrap().dataset;
        let of = |query: &str, part: &str| of_link(query, part, &dataset);
        let open = |id: &str, view| Some(Action::Open(id.to_owned(), view));
        assert_eq!(of("item=pm25&v=2", "item-pm25"), open("pm25", View::Indicators));
        assert_eq!(of("item=p08&v=2", ""), open("p08", View::Projects));
        assert_eq!(of("item=gone&v=2", ""), None);
        let lead = Action::Lead(Facet::Place, "weizhai-cun".to_owned());
        assert_eq!(of("place=weizhai-cun&v=2", "projects"), Some(lead));
        let narrow = Action::LeadIndicators(IndicatorFacet::State, "below".to_owned());
        assert_eq!(of("state=below&v=2", "indicators"), Some(narrow));
        assert_eq!(of("", "findings"), Some(Action::LeadTo(View::Findings)));
        assert_eq!(of("view=tasks&v=2", ""), Some(Action::View(View::Tasks)));
        assert_eq!(of("", ""), Some(Action::View(View::All)));
    }
}
