//! Links within the page, wherever they stand: followed by the page where the reader just clicks, by the browser otherwise.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

use super::address;

/// Calls `follow` with the query and the part of links to `?query#part` that are clicked, until the result is dropped; the
/// browser follows where it says that it did not. A link to the page in another language takes along what `shown` says, as
/// a query.
pub fn on_link(
    shown: impl Fn() -> String + 'static,
    follow: impl Fn(&str, &str) -> bool + 'static,
) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&document, "click", options, move |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else {
            return;
        };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
        let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else {
            return;
        };
        let is_plain = click.button() == 0
            && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
        let href = link.get_attribute("href").unwrap_or_default();
        if link.has_attribute("hreflang") {
            let page = href.split(['?', '#']).next().unwrap_or_default();
            let (query, part) = (shown(), address::hash().unwrap_or_default());
            let query = if query.is_empty() { query } else { format!("?{query}") };
            let part = if part.is_empty() { part } else { format!("#{part}") };
            link.set_href(&format!("{page}{query}{part}"));
        } else if let Some(state) = href.strip_prefix('?')
            && is_plain
            && !event.default_prevented()
        {
            let (query, part) = state.split_once('#').unwrap_or((state, ""));
            if follow(query, part) {
                event.prevent_default();
            }
        }
    }))
}
