//! The page within another one: what that is told and may ask, and what opens in a window of its own.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use plan_data::Dataset;
use yew::{UseStateHandle, hook, use_effect_with, use_mut_ref, use_state_eq};

use super::{SETTLED_AFTER, SectionProps};
use crate::browser::{address, focus, on_asked, on_blocked, open_outside, tell_host};
use crate::components::BLOCKED;
use crate::host::{asked, deselected, ready, selected, shown};
use crate::state::{Confined, Leads, UrlState, use_state_of};

/// Speaks with the page around, and opens what is not shown here in a window of its own. The address of one that could not be
/// opened is for the reader to copy.
#[hook]
pub(super) fn use_host(section: &SectionProps) -> UseStateHandle<Option<String>> {
    let blocked = use_state_eq(|| None::<String>);
    let state = use_state_of(&section.store);
    {
        let (section, blocked) = (section.clone(), blocked.clone());
        use_effect_with((), move |()| {
            let SectionProps { store, act, dataset, .. } = section;
            let confined = Rc::new(Confined::of(&store.now().url));
            let listening = {
                let (confined, dataset, store) = (confined.clone(), dataset.clone(), store.clone());
                on_asked(move |kind, id| {
                    let now = store.now().url.view;
                    if let Some(action) = asked(&dataset, now, (*confined).as_ref(), kind, id) {
                        act.emit(action);
                    }
                })
            };
            let blocking = {
                let blocked = blocked.clone();
                on_blocked(move |link| blocked.set(Some(shown_to_copy(link))))
            };
            // No action leads out of the frame otherwise.
            store.guard(move |state, action| {
                let leads = (*confined).as_ref().map(|confined| confined.leads(state, action));
                if let Some(Leads::Outward(url)) = &leads {
                    blocked.set(lead_outward(url, &dataset));
                }
                leads.is_none_or(|leads| leads == Leads::Within)
            });
            move || drop((listening, blocking))
        });
    }
    {
        let (dataset, tag) = (section.dataset.clone(), section.texts.tag);
        let before = use_mut_ref(|| None::<String>);
        use_effect_with((), move |()| tell_host(&ready(tag)));
        use_effect_with(state.url.item.clone(), move |item| {
            let was = before.replace(item.clone());
            match selected(&dataset, item.as_deref()) {
                Some(told) => tell_host(&told),
                None if was.is_some() => tell_host(&deselected()),
                None => {}
            }
        });
    }
    {
        let now = state.url.to_send().href();
        // The host knows what it asked for.
        let before = use_mut_ref(|| now.clone());
        use_effect_with(now, move |now| {
            let is_other = *before.borrow() != *now;
            // Not every letter that is typed is a message.
            let waiting = is_other.then(|| {
                let now = now.clone();
                Timeout::new(SETTLED_AFTER, move || {
                    before.replace(now.clone());
                    tell_host(&shown(now));
                })
            });
            move || drop(waiting)
        });
    }
    blocked
}

/// Opens an address in a window of its own, and gives it back where that cannot be.
fn lead_outward(url: &UrlState, dataset: &Dataset) -> Option<String> {
    if let Some(told) = selected(dataset, url.item.as_deref()) {
        tell_host(&told);
    }
    let link = address::standalone(&url.href());
    if open_outside(&link) {
        return None;
    }
    Some(shown_to_copy(link))
}

/// The address, whose field takes the focus once it is rendered.
fn shown_to_copy(link: String) -> String {
    Timeout::new(0, || focus(BLOCKED)).forget();
    link
}
