//! What is written of a document is a package that the program itself accepts, and that its text proves.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;

use accepted::faults;
use plan_import::{document, import};

mod accepted;
mod inputs;

#[test]
fn packages_are_accepted_and_proved() {
    let mut told: Vec<String> = Vec::new();
    for path in inputs::all() {
        let Ok(document) = document(&fs::read(&path).unwrap()) else { continue };
        let faults = faults(&import(document), true);
        if !faults.is_empty() {
            told.push(format!("{}\n  {}", path.display(), faults.join("\n  ")));
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}
