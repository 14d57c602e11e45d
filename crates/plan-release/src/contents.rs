//! The files of a release, in the order of their paths.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};

/// The folder of a build that has the configurations of servers: they are not for readers, and stand beside `dist/`.
const SERVER: &str = "server";

/// The files of a release by their paths, which have `/` on every system.
#[derive(Default)]
pub(crate) struct Contents {
    files: BTreeMap<String, Vec<u8>>,
}

impl Contents {
    /// Every path with what the file holds.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, content)| (path.as_str(), content.as_slice()))
    }

    /// Whether it has a file of that path.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Adds a file that was made here.
    pub(crate) fn add(&mut self, path: &str, content: impl Into<Vec<u8>>) {
        self.files.insert(path.to_owned(), content.into());
    }

    /// Adds a file as it is.
    ///
    /// # Errors
    /// It cannot be read.
    pub(crate) fn add_file(&mut self, path: &str, from: &Path) -> anyhow::Result<()> {
        self.add(path, fs::read(from).with_context(|| format!("cannot read {}", from.display()))?);
        Ok(())
    }

    /// Adds a build, with the configurations of servers beside it.
    ///
    /// # Errors
    /// Something cannot be read, or is not there.
    pub(crate) fn add_build(&mut self, dist: &Path) -> anyhow::Result<()> {
        let is_built = dist.join("index.html").is_file();
        ensure!(is_built, "found no page in {}, expected a build: run script/build", dist.display());
        for entry in entries(dist)? {
            let name = if entry == SERVER { SERVER.to_owned() } else { format!("dist/{entry}") };
            self.add_all(&name, &dist.join(&entry))?;
        }
        let has_servers = self.files.keys().any(|path| path.starts_with("server/"));
        ensure!(
            has_servers,
            "found no folder {SERVER} in {}, expected the configurations of servers in it: run script/build",
            dist.display()
        );
        Ok(())
    }

    fn add_all(&mut self, path: &str, from: &Path) -> anyhow::Result<()> {
        if !from.is_dir() {
            return self.add_file(path, from);
        }
        for entry in entries(from)? {
            self.add_all(&format!("{path}/{entry}"), &from.join(&entry))?;
        }
        Ok(())
    }
}

fn entries(folder: &Path) -> anyhow::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot read the folder {}", folder.display()))?
    {
        let name = entry?.file_name();
        let name = name.to_str().with_context(|| {
            format!("in {}: found {}, expected a name in UTF-8", folder.display(), name.display())
        })?;
        names.push(name.to_owned());
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn build(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file).unwrap();
        }
        folder
    }

    fn paths(contents: &Contents) -> Vec<&str> {
        contents.iter().map(|(path, _)| path).collect()
    }

    #[test]
    fn configurations_of_servers_stand_beside_the_build() {
        let folder = build(&["index.html", "en/index.html", "server/nginx.conf"]);
        let mut contents = Contents::default();
        contents.add_build(folder.path()).unwrap();
        assert_eq!(paths(&contents), ["dist/en/index.html", "dist/index.html", "server/nginx.conf"]);
    }

    #[test]
    fn a_folder_without_a_page_is_no_build() {
        let folder = build(&["a.txt"]);
        let error = Contents::default().add_build(folder.path()).unwrap_err().to_string();
        assert!(error.starts_with("found no page in ") && error.contains("script/build"), "{error}");
    }

    #[test]
    fn a_build_without_configurations_is_no_release() {
        let folder = build(&["index.html"]);
        let error = Contents::default().add_build(folder.path()).unwrap_err().to_string();
        assert!(error.starts_with("found no folder server in "), "{error}");
    }
}
