//! The edge to the browser: every use of web-sys. Nothing here decides anything that could be tested without one.

use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    AddEventListenerOptions, Document, Element, Event, EventTarget, FocusOptions, HtmlDialogElement,
    HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent, Node,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::{InputEvent, NodeRef, TargetCast};

use crate::keys::{Focus, Key};
use crate::model::Goal;

/// The class of the whole: what is looked for is looked for in it.
const ROOT: &str = ".review";

/// So long after the last change of the selection the marked text is taken, in milliseconds.
const RESTED: u32 = 200;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// A listener, which ends when this is dropped.
pub(crate) struct Listener {
    target: EventTarget,
    name: &'static str,
    options: AddEventListenerOptions,
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    fn new(
        target: &EventTarget,
        name: &'static str,
        is_capturing: bool,
        heard: impl Fn(&Event) + 'static,
    ) -> Self {
        let options = AddEventListenerOptions::new();
        options.set_capture(is_capturing);
        let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| heard(&event));
        let callback = closure.as_ref().unchecked_ref();
        // Fails only for a callback that is none.
        let _ =
            target.add_event_listener_with_callback_and_add_event_listener_options(name, callback, &options);
        Self { target: target.clone(), name, options, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.closure.as_ref().unchecked_ref();
        let capture = self.options.get_capture().unwrap_or(false);
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.name, callback, capture);
    }
}

/// Moves the focus, and what is in sight, to where an action leads.
pub(crate) fn go(goal: Goal) {
    match goal {
        Goal::Stay => {}
        Goal::Row(row) => {
            show_mark(row, false);
            if let Some(card) = find(&format!("#review-row-{row}")) {
                show(&card, false);
                take_focus(&card);
            }
        }
        Goal::Mark(row) => show_mark(row, false),
        Goal::Turned(row) => show_mark(row, true),
        Goal::IntoText(row) => {
            show_mark(row, true);
            if let Some(mark) = mark_of(row) {
                take_focus(&mark);
            }
        }
        Goal::Paragraph(section, paragraph) => {
            let selector = format!("{ROOT} .review-text [data-at=\"{section}.{paragraph}\"]");
            // Only this one takes the focus, and not from a reader who presses on it.
            if let Some(element) = find(&selector) {
                element.set_tab_index(-1);
            }
            focus_on(&selector);
        }
        Goal::Form => focus_on(&format!("{ROOT} form :is(input, select, textarea):not([type=hidden])")),
        Goal::Bar => focus_on(&format!("{ROOT} .review-bar textarea")),
        Goal::Filter => focus_on(&format!("{ROOT} input[type=search]")),
        Goal::List => focus_on("#review-rows-heading"),
    }
}

/// Moves the focus to the first field with a mistake.
pub(crate) fn go_to_mistake() {
    focus_on(&format!("{ROOT} form [aria-invalid=true]"));
}

fn focus_on(selector: &str) {
    if let Some(element) = find(selector) {
        show(&element, false);
        take_focus(&element);
    }
}

fn take_focus(element: &HtmlElement) {
    let stay = FocusOptions::new();
    stay.set_prevent_scroll(true);
    // Refused only where the element is going away.
    let _ = element.focus_with_options(&stay);
}

fn mark_of(row: usize) -> Option<HtmlElement> {
    find(&format!("{ROOT} .review-text [data-rows~=\"{row}\"]"))
}

/// Has the mark of a row come into sight: where the text is scrolled on its own, or where it is all that is shown.
fn show_mark(row: usize, is_asked: bool) {
    if let Some(mark) = mark_of(row)
        && (is_asked || scrolled(&mark).is_some())
    {
        show(&mark, true);
    }
}

/// The part of the screen that an element is scrolled in, where it is scrolled on its own.
fn scrolled(element: &Element) -> Option<Element> {
    let pane = element.closest(".review-scroll").ok()??;
    (pane.scroll_height() > pane.client_height() + 1
        && pane.client_height() > 0
        && web_sys::window()?.get_computed_style(&pane).ok()??.get_property_value("overflow-y").ok()?
            != "visible")
        .then_some(pane)
}

/// Scrolls as far as an element needs to be in sight, or so that it stands in the upper half.
fn show(element: &Element, is_high: bool) {
    let Some(pane) = scrolled(element) else {
        let options = ScrollIntoViewOptions::new();
        options.set_block(if is_high {
            ScrollLogicalPosition::Center
        } else {
            ScrollLogicalPosition::Nearest
        });
        element.scroll_into_view_with_scroll_into_view_options(&options);
        return;
    };
    let (inner, outer) = (element.get_bounding_client_rect(), pane.get_bounding_client_rect());
    let height = f64::from(pane.client_height());
    let top = inner.top() - outer.top();
    let margin = 24.0;
    let is_in_sight = top >= margin && top + inner.height() <= height - margin;
    let by = if is_in_sight {
        0.0
    } else if is_high || inner.height() > height - 2.0 * margin {
        top - height / if is_high { 3.0 } else { 12.0 }
    } else if top < margin {
        top - margin
    } else {
        top + inner.height() - height + margin
    };
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates; a page is far lower")]
    pane.set_scroll_top(pane.scroll_top() + by as i32);
}

/// Calls `pressed` with every key that is pressed in the review or nowhere, until the result is dropped. Where it returns true, the
/// browser does nothing with the key.
pub(crate) fn on_key(pressed: impl Fn(Key) -> bool + 'static) -> Option<Listener> {
    let document = document()?;
    Some(Listener::new(&document, "keydown", false, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let matches =
            |selector: &str| target.as_ref().is_some_and(|target| target.matches(selector).unwrap_or(false));
        let is_within = target.as_ref().is_some_and(|target| matches!(target.closest(ROOT), Ok(Some(_))));
        if event.default_prevented() || !(is_within || matches("body, html")) {
            return;
        }
        let focus = if matches("input:not([type=checkbox]), textarea, select, [contenteditable]") {
            Focus::Field
        } else if matches("button, a, summary, input, mark") {
            Focus::Button
        } else if matches(".review-card") {
            Focus::Row
        } else {
            Focus::Nothing
        };
        let key = Key {
            name: key.key(),
            has_control: key.ctrl_key() || key.meta_key(),
            has_shift: key.shift_key(),
            is_other: key.alt_key() || key.is_composing(),
            focus,
        };
        if pressed(key) {
            event.prevent_default();
        }
    }))
}

/// Text of a paragraph that is marked: the value of `data-at` of the paragraph, and where the text begins and ends, in UTF-16 units.
pub(crate) type MarkedUnits = (String, usize, usize);

/// Calls `marked` with the text of a paragraph that was marked, once that rests, and with nothing when none is; until the result is
/// dropped.
pub(crate) fn on_marked(marked: impl Fn(Option<MarkedUnits>) + 'static) -> Option<Listener> {
    let document = document()?;
    let marked = Rc::new(marked);
    let waiting: Rc<RefCell<Option<Timeout>>> = Rc::default();
    Some(Listener::new(&document, "selectionchange", false, move |_| {
        let marked = marked.clone();
        // The one before ends with this.
        waiting.replace(Some(Timeout::new(RESTED, move || {
            let is_in_field =
                find(":focus").is_some_and(|focused| focused.matches("input, textarea").unwrap_or(false));
            if !is_in_field {
                marked(marked_units());
            }
        })));
    }))
}

fn marked_units() -> Option<MarkedUnits> {
    let selection = web_sys::window()?.get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let paragraph_of = |node: Node| {
        let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
        element.closest("[data-at]").ok()?
    };
    let start = paragraph_of(range.start_container().ok()?)?;
    start.closest(ROOT).ok()??;
    let before = range.clone_range();
    before.select_node_contents(&start).ok()?;
    before.set_end(&range.start_container().ok()?, range.start_offset().ok()?).ok()?;
    let length = |range: &web_sys::Range| String::from(range.to_string()).encode_utf16().count();
    let first = length(&before);
    // What goes on into other paragraphs ends with the first.
    let is_one = paragraph_of(range.end_container().ok()?).as_ref() == Some(&start);
    let last = if is_one {
        first + length(&range)
    } else {
        start.text_content().unwrap_or_default().encode_utf16().count()
    };
    Some((start.get_attribute("data-at")?, first, last))
}

/// Whether text is marked: a click that ends marking is none on what is under it.
pub(crate) fn is_marking() -> bool {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// Where the marked text of a field begins and ends, in UTF-16 units.
pub(crate) fn marked_in(field: &NodeRef) -> Option<(usize, usize)> {
    let field = field.cast::<HtmlTextAreaElement>()?;
    let start = field.selection_start().ok()?? as usize;
    let end = field.selection_end().ok()?? as usize;
    (start < end).then_some((start, end))
}

/// Calls `near` with the value of `data-more` of each button that comes near the window, until the result is dropped.
pub(crate) fn on_near(near: impl Fn(&str) + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    // Also what scrolls within the page, which does not bubble.
    Some(Listener::new(&window.clone(), "scroll", true, move |_| {
        let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let buttons = document().and_then(|document| document.query_selector_all("[data-more]").ok());
        let buttons =
            buttons.into_iter().flat_map(|all| (0..all.length()).filter_map(move |at| all.item(at)));
        for button in buttons.filter_map(|button| button.dyn_into::<Element>().ok()) {
            let place = button.get_bounding_client_rect();
            if place.width() > 0.0 && place.top() < height * 1.5 && place.bottom() > 0.0 {
                near(&button.get_attribute("data-more").unwrap_or_default());
            }
        }
    }))
}

/// Calls `left` when the page is left, until the result is dropped.
pub(crate) fn on_leave(left: impl Fn() + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener::new(&window, "pagehide", false, move |_| left()))
}

/// The text of the field that the event is about; `None` while an input method has letters in it that are yet to become characters.
pub(crate) fn text_typed(event: &InputEvent) -> Option<String> {
    if event.is_composing() { None } else { text_of(event) }
}

/// Calls `heard` with the text of the field once an input method has put its characters there, until the result is dropped: not every
/// browser tells of an input then.
pub(crate) fn on_composed(field: &NodeRef, heard: impl Fn(String) + 'static) -> Option<Listener> {
    let field = field.cast::<HtmlInputElement>()?;
    Some(Listener::new(&field.clone(), "compositionend", false, move |_| heard(field.value())))
}

/// The text of the field that an event is about, whatever kind of field it is.
pub(crate) fn text_of(event: &impl TargetCast) -> Option<String> {
    let input = event.target_dyn_into::<HtmlInputElement>().map(|field| field.value());
    let area = || event.target_dyn_into::<HtmlTextAreaElement>().map(|field| field.value());
    let list = || event.target_dyn_into::<HtmlSelectElement>().map(|field| field.value());
    input.or_else(area).or_else(list)
}

/// Whether an event is about a field for long text.
pub(crate) fn is_long_field(event: &impl TargetCast) -> bool {
    event.target_dyn_into::<HtmlTextAreaElement>().is_some()
}

/// Whether the box that an event is about is checked.
pub(crate) fn is_checked(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    target.is_some_and(|target| target.checked())
}

/// Has a list show this value: what `selected` said first no longer counts once the reader has used it.
pub(crate) fn show_value(list: &NodeRef, value: &str) {
    if let Some(list) = list.cast::<HtmlSelectElement>() {
        list.set_value(value);
    }
}

/// Opens a dialog over the page.
pub(crate) fn open_dialog(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>().filter(|dialog| !dialog.open())
        && dialog.show_modal().is_err()
    {
        dialog.set_open(true);
    }
}
