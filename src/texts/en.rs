//! The interface in English.

use plan_data::facet::Facet;
use plan_data::{Comparison, IndicatorFacet, Kind};

use super::{Side, Texts, signed};
use crate::state::{Form, Group, Lang, ProjectSort, QUERY_LIMIT, Sort, UrlNotice, View, words_of};

pub(super) const TEXTS: Texts = Texts {
    lang: Lang::En,
    tag: "en",
    pick: |words| &words.en,
    navigation: "Pages",
    panel: |kind| match kind {
        Kind::Growth => "Growth and reduction",
        Kind::Share => "Shares and rates",
        Kind::Level => "Amounts and levels",
        Kind::Count => "Counts",
    },
    side: |side, year| match side {
        Side::Actual => format!("{year} result"),
        Side::Plan => format!("{year} plan"),
    },
    difference: "Plan against result",
    comparison_short,
    steady_growth: "steady growth",
    stable_growth: "stable growth",
    assigned_by_city,
    not_set,
    name_column: "Indicator",
    unit_column: "Unit",
    heading: |_, name| name.to_owned(),
    subheading: |_, name| name.to_owned(),
    unstated: |facet| match facet {
        Facet::Place => "No place stated",
        Facet::Stage => "No stage stated",
        Facet::List | Facet::Sector | Facet::Work | Facet::Year => "Not stated",
    },
    facet_value,
    count: |count| format!("{count} {}", plural(count, "project", "projects")),
    chosen: "Chosen: ",
    take_back: |name| format!("Remove “{name}”"),
    filter: "Filter projects",
    filter_hint: |place| format!("Name or location, such as {place}"),
    showing: |shown, all| format!("Showing {shown} of {all}"),
    showing_pattern: |all| format!("Showing {{shown}} of {all}"),
    nothing_found: |query, chosen| match (query, chosen) {
        ("", chosen) => format!("No project matches {chosen}. Remove a choice."),
        (query, "") => format!("No project has “{query}” in its name or location."),
        (query, chosen) => format!(
            "No project of “{chosen}” has “{query}” in its name or location. Shorten the text or remove a choice."
        ),
    },
    clear_filter: "Clear the filter",
    source: |place| format!("Source: {place}"),
    notices: "Part of the link could not be used",
    notice,
    dismiss: "Dismiss",
    view: |view| match view {
        View::Home => "Home",
        View::Projects => "Projects",
        View::Indicators => "Indicators",
        View::Tasks => "Tasks",
        View::Topics => "Topics",
        View::Data => "Data",
    },
    all: "All",
    group_by: "Group",
    indicator_facet: |facet| match facet {
        IndicatorFacet::Group => "Category",
        IndicatorFacet::Kind => "Kind",
        IndicatorFacet::Target => "Target stated as",
        IndicatorFacet::State => "Plan against result",
    },
    indicator_value: |value| match value {
        "number" => Some("Number"),
        "qualitative" => Some("Words only"),
        "assigned" => Some("The city’s target"),
        "none" => Some("No target"),
        "above" => Some("Above"),
        "same" => Some("Same"),
        "below" => Some("Below"),
        "not-comparable" => Some("Not comparable"),
        _ => None,
    },
    form: "Shown as",
    form_of: |form| match form {
        Form::Table => "Table",
        Form::Chart => "Chart",
    },
    showing_indicators: |shown, all| format!("Showing {shown} of {all}"),
    no_indicator: "No indicator meets all of these. Set one of them back to “All”.",
    project_sort: |sort| match sort {
        ProjectSort::Report => "As in the report",
        ProjectSort::Name => "By English name",
    },
    project_group: |group| match group {
        Group::None => "No groups",
        Group::Place => "By place",
        Group::Sector => "By sector",
        Group::List => "By list",
        Group::Stage => "By stage",
    },
    share: "Share",
    copied: "Link copied",
    copy_yourself: "This browser does not let pages copy. Select the link and copy it:",
    sort: "Sort by",
    sorts: [(Sort::Annex, "order of the annex"), (Sort::Change, "plan against result"), (Sort::Name, "name")],
    of_year: |year, is_plan| if is_plan { format!("Planned for {year}") } else { year.to_string() },
    planned: "planned",
};

/// The word for one thing or for several.
pub(super) fn plural(number: usize, one: &'static str, many: &'static str) -> &'static str {
    if number == 1 { one } else { many }
}

fn facet_value(code: &str) -> Option<&'static str> {
    Some(match code {
        "land" => "Column on land",
        "text" => "Running text",
        "planned" => "In preparation",
        "applied" => "Applied for",
        "approved" => "Approved",
        "started" => "Started",
        "under-way" => "Under way",
        "main-structure-done" => "Main structure done",
        "nearly-done" => "Nearly done",
        "done" => "Done",
        "in-use" => "In use",
        "promised" => "Only plans stated",
        "circular-economy" => "Circular economy",
        "coal" => "Coal",
        "commerce" => "Commerce",
        "community" => "Community services",
        "culture-tourism" => "Culture and tourism",
        "education" => "Education",
        "elderly-care" => "Elderly care and wellness",
        "emergency" => "Emergency reserves",
        "energy" => "Energy",
        "environment" => "Environment",
        "finance-technology" => "Finance, science and technology",
        "health-care" => "Health",
        "housing" => "Housing and renewal",
        "logistics" => "Logistics",
        "manufacturing" => "Manufacturing",
        "municipal" => "Municipal works and land reserve",
        "roads" => "Roads",
        "sports" => "Sports",
        "new-build" => "New",
        "renewal" => "Renewal",
        "expansion" => "Expansion",
        "technical-upgrade" => "Technical upgrade",
        "relocation" => "Relocation",
        "land-reserve" => "Land reserve",
        "platform" => "Platform",
        "transport" => "Stations and railways",
        _ => return None,
    })
}

pub(super) fn assigned_by_city(side: Side) -> &'static str {
    match side {
        Side::Actual => "city’s target met",
        Side::Plan => "to meet the city’s target",
    }
}

pub(super) fn not_set(side: Side) -> &'static str {
    match side {
        Side::Actual => "no value stated",
        Side::Plan => "none stated",
    }
}

fn comparison_short(comparison: Comparison, unit: &str) -> String {
    match comparison {
        Comparison::Points(difference) => signed(difference, "pp").unwrap_or_else(|| "level".to_owned()),
        Comparison::Amount { difference, percent } => {
            let amount = signed(difference, unit).unwrap_or_else(|| "level".to_owned());
            match percent.and_then(|percent| signed(percent, "%")) {
                Some(percent) => format!("{amount} ({percent})"),
                None => amount,
            }
        }
        Comparison::NotComparable(_) => "not comparable".to_owned(),
    }
}

fn notice(notice: &UrlNotice) -> String {
    match notice {
        UrlNotice::UnknownWord(key, found) => format!(
            "“{found}” is not a valid value of {key} ({}); the usual one is used.",
            words_of(key).join(", ")
        ),
        UrlNotice::Nearest(found, near) => {
            format!("The report has no item “{found}”; the one called nearly so, “{near}”, is shown.")
        }
        UrlNotice::Later(found) => format!(
            "The link is of a later version (v={found}); what this page does not know of it is left as it is."
        ),
        UrlNotice::NotInReport(key, found) => {
            format!("The report has no {key} “{found}”; it was ignored.")
        }
        UrlNotice::TooLong(key) => {
            format!("{key} has more than {QUERY_LIMIT} characters; the first {QUERY_LIMIT} are used.")
        }
        UrlNotice::NotText(key) => format!("The value of {key} is not text; it is left out."),
        UrlNotice::Repeated(key) => format!("{key} appears more than once; the first is used."),
    }
}
