//! Compressed copies beside the files of a build, so that a server sends the smallest there is and spends nothing on it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

use plan_compress::{brotli, gzip};

use crate::Error;
use crate::listing::listing;

/// Writes a copy with Brotli (`.br`) and one with gzip (`.gz`) beside each file of the build in that folder that becomes smaller by
/// it, and gives their number. The same files have the same copies, always.
///
/// # Errors
/// A file cannot be read or written.
pub fn compress(out: &Path) -> Result<usize, Error> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for file in listing(out)?.into_iter().filter(|file| file.media.is_compressible) {
        paths.push(out.join(file.path));
    }
    // The largest takes longest: first, so that nothing waits for it in the end.
    paths.sort_by_key(|path| fs::metadata(path).map_or(0, |metadata| metadata.len()));
    let (waiting, written) = (Mutex::new(paths), Mutex::new(Ok(0)));
    let next = || waiting.lock().ok()?.pop();
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(path) = next() {
                    let copies = copies(&path);
                    let Ok(mut written) = written.lock() else { return };
                    match (&mut *written, copies) {
                        (Ok(number), Ok(more)) => *number += more,
                        (Ok(_), Err(error)) => *written = Err(error),
                        (Err(_), _) => return,
                    }
                }
            });
        }
    });
    written.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn copies(path: &Path) -> Result<usize, Error> {
    let content = fs::read(path).map_err(|error| Error::file(path, &error, "a file to compress"))?;
    let in_memory = |error: io::Error| Error::file(path, &error, "a file that can be compressed");
    let (brotli, gzip) = (brotli(&content).map_err(in_memory)?, gzip(&content).map_err(in_memory)?);
    let mut number = 0;
    // nginx names a version of a file by its time and its length: copies of one length would pass for one another.
    let is_another = gzip.len() != brotli.len();
    for (copy, extension, is_wanted) in [(&brotli, "br", true), (&gzip, "gz", is_another)] {
        if !is_wanted || copy.len() >= content.len() {
            continue;
        }
        let mut name = path.as_os_str().to_owned();
        name.push(".");
        name.push(extension);
        let path = PathBuf::from(name);
        fs::write(&path, copy).map_err(|error| Error::file(&path, &error, "a copy to write"))?;
        number += 1;
    }
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write_all(out: &Path) -> usize {
        fs::create_dir_all(out.join("data")).unwrap();
        fs::create_dir_all(out.join("server")).unwrap();
        let text = "卫东区 2021 年计划，".repeat(500);
        fs::write(out.join("index.html"), &text).unwrap();
        fs::write(out.join("data/a.csv"), &text).unwrap();
        fs::write(out.join("data/short.csv"), "a").unwrap();
        fs::write(out.join("a.png"), &text).unwrap();
        fs::write(out.join("server/nginx.conf"), &text).unwrap();
        compress(out).unwrap()
    }

    #[test]
    fn each_file_has_two_copies_beside_it() {
        let out = tempfile::tempdir().unwrap();
        assert_eq!(write_all(out.path()), 4);
        for path in ["index.html", "data/a.csv"] {
            let content = fs::read(out.path().join(path)).unwrap();
            for (copy, expected) in [("br", brotli(&content)), ("gz", gzip(&content))] {
                assert_eq!(fs::read(out.path().join(format!("{path}.{copy}"))).unwrap(), expected.unwrap());
            }
        }
    }

    #[test]
    fn what_does_not_shrink_and_what_is_for_the_server_has_none() {
        let out = tempfile::tempdir().unwrap();
        write_all(out.path());
        for path in ["data/short.csv", "a.png", "server/nginx.conf"] {
            for copy in ["br", "gz"] {
                assert!(!out.path().join(format!("{path}.{copy}")).exists(), "{path}.{copy}");
            }
        }
    }

    #[test]
    fn a_copy_that_cannot_be_written_is_named() {
        let out = tempfile::tempdir().unwrap();
        fs::write(out.path().join("a.csv"), "a".repeat(1000)).unwrap();
        fs::create_dir(out.path().join("a.csv.br")).unwrap();
        let error = compress(out.path()).unwrap_err().to_string();
        assert!(error.contains("a.csv.br: found a file that cannot be used"), "{error}");
    }
}
