//! A link that the page follows by itself: it can be copied, opened in a new tab, and works as an address.

use yew::{Callback, Html, MouseEvent, Properties, component, html};

use crate::browser::is_plain_click;

/// What to show.
#[derive(PartialEq, Properties)]
pub struct LinkProps {
    /// Where it leads, for the browser.
    pub href: String,
    /// Called in place of that, where the reader just clicks.
    pub follow: Callback<()>,
    /// The id of what it opens: the focus comes back here.
    #[prop_or_default]
    pub item: Option<String>,
    /// Whether what it leads to is shown.
    #[prop_or_default]
    pub is_current: bool,
    /// Its class.
    #[prop_or_default]
    pub class: &'static str,
    /// Its name for tests.
    #[prop_or_default]
    pub test: Option<&'static str>,
    /// Its words.
    pub children: Html,
}

/// The link.
#[component]
pub fn Link(props: &LinkProps) -> Html {
    let LinkProps { href, follow, item, is_current, class, test, children } = props;
    let onclick = {
        let follow = follow.clone();
        Callback::from(move |event: MouseEvent| {
            if is_plain_click(&event) {
                event.prevent_default();
                follow.emit(());
            }
        })
    };
    html! {
        <a
            href={href.clone()}
            class={*class}
            data-item={item.clone()}
            data-test={*test}
            aria-current={is_current.then_some("true")}
            {onclick}
        >
            { children.clone() }
        </a>
    }
}
