//! What tools said of a build, as `script/release` writes it down: one file a question.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use serde::Deserialize;
use serde_json::Value;
use time::OffsetDateTime;

/// Packages that only run while the modules are built, but whose data is in what they write: the readings of characters, and their
/// traditional forms.
const DATA_OF: [&str; 2] = ["fast2s", "pinyin"];

/// What is known of a build.
pub(crate) struct Facts {
    /// The version of the project.
    pub(crate) version: String,
    /// The commit that was built.
    pub(crate) commit: String,
    /// When it was committed.
    pub(crate) time: OffsetDateTime,
    /// The names and versions of the tools that made the build and the release.
    pub(crate) tools: Vec<(String, String)>,
    /// The packages that the modules are compiled from.
    pub(crate) shipped: Packages,
    /// The other packages, which ran while the modules were built or the pages rendered.
    pub(crate) ran: Packages,
    /// Of `ran`, those that ran while the modules were built.
    pub(crate) built: Packages,
    /// What `cargo about` found for each program: the texts of licences, and which package is under which.
    pub(crate) about: Vec<Value>,
    /// What `cargo cyclonedx` wrote.
    pub(crate) sbom: Value,
    /// The notices of the standard library.
    pub(crate) std_notices: File,
}

/// A file of the release.
pub(crate) struct File {
    /// Its name there.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) content: Vec<u8>,
}

/// Name and version of a package.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) struct Package {
    /// Its name.
    pub(crate) name: String,
    /// Its version.
    pub(crate) version: String,
}

impl Package {
    /// Whether it is one of this project.
    pub(crate) fn is_own(&self) -> bool {
        self.name.starts_with("plan-")
    }
}

/// Packages with what their manifests say of licences.
pub(crate) type Packages = BTreeMap<Package, String>;

impl Facts {
    /// Reads the folder.
    ///
    /// # Errors
    /// A file is missing, or does not say what is expected of it.
    pub(crate) fn read(folder: &Path) -> anyhow::Result<Self> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
        };
        let line = |name: &str| read(name).map(|text| text.trim().to_owned());
        let json = |name: &str| -> anyhow::Result<Value> {
            serde_json::from_str(&read(name)?).with_context(|| format!("{name}: expected JSON"))
        };
        let seconds = line("time")?;
        let time = seconds.parse().ok().and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok());
        let mut shipped = packages("shipped", &read("shipped")?)?;
        let mut built = packages("built", &read("built")?)?;
        for (package, licence) in &built {
            if DATA_OF.contains(&package.name.as_str()) {
                shipped.insert(package.clone(), licence.clone());
            }
        }
        built.retain(|package, _| !shipped.contains_key(package));
        let mut ran = packages("rendered", &read("rendered")?)?;
        ran.retain(|package, _| !shipped.contains_key(package));
        ran.extend(built.clone());
        let std_name = line("std-notices-name")?;
        Ok(Self {
            version: line("version")?,
            commit: line("commit")?,
            time: time.with_context(|| format!("time: found “{seconds}”, expected seconds since 1970"))?,
            tools: read("tools")?.lines().map(tool).collect::<anyhow::Result<_>>()?,
            shipped,
            built,
            ran,
            about: names(&folder.join("about"))?
                .iter()
                .map(|name| json(&format!("about/{name}")))
                .collect::<anyhow::Result<_>>()?,
            sbom: names(&folder.join("sboms"))?.iter().try_fold(json("sbom.json")?, |sbom, name| {
                Ok::<_, anyhow::Error>(joined(sbom, json(&format!("sboms/{name}"))?))
            })?,
            std_notices: File { content: read("std-notices")?.into(), name: std_name },
        })
    }

    /// The name of the release, and of the one folder in it.
    pub(crate) fn folder(&self) -> String {
        format!("plan-explorer-{}", self.version)
    }

    /// When it was committed, as people and programs write it.
    pub(crate) fn timestamp(&self) -> String {
        let (date, hour, minute, second) =
            (self.time.date(), self.time.hour(), self.time.minute(), self.time.second());
        let month = u8::from(date.month());
        format!("{:04}-{month:02}-{:02}T{hour:02}:{minute:02}:{second:02}Z", date.year(), date.day())
    }

    /// The text of the file `VERSION`.
    pub(crate) fn version(&self) -> String {
        let mut text = format!(
            "plan-explorer {}\ncommit {}\ncommitted {}\n",
            self.version,
            self.commit,
            self.timestamp()
        );
        for (name, version) in &self.tools {
            text += &[name, " ", version, "\n"].concat();
        }
        text
    }
}

/// A list of packages with what that of a further program has besides, and the program.
fn joined(mut sbom: Value, mut other: Value) -> Value {
    let program = other.pointer_mut("/metadata/component").map(Value::take);
    for (list, key) in [("components", "bom-ref"), ("dependencies", "ref")] {
        let more = other.get_mut(list).and_then(Value::as_array_mut).map(std::mem::take).unwrap_or_default();
        let program = program.iter().filter(|_| list == "components").cloned();
        let Some(all) = sbom.get_mut(list).and_then(Value::as_array_mut) else {
            continue;
        };
        for one in program.chain(more) {
            if all.iter().all(|known| known.get(key) != one.get(key)) {
                all.push(one);
            }
        }
    }
    sbom
}

/// The names of the files in a folder, in their order.
fn names(folder: &Path) -> anyhow::Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}

fn tool(line: &str) -> anyhow::Result<(String, String)> {
    let (name, version) =
        line.split_once(' ').with_context(|| format!("tools: found “{line}”, expected name and version"))?;
    Ok((name.to_owned(), version.to_owned()))
}

/// The packages that `cargo tree --prefix none --format '{p}|{l}'` names.
fn packages(file: &str, text: &str) -> anyhow::Result<Packages> {
    let mut found = Packages::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (package, licence) = line.split_once('|').unwrap_or((line, ""));
        let mut words = package.split(' ');
        let (Some(name), Some(version)) =
            (words.next(), words.next().and_then(|version| version.strip_prefix('v')))
        else {
            bail!("{file}: found “{line}”, expected a package and its version, such as “yew v0.23.0|MIT”");
        };
        // Those met before are marked so.
        let licence = licence.trim_end_matches("(*)").trim();
        found.insert(Package { name: name.to_owned(), version: version.to_owned() }, licence.to_owned());
    }
    Ok(found)
}

#[cfg(test)]
pub(crate) mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use serde_json::json;

    use super::*;

    /// Facts about a build of two packages, one of them ours.
    pub(crate) fn facts() -> Facts {
        let package =
            |name: &str| json!({ "name": name, "version": "1.0.0", "repository": "https://a.example" });
        let component = |name: &str, reference: &str| {
            json!({
                "type": "library", "name": name, "version": "1.0.0", "scope": "required", "bom-ref": reference,
                "purl": format!("pkg:cargo/{name}@1.0.0?download_url=file://."),
            })
        };
        Facts {
            version: "1.2.3".to_owned(),
            commit: "abc".to_owned(),
            time: OffsetDateTime::from_unix_timestamp(1_700_000_000).unwrap(),
            tools: vec![("rustc".to_owned(), "1.95.0".to_owned())],
            shipped: packages("shipped", "plan-data v1.0.0 (/a/b)|MIT\nyew v1.0.0|MIT OR Apache-2.0 (*)")
                .unwrap(),
            built: packages("built", "syn v1.0.0 (proc-macro)|MIT").unwrap(),
            ran: packages("ran", "syn v1.0.0 (proc-macro)|MIT\nresvg v1.0.0|Apache-2.0").unwrap(),
            about: vec![json!({
                "licenses": [
                    { "id": "MIT", "name": "MIT License", "text": "Yew’s text.\n", "used_by": [{ "crate": package("yew") }] },
                    { "id": "MIT", "name": "MIT License", "text": "Syn’s text.\n", "used_by": [{ "crate": package("syn") }] },
                ],
                "crates": [{ "package": package("yew"), "license": "MIT OR Apache-2.0" }],
            })],
            sbom: json!({
                "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
                "metadata": {
                    "timestamp": "2001-01-01T00:00:00Z",
                    "tools": [{ "vendor": "CycloneDX", "name": "cargo-cyclonedx", "version": "0.5.9" }],
                    "component": component("plan-explorer", "path+file:///a/b#plan-explorer@1.0.0"),
                },
                "components": [
                    component("yew", "registry+https://a.example#yew@1.0.0"),
                    component("syn", "registry+https://a.example#syn@1.0.0"),
                    component("plan-data", "path+file:///a/b/crates/plan-data#1.0.0"),
                    component("other", "registry+https://a.example#other@1.0.0"),
                ],
                "dependencies": [
                    {
                        "ref": "path+file:///a/b#plan-explorer@1.0.0",
                        "dependsOn": ["path+file:///a/b/crates/plan-data#1.0.0", "registry+https://a.example#other@1.0.0"],
                    },
                    { "ref": "path+file:///a/b/crates/plan-data#1.0.0" },
                    { "ref": "registry+https://a.example#other@1.0.0" },
                ],
            }),
            std_notices: File { name: "STD.html".to_owned(), content: Vec::new() },
        }
    }

    #[test]
    fn a_package_is_read_from_what_cargo_says() {
        let found =
            packages("f", "yew v0.23.0|MIT (*)\nplan-data v0.1.0 (/a b/c)|MIT OR Apache-2.0\n\n").unwrap();
        let named: Vec<_> =
            found.iter().map(|(package, licence)| (&*package.name, &*package.version, &**licence)).collect();
        assert_eq!(named, [("plan-data", "0.1.0", "MIT OR Apache-2.0"), ("yew", "0.23.0", "MIT")]);
        let error = packages("f", "yew").unwrap_err().to_string();
        assert!(error.starts_with("f: found “yew”, expected a package"), "{error}");
    }

    #[test]
    fn the_version_says_where_the_build_comes_from() {
        let expected = "plan-explorer 1.2.3\ncommit abc\ncommitted 2023-11-14T22:13:20Z\nrustc 1.95.0\n";
        assert_eq!(facts().version(), expected);
    }

    #[test]
    fn the_packages_of_a_further_program_stand_there_once() {
        let list = |name: &str, uses: &[&str]| {
            json!({
                "metadata": { "component": { "bom-ref": name } },
                "components": uses.iter().map(|one| json!({ "bom-ref": one })).collect::<Vec<_>>(),
                "dependencies": [{ "ref": name, "dependsOn": uses }],
            })
        };
        let all = joined(list("app", &["a", "b"]), list("own", &["b", "c"]));
        let refs = |key: &str, name: &str| -> Vec<String> {
            let all = all.get(key).unwrap().as_array().unwrap();
            all.iter().map(|one| one.get(name).unwrap().as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(refs("components", "bom-ref"), ["a", "b", "own", "c"]);
        assert_eq!(refs("dependencies", "ref"), ["app", "own"]);
        assert_eq!(all.pointer("/metadata/component/bom-ref"), Some(&json!("app")));
    }
}
