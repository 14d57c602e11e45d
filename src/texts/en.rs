//! The interface in English.

use plan_data::facet::Facet;
use plan_data::{Amount, Comparison, Decimal, Difference, IndicatorFacet, Kind, Unit};

use super::{DifferenceWords, Side, Texts, points, told_difference};
use crate::state::{Form, Group, Lang, ProjectSort, QUERY_LIMIT, Sort, UrlNotice, View, words_of};

pub(super) const TEXTS: Texts = Texts {
    lang: Lang::En,
    tag: "en",
    pick: |words| &words.en,
    navigation: "Pages",
    panel: |kind| match kind {
        Kind::Growth => "Rates of growth and reduction",
        Kind::Share => "Shares and rates",
        Kind::Level => "Amounts and levels",
        Kind::Count => "Quantities",
    },
    side: |side, year| match side {
        Side::Actual => format!("{year} result"),
        Side::Plan => format!("{year} plan"),
    },
    difference: "Plan minus result",
    difference_short,
    in_brackets,
    comparison_short,
    steady_growth: "steady growth",
    stable_growth: "stable growth",
    assigned_by_city,
    not_set,
    date: |[year, month, day]| format!("{day} {} {year}", month_name(month)),
    not_collected: "not included here",
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
    filter_hint: |place, has_locations| match (place, has_locations) {
        ("", true) => "Name or location".to_owned(),
        ("", false) => "Name".to_owned(),
        (place, _) => format!("Name or location, such as {place}"),
    },
    showing: |shown, all| {
        if shown == all { format!("{all} in all") } else { format!("{shown} of {all} match") }
    },
    showing_pattern: |all| format!("{{shown}} of {all} match"),
    nothing_found: |query, chosen| match (query, chosen) {
        ("", chosen) => format!("No project matches {chosen}. Remove one of the choices."),
        (query, "") => format!("No project has “{query}” in its name or location."),
        (query, chosen) => format!(
            "No project under “{chosen}” has “{query}” in its name or location. Shorten the text or remove a choice."
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
    group_by: "Group by",
    indicator_facet: |facet| match facet {
        IndicatorFacet::Group => "Category",
        IndicatorFacet::Kind => "Type of indicator",
        IndicatorFacet::Target => "Form of target",
        IndicatorFacet::State => "Compared with last year’s result",
    },
    indicator_value: |value| match value {
        "number" => Some("Target in numbers"),
        "qualitative" => Some("Target in words"),
        "assigned" => Some("Target set by the city"),
        "none" => Some("No target stated"),
        "above" => Some("Plan above result"),
        "same" => Some("Plan same as result"),
        "below" => Some("Plan below result"),
        "met" => Some("Plan already met"),
        "not-comparable" => Some("Not comparable"),
        _ => None,
    },
    form: "Shown as",
    form_of: |form| match form {
        Form::Table => "Table",
        Form::Chart => "Chart",
    },
    showing_indicators: |shown, all| {
        if shown == all { format!("{all} in all") } else { format!("{shown} of {all} match") }
    },
    no_indicator: "No indicator meets all of these conditions. Set one of them back to “All”.",
    project_sort: |sort| match sort {
        ProjectSort::Report => "Report order",
        ProjectSort::Name => "English name",
    },
    project_group: |group| match group {
        Group::None => "No groups",
        Group::Place => "Place",
        Group::Sector => "Sector",
        Group::List => "Part of the report",
        Group::Stage => "Stage",
    },
    share: "Share",
    copied: "Link copied",
    copy_yourself: "The browser does not allow automatic copying. Select the link and copy it:",
    sort: "Sort by",
    indicator_sort: |sort, is_annex| match sort {
        Sort::Annex if is_annex => "Annex order",
        Sort::Annex => "Printed order",
        Sort::Change => "Plan minus result",
        Sort::Name => "Name",
    },
    of_year: |year, is_plan| if is_plan { format!("Planned for {year}") } else { year.to_string() },
    planned: "planned",
};

/// The word for one thing or for several.
pub(super) fn plural(number: usize, one: &'static str, many: &'static str) -> &'static str {
    if number == 1 { one } else { many }
}

fn facet_value(code: &str) -> Option<&'static str> {
    Some(match code {
        "text" => "Main text",
        "planned" => "In preparation",
        "applied" => "Applied for",
        "approved" => "Approved",
        "started" => "Started",
        "under-way" => "Under way",
        "main-structure-done" => "Main structure complete",
        "nearly-done" => "Largely complete",
        "done" => "Completed",
        "in-use" => "In use",
        "promised" => "Plans only",
        "circular-economy" => "Circular economy",
        "coal" => "Coal",
        "commerce" => "Commerce",
        "community" => "Community services",
        "culture-tourism" => "Culture and tourism",
        "education" => "Education",
        "elderly-care" => "Elderly care and wellness",
        "emergency" => "Emergency supplies",
        "energy" => "Energy",
        "environment" => "Environmental improvement",
        "finance-technology" => "Finance, science and technology",
        "health-care" => "Health care",
        "housing" => "Housing renewal",
        "real-estate" => "Property development",
        "rural" => "Rural development",
        "logistics" => "Logistics",
        "manufacturing" => "Manufacturing",
        "municipal" => "Municipal facilities",
        "roads" => "Roads",
        "sports" => "Sports",
        "new-build" => "New build",
        "renewal" => "Renewal",
        "expansion" => "Expansion or extension",
        "technical-upgrade" => "Technical upgrade",
        "relocation" => "Relocation",
        "land-reserve" => "Land reserve",
        "platform" => "Platform",
        "transport" => "Passenger transport and rail",
        _ => return None,
    })
}

pub(super) fn assigned_by_city(side: Side) -> &'static str {
    match side {
        Side::Actual => "met the target set by the city",
        Side::Plan => "meet the target set by the city",
    }
}

fn month_name(month: u16) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::from(month).checked_sub(1).and_then(|month| NAMES.get(month)).copied().unwrap_or_default()
}

pub(super) fn not_set(side: Side) -> &'static str {
    match side {
        Side::Actual => "no value stated",
        Side::Plan => "no target stated",
    }
}

fn in_brackets(text: &str) -> String {
    format!(" ({text})")
}

/// A number with commas between thousands.
pub(super) fn grouped(number: Decimal) -> String {
    Amount::exactly(number).english()
}

const DIFFERENCE: DifferenceWords = DifferenceWords {
    same: "unchanged",
    about: "about ",
    at_least: "at least ",
    to: " to ",
    floor_met: "floor already reached",
    ceiling_met: "within the ceiling",
    range_met: "within the range",
    number: grouped,
    in_brackets,
};

fn difference_short(difference: Difference, unit: &Unit) -> String {
    match unit.printed() {
        "%" => told_difference(points(difference), "", &DIFFERENCE),
        _ => told_difference(difference, unit.english(), &DIFFERENCE),
    }
}

fn comparison_short(comparison: Comparison, unit: &str) -> String {
    match comparison {
        Comparison::Points(difference) => told_difference(difference, "pp", &DIFFERENCE),
        Comparison::Amount(difference) => told_difference(difference, unit, &DIFFERENCE),
        Comparison::NotComparable(_) => "not comparable".to_owned(),
    }
}

fn notice(notice: &UrlNotice) -> String {
    match notice {
        UrlNotice::UnknownWord(key, found) => format!(
            "“{found}” is not a valid value of {key} ({}); the default is used.",
            words_of(key).join(", ")
        ),
        UrlNotice::Nearest(found, near) => {
            format!("The report has no item “{found}”; the one with the closest name, “{near}”, is shown.")
        }
        UrlNotice::Later(found) => format!(
            "The link is from a later version (v={found}); anything this page does not recognise is left as it is."
        ),
        UrlNotice::NotInReport(key, found) => {
            format!("The report has no {key} “{found}”; it is ignored.")
        }
        UrlNotice::TooLong(key) => {
            format!("{key} has more than {QUERY_LIMIT} characters; only the first {QUERY_LIMIT} are used.")
        }
        UrlNotice::NotText(key) => format!("The value of {key} is not valid text; it is ignored."),
        UrlNotice::NoPage(view) => format!(
            "The data of this report has nothing for the page “{}”; the first page is shown.",
            (TEXTS.view)(*view)
        ),
        UrlNotice::NoOwn => {
            "This browser does not have that report of your own; the published one is shown.".to_owned()
        }
        UrlNotice::NoEnglish => "The data of this report has no English.".to_owned(),
        UrlNotice::Repeated(key) => format!("{key} appears more than once; only the first is used."),
    }
}

/// For the middle of a sentence: names that begin with capitals of their own (PM10, GDP) keep them.
pub(super) fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    match (characters.next(), characters.clone().next()) {
        (Some(first), Some(second)) if second.is_ascii_lowercase() || second == ' ' => {
            [first.to_ascii_lowercase()].into_iter().chain(characters).collect()
        }
        _ => name.to_owned(),
    }
}
