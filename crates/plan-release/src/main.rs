//! The command `release`, the last step of `script/release`: from a build and what tools said of it to one zip file. The same
//! input gives the same bytes.

mod archive;
mod contents;
mod facts;
mod notices;
mod pages;
mod sbom;
mod sums;

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use clap::Parser;

use crate::contents::Contents;
use crate::facts::Facts;

/// Puts a build into a zip file with all that it takes to publish and to audit it. `script/release` calls it.
#[derive(Parser)]
struct Arguments {
    /// The folder of the project.
    #[arg(long)]
    source: PathBuf,
    /// The folder of the build.
    #[arg(long)]
    dist: PathBuf,
    /// The folder with what tools said of the build.
    #[arg(long)]
    facts: PathBuf,
    /// Where the zip file goes.
    #[arg(long)]
    out: PathBuf,
}

fn main() -> anyhow::Result<()> {
    let Arguments { source, dist, facts, out } = Arguments::parse();
    let facts = Facts::read(&facts)?;
    let mut contents = Contents::default();
    contents.add_build(&dist)?;
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        contents.add_file(name, &source.join(name))?;
    }
    contents.add("VERSION", facts.version());
    contents.add("THIRD-PARTY-LICENSES.txt", notices::write(&facts)?);
    contents.add(&facts.std_notices.name, facts.std_notices.content.clone());
    contents.add("sbom.cdx.json", sbom::write(&facts)?);
    pages::add(&mut contents, &source.join("docs"), &facts)?;
    contents.add(sums::NAME, sums::write(&contents));
    fs::create_dir_all(&out).with_context(|| format!("cannot make the folder {}", out.display()))?;
    let path = out.join(format!("{}.zip", facts.folder()));
    let bytes = archive::write(&contents, &facts.folder(), facts.time)?;
    fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}", path.display());
    Ok(())
}
