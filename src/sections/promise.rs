//! Promise and result, in the order that the reader chooses.

use plan_chart::Choosing;
use yew::{Callback, Html, Properties, component, html};

use super::SectionProps;
use crate::charts::promise;
use crate::components::{Figure, Select};
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
    let choose = {
        let reorder = reorder.clone();
        Callback::from(move |chosen: String| {
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
                choosing={Choosing::Leads}
                follow={item.as_ref().map(|_| ("#indicator", words.follow_indicator.to_owned()))}
                {texts}
            >
                <Select id="sort" label={words.sort} value={sort.word()} {choose}>
                    { for words.sorts.iter().map(|(choice, name)| html! {
                        <option value={choice.word()} selected={choice == sort}>{ *name }</option>
                    }) }
                </Select>
            </Figure>
        </section>
    }
}
