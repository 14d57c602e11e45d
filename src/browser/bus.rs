//! How the stores of the two modules stay the same: every state that comes of an action is an event of the document, which
//! the other module takes over; what begins later asks.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Document};
use yew::Callback;

use crate::state::Store;

const STATE: &str = "plan-state";
const ASK: &str = "plan-ask";
const COMPLETE: &str = "plan-complete";

/// Joins the store of this module, called `module`, with that of the other, for as long as the page is there.
pub(super) fn join(store: &Store, module: &'static str) {
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
        let store = store.clone();
        move |event: &web_sys::Event| {
            let text = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
            let text = text.unwrap_or_default();
            let (from, wire) = text.split_once('\n').unwrap_or_default();
            if from != module
                && let Some(state) = store.now().with_wire(wire)
            {
                store.receive(state);
            }
        }
    };
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
