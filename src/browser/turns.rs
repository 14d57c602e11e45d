//! At the start the app renders its page a part a task, so that the browser can answer the reader in between; then the page is put
//! into the document.

use std::cell::RefCell;
use std::collections::VecDeque;

use gloo_timers::callback::Timeout;
use yew::{Callback, hook, use_memo, use_state_eq};

/// What is to be done.
type Then = Box<dyn FnOnce()>;

thread_local! {
    /// The parts that wait for their turn; `None` but at the start.
    static WAITING: RefCell<Option<VecDeque<Callback<()>>>> = const { RefCell::new(None) };
    /// What is to be done once the page is in the document; `None` when it is.
    static AFTER_START: RefCell<Option<Vec<Then>>> = const { RefCell::new(None) };
}

/// Whether a part is to render: at once, or, while the app starts, when it is its turn.
#[hook]
pub fn use_turn() -> bool {
    let is_due = use_state_eq(|| WAITING.with_borrow(Option::is_none));
    use_memo((), {
        let is_due = is_due.clone();
        move |()| {
            WAITING.with_borrow_mut(|waiting| {
                if let Some(waiting) = waiting {
                    waiting.push_back(Callback::from(move |()| is_due.set(true)));
                }
            });
        }
    });
    *is_due
}

/// From now on, parts that are rendered for the first time wait for their turn.
#[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "apps start in browsers"))]
pub(super) fn begin() {
    WAITING.set(Some(VecDeque::new()));
    AFTER_START.set(Some(Vec::new()));
}

/// The page is in the document.
#[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "apps start in browsers"))]
pub(super) fn end() {
    for then in AFTER_START.take().into_iter().flatten() {
        then();
    }
}

/// Calls `then` in a task of its own, once what this task renders is in the document. Not, where the result is dropped before; while
/// the app starts there is none.
pub fn once_shown(then: impl FnOnce() + 'static) -> Option<Timeout> {
    AFTER_START.with_borrow_mut(|after| match after {
        Some(after) => {
            after.push(Box::new(then));
            None
        }
        None => Some(Timeout::new(0, then)),
    })
}

/// Renders the parts that wait, and those within them, one a task. Then calls `done`, and no part waits any longer.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "apps start in browsers; it calls itself"))]
pub(super) fn take(done: impl FnOnce() + 'static) {
    Timeout::new(0, move || {
        let next = WAITING.with_borrow_mut(|waiting| waiting.as_mut()?.pop_front());
        if let Some(render) = next {
            render.emit(());
            take(done);
        } else {
            WAITING.set(None);
            done();
        }
    })
    .forget();
}
