//! The words of the page in English.

use plan_data::facet::Facet;
use plan_data::{Bound, Comparison, Decimal, Difference, Reason, Stand, Value};

use super::super::en::{assigned_by_city, grouped, not_set, plural};
use super::super::{PromiseCount, Side, quantity};
use super::{Named, PageTexts};
use crate::state::Lang;

pub(in crate::texts) const TEXTS: PageTexts = PageTexts {
    other_lang: ("中文", "zh-CN", Lang::Zh),
    skip: "Skip to main content",
    presented_by: "Presented by ",
    promise: "Last year’s result and this year’s plan",
    promise_finding: finding,
    promise_scope: |compared, all, is_annex| {
        let of = if is_annex { " in the annex" } else { "" };
        format!(
            "The {compared} of {all} indicators{of} that have numbers for both years. Those of one type and unit share a \
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
    indicators_scope: |count, numbered, printed| {
        let of = if printed.is_annex { " of the annex" } else { "" };
        let kept = if printed.has_groups { "order and grouping" } else { "order" };
        let without = match count.saturating_sub(numbered) {
            0 => String::new(),
            rest => format!(", {rest} of them without a number of its own"),
        };
        let its = if printed.is_annex { "its" } else { "the printed" };
        let values = if printed.is_annex { "its values" } else { "the printed values" };
        format!("The {count} indicators{of}{without}, in {its} {kept}, with {values}.")
    },
    english_column: "English name",
    what_column: "Item",
    tasks: "Tasks",
    topics_scope: "What the report says by topic: each chart gives its finding in one sentence, and where in the report its numbers stand.",
    data_page_scope: |figures| match figures {
        0 => "Data to download, and how it was made.".to_owned(),
        1 => "The figure of the main text with its place, data to download, and how it was made.".to_owned(),
        _ => format!(
            "The {figures} figures of the main text with their places, data to download, and how it was made."
        ),
    },
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
    projects_scope: |all, named| {
        let Named { list, listed, has_locations, has_progress, are_counted } = *named;
        if list.is_empty() {
            let kept = match (has_locations, has_progress) {
                (true, true) => "names, locations and progress",
                (true, false) => "names and locations",
                (false, true) => "names and progress",
                (false, false) => "names",
            };
            return format!(
                "The {all} {} with {kept} as printed, in Chinese.",
                plural(all, "project", "projects")
            );
        }
        let rest = if listed < all { "; the others are in the main text" } else { "" };
        let progress =
            if has_progress { ", which for some of them says what stage they have reached" } else { "" };
        let counted = if are_counted {
            " The report does not list one by one the key projects that it counts, so its totals do not cover the same projects \
             as this list."
        } else {
            ""
        };
        format!(
            "The {all} projects that the report names: “{list}” lists {listed} with their locations{rest}{progress}.{counted} Names \
             are in Chinese, as printed."
        )
    },
    facet: |facet, year, has_former| match facet {
        Facet::List => "Part of the report".to_owned(),
        Facet::Sector => "Sector".to_owned(),
        Facet::Work => "Kind of work".to_owned(),
        Facet::Year => "Years mentioned in the main text".to_owned(),
        Facet::Stage => format!("Stage in {year}"),
        Facet::Place if has_former => "Place (old road names under current ones)".to_owned(),
        Facet::Place => "Place".to_owned(),
    },
    main_text: "main text",
    project_tasks: "Tasks that name it",
    inferred: "Headings and explanations are this site’s. The type of an indicator, and whether higher or lower is better, follow from its name and unit, and are not stated by the report; \
               an indicator and a task of one name are taken to be of the same; \
               differences and shares are computed from its numbers. All else is as printed.",
    editorial,
    unavailable: "Filters, search and interactive charts are unavailable (the browser does not support them, scripts are off, or the \
                  network failed). Everything on this page, its links and the data downloads still work.",
    needs_server: "Open this page from a website: browsers do not run programs in files opened with a double-click. The content can still be read and the links still work.",
    outdated: "There is a new version of this site. Reload the page to keep using filters and search.",
    method: "Notes and method",
    large: "Large print",
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

/// What the editors added, up to where the figures of other levels are from.
const EDITORIAL: &str = "The editors added: titles and explanations; the English; the names of figures in the main text; the summaries of \
                tasks; the explanations, types and directions of indicators (whether higher or lower is better); the sectors, \
                kinds of work and stages of projects; the fields of tasks and figures; places taken from the names of projects \
                or from sentences; which projects may be related; and notes. Values marked “computed”, differences and shares \
                are computed from the report’s figures.";

fn editorial(above: &[&str], is_of_governments: bool) -> String {
    let from = if is_of_governments {
        "their own governments’ work reports"
    } else {
        "the sources named with them"
    };
    let above: Vec<String> = above.iter().map(|level| level.to_ascii_lowercase()).collect();
    let above = if above.is_empty() {
        String::new()
    } else {
        format!(" Figures for {} come from {from}.", above.join(" and "))
    };
    format!("{EDITORIAL}{above} Everything else comes from this report.")
}

fn comparison(comparison: Comparison, unit: &str, plan_year: u16, is_annex: bool) -> String {
    let (by, unit) = match comparison {
        Comparison::Points(by) => (by, "percentage points"),
        Comparison::Amount(by) => (by, unit),
        Comparison::NotComparable(Reason::Plan(Value::NotSet)) => {
            let table = if is_annex { "the annex" } else { "the table" };
            return format!("not comparable, as {table} states no target for {plan_year}");
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
