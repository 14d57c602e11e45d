//! What of a long list is in sight, and moving to parts of the page.

use std::ops::Range;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::{Callback, MouseEvent, NodeRef, hook, use_callback, use_effect_with, use_state_eq};

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
    use_scroll(is_wanted, look);
    *found
}

fn last_begun(ids: &[&'static str]) -> Option<&'static str> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let middle = window.inner_height().ok()?.as_f64()? / 2.0;
    let top = |id: &str| Some(document.get_element_by_id(id)?.get_bounding_client_rect().top());
    ids.iter().copied().rfind(|id| top(id).is_some_and(|top| top < middle))
}

/// Whether the reader only clicked, and did not ask for a new tab or window.
pub fn is_plain_click(event: &MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

/// Moves the focus, and with it the page, to the first element in `frame` that the selector finds.
pub fn focus_first(frame: &NodeRef, selector: &str) {
    let found = frame.cast::<Element>().and_then(|frame| frame.query_selector(selector).ok()?);
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        take_focus(&found);
    }
}

/// Moves the focus to the link that opens what has that id, outside of what is open.
pub fn focus_link_to(item: &str) {
    let found = document_find(&format!("[data-item=\"{item}\"]"));
    if let Some(found) = found {
        take_focus(&found);
    }
}

/// Moves the focus to the element of that id, after opening what it is folded into.
pub fn reveal(id: &str) {
    let Some(found) = document_find(&format!("[id=\"{id}\"]")) else {
        return;
    };
    if let Ok(Some(folded)) = found.closest("details") {
        // Fails only for a name that is no attribute's.
        let _ = folded.set_attribute("open", "");
    }
    found.scroll_into_view();
    take_focus(&found);
}

fn document_find(selector: &str) -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    document.query_selector(selector).ok()??.dyn_into().ok()
}

/// Headings and rows take the focus only when they are sent it.
fn take_focus(element: &HtmlElement) {
    if element.tab_index() < 0 {
        element.set_tab_index(-1);
    }
    // As little as is needed: the reader does not lose the place.
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
    let stay = FocusOptions::new();
    stay.set_prevent_scroll(true);
    // Refused only where the element is going away.
    let _ = element.focus_with_options(&stay);
}
