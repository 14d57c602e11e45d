//! A file of a package as records: CSV in the encodings and with the separators that spreadsheets write, or a sheet of a
//! workbook. Lines and columns are those that a person sees; nothing is guessed where it could be guessed wrong.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

use super::problem::{quotation, ranges};
use super::{Problem, Problems};
use crate::Said;

/// What stands in a file.
pub(super) enum Content {
    /// Bytes of a CSV file, or of the descriptor.
    Bytes(Vec<u8>),
    /// A sheet of a workbook.
    Sheet(Sheet),
}

/// A sheet of a workbook, as a person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name: that of a table, or of the report.
    pub name: String,
    /// Its rows from the head on, each with its number in the sheet.
    pub rows: Vec<(u64, Vec<SheetCell>)>,
    /// What of it is not shown.
    pub hidden: Hidden,
}

/// The numbers of rows and columns, from 1, that a sheet hides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Its rows, also those that a filter hides, in their order.
    pub rows: Vec<u64>,
    /// Its columns.
    pub columns: Vec<u64>,
}

impl Sheet {
    /// What is told of its rows and columns that are hidden and have something; `None` where there are none.
    pub(super) fn hidden(&self) -> Option<Said> {
        let has = |cell: &SheetCell| *cell != SheetCell::Text(String::new());
        let is_used = |(line, cells): &&(u64, Vec<SheetCell>)| {
            self.hidden.rows.binary_search(line).is_ok() && cells.iter().any(has)
        };
        let rows: Vec<u64> = self.rows.iter().filter(is_used).map(|(line, _)| *line).collect();
        let width = self.rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
        let columns: Vec<u64> = (1..)
            .zip(0..width)
            .filter(|(number, at)| {
                let has_cell = |(_, cells): &(u64, Vec<SheetCell>)| cells.get(*at).is_some_and(has);
                self.hidden.columns.contains(number) && self.rows.iter().any(has_cell)
            })
            .map(|(number, _)| number)
            .collect();
        let (mut zh, mut en) = (Vec::new(), Vec::new());
        for (numbers, one, rows) in [(rows, "行", "rows"), (columns, "列", "columns")] {
            if !numbers.is_empty() {
                zh.push(format!("第{}{one}", ranges(&numbers, "—").join("、")));
                en.push(format!("{rows} {}", ranges(&numbers, "–").join(", ")));
            }
        }
        let (zh, en) = (zh.join("、"), en.join(" and "));
        (!zh.is_empty())
            .then(|| said!("隐藏或筛选掉的{zh}，照样读取", "{en} hidden or filtered out, which are read too"))
    }
}

/// A cell of a [`Sheet`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetCell {
    /// What is shown; empty where there is nothing.
    Text(String),
    /// A day, as YYYY-MM-DD: the spreadsheet keeps a number, and how it shows the day may be another's choice.
    Day(String),
    /// What cannot be read.
    Refused {
        /// What stands there.
        found: Said,
        /// What should stand there instead.
        expected: Said,
    },
}

/// A record: its line, and its cells.
pub(super) type Line = (u64, Vec<String>);

/// The records of a file.
pub(super) struct Records {
    pub(super) lines: Vec<Line>,
    /// What stands between cells.
    pub(super) separator: u8,
    /// The file as it is, where it is UTF-8 with commas; without a byte order mark.
    pub(super) plain: Option<Vec<u8>>,
}

const COMMA: u8 = b',';
const MARK: &[u8] = "\u{FEFF}".as_bytes();

fn save() -> Said {
    said!("UTF-8：请另存为“CSV UTF-8”", "UTF-8: save the file as “CSV UTF-8”")
}

/// What a spreadsheet's cells of days are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Days {
    /// What they show, as for the date of the report.
    Dates,
    /// Something else that the spreadsheet took for one.
    Damage,
}

/// The records of a file; `is_head` knows the heads that its columns may have. `None` and problems where it cannot be read.
pub(super) fn records(
    problems: &mut Problems,
    file: &str,
    (content, days): (&Content, Days),
    is_head: &dyn Fn(&str) -> bool,
) -> Option<Records> {
    match content {
        Content::Bytes(bytes) => of_bytes(problems, file, bytes, is_head),
        Content::Sheet(sheet) => of_sheet(problems, file, sheet, days),
    }
}

fn of_sheet(problems: &mut Problems, file: &str, sheet: &Sheet, days: Days) -> Option<Records> {
    let mut is_right = true;
    let mut lines = Vec::new();
    for (line, cells) in &sheet.rows {
        let mut texts = Vec::new();
        for (at, cell) in cells.iter().enumerate() {
            let (found, expected) = match cell {
                SheetCell::Text(text) => {
                    texts.push(text.clone());
                    continue;
                }
                SheetCell::Day(iso) if days == Days::Dates => {
                    texts.push(iso.clone());
                    continue;
                }
                SheetCell::Day(iso) => (
                    said!(
                        "日期{iso}，表格软件按数字保存",
                        "the day {iso}, which the spreadsheet keeps as a number"
                    ),
                    said!(
                        "文本：请把单元格设为“文本”格式，按原文重新输入",
                        "text: give the cell the format “Text” and type it again as printed"
                    ),
                ),
                SheetCell::Refused { found, expected } => (found.clone(), expected.clone()),
            };
            problems.add(Problem::file(file, found, expected).at(*line, at + 1));
            is_right = false;
        }
        lines.push((*line, texts));
    }
    is_right.then_some(Records { lines, separator: COMMA, plain: None })
}

fn of_bytes(
    problems: &mut Problems,
    file: &str,
    bytes: &[u8],
    is_head: &dyn Fn(&str) -> bool,
) -> Option<Records> {
    let mut is_plain = true;
    let text = match marked(bytes) {
        Some((encoding, rest)) => {
            is_plain = false;
            Cow::Owned(utf16(problems, file, encoding, rest)?.into_bytes())
        }
        None => Cow::Borrowed(without_marks(bytes)),
    };
    if is_unmarked_utf16(&text) {
        let found = said!(
            "每隔一个字节就有一个空字节，像是UTF-16",
            "NUL bytes in every second place, as UTF-16 has them"
        );
        problems.add(Problem::file(file, found, save()).at(1, 1));
        return None;
    }
    let text = match gb18030(&text, is_head) {
        Some(decoded) => {
            is_plain = false;
            let found = said!("GB18030编码的文件，已照此读取", "a file in GB18030, read as that");
            let expected =
                said!("应另存为“CSV UTF-8”的文件", "one to save as “CSV UTF-8”, which is read everywhere");
            problems.warn(Problem::file(file, found, expected).into_warning());
            Cow::Owned(decoded.into_bytes())
        }
        None => text,
    };
    let (separator, skipped) = separator(&text, is_head);
    let rows = text.get(skipped..).unwrap_or_default();
    let lines = split(problems, file, rows, separator, u64::from(skipped > 0))?;
    if lines.is_empty() {
        let expected = said!(
            "有表头的表；用不着的表可以删去整个文件",
            "a table with its heads, or no file where there is nothing to say"
        );
        problems.add(Problem::file(file, said!("空文件", "an empty file"), expected));
        return None;
    }
    let plain = (is_plain && separator == COMMA && skipped == 0).then(|| text.into_owned());
    Some(Records { lines, separator, plain })
}

/// The encoding that a byte order mark names, and what follows it.
fn marked(bytes: &[u8]) -> Option<(&'static Encoding, &[u8])> {
    let little = bytes.strip_prefix(b"\xFF\xFE").map(|rest| (UTF_16LE, rest));
    little.or_else(|| bytes.strip_prefix(b"\xFE\xFF").map(|rest| (UTF_16BE, rest)))
}

/// A file that was saved twice has two marks.
fn without_marks(mut bytes: &[u8]) -> &[u8] {
    while let Some(rest) = bytes.strip_prefix(MARK) {
        bytes = rest;
    }
    bytes
}

fn utf16(problems: &mut Problems, file: &str, encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let (text, is_broken) = encoding.decode_without_bom_handling(bytes);
    let text = text.trim_start_matches('\u{FEFF}');
    if is_broken {
        let before = text.split('\u{FFFD}').next().unwrap_or_default();
        let line = u64::try_from(before.matches('\n').count() + 1).unwrap_or(u64::MAX);
        let name = encoding.name();
        let found = said!(
            "不是{name}的字节，而文件开头是{name}",
            "bytes that are not {name}, which the file begins as"
        );
        problems.add(Problem::file(file, found, save()).at(line, 1));
        return None;
    }
    Some(text.to_owned())
}

/// Whether so many bytes are NUL that it is the encoding, not a damaged cell.
fn is_unmarked_utf16(bytes: &[u8]) -> bool {
    bytes.split(|byte| *byte == 0).skip(1).count() > bytes.len() / 4
}

/// The text of a file in GB18030. Almost any bytes can be read as that, so it is taken only where the bytes prove it: a
/// head in Chinese that is known, no character that no font has, and no cell that is UTF-8, as in a file put together of two.
fn gb18030(bytes: &[u8], is_head: &dyn Fn(&str) -> bool) -> Option<String> {
    if std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    let is_odd = |c: char| {
        matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
            || (c.is_control() && !matches!(c, '\r' | '\n' | '\t'))
    };
    let is_cell_end = |byte: &u8| matches!(byte, b',' | b';' | b'\t' | b'\r' | b'\n' | b'"');
    let is_utf8 =
        |cell: &[u8]| std::str::from_utf8(cell).is_ok_and(|text| text.chars().any(|c| c.len_utf8() > 2));
    let (separator, skipped) = separator(text.as_bytes(), is_head);
    let heads = first(text.as_bytes().get(skipped..).unwrap_or_default(), separator);
    let is_proved = heads.iter().any(|head| !head.is_ascii() && is_head(head));
    (is_proved && !text.chars().any(is_odd) && !bytes.split(is_cell_end).any(is_utf8))
        .then(|| text.into_owned())
}

/// What stands between cells, and how many bytes a first line takes that only says so (`sep=;`): of the usual separators
/// that under which most heads are known.
fn separator(text: &[u8], is_head: &dyn Fn(&str) -> bool) -> (u8, usize) {
    let end = text.iter().position(|byte| *byte == b'\n');
    let line = end.and_then(|end| text.get(..end)).unwrap_or_default();
    let said = line.strip_suffix(b"\r").unwrap_or(line);
    let said = said.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\"")).unwrap_or(said);
    if let Some([one]) = said.strip_prefix(b"sep=").or_else(|| said.strip_prefix(b"SEP=")) {
        return (*one, line.len() + 1);
    }
    let known = |separator: u8| first(text, separator).iter().filter(|head| is_head(head)).count();
    // A tie is the comma's.
    let best = [b'\t', b';', COMMA].into_iter().max_by_key(|separator| known(*separator));
    (best.unwrap_or(COMMA), 0)
}

fn reader(bytes: &[u8], separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(bytes)
}

/// The cells of the first record.
fn first(text: &[u8], separator: u8) -> Vec<String> {
    let mut record = csv::ByteRecord::new();
    let is_read = reader(text, separator).read_byte_record(&mut record).unwrap_or(false);
    let cells = record.iter().filter(|_| is_read);
    cells.map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()
}

/// Each record with its line, the first being the one after those `skipped`.
fn split(
    problems: &mut Problems,
    file: &str,
    bytes: &[u8],
    separator: u8,
    skipped: u64,
) -> Option<Vec<Line>> {
    let mut reader = reader(bytes, separator);
    let mut records = Vec::new();
    let mut record = csv::ByteRecord::new();
    let mut is_right = true;
    // Lines within cells: a spreadsheet shows the row of each record.
    let mut within = 0;
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return is_right.then_some(records),
            Err(error) => {
                let found = Said::as_it_is(&error.to_string());
                problems.add(Problem::file(file, found, said!("CSV文件", "a CSV file")));
                return None;
            }
        }
        let line = line_of(bytes, &record) + skipped - within;
        within += record.iter().flatten().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
        let mut fields = Vec::new();
        for (index, field) in record.iter().enumerate() {
            let Ok(text) = std::str::from_utf8(field) else {
                problems.add(Problem::file(file, foreign(field), save()).at(line, index + 1));
                return None;
            };
            if text.contains('\0') {
                let shown = quotation(text);
                let found = said!("空字节（{shown}）", "a NUL byte ({shown})");
                let expected = said!("文字：请重新输入这个单元格", "text: type the cell again");
                problems.add(Problem::file(file, found, expected).at(line, index + 1));
                is_right = false;
            }
            fields.push(text.to_owned());
        }
        records.push((line, fields));
    }
}

/// What bytes that are not UTF-8 seem to be.
fn foreign(field: &[u8]) -> Said {
    let (decoded, broken) = GB18030.decode_without_bom_handling(field);
    if broken {
        let shown = quotation(&String::from_utf8_lossy(field));
        said!("不是UTF-8的字节（{shown}）", "bytes that are not UTF-8 ({shown})")
    } else {
        let shown = quotation(&decoded);
        said!(
            "GB18030编码的文字，中文版Excel和WPS常用（{shown}）",
            "text in GB18030, the usual encoding of Chinese Excel and WPS ({shown})"
        )
    }
}

/// The line on which a record starts. The reader's own position counts empty lines before the record to it.
fn line_of(bytes: &[u8], record: &csv::ByteRecord) -> u64 {
    let Some(position) = record.position() else {
        return 1;
    };
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let skipped = bytes.iter().skip(start).take_while(|byte| matches!(byte, b'\r' | b'\n'));
    let skipped = skipped.filter(|byte| **byte == b'\n').count();
    position.line() + u64::try_from(skipped).unwrap_or(0)
}
