//! The table twin of a chart: on the page, and as a file.

use plan_data::sheet::{Field, csv_file};
use plan_data::{Bilingual, Figure};

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
    /// Where it is found.
    pub on: On,
}

/// Where a column of a table is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum On {
    /// On the page and in the file.
    #[default]
    Both,
    /// On the page: the file has the same in columns of numbers.
    Page,
    /// In the file: what programs need and readers do not.
    File,
}

impl Table {
    /// An empty table with these heads; those marked hold numbers.
    pub fn of(columns: &[(&str, bool)]) -> Self {
        let everywhere: Vec<_> =
            columns.iter().map(|(name, is_number)| (*name, *is_number, On::Both)).collect();
        Self::on(&everywhere)
    }

    /// The same where not all columns are found everywhere.
    pub(super) fn on(columns: &[(&str, bool, On)]) -> Self {
        let column = |(name, is_number, on): &(&str, bool, On)| Column {
            name: (*name).to_owned(),
            is_number: *is_number,
            on: *on,
        };
        Self { columns: columns.iter().map(column).collect(), rows: Vec::new() }
    }

    /// Takes out the columns of these names.
    pub(super) fn drop(&mut self, names: &[&str]) {
        let keeps: Vec<bool> =
            self.columns.iter().map(|column| !names.contains(&column.name.as_str())).collect();
        let mut kept = keeps.iter();
        self.columns.retain(|_| kept.next() == Some(&true));
        for row in &mut self.rows {
            let mut kept = keeps.iter();
            row.retain(|_| kept.next() == Some(&true));
        }
    }

    /// The columns of the page or the file, and the cells of each row that stand in them.
    fn only(&self, without: On) -> (Vec<&Column>, impl Iterator<Item = Vec<&Field>>) {
        let columns = self.columns.iter().filter(|column| column.on != without).collect();
        let rows = self.rows.iter().map(move |row| {
            let cells = row.iter().zip(&self.columns).filter(|(_, column)| column.on != without);
            cells.map(|(field, _)| field).collect()
        });
        (columns, rows)
    }

    /// What the page shows: heads, and the cells of each row.
    pub fn on_page(&self) -> (Vec<&Column>, impl Iterator<Item = Vec<&Field>>) {
        self.only(On::File)
    }

    /// As a CSV file; `selection` is a column of its own where it is not all of the data, named `selection_name`.
    pub fn csv(&self, selection_name: &str, selection: &str) -> String {
        let (columns, rows) = self.only(On::Page);
        let mut header: Vec<String> = columns.into_iter().map(|column| column.name.clone()).collect();
        let mut rows: Vec<Vec<Field>> = rows.map(|row| row.into_iter().cloned().collect()).collect();
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
    let [value, number, unit] = amount_columns(texts).map(|(name, is_number)| (name, is_number, On::Both));
    let mut table = Table::on(&[
        (words.id_column, false, On::File),
        (texts.page().what_column, false, On::Both),
        value,
        number,
        (words.upper_column, true, On::File),
        unit,
        (words.modifier, false, On::File),
        (words.year, false, On::Both),
        (words.note_column, false, On::File),
        (words.place_column, false, On::Both),
        (words.section_column, false, On::File),
        (words.paragraph_column, true, On::File),
    ]);
    for figure in figures {
        let [written, number, unit] = material.amount_cells(&figure.quantity);
        let pick = |words: &Option<Bilingual>| words.as_ref().map_or("", texts.pick).to_owned();
        let notes = [pick(&figure.scope), pick(&figure.note)];
        let notes: Vec<String> = notes.into_iter().filter(|note| !note.is_empty()).collect();
        let modifiers = figure.quantity.amount.modifiers.iter().map(|modifier| texts.modifier(modifier));
        table.rows.push(vec![
            text(figure.id.as_str()),
            text(material.subject(figure)),
            written,
            number,
            figure.quantity.amount.upper.map_or_else(|| text(""), |upper| Field::Number(upper.to_string())),
            unit,
            text(modifiers.collect::<Vec<&str>>().join(words.comma)),
            text(material.time(figure)),
            text(notes.join(words.comma)),
            text(material.place(&figure.place)),
            text(figure.place.section.as_str()),
            Field::Number(figure.place.paragraph.to_string()),
        ]);
    }
    table
}

/// Text of a cell.
pub(super) fn text(text: impl Into<String>) -> Field {
    Field::Text(text.into())
}
