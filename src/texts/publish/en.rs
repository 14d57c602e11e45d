//! The words of what is published in English.

use plan_data::facet::Facet;

use super::super::en::{lower_first, plural};
use super::{Counted, Holding, PublishTexts};
use crate::state::View;

pub(in crate::texts) const TEXTS: PublishTexts = PublishTexts {
    locale: "en_GB",
    printed: ["Address: ", "Printed on "],
    description: |district, actual, plan, counted| {
        let Counted { indicators, figures, projects, tasks } = counted;
        let parts = [
            (indicators, format!("{indicators} main {}", plural(indicators, "indicator", "indicators"))),
            (figures, format!("{figures} {} in the main text", plural(figures, "figure", "figures"))),
            (projects, format!("{projects} {}", plural(projects, "project", "projects"))),
            (tasks, format!("{tasks} {}", plural(tasks, "task", "tasks"))),
        ];
        let parts: Vec<String> =
            parts.into_iter().filter_map(|(count, part)| (count > 0).then_some(part)).collect();
        let holds = if parts.is_empty() {
            String::new()
        } else {
            format!(": {}, to filter, check and download", listed(&parts))
        };
        let plan = plan.map_or_else(String::new, |year| format!(" and plan for {year}"));
        format!("{district}, results for {actual}{plan}{holds}.")
    },
    page: |view, holding| {
        let Holding { is_annex, has_plans, above, has_figures, has_checks, facets, has_fields, topics } =
            holding;
        Some(match view {
            View::Home => return None,
            View::Projects => {
                let facets = facets.iter().map(|facet| match facet {
                    Facet::Place => "place",
                    Facet::Sector => "sector",
                    _ => "stage",
                });
                let facets: Vec<&str> = facets.collect();
                let by = if facets.is_empty() {
                    String::new()
                } else {
                    format!(", to filter by {}", listed(&facets))
                };
                format!("The projects that the report names{by}. ")
            }
            View::Indicators => {
                let of = if *is_annex { " of the annex" } else { "" };
                let above: Vec<String> = above.iter().map(|level| level.to_ascii_lowercase()).collect();
                let above = if above.is_empty() { String::new() } else { format!(", {}", listed(&above)) };
                let checks = if *has_checks { ", main text and checks" } else { "" };
                let values =
                    if *has_plans { "last year’s result and this year’s plan" } else { "results" };
                format!("The main indicators{of}: {values}{above}{checks}. ")
            }
            View::Tasks => {
                let before =
                    if *has_fields { ", beside last year’s results in the same field" } else { "" };
                format!("The tasks that the report sets{before}. ")
            }
            View::Topics => {
                let topics: Vec<&str> =
                    topics.iter().map(|topic| (super::super::explore::EN.topic)(*topic)).collect();
                let topics = topics.iter().enumerate();
                let name =
                    |(at, name): (usize, &&str)| if at == 0 { (*name).to_owned() } else { lower_first(name) };
                format!("{}: charts and figures. ", topics.map(name).collect::<Vec<String>>().join(", "))
            }
            View::Data => {
                let table = if *is_annex { "annex" } else { "table" };
                let figures = has_figures.then(|| "all figures in the main text".to_owned());
                let checks = has_checks.then(|| format!("checks of main text against {table}"));
                let parts = figures.into_iter().chain(checks).chain(["data downloads".to_owned()]);
                let parts = parts.collect::<Vec<String>>();
                let parts = match &parts[..] {
                    [before @ .., last] if before.len() > 1 => format!("{}, and {last}", before.join(", ")),
                    _ => parts.join(" and "),
                };
                format!("{}. ", upper_first(&parts))
            }
        })
    },
    dataset_name: |district, actual, plan| {
        let plan = plan.map_or_else(String::new, |year| format!(", targets for {year}"));
        format!("Plan for economic and social development of {district}: results for {actual}{plan}")
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
            "indicators" => "Indicators",
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
            "context" => "Figures for the levels above",
            _ => return None,
        })
    },
};

/// Names in a sentence: the last after “and”.
fn listed(names: &[impl AsRef<str>]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match &names[..] {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => names.concat(),
    }
}

/// For the beginning of a sentence.
fn upper_first(words: &str) -> String {
    let mut characters = words.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}
