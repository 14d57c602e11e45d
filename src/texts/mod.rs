//! Every word of the interface, in both languages: one `const` each, so that the compiler finds what is missing.
//! Words of the report (names, headings, units) come from the data.

mod charts;
mod en;
mod explore;
mod own;
mod page;
mod publish;
#[cfg(not(target_arch = "wasm32"))]
mod report;
mod sharing;
#[cfg(not(target_arch = "wasm32"))]
mod site;
mod zh;

pub use charts::{ChartTexts, Completed, Download, Named, Planned, Share};
pub use explore::{Door, ExploreTexts, Told, Topic};
pub use own::LocalTexts;
#[cfg(not(target_arch = "wasm32"))]
pub use own::OwnTexts;
pub use page::{Named as NamedProjects, PageTexts, Printed};
pub use publish::{Aimed, Counted, Holding, PublishTexts};
#[cfg(not(target_arch = "wasm32"))]
pub use report::ReportTexts;
pub use sharing::{Host, SharingTexts};
#[cfg(not(target_arch = "wasm32"))]
pub use site::SiteTexts;

use std::cmp::Ordering;

use plan_data::facet::Facet;
use plan_data::{
    Amount, Bilingual, Bound, Cell, Comparison, Decimal, Difference, Kind, Modifier, Report, Stand, Unit,
};
use plan_data::{Dataset, IndicatorFacet};

use crate::state::{Form, Group, Lang, ProjectSort, Sort, UrlNotice, View};

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
    /// The plan is a bound or a range that the result keeps already.
    pub met: usize,
}

/// The words of one language. Functions put values into sentences; `usize` values are counts.
pub struct Texts {
    /// Which language this is.
    pub lang: Lang,
    /// The BCP 47 tag for the `lang` attribute.
    pub tag: &'static str,
    /// What picks one of a pair of words of the data.
    pub pick: fn(&Bilingual) -> &str,
    /// The name of the navigation.
    pub navigation: &'static str,
    /// The title of a panel of indicators of a kind.
    pub panel: fn(Kind) -> &'static str,
    /// A side with its year, as a heading.
    pub side: fn(Side, u16) -> String,
    /// The column of differences.
    pub difference: &'static str,
    /// How a plan differs from a result in that unit, in few words; of rates without the word for percentage points.
    pub difference_short: fn(Difference, &Unit) -> String,
    /// In brackets, after a word.
    pub in_brackets: fn(&str) -> String,
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
    /// A day: year, month, day of the month.
    pub date: fn([u16; 3]) -> String,
    /// In place of a value that the source may have and the data does not.
    pub not_collected: &'static str,
    /// The columns of the annex: name, unit.
    pub name_column: &'static str,
    /// The column of units.
    pub unit_column: &'static str,
    /// A heading of the annex with its numeral: main headings, and those below.
    pub heading: fn(&str, &str) -> String,
    /// As above, for the headings below the main ones.
    pub subheading: fn(&str, &str) -> String,
    /// The report says nothing of it.
    pub unstated: fn(Facet) -> &'static str,
    /// The name of a code in the data: a list, a stage, a sector.
    pub facet_value: fn(&str) -> Option<&'static str>,
    /// So many projects.
    pub count: fn(usize) -> String,
    /// Before what is chosen.
    pub chosen: &'static str,
    /// A button that takes a choice back.
    pub take_back: fn(&str) -> String,
    /// The label of the filter.
    pub filter: &'static str,
    /// What may be typed there, such as this name of a place, which may be empty; whether projects have locations.
    pub filter_hint: fn(&str, bool) -> String,
    /// So many match of so many.
    pub showing: fn(usize, usize) -> String,
    /// The same where not all of so many match, with `{shown}` in place of how many do.
    pub showing_pattern: fn(usize) -> String,
    /// Nothing matches this text and what is chosen, which may be empty.
    pub nothing_found: fn(&str, &str) -> String,
    /// The button that empties the filter.
    pub clear_filter: &'static str,
    /// Where figures are from.
    pub source: fn(&str) -> String,
    /// The heading of the notices.
    pub notices: &'static str,
    /// One notice.
    pub notice: fn(&UrlNotice) -> String,
    /// The button that closes them.
    pub dismiss: &'static str,
    /// A view in the navigation.
    pub view: fn(View) -> &'static str,
    /// The first choice of every list that filters.
    pub all: &'static str,
    /// The control that puts rows together.
    pub group_by: &'static str,
    /// What indicators are filtered by.
    pub indicator_facet: fn(IndicatorFacet) -> &'static str,
    /// A value of target or state.
    pub indicator_value: fn(&str) -> Option<&'static str>,
    /// The name of the switch between table and chart.
    pub form: &'static str,
    /// Its choices.
    pub form_of: fn(Form) -> &'static str,
    /// So many indicators match of so many.
    pub showing_indicators: fn(usize, usize) -> String,
    /// None is left, and what to do.
    pub no_indicator: &'static str,
    /// The orders of projects.
    pub project_sort: fn(ProjectSort) -> &'static str,
    /// What they are put together by.
    pub project_group: fn(Group) -> &'static str,
    /// The button that sends the link.
    pub share: &'static str,
    /// The link is in the clipboard.
    pub copied: &'static str,
    /// The browser would not; the link stands beside.
    pub copy_yourself: &'static str,
    /// The control that sorts.
    pub sort: &'static str,
    /// The orders of indicators; whether theirs is that of an annex.
    pub indicator_sort: fn(Sort, bool) -> &'static str,
    /// Achieved, or planned, in a year.
    pub of_year: fn(u16, bool) -> String,
    /// Planned.
    pub planned: &'static str,
}

impl Texts {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Zh => &zh::TEXTS,
            Lang::En => &en::TEXTS,
        }
    }

    /// What the site is about: a district's plan for a year, or its results where nothing is planned.
    pub fn subject(&self, dataset: &Dataset) -> String {
        let (words, report) = (self.explore(), &dataset.report);
        let district = (self.pick)(&report.district);
        match dataset.planned_for() {
            Some(year) => (words.report)(district, year),
            None => (words.results)(district, report.actual_year),
        }
    }

    /// The words of the page that lists do not need. Each such group is reached by a call, so that a module that asks for none
    /// of it has none of it.
    pub fn page(&self) -> &'static PageTexts {
        match self.lang {
            Lang::Zh => &page::ZH,
            Lang::En => &page::EN,
        }
    }

    /// The words of charts.
    pub fn charts(&self) -> &'static ChartTexts {
        match self.lang {
            Lang::Zh => &charts::ZH,
            Lang::En => &charts::EN,
        }
    }

    /// The words of exploring.
    pub fn explore(&self) -> &'static ExploreTexts {
        match self.lang {
            Lang::Zh => &explore::ZH,
            Lang::En => &explore::EN,
        }
    }

    /// The words of what is published beside the page, and of what others say of it.
    pub fn publish(&self) -> &'static PublishTexts {
        match self.lang {
            Lang::Zh => &publish::ZH,
            Lang::En => &publish::EN,
        }
    }

    /// The words of taking something elsewhere: into another page, out of a frame, out of a messenger.
    pub fn sharing(&self) -> &'static SharingTexts {
        match self.lang {
            Lang::Zh => &sharing::ZH,
            Lang::En => &sharing::EN,
        }
    }

    /// The number of a cell with its unit and what modifies it. An exact one keeps the digits that are printed.
    pub fn amount(&self, cell: &Cell, amount: Amount, unit: &str) -> String {
        match self.lang {
            _ if amount.modifiers.is_empty() && amount.upper.is_none() => {
                let (number, mark) = cell.split_mark();
                quantity(number.strip_suffix(unit).unwrap_or(number), unit) + mark
            }
            Lang::Zh => cell.with_unit(unit).replace('-', "−"),
            Lang::En => quantity(&amount.english(), unit),
        }
    }

    /// A word that changes what a number means.
    pub fn modifier(&self, modifier: Modifier) -> &'static str {
        match self.lang {
            Lang::Zh => modifier.printed(),
            Lang::En => modifier.english(),
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

/// A number with a true minus sign. Between it and a unit in Latin letters stands a thin space, where no line breaks; before one in
/// Chinese characters nothing.
pub fn quantity(number: &str, unit: &str) -> String {
    let number = number.replace('-', "−");
    match unit {
        "" => number,
        // As the report prints it.
        "%" => format!("{number}%"),
        unit if unit.starts_with(|first: char| ('\u{4e00}'..='\u{9fff}').contains(&first)) => {
            format!("{number}{unit}")
        }
        unit => format!("{number}\u{202F}{unit}"),
    }
}

/// The words of [`told_difference`].
struct DifferenceWords {
    same: &'static str,
    about: &'static str,
    at_least: &'static str,
    to: &'static str,
    floor_met: &'static str,
    ceiling_met: &'static str,
    range_met: &'static str,
    /// Writes a number without its sign.
    number: fn(Decimal) -> String,
    in_brackets: fn(&str) -> String,
}

/// How two values differ, in few words: a number with its sign and unit, or that the result keeps a bound already.
fn told_difference(difference: Difference, unit: &str, words: &DifferenceWords) -> String {
    let (met, before) = match difference.bound {
        Bound::Exactly => ("", ""),
        Bound::About => ("", words.about),
        Bound::AtLeast => (words.floor_met, words.at_least),
        Bound::AtMost => (words.ceiling_met, words.at_least),
        Bound::Between => (words.range_met, ""),
    };
    if difference.stand() == Stand::Met {
        return met.to_owned();
    }
    let written = |number: Decimal, unit: &str| {
        let sign = if number < Decimal::ZERO { "−" } else { "+" };
        (number != Decimal::ZERO).then(|| format!("{sign}{}", quantity(&(words.number)(number.abs()), unit)))
    };
    let Some(by) = written(difference.by, if difference.to.is_some() { "" } else { unit }) else {
        return words.same.to_owned();
    };
    if let Some(to) = difference.to {
        return format!("{by}{}{}", words.to, written(to, unit).unwrap_or_else(|| quantity("0", unit)));
    }
    let percent = difference.percent.and_then(|percent| signed(percent, "%"));
    format!("{before}{by}{}", percent.map(|percent| (words.in_brackets)(&percent)).unwrap_or_default())
}

/// Differences of rates are in percentage points, and have no percentage of their own.
fn points(difference: Difference) -> Difference {
    Difference { percent: None, ..difference }
}

/// As [`quantity`], with a plus sign above zero; `None` for zero, which every language has a word for.
pub(crate) fn signed(number: Decimal, unit: &str) -> Option<String> {
    let text = quantity(&number.to_string(), unit);
    match number.cmp(&Decimal::ZERO) {
        Ordering::Less => Some(text),
        Ordering::Equal => None,
        Ordering::Greater => Some(format!("+{text}")),
    }
}
