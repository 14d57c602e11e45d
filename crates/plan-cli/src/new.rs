//! `plan new`: the files of a package, with heads and without rows. What a report must say of itself is filled in as far as the
//! arguments tell it; no figure, name or task is made up.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use plan_data::package::reason;
use plan_data::{Language, Level};
use time::OffsetDateTime;

use crate::REFUSED;
use crate::guide::{self, TABLES, Table};
use crate::texts::texts;

/// Spreadsheets take a file for UTF-8 where it begins with this.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// The file that says how to fill in the others.
const GUIDE: &str = "说明.md";

/// What the package is of.
pub(crate) struct New<'a> {
    /// The place.
    pub(crate) name: &'a str,
    pub(crate) level: Level,
    /// The year of the results; the plan is for the next.
    pub(crate) year: u16,
}

/// Writes the package's files into that folder, which must be new or empty.
pub(crate) fn run(new: &New<'_>, folder: &Path, language: Language) -> ExitCode {
    let texts = &texts(language).new;
    let shown = folder.display().to_string();
    match is_free(folder).and_then(|free| if free { write(new, folder).map(Some) } else { Ok(None) }) {
        Ok(Some(files)) => {
            println!("{}", (texts.written)(&shown, &files.join(texts.between)));
            println!("{}", (texts.next)(&shown));
            ExitCode::SUCCESS
        }
        Ok(None) => {
            eprintln!("{}", (texts.not_empty)(&shown));
            ExitCode::from(REFUSED)
        }
        Err(error) => {
            eprintln!("{}", (texts.not_written)(&shown, reason(&error).in_language(language)));
            ExitCode::from(REFUSED)
        }
    }
}

/// Whether the folder is not there, or there and empty.
pub(crate) fn is_free(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

/// The names of the files that were written.
fn write(new: &New<'_>, folder: &Path) -> io::Result<Vec<String>> {
    fs::create_dir_all(folder)?;
    let mut files = vec![("报告.csv".to_owned(), report(new))];
    files.extend(TABLES.iter().map(|table| (format!("{}.csv", table.name), head(table, new.year))));
    files.push((GUIDE.to_owned(), guide::text(new.name, new.year)));
    for (name, text) in &files {
        let mark = if name == GUIDE { "" } else { BYTE_ORDER_MARK };
        let mut file = fs::File::create_new(folder.join(name))?;
        file.write_all(format!("{mark}{text}").as_bytes())?;
    }
    Ok(files.into_iter().map(|(name, _)| name).collect())
}

/// 报告.csv: what such a report is called by custom, and today, for the clerk to correct.
fn report(new: &New<'_>) -> String {
    let New { name, level, year } = new;
    let next = year + 1;
    let today = OffsetDateTime::now_utc().date();
    let title = format!(
        "关于{name}{year}年国民经济和社会发展计划执行情况与{next}年国民经济和社会发展计划（草案）的报告"
    );
    let rows = [
        ("项目", "内容".to_owned()),
        ("地区", (*name).to_owned()),
        ("级别", level.chinese(name).to_owned()),
        ("标题", title),
        ("日期", today.to_string()),
        ("完成年份", year.to_string()),
        ("计划年份", next.to_string()),
        ("会议", String::new()),
        ("报告人", String::new()),
        ("编制单位", String::new()),
        ("附表", String::new()),
    ];
    rows.map(|(key, value)| format!("{key},{}\n", cell(&value))).concat()
}

/// The line of heads.
fn head(table: &Table, year: u16) -> String {
    let heads: Vec<String> = table.columns.iter().map(|column| cell(&column.head(year))).collect();
    format!("{}\n", heads.join(","))
}

/// A cell of a CSV file.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
