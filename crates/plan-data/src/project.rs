//! A project that the report names.

use serde::{Deserialize, Serialize};

/// One of the projects in the report's column on land (用地保障重点项目): a name and a location, nothing more.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Project {
    /// A short ASCII name that links use; unique.
    pub id: String,
    /// The name exactly as printed.
    pub name: String,
    /// The location exactly as printed.
    pub location: String,
}
