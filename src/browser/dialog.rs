//! A dialog over the page, and the buttons all over the page that open it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlDialogElement, HtmlInputElement};
use yew::{Event, NodeRef};

use super::listen::Listener;

/// Opens the dialog that `dialog` is bound to: over the page, which keys and screen readers then do not reach.
pub fn open_dialog(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>().filter(|dialog| !dialog.open()) {
        // It may be there for browsers only that know dialogs; others show it where it stands.
        if dialog.show_modal().is_err() {
            dialog.set_open(true);
        }
    }
}

/// Closes it: the focus goes back to where it was.
pub fn close_dialog(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// Calls `pressed` with the value of `attribute` of the element that is clicked, wherever on the page it stands, until the result
/// is dropped.
pub fn on_press(attribute: &'static str, pressed: impl Fn(String) + 'static) -> Option<Listener> {
    let document = web_sys::window()?.document()?;
    Some(Listener::new(&document, "click", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest(&format!("[{attribute}]")).ok().flatten());
        if let Some(value) = button.and_then(|button| button.get_attribute(attribute)) {
            pressed(value);
        }
    }))
}

/// Whether the details that an event is about are open.
pub fn is_open(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
    target.is_some_and(|target| target.open())
}

/// Whether the box that an event is about is checked.
pub fn is_checked(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    target.is_some_and(|target| target.checked())
}
