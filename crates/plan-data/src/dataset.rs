//! All that the explorer knows of one report. Immutable: everything on the screen is a function of it and the URL.

use serde::{Deserialize, Serialize};

use crate::{Indicator, Project, Report};

/// A checked data package in memory.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Where the figures are from.
    pub report: Report,
    /// The rows of the annex, in its order.
    pub indicators: Vec<Indicator>,
    /// The projects of the column on land, in its order.
    pub projects: Vec<Project>,
}
