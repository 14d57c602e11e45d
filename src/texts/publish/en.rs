//! The words of what is published in English.

use super::super::en::plural;
use super::{Counted, PublishTexts};
use crate::state::View;

pub(in crate::texts) const TEXTS: PublishTexts = PublishTexts {
    locale: "en_GB",
    description: |district, actual, plan, counted| {
        let Counted { indicators, figures, projects, tasks } = counted;
        format!(
            "What {district} achieved in {actual} and plans for {plan}: {indicators} main {}, {figures} {} of the text, \
             {projects} {} and {tasks} {}, to filter, check and download.",
            plural(indicators, "indicator", "indicators"),
            plural(figures, "figure", "figures"),
            plural(projects, "project", "projects"),
            plural(tasks, "commitment", "commitments"),
        )
    },
    page: |view| {
        Some(match view {
            View::Home => return None,
            View::Projects => "The projects that the report names, by place, sector and stage. ",
            View::Indicators => {
                "The main indicators: result and plan, city and nation, what the text says and what agrees. "
            }
            View::Tasks => {
                "What the report promises, beside what the year before achieved in the same field. "
            }
            View::Topics => {
                "Economy, investment and funding, environment, people’s lives: charts and figures. "
            }
            View::Data => {
                "Every figure of the text, whether text and table agree, and the data to download. "
            }
        })
    },
    dataset_name: |district, actual, plan| {
        format!(
            "Plan for economic and social development of {district}: results of {actual}, targets for {plan}"
        )
    },
    short_name: |year| format!("Plan {year}"),
    picture: |title, headlines| {
        let headlines: Vec<String> = headlines
            .iter()
            .map(|(name, target, result)| format!("{name}: target {target}, last year {result}"))
            .collect();
        format!("{title}. {}", headlines.join("; "))
    },

    data: "Data to download",
    data_scope: "The tables and charts of this page and all of its data are files of their own, which open without scripts. CSV \
                 files are UTF-8 with a byte order mark: Excel and WPS open them with the Chinese right.",
    lists: "Tables",
    charts: "Charts",
    chart: |name, selection| match selection {
        "" => name.to_owned(),
        selection => format!("{name} ({selection})"),
    },
    package: "Data package",
    package_scope: "For programs: the tables as they were entered, with ids that refer to each other; the description says what each \
                    column is, and which ones are the editors’.",
    descriptor: "Description of the package",
    dataset: "All data in one file",
    package_table: |table| {
        Some(match table {
            "sections" => "Sections of the report",
            "indicators" => "Indicators of the annex",
            "figures" => "Figures of the text",
            "omissions" => "Numbers of the text that are no figures, and why",
            "projects" => "Projects with their locations",
            "mentions" => "Where the text names projects",
            "places" => "Places with their other names",
            "locations" => "Locations taken apart",
            "tasks" => "Commitments",
            "context" => "Figures of city and nation",
            _ => return None,
        })
    },
};
