//! A report that a reader opens in the browser: read into rows, checked as a package, written as files. All of it runs in a worker
//! (static/own-worker.js), and nothing of it is sent anywhere. What goes in and out is JSON, of the form in [`form`].

#[cfg(target_arch = "wasm32")]
pub mod exports;
pub mod form;
mod made;

use std::io::{Cursor, Write};

use plan_bundle::{DATASET, SITE, SiteFiles, site_files};
use plan_data::{Language, Said};
use plan_import::{Import, import};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use form::{Form, Words};

pub use made::{Made, Trouble, made};

/// Reads the file of that name.
///
/// # Errors
/// Why it cannot be read.
pub fn read(name: &str, bytes: &[u8]) -> Result<Form, Words> {
    let document = plan_documents::read(name, bytes).map_err(|refused| Words::from(&refused))?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    Ok(Form::of(&import(document), stem))
}

/// The form in a text of JSON.
///
/// # Errors
/// What is wrong with the text.
pub fn parse(json: &str) -> Result<Form, Words> {
    serde_json::from_str(json).map_err(|error| {
        let en = format!("This is no report that was read here: {error}.");
        Words::from(&Said { zh: format!("这不是在本页读取的报告：{error}。"), en })
    })
}

/// The files of the package as a zip file; what a person should look at is in that language.
///
/// # Errors
/// A file cannot be written.
pub fn zipped(import: &Import, language: Language) -> Result<Vec<u8>, String> {
    archive(import.files(language)?)
}

/// The files that a site takes to show the report, as a zip file.
///
/// # Errors
/// The package cannot be read, is too large, or a file cannot be written.
pub fn site(import: &Import) -> Result<Vec<u8>, String> {
    let Made { title, has_english, data, .. } = made(import);
    let data = data.ok_or("the package cannot be read")?;
    let SiteFiles { dataset, site } =
        site_files(&title, has_english, &data, DATASET).map_err(|said| said.en)?;
    archive([(DATASET.to_owned(), dataset.into_bytes()), (SITE.to_owned(), site.into_bytes())])
}

fn archive(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Vec<u8>, String> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // Without a clock: the same report is the same file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in files {
        archive.start_file(&name, options).map_err(|error| format!("{name}: {error}"))?;
        archive.write_all(&bytes).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(archive.finish().map_err(|error| error.to_string())?.into_inner())
}

/// The tables of the package as a workbook.
///
/// # Errors
/// A table cannot be a sheet.
pub fn workbook(import: &Import) -> Result<Vec<u8>, String> {
    plan_workbook::workbook(&import.tables())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::form::tests::invented;

    #[test]
    fn a_zip_file_has_the_files_of_the_package_and_is_the_same_each_time() {
        let import = invented().import();
        let bytes = zipped(&import, Language::Chinese).unwrap();
        assert_eq!(bytes, zipped(&import, Language::Chinese).unwrap());
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
        names.sort();
        let mut files = import.files(Language::Chinese).unwrap();
        files.sort();
        assert_eq!(names, files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>());
        for (name, bytes) in files {
            let mut found = Vec::new();
            archive.by_name(&name).unwrap().read_to_end(&mut found).unwrap();
            assert_eq!(found, bytes, "{name}");
        }
    }

    #[test]
    fn the_files_for_a_site_are_of_what_was_read() {
        let mut archive = zip::ZipArchive::new(Cursor::new(site(&invented().import()).unwrap())).unwrap();
        let mut read = |name: &str| {
            let mut text = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            serde_json::from_str::<serde_json::Value>(&text).unwrap()
        };
        let (of_site, dataset) = (read(SITE), read(DATASET));
        assert_eq!(of_site["title"], dataset["title"]);
        assert_eq!(dataset["data"], made(&invented().import()).data.unwrap());
        let mut unread = invented();
        unread.rows.clear();
        assert!(site(&unread.import()).is_err());
    }

    #[test]
    fn a_workbook_is_a_zip_file_with_a_sheet_for_each_table() {
        let import = invented().import();
        let bytes = workbook(&import).unwrap();
        let archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let sheets = archive
            .file_names()
            .filter(|name| name.as_ref().unwrap().starts_with("xl/worksheets/sheet"))
            .count();
        assert_eq!(sheets, import.tables().len());
    }

    #[test]
    fn a_text_that_is_no_report_is_told_in_both_languages() {
        let Words { zh, en } = parse("{\"rows\": 1}").unwrap_err();
        assert!(zh.starts_with("这不是") && en.starts_with("This is no report"), "{zh} {en}");
        assert!(parse("{}").unwrap().rows.is_empty());
    }
}
