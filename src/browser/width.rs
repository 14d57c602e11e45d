//! The width of an element, as it changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
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
                if let Some((observer, _)) = observing {
                    observer.disconnect();
                }
            }
        });
    }
    *width
}

type Observing = (ResizeObserver, Closure<dyn Fn()>);

/// `None` where the browser has no `ResizeObserver`: then the width is told once.
fn observe(element: Element, changed: impl Fn(i32) + 'static) -> Option<Observing> {
    // A hidden element has no width and is laid out when it is shown.
    let tell = {
        let element = element.clone();
        move || {
            let width = element.client_width();
            if width > 0 {
                changed(width);
            }
        }
    };
    tell();
    let heard = Closure::new(tell);
    let observer = ResizeObserver::new(heard.as_ref().unchecked_ref()).ok()?;
    observer.observe(&element);
    Some((observer, heard))
}
