//! The words of what is published beside the page: its files, and what search engines and messengers show of it.

mod en;
mod zh;

pub(super) use en::TEXTS as EN;
pub(super) use zh::TEXTS as ZH;

use plan_data::facet::Facet;

use super::Topic;
use crate::state::View;

/// How much of what the page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Rows of the annex.
    pub indicators: usize,
    /// Figures of the main text.
    pub figures: usize,
    /// Projects.
    pub projects: usize,
    /// Tasks.
    pub tasks: usize,
}

/// What pages have to show, for a sentence on each.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holding<'a> {
    /// The indicators are those of an annex that the package names.
    pub is_annex: bool,
    /// Indicators with a plan.
    pub has_plans: bool,
    /// The levels above that there are figures of.
    pub above: Vec<&'a str>,
    /// Figures of the text.
    pub has_figures: bool,
    /// Text and table, which are held against each other.
    pub has_checks: bool,
    /// What projects can be filtered by, of [`Facet::Place`], [`Facet::Sector`] and [`Facet::Stage`].
    pub facets: Vec<Facet>,
    /// Tasks of fields, and so the results of the year before in these.
    pub has_fields: bool,
    /// The topics that there is something of.
    pub topics: Vec<Topic>,
}

/// What, its target and the result of the year before, in words.
pub type Aimed<'a> = (&'a str, &'a str, &'a str);

/// The words of one language.
pub struct PublishTexts {
    /// The language with its country, as Open Graph writes it.
    pub locale: &'static str,
    /// Before the address of a printed page, and before the day when it was printed.
    pub printed: [&'static str; 2],
    /// One sentence on what the page holds: the district, the years of results and plan, where there is one.
    pub description: fn(&str, u16, Option<u16>, Counted) -> String,
    /// One sentence on what a page holds; none for the first.
    pub page: fn(View, &Holding<'_>) -> Option<String>,
    /// What the data is called: the district, the years of results and plan.
    pub dataset_name: fn(&str, u16, Option<u16>) -> String,
    /// What the page is called below its icon, where there is room for a few letters: the plan’s year.
    pub short_name: fn(u16) -> String,
    /// What the picture of the page shows: its title, and what, target and result of each headline.
    pub picture: fn(&str, &[Aimed<'_>]) -> String,

    /// The heading of the files.
    pub data: &'static str,
    /// What they are good for.
    pub data_scope: &'static str,
    /// The heading of the tables that the page shows.
    pub lists: &'static str,
    /// The heading of the charts.
    pub charts: &'static str,
    /// The chart of that name, with what of the data it shows, which may be empty.
    pub chart: fn(&str, &str) -> String,
    /// The heading of the data package.
    pub package: &'static str,
    /// What it is.
    pub package_scope: &'static str,
    /// The description of the package.
    pub descriptor: &'static str,
    /// All tables in one file.
    pub dataset: &'static str,
    /// What a table of the package holds.
    pub package_table: fn(&str) -> Option<&'static str>,
}
