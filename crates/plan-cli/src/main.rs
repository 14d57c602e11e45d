//! The command `plan`, for people who keep a data package: it says what is wrong with it, and where.

mod arguments;
mod check;
mod export;
mod guide;
mod import;
mod new;
mod outline;
mod places;
mod texts;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use arguments::Command;
use new::New;
use plan_data::package::reason;
use plan_data::{Language, Said};
use texts::texts;

/// The status of what is not done.
const REFUSED: u8 = 1;
/// The status of what cannot be read or is not understood.
const UNREADABLE: u8 = 2;

fn main() -> ExitCode {
    let language = arguments::language();
    match arguments::parse() {
        Ok(Command::Check { package, against, format }) => {
            check::run(&package, against.as_deref(), format, language)
        }
        Ok(Command::New { name, level, year, output }) => {
            new::run(&New { name: &name, level, year }, &output, language)
        }
        Ok(Command::Outline { text }) => outline::run(&text, language),
        Ok(Command::Places { package }) => places::run(&package, language),
        Ok(Command::Import { file, output, score }) => {
            import::run(&file, output.as_deref(), score.as_deref(), language)
        }
        Ok(Command::Export { package, output }) => export::run(&package, &output, language),
        Err((answer, true)) => {
            eprint!("{answer}");
            ExitCode::from(UNREADABLE)
        }
        Err((answer, false)) => {
            print!("{answer}");
            ExitCode::SUCCESS
        }
    }
}

/// The text of a report, or why there is none.
fn read_text(file: &Path) -> Result<String, Said> {
    fs::read_to_string(file).map_err(|error| {
        let reason = reason(&error);
        let say = |language: Language| {
            (texts(language).no_text)(&file.display().to_string(), reason.in_language(language))
        };
        Said { zh: say(Language::Chinese), en: say(Language::English) }
    })
}
