//! Bars that filter the projects and follow their other filters.

use std::rc::Rc;

use plan_data::facet::Facet;
use yew::{Callback, Html, MouseEvent, Properties, component, html, use_state_eq};

use super::SectionProps;
use super::found::{Found, use_found, use_settled};
use crate::charts::{ALWAYS_SHOWN, Chosen, facet_of, projects};
use crate::components::{Figure, changing};
use crate::state::{Action, UrlState, use_url};

/// The width of the bars in a window of 1280 px: two of five parts beside the list of projects.
const BESIDE_PROJECTS: i32 = 403;

/// What is shown.
#[derive(PartialEq, Properties)]
struct BarsProps {
    /// The report and the words.
    section: SectionProps,
    /// What the bars count.
    found: Rc<Found>,
}

/// The bars. The list answers every letter; the bars, which are much to draw, follow when the typing pauses.
#[component]
pub fn Facets(section: &SectionProps) -> Html {
    let url = use_url(&section.store, |url| UrlState {
        query: url.query.clone(),
        choice: url.choice.clone(),
        ..UrlState::default()
    });
    let found = use_found(section, &url.query, &url.choice);
    let found = use_settled(&found);
    let is_open = use_state_eq(|| false);
    let show = {
        let is_open = is_open.clone();
        move |_: MouseEvent| is_open.set(!*is_open)
    };
    let count = Facet::ALL.iter().map(|facet| url.choice.of(*facet).len()).sum::<usize>();
    html! {
        <>
            // Where the bars would push the list out of sight, a button opens them (styles/projects.css).
            <button
                type="button"
                class="open-facets"
                aria-expanded={is_open.to_string()}
                aria-controls="facet-bars"
                onclick={show}
            >
                { changing((section.texts.explore().show_facets)(count)) }
            </button>
            <div id="facet-bars" class={if *is_open { "facets open" } else { "facets" }}>
                <Bars section={section.clone()} {found} />
            </div>
        </>
    }
}

/// The bars of what they are given.
#[component]
fn Bars(props: &BarsProps) -> Html {
    let BarsProps { section, found } = props;
    let Found { text, choice, selection, .. } = &**found;
    let SectionProps { dataset, index, texts, act, .. } = section;
    let words = texts.charts();
    let all_places = use_state_eq(|| false);
    let chosen = Chosen { text: text.as_str(), choice, selection };
    let spec = projects(&section.material(), index, &chosen, *all_places);
    let choose = {
        let act = act.clone();
        Callback::from(move |id: String| {
            if let Some((facet, value)) = facet_of(&id) {
                act.emit(Action::Toggle(facet, value.to_owned()));
            }
        })
    };
    let more = {
        let all_places = all_places.clone();
        move |_: MouseEvent| all_places.set(!*all_places)
    };
    let places = dataset.places.len();
    html! {
        <Figure
            {spec}
            origin={section.origin()}
            is_wide_first=true
            wide={BESIDE_PROJECTS}
            {choose}
            follow={Some(("#project-list", (texts.showing)(selection.len(), dataset.projects.len())))}
            {texts}
        >
            if places > ALWAYS_SHOWN {
                <p class="control">
                    <button type="button" class="quiet" aria-expanded={all_places.to_string()} onclick={more}>
                        { changing(if *all_places { words.fewer_places.to_owned() } else { (words.all_places)(places) }) }
                    </button>
                </p>
            }
        </Figure>
    }
}
