//! What of the page is in sight.

use std::ops::Range;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{Callback, NodeRef, hook, use_callback, use_effect_with, use_state_eq};

/// Calls `scrolled` when the page is scrolled or the window has another size, while `is_wanted`.
#[hook]
pub fn use_scroll(is_wanted: bool, scrolled: Callback<()>) {
    use_effect_with((is_wanted, scrolled), |(is_wanted, scrolled)| {
        let listening: Vec<EventListener> = web_sys::window()
            .filter(|_| *is_wanted)
            .map(|window| {
                // Also what scrolls within the page, which does not bubble.
                let options = EventListenerOptions::run_in_capture_phase();
                ["scroll", "resize"].map(|event| {
                    let scrolled = scrolled.clone();
                    EventListener::new_with_options(&window, event, options, move |_| scrolled.emit(()))
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

/// Which of the sections of these ids is being read, while `is_wanted`: the last that begins above the middle of the window.
#[hook]
pub fn use_section_in_sight(ids: &[&'static str; 5], is_wanted: bool) -> Option<&'static str> {
    let found = use_state_eq(|| None);
    let look = {
        let (found, ids) = (found.clone(), *ids);
        Callback::from(move |()| found.set(last_begun(&ids)))
    };
    let look = use_callback((), move |(), ()| look.emit(()));
    {
        let look = look.clone();
        use_effect_with(is_wanted, move |is_wanted| {
            if *is_wanted {
                look.emit(());
            }
        });
    }
    use_scroll(is_wanted, look);
    *found
}

/// Of the elements of these ids the last that begins above the middle of the window.
pub fn last_begun(ids: &[&'static str]) -> Option<&'static str> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let middle = window.inner_height().ok()?.as_f64()? / 2.0;
    let top = |id: &str| Some(document.get_element_by_id(id)?.get_bounding_client_rect().top());
    ids.iter().copied().rfind(|id| top(id).is_some_and(|top| top < middle))
}
