//! Where in an element a pointer is, what of it is in sight, and keys that are pressed anywhere.

use plan_chart::Rect;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::{MouseEvent, NodeRef};

use super::listen::Listener;

/// How far right of and below the element's upper left corner the event happened, in pixels.
pub fn place_in(element: &NodeRef, event: &MouseEvent) -> Option<(f64, f64)> {
    let frame = element.cast::<Element>()?.get_bounding_client_rect();
    Some((f64::from(event.client_x()) - frame.left(), f64::from(event.client_y()) - frame.top()))
}

/// The `data-id` of what the event is about, within the element that listens.
pub fn id_under(event: &MouseEvent) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-id]").ok()??.get_attribute("data-id")
}

/// Whether the event is about the box that shows what was pointed to.
pub fn is_on_tooltip(event: &MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(".tooltip").is_ok_and(|tooltip| tooltip.is_some()))
}

/// Whether the browser shows that the element has the focus: it was reached by a key.
pub fn shows_focus(element: &NodeRef) -> bool {
    element.cast::<Element>().is_some_and(|element| element.matches(":focus-visible").unwrap_or(true))
}

/// The window, as it lies around the element, in pixels from the element's upper left corner.
pub fn window_around(element: &NodeRef) -> Option<Rect> {
    let frame = element.cast::<Element>()?.get_bounding_client_rect();
    let window = web_sys::window()?;
    let size = |size: Result<wasm_bindgen::JsValue, _>| size.ok()?.as_f64();
    let (width, height) = (size(window.inner_width())?, size(window.inner_height())?);
    Some(Rect { x: -frame.left(), y: -frame.top(), width, height })
}

/// Scrolls what is marked as active within the element into sight, if it is not.
pub fn show_active_in(element: &NodeRef) {
    let active = element.cast::<Element>().and_then(|element| element.query_selector(".active").ok()?);
    if let Some(active) = active {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        active.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Calls `pressed` when Escape is pressed anywhere on the page, until the result is dropped.
pub fn on_escape(pressed: impl Fn() + 'static) -> Option<Listener> {
    let document = web_sys::window()?.document()?;
    Some(Listener::new(&document, "keydown", move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            pressed();
        }
    }))
}
