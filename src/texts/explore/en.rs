//! The words of exploring in English.

use plan_data::reconcile::Severity;
use plan_data::{LocationKind, LookupKind, RemarkKind};

use super::super::en::{lower_first, plural};
use super::{Door, ExploreTexts, Told, Topic};
use crate::state::{FigureGroup, View};

pub(in crate::texts) const TEXTS: ExploreTexts = ExploreTexts {
    section: |view| match view {
        View::Home => "Home",
        View::Projects => "Projects",
        View::Indicators => "Main indicators",
        View::Tasks => "Tasks",
        View::Topics => "Topics",
        View::Data => "Data and checks",
    },
    report: |district, year| format!("{district}, plan for {year}"),
    results: |district, year| format!("{district}, results for {year}"),
    counted: |chosen, count| format!("{chosen} ({count})"),
    headline: |year| format!("Main targets for {year}"),
    first_results: |year| format!("Main results for {year}"),
    topic: |topic| match topic {
        Topic::Economy => "Economy",
        Topic::Investment => "Investment and funding",
        Topic::Environment => "Environment",
        Topic::Living => "People’s lives",
    },
    back: "← Back",
    back_to: |page, report| format!("← {page} · {report}"),
    lead: |name, plan, target, actual, result| {
        format!("{name}: {target} is the target for {plan}, after {result} in {actual}.")
    },
    target_of: |year| format!("{year} target"),
    near_me: "Near me",
    search_examples: ["roads", "housing", "schools", "air", "jobs"],
    nearby: "Close to home",
    door: |door| match door {
        Door::Roads => "Roads",
        Door::Housing => "Housing and old quarters",
        Door::Schools => "Schools",
        Door::Air => "Air and water",
        Door::Jobs => "Jobs",
        Door::Care => "Care of the elderly",
    },
    door_tasks: |count| format!("{count} {}", plural(count, "task", "tasks")),
    door_indicators: |count| format!("{count} {}", plural(count, "indicator", "indicators")),
    topics: "By topic",
    result_of: |year, value| format!("{year}: {value}"),
    no_result: |year| format!("No comparable {year} result"),
    insights: "Worth noticing",
    target_kinds: |all, is_annex| {
        format!("Targets of the {all} indicators{}", if is_annex { " in the annex" } else { "" })
    },
    targets_in_text: |names| {
        format!("Of those not stated in the annex, the main text has a target for {}", names.join(", "))
    },
    insight_lowered: |names| format!("Targets below last year’s results: {}", names.join(", ")),
    insight_place: |place| format!("The place with most projects: {place} (by location, name and sentence)"),
    insight_conflict: |first| format!("Inconsistent in the report: {first}"),
    project: "Project details",
    show_facets: |chosen| match chosen {
        0 => "Filter by category".to_owned(),
        chosen => format!("Filter by category · {chosen} chosen"),
    },
    categories: "Filter by category",
    categories_scope: "Numbers count the projects that match the other filters. A project may have several places, years or parts of \
                       the report, so they cannot be added up. Sectors, kinds of work and stages were assigned by the editors.",
    see_projects: |count| format!("See {count} {}", plural(count, "project", "projects")),
    all_places: |count| format!("Show all {count} places, A to Z"),
    fewer_places: "Show only the places with most projects",
    whole_list: "Show the rest",
    location: "Location",
    place_from_name: "The report gives no location. The place is taken from the project’s name or from the sentence that names it.",
    location_remark: |segment, place| match segment {
        "old-name" => Some(format!("old name; now {place}")),
        "former" => Some("“former” (原) means an old site or road".to_owned()),
        "planned" => Some("“planned” (规划) means not yet built at the time of the report".to_owned()),
        _ => None,
    },
    told: |told| {
        let name = |told: &Told| match told {
            Told::Location => "its location".to_owned(),
            Told::Progress(year) => format!("its progress in {year}"),
            Told::Plans(year) => format!("what is planned for {year}"),
        };
        let of = |is_said: bool| -> Vec<String> {
            told.iter().filter(|(_, said)| *said == is_said).map(|(told, _)| name(told)).collect()
        };
        let (said, missing) = (of(true), of(false));
        match (said.is_empty(), missing.is_empty()) {
            (_, true) => format!("The report states {}.", series(&said, "and")),
            (true, _) => format!("The report does not state {}.", series(&missing, "or")),
            _ => format!("The report states {}, but not {}.", series(&said, "and"), series(&missing, "or")),
        }
    },
    road: |name| format!("Projects along {name}"),
    road_scope: "A scheme: by the sides and stretches that the report states; distances mean nothing.",
    at_road: |kind, direction, other| match (kind, direction, other) {
        (LocationKind::Crossing, Some(side), Some(other)) => format!("crossing with {other}, {side}"),
        (LocationKind::Crossing, None, Some(other)) => format!("crossing with {other}"),
        (LocationKind::Along, _, Some(other)) => format!("to {other}"),
        (LocationKind::BothSides, ..) => "both sides".to_owned(),
        (LocationKind::Side, Some(side), _) => format!("{side} side"),
        (LocationKind::Beyond, Some(side), _) => format!("{side} of it"),
        (LocationKind::Near, ..) => "near it".to_owned(),
        _ => "side not stated".to_owned(),
    },
    on_road: "the road itself, or named with it",
    road_note: |segment| match segment {
        "former" => Some("former road"),
        "planned" => Some("planned"),
        _ => None,
    },
    stretch: |stretch| match stretch {
        Some("东段") => Some("east stretch"),
        Some("西段") => Some("west stretch"),
        Some("南段") => Some("south stretch"),
        Some("北段") => Some("north stretch"),
        Some("中段") => Some("middle stretch"),
        Some(_) => None,
        None => Some("stretch not stated"),
    },
    colon: ": ",
    counted_of: |scope| format!(" ({scope})"),
    both_years: "Figures for both years in the main text",
    both_years_scope: |actual, plan, table| {
        let table = table.map(|table| format!("are not in the {table} but that ")).unwrap_or_default();
        format!(
            "Figures that {table}the main text gives for both {actual} and {plan}. The difference is shown only where both cover \
             the same thing."
        )
    },
    other_scope: "not compared, as the two cover different things",
    without_target: |actual, plan, table| {
        format!(
            "With a {actual} result in the main text, and a {plan} target neither there nor in the {table}:"
        )
    },
    remarks: "What else the report says",
    remarks_scope: "Facts without figures, summarised by the editors, each with its place in the report.",
    remark_kind: |kind| match kind {
        RemarkKind::Problem => "Problems and shortcomings",
        RemarkKind::Honour => "Honours and ranks",
        RemarkKind::Measure => "How things were done",
        RemarkKind::Named => "Firms and places named",
        RemarkKind::Document => "The document itself",
    },
    carry_over: "Last year’s projects in this year’s plan",
    carry_over_scope: "Based only on what the report says: a project that is not mentioned again may have been finished or may still be under way.",
    in_both: |actual, plan| format!("Progress in {actual} and a task for {plan}"),
    not_named_again: |actual, plan| format!("Unfinished in {actual}, not mentioned in the tasks for {plan}"),
    same_name: " (inferred: of the same name)",
    only_listed: |list| format!("Listed in the {} only, not mentioned in the main text", lower_first(list)),
    related: "Projects that may be related (the report does not say so; they are not merged)",
    named_as: [", as “", "” (taken by the editors to be the same project)"],
    living: [
        ("employment", "Employment"),
        ("social-security", "Social security"),
        ("housing", "Housing"),
        ("education", "Education"),
        ("health", "Health"),
    ],
    promised: |year| format!("Tasks for {year}"),
    achieved: |year| format!("{year} results in the same field"),
    nothing_achieved: |year| format!("The report has no {year} figure in this field."),
    figures: "All figures in the main text",
    figure_filter: "Filter figures",
    figure_filter_hint: "Subject or value, such as employment",
    choose_section: "Section",
    figure_group: |group| match group {
        FigureGroup::Section => "Section",
        FigureGroup::Measure => "Unit",
        FigureGroup::Subject => "Subject",
    },
    no_figure: "No figure matches. Shorten the text, or set section or unit back to “All”.",
    to_indicator: "See the indicator",
    checks: |count| counted(count, "check", "checks"),
    reconciliation: "Checks on the figures",
    reconciliation_scope: |count, table| {
        let table = table.map(|table| format!("the main text with the {table}, and ")).unwrap_or_default();
        format!(
            "A program compared {table}parts with wholes. Findings: {count}; computed values come \
             with their formula."
        )
    },
    finding_count: |count| counted(count, "finding", "findings"),
    severity: |severity| match severity {
        Severity::Conflict => "Does not match",
        Severity::Note => "Worth noting",
        Severity::Fine => "Matches",
    },
    search: "Search everything",
    search_hint: |kinds| {
        let names: Vec<&str> = kinds.iter().take(3).map(|kind| kind_name(*kind)).collect();
        let more = if kinds.len() > 3 { " and more" } else { "" };
        // Only the first begins with a capital.
        let name = |(at, name): (usize, &&str)| if at == 0 { (*name).to_owned() } else { lower_first(name) };
        let names: Vec<String> = names.iter().enumerate().map(name).collect();
        names.join(", ") + more
    },
    search_count: |count, text, is_partial| match count {
        0 => format!(
            "Nothing found for “{text}”. Try a shorter word, or pinyin or its initials for Chinese names."
        ),
        count if is_partial => format!("Nothing has all of these words; the closest: {count}"),
        count => counted(count, "match", "matches"),
    },
    show_all: |count| format!("Show all {count}"),
    kind: kind_name,
};

fn kind_name(kind: LookupKind) -> &'static str {
    match kind {
        LookupKind::Indicator => "Indicators",
        LookupKind::Project => "Projects",
        LookupKind::Place => "Places",
        LookupKind::Task => "Tasks",
        LookupKind::Figure => "Figures",
    }
}

fn counted(count: usize, one: &'static str, many: &'static str) -> String {
    format!("{count} {}", plural(count, one, many))
}

/// The words one after the other, the last after that word.
fn series(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [one, other] => format!("{one} {last} {other}"),
        [most @ .., end] => format!("{}, {last} {end}", most.join(", ")),
    }
}
