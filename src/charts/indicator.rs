//! One indicator: its values beside those of city and nation, and of the year before where that can be computed.

use plan_chart::rows::{Axes, Entry, Form, Panel, Role, Row};
use plan_data::questions::value_before;
use plan_data::sheet::Field;
use plan_data::{Context, Figure, FigureKind, Indicator, Values};

use super::promise::{details, tell_before};
use super::table::{Table, text};
use super::words::{context_entry, number, number_field, with_year, written};
use super::{ChartSpec, Material};
use crate::texts::Side;

/// The chart of one row of the annex.
pub fn indicator(material: &Material<'_>, indicator: &Indicator) -> ChartSpec {
    let Material { dataset, texts, .. } = material;
    let (report, words) = (&dataset.report, texts.charts());
    let unit = (texts.pick)(&indicator.unit);
    let name = &*material.indicator_name(indicator);
    let year_before = report.actual_year.saturating_sub(1);
    let is_stated = dataset.columns.further.iter().any(|column| column.year_in_unit() == Some(year_before));
    let before = value_before(material.findings, indicator).filter(|_| !is_stated);
    let years = material.years(indicator);
    let finding = match (dataset.has_plans(), &years[..]) {
        // Without a plan nothing is compared: growth between years is for who knows their prices.
        (false, [first, .., last]) => (words.indicator_years)(name, &[written(first), written(last)]),
        (false, [only]) => (words.indicator_years)(name, &[written(only)]),
        _ => (words.indicator_finding)(name, &material.compared(indicator)),
    };
    let mut own: Vec<Entry> = Vec::new();
    let mut own_details = details(material, indicator);
    if let Some(before) = before {
        let label = (words.before)(year_before, &material.quantity(&before.value));
        own.push(number(Role::Before, before.value.amount.value.to_f64(), label));
        tell_before(material, before, &mut own_details);
    }
    own.extend(years);
    let row = |level: &str, id: &str, entries: Vec<Entry>, details: Vec<String>| Row {
        id: id.to_owned(),
        label: level.to_owned(),
        entries,
        details,
        ..Row::default()
    };
    let mut rows = vec![row(&material.own_level(), &indicator.id, own, own_details)];
    // Jobs of the nation and of a district share a unit in name only: amounts are not put on one axis.
    let is_rate = |context: &&Context| context.unit == "%" && indicator.unit.zh == "%";
    let above: Vec<&Context> = above(material, indicator).filter(is_rate).collect();
    for context in &above {
        let entries = [Side::Actual, Side::Plan]
            .map(|side| with_year(context_entry(context, side, material), side, material));
        let mut details: Vec<String> = entries.iter().map(|entry| written(entry).to_owned()).collect();
        details.push((texts.source)((texts.pick)(&context.source)));
        rows.push(row(&material.level_above(context), &context.id, entries.to_vec(), details));
    }
    let panel =
        Panel { title: name.to_owned(), unit: unit.to_owned(), form: Form::Bars, rows, ..Panel::default() };
    ChartSpec {
        id: "indicator",
        name: words.indicator.to_owned(),
        finding,
        scope: (texts.pick)(&indicator.about).to_owned(),
        // Each bar says its year.
        legend: Vec::new(),
        chart: material.rows(vec![panel], Axes::Each),
        table: table(material, indicator, &above),
        source: source(material, indicator, &above),
        selection: name.to_owned(),
    }
}

/// What the levels above state of an indicator in amounts, which share no axis with the report's own; and these levels.
pub fn amounts_above(material: &Material<'_>, indicator: &Indicator) -> (Vec<String>, Vec<String>) {
    let texts = material.texts;
    let report = &material.dataset.report;
    let told = |context: &Context| {
        let values = [(Side::Actual, report.actual_year), (Side::Plan, report.plan_year)];
        let values = values.map(|(side, year)| {
            (texts.page().side_value)(side, year, written(&context_entry(context, side, material)))
        });
        let level = material.level_above(context);
        let measure = (texts.pick)(&context.measure);
        let source = (texts.pick)(&context.source);
        format!("{level} · {measure} · {} · {source}", values.join(texts.charts().comma))
    };
    let amounts = || above(material, indicator).filter(|context| context.unit != "%");
    (amounts().map(told).collect(), material.levels_above(amounts()))
}

fn above<'a>(material: &Material<'a>, indicator: &Indicator) -> impl Iterator<Item = &'a Context> + use<'a> {
    let id = indicator.id.clone();
    material.dataset.context.iter().filter(move |context| context.indicator.as_ref() == Some(&id))
}

/// The annex, where the text tells the change that the year before follows from, and the reports of city and nation.
fn source(material: &Material<'_>, indicator: &Indicator, above: &[&Context]) -> String {
    let texts = material.texts;
    let changes: Vec<&Figure> = material
        .dataset
        .figures
        .iter()
        .filter(|figure| figure.indicator.as_deref() == Some(&indicator.id))
        .filter(|figure| matches!(figure.kind, FigureKind::Change | FigureKind::Improvement))
        .collect();
    let mut sources = material.places(&changes, true);
    for context in above {
        let source = (texts.pick)(&context.source).to_owned();
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    (texts.source)(&sources.join(texts.charts().comma))
}

/// The result, the plan, and what modifies them.
pub(super) fn context_cells(context: &Context, material: &Material<'_>) -> [Field; 3] {
    [
        number_field(&context.actual, Side::Actual, material.texts),
        number_field(&context.plan, Side::Plan, material.texts),
        text(material.modifiers(&context.actual, &context.plan)),
    ]
}

fn table(material: &Material<'_>, indicator: &Indicator, above: &[&Context]) -> Table {
    let Material { dataset, texts, findings } = material;
    let (report, words) = (&dataset.report, texts.charts());
    let unit = (texts.pick)(&indicator.unit);
    let before = value_before(findings, indicator);
    let year_before = (words.before_legend)(report.actual_year.saturating_sub(1));
    let [actual, plan] = [Values::Actual, Values::Plan].map(|column| material.column_head(column));
    let mut columns = vec![(words.level_column, false), (texts.unit_column, false)];
    if before.is_some() {
        columns.push((&year_before, true));
    }
    let further = material.further_heads();
    columns.extend(further.iter().map(|head| (*head, true)));
    columns.extend([
        (actual.as_str(), true),
        (plan.as_str(), true),
        (words.note_column, false),
        (words.source_column, false),
    ]);
    let mut table = Table::of(&columns);
    let formula = before.map(|before| (words.computed_from)((texts.pick)(&before.formula)));
    let modifiers = material.modifiers(&indicator.actual, &indicator.plan);
    let notes: Vec<String> = formula.into_iter().chain([modifiers]).filter(|note| !note.is_empty()).collect();
    let mut own = vec![text(material.own_level()), text(unit)];
    if let Some(before) = before {
        own.push(Field::Number(before.value.amount.value.to_string()));
    }
    own.extend(material.further_fields(indicator));
    own.extend([
        number_field(&indicator.actual, Side::Actual, texts),
        number_field(&indicator.plan, Side::Plan, texts),
        text(notes.join(words.comma)),
        text(material.annex()),
    ]);
    table.rows.push(own);
    for context in above {
        let mut row = vec![text(material.level_above(context)), text(unit)];
        if before.is_some() {
            row.push(text(""));
        }
        row.extend(further.iter().map(|_| text("")));
        row.extend(context_cells(context, material));
        row.push(text((texts.pick)(&context.source)));
        table.rows.push(row);
    }
    if !dataset.has_plans() && above.is_empty() {
        table.drop(&[&plan]);
    }
    table
}
