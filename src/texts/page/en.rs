//! The words of the page in English.

use plan_data::facet::Facet;
use plan_data::{Bound, Comparison, Decimal, Difference, Reason, Stand, Value};

use super::super::en::{assigned_by_city, grouped, not_set, plural};
use super::super::{PromiseCount, Side, quantity};
use super::PageTexts;
use crate::state::Lang;

pub(in crate::texts) const TEXTS: PageTexts = PageTexts {
    other_lang: ("中文", "zh-CN", Lang::Zh),
    skip: "Skip to main content",
    presented_by: "Presented by ",
    nothing: "The data of this report has nothing of this kind.",
    promise: "Last year’s result and this year’s plan",
    promise_finding: finding,
    promise_scope: |compared, all| {
        format!(
            "The {compared} of {all} indicators in the annex that have numbers for both years. Those of one type and unit share a \
             scale, which begins at zero."
        )
    },
    stand: |stand| {
        let words = match stand {
            Stand::Above => "Plan above last year",
            Stand::Same => "Same as last year",
            Stand::Below => "Plan below last year",
            Stand::Met => "Already met last year",
        };
        words.to_owned()
    },
    full_stop: ". ",
    side_value: |side, year, value| match side {
        Side::Actual => format!("{year} result: {value}"),
        Side::Plan => format!("{year} plan: {value}"),
    },
    comparison,
    difference,
    in_words: |count| format!("Not comparable: {count}"),
    indicators: "Main indicators",
    indicators_scope: |count, numbered| {
        let without = match count.saturating_sub(numbered) {
            0 => String::new(),
            rest => format!(", {rest} of them without a number of its own"),
        };
        format!("The {count} indicators of the annex{without}, in its order and grouping, with its values.")
    },
    english_column: "English name",
    what_column: "Item",
    tasks: "Tasks",
    tasks_scope: |count, areas, year| {
        if areas == 0 {
            return format!("The {count} tasks for {year}, with their words and numbers as printed.");
        }
        format!(
            "The {count} tasks that the report sets for {year}, in {areas} parts: its main targets and its areas of work. The \
             words are the editors’ summary; the numbers are as in the report."
        )
    },
    task_count: |count| format!("{count} {}", plural(count, "task", "tasks")),
    task_projects: "Projects: ",
    projects: "Projects",
    projects_scope: |all, listed, list| {
        if list.is_empty() {
            return format!("The {all} projects with names, locations and progress as printed, in Chinese.");
        }
        format!(
            "The {all} projects that the report names: “{list}” lists {listed} with their locations; the others are in the main \
             text, which for some of them says what stage they have reached. The report does not list one \
             by one the key projects that it counts, so its totals do not cover the same projects as this list. Names are in Chinese, as printed."
        )
    },
    facet: |facet, year| match facet {
        Facet::List => "Part of the report".to_owned(),
        Facet::Sector => "Sector".to_owned(),
        Facet::Work => "Kind of work".to_owned(),
        Facet::Year => "Years mentioned in the main text".to_owned(),
        Facet::Stage => format!("Stage in {year}"),
        Facet::Place => "Place (old road names under current ones)".to_owned(),
    },
    main_text: "main text",
    project_tasks: "Tasks that name it",
    inferred: "Headings and explanations are this site’s. The type of an indicator follows from its name and unit, and is not stated by the report; \
               differences and shares are computed from its numbers. All else is as printed.",
    editorial: "The editors added: titles and explanations; the English; the names of figures in the main text; the summaries of \
                tasks; the explanations, types and directions of indicators (whether higher or lower is better); the sectors, \
                kinds of work and stages of projects; the fields of tasks and figures; places taken from the names of projects \
                or from sentences; which projects may be related; and notes. Values marked “computed”, differences and shares \
                are computed from the report’s figures. Figures for city and nation come from their own governments’ work \
                reports. Everything else comes from this report.",
    unavailable: "Filters, search and interactive charts are unavailable (the browser does not support them, scripts are off, or the \
                  network failed). Everything on this page, its links and the data downloads still work.",
    needs_server: "Open this page from a website: browsers do not run programs in files opened with a double-click. The content can still be read and the links still work.",
    outdated: "There is a new version of this site. Reload the page to keep using filters and search.",
    method: "Notes and method",
    crashed: "The page has stopped responding because of an error. The report can still be read; reload to continue.",
    reload: "Reload",
    standalone: "Open the full page",
};

fn finding(count: PromiseCount, actual: u16, plan: u16) -> String {
    let PromiseCount { above, same, below, met } = count;
    if above + same + below + met == 0 {
        return format!("No indicator has a {plan} plan that can be compared with its {actual} result");
    }
    let parts: Vec<String> =
        [(above, "planned higher"), (same, "unchanged"), (below, "lower"), (met, "already met")]
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, word)| format!("{number} {word}"))
            .collect();
    let all = above + same + below + met;
    let indicators = plural(all, "indicator", "indicators");
    format!("{all} comparable {indicators}: {}", parts.join(", "))
}

fn words(value: Value, side: Side) -> String {
    match value {
        Value::Number(amount) => quantity(&amount.english(), ""),
        Value::SteadyGrowth => "“steady growth”".to_owned(),
        Value::StableGrowth => "“stable growth”".to_owned(),
        Value::AssignedByCity => format!("“{}”", assigned_by_city(side)),
        Value::NotSet => not_set(side).to_owned(),
        Value::NotCollected => super::super::en::TEXTS.not_collected.to_owned(),
        Value::Words => "in words".to_owned(),
    }
}

fn comparison(comparison: Comparison, unit: &str, plan_year: u16) -> String {
    let (by, unit) = match comparison {
        Comparison::Points(by) => (by, "percentage points"),
        Comparison::Amount(by) => (by, unit),
        Comparison::NotComparable(Reason::Plan(Value::NotSet)) => {
            return format!("not comparable, as the annex states no target for {plan_year}");
        }
        Comparison::NotComparable(Reason::Plan(value)) => {
            return format!("not comparable, as the plan ({}) is not a number", words(value, Side::Plan));
        }
        Comparison::NotComparable(Reason::Actual(value @ Value::Number(_))) => {
            return format!("not comparable, as the result ({}) is not exact", words(value, Side::Actual));
        }
        Comparison::NotComparable(Reason::Actual(value)) => {
            return format!("not comparable, as the result ({}) is not a number", words(value, Side::Actual));
        }
    };
    difference(by, &|size| quantity(&grouped(size), unit))
}

fn difference(difference: Difference, size: &dyn Fn(Decimal) -> String) -> String {
    let by = size(difference.by.abs());
    let to = difference.to.map(|to| size(to.abs()));
    let bound = match difference.bound {
        Bound::About => "about ",
        Bound::AtLeast | Bound::AtMost => "at least ",
        Bound::Exactly | Bound::Between => "",
    };
    match (difference.bound, difference.stand(), to) {
        (Bound::Between, Stand::Met, _) => "the result is already within the range planned".to_owned(),
        (Bound::AtLeast, Stand::Met, _) => {
            "the result has already reached the least that is planned".to_owned()
        }
        (_, Stand::Met, _) => "the result is already within the most that is planned".to_owned(),
        (Bound::About, Stand::Same, _) => "the plan is about the same as the result".to_owned(),
        (_, Stand::Same, _) => "the plan is the same as the result".to_owned(),
        (_, Stand::Above, Some(to)) => format!("the plan is {by} to {to} above the result"),
        (_, Stand::Below, Some(to)) => format!("the plan is {to} to {by} below the result"),
        (_, Stand::Above, None) => format!("the plan is {bound}{by} above the result"),
        (_, Stand::Below, None) => format!("the plan is {bound}{by} below the result"),
    }
}
