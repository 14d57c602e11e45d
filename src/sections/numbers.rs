//! The largest figures of the text, by what they measure.

use plan_data::questions::by_dimension;
use yew::{Html, component, html};

use super::SectionProps;
use crate::charts::{first_dimension, is_ranked, numbers};
use crate::components::{Figure, Select};
use crate::state::{Action, UrlState, use_url};

/// The chart.
#[component]
pub fn Numbers(section: &SectionProps) -> Html {
    let UrlState { measure, .. } =
        use_url(&section.store, |url| UrlState { measure: url.measure.clone(), ..UrlState::default() });
    let SectionProps { dataset, texts, act, .. } = section;
    let words = texts.charts();
    let first = first_dimension(dataset);
    // What is shown without a choice is no choice.
    let pick = act.reform(move |chosen: String| {
        Action::Measure(Some(chosen).filter(|chosen| Some(chosen.as_str()) != first))
    });
    let shown = measure.as_deref().or(first);
    let groups = by_dimension(dataset);
    // What cannot be ranked is offered where a link asks for it only.
    let offered = groups
        .iter()
        .filter(|(dimension, figures)| is_ranked(*dimension, figures) || Some(dimension.code()) == shown);
    html! {
        <Figure spec={numbers(&section.material(), shown)} origin={section.origin()} {texts}>
            <Select
                id="measure"
                label={words.choose_unit}
                value={shown.unwrap_or_default().to_owned()}
                choose={pick}
            >
                { for offered.map(|(dimension, figures)| {
                    let (name, base) = (words.dimension)(*dimension);
                    let code = dimension.code();
                    html! {
                        <option value={code} selected={shown == Some(code)}>
                            { format!("{name} · {base} · {}", figures.len()) }
                        </option>
                    }
                }) }
            </Select>
        </Figure>
    }
}
