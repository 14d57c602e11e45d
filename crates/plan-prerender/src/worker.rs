//! The worker that keeps the site for when there is no network (`static/worker.js`), told what there is to keep: every file of the
//! build with the SHA-256 of its content, and a version that follows from them. The same build has the same worker, byte by byte.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::assets::{EMBED, read, without_comments};
use crate::listing::{Listed, listing};

/// Its name in the build: browsers look for it there, so it is the same in all.
pub const FILE: &str = "sw.js";

/// What runs in it, from the project’s folder.
const SOURCE: &str = "static/worker.js";

/// Writes the worker for what is in the folder `out`.
///
/// # Errors
/// A file cannot be read or written, or has a name that is written otherwise in an address.
pub fn write(source: &Path, out: &Path) -> anyhow::Result<()> {
    let program = without_comments(&read(&source.join(SOURCE))?);
    let worker = worker(&program, &digests(out)?);
    fs::write(out.join(FILE), worker).with_context(|| format!("cannot write {}", out.join(FILE).display()))
}

/// Whether a file for readers, by its path in the build, is of no use without a network.
fn is_left_out(path: &str) -> bool {
    let is_for_messengers = path.starts_with("og-");
    // A script in the pages of others, which are not there without a network either.
    let is_for_hosts = path == EMBED;
    // The browser itself keeps the worker.
    path == FILE || is_for_messengers || is_for_hosts
}

/// The address of each file that is kept, from the folder of the site, with its digest.
fn digests(out: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    let mut digests = BTreeMap::new();
    for Listed { path, .. } in listing(out)? {
        if is_left_out(&path) {
            continue;
        }
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._/".contains(&byte);
        ensure!(
            path.bytes().all(is_plain),
            "{}: found the file “{path}”, expected a name of letters, digits, “-”, “_” and “.”",
            out.display()
        );
        let content =
            fs::read(out.join(&path)).with_context(|| format!("cannot read {path} of the build"))?;
        // A page is asked for by its folder.
        let address = match path.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => &path,
        };
        digests.insert(address.to_owned(), STANDARD.encode(Sha256::digest(content)));
    }
    Ok(digests)
}

/// The program with the list before it. What it does is part of the version, too: another program may keep things otherwise.
fn worker(program: &str, digests: &BTreeMap<String, String>) -> String {
    let mut list = String::new();
    for (address, digest) in digests {
        // Writing to a string does not fail.
        let _ = writeln!(list, "[\"{address}\",\"{digest}\"],");
    }
    let mut version = String::new();
    for byte in Sha256::digest(format!("{list}{program}")).iter().take(8) {
        let _ = write!(version, "{byte:02x}");
    }
    format!("const VERSION = \"{version}\";\nconst FILES = new Map([\n{list}]);\n{program}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const KEPT: [&str; 7] = [
        "index.html",
        "en/index.html",
        "boot-0123456789abcdef.js",
        "data/datapackage.json",
        "data/charts/promise-zh.svg",
        "icons/icon.svg",
        "manifest.webmanifest",
    ];
    const LEFT_OUT: [&str; 6] =
        ["sw.js", "index.html.br", "data/datapackage.json.gz", "og-zh.png", "server/nginx.conf", "embed.js"];

    fn build() -> tempfile::TempDir {
        let out = tempfile::tempdir().unwrap();
        for path in KEPT.iter().chain(&LEFT_OUT) {
            let file = out.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, path).unwrap();
        }
        out
    }

    fn project() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    fn written(out: &Path) -> String {
        write(&project(), out).unwrap();
        fs::read_to_string(out.join(FILE)).unwrap()
    }

    fn version(worker: &str) -> &str {
        worker.strip_prefix("const VERSION = \"").unwrap().split('"').next().unwrap()
    }

    #[test]
    fn every_file_is_kept_but_those_that_are_of_no_use_without_a_network() {
        let out = build();
        let digests = digests(out.path()).unwrap();
        let addresses = KEPT.map(|path| path.strip_suffix("index.html").unwrap_or(path));
        let expected: BTreeSet<&str> = addresses.into_iter().collect();
        assert_eq!(digests.keys().map(String::as_str).collect::<BTreeSet<_>>(), expected);
        // As `printf icons/icon.svg | openssl dgst -sha256 -binary | base64` has it.
        assert_eq!(digests["icons/icon.svg"], "JbrrseujUPXftCp97xd5DsDkGeX2k+xaeWVl71ClgK4=");
    }

    #[test]
    fn the_version_is_another_when_something_that_is_kept_is() {
        let out = build();
        let first = written(out.path());
        assert_eq!(first, written(out.path()), "the same build has the same bytes");
        for path in LEFT_OUT.iter().filter(|path| **path != FILE) {
            fs::write(out.path().join(path), "other").unwrap();
        }
        assert_eq!(version(&first), version(&written(out.path())), "what is left out says nothing");
        let mut versions = BTreeSet::from([version(&first).to_owned()]);
        for path in KEPT {
            fs::write(out.path().join(path), "other").unwrap();
            assert!(versions.insert(version(&written(out.path())).to_owned()), "{path}");
        }
        fs::write(out.path().join("new.txt"), "").unwrap();
        assert!(versions.insert(version(&written(out.path())).to_owned()), "a new file");
        fs::remove_file(out.path().join("new.txt")).unwrap();
        fs::remove_file(out.path().join("icons/icon.svg")).unwrap();
        assert!(versions.insert(version(&written(out.path())).to_owned()), "a file that is gone");
        let digests = digests(out.path()).unwrap();
        assert_ne!(
            version(&worker("a();\n", &digests)),
            version(&worker("b();\n", &digests)),
            "another program"
        );
    }

    #[test]
    fn a_name_that_is_written_otherwise_in_an_address_is_refused() {
        let out = build();
        fs::write(out.path().join("a b\".txt"), "").unwrap();
        let refused = write(&project(), out.path()).unwrap_err().to_string();
        assert!(refused.contains("found the file “a b\".txt”"), "{refused}");
    }
}
