//! The words of the page in English.

use std::cmp::Ordering;

use plan_data::facet::Facet;
use plan_data::{Comparison, Decimal, Reason, Value};

use super::super::en::{assigned_by_city, not_set, plural};
use super::super::{PromiseCount, Side, quantity};
use super::PageTexts;
use crate::state::Lang;

pub(in crate::texts) const TEXTS: PageTexts = PageTexts {
    other_lang: ("中文", "zh-CN", Lang::Zh),
    skip: "Skip to content",
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
    side_value: |side, year, value| match side {
        Side::Actual => format!("{year} result: {value}"),
        Side::Plan => format!("{year} plan: {value}"),
    },
    comparison,
    indicators: "Main indicators",
    indicators_scope: |count| {
        format!("The {count} rows of the annex, in its order and grouping, with its values.")
    },
    english_column: "English name",
    what_column: "What",
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
    running_text: "running text",
    project_tasks: "Commitments that name it",
    editorial: "Explanations, English names, the names of figures in the text, and the kinds and directions of indicators \
                and sectors and stages of projects, and the fields of commitments and figures are the editors’. Values marked “computed”, differences and shares \
                follow from the report’s figures; figures of city and nation are from their governments’ work reports; \
                all else is the report’s.",
    unavailable: "Filters, search and interactive charts are not available (the browser cannot run them, scripts are off, or the \
                  network failed). Everything on this page, its links and the data downloads still work.",
    needs_server: "Open this page from a web server: browsers do not run programs in files that are opened by a double click. Its content and links can still be read.",
    outdated: "There is a new version of this site. Reload the page to go on filtering and searching.",
    method: "How this was made",
    crashed: "The page has stopped answering because of an error. The report is still here; reload to go on exploring.",
    reload: "Reload",
    standalone: "Open the whole page",
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
