//! The report in numbers: all figures of the text, or those that measure one thing.

use plan_chart::Choosing;
use plan_data::questions::by_dimension;
use yew::{Callback, Html, Properties, component, html};

use super::SectionProps;
use crate::charts::{dimension_of, numbers};
use crate::components::{Figure, Select};

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
    let pick = measure.reform(|chosen: String| Some(chosen).filter(|chosen| !chosen.is_empty()));
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
                choosing={Choosing::Leads}
                {texts}
            >
                <Select
                    id="unit"
                    label={words.choose_unit}
                    value={unit.clone().unwrap_or_default()}
                    choose={pick}
                >
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
                    </Select>
            </Figure>
        </section>
    }
}
