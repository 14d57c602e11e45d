//! A document as a report: cleaned lines, tables, sections and paragraphs.

use crate::{Document, Grid, Line, Report};

/// A part of a cleaned document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A line.
    Line(Line),
    /// A table.
    Table(Grid),
}

pub(crate) fn read(document: &Document) -> Report {
    let _ = document;
    Report::default()
}

impl Report {
    /// The canonical text.
    pub fn text(&self) -> String {
        String::new()
    }
}
