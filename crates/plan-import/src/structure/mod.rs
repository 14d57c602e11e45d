//! A document as a report: cleaned lines, tables, sections and paragraphs.

mod annex;
mod build;
mod chars;
mod clean;
mod heading;
mod mark;
mod page;
mod purpose;
mod run_in;
mod split;
#[cfg(test)]
mod tests;
mod text;
mod wrap;
mod years;

pub(crate) use chars::is_invisible;
pub(crate) use years::{arabic_years, dates, digit};

use crate::{Document, Grid, Line, Markup, Report, grid};

/// A part of a cleaned document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A line.
    Line(Line),
    /// A table. In a box, since nearly all pieces are lines, and a table has many times the size of one.
    Table(Box<Grid>),
}

impl Piece {
    /// A table of which only the rows are known.
    pub(crate) fn of_rows(rows: Vec<Vec<String>>, markup: Markup) -> Self {
        Self::Table(Box::new(Grid { rows, markup, ..Grid::default() }))
    }
}

/// What was taken out before the sections are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Aside {
    text: String,
    reason: &'static str,
    /// The last words before it.
    before: String,
}

pub(crate) fn read(document: &Document) -> Report {
    let (pieces, asides) = clean::pieces(document);
    let pieces = grid::tables(split::lines(pieces));
    build::report(wrap::joined(pieces), asides)
}
