//! The columns of values that an annex has: the year's result, the plan, and any others.

use serde::{Deserialize, Serialize};

use crate::{Cell, Dataset, Indicator, Value};

/// A column of values beside the year's result and the plan: another year, a sum or a mean of several.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its head as printed.
    pub head: String,
    /// The year that its values are of; `None` for those of several years.
    pub year: Option<u16>,
    /// Whether its values are planned.
    pub is_plan: bool,
    /// The unit of its values; `None` where that is each row's, empty where nothing says which it is.
    pub unit: Option<String>,
}

impl Column {
    /// The year, where its values can stand beside those of other years: one year, in each row's unit.
    pub fn year_in_unit(&self) -> Option<u16> {
        self.year.filter(|_| self.unit.is_none())
    }
}

/// What is known of the columns of values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// The head of the results where that says more than their year, such as 2020年预计完成.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<String>,
    /// That of the plans.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// Further columns, from left to right; [`Indicator::further`](crate::Indicator::further) has their cells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<Column>,
}

impl Columns {
    /// Whether there is nothing but results and plans under their usual heads.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// One of the columns of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// The result of [`Report::actual_year`](crate::Report::actual_year).
    Actual,
    /// The plan for [`Report::plan_year`](crate::Report::plan_year).
    Plan,
    /// That of [`Columns::further`] in this place, from 0.
    Further(usize),
}

impl Dataset {
    /// The columns of values that any row has a value in: from the earliest year to the latest, what was planned for a year before what
    /// was achieved in it; then those of several years, from left to right.
    pub fn value_columns(&self) -> Vec<Values> {
        let report = &self.report;
        let further = (0..)
            .zip(&self.columns.further)
            .map(|(at, column)| (column.year.unwrap_or(u16::MAX), !column.is_plan, Values::Further(at)));
        let own = [(report.actual_year, true, Values::Actual), (report.plan_year, false, Values::Plan)];
        let has_value = |column: &&(u16, bool, Values)| {
            let cells = self.indicators.iter().filter_map(|row| row.cell(column.2));
            cells.into_iter().any(|cell| cell.value() != Value::NotSet)
        };
        let all: Vec<(u16, bool, Values)> = own.into_iter().chain(further).collect();
        let mut shown: Vec<&(u16, bool, Values)> = all.iter().filter(has_value).collect();
        plan_lean::sort_by_key(&mut shown, |(year, is_done, _)| (*year, *is_done));
        shown.into_iter().map(|(_, _, column)| *column).collect()
    }

    /// The row that an indicator is a part of: the nearest above that stands less deep.
    pub fn whole_of(&self, indicator: &Indicator) -> Option<&Indicator> {
        if indicator.depth == 0 {
            return None;
        }
        let at = self.indicators.iter().position(|row| row.id == indicator.id)?;
        self.indicators.iter().take(at).rfind(|row| row.depth < indicator.depth)
    }

    /// Whether any indicator has a plan.
    pub fn has_plans(&self) -> bool {
        self.indicators.iter().any(|row| row.plan.value() != Value::NotSet)
    }
}

impl Indicator {
    /// The name of a part without the word that says that it is one: 税收收入 of 其中：税收收入.
    pub fn part_name(name: &str) -> &str {
        name.trim_start_matches("其中").trim_start_matches(['：', ':', '，'])
    }

    /// The cell in one of the columns of values; `None` where there is no such column.
    pub fn cell(&self, column: Values) -> Option<&Cell> {
        match column {
            Values::Actual => Some(&self.actual),
            Values::Plan => Some(&self.plan),
            Values::Further(at) => self.further.get(at),
        }
    }
}
