//! The words of charts in English.

use plan_data::{Dimension, Direction, Level, Section, Topic};

use super::super::en::lower_first;
use super::{ChartTexts, Download};

pub(in crate::texts) const TEXTS: ChartTexts = ChartTexts {
    role: "chart",
    description: |name, count, is_choice| {
        let choose = if is_choice { ", Enter to select or deselect" } else { "" };
        format!(
            "Chart “{name}” with {count} items. Use the arrow keys, Home and End to move between them{choose}, Esc to leave. The \
             same data are in the table below."
        )
    },
    table: "Show the data as a table",
    downloads: "Download this chart",
    take: "Download and share",
    download: |what| match what {
        Download::Csv => "CSV data",
        Download::Svg => "SVG image",
        Download::Png => "PNG image",
    },
    picture_size: "Picture size",
    sizes: [("wide", "Wide, 1200 × 675"), ("high", "Tall, 1080 × 1350"), ("whole", "As wide as here")],
    higher: "The text would be too small in that size: the picture is taller.",
    download_failed: |what| {
        let instead = match what {
            Download::Csv => "Open the table below the chart, then select and copy it",
            Download::Svg | Download::Png => "Take a screenshot, or try another browser",
        };
        format!("The browser does not allow pages to save files. {instead}.")
    },
    reported: |date| format!("report dated {date}"),
    licence: "Data licence: CC0 1.0",
    empty: "No values to show",
    undrawable: " (cannot be drawn)",
    no_unit: "(no unit)",
    magnitudes: &[(1e9, " bn"), (1e6, " mn")],
    growth_of: |subject| format!("Growth of {}", lower_first(subject)),
    place: |path, run_in| {
        let section = path.last().map(|section| section_words(section)).unwrap_or_default();
        match run_in {
            Some(heading) => format!("{section}, “{heading}”"),
            None => section,
        }
    },
    annex: "annex",
    list: "table of indicators",
    comma: ", ",
    value: "Value with unit",
    year: "Year",
    place_column: "Place in the report",
    share: "Share (%)",
    formula: "Formula",
    selection: "Selection",
    level_column: "Level",
    source_column: "Source",
    note_column: "Note",
    id_column: "ID",
    category_column: "Category",
    number_column_of_annex: "Number in the annex",
    difference_unit: "Unit of the difference",
    percent_column: "Change (%)",
    points: "percentage points",
    upper_column: "Upper limit",
    section_column: "Section ID",
    paragraph_column: "Paragraph",
    project_column: "Project (as printed)",
    english_location_column: "Location in English",
    stage_column: |year, is_plan| {
        if is_plan {
            format!("Planned for {year} (translated)")
        } else {
            format!("Stage in {year} (translated)")
        }
    },
    modifier: "Qualifier",
    number: "Number of projects",
    number_column: "Value without unit",
    before: |year, value| format!("{year}: about {value} (computed)"),
    before_legend: |year| format!("{year} (computed)"),
    computed_from: |formula| format!("Computed: {formula}"),
    target: |value| format!("target about {value} (computed)"),
    target_legend: "Target for the year (computed)",
    above_apart: |levels| {
        format!("{} (amounts too different in size to share a scale)", sentence(levels, " and "))
    },
    indicator: "Indicator details",
    indicator_years: |name, years| format!("{name}: {}", years.join(", ")),
    indicator_finding: |name, comparison| format!("{name}: {comparison}"),
    level: |level, _, _| {
        let name = match level {
            Level::Town => "Town",
            Level::County => "County",
            Level::District => "District",
            Level::City => "City",
            Level::Prefecture => "Prefecture",
            Level::Province => "Province",
            Level::Nation => "Nation",
        };
        name.to_owned()
    },
    direction: |direction| match direction {
        Direction::Higher => "Higher is better (editors’ note)",
        Direction::Lower => "Lower is better (editors’ note)",
        Direction::Neutral => "Neither higher nor lower is better (editors’ note)",
    },
    inferred: |kind, direction| {
        let way = match direction {
            Direction::Higher => ", higher is better",
            Direction::Lower => ", lower is better",
            Direction::Neutral => "",
        };
        format!(
            "Inferred: {}{way}. This follows from its name and unit; the report does not say it.",
            lower_first(kind)
        )
    },
    in_the_text: "In the main text",
    checked: "Checks and computed values",
    levels: |levels| sentence(levels, ", "),
    levels_finding: |measure, year, plans| {
        let plans: Vec<String> =
            plans.iter().map(|(level, plan)| format!("{} {plan}", level.to_ascii_lowercase())).collect();
        format!("{measure}, {year} plan: {}", plans.join(", "))
    },
    levels_scope: |count, own, above| {
        let above: Vec<String> =
            above.iter().map(|level| format!("the {}", level.to_ascii_lowercase())).collect();
        let own = own.to_ascii_lowercase();
        format!("The {count} rates given for the {own} and for {}, on one scale.", above.join(" or "))
    },
    economy: "Structure of the economy",
    economy_finding: |largest, part| {
        let mut sentences = Vec::new();
        if let Some((name, value)) = largest {
            sentences.push(format!("{name}: {value}, the largest"));
        }
        if let Some((part, whole, share)) = part {
            sentences.push(format!("{}: {share} of {}", lower_first(part), lower_first(whole)));
        }
        if sentences.is_empty() {
            "The report does not state the structure of the economy".to_owned()
        } else {
            sentences.join("; ")
        }
    },
    economy_scope: "Shares of amounts are computed from the report’s figures.",
    share_of: |part, whole, share| format!("{part}: {share} of {}", lower_first(whole)),
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
    investment_scope: "The year’s target is computed from the amount invested and the completion rate. Groups of projects may \
                       overlap and cannot be added up.",
    investment_group: |year, count, what| {
        let what = lower_first(what);
        match year {
            Some(year) => format!("{count} {what}, {year}"),
            None => format!("{count} {what}"),
        }
    },
    completion_column: "Completion rate (%)",
    completion: |share| format!("{share} of the year’s target"),
    of_target: |share| format!("{share} of target"),
    funding: "Funding mentioned in the report",
    funding_topic: |topic| match topic {
        Topic::FundingReceived => "Received or allocated",
        Topic::FundingSought => "Sought (争取: applied for or obtained)",
        Topic::FundingEnterprises => "For enterprises (applied for or raised)",
    },
    funding_amount: |name, value| format!("{} {value}", lower_first(name)),
    funding_finding: |told| {
        let sort = |topic: Topic| match topic {
            Topic::FundingReceived => "Of money that arrived or was allocated",
            Topic::FundingSought => "of money sought",
            Topic::FundingEnterprises => "of money for enterprises",
        };
        let told: Vec<String> =
            told.iter().map(|(topic, most)| format!("{} the largest is {most}", sort(*topic))).collect();
        if told.is_empty() { "The report names no sums".to_owned() } else { told.join("; ") }
    },
    funding_scope: "Different kinds of funding, which cannot be added up. Bars compare within one kind only; foreign currency is \
                    given as a figure.",
    environment_finding: |year, changes| {
        let changes: Vec<String> =
            changes.iter().map(|(name, value)| format!("{} {value}", lower_first(name))).collect();
        if changes.is_empty() {
            "The report states no environmental changes".to_owned()
        } else {
            format!("{year}: {}", changes.join(", "))
        }
    },
    environment_scope: |year| {
        format!(
            "The {year} values marked “computed” follow from the changes that the report gives. Units differ: bars compare \
             within one row only."
        )
    },
    numbers: "Figures in the report",
    numbers_finding: |unit, count, largest| match largest {
        Some((name, value)) => {
            format!("{unit}: the {count} largest figures, led by {value}, {}", lower_first(name))
        }
        None => format!("{unit}: {count} figures of unlike things, which are not ranked"),
    },
    numbers_scope: |all, count, is_ranked| {
        let shown = if is_ranked { "largest first; bars begin at zero" } else { "in the order of the text" };
        format!(
            "Figures in the main text: {all}; in this unit: {count}, {shown}. All of them are listed below."
        )
    },
    choose_unit: "Choose a unit",
    dimension,
    achieved: "result (including applied for or sought)",
    projects: "Projects",
};

fn section_words(section: &Section) -> String {
    match section.id.strip_suffix(".box") {
        Some(id) => format!("section {id}, box"),
        None if section.number.is_some() => format!("section {}", section.id),
        None => section.heading.en.to_ascii_lowercase(),
    }
}

fn dimension(dimension: Dimension) -> (&'static str, &'static str) {
    match dimension {
        Dimension::Rate => ("Rates and growth", "%"),
        Dimension::Points => ("Differences between rates", "percentage points"),
        Dimension::Yuan => ("Money", "yuan"),
        Dimension::Dollars => ("Foreign currency", "US dollars"),
        Dimension::People => ("People", "people"),
        Dimension::PersonTimes => ("People, counted each time", "person-times"),
        Dimension::SquareMetres => ("Area", "m²"),
        Dimension::Mu => ("Area (mu)", "mu (1/15 ha)"),
        Dimension::Kilometres => ("Length", "km"),
        Dimension::Tonnes => ("Weight", "tonnes"),
        Dimension::Days => ("Days", "days"),
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
        Dimension::Things(_) => ("Other counts", "(no unit)"),
        Dimension::Other(_) => ("Other counts", "(other units)"),
    }
}

/// Names of levels in a row, of which the first alone begins with a capital.
fn sentence(levels: &[&str], between: &str) -> String {
    let names = levels.iter().enumerate();
    let names = names.map(|(at, name)| if at == 0 { (*name).to_owned() } else { name.to_ascii_lowercase() });
    names.collect::<Vec<String>>().join(between)
}
