//! What is written of a document is a package that the program itself accepts, and that its text proves.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use plan_data::Language;
use plan_data::against::{ReportText, prove};
use plan_data::package::check_with;
use plan_import::{TEXT, document, import};

/// What the report must say, for texts that do not.
const REQUIRED: [(&str, &str); 4] =
    [("地区", "青禾县"), ("标题", "青禾县计划报告"), ("日期", "2026-01-15"), ("完成年份", "2025")];

fn inputs() -> Vec<PathBuf> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let cases = fs::read_dir(corpus).unwrap().filter_map(|case| fs::read_dir(case.unwrap().path()).ok());
    let files = cases.flatten().map(|file| file.unwrap().path());
    let mut inputs: Vec<PathBuf> =
        files.filter(|path| path.file_stem().is_some_and(|stem| stem == "input")).collect();
    inputs.sort();
    inputs
}

/// What is wrong with the package of a document.
fn faults(bytes: &[u8]) -> Vec<String> {
    let Ok(document) = document(bytes) else {
        return Vec::new();
    };
    let mut files: HashMap<String, Vec<u8>> =
        import(document).files(Language::English).unwrap().into_iter().collect();
    let report = String::from_utf8(files.remove("报告.csv").unwrap()).unwrap();
    let filled = report.lines().map(|line| {
        let missing = REQUIRED.iter().find(|(key, _)| line == format!("{key},"));
        missing.map_or(line.to_owned(), |(key, value)| format!("{key},{value}"))
    });
    files.insert("报告.csv".to_owned(), filled.collect::<Vec<String>>().join("\n").into_bytes());
    let text = ReportText::read(std::str::from_utf8(files.get(TEXT).unwrap()).unwrap());
    let open = |name: &str| files.get(name).cloned().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound));
    match check_with("o", open).package {
        Ok(package) => {
            let proof = prove(&package.dataset, &text);
            let unproved = proof.unproved.iter().map(|unproved| unproved.sentence(Language::English));
            let uncovered = proof.uncovered.iter().map(|one| format!("uncovered: {one:?}"));
            unproved.chain(uncovered).collect()
        }
        Err(problems) => {
            problems.by_file().iter().flat_map(|file| file.sentences(Language::English)).collect()
        }
    }
}

#[test]
fn packages_are_accepted_and_proved() {
    let mut told: Vec<String> = Vec::new();
    for path in inputs() {
        let faults = faults(&fs::read(&path).unwrap());
        if !faults.is_empty() {
            told.push(format!("{}\n  {}", path.display(), faults.join("\n  ")));
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}
