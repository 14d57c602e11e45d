//! The width that a chart is laid out for: that of its container, as it changes, or less in large print.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use plan_lean::fixed;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};
use yew::{NodeRef, hook, use_effect_with, use_state_eq};

use super::display::{Display, on_display};
use super::listen::Listener;
use super::printing::on_print;

/// What is known of a figure before the app has rendered it.
#[derive(Clone, Copy)]
struct Size {
    /// The width that its chart is laid out for.
    width: i32,
    /// Whether its table is unfolded.
    is_unfolded: bool,
    /// The height of the prerendered drawing, which the container keeps at first.
    held: Option<f64>,
}

thread_local! {
    static KNOWN: RefCell<BTreeMap<String, Size>> = const { RefCell::new(BTreeMap::new()) };
}

/// Measures the containers of the charts of a page that the app is about to take the place of.
#[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "apps start in browsers"))]
pub(super) fn measure(page: &Element) {
    let found = page.query_selector_all("figure[id]").ok();
    let figures = found.into_iter().flat_map(|all| (0..all.length()).filter_map(move |at| all.item(at)));
    for figure in figures.filter_map(|figure| figure.dyn_into::<Element>().ok()) {
        if let Ok(Some(chart)) = figure.query_selector(".chart") {
            let (width, held) = (laid_out(chart.client_width()), chart.get_bounding_client_rect().height());
            if width > 0 {
                let unfolded = figure.query_selector("details.twin[open]").ok().flatten();
                know(&figure.id(), Size { width, is_unfolded: unfolded.is_some(), held: Some(held) });
            }
        }
    }
}

/// The width to lay a chart out for that is shown as wide as `shown`: less in large print, where its letters of 14 px are shown with 18
/// (styles/large.css).
fn laid_out(shown: i32) -> i32 {
    if Display::now().is_large { shown * 14 / 18 } else { shown }
}

fn know(id: &str, size: Size) {
    KNOWN.with(|known| known.borrow_mut().insert(id.to_owned(), size));
}

fn known(id: &str) -> Option<Size> {
    KNOWN.with(|known| known.borrow().get(id).copied())
}

/// Whether the table of the figure of that id was unfolded when the app took the place of the page.
pub fn is_unfolded(id: &str) -> bool {
    known(id).is_some_and(|size| size.is_unfolded)
}

/// The width in whole pixels that the chart of that id had last; `None` before it was measured.
fn known_width(id: &str) -> Option<i32> {
    known(id).map(|size| size.width)
}

/// The width in whole pixels that the chart of that id is laid out for in the container that `element` is bound to; before that is
/// measured, the one that the chart had last.
#[hook]
pub fn use_width(element: &NodeRef, id: &'static str) -> Option<i32> {
    let width = use_state_eq(|| known_width(id));
    {
        let width = width.clone();
        use_effect_with(element.clone(), move |element| {
            let observing = element.cast::<Element>().and_then(|element| {
                hold(&element, id);
                observe(element, move |now| {
                    know(id, Size { width: now, is_unfolded: false, held: None });
                    width.set(Some(now));
                })
            });
            move || {
                if let Some((observer, ..)) = observing {
                    observer.disconnect();
                }
            }
        });
    }
    *width
}

/// The width that is laid out for in print. A sheet of A4 has 680 px between its margins: text of 10.5 points becomes one of 9.4, and two
/// charts a sheet find room.
const PRINTED: i32 = 760;

type Observing = (ResizeObserver, Closure<dyn Fn()>, Vec<Listener>);

/// `None` where the browser has no `ResizeObserver`: then the width is told once.
fn observe(element: Element, changed: impl Fn(i32) + 'static) -> Option<Observing> {
    let changed = Rc::new(changed);
    let in_print = Rc::new(Cell::new(false));
    // A hidden element, or one that is not in the document yet, has no width.
    let told = Rc::new(Cell::new(0));
    let tell = {
        let element = element.clone();
        // The new layout changes the element's height, which is observed as well and must not undo it.
        let in_print = in_print.clone();
        let changed = changed.clone();
        move || {
            let width = laid_out(element.client_width());
            if width > 0 && !in_print.get() {
                let before = told.replace(width);
                if before != 0 && before != width {
                    let_go(&element);
                }
                changed(width);
            }
        }
    };
    let before = {
        let in_print = in_print.clone();
        move || {
            in_print.set(true);
            changed(laid_out(PRINTED));
        }
    };
    let after = {
        let tell = tell.clone();
        move || {
            in_print.set(false);
            tell();
        }
    };
    let mut listening = on_print(before, after);
    listening.extend(on_display(tell.clone()));
    let heard = Closure::new(tell.clone());
    let Ok(observer) = ResizeObserver::new(heard.as_ref().unchecked_ref()) else {
        tell();
        return None;
    };
    // It tells the width once the page has been laid out, before the browser paints; to ask for it now would lay the page out now.
    observer.observe(&element);
    Some((observer, heard, listening))
}

/// Keeps what follows the container where it is: it stays as high as the prerendered drawing was, although the app, which knows the
/// width, may need less.
fn hold(element: &Element, id: &str) {
    let held = known(id).and_then(|size| size.held);
    if let (Some(height), Some(element)) = (held, element.dyn_ref::<HtmlElement>()) {
        // Fails only for a name that is no property's.
        let _ = element.style().set_property("min-height", &format!("{}px", fixed(height, 2)));
    }
}

/// The container is as high as it needs to be again: the window has another width, and everything moves.
fn let_go(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // As above.
        let _ = element.style().remove_property("min-height");
    }
}

/// The same for the container that `element` is bound to: what is in it has become something else.
pub fn fit_height(element: &NodeRef) {
    if let Some(element) = element.cast::<Element>() {
        let_go(&element);
    }
}
