//! What stands in a form's fields, and which has the focus.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent, Node};
use yew::{Callback, Event, FocusEvent, InputEvent, NodeRef, TargetCast, hook, use_effect_with};

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
            EventListener::new(&input.clone(), "compositionend", move |_| heard.emit(input.value()))
        });
        move || drop(listening)
    });
}

/// The value chosen from the list that the event is about; empty where it is about something else.
pub fn value_chosen(event: &Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map(|list| list.value()).unwrap_or_default()
}

/// Has a list show this value: what `selected` said first no longer counts once the reader has used it.
pub fn show_value(list: &NodeRef, value: &str) {
    if let Some(list) = list.cast::<HtmlSelectElement>() {
        list.set_value(value);
    }
}

/// Moves the focus to the element of that id.
pub fn focus(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // Refused only where the element is going away.
        let _ = element.focus();
    }
}

/// Whether the focus, which leaves an element, goes to another within `frame`.
pub fn focus_stays_within(frame: &NodeRef, event: &FocusEvent) -> bool {
    let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
    to.is_some_and(|to| frame.cast::<Node>().is_some_and(|frame| frame.contains(Some(&to))))
}

/// Calls `pressed` when `/` is pressed where nothing is being typed, until the result is dropped.
pub fn on_slash(pressed: impl Fn() + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    // Not passive: the key must not be typed into the field that it leads to.
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let has_modifier = key.ctrl_key() || key.alt_key() || key.meta_key();
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_typing = target.is_some_and(|target| {
            target.matches("input, textarea, select, [contenteditable]").unwrap_or(true)
        });
        if key.key() == "/" && !has_modifier && !is_typing {
            event.prevent_default();
            pressed();
        }
    }))
}
