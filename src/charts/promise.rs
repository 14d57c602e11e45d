//! Promise and result: last year's result beside this year's plan, all indicators, grouped by unit.

use plan_chart::rows::{Axes, Form, Panel, Role, Row, Tone};
use plan_data::reconcile::Computed;
use plan_data::sheet::Field;
use plan_data::{
    Bilingual, Cell, Comparison, Dataset, Decimal, Difference, Indicator, IndicatorChoice, IndicatorFacet,
    Kind, Stand, Values, compare, indicator_value,
};

use super::table::{On, Table, text};
use super::words::{cell_field, entry_with_unit, number_field};
use super::{ChartSpec, Material};
use crate::state::{Lang, Sort};
use crate::texts::{PromiseCount, Side};

/// The id of the chart of all indicators.
pub const PROMISE: &str = "promise";

/// The id of the chart of those that are filtered.
pub const INDICATORS_CHART: &str = "indicators-chart";

/// Which indicators a chart shows, and how.
pub struct Shown<'a> {
    /// The chart's id.
    pub id: &'static str,
    /// The indicators, in the annex's order.
    pub indicators: &'a [&'a Indicator],
    /// Their order.
    pub sort: Sort,
    /// The one that is open.
    pub item: Option<&'a str>,
    /// What they are filtered by.
    pub choice: &'a IndicatorChoice,
}

/// Indicators of one kind and unit, which can share an axis.
pub struct IndicatorPanel<'a> {
    /// The kind.
    pub kind: Kind,
    /// The unit.
    pub unit: &'a Bilingual,
    /// The indicators, in the order chosen.
    pub rows: Vec<&'a Indicator>,
}

/// Only like with like: growth apart from shares, although both are in %.
pub fn indicator_panels<'a>(indicators: &[&'a Indicator], sort: Sort, lang: Lang) -> Vec<IndicatorPanel<'a>> {
    let mut panels: Vec<IndicatorPanel<'a>> = Vec::new();
    for indicator in indicators {
        let like =
            |panel: &&mut IndicatorPanel<'_>| panel.kind == indicator.kind && *panel.unit == indicator.unit;
        match panels.iter_mut().find(like) {
            Some(panel) => panel.rows.push(indicator),
            None => panels.push(IndicatorPanel {
                kind: indicator.kind,
                unit: &indicator.unit,
                rows: vec![indicator],
            }),
        }
    }
    for panel in &mut panels {
        order(&mut panel.rows, sort, lang);
    }
    panels
}

/// Whether any plan can be compared with a result: without one there is no chart.
pub fn has_promise(dataset: &Dataset) -> bool {
    dataset.indicators.iter().any(|row| difference(row).is_some())
}

/// The chart: what can be compared, as dumbbells. Rows of one kind and unit share a scale; what cannot be compared stands in the
/// table, in words.
pub fn promise(material: &Material<'_>, shown: &Shown<'_>) -> ChartSpec {
    let Material { dataset, texts, .. } = material;
    let report = &dataset.report;
    let rows: Vec<&Indicator> = indicator_panels(shown.indicators, shown.sort, texts.lang)
        .into_iter()
        .flat_map(|panel| panel.rows)
        .collect();
    let compared: Vec<(&Indicator, Difference)> =
        rows.iter().filter_map(|row| Some((*row, difference(row)?))).collect();
    let panels = Stand::ALL.iter().map(|(_, stand)| {
        let rows = compared.iter().filter(|(_, difference)| difference.stand() == *stand);
        let rows: Vec<Row> =
            rows.map(|(row, _)| dumbbell(material, (row, *stand), &compared, shown.item)).collect();
        Panel { title: (texts.page().stand)(*stand), form: Form::Dots, rows, ..Panel::default() }
    });
    ChartSpec {
        id: shown.id,
        name: texts.page().promise.to_owned(),
        finding: (texts.page().promise_finding)(count(&rows), report.actual_year, report.plan_year),
        scope: (texts.page().promise_scope)(compared.len(), rows.len(), material.has_annex()),
        legend: vec![
            (Form::Dots, Role::Actual, material.column_head(Values::Actual)),
            (Form::Dots, Role::Plan, material.column_head(Values::Plan)),
        ],
        chart: material.rows(panels.collect(), Axes::OfRows),
        table: table(material, &rows),
        source: (texts.source)(material.annex()),
        selection: indicators_selection(material, shown),
    }
}

/// What is filtered and sorted by, in words.
pub fn indicators_selection(material: &Material<'_>, shown: &Shown<'_>) -> String {
    let words = material.texts.charts();
    let chosen = IndicatorFacet::ALL
        .into_iter()
        .filter_map(|facet| Some(material.trait_name(facet, shown.choice.of(facet)?)));
    let sorted = Some(shown.sort).filter(|sort| *sort != Sort::default());
    let sorted = sorted.map(|sort| (material.texts.indicator_sort)(sort, material.has_annex()).to_owned());
    chosen.chain(sorted).collect::<Vec<String>>().join(words.comma)
}

impl Material<'_> {
    /// The name of a value of a facet of indicators.
    pub fn trait_name(&self, facet: IndicatorFacet, value: &str) -> String {
        let Self { dataset, texts, .. } = self;
        match facet {
            IndicatorFacet::Group => {
                let its = |one: &&Indicator| indicator_value(dataset, one, facet) == value;
                let found = dataset.indicators.iter().find(its);
                found.map_or(value, |one| (texts.pick)(&one.category.name)).to_owned()
            }
            IndicatorFacet::Kind => {
                let kind = Kind::ALL.iter().find(|(word, _)| *word == value);
                kind.map_or(value, |(_, kind)| (texts.panel)(*kind)).to_owned()
            }
            IndicatorFacet::Target | IndicatorFacet::State => {
                (texts.indicator_value)(value).unwrap_or(value).to_owned()
            }
        }
    }
}

/// In the order chosen: what cannot be compared stands after what can.
fn order(rows: &mut [&Indicator], sort: Sort, lang: Lang) {
    match sort {
        Sort::Annex => {}
        Sort::Change => plan_lean::sort_by(rows, |a, b| match (difference(a), difference(b)) {
            (Some(a), Some(b)) => b.by.cmp(&a.by),
            (a, b) => b.is_some().cmp(&a.is_some()),
        }),
        Sort::Name if lang == Lang::Zh => plan_lean::sort_by(rows, |a, b| a.pinyin.cmp(&b.pinyin)),
        Sort::Name => plan_lean::sort_by_key(rows, |indicator| indicator.name.en.to_ascii_lowercase()),
    }
}

fn difference(indicator: &Indicator) -> Option<Difference> {
    compare(indicator).difference()
}

fn count(indicators: &[&Indicator]) -> PromiseCount {
    let mut count = PromiseCount::default();
    for difference in indicators.iter().filter_map(|indicator| difference(indicator)) {
        match difference.stand() {
            Stand::Below => count.below += 1,
            Stand::Same => count.same += 1,
            Stand::Above => count.above += 1,
            Stand::Met => count.met += 1,
        }
    }
    count
}

/// A row with both values, on the scale of the compared rows of its kind and unit.
fn dumbbell(
    material: &Material<'_>,
    (indicator, stand): (&Indicator, Stand),
    compared: &[(&Indicator, Difference)],
    item: Option<&str>,
) -> Row {
    let texts = material.texts;
    let is_like = |other: &Indicator| (other.kind, &other.unit) == (indicator.kind, &indicator.unit);
    let like = compared.iter().map(|(other, _)| *other).filter(|other| is_like(other));
    let values = like.flat_map(|row| [&row.actual, &row.plan]).filter_map(Cell::amount);
    let tone = match stand {
        Stand::Above => Tone::Up,
        Stand::Below => Tone::Down,
        Stand::Same | Stand::Met => Tone::Plain,
    };
    Row {
        id: indicator.id.clone(),
        label: material.indicator_name(indicator),
        entries: [Side::Actual, Side::Plan].map(|side| entry_with_unit(indicator, side, material)).to_vec(),
        among: values.map(|amount| amount.upper.unwrap_or(amount.value).to_f64()).collect(),
        // The panel of those that are the same says it.
        aside: match tone {
            Tone::Plain => String::new(),
            Tone::Up | Tone::Down => {
                (texts.comparison_short)(compare(indicator), (texts.pick)(&indicator.unit))
            }
        },
        tone,
        details: details(material, indicator),
        current: Some(item == Some(indicator.id.as_str())),
    }
}

/// Both values and how they compare.
pub(super) fn details(material: &Material<'_>, indicator: &Indicator) -> Vec<String> {
    material.sides(indicator).into_iter().chain([material.compared(indicator)]).collect()
}

/// Adds the computed value of the year before to [`details`]: first, with its formula last.
pub(super) fn tell_before(material: &Material<'_>, before: &Computed, details: &mut Vec<String>) {
    let (texts, words) = (material.texts, material.texts.charts());
    let year = material.dataset.report.actual_year.saturating_sub(1);
    details.insert(0, (words.before)(year, &material.quantity(&before.value)));
    details.push((words.computed_from)((texts.pick)(&before.formula)));
}

/// The same as a table, in the chart's order.
pub fn indicators_table(material: &Material<'_>, indicators: &[&Indicator], sort: Sort) -> Table {
    let panels = indicator_panels(indicators, sort, material.texts.lang);
    let rows: Vec<&Indicator> = panels.into_iter().flat_map(|panel| panel.rows).collect();
    table(material, &rows)
}

fn table(material: &Material<'_>, indicators: &[&Indicator]) -> Table {
    let Material { dataset, texts, .. } = material;
    let [actual, plan] = [Values::Actual, Values::Plan].map(|column| material.column_head(column));
    let words = texts.charts();
    let mut columns = vec![
        (words.id_column, false, On::File),
        (words.category_column, false, On::File),
        (words.number_column_of_annex, true, On::File),
        (texts.name_column, false, On::Both),
        (texts.unit_column, false, On::Both),
        (&actual, true, On::Page),
        (&plan, true, On::Page),
        (&actual, true, On::File),
        (&plan, true, On::File),
        (words.modifier, false, On::File),
        (texts.difference, true, On::Page),
        (texts.difference, true, On::File),
        (words.difference_unit, false, On::File),
        (words.percent_column, true, On::File),
        (words.note_column, false, On::File),
        (words.place_column, false, On::File),
    ];
    columns.extend(material.further_heads().into_iter().map(|head| (head, true, On::File)));
    let mut table = Table::on(&columns);
    for indicator in indicators {
        let unit = (texts.pick)(&indicator.unit);
        let compared = compare(indicator);
        let number = |number: Option<Decimal>| {
            number.map_or_else(|| text(""), |number| Field::Number(number.to_string()))
        };
        // A bound that is met says no number.
        let stated = compared.difference().filter(|difference| difference.stand() != Stand::Met);
        let difference = stated.map(|difference| difference.by);
        let percent = stated.and_then(|difference| difference.percent);
        let unit_of_difference = match compared {
            Comparison::Points(_) => words.points,
            Comparison::Amount(_) => unit,
            Comparison::NotComparable(_) => "",
        };
        let mut row = vec![
            text(indicator.id.as_str()),
            text((texts.pick)(&indicator.category.name)),
            match indicator.number.as_deref() {
                // 3.10 is no number: it would become 3.1.
                Some(number) if number.parse::<u32>().is_ok() => Field::Number(number.to_owned()),
                number => text(number.unwrap_or_default()),
            },
            text((texts.pick)(&indicator.name)),
            text(unit),
            cell_field(&indicator.actual, Side::Actual, texts),
            cell_field(&indicator.plan, Side::Plan, texts),
            number_field(&indicator.actual, Side::Actual, texts),
            number_field(&indicator.plan, Side::Plan, texts),
            text(material.modifiers(&indicator.actual, &indicator.plan)),
            text((texts.comparison_short)(compared, unit)),
            number(difference),
            text(unit_of_difference),
            number(percent),
            text(indicator.note.as_ref().map_or("", texts.pick)),
            text(material.annex()),
        ];
        row.extend(material.further_fields(indicator));
        table.rows.push(row);
    }
    if !dataset.has_plans() {
        table.drop(&[&plan, texts.difference, words.difference_unit, words.percent_column]);
    }
    table
}
