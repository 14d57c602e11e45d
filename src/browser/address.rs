//! The query part of the page's address: reading it, writing it, and hearing when the reader goes back or forward.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;

/// What stands after `?` in the address.
pub fn read() -> String {
    web_sys::window()
        .and_then(|window| window.location().search().ok())
        .map(|search| search.trim_start_matches('?').to_owned())
        .unwrap_or_default()
}

/// Replaces what stands after `?`, without a new entry in the history.
///
/// A page that may not do so (in a sandboxed frame, or when it asks too often) keeps its address and works on.
pub fn write(query: &str) {
    let Some(window) = web_sys::window() else {
        return;
    };
    if query == read() {
        return;
    }
    let location = window.location();
    let hash = location.hash().unwrap_or_default();
    let address = if query.is_empty() {
        format!("{}{hash}", location.pathname().unwrap_or_default())
    } else {
        format!("?{query}{hash}")
    };
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Calls `heard` when the reader goes back or forward, until the result is dropped.
pub fn on_travel(heard: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "popstate", move |_| heard()))
}
