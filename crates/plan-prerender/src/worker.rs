//! The service worker (`static/worker.js`) with the constants that it needs: a digest of every file of the build that is of use
//! offline, the core of each language, which is cached at install, and a version, which is a hash of all that. The same build has
//! the same worker, byte by byte.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use plan_explorer::published::{OWN, SHARED, TEXT};
use plan_explorer::state::Lang;
use sha2::{Digest as _, Sha256};

use crate::alike::PAGES;
use crate::assets::{EMBED, read, without_comments};
use crate::listing::{Keeping, Listed, listing};
use crate::manifest;
use crate::site::{PICTURES, folder};

/// Its name in the build: browsers look for it there, so it is the same in all.
pub const FILE: &str = "sw.js";

/// The program, from the project’s folder.
const SOURCE: &str = "static/worker.js";

/// The files of the app: how their names begin and end, with a hash of the content between. Not among them is what only bridges the
/// time until the app has loaded (`first`, `plan-first`), and what only pages in frames load (`frame`).
const APP: [(&str, &str); 4] =
    [("plan-explorer", ".js"), ("plan-explorer", "_bg.wasm"), (DATASET, ".txt"), ("later", ".css")];

/// Of these files one is for each language, which stands after a hyphen.
const DATASET: &str = "dataset";

/// The digests of files, in base64, by their address from the folder of the site.
type Digests = BTreeMap<String, String>;

/// Writes the worker for the build in the folder `out`.
///
/// # Errors
/// A file cannot be read or written, has a name that is written otherwise in an address, or a file of the app is not there.
pub fn write(source: &Path, out: &Path) -> anyhow::Result<()> {
    let program = without_comments(&read(&source.join(SOURCE))?);
    let worker = worker(&program, &digests(out)?, &pages(out)?)?;
    fs::write(out.join(FILE), worker).with_context(|| format!("cannot write {}", out.join(FILE).display()))
}

/// Whether a file for readers, by its path in the build, is of no use offline.
fn is_left_out(path: &str) -> bool {
    let is_in = |folder: &str| path.strip_prefix(folder).is_some_and(|name| name.starts_with('/'));
    // The worker answers for the pages that are sent on.
    let is_for_messengers =
        is_in(PICTURES) || Lang::ALL.iter().any(|(_, lang)| is_in(&format!("{}{SHARED}", folder(*lang))));
    // A script in the pages of others, which are not there offline either.
    let is_for_hosts = path == EMBED;
    // The worker makes pages of it.
    let is_for_worker = is_pages(path);
    // The browser itself stores the worker.
    path == FILE || is_for_messengers || is_for_hosts || is_for_worker
}

fn is_pages(path: &str) -> bool {
    path.starts_with(&format!("{PAGES}-")) && Keeping::of(Path::new(path)) == Keeping::Forever
}

/// The file of each language that has its pages, by the folder of the language.
fn pages(out: &Path) -> anyhow::Result<Vec<(&'static str, String)>> {
    let files = listing(out)?.into_iter().map(|file| file.path).filter(|path| is_pages(path));
    let of = |word: &str, path: &str| path.starts_with(&format!("{PAGES}-{word}-"));
    let folder =
        |path: &str| Lang::ALL.iter().find(|(word, _)| of(word, path)).map(|(_, lang)| folder(*lang));
    Ok(files.filter_map(|path| Some((folder(&path)?, path))).collect())
}

/// The digests of all files that are of use offline.
fn digests(out: &Path) -> anyhow::Result<Digests> {
    let mut digests = Digests::new();
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
        // The page `index.html` is requested by its folder.
        let address = match path.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => &path,
        };
        digests.insert(address.to_owned(), digest(&content));
    }
    Ok(digests)
}

/// The first half of the SHA-256, in base64: enough to know a file by, and digests are most of the worker.
fn digest(content: &[u8]) -> String {
    let digest: Vec<u8> = Sha256::digest(content).into_iter().take(16).collect();
    STANDARD.encode(digest)
}

/// The addresses that are cached at install for a reader of the language: its pages but that of the report's text and that of a
/// reader's own report, its manifest, and the app.
fn core(lang: Lang, digests: &Digests) -> anyhow::Result<Vec<&str>> {
    let folder = folder(lang);
    let is_core = |address: &str| {
        let name = address.strip_prefix(folder).filter(|name| !name.contains('/'));
        let is_page =
            |name: &str| name.is_empty() || Path::new(name).extension().is_some_and(|end| end == "html");
        // The report's text is long, and not read by everybody; few have a report of their own.
        name.is_some_and(|name| ![TEXT, OWN].contains(&name) && is_page(name) || name == manifest::FILE)
    };
    let mut core: Vec<&str> = digests.keys().map(String::as_str).filter(|address| is_core(address)).collect();
    let word = lang.word();
    for (begin, end) in APP {
        let begin = if begin == DATASET { format!("{DATASET}-{word}") } else { begin.to_owned() };
        let is_file = |address: &&str| {
            let name = address.strip_suffix(end).and_then(|name| name.rsplit_once('-'));
            Keeping::of(Path::new(address)) == Keeping::Forever && name.is_some_and(|(name, _)| name == begin)
        };
        let found: Vec<&str> = digests.keys().map(String::as_str).filter(is_file).collect();
        ensure!(found.len() == 1, "found {found:?} in the build, expected one file {begin}-…{end}");
        core.extend(found);
    }
    Ok(core)
}

/// The program after its constants. It is part of the version: another program may cache otherwise.
fn worker(program: &str, digests: &Digests, pages: &[(&str, String)]) -> anyhow::Result<String> {
    let mut rest = String::from("const FILES = new Map([\n");
    for (address, digest) in digests {
        // Writing to a string does not fail.
        let _ = writeln!(rest, "[\"{address}\",\"{digest}\"],");
    }
    rest += "]);\nconst CORE = new Map([\n";
    // A site in one language has no folder of the other.
    for (_, lang) in Lang::ALL.iter().filter(|(_, lang)| digests.contains_key(folder(*lang))) {
        let addresses = core(*lang, digests)?.join("\",\"");
        let _ = writeln!(rest, "[\"{}\",[\"{addresses}\"]],", folder(*lang));
    }
    rest += "]);\nconst PAGES = new Map([\n";
    for (folder, path) in pages {
        let _ = writeln!(rest, "[\"{folder}\",\"{path}\"],");
    }
    rest += "]);\n";
    rest += program;
    let mut version = String::new();
    for byte in Sha256::digest(&rest).iter().take(8) {
        let _ = write!(version, "{byte:02x}");
    }
    Ok(format!("const VERSION = \"{version}\";\n{rest}"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const CACHED: [&str; 25] = [
        "index.html",
        "projects.html",
        "data.html",
        "report.html",
        "en/report.html",
        "own.html",
        "own-0123456789abcdef.js",
        "manifest.webmanifest",
        "en/index.html",
        "en/projects.html",
        "en/data.html",
        "en/manifest.webmanifest",
        "plan-explorer-0123456789abcdef.js",
        "plan-explorer-fedcba9876543210_bg.wasm",
        "dataset-en-0123456789abcdef.txt",
        "dataset-zh-0123456789abcdef.txt",
        "later-0123456789abcdef.css",
        "frame-0123456789abcdef.js",
        "first-0123456789abcdef.js",
        "plan-first-0123456789abcdef.js",
        "plan-first-0123456789abcdef_bg.wasm",
        "data/datapackage.json",
        "data/later-0123456789abcdef.css",
        "data/charts/promise-zh.svg",
        "icons/icon.svg",
    ];
    const LEFT_OUT: [&str; 10] = [
        "sw.js",
        "index.html.br",
        "data/datapackage.json.gz",
        "og/index-zh.png",
        "og/indicators/pm25-zh.png",
        "indicator/pm25.html",
        "en/indicator/pm25.html",
        "server/nginx.conf",
        "embed.js",
        "pages-zh-0123456789abcdef.json",
    ];

    fn build() -> tempfile::TempDir {
        let out = tempfile::tempdir().unwrap();
        for path in CACHED.iter().chain(&LEFT_OUT) {
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
    fn every_file_has_a_digest_but_those_of_no_use_offline() {
        let out = build();
        let digests = digests(out.path()).unwrap();
        let addresses = CACHED.map(|path| path.strip_suffix("index.html").unwrap_or(path));
        let expected: BTreeSet<&str> = addresses.into_iter().collect();
        assert_eq!(digests.keys().map(String::as_str).collect::<BTreeSet<_>>(), expected);
        // As `printf icons/icon.svg | openssl dgst -sha256 -binary | head -c 16 | base64` has it.
        assert_eq!(digests["icons/icon.svg"], "JbrrseujUPXftCp97xd5Dg==");
    }

    #[test]
    fn the_core_of_a_language_is_its_pages_but_the_text_its_manifest_and_the_app() {
        let digests = digests(build().path()).unwrap();
        let app = |dataset: &'static str| {
            [
                "plan-explorer-0123456789abcdef.js",
                "plan-explorer-fedcba9876543210_bg.wasm",
                dataset,
                "later-0123456789abcdef.css",
            ]
        };
        let [app_zh, app_en] =
            ["dataset-zh-0123456789abcdef.txt", "dataset-en-0123456789abcdef.txt"].map(app);
        let zh = ["", "data.html", "manifest.webmanifest", "projects.html"];
        assert_eq!(core(Lang::Zh, &digests).unwrap(), [&zh[..], &app_zh].concat());
        let en = ["en/", "en/data.html", "en/manifest.webmanifest", "en/projects.html"];
        assert_eq!(core(Lang::En, &digests).unwrap(), [&en[..], &app_en].concat());
        let worker =
            worker("a();\n", &digests, &[("", "pages-zh-0123456789abcdef.json".to_owned())]).unwrap();
        let lists = format!(
            "\nconst CORE = new Map([\n[\"\",[\"{}\"]],\n[\"en/\",[\"{}\"]],\n]);\nconst PAGES = new Map([\n[\"\",\"pages-zh-0123456789abcdef.json\"],\n]);\na();\n",
            [&zh[..], &app_zh].concat().join("\",\""),
            [&en[..], &app_en].concat().join("\",\"")
        );
        assert!(worker.ends_with(&lists), "{worker}");
    }

    #[test]
    fn a_site_in_one_language_has_one_core() {
        let out = build();
        fs::remove_dir_all(out.path().join("en")).unwrap();
        fs::remove_file(out.path().join("dataset-en-0123456789abcdef.txt")).unwrap();
        let worker = worker("a();\n", &digests(out.path()).unwrap(), &[]).unwrap();
        assert!(worker.contains("\nconst CORE = new Map([\n[\"\",[") && !worker.contains("en/"), "{worker}");
    }

    #[test]
    fn the_pages_of_a_language_are_known_by_its_folder() {
        let known = pages(build().path()).unwrap();
        assert_eq!(known, [("", "pages-zh-0123456789abcdef.json".to_owned())]);
    }

    #[test]
    fn a_build_without_a_file_of_the_app_or_with_two_is_refused() {
        let out = build();
        fs::remove_file(out.path().join("dataset-zh-0123456789abcdef.txt")).unwrap();
        let refused = write(&project(), out.path()).unwrap_err().to_string();
        assert_eq!(refused, "found [] in the build, expected one file dataset-zh-….txt");
        let out = build();
        fs::write(out.path().join("later-fedcba9876543210.css"), "").unwrap();
        let refused = write(&project(), out.path()).unwrap_err().to_string();
        assert!(refused.ends_with("expected one file later-….css"), "{refused}");
    }

    #[test]
    fn the_version_changes_with_every_file_of_use_offline_and_with_the_program() {
        let out = build();
        let first = written(out.path());
        assert_eq!(first, written(out.path()), "the same build has the same bytes");
        for path in LEFT_OUT.iter().filter(|path| **path != FILE) {
            fs::write(out.path().join(path), "other").unwrap();
        }
        assert_eq!(version(&first), version(&written(out.path())), "files that are left out do not count");
        let mut versions = BTreeSet::from([version(&first).to_owned()]);
        for path in CACHED {
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
            version(&worker("a();\n", &digests, &[]).unwrap()),
            version(&worker("b();\n", &digests, &[]).unwrap()),
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
