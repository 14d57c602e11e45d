//! What holds the page together while it is there: the address, the focus, and what was wrong with the link.

use gloo_timers::callback::Timeout;
use plan_data::Dataset;
use plan_data::facet::values;
use plan_data::indicator_value;
use plan_data::questions::by_dimension;
use yew::{Callback, Html, component, hook, use_effect_with, use_mut_ref};

use super::SectionProps;
use super::in_frame::use_host;
use crate::browser::{Place, address, on_link, reveal, show_opened, tell_state};
use crate::components::notices;
use crate::items::{Kind, home, kind, nearest};
use crate::state::{Action, Id, UrlNotice, UrlState, View, of_link, use_state_of};

/// Writing the address waits this many milliseconds after the last change: browsers limit how often it may be
/// written, and a reader types faster.
const WRITE_AFTER: u32 = 150;

/// The notices; the rest is done in effects.
#[component]
pub fn Shell(section: &SectionProps) -> Html {
    let SectionProps { dataset, store, texts, act, .. } = section;
    let state = use_state_of(store);
    let url = &state.url;
    // Before the address is read, which says what the page is confined to.
    let blocked = use_host(section);
    use_address(section);
    {
        let (dataset, act, store) = (dataset.clone(), act.clone(), store.clone());
        use_effect_with((), move |()| {
            // The address may be yet to be written.
            let shown = move || {
                let now = store.now();
                if now.restored { now.url.format() } else { address::read() }
            };
            let follow = move |query: &str, part: &str| match of_link(query, part, &dataset) {
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
    // What of the page is shown, and whether something open takes its place on a phone, is for the styles to follow.
    {
        // What stands in the page as it is has no detail.
        let detail = match url.item.as_deref().and_then(|item| kind(dataset, item)) {
            Some(Kind::Indicator) => Some(View::Indicators.word()),
            Some(Kind::Project) => Some(View::Projects.word()),
            _ => None,
        };
        use_effect_with(
            (state.restored, url.view, detail, url.item.clone(), state.complete),
            |(restored, view, detail, item, complete)| {
                // Before the address is read, static/boot.js has told.
                if *restored {
                    let is_opening = detail.is_some() && !complete;
                    tell_state(view.word(), detail.filter(|_| *complete), item.as_deref(), is_opening);
                }
            },
        );
    }
    let led = state.led.filter(|_| state.complete);
    use_effect_with(led, |led| {
        if let Some((view, _)) = led {
            reveal(&format!("{}-heading", view.word()));
        }
    });
    use_effect_with(state.restored && state.complete, |is_there| {
        if let Some(id) = address::hash().filter(|_| *is_there) {
            reveal(&id);
        }
    });
    {
        let came_from = use_mut_ref(|| None::<Place>);
        use_effect_with((url.item.clone(), state.opened, state.complete), move |(item, _, is_there)| {
            let waiting = match item {
                Some(item) if *is_there => {
                    let here = Place::of_focus();
                    came_from.borrow_mut().get_or_insert(here);
                    let item = item.clone();
                    // The second module, which shows it, renders after this one.
                    Some(Timeout::new(0, move || show_opened(&item)))
                }
                Some(_) => None,
                None => {
                    if let Some(place) = came_from.take() {
                        place.go_back();
                    }
                    None
                }
            };
            move || drop(waiting)
        });
    }
    let dismiss = {
        let (act, blocked) = (act.clone(), blocked.clone());
        Callback::from(move |()| {
            // What was told before it is told again.
            if blocked.is_some() {
                blocked.set(None);
            } else {
                act.emit(Action::DismissNotices);
            }
        })
    };
    notices(&state.notices, blocked.as_deref(), &dismiss, texts)
}

/// Reads the address at the start and when the reader goes back or forward, and writes it when the state changes: what
/// going back undoes as a new entry of the history.
#[hook]
fn use_address(section: &SectionProps) {
    let state = use_state_of(&section.store);
    {
        let (dataset, act) = (section.dataset.clone(), section.act.clone());
        use_effect_with((), move |()| {
            let restore = move |query: &str| act.emit(read_address(query, &dataset));
            restore(&address::read_first());
            let travelling = address::on_travel(move |query| restore(&query));
            move || drop(travelling)
        });
    }
    // The steps taken, and what was shown, when the address was last to be written.
    let last = use_mut_ref(|| (0_u32, None::<String>));
    use_effect_with((state.restored, state.steps, state.url.clone()), move |(restored, steps, url)| {
        let query = restored.then(|| url.format());
        let (steps_before, before) = last.replace((*steps, query.clone()));
        let waiting = query.and_then(|query| match before {
            Some(before) if *steps > steps_before => {
                // What was yet to be written belongs to the entry that is left.
                address::write(&before);
                address::push(&query);
                None
            }
            _ => Some(Timeout::new(WRITE_AFTER, move || address::write(&query))),
        });
        move || drop(waiting)
    });
}

/// What the address says, without what this report does not have.
fn read_address(query: &str, dataset: &Dataset) -> Action {
    let (mut url, mut notices) = UrlState::parse(query);
    notices.extend(url.keep_known(|kind, id| match kind {
        Id::Item => home(dataset, id).is_some(),
        Id::Section => dataset.sections.iter().any(|section| section.id == id),
        Id::Dimension => by_dimension(dataset).iter().any(|(dimension, _)| dimension.code() == id),
        Id::Value(facet) => {
            dataset.projects.iter().any(|project| values(project, facet).iter().any(|value| value == id))
        }
        Id::Trait(facet) => {
            dataset.indicators.iter().any(|indicator| indicator_value(dataset, indicator, facet) == id)
        }
    }));
    // What is asked for and not there is replaced by what is called nearly so.
    for notice in &mut notices {
        if let UrlNotice::NotInReport("item", id) = notice
            && let Some(near) = nearest(dataset, id)
        {
            url.item = Some(near.to_owned());
            *notice = UrlNotice::Nearest(id.clone(), near.to_owned());
        }
    }
    // What is open must be in sight.
    if let Some(view) = url.item.as_deref().and_then(|id| home(dataset, id))
        && url.view != View::All
    {
        url.view = view;
    }
    Action::Restore(Box::new(url), notices)
}
