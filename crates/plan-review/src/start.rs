//! What the page calls.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::{AppHandle, Callback};

use crate::view::{Start, StartProps};

thread_local! {
    static RUNNING: RefCell<Option<AppHandle<Start>>> = const { RefCell::new(None) };
}

/// Shows the review of an import, which is JSON, in an element, in the language of a tag (`zh` or `en`), at a paragraph (`p-1.3-2`) or,
/// where there is none of that name, at the rows. `on_change` is called with the import as JSON after changes. A review that is shown already
/// ends.
#[wasm_bindgen]
pub fn review(element: Element, json: String, lang: String, place: String, on_change: Function) {
    close();
    let changed = Callback::from(move |json: String| {
        // What the page does with it is its own affair.
        let _ = on_change.call1(&JsValue::NULL, &json.into());
    });
    let props = StartProps { json: json.into(), lang: lang.into(), place: place.into(), changed };
    let handle = yew::Renderer::<Start>::with_root_and_props(element, props).render();
    RUNNING.with(|running| running.replace(Some(handle)));
}

/// Ends the review that is shown, if any.
#[wasm_bindgen]
pub fn close() {
    if let Some(handle) = RUNNING.with(RefCell::take) {
        handle.destroy();
    }
}
