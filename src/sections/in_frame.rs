//! The page within another one: what that is told and may ask, and what belongs on a page of its own.

use gloo_timers::callback::Timeout;
use plan_data::Dataset;
use yew::{UseStateHandle, hook, use_effect_with, use_mut_ref, use_state_eq};

use super::SectionProps;
use crate::browser::{address, focus, on_asked, on_blocked, open_outside, tell_host};
use crate::components::BLOCKED;
use crate::host::{asked, deselected, ready, selected, shown};
use crate::state::{Action, Confined, Leads, Outward, View, use_state_of};

/// What is shown is told once it has been the same for so many milliseconds: not every letter that is typed is a message.
const TOLD_AFTER: u32 = 150;

/// Speaks with the page around, and opens pages of their own for what is not shown here. The address of one that could not be
/// opened is for the reader to copy.
#[hook]
pub(super) fn use_host(section: &SectionProps) -> UseStateHandle<Option<String>> {
    let blocked = use_state_eq(|| None::<String>);
    let state = use_state_of(&section.store);
    let confined = use_mut_ref(|| None::<Confined>);
    {
        let (section, blocked) = (section.clone(), blocked.clone());
        use_effect_with((), move |()| {
            let SectionProps { store, act, dataset, .. } = section;
            let listening = {
                let (confined, dataset) = (confined.clone(), dataset.clone());
                on_asked(move |kind, id| {
                    let action = asked(&dataset, confined.borrow().as_ref(), kind, id);
                    if let Some(action) = action {
                        act.emit(action);
                    }
                })
            };
            let blocking = {
                let blocked = blocked.clone();
                on_blocked(move |link| blocked.set(Some(shown_to_copy(link))))
            };
            // Nothing that is asked for within the frame leads out of it otherwise.
            store.guard(move |state, action| {
                if let Action::Restore(url, _) = action
                    && !state.restored
                {
                    confined.replace(Confined::of(url));
                }
                let leads = confined.borrow().as_ref().map(|confined| confined.leads(state, action));
                if let Some(Leads::Outward(outward)) = &leads {
                    blocked.set(lead_outward(outward, &dataset));
                }
                leads.is_none_or(|leads| leads == Leads::Within)
            });
            move || drop((listening, blocking))
        });
    }
    {
        let (dataset, tag) = (section.dataset.clone(), section.texts.tag);
        let before = use_mut_ref(|| None::<String>);
        use_effect_with(
            (state.complete && state.restored, state.url.item.clone()),
            move |(is_there, item)| {
                if !is_there {
                    return;
                }
                let was = before.replace(item.clone());
                match selected(&dataset, item.as_deref()) {
                    Some(told) => tell_host(&told),
                    None if was.is_some() => tell_host(&deselected()),
                    None => {}
                }
            },
        );
        use_effect_with(state.complete && state.restored, move |is_there| {
            if *is_there {
                tell_host(&ready(tag));
            }
        });
    }
    {
        let before = use_mut_ref(|| None::<String>);
        let now = (state.complete && state.restored).then(|| state.url.to_send().format());
        use_effect_with(now, move |now| {
            // What the page begins with is known to who asked for it.
            if before.borrow().is_none() {
                before.replace(now.clone());
            }
            let is_other = *before.borrow() != *now;
            let waiting = now.clone().filter(|_| is_other).map(|now| {
                Timeout::new(TOLD_AFTER, move || {
                    before.replace(Some(now.clone()));
                    tell_host(&shown(now));
                })
            });
            move || drop(waiting)
        });
    }
    blocked
}

/// Opens what is not shown here in a window of its own, and gives its address where that cannot be.
fn lead_outward(outward: &Outward, dataset: &Dataset) -> Option<String> {
    if let Some(told) = selected(dataset, outward.item.as_deref()) {
        tell_host(&told);
    }
    let link = address::standalone(&outward.query, outward.part.map(View::word));
    if open_outside(&link) {
        return None;
    }
    Some(shown_to_copy(link))
}

/// The address, whose field takes the focus once it is there, in the next task.
fn shown_to_copy(link: String) -> String {
    Timeout::new(0, || focus(BLOCKED)).forget();
    link
}
