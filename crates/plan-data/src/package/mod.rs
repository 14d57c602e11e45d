//! Reads a Data Package (datapackage.json and its CSV files) and checks it against its own schema and ours.
//! Every cell becomes a typed value or a [`Problem`] with file, line and column; nothing is dropped.

mod columns;
mod descriptor;
mod figures;
mod indicators;
mod infer;
mod outline;
mod problem;
mod projects;
mod report;
mod synonyms;
mod table;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

pub use problem::{Problem, Problems};

use crate::Dataset;
use crate::dataset::Extras;
use columns::Known;
use descriptor::Descriptor;
use report::Described;
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

/// The file that describes the report in a folder without a descriptor, in Chinese and in English.
const REPORT_FILES: [&str; 2] = ["报告.csv", "report.csv"];

/// Reads and checks the package in the folder `dir`: with a descriptor, or the files that a folder without one may have.
///
/// # Errors
/// All problems found, at most [`Problems::MOST`] of them, in the order of the files.
pub fn read(dir: &Path) -> Result<Dataset, Problems> {
    let place = dir.display().to_string();
    let dataset = read_with(&place, |name| std::fs::read(dir.join(name)));
    if dir.join(DESCRIPTOR).exists() {
        return dataset;
    }
    // A table under another name would be left out in silence.
    let mut problems = match &dataset {
        Ok(_) => Problems::default(),
        Err(problems) => problems.clone(),
    };
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| is_csv(name) && !is_known_file(name))
        .collect();
    names.sort();
    for name in names {
        let known: Vec<&str> = columns::tables().map(|known| known.chinese).collect();
        let expected = format!("{} or one of {}, each .csv", REPORT_FILES[0], known.join("、"));
        problems.add(Problem::file(&format!("{place}/{name}"), "a table of an unknown name", &expected));
    }
    if problems.is_empty() { dataset } else { Err(problems) }
}

fn is_csv(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"))
}

/// Whether a folder without a descriptor may have a file of that name.
fn is_known_file(name: &str) -> bool {
    REPORT_FILES.contains(&name)
        || columns::tables().any(|known| known.files().iter().any(|file| file == name))
}

/// Reads and checks a package whose files `open` returns by their names; `place` stands before each name in
/// problems.
///
/// # Errors
/// As for [`read`], but for files of other names, which `open` cannot list.
pub fn read_with(place: &str, open: impl Fn(&str) -> io::Result<Vec<u8>>) -> Result<Dataset, Problems> {
    let mut problems = Problems::default();
    let dataset = read_into(&mut problems, &Files { place, open: &open });
    match dataset {
        Some(dataset) if problems.is_empty() => Ok(dataset),
        _ => Err(problems),
    }
}

/// The files of a package.
struct Files<'a> {
    place: &'a str,
    open: &'a dyn Fn(&str) -> io::Result<Vec<u8>>,
}

/// A file's name as problems have it, and what stands in it.
type Loaded = (String, Vec<u8>);

/// The report, and every table by its name.
type Tables = (Described, BTreeMap<&'static str, Table>);

impl Files<'_> {
    /// `None` and a problem where the file cannot be read.
    fn load(&self, problems: &mut Problems, name: &str) -> Option<Loaded> {
        let file = format!("{}/{name}", self.place);
        match (self.open)(name) {
            Ok(bytes) => Some((file, bytes)),
            Err(error) => {
                let found = format!("a file that cannot be read ({error})");
                problems.add_unreadable(Problem::file(&file, &found, "a readable file"));
                None
            }
        }
    }

    /// The one of the files that is there; a problem where several are.
    fn load_one(&self, problems: &mut Problems, names: &[&str]) -> Option<Loaded> {
        let is_there = |name: &&&str| !matches!((self.open)(name), Err(error) if error.kind() == io::ErrorKind::NotFound);
        let there: Vec<&&str> = names.iter().filter(is_there).collect();
        if let [first, other, ..] = there[..] {
            let file = format!("{}/{other}", self.place);
            problems.add(Problem::file(
                &file,
                &format!("the same table as in {first}"),
                "one file for a table",
            ));
        }
        self.load(problems, there.first()?)
    }

    /// The package that a descriptor describes.
    fn described(&self, problems: &mut Problems) -> Option<Tables> {
        let (file, bytes) = self.load(problems, DESCRIPTOR)?;
        let descriptor = Descriptor::parse(problems, &file, &bytes)?;
        descriptor.check_names(problems, &file, &TABLES);
        let tables = read_tables(|known| {
            let Some(resource) = descriptor.resource(known.name) else {
                return Some(Table::absent());
            };
            let (file, bytes) = self.load(problems, &resource.path)?;
            Table::read(problems, &file, &bytes, &resource.schema, (known, descriptor.report.years()))
        })?;
        for known in columns::tables() {
            let (Some(table), Some(resource)) = (tables.get(known.name), descriptor.resource(known.name))
            else {
                continue;
            };
            for key in &resource.schema.foreign_keys {
                table.check_foreign_key(problems, key, tables.get(key.reference.resource.as_str()));
            }
        }
        Some((descriptor.report, tables))
    }

    /// The package of a folder without a descriptor: files whose names and heads say what they hold.
    fn plain(&self, problems: &mut Problems, (file, bytes): &Loaded) -> Option<Tables> {
        let records = table::records(problems, file, bytes)?;
        let described = report::of_records(problems, file, &records)?;
        let tables = read_tables(|known| {
            let files = known.files();
            let names: Vec<&str> = files.iter().map(String::as_str).collect();
            match self.load_one(problems, &names) {
                Some((file, bytes)) => Table::read_free(problems, &file, &bytes, (known, described.years())),
                None if problems.is_unreadable() => None,
                None => Some(Table::absent()),
            }
        })?;
        Some((described, tables))
    }
}

/// Each table, as `read` returns it; `None` where one could not be read, after all were tried.
fn read_tables(
    mut read: impl FnMut(&'static Known) -> Option<Table>,
) -> Option<BTreeMap<&'static str, Table>> {
    let tables: Vec<_> = columns::tables().map(|known| (known.name, read(known))).collect();
    tables.into_iter().map(|(name, table)| table.map(|table| (name, table))).collect()
}

/// `None` where a file could not be read at all; what is wrong stands in `problems`.
fn read_into(problems: &mut Problems, files: &Files<'_>) -> Option<Dataset> {
    let is_plain = matches!((files.open)(DESCRIPTOR), Err(error) if error.kind() == io::ErrorKind::NotFound);
    let report_file = if is_plain { files.load_one(problems, &REPORT_FILES) } else { None };
    let (described, mut tables) = match report_file {
        Some(report) => files.plain(problems, &report)?,
        None => files.described(problems)?,
    };
    for known in columns::tables() {
        if let (Some(prefix), Some(table)) = (known.prefix, tables.get_mut(known.name)) {
            table.number_rows(prefix);
        }
    }
    let tables = tables;
    for known in columns::tables() {
        for (column, other) in known.references {
            if let Some(table) = tables.get(known.name) {
                table.check_reference(problems, column, (tables.get(other), "id"), other);
            }
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
        report: described.report(),
        extras: Extras(
            described
                .extras()
                .chain(indicators::sub_numbers(indicators?))
                .chain(indicators?.extras())
                .chain(outline::numbers(projects?))
                .chain(projects?.extras())
                .chain(outline::numbers(tasks?))
                .chain(outline::targets_in_words(tasks?))
                .chain(tasks?.extras())
                .collect(),
        ),
    })
}
