//! The report of the bundled package, as text: what is read of it, against the package that was made by hand.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use accepted::faults;
use plan_import::score::{Counts, Expected, facts, score};
use plan_import::{Table, document, import};

mod accepted;

/// The text, which is no part of the project.
fn text() -> Option<Vec<u8>> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/report/weidong-2021.txt");
    let path = std::env::var_os("PLAN_REPORT").map_or(beside, PathBuf::from);
    fs::read(path).ok()
}

#[test]
fn the_bundled_report_is_read() {
    let Some(bytes) = text() else {
        println!("skipped: the report's text is not there; name it with PLAN_REPORT");
        return;
    };
    let read = import(document(&bytes).unwrap());
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021");
    let tables = Table::ALL.into_iter().filter(|(_, table)| *table != Table::Report).map(|(name, table)| {
        let text = fs::read_to_string(package.join(format!("{name}.csv"))).unwrap();
        Expected::parse(table, &text, Some(facts(table))).unwrap()
    });
    let found = score(&read, &tables.collect::<Vec<_>>());
    println!("{found}");
    if std::env::var_os("PLAN_TOLD").is_some() {
        println!("{:#?}", found.0);
    }
    for (table, counts) in &found.0 {
        let Counts { right, read, expected, missed, wrong, .. } = counts;
        let told = format!("{}: {missed:#?}\n{wrong:#?}", table.name());
        let least = match table {
            Table::Sections | Table::Indicators => 100,
            Table::Figures => 95,
            Table::Mentions => 80,
            Table::Tasks => 70,
            _ => 0,
        };
        assert!(right * 100 >= expected * least, "{told}");
        assert!(*table != Table::Indicators || read == expected, "{told}");
    }
    assert!(found.all().is_calibrated(), "{found}");
    let faults = faults(&read, true);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
