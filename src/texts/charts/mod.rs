//! The words of charts and their tables.

mod en;
mod zh;

pub(super) use en::TEXTS as EN;
pub(super) use zh::TEXTS as ZH;

use plan_data::{Dimension, Direction, Level, Section, Topic};

/// A way to take a chart along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Download {
    /// The table.
    Csv,
    /// The drawing.
    Svg,
    /// The drawing as pixels.
    Png,
}

impl Download {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Png, Self::Svg, Self::Csv];

    /// How names of such files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

/// Something with its value in words, for sentences.
pub type Named<'a> = (&'a str, &'a str);

/// A part, its whole, and the part's share, in words.
pub type Share<'a> = (&'a str, &'a str, &'a str);

/// A year, what was invested in, and how much of the target that is, in words.
pub type Completed<'a> = (u16, &'a str, &'a str);

/// A year, what is to be invested in, and how much, in words.
pub type Planned<'a> = (u16, &'a str, &'a str);

/// The words of one language; values come with their units, written.
pub struct ChartTexts {
    /// What sort of thing a chart is, for screen readers.
    pub role: &'static str,
    /// The chart of that name with so many things to point to, which may be chosen: what it is and how to move in it.
    pub description: fn(&str, usize, bool) -> String,
    /// Opens the table.
    pub table: &'static str,
    /// Before the buttons that download.
    pub downloads: &'static str,
    /// What opens these.
    pub take: &'static str,
    /// A button.
    pub download: fn(Download) -> &'static str,
    /// The list of the sizes of pictures.
    pub picture_size: &'static str,
    /// These sizes, each with its word: `wide`, `high` (for phones), and `whole`, as wide as the page has the chart.
    pub sizes: [(&'static str, &'static str); 3],
    /// A picture is higher than was chosen: its text would not be readable.
    pub higher: &'static str,
    /// The browser would not.
    pub download_failed: fn(Download) -> String,
    /// The day that the report was presented.
    pub reported: fn(&str) -> String,
    /// Under which licence the data is.
    pub licence: &'static str,
    /// There is nothing to show.
    pub empty: &'static str,
    /// After a value that cannot be drawn.
    pub undrawable: &'static str,
    /// In place of a unit.
    pub no_unit: &'static str,
    /// Words for large numbers at ticks, the largest first.
    pub magnitudes: &'static [(f64, &'static str)],
    /// What the growth of something is called.
    pub growth_of: fn(&str) -> String,
    /// A place in the report: the sections that lead to it, from the outermost, and the heading that it stands under where that
    /// matters.
    pub place: fn(&[&Section], Option<&str>) -> String,
    /// The annex among other places.
    pub annex: &'static str,
    /// The same where the package names no annex.
    pub list: &'static str,
    /// Between things that are listed.
    pub comma: &'static str,
    /// Column heads.
    pub value: &'static str,
    /// As above.
    pub year: &'static str,
    /// As above.
    pub place_column: &'static str,
    /// As above.
    pub share: &'static str,
    /// As above: how a value was computed.
    pub formula: &'static str,
    /// As above: what is chosen.
    pub selection: &'static str,
    /// As above: whose value.
    pub level_column: &'static str,
    /// As above.
    pub source_column: &'static str,
    /// As above: what to know of a row.
    pub note_column: &'static str,
    /// The head of a column of ids.
    pub id_column: &'static str,
    /// The head of the column of the headings of the annex.
    pub category_column: &'static str,
    /// The head of the column of the numbers that the annex prints before names.
    pub number_column_of_annex: &'static str,
    /// The head of the unit of a difference.
    pub difference_unit: &'static str,
    /// The head of a difference in percent of the result.
    pub percent_column: &'static str,
    /// The unit of a difference between rates.
    pub points: &'static str,
    /// The head of the upper end of a range.
    pub upper_column: &'static str,
    /// The head of the ids of sections.
    pub section_column: &'static str,
    /// The head of the numbers of paragraphs within sections.
    pub paragraph_column: &'static str,
    /// The head of the names of projects.
    pub project_column: &'static str,
    /// The head of locations in English.
    pub english_location_column: &'static str,
    /// The head of the report's words for a project's state: in that year, or planned for it.
    pub stage_column: fn(u16, bool) -> String,
    /// As above: words that change what a number means.
    pub modifier: &'static str,
    /// As above: number of things.
    pub number: &'static str,
    /// As above: a number without its unit.
    pub number_column: &'static str,
    /// The value of the year before, computed: year, value.
    pub before: fn(u16, &str) -> String,
    /// The same for a legend.
    pub before_legend: fn(u16) -> String,
    /// How that was computed.
    pub computed_from: fn(&str) -> String,
    /// The target that follows from result and completion.
    pub target: fn(&str) -> String,
    /// The same for a legend.
    pub target_legend: &'static str,
    /// The levels above where their amounts share no axis with the report's own.
    pub above_apart: fn(&[&str]) -> String,
    /// The chart of one indicator.
    pub indicator: &'static str,
    /// Its finding: name, comparison.
    pub indicator_finding: fn(&str, &str) -> String,
    /// What an indicator was in some years, each with its value.
    pub indicator_years: fn(&str, &[&str]) -> String,
    /// Whose value: a level, the Chinese word for it after 本 and 全, whether it is the report's own.
    pub level: fn(Level, &str, bool) -> String,
    /// Which way is better (editorial).
    pub direction: fn(Direction) -> &'static str,
    /// What it measures and which way is better, where the program says so.
    pub inferred: fn(&str, Direction) -> String,
    /// What the text says of it.
    pub in_the_text: &'static str,
    /// What follows, or does not agree.
    pub checked: &'static str,
    /// The report's own level and those above, each once.
    pub levels: fn(&[&str]) -> String,
    /// Measure, plan year, and the plan of each level.
    pub levels_finding: fn(&str, u16, &[Named<'_>]) -> String,
    /// So many measures that the first of these levels has in common with others.
    pub levels_scope: fn(usize, &str, &[&str]) -> String,
    /// Shares of a whole.
    pub economy: &'static str,
    /// The largest share; part and whole of an amount with the share.
    pub economy_finding: fn(Option<Named<'_>>, Option<Share<'_>>) -> String,
    /// What it shows.
    pub economy_scope: &'static str,
    /// The title of shares that make up a whole.
    pub economy_whole: &'static str,
    /// What a part is of a whole: the part, the whole with its amount, the share.
    pub share_of: fn(&str, &str, &str) -> String,
    /// A whole: what it is, when, and how much, which may be empty.
    pub whole: fn(&str, &str, &str) -> String,
    /// What is not in the report but follows from it.
    pub computed: &'static str,
    /// What the parts leave.
    pub rest: &'static str,
    /// Investment in projects.
    pub investment: &'static str,
    /// Year, what, completion; year, what and amount that is planned.
    pub investment_finding: fn(Option<Completed<'_>>, Option<Planned<'_>>) -> String,
    /// What it shows.
    pub investment_scope: &'static str,
    /// Projects: year, how many, which.
    pub investment_group: fn(Option<u16>, &str, &str) -> String,
    /// A column of such.
    pub completion_column: &'static str,
    /// So much of the target.
    pub completion: fn(&str) -> String,
    /// The same at the end of a bar.
    pub of_target: fn(&str) -> String,
    /// Money that the report tells of.
    pub funding: &'static str,
    /// A sort of money.
    pub funding_topic: fn(Topic) -> &'static str,
    /// A sum: of what, and how much.
    pub funding_amount: fn(&str, &str) -> String,
    /// The largest sum of each sort.
    pub funding_finding: fn(&[(Topic, String)]) -> String,
    /// What it shows.
    pub funding_scope: &'static str,
    /// What changed on the year before.
    pub environment_finding: fn(u16, &[Named<'_>]) -> String,
    /// What of it is computed.
    pub environment_scope: fn(u16) -> String,
    /// All figures.
    pub numbers: &'static str,
    /// What is measured, how many of it are shown; the largest where they are ranked.
    pub numbers_finding: fn(&str, usize, Option<Named<'_>>) -> String,
    /// Of so many figures so many are of this unit, and whether they are ranked.
    pub numbers_scope: fn(usize, usize, bool) -> String,
    /// The control that picks a unit.
    pub choose_unit: &'static str,
    /// What figures of a dimension are, and their base unit.
    pub dimension: fn(Dimension) -> (&'static str, &'static str),
    /// Achieved.
    pub achieved: &'static str,
    /// The list of projects.
    pub projects: &'static str,
}
