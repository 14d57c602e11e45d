//! All figures of the text in one chart, or those that measure one thing.

use plan_chart::Choosing;
use plan_data::questions::by_dimension;
use yew::{Html, component, html};

use super::SectionProps;
use crate::charts::{dimension_of, numbers};
use crate::components::{Figure, Select};
use crate::state::{Action, UrlState, use_url};

/// The chart.
#[component]
pub fn Numbers(section: &SectionProps) -> Html {
    let UrlState { measure, .. } =
        use_url(&section.store, |url| UrlState { measure: url.measure.clone(), ..UrlState::default() });
    let SectionProps { dataset, texts, act, .. } = section;
    let words = texts.charts();
    let pick = act.reform(|chosen: String| Action::Measure(Some(chosen).filter(|chosen| !chosen.is_empty())));
    // A dot leads to the figures that measure the same.
    let choose = {
        let dataset = dataset.clone();
        act.reform(move |figure: String| Action::Measure(dimension_of(&dataset, &figure).map(str::to_owned)))
    };
    html! {
        <Figure
            spec={numbers(&section.material(), measure.as_deref())}
            origin={section.origin()}
            choose={measure.is_none().then_some(choose)}
            choosing={Choosing::Leads}
            {texts}
        >
            <Select
                id="measure"
                label={words.choose_unit}
                value={measure.clone().unwrap_or_default()}
                choose={pick}
            >
                <option value="" selected={measure.is_none()}>{ words.all_units }</option>
                { for by_dimension(dataset).into_iter().map(|(dimension, figures)| {
                    let (name, base) = (words.dimension)(dimension);
                    let code = dimension.code();
                    html! {
                        <option value={code} selected={measure.as_deref() == Some(code)}>
                            { format!("{name} · {base} · {}", figures.len()) }
                        </option>
                    }
                }) }
            </Select>
        </Figure>
    }
}
