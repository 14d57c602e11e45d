//! The command `plan`, for people who keep a data package: it says what is wrong with it, and where.

mod check;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

/// Works with the data package of a plan report.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Checks a package: every mistake with its file, line, column and what was expected; then what the report's text
    /// and table say of each other. Exit status: 0 no mistakes, 1 mistakes, 2 something cannot be read.
    Check {
        /// The folder that holds datapackage.json.
        #[arg(default_value = ".")]
        package: PathBuf,
        /// The report's text: each printed value, name and location must stand in the paragraph that it cites.
        #[arg(long, value_name = "TEXT")]
        against: Option<PathBuf>,
        /// How to write the result.
        #[arg(long, default_value = "text")]
        format: Format,
    },
}

/// How a result is written.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people: mistakes on standard error, the summary on standard output.
    Text,
    /// For programs: one JSON object on standard output.
    Json,
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Check { package, against, format } => check::run(&package, against.as_deref(), format),
    }
}
