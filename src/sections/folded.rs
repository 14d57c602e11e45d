//! Lists behind their headings, each with its length: made when they are opened.

use yew::{Callback, Html, html};

use crate::components::Unfold;

/// One list.
pub(super) struct Folded {
    /// Its heading.
    pub(super) name: String,
    /// Whether the heading asks for attention.
    pub(super) is_urgent: bool,
    /// How long it is, in words.
    pub(super) count: String,
    /// Whether it is open at first.
    pub(super) is_open: bool,
    /// Makes its rows.
    pub(super) rows: Box<dyn Fn() -> Vec<Html>>,
}

/// A topic of such lists; `id` is for links, and the name of the lists for tests.
pub(super) fn folded(id: &'static str, heading: &str, scope: String, lists: Vec<Folded>) -> Html {
    let list = |Folded { name, is_urgent, count, is_open, rows }: Folded| {
        let summary = html! {
            <>
                <h3 class={is_urgent.then_some("attention")}>{ name }</h3>
                <span class="area-count">{ count }</span>
            </>
        };
        let content = Callback::from(move |()| html! { <ul>{ for rows() }</ul> });
        html! { <Unfold class="area" test={id} {is_open} {summary} {content} /> }
    };
    html! {
        <div class="topic folded" {id} tabindex="-1">
            <h2>{ heading.to_owned() }</h2>
            <p class="scope">{ scope }</p>
            { for lists.into_iter().map(list) }
        </div>
    }
}
