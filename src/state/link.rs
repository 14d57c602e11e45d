//! What a link of the site means to the app: links are addresses that work by themselves, and say all of it.

use plan_data::Dataset;
use plan_data::IndicatorFacet;
use plan_data::facet::Facet;

use super::{Action, UrlState, View};
use crate::items::home;
use crate::published::shared_path;

/// What following the link `file?query#part` of a page of the same language does in the state `now`; `None` where the browser is
/// to follow it.
///
/// On the page that it leads to, a link opens something (`item`) or narrows the list to one value of a facet, and leaves the other
/// choices. To another page it leads with just what it says.
pub fn of_link(href: &str, now: &UrlState, dataset: &Dataset) -> Option<Action> {
    let (address, part) = href.split_once('#').unwrap_or((href, ""));
    let (file, query) = address.split_once('?').unwrap_or((address, ""));
    let page = match file {
        "" => now.view,
        "./" => View::Home,
        file => View::ALL.iter().find(|(_, view)| view.file() == file)?.1,
    };
    let (url, _) = UrlState::parse(page, query);
    if let Some(id) = &url.item {
        return to_item(id, now.view, dataset);
    }
    if url.view == now.view {
        let chosen = |facet: &Facet| Some((*facet, url.choice.of(*facet).first()?.clone()));
        if let Some((facet, value)) = Facet::ALL.iter().find_map(chosen) {
            return Some(Action::Lead(facet, value));
        }
        let chosen = |facet: &IndicatorFacet| Some((*facet, url.indicators.of(*facet)?.to_owned()));
        if let Some((facet, value)) = IndicatorFacet::ALL.iter().find_map(chosen) {
            return Some(Action::LeadIndicators(facet, value));
        }
    }
    // The browser scrolls to a part of a page.
    if !part.is_empty() {
        return None;
    }
    Some(Action::Go(Box::new(url)))
}

/// What opens the item of that id from the page `now`: what is on another page is opened there. `None` where nothing has that id.
pub fn to_item(id: &str, now: View, dataset: &Dataset) -> Option<Action> {
    let view = home(dataset, id)?;
    let id = id.to_owned();
    Some(if view == now {
        Action::Open(id)
    } else {
        Action::Go(Box::new(UrlState { view, item: Some(id), ..UrlState::default() }))
    })
}

/// The address to send of a state: an open indicator with nothing else chosen has a page to be sent on.
pub fn sent_href(url: &UrlState) -> String {
    let href = url.to_send().href();
    // Comparing addresses takes less code than comparing states.
    match url.item.as_deref() {
        Some(id) if href == format!("{}?item={id}&v=3", View::Indicators.file()) => shared_path(id),
        _ => href,
    }
}

/// The address of the projects, or of the indicators, of a value of a facet; `view` is their page.
pub fn narrowed_href(code: &str, value: &str, view: View) -> String {
    let (url, _) = UrlState::parse(view, &format!("{code}={value}"));
    url.href()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::bundled;

    #[test]
    fn links_of_the_site_say_what_they_do() {
        let dataset = bundled().unwrap().dataset;
        let now = UrlState { view: View::Projects, ..UrlState::default() };
        let of = |href: &str| of_link(href, &now, &dataset);
        let go = |view: View, query: &str| Some(Action::Go(Box::new(UrlState::parse(view, query).0)));
        assert_eq!(of("projects.html?item=p08&v=3#item-p08"), Some(Action::Open("p08".to_owned())));
        assert_eq!(of("indicators.html?item=pm25&v=3#item-pm25"), go(View::Indicators, "item=pm25&v=3"));
        assert_eq!(
            of("index.html?item=pm25"),
            go(View::Indicators, "item=pm25"),
            "what is at home elsewhere"
        );
        assert_eq!(of("projects.html?item=gone"), None);
        let lead = Action::Lead(Facet::Place, "weizhai-cun".to_owned());
        assert_eq!(of("projects.html?place=weizhai-cun&v=3"), Some(lead));
        assert_eq!(of("indicators.html?state=below&v=3"), go(View::Indicators, "state=below&v=3"));
        assert_eq!(of("tasks.html"), go(View::Tasks, ""));
        assert_eq!(of("./"), go(View::Home, ""));
        assert_eq!(of("projects.html"), go(View::Projects, ""));
        for other in [
            "#content",
            "data.html#reconciliation",
            "data/dataset.json",
            "https://example.org/projects.html",
            "en/projects.html",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
    }

    #[test]
    fn an_open_indicator_is_sent_by_its_own_page() {
        for (view, query, sent) in [
            (View::Indicators, "item=pm25&theme=dark&from=timeline", "indicator/pm25.html"),
            (View::Indicators, "item=pm25&state=below", "indicators.html?item=pm25&state=below&v=3"),
            (View::Indicators, "", "indicators.html"),
            (View::Projects, "item=p08", "projects.html?item=p08&v=3"),
            (View::Topics, "item=levels", "topics.html?item=levels&v=3"),
        ] {
            let (url, _) = UrlState::parse(view, query);
            assert_eq!(sent_href(&url), sent, "{query}");
        }
    }

    #[test]
    fn a_narrowed_list_has_an_address() {
        assert_eq!(
            narrowed_href("place", "weizhai-cun", View::Projects),
            "projects.html?place=weizhai-cun&v=3"
        );
        assert_eq!(narrowed_href("state", "below", View::Indicators), "indicators.html?state=below&v=3");
    }
}
