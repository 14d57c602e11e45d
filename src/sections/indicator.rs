//! One indicator: its chart, and everything else that the report says of it.

use plan_data::questions::{indicator as find, indicators_of};
use plan_data::reconcile::Finding;
use plan_data::{Figure as TextFigure, Indicator as Row, Task};
use yew::{Html, component, html};

use super::{SectionProps, Share, extras, item_link, listed_in, part, same_name, statement};
use crate::charts::{amounts_above, indicator};
use crate::components::{ASIDE, Detail, Figure, detail};
use crate::items::indicator_or_first;
use crate::state::{Action, UrlState, View, use_url};

/// The indicator that is open, or else, where there is room beside the list, the first of the annex.
#[component]
pub fn IndicatorDetail(section: &SectionProps) -> Html {
    let url = use_url(&section.store, |url| UrlState { item: url.item.clone(), ..UrlState::default() });
    let SectionProps { dataset, texts, act, .. } = section;
    let open = url.item.filter(|id| find(dataset, id).is_some());
    let frame = Detail {
        id: "indicator-detail",
        name: texts.charts().indicator,
        is_open: open.is_some(),
        close: act.reform(|()| Action::Close),
        back: section.back_to(View::Indicators),
        bar: part::<Share>(section),
    };
    let content = html! {
            if let Some(row) = indicator_or_first(dataset, open.as_deref()) {
                <Figure
                    key={row.id.clone()}
                    spec={indicator(&section.material(), row)}
                    origin={section.origin()}
                    is_wide_first=true
                    wide={ASIDE}
                    embedded_as={row.id.clone()}
                    {texts}
                />
                { more(row, section) }
            }
    };
    detail(frame, content)
}

/// Which way is better, what to know, what the text says, what follows from it.
fn more(row: &Row, section: &SectionProps) -> Html {
    let SectionProps { dataset, findings, texts, .. } = section;
    let words = texts.charts();
    let material = section.material();
    let mentions: Vec<&TextFigure> =
        dataset.figures.iter().filter(|figure| figure.indicator.as_deref() == Some(&row.id)).collect();
    let checked: Vec<&Finding> =
        findings.iter().filter(|finding| finding.indicators.contains(&row.id)).collect();
    let (apart, levels) = amounts_above(&material, row);
    let tasks: Vec<&Task> = dataset
        .tasks
        .iter()
        .filter(|task| indicators_of(dataset, task).iter().any(|of| of.id == row.id))
        .collect();
    html! {
        <div class="more" key={format!("more {}", row.id)}>
            { listed_in(section, &dataset.report.annex, &row.id) }
            // What no editor says follows from its name, and is marked so.
            if row.is_inferred {
                <p class="scope" data-test="inferred">
                    { (words.inferred)((texts.panel)(row.kind), row.direction) }
                </p>
            } else if !row.about.zh.is_empty() || !row.about.en.is_empty() {
                <p>{ (words.direction)(row.direction) }</p>
            }
            if let Some(note) = &row.note {
                <p class="attention">{ (texts.pick)(note) }</p>
            }
            { columns_apart(section, row) }
            { extras(section, &row.id) }
            if !apart.is_empty() {
                <h3>{ (words.above_apart)(&levels.iter().map(String::as_str).collect::<Vec<&str>>()) }</h3>
                <ul>{ for apart.into_iter().map(|told| html! { <li>{ told }</li> }) }</ul>
            }
            if !mentions.is_empty() {
                <h3>{ words.in_the_text }</h3>
                <ul>
                    { for mentions.into_iter().map(|figure| html! { <li>{ statement(section, figure) }{ for same_name(section, figure.is_inferred) }</li> }) }
                </ul>
            }
            if !tasks.is_empty() {
                <h3>{ texts.page().project_tasks }</h3>
                <ul>
                    { for tasks.into_iter().map(|task| html! {
                        <li>
                            { item_link(section, &task.id, html! { { (texts.pick)(&task.text) } }) }
                            { for same_name(section, task.indicators.is_empty()) }
                        </li>
                    }) }
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

/// What further columns say of it that no axis of its years has: sums, means and growth.
fn columns_apart(section: &SectionProps, row: &Row) -> Html {
    let told = section.material().apart(row);
    if told.is_empty() {
        return Html::default();
    }
    html! {
        <dl class="columns" lang="zh-CN">
            { for told.into_iter().map(|(head, value)| html! { <div><dt>{ head }</dt><dd>{ value }</dd></div> }) }
        </dl>
    }
}
