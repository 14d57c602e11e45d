//! The columns of values of the annex, in the reader's language: heads, cells, marks.

use plan_chart::rows::{Entry, Role};
use plan_data::sheet::Field;
use plan_data::{Indicator, Value, Values};

use super::Material;
use super::words::{cell_field, cell_text, dated, entry_with_unit, further_entry, said};
use crate::state::Lang;
use crate::texts::Side;

impl Material<'_> {
    /// What an indicator is called where it stands alone: a part (其中：税收收入) after what it is a part of.
    pub fn indicator_name(&self, indicator: &Indicator) -> String {
        let name = (self.texts.pick)(&indicator.name);
        match self.dataset.whole_of(indicator) {
            Some(whole) => {
                format!("{} · {}", self.indicator_name(whole), Indicator::part_name(name))
            }
            None => name.to_owned(),
        }
    }

    /// The head of a column: as the package has it where that says more than the year; in English after the usual words.
    pub fn column_head(&self, column: Values) -> String {
        let columns = &self.dataset.columns;
        let side = |side: Side, printed: &Option<String>| {
            let usual = (self.texts.side)(side, self.year(side));
            match (printed, self.texts.lang) {
                (Some(head), Lang::Zh) => head.clone(),
                (Some(head), Lang::En) => format!("{usual}{}", (self.texts.in_brackets)(head)),
                (None, _) => usual,
            }
        };
        match column {
            Values::Actual => side(Side::Actual, &columns.actual),
            Values::Plan => side(Side::Plan, &columns.plan),
            Values::Further(at) => {
                columns.further.get(at).map_or_else(String::new, |column| column.head.clone())
            }
        }
    }

    /// A cell of a further column in words, with the unit of the column.
    fn further(&self, indicator: &Indicator, at: usize) -> Option<String> {
        let column = self.dataset.columns.further.get(at)?;
        let cell = indicator.further.get(at).filter(|cell| cell.value() != Value::NotSet)?;
        let unit = match column.unit.as_deref() {
            None => (self.texts.pick)(&indicator.unit),
            Some(unit) => unit,
        };
        Some(match cell.value() {
            Value::Words => cell.printed().to_owned(),
            _ => cell_text(cell, Side::Actual, unit, self.texts),
        })
    }

    /// The result of the latest year before, with the year; `None` where the package has none.
    pub fn earlier(&self, indicator: &Indicator) -> Option<String> {
        let dated = (0..).zip(&self.dataset.columns.further).filter(|(_, column)| !column.is_plan);
        let dated = dated.filter_map(|(at, column)| Some((column.year_in_unit()?, at)));
        let before = dated.filter(|(year, _)| *year < self.dataset.report.actual_year);
        let (year, at) = before.filter(|(_, at)| self.further(indicator, *at).is_some()).max()?;
        Some((self.texts.explore().result_of)(year, &self.further(indicator, at)?))
    }

    /// What the columns say of an indicator that have no place on the axis of its years: sums, means, growth.
    pub fn apart(&self, indicator: &Indicator) -> Vec<(String, String)> {
        let columns = (0..).zip(&self.dataset.columns.further);
        let apart = columns.filter(|(_, column)| column.year_in_unit().is_none());
        apart.filter_map(|(at, column)| Some((column.head.clone(), self.further(indicator, at)?))).collect()
    }

    /// The marks of an indicator's years, each with its year, from the earliest.
    pub(super) fn years(&self, indicator: &Indicator) -> Vec<Entry> {
        let is_usual = self.dataset.columns.is_usual();
        let mark = |column: Values| match column {
            Values::Actual if is_usual => Some(dated(indicator, Side::Actual, self)),
            Values::Plan if is_usual => Some(dated(indicator, Side::Plan, self)),
            Values::Actual => Some(self.under_head(column, entry_with_unit(indicator, Side::Actual, self))),
            Values::Plan => Some(self.under_head(column, entry_with_unit(indicator, Side::Plan, self))),
            Values::Further(at) => {
                let known = self.dataset.columns.further.get(at)?;
                known.year_in_unit()?;
                let role = if known.is_plan { Role::Plan } else { Role::Actual };
                let entry = further_entry(indicator.further.get(at)?, role, self.further(indicator, at)?);
                Some(self.under_head(column, entry))
            }
        };
        self.dataset.value_columns().into_iter().filter_map(mark).collect()
    }

    /// What an entry says, after its column's head.
    fn under_head(&self, column: Values, entry: Entry) -> Entry {
        let head = self.column_head(column);
        said(entry, |label| format!("{head} {label}"))
    }

    /// The heads and cells of the further columns in a file.
    pub(super) fn further_heads(&self) -> Vec<&str> {
        self.dataset.columns.further.iter().map(|column| column.head.as_str()).collect()
    }

    /// The cells below [`further_heads`](Self::further_heads).
    pub(super) fn further_fields(&self, indicator: &Indicator) -> Vec<Field> {
        let field = |cell: &plan_data::Cell| match cell.value() {
            Value::NotSet => Field::Text(String::new()),
            _ => cell_field(cell, Side::Actual, self.texts),
        };
        indicator.further.iter().map(field).collect()
    }
}
