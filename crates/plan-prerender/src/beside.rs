//! Writes all that stands beside the page, in one step of a build; the page is then told of it.

use std::fs;
use std::path::Path;

use plan_explorer::data::Prepared;
use plan_explorer::state::Lang;

use crate::package::Package;
use crate::picture::{Fonts, png};
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

/// Writes data and pictures of the report, whose package is in the folder `package`, into the folder `out`.
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
    for (_, lang) in Lang::ALL {
        match png(report, *lang, &fonts) {
            Ok(bytes) => {
                let path = out.join(Site::picture(*lang));
                fs::write(&path, bytes).map_err(|error| Error::file(&path, &error, "a file to write"))?;
                pictures.push(*lang);
            }
            Err(reason) => warnings.push(reason),
        }
    }
    let site = Site { address, pictures, licence: package.licence().map(str::to_owned) };
    Ok(Beside { site, files, warnings })
}

#[cfg(test)]
mod tests {
    use plan_explorer::data::bundled;

    use super::*;
    use crate::package::folder_from_environment;

    fn package() -> std::path::PathBuf {
        folder_from_environment(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
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
        assert_eq!(beside.site.pictures.len() + beside.warnings.len(), Lang::ALL.len());
        for (_, lang) in Lang::ALL {
            let is_there = out.path().join(Site::picture(*lang)).exists();
            assert_eq!(is_there, beside.site.pictures.contains(lang), "{lang:?}");
        }
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_named() {
        let out = tempfile::NamedTempFile::new().unwrap();
        let error = write(&bundled().unwrap(), &package(), out.path(), None).err().unwrap().to_string();
        assert!(error.contains(&out.path().display().to_string()), "{error}");
    }
}
