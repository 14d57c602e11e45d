//! The command `plan`, for people who keep a data package: it says what is wrong with it, and where.

mod check;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Works with the data package of a plan report.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Checks a package: every mistake with its file, line, column and what was expected.
    Check {
        /// The folder that holds datapackage.json.
        #[arg(default_value = ".")]
        package: PathBuf,
    },
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Check { package } => check::run(&package),
    }
}
