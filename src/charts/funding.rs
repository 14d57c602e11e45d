//! Where the money comes from: sources of money from millions to billions on one scale, currencies apart.

use plan_chart::Spread;
use plan_chart::rows::{Axes, Entry, Form, Panel, Role, Row};
use plan_data::questions::{by_subject, indicator as find};
use plan_data::{Dimension, Figure, Indicator, Quantity, Topic, Unit};

use super::table::{of_figures, text};
use super::words::{number, on_axis, role};
use super::{ChartSpec, Material};
use crate::texts::{Side, quantity};

/// The chart.
pub fn funding(material: &Material<'_>) -> ChartSpec {
    let Material { dataset, texts, .. } = material;
    let (report, words) = (&dataset.report, texts.charts());
    let mut groups = by_subject(dataset, Topic::Funding);
    // The largest first, by what was there, not by what is planned.
    plan_lean::sort_by_key(&mut groups, |group| {
        std::cmp::Reverse(group.first().and_then(|figure| figure.quantity.in_base()))
    });
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
    plan_lean::sort_by_key(&mut dimensions, |dimension| std::cmp::Reverse(of(*dimension).count()));
    let panels = dimensions.iter().map(|dimension| Panel {
        title: String::new(),
        unit: (words.dimension)(*dimension).1.to_owned(),
        form: Form::Dots,
        spread: Spread::ByPowers,
        rows: of(*dimension).map(|group| row(material, group)).collect(),
    });
    let figures: Vec<&Figure> = groups.iter().flatten().copied().collect();
    let mut table = of_figures(material, &figures);
    let mut with_annex = false;
    for group in &groups {
        if let Some((indicator, plan)) = plan_of_annex(material, group) {
            let mut cells = vec![text((texts.pick)(&indicator.name))];
            cells.extend(material.amount_cells(&plan));
            cells.extend([text((texts.of_year)(report.plan_year, true)), text(words.annex)]);
            table.rows.push(cells);
            with_annex = true;
        }
    }
    let most: Vec<(String, String)> = dimensions
        .first()
        .into_iter()
        .flat_map(|dimension| of(*dimension))
        .filter_map(|group| group.first())
        .take(2)
        .map(|figure| (material.subject(figure), material.quantity(&figure.quantity)))
        .collect();
    let most: Vec<(&str, &str)> = most.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    ChartSpec {
        id: "funding",
        name: words.funding.to_owned(),
        finding: (words.funding_finding)(&most),
        scope: words.funding_scope.to_owned(),
        legend: vec![
            (Form::Dots, Role::Actual, (texts.of_year)(report.actual_year, false)),
            (Form::Dots, Role::Plan, (texts.of_year)(report.plan_year, true)),
        ],
        chart: material.rows(panels.collect(), Axes::Each),
        table,
        source: material.source(&figures, with_annex),
        selection: String::new(),
    }
}

fn row(material: &Material<'_>, figures: &[&Figure]) -> Row {
    let texts = material.texts;
    let entry = |figure: &&Figure| -> Entry {
        let value = on_axis(&figure.quantity);
        number(role(figure), value, material.quantity(&figure.quantity))
    };
    let first = figures.first();
    let mut entries: Vec<Entry> = figures.iter().map(entry).collect();
    let mut details: Vec<String> =
        figures.iter().map(|figure| material.figure_details(figure).join(texts.charts().comma)).collect();
    if let Some((indicator, plan)) = plan_of_annex(material, figures) {
        let report = &material.dataset.report;
        let unit = (texts.pick)(&indicator.unit);
        entries.push(number(Role::Plan, on_axis(&plan), material.quantity(&plan)));
        let told = (texts.page().side_value)(
            Side::Plan,
            report.plan_year,
            &quantity(indicator.plan.printed(), unit),
        );
        details.push([told.as_str(), texts.charts().annex].join(texts.charts().comma));
    }
    Row {
        id: first.map(|figure| figure.id.clone()).unwrap_or_default(),
        label: first.map(|figure| material.subject(figure)).unwrap_or_default(),
        entries,
        details,
        pressed: None,
    }
}

/// The plan that the annex has for the amount of a figure, where the text has none.
fn plan_of_annex<'a>(material: &Material<'a>, figures: &[&Figure]) -> Option<(&'a Indicator, Quantity)> {
    let figure = figures.first().filter(|_| !figures.iter().any(|figure| figure.nature.is_plan()))?;
    let indicator = find(material.dataset, figure.indicator.as_deref()?)?;
    let unit = Unit::try_from(indicator.unit.zh.clone()).ok()?;
    let is_same = unit.dimension() == figure.quantity.unit.dimension();
    let value = indicator.plan.number().filter(|_| is_same)?;
    Some((indicator, Quantity::exactly(value, unit)))
}
