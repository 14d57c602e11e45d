//! Text in which the matches of a query are marked.

use plan_data::{Query, find};
use yew::{Html, html};

/// The text, with `<mark>` around each match. No component: lists have many of it.
pub fn marked(text: &str, query: &Query) -> Html {
    let found = find(query, text);
    if found.is_empty() {
        return html! { { text.to_owned() } };
    }
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default().to_owned();
    let mut parts = Vec::new();
    let mut end = 0;
    for range in found {
        parts.push(html! { { part(end, range.start) } });
        parts.push(html! { <mark>{ part(range.start, range.end) }</mark> });
        end = range.end;
    }
    parts.push(html! { { part(end, text.len()) } });
    html! { <>{ for parts }</> }
}
