//! How the economy is made up: the shares of the industries, and taxes within revenue.

use plan_chart::Chart;
use plan_chart::parts::{Part, PartsChart, Whole};
use plan_data::Figure;
use plan_data::questions::{compositions, parts_of_money};
use plan_data::sheet::Field;

use super::table::{Table, amount_columns, text};
use super::words::on_axis;
use super::{ChartSpec, Material};

/// The chart.
pub fn economy(material: &Material<'_>) -> ChartSpec {
    let Material { dataset, findings, texts } = material;
    let words = texts.charts();
    let mut columns = vec![(texts.page().what_column, false)];
    columns.extend(amount_columns(texts));
    columns.extend([(words.share, true), (words.year, false), (words.place_column, false)]);
    let mut table = Table::of(&columns);
    let mut used: Vec<&Figure> = Vec::new();
    let mut wholes = Vec::new();
    let mut largest: Option<&Figure> = None;
    for shares in compositions(dataset, findings) {
        let year = shares.first().map(|share| material.time(share)).unwrap_or_default();
        let title = (words.whole)(words.economy_whole, &year, "");
        wholes.push(Whole {
            title,
            unit: "%".to_owned(),
            parts: shares.iter().map(|share| part(material, share, Vec::new())).collect(),
        });
        for share in &shares {
            table.rows.push(row(material, share, &share.quantity.amount.value.to_string()));
        }
        let most = shares.iter().copied().max_by_key(|share| share.quantity.amount.value);
        largest = largest.or(most);
        used.extend(shares);
    }
    let mut first_part = None;
    for found in parts_of_money(dataset, findings) {
        let (part_figure, whole) = (found.part, found.whole);
        let share = material.quantity(&found.share.value);
        let details = vec![share.clone(), (words.computed_from)((texts.pick)(&found.share.formula))];
        let written = (words.whole)(
            &material.subject(whole),
            &material.time(whole),
            &material.quantity(&whole.quantity),
        );
        let title = (words.share_of)(&material.subject(part_figure), &written, &share);
        let mut parts = vec![part(material, part_figure, details)];
        if let Some((rest, share)) = &found.rest {
            let value = material.quantity(rest);
            parts.push(Part {
                id: format!("{}-rest", whole.id),
                label: words.rest.to_owned(),
                value: on_axis(rest),
                written: value.clone(),
                is_rest: true,
                details: vec![format!("{value}{}{share}%", words.comma), words.computed.to_owned()],
            });
        }
        wholes.push(Whole {
            title,
            unit: (words.dimension)(whole.quantity.unit.dimension()).1.to_owned(),
            parts,
        });
        table.rows.push(row(material, whole, "100"));
        table.rows.push(row(material, part_figure, &found.share.value.amount.value.to_string()));
        if let Some((rest, share)) = &found.rest {
            let mut row = vec![text(words.rest)];
            row.extend(material.amount_cells(rest));
            row.push(Field::Number(share.to_string()));
            row.extend([text(material.time(whole)), text(words.computed)]);
            table.rows.push(row);
        }
        used.extend([whole, part_figure]);
        first_part.get_or_insert((material.subject(part_figure), material.subject(whole), share));
    }
    let largest = largest.map(|figure| (material.subject(figure), material.quantity(&figure.quantity)));
    ChartSpec {
        id: "economy",
        name: words.economy.to_owned(),
        finding: (words.economy_finding)(
            largest.as_ref().map(|(name, value)| (name.as_str(), value.as_str())),
            first_part.as_ref().map(|(part, whole, share)| (part.as_str(), whole.as_str(), share.as_str())),
        ),
        scope: words.economy_scope.to_owned(),
        legend: Vec::new(),
        chart: Chart::Parts(PartsChart { wholes, says: material.says() }),
        table,
        source: material.source(&used, false),
        selection: String::new(),
    }
}

fn part(material: &Material<'_>, figure: &Figure, more: Vec<String>) -> Part {
    let mut details = material.figure_details(figure);
    details.extend(more);
    Part {
        id: figure.id.clone(),
        label: material.subject(figure),
        value: on_axis(&figure.quantity),
        written: material.quantity(&figure.quantity),
        is_rest: false,
        details,
    }
}

/// `share` in percent.
fn row(material: &Material<'_>, figure: &Figure, share: &str) -> Vec<Field> {
    let mut row = vec![text(material.subject(figure))];
    row.extend(material.amount_cells(&figure.quantity));
    row.extend([
        Field::Number(share.to_owned()),
        text(material.time(figure)),
        text(material.place(&figure.place)),
    ]);
    row
}
