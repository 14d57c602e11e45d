//! Moving the focus, and the page with it, to what was asked for, and back to where it was.

use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, FocusOptions, HtmlElement, KeyboardEvent, Node, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};
use yew::{FocusEvent, NodeRef};

use super::host::is_framed;
use super::listen::Listener;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
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

/// Moves the focus to the element of that id.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        take_focus(&element);
    }
}

/// Moves the focus to the first link of that one, from 0, of the elements of a selector, or else to itself.
pub fn focus_nth(selector: &str, index: usize) {
    let all = document().and_then(|document| document.query_selector_all(selector).ok());
    let element = all.and_then(|all| all.get(u32::try_from(index).ok()?)?.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let link = element.query_selector("a").ok().flatten();
        take_focus(link.and_then(|link| link.dyn_into().ok()).as_ref().unwrap_or(&element));
    }
}

/// The same where the element is shown.
pub fn focus_if_shown(id: &str) {
    if is_in_sight(id) {
        focus(id);
    }
}

/// Whether the element of that id is in sight: what screen readers alone see is not.
pub fn is_in_sight(id: &str) -> bool {
    by_id(id).is_some_and(|element| is_shown(&element) && element.offset_width() > 1)
}

/// Whether the element of that id is shown over the page, where it stays while the page is scrolled.
pub fn is_fixed(id: &str) -> bool {
    by_id(id).is_some_and(|element| is_shown(&element) && element.offset_parent().is_none())
}

fn is_shown(element: &HtmlElement) -> bool {
    // In WebKit, a link around a block has no offset width.
    element.is_connected() && element.get_bounding_client_rect().width() > 0.0
}

/// Whether the reader is elsewhere: a page in a frame must not take the focus from the page around, nor scroll it.
fn is_reader_elsewhere() -> bool {
    is_framed() && document().is_some_and(|document| !document.has_focus().unwrap_or(true))
}

/// Moves the focus to the element of that id, after opening what it is folded into, and has the page begin there. Returns whether
/// there is one.
pub fn reveal(id: &str) -> bool {
    let Some(found) = by_id(id) else {
        return false;
    };
    if let Ok(Some(folded)) = found.closest("details") {
        // Fails only for a name that is no attribute's.
        let _ = folded.set_attribute("open", "");
    }
    if !is_reader_elsewhere() {
        found.scroll_into_view();
        take_focus(&found);
    }
    true
}

/// Moves the focus to what was opened: to what shows it beside the list, to its row, to the heading of the chart, or to what has no
/// heading.
pub fn show_opened(item: &str) {
    match find(".detail.open :is(h2, h3)") {
        Some(heading) if !is_reader_elsewhere() => take_focus(&heading),
        Some(_) => {}
        None => {
            let _ = reveal(&format!("item-{item}")) || reveal(&format!("{item}-heading")) || reveal(item);
        }
    }
}

/// Whether the focus is in a control of a list.
pub fn is_in_control() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|element| element.matches("main input, main select").unwrap_or(false))
}

/// Where the focus was.
pub struct Place(Option<HtmlElement>);

impl Place {
    /// Where it is now.
    pub fn of_focus() -> Self {
        let focused = document().and_then(|document| document.active_element());
        let focused = focused.filter(|element| element.tag_name() != "BODY");
        Self(focused.and_then(|element| element.dyn_into().ok()))
    }

    /// Moves the focus there again; where that is gone, to the heading of the section in the window.
    pub fn go_back(&self) {
        if is_reader_elsewhere() {
            return;
        }
        let heading = || {
            let middle = web_sys::window()?.inner_height().ok()?.as_f64()? / 2.0;
            let found = document()?.query_selector_all("main :is(h1, h2)").ok()?;
            let headings =
                (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok());
            headings
                .take_while(|heading| heading.get_bounding_client_rect().top() < middle)
                .fold(None, |_, heading| Some(heading))
        };
        // What is on every page was rendered anew with this one.
        let of_id = || by_id(&self.0.as_ref()?.id()).filter(is_shown);
        if let Some(element) = self.0.clone().filter(is_shown).or_else(of_id).or_else(heading) {
            take_focus(&element);
        }
    }
}

/// Whether the focus, which leaves an element, goes to another outside of `frame`: not where it goes nowhere, as when the
/// keyboard of a phone is put away.
pub fn focus_goes_elsewhere(frame: &NodeRef, event: &FocusEvent) -> bool {
    let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
    to.is_some_and(|to| !is_within(frame, &to))
}

fn is_within(frame: &NodeRef, node: &Node) -> bool {
    frame.cast::<Node>().is_some_and(|frame| frame.contains(Some(node)))
}

/// Calls `pressed` when the page is pressed outside of `frame`, until the result is dropped.
pub fn on_press_outside(frame: &NodeRef, pressed: impl Fn() + 'static) -> Option<Listener> {
    let frame = frame.clone();
    let document = document()?;
    Some(Listener::new(&document, "pointerdown", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        if target.is_some_and(|target| !is_within(&frame, &target)) {
            pressed();
        }
    }))
}

/// Calls `pressed` when `/` is pressed where nothing is being typed, until the result is dropped.
pub fn on_slash(pressed: impl Fn() + 'static) -> Option<Listener> {
    let document = document()?;
    // The key must not be typed into the field that it leads to.
    Some(Listener::new(&document, "keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let has_modifier = key.ctrl_key() || key.alt_key() || key.meta_key();
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_typing = target.is_some_and(|target| {
            target.matches("input, textarea, select, [contenteditable]").unwrap_or(true)
        });
        if key.key() == "/" && !has_modifier && !is_typing {
            event.prevent_default();
            pressed();
        }
    }))
}
