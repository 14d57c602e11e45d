//! What is said on paper alone.

use yew::{Html, html};

use super::changing;
use crate::texts::Texts;

/// What was chosen, where it was, in words: on the screen the controls say it.
pub fn chosen_in_print(selection: &str, texts: &Texts) -> Html {
    if selection.is_empty() {
        return Html::default();
    }
    html! { <p class="in-print" hidden=true>{ changing(format!("{}{selection}", texts.chosen)) }</p> }
}
