//! Investment in projects: the target, what was done, what is planned next.

use plan_chart::rows::{Axes, Form, Panel, Role, Row};
use plan_data::Quantity;
use plan_data::questions::investments;
use plan_data::sheet::Field;

use super::table::{Table, amount_columns, text};
use super::words::{on_one_scale, quantity_entry, role};
use super::{ChartSpec, Material};
use crate::texts::Side;

/// The chart.
pub fn investment(material: &Material<'_>) -> ChartSpec {
    let Material { dataset, findings, texts } = material;
    let (report, words) = (&dataset.report, texts.charts());
    let groups = investments(dataset, findings);
    let mut columns = vec![(texts.page().what_column, false)];
    columns.extend(amount_columns(texts));
    columns.extend([
        (words.target_legend, true),
        (words.completion_column, true),
        (words.formula, false),
        (words.place_column, false),
    ]);
    let mut table = Table::of(&columns);
    let mut rows = Vec::new();
    let mut used = Vec::new();
    for group in &groups {
        let amount = &group.amount.quantity;
        let written = material.quantity(amount);
        let label = (words.investment_group)(
            group.amount.year,
            &material.quantity(&group.count.quantity),
            &material.subject(group.count),
        );
        let completed = group.completion.map(|completion| {
            let share = (words.of_target)(&material.quantity(&completion.quantity));
            format!("{written} · {share}")
        });
        let mut entries =
            vec![quantity_entry(role(group.amount), amount, completed.unwrap_or_else(|| written.clone()))];
        let mut details = material.figure_details(group.amount);
        if let Some(target) = group.target {
            let value = material.quantity(&target.value);
            // A tick: the end of the bar says how much of it was reached.
            entries.push(quantity_entry(Role::Target, &target.value, String::new()));
            details.push((words.target)(&value));
            details.push((words.computed_from)((texts.pick)(&target.formula)));
        }
        if let Some(completion) = group.completion {
            details.insert(1, (words.completion)(&material.quantity(&completion.quantity)));
        }
        let number_of = |quantity: Option<&Quantity>| match quantity {
            Some(quantity) => Field::Number(quantity.amount.value.to_string()),
            None => text(""),
        };
        let mut cells = vec![text(label.as_str())];
        cells.extend(material.amount_cells(amount));
        cells.extend([
            number_of(group.target.map(|target| &target.value)),
            number_of(group.completion.map(|completion| &completion.quantity)),
            text(group.target.map_or("", |target| (texts.pick)(&target.formula))),
            text(material.place(&group.amount.place)),
        ]);
        table.rows.push(cells);
        rows.push(Row { id: group.amount.id.clone(), label, entries, details, ..Row::default() });
        used.extend([group.count, group.amount]);
    }
    let done = groups.iter().find_map(|group| {
        let share = material.quantity(&group.completion?.quantity);
        Some((group.amount.year?, material.subject(group.count), share))
    });
    let planned = groups.iter().find(|group| group.amount.nature.is_plan()).and_then(|group| {
        Some((group.amount.year?, material.subject(group.count), material.quantity(&group.amount.quantity)))
    });
    let panel = Panel { form: Form::Bars, rows: on_one_scale(rows), ..Panel::default() };
    ChartSpec {
        id: "investment",
        name: words.investment.to_owned(),
        finding: (words.investment_finding)(
            done.as_ref().map(|(year, what, share)| (*year, what.as_str(), share.as_str())),
            planned.as_ref().map(|(year, what, amount)| (*year, what.as_str(), amount.as_str())),
        ),
        scope: words.investment_scope.to_owned(),
        legend: vec![
            (Form::Bars, Role::Target, words.target_legend.to_owned()),
            (Form::Bars, Role::Plan, (texts.side)(Side::Plan, report.plan_year)),
        ],
        chart: material.rows(vec![panel], Axes::OfRows),
        table,
        source: material.source(&used, false),
        selection: String::new(),
    }
}
