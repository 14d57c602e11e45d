//! Text in which the matches of a query are marked.

use plan_data::{Query, find};
use yew::{Html, html};

use super::changing::key_of;

/// An element of that class and language with the text, and `<mark>` around each match. No component: lists have many of it.
pub fn marked(class: &'static str, lang: Option<&'static str>, text: &str, query: &Query) -> Html {
    let (key, parts) = marked_parts(text, query);
    html! { <span {key} {class} {lang}>{ for parts }</span> }
}

/// The same for an element that is there already: its content, and the key that it must have.
pub fn marked_parts(text: &str, query: &Query) -> (String, Vec<Html>) {
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let mut parts = Vec::new();
    let mut pieces = vec![text];
    let mut end = 0;
    for range in find(query, text) {
        let (before, matched) = (part(end, range.start), part(range.start, range.end));
        pieces.extend([before, matched]);
        if !before.is_empty() {
            parts.push(html! { { before.to_owned() } });
        }
        parts.push(html! { <mark>{ matched.to_owned() }</mark> });
        end = range.end;
    }
    if end < text.len() {
        parts.push(html! { { part(end, text.len()).to_owned() } });
    }
    (key_of(pieces), parts)
}
