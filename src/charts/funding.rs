//! Money that the report tells of, from millions to billions: what arrived, what was sought and what enterprises got apart, and
//! other currencies in words.

use plan_chart::rows::{Axes, Entry, Form, Panel, Role, Row};
use plan_data::questions::{by_subject, indicator as find};
use plan_data::sheet::Field;
use plan_data::{Dimension, Figure, Indicator, Quantity, Topic, Unit};

use super::table::{Column, Table, of_figures, text};
use super::words::{cell_text, in_words, on_one_scale, quantity_entry, role};
use super::{ChartSpec, Material};
use crate::texts::Side;

/// What is told of each sort of money. Sorts are not ranked among one another: applied for is not obtained.
const TOPICS: [Topic; 3] = [Topic::FundingReceived, Topic::FundingSought, Topic::FundingEnterprises];

/// The chart: a panel for each sort of money.
pub fn funding(material: &Material<'_>) -> ChartSpec {
    let Material { dataset, texts, .. } = material;
    let (report, words) = (&dataset.report, texts.charts());
    let mut panels: Vec<Panel> = Vec::new();
    let mut figures: Vec<&Figure> = Vec::new();
    let mut from_annex = Vec::new();
    let mut told: Vec<(Topic, String)> = Vec::new();
    for topic in TOPICS {
        let mut groups = by_subject(dataset, topic);
        // The largest first, by what was there, not by what is planned.
        plan_lean::sort_by_key(&mut groups, |group| {
            std::cmp::Reverse(group.first().and_then(|figure| figure.quantity.in_base()))
        });
        let mut rows = Vec::new();
        for group in &groups {
            rows.push(row(material, group));
            from_annex.extend(plan_of_annex(material, group));
            figures.extend(group);
        }
        if !rows.is_empty() {
            let title = (words.funding_topic)(topic).to_owned();
            panels.push(Panel { title, form: Form::Bars, rows: on_one_scale(rows), ..Panel::default() });
        }
        // Within one sort the sums can be ranked.
        if let Some(most) = groups.first().and_then(|group| group.first()) {
            let amount = material.quantity(&most.quantity);
            told.push((topic, (words.funding_amount)(&material.subject(most), &amount)));
        }
    }
    let mut table = of_figures(material, &figures);
    for (indicator, plan) in &from_annex {
        table.rows.push(annex_row(material, indicator, plan, &table));
    }
    ChartSpec {
        id: "funding",
        name: words.funding.to_owned(),
        finding: (words.funding_finding)(&told),
        scope: words.funding_scope.to_owned(),
        legend: vec![
            (Form::Bars, Role::Actual, (texts.of_year)(report.actual_year, false)),
            (Form::Bars, Role::Plan, (texts.of_year)(report.plan_year, true)),
        ],
        chart: material.rows(panels, Axes::OfRows),
        table,
        source: material.source(&figures, !from_annex.is_empty()),
        selection: String::new(),
    }
}

/// The plan of the annex, in the columns of a table of figures.
fn annex_row(material: &Material<'_>, indicator: &Indicator, plan: &Quantity, table: &Table) -> Vec<Field> {
    let Material { dataset, texts, .. } = material;
    let words = texts.charts();
    let [written, number, unit] = material.amount_cells(plan);
    let year = text((texts.of_year)(dataset.report.plan_year, true));
    let cell = |column: &Column| match column.name.as_str() {
        name if name == words.id_column => text(indicator.id.as_str()),
        name if name == texts.page().what_column => text((texts.pick)(&indicator.name)),
        name if name == words.value => written.clone(),
        name if name == words.number_column => number.clone(),
        name if name == texts.unit_column => unit.clone(),
        name if name == words.year => year.clone(),
        name if name == words.place_column => text(material.table_word()),
        _ => text(""),
    };
    table.columns.iter().map(cell).collect()
}

fn row(material: &Material<'_>, figures: &[&Figure]) -> Row {
    let texts = material.texts;
    let entry = |role: Role, quantity: &Quantity| {
        let label = material.quantity(quantity);
        // Another currency has no place on the scale of yuan.
        match quantity.unit.dimension() {
            Dimension::Yuan => quantity_entry(role, quantity, label),
            _ => in_words(role, label),
        }
    };
    let first = figures.first();
    let mut entries: Vec<Entry> =
        figures.iter().map(|figure| entry(role(figure), &figure.quantity)).collect();
    let mut details: Vec<String> =
        figures.iter().map(|figure| material.figure_details(figure).join(texts.charts().comma)).collect();
    if let Some((indicator, plan)) = plan_of_annex(material, figures) {
        let report = &material.dataset.report;
        let unit = (texts.pick)(&indicator.unit);
        entries.push(entry(Role::Plan, &plan));
        let told = (texts.page().side_value)(
            Side::Plan,
            report.plan_year,
            &cell_text(&indicator.plan, Side::Plan, unit, texts),
        );
        details.push([told.as_str(), material.table_word()].join(texts.charts().comma));
    }
    Row {
        id: first.map(|figure| figure.id.clone()).unwrap_or_default(),
        label: first.map(|figure| material.subject(figure)).unwrap_or_default(),
        entries,
        details,
        ..Row::default()
    }
}

/// The plan that the annex has for the amount of a figure, where the text has none.
fn plan_of_annex<'a>(material: &Material<'a>, figures: &[&Figure]) -> Option<(&'a Indicator, Quantity)> {
    let figure = figures.first().filter(|_| !figures.iter().any(|figure| figure.nature.is_plan()))?;
    let indicator = find(material.dataset, figure.indicator.as_deref()?)?;
    let unit = Unit::try_from(indicator.unit.zh.clone()).ok()?;
    let is_same = unit.dimension() == figure.quantity.unit.dimension();
    let amount = indicator.plan.amount().filter(|_| is_same)?;
    Some((indicator, Quantity { amount, unit }))
}
