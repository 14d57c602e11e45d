//! What was opened: beside the list where there is room, a page of its own with a way back on a phone (styles/explore.css).

use yew::{
    Callback, Children, Html, KeyboardEvent, MouseEvent, Properties, component, html, use_effect_with,
    use_mut_ref, use_node_ref,
};

use crate::browser::{focus_first, focus_link_to};

/// What to show.
#[derive(PartialEq, Properties)]
pub struct DetailProps {
    /// The element's id; unique on the page.
    pub id: &'static str,
    /// What is shown, in a few words.
    pub name: String,
    /// The id of what was opened; without one, what is shown is there only where there is room beside the list.
    pub open: Option<String>,
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
    let DetailProps { id, name, open, close, back, bar, children } = props;
    let frame = use_node_ref();
    let before = use_mut_ref(|| None::<String>);
    {
        let frame = frame.clone();
        use_effect_with(open.clone(), move |open| {
            let before = before.replace(open.clone());
            match (open, before) {
                // The reader is taken to what was opened, and back to where it was opened.
                (Some(_), _) => focus_first(&frame, "h2, h3"),
                (None, Some(before)) => focus_link_to(&before),
                (None, None) => {}
            }
        });
    }
    let onkeydown = {
        let (close, is_open) = (close.clone(), open.is_some());
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
            class={if open.is_some() { "detail open" } else { "detail" }}
            aria-label={name.clone()}
            data-test="detail"
            ref={frame}
            {onkeydown}
        >
            if open.is_some() {
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
