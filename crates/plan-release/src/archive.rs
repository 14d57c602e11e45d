//! The zip file: entries in the order of their paths, all of one time and mode.

use std::io::{Cursor, Write};

use anyhow::Context;
use time::{OffsetDateTime, PrimitiveDateTime};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::contents::Contents;

/// The bytes of a zip file that has the contents in one folder.
///
/// # Errors
/// The time is one that zip files cannot have.
pub(crate) fn write(contents: &Contents, folder: &str, time: OffsetDateTime) -> anyhow::Result<Vec<u8>> {
    let time = DateTime::try_from(PrimitiveDateTime::new(time.date(), time.time()))
        .with_context(|| format!("found a commit of {time}, expected one between 1980 and 2107"))?;
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(time)
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in contents.iter() {
        zip.start_file(format!("{folder}/{path}"), options)
            .and_then(|()| Ok(zip.write_all(content)?))
            .with_context(|| format!("cannot put {path} into the zip file"))?;
    }
    Ok(zip.finish().context("cannot end the zip file")?.into_inner())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::io::Read;

    use zip::ZipArchive;

    use super::*;

    fn contents() -> Contents {
        let mut contents = Contents::default();
        contents.add("b/c.txt", "c".repeat(1000));
        contents.add("a.txt", "a");
        contents
    }

    fn time() -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp(1_700_000_000).unwrap()
    }

    #[test]
    fn entries_are_in_order_and_of_one_time_and_mode() {
        let bytes = write(&contents(), "f", time()).unwrap();
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["f/a.txt", "f/b/c.txt"]);
        for index in 0..archive.len() {
            let entry = archive.by_index(index).unwrap();
            assert_eq!(entry.unix_mode(), Some(0o100_644));
            assert_eq!(entry.last_modified().unwrap().to_string(), "2023-11-14 22:13:20");
            assert_eq!(entry.extra_data().unwrap_or_default(), Vec::<u8>::new());
        }
        let mut text = String::new();
        archive.by_name("f/b/c.txt").unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "c".repeat(1000));
    }

    #[test]
    fn the_same_contents_are_the_same_bytes() {
        assert_eq!(write(&contents(), "f", time()).unwrap(), write(&contents(), "f", time()).unwrap());
    }

    #[test]
    fn a_time_that_zip_files_cannot_have_is_told() {
        let error = write(&contents(), "f", OffsetDateTime::UNIX_EPOCH).unwrap_err().to_string();
        assert!(error.contains("expected one between 1980 and 2107"), "{error}");
    }
}
