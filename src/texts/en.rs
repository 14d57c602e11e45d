//! The interface in English.

use std::cmp::Ordering;

use plan_data::facet::Facet;
use plan_data::{Comparison, Decimal, Kind, Reason, Value};

use super::{PromiseCount, Side, Texts, quantity, signed};
use crate::state::{Lang, QUERY_LIMIT, UrlNotice, words_of};

pub(super) const TEXTS: Texts = Texts {
    lang: Lang::En,
    tag: "en",
    pick: |words| &words.en,
    other_lang: ("中文", "zh-CN", Lang::Zh),
    skip: "Skip to content",
    navigation: "On this page",
    lead: |indicators, comparable, projects| {
        format!(
            "{indicators} main {}, {comparable} of which {} a plan that can be compared with the result; {projects} key \
             {} whose land is to be secured.",
            plural(indicators, "indicator", "indicators"),
            plural(comparable, "has", "have"),
            plural(projects, "project", "projects"),
        )
    },
    presented_by: "Presented by ",
    promise: "Promise and result",
    promise_finding: finding,
    promise_scope: |count| {
        format!(
            "All {count} indicators of the annex; only what is measured alike shares an axis. Filled: result; hollow: \
             plan. What is not a number is given in words. Choose an indicator to see more of it."
        )
    },
    full_stop: ". ",
    charts: super::charts::EN,
    explore: super::explore::EN,
    publish: super::publish::EN,
    questions: "By topic",
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
    side_value: |side, year, value| match side {
        Side::Actual => format!("{year} result: {value}"),
        Side::Plan => format!("{year} plan: {value}"),
    },
    difference: "Plan against result",
    comparison,
    comparison_short,
    steady_growth: "steady growth",
    stable_growth: "stable growth",
    assigned_by_city,
    not_set,
    indicators: "Main indicators",
    indicators_scope: |count| {
        format!("The {count} rows of the annex, in its order and grouping, with its values.")
    },
    name_column: "Indicator",
    english_column: "English name",
    what_column: "What",
    unit_column: "Unit",
    heading: |_, name| name.to_owned(),
    subheading: |_, name| name.to_owned(),
    tasks: "Commitments",
    tasks_scope: |count, areas, year| {
        format!(
            "The {count} commitments of the report for {year}, under its main targets and areas of work, {areas} in all. \
             The words are the editors’ summary, the numbers the report’s."
        )
    },
    task_count: |count| format!("{count} {}", plural(count, "commitment", "commitments")),
    task_projects: "Projects: ",
    projects: "Projects",
    projects_scope: |all, listed, list| {
        format!(
            "The {all} projects that the report names. Its column “{list}” lists {listed} with their locations; the \
             others stand in the text, which sometimes says how far they are. Names are in Chinese, as printed."
        )
    },
    facet: |facet, year| match facet {
        Facet::List => "Where listed".to_owned(),
        Facet::Sector => "Sector".to_owned(),
        Facet::Work => "Kind of work".to_owned(),
        Facet::Year => "Years that the text speaks of".to_owned(),
        Facet::Stage => format!("Stage in {year}"),
        Facet::Place => "Place (former road names under the new)".to_owned(),
    },
    facet_column: "Property",
    unstated: |facet| match facet {
        Facet::Place => "No place stated",
        Facet::Stage => "No stage stated",
        Facet::List | Facet::Sector | Facet::Work | Facet::Year => "Not stated",
    },
    facet_value,
    count: |count| format!("{count} {}", plural(count, "project", "projects")),
    running_text: "running text",
    project_tasks: "Commitments that name it",
    chosen: "Chosen: ",
    take_back: |name| format!("Remove “{name}”"),
    filter: "Filter projects",
    filter_hint: |place| format!("Name or location, such as {place}"),
    showing: |shown, all| format!("Showing {shown} of {all}"),
    nothing_found: |query, chosen| match (query, chosen) {
        ("", chosen) => format!("No project matches {chosen}. Remove a choice."),
        (query, "") => format!("No project has “{query}” in its name or location."),
        (query, chosen) => format!(
            "No project of “{chosen}” has “{query}” in its name or location. Shorten the text or remove a choice."
        ),
    },
    clear_filter: "Clear the filter",
    source: |place| format!("Source: {place}"),
    editorial: "Explanations, English names, the names of figures in the text, and the kinds and directions of indicators \
                and sectors and stages of projects, and the fields of commitments and figures are the editors’. Values marked “computed”, differences and shares \
                follow from the report’s figures; figures of city and nation are from their governments’ work reports; \
                all else is the report’s.",
    notices: "Part of the link could not be used",
    notice,
    dismiss: "Dismiss",
    unavailable: "Filters, search and interactive charts are not available (the browser cannot run them, scripts are off, or the \
                  network failed). Everything on this page, its links and the data downloads still work.",
    crashed: "The page has stopped answering because of an error. The report is still here; reload to go on exploring.",
    reload: "Reload",
};

fn finding(count: PromiseCount, actual: u16, plan: u16) -> String {
    let PromiseCount { above, same, below } = count;
    if above + same + below == 0 {
        return format!("No plan for {plan} can be compared with a result of {actual}");
    }
    let parts: Vec<String> = [(above, "above"), (same, "level with"), (below, "below")]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| format!("{word} for {number}"))
        .collect();
    let all = above + same + below;
    let indicators = plural(all, "indicator", "indicators");
    format!(
        "Of {all} comparable {indicators}, plans for {plan} against results of {actual}: {}",
        parts.join(", ")
    )
}

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

fn assigned_by_city(side: Side) -> &'static str {
    match side {
        Side::Actual => "city’s target met",
        Side::Plan => "to meet the city’s target",
    }
}

fn not_set(side: Side) -> &'static str {
    match side {
        Side::Actual => "no value stated",
        Side::Plan => "none stated",
    }
}

fn words(value: Value, side: Side) -> String {
    match value {
        Value::Number(number) => quantity(&number.to_string(), ""),
        Value::SteadyGrowth => "“steady growth”".to_owned(),
        Value::StableGrowth => "“stable growth”".to_owned(),
        Value::AssignedByCity => format!("“{}”", assigned_by_city(side)),
        Value::NotSet => not_set(side).to_owned(),
    }
}

fn comparison(comparison: Comparison, unit: &str, plan_year: u16) -> String {
    let (difference, unit) = match comparison {
        Comparison::Points(difference) => (difference, "percentage points"),
        Comparison::Amount { difference, .. } => (difference, unit),
        Comparison::NotComparable(Reason::Plan(Value::NotSet)) => {
            return format!("not comparable: the annex states no target for {plan_year}");
        }
        Comparison::NotComparable(Reason::Plan(value)) => {
            return format!("not comparable, as the plan is {}, not a number", words(value, Side::Plan));
        }
        Comparison::NotComparable(Reason::Actual(value)) => {
            return format!("not comparable, as the result is {}, not a number", words(value, Side::Actual));
        }
    };
    let size = quantity(&difference.abs().to_string(), unit);
    match difference.cmp(&Decimal::ZERO) {
        Ordering::Less => format!("the plan is {size} below the result"),
        Ordering::Equal => "the plan is level with the result".to_owned(),
        Ordering::Greater => format!("the plan is {size} above the result"),
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
