//! What `plan export` writes reads as the same dataset.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn plan(arguments: &[&Path]) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_plan")).args(arguments).env("LC_ALL", "C").output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

fn export(package: &Path, output: &Path) -> (Option<i32>, String, String) {
    plan(&[Path::new("export"), package, Path::new("-o"), output])
}

/// The bundled package, and those of the invented ones that are there and can be read.
fn packages() -> Vec<PathBuf> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let invented = ["city-printed", "county-nasty", "province-wide"];
    let invented = invented.map(|name| project.join("../shared/packages").join(name));
    let is_read = |folder: &PathBuf| {
        let is_read = plan_sheets::load(folder).is_ok();
        if !is_read {
            eprintln!("skipped: {} cannot be read", folder.display());
        }
        is_read
    };
    std::iter::once(project.join("data/weidong-2021")).chain(invented.into_iter().filter(is_read)).collect()
}

#[test]
fn a_workbook_and_a_folder_read_as_the_same_dataset() {
    for package in packages() {
        let dataset = plan_sheets::load(&package).unwrap().dataset;
        let out = tempfile::tempdir().unwrap();
        for output in [out.path().join("a.xlsx"), out.path().join("folder")] {
            let (code, said, err) = export(&package, &output);
            assert_eq!(code, Some(0), "{err}");
            assert!(said.starts_with(&format!("{}: ", output.display())), "{said}");
            let checked = plan_sheets::check(&output);
            let read = checked.package.unwrap_or_else(|problems| panic!("{problems}"));
            assert!(read.dataset == dataset, "{} as {}", package.display(), output.display());
            assert!(checked.warnings.is_empty(), "{}", checked.warnings);
            let (code, said, err) = plan(&[Path::new("check"), &output]);
            assert_eq!((code, err.as_str()), (Some(0), ""));
            assert!(said.contains("no mistakes in "), "{said}");
        }
        let text = fs::read_to_string(out.path().join("folder/报告.csv")).unwrap();
        assert!(text.starts_with("\u{FEFF}项目,内容\n地区,"), "{text}");
    }
}

#[test]
fn heads_are_in_chinese_and_what_is_left_out_is_told() {
    let out = tempfile::tempdir().unwrap();
    let bundled = &packages()[0];
    let (_, _, err) = export(bundled, &out.path().join("folder"));
    assert_eq!(
        err,
        "datapackage.json: what it says of licence, sources and columns is left out: only the report and the tables are written\n"
    );
    let indicators = fs::read_to_string(out.path().join("folder/指标.csv")).unwrap();
    let head = indicators.lines().next().unwrap();
    assert!(head.contains(",单位,单位（英文）,2020年完成,2021年计划,"), "{head}");
}

#[test]
fn a_column_that_only_a_descriptor_can_have_is_left_out_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "datapackage.json",
        r#"{ "report": { "district": "某市", "title": "计划", "date": "2024-01-18", "actual_year": 2023, "plan_year": 2024 },
        "resources": [ { "name": "tasks", "path": "tasks.csv", "schema": { "fields": [
            { "name": "task", "type": "string" }, { "name": "colour", "type": "string" } ] } } ] }"#,
    );
    write("tasks.csv", "task,colour\n甲,red\n");
    let output = folder.path().join("out");
    let (code, said, err) = export(folder.path(), &output);
    assert_eq!(code, Some(0), "{err}");
    assert!(said.ends_with(": 2 tables, 6 rows\n"), "{said}");
    assert!(
        err.starts_with("任务: the column “colour” is left out: only a package with a descriptor has it\n"),
        "{err}"
    );
    let tasks = fs::read_to_string(output.join("任务.csv")).unwrap();
    assert_eq!(tasks, "\u{FEFF}任务\n甲\n");
}

#[test]
fn what_is_there_is_not_written_over() {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("mine");
    fs::create_dir(&folder).unwrap();
    assert_eq!(export(&packages()[0], &folder).0, Some(0), "an empty folder");
    let workbook = out.path().join("mine.xlsx");
    fs::write(&workbook, "work of a day").unwrap();
    for there in [&folder, &workbook] {
        let (code, _, err) = export(&packages()[0], there);
        assert_eq!(code, Some(1));
        let expected = format!(
            "{}: found something of that name, expected a new name or an empty folder; nothing was written\n",
            there.display()
        );
        assert!(err.ends_with(&expected), "{err}");
    }
    assert_eq!(fs::read_to_string(&workbook).unwrap(), "work of a day");
}

#[test]
fn a_package_with_mistakes_is_not_exported() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("报告.csv"), "项目,内容\n地区,某市\n").unwrap();
    let output = folder.path().join("a.xlsx");
    let (code, _, err) = export(folder.path(), &output);
    assert_eq!(code, Some(1));
    assert!(err.contains("报告.csv: found no row “标题”"), "{err}");
    assert!(!output.exists());
}

#[test]
fn the_files_for_a_site_are_written_together_or_not_at_all() {
    let package = packages().remove(0);
    let title = plan_sheets::load(&package).unwrap().dataset.report.title.zh;
    let folder = tempfile::tempdir().unwrap();
    let (output, site) = (folder.path().join("2021.json"), folder.path().join("site.json"));
    let (code, said, err) = export(&package, &output);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(said.starts_with(&format!("{} and {} written", output.display(), site.display())), "{said}");
    let read =
        |path: &Path| -> serde_json::Value { serde_json::from_slice(&fs::read(path).unwrap()).unwrap() };
    assert_eq!(read(&site)["dataset"], "2021.json");
    assert_eq!(read(&site)["bytes"], fs::metadata(&output).unwrap().len());
    assert_eq!((&read(&site)["title"], &read(&output)["title"]), (&title.clone().into(), &title.into()));
    // One that is there may be in use.
    let (code, _, err) = export(&package, &folder.path().join("other.json"));
    assert_eq!(code, Some(1));
    assert!(err.starts_with(&site.display().to_string()), "{err}");
    assert!(!folder.path().join("other.json").exists());
    for name in ["site.json", "报告.json", "a b.json", "-a.json"] {
        let folder = tempfile::tempdir().unwrap();
        let (code, _, err) = export(&package, &folder.path().join(name));
        assert_eq!(code, Some(1), "{name}");
        assert!(err.contains("found a name that no site takes"), "{err}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "{name}");
    }
}
