//! The way to the pages. It stays in sight, with the search over everything and the link to send: at the top where there is room,
//! in reach of the thumb on a phone.

use yew::{Html, html};

use crate::state::View;
use crate::texts::Texts;

/// The navigation on the page `shown`, or on one beside them.
pub(crate) fn nav(shown: Option<View>, texts: &'static Texts) -> Html {
    html! {
        <nav aria-label={texts.navigation}>
            <ul>
                { for View::ALL.iter().map(|(_, view)| html! {
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
