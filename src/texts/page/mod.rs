//! The words of the page that lists do not need: what stands still, and what the second module shows.

mod en;
mod zh;

pub(super) use en::TEXTS as EN;
pub(super) use zh::TEXTS as ZH;

use plan_data::facet::Facet;
use plan_data::{Comparison, Decimal, Difference, Stand};

use super::{PromiseCount, Side};
use crate::state::Lang;

/// What a table of indicators is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// An annex that the package names.
    pub is_annex: bool,
    /// Its rows stand under headings.
    pub has_groups: bool,
}

/// What is told of projects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Named<'a> {
    /// The name of the list that has so many of them; empty where the package names none.
    pub list: &'a str,
    /// How many that has.
    pub listed: usize,
    /// Whether there are locations.
    pub has_locations: bool,
    /// Whether there is progress.
    pub has_progress: bool,
    /// Whether the text counts projects that are not listed.
    pub are_counted: bool,
}

/// The words of one language. Functions put values into sentences; `usize` values are counts.
pub struct PageTexts {
    /// The other language, in its own words.
    pub other_lang: (&'static str, &'static str, Lang),
    /// The link that skips what stands before the content.
    pub skip: &'static str,
    /// Before the name of who presented the report.
    pub presented_by: &'static str,
    /// The promise chart's short name.
    pub promise: &'static str,
    /// Its headline; the finding.
    pub promise_finding: fn(PromiseCount, u16, u16) -> String,
    /// What it shows: the so many that can be compared of so many; whether these are of an annex.
    pub promise_scope: fn(usize, usize, bool) -> String,
    /// Where plans stand to results, as a heading.
    pub stand: fn(Stand) -> String,
    /// What separates statements that are spoken one after the other.
    pub full_stop: &'static str,
    /// A side with its year and value, in a sentence.
    pub side_value: fn(Side, u16, &str) -> String,
    /// Plan against actual as a short sentence; the second value is the unit of amounts, the third the plan's year, the last whether
    /// they stand in an annex.
    pub comparison: fn(Comparison, &str, u16, bool) -> String,
    /// How a plan differs from a result, in a sentence; the function writes sizes with their unit.
    pub difference: fn(Difference, &dyn Fn(Decimal) -> String) -> String,
    /// The heading of so many indicators that cannot be compared.
    pub in_words: fn(usize) -> String,
    /// The heading of the table of indicators.
    pub indicators: &'static str,
    /// What the list of so many indicators is, so many of which are numbered.
    pub indicators_scope: fn(usize, usize, Printed) -> String,
    /// The column of English names.
    pub english_column: &'static str,
    /// A column that says what a row is about.
    pub what_column: &'static str,
    /// The heading of the tasks.
    pub tasks: &'static str,
    /// So many tasks in so many areas for that year; in 0 areas, where the words are the report's own.
    pub tasks_scope: fn(usize, usize, u16) -> String,
    /// Below the heading of the page of topics.
    pub topics_scope: &'static str,
    /// Below the heading of the page of the data, with the number of figures of the main text.
    pub data_page_scope: fn(usize) -> String,
    /// So many tasks.
    pub task_count: fn(usize) -> String,
    /// Before the projects that a task names.
    pub task_projects: &'static str,
    /// The heading of the list of projects.
    pub projects: &'static str,
    /// So many projects, and what is told of them.
    pub projects_scope: fn(usize, &Named<'_>) -> String,
    /// What projects can be told apart by; the year is that of the results; whether places have former names.
    pub facet: fn(Facet, u16, bool) -> String,
    /// The report without its annex and columns.
    pub main_text: &'static str,
    /// The tasks that name a project.
    pub project_tasks: &'static str,
    /// What the editors added; the levels above that there are figures of, and whether all of these are from the reports of governments.
    pub editorial: fn(&[&str], bool) -> String,
    /// What the program added, where no editor did.
    pub inferred: &'static str,
    /// Where exploring does not work: what does.
    pub unavailable: &'static str,
    /// The page was opened as a file, not from a web server.
    pub needs_server: &'static str,
    /// The server has a newer version of the site, and not this one any more.
    pub outdated: &'static str,
    /// The heading of what the editors added, and the link to it.
    pub method: &'static str,
    /// The mode of large letters.
    pub large: &'static str,
    /// Where the page has stopped answering.
    pub crashed: &'static str,
    /// The link that loads the page anew.
    pub reload: &'static str,
    /// The link from within another page to the whole of this one.
    pub standalone: &'static str,
}
