//! Links of the site, wherever they stand: followed by the app where the reader just clicks, by the browser otherwise.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

use super::address;
use super::listen::Listener;

/// Calls `follow` with the `href` of links that are clicked, until the result is dropped; the browser follows where it says that
/// it did not. A link to the page in another language takes along what `shown` says, as a query.
pub fn on_link(
    shown: impl Fn() -> String + 'static,
    follow: impl Fn(&str) -> bool + 'static,
) -> Option<Listener> {
    let document = web_sys::window()?.document()?;
    Some(Listener::new(&document, "click", move |event| {
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
        } else if is_plain && !event.default_prevented() && !link.has_attribute("download") && follow(&href) {
            event.prevent_default();
        }
    }))
}
