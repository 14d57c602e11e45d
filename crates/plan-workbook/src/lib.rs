//! Tables as an Excel workbook, a sheet each. Every cell is text, so that a spreadsheet changes none.

use rust_xlsxwriter::{Color, Format, FormatAlign, IgnoreError, Workbook, Worksheet, XlsxError};

/// The bytes of a workbook of these tables: each its name and its rows, the heads first.
///
/// # Errors
/// A table cannot be a sheet: its name is too long or taken, or it has too many rows. The sentence names it.
pub fn workbook(tables: &[(&str, Vec<Vec<String>>)]) -> Result<Vec<u8>, String> {
    let mut workbook = Workbook::new();
    for (name, rows) in tables {
        write_sheet(workbook.add_worksheet(), name, rows).map_err(|error| format!("{name}: {error}"))?;
    }
    workbook.save_to_buffer().map_err(|error| error.to_string())
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
