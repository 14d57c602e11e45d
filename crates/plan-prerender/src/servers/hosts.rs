//! The file for hosts that read `_headers`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Headers;
use crate::listing::{Keeping, Listed};
use crate::template::{fill, places};

const TEMPLATE: &str = include_str!("../../servers/_headers");

pub(super) fn written(headers: &Headers, files: &[Listed]) -> anyhow::Result<String> {
    let mut caching = String::new();
    for (path, keeping) in rules(files) {
        let _ = writeln!(caching, "{path}\n  Cache-Control: {}", keeping.header());
    }
    let mut contents = places(headers);
    contents.push(("{{caching}}\n".to_owned(), caching));
    fill("_headers", TEMPLATE, &contents)
}

/// One rule for each file: hosts put the values of all rules that a path has together. Folders whose files are all kept
/// alike have one for all; such hosts read a hundred at most.
fn rules(files: &[Listed]) -> BTreeMap<String, Keeping> {
    let folder = |file: &Listed| file.path.split_once('/').map(|(folder, _)| format!("/{folder}/*"));
    let mut rules = BTreeMap::new();
    for file in files {
        let is_alike = |folder_of: &String| {
            files
                .iter()
                .filter(|other| folder(other).as_ref() == Some(folder_of))
                .all(|other| other.keeping == file.keeping)
        };
        if let Some(alike) = folder(file).filter(is_alike) {
            rules.insert(alike, file.keeping);
            continue;
        }
        if let Some(folder) =
            file.path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'))
        {
            rules.insert(format!("/{folder}"), file.keeping);
        }
        rules.insert(format!("/{}", file.path), file.keeping);
    }
    rules
}
