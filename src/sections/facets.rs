//! The categories that filter the projects, each with the number of projects that it would leave: beside the list where there is
//! room, a sheet over it on a phone.

use std::rc::Rc;

use plan_data::facet::{Facet, UNSTATED};
use yew::{
    Callback, FocusEvent, Html, KeyboardEvent, MouseEvent, Properties, component, html, use_effect_with,
    use_mut_ref, use_node_ref, use_state_eq,
};

use super::found::{Found, use_found, use_settled};
use super::list_controls::COUNT;
use super::{SectionProps, is_offered};
use crate::browser::{address, focus, focus_goes_elsewhere, is_fixed, on_press_outside};
use crate::components::changing;
use crate::items::FACETS;
use crate::state::{Action, UrlState, use_url};

/// The id of the button that opens the sheet.
const OPENER: &str = "open-facets";

/// What residents ask for first comes first.
const SHOWN: [Facet; 6] = [Facet::Sector, Facet::Place, Facet::Stage, Facet::Work, Facet::Year, Facet::List];

/// So many places are shown before the reader asks for all.
const COMMON_PLACES: usize = 8;

/// The categories. The list answers every letter; their numbers follow when the typing pauses.
#[component]
pub fn Facets(section: &SectionProps) -> Html {
    let url = use_url(&section.store, |url| UrlState {
        query: url.query.clone(),
        choice: url.choice.clone(),
        item: url.item.clone().filter(|item| item == FACETS),
        ..UrlState::default()
    });
    let found = use_found(section, &url.query, &url.choice);
    let settled = use_settled(&found);
    let is_open = use_state_eq(|| url.item.is_some());
    let frame = use_node_ref();
    // A sheet over the page is closed by the Back key, too, and by whatever is done beside it: that may lead elsewhere, and must not
    // go back at the same time.
    let is_over = use_mut_ref(|| false);
    let close = {
        let (is_open, is_over) = (is_open.clone(), is_over.clone());
        Callback::from(move |()| {
            is_open.set(false);
            if is_over.replace(false) {
                address::back();
            }
        })
    };
    let leave = {
        let (is_open, is_over) = (is_open.clone(), is_over.clone());
        Callback::from(move |()| {
            is_open.set(false);
            if is_over.replace(false) {
                address::forget_over();
            }
        })
    };
    {
        let (is_open, is_over, leave, frame) =
            (is_open.clone(), is_over.clone(), leave.clone(), frame.clone());
        use_effect_with(*is_open, move |now| {
            let listening = (*now && is_fixed(FACETS)).then(|| {
                is_over.replace(true);
                address::push_over(true);
                let arrived = address::on_arrival(move |_| {
                    is_over.replace(false);
                    is_open.set(false);
                });
                (arrived, on_press_outside(&frame, move || leave.emit(())))
            });
            move || drop(listening)
        });
    }
    let onfocusout = {
        let frame = frame.clone();
        Callback::from(move |event: FocusEvent| {
            if is_fixed(FACETS) && focus_goes_elsewhere(&frame, &event) {
                leave.emit(());
            }
        })
    };
    let show = {
        let (is_open, close) = (is_open.clone(), close.clone());
        move |_: MouseEvent| if *is_open { close.emit(()) } else { is_open.set(true) }
    };
    let onkeydown = {
        let (is_open, close) = (is_open.clone(), close.clone());
        Callback::from(move |event: KeyboardEvent| {
            if *is_open && event.key() == "Escape" {
                close.emit(());
                focus(OPENER);
            }
        })
    };
    // Without anything to choose from there is no list of it.
    if !SHOWN.into_iter().any(|facet| is_offered(section, facet)) {
        return Html::default();
    }
    let count = Facet::ALL.iter().map(|facet| url.choice.of(*facet).len()).sum::<usize>();
    let words = section.texts.explore();
    html! {
        <div class={if *is_open { "facets open" } else { "facets" }} ref={frame} {onkeydown} {onfocusout}>
            // Where the categories would push the list out of sight, a button opens them (styles/projects.css).
            <button
                type="button"
                id={OPENER}
                class="open-facets"
                aria-expanded={is_open.to_string()}
                aria-controls={FACETS}
                onclick={show}
            >
                { changing((words.show_facets)(count)) }
            </button>
            <div id={FACETS} class="sheet" role="group" aria-label={words.categories}>
                <Categories section={section.clone()} found={settled} />
                <div class="sheet-foot">
                    <button type="button" onclick={close.reform(|_: MouseEvent| focus(COUNT))}>
                        { changing((words.see_projects)(found.selection.len())) }
                    </button>
                </div>
            </div>
        </div>
    }
}

/// What is shown.
#[derive(PartialEq, Properties)]
struct CategoriesProps {
    /// The report and the words.
    section: SectionProps,
    /// What is counted.
    found: Rc<Found>,
}

/// The values of each facet with the numbers of what is found.
#[component]
fn Categories(props: &CategoriesProps) -> Html {
    let CategoriesProps { section, found } = props;
    let texts = section.texts;
    let all_places = use_state_eq(|| false);
    let more = {
        let all_places = all_places.clone();
        move |_: MouseEvent| all_places.set(!*all_places)
    };
    let places = found.selection.counts(&section.index, Facet::Place);
    let places = places.iter().filter(|(place, _)| *place != UNSTATED).count();
    let words = if *all_places {
        texts.explore().fewer_places.to_owned()
    } else {
        (texts.explore().all_places)(places)
    };
    let other_places = html! {
        <button type="button" class="quiet" aria-expanded={all_places.to_string()} onclick={more}>
            { changing(words) }
        </button>
    };
    html! {
        <>
            { for SHOWN.into_iter().filter(|facet| is_offered(section, *facet)).map(|facet| {
                let more = (facet == Facet::Place && places > COMMON_PLACES).then(|| other_places.clone());
                group(section, found, facet, *all_places, more)
            }) }
            if section.dataset.is_edited() {
                <p class="scope">{ texts.explore().categories_scope }</p>
            }
        </>
    }
}

/// A facet: its name, its values, and what shows more of them.
fn group(section: &SectionProps, found: &Found, facet: Facet, all_places: bool, more: Option<Html>) -> Html {
    let material = section.material();
    let name = material.facet_name(facet);
    let is_chosen = |value: &str| found.choice.of(facet).iter().any(|chosen| chosen == value);
    let mut counts = found.selection.counts(&section.index, facet);
    let rare = if facet == Facet::Place && !all_places { counts.get(COMMON_PLACES..) } else { None };
    let rare: Vec<&str> =
        rare.into_iter().flatten().map(|(value, _)| *value).filter(|value| *value != UNSTATED).collect();
    let is_rare = |value: &str| rare.contains(&value);
    if facet == Facet::Place {
        if all_places {
            plan_lean::sort_by_key(&mut counts, |(value, _)| material.place_order(value));
        } else {
            counts.retain(|(value, _)| !is_rare(value) || is_chosen(value));
        }
    }
    let choice = |(value, count): (&str, usize)| {
        let is_chosen = is_chosen(value);
        let chosen = value.to_owned();
        // What nothing is left of cannot be chosen again, and a rare place goes away: the focus stays near.
        let leaves = is_chosen && (count == 0 || is_rare(value));
        let choose = section.act.reform(move |_: MouseEvent| {
            if leaves {
                focus(FACETS);
            }
            Action::Toggle(facet, chosen.clone())
        });
        html! {
            <button
                key={value}
                type="button"
                class="choice"
                data-id={format!("{}:{value}", facet.code())}
                aria-pressed={is_chosen.to_string()}
                disabled={count == 0 && !is_chosen}
                onclick={choose}
            >
                { material.value_name(facet, value) }{ " " }<span class="choice-count">{ changing(count.to_string()) }</span>
            </button>
        }
    };
    html! {
        <div key={facet.code()} class="facet" role="group" aria-label={name.clone()}>
            <p class="facet-name">{ name }</p>
            <div class="choices">
                { for counts.into_iter().map(choice) }
                { for more }
            </div>
        </div>
    }
}
