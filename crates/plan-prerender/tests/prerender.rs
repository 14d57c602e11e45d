//! The command as a build calls it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::Path;
use std::process::{Command, Output};

fn prerender(out: &Path, site: Option<&str>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prerender"));
    command.arg(out).current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."));
    command.env_remove("PLAN_SITE").env_remove("PLAN_DATA");
    if let Some(site) = site {
        command.env("PLAN_SITE", site);
    }
    command.output().unwrap()
}

#[test]
fn a_build_gets_its_files() {
    let out = tempfile::tempdir().unwrap();
    let done = prerender(out.path(), Some("https://example.gov.cn/plan/"));
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert!(out.path().join("data/datapackage.json").exists());
    assert!(out.path().join("data/charts/promise-en.svg").exists());
    // A machine without a Chinese font says so and goes on.
    let said = String::from_utf8(done.stderr).unwrap();
    assert!(out.path().join("og-zh.png").exists() || said.contains("no picture"), "{said}");
}

#[test]
fn what_is_no_address_stops_the_build_with_a_sentence() {
    let out = tempfile::tempdir().unwrap();
    let done = prerender(out.path(), Some("ftp://example.gov.cn/"));
    assert_eq!(done.status.code(), Some(1));
    let said = String::from_utf8(done.stderr).unwrap();
    assert!(
        said.starts_with("prerender stopped: PLAN_SITE: found “ftp://example.gov.cn/”, expected"),
        "{said}"
    );
    assert!(!out.path().join("data").exists());
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let out = tempfile::NamedTempFile::new().unwrap();
    let done = prerender(out.path(), None);
    assert_eq!(done.status.code(), Some(1));
    let said = String::from_utf8(done.stderr).unwrap();
    assert!(said.contains(&out.path().display().to_string()), "{said}");
}
