//! How the list of projects is ordered and grouped, and what is chosen of it.

use plan_data::facet::{Choice, Facet};
use yew::{Callback, Html, MouseEvent, component, html};

use super::{SectionProps, is_offered};
use crate::browser::focus;
use crate::components::Select;
use crate::state::{Action, Group, ProjectSort, UrlState, use_url};

/// The id of the line that says how many are shown.
pub(super) const COUNT: &str = "project-count";

/// The controls, as the address has them.
#[component]
pub fn ListControls(section: &SectionProps) -> Html {
    let url = use_url(&section.store, |url| UrlState {
        choice: url.choice.clone(),
        order: url.order,
        by: url.by,
        ..UrlState::default()
    });
    let UrlState { order, by, choice, .. } = &url;
    let SectionProps { texts, act, .. } = section;
    // Projects are put together by what tells them apart.
    let has = |group: Group| group.facet().is_none_or(|facet| is_offered(section, facet));
    let groups: Vec<_> = Group::ALL.iter().filter(|(_, group)| has(*group)).collect();
    html! {
        <>
            <div class="controls">
                <Select
                    id="order"
                    label={texts.sort}
                    value={order.word()}
                    choose={act.reform(|word: String| Action::Order(ProjectSort::of(&word).unwrap_or_default()))}
                >
                    { for ProjectSort::ALL.iter().map(|(word, choice)| html! {
                        <option value={*word} selected={choice == order}>{ (texts.project_sort)(*choice) }</option>
                    }) }
                </Select>
                if groups.len() > 1 {
                <Select
                    id="by"
                    label={texts.group_by}
                    value={by.word()}
                    choose={act.reform(|word: String| Action::GroupBy(Group::of(&word).unwrap_or_default()))}
                >
                    { for groups.iter().map(|(word, choice)| html! {
                        <option value={*word} selected={choice == by}>{ (texts.project_group)(*choice) }</option>
                    }) }
                </Select>
                }
            </div>
            { chips(section, choice) }
        </>
    }
}

/// What is chosen, each a button that takes it back; and one that takes back all.
fn chips(section: &SectionProps, choice: &Choice) -> Html {
    let SectionProps { texts, act, .. } = section;
    if choice.is_empty() {
        return html! { <div class="chips"></div> };
    }
    let material = section.material();
    let chip = |(facet, value): (Facet, &String)| {
        let name = material.value_name(facet, value);
        let chosen = value.clone();
        html! {
            <button
                key={format!("{} {value}", facet.code())}
                type="button"
                class="chip"
                aria-label={(texts.take_back)(&name)}
                onclick={act.reform(move |_: MouseEvent| {
                    // The button goes away: the focus stays near.
                    focus(COUNT);
                    Action::Toggle(facet, chosen.clone())
                })}
            >
                { name }{ " ×" }
            </button>
        }
    };
    let chosen =
        Facet::ALL.into_iter().flat_map(|facet| choice.of(facet).iter().map(move |value| (facet, value)));
    html! {
        <div class="chips">
            <span>{ texts.chosen }</span>
            { for chosen.map(chip) }
            <button type="button" class="quiet" onclick={clear(section)}>{ texts.clear_filter }</button>
        </div>
    }
}

/// Takes back text and choices; the button that did goes away, and the focus stays near.
pub(super) fn clear(section: &SectionProps) -> Callback<MouseEvent> {
    section.act.reform(|_: MouseEvent| {
        focus(COUNT);
        Action::ClearProjects
    })
}
