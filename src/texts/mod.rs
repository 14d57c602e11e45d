//! Every word of the interface, in both languages: one `const` each, so that the compiler finds what is missing.
//! Words of the report (names, headings, units) come from the data.

mod charts;
mod en;
mod explore;
mod publish;
mod zh;

pub use charts::{ChartTexts, Completed, Download, Level, Named, Planned, Share};
pub use explore::ExploreTexts;
pub use publish::{Aimed, Counted, PublishTexts};

use std::cmp::Ordering;

use plan_data::facet::Facet;
use plan_data::{Bilingual, Comparison, Decimal, Kind, Report};

use crate::state::{Lang, UrlNotice};

/// The two sides of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What was achieved.
    Actual,
    /// What is planned.
    Plan,
}

/// What the headline of the promise chart counts: indicators with a number on both sides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PromiseCount {
    /// The plan is above the result.
    pub above: usize,
    /// Both are the same.
    pub same: usize,
    /// The plan is below the result.
    pub below: usize,
}

/// The words of one language. Functions put values into sentences; `usize` values are counts.
pub struct Texts {
    /// Which language this is.
    pub lang: Lang,
    /// The BCP 47 tag for the `lang` attribute.
    pub tag: &'static str,
    /// What picks one of a pair of words of the data.
    pub pick: fn(&Bilingual) -> &str,
    /// The other language, in its own words.
    pub other_lang: (&'static str, &'static str, Lang),
    /// The link that skips what stands before the content.
    pub skip: &'static str,
    /// The name of the navigation.
    pub navigation: &'static str,
    /// One sentence on what the page holds: indicators, how many of them can be compared, projects.
    pub lead: fn(usize, usize, usize) -> String,
    /// Before the name of who presented the report.
    pub presented_by: &'static str,
    /// The promise chart's short name.
    pub promise: &'static str,
    /// Its headline; the finding.
    pub promise_finding: fn(PromiseCount, u16, u16) -> String,
    /// What it shows: so many indicators.
    pub promise_scope: fn(usize) -> String,
    /// What separates statements that are spoken one after the other.
    pub full_stop: &'static str,
    /// The words of charts.
    pub charts: ChartTexts,
    /// The words of exploring.
    pub explore: ExploreTexts,
    /// The words of what is published beside the page, and of what others say of it.
    pub publish: PublishTexts,
    /// The heading of the charts that ask one question each.
    pub questions: &'static str,
    /// The title of a panel of indicators of a kind.
    pub panel: fn(Kind) -> &'static str,
    /// A side with its year, as a heading.
    pub side: fn(Side, u16) -> String,
    /// A side with its year and value, in a sentence.
    pub side_value: fn(Side, u16, &str) -> String,
    /// The column of differences.
    pub difference: &'static str,
    /// Plan against actual as a short sentence; the second value is the unit of amounts, the third the plan's year.
    pub comparison: fn(Comparison, &str, u16) -> String,
    /// The same as a table has it.
    pub comparison_short: fn(Comparison, &str) -> String,
    /// 稳步增长.
    pub steady_growth: &'static str,
    /// 平稳增长.
    pub stable_growth: &'static str,
    /// 完成市定目标: as a result, met; as a plan, to be met.
    pub assigned_by_city: fn(Side) -> &'static str,
    /// What — means on either side.
    pub not_set: fn(Side) -> &'static str,
    /// The heading of the table of indicators.
    pub indicators: &'static str,
    /// So many indicators.
    pub indicators_scope: fn(usize) -> String,
    /// The columns of the annex: name, unit.
    pub name_column: &'static str,
    /// The column of English names.
    pub english_column: &'static str,
    /// A column that says what a row is about.
    pub what_column: &'static str,
    /// The column of units.
    pub unit_column: &'static str,
    /// A heading of the annex with its numeral: main headings, and those below.
    pub heading: fn(&str, &str) -> String,
    /// As above, for the headings below the main ones.
    pub subheading: fn(&str, &str) -> String,
    /// The heading of the commitments.
    pub tasks: &'static str,
    /// So many commitments in so many areas for that year.
    pub tasks_scope: fn(usize, usize, u16) -> String,
    /// So many commitments.
    pub task_count: fn(usize) -> String,
    /// Before the projects that a commitment names.
    pub task_projects: &'static str,
    /// The heading of the list of projects.
    pub projects: &'static str,
    /// So many projects in all, so many of a column of that name.
    pub projects_scope: fn(usize, usize, &str) -> String,
    /// What projects can be told apart by; the year is that of the results.
    pub facet: fn(Facet, u16) -> String,
    /// A column of such.
    pub facet_column: &'static str,
    /// The report says nothing of it.
    pub unstated: fn(Facet) -> &'static str,
    /// The name of a code in the data: a list, a stage, a sector.
    pub facet_value: fn(&str) -> Option<&'static str>,
    /// So many projects.
    pub count: fn(usize) -> String,
    /// The report without its annex and columns.
    pub running_text: &'static str,
    /// The commitments that name a project.
    pub project_tasks: &'static str,
    /// Before what is chosen.
    pub chosen: &'static str,
    /// A button that takes a choice back.
    pub take_back: fn(&str) -> String,
    /// The label of the filter.
    pub filter: &'static str,
    /// What may be typed there, such as this name of a place.
    pub filter_hint: fn(&str) -> String,
    /// So many are shown of so many.
    pub showing: fn(usize, usize) -> String,
    /// Nothing matches this text and what is chosen, which may be empty.
    pub nothing_found: fn(&str, &str) -> String,
    /// The button that empties the filter.
    pub clear_filter: &'static str,
    /// Where figures are from.
    pub source: fn(&str) -> String,
    /// What the editors added.
    pub editorial: &'static str,
    /// The heading of the notices.
    pub notices: &'static str,
    /// One notice.
    pub notice: fn(&UrlNotice) -> String,
    /// The button that closes them.
    pub dismiss: &'static str,
    /// Where exploring does not work: what does.
    pub unavailable: &'static str,
    /// Where the page has stopped answering.
    pub crashed: &'static str,
    /// The link that loads the page anew.
    pub reload: &'static str,
}

impl Texts {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Zh => &zh::TEXTS,
            Lang::En => &en::TEXTS,
        }
    }

    /// What the page of a report is called.
    pub fn title(&self, report: &Report) -> String {
        format!("{} · {}", (self.pick)(&report.short_title), (self.pick)(&report.district))
    }
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.lang == other.lang
    }
}

/// A number with a true minus sign and, where there is a unit, a thin space, where no line breaks, before it.
pub fn quantity(number: &str, unit: &str) -> String {
    let number = number.replace('-', "−");
    match unit {
        "" => number,
        // As the report prints it.
        "%" => format!("{number}%"),
        unit => format!("{number}\u{202F}{unit}"),
    }
}

/// As [`quantity`], with a plus sign above zero; `None` for zero, which every language has a word for.
fn signed(number: Decimal, unit: &str) -> Option<String> {
    let text = quantity(&number.to_string(), unit);
    match number.cmp(&Decimal::ZERO) {
        Ordering::Less => Some(text),
        Ordering::Equal => None,
        Ordering::Greater => Some(format!("+{text}")),
    }
}
