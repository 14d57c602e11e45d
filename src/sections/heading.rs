//! The heading of a section, with the link that narrows the page to it.

use yew::{Html, Properties, component, html};

use super::{SectionProps, view_href};
use crate::components::{Link, link};
use crate::state::{Action, View};

/// What to show.
#[derive(PartialEq, Properties)]
pub(super) struct HeadingProps {
    /// The report and the words.
    pub section: SectionProps,
    /// Which section it is.
    pub of: View,
    /// What of the page is shown.
    pub view: View,
    /// The heading's id.
    pub id: &'static str,
}

/// The heading.
#[component]
pub(super) fn SectionHeading(props: &HeadingProps) -> Html {
    let HeadingProps { section, of, view, id } = props;
    let words = &section.texts.explore;
    let of = *of;
    let follow = section.act.reform(move |()| Action::View(of));
    html! {
        <div class="section-heading">
            <h2 id={*id}>{ (words.section)(of) }</h2>
            if *view == View::All {
                { link(Link { class: "only", href: view_href(section, of), follow, ..Link::default() }, words.only) }
            }
        </div>
    }
}
