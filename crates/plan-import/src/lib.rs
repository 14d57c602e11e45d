//! The text of a plan report, read into the tables of a data package: a suggestion that a person goes through, never data by itself.
//! Every row says where it stands and how sure it is; every number of the text is in a row, in a table or in a list of what was not read.
//!
//! ```text
//! bytes ─► Document ─► Report ─► rows ─► files of a package
//!          document,   structure  tables, figures,    package
//!          decode      (cleaned,  projects, tasks,
//!                      sections)  remarks, unread
//! ```

mod clauses;
mod decode;
mod document;
mod figures;
mod grid;
mod head;
mod keys;
mod package;
mod projects;
mod remarks;
mod report;
mod row;
#[cfg(test)]
mod sample;
pub mod score;
mod structure;
mod tables;
mod tasks;
mod unread;
mod words;

pub use decode::{Undecodable, document};
pub use document::{Block, Document, Line};
pub use package::{DOUBTS, TEXT};
pub use report::{Grid, Markup, Paragraph, ParagraphKind, Purpose, Report, Section, Set};
pub use row::{At, Cells, Reason, Row, Span, Sureness, Table};

/// What was read of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The report in sections and paragraphs: the text that rows cite.
    pub report: Report,
    /// The rows of all tables, those of a table in the order of the text.
    pub rows: Vec<Row>,
}

/// Reads a document.
pub fn import(document: Document) -> Import {
    let report = structure::read(&document);
    // Its text is in the report now, and once would be enough of it in memory.
    drop(document);
    let mut rows = head::rows(&report);
    rows.extend(package::outline(&report));
    rows.extend(tables::rows(&report));
    rows.extend(figures::rows(&report));
    rows.extend(projects::rows(&report, &rows));
    rows.extend(tasks::rows(&report, &rows));
    rows.extend(remarks::rows(&report));
    rows.extend(unread::rows(&report, &rows));
    Import { report, rows }
}

impl Import {
    /// Whether there is anything in it that a package is made for.
    pub fn has_content(&self) -> bool {
        let tables = [Table::Indicators, Table::Figures, Table::Projects, Table::Tasks];
        self.rows.iter().any(|row| tables.contains(&row.table))
    }
}
