//! Bars that filter the projects and follow their other filters.

use std::rc::Rc;

use yew::{Callback, Html, MouseEvent, Properties, component, html, use_state_eq};

use super::SectionProps;
use super::found::{Found, use_settled};
use crate::charts::{ALWAYS_SHOWN, Chosen, facet_of, projects};
use crate::components::Figure;
use crate::state::Action;

/// What is shown.
#[derive(PartialEq, Properties)]
pub(super) struct FacetsProps {
    /// The report and the words.
    pub section: SectionProps,
    /// What the bars count.
    pub found: Rc<Found>,
}

/// The bars. The list answers every letter; they, which are much to draw, what has been typed.
#[component]
pub(super) fn Facets(props: &FacetsProps) -> Html {
    let found = use_settled(&props.found);
    html! { <Bars section={props.section.clone()} {found} /> }
}

/// The bars of what they are given.
#[component]
fn Bars(props: &FacetsProps) -> Html {
    let FacetsProps { section, found } = props;
    let Found { text, choice, selection, .. } = &**found;
    let SectionProps { dataset, index, texts, act, .. } = section;
    let words = &texts.charts;
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
            file={section.file()}
            date={section.date()}
            is_nested=true
            {choose}
            follow={Some(("#project-list", (texts.showing)(selection.len(), dataset.projects.len())))}
            {texts}
        >
            if places > ALWAYS_SHOWN {
                <p class="control">
                    <button type="button" class="quiet" aria-expanded={all_places.to_string()} onclick={more}>
                        { if *all_places { words.fewer_places.to_owned() } else { (words.all_places)(places) } }
                    </button>
                </p>
            }
        </Figure>
    }
}
