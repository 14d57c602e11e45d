//! Text in which the matches of a query are marked.

use plan_data::{Query, find};
use yew::{Html, Properties, component, html};

/// What to show.
#[derive(PartialEq, Properties)]
pub struct MarkedProps {
    /// The text.
    pub text: String,
    /// What to mark in it.
    pub query: Query,
}

/// The text, with `<mark>` around each match.
#[component]
pub fn Marked(props: &MarkedProps) -> Html {
    let MarkedProps { text, query } = props;
    let mut parts = Vec::new();
    let mut end = 0;
    for range in find(query, text) {
        parts.push(html! { { text.get(end..range.start).unwrap_or_default().to_owned() } });
        parts.push(html! { <mark>{ text.get(range.clone()).unwrap_or_default().to_owned() }</mark> });
        end = range.end;
    }
    parts.push(html! { { text.get(end..).unwrap_or_default().to_owned() } });
    html! { <>{ for parts }</> }
}
