//! `plan import`: a report's file, read into the files of a package; and how well, where a package made by hand is there.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use plan_data::Language;
use plan_data::package::{chinese_table, reason};
use plan_import::score::{Expected, facts, score};
use plan_import::{DOUBTS, Import, TEXT, Table, import};

use crate::new::is_free;
use crate::texts::texts;
use crate::{REFUSED, UNREADABLE};

/// Reads the report in `file` and writes its package to `output`; compares it with the one in `expected`.
pub(crate) fn run(
    file: &Path,
    output: Option<&Path>,
    expected: Option<&Path>,
    language: Language,
) -> ExitCode {
    let all = texts(language);
    let (texts, shown) = (&all.import, file.display().to_string());
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{}", (texts.no_file)(&shown, reason(&error).in_language(language)));
            return ExitCode::from(UNREADABLE);
        }
    };
    let read = match plan_documents::read(&shown, &bytes) {
        Ok(document) => import(document),
        Err(refused) => {
            eprintln!("{}", refused.in_language(language));
            return ExitCode::from(UNREADABLE);
        }
    };
    if !read.has_content() {
        eprintln!("{}", (texts.nothing)(&shown));
        return ExitCode::from(REFUSED);
    }
    for (name, table) in Table::ALL {
        let count = |rank: u8| {
            read.rows.iter().filter(|row| row.table == table && row.sureness.rank() == rank).count()
        };
        let counts = [count(0), count(1), count(2)];
        if counts != [0; 3] {
            let name = if language == Language::Chinese { chinese_table(name) } else { name };
            println!("{}", (texts.table)(name, counts));
        }
    }
    if let Some(folder) = expected {
        let tables = expected_tables(folder);
        if tables.is_empty() {
            eprintln!("{}", (texts.no_expected)(&folder.display().to_string()));
            return ExitCode::from(UNREADABLE);
        }
        print!("{}", score(&read, &tables));
    }
    output.map_or(ExitCode::SUCCESS, |output| write(&read, output, language))
}

/// The tables of a package made by hand, with what is compared of them.
fn expected_tables(folder: &Path) -> Vec<Expected> {
    let tables = Table::ALL.into_iter().filter_map(|(name, table)| {
        let text = fs::read_to_string(folder.join(format!("{name}.csv"))).ok()?;
        Expected::parse(table, &text, Some(facts(table))).ok()
    });
    tables.collect()
}

fn write(read: &Import, output: &Path, language: Language) -> ExitCode {
    let all = texts(language);
    let shown = output.display().to_string();
    match is_free(output) {
        Ok(true) => {}
        Ok(false) => {
            eprintln!("{}", (all.new.not_empty)(&shown));
            return ExitCode::from(REFUSED);
        }
        Err(error) => {
            eprintln!("{}", (all.new.not_written)(&shown, reason(&error).in_language(language)));
            return ExitCode::from(REFUSED);
        }
    }
    match read.files(language).map_err(io::Error::other).and_then(|files| write_files(&files, output)) {
        Ok(names) => {
            println!("{}", (all.import.written)(&shown, &names.join(all.new.between)));
            println!("{}", (all.import.next)(&shown, DOUBTS, TEXT));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}", (all.new.not_written)(&shown, reason(&error).in_language(language)));
            ExitCode::from(REFUSED)
        }
    }
}

fn write_files(files: &[(String, Vec<u8>)], folder: &Path) -> io::Result<Vec<String>> {
    fs::create_dir_all(folder)?;
    for (name, bytes) in files {
        fs::File::create_new(folder.join(name))?.write_all(bytes)?;
    }
    Ok(files.iter().map(|(name, _)| name.clone()).collect())
}
