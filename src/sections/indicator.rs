//! One indicator: its chart, and everything else that the report says of it.

use plan_data::questions::indicator as find;
use plan_data::reconcile::Finding;
use plan_data::{Figure as TextFigure, Indicator as Row, Task};
use yew::{Html, Properties, component, html};

use super::{SectionProps, item_link};
use crate::charts::{amounts_above, indicator};
use crate::components::Figure;

/// What is shown.
#[derive(PartialEq, Properties)]
pub(super) struct IndicatorDetailProps {
    /// The report and the words.
    pub section: SectionProps,
    /// The id of the indicator.
    pub id: String,
}

/// The indicator.
#[component]
pub(super) fn IndicatorDetail(props: &IndicatorDetailProps) -> Html {
    let IndicatorDetailProps { section, id } = props;
    let Some(row) = find(&section.dataset, id) else {
        return Html::default();
    };
    html! {
        <>
            <Figure
                spec={indicator(&section.material(), row)}
                file={section.file()}
                date={section.date()}
                is_nested=true
                texts={section.texts}
            />
            { more(row, section) }
        </>
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
    let tasks: Vec<&Task> = dataset.tasks.iter().filter(|task| task.indicators.contains(&row.id)).collect();
    html! {
        <div class="more">
            <p>{ (words.direction)(row.direction) }</p>
            if let Some(note) = &row.note {
                <p class="attention">{ (texts.pick)(note) }</p>
            }
            if !apart.is_empty() {
                <h4>{ words.above_apart }</h4>
                <ul>{ for apart.into_iter().map(|told| html! { <li>{ told }</li> }) }</ul>
            }
            if !mentions.is_empty() {
                <h4>{ words.in_the_text }</h4>
                <ul>
                    { for mentions.into_iter().map(|figure| html! {
                        <li>{ item_link(section, &figure.id, html! { { material.statement(figure) } }) }</li>
                    }) }
                </ul>
            }
            if !tasks.is_empty() {
                <h4>{ texts.project_tasks }</h4>
                <ul>
                    { for tasks.into_iter().map(|task| html! {
                        <li>{ item_link(section, &task.id, html! { { (texts.pick)(&task.commitment) } }) }</li>
                    }) }
                </ul>
            }
            if !checked.is_empty() {
                <h4>{ words.checked }</h4>
                <ul>
                    { for checked.into_iter().map(|finding| html! { <li>{ (texts.pick)(&finding.sentence) }</li> }) }
                </ul>
            }
        </div>
    }
}
