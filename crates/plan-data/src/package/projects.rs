//! projects.csv with mentions.csv, locations.csv and related.csv, which belong to its rows; and places.csv.

use std::collections::BTreeMap;

use super::Problems;
use super::table::{Row, Table};
use crate::figure::Nature;
use crate::project::{LocationKind, LocationPart, Mention, NamedIn, NamedPlace, Project, Related};

pub(super) fn read(
    problems: &mut Problems,
    projects: &Table,
    mentions: &Table,
    locations: &Table,
    related: &Table,
    places: &Table,
) -> Vec<Project> {
    let names = place_names(places);
    // A package that takes no location apart says nothing of places; one that does names all that it knows.
    let (has_mentions, has_parts) = (!mentions.is_empty(), !locations.is_empty());
    let (mentions, locations) = (by_project(mentions), by_project(locations));
    let related = related_pairs(problems, related);
    let of = |rows: &BTreeMap<_, Vec<_>>, id: &str| rows.get(id).cloned().unwrap_or_default();
    projects
        .rows()
        .map(|row| {
            let id = row.text(problems, "id").to_owned();
            let location = row.maybe_bilingual("location");
            let parts: Vec<LocationPart> =
                of(&locations, &id).into_iter().filter_map(|part| location_part(problems, part)).collect();
            if has_parts {
                check_parts(problems, row, &parts);
                check_names(problems, row, &parts, &names);
            }
            let mentions: Vec<Mention> =
                of(&mentions, &id).into_iter().filter_map(|row| mention(problems, row)).collect();
            // What a list counts, it names.
            let is_listed = ["number", "sector", "work"].iter().any(|column| row.optional(column).is_some());
            if has_mentions && location.is_none() && mentions.is_empty() && !is_listed {
                row.wrong(
                    problems,
                    "location",
                    said!(
                        "位置，或者项目出处（mentions.csv）里的一行：报告总要提到这个项目",
                        "a location, or a row in mentions.csv: the report must name the project"
                    ),
                );
            }
            Project {
                name: row.bilingual(problems, "name"),
                sector: row.optional("sector").unwrap_or_default().to_owned(),
                work: row.optional("work").unwrap_or_default().to_owned(),
                related: related.iter().filter(|(of, _)| *of == id).map(|(_, other)| other.clone()).collect(),
                id,
                location,
                parts: parts.into_iter().filter(|part| part.named_in != NamedIn::NameOnly).collect(),
                mentions,
            }
        })
        .collect()
}

/// Every name of every place, with its id.
fn place_names(places: &Table) -> Vec<(String, String)> {
    let mut names = Vec::new();
    for row in places.rows() {
        let id = row.optional("id").unwrap_or_default();
        let own = row.optional("name").map(str::to_owned);
        names.extend(own.into_iter().chain(row.list("aliases")).map(|name| (name, id.to_owned())));
    }
    names
}

/// A place that a project's name has is one of its places, or is said to be in the name only: a filter by place must find it.
fn check_names(problems: &mut Problems, row: Row<'_>, parts: &[LocationPart], names: &[(String, String)]) {
    let name = row.optional("name").unwrap_or_default();
    let is_known =
        |place: &str| parts.iter().any(|part| part.place == place || part.other.as_deref() == Some(place));
    let within: Vec<&(String, String)> =
        names.iter().filter(|(place, _)| name.contains(place.as_str())).collect();
    for (place, id) in &within {
        // Of 建设路 and 新建设路 the longer is meant.
        let is_part_of_another =
            within.iter().any(|(other, _)| other != place && other.contains(place.as_str()));
        if !is_part_of_another && !is_known(id) {
            let expected = said!(
                "位置（locations.csv）里写有“{place}”（{id}）的一行，其“出自”（of）一栏填“name”或“name-only”",
                "a row in locations.csv for “{place}” ({id}), with “name” or “name-only” in its column “of”"
            );
            row.wrong(problems, "name", expected);
        }
    }
}

/// The rows of each project, in the table's order.
fn by_project(table: &Table) -> BTreeMap<&str, Vec<Row<'_>>> {
    let mut rows: BTreeMap<&str, Vec<Row<'_>>> = BTreeMap::new();
    for row in table.rows() {
        rows.entry(row.optional("project").unwrap_or_default()).or_default().push(row);
    }
    rows
}

/// Both directions of each pair: the one that has the relation, and the other.
fn related_pairs(problems: &mut Problems, table: &Table) -> Vec<(String, Related)> {
    let mut pairs = Vec::new();
    for row in table.rows() {
        let [one, other] = ["project", "other"].map(|column| row.text(problems, column).to_owned());
        if one == other {
            row.wrong(
                problems,
                "other",
                said!("与“项目”（project）一栏不同的项目", "another project than that in “project”"),
            );
        }
        let note = row.bilingual(problems, "note");
        pairs.push((one.clone(), Related { project: other.clone(), note: note.clone() }));
        pairs.push((other, Related { project: one, note }));
    }
    pairs
}

fn mention(problems: &mut Problems, row: Row<'_>) -> Option<Mention> {
    let nature = row.word(problems, "nature", Nature::ALL);
    let year = row.maybe(problems, "year", said!("年份，例如2021", "a year, such as 2021"));
    Some(Mention {
        place: row.place(problems)?,
        name: row.text(problems, "name").to_owned(),
        stage: row.maybe_bilingual("stage"),
        stage_code: row.optional("stage_code").map(str::to_owned),
        nature: nature?,
        year: year.ok()?,
    })
}

fn location_part(problems: &mut Problems, row: Row<'_>) -> Option<LocationPart> {
    let text = |column: &str| row.optional(column).map(str::to_owned);
    Some(LocationPart {
        printed: row.text(problems, "printed").to_owned(),
        named_in: match row.optional("of") {
            None => NamedIn::Location,
            Some(_) => row.word(problems, "of", NamedIn::ALL)?,
        },
        kind: row.word(problems, "relation", LocationKind::ALL)?,
        place: row.text(problems, "place").to_owned(),
        segment: text("segment"),
        direction: text("direction"),
        other: text("other"),
    })
}

/// The fragments of a location, in order, are the whole of it but for what joins them. A location of which there is none has not been
/// taken apart.
fn check_parts(problems: &mut Problems, row: Row<'_>, parts: &[LocationPart]) {
    let location: String = row.optional("location").unwrap_or_default().split_whitespace().collect();
    let mut rest = location.as_str();
    let mut located = parts.iter().filter(|part| part.named_in == NamedIn::Location).peekable();
    if located.peek().is_none() {
        return;
    }
    for part in located {
        let fragment: String = part.printed.split_whitespace().collect();
        let joined = rest.trim_start_matches(['、', '，', '与', '和']);
        let after = joined.strip_prefix(fragment.as_str()).or_else(|| rest.strip_prefix(fragment.as_str()));
        let Some(after) = after else {
            let expected = said!(
                "在“{rest}”处为“{fragment}”：位置（locations.csv）里各段要按顺序",
                "“{fragment}” at “{rest}”: the fragments of locations.csv in their order"
            );
            row.wrong(problems, "location", expected);
            return;
        };
        rest = after;
    }
    if !rest.is_empty() {
        let expected =
            said!("位置（locations.csv）里写有“{rest}”的一行", "a row in locations.csv for “{rest}”");
        row.wrong(problems, "location", expected);
    }
}

pub(super) fn places(problems: &mut Problems, table: &Table) -> Vec<NamedPlace> {
    table
        .rows()
        .map(|row| NamedPlace {
            id: row.text(problems, "id").to_owned(),
            name: row.bilingual(problems, "name"),
            kind: row.text(problems, "kind").to_owned(),
            aliases: row.list("aliases"),
            pinyin: row.syllables(problems, "pinyin", "name"),
            note: row.maybe_bilingual("note"),
        })
        .collect()
}
