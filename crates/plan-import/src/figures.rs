//! To be written.

use crate::{Report, Row};

pub(crate) fn rows(report: &Report) -> Vec<Row> {
    let _ = report;
    Vec::new()
}
