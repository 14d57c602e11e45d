//! What was opened: beside the list where there is room, a page of its own with a way back on a phone (styles/explore.css).

use yew::{Callback, Html, KeyboardEvent, MouseEvent, html};

/// What is shown, and how it is left.
pub struct Detail {
    /// The element's id; unique on the page.
    pub id: &'static str,
    /// What is shown, in a few words.
    pub name: &'static str,
    /// Whether it was opened; otherwise what is shown is there only where there is room beside the list.
    pub is_open: bool,
    /// Called when the reader has seen enough.
    pub close: Callback<()>,
    /// The words of the button that closes it.
    pub back: String,
    /// What stands beside that button.
    pub bar: Html,
}

/// The part of the page that holds `content`.
pub fn detail(detail: Detail, content: Html) -> Html {
    let Detail { id, name, is_open, close, back, bar } = detail;
    let onkeydown = {
        let (close, is_open) = (close.clone(), is_open);
        Callback::from(move |event: KeyboardEvent| {
            // A chart within it has used the key to hide its tooltip.
            if event.key() == "Escape" && is_open && !event.default_prevented() {
                close.emit(());
            }
        })
    };
    html! {
        <aside
            {id}
            class={if is_open { "detail open" } else { "detail" }}
            aria-label={name}
            data-test="detail"
            {onkeydown}
        >
            if is_open {
                <div class="detail-bar">
                    <button
                        type="button"
                        class="quiet"
                        data-test="detail-close"
                        onclick={close.reform(|_: MouseEvent| ())}
                    >
                        { back }
                    </button>
                    { bar }
                </div>
            }
            { content }
        </aside>
    }
}
