//! One indicator: its chart, and everything else that the report says of it.

use plan_data::questions::indicator as find;
use plan_data::reconcile::Finding;
use plan_data::{Figure as TextFigure, Indicator as Row};
use yew::{Callback, Html, Properties, component, html};

use super::SectionProps;
use crate::charts::{amounts_above, indicator};
use crate::components::{Figure, Select};

/// What the section is given.
#[derive(PartialEq, Properties)]
pub struct IndicatorProps {
    /// The report and the words.
    pub section: SectionProps,
    /// The id of the indicator; without one, the first of the annex is shown.
    pub item: Option<String>,
    /// Called with the id of another one.
    pub pick: Callback<String>,
}

/// The section.
#[component]
pub fn Indicator(props: &IndicatorProps) -> Html {
    let IndicatorProps { section, item, pick } = props;
    let SectionProps { dataset, texts, .. } = section;
    let words = &texts.charts;
    let chosen = item.as_deref().and_then(|id| find(dataset, id)).or(dataset.indicators.first());
    let Some(chosen) = chosen else {
        return Html::default();
    };
    html! {
        <section>
            <Figure
                spec={indicator(&section.material(), chosen)}
                file={section.file()}
                date={section.date()}
                {texts}
            >
                <Select
                    id="item"
                    label={words.choose_indicator}
                    value={chosen.id.clone()}
                    choose={pick.clone()}
                >
                    { for dataset
                        .indicators
                        .chunk_by(|row, next| row.category == next.category)
                        .map(|rows| options(rows, chosen, section)) }
                </Select>
            </Figure>
            { more(chosen, section) }
        </section>
    }
}

fn options(rows: &[Row], chosen: &Row, section: &SectionProps) -> Html {
    let pick = section.texts.pick;
    let category = rows.first().map(|row| pick(&row.category.name).to_owned()).unwrap_or_default();
    html! {
        <optgroup label={category}>
            { for rows.iter().map(|row| html! {
                <option value={row.id.clone()} selected={row.id == chosen.id}>{ pick(&row.name) }</option>
            }) }
        </optgroup>
    }
}

/// Which way is better, what to know, what the text says, what follows from it.
fn more(row: &Row, section: &SectionProps) -> Html {
    let SectionProps { dataset, findings, texts, .. } = section;
    let words = &texts.charts;
    let material = section.material();
    let mentions: Vec<&TextFigure> =
        dataset.figures.iter().filter(|figure| figure.indicator.as_deref() == Some(&row.id)).collect();
    let checked: Vec<&Finding> =
        findings.iter().filter(|finding| finding.indicators.contains(&row.id)).collect();
    let apart = amounts_above(&material, row);
    html! {
        <div class="more">
            <p>{ (words.direction)(row.direction) }</p>
            if let Some(note) = &row.note {
                <p class="attention">{ (texts.pick)(note) }</p>
            }
            if !apart.is_empty() {
                <h3>{ words.above_apart }</h3>
                <ul>{ for apart.into_iter().map(|told| html! { <li>{ told }</li> }) }</ul>
            }
            if !mentions.is_empty() {
                <h3>{ words.in_the_text }</h3>
                <ul>
                    { for mentions.into_iter().map(|figure| html! { <li>{ material.statement(figure) }</li> }) }
                </ul>
            }
            if !checked.is_empty() {
                <h3>{ words.checked }</h3>
                <ul>
                    { for checked.into_iter().map(|finding| html! { <li>{ (texts.pick)(&finding.sentence) }</li> }) }
                </ul>
            }
        </div>
    }
}
