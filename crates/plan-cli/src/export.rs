//! `plan export`: writes a package as a workbook or as CSV files under Chinese heads. What is written reads as the same dataset, and
//! every cell of the workbook is text, so that a spreadsheet changes none. Or what a built site takes to show the package: a file of
//! JSON, and `site.json`, which names it.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use plan_bundle::{SITE, SiteFiles, carried, site_files};
use plan_data::Language;
use plan_data::package::{Checked, Package, REPORT, csv};

use crate::check::{self, MISTAKES};
use crate::texts::{Export, texts};
use crate::{REFUSED, UNREADABLE};

/// Writes the package at `from` to `output`.
pub(crate) fn run(from: &Path, output: &Path, language: Language) -> ExitCode {
    let texts = &texts(language).export;
    let place = output.display().to_string();
    let is_for_site = ends_in(output, "json");
    let named = is_for_site.then(|| output.with_file_name(SITE));
    if let Some(there) = [Some(output), named.as_deref()].into_iter().flatten().find(|path| !is_new(path)) {
        eprintln!("{}", (texts.not_new)(&there.display().to_string()));
        return ExitCode::from(REFUSED);
    }
    if is_for_site && (output.file_name().is_none_or(|name| !is_plain(&name.to_string_lossy()))) {
        eprintln!("{}", (texts.not_plain)(&place));
        return ExitCode::from(REFUSED);
    }
    let Checked { package, warnings } = plan_sheets::check(from);
    let package = match package {
        Ok(package) => package,
        Err(problems) => {
            check::write_problems(&from.display().to_string(), &problems, &warnings, language);
            return ExitCode::from(if problems.is_unreadable() { UNREADABLE } else { MISTAKES });
        }
    };
    check::write_warnings(&warnings, language);
    if let Some(site) = named {
        return match write_site(&package, output, &site, language) {
            Ok(()) => {
                println!("{}", (texts.site_written)(&place, &site.display().to_string()));
                ExitCode::SUCCESS
            }
            Err(reason) => {
                eprintln!("{}", (texts.not_written)(&place, &reason));
                ExitCode::from(UNREADABLE)
            }
        };
    }
    for told in left_out(&package, texts) {
        eprintln!("{told}");
    }
    let tables = tables(&package);
    let rows: usize = tables.iter().map(|(_, rows)| rows.len() - 1).sum();
    let written =
        if ends_in(output, "xlsx") { write_workbook(&tables, output) } else { write_folder(&tables, output) };
    match written {
        Ok(()) => {
            println!("{}", (texts.written)(&place, tables.len(), rows));
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("{}", (texts.not_written)(&place, &reason));
            ExitCode::from(UNREADABLE)
        }
    }
}

fn ends_in(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case(extension))
}

/// Whether a site takes a file of that name (static/site.js).
fn is_plain(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte);
    let stem = name.strip_suffix(".json").unwrap_or_default();
    let begins = stem.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '_');
    !name.eq_ignore_ascii_case(SITE) && name.len() <= 100 && begins && stem.bytes().all(is_plain)
}

/// Writes the package for a site, and the file that names it.
fn write_site(package: &Package, output: &Path, named: &Path, language: Language) -> Result<(), String> {
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    let dataset = &package.dataset;
    let files = site_files(&dataset.report.title.zh, dataset.has_english(), &carried(dataset), &name);
    let SiteFiles { dataset, site } = files.map_err(|said| said.in_language(language).to_owned())?;
    fs::write(output, dataset).map_err(|error| error.to_string())?;
    fs::write(named, site).map_err(|error| format!("{SITE}: {error}"))
}

/// A table: its name in Chinese, and its rows, the heads first.
type Table = (&'static str, Vec<Vec<String>>);

/// What describes the report, and every table that has rows.
fn tables(package: &Package) -> Vec<Table> {
    let tables = package.tables.iter().map(|table| (table.chinese, table.chinese_rows()));
    std::iter::once((REPORT, package.report_rows())).chain(tables).collect()
}

/// What the package has that cannot be written.
fn left_out(package: &Package, texts: &Export) -> Vec<String> {
    let columns = package.tables.iter().flat_map(|table| {
        let unread = table.columns.iter().filter(|column| column.chinese.is_none());
        unread.map(|column| (texts.column_left_out)(table.chinese, &column.id))
    });
    let descriptor = package.descriptor.is_some().then(|| texts.descriptor_left_out.to_owned());
    columns.chain(descriptor).collect()
}

/// A file that is there may be somebody's work.
fn is_new(output: &Path) -> bool {
    let is_empty =
        || output.is_dir() && fs::read_dir(output).is_ok_and(|mut entries| entries.next().is_none());
    !output.exists() || is_empty()
}

fn write_folder(tables: &[Table], output: &Path) -> Result<(), String> {
    fs::create_dir_all(output).map_err(|error| error.to_string())?;
    for (name, rows) in tables {
        // Without the mark, Excel and WPS take the file for one in another encoding.
        let bytes = ["\u{FEFF}".as_bytes(), &csv(rows)?].concat();
        let file = format!("{name}.csv");
        fs::write(output.join(&file), bytes).map_err(|error| format!("{file}: {error}"))?;
    }
    Ok(())
}

fn write_workbook(tables: &[Table], output: &Path) -> Result<(), String> {
    fs::write(output, plan_workbook::workbook(tables)?).map_err(|error| error.to_string())
}
