//! `plan check`: problems go to standard error, one a line; the exit status says whether there are any.

use std::path::Path;
use std::process::ExitCode;

use plan_data::package;

/// Checks the package in that folder: 0 where it is right, 1 where it is not.
pub(crate) fn run(folder: &Path) -> ExitCode {
    match package::read(folder) {
        Ok(dataset) => {
            println!(
                "{}: {} indicators, {} projects, no mistakes",
                folder.display(),
                dataset.indicators.len(),
                dataset.projects.len()
            );
            ExitCode::SUCCESS
        }
        Err(problems) => {
            eprintln!("{problems}");
            ExitCode::FAILURE
        }
    }
}
