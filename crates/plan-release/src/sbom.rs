//! `sbom.cdx.json`: what `cargo cyclonedx` wrote, of what is in the modules and of what ran while they were built, and nothing that
//! depends on the machine.

use std::collections::BTreeSet;

use anyhow::Context;
use serde_json::{Value, json};

use crate::facts::{Facts, Package};

/// How the standard library is referred to.
const STD: &str = "rust-std";

/// Writes the file.
///
/// # Errors
/// What `cargo cyclonedx` wrote is not as expected.
pub(crate) fn write(facts: &Facts) -> anyhow::Result<String> {
    let mut sbom = facts.sbom.clone();
    let project = sbom.pointer("/metadata/component/bom-ref").and_then(Value::as_str);
    let project = project
        .context("sbom.json: found no /metadata/component/bom-ref, expected the project's")?
        .to_owned();
    let folder = project.split_once('#').map_or("", |(folder, _)| folder).to_owned();
    without_folders(&mut sbom, &folder);
    let project = plain(&project, &folder).unwrap_or(project);

    let components = sbom.get_mut("components").and_then(Value::as_array_mut);
    let components = components.context("sbom.json: found no components, expected a list")?;
    // cargo cyclonedx lists what any package of the workspace uses.
    components.retain_mut(|component| {
        let package = package(component);
        let scope = if facts.shipped.contains_key(&package) { "required" } else { "excluded" };
        set(component, "scope", scope.into());
        scope == "required" || facts.built.contains_key(&package)
    });
    components.push(standard_library(facts));
    let known: BTreeSet<String> =
        components.iter().chain([&json!({ "bom-ref": project })]).filter_map(reference).collect();

    let dependencies = sbom.get_mut("dependencies").and_then(Value::as_array_mut);
    let dependencies = dependencies.context("sbom.json: found no dependencies, expected a list")?;
    dependencies
        .retain(|node| node.get("ref").and_then(Value::as_str).is_some_and(|name| known.contains(name)));
    for node in dependencies.iter_mut() {
        let is_project = node.get("ref").and_then(Value::as_str) == Some(&project);
        if let Some(on) = node.get_mut("dependsOn").and_then(Value::as_array_mut) {
            on.retain(|name| name.as_str().is_some_and(|name| known.contains(name)));
            if is_project {
                on.push(STD.into());
            }
        }
    }
    dependencies.push(json!({ "ref": STD }));

    if let Some(metadata) = sbom.get_mut("metadata") {
        set(metadata, "timestamp", facts.timestamp().into());
        if let Some(component) = metadata.get_mut("component") {
            set(component, "version", facts.version.as_str().into());
        }
        if let Some(tools) = metadata.get_mut("tools").and_then(Value::as_array_mut) {
            let named = facts.tools.iter().filter(|(name, _)| name != "cargo-cyclonedx");
            tools.extend(named.map(|(name, version)| json!({ "name": name, "version": version })));
        }
    }
    Ok(serde_json::to_string_pretty(&sbom)? + "\n")
}

/// No crate of the registry: cargo does not know of it.
fn standard_library(facts: &Facts) -> Value {
    let rustc = facts.tools.iter().find(|(name, _)| name == "rustc");
    let version = rustc.and_then(|(_, version)| version.split(' ').next()).unwrap_or_default();
    json!({
        "type": "library",
        "bom-ref": STD,
        "name": STD,
        "version": version,
        "description": format!("The Rust standard library, with the packages that {} names", facts.std_notices.name),
        "scope": "required",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        "purl": format!("pkg:generic/{STD}@{version}"),
    })
}

fn package(component: &Value) -> Package {
    let text = |key: &str| component.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    Package { name: text("name"), version: text("version") }
}

fn reference(component: &Value) -> Option<String> {
    component.get("bom-ref").and_then(Value::as_str).map(str::to_owned)
}

fn set(object: &mut Value, key: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

/// Takes the folders of the machine out of every text.
fn without_folders(value: &mut Value, folder: &str) {
    match value {
        Value::String(text) => {
            if let Some(without) = plain(text, folder) {
                *text = without;
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|one| without_folders(one, folder)),
        Value::Object(all) => all.values_mut().for_each(|one| without_folders(one, folder)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A reference to a package of the project, or its address, without where that is.
fn plain(text: &str, folder: &str) -> Option<String> {
    if let Some((before, rest)) = text.split_once("?download_url=file://") {
        let inner = rest.split_once('#').map_or(String::new(), |(_, inner)| format!("#{inner}"));
        return Some(format!("{before}{inner}"));
    }
    let rest = text.strip_prefix(folder).filter(|_| !folder.is_empty())?;
    Some(format!("plan-explorer{rest}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

    use super::*;
    use crate::facts::tests::facts;

    fn written() -> Value {
        serde_json::from_str(&write(&facts()).unwrap()).unwrap()
    }

    #[test]
    fn it_has_what_is_shipped_and_what_built_it() {
        let sbom = written();
        let components = sbom["components"].as_array().unwrap();
        let named: Vec<_> = components
            .iter()
            .map(|one| (one["name"].as_str().unwrap(), one["scope"].as_str().unwrap()))
            .collect();
        assert_eq!(
            named,
            [("yew", "required"), ("syn", "excluded"), ("plan-data", "required"), ("rust-std", "required")]
        );
    }

    #[test]
    fn it_names_no_folder_and_no_time_but_the_commits() {
        let sbom = written();
        let text = sbom.to_string();
        assert!(!text.contains("/a/b") && !text.contains("file://"), "{text}");
        assert_eq!(sbom["metadata"]["timestamp"], "2023-11-14T22:13:20Z");
        assert!(sbom.get("serialNumber").is_none());
        assert_eq!(sbom["metadata"]["component"]["bom-ref"], "plan-explorer#plan-explorer@1.0.0");
    }

    #[test]
    fn it_refers_to_what_it_has() {
        let sbom = written();
        let project = &sbom["dependencies"][0];
        assert_eq!(project["ref"], "plan-explorer#plan-explorer@1.0.0");
        assert_eq!(project["dependsOn"], json!(["plan-explorer/crates/plan-data#1.0.0", "rust-std"]));
        assert_eq!(sbom["dependencies"].as_array().unwrap().len(), 3);
    }
}
