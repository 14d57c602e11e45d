//! The data package that the page was built from, read once more to be given along.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};

use plan_data::Dataset;
use serde_json::Value;

use crate::Error;

/// The package that the app bundles, unless [`VARIABLE`] names another: as `build.rs` has it.
const BUNDLED: &str = "data/weidong-2021";
/// The variable that names the package.
pub const VARIABLE: &str = "PLAN_DATA";

/// The package that the environment names, a folder or a workbook, or else the usual one; from the project’s folder, as
/// `build.rs` reads it.
///
/// # Errors
/// The environment names nothing that is there.
pub fn from_environment(project: &Path) -> Result<PathBuf, Error> {
    plan_sheets::named(env::var_os(VARIABLE).as_deref(), project, BUNDLED).map_err(Error::said)
}

/// The files of a package.
pub struct Package {
    descriptor: Value,
    as_written: Vec<u8>,
    tables: BTreeMap<&'static str, Vec<u8>>,
}

impl Package {
    /// Reads the package at `folder`, or the workbook of that name.
    ///
    /// # Errors
    /// A file cannot be read, or the package is not the one that `dataset` is of.
    pub fn read(folder: &Path, dataset: &Dataset) -> Result<Self, Error> {
        let place = folder.display();
        let package = plan_sheets::load(folder).map_err(|problems| {
            if problems.is_unreadable() {
                return Error::said(problems.to_string());
            }
            Error::new(&place, format_args!("mistakes:\n{problems}"), "a package without")
        })?;
        if package.dataset != *dataset {
            return Err(Error::new(
                place,
                "another package than the one that is built in",
                format_args!("the same; {VARIABLE} must name the same package in every step of a build"),
            ));
        }
        let refused =
            |error: String| Error::new(folder.display(), error, "tables that can be written as CSV");
        let as_written = match &package.descriptor {
            Some(bytes) => bytes.clone(),
            None => package.new_descriptor().map_err(refused)?,
        };
        let mut descriptor: Value = serde_json::from_slice(&as_written)
            .map_err(|error| Error::new(folder.display(), error, "a Data Package descriptor in JSON"))?;
        let mut tables = BTreeMap::new();
        for table in package.tables {
            if table.as_written.is_none() {
                empty_is_missing(&mut descriptor, table.name);
            }
            let bytes = match table.as_written {
                Some(bytes) => bytes,
                None => table.csv().map_err(refused)?,
            };
            tables.insert(table.name, bytes);
        }
        Ok(Self { descriptor, as_written, tables })
    }

    /// The address of the licence, where the package has one.
    pub fn licence(&self) -> Option<&str> {
        let licences = self.descriptor.get("licenses").and_then(Value::as_array)?;
        text(licences.first()?, "path")
    }

    /// A table that has rows, in UTF-8 with commas and the ids of its columns for heads; as it is, where it is written so. It begins with
    /// a byte order mark: without one, Excel and WPS take the file for one in the system's old encoding and show other
    /// characters for the Chinese. The mark is no part of the data: `frictionless validate` and
    /// [`plan_data::package::read`] read such files as they do others.
    pub fn table(&self, name: &str) -> Option<Vec<u8>> {
        Some(["\u{FEFF}".as_bytes(), self.tables.get(name)?].concat())
    }

    /// The descriptor, or a new one of a package that has none; as it is, where its tables all have rows, are called as they are
    /// published, `figures.csv` for `figures`, and there are no others. Otherwise with those paths and tables. Size
    /// and check sum of a file, which the byte order mark changes, are left out.
    pub fn descriptor(&self) -> Vec<u8> {
        let mut descriptor = self.descriptor.clone();
        let is_published = |name: Option<&str>| name.is_some_and(|name| self.tables.contains_key(name));
        if let Some(resources) = descriptor.get_mut("resources").and_then(Value::as_array_mut) {
            resources.retain(|resource| is_published(text(resource, "name")));
            for resource in resources {
                let name = text(resource, "name").unwrap_or_default().to_owned();
                let keys = resource.pointer_mut("/schema/foreignKeys").and_then(Value::as_array_mut);
                if let Some(keys) = keys {
                    // A key of an empty column may lead to a table without rows.
                    let target = |key: &Value| {
                        key.pointer("/reference/resource").and_then(Value::as_str).map(str::to_owned)
                    };
                    keys.retain(|key| {
                        is_published(target(key).filter(|target| !target.is_empty()).as_deref())
                    });
                }
                if let Some(resource) = resource.as_object_mut() {
                    resource.remove("bytes");
                    resource.remove("hash");
                    resource.insert("path".to_owned(), format!("{name}.csv").into());
                }
            }
        }
        if serde_json::from_slice::<Value>(&self.as_written).is_ok_and(|written| written == descriptor) {
            self.as_written.clone()
        } else {
            format!("{descriptor:#}\n").into()
        }
    }
}

/// In a table that is written anew, an empty cell is what stands for a missing value, whatever stood for it before; and its file is
/// UTF-8 with commas.
fn empty_is_missing(descriptor: &mut Value, table: &str) {
    let resources = descriptor.get_mut("resources").and_then(Value::as_array_mut).into_iter().flatten();
    for resource in resources.filter(|resource| text(resource, "name") == Some(table)) {
        if let Some(schema) = resource.get_mut("schema").and_then(Value::as_object_mut) {
            schema.insert("missingValues".to_owned(), serde_json::json!([""]));
        }
        if let Some(resource) = resource.as_object_mut() {
            resource.remove("dialect");
            resource.insert("encoding".to_owned(), "utf-8".into());
        }
    }
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key).and_then(Value::as_str)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use plan_data::package::{DESCRIPTOR, TABLES};
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

    /// What is published of a package, read as a package.
    fn published(folder: &Path) -> (Value, Dataset) {
        let dataset = plan_data::package::read(folder).unwrap_or_else(|problems| panic!("{problems}"));
        let package = Package::read(folder, &dataset).unwrap();
        let out = tempfile::tempdir().unwrap();
        fs::write(out.path().join(DESCRIPTOR), package.descriptor()).unwrap();
        for table in plan_explorer::published::tables(&dataset) {
            fs::write(out.path().join(format!("{table}.csv")), package.table(table).unwrap()).unwrap();
        }
        let read = plan_data::package::read(out.path()).unwrap_or_else(|problems| panic!("{problems}"));
        assert_eq!(read, dataset, "{}", folder.display());
        (serde_json::from_slice(&package.descriptor()).unwrap(), dataset)
    }

    #[test]
    fn the_invented_packages_are_published_with_a_descriptor() {
        let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/packages");
        for name in ["city-printed", "county-nasty", "province-wide"] {
            let folder = shared.join(name);
            if plan_data::package::read(&folder).is_err() {
                eprintln!("skipped: {} cannot be read", folder.display());
                continue;
            }
            let (descriptor, dataset) = published(&folder);
            assert_eq!(descriptor["report"]["district"], dataset.report.district.zh);
            let names = descriptor["resources"].as_array().unwrap().iter();
            let names: Vec<&str> = names.map(|resource| resource["name"].as_str().unwrap()).collect();
            assert_eq!(names, plan_explorer::published::tables(&dataset));
        }
    }

    #[test]
    fn a_folder_with_columns_of_its_own_is_published_with_a_descriptor() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
        let report = "项目,内容\n地区,某市\n级别,市\n标题,某市2024年计划报告\n标题（英文）,Plan of 2024\n日期,2024-01-18\n完成年份,2023\n计划年份,2024\n";
        write("报告.csv", report.as_bytes());
        write("任务.csv", "任务;目标;牵头单位;进展\n甲;\"1;2个\";某局;\n乙;;;过半\n".as_bytes());
        write(
            "指标.csv",
            "序号,指标名称,单位,2023年完成,2024年计划,责任单位\n1,甲,件,1,-,\"某,局\"\n,,,,,\n".as_bytes(),
        );
        write("位置.csv", "项目,原文,关系,地点\n".as_bytes());
        let (descriptor, dataset) = published(folder.path());
        assert_eq!(dataset.extras.of("i01").count(), 1);
        assert_eq!(descriptor["name"], "moushi-2024");
        assert_eq!(descriptor["title"], "某市2024年计划报告");
        assert_eq!(descriptor["report"]["title"]["en"], "Plan of 2024");
        let [indicators, tasks] = [0, 1].map(|at| &descriptor["resources"][at]);
        assert_eq!((&indicators["name"], &tasks["name"]), (&"indicators".into(), &"tasks".into()));
        assert!(descriptor["resources"][2].is_null(), "a table without rows");
        assert_eq!(
            indicators["schema"]["fields"][1],
            serde_json::json!({ "name": "name", "type": "string", "title": "指标名称", "constraints": { "required": true } })
        );
        assert_eq!(tasks["schema"]["fields"][2]["name"], "牵头单位");
        assert!(descriptor.get("licenses").is_none());
    }

    #[test]
    fn tables_without_rows_are_left_out_of_a_descriptor() {
        let folder = changed(|descriptor| {
            let resources = descriptor["resources"].as_array_mut().unwrap();
            resources.retain(|resource| resource["name"] != "related");
            let projects = resources.iter_mut().find(|resource| resource["name"] == "remarks").unwrap();
            projects["schema"]["missingValues"] = serde_json::json!(["", "none"]);
        });
        let omissions = folder.path().join("omissions.csv");
        let head = fs::read_to_string(&omissions).unwrap().lines().next().unwrap().to_owned();
        fs::write(&omissions, head).unwrap();
        let remarks = folder.path().join("remarks.csv");
        let utf16: Vec<u8> = format!("\u{FEFF}{}", fs::read_to_string(&remarks).unwrap())
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        fs::write(&remarks, utf16).unwrap();
        let (descriptor, dataset) = published(folder.path());
        let tables = plan_explorer::published::tables(&dataset);
        assert_eq!(tables.len(), TABLES.len() - 2);
        assert_eq!(descriptor["resources"].as_array().unwrap().len(), tables.len());
        assert_eq!(descriptor["licenses"][0]["name"], "CC0-1.0");
        let remarks = descriptor["resources"].as_array().unwrap().iter().find(|one| one["name"] == "remarks");
        assert_eq!(remarks.unwrap()["schema"]["missingValues"], serde_json::json!([""]));
    }

    #[test]
    fn another_package_than_the_one_built_in_is_refused() {
        let folder = changed(|descriptor| descriptor["report"]["plan_year"] = 2022.into());
        let error = Package::read(folder.path(), &bundled().unwrap().dataset).err().unwrap().to_string();
        assert!(error.contains("found another package") && error.contains("PLAN_DATA"), "{error}");
        let nowhere = Package::read(Path::new("nowhere"), &bundled().unwrap().dataset).err().unwrap();
        assert!(
            nowhere.to_string().starts_with("nowhere: found nothing of that name, expected "),
            "{nowhere}"
        );
    }
}
