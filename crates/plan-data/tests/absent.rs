//! Packages that leave tables out: read where nothing refers to them, refused with the cell that does where something does.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::path::Path;

use plan_data::Dataset;
use plan_data::package::{self, Problems, TABLES};

fn bundled(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021").join(name)).unwrap()
}

/// The bundled package without the rows of `emptied`, or also without their resources.
fn without(emptied: &[&str], has_resource: bool) -> Result<Dataset, Problems> {
    package::read_with("data", |name| {
        let bytes = bundled(name);
        if name == package::DESCRIPTOR && !has_resource {
            let mut descriptor: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            let resources = descriptor["resources"].as_array_mut().unwrap();
            resources.retain(|resource| !emptied.contains(&resource["name"].as_str().unwrap()));
            return Ok(serde_json::to_vec(&descriptor).unwrap());
        }
        if emptied.iter().any(|table| name == format!("{table}.csv")) {
            let end = bytes.iter().position(|byte| *byte == b'\n').unwrap();
            return Ok(bytes[..=end].to_vec());
        }
        Ok(bytes)
    })
}

/// The tables whose rows cannot stand without that one.
fn referring(table: &str) -> &'static [&'static str] {
    match table {
        "sections" => {
            &["headings", "figures", "omissions", "mentions", "tasks", "remarks", "context", "synonyms"]
        }
        "indicators" => &["figures", "tasks", "context", "synonyms"],
        "figures" => &["tasks", "context", "synonyms"],
        "projects" => &["mentions", "locations", "related", "tasks", "synonyms"],
        "mentions" | "tasks" => &["synonyms"],
        "places" => &["locations"],
        _ => &[],
    }
}

#[test]
fn each_table_may_be_left_out_with_what_refers_to_it() {
    for table in TABLES {
        let emptied: Vec<&str> = [table].into_iter().chain(referring(table).iter().copied()).collect();
        for has_resource in [true, false] {
            let dataset =
                without(&emptied, has_resource).unwrap_or_else(|problems| panic!("{table}: {problems}"));
            let counts = [
                ("sections", dataset.sections.len()),
                ("headings", dataset.headings.len()),
                ("indicators", dataset.indicators.len()),
                ("figures", dataset.figures.len()),
                ("omissions", dataset.omissions.len()),
                ("projects", dataset.projects.len()),
                ("places", dataset.places.len()),
                ("tasks", dataset.tasks.len()),
                ("remarks", dataset.remarks.len()),
                ("context", dataset.context.len()),
                ("synonyms", dataset.synonyms.len()),
            ];
            for (name, count) in counts {
                assert_eq!(count == 0, emptied.contains(&name), "{name} without {table}");
            }
        }
    }
    assert!(without(&TABLES, false).is_ok() && without(&TABLES, true).is_ok(), "a report alone");
}

#[test]
fn a_reference_to_an_absent_table_is_a_mistake() {
    for table in ["sections", "indicators", "figures", "projects", "mentions", "tasks", "places"] {
        for has_resource in [true, false] {
            let problems = without(&[table], has_resource).unwrap_err().to_string();
            let first = problems.lines().next().unwrap();
            assert!(first.starts_with("data/") && first.contains("expected"), "{first}");
        }
    }
}
