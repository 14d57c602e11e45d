//! The width of an element, as it changes.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use plan_lean::fixed;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};
use yew::{NodeRef, hook, use_effect_with, use_state_eq};

/// The width in whole pixels of the element that `element` is bound to; `at_first` until it has been measured.
#[hook]
pub fn use_width(element: &NodeRef, at_first: i32) -> i32 {
    let width = use_state_eq(|| at_first);
    {
        let width = width.clone();
        use_effect_with(element.clone(), move |element| {
            let observing =
                element.cast::<Element>().and_then(|element| observe(element, move |now| width.set(now)));
            move || {
                if let Some((observer, ..)) = observing {
                    observer.disconnect();
                }
            }
        });
    }
    *width
}

/// The width that is laid out for in print: that of a sheet of A4 between its margins.
const PRINTED: i32 = 680;

type Observing = (ResizeObserver, Closure<dyn Fn()>, Vec<EventListener>);

/// `None` where the browser has no `ResizeObserver`: then the width is told once.
fn observe(element: Element, changed: impl Fn(i32) + 'static) -> Option<Observing> {
    let changed = Rc::new(changed);
    let in_print = Rc::new(Cell::new(false));
    // A hidden element has no width and is laid out when it is shown.
    let told = Rc::new(Cell::new(0));
    let tell = {
        let element = element.clone();
        // The new layout changes the element's height, which is heard as well and must not undo it.
        let in_print = in_print.clone();
        let changed = changed.clone();
        move || {
            let width = element.client_width();
            if width > 0 && !in_print.get() {
                match told.replace(width) {
                    0 => hold(&element),
                    before if before != width => let_go(&element),
                    _ => {}
                }
                changed(width);
            }
        }
    };
    tell();
    let before = {
        let in_print = in_print.clone();
        move || {
            in_print.set(true);
            changed(PRINTED);
        }
    };
    let after = {
        let tell = tell.clone();
        move || {
            in_print.set(false);
            tell();
        }
    };
    let printing = printing(before, after);
    let heard = Closure::new(tell);
    let observer = ResizeObserver::new(heard.as_ref().unchecked_ref()).ok()?;
    observer.observe(&element);
    Some((observer, heard, printing))
}

/// Keeps what follows the element where it is, although the element may become less high when its width is known.
fn hold(element: &Element) {
    let height = element.get_bounding_client_rect().height();
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Fails only for a name that is no property's.
        let _ = element.style().set_property("min-height", &format!("{}px", fixed(height, 2)));
    }
}

/// The same for the element that `element` is bound to: what is in it has become something else.
pub fn fit_height(element: &NodeRef) {
    if let Some(element) = element.cast::<Element>() {
        let_go(&element);
    }
}

/// The element is as high as it needs to be again: the window has another width, and everything moves.
fn let_go(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // As above.
        let _ = element.style().remove_property("min-height");
    }
}

/// Listens for the page being printed, and for the end of it.
fn printing(before: impl Fn() + 'static, after: impl Fn() + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    vec![
        EventListener::new(&window, "beforeprint", move |_| before()),
        EventListener::new(&window, "afterprint", move |_| after()),
    ]
}
