//! Brings the prerendered page to life, one island after the other, those in sight first: each in a task of its own, so that
//! the browser can paint and answer in between.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlInputElement};

use crate::data::bundled;
use crate::islands::{Island, Visitor, meet};
use crate::sections::SectionProps;
use crate::state::{Action, Lang, Store};
use crate::texts::Texts;

/// The attribute of the document that says how far the page is: `starting`, `ready`, `failed` or `crashed` (static/boot.js).
const STATE: &str = "data-state";

/// Starts.
///
/// # Errors
/// What stands in the way, in a sentence for the publisher.
pub fn start() -> Result<(), String> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("there is no document")?;
    let root = document.document_element().ok_or("the document is empty")?;
    let tag = root.get_attribute("lang").unwrap_or_default();
    let lang = if tag.starts_with("en") { Lang::En } else { Lang::Zh };
    let section = SectionProps::new(&bundled()?, Texts::of(lang), Store::default());
    let found = document.query_selector_all("[data-island]").map_err(|_| "the page has no islands")?;
    let mut islands: Vec<Element> =
        (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect();
    // The last is taken first. The shell, which reads the address, goes before all others.
    islands.sort_by_key(|island| !(is_shell(island) || is_in_sight(island)));
    islands.sort_by_key(|island| !is_shell(island));
    islands.reverse();
    next(islands, root, section);
    Ok(())
}

fn name(island: &Element) -> String {
    island.get_attribute("data-island").unwrap_or_default()
}

fn is_shell(island: &Element) -> bool {
    name(island) == "shell"
}

fn is_in_sight(island: &Element) -> bool {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    let first = island.first_element_child();
    first.is_some_and(|first| first.get_bounding_client_rect().top() < height)
}

/// Hydrates the last of `islands` and leaves the others for later tasks.
fn next(mut islands: Vec<Element>, root: Element, section: SectionProps) {
    match islands.pop() {
        Some(island) => {
            let typed = Typed::within(&island);
            meet(&name(&island), Hydrate { island, section: &section });
            Timeout::new(0, move || {
                typed.restore();
                next(islands, root, section);
            })
            .forget();
        }
        None => {
            section.store.dispatch(Action::Ready);
            // Fails only for a name that is no attribute's.
            let _ = root.set_attribute(STATE, "ready");
        }
    }
}

struct Hydrate<'a> {
    island: Element,
    section: &'a SectionProps,
}

impl Visitor for Hydrate<'_> {
    fn visit<I: Island>(self) {
        yew::Renderer::<I>::with_root_and_props(self.island, self.section.clone()).hydrate();
    }
}

/// What the reader has typed before the fields came to life.
struct Typed(Vec<(HtmlInputElement, String)>);

impl Typed {
    fn within(island: &Element) -> Self {
        let fields = island.query_selector_all("input");
        let fields = fields.iter().flat_map(|all| (0..all.length()).filter_map(|at| all.item(at)?.dyn_into().ok()));
        let typed = fields.filter_map(|field: HtmlInputElement| {
            let text = field.value();
            (!text.is_empty()).then_some((field, text))
        });
        Self(typed.collect())
    }

    /// As if it were typed now.
    fn restore(self) {
        for (field, text) in self.0 {
            field.set_value(&text);
            let bubbling = EventInit::new();
            bubbling.set_bubbles(true);
            if let Ok(event) = Event::new_with_event_init_dict("input", &bubbling) {
                // Nobody cancels it.
                let _ = field.dispatch_event(&event);
            }
        }
    }
}
