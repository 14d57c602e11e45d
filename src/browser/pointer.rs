//! Where in an element a pointer is, what of it is in sight, and keys that are pressed anywhere.

use plan_chart::Rect;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::{MouseEvent, NodeRef};

use super::listen::Listener;

/// The frame of a drawing on the screen, and how many pixels there are one of it: in large print more than one.
fn frame_of(drawing: &NodeRef, width: f64) -> Option<(DomRect, f64)> {
    let frame = drawing.cast::<Element>()?.get_bounding_client_rect();
    let scale = frame.width() / width;
    (scale > 0.0).then_some((frame, scale))
}

/// How far right of and below its upper left corner the event happened in a drawing of that width, in its pixels.
pub fn place_in(drawing: &NodeRef, width: f64, event: &MouseEvent) -> Option<(f64, f64)> {
    let (frame, scale) = frame_of(drawing, width)?;
    let within = |at: i32, edge: f64| (f64::from(at) - edge) / scale;
    Some((within(event.client_x(), frame.left()), within(event.client_y(), frame.top())))
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

/// The window, as it lies around a drawing of that width, in its pixels from its upper left corner.
pub fn window_around(drawing: &NodeRef, width: f64) -> Option<Rect> {
    let (frame, scale) = frame_of(drawing, width)?;
    let window = web_sys::window()?;
    let size = |size: Result<wasm_bindgen::JsValue, _>| size.ok()?.as_f64();
    let (width, height) = (size(window.inner_width())?, size(window.inner_height())?);
    let [x, y, width, height] = [-frame.left(), -frame.top(), width, height].map(|length| length / scale);
    Some(Rect { x, y, width, height })
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
