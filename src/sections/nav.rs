//! The way through the page: its sections, the search over everything, and the link to send. It stays in sight: at the top
//! where there is room, in reach of the thumb on a phone.

use yew::{Html, Properties, component, html};

use super::{Search, SectionProps, Share, view_href};
use crate::browser::use_section_in_sight;
use crate::components::{Link, link};
use crate::state::{Action, View};

/// What the navigation is given.
#[derive(PartialEq, Properties)]
pub struct NavProps {
    /// The report and the words.
    pub section: SectionProps,
    /// What of the page is shown.
    pub view: View,
}

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
pub fn Nav(props: &NavProps) -> Html {
    let NavProps { section, view: shown } = props;
    let texts = section.texts;
    let words = &texts.explore;
    let in_sight = use_section_in_sight(&SECTIONS.map(|(_, id)| id), *shown == View::All);
    let entry = |(view, id): (View, &'static str)| {
        let name = (words.view)(view);
        if *shown == View::All {
            let is_current = in_sight == Some(id);
            // A link within the page, which the browser follows.
            return html! { <li><a href={format!("#{id}")} aria-current={is_current.then_some("true")}>{ name }</a></li> };
        }
        let follow = section.act.reform(move |()| Action::View(view));
        html! {
            <li>{ link(Link { href: view_href(section, view), follow, is_current: *shown == view, ..Link::default() }, name) }</li>
        }
    };
    let all = Link {
        href: view_href(section, View::All),
        follow: section.act.reform(|()| Action::View(View::All)),
        test: Some("view-all"),
        ..Link::default()
    };
    html! {
        <div class="nav">
            <nav aria-label={texts.navigation}>
                <ul>
                    { for SECTIONS.map(entry) }
                    if *shown != View::All {
                        <li>
                            { link(all, (words.view)(View::All)) }
                        </li>
                    }
                </ul>
            </nav>
            <Search section={section.clone()} />
            <Share ..section.clone() />
        </div>
    }
}
