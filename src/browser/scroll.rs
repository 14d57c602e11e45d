//! What of the page is in sight.

use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{Callback, NodeRef, hook, use_effect_with};

use super::listen::Listener;

/// Calls `scrolled` when the page is scrolled or the window has another size, while `is_wanted`.
#[hook]
pub fn use_scroll(is_wanted: bool, scrolled: Callback<()>) {
    use_effect_with((is_wanted, scrolled), |(is_wanted, scrolled)| {
        let listening: Vec<Listener> = web_sys::window()
            .filter(|_| *is_wanted)
            .map(|window| {
                // Also what scrolls within the page, which does not bubble.
                ["scroll", "resize"].map(|event| {
                    let scrolled = scrolled.clone();
                    Listener::capturing(&window, event, move |_| scrolled.emit(()))
                })
            })
            .into_iter()
            .flatten()
            .collect();
        move || drop(listening)
    });
}

/// Which of `count` rows of one height, of which the list holds some between space for the others, are in sight; and
/// that height in pixels.
pub fn rows_in_sight(list: &NodeRef, count: usize) -> Option<(Range<usize>, f64)> {
    let list = list.cast::<Element>()?;
    let height = list.first_element_child()?.get_bounding_client_rect().height();
    let window = web_sys::window()?.inner_height().ok()?.as_f64()?;
    if height <= 0.0 {
        return None;
    }
    let top = list.get_bounding_client_rect().top();
    let start = index((-top / height).floor()).min(count);
    let end = index(((window - top) / height).ceil()).clamp(start, count);
    Some((start..end, height))
}

/// Gives the list so much space before and after its rows, as CSS has both.
pub fn set_space(list: &NodeRef, space: &str) {
    if let Some(list) = list.cast::<Element>() {
        // A list is an element of HTML. Fails only for a name that is no property's.
        let _ = list.unchecked_ref::<HtmlElement>().style().set_property("padding-block", space);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates: what is before the first row is the first"
)]
fn index(row: f64) -> usize {
    row as usize
}
