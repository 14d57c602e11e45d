//! `plan export`: writes a package as a workbook or as CSV files under Chinese heads. What is written reads as the same dataset, and
//! every cell of the workbook is text, so that a spreadsheet changes none.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use plan_data::Language;
use plan_data::package::{Checked, Package, REPORT, csv};
use rust_xlsxwriter::{Color, Format, FormatAlign, IgnoreError, Workbook, Worksheet, XlsxError};

use crate::check::{self, MISTAKES};
use crate::texts::{Export, texts};
use crate::{REFUSED, UNREADABLE};

/// Writes the package at `from` to `output`.
pub(crate) fn run(from: &Path, output: &Path, language: Language) -> ExitCode {
    let texts = &texts(language).export;
    let place = output.display().to_string();
    if !is_new(output) {
        eprintln!("{}", (texts.not_new)(&place));
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
    for told in left_out(&package, texts) {
        eprintln!("{told}");
    }
    let tables = tables(&package);
    let rows: usize = tables.iter().map(|(_, rows)| rows.len() - 1).sum();
    let is_workbook = output.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx"));
    let written = if is_workbook { write_workbook(&tables, output) } else { write_folder(&tables, output) };
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
    let mut workbook = Workbook::new();
    for (name, rows) in tables {
        write_sheet(workbook.add_worksheet(), name, rows).map_err(|error| format!("{name}: {error}"))?;
    }
    workbook.save(output).map_err(|error| error.to_string())
}

/// A sheet whose cells are text, also those that are typed into it later; its head stays in sight.
fn write_sheet(sheet: &mut Worksheet, name: &str, rows: &[Vec<String>]) -> Result<(), XlsxError> {
    let text = Format::new().set_num_format("@").set_align(FormatAlign::Top).set_text_wrap();
    let head = text.clone().set_bold().set_background_color(Color::RGB(0x00E8_EEF4));
    sheet.set_name(name)?;
    let (mut bottom, mut right) = (0, 0);
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            let format = if row == 0 { &head } else { &text };
            if cell.is_empty() {
                sheet.write_blank(row, column, format)?;
            } else {
                sheet.write_string_with_format(row, column, cell, format)?;
            }
            (bottom, right) = (row, right.max(column));
        }
    }
    for column in 0..=right {
        let cells = rows.iter().filter_map(|row| row.get(usize::from(column)));
        let widest = cells.flat_map(|cell| cell.lines()).map(width).max().unwrap_or(0);
        sheet.set_column_width(column, f64::from(widest.clamp(NARROWEST, WIDEST)))?;
        sheet.set_column_format(column, &text)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, bottom, right)?;
    // What is text on purpose needs no mark in its corner.
    sheet.ignore_error_range(0, 0, bottom, right, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

/// The widths of columns, in digits.
const NARROWEST: u16 = 8;
const WIDEST: u16 = 50;

/// How wide a line of a cell is, in digits: a Chinese character is as wide as two. With room for the arrow of the filter.
fn width(line: &str) -> u16 {
    let digits = line.chars().map(|character| if character.is_ascii() { 1 } else { 2_usize });
    u16::try_from(digits.sum::<usize>() + 3).unwrap_or(u16::MAX)
}
