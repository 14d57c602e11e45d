//! The way to the pages. It stays in sight, with the search over everything and the link to send: at the top where there is room,
//! in reach of the thumb on a phone.

use yew::{Html, Properties, component, html};

use super::SectionProps;
use crate::state::View;

/// Which page is shown.
#[derive(PartialEq, Properties)]
pub struct NavProps {
    /// The words.
    pub section: SectionProps,
    /// The page.
    pub view: View,
}

/// The navigation.
#[component]
pub fn Nav(props: &NavProps) -> Html {
    let NavProps { section, view: shown } = props;
    let texts = section.texts;
    html! {
        <nav aria-label={texts.navigation}>
            <ul>
                { for View::ALL.iter().map(|(_, view)| html! {
                    <li>
                        <a href={view.file()} aria-current={(view == shown).then_some("page")}>
                            { (texts.view)(*view) }
                        </a>
                    </li>
                }) }
            </ul>
        </nav>
    }
}
