//! The command's output and exit status, as a clerk or a script sees them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn weidong() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021")
}

fn check(package: &Path) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_plan")).arg("check").arg(package).output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

#[test]
fn a_right_package_is_summed_up() {
    let (code, out, err) = check(&weidong());
    assert_eq!(code, Some(0), "{err}");
    assert!(out.ends_with("weidong-2021: 25 indicators, 35 projects, no mistakes\n"), "{out}");
    assert_eq!(err, "");
}

#[test]
fn each_mistake_has_a_line_and_the_status_is_1() {
    let folder = tempfile::tempdir().unwrap();
    for name in [
        "datapackage.json",
        "sections.csv",
        "indicators.csv",
        "figures.csv",
        "omissions.csv",
        "projects.csv",
        "mentions.csv",
        "places.csv",
        "locations.csv",
        "tasks.csv",
        "context.csv",
    ] {
        let text = fs::read_to_string(weidong().join(name)).unwrap();
        let broken = text.replace("\np02,", "\np01,").replace(",600,1650\n", ",600,约1650\n");
        fs::write(folder.path().join(name), broken).unwrap();
    }
    let (code, out, err) = check(folder.path());
    assert_eq!(code, Some(1));
    assert_eq!(out, "");
    let place = folder.path().display();
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), 2, "{err}");
    assert!(lines[0].starts_with(&format!("{place}/projects.csv:3:1: in id: found “p01”")), "{err}");
    assert!(lines[1].starts_with(&format!("{place}/indicators.csv:10:15: in plan: found “约1650”")), "{err}");
}

#[test]
fn a_folder_without_a_package_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, err) = check(folder.path());
    assert_eq!(code, Some(1));
    assert!(err.contains("datapackage.json: found a file that cannot be read"), "{err}");
}
