//! Listeners on window and document, and on elements.
//!
//! All of them end when the signal of the app does: after a panic, the boot script aborts it, and no event reaches the dead app.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AbortSignal, AddEventListenerOptions, Event, EventTarget};

thread_local! {
    static SIGNAL: RefCell<Option<AbortSignal>> = const { RefCell::new(None) };
}

/// Has all listeners from now on end with `signal`.
#[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "apps start in browsers"))]
pub(super) fn end_with(signal: AbortSignal) {
    SIGNAL.with(|known| known.replace(Some(signal)));
}

/// A listener, which ends when this is dropped.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    options: AddEventListenerOptions,
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Calls `heard` with every event of that name at the target.
    pub(super) fn new(target: &EventTarget, name: &'static str, heard: impl Fn(&Event) + 'static) -> Self {
        Self::with(target, name, AddEventListenerOptions::new(), heard)
    }

    /// The same, also for events that do not bubble.
    pub(super) fn capturing(
        target: &EventTarget,
        name: &'static str,
        heard: impl Fn(&Event) + 'static,
    ) -> Self {
        let options = AddEventListenerOptions::new();
        options.set_capture(true);
        options.set_passive(true);
        Self::with(target, name, options, heard)
    }

    fn with(
        target: &EventTarget,
        name: &'static str,
        options: AddEventListenerOptions,
        heard: impl Fn(&Event) + 'static,
    ) -> Self {
        SIGNAL.with(|signal| {
            if let Some(signal) = &*signal.borrow() {
                options.set_signal(signal);
            }
        });
        let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| heard(&event));
        let callback = closure.as_ref().unchecked_ref();
        // Fails only for a callback that is none.
        let _ =
            target.add_event_listener_with_callback_and_add_event_listener_options(name, callback, &options);
        Self { target: target.clone(), name, options, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.closure.as_ref().unchecked_ref();
        let capture = self.options.get_capture().unwrap_or(false);
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.name, callback, capture);
    }
}
