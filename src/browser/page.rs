//! What the document says of the state: its title, its address for others, and attributes that the styles follow.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlLinkElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Fails only for a name that is no attribute's.
fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Gives the document a title, and the address `href`, from a page of this language, at which search engines and messengers are
/// to find it.
pub fn set_head(title: &str, href: &str) {
    let Some(document) = document() else {
        return;
    };
    document.set_title(title);
    let link = document.query_selector("link[rel=canonical]").ok().flatten();
    let link = link.and_then(|link| link.dyn_into::<HtmlLinkElement>().ok());
    if let Some(link) = link {
        link.set_href(&super::address::standalone(href));
    }
}

/// Tells the styles of which page something is open that takes the place of the page on a phone.
pub fn tell_state(detail: Option<&str>) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        set(&root, "data-detail", detail);
        // Said by the boot script for an address that asks for something.
        set(&root, "data-opening", None);
    }
}

/// The lists that the reader has asked to see whole, by their names. The document remembers them: for who comes back from another
/// page, and for an app that starts anew.
const WHOLE: &str = "data-whole";

/// Whether the reader has asked for the whole list of that name.
pub fn is_whole(list: &str) -> bool {
    let root = document().and_then(|document| document.document_element());
    let lists = root.and_then(|root| root.get_attribute(WHOLE)).unwrap_or_default();
    lists.split(' ').any(|known| known == list)
}

/// Remembers that the reader has.
pub fn remember_whole(list: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let lists = root.get_attribute(WHOLE).unwrap_or_default();
        set(&root, WHOLE, Some(&format!("{lists} {list}")));
    }
}

/// Says that the app runs (static/boot.js).
#[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "apps start in browsers"))]
pub(super) fn tell_ready() {
    if let Some(document) = document() {
        if let Some(root) = document.document_element() {
            set(&root, "data-state", Some("ready"));
        }
        if let Ok(event) = web_sys::Event::new("plan-ready") {
            // Nobody cancels it.
            let _ = document.dispatch_event(&event);
        }
    }
}
