//! The way to the pages. It stays in sight, with the search over everything and the link to send: at the top where there is room,
//! in reach of the thumb on a phone.

use yew::{Html, html};

use super::SectionProps;
use crate::state::View;

/// The navigation on the page `shown`, or on one beside them.
pub(crate) fn nav(shown: Option<View>, section: &SectionProps) -> Html {
    let texts = section.texts;
    html! {
        <nav aria-label={texts.navigation}>
            <ul>
                { for section.pages.iter().map(|view| html! {
                    <li>
                        <a href={view.file()} aria-current={(Some(*view) == shown).then_some("page")}>
                            { (texts.view)(*view) }
                        </a>
                    </li>
                }) }
            </ul>
        </nav>
    }
}
