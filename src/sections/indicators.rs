//! The annex: its indicators filtered and sorted, as a table or a chart, and the one that is open beside them.

use plan_data::{IndicatorChoice, IndicatorFacet, indicator_counts, indicators_with};
use yew::{Callback, Html, MouseEvent, Properties, component, html};

use super::heading::SectionHeading;
use super::indicator::IndicatorDetail;
use super::{SectionProps, Share, link_to};
use crate::browser::focus;
use crate::charts::{
    INDICATORS_CHART, IndicatorPanel, Shown, indicator_panels, indicators_selection, indicators_table,
    promise,
};
use crate::components::{CellView, Detail, Figure, SaveTable, Select};
use crate::items::indicator_or_first;
use crate::state::{Action, Form, Sort, View};
use crate::texts::{Side, Texts};
use plan_chart::Choosing;
use plan_data::{Comparison, Heading, Indicator, compare};

/// What the section is given.
#[derive(PartialEq, Properties)]
pub struct IndicatorsProps {
    /// The report and the words.
    pub section: SectionProps,
    /// What of the page is shown.
    pub view: View,
    /// What the indicators are filtered by.
    pub choice: IndicatorChoice,
    /// Their order.
    pub sort: Sort,
    /// How they are shown.
    pub form: Form,
    /// The id of what is open.
    pub item: Option<String>,
}

/// The section.
#[component]
pub fn Indicators(props: &IndicatorsProps) -> Html {
    let IndicatorsProps { section, view, choice, sort, form, item } = props;
    let SectionProps { dataset, texts, act, .. } = section;
    let words = &texts.explore;
    let shown = indicators_with(dataset, choice, None);
    let all = dataset.indicators.len();
    let asked =
        Shown { id: INDICATORS_CHART, indicators: &shown, sort: *sort, item: item.as_deref(), choice };
    let saved = {
        let (section, choice, sort) = (section.clone(), choice.clone(), *sort);
        Callback::from(move |()| {
            let shown = indicators_with(&section.dataset, &choice, None);
            indicators_table(&section.material(), &shown, sort)
        })
    };
    // The button goes away: the focus stays near.
    let clear = act.reform(|_: MouseEvent| {
        focus(IndicatorFacet::Group.code());
        Action::ClearIndicators
    });
    let close: Callback<()> = act.reform(|()| Action::Close);
    html! {
        <section id="indicators" aria-labelledby="indicators-heading">
            <SectionHeading section={section.clone()} of={View::Indicators} view={*view} id="indicators-heading" />
            <p class="scope">{ (texts.indicators_scope)(all) }</p>
            <div class="controls">
                { for IndicatorFacet::ALL.map(|facet| filter(facet, choice, section)) }
                <Select
                    id="sort"
                    label={texts.charts.sort}
                    value={sort.word()}
                    choose={act.reform(|chosen: String| Action::Sort(Sort::of(&chosen).unwrap_or_default()))}
                >
                    { for texts.charts.sorts.iter().map(|(choice, name)| html! {
                        <option value={choice.word()} selected={choice == sort}>{ *name }</option>
                    }) }
                </Select>
                { forms(*form, section) }
            </div>
            <div class="count-line">
                <p class="count" role="status">{ (words.showing_indicators)(shown.len(), all) }</p>
                if !choice.is_empty() {
                    <button type="button" class="quiet" onclick={clear}>
                        { texts.clear_filter }
                    </button>
                }
            </div>
            <div class="master-detail">
                <div class="master">
                    if shown.is_empty() {
                        <p class="nothing">{ words.no_indicator }</p>
                    } else if *form == Form::Chart {
                        <Figure
                            spec={promise(&section.material(), &asked)}
                            file={section.file()}
                            date={section.date()}
                            is_nested=true
                            choose={act.reform(|id: String| Action::Open(id, View::Indicators))}
                            choosing={Choosing::Leads}
                            {texts}
                        />
                    } else {
                        { table(props, &shown) }
                        <p class="source">{ (texts.source)((texts.pick)(&dataset.report.annex)) }</p>
                        <SaveTable
                            name={texts.indicators}
                            selection={indicators_selection(&section.material(), &asked)}
                            table={saved}
                            file={section.file()}
                            {texts}
                        />
                    }
                </div>
                <Detail
                    id="indicator-detail"
                    name={texts.charts.indicator}
                    is_open={item.is_some()}
                    {close}
                    back={words.back}
                    bar={html! { <Share ..section.clone() /> }}
                >
                    if let Some(indicator) = indicator_or_first(dataset, item.as_deref()) {
                        <IndicatorDetail section={section.clone()} id={indicator.id.clone()} />
                    }
                </Detail>
            </div>
        </section>
    }
}

/// A list of a facet's values, each with how many indicators it would leave.
fn filter(facet: IndicatorFacet, choice: &IndicatorChoice, section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, act, .. } = section;
    let words = &texts.explore;
    let material = section.material();
    let chosen = choice.of(facet).unwrap_or_default();
    let choose =
        act.reform(move |value: String| Action::Narrow(facet, Some(value).filter(|value| !value.is_empty())));
    html! {
        <Select id={facet.code()} label={(words.indicator_facet)(facet)} value={chosen.to_owned()} {choose}>
            <option value="" selected={chosen.is_empty()}>{ words.all }</option>
            { for indicator_counts(dataset, choice, facet).into_iter().map(|(value, count)| {
                let name = material.trait_name(facet, &value);
                let is_chosen = chosen == value;
                html! { <option {value} selected={is_chosen}>{ format!("{name} · {count}") }</option> }
            }) }
        </Select>
    }
}

/// Table or chart.
fn forms(form: Form, section: &SectionProps) -> Html {
    let words = &section.texts.explore;
    html! {
        <div class="switch" role="group" aria-label={words.form}>
            { for Form::ALL.iter().map(|(word, choice)| {
                let choice = *choice;
                html! {
                    <button
                        type="button"
                        aria-pressed={(form == choice).to_string()}
                        data-test={format!("as-{word}")}
                        onclick={section.act.reform(move |_: MouseEvent| Action::ShowAs(choice))}
                    >
                        { (words.form_of)(choice) }
                    </button>
                }
            }) }
        </div>
    }
}

/// Rows have explicit roles: the narrow layout takes the table's display away, which would take its meaning for screen
/// readers too.
fn table(props: &IndicatorsProps, shown: &[&Indicator]) -> Html {
    let SectionProps { dataset, texts, .. } = &props.section;
    let report = &dataset.report;
    html! {
        <table class="annex" role="table" aria-labelledby="indicators-heading">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{ texts.name_column }</th>
                    <th role="columnheader" scope="col">{ texts.unit_column }</th>
                    <th role="columnheader" scope="col" class="number">
                        { (texts.side)(Side::Actual, report.actual_year) }
                    </th>
                    <th role="columnheader" scope="col" class="number">
                        { (texts.side)(Side::Plan, report.plan_year) }
                    </th>
                    <th role="columnheader" scope="col" class="number">{ texts.difference }</th>
                </tr>
            </thead>
            if props.sort == Sort::Annex {
                { for shown
                    .chunk_by(|row, next| row.category == next.category)
                    .map(|rows| category(rows, props)) }
            } else {
                { for indicator_panels(shown, props.sort, texts.lang).iter().map(|panel| like(panel, props)) }
            }
        </table>
    }
}

/// Indicators that share an axis: only these can be put in order by their change.
fn like(panel: &IndicatorPanel<'_>, props: &IndicatorsProps) -> Html {
    let texts = props.section.texts;
    let title = format!("{} · {}", (texts.panel)(panel.kind), (texts.pick)(panel.unit));
    html! {
        <tbody role="rowgroup">
            { heading_row("category", &title) }
            { for panel.rows.iter().map(|indicator| row(indicator, props)) }
        </tbody>
    }
}

fn category(rows: &[&Indicator], props: &IndicatorsProps) -> Html {
    let texts = props.section.texts;
    html! {
        <tbody role="rowgroup">
            if let Some(first) = rows.first() {
                { heading_row("category", &written(&first.category, texts.heading, texts)) }
            }
            { for rows.chunk_by(|row, next| row.group == next.group).map(|rows| group(rows, props)) }
        </tbody>
    }
}

fn group(rows: &[&Indicator], props: &IndicatorsProps) -> Html {
    let texts = props.section.texts;
    // 地区生产总值增长 stands as a heading and is a row itself: it is not said twice.
    let heading =
        rows.first().and_then(|first| first.group.as_ref().filter(|group| group.name != first.name));
    html! {
        <>
            if let Some(heading) = heading {
                { heading_row("group", &written(heading, texts.subheading, texts)) }
            }
            { for rows.iter().map(|indicator| row(indicator, props)) }
        </>
    }
}

fn written(heading: &Heading, write: fn(&str, &str) -> String, texts: &Texts) -> String {
    write(&heading.number, (texts.pick)(&heading.name))
}

fn heading_row(class: &'static str, words: &str) -> Html {
    html! {
        <tr role="row" {class}>
            <th role="rowheader" scope="rowgroup" colspan="5">{ words.to_owned() }</th>
        </tr>
    }
}

/// The name with what is printed before it: a number, or the numeral of the heading that the row stands for.
fn name(indicator: &Indicator, texts: &Texts) -> Html {
    let name = (texts.pick)(&indicator.name);
    match (indicator.number, &indicator.group) {
        (Some(number), _) => {
            html! { <><span class="ordinal">{ format!("{number}.") }</span>{ " " }{ name }</> }
        }
        (None, Some(group)) => html! { { (texts.subheading)(&group.number, name) } },
        (None, None) => html! { { name } },
    }
}

fn row(indicator: &Indicator, props: &IndicatorsProps) -> Html {
    let section = &props.section;
    let texts = section.texts;
    let is_open = props.item.as_deref() == Some(indicator.id.as_str());
    let unit = (texts.pick)(&indicator.unit);
    let comparison = compare(indicator);
    let class = if matches!(comparison, Comparison::NotComparable(_)) { "number gap" } else { "number" };
    html! {
        <tr role="row" class="indicator" key={indicator.id.clone()} data-test="indicator-row">
            <th role="rowheader" scope="row">
                { link_to(
                    section,
                    &indicator.id,
                    View::Indicators,
                    None,
                    is_open,
                    name(indicator, texts),
                ) }
            </th>
            <td role="cell" class="unit">{ unit }</td>
            <td role="cell" class="number">
                <CellView cell={indicator.actual.clone()} side={Side::Actual} {texts} />
            </td>
            <td role="cell" class="number">
                <CellView cell={indicator.plan.clone()} side={Side::Plan} {texts} />
            </td>
            <td role="cell" {class}>{ (texts.comparison_short)(comparison, unit) }</td>
        </tr>
    }
}
