//! Projects by list, stage, sector and place: bars that filter the list of projects, and follow its other filters.

use plan_chart::Spread;
use plan_chart::rows::{Axes, Form, Panel, Role, Row};
use plan_data::facet::{Choice, Facet, UNSTATED, values};
use plan_data::sheet::Field;
use plan_data::{ProjectIndex, Selection};

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

/// What projects are filtered by, and what is left.
pub struct Chosen<'a> {
    /// The text.
    pub text: &'a str,
    /// The values of facets.
    pub choice: &'a Choice,
    /// The projects that are left, and how many there are of each value.
    pub selection: &'a Selection,
}

/// The chart of what is left by text and choices.
pub fn projects(
    material: &Material<'_>,
    index: &ProjectIndex,
    chosen: &Chosen<'_>,
    all_places: bool,
) -> ChartSpec {
    let Material { dataset, texts, .. } = material;
    let Chosen { text: looked_for, choice, selection } = chosen;
    let words = texts.charts();
    let mut table = Table::of(&[
        (texts.page().facet_column, false),
        (texts.page().what_column, false),
        (words.number, true),
    ]);
    let mut panels = Vec::new();
    for facet in Facet::ALL {
        let mut rows = Vec::new();
        for (at, (value, count)) in selection.counts(index, facet).into_iter().enumerate() {
            let name = material.value_name(facet, value);
            table.rows.push(vec![
                text((texts.page().facet)(facet, dataset.report.actual_year)),
                text(name.as_str()),
                Field::Number(count.to_string()),
            ]);
            let is_chosen = choice.of(facet).iter().any(|chosen| chosen == value);
            let is_rare = at >= ALWAYS_SHOWN && value != UNSTATED;
            if facet == Facet::Place && is_rare && !all_places && !is_chosen {
                continue;
            }
            rows.push(bar(material, facet, value, &name, count, is_chosen));
        }
        panels.push(Panel {
            title: (texts.page().facet)(facet, dataset.report.actual_year),
            unit: words.projects_unit.to_owned(),
            form: Form::Bars,
            spread: Spread::Whole,
            rows,
        });
    }
    // Where sectors are chosen, only their projects are left: the counts of the others say what more there would be.
    let sectors = choice.of(Facet::Sector);
    let is_left = |sector: &str| sectors.is_empty() || sectors.iter().any(|chosen| chosen == sector);
    let left = selection.counts(index, Facet::Sector).into_iter().filter(|(sector, _)| is_left(sector));
    // Of equals the first, which most projects of all have.
    let most = left.rev().max_by_key(|(_, count)| *count);
    let most = most.map(|(sector, count)| (material.value_name(Facet::Sector, sector), count));
    ChartSpec {
        id: "facets",
        name: words.projects.to_owned(),
        finding: (words.projects_finding)(
            selection.len(),
            most.as_ref().map(|(name, count)| (name.as_str(), *count)),
        ),
        scope: words.projects_scope.to_owned(),
        legend: Vec::new(),
        chart: material.rows(panels, Axes::Each),
        table,
        source: source(material),
        selection: chosen_words(material, looked_for.trim(), choice),
    }
}

/// The projects at these positions of the dataset, a row each.
pub fn projects_table(material: &Material<'_>, positions: impl Iterator<Item = u32>) -> Table {
    let Material { dataset, texts, .. } = material;
    let words = texts.charts();
    let facets: Vec<String> =
        Facet::ALL.iter().map(|facet| (texts.page().facet)(*facet, dataset.report.actual_year)).collect();
    let report = &dataset.report;
    let stages = [(report.actual_year, false), (report.plan_year, true)];
    let stage_names = stages.map(|(year, is_plan)| (words.stage_column)(year, is_plan));
    let mut columns = vec![
        (words.id_column, false),
        (words.project_column, false),
        (texts.page().english_column, false),
        (texts.explore().location, false),
        (words.english_location_column, false),
    ];
    columns.extend(facets.iter().map(|name| (name.as_str(), false)));
    columns.extend(stage_names.iter().map(|name| (name.as_str(), false)));
    columns.push((words.in_the_text, false));
    let mut table = Table::of(&columns);
    for project in positions.filter_map(|position| dataset.projects.get(position as usize)) {
        let [location, english] =
            project.location.as_ref().map_or([""; 2], |location| [&location.zh, &location.en]);
        let mut row = vec![
            text(project.id.as_str()),
            text(project.name.zh.as_str()),
            text(project.name.en.as_str()),
            text(location),
            text(english),
        ];
        row.extend(Facet::ALL.map(|facet| {
            let values = values(project, facet);
            let names: Vec<String> = values.iter().map(|value| material.value_name(facet, value)).collect();
            text(names.join(words.comma))
        }));
        row.extend(stages.map(|(_, is_plan)| {
            let told = project.mentions.iter().filter(|mention| mention.nature.is_plan() == is_plan);
            let told: Vec<&str> = told.filter_map(|mention| mention.stage.as_ref()).map(texts.pick).collect();
            text(told.join(words.comma))
        }));
        let mentions: Vec<String> =
            project.mentions.iter().map(|mention| material.place(&mention.place)).collect();
        row.push(text(mentions.join(words.comma)));
        table.rows.push(row);
    }
    table
}

#[expect(clippy::cast_precision_loss, reason = "projects number far below 2⁵²")]
fn bar(material: &Material<'_>, facet: Facet, value: &str, name: &str, count: usize, is_chosen: bool) -> Row {
    Row {
        id: format!("{}:{value}", facet.code()),
        label: name.to_owned(),
        entries: vec![number(Role::Actual, count as f64, count.to_string())],
        details: vec![(material.texts.count)(count)],
        pressed: Some(is_chosen),
        ..Row::default()
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
            Facet::Year => None,
            Facet::List | Facet::Sector | Facet::Stage | Facet::Work => (texts.facet_value)(value),
        };
        name.unwrap_or(value).to_owned()
    }
}

/// What is chosen and looked for, in words.
pub fn chosen_words(material: &Material<'_>, text: &str, choice: &Choice) -> String {
    let chosen = Facet::ALL
        .into_iter()
        .flat_map(|facet| choice.of(facet).iter().map(move |value| material.value_name(facet, value)));
    let text = (!text.is_empty()).then(|| format!("“{text}”"));
    chosen.chain(text).collect::<Vec<String>>().join(material.texts.charts().comma)
}

fn source(material: &Material<'_>) -> String {
    let list = (material.texts.pick)(&material.dataset.report.project_list);
    (material.texts.source)(&format!(
        "{list}{}{}",
        material.texts.charts().comma,
        material.texts.page().main_text
    ))
}
