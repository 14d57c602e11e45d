//! The command `prerender`: writes what stands beside the app into the folder that is published.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use plan_explorer::data::bundled;
use plan_prerender::Error;
use plan_prerender::beside::{self, Beside};
use plan_prerender::package::folder_from_environment;
use plan_prerender::site::Address;

/// Writes the data as files and the pictures for links beside the built page. Run it in the project's folder. `PLAN_DATA`
/// names the package that the page was built from where it is not the usual one, `PLAN_SITE` the address where the page
/// will stand.
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
    let package = folder_from_environment(Path::new(""));
    let Beside { site, files, warnings } = beside::write(&report, &package, out, address)?;
    for warning in warnings {
        eprintln!("prerender: links to a page will have no picture. {warning}");
    }
    eprintln!("prerender: {files} files of data, {} pictures", site.pictures.len());
    Ok(())
}
