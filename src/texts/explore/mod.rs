//! The words of exploring: navigation, overview, filters, search, and sending a link.

mod en;
mod zh;

pub(super) use en::TEXTS as EN;
pub(super) use zh::TEXTS as ZH;

use plan_data::reconcile::Severity;
use plan_data::{LocationKind, LookupKind, RemarkKind};

use crate::state::{FigureGroup, View};

/// What charts and tasks are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Growth, and what it is made of.
    Economy,
    /// Investment, and where the money is from.
    Investment,
    /// Air, water, trees, energy.
    Environment,
    /// Jobs, housing, schools, health, pensions.
    Living,
}

/// What the report may say of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Where it is.
    Location,
    /// How far it came in that year.
    Progress(u16),
    /// What is planned for that year.
    Plans(u16),
}

/// What residents ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Roads.
    Roads,
    /// Housing and the renewal of old quarters.
    Housing,
    /// Schools.
    Schools,
    /// Air.
    Air,
    /// Jobs.
    Jobs,
    /// Care of the old.
    Care,
}

/// The words of one language. `usize` values are counts.
pub struct ExploreTexts {
    /// The heading of a page.
    pub section: fn(View) -> &'static str,
    /// The report in a few words: the district, the plan's year.
    pub report: fn(&str, u16) -> String,
    /// The same of a district whose results are told, and no plan, with their year.
    pub results: fn(&str, u16) -> String,
    /// What is chosen, and how many that are.
    pub counted: fn(&str, usize) -> String,
    /// The heading of the headline targets for that year.
    pub headline: fn(u16) -> String,
    /// The heading of the first results of that year, where there are no targets.
    pub first_results: fn(u16) -> String,
    /// The heading of a topic.
    pub topic: fn(Topic) -> &'static str,
    /// The button that closes what is open.
    pub back: &'static str,
    /// The same, with the page that it leads to and the report.
    pub back_to: fn(&str, &str) -> String,
    /// A target in one sentence: its name, the plan's year, the target, the year of the result, the result.
    pub lead: fn(&str, u16, &str, u16, &str) -> String,
    /// Before the value of a target for that year.
    pub target_of: fn(u16) -> String,
    /// A link to the projects by place.
    pub near_me: &'static str,
    /// What one may look for.
    pub search_examples: [&'static str; 5],
    /// The heading of what residents ask for.
    pub nearby: &'static str,
    /// One of these.
    pub door: fn(Door) -> &'static str,
    /// So many tasks, or indicators, behind a door.
    pub door_tasks: fn(usize) -> String,
    /// As above.
    pub door_indicators: fn(usize) -> String,
    /// The heading of the links to the topics.
    pub topics: &'static str,
    /// The result of that year beside a target.
    pub result_of: fn(u16, &str) -> String,
    /// The report has no result of that year beside a target.
    pub no_result: fn(u16) -> String,
    /// The heading of what the data says by itself.
    pub insights: &'static str,
    /// The targets of so many indicators, by what they are.
    pub target_kinds: fn(usize, bool) -> String,
    /// Targets that the annex does not state and the text does.
    pub targets_in_text: fn(&[String]) -> String,
    /// What is planned lower than it was.
    pub insight_lowered: fn(&[String]) -> String,
    /// The place with most projects.
    pub insight_place: fn(&str) -> String,
    /// What contradicts itself; the first of it in a sentence.
    pub insight_conflict: fn(&str) -> String,
    /// What is open.
    pub project: &'static str,
    /// The button that opens the categories on a phone: so many values are chosen.
    pub show_facets: fn(usize) -> String,
    /// What projects are filtered by.
    pub categories: &'static str,
    /// What their numbers mean.
    pub categories_scope: &'static str,
    /// The button that closes the categories on a phone: so many projects are found.
    pub see_projects: fn(usize) -> String,
    /// Shows all places.
    pub all_places: fn(usize) -> String,
    /// Shows the most frequent again.
    pub fewer_places: &'static str,
    /// Shows the rest of a list of which only the first rows are shown.
    pub whole_list: &'static str,
    /// The heading of a project's location.
    pub location: &'static str,
    /// Where a project is known to be from its name alone.
    pub place_from_name: &'static str,
    /// What a segment of a location says of the place of that name; `None` where the printed words say all.
    pub location_remark: fn(&str, &str) -> Option<String>,
    /// What the report says of a project, and what it does not.
    pub told: fn([(Told, bool); 3]) -> String,
    /// The strip of a road, by its name.
    pub road: fn(&str) -> String,
    /// What the strip is, and is not.
    pub road_scope: &'static str,
    /// Where at a road: how, in which direction, and the other road of a crossing.
    pub at_road: fn(LocationKind, Option<&str>, Option<&str>) -> String,
    /// At a road that the project's name or sentence names.
    pub on_road: &'static str,
    /// What the segment of a location says of the road; `None` where it says nothing.
    pub road_note: fn(&str) -> Option<&'static str>,
    /// A stretch of a road, which is `None` where the report names none; what is printed says it itself where this is `None`.
    pub stretch: fn(Option<&str>) -> Option<&'static str>,
    /// Between what is told of and what is told.
    pub colon: &'static str,
    /// What of a subject is counted, after its value.
    pub counted_of: fn(&str) -> String,
    /// The heading of what the text states for both years.
    pub both_years: &'static str,
    /// How to read it: the years; what the table is called that does not have them, where there is one.
    pub both_years_scope: fn(u16, u16, Option<&str>) -> String,
    /// Two figures count something else each.
    pub other_scope: &'static str,
    /// Before results of one year that have no target for the other, neither in the text nor in that table.
    pub without_target: fn(u16, u16, &str) -> String,
    /// The heading of what else the report says.
    pub remarks: &'static str,
    /// Whose words they are.
    pub remarks_scope: &'static str,
    /// What remarks are about.
    pub remark_kind: fn(RemarkKind) -> &'static str,
    /// The heading of projects across both years.
    pub carry_over: &'static str,
    /// How to read it.
    pub carry_over_scope: &'static str,
    /// Projects with a state in both years.
    pub in_both: fn(u16, u16) -> String,
    /// After a link that the program makes, since both have one name.
    pub same_name: &'static str,
    /// Projects unfinished in one year, and not named in the other.
    pub not_named_again: fn(u16, u16) -> String,
    /// Projects that only the list of that name has.
    pub only_listed: fn(&str) -> String,
    /// The heading of projects that may be the same.
    pub related: &'static str,
    /// The text calls it so.
    pub named_as: [&'static str; 2],
    /// The fields of tasks that are about people's lives, each with its name.
    pub living: [(&'static str, &'static str); 5],
    /// What that year promises.
    pub promised: fn(u16) -> String,
    /// What that year achieved in the same field.
    pub achieved: fn(u16) -> String,
    /// The report has no figure of it.
    pub nothing_achieved: fn(u16) -> String,
    /// The heading of the list of figures.
    pub figures: &'static str,
    /// The field that filters them.
    pub figure_filter: &'static str,
    /// What may be typed there, of these kinds.
    pub figure_filter_hint: &'static str,
    /// The control that picks a section.
    pub choose_section: &'static str,
    /// What figures are put together by.
    pub figure_group: fn(FigureGroup) -> &'static str,
    /// None is left, and what to do.
    pub no_figure: &'static str,
    /// The link from a figure to its indicator.
    pub to_indicator: &'static str,
    /// The link from a figure to so many findings.
    pub checks: fn(usize) -> String,
    /// The heading of the findings.
    pub reconciliation: &'static str,
    /// So many findings, and how they come about; what the table is called that the text is compared with, where there is one.
    pub reconciliation_scope: fn(usize, Option<&str>) -> String,
    /// So many findings.
    pub finding_count: fn(usize) -> String,
    /// The heading of findings of a severity.
    pub severity: fn(Severity) -> &'static str,
    /// The search over everything.
    pub search: &'static str,
    /// What may be typed there.
    pub search_hint: fn(&[LookupKind]) -> String,
    /// So many hits for that text.
    pub search_count: fn(usize, &str, bool) -> String,
    /// Shows all of a sort, so many.
    pub show_all: fn(usize) -> String,
    /// The heading of hits of a sort.
    pub kind: fn(LookupKind) -> &'static str,
}
