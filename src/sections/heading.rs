//! The heading of a section, with the link that narrows the page to it.

use yew::{Html, html};

use super::{SectionProps, view_href};
use crate::components::{Link, link};
use crate::state::View;

/// The heading, with the id that the section is named by.
pub(super) fn section_heading(section: &SectionProps, of: View, id: &'static str) -> Html {
    let words = section.texts.explore();
    html! {
        <div class="section-heading">
            <h2 {id}>{ (words.section)(of) }</h2>
            { link(Link { class: "only", href: view_href(of), ..Link::default() }, words.only) }
        </div>
    }
}
