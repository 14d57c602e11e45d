//! A link that the app follows by itself (`browser/links.rs`): its address says what it does, so that it can be copied, opened in
//! a new tab, and works without scripts.

use yew::{Html, html};

/// Where a link leads, and what it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Where it leads: `file?query#part` of a page of this language.
    pub href: String,
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
    let Link { href, item, is_current, class, test } = link;
    html! {
        <a {href} {class} data-item={item} data-test={test} aria-current={is_current.then_some("true")}>
            { words.into() }
        </a>
    }
}
