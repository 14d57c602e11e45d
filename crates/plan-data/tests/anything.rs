//! Whatever stands in the files of a package, or in the text of a bundle, it is read or refused in words.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use plan_data::bundle::{self, Bundle};
use plan_data::package::check_with;
use plan_data::reconcile::reconcile;
use plan_data::{Language, Pinyin, ProjectIndex};
use plan_fuzz::{damaged, run};
use proptest::prelude::*;
use proptest::sample::select;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn found(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/found").join(name)
}

/// Reads the package with one file of it as given; the name of the file is the first line of the input, with the package's before it.
fn is_right(input: &[u8]) -> Result<(), String> {
    let (path, content) = input.split_at(input.iter().position(|byte| *byte == b'\n').unwrap_or(input.len()));
    let path = String::from_utf8_lossy(path).into_owned();
    let (package, changed) = path.split_once('/').unwrap_or(("example-county", &path));
    let content = content.get(1..).unwrap_or_default();
    let folder = project().join("data").join(package);
    let open = |name: &str| {
        if name == changed {
            return Ok(content.to_vec());
        }
        fs::read(folder.join(name)).map_err(|_| io::Error::from(ErrorKind::NotFound))
    };
    let checked = check_with("", open);
    match checked.package {
        Ok(package) => {
            let dataset = package.dataset;
            let bundle = Bundle { findings: reconcile(&dataset), dataset };
            match bundle::read(&bundle::write(&bundle)) {
                Ok(read) if read == bundle => Ok(()),
                read => Err(format!("the bundle reads as something else: {}", read.is_ok())),
            }
        }
        Err(problems) => {
            let is_told = problems.iter().all(|problem| {
                [Language::Chinese, Language::English]
                    .iter()
                    .all(|language| !problem.sentence(*language).is_empty())
            });
            if is_told && problems.iter().next().is_some() {
                Ok(())
            } else {
                Err("refused without a word".to_owned())
            }
        }
    }
}

#[test]
fn a_package_with_a_damaged_file() {
    let mut files = Vec::new();
    for package in ["example-county", "weidong-2021"] {
        let folder = project().join("data").join(package);
        let mut names: Vec<_> =
            fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        for name in names {
            let content = fs::read(folder.join(&name)).unwrap();
            files.push((format!("{package}/{}\n", name.to_string_lossy()).into_bytes(), content));
        }
    }
    let inputs = select(files).prop_flat_map(|(head, content)| {
        damaged(vec![content]).prop_map(move |content| [&*head, &*content].concat())
    });
    run(&found("package"), inputs, is_right);
}

#[test]
fn a_damaged_bundle() {
    let text = |package: &str| {
        let dataset = plan_data::package::read(&project().join("data").join(package)).unwrap();
        bundle::write(&Bundle { findings: reconcile(&dataset), dataset }).into_bytes()
    };
    let inputs = ["example-county", "weidong-2021"].map(text).to_vec();
    run(&found("bundle"), damaged(inputs), |bytes| {
        if let Ok(text) = std::str::from_utf8(bytes)
            && let Ok(read) = bundle::read(text)
        {
            // What the app does with it at once.
            drop(ProjectIndex::new(read.dataset.into(), Pinyin::default().into()));
        }
        Ok(())
    });
}
