//! What stands in a form's fields.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Callback, Event, InputEvent, NodeRef, TargetCast, hook, use_effect_with};

use super::listen::Listener;

/// The text of the field that the event is about; `None` while an input method has letters in it that are yet to become
/// characters.
pub fn text_typed(event: &InputEvent) -> Option<String> {
    let field = event.target_dyn_into::<HtmlInputElement>().filter(|_| !event.is_composing());
    field.map(|field| field.value())
}

/// Calls `heard` with the text of the field once an input method has put its characters there: not every browser tells
/// of an input then.
#[hook]
pub fn use_composed_text(field: &NodeRef, heard: Callback<String>) {
    use_effect_with((field.clone(), heard), |(field, heard)| {
        let listening = field.cast::<HtmlInputElement>().map(|input| {
            let heard = heard.clone();
            Listener::new(&input.clone(), "compositionend", move |_| heard.emit(input.value()))
        });
        move || drop(listening)
    });
}

/// The value chosen from the list that the event is about; empty where it is about something else.
pub fn value_chosen(event: &Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map(|list| list.value()).unwrap_or_default()
}

/// The value that a list shows; empty where there is no list.
pub fn value_shown(list: &NodeRef) -> String {
    list.cast::<HtmlSelectElement>().map(|list| list.value()).unwrap_or_default()
}

/// Has a list show this value: what `selected` said first no longer counts once the reader has used it.
pub fn show_value(list: &NodeRef, value: &str) {
    if let Some(list) = list.cast::<HtmlSelectElement>() {
        list.set_value(value);
    }
}
