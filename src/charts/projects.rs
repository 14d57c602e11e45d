//! Projects by list, stage, sector and place: bars that filter the list of projects, and follow its other filters.

use plan_chart::Spread;
use plan_chart::rows::{Axes, Form, Panel, Role, Row};
use plan_data::facet::{Choice, Facet, UNSTATED, counts, matches};
use plan_data::sheet::Field;
use plan_data::{Project, Query};

use super::table::{Table, text};
use super::words::number;
use super::{ChartSpec, Material};

/// So many places are shown before the reader asks for all.
pub const ALWAYS_SHOWN: usize = 8;

/// The facet and value that a bar's id names.
pub fn facet_of(id: &str) -> Option<(Facet, &str)> {
    let (facet, value) = id.split_once(':')?;
    let facet = Facet::ALL.into_iter().find(|known| known.code() == facet)?;
    Some((facet, value))
}

/// The chart of what is left by text and choices.
pub fn projects(
    material: &Material<'_>,
    (looked_for, query): (&str, &Query),
    choice: &Choice,
    all_places: bool,
) -> ChartSpec {
    let Material { dataset, texts, .. } = material;
    let words = &texts.charts;
    let mut table =
        Table::of(&[(texts.facet_column, false), (texts.what_column, false), (words.number, true)]);
    let mut panels = Vec::new();
    for facet in Facet::ALL {
        let counts = counts(dataset, query, choice, facet);
        let chosen = choice.of(facet);
        let mut rows = Vec::new();
        for (index, (value, count)) in counts.iter().enumerate() {
            let name = material.value_name(facet, value);
            table.rows.push(vec![
                text((texts.facet)(facet, dataset.report.actual_year)),
                text(name.as_str()),
                Field::Number(count.to_string()),
            ]);
            let is_chosen = chosen.iter().any(|chosen| chosen == value);
            let is_rare = index >= ALWAYS_SHOWN && *value != UNSTATED;
            if facet == Facet::Place && is_rare && !all_places && !is_chosen {
                continue;
            }
            rows.push(bar(material, facet, value, &name, *count, is_chosen));
        }
        panels.push(Panel {
            title: (texts.facet)(facet, dataset.report.actual_year),
            unit: words.projects_unit.to_owned(),
            form: Form::Bars,
            spread: Spread::Whole,
            rows,
        });
    }
    let shown: Vec<&Project> =
        dataset.projects.iter().filter(|project| matches(project, query, choice, None)).collect();
    let sectors = counts(dataset, query, choice, Facet::Sector).into_iter().map(|(sector, _)| {
        let count = shown.iter().filter(|project| project.sector == sector).count();
        (material.value_name(Facet::Sector, sector), count)
    });
    // Of equals the first, which most projects of all have.
    let most = sectors.rev().max_by_key(|(_, count)| *count);
    ChartSpec {
        id: "facets",
        name: words.projects.to_owned(),
        finding: (words.projects_finding)(
            shown.len(),
            most.as_ref().map(|(name, count)| (name.as_str(), *count)),
        ),
        scope: words.projects_scope.to_owned(),
        legend: Vec::new(),
        chart: material.rows(panels, Axes::Each),
        table,
        source: source(material),
        selection: selection(material, looked_for.trim(), choice),
    }
}

#[expect(clippy::cast_precision_loss, reason = "projects number far below 2⁵²")]
fn bar(material: &Material<'_>, facet: Facet, value: &str, name: &str, count: usize, is_chosen: bool) -> Row {
    Row {
        id: format!("{}:{value}", facet.code()),
        label: name.to_owned(),
        entries: vec![number(Role::Actual, count as f64, count.to_string())],
        details: vec![(material.texts.count)(count)],
        pressed: Some(is_chosen),
    }
}

impl Material<'_> {
    /// The name of a facet's value; a code that the interface has no word for stands for itself.
    pub fn value_name(&self, facet: Facet, value: &str) -> String {
        let texts = self.texts;
        if value == UNSTATED {
            return (texts.unstated)(facet).to_owned();
        }
        let name = match facet {
            Facet::Place => {
                let place = self.dataset.places.iter().find(|place| place.id == value);
                place.map(|place| (texts.pick)(&place.name))
            }
            Facet::List | Facet::Sector | Facet::Stage | Facet::Work => (texts.facet_value)(value),
        };
        name.unwrap_or(value).to_owned()
    }
}

/// What is chosen and looked for, in words.
fn selection(material: &Material<'_>, text: &str, choice: &Choice) -> String {
    let chosen = Facet::ALL
        .into_iter()
        .flat_map(|facet| choice.of(facet).iter().map(move |value| material.value_name(facet, value)));
    let text = (!text.is_empty()).then(|| format!("“{text}”"));
    chosen.chain(text).collect::<Vec<String>>().join(material.texts.charts.comma)
}

fn source(material: &Material<'_>) -> String {
    let list = (material.texts.pick)(&material.dataset.report.project_list);
    (material.texts.source)(&format!("{list}{}{}", material.texts.charts.comma, material.texts.running_text))
}
