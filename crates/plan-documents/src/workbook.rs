//! A workbook (.xlsx) as tables, one a sheet or more, each cell as it is shown. Cells are read one after another: a sheet that is said
//! to be a million rows high costs no more than the cells that it has.

use std::io::Cursor;

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use plan_data::{Said, said};
use plan_import::{Block, Document, Line};

use crate::archive::{Archive, too_large};

/// So many cells at most are read, those that merged ones are repeated in with them.
const MOST_CELLS: usize = 2_000_000;
/// The most digits that a spreadsheet keeps, less one.
const DIGITS: usize = 14;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads a workbook.
pub(crate) fn read(bytes: &[u8], archive: &mut Archive<'_>) -> Result<Document, Said> {
    // The reader of workbooks knows no limits: the parts are inflated once before.
    for name in archive.names() {
        if name.to_ascii_lowercase().ends_with(".xml") {
            archive.part(&name)?;
        }
    }
    let failed = |error: XlsxError| {
        said!("损坏的工作簿，无法读取（{error}）", "a damaged workbook that cannot be read ({error})")
    };
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(failed)?;
    let mut blocks: Vec<Block> = Vec::new();
    let shown: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut left = MOST_CELLS;
    for name in &shown {
        let sheet = sheet(&mut book, name, &mut left).map_err(failed)?.ok_or_else(too_large)?;
        if sheet.is_empty() {
            continue;
        }
        if !blocks.is_empty() {
            blocks.push(Block::PageBreak);
        }
        if shown.len() > 1 && !is_usual(name) {
            blocks.push(Block::Line(Line::whole(name.trim())));
        }
        for part in parts(sheet) {
            add(part, &mut blocks);
        }
    }
    if blocks.is_empty() {
        return Err(said!("空的工作簿", "a workbook without anything in it"));
    }
    Ok(Document { blocks })
}

/// Whether a sheet is named as programs name new ones.
fn is_usual(name: &str) -> bool {
    ["Sheet", "工作表"].iter().any(|usual| {
        name.trim()
            .strip_prefix(usual)
            .is_some_and(|number| number.chars().all(|digit| digit.is_ascii_digit()))
    })
}

/// A row of a sheet: its number, and its cells in the columns that the sheet uses.
type Row = (u32, Vec<String>);

/// The rows that have anything; `None` where they are too many.
fn sheet(book: &mut Book<'_>, name: &str, left: &mut usize) -> Result<Option<Vec<Row>>, XlsxError> {
    let merged = book.merge_cells_by_sheet_name(name)?;
    let mut cells: Vec<(u32, u32, String)> = Vec::new();
    let mut reader = book.worksheet_cells_reader(name)?;
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
        let text = shown(cell.get_value(), format.map_or("General", |format| format.format_code.as_str()));
        let text = text.trim();
        if !text.is_empty() {
            let (row, column) = cell.get_position();
            cells.push((row, column, text.to_owned()));
            if cells.len() > *left {
                return Ok(None);
            }
        }
    }
    let distinct = |mut places: Vec<u32>| {
        places.sort_unstable();
        places.dedup();
        places
    };
    let rows = distinct(cells.iter().map(|cell| cell.0).collect());
    let columns = distinct(cells.iter().map(|cell| cell.1).collect());
    let Some(rest) = rows.len().checked_mul(columns.len()).and_then(|count| left.checked_sub(count)) else {
        return Ok(None);
    };
    *left = rest;
    let mut table: Vec<Row> = rows.iter().map(|row| (*row, vec![String::new(); columns.len()])).collect();
    let at = |places: &[u32], place: u32| places.binary_search(&place).ok();
    for (row, column, text) in cells {
        if let (Some(row), Some(column)) = (at(&rows, row), at(&columns, column))
            && let Some(cell) = table.get_mut(row).and_then(|(_, cells)| cells.get_mut(column))
        {
            *cell = text;
        }
    }
    for Dimensions { start, end } in merged {
        let (Some(row), Some(column)) = (at(&rows, start.0), at(&columns, start.1)) else {
            continue;
        };
        let Some(text) = table.get(row).and_then(|(_, cells)| cells.get(column)).cloned() else {
            continue;
        };
        let last = |places: &[u32], end: u32| places.partition_point(|place| *place <= end);
        let (below, beside) = (last(&rows, end.0), last(&columns, end.1));
        let count = below.saturating_sub(row).saturating_mul(beside.saturating_sub(column));
        let Some(rest) = left.checked_sub(count) else {
            return Ok(None);
        };
        *left = rest;
        for (_, cells) in table.get_mut(row..below).unwrap_or_default() {
            for cell in cells.get_mut(column..beside).unwrap_or_default() {
                cell.clone_from(&text);
            }
        }
    }
    Ok(Some(table))
}

/// The tables of a sheet: a new one begins after an empty row with a row of a single text, which is its title.
fn parts(rows: Vec<Row>) -> Vec<Vec<Vec<String>>> {
    let mut parts: Vec<Vec<Vec<String>>> = Vec::new();
    let mut last = None;
    for (number, cells) in rows {
        let is_after_gap = last.is_none_or(|last| number > last + 1);
        last = Some(number);
        match parts.last_mut() {
            Some(part) if !(is_after_gap && only(&cells).is_some()) => part.push(cells),
            _ => parts.push(vec![cells]),
        }
    }
    parts
}

/// The text of a row that has one alone, in one cell or merged over several.
fn only(cells: &[String]) -> Option<&str> {
    let mut texts = cells.iter().filter(|cell| !cell.is_empty());
    let first = texts.next()?;
    texts.all(|text| text == first).then_some(first.as_str())
}

/// Adds a table: with the titles above it and the notes below it as lines.
fn add(mut rows: Vec<Vec<String>>, blocks: &mut Vec<Block>) {
    let line =
        |text: &str| text.split('\n').map(|line| Block::Line(Line::whole(line.trim()))).collect::<Vec<_>>();
    let titles = rows.iter().take_while(|row| only(row).is_some()).count();
    for row in rows.drain(..titles) {
        blocks.extend(line(only(&row).unwrap_or_default()));
    }
    let is_note = |row: &&Vec<String>| {
        only(row).is_some_and(|text| {
            ["注", "说明", "备注", "数据来源", "*", "※"].iter().any(|start| text.starts_with(start))
        })
    };
    let notes = rows.iter().rev().take_while(is_note).count();
    let notes = rows.split_off(rows.len().saturating_sub(notes));
    if !rows.is_empty() {
        blocks.push(Block::Table(rows));
    }
    for row in notes {
        blocks.extend(line(only(&row).unwrap_or_default()));
    }
}

/// A cell as it is shown; a number of which the format is not known, with the digits that it has.
fn shown(value: &DataRef<'_>, format: &str) -> String {
    let number = |value: &str| {
        let plain = || plan_sheets::shown(value, "General");
        plan_sheets::shown(value, format).or_else(plain).unwrap_or_default()
    };
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(whole) => number(&whole.to_string()),
        DataRef::Float(value) if value.is_finite() => number(&format!("{value:.DIGITS$e}")),
        DataRef::Float(value) => value.to_string(),
        DataRef::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(time) => day(time, format),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A day, in the words of its format as far as it has years and months alone.
fn day(time: &ExcelDateTime, format: &str) -> String {
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    if time.is_duration() || time.as_f64() < 1.0 {
        return format!("{hour:02}:{minute:02}:{second:02}");
    }
    // Words in a format stand in quotation marks.
    let has = |letter: char| format.to_ascii_lowercase().contains(letter);
    match (has('y'), has('m'), has('d')) {
        (true, false, false) => format!("{year}年"),
        (true, true, false) => format!("{year}年{month}月"),
        _ if (hour, minute, second) != (0, 0, 0) => {
            format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
        }
        _ => format!("{year:04}-{month:02}-{day:02}"),
    }
}
