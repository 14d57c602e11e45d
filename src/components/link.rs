//! A link that the page follows by itself: it can be copied, opened in a new tab, and works as an address.

use yew::{Callback, Html, MouseEvent, html};

use crate::browser::is_plain_click;

/// Where a link leads, and what it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Where it leads, for the browser.
    pub href: String,
    /// Called in place of that, where the reader just clicks.
    pub follow: Callback<()>,
    /// The id of what it opens, for tests.
    pub item: Option<String>,
    /// Whether what it leads to is shown.
    pub is_current: bool,
    /// Its class.
    pub class: &'static str,
    /// Its name for tests.
    pub test: Option<&'static str>,
}

/// The link with its words. No component: lists have many of it.
pub fn link(link: Link, words: impl Into<Html>) -> Html {
    let Link { href, follow, item, is_current, class, test } = link;
    let onclick = Callback::from(move |event: MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            follow.emit(());
        }
    });
    html! {
        <a {href} {class} data-item={item} data-test={test} aria-current={is_current.then_some("true")} {onclick}>
            { words.into() }
        </a>
    }
}
