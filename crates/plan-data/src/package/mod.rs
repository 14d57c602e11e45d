//! Reads a Data Package (datapackage.json and its CSV files) and checks it against its own schema and ours.
//! Every cell becomes a typed value or a [`Problem`] with file, line and column; nothing is dropped.

mod columns;
mod damage;
mod descriptor;
mod figures;
mod indicators;
mod infer;
mod outline;
mod placename;
mod problem;
mod projects;
mod publish;
mod report;
mod source;
mod synonyms;
mod table;
mod values;
mod words;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

pub use placename::{Suggestion, place_names, suggested_places};
pub use problem::{OfFile, Problem, Problems};
pub use publish::{ColumnText, RowText, TableText, csv};
pub use source::{Hidden, Sheet, SheetCell};

use crate::dataset::Extras;
use crate::{Column, Dataset, Said};
pub(crate) use columns::chinese_name;
use columns::{Known, Years};
use descriptor::Descriptor;
use report::Described;
use source::{Content, Days};
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
pub const REPORT_FILES: [&str; 2] = ["报告.csv", "report.csv"];

/// The heads of a table in Chinese, by its Chinese name, and whether a row needs what stands below; `actual` is the year of the results.
/// Empty where there is no such table.
pub fn heads(table: &str, actual: u16) -> Vec<(String, bool)> {
    let years = Years { actual, plan: actual.saturating_add(1) };
    let known = columns::tables().find(|known| known.chinese == table);
    known.map(|known| known.usual_heads(years)).unwrap_or_default()
}

/// The usual head of a column in Chinese, by the names of table and column and the years of results and plan; of a column that is kept as
/// it is printed, its own.
pub fn head(table: &str, column: &str, (actual, plan): (u16, u16)) -> String {
    let known = columns::tables().find(|known| known.name == table);
    known.map_or_else(|| column.to_owned(), |known| known.usual_head(column, Years { actual, plan }))
}

/// The ids of a table's columns in their usual order. Empty where there is no such table.
pub fn column_ids(table: &str) -> Vec<&'static str> {
    columns::tables().find(|known| known.name == table).map(|known| known.ids().collect()).unwrap_or_default()
}

/// The ids of the columns without which a table is refused. Empty where there is no such table.
pub fn required_columns(table: &str) -> Vec<&'static str> {
    columns::tables()
        .find(|known| known.name == table)
        .map(|known| known.required.to_vec())
        .unwrap_or_default()
}

/// What a table is called in Chinese: the name of its file.
pub fn chinese_table(table: &str) -> &str {
    if table == REPORT_FILE { REPORT } else { chinese_name(table) }
}

/// How a name is read, one syllable a character without tones: what ids are made of.
pub fn reading(name: &str) -> String {
    infer::pinyin(name).concat()
}

/// What a head of a table without a descriptor names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// The column of that id.
    Column(&'static str),
    /// Values beside the year's result and the plan.
    Values(Column),
    /// A column that is kept as it is.
    Kept,
}

/// What each head of a table, by its name, is read as where all stand together; `None` where it is refused. `actual` and `plan` are the
/// years of the report, both 0 where it does not say them.
pub fn roles(table: &str, heads: &[String], (actual, plan): (u16, u16)) -> Vec<Option<Role>> {
    let Some(known) = columns::tables().find(|known| known.name == table) else {
        return vec![None; heads.len()];
    };
    let years = Years { actual, plan };
    let named = known.of_heads(heads, years);
    let mut columns: Vec<String> = named
        .iter()
        .zip(heads)
        .map(|(named, head)| match named {
            Some(columns::Head::Column(id)) => (*id).to_owned(),
            _ => head.clone(),
        })
        .collect();
    let is_values = |named: &Option<columns::Head>| *named == Some(columns::Head::Values);
    let values: Vec<usize> =
        (0..).zip(&named).filter(|(_, named)| is_values(named)).map(|(at, _)| at).collect();
    let (further, known) = values::assign((&mut columns, heads), &values, years);
    let role = |at: usize, named: Option<columns::Head>| match named? {
        columns::Head::Column(id) => Some(Role::Column(id)),
        columns::Head::Extra => Some(Role::Kept),
        columns::Head::Values => match further.iter().position(|further| *further == at) {
            Some(place) => known.further.get(place).cloned().map(Role::Values),
            None if columns.get(at).is_some_and(|id| id == "plan") => Some(Role::Column("plan")),
            None => Some(Role::Column("actual")),
        },
    };
    (0..).zip(named).map(|(at, named)| role(at, named)).collect()
}

/// A package: what was read from it, and its tables as they are written.
pub struct Package {
    /// What was read.
    pub dataset: Dataset,
    /// The descriptor as it is, where there is one.
    pub descriptor: Option<Vec<u8>>,
    /// What it says of the report.
    pub report: Vec<RowText>,
    /// Its tables that have rows, in the order of [`TABLES`].
    pub tables: Vec<TableText>,
}

/// Reads and checks the package in the folder `dir`: with a descriptor, or the files that a folder without one may have.
///
/// # Errors
/// All problems found, in the order of the files.
pub fn read(dir: &Path) -> Result<Dataset, Problems> {
    check(dir).package.map(|package| package.dataset)
}

/// A package that was read, or what is wrong with it; and what may be wrong.
pub struct Checked {
    /// The package, or its problems.
    pub package: Result<Package, Problems>,
    /// What can be read and may not be what was meant. Nothing waits for it.
    pub warnings: Problems,
}

impl Checked {
    fn of(mut problems: Problems, package: Option<Package>) -> Self {
        let warnings = problems.take_warnings();
        Self { package: package.filter(|_| problems.is_empty()).ok_or(problems), warnings }
    }

    /// Of what is no package at all: what was found at `place`, and what was expected.
    pub fn unreadable(place: &str, found: Said, expected: Said) -> Self {
        let mut problems = Problems::default();
        problems.add_unreadable(Problem::file(place, found, expected));
        Self::of(problems, None)
    }
}

/// As [`read`], with the tables as they are written and what may be wrong.
pub fn check(dir: &Path) -> Checked {
    let place = dir.display().to_string();
    let open = |name: &str| std::fs::read(dir.join(name)).map(Content::Bytes);
    let mut problems = Problems::default();
    let package = read_into(&mut problems, &Files { place: &place, open: &open, end: "" });
    if dir.join(DESCRIPTOR).exists() {
        return Checked::of(problems, package);
    }
    // A table under another name would be left out in silence.
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| is_csv(name) && !is_known_file(name))
        .collect();
    names.sort();
    for name in names {
        let known: Vec<&str> = columns::tables().map(|known| known.chinese).collect();
        let (report, known) = (REPORT_FILES[0], known.join("、"));
        let found = said!("名称不在已知之列的表", "a table of an unknown name");
        let expected = said!("{report}，或者{known}之一加.csv", "{report} or one of {known}, each .csv");
        problems.add(Problem::file(&format!("{place}/{name}"), found, expected));
    }
    Checked::of(problems, package)
}

/// Reads and checks a package whose tables and report are the sheets of a workbook; `place` stands before each sheet's
/// name in problems. Sheets of other names, and those that the workbook hides, are told.
pub fn check_sheets(place: &str, sheets: &[Sheet], hidden: &[String]) -> Checked {
    let open = |name: &str| {
        let found = sheets.iter().find(|sheet| name.strip_suffix(CSV) == Some(&sheet.name));
        found.cloned().map(Content::Sheet).ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    };
    let is_report =
        |sheet: &Sheet| REPORT_FILES.iter().any(|file| file.strip_suffix(CSV) == Some(&sheet.name));
    if !sheets.iter().any(is_report) {
        // What was looked for in its place is a file, which no workbook has.
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        let names = names.join("、");
        return Checked::unreadable(
            place,
            said!("工作表{names}", "the sheets {names}"),
            said!("说明报告的工作表“报告”", "a sheet 报告 that says what the report is"),
        );
    }
    let mut problems = Problems::default();
    let package = read_into(&mut problems, &Files { place, open: &open, end: CSV });
    let unknown = sheets.iter().filter(|sheet| !is_known_file(&format!("{}{CSV}", sheet.name)));
    let unknown = unknown.map(|sheet| {
        let found = said!("不是数据表、没有读取的工作表", "a sheet that is not read");
        let expected = said!(
            "名称应为指标、项目等的表",
            "one that should be called as a table is, such as 指标 or 项目"
        );
        Problem::file(&format!("{place}/{}", sheet.name), found, expected)
    });
    let hidden = hidden.iter().map(|name| {
        let found = said!("隐藏的、没有读取的工作表", "a hidden sheet, which is not read");
        let expected = said!("应取消隐藏的表", "one that should be shown");
        Problem::file(&format!("{place}/{name}"), found, expected)
    });
    for sheet in sheets.iter().filter(|sheet| is_known_file(&format!("{}{CSV}", sheet.name))) {
        if let Some(found) = sheet.hidden() {
            let expected = said!(
                "不想公布的内容：请删去；要公布的，请取消隐藏和筛选",
                "what is not to be published, to take out, or what is, to show"
            );
            problems.warn(Problem::file(&format!("{place}/{}", sheet.name), found, expected).into_warning());
        }
    }
    // What is wrong may follow from what was not read.
    let is_right = package.is_some() && problems.is_empty();
    for unread in unknown.chain(hidden) {
        if is_right { problems.warn(unread.into_warning()) } else { problems.add(unread) }
    }
    Checked::of(problems, package)
}

/// The name of the sheet, or of the file without its end, that describes the report.
pub const REPORT: &str = "报告";

/// The same in English.
const REPORT_FILE: &str = "report";

const CSV: &str = ".csv";

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
    check_with(place, open).package.map(|package| package.dataset)
}

/// As [`read_with`], with what may be wrong.
pub fn check_with(place: &str, open: impl Fn(&str) -> io::Result<Vec<u8>>) -> Checked {
    let open = |name: &str| open(name).map(Content::Bytes);
    let mut problems = Problems::default();
    let package = read_into(&mut problems, &Files { place, open: &open, end: "" });
    Checked::of(problems, package)
}

/// Why a file cannot be read. The system has no Chinese words for it.
pub fn reason(error: &io::Error) -> Said {
    let en = error.to_string();
    let zh = match error.kind() {
        io::ErrorKind::NotFound => "没有这个文件".to_owned(),
        io::ErrorKind::PermissionDenied => "没有读取权限".to_owned(),
        io::ErrorKind::IsADirectory => "这是文件夹".to_owned(),
        io::ErrorKind::NotADirectory => "这不是文件夹".to_owned(),
        io::ErrorKind::InvalidData => "不是UTF-8文本".to_owned(),
        _ => en.clone(),
    };
    Said { zh, en }
}

/// The files of a package.
struct Files<'a> {
    place: &'a str,
    open: &'a dyn Fn(&str) -> io::Result<Content>,
    /// What problems leave out of the end of names: a sheet has none.
    end: &'a str,
}

/// A file's name as problems have it, and what stands in it.
type Loaded = (String, Content);

/// What the files say, before it is checked.
struct Tables {
    /// `None` where the report has mistakes, which keep no table from being checked.
    report: Option<Described>,
    years: Years,
    by_name: BTreeMap<&'static str, Table>,
    written: Written,
}

/// The files as they are written.
#[derive(Default)]
struct Written {
    descriptor: Option<Vec<u8>>,
    tables: Vec<TableText>,
}

impl Files<'_> {
    /// A file's name as problems have it.
    fn name(&self, name: &str) -> String {
        format!("{}/{}", self.place, name.strip_suffix(self.end).unwrap_or(name))
    }

    /// `None` and a problem where the file cannot be read.
    fn load(&self, problems: &mut Problems, name: &str) -> Option<Loaded> {
        let file = self.name(name);
        match (self.open)(name) {
            Ok(content) => Some((file, content)),
            Err(error) => {
                let reason = reason(&error);
                let found = Said {
                    zh: format!("无法读取的文件（{}）", reason.zh),
                    en: format!("a file that cannot be read ({})", reason.en),
                };
                problems.add_unreadable(Problem::file(
                    &file,
                    found,
                    said!("可以读取的文件", "a readable file"),
                ));
                None
            }
        }
    }

    /// The one of the files that is there; a problem where several are.
    fn one_of<'a>(&self, problems: &mut Problems, names: &[&'a str]) -> Option<&'a str> {
        let is_there = |name: &&&str| !matches!((self.open)(name), Err(error) if error.kind() == io::ErrorKind::NotFound);
        let there: Vec<&'a str> = names.iter().filter(is_there).copied().collect();
        if let [first, other, ..] = there[..] {
            let first = first.strip_suffix(self.end).unwrap_or(first);
            let found = said!("与{first}相同的表", "the same table as in {first}");
            let expected = said!("每张表一个文件", "one file for a table");
            problems.add(Problem::file(&self.name(other), found, expected));
        }
        there.first().copied()
    }

    /// The package that a descriptor describes.
    fn described(&self, problems: &mut Problems) -> Option<Tables> {
        let (file, Content::Bytes(bytes)) = self.load(problems, DESCRIPTOR)? else {
            return None;
        };
        let descriptor = Descriptor::parse(problems, &file, &bytes)?;
        descriptor.check_names(problems, &file, &TABLES);
        let mut written = Written { descriptor: Some(bytes), ..Written::default() };
        let years = descriptor.report.years();
        let by_name = read_tables(|known| {
            let Some(resource) = descriptor.resource(known.name) else {
                return Some(Table::absent());
            };
            let (file, content) = self.load(problems, &resource.path)?;
            let is_column = |head: &str| resource.schema.fields.iter().any(|field| field.name == head);
            let is_head = |head: &str| is_column(head) || known.head(head, years).is_some();
            let mut records = source::records(problems, &file, (&content, Days::Damage), &is_head)?;
            let plain = records.plain.take();
            let table = Table::read(problems, &file, records, &resource.schema, (known, years))?;
            written.tables.extend(table.text((known, years), plain));
            Some(table)
        });
        for known in columns::tables() {
            let (Some(table), Some(resource)) = (by_name.get(known.name), descriptor.resource(known.name))
            else {
                continue;
            };
            for key in &resource.schema.foreign_keys {
                // What could not be read may have what is referred to.
                let other = key.reference.resource.as_str();
                if by_name.contains_key(other) || !TABLES.contains(&other) {
                    table.check_foreign_key(problems, key, by_name.get(other));
                }
            }
        }
        Some(Tables { report: Some(descriptor.report), years, by_name, written })
    }

    /// The package of a folder without a descriptor: files whose names and heads say what they hold.
    fn plain(&self, problems: &mut Problems, report: &str) -> Tables {
        let mut written = Written::default();
        let records = self.load(problems, report).and_then(|(file, content)| {
            let records = source::records(problems, &file, (&content, Days::Dates), &report::is_head)?;
            Some((file, records))
        });
        let (report, years) = records.map_or((None, Years::UNKNOWN), |(file, records)| {
            report::of_records(problems, &file, &records.lines)
        });
        let by_name = read_tables(|known| {
            let files = known.files();
            let names: Vec<&str> = files.iter().map(String::as_str).collect();
            let Some(name) = self.one_of(problems, &names) else {
                return Some(Table::absent());
            };
            let (file, content) = self.load(problems, name)?;
            let is_head = |head: &str| known.head(head, years).is_some();
            let mut records = source::records(problems, &file, (&content, Days::Damage), &is_head)?;
            let plain = records.plain.take();
            let table = Table::read_free(problems, &file, records, (known, years))?;
            written.tables.extend(table.text((known, years), plain));
            Some(table)
        });
        Tables { report, years, by_name, written }
    }
}

/// Each table that `read` can read: what is wrong with one keeps none of the others from being checked.
fn read_tables(mut read: impl FnMut(&'static Known) -> Option<Table>) -> BTreeMap<&'static str, Table> {
    columns::tables().filter_map(|known| Some((known.name, read(known)?))).collect()
}

/// `None` where a file could not be read at all; what is wrong stands in `problems`.
fn read_into(problems: &mut Problems, files: &Files<'_>) -> Option<Package> {
    let is_plain = matches!((files.open)(DESCRIPTOR), Err(error) if error.kind() == io::ErrorKind::NotFound);
    let report_file = if is_plain { files.one_of(problems, &REPORT_FILES) } else { None };
    let Tables { report: described, years, by_name: mut tables, written } = match report_file {
        Some(report) => files.plain(problems, report),
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
            if let (Some(table), Some(other_table)) = (tables.get(known.name), tables.get(other)) {
                table.check_reference(problems, column, (Some(other_table), "id"), other);
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
    // Each is read where the tables are there that it needs: all mistakes are told in one run.
    let known = outline::Known {
        figures: figures.map(|table| table.values("id")),
        indicators: indicators.map(|table| table.values("id")),
        projects: projects.map(|table| table.values("id")),
    };
    let section_rows = sections.map(|table| outline::sections(problems, table));
    let heading_rows = headings.map(|table| outline::headings(problems, table));
    let indicator_rows = indicators.map(|table| indicators::read(problems, table));
    let mut figure_rows = figures
        .zip(section_rows.as_ref())
        .map(|(table, outline)| figures::read(problems, table, outline, years));
    if let (Some(table), Some(rows), Some(indicators)) = (figures, &mut figure_rows, &indicator_rows) {
        figures::link(table, rows, indicators, years);
    }
    let omission_rows = omissions.map(|table| figures::omissions(problems, table));
    let project_rows = match (projects, mentions, locations, related, places) {
        (Some(projects), Some(mentions), Some(locations), Some(related), Some(places)) => {
            Some(projects::read(problems, projects, mentions, locations, related, places))
        }
        _ => None,
    };
    let place_rows = places.map(|table| projects::places(problems, table));
    let task_rows = tasks.map(|table| outline::tasks(problems, table, &known));
    let remark_rows = remarks.map(|table| outline::remarks(problems, table));
    let context_rows = context.map(|table| outline::context(problems, table, &known));
    let synonym_rows = match (synonyms, projects, tasks, indicators, mentions) {
        (Some(table), Some(projects), Some(tasks), Some(indicators), Some(mentions)) => {
            Some(synonyms::read(problems, table, [projects, tasks, indicators, mentions]))
        }
        _ => None,
    };
    let described = described?;
    let dataset = Dataset {
        sections: section_rows?,
        headings: heading_rows?,
        columns: indicators?.value_columns(),
        indicators: indicator_rows?,
        figures: figure_rows?,
        omissions: omission_rows?,
        projects: project_rows?,
        places: place_rows?,
        tasks: task_rows?,
        remarks: remark_rows?,
        context: context_rows?,
        synonyms: synonym_rows?,
        report: described.report(),
        extras: Extras(
            indicators?
                .extras()
                .chain(outline::numbers(projects?))
                .chain(projects?.extras())
                .chain(outline::numbers(tasks?))
                .chain(outline::targets_in_words(tasks?))
                .chain(tasks?.extras())
                .collect(),
        ),
    };
    let report = described.said().into_iter().map(RowText::from).collect();
    let Written { descriptor, tables } = written;
    Some(Package { dataset, descriptor, report, tables })
}
