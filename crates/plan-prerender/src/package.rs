//! The data package that the page was built from, read once more to be given along.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use plan_data::Dataset;
use plan_data::package::{DESCRIPTOR, TABLES};
use serde_json::Value;

use crate::Error;

/// The package that the app bundles, unless [`VARIABLE`] names another folder: as `build.rs` has it.
const BUNDLED: &str = "data/weidong-2021";
/// The variable that names the folder of the package.
pub const VARIABLE: &str = "PLAN_DATA";

/// The folder of the package that the environment names, or else of the usual one; from the project’s folder, as
/// `build.rs` reads it.
pub fn folder_from_environment(project: &Path) -> PathBuf {
    project.join(env::var_os(VARIABLE).unwrap_or_else(|| BUNDLED.into()))
}

/// The files of a package.
pub struct Package {
    descriptor: Value,
    as_written: Vec<u8>,
    tables: BTreeMap<String, Vec<u8>>,
}

impl Package {
    /// Reads the files of the package in `folder`.
    ///
    /// # Errors
    /// A file cannot be read, or the package is not the one that `dataset` is of.
    pub fn read(folder: &Path, dataset: &Dataset) -> Result<Self, Error> {
        let found = plan_data::package::read(folder).map_err(|problems| {
            Error::new(folder.display(), format_args!("mistakes:\n{problems}"), "a package without")
        })?;
        if found != *dataset {
            return Err(Error::new(
                folder.display(),
                "another package than the one that is built in",
                format_args!("the same; {VARIABLE} must name the same folder in every step of a build"),
            ));
        }
        let read =
            |path: &Path| fs::read(path).map_err(|error| Error::file(path, &error, "a file of the package"));
        let file = folder.join(DESCRIPTOR);
        let as_written = read(&file)?;
        let descriptor: Value = serde_json::from_slice(&as_written)
            .map_err(|error| Error::new(file.display(), error, "a Data Package descriptor in JSON"))?;
        let mut tables = BTreeMap::new();
        for resource in resources(&descriptor) {
            if let (Some(name), Some(path)) = (text(resource, "name"), text(resource, "path"))
                && TABLES.contains(&name)
            {
                tables.insert(name.to_owned(), read(&folder.join(path))?);
            }
        }
        Ok(Self { descriptor, as_written, tables })
    }

    /// The address of the licence.
    pub fn licence(&self) -> Option<&str> {
        let licences = self.descriptor.get("licenses").and_then(Value::as_array)?;
        text(licences.first()?, "path")
    }

    /// A table as it is, but with a byte order mark: without one, Excel and WPS take the file for one in the system's old
    /// encoding and show other characters for the Chinese. The mark is no part of the data: `frictionless validate`
    /// and [`plan_data::package::read`] read such files as they do others.
    pub fn table(&self, name: &str) -> Option<Vec<u8>> {
        let bytes = self.tables.get(name)?;
        let mark = "\u{FEFF}".as_bytes();
        let text = bytes.strip_prefix(mark).unwrap_or(bytes);
        Some([mark, text].concat())
    }

    /// The descriptor as it is where its tables are called as they are published, `figures.csv` for `figures`, and there are
    /// no others; otherwise with those paths and tables. Size and check sum of a file, which the byte order mark changes,
    /// are left out.
    pub fn descriptor(&self) -> Vec<u8> {
        let mut descriptor = self.descriptor.clone();
        if let Some(resources) = descriptor.get_mut("resources").and_then(Value::as_array_mut) {
            resources.retain(|resource| text(resource, "name").is_some_and(|name| TABLES.contains(&name)));
            for resource in resources {
                let name = text(resource, "name").unwrap_or_default().to_owned();
                if let Some(resource) = resource.as_object_mut() {
                    resource.remove("bytes");
                    resource.remove("hash");
                    resource.insert("path".to_owned(), format!("{name}.csv").into());
                }
            }
        }
        if descriptor == self.descriptor {
            self.as_written.clone()
        } else {
            format!("{descriptor:#}\n").into()
        }
    }
}

fn resources(descriptor: &Value) -> impl Iterator<Item = &Value> {
    descriptor.get("resources").and_then(Value::as_array).into_iter().flatten()
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key).and_then(Value::as_str)
}

#[cfg(test)]
mod tests {
    use plan_explorer::data::bundled;

    use super::*;

    fn usual() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(BUNDLED)
    }

    /// A copy of the usual package whose descriptor is changed.
    fn changed(change: impl Fn(&mut Value)) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for entry in fs::read_dir(usual()).unwrap() {
            let from = entry.unwrap().path();
            fs::copy(&from, folder.path().join(from.file_name().unwrap())).unwrap();
        }
        let file = folder.path().join(DESCRIPTOR);
        let mut descriptor: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        change(&mut descriptor);
        fs::write(file, descriptor.to_string()).unwrap();
        folder
    }

    #[test]
    fn the_usual_package_is_given_along_as_it_is() {
        let dataset = bundled().unwrap().dataset;
        let package = Package::read(&usual(), &dataset).unwrap();
        assert_eq!(package.descriptor(), fs::read(usual().join(DESCRIPTOR)).unwrap());
        assert_eq!(package.licence(), Some("https://creativecommons.org/publicdomain/zero/1.0/"));
        let table = package.table("tasks").unwrap();
        assert_eq!(
            table.strip_prefix(b"\xEF\xBB\xBF"),
            Some(&fs::read(usual().join("tasks.csv")).unwrap()[..])
        );
    }

    #[test]
    fn tables_are_published_under_their_names() {
        let folder = changed(|descriptor| {
            let resource = &mut descriptor["resources"][2];
            assert_eq!(resource["name"], "indicators");
            resource["path"] = "a b.csv".into();
            resource["bytes"] = 1.into();
            let extra = serde_json::json!({ "name": "extra", "path": "../../secret.csv", "schema": { "fields": [] } });
            descriptor["resources"].as_array_mut().unwrap().push(extra);
        });
        fs::rename(folder.path().join("indicators.csv"), folder.path().join("a b.csv")).unwrap();
        let package = Package::read(folder.path(), &bundled().unwrap().dataset).unwrap();
        let published: Value = serde_json::from_slice(&package.descriptor()).unwrap();
        assert_eq!(published["resources"][2]["path"], "indicators.csv");
        assert!(published["resources"][2].get("bytes").is_none());
        assert_eq!(published["resources"].as_array().unwrap().len(), TABLES.len());
        assert!(package.table("indicators").is_some() && package.table("extra").is_none());
    }

    #[test]
    fn another_package_than_the_one_built_in_is_refused() {
        let folder = changed(|descriptor| descriptor["report"]["plan_year"] = 2022.into());
        let error = Package::read(folder.path(), &bundled().unwrap().dataset).err().unwrap().to_string();
        assert!(error.contains("found another package") && error.contains("PLAN_DATA"), "{error}");
        let nowhere = Package::read(Path::new("nowhere"), &bundled().unwrap().dataset).err().unwrap();
        assert!(nowhere.to_string().contains("nowhere/datapackage.json"), "{nowhere}");
    }
}
