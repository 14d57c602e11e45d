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
