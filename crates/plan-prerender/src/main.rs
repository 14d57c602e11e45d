//! The command `prerender`: writes what stands beside the app into the folder that is published.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use plan_explorer::data::{Prepared, bundled};
use plan_explorer::state::Lang;
use plan_prerender::package::{Package, folder_from_environment};
use plan_prerender::picture::{Fonts, png};
use plan_prerender::site::{Address, Site};
use plan_prerender::{Error, data_files};

/// Writes the data as files and the pictures for links beside the built page. `PLAN_DATA` names the package that the page was
/// built from where it is not the usual one, `PLAN_SITE` the address where the page will stand.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The folder that the page was built into.
    out: PathBuf,
}

fn main() -> ExitCode {
    match run(&Arguments::parse().out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("prerender stopped: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(out: &Path) -> Result<(), Error> {
    let address = Address::from_environment()?;
    let report = bundled().map_err(|reason| Error::new("the data that is built in", reason, "a dataset"))?;
    let package = Package::read(&folder_from_environment(), &report.dataset)?;
    let written = data_files::write(&package, &report, out)?;
    let pictures = write_pictures(&report, out)?;
    let site = Site { address, pictures, licence: package.licence().map(str::to_owned) };
    eprintln!("prerender: {} files of data, {} pictures", written.len(), site.pictures.len());
    Ok(())
}

/// Writes the picture of every language; says which there are. A machine without the fonts builds a page without pictures.
fn write_pictures(report: &Prepared, out: &Path) -> Result<Vec<Lang>, Error> {
    let fonts = Fonts::of_machine();
    let mut written = Vec::new();
    for (_, lang) in Lang::ALL {
        match png(report, *lang, &fonts) {
            Ok(bytes) => {
                let path = out.join(Site::picture(*lang));
                fs::write(&path, bytes).map_err(|error| Error::file(&path, &error, "a file to write"))?;
                written.push(*lang);
            }
            Err(reason) => eprintln!("prerender: links to the page will have no picture. {reason}"),
        }
    }
    Ok(written)
}
