//! The table twin of a chart: on the page, and as a file.

use plan_data::Figure;
use plan_data::sheet::{Field, csv_file};

use super::Material;
use crate::texts::Texts;

/// A table whose every row says what a mark of the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The first column names the rows.
    pub columns: Vec<Column>,
    /// As many cells each as there are columns.
    pub rows: Vec<Vec<Field>>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What stands in it.
    pub name: String,
    /// Whether its cells are set flush right.
    pub is_number: bool,
}

impl Table {
    /// An empty table with these heads; those marked hold numbers.
    pub fn of(columns: &[(&str, bool)]) -> Self {
        let column =
            |(name, is_number): &(&str, bool)| Column { name: (*name).to_owned(), is_number: *is_number };
        Self { columns: columns.iter().map(column).collect(), rows: Vec::new() }
    }

    /// As a CSV file; `selection` is a column of its own where it is not all of the data, named `selection_name`.
    pub fn csv(&self, selection_name: &str, selection: &str) -> String {
        let mut header: Vec<String> = self.columns.iter().map(|column| column.name.clone()).collect();
        let mut rows = self.rows.clone();
        if !selection.is_empty() {
            header.push(selection_name.to_owned());
            for row in &mut rows {
                row.push(Field::Text(selection.to_owned()));
            }
        }
        csv_file(&header, &rows)
    }
}

/// The columns of an amount: as the language writes it, as a number, and the unit of that.
pub(super) fn amount_columns(texts: &Texts) -> [(&str, bool); 3] {
    [(texts.charts().value, true), (texts.charts().number_column, true), (texts.unit_column, false)]
}

/// One row a figure: what it is about, its value, time and place.
pub fn of_figures(material: &Material<'_>, figures: &[&Figure]) -> Table {
    let (texts, words) = (material.texts, material.texts.charts());
    let mut columns = vec![(texts.page().what_column, false)];
    columns.extend(amount_columns(texts));
    columns.extend([(words.year, false), (words.place_column, false)]);
    let mut table = Table::of(&columns);
    for figure in figures {
        let mut row = vec![text(material.subject(figure))];
        row.extend(material.amount_cells(&figure.quantity));
        row.extend([text(material.time(figure)), text(material.place(&figure.place))]);
        table.rows.push(row);
    }
    table
}

/// Text of a cell.
pub(super) fn text(text: impl Into<String>) -> Field {
    Field::Text(text.into())
}
