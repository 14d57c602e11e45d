//! The table twin of a chart: on the page, and as a file.

use plan_data::sheet::{Field, csv_file};

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

/// Text of a cell.
pub(super) fn text(text: impl Into<String>) -> Field {
    Field::Text(text.into())
}
