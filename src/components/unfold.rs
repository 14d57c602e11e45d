//! What few readers open: its content is in the prerendered page, and the app makes it when it is opened, or printed. A page with fewer
//! nodes answers faster.

use yew::{Callback, Event, Html, Properties, component, html, use_state_eq};

use crate::browser::{is_open, use_printing};

/// What to show.
#[derive(PartialEq, Properties)]
pub struct UnfoldProps {
    /// The class of the element.
    pub class: &'static str,
    /// Its name for tests.
    #[prop_or_default]
    pub test: Option<&'static str>,
    /// Whether it is open at first.
    #[prop_or_default]
    pub is_open: bool,
    /// Whether the reader had opened it before the app came.
    #[prop_or_default]
    pub was_open: bool,
    /// What is always shown.
    pub summary: Html,
    /// Makes the rest.
    pub content: Callback<(), Html>,
}

/// The `<details>` element.
#[component]
pub fn Unfold(props: &UnfoldProps) -> Html {
    let UnfoldProps { class, test, is_open: open, was_open, summary, content } = props;
    let is_made = use_state_eq(|| cfg!(not(target_arch = "wasm32")) || *open || *was_open);
    // The boot script opens it then.
    let is_printing = use_printing();
    let ontoggle = {
        let is_made = is_made.clone();
        Callback::from(move |event: Event| is_made.set(is_open(&event)))
    };
    html! {
        <details class={*class} data-test={*test} open={*open} {ontoggle}>
            <summary>{ summary.clone() }</summary>
            if *is_made || is_printing {
                { content.emit(()) }
            }
        </details>
    }
}
