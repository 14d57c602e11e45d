//! Messages to and from a page that this one stands in, and pages of their own that it opens.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, MessageEvent, Window};

use super::listen::Listener;
use crate::host::{HOST_SOURCE, SOURCE, Told};

/// What a message may be longer than is none of ours.
const LIMIT: u32 = 200;

/// The window of the page around; `None` where there is none.
fn host() -> Option<Window> {
    let window = web_sys::window()?;
    let parent = window.parent().ok()??;
    (!Object::is(&parent, &window)).then_some(parent)
}

/// Whether the page stands in another one.
pub(super) fn is_framed() -> bool {
    host().is_some()
}

/// Tells the page around, whichever it is: what is told is public.
pub fn tell_host(told: &Told) {
    let Some(host) = host() else {
        return;
    };
    let message = Object::new();
    let members = told.members.iter().map(|(name, value)| (*name, value.as_str()));
    for (name, value) in [("source", SOURCE), ("type", told.kind)].into_iter().chain(members) {
        // Fails only for what is no object.
        let _ = Reflect::set(&message, &name.into(), &value.into());
    }
    // Refused only where the page around is going away.
    let _ = host.post_message(&message, "*");
}

/// Calls `heard` with `type` and `id` of what the page around sends in our form, until the result is dropped.
pub fn on_asked(heard: impl Fn(&str, Option<&str>) + 'static) -> Option<Listener> {
    let host = host()?;
    let window = web_sys::window()?;
    Some(Listener::new(&window, "message", move |event| {
        let Some(message) = event.dyn_ref::<MessageEvent>() else {
            return;
        };
        let is_from_host = message.source().is_some_and(|source| Object::is(&source, &host));
        let data = message.data();
        if !is_from_host || !data.is_object() {
            return;
        }
        let member = |name: &str| Reflect::get(&data, &name.into()).unwrap_or(JsValue::UNDEFINED);
        let text = |name: &str| short_text(&member(name));
        let id = member("id");
        if text("source").as_deref() == Some(HOST_SOURCE)
            && let Some(kind) = text("type")
            && (id.is_undefined() || id.is_string())
        {
            heard(&kind, short_text(&id).as_deref());
        }
    }))
}

fn short_text(value: &JsValue) -> Option<String> {
    let text: &js_sys::JsString = value.dyn_ref()?;
    (text.length() <= LIMIT).then(|| String::from(text))
}

/// Calls `heard` with the address of a link that could not be opened in a window of its own (static/frame.js), until the result is
/// dropped.
pub fn on_blocked(heard: impl Fn(String) + 'static) -> Option<Listener> {
    let document = web_sys::window()?.document()?;
    Some(Listener::new(&document, "plan-blocked", move |event| {
        let address = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
        if let Some(address) = address {
            heard(address);
        }
    }))
}

/// Opens an address in a window of its own; `false` where the browser, or the frame’s sandbox, does not let it.
pub fn open_outside(address: &str) -> bool {
    let opened = web_sys::window()
        .and_then(|window| window.open_with_url_and_target(address, "_blank").ok().flatten());
    // Not by “noopener”, with which nobody learns whether it was opened.
    opened.is_some_and(|opened| {
        let _ = Reflect::set(&opened, &"opener".into(), &JsValue::NULL);
        true
    })
}
