//! Writes all that stands beside the page, in one step of a build; the page is then told of it.

use std::fs;
use std::path::Path;

use plan_explorer::data::Prepared;
use plan_explorer::published::languages;

use crate::package::Package;
use crate::picture::{Fonts, Of, png};
use crate::site::{Address, Site};
use crate::{Error, data_files};

/// What was written.
pub struct Beside {
    /// What the page is to say of it.
    pub site: Site,
    /// So many files of data.
    pub files: usize,
    /// Why there are no pictures in some languages: a machine without the fonts builds a page without them.
    pub warnings: Vec<Error>,
}

/// Writes data and pictures of the report, whose package is `package`, a folder or a workbook, into the folder `out`.
///
/// # Errors
/// The package is not that of the report, or a file cannot be read or written.
pub fn write(
    report: &Prepared,
    package: &Path,
    out: &Path,
    address: Option<Address>,
) -> Result<Beside, Error> {
    let package = Package::read(package, &report.dataset)?;
    let files = data_files::write(&package, report, out)?.len();
    let fonts = Fonts::of_machine();
    let (mut pictures, mut warnings) = (Vec::new(), Vec::new());
    let written = address.as_ref().map(Address::to_string);
    for (_, lang) in languages(&report.dataset) {
        for of in Of::all(report) {
            match png(report, (of, *lang), written.as_deref(), &fonts) {
                Ok(bytes) => {
                    let picture = Site::picture(of, *lang);
                    write_file(&out.join(&picture), &bytes)?;
                    pictures.push(picture);
                }
                // One sentence for all that lack the same.
                Err(reason) if !warnings.contains(&reason) => warnings.push(reason),
                Err(_) => {}
            }
        }
    }
    let site = Site { address, pictures, licence: package.licence().map(str::to_owned) };
    Ok(Beside { site, files, warnings })
}

/// Writes a file and the folder that it is in.
///
/// # Errors
/// They cannot be written.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, bytes));
    written.map_err(|error| Error::file(path, &error, "a file to write"))
}

#[cfg(test)]
mod tests {
    use plan_explorer::data::bundled;
    use plan_explorer::state::Lang;

    use super::*;
    use crate::package::from_environment;

    fn package() -> std::path::PathBuf {
        from_environment(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")).unwrap()
    }

    #[test]
    fn a_build_gets_its_files_and_a_page_says_of_pictures_that_are_there() {
        let out = tempfile::tempdir().unwrap();
        let address = Address::parse("https://example.gov.cn/plan/").unwrap();
        let beside = write(&bundled().unwrap(), &package(), out.path(), address.clone()).unwrap();
        assert_eq!(beside.site.address, address);
        assert_eq!(beside.files, 62);
        assert!(out.path().join("data/datapackage.json").exists());
        assert!(out.path().join("data/charts/promise-en.svg").exists());
        // A machine without the fonts says so and goes on.
        let report = bundled().unwrap();
        let mut missing = 0;
        for (of, (_, lang)) in Of::all(&report).flat_map(|of| Lang::ALL.iter().map(move |lang| (of, lang))) {
            let picture = Site::picture(of, *lang);
            let is_there = out.path().join(&picture).exists();
            assert_eq!(is_there, beside.site.pictures.contains(&picture), "{picture}");
            missing += usize::from(!is_there);
        }
        assert_eq!(missing > 0, !beside.warnings.is_empty());
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_named() {
        let out = tempfile::NamedTempFile::new().unwrap();
        let error = write(&bundled().unwrap(), &package(), out.path(), None).err().unwrap().to_string();
        assert!(error.contains(&out.path().display().to_string()), "{error}");
    }
}
