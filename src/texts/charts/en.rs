//! The words of charts in English.

use plan_data::{Dimension, Direction, Section};

use super::super::en::plural;
use super::{ChartTexts, Download, Level};

pub(in crate::texts) const TEXTS: ChartTexts = ChartTexts {
    role: "chart",
    description: |name, count, is_choice| {
        let choose = if is_choice { ", Enter selects or deselects" } else { "" };
        format!(
            "This is a chart of “{name}” with {count} points to move between. Arrow keys, Home and End do so{choose}, Esc \
             leaves; the same data stand in the table below."
        )
    },
    table: "Show the data as a table",
    downloads: "Download this chart",
    download: |what| match what {
        Download::Csv => "CSV data",
        Download::Svg => "SVG drawing",
        Download::Png => "PNG picture",
    },
    download_failed: |what| {
        let instead = match what {
            Download::Csv => "Open the table below the chart, select and copy it",
            Download::Svg | Download::Png => "Take a screenshot, or try another browser",
        };
        format!("This browser does not let pages save files. {instead}.")
    },
    reported: |date| format!("Report of {date}"),
    empty: "There is no value to show",
    undrawable: " (this value cannot be drawn)",
    no_unit: "(no unit stated)",
    magnitudes: &[(1e9, " bn"), (1e6, " mn")],
    growth_of: |subject| format!("Growth of {}", lower_first(subject)),
    place: |path, paragraph| {
        let section = path.last().map(|section| section_words(section)).unwrap_or_default();
        match paragraph {
            Some(paragraph) => format!("{section}, paragraph\u{a0}{paragraph}"),
            None => section,
        }
    },
    annex: "annex",
    clause: ", ",
    comma: ", ",
    value: "Value",
    year: "Year",
    place_column: "Place in the report",
    share: "Share (%)",
    formula: "Computed as",
    selection: "Selection",
    level_column: "Level",
    source_column: "Source",
    note_column: "Note",
    modifier: "Modifier",
    number: "Projects",
    number_column: "Number alone",
    before: |year, value| format!("{year}: about {value} (computed)"),
    before_legend: |year| format!("{year} (computed)"),
    computed_from: |formula| format!("Computed: {formula}"),
    target: |value| format!("target about {value} (computed)"),
    target_legend: "Target of the year (computed)",
    above_apart: "City and nation (amounts of another order share no axis)",
    indicator: "One indicator",
    indicator_finding: |name, comparison| format!("{name}: {comparison}"),
    level: |level| match level {
        Level::District => "District",
        Level::City => "City",
        Level::Nation => "Nation",
    },
    direction: |direction| match direction {
        Direction::Higher => "Higher is better (editors’ note)",
        Direction::Lower => "Lower is better (editors’ note)",
        Direction::Neutral => "Neither is better (editors’ note)",
    },
    in_the_text: "In the text",
    checked: "Checked and computed",
    levels: "District, city, nation",
    levels_finding: |measure, year, plans| {
        let plans: Vec<String> =
            plans.iter().map(|(level, plan)| format!("{} {plan}", level.to_ascii_lowercase())).collect();
        format!("{measure}, plans for {year}: {}", plans.join(", "))
    },
    levels_scope: |count| {
        format!(
            "The {count} rates of growth or reduction that the district and a level above it both mention, on one axis; \
             what is not a number is given in words. Figures of city and nation are from those governments’ work reports."
        )
    },
    economy: "What the economy is made of",
    economy_finding: |largest, part| {
        let mut sentences = Vec::new();
        if let Some((name, value)) = largest {
            sentences.push(format!("{name}: {value}, the largest"));
        }
        if let Some((part, whole, share)) = part {
            sentences.push(format!("{}: {share} of {}", lower_first(part), lower_first(whole)));
        }
        if sentences.is_empty() {
            "The report states no composition".to_owned()
        } else {
            sentences.join("; ")
        }
    },
    economy_scope: "Shares of industries are the report’s; shares of amounts are computed from its figures.",
    economy_whole: "Shares of the whole",
    whole: |what, when, amount| match amount {
        "" => format!("{what}, {when}"),
        amount => format!("{what}, {when}: {amount}"),
    },
    computed: "computed",
    rest: "The rest",
    investment: "Investment in projects",
    investment_finding: |done, planned| {
        let mut sentences = Vec::new();
        if let Some((year, what, completion)) = done {
            sentences.push(format!(
                "Investment in {} reached {completion} of the {year} target",
                lower_first(what)
            ));
        }
        if let Some((year, what, amount)) = planned {
            sentences.push(format!("{amount} is planned for {} in {year}", lower_first(what)));
        }
        if sentences.is_empty() { "The report states no investment".to_owned() } else { sentences.join("; ") }
    },
    investment_scope: "Solid: done; hatched: planned; upright line: the year’s target as it follows from amount and \
                       completion. Groups of projects may overlap and do not add up.",
    investment_group: |year, count, what| {
        let what = lower_first(what);
        match year {
            Some(year) => format!("{count} {what}, {year}"),
            None => format!("{count} {what}"),
        }
    },
    completion_column: "Completion (%)",
    completion: |share| format!("{share} of the year’s target"),
    funding: "Where the money comes from",
    funding_finding: |sources| match sources {
        [] => "The report names no source of money".to_owned(),
        [(name, value)] => format!("The source that the report names: {name}, {value}"),
        [(first, value), (second, next), ..] => {
            format!("The largest is {}, {value}; next is {}, {next}", lower_first(first), lower_first(second))
        }
    },
    funding_scope: "Each step of the axis is ten times the one before, so that large and small sums fit one chart; \
                    currencies stand apart. Some of it has arrived, some was allocated, some is only sought or applied for: the sums do not add up.",
    environment_finding: |year, changes| {
        let changes: Vec<String> =
            changes.iter().map(|(name, value)| format!("{} {value}", lower_first(name))).collect();
        if changes.is_empty() {
            "The report states no change of the environment".to_owned()
        } else {
            format!("{year}: {}", changes.join(", "))
        }
    },
    environment_scope: |year| {
        format!(
            "The values of {year} marked “computed” are not in the report: they follow from its values and changes, and are \
             drawn as dashed diamonds."
        )
    },
    numbers: "The report in numbers",
    numbers_finding: |count, units, largest| {
        let largest = largest
            .map(|(name, value)| format!("; the largest amount is {value}, {}", lower_first(name)))
            .unwrap_or_default();
        format!("{count} figures in {units} units in the text{largest}")
    },
    numbers_of_unit: |unit, (largest, most), (smallest, least)| {
        format!("{unit}: from {least} ({}) to {most} ({})", lower_first(smallest), lower_first(largest))
    },
    numbers_scope: |rest| {
        format!(
            "Each dot is a figure of the text; figures in the same unit share an axis. Choose a dot to see its unit alone. \
             {rest} more figures have too few of their unit for an axis and are in the table only."
        )
    },
    numbers_unit_scope: |count| format!("All {count} figures in this unit, the largest first."),
    planned_mark: " (planned)",
    largest: |name, value| format!("Largest: {value}, {}", lower_first(name)),
    smallest: |name, value| format!("Smallest: {value}, {}", lower_first(name)),
    choose_unit: "Choose a unit",
    all_units: "All",
    dimension,
    achieved: "actual (incl. applied for)",
    projects: "Projects by kind",
    projects_finding: |shown, most| match most {
        Some((name, count)) if shown > 0 && count == shown => {
            format!("{shown} {}, all of them “{name}”", plural(shown, "project", "projects"))
        }
        Some((name, count)) if shown > 0 => {
            format!("{shown} projects; the largest group is “{name}”: {count}")
        }
        _ => "No project matches".to_owned(),
    },
    projects_scope: "Choose a bar to keep only these projects in the list below; choose it again to take it back. Sectors \
                     and stages were assigned by the editors.",
    projects_unit: "projects",
    all_places: |count| format!("Show all {count} places"),
    fewer_places: "Show the most frequent places only",
};

fn section_words(section: &Section) -> String {
    match section.id.strip_suffix(".box") {
        Some(id) => format!("section {id}, column"),
        None if section.number.is_some() => format!("section {}", section.id),
        None => section.heading.en.to_ascii_lowercase(),
    }
}

/// For the middle of a sentence: names that begin with capitals of their own (PM10, GDP) keep them.
fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    match (characters.next(), characters.clone().next()) {
        (Some(first), Some(second)) if second.is_ascii_lowercase() || second == ' ' => {
            [first.to_ascii_lowercase()].into_iter().chain(characters).collect()
        }
        _ => name.to_owned(),
    }
}

fn dimension(dimension: Dimension) -> (&'static str, &'static str) {
    match dimension {
        Dimension::Rate => ("Rates and growth", "%"),
        Dimension::Points => ("Differences of rates", "percentage points"),
        Dimension::Yuan => ("Money", "yuan"),
        Dimension::Dollars => ("Foreign money", "US dollars"),
        Dimension::People => ("People", "people"),
        Dimension::PersonTimes => ("Visits", "person-times"),
        Dimension::SquareMetres => ("Area", "m²"),
        Dimension::Mu => ("Area (mu)", "mu (1/15 ha)"),
        Dimension::Kilometres => ("Length", "km"),
        Dimension::Tonnes => ("Mass", "tonnes"),
        Dimension::Days => ("Time", "days"),
        Dimension::Micrograms => ("Concentration", "µg/m³"),
        Dimension::Things("家") => ("Enterprises and other units", "counted in 家"),
        Dimension::Things("个") => ("Projects, places and other things", "counted in 个"),
        Dimension::Things("项") => ("Items", "counted in 项"),
        Dimension::Things("套") => ("Sets", "sets"),
        Dimension::Things("双") => ("Pairs", "pairs"),
        Dimension::Things("处") => ("Sites", "counted in 处"),
        Dimension::Things("场") => ("Events", "counted in 场"),
        Dimension::Things("次") => ("Times", "times"),
        Dimension::Things("所") => ("Institutions", "counted in 所"),
        Dimension::Things("张") => ("Beds", "beds"),
        Dimension::Things("大") => ("Main fields", "counted in 大"),
        Dimension::Things(_) => ("Other counts", "(no unit stated)"),
    }
}
