//! Reads a Data Package (datapackage.json and its CSV files) and checks it against its own schema and ours.
//! Every cell becomes a typed value or a [`Problem`] with file, line and column; nothing is dropped.

mod descriptor;
mod figures;
mod indicators;
mod outline;
mod problem;
mod projects;
mod synonyms;
mod table;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

pub use problem::{Problem, Problems};

use crate::Dataset;
use descriptor::Descriptor;
use table::Table;

/// The names of the tables of a package, in the order in which they are read.
pub const TABLES: [&str; 14] = [
    "sections",
    "headings",
    "indicators",
    "figures",
    "omissions",
    "projects",
    "mentions",
    "places",
    "locations",
    "related",
    "tasks",
    "remarks",
    "context",
    "synonyms",
];

/// The name of the file that describes the package.
pub const DESCRIPTOR: &str = "datapackage.json";

/// Reads and checks the package in the folder `dir`.
///
/// # Errors
/// All problems found, at most [`Problems::MOST`] of them, in the order of the files.
pub fn read(dir: &Path) -> Result<Dataset, Problems> {
    read_with(&dir.display().to_string(), |name| std::fs::read(dir.join(name)))
}

/// Reads and checks a package whose files `open` returns by their names; `place` stands before each name in
/// problems.
///
/// # Errors
/// As for [`read`].
pub fn read_with(place: &str, open: impl Fn(&str) -> io::Result<Vec<u8>>) -> Result<Dataset, Problems> {
    let mut problems = Problems::default();
    let dataset = read_into(&mut problems, place, &open);
    match dataset {
        Some(dataset) if problems.is_empty() => Ok(dataset),
        _ => Err(problems),
    }
}

/// `None` where a file could not be read at all; what is wrong stands in `problems`.
fn read_into(
    problems: &mut Problems,
    place: &str,
    open: &impl Fn(&str) -> io::Result<Vec<u8>>,
) -> Option<Dataset> {
    let load = |problems: &mut Problems, name: &str| {
        let file = format!("{place}/{name}");
        match open(name) {
            Ok(bytes) => Some((file, bytes)),
            Err(error) => {
                problems.add_unreadable(Problem::file(
                    &file,
                    &format!("a file that cannot be read ({error})"),
                    "a readable file",
                ));
                None
            }
        }
    };
    let (file, bytes) = load(problems, DESCRIPTOR)?;
    let descriptor = Descriptor::parse(problems, &file, &bytes)?;
    descriptor.check_names(problems, &file, &TABLES);
    let table = |problems: &mut Problems, name: &str| -> Option<Table> {
        let Some(resource) = descriptor.resource(name) else {
            return Some(Table::absent());
        };
        let (file, bytes) = load(problems, &resource.path)?;
        Table::read(problems, &file, &bytes, &resource.schema)
    };
    let mut tables = BTreeMap::new();
    for name in TABLES {
        tables.insert(name, table(problems, name));
    }
    let tables: BTreeMap<&str, Table> =
        tables.into_iter().map(|(name, table)| table.map(|table| (name, table))).collect::<Option<_>>()?;
    for name in TABLES {
        let (Some(table), Some(resource)) = (tables.get(name), descriptor.resource(name)) else {
            continue;
        };
        for key in &resource.schema.foreign_keys {
            table.check_reference(problems, key, tables.get(key.reference.resource.as_str()));
        }
    }
    let [
        sections,
        headings,
        indicators,
        figures,
        omissions,
        projects,
        mentions,
        places,
        locations,
        related,
        tasks,
        remarks,
        context,
        synonyms,
    ] = TABLES.map(|name| tables.get(name));
    let known = outline::Known {
        figures: figures?.values("id"),
        indicators: indicators?.values("id"),
        projects: projects?.values("id"),
    };
    Some(Dataset {
        sections: outline::sections(problems, sections?),
        headings: outline::headings(problems, headings?),
        indicators: indicators::read(problems, indicators?),
        figures: figures::read(problems, figures?, sections?),
        omissions: figures::omissions(problems, omissions?),
        projects: projects::read(problems, projects?, mentions?, locations?, related?, places?),
        places: projects::places(problems, places?),
        tasks: outline::tasks(problems, tasks?, &known),
        remarks: outline::remarks(problems, remarks?),
        context: outline::context(problems, context?, &known),
        synonyms: synonyms::read(problems, synonyms?, [projects?, tasks?, indicators?, mentions?]),
        report: descriptor.report.clone(),
    })
}
