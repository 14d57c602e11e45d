//! The words of what is published in English.

use super::super::en::plural;
use super::{Counted, PublishTexts};
use crate::state::View;

pub(in crate::texts) const TEXTS: PublishTexts = PublishTexts {
    locale: "en_GB",
    description: |district, actual, plan, counted| {
        let Counted { indicators, figures, projects, tasks } = counted;
        format!(
            "{district}, results for {actual} and plan for {plan}: {indicators} main {}, {figures} {} in the main text, \
             {projects} {} and {tasks} {}, to filter, check and download.",
            plural(indicators, "indicator", "indicators"),
            plural(figures, "figure", "figures"),
            plural(projects, "project", "projects"),
            plural(tasks, "task", "tasks"),
        )
    },
    page: |view| {
        Some(match view {
            View::Home => return None,
            View::Projects => "The projects that the report names, to filter by place, sector and stage. ",
            View::Indicators => {
                "The main indicators of the annex: last year’s result and this year’s plan, city and nation, main text and checks. "
            }
            View::Tasks => "The tasks that the report sets, beside last year’s results in the same field. ",
            View::Topics => {
                "Economy, investment and funding, environment, people’s lives: charts and figures. "
            }
            View::Data => {
                "All figures in the main text, checks of main text against annex, and data downloads. "
            }
        })
    },
    dataset_name: |district, actual, plan| {
        format!(
            "Plan for economic and social development of {district}: results for {actual}, targets for {plan}"
        )
    },
    short_name: |year| format!("Plan {year}"),
    picture: |title, headlines| {
        let headlines: Vec<String> = headlines
            .iter()
            .map(|(name, target, result)| format!("{name}: target {target}, last year’s result {result}"))
            .collect();
        format!("{title}. {}", headlines.join("; "))
    },

    data: "Data downloads",
    data_scope: "The tables and charts of this site and all of its data are also separate files, which open without scripts. CSV \
                 files are UTF-8 with a byte order mark, so Excel and WPS show Chinese correctly.",
    lists: "Tables",
    charts: "Charts",
    chart: |name, selection| match selection {
        "" => name.to_owned(),
        selection => format!("{name} ({selection})"),
    },
    package: "Data package",
    package_scope: "For programs: the tables as entered, linked to each other by ID; the package description says what each \
                    column means and which ones the editors added.",
    descriptor: "Package description",
    dataset: "All data in one file",
    package_table: |table| {
        Some(match table {
            "sections" => "Sections of the report",
            "headings" => "Run-in headings",
            "indicators" => "Indicators of the annex",
            "figures" => "Figures in the main text",
            "omissions" => "Numbers in the main text that are not included, and why",
            "projects" => "Projects with their locations",
            "mentions" => "Where the main text names projects",
            "places" => "Places and their other names",
            "locations" => "Locations broken down",
            "related" => "Projects that may be related",
            "synonyms" => "Words that readers use in the search",
            "tasks" => "Tasks",
            "remarks" => "Other facts",
            "context" => "Figures for city and nation",
            _ => return None,
        })
    },
};
