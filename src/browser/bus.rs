//! How the stores of the two modules stay the same: every state that comes of an action is an event of the document, which
//! the other module takes over; what begins later asks.

use std::cell::RefCell;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Document, Element};
use yew::Callback;

use crate::state::Store;

const STATE: &str = "plan-state";
const ASK: &str = "plan-ask";
const COMPLETE: &str = "plan-complete";

/// While the other module’s state changes more often than once in so many milliseconds, a module that may wait does.
const SETTLED_AFTER: u32 = 120;

/// Joins the store of this module, called `module`, with that of the other, for as long as the page is there. Where it `waits`,
/// it takes over what is being typed in the other once that has settled, or when the reader does something else.
pub(super) fn join(store: &Store, module: &'static str, waits: bool) {
    let Some(document) = document() else {
        return;
    };
    let send = {
        let store = store.clone();
        move || emit(STATE, &format!("{module}\n{}", store.now().to_wire()))
    };
    store.share(Callback::from({
        let send = send.clone();
        move |_| send()
    }));
    let receive = {
        let (store, settling) = (store.clone(), RefCell::new(None));
        move |event: &web_sys::Event| {
            let text = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
            let text = text.unwrap_or_default();
            let (from, wire) = text.split_once('\n').unwrap_or_default();
            if from != module
                && let Some(state) = store.known().with_wire(wire)
            {
                store.receive(state);
                if waits {
                    let store = store.clone();
                    let settled = Timeout::new(SETTLED_AFTER, move || store.catch_up());
                    // The one before is cancelled.
                    settling.replace(Some(settled));
                } else {
                    store.catch_up();
                }
            }
        }
    };
    if waits {
        // What the reader does meets the state that is seen.
        for sign in ["pointerdown", "keydown", "focusin"] {
            let store = store.clone();
            let options = EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(&document, sign, options, move |event| {
                let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                let is_typing = target.is_some_and(|target| target.id() == "project-filter");
                if !is_typing {
                    store.catch_up();
                }
            })
            .forget();
        }
    }
    EventListener::new(&document, STATE, receive).forget();
    EventListener::new(&document, ASK, move |_| send()).forget();
}

/// Has the other module send its state.
pub(super) fn ask() {
    emit(ASK, "");
}

/// Says that the second module answers, for what the reader did while it was loaded (static/boot.js).
pub(super) fn tell_complete() {
    emit(COMPLETE, "");
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn emit(name: &str, detail: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(detail));
    if let Some(document) = document()
        && let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init)
    {
        // Nobody cancels it.
        let _ = document.dispatch_event(&event);
    }
}
