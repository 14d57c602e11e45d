//! The arguments of the command, and its help in the language of who asks.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use plan_data::{Language, Level};

use crate::texts::{Help, texts};

/// What was asked for.
#[derive(Parser)]
#[command(about = help().about, version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, next_help_heading = help().options)]
struct Arguments {
    #[arg(long, global = true, value_name = "zh|en", help = help().lang, hide_possible_values = true)]
    lang: Option<Lang>,
    #[arg(short, long, global = true, action = ArgAction::Help, help = help().explain)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version, help = help().version)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    #[command(about = help().check, next_help_heading = help().options)]
    Check {
        #[arg(default_value = ".", hide_default_value = true, help = help().package)]
        package: PathBuf,
        #[arg(long, value_name = "TEXT", help = help().against)]
        against: Option<PathBuf>,
        #[arg(long, default_value = "text", hide_default_value = true, hide_possible_values = true)]
        #[arg(value_name = "text|json", help = help().format)]
        format: Format,
    },
    #[command(about = help().new, next_help_heading = help().options)]
    New {
        #[arg(value_parser = name, help = help().name)]
        name: String,
        #[arg(long, value_parser = level, help = help().level)]
        level: Level,
        #[arg(long, value_parser = clap::value_parser!(u16).range(1949..=2998), help = help().year)]
        year: u16,
        #[arg(short, long, value_name = "FOLDER", help = help().output)]
        output: PathBuf,
    },
    #[command(about = help().import, next_help_heading = help().options)]
    Import {
        #[arg(help = help().report)]
        file: PathBuf,
        #[arg(short, long, value_name = "FOLDER", help = help().imported, required_unless_present = "score")]
        output: Option<PathBuf>,
        #[arg(long, value_name = "FOLDER", help = help().score)]
        score: Option<PathBuf>,
    },
    #[command(about = help().export, next_help_heading = help().options)]
    Export {
        #[arg(default_value = ".", hide_default_value = true, help = help().package)]
        package: PathBuf,
        #[arg(short, long, value_name = "PATH", help = help().exported)]
        output: PathBuf,
    },
    #[command(about = help().places, next_help_heading = help().options)]
    Places {
        #[arg(default_value = ".", hide_default_value = true, help = help().package)]
        package: PathBuf,
    },
    #[command(about = help().outline, next_help_heading = help().options)]
    Outline {
        #[arg(help = help().text)]
        text: PathBuf,
    },
}

/// How a result is written.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
}

/// The value of `--lang`.
#[derive(Clone, Copy)]
struct Lang(Language);

impl ValueEnum for Lang {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self(Language::Chinese), Self(Language::English)]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self.0 {
            Language::Chinese => "zh",
            Language::English => "en",
        }))
    }
}

/// The level that a word names.
fn level(word: &str) -> Result<Level, String> {
    Level::of_word(word).map(|(level, _)| level).ok_or_else(words_of_level)
}

fn words_of_level() -> String {
    let words = |(_, level): &(&str, Level)| level.words().collect::<Vec<&str>>().join("|");
    Level::ALL.iter().map(words).collect::<Vec<String>>().join(", ")
}

/// The name of a place: words on one line.
fn name(text: &str) -> Result<String, String> {
    let name = text.trim();
    let is_name = !name.is_empty() && !name.contains(char::is_control);
    is_name.then(|| name.to_owned()).ok_or_else(|| help().name.to_owned())
}

fn help() -> &'static Help {
    &texts(language()).help
}

/// The language of this run.
pub(crate) fn language() -> Language {
    language_of(std::env::args_os(), |name| std::env::var(name).ok())
}

/// That of `--lang`, also where other arguments are wrong; without it that of the locale: Chinese for zh…, else English.
fn language_of(
    arguments: impl Iterator<Item = OsString>,
    variable: impl Fn(&str) -> Option<String>,
) -> Language {
    let mut arguments = arguments.map(|argument| argument.to_string_lossy().into_owned());
    let given = arguments.find_map(|argument| argument.strip_prefix("--lang").map(str::to_owned));
    let given = given.and_then(|rest| rest.strip_prefix('=').map(str::to_owned).or_else(|| arguments.next()));
    let locale = || {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
        names.into_iter().find_map(|name| variable(name).filter(|value| !value.is_empty()))
    };
    match given.or_else(locale) {
        Some(tag) if tag.to_lowercase().starts_with("zh") => Language::Chinese,
        _ => Language::English,
    }
}

/// What the command line asks for, or the text that answers it and whether that is a mistake.
pub(crate) fn parse() -> Result<Command, (String, bool)> {
    let command = in_language(Arguments::command());
    let parsed = command.try_get_matches().and_then(|found| Arguments::from_arg_matches(&found));
    parsed.map(|arguments| arguments.command).map_err(|error| (refusal(&error), error.use_stderr()))
}

/// Headings and the word for usage in that language, also of the commands within.
fn in_language(command: clap::Command) -> clap::Command {
    let template = format!("{{about-with-newline}}\n{}{{usage}}\n\n{{all-args}}\n", help().usage);
    command.help_template(template).subcommand_help_heading(help().commands).mut_subcommands(in_language)
}

/// What is wrong with the arguments.
fn refusal(error: &clap::Error) -> String {
    let words = &texts(language()).refused;
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let option = context(ContextKind::InvalidArg);
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => (words.no_option)(&option),
        ErrorKind::InvalidSubcommand => (words.no_command)(&context(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue => {
            (words.no_value)(&option, &context(ContextKind::InvalidValue), &context(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => {
            let known = match &option {
                option if option.starts_with("--level") => words_of_level(),
                option if option.starts_with("--year") => "1949—2998".to_owned(),
                _ => help().name.to_owned(),
            };
            (words.no_value)(&option, &context(ContextKind::InvalidValue), &known)
        }
        ErrorKind::MissingRequiredArgument => (words.missing)(&option),
        // Help itself, and what hardly anybody does.
        _ => return error.to_string(),
    };
    format!("{sentence}\n{}\n", words.see_help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(arguments: &[&str], variables: &[(&str, &str)]) -> Language {
        language_of(arguments.iter().map(OsString::from), |name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_language_is_that_of_the_option_or_else_of_the_locale() {
        let (chinese, english) = (Language::Chinese, Language::English);
        assert_eq!(of(&["plan", "check", "--lang", "zh"], &[("LANG", "en_US.UTF-8")]), chinese);
        assert_eq!(of(&["plan", "--lang=en", "check"], &[("LC_ALL", "zh_CN.UTF-8")]), english);
        assert_eq!(of(&["plan"], &[("LANG", "zh_CN.UTF-8")]), chinese);
        assert_eq!(of(&["plan"], &[("LC_ALL", ""), ("LC_MESSAGES", "zh_TW"), ("LANG", "en_GB")]), chinese);
        assert_eq!(of(&["plan"], &[("LC_ALL", "C"), ("LANG", "zh_CN")]), english);
        assert_eq!(of(&["plan"], &[]), english);
    }
}
