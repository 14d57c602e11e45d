//! The files of a build, as servers are told of them: how long browsers may keep each, and as what it is sent.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Error;
use crate::media::Media;

/// The folder of what is for the server, not for readers.
pub const SERVER: &str = "server";

/// How long a browser may keep a file without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// For ever: it is named after what is in it, and never changes.
    Forever,
    /// Until it is needed again: then the browser asks whether it has changed, since its name stays.
    Asking,
}

impl Keeping {
    /// What `Cache-Control` says.
    pub fn header(self) -> &'static str {
        match self {
            Self::Forever => "public, max-age=31536000, immutable",
            Self::Asking => "no-cache",
        }
    }

    /// What holds for a file with that name: `name-0123456789abcdef.js`, or `…_bg.wasm` of wasm-bindgen, is named after what is
    /// in it. The same as [`NAMED`].
    pub fn of(path: &Path) -> Self {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let stem = stem.strip_suffix("_bg").unwrap_or(stem);
        let is_named = stem.rsplit_once('-').is_some_and(|(_, mark)| {
            mark.len() == 16 && mark.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        });
        if is_named && path.extension().is_some() { Self::Forever } else { Self::Asking }
    }
}

/// What the address of a file that is named after its content ends in, as a regular expression of nginx and Apache.
pub const NAMED: &str = r"-[0-9a-f]{16}(_bg)?\.[a-z0-9]+$";

/// A file for readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its path from the folder of the build, with slashes.
    pub path: String,
    /// What kind of file it is.
    pub media: Media,
    /// How long browsers may keep it.
    pub keeping: Keeping,
}

/// All files for readers in the folder of a build, by their path.
///
/// # Errors
/// The folder cannot be read, or has a file of a kind that servers are not told of.
pub fn listing(out: &Path) -> Result<Vec<Listed>, Error> {
    let mut found = Vec::new();
    let mut folders = vec![out.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder)? {
            let name = path.strip_prefix(out).unwrap_or(&path);
            if path.is_dir() {
                if name != Path::new(SERVER) {
                    folders.push(path);
                }
                continue;
            }
            // Copies go with what they are copies of.
            if path.extension().is_some_and(|extension| extension == "br" || extension == "gz") {
                continue;
            }
            let media = Media::of(&path).ok_or_else(|| {
                Error::new(
                    path.display(),
                    "a file whose name no server is told the media type of",
                    "one of those in crates/plan-prerender/src/media.rs",
                )
            })?;
            let keeping = Keeping::of(&path);
            let parts: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
            found.push(Listed { path: parts.join("/"), media, keeping });
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let failed = |error| Error::file(folder, &error, "a folder of the build");
    let entries = fs::read_dir(folder).map_err(failed)?;
    entries.map(|entry| entry.map(|entry| entry.path()).map_err(failed)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_named_after_its_content_is_kept_for_ever() {
        for (path, expected) in [
            ("plan-explorer-30c9fbfa5cd163d1.js", Keeping::Forever),
            ("plan-explorer-30c9fbfa5cd163d1_bg.wasm", Keeping::Forever),
            ("icons/a-30c9fbfa5cd163d1.png", Keeping::Forever),
            ("index.html", Keeping::Asking),
            ("sw.js", Keeping::Asking),
            ("embed.js", Keeping::Asking),
            ("plan-explorer-30c9fbfa5cd163d.js", Keeping::Asking),
            ("plan-explorer-30c9fbfa5cd163d11.js", Keeping::Asking),
            ("plan-explorer-30C9FBFA5CD163D1.js", Keeping::Asking),
            ("30c9fbfa5cd163d1.js", Keeping::Asking),
            ("plan-30c9fbfa5cd163d1", Keeping::Asking),
            ("plan-30c9fbfa5cd163d1/index.html", Keeping::Asking),
        ] {
            assert_eq!(Keeping::of(Path::new(path)), expected, "{path}");
        }
    }

    #[test]
    fn every_file_for_readers_is_listed_once_and_none_of_the_server() {
        let out = tempfile::tempdir().unwrap();
        fs::create_dir_all(out.path().join("data/server")).unwrap();
        fs::create_dir_all(out.path().join("server/apache")).unwrap();
        for path in ["index.html", "index.html.br", "index.html.gz", "data/a.csv", "data/server/b.csv"] {
            fs::write(out.path().join(path), "").unwrap();
        }
        fs::write(out.path().join("server/apache/.htaccess"), "").unwrap();
        let paths: Vec<String> = listing(out.path()).unwrap().into_iter().map(|file| file.path).collect();
        assert_eq!(paths, ["data/a.csv", "data/server/b.csv", "index.html"]);
    }

    #[test]
    fn a_file_that_no_server_is_told_of_stops_the_build() {
        let out = tempfile::tempdir().unwrap();
        fs::write(out.path().join("a.exe"), "").unwrap();
        let error = listing(out.path()).unwrap_err().to_string();
        assert!(error.contains("a.exe: found a file whose name no server"), "{error}");
    }
}
