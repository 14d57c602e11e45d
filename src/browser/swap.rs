//! Puts one rendering of the page in the place of another in one step, so that a reader does not notice: focus, caret, selection,
//! opened details, what was typed and scrolled stay.
//!
//! The two need not have the same nodes: browsers and extensions may have changed the one before. Controls are found again by
//! their id, or else, where they have none, as the n-th of their kind.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Document, Element, Event, EventInit, FocusOptions, HtmlDetailsElement, HtmlElement, HtmlInputElement,
    HtmlOptionElement, HtmlSelectElement, Node,
};

/// Calls `then` at once, or, where an input method composes a word in a field of `page`, when it has done so.
pub(super) fn when_not_composing(page: &Element, then: impl FnOnce() + 'static) {
    let composing = page.query_selector("[data-composing]").ok().flatten();
    match composing {
        None => then(),
        Some(field) => {
            let done = Closure::once_into_js(move |_: Event| then());
            let options = web_sys::AddEventListenerOptions::new();
            options.set_once(true);
            let _ = field.add_event_listener_with_callback_and_add_event_listener_options(
                "compositionend",
                done.unchecked_ref(),
                &options,
            );
        }
    }
}

/// Types and chooses in `after` what stands in the fields of `before`, and returns whether that was anything else. Where `before` is
/// of an app, all its fields count: its last steps need not be in the address. Those of a prerendered page count where the reader
/// has used them.
pub(super) fn fill(before: &Element, after: &Element, is_of_app: bool) -> bool {
    Fields::within(before, is_of_app).restore(after)
}

/// Puts `after` in the place of `before`.
pub(super) fn swap(before: &Element, after: &Element) {
    let Some(document) = before.owner_document() else {
        return;
    };
    let focus = Focus::within(before, &document);
    let selection = Selection::within(before, &document);
    let details = all::<HtmlDetailsElement>(before, "details").map(|one| one.open()).collect::<Vec<bool>>();
    let scrolled = Scrolled::within(before);

    for (one, is_open) in same_number(all::<HtmlDetailsElement>(after, "details").collect(), details) {
        if one.open() != is_open {
            one.set_open(is_open);
        }
    }
    // Fails only where `before` is not in the document.
    let _ = before.replace_with_with_node_1(after);
    scrolled.restore(after);
    if let Some(selection) = selection {
        selection.restore(after, &document);
    }
    if let Some(focus) = focus {
        focus.restore(after);
    }
}

fn all<T: JsCast>(within: &Element, selector: &str) -> impl Iterator<Item = T> {
    let found = within.query_selector_all(selector).ok();
    found.into_iter().flat_map(|all| (0..all.length()).filter_map(move |at| all.item(at)?.dyn_into().ok()))
}

/// Pairs of what both sides have, where they have the same number.
fn same_number<A, B>(some: Vec<A>, others: Vec<B>) -> Vec<(A, B)> {
    if some.len() == others.len() { some.into_iter().zip(others).collect() } else { Vec::new() }
}

/// How an element is found again: by its id, or as the n-th that its selector finds.
struct Found {
    id: String,
    /// The id of the closest element around it that has one: there it is looked for.
    scope: Option<String>,
    selector: String,
    number: usize,
}

impl Found {
    fn of(element: &Element, within: &Element) -> Option<Self> {
        let tag = element.tag_name().to_ascii_lowercase();
        let named = ["data-id", "data-test", "href", "name"].into_iter().find_map(|name| {
            let value = element.get_attribute(name)?;
            (!value.contains(['"', '\\'])).then(|| format!("{tag}[{name}=\"{value}\"]"))
        });
        let selector = named.unwrap_or(tag);
        let around = element.parent_element().and_then(|parent| parent.closest("[id]").ok().flatten());
        let scope = around.filter(|scope| scope != within && within.contains(Some(scope)));
        let number =
            all::<Element>(scope.as_ref().unwrap_or(within), &selector).position(|one| one == *element)?;
        Some(Self { id: element.id(), scope: scope.map(|scope| scope.id()), selector, number })
    }

    fn find(&self, within: &Element) -> Option<Element> {
        let by_id = |id: &str| all::<Element>(within, "[id]").find(|element| element.id() == id);
        if !self.id.is_empty() {
            return by_id(&self.id);
        }
        match &self.scope {
            Some(scope) => all::<Element>(&by_id(scope)?, &self.selector).nth(self.number),
            None => all::<Element>(within, &self.selector).nth(self.number),
        }
    }
}

/// What the reader has typed and chosen.
struct Fields {
    texts: Vec<(Found, String)>,
    choices: Vec<(Found, String)>,
}

impl Fields {
    fn within(page: &Element, is_of_app: bool) -> Self {
        let texts = all::<HtmlInputElement>(page, "input:not([readonly])").filter_map(|field| {
            let text = field.value();
            let is_typed = is_of_app || text != field.default_value();
            (is_typed && field.type_() != "checkbox").then_some((Found::of(&field, page)?, text))
        });
        let choices = all::<HtmlSelectElement>(page, "select").filter_map(|list| {
            let usual = all::<HtmlOptionElement>(&list, "option").find(HtmlOptionElement::default_selected);
            let value = list.value();
            let is_chosen = is_of_app || usual.is_some_and(|usual| usual.value() != value);
            is_chosen.then_some((Found::of(&list, page)?, value))
        });
        Self { texts: texts.collect(), choices: choices.collect() }
    }

    /// As if it were typed and chosen now, where the page does not have it already; returns whether that was so anywhere.
    fn restore(self, page: &Element) -> bool {
        let mut has_changed = false;
        for (found, text) in self.texts {
            let field = found.find(page).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
            if let Some(field) = field.filter(|field| field.value() != text) {
                let caret = (field.selection_start(), field.selection_end());
                field.set_value(&text);
                if let (Ok(start), Ok(end)) = caret {
                    let _ = field.set_selection_start(start);
                    let _ = field.set_selection_end(end);
                }
                tell(&field, "input");
                has_changed = true;
            }
        }
        for (found, value) in self.choices {
            let list = found.find(page).and_then(|list| list.dyn_into::<HtmlSelectElement>().ok());
            if let Some(list) = list.filter(|list| list.value() != value) {
                list.set_value(&value);
                tell(&list, "change");
                has_changed = true;
            }
        }
        has_changed
    }
}

fn tell(field: &Element, name: &str) {
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict(name, &bubbling) {
        // Nobody cancels it.
        let _ = field.dispatch_event(&event);
    }
}

/// Where the focus is.
struct Focus {
    found: Found,
    field: Option<Caret>,
}

/// What stands in the field that has the focus, and what of it is selected.
struct Caret {
    text: String,
    start: Option<u32>,
    end: Option<u32>,
    direction: Option<String>,
}

impl Focus {
    fn within(page: &Element, document: &Document) -> Option<Self> {
        let element = document.active_element().filter(|element| page.contains(Some(element)))?;
        // Fields of other kinds than text have no caret.
        let field = element.dyn_ref::<HtmlInputElement>().map(|field| Caret {
            text: field.value(),
            start: field.selection_start().ok().flatten(),
            end: field.selection_end().ok().flatten(),
            direction: field.selection_direction().ok().flatten(),
        });
        Some(Self { found: Found::of(&element, page)?, field })
    }

    fn restore(self, page: &Element) {
        let element = self.found.find(page).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        let Some(element) = element else {
            return;
        };
        let stay = FocusOptions::new();
        stay.set_prevent_scroll(true);
        // Refused only where the element is hidden.
        let _ = element.focus_with_options(&stay);
        if let (Some(caret), Some(field)) = (self.field, element.dyn_ref::<HtmlInputElement>()) {
            let is_other = field.value() != caret.text;
            if is_other {
                field.set_value(&caret.text);
            }
            if let (Some(start), Some(end)) = (caret.start, caret.end) {
                let direction = caret.direction.as_deref().unwrap_or("none");
                let _ = field.set_selection_range_with_direction(start, end, direction);
            }
            if is_other {
                tell(field, "input");
            }
        }
    }
}

/// The selected text, by how many characters of the page stand before its ends.
struct Selection {
    start: usize,
    end: usize,
}

impl Selection {
    fn within(page: &Element, document: &Document) -> Option<Self> {
        let selection = document.get_selection().ok()??;
        if selection.is_collapsed() || selection.range_count() == 0 {
            return None;
        }
        let range = selection.get_range_at(0).ok()?;
        let before = |node: Result<Node, _>, offset: Result<u32, _>| {
            let (node, offset) = (node.ok()?, offset.ok()?);
            if !page.contains(Some(&node)) {
                return None;
            }
            let range = document.create_range().ok()?;
            range.set_start(page, 0).ok()?;
            range.set_end(&node, offset).ok()?;
            Some(range.to_string().as_string()?.encode_utf16().count())
        };
        Some(Self {
            start: before(range.start_container(), range.start_offset())?,
            end: before(range.end_container(), range.end_offset())?,
        })
    }

    fn restore(self, page: &Element, document: &Document) -> Option<()> {
        let range = document.create_range().ok()?;
        let (node, offset) = text_at(page, self.start, document)?;
        range.set_start(&node, offset).ok()?;
        let (node, offset) = text_at(page, self.end, document)?;
        range.set_end(&node, offset).ok()?;
        let selection = document.get_selection().ok()??;
        selection.remove_all_ranges().ok()?;
        selection.add_range(&range).ok()
    }
}

/// The text node that holds the character after so many, and where in it.
fn text_at(page: &Element, mut before: usize, document: &Document) -> Option<(Node, u32)> {
    const SHOW_TEXT: u32 = 4;
    let walker = document.create_tree_walker_with_what_to_show(page, SHOW_TEXT).ok()?;
    while let Some(node) = walker.next_node().ok()? {
        let length = node.node_value().unwrap_or_default().encode_utf16().count();
        if before <= length {
            return Some((node, u32::try_from(before).ok()?));
        }
        before -= length;
    }
    None
}

/// What is scrolled within the page.
struct Scrolled(Vec<(Found, i32, i32)>);

impl Scrolled {
    const SCROLLING: &str = ".scroll, .detail, .nav ul, .chart";

    fn within(page: &Element) -> Self {
        // What is folded away has not been laid out, and would be only to be asked.
        let is_folded = |element: &Element| !matches!(element.closest("details:not([open])"), Ok(None));
        let shown = all::<Element>(page, Self::SCROLLING).filter(|element| !is_folded(element));
        let scrolled = shown.filter_map(|element| {
            let (left, top) = (element.scroll_left(), element.scroll_top());
            ((left, top) != (0, 0)).then_some((Found::of(&element, page)?, left, top))
        });
        Self(scrolled.collect())
    }

    fn restore(self, page: &Element) {
        for (found, left, top) in self.0 {
            if let Some(element) = found.find(page) {
                element.set_scroll_left(left);
                element.set_scroll_top(top);
            }
        }
    }
}
