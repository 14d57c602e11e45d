//! The report's text on a page of its own, where the publisher gave it to the build: [`VARIABLE`] names its file. The text must be
//! the one that the package was taken from; a text in which a value does not stand where it is cited stops the build.

mod page;
mod pieces;

use std::path::Path;
use std::{env, fs};

use plan_data::Dataset;
use plan_data::against::{ReportText, prove};

use crate::Error;

pub use page::page;

/// The variable that names the file of the text, from the project's folder.
pub const VARIABLE: &str = "PLAN_REPORT";

/// So many statements that do not stand in the text are listed.
const LISTED: usize = 20;

/// The text that the environment names; `None` where it names none.
///
/// # Errors
/// The file cannot be read, or is not the text of `dataset`.
pub fn from_environment(project: &Path, dataset: &Dataset) -> Result<Option<ReportText>, Error> {
    let path = env::var_os(VARIABLE).filter(|path| !path.is_empty());
    path.map(|path| read(&project.join(path), dataset)).transpose()
}

/// Reads a text, and proves `dataset` against it.
///
/// # Errors
/// The file cannot be read, is not UTF-8, is empty, or a value of the package does not stand in it
/// where it is cited.
pub fn read(path: &Path, dataset: &Dataset) -> Result<ReportText, Error> {
    const EXPECTED: &str = "the report’s text in UTF-8";
    let bytes = fs::read(path)
        .map_err(|error| Error::file(path, &error, &format!("{EXPECTED}, whose file {VARIABLE} names")))?;
    let text = str::from_utf8(&bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        Error::new(format_args!("{}:{line}", path.display()), "bytes that are no UTF-8", EXPECTED)
    })?;
    if text.trim_matches(['\u{FEFF}', ' ', '\r', '\n', '\t']).is_empty() {
        return Err(Error::new(path.display(), "an empty file", EXPECTED));
    }
    let text = ReportText::read(text);
    let proof = prove(dataset, &text);
    if !proof.unproved.is_empty() {
        let count = proof.unproved.len();
        let mut lines: Vec<String> = proof.unproved.iter().take(LISTED).map(ToString::to_string).collect();
        if count > LISTED {
            lines.push(format!("and {} more", count - LISTED));
        }
        return Err(Error::new(
            path.display(),
            format_args!(
                "a text in which {count} of {} statements of the package do not stand where it says:\n{}\n",
                proof.looked_up,
                lines.join("\n")
            ),
            "the text that the package was taken from; `plan check --against` lists all",
        ));
    }
    Ok(text)
}
