//! The chart that a picture draws: what the page leads with, or how many there are of what it lists.

use plan_chart::Chart;
use plan_chart::rows::{Axes, End, Entry, Form, Panel, Role, Row, RowsChart, Value};
use plan_data::facet::{Choice, Facet};
use plan_data::{IndicatorChoice, Query};
use plan_explorer::charts::{
    ChartSpec, Material, PROMISE, Shown, Table, economy, environment, funding, has_promise, indicator,
    investment, levels, numbers, promise,
};
use plan_explorer::data::Prepared;
use plan_explorer::sections::can_filter;
use plan_explorer::state::{Sort, View};

use super::Of;

/// `None` for the first page, whose picture is not a chart, and where there is nothing to draw: that page has the picture of the first.
pub(super) fn chart(report: &Prepared, material: &Material<'_>, of: Of<'_>) -> Option<ChartSpec> {
    let chart = match of {
        Of::Indicator(one) => indicator(material, one),
        Of::Page(View::Home) => return None,
        Of::Page(View::Projects) => return projects(report, material),
        Of::Page(View::Indicators) if !has_promise(&report.dataset) => return None,
        Of::Page(View::Indicators) => {
            let indicators: Vec<_> = report.dataset.indicators.iter().collect();
            let (sort, choice) = (Sort::default(), IndicatorChoice::default());
            promise(
                material,
                &Shown { id: PROMISE, indicators: &indicators, sort, item: None, choice: &choice },
            )
        }
        Of::Page(View::Tasks) => return tasks(material),
        Of::Page(View::Topics) => {
            let charts = [economy, levels, investment, funding, environment].into_iter();
            return charts.map(|chart| chart(material)).find(|chart| !chart.is_empty());
        }
        Of::Page(View::Data) => ChartSpec { selection: String::new(), ..numbers(material, None) },
    };
    Some(chart).filter(|chart| !chart.is_empty())
}

/// The projects by the stage that they have reached, or else by their sector.
fn projects(report: &Prepared, material: &Material<'_>) -> Option<ChartSpec> {
    let facet = [Facet::Stage, Facet::Sector].into_iter().find(|facet| can_filter(&report.index, *facet))?;
    let Material { dataset, texts, .. } = material;
    let all = dataset.projects.len();
    let scope = material.projects_scope();
    let stages = report.index.select(&Query::default(), &Choice::default());
    let stages = stages.counts(&report.index, facet).into_iter();
    let rows = stages.map(|(stage, count)| (material.value_name(facet, stage), count));
    let title = material.facet_name(facet);
    Some(counts(material, View::Projects, (texts.count)(all), scope, (title, Role::Actual), rows.collect()))
}

/// The tasks by the part of the report.
fn tasks(material: &Material<'_>) -> Option<ChartSpec> {
    let Material { dataset, texts, .. } = material;
    let count = |section: &str| dataset.tasks.iter().filter(|task| task.place.section == section).count();
    let areas = dataset.sections.iter().map(|area| ((texts.pick)(&area.heading).to_owned(), count(&area.id)));
    let areas: Vec<(String, usize)> = areas.filter(|(_, count)| *count > 0).collect();
    if areas.is_empty() {
        return None;
    }
    let all = dataset.tasks.len();
    let finding = (texts.explore().door_tasks)(all);
    // The page's scope is about the words of the tasks, which are not in the picture.
    Some(counts(material, View::Tasks, finding, String::new(), (String::new(), Role::Plan), areas))
}

/// Bars of how many there are of each.
fn counts(
    material: &Material<'_>,
    view: View,
    finding: String,
    scope: String,
    (title, role): (String, Role),
    counts: Vec<(String, usize)>,
) -> ChartSpec {
    let texts = material.texts;
    // Of the text is what it names, and what is said to stand in it.
    let dataset = material.dataset;
    let is_of_text = match view {
        View::Projects => dataset.projects.iter().any(|project| !project.mentions.is_empty()),
        _ => dataset.tasks.iter().any(|task| !task.place.section.is_empty()),
    };
    let source = if is_of_text { texts.page().main_text } else { (texts.pick)(&dataset.report.title) };
    #[expect(clippy::cast_precision_loss, reason = "some hundreds at most")]
    let value = |count: &usize| *count as f64;
    let among: Vec<f64> = counts.iter().map(|(_, count)| value(count)).collect();
    let row = |(label, count): &(String, usize)| Row {
        label: label.clone(),
        entries: vec![Entry {
            role,
            value: Value::Number { value: value(count), label: count.to_string() },
            end: End::Closed,
        }],
        among: among.clone(),
        ..Row::default()
    };
    let rows = counts.iter().map(row).collect();
    let panels = vec![Panel { title, form: Form::Bars, rows, ..Panel::default() }];
    ChartSpec {
        id: "counts",
        name: (texts.explore().section)(view).to_owned(),
        finding,
        scope,
        legend: Vec::new(),
        chart: Chart::Rows(RowsChart { panels, axes: Axes::OfRows, ..RowsChart::default() }),
        table: Table { columns: Vec::new(), rows: Vec::new() },
        source: (texts.source)(source),
        selection: String::new(),
    }
}
