//! What was opened: beside the list where there is room, a page of its own with a way back on a phone (styles/explore.css).

use yew::{Callback, Children, Html, KeyboardEvent, MouseEvent, Properties, component, html};

/// What to show.
#[derive(PartialEq, Properties)]
pub struct DetailProps {
    /// The element's id; unique on the page.
    pub id: &'static str,
    /// What is shown, in a few words.
    pub name: String,
    /// Whether it was opened; otherwise what is shown is there only where there is room beside the list.
    pub is_open: bool,
    /// Called when the reader has seen enough.
    pub close: Callback<()>,
    /// The words of the button that closes it.
    pub back: &'static str,
    /// What stands beside that button.
    #[prop_or_default]
    pub bar: Html,
    /// What is shown.
    pub children: Children,
}

/// The part of the page that holds it.
#[component]
pub fn Detail(props: &DetailProps) -> Html {
    let DetailProps { id, name, is_open, close, back, bar, children } = props;
    let onkeydown = {
        let (close, is_open) = (close.clone(), *is_open);
        Callback::from(move |event: KeyboardEvent| {
            // A chart within it has used the key to hide its tooltip.
            if event.key() == "Escape" && is_open && !event.default_prevented() {
                close.emit(());
            }
        })
    };
    html! {
        <aside
            id={*id}
            class={if *is_open { "detail open" } else { "detail" }}
            aria-label={name.clone()}
            data-test="detail"
            {onkeydown}
        >
            if *is_open {
                <div class="detail-bar">
                    <button
                        type="button"
                        class="quiet"
                        data-test="detail-close"
                        onclick={close.reform(|_: MouseEvent| ())}
                    >
                        { *back }
                    </button>
                    { bar.clone() }
                </div>
            }
            { for children.iter() }
        </aside>
    }
}
