//! Promise and result: the indicators in percent, last year's result beside this year's plan.

use plan_chart::promise::{Panel, Point, PromiseChart, Row, Words};
use plan_data::{Cell, Comparison, Dataset, Decimal, Indicator, Kind, Measure, Value, compare};
use yew::{Html, component, html};

use super::SectionProps;
use crate::components::{CellView, PromiseChartView};
use crate::texts::{PromiseCount, Side, Texts, quantity};

/// Only like with like on one axis: growth apart from shares.
const PANELS: [Kind; 2] = [Kind::Growth, Kind::Share];

/// The indicators in percent, in the annex's order.
fn rates(dataset: &Dataset) -> impl Iterator<Item = &Indicator> {
    dataset.indicators.iter().filter(|indicator| indicator.measure() == Measure::Rate)
}

/// The chart of a report in a language.
pub fn promise_chart(dataset: &Dataset, texts: &Texts) -> PromiseChart {
    let panels = PANELS
        .map(|kind| Panel {
            title: (texts.panel)(kind).to_owned(),
            rows: rates(dataset)
                .filter(|indicator| indicator.kind == kind)
                .map(|indicator| row(dataset, indicator, texts))
                .collect(),
        })
        .into_iter()
        .filter(|panel| !panel.rows.is_empty())
        .collect();
    PromiseChart { panels }
}

fn row(dataset: &Dataset, indicator: &Indicator, texts: &Texts) -> Row {
    let unit = (texts.pick)(&indicator.unit);
    let report = &dataset.report;
    let value = |side: Side, year: u16, cell: &Cell| {
        let written = match cell.value() {
            Value::Number(_) => quantity(cell.printed(), unit),
            other => words(other, side, texts).1,
        };
        (texts.side_value)(side, year, &written)
    };
    Row {
        id: indicator.id.clone(),
        label: (texts.pick)(&indicator.name).to_owned(),
        actual: point(&indicator.actual, Side::Actual, texts),
        plan: point(&indicator.plan, Side::Plan, texts),
        details: vec![
            value(Side::Actual, report.actual_year, &indicator.actual),
            value(Side::Plan, report.plan_year, &indicator.plan),
            (texts.comparison)(compare(indicator), unit, report.plan_year),
        ],
    }
}

fn point(cell: &Cell, side: Side, texts: &Texts) -> Point {
    match cell.value() {
        Value::Number(number) => {
            Point::Number { value: number.to_f64(), label: quantity(cell.printed(), "") }
        }
        other => {
            let (kind, label) = words(other, side, texts);
            Point::Words { kind, label }
        }
    }
}

fn words(value: Value, side: Side, texts: &Texts) -> (Words, String) {
    let (kind, label) = match value {
        Value::SteadyGrowth => (Words::Rising, texts.steady_growth),
        Value::StableGrowth => (Words::Rising, texts.stable_growth),
        Value::AssignedByCity => (Words::Assigned, texts.assigned_by_city),
        Value::NotSet | Value::Number(_) => (Words::Missing, (texts.not_set)(side)),
    };
    (kind, label.to_owned())
}

fn count(dataset: &Dataset) -> PromiseCount {
    let mut count = PromiseCount::default();
    for indicator in rates(dataset) {
        if let Comparison::Points(difference) = compare(indicator) {
            match difference.cmp(&Decimal::ZERO) {
                std::cmp::Ordering::Less => count.below += 1,
                std::cmp::Ordering::Equal => count.same += 1,
                std::cmp::Ordering::Greater => count.above += 1,
            }
        }
    }
    count
}

/// The section: finding, legend, chart, table twin and source.
#[component]
pub fn Promise(props: &SectionProps) -> Html {
    let SectionProps { dataset, texts } = props;
    let report = &dataset.report;
    let chart = promise_chart(dataset, texts);
    let rows = chart.rows().count();
    html! {
        <section id="promise" aria-labelledby="promise-heading">
            <p class="eyebrow">{ texts.promise }</p>
            <h2 id="promise-heading">
                { (texts.promise_finding)(count(dataset), report.actual_year, report.plan_year) }
            </h2>
            <p class="scope">{ (texts.promise_scope)(rows) }</p>
            { legend(texts, report.actual_year, report.plan_year) }
            <PromiseChartView {chart} description={(texts.promise_description)(rows)} full_stop={texts.full_stop} />
            <details class="twin">
                <summary>{ texts.promise_table }</summary>
                { twin(dataset, texts) }
            </details>
            <p class="source">{ (texts.source)((texts.pick)(&report.annex)) }</p>
        </section>
    }
}

fn legend(texts: &Texts, actual_year: u16, plan_year: u16) -> Html {
    html! {
        <ul class="legend">
            <li>
                <svg class="promise-chart" width="16" height="16" aria-hidden="true">
                    <circle class="actual" cx="8" cy="8" r="5" />
                </svg>
                { (texts.side)(Side::Actual, actual_year) }
            </li>
            <li>
                <svg class="promise-chart" width="16" height="16" aria-hidden="true">
                    <circle class="plan" cx="8" cy="8" r="6" fill="none" />
                </svg>
                { (texts.side)(Side::Plan, plan_year) }
            </li>
        </ul>
    }
}

fn twin(dataset: &Dataset, texts: &'static Texts) -> Html {
    let report = &dataset.report;
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={texts.promise}>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ texts.name_column }</th>
                        <th scope="col" class="number">{ (texts.side)(Side::Actual, report.actual_year) }</th>
                        <th scope="col" class="number">{ (texts.side)(Side::Plan, report.plan_year) }</th>
                        <th scope="col" class="number">{ texts.difference }</th>
                    </tr>
                </thead>
                <tbody>
                    { for rates(dataset).map(|indicator| html! {
                        <tr key={indicator.id.clone()}>
                            <th scope="row">{ (texts.pick)(&indicator.name) }</th>
                            <td class="number">
                                <CellView cell={indicator.actual.clone()} side={Side::Actual} {texts} />
                            </td>
                            <td class="number">
                                <CellView cell={indicator.plan.clone()} side={Side::Plan} {texts} />
                            </td>
                            <td class="number">
                                { (texts.comparison_short)(compare(indicator), (texts.pick)(&indicator.unit)) }
                            </td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
