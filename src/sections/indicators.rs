//! The annex as a table: its headings, names, units and both columns of values.

use plan_data::{Heading, Indicator};
use yew::{Html, component, html};

use super::SectionProps;
use crate::components::CellView;
use crate::texts::{Side, Texts};

/// The section. Rows have explicit roles: the narrow layout takes the table's display away, which would take its
/// meaning for screen readers too.
#[component]
pub fn Indicators(props: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = props;
    let report = &dataset.report;
    html! {
        <section id="indicators" aria-labelledby="indicators-heading">
            <h2 id="indicators-heading">{ texts.indicators }</h2>
            <p class="scope">{ (texts.indicators_scope)(dataset.indicators.len()) }</p>
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
                    </tr>
                </thead>
                { for dataset
                    .indicators
                    .chunk_by(|row, next| row.category == next.category)
                    .map(|rows| category(rows, texts)) }
            </table>
            <p class="source">{ (texts.source)((texts.pick)(&report.annex)) }</p>
        </section>
    }
}

fn category(rows: &[Indicator], texts: &'static Texts) -> Html {
    html! {
        <tbody role="rowgroup">
            if let Some(first) = rows.first() {
                { heading_row("category", &first.category, texts.heading, texts) }
            }
            { for rows.chunk_by(|row, next| row.group == next.group).map(|rows| group(rows, texts)) }
        </tbody>
    }
}

fn group(rows: &[Indicator], texts: &'static Texts) -> Html {
    // 地区生产总值增长 stands as a heading and is a row itself: it is not said twice.
    let heading =
        rows.first().and_then(|first| first.group.as_ref().filter(|group| group.name != first.name));
    html! {
        <>
            if let Some(heading) = heading {
                { heading_row("group", heading, texts.subheading, texts) }
            }
            { for rows.iter().map(|indicator| row(indicator, texts)) }
        </>
    }
}

fn heading_row(
    class: &'static str,
    heading: &Heading,
    write: fn(&str, &str) -> String,
    texts: &Texts,
) -> Html {
    html! {
        <tr role="row" {class}>
            <th role="rowheader" scope="rowgroup" colspan="4">
                { write(&heading.number, (texts.pick)(&heading.name)) }
            </th>
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

fn row(indicator: &Indicator, texts: &'static Texts) -> Html {
    html! {
        <tr role="row" class="indicator" key={indicator.id.clone()}>
            <th role="rowheader" scope="row">
                { name(indicator, texts) }
            </th>
            <td role="cell" class="unit">{ (texts.pick)(&indicator.unit) }</td>
            <td role="cell" class="number">
                <CellView cell={indicator.actual.clone()} side={Side::Actual} {texts} />
            </td>
            <td role="cell" class="number">
                <CellView cell={indicator.plan.clone()} side={Side::Plan} {texts} />
            </td>
        </tr>
    }
}
