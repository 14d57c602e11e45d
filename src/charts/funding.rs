//! Where the money comes from: sources of money from millions to billions on one scale, currencies apart.

use plan_chart::rows::{Axes, Entry, Form, Panel, Role, Row, RowsChart};
use plan_chart::{Chart, Spread};
use plan_data::questions::by_subject;
use plan_data::{Decimal, Dimension, Figure, Topic};

use super::table::of_figures;
use super::words::{number, role};
use super::{ChartSpec, Material};
use crate::texts::Side;

/// The chart.
pub fn funding(material: &Material<'_>) -> ChartSpec {
    let Material { dataset, texts, .. } = material;
    let (report, words) = (&dataset.report, &texts.charts);
    let mut groups = by_subject(dataset, Topic::Funding);
    // The largest first, by what was there, not by what is planned.
    groups.sort_by_key(|group| std::cmp::Reverse(group.first().and_then(|figure| figure.quantity.in_base())));
    let mut dimensions: Vec<Dimension> = Vec::new();
    for group in &groups {
        for dimension in group.iter().map(|figure| figure.quantity.unit.dimension()) {
            if !dimensions.contains(&dimension) {
                dimensions.push(dimension);
            }
        }
    }
    // Most sources are in one currency: it comes first.
    let of = |dimension: Dimension| {
        groups.iter().filter(move |group| {
            group.first().is_some_and(|figure| figure.quantity.unit.dimension() == dimension)
        })
    };
    dimensions.sort_by_key(|dimension| std::cmp::Reverse(of(*dimension).count()));
    let panels = dimensions.iter().map(|dimension| Panel {
        title: String::new(),
        unit: (words.dimension)(*dimension).1.to_owned(),
        form: Form::Dots,
        spread: Spread::ByPowers,
        rows: of(*dimension).map(|group| row(material, group)).collect(),
    });
    let figures: Vec<&Figure> = groups.iter().flatten().copied().collect();
    let most: Vec<(&str, String)> = dimensions
        .first()
        .into_iter()
        .flat_map(|dimension| of(*dimension))
        .filter_map(|group| group.first())
        .take(2)
        .map(|figure| (material.subject(figure), material.quantity(&figure.quantity)))
        .collect();
    let most: Vec<(&str, &str)> = most.iter().map(|(name, value)| (*name, value.as_str())).collect();
    ChartSpec {
        id: "funding",
        name: words.funding.to_owned(),
        finding: (words.funding_finding)(&most),
        scope: words.funding_scope.to_owned(),
        legend: vec![
            (Form::Dots, Role::Actual, (texts.side)(Side::Actual, report.actual_year)),
            (Form::Dots, Role::Plan, (texts.side)(Side::Plan, report.plan_year)),
        ],
        chart: Chart::Rows(RowsChart {
            panels: panels.collect(),
            axes: Axes::Each,
            magnitudes: material.magnitudes(),
            says: material.says(),
        }),
        table: of_figures(material, &figures),
        source: material.source(&figures, false),
        selection: String::new(),
    }
}

fn row(material: &Material<'_>, figures: &[&Figure]) -> Row {
    let entry = |figure: &&Figure| -> Entry {
        let value = figure.quantity.in_base().map_or(f64::NAN, Decimal::to_f64);
        number(role(figure), value, material.quantity(&figure.quantity))
    };
    let first = figures.first();
    Row {
        id: first.map(|figure| figure.id.clone()).unwrap_or_default(),
        label: first.map(|figure| material.subject(figure).to_owned()).unwrap_or_default(),
        entries: figures.iter().map(entry).collect(),
        details: figures
            .iter()
            .map(|figure| material.figure_details(figure).join(material.texts.charts.comma))
            .collect(),
        pressed: None,
    }
}
