//! `plan places`: what locations seem to name, as rows for 地点.csv on standard output; of which projects, on standard error.

use std::path::Path;
use std::process::ExitCode;

use plan_data::Language;
use plan_data::package::{Checked, csv, suggested_places};

use crate::UNREADABLE;
use crate::check::{self, MISTAKES};
use crate::texts::texts;

/// Prints the suggestions for the package at that path.
pub(crate) fn run(path: &Path, language: Language) -> ExitCode {
    let Checked { package, warnings } = plan_sheets::check(path);
    let dataset = match package {
        Ok(package) => package.dataset,
        Err(problems) => {
            check::write_problems(&path.display().to_string(), &problems, &warnings, language);
            return ExitCode::from(if problems.is_unreadable() { UNREADABLE } else { MISTAKES });
        }
    };
    let texts = &texts(language).places;
    let found = suggested_places(&dataset);
    if found.is_empty() {
        eprintln!("{}", texts.none);
        return ExitCode::SUCCESS;
    }
    let head = ["标识", "名称", "类别"].map(str::to_owned).to_vec();
    let rows = found.iter().map(|one| vec![one.id.clone(), one.name.clone(), one.kind.to_owned()]);
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    match csv(&rows) {
        Ok(bytes) => print!("{}", String::from_utf8_lossy(&bytes)),
        Err(reason) => {
            eprintln!("{reason}");
            return ExitCode::from(UNREADABLE);
        }
    }
    for one in &found {
        eprintln!("{}", (texts.of)(&one.name, &one.projects.join(" ")));
    }
    eprintln!("{}", texts.next);
    ExitCode::SUCCESS
}
