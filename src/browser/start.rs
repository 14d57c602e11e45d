//! Starts the app: it renders the page of the address into an element of its own, which then takes the place of the prerendered
//! page, or of an app that has panicked.

use std::cell::RefCell;

use gloo_timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{AbortSignal, Element};
use yew::Callback;

use super::{address, listen, page, swap, width};
use crate::app::{App, AppProps};
use crate::data::Prepared;
use crate::sections::SectionProps;
use crate::state::{Lang, State, Store, restore};
use crate::texts::Texts;

/// The property of the window with what the boot script hands over.
const HANDED: &str = "planExplorer";

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
    listen::end_with(signal.clone());
    let report = Prepared::read(&data)?;
    // Another task: the browser can answer the reader in between.
    Timeout::new(0, move || {
        if signal.aborted() {
            return;
        }
        let tag = document.document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default();
        let lang = Lang::of_tag(&tag).unwrap_or_default();
        let (view, query) = address::read();
        let (url, notices) = restore(view, &query, &report.dataset);
        let section =
            SectionProps::new(&report, Texts::of(lang), Store::new(State::of_address(url, notices)));
        let (Some(before), Ok(root)) = (document.get_element_by_id(ROOT), document.create_element("div"))
        else {
            return;
        };
        width::measure(&before);
        let rendered = {
            // Let go of once it is done: the page before would stay in memory with the callback.
            let pages = RefCell::new(Some((before, root.clone())));
            Callback::from(move |()| {
                if let Some((before, root)) = pages.take() {
                    take_place(before, root);
                }
            })
        };
        yew::Renderer::<App>::with_root_and_props(root, AppProps { section, rendered }).render();
    })
    .forget();
    Ok(())
}

fn take_place(before: Element, root: Element) {
    swap::when_not_composing(&before.clone(), move || {
        root.set_id(ROOT);
        swap::swap(&before, &root);
        page::tell_ready();
    });
}
