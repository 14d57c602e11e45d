//! The query part of the page's address: reading it, writing it, and hearing when the reader goes back or forward.

use std::cell::RefCell;

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::History;

thread_local! {
    /// The query that was read or written last.
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What stands after `?` in the address when the page begins.
pub fn read_first() -> String {
    let query = read();
    LAST.with(|last| last.replace(query.clone()));
    query
}

/// What stands after `?` in the address now.
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
    change(query, |history, address| history.replace_state_with_url(&JsValue::NULL, "", Some(address)));
}

/// The same as a new entry of the history: going back leads to what stood there before.
pub fn push(query: &str) {
    change(query, |history, address| history.push_state_with_url(&JsValue::NULL, "", Some(address)));
}

fn change(query: &str, write: impl Fn(&History, &str) -> Result<(), JsValue>) {
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
    if let Ok(history) = window.history()
        && write(&history, &address).is_ok()
    {
        LAST.with(|last| last.replace(query.to_owned()));
    }
}

/// The id after `#`, where there is one.
pub fn hash() -> Option<String> {
    let hash = web_sys::window()?.location().hash().ok()?;
    hash.strip_prefix('#').filter(|id| !id.is_empty()).map(str::to_owned)
}

/// The address of this page with that query and the id of a part of it, as somebody else can open it.
pub fn standalone(query: &str, part: Option<&str>) -> String {
    let location = web_sys::window().map(|window| window.location());
    let read = |part: Result<String, JsValue>| part.unwrap_or_default();
    let page = location
        .map(|location| format!("{}{}", read(location.origin()), read(location.pathname())))
        .unwrap_or_default();
    let query = if query.is_empty() { String::new() } else { format!("?{query}") };
    let part = part.map(|part| format!("#{part}")).unwrap_or_default();
    format!("{page}{query}{part}")
}

/// Calls `heard` with what stands after `?` when the reader goes back or forward to another query, until the result is
/// dropped. A link within the page, which browsers announce in the same way, leaves the query as it is and is not told.
pub fn on_travel(heard: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "popstate", move |_| {
        let query = read();
        if LAST.with(|last| last.replace(query.clone()) != query) {
            heard(query);
        }
    }))
}
