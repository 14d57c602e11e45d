//! The words of exploring in English.

use plan_data::reconcile::Severity;
use plan_data::{LocationKind, LookupKind};

use super::super::en::plural;
use super::{ExploreTexts, Topic};
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
    counted: |chosen, count| format!("{chosen} ({count})"),
    headline: |year| format!("Main targets for {year}"),
    topic: |topic| match topic {
        Topic::Economy => "Economy",
        Topic::Investment => "Investment and funding",
        Topic::Environment => "Environment",
        Topic::Living => "People’s lives",
    },
    back: "← Back",
    overview_scope: |actual, plan| {
        format!(
            "The main targets for {plan} that the report puts first, beside the results of {actual}. Each opens to its place in \
             the report, to city and nation, and to what is to be done."
        )
    },
    no_result: |year| format!("The report states no comparable result for {year}"),
    insights: "What stands out",
    insight_targets: |all, numbers, [qualitative, assigned, none]| {
        let others = [
            (qualitative, "are words only"),
            (assigned, "say “meet the city’s target”"),
            (none, "have none"),
        ];
        let others: Vec<String> = others
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, words)| format!("{count} {words}"))
            .collect();
        format!("Of {all} indicators, {numbers} have a number as their target; {}", others.join(", "))
    },
    insight_lowered: |year, names| {
        let count = counted(names.len(), "indicator is", "indicators are");
        format!("{count} planned lower for {year} than the result before: {}", names.join("; "))
    },
    insight_place: |place, count| format!("{place} has the most projects of any place named: {count}"),
    insight_conflict: |count, first| {
        let count = counted(count, "place", "places");
        format!("The report contradicts itself in {count}: {first}")
    },
    project: "Project",
    show_facets: |chosen| match chosen {
        0 => "Filter by category".to_owned(),
        chosen => format!("Filters · {chosen}"),
    },
    location: "Location",
    relation: |kind| match kind {
        LocationKind::Side => "on one side",
        LocationKind::BothSides => "on both sides",
        LocationKind::Beyond => "beyond it",
        LocationKind::At => "there",
        LocationKind::Near => "nearby",
        LocationKind::Crossing => "at the crossing",
        LocationKind::Along => "along it",
        LocationKind::Within => "within its area",
        LocationKind::Border => "at the border",
    },
    direction: |direction| match direction {
        // Said by the relation.
        "both" => String::new(),
        direction => direction.replace('+', " and "),
    },
    segment: |segment| match segment {
        "former" => "under its former name".to_owned(),
        "planned" => "planned".to_owned(),
        printed => printed.to_owned(),
    },
    named_as: |name| format!(", called “{name}”"),
    promised: |year| format!("Promised for {year}"),
    achieved: |year| format!("Achieved in {year} in the same field"),
    nothing_achieved: |year| format!("The report has no figure of this field for {year}."),
    figures: "All figures of the text",
    figure_filter: "Filter figures",
    figure_filter_hint: "Subject or value, such as employment",
    choose_section: "Section",
    figure_group: |group| match group {
        FigureGroup::Section => "By section",
        FigureGroup::Measure => "By measure",
        FigureGroup::Subject => "By subject",
    },
    showing_figures: |shown, all| format!("Showing {shown} of {all}"),
    no_figure: "No figure meets this. Shorten the text, or set section or measure back to “All”.",
    to_indicator: "indicator",
    checks: |count| counted(count, "check", "checks"),
    reconciliation: "Does the report agree with itself?",
    reconciliation_scope: |count| {
        format!(
            "A program compared text with annex and parts with wholes, with {count} findings; computed values come with their \
             formula."
        )
    },
    finding_count: |count| counted(count, "finding", "findings"),
    severity: |severity| match severity {
        Severity::Conflict => "Does not agree",
        Severity::Note => "Worth knowing",
        Severity::Fine => "Agrees",
    },
    search: "Search everything",
    search_hint: "Indicators, projects, places, figures",
    search_count: |count, text| match count {
        0 => format!(
            "Nothing found for “{text}”. Try a shorter word, or pinyin or its initials for Chinese names."
        ),
        count => counted(count, "hit", "hits"),
    },
    kind: |kind| match kind {
        LookupKind::Indicator => "Indicators",
        LookupKind::Project => "Projects",
        LookupKind::Place => "Places",
        LookupKind::Task => "Tasks",
        LookupKind::Figure => "Figures",
    },
};

fn counted(count: usize, one: &'static str, many: &'static str) -> String {
    format!("{count} {}", plural(count, one, many))
}
