//! The way through the page: its sections. It stays in sight, with the search over everything and the link to send: at the
//! top where there is room, in reach of the thumb on a phone.

use yew::{Html, component, html};

use super::{SectionProps, view_href};
use crate::browser::use_section_in_sight;
use crate::components::{Link, link};
use crate::state::{UrlState, View, use_url};

/// The id of the first section.
pub(super) const OVERVIEW: &str = "overview";

/// The sections with the ids of their elements.
pub(super) const SECTIONS: [(View, &str); 5] = [
    (View::Overview, OVERVIEW),
    (View::Indicators, "indicators"),
    (View::Projects, "projects"),
    (View::Tasks, "tasks"),
    (View::Findings, "findings"),
];

/// The navigation.
#[component]
pub fn Nav(section: &SectionProps) -> Html {
    let shown = use_url(&section.store, |url| UrlState { view: url.view, ..UrlState::default() }).view;
    let texts = section.texts;
    let in_sight = use_section_in_sight(&SECTIONS.map(|(_, id)| id), shown == View::All);
    let entry = |(view, id): (View, &'static str)| {
        let name = (texts.view)(view);
        if shown == View::All {
            let is_current = in_sight == Some(id);
            // A link within the page, which the browser follows.
            return html! { <li><a href={format!("#{id}")} aria-current={is_current.then_some("true")}>{ name }</a></li> };
        }
        html! {
            <li>{ link(Link { href: view_href(view), is_current: shown == view, ..Link::default() }, name) }</li>
        }
    };
    let all = Link { href: view_href(View::All), test: Some("view-all"), ..Link::default() };
    html! {
            <nav aria-label={texts.navigation}>
                <ul>
                    { for SECTIONS.map(entry) }
                    if shown != View::All {
                        <li>
                            { link(all, (texts.view)(View::All)) }
                        </li>
                    }
                </ul>
            </nav>
    }
}
