//! Promise and result: last year's result beside this year's plan, all indicators, grouped by unit.

use std::cmp::Ordering;

use plan_chart::Chart;
use plan_chart::rows::{Axes, Form, Panel, Role, Row, RowsChart};
use plan_data::reconcile::Computed;
use plan_data::{Comparison, Decimal, Indicator, compare};

use super::table::{Table, text};
use super::words::{cell_entry, cell_field, cell_text};
use super::{ChartSpec, Material};
use crate::state::{Lang, Sort};
use crate::texts::{PromiseCount, Side};

/// The chart; `item` is the indicator that is chosen.
pub fn promise(material: &Material<'_>, sort: Sort, item: Option<&str>) -> ChartSpec {
    let Material { dataset, texts, .. } = material;
    let report = &dataset.report;
    let mut panels: Vec<(&Indicator, Vec<&Indicator>)> = Vec::new();
    for indicator in &dataset.indicators {
        // Only like with like on one axis: growth apart from shares, although both are in %.
        let like = |first: &Indicator| first.kind == indicator.kind && first.unit == indicator.unit;
        match panels.iter_mut().find(|(first, _)| like(first)) {
            Some((_, rows)) => rows.push(indicator),
            None => panels.push((indicator, vec![indicator])),
        }
    }
    for (_, rows) in &mut panels {
        order(rows, sort, texts.lang);
    }
    let panel = |(first, rows): &(&Indicator, Vec<&Indicator>)| Panel {
        // A row that stands alone says what it is.
        title: if rows.len() > 1 { (texts.panel)(first.kind).to_owned() } else { String::new() },
        unit: (texts.pick)(&first.unit).to_owned(),
        form: Form::Dots,
        rows: rows.iter().map(|indicator| row(material, indicator, item)).collect(),
        ..Panel::default()
    };
    let chart = RowsChart {
        panels: panels.iter().map(panel).collect(),
        axes: Axes::Each,
        magnitudes: material.magnitudes(),
        says: material.says(),
    };
    let sorted = texts.charts.sorts.iter().find(|(choice, _)| *choice == sort && sort != Sort::default());
    let shown: Vec<&Indicator> = panels.into_iter().flat_map(|(_, rows)| rows).collect();
    ChartSpec {
        id: "promise",
        name: texts.promise.to_owned(),
        finding: (texts.promise_finding)(count(&shown), report.actual_year, report.plan_year),
        scope: (texts.promise_scope)(shown.len()),
        legend: vec![
            (Form::Dots, Role::Actual, (texts.side)(Side::Actual, report.actual_year)),
            (Form::Dots, Role::Plan, (texts.side)(Side::Plan, report.plan_year)),
        ],
        chart: Chart::Rows(chart),
        table: table(material, &shown),
        source: (texts.source)((texts.pick)(&report.annex)),
        selection: sorted.map_or(String::new(), |(_, words)| (*words).to_owned()),
    }
}

/// In the order chosen: what cannot be compared stands after what can.
fn order(rows: &mut [&Indicator], sort: Sort, lang: Lang) {
    match sort {
        Sort::Annex => {}
        Sort::Change => rows.sort_by(|a, b| match (difference(a), difference(b)) {
            (Some(a), Some(b)) => b.cmp(&a),
            (a, b) => b.is_some().cmp(&a.is_some()),
        }),
        Sort::Name if lang == Lang::Zh => rows.sort_by(|a, b| a.pinyin.cmp(&b.pinyin)),
        Sort::Name => rows.sort_by_key(|indicator| indicator.name.en.to_lowercase()),
    }
}

fn difference(indicator: &Indicator) -> Option<Decimal> {
    match compare(indicator) {
        Comparison::Points(difference) | Comparison::Amount { difference, .. } => Some(difference),
        Comparison::NotComparable(_) => None,
    }
}

fn count(indicators: &[&Indicator]) -> PromiseCount {
    let mut count = PromiseCount::default();
    for difference in indicators.iter().filter_map(|indicator| difference(indicator)) {
        match difference.cmp(&Decimal::ZERO) {
            Ordering::Less => count.below += 1,
            Ordering::Equal => count.same += 1,
            Ordering::Greater => count.above += 1,
        }
    }
    count
}

fn row(material: &Material<'_>, indicator: &Indicator, item: Option<&str>) -> Row {
    let texts = material.texts;
    Row {
        id: indicator.id.clone(),
        label: (texts.pick)(&indicator.name).to_owned(),
        entries: vec![
            cell_entry(&indicator.actual, Side::Actual, texts),
            cell_entry(&indicator.plan, Side::Plan, texts),
        ],
        details: details(material, indicator),
        pressed: Some(item == Some(indicator.id.as_str())),
    }
}

/// Both values and how they compare.
pub(super) fn details(material: &Material<'_>, indicator: &Indicator) -> Vec<String> {
    let Material { dataset, texts, .. } = material;
    let report = &dataset.report;
    let unit = (texts.pick)(&indicator.unit);
    let value = |side, year, cell| (texts.side_value)(side, year, &cell_text(cell, side, unit, texts));
    vec![
        value(Side::Actual, report.actual_year, &indicator.actual),
        value(Side::Plan, report.plan_year, &indicator.plan),
        (texts.comparison)(compare(indicator), unit, report.plan_year),
    ]
}

/// Adds the computed value of the year before to [`details`]: first, with its formula last.
pub(super) fn tell_before(material: &Material<'_>, before: &Computed, details: &mut Vec<String>) {
    let (texts, words) = (material.texts, &material.texts.charts);
    let year = material.dataset.report.actual_year.saturating_sub(1);
    details.insert(0, (words.before)(year, &material.quantity(&before.value)));
    details.push((words.computed_from)((texts.pick)(&before.formula)));
}

fn table(material: &Material<'_>, indicators: &[&Indicator]) -> Table {
    let Material { dataset, texts, .. } = material;
    let report = &dataset.report;
    let (actual, plan) =
        ((texts.side)(Side::Actual, report.actual_year), (texts.side)(Side::Plan, report.plan_year));
    let mut table = Table::of(&[
        (texts.name_column, false),
        (texts.unit_column, false),
        (&actual, true),
        (&plan, true),
        (texts.difference, true),
    ]);
    for indicator in indicators {
        let unit = (texts.pick)(&indicator.unit);
        table.rows.push(vec![
            text((texts.pick)(&indicator.name)),
            text(unit),
            cell_field(&indicator.actual, Side::Actual, texts),
            cell_field(&indicator.plan, Side::Plan, texts),
            text((texts.comparison_short)(compare(indicator), unit)),
        ]);
    }
    table
}
