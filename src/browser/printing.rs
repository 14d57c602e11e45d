//! What the app makes for print alone.
//!
//! Browsers take what they print when they have told the listeners of `beforeprint`; Firefox does not even wait for the tasks that
//! these have queued. So what is made for print is rendered within the event.

#[cfg(target_arch = "wasm32")]
use std::{
    future::Future as _,
    pin::pin,
    task::{Context, Waker},
};

use yew::{hook, use_effect_with, use_state_eq};

use super::listen::Listener;

/// Whether the page is being printed.
#[hook]
pub fn use_printing() -> bool {
    let is_printing = use_state_eq(|| false);
    {
        let is_printing = is_printing.clone();
        use_effect_with((), move |()| {
            let after = is_printing.clone();
            let listening = on_print(move || is_printing.set(true), move || after.set(false));
            move || drop(listening)
        });
    }
    *is_printing
}

/// Listens for the page being printed, and for the end of it. What `before` asks for is rendered before the page is printed.
pub(super) fn on_print(before: impl Fn() + 'static, after: impl Fn() + 'static) -> Vec<Listener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    vec![
        Listener::new(&window, "beforeprint", move |_| {
            before();
            render_now();
        }),
        Listener::new(&window, "afterprint", move |_| after()),
    ]
}

/// Yew renders in a task of its own; only this has it do so at once.
#[cfg(target_arch = "wasm32")]
fn render_now() {
    let rendering = pin!(yew::scheduler::flush());
    // What is left to do, if anything, is left to its task.
    let _ = rendering.poll(&mut Context::from_waker(Waker::noop()));
}

#[cfg(not(target_arch = "wasm32"))]
fn render_now() {}
