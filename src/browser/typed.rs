//! What stands in a text field.

use web_sys::HtmlInputElement;
use yew::{InputEvent, TargetCast};

/// The text of the field that the event is about; empty where it is about something else.
pub fn text_typed(event: &InputEvent) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}
