//! The corpus: short texts in the notations of real reports, each with the tables that an editor would make of it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use plan_import::score::{Expected, Score, score};
use plan_import::{Import, Table, document, import};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(corpus()).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    cases.sort();
    cases
}

fn read(case: &Path) -> Import {
    let input = ["input.txt", "input.md", "input.html"]
        .map(|name| case.join(name))
        .into_iter()
        .find(|path| path.exists());
    let bytes = fs::read(input.unwrap_or_else(|| panic!("{} has no input", case.display()))).unwrap();
    import(document(&bytes).unwrap_or_else(|error| panic!("{}: {error:?}", case.display())))
}

fn expected(case: &Path) -> Vec<Expected> {
    let tables = Table::ALL.into_iter().filter_map(|(name, table)| {
        let text = fs::read_to_string(case.join(format!("{name}.csv"))).ok()?;
        Some(Expected::parse(table, &text, None).unwrap())
    });
    tables.collect()
}

/// Cases that are known not to be read as expected, each with the table; the list can only become shorter.
const KNOWN: &str = include_str!("corpus/known.txt");

#[test]
fn what_an_editor_would_write_is_read() {
    let mut all = Score::default();
    let mut failed = Vec::new();
    for case in cases() {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let found = score(&read(&case), &expected(&case));
        for (table, counts) in &found.0 {
            if counts.right != counts.expected || counts.right != counts.read {
                failed.push(format!("{name} {}", table.name()));
                if std::env::var_os("PLAN_TOLD").is_some() {
                    println!(
                        "{name} {}\n  missed {:#?}\n  wrong {:#?}",
                        table.name(),
                        counts.missed,
                        counts.wrong
                    );
                }
            }
        }
        all.add(found);
    }
    println!("{all}");
    let known: Vec<&str> = KNOWN.lines().collect();
    if std::env::var_os("PLAN_KNOWN").is_some() {
        fs::write(corpus().join("known.txt"), failed.join("\n")).unwrap();
        return;
    }
    let new: Vec<&String> = failed.iter().filter(|line| !known.contains(&line.as_str())).collect();
    let mended: Vec<&&str> =
        known.iter().filter(|line| !failed.iter().any(|failed| failed == **line)).collect();
    assert!(new.is_empty(), "not as expected: {new:#?}");
    assert!(mended.is_empty(), "as expected now, take out of known.txt: {mended:#?}");
    assert!(all.all().is_calibrated(), "{all}");
}
