//! Air, water and trees: the year before (computed), the result, the plan.

use plan_chart::rows::{Axes, Form, Panel, Role, Row};
use plan_data::questions::value_before;
use plan_data::sheet::Field;
use plan_data::{Figure, FigureKind, Indicator};

use super::promise::{details, tell_before};
use super::table::{Table, text};
use super::words::{cell_field, dated, number};
use super::{ChartSpec, Material};
use crate::texts::Side;

/// The chart: the rows of the annex that stand under one heading with those whose change the text tells.
pub fn environment(material: &Material<'_>) -> ChartSpec {
    let Material { dataset, texts, .. } = material;
    let (report, words) = (&dataset.report, texts.charts());
    let year_before = report.actual_year.saturating_sub(1);
    let indicators = environment_indicators(material);
    let group = indicators.first().and_then(|indicator| indicator.group.as_ref());
    // Each in its own unit: pairs of bars from zero, read from their labels.
    let rows = indicators.iter().map(|indicator| row(material, indicator)).collect();
    let panel = Panel { form: Form::Bars, rows, ..Panel::default() };
    let is_of_group = |figure: &&Figure| {
        indicators.iter().any(|indicator| figure.indicator.as_deref() == Some(&indicator.id))
    };
    let changes: Vec<&Figure> = dataset
        .figures
        .iter()
        .filter(|figure| matches!(figure.kind, FigureKind::Change | FigureKind::Improvement))
        .filter(is_of_group)
        .collect();
    let told: Vec<(String, String)> = changes
        .iter()
        .map(|figure| (material.subject(figure), material.quantity(&figure.quantity)))
        .collect();
    let told: Vec<(&str, &str)> = told.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    ChartSpec {
        id: "environment",
        name: group.map(|group| (texts.pick)(&group.name).to_owned()).unwrap_or_default(),
        finding: (words.environment_finding)(report.actual_year, &told),
        scope: (words.environment_scope)(year_before),
        // Each bar says its year.
        legend: Vec::new(),
        chart: material.rows(vec![panel], Axes::OfRows),
        table: table(material, &indicators, year_before),
        source: material.source(&changes, true),
        selection: String::new(),
    }
}

/// The rows of the annex under the heading of those whose change the text tells; what the year before is known of comes first.
pub fn environment_indicators<'a>(material: &Material<'a>) -> Vec<&'a Indicator> {
    let Material { dataset, findings, .. } = material;
    let is_known = |indicator: &&Indicator| value_before(findings, indicator).is_some();
    let group = dataset.indicators.iter().find(is_known).and_then(|indicator| indicator.group.as_ref());
    let of_group = dataset.indicators.iter().filter(|one| group.is_some() && one.group.as_ref() == group);
    let mut indicators: Vec<&Indicator> = of_group.collect();
    plan_lean::sort_by_key(&mut indicators, |indicator| !is_known(indicator));
    indicators
}

fn row(material: &Material<'_>, indicator: &Indicator) -> Row {
    let texts = material.texts;
    let mut entries = Vec::new();
    let mut details = details(material, indicator);
    if let Some(before) = value_before(material.findings, indicator) {
        let year = material.dataset.report.actual_year.saturating_sub(1);
        let label = (texts.charts().before)(year, &material.quantity(&before.value));
        entries.push(number(Role::Before, before.value.amount.value.to_f64(), label));
        tell_before(material, before, &mut details);
    }
    entries.extend([Side::Actual, Side::Plan].map(|side| dated(indicator, side, material)));
    let label = (texts.pick)(&indicator.name).to_owned();
    Row { id: indicator.id.clone(), label, entries, details, ..Row::default() }
}

fn table(material: &Material<'_>, indicators: &[&Indicator], year_before: u16) -> Table {
    let Material { dataset, findings, texts } = material;
    let (report, words) = (&dataset.report, texts.charts());
    let before = (words.before_legend)(year_before);
    let (actual, plan) =
        ((texts.side)(Side::Actual, report.actual_year), (texts.side)(Side::Plan, report.plan_year));
    let mut table = Table::of(&[
        (texts.name_column, false),
        (texts.unit_column, false),
        (&before, true),
        (&actual, true),
        (&plan, true),
        (words.formula, false),
    ]);
    for indicator in indicators {
        let computed = value_before(findings, indicator);
        table.rows.push(vec![
            text((texts.pick)(&indicator.name)),
            text((texts.pick)(&indicator.unit)),
            computed.map_or_else(|| text(""), |before| Field::Number(before.value.amount.value.to_string())),
            cell_field(&indicator.actual, Side::Actual, texts),
            cell_field(&indicator.plan, Side::Plan, texts),
            text(computed.map_or("", |before| (texts.pick)(&before.formula))),
        ]);
    }
    table
}
