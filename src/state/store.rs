//! Where the state lives while the page is there: the parts of the page that come alive share one [`Store`], since each is
//! hydrated by itself.
//!
//! The first render of every part is that of [`Store::first`], with which the page was prerendered; what the address says
//! arrives in an effect.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::{Callback, hook, use_effect_with, use_state_eq};

use super::{Action, State, UrlState};

/// The state, and who hears when it changes. Clones are the same store.
#[derive(Clone, Default)]
pub struct Store(Rc<Inner>);

#[derive(Default)]
struct Inner {
    first: Rc<State>,
    now: RefCell<Rc<State>>,
    heard: RefCell<Vec<(usize, Callback<Rc<State>>)>>,
    next: Cell<usize>,
    sent: RefCell<Option<Callback<Rc<State>>>>,
    waiting: RefCell<Option<State>>,
    guard: RefCell<Option<Guard>>,
}

/// Whether an action is to be done in that state.
type Guard = Rc<dyn Fn(&State, &Action) -> bool>;

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// A store that begins with `state`.
    pub fn new(state: State) -> Self {
        let state = Rc::new(state);
        Self(Rc::new(Inner { first: state.clone(), now: RefCell::new(state), ..Inner::default() }))
    }

    /// The state that the page was first rendered with.
    pub fn first(&self) -> Rc<State> {
        self.0.first.clone()
    }

    /// The state now.
    pub fn now(&self) -> Rc<State> {
        self.0.now.borrow().clone()
    }

    /// Changes the state and tells those who hear, if it is another then.
    pub fn dispatch(&self, action: Action) {
        self.catch_up();
        let guard = self.0.guard.borrow().clone();
        if guard.is_some_and(|is_let| !is_let(&self.now(), &action)) {
            return;
        }
        let after = Rc::new(self.now().after(action));
        if self.replace(after.clone())
            && let Some(sent) = &*self.0.sent.borrow()
        {
            sent.emit(after);
        }
    }

    /// From now on has `guard` say of every action in this store whether it is to be done.
    pub fn guard(&self, guard: impl Fn(&State, &Action) -> bool + 'static) {
        self.0.guard.replace(Some(Rc::new(guard)));
    }

    /// Calls `sent` with every state that comes of an action in this store, for the stores of other modules.
    pub fn share(&self, sent: Callback<Rc<State>>) {
        self.0.sent.replace(Some(sent));
    }

    /// Is told the state of another module’s store, to take it over when it is to [`catch_up`](Self::catch_up).
    pub fn receive(&self, state: State) {
        self.0.waiting.replace(Some(state));
    }

    /// Takes over what it was told last, if that has not been done.
    pub fn catch_up(&self) {
        let waiting = self.0.waiting.take();
        if let Some(state) = waiting {
            self.replace(Rc::new(state));
        }
    }

    /// The state that is known, also where it is yet to be taken over.
    pub fn known(&self) -> State {
        self.0.waiting.borrow().clone().unwrap_or_else(|| (*self.now()).clone())
    }

    /// Whether the state is another then; who hears is told.
    fn replace(&self, after: Rc<State>) -> bool {
        if *after == *self.now() {
            return false;
        }
        self.0.now.replace(after.clone());
        // Who hears may stop doing so, or begin.
        let heard = self.0.heard.borrow().clone();
        for (_, callback) in heard {
            callback.emit(after.clone());
        }
        true
    }

    /// Calls `callback` with every state from now on, until the result is dropped.
    fn hear(&self, callback: Callback<Rc<State>>) -> Hearing {
        let number = self.0.next.replace(self.0.next.get() + 1);
        self.0.heard.borrow_mut().push((number, callback));
        Hearing(self.clone(), number)
    }
}

/// That somebody hears.
struct Hearing(Store, usize);

impl Drop for Hearing {
    fn drop(&mut self) {
        self.0.0.heard.borrow_mut().retain(|(number, _)| *number != self.1);
    }
}

/// The state, as it changes.
#[hook]
pub fn use_state_of(store: &Store) -> Rc<State> {
    let shown = use_state_eq(|| store.first());
    {
        let shown = shown.clone();
        use_effect_with(store.clone(), move |store| {
            shown.set(store.now());
            let hearing = store.hear(Callback::from(move |state| shown.set(state)));
            move || drop(hearing)
        });
    }
    (*shown).clone()
}

/// What `part` leaves of the address, as that changes: who shows a part of the state renders again only for it.
#[hook]
pub fn use_url(store: &Store, part: fn(&UrlState) -> UrlState) -> UrlState {
    let shown = use_state_eq(|| part(&store.first().url));
    {
        let shown = shown.clone();
        use_effect_with(store.clone(), move |store| {
            shown.set(part(&store.now().url));
            let hearing = store.hear(Callback::from(move |state: Rc<State>| shown.set(part(&state.url))));
            move || drop(hearing)
        });
    }
    (*shown).clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Sort;

    #[test]
    fn what_another_store_says_is_taken_over_before_anything_is_done() {
        let store = Store::default();
        store.receive(State::default().after(Action::Filter("x".to_owned())));
        assert_eq!(*store.now(), State::default());
        assert_eq!(store.known().url.query.as_str(), "x");
        store.dispatch(Action::Sort(Sort::Name));
        assert_eq!((store.now().url.query.as_str(), store.now().url.sort), ("x", Sort::Name));
        store.catch_up();
        assert_eq!(store.now().url.sort, Sort::Name);
    }

    #[test]
    fn what_the_guard_refuses_is_not_done() {
        let store = Store::default();
        store.guard(|state, action| state.restored || *action != Action::Sort(Sort::Name));
        store.dispatch(Action::Sort(Sort::Name));
        assert_eq!(*store.now(), State::default());
        store.dispatch(Action::Restore(Box::default(), Vec::new()));
        store.dispatch(Action::Sort(Sort::Name));
        assert_eq!(store.now().url.sort, Sort::Name);
    }

    #[test]
    fn who_hears_is_told_of_changes_until_it_stops() {
        let store = Store::default();
        let told = Rc::new(Cell::new(0));
        let hearing = {
            let told = told.clone();
            store.hear(Callback::from(move |_| told.set(told.get() + 1)))
        };
        store.dispatch(Action::Sort(Sort::Name));
        store.dispatch(Action::Sort(Sort::Name));
        assert_eq!(told.get(), 1, "the same state again is no change");
        drop(hearing);
        store.dispatch(Action::Sort(Sort::Annex));
        assert_eq!((told.get(), store.now().url.sort), (1, Sort::Annex));
        assert_eq!(*store.first(), State::default());
    }
}
