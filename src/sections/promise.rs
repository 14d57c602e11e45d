//! Promise and result, in the order that the reader chooses.

use yew::{Callback, Event, Html, Properties, component, html};

use super::SectionProps;
use crate::browser::value_chosen;
use crate::charts::promise;
use crate::components::Figure;
use crate::state::Sort;

/// What the section is given.
#[derive(PartialEq, Properties)]
pub struct PromiseProps {
    /// The report and the words.
    pub section: SectionProps,
    /// The order.
    pub sort: Sort,
    /// The indicator that is looked at.
    pub item: Option<String>,
    /// Called with another order.
    pub reorder: Callback<Sort>,
    /// Called with the id of an indicator.
    pub pick: Callback<String>,
}

/// The section.
#[component]
pub fn Promise(props: &PromiseProps) -> Html {
    let PromiseProps { section, sort, item, reorder, pick } = props;
    let texts = section.texts;
    let words = &texts.charts;
    let onchange = {
        let reorder = reorder.clone();
        Callback::from(move |event: Event| {
            let chosen = value_chosen(&event);
            if let Some((_, sort)) = Sort::ALL.iter().find(|(word, _)| *word == chosen) {
                reorder.emit(*sort);
            }
        })
    };
    html! {
        <section>
            <Figure
                spec={promise(&section.material(), *sort, item.as_deref())}
                file={section.file()}
                date={section.date()}
                choose={pick.clone()}
                {texts}
            >
                <p class="control">
                    <label for="sort">{ words.sort }</label>
                    <select id="sort" {onchange}>
                        { for words.sorts.iter().map(|(choice, name)| html! {
                            <option value={choice.word()} selected={choice == sort}>{ *name }</option>
                        }) }
                    </select>
                </p>
            </Figure>
        </section>
    }
}
