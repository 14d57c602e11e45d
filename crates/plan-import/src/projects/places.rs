//! The places of projects: those of their locations, taken apart, and those that their names have.

use std::collections::{BTreeSet, HashMap};

use super::locations;
use crate::row::said;
use crate::{Cells, Reason, Row, Span, Sureness, Table};

/// The places of the locations that were taken apart.
#[derive(Debug, Default)]
pub(super) struct Places {
    names: BTreeSet<String>,
    /// The characters of the longest name.
    longest: usize,
    /// The rows of locations of each project, by where it stands: how many, and the places in them.
    projects: HashMap<Span, (usize, BTreeSet<String>)>,
}

impl Places {
    /// The location of a project taken apart, with the places that are new.
    pub(super) fn of_location(&mut self, project: &Row) -> Vec<Row> {
        let mut rows = Vec::new();
        let reason = || said("整处位置都能拆开", "all of the location was taken apart");
        for part in locations::parts(project.cell("location")).unwrap_or_default() {
            let other = part.other.map_or("", |other| other.name);
            for place in [Some(part.place), part.other].into_iter().flatten() {
                if self.names.insert(place.name.to_owned()) {
                    self.longest = self.longest.max(place.name.chars().count());
                    let row = likely(Table::Places, project, reason());
                    rows.push(row.with("name", place.name).with("kind", place.kind));
                }
            }
            let mut row = self.location(project, &[part.place.name, other], reason());
            row = row
                .with("printed", part.printed)
                .with("relation", part.relation)
                .with("place", part.place.name);
            for (column, cell) in
                [("segment", part.segment), ("direction", part.direction.as_str()), ("other", other)]
            {
                if !cell.is_empty() {
                    row = row.with(column, cell);
                }
            }
            rows.push(row);
        }
        rows
    }

    /// The places that the name of a project has and its location has not: that it is there, the name does not say.
    pub(super) fn of_name(&mut self, project: &Row) -> Vec<Row> {
        let name = project.cell("name");
        let located = self.projects.get(&project.span).map(|(_, places)| places.clone()).unwrap_or_default();
        let within = self.within(name);
        let is_meant = |place: &&String| {
            !located.contains(*place)
                && !within.iter().any(|other| other != *place && other.contains(place.as_str()))
        };
        within
            .iter()
            .filter(is_meant)
            .map(|place| {
                let reason = said(
                    "名称里有这个地点，没有说项目就在那里",
                    "the name has the place, and does not say that the project is there",
                );
                self.location(project, &[place], reason)
                    .with("printed", place.as_str())
                    .with("relation", "at")
                    .with("place", place)
                    .with("of", "name-only")
            })
            .collect()
    }

    /// The next row of locations of a project, about these places.
    fn location(&mut self, project: &Row, places: &[&str], reason: Reason) -> Row {
        let (count, known) = self.projects.entry(project.span.clone()).or_default();
        *count += 1;
        known.extend(places.iter().map(|place| (*place).to_owned()));
        likely(Table::Locations, project, reason)
            .with("project", project.cell("name"))
            .with("part", count.to_string())
    }

    /// The places whose names stand in a text.
    fn within(&self, text: &str) -> BTreeSet<String> {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        ends.iter()
            .enumerate()
            .flat_map(|(from, start)| ends.iter().skip(from + 1).take(self.longest).map(|end| *start..*end))
            .filter_map(|range| text.get(range).filter(|name| self.names.contains(*name)))
            .map(str::to_owned)
            .collect()
    }
}

/// A row about a project, which stands where the project does: of several that are called the same, this tells which.
fn likely(table: Table, project: &Row, reason: Reason) -> Row {
    Row { table, cells: Cells::default(), span: project.span.clone(), sureness: Sureness::Likely(reason) }
}
