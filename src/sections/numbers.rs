//! The report in numbers: all figures of the text, or those that measure one thing.

use plan_data::questions::by_dimension;
use yew::{Callback, Event, Html, Properties, component, html};

use super::SectionProps;
use crate::browser::value_chosen;
use crate::charts::{dimension_of, numbers};
use crate::components::Figure;

/// What the section is given.
#[derive(PartialEq, Properties)]
pub struct NumbersProps {
    /// The report and the words.
    pub section: SectionProps,
    /// The code of what the figures measure; all without one.
    pub unit: Option<String>,
    /// Called with another code, or none.
    pub measure: Callback<Option<String>>,
}

/// The section.
#[component]
pub fn Numbers(props: &NumbersProps) -> Html {
    let NumbersProps { section, unit, measure } = props;
    let SectionProps { dataset, texts, .. } = section;
    let words = &texts.charts;
    let onchange =
        measure.reform(|event: Event| Some(value_chosen(&event)).filter(|chosen| !chosen.is_empty()));
    // A dot leads to the figures that measure the same.
    let choose = {
        let dataset = dataset.clone();
        measure.reform(move |figure: String| dimension_of(&dataset, &figure).map(str::to_owned))
    };
    html! {
        <section>
            <Figure
                spec={numbers(&section.material(), unit.as_deref())}
                file={section.file()}
                date={section.date()}
                choose={unit.is_none().then_some(choose)}
                {texts}
            >
                <p class="control">
                    <label for="unit">{ words.choose_unit }</label>
                    <select id="unit" {onchange}>
                        <option value="" selected={unit.is_none()}>{ words.all_units }</option>
                        { for by_dimension(dataset).into_iter().map(|(dimension, figures)| {
                            let (name, base) = (words.dimension)(dimension);
                            let code = dimension.code();
                            html! {
                                <option value={code} selected={unit.as_deref() == Some(code)}>
                                    { format!("{name} · {base} · {}", figures.len()) }
                                </option>
                            }
                        }) }
                    </select>
                </p>
            </Figure>
        </section>
    }
}
