//! A package made of an import: checked as every package is, and as the text that the app loads. A row that has a mistake keeps the
//! report from nothing: it is left out, and told.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind};

use plan_data::Language;
use plan_data::package::{Checked, Problem, check_with, chinese_table};
use plan_import::{Import, Row, Table};
use serde::Serialize;

/// What a package says and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Made {
    /// The title of the report; empty where it cannot be read.
    pub title: String,
    /// What it is of.
    pub district: String,
    /// The years of results and plan.
    pub years: [u16; 2],
    /// What is wrong, and what may be.
    pub problems: Vec<Trouble>,
    /// How many rows were left out, so that the rest can be read.
    pub left_out: usize,
    /// Whether it has English, too.
    pub has_english: bool,
    /// The text that the app loads; none where the package cannot be read.
    pub data: Option<String>,
}

/// A problem of a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trouble {
    /// The file.
    pub file: String,
    /// The line, from 1; 0 where it is of the whole file.
    pub line: u64,
    /// The column, from 1; 0 where it is of the whole file.
    pub column: usize,
    /// The sentence in Chinese, with the place.
    pub zh: String,
    /// The sentence in English, with the place.
    pub en: String,
    /// Whether it may be right.
    pub is_warning: bool,
    /// Whether its row was left out.
    pub is_left_out: bool,
}

/// Leaving out a row may leave others without what they refer to: so many times.
const ROUNDS: usize = 6;

/// The package of an import.
pub fn made(import: &Import) -> Made {
    let mut import = import.clone();
    let mut made = Made::default();
    for _ in 0..ROUNDS {
        let Checked { package, warnings } = match check(&import) {
            Ok(checked) => checked,
            Err(reason) => {
                made.problems.push(Trouble::of_writing(&reason));
                return made;
            }
        };
        let problems = match package {
            Ok(package) => {
                let report = &package.dataset.report;
                made.title.clone_from(&report.title.zh);
                made.district.clone_from(&report.district.zh);
                made.years = [report.actual_year, report.plan_year];
                made.has_english = package.dataset.has_english();
                made.problems.extend(warnings.iter().map(|warning| Trouble::of(warning, true)));
                made.data = Some(plan_bundle::carried(&package.dataset));
                return made;
            }
            Err(problems) => problems,
        };
        let faulty: BTreeSet<usize> =
            problems.iter().filter_map(|problem| row_of(problem, &import)).collect();
        // What is wrong with no row in particular keeps the package from being read.
        if faulty.is_empty() {
            made.problems.extend(problems.iter().map(|problem| Trouble::of(problem, false)));
            return made;
        }
        let of_rows = problems.iter().filter(|problem| row_of(problem, &import).is_some());
        made.problems
            .extend(of_rows.map(|problem| Trouble { is_left_out: true, ..Trouble::of(problem, false) }));
        made.left_out += faulty.len();
        let mut at = 0;
        import.rows.retain(|_| {
            at += 1;
            !faulty.contains(&(at - 1))
        });
    }
    made
}

/// Checks the package, from memory.
fn check(import: &Import) -> Result<Checked, String> {
    let files: BTreeMap<String, Vec<u8>> = import.files(Language::Chinese)?.into_iter().collect();
    let open = |name: &str| files.get(name).cloned().ok_or_else(|| io::Error::from(ErrorKind::NotFound));
    Ok(check_with("", open))
}

/// The number of the row that a problem is of; `None` where it is of a whole file, of its heads, or of what describes the report.
fn row_of(problem: &Problem, import: &Import) -> Option<usize> {
    let (line, _) = problem.place()?;
    let before = usize::try_from(line.checked_sub(2)?).ok()?;
    let name = name(problem);
    let (_, table) = Table::ALL.into_iter().find(|(known, table)| {
        *table != Table::Report && name.strip_suffix(".csv") == Some(chinese_table(known))
    })?;
    let is_of_table = |row: &Row| row.table == table && row.is_written();
    let mut of_table = import.rows.iter().enumerate().filter(|(_, row)| is_of_table(row));
    of_table.nth(before).map(|(at, _)| at)
}

/// The name of the file that a problem is in: a package in memory has no folder.
fn name(problem: &Problem) -> &str {
    problem.of_file().trim_start_matches('/')
}

impl Trouble {
    fn of(problem: &Problem, is_warning: bool) -> Self {
        let (line, column) = problem.place().unwrap_or_default();
        let sentence = |language: Language| problem.sentence(language).trim_start_matches('/').to_owned();
        Self {
            file: name(problem).to_owned(),
            line,
            column,
            zh: sentence(Language::Chinese),
            en: sentence(Language::English),
            is_warning,
            is_left_out: false,
        }
    }

    fn of_writing(reason: &str) -> Self {
        Self {
            file: String::new(),
            line: 0,
            column: 0,
            zh: format!("数据包无法写出：{reason}"),
            en: format!("The package cannot be written: {reason}"),
            is_warning: false,
            is_left_out: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use plan_data::bundle::{self, BETWEEN};

    use super::*;
    use crate::form::tests::invented;

    #[test]
    fn an_import_becomes_what_the_app_loads() {
        let made = made(&invented().import());
        assert_eq!(
            made.problems.iter().filter(|problem| !problem.is_warning).collect::<Vec<_>>(),
            [] as [&Trouble; 0]
        );
        assert_eq!((made.district.as_str(), made.years), ("青禾县", [2023, 2024]));
        assert_eq!(made.left_out, 0);
        let data = made.data.unwrap();
        let (text, readings) = data.split_once(BETWEEN).unwrap();
        let dataset = bundle::read(text).unwrap().dataset;
        assert_eq!(dataset.indicators.len(), 2);
        assert_eq!(dataset.projects.len(), 2);
        assert!(!readings.is_empty());
    }

    #[test]
    fn a_row_with_a_mistake_is_left_out_and_told_with_its_place() {
        let mut form = invented();
        let figure = form.rows.iter_mut().find(|row| row.table == "figures").unwrap();
        for (column, cell) in &mut figure.cells {
            if column == "paragraph" {
                "none".clone_into(cell);
            }
        }
        let made = made(&form.import());
        assert!(made.data.is_some(), "{:?}", made.problems);
        assert_eq!(made.left_out, 1);
        let problem = made.problems.iter().find(|problem| problem.is_left_out).unwrap();
        assert_eq!((problem.file.as_str(), problem.line), ("数字.csv", 2));
        assert!(problem.zh.contains("第2行") && problem.en.contains(":2:"), "{problem:?}");
    }

    #[test]
    fn what_the_report_must_say_of_itself_is_asked_for() {
        let mut form = invented();
        form.rows.retain(|row| row.table != "report");
        let made = made(&form.import());
        assert_eq!(made.data, None);
        assert!(made.problems.iter().any(|problem| problem.file == "报告.csv"), "{:?}", made.problems);
    }
}
