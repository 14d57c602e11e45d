//! The projects as a table, and the words for what they are filtered by.

use plan_data::facet::{Choice, Facet, Facets, LAND, UNSTATED};

use super::Material;
use super::table::{Table, text};
use crate::state::Lang;

/// The projects at these positions of the dataset, a row each.
pub fn projects_table(material: &Material<'_>, positions: impl Iterator<Item = u32>) -> Table {
    let Material { dataset, texts, .. } = material;
    let words = texts.charts();
    let facets: Vec<String> = Facet::ALL.iter().map(|facet| material.facet_name(*facet)).collect();
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
    let of_facets = Facets::new(dataset);
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
            let values = of_facets.values(project, facet);
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

impl Material<'_> {
    /// The name of a facet's value; a code that the interface has no word for stands for itself.
    pub fn value_name(&self, facet: Facet, value: &str) -> String {
        let texts = self.texts;
        if value == UNSTATED {
            // What no editor looked for in the report, it may say.
            let is_edited = self.dataset.is_edited();
            return if is_edited { (texts.unstated)(facet) } else { texts.not_collected }.to_owned();
        }
        let name = match facet {
            Facet::Place => {
                let place = self.dataset.places.iter().find(|place| place.id == value);
                place.map(|place| (texts.pick)(&place.name))
            }
            Facet::Year => None,
            Facet::List if value == LAND => {
                let report = &self.dataset.report;
                let names = [&report.project_list_name, &report.project_list].map(|name| (texts.pick)(name));
                names.into_iter().find(|name| !name.is_empty())
            }
            Facet::List | Facet::Sector | Facet::Stage | Facet::Work => (texts.facet_value)(value),
        };
        name.unwrap_or(value).to_owned()
    }

    /// What places are sorted by, A to Z: as they are read in Chinese, as they are written in English. What is not stated comes last.
    pub fn place_order(&self, value: &str) -> (bool, String) {
        let place = self.dataset.places.iter().find(|place| place.id == value);
        let key = place.map(|place| match self.texts.lang {
            Lang::Zh if !place.pinyin.is_empty() => place.pinyin.join(" ").to_ascii_lowercase(),
            Lang::Zh => place.name.zh.clone(),
            Lang::En => place.name.en.to_ascii_lowercase(),
        });
        (key.is_none(), key.unwrap_or_default())
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
