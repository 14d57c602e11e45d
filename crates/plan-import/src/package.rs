//! Rows as the files of a package.

use crate::{Import, Report, Row};

/// The rows of sections and run-in headings.
pub(crate) fn outline(report: &Report) -> Vec<Row> {
    let _ = report;
    Vec::new()
}

/// The files of a package: tables with Chinese heads, the report's text, and what to look at.
pub fn files(import: &Import) -> Vec<(String, Vec<u8>)> {
    let _ = import;
    Vec::new()
}
