//! District, city, nation: what they state of the same measure, on one axis.

use plan_chart::rows::{Axes, Entry, Form, Panel, Role, Row};
use plan_data::questions::{SharedMeasure, shared_measures};
use plan_data::sheet::Field;

use super::indicator::context_cells;
use super::table::{Table, text};
use super::words::{
    cell_entry, cell_field, context_entry, entry_with_unit, missing, quantity_entry, role, role_of, written,
};
use super::{ChartSpec, Material};
use crate::texts::Side;

/// What one level states of a measure.
struct Stated {
    level: String,
    id: String,
    entries: Vec<Entry>,
    /// The result, the plan, and what modifies them.
    cells: [Field; 3],
    source: String,
}

/// The chart.
pub fn levels(material: &Material<'_>) -> ChartSpec {
    let Material { dataset, texts, .. } = material;
    let (report, words) = (&dataset.report, texts.charts());
    let measures = shared_measures(dataset);
    let sides = [(Side::Actual, report.actual_year), (Side::Plan, report.plan_year)];
    let (actual, plan) =
        ((texts.side)(Side::Actual, report.actual_year), (texts.side)(Side::Plan, report.plan_year));
    let mut table = Table::of(&[
        (texts.name_column, false),
        (words.level_column, false),
        (texts.unit_column, false),
        (&actual, true),
        (&plan, true),
        (words.modifier, false),
        (words.source_column, false),
    ]);
    let mut panels = Vec::new();
    let mut finding = None;
    for measure in &measures {
        let name = name(material, measure);
        let stated = stated(material, measure);
        let of = |stated: &Stated, role: Role| {
            stated.entries.iter().find(|entry| entry.role == role).map_or("", written).to_owned()
        };
        let mut rows = Vec::new();
        for one in &stated {
            let mut cells = vec![text(name.as_str()), text(one.level.as_str()), text("%")];
            cells.extend(one.cells.clone());
            cells.push(text(one.source.as_str()));
            table.rows.push(cells);
            let values = sides
                .iter()
                .zip([of(one, Role::Actual), of(one, Role::Plan)])
                .filter(|(_, value)| !value.is_empty())
                .map(|((side, year), value)| (texts.page().side_value)(*side, *year, &value));
            // The label says the level alone: who hears it does not see what it stands under.
            let details =
                [name.clone()].into_iter().chain(values).chain([(texts.source)(&one.source)]).collect();
            rows.push(Row {
                id: one.id.clone(),
                label: one.level.clone(),
                entries: one.entries.clone(),
                details,
                ..Row::default()
            });
        }
        finding.get_or_insert_with(|| {
            let plans: Vec<(&str, String)> =
                stated.iter().map(|one| (one.level.as_str(), of(one, Role::Plan))).collect();
            let plans: Vec<(&str, &str)> =
                plans.iter().map(|(level, plan)| (*level, plan.as_str())).collect();
            (words.levels_finding)(&name, report.plan_year, &plans)
        });
        panels.push(Panel { title: name, unit: "%".to_owned(), form: Form::Dots, rows, ..Panel::default() });
    }
    let rows = measures.iter().any(|measure| measure.indicator.is_some()).then(|| material.table_word());
    let figures =
        measures.iter().any(|measure| measure.indicator.is_none()).then_some(texts.page().main_text);
    let mut sources: Vec<&str> = rows.into_iter().chain(figures).collect();
    for context in measures.iter().flat_map(|measure| &measure.above) {
        let source = (texts.pick)(&context.source);
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let own = material.own_level();
    let above = material.levels_above(measures.iter().flat_map(|measure| measure.above.iter().copied()));
    let above: Vec<&str> = above.iter().map(String::as_str).collect();
    let all: Vec<&str> = [own.as_str()].into_iter().chain(above.iter().copied()).collect();
    ChartSpec {
        id: "levels",
        name: (words.levels)(&all),
        finding: finding.unwrap_or_else(|| words.empty.to_owned()),
        scope: (words.levels_scope)(measures.len(), &own, &above),
        legend: vec![(Form::Dots, Role::Actual, actual), (Form::Dots, Role::Plan, plan)],
        chart: material.rows(panels, Axes::Multiples),
        table,
        source: (texts.source)(&sources.join(words.comma)),
        selection: String::new(),
    }
}

/// The district's name for a measure, which the annex has, else that of the level above.
fn name(material: &Material<'_>, measure: &SharedMeasure<'_>) -> String {
    let pick = material.texts.pick;
    let above = measure.above.first().map(|context| pick(&context.measure));
    measure.indicator.map(|indicator| pick(&indicator.name)).or(above).unwrap_or_default().to_owned()
}

fn stated(material: &Material<'_>, measure: &SharedMeasure<'_>) -> Vec<Stated> {
    let texts = material.texts;
    let mut levels = Vec::new();
    if let Some(indicator) = measure.indicator {
        levels.push(Stated {
            level: material.own_level(),
            id: indicator.id.clone(),
            entries: [Side::Actual, Side::Plan]
                .map(|side| entry_with_unit(indicator, side, material))
                .to_vec(),
            cells: [
                cell_field(&indicator.actual, Side::Actual, texts),
                cell_field(&indicator.plan, Side::Plan, texts),
                text(""),
            ],
            source: material.annex().to_owned(),
        });
    } else if let Some(first) = measure.figures.first() {
        let mut entries: Vec<Entry> = measure
            .figures
            .iter()
            .map(|figure| quantity_entry(role(figure), &figure.quantity, material.quantity(&figure.quantity)))
            .collect();
        // What the text says in words, and what it does not say at all.
        let stated = measure.above.iter().find_map(|context| context.district.as_ref());
        for side in [Side::Actual, Side::Plan] {
            if !entries.iter().any(|entry| entry.role == role_of(side)) {
                let told = stated.filter(|_| side == Side::Plan);
                entries.push(
                    told.map_or_else(|| missing(side, texts), |told| cell_entry(&told.cell, side, texts)),
                );
            }
        }
        plan_lean::sort_by_key(&mut entries, |entry| entry.role);
        let of_side = |side: Side| {
            let figure = measure.figures.iter().find(|figure| role(figure) == role_of(side));
            let number = figure.map(|figure| Field::Number(figure.quantity.amount.value.to_string()));
            let told = stated.filter(|_| side == Side::Plan).map(|told| cell_field(&told.cell, side, texts));
            number.or(told).unwrap_or_else(|| text((texts.not_set)(side)))
        };
        let places = measure.figures.iter().map(|figure| &figure.place).chain(stated.map(|told| &told.place));
        let places: Vec<String> = places.map(|place| material.place(place)).collect();
        levels.push(Stated {
            level: material.own_level(),
            id: first.id.clone(),
            entries,
            cells: [of_side(Side::Actual), of_side(Side::Plan), text("")],
            source: places.join(texts.charts().comma),
        });
    }
    levels.extend(measure.above.iter().map(|context| Stated {
        level: material.level_above(context),
        id: context.id.clone(),
        entries: [Side::Actual, Side::Plan].map(|side| context_entry(context, side, material)).to_vec(),
        cells: context_cells(context, material),
        source: (texts.pick)(&context.source).to_owned(),
    }));
    levels
}
