//! Where in an element a pointer is.

use yew::{MouseEvent, NodeRef};

/// How far below the top of the element the event happened: 0 at its top, 1 at its bottom.
pub fn height_in(element: &NodeRef, event: &MouseEvent) -> Option<f64> {
    let frame = element.cast::<web_sys::Element>()?.get_bounding_client_rect();
    let below = f64::from(event.client_y()) - frame.top();
    (frame.height() > 0.0).then(|| below / frame.height())
}
