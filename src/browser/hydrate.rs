//! Brings the prerendered page to life, one island after the other, those in sight first: each in a task of its own, so that
//! the browser can paint and answer in between.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, EventInit, HtmlInputElement, HtmlOptionElement, HtmlSelectElement};

use super::bus;
use crate::data::{DATASET, LISTS, Prepared};
use crate::islands::{AnyIsland, IslandProps, first, more};
use crate::sections::SectionProps;
use crate::state::{Action, Lang, Store};
use crate::texts::Texts;

/// The attribute of the document that says how far the page is: `starting`, `ready`, `failed` or `crashed` (static/boot.js).
const STATE: &str = "data-state";

/// How far the second module is.
const MORE: &str = "data-more";

/// Says of an island that it has come to life.
const ALIVE: &str = "data-alive";

/// The name of the second module.
const MORE_MODULE: &str = "more";

/// The islands of a module, by their names.
type Find = fn(&str, &SectionProps) -> Option<IslandProps>;

/// Starts the first module: the list of projects with its filter.
///
/// # Errors
/// What stands in the way, in a sentence for the publisher.
pub fn start() -> Result<(), String> {
    hydrate(&Prepared::read_lists(&text_of(LISTS)?)?, "first", first, |_, root| set(root, STATE, "ready"))
}

/// Starts the second module, with the whole dataset: the shell, which reads the address, the charts, the search over everything, what is opened.
///
/// # Errors
/// What stands in the way, in a sentence for the publisher.
pub fn start_more() -> Result<(), String> {
    hydrate(&Prepared::read(&text_of(DATASET)?)?, MORE_MODULE, more, |section, root| {
        section.store.dispatch(Action::Complete);
        set(root, MORE, "ready");
        bus::tell_complete();
    })
}

/// The text of the element of that id, which carries data.
fn text_of(id: &str) -> Result<String, String> {
    let element = document()?.get_element_by_id(id);
    element.and_then(|element| element.text_content()).ok_or(format!("the page has no #{id}"))
}

fn document() -> Result<Document, String> {
    web_sys::window().and_then(|window| window.document()).ok_or("there is no document".to_owned())
}

/// Fails only for a name that is no attribute's.
fn set(root: &Element, name: &str, value: &str) {
    let _ = root.set_attribute(name, value);
}

fn hydrate(
    report: &Prepared,
    module: &'static str,
    find: Find,
    done: fn(&SectionProps, &Element),
) -> Result<(), String> {
    let document = document()?;
    let root = document.document_element().ok_or("the document is empty")?;
    let tag = root.get_attribute("lang").unwrap_or_default();
    let lang = if tag.starts_with("en") { Lang::En } else { Lang::Zh };
    let store = Store::default();
    bus::join(&store, module, module == MORE_MODULE);
    bus::ask();
    store.catch_up();
    let section = SectionProps::new(report, Texts::of(lang), store);
    let found = document.query_selector_all("[data-island]").map_err(|_| "the page has no islands")?;
    let mut islands: Vec<Element> =
        (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect();
    // The last is taken first. The shell, which reads the address, goes before all others.
    let (shown, hidden): (Vec<Element>, Vec<Element>) = islands.drain(..).partition(is_in_sight);
    let (shell, shown): (Vec<Element>, Vec<Element>) = shown.into_iter().partition(is_shell);
    islands.extend([hidden, shown, shell].into_iter().flatten());
    Queue { islands, root, section, find, done }.next();
    Ok(())
}

fn name(island: &Element) -> String {
    island.get_attribute("data-island").unwrap_or_default()
}

fn is_shell(island: &Element) -> bool {
    name(island) == "shell"
}

fn is_in_sight(island: &Element) -> bool {
    let height =
        web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    let top = island.first_element_child().map(|first| first.get_bounding_client_rect().top());
    is_shell(island) || top.is_some_and(|top| top < height)
}

/// What is yet to come to life.
struct Queue {
    islands: Vec<Element>,
    root: Element,
    section: SectionProps,
    find: Find,
    done: fn(&SectionProps, &Element),
}

impl Queue {
    /// Hydrates the last island that is of this module, and leaves the others for later tasks.
    fn next(mut self) {
        while let Some(island) = self.islands.pop() {
            let typed = Typed::within(&island);
            if let Some(props) = (self.find)(&name(&island), &self.section) {
                yew::Renderer::<AnyIsland>::with_root_and_props(island.clone(), props).hydrate();
                set(&island, ALIVE, "");
                Timeout::new(0, move || {
                    typed.restore();
                    self.next();
                })
                .forget();
                return;
            }
        }
        (self.done)(&self.section, &self.root);
    }
}

/// What the reader has typed and chosen before the fields came to life.
struct Typed {
    texts: Vec<(HtmlInputElement, String)>,
    choices: Vec<(HtmlSelectElement, String)>,
}

impl Typed {
    fn within(island: &Element) -> Self {
        let texts = all::<HtmlInputElement>(island, "input").filter_map(|field| {
            let text = field.value();
            (!text.is_empty()).then_some((field, text))
        });
        let choices = all::<HtmlSelectElement>(island, "select").filter_map(|list| {
            let usual = all::<HtmlOptionElement>(&list, "option").find(HtmlOptionElement::default_selected);
            let value = list.value();
            usual.is_some_and(|usual| usual.value() != value).then_some((list, value))
        });
        Self { texts: texts.collect(), choices: choices.collect() }
    }

    /// As if it were typed and chosen now.
    fn restore(self) {
        for (field, text) in self.texts {
            field.set_value(&text);
            tell(&field, "input");
        }
        for (list, value) in self.choices {
            list.set_value(&value);
            tell(&list, "change");
        }
    }
}

fn all<T: JsCast>(within: &Element, selector: &str) -> impl Iterator<Item = T> {
    let found = within.query_selector_all(selector).ok();
    found.into_iter().flat_map(|all| (0..all.length()).filter_map(move |at| all.item(at)?.dyn_into().ok()))
}

fn tell(field: &Element, name: &str) {
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict(name, &bubbling) {
        // Nobody cancels it.
        let _ = field.dispatch_event(&event);
    }
}
