//! Where the package of a build is, as the environment names it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The variable that names the package of a build.
const VARIABLE: &str = "PLAN_DATA";

/// The package that `value` names, the text of the variable `PLAN_DATA`, or else the `usual` one; from the folder of the project.
///
/// # Errors
/// A sentence, where it names nothing that is there.
pub fn named(value: Option<&OsStr>, project: &Path, usual: &str) -> Result<PathBuf, String> {
    let Some(value) = value else {
        return Ok(project.join(usual));
    };
    let text = value.to_string_lossy();
    let expected = "the folder of a package or its workbook (.xlsx)";
    if text.trim().is_empty() {
        return Err(format!(
            "{VARIABLE}: found an empty value, expected {expected}; without the variable, {usual} is built"
        ));
    }
    let path = project.join(value);
    if path.exists() {
        return Ok(path);
    }
    if text.starts_with('~') {
        return Err(format!(
            "{VARIABLE}: found “{text}”, whose ~ no shell has replaced, expected the path written out, or $HOME in place of ~"
        ));
    }
    let place = std::path::absolute(&path).unwrap_or(path);
    Err(format!(
        "{VARIABLE}: found “{text}”, but there is no {}, expected {expected}, from the folder of the project",
        place.display()
    ))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn the_variable_names_what_is_there_or_says_why_not() {
        let project = tempfile::tempdir().unwrap();
        std::fs::create_dir(project.path().join("mine")).unwrap();
        std::fs::write(project.path().join("a.xlsx"), "").unwrap();
        let of = |value: Option<&str>| named(value.map(OsStr::new), project.path(), "data/usual");
        assert_eq!(of(None), Ok(project.path().join("data/usual")), "without asking whether it is there");
        assert_eq!(of(Some("mine")), Ok(project.path().join("mine")));
        assert_eq!(of(Some("a.xlsx")), Ok(project.path().join("a.xlsx")));
        assert_eq!(of(Some(project.path().to_str().unwrap())), Ok(project.path().to_owned()));
        for empty in ["", "  "] {
            assert_eq!(
                of(Some(empty)).unwrap_err(),
                "PLAN_DATA: found an empty value, expected the folder of a package or its workbook (.xlsx); without the variable, data/usual is built"
            );
        }
        assert_eq!(
            of(Some("~/mine")).unwrap_err(),
            "PLAN_DATA: found “~/mine”, whose ~ no shell has replaced, expected the path written out, or $HOME in place of ~"
        );
        let place = project.path().join("yours");
        assert_eq!(
            of(Some("yours")).unwrap_err(),
            format!(
                "PLAN_DATA: found “yours”, but there is no {}, expected the folder of a package or its workbook (.xlsx), from the folder of the project",
                place.display()
            )
        );
        std::fs::create_dir(project.path().join("~")).unwrap();
        assert_eq!(of(Some("~")), Ok(project.path().join("~")), "a folder of that name");
    }
}
