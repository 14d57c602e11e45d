//! projects.csv: the projects of the column on land, one a row.

use super::Problems;
use super::table::Table;
use crate::Project;

pub(super) fn read(problems: &mut Problems, table: &Table) -> Vec<Project> {
    table
        .rows()
        .map(|row| Project {
            id: row.text(problems, "id").to_owned(),
            name: row.text(problems, "name").to_owned(),
            location: row.text(problems, "location").to_owned(),
        })
        .collect()
}
