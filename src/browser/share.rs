//! Sending a link: by the device's own sheet, or by the clipboard.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// What became of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// The device's sheet was opened.
    Shared,
    /// It is in the clipboard.
    Copied,
    /// Neither was possible: it can be shown, to be copied by hand.
    Refused,
}

/// Sends a link, by the first way that the browser has, and tells which it was.
pub fn send(title: &str, link: &str, done: impl Fn(Sent) + Clone + 'static) {
    let Some(navigator) = web_sys::window().map(|window| JsValue::from(window.navigator())) else {
        done(Sent::Refused);
        return;
    };
    let copy = {
        let (navigator, link, done) = (navigator.clone(), link.to_owned(), done.clone());
        move || copy(&navigator, &link, done.clone())
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

/// The clipboard is there only for pages that the browser trusts with it.
fn copy(navigator: &JsValue, link: &str, done: impl Fn(Sent) + Clone + 'static) {
    let written = || -> Option<Promise> {
        let clipboard = Reflect::get(navigator, &"clipboard".into()).ok()?;
        let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
        write.call1(&clipboard, &link.into()).ok()?.dyn_into().ok()
    };
    let refused = done.clone();
    match written() {
        Some(promise) => then(&promise, move || done(Sent::Copied), move |_| refused(Sent::Refused)),
        None => done(Sent::Refused),
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
