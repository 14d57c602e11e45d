//! Sending a link: by the device's own sheet, or by the clipboard.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlTextAreaElement;
use yew::NodeRef;

use crate::within::Within;

/// What became of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// The device's sheet was opened.
    Shared,
    /// The menu of the messenger that shows the page does that: the link is shown, too.
    ByMenu,
    /// It is in the clipboard.
    Copied,
    /// Neither was possible: it can be shown, to be copied by hand.
    Refused,
}

/// Sends a link, by the first way that the browser has, and tells which it was.
pub fn send(title: &str, link: &str, done: impl Fn(Sent) + Clone + 'static) {
    let Some(window) = web_sys::window() else {
        done(Sent::Refused);
        return;
    };
    if Within::of(&window.navigator().user_agent().unwrap_or_default()) == Within::Messenger {
        done(Sent::ByMenu);
        return;
    }
    let navigator = JsValue::from(window.navigator());
    let copy = {
        let (link, done) = (link.to_owned(), done.clone());
        move || {
            let done = done.clone();
            copy(&link, move |is_copied| done(if is_copied { Sent::Copied } else { Sent::Refused }));
        }
    };
    match share(&navigator, title, link) {
        Some(promise) => {
            // The reader may close the sheet again: that is no failure.
            then(
                &promise,
                move || done(Sent::Shared),
                move |error| {
                    let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
                    if name.as_deref() != Some("AbortError") {
                        copy();
                    }
                },
            );
        }
        None => copy(),
    }
}

/// Looked up by name, since not every browser has it.
fn share(navigator: &JsValue, title: &str, link: &str) -> Option<Promise> {
    let share: Function = Reflect::get(navigator, &"share".into()).ok()?.dyn_into().ok()?;
    let data = Object::new();
    Reflect::set(&data, &"title".into(), &title.into()).ok()?;
    Reflect::set(&data, &"url".into(), &link.into()).ok()?;
    share.call1(navigator, &data).ok()?.dyn_into().ok()
}

/// Puts a text into the clipboard and tells whether that went well: it is there only for pages that the browser trusts with it.
pub fn copy(text: &str, done: impl Fn(bool) + Clone + 'static) {
    let written = || -> Option<Promise> {
        let navigator = JsValue::from(web_sys::window()?.navigator());
        let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
        let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
        write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
    };
    let refused = done.clone();
    match written() {
        Some(promise) => then(&promise, move || done(true), move |_| refused(false)),
        None => done(false),
    }
}

/// Selects all of the field with text that `field` is bound to, for the reader to copy.
pub fn select_text(field: &NodeRef) {
    if let Some(field) = field.cast::<HtmlTextAreaElement>() {
        // Refused only where the field is going away.
        let _ = field.focus();
        field.select();
    }
}

fn then(promise: &Promise, done: impl FnOnce() + 'static, failed: impl FnOnce(JsValue) + 'static) {
    let done = Closure::once(move |_: JsValue| done());
    let failed = Closure::once(failed);
    let _ = promise.then2(&done, &failed);
    // One of them is called, once; the browser holds them until then.
    done.forget();
    failed.forget();
}
