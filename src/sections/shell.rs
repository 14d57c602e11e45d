//! What holds the page together: the address, the history, links, the title, the focus, and what was wrong with the address.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::{Callback, Html, component, hook, use_effect_with, use_mut_ref};

use super::in_frame::use_host;
use super::title::page_title;
use super::{SETTLED_AFTER, SectionProps};
use crate::browser::{
    Place, address, is_in_control, on_link, once_shown, reveal, set_head, show_opened, tell_state,
};
use crate::components::notices;
use crate::items::{Kind, kind};
use crate::pages::HEADING;
use crate::state::{Action, State, of_link, restore, use_state_of};

/// The notices; the rest is done in effects.
#[component]
pub fn Shell(section: &SectionProps) -> Html {
    let SectionProps { dataset, store, texts, act, .. } = section;
    let state = use_state_of(store);
    let url = &state.url;
    let blocked = use_host(section);
    use_address(section);
    {
        // Whether something is open that takes the place of the page on a phone, is for the styles to follow:
        // before the focus moves, which nothing hidden takes.
        let item = url.item.as_deref().and_then(|item| kind(dataset, item));
        let detail = matches!(item, Some(Kind::Indicator | Kind::Project)).then(|| url.view.word());
        use_effect_with(detail, |detail| tell_state(*detail));
    }
    use_arrivals(section);
    {
        let (dataset, act, store) = (dataset.clone(), act.clone(), store.clone());
        use_effect_with((), move |()| {
            // The address may be yet to be written.
            let shown = {
                let store = store.clone();
                move || store.now().url.format()
            };
            let follow = move |href: &str| match of_link(href, &store.now().url, &dataset) {
                Some(action) => {
                    act.emit(action);
                    true
                }
                None => false,
            };
            let listening = on_link(shown, follow);
            move || drop(listening)
        });
    }
    {
        let section = section.clone();
        use_effect_with(url.clone(), move |url| {
            let url = url.clone();
            let waiting = Timeout::new(SETTLED_AFTER, move || {
                set_head(&page_title(&section, &url), &url.to_send().href());
            });
            move || drop(waiting)
        });
    }
    let dismiss = {
        let (act, blocked) = (act.clone(), blocked.clone());
        Callback::from(move |()| {
            // The other notices come back.
            if blocked.is_some() {
                blocked.set(None);
            } else {
                act.emit(Action::DismissNotices);
            }
        })
    };
    notices(&state.notices, blocked.as_deref(), &dismiss, texts)
}

/// Follows the history, and writes the address when the state changes: each of the reader's steps as a new entry of the history.
/// Browsers limit how often an address may be written, and writing it takes long.
#[hook]
fn use_address(section: &SectionProps) {
    let state = use_state_of(&section.store);
    // Set at the step: another may be taken before what this one shows is rendered and its effects are run.
    let left = use_mut_ref(|| None::<address::Left>);
    {
        let SectionProps { dataset, pages, act, store, .. } = section.clone();
        let left = left.clone();
        use_effect_with((), move |()| {
            let shown = RefCell::new(store.now());
            let stepping = store.listen(Callback::from({
                let left = left.clone();
                move |state: Rc<State>| {
                    let before = shown.replace(state.clone());
                    if before.steps != state.steps {
                        left.borrow_mut().get_or_insert_with(|| address::Left::now(before.url.href()));
                    }
                }
            }));
            let travelling = address::on_travel(move |view, query, is_other| {
                if is_other {
                    left.take();
                    let (url, notices) = restore(view, &query, &dataset, &pages);
                    act.emit(Action::Restore(Box::new(url), notices));
                }
                // After the page of that address has been rendered.
                Timeout::new(0, address::restore_scroll).forget();
            });
            move || drop((stepping, travelling))
        });
    }
    use_effect_with(state.url.clone(), move |url| {
        let href = url.href();
        let waiting = match left.take() {
            Some(left) => {
                address::push(&left, &href);
                None
            }
            None => Some(Timeout::new(SETTLED_AFTER, move || address::write(&href))),
        };
        move || drop(waiting)
    });
}

/// Moves focus and page to where a link has led, to what was opened, and back to where the focus was when that is closed.
#[hook]
fn use_arrivals(section: &SectionProps) {
    let state = use_state_of(&section.store);
    use_effect_with(state.arrivals, |arrivals| {
        if *arrivals > 0 {
            reveal(HEADING);
            address::scroll_to_top();
        }
    });
    let came_from = use_mut_ref(|| None::<Place>);
    use_effect_with((state.url.item.clone(), state.opened), move |(item, _)| {
        if item.is_none()
            && let Some(place) = came_from.take()
            // What was closed by narrowing its list was closed from there.
            && !is_in_control()
        {
            place.go_back();
        }
        let waiting = item.clone().and_then(|item| {
            came_from.borrow_mut().get_or_insert_with(Place::of_focus);
            // What shows it renders after this component.
            once_shown(move || show_opened(&item))
        });
        move || drop(waiting)
    });
}
