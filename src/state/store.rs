//! Where the state lives while the app runs: the parts of the page share one [`Store`], and each renders again only when what it
//! shows of the state changes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::{Callback, hook, use_effect_with, use_state_eq};

use super::{Action, State, UrlState};

/// The state and its listeners. Clones are the same store.
#[derive(Clone, Default)]
pub struct Store(Rc<Inner>);

#[derive(Default)]
struct Inner {
    now: RefCell<Rc<State>>,
    listeners: RefCell<Vec<(usize, Callback<Rc<State>>)>>,
    next: Cell<usize>,
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
    /// A store with that state.
    pub fn new(state: State) -> Self {
        Self(Rc::new(Inner { now: RefCell::new(Rc::new(state)), ..Inner::default() }))
    }

    /// The state now.
    pub fn now(&self) -> Rc<State> {
        self.0.now.borrow().clone()
    }

    /// Changes the state and notifies the listeners, if it is another then.
    pub fn dispatch(&self, action: Action) {
        let guard = self.0.guard.borrow().clone();
        if guard.is_some_and(|allows| !allows(&self.now(), &action)) {
            return;
        }
        let after = Rc::new(self.now().after(action));
        if *after == *self.now() {
            return;
        }
        self.0.now.replace(after.clone());
        // A listener may be added or removed by another.
        let listeners = self.0.listeners.borrow().clone();
        for (_, callback) in listeners {
            callback.emit(after.clone());
        }
    }

    /// From now on asks `guard` of every action whether it is to be done.
    pub fn guard(&self, guard: impl Fn(&State, &Action) -> bool + 'static) {
        self.0.guard.replace(Some(Rc::new(guard)));
    }

    /// Calls `callback` with every state from now on, until the result is dropped.
    pub fn listen(&self, callback: Callback<Rc<State>>) -> Listening {
        let number = self.0.next.replace(self.0.next.get() + 1);
        self.0.listeners.borrow_mut().push((number, callback));
        Listening(self.clone(), number)
    }
}

/// A listener, which ends when this is dropped.
pub struct Listening(Store, usize);

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.0.listeners.borrow_mut().retain(|(number, _)| *number != self.1);
    }
}

/// The state, as it changes.
#[hook]
pub fn use_state_of(store: &Store) -> Rc<State> {
    let shown = use_state_eq(|| store.now());
    {
        let shown = shown.clone();
        use_effect_with(store.clone(), move |store| {
            shown.set(store.now());
            let listening = store.listen(Callback::from(move |state| shown.set(state)));
            move || drop(listening)
        });
    }
    (*shown).clone()
}

/// What `part` leaves of the address, as that changes: a component that shows a part of the state renders again only for it.
#[hook]
pub fn use_url(store: &Store, part: fn(&UrlState) -> UrlState) -> UrlState {
    let shown = use_state_eq(|| part(&store.now().url));
    {
        let shown = shown.clone();
        use_effect_with(store.clone(), move |store| {
            shown.set(part(&store.now().url));
            let listening = store.listen(Callback::from(move |state: Rc<State>| shown.set(part(&state.url))));
            move || drop(listening)
        });
    }
    (*shown).clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Sort;

    #[test]
    fn actions_that_the_guard_refuses_are_not_done() {
        let store = Store::default();
        store.guard(|_, action| *action != Action::Sort(Sort::Name));
        store.dispatch(Action::Sort(Sort::Name));
        assert_eq!(*store.now(), State::default());
        store.dispatch(Action::Sort(Sort::Change));
        assert_eq!(store.now().url.sort, Sort::Change);
    }

    #[test]
    fn listeners_are_notified_on_change_until_dropped() {
        let store = Store::default();
        let told = Rc::new(Cell::new(0));
        let listening = {
            let told = told.clone();
            store.listen(Callback::from(move |_| told.set(told.get() + 1)))
        };
        store.dispatch(Action::Sort(Sort::Name));
        store.dispatch(Action::Sort(Sort::Name));
        assert_eq!(told.get(), 1, "the same state again is no change");
        drop(listening);
        store.dispatch(Action::Sort(Sort::Annex));
        assert_eq!((told.get(), store.now().url.sort), (1, Sort::Annex));
    }
}
