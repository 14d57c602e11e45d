//! Starts the app: it renders the page of the address into an element of its own, which then takes the place of the prerendered
//! page, or of an app that has panicked.

use std::cell::RefCell;

use gloo_timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{AbortSignal, Document, Element};
use yew::Callback;

use super::{address, listen, page, swap, turns, width};
use crate::app::{App, AppProps};
use crate::data::{Own, Prepared};
use crate::sections::SectionProps;
use crate::state::{Lang, State, Store, UrlNotice, restore};
use crate::texts::Texts;

/// The property of the window with what the boot script hands over.
const HANDED: &str = "planExplorer";

/// The attribute of the document where the data is of a report that the reader has opened (static/own-data.js).
const IS_OWN: &str = "data-own";

/// The same where the pages are of no report in particular, and the site names the one that they show (static/site.js).
const IS_OF_SITE: &str = "data-site";

/// The id of the element that holds the page.
const ROOT: &str = "app";

/// Starts the app.
///
/// # Errors
/// What stands in the way, in a sentence for the publisher.
pub fn start() -> Result<(), String> {
    let window = web_sys::window().ok_or("there is no window")?;
    let document = window.document().ok_or("there is no document")?;
    let handed = Reflect::get(&window, &HANDED.into()).map_err(|_| "the boot script handed nothing over")?;
    let member = |name: &str| Reflect::get(&handed, &name.into()).ok();
    let data =
        member("data").and_then(|data| data.as_string()).ok_or("the boot script handed over no data")?;
    let signal = member("signal").and_then(|signal| signal.dyn_into::<AbortSignal>().ok());
    let signal = signal.ok_or("the boot script handed over no signal")?;
    let is_again = member("again").and_then(|again| again.as_bool()).unwrap_or_default();
    listen::end_with(signal.clone());
    let prepare = Prepared::read(data)?;
    // Each in another task: the browser can answer the reader in between.
    Timeout::new(0, move || {
        let report = prepare();
        Timeout::new(0, move || render(&document, &report, signal, is_again)).forget();
    })
    .forget();
    Ok(())
}

/// Renders the page of the address, and puts it in the place of the page before.
fn render(document: &Document, report: &Prepared, signal: AbortSignal, is_again: bool) {
    if signal.aborted() {
        return;
    }
    let page = document.document_element();
    let says = |name: &str| page.as_ref().is_some_and(|page| page.has_attribute(name));
    let tag = page.as_ref().and_then(|page| page.get_attribute("lang")).unwrap_or_default();
    let lang = Lang::of_tag(&tag).unwrap_or_default();
    let (view, query) = address::read();
    let (mut url, mut notices) = restore(view, &query, &report.dataset, &report.pages);
    let (Some(before), Ok(root)) = (document.get_element_by_id(ROOT), document.create_element("div")) else {
        return;
    };
    let mut report = report.clone();
    report.has_files = !says(IS_OF_SITE);
    if let Some(id) = url.own.clone() {
        if says(IS_OWN) {
            let has_other_language = matches!(before.query_selector("a[hreflang]"), Ok(Some(_)));
            report.own = Some(Own { id, has_other_language });
        } else {
            url.own = None;
            notices.push(UrlNotice::NoOwn);
        }
    }
    let section = SectionProps::new(&report, Texts::of(lang), Store::new(State::of_address(url, notices)));
    width::measure(&before);
    let rendered = {
        // Let go of once it is done: the page before would stay in memory with the callback.
        let rendering = RefCell::new(Some(Rendering { before, root: root.clone(), signal, is_again }));
        Callback::from(move |()| {
            if let Some(rendering) = rendering.take() {
                turns::take(move || rendering.take_place(FILLED_AT_MOST));
            }
        })
    };
    turns::begin();
    yew::Renderer::<App>::with_root_and_props(root, AppProps { section, rendered }).render();
}

/// A browser may not take what a field is to show: the page is shown after so many tries all the same.
const FILLED_AT_MOST: usize = 3;

/// Yew lets the browser do something else after each 16 ms of effects, of which some may be yet to begin listening for changes. Here
/// it has so many turns for them, and what they render.
const RENDERED_WITHIN: usize = 12;

/// Calls `then` after so many tasks of others.
fn after_tasks(count: usize, then: impl FnOnce() + 'static) {
    if count == 0 {
        then();
    } else {
        Timeout::new(0, move || after_tasks(count - 1, then)).forget();
    }
}

/// A page that the app has rendered, and the one before it.
struct Rendering {
    before: Element,
    root: Element,
    /// Aborted when the app has panicked.
    signal: AbortSignal,
    /// Whether the page before is of an app.
    is_again: bool,
}

impl Rendering {
    fn take_place(self, tries: usize) {
        swap::when_not_composing(&self.before.clone(), move || {
            if self.signal.aborted() {
                return;
            }
            // What is typed and chosen shows before the page does: a list that is filtered is never seen whole.
            if tries > 0 && swap::fill(&self.before, &self.root, self.is_again) {
                after_tasks(RENDERED_WITHIN, move || self.take_place(tries - 1));
                return;
            }
            self.root.set_id(ROOT);
            swap::swap(&self.before, &self.root);
            page::tell_ready();
            turns::end();
        });
    }
}
