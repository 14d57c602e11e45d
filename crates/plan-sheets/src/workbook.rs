//! The sheets of an Excel workbook, each cell as it is shown. What a person would not see as text or a number, and what may be
//! seen in two ways, is refused at its cell.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use calamine::{
    Data, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError, open_workbook,
};
use plan_data::package::{Hidden, Sheet, SheetCell};
use plan_data::{Said, said};

use crate::{hidden, number};

/// Why a workbook is not read: what was found, and what was expected.
pub(crate) struct Unreadable {
    pub found: Said,
    pub expected: Said,
}

/// Every sheet that is shown and has cells; and the names of those that are hidden.
pub(crate) fn sheets(path: &Path) -> Result<(Vec<Sheet>, Vec<String>), Unreadable> {
    let failed = |error: XlsxError| Unreadable {
        found: said!("无法读取的文件（{error}）", "a file that cannot be read as one ({error})"),
        expected: said!("Excel工作簿", "an Excel workbook"),
    };
    let mut workbook: Xlsx<_> = open_workbook(path).map_err(failed)?;
    let (mut sheets, mut hidden) = (Vec::new(), Vec::new());
    let mut within = hidden::hidden(path);
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.visible != SheetVisible::Visible {
            hidden.push(sheet.name);
        } else if sheet.typ == SheetType::WorkSheet {
            let cells = Cells::of(&mut workbook, &sheet.name).map_err(failed)?;
            let name = sheet.name.trim().to_owned();
            let rows = cells.rows(&name)?;
            let hidden = within.remove(&sheet.name).unwrap_or_default();
            sheets.extend((!rows.is_empty()).then_some(Sheet { name, rows, hidden }));
        } else {
            sheets.push(Sheet { name: sheet.name, rows: Vec::new(), hidden: Hidden::default() });
        }
    }
    Ok((sheets, hidden))
}

/// The cells of a sheet, by their rows and columns from 0: those that have anything. A cell far from all others costs no more.
struct Cells {
    values: BTreeMap<(u32, u32), Data>,
    formats: BTreeMap<(u32, u32), String>,
    formulas: BTreeSet<(u32, u32)>,
    merged: Vec<Dimensions>,
}

impl Cells {
    fn of<R: std::io::Read + std::io::Seek>(workbook: &mut Xlsx<R>, name: &str) -> Result<Self, XlsxError> {
        let (mut values, mut formats, mut formulas) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
        let merged = workbook.merge_cells_by_sheet_name(name)?;
        let mut reader = workbook.worksheet_cells_reader(name)?;
        while let Some((cell, style)) = reader.next_cell_with_style_id()? {
            let value = Data::from(cell.get_value().clone());
            if value != Data::Empty {
                let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
                if let Some(format) = format {
                    formats.insert(cell.get_position(), format.format_code.clone());
                }
                values.insert(cell.get_position(), value);
            }
        }
        drop(reader);
        let mut reader = workbook.worksheet_cells_reader(name)?;
        while let Some(formula) = reader.next_formula()? {
            if !formula.get_value().is_empty() {
                formulas.insert(formula.get_position());
            }
        }
        Ok(Self { values, formats, formulas, merged })
    }

    /// The first row that has anything: that of the heads.
    fn first(&self) -> Option<u32> {
        self.values.keys().next().map(|(row, _)| *row)
    }

    /// The rows from the first that has anything, with their numbers; as wide as the sheet, from its first column.
    ///
    /// # Errors
    /// A cell is so far from the others that most between are empty.
    fn rows(&self, name: &str) -> Result<Vec<(u64, Vec<SheetCell>)>, Unreadable> {
        let (Some(first), Some((last, _))) = (self.first(), self.values.keys().next_back()) else {
            return Ok(Vec::new());
        };
        let right = self.values.keys().map(|(_, column)| *column).max().unwrap_or_default();
        let (last, number, width) = (*last, u64::from(*last) + 1, u64::from(right) + 1);
        if u64::from(last - first).saturating_add(1).saturating_mul(width) > MOST_CELLS {
            return Err(Unreadable {
                found: said!(
                    "工作表“{name}”用到第{number}行、第{width}列",
                    "the sheet “{name}” with cells down to row {number} and as far as column {width}"
                ),
                expected: said!(
                    "一张表不超过{MOST_CELLS}格：请删去远处的单元格",
                    "at most {MOST_CELLS} cells in a sheet: delete those that are far from the others"
                ),
            });
        }
        let is_head = |row: u32| row == first;
        let row = |at: u32| (0..=right).map(|column| self.cell((at, column), is_head(at))).collect();
        Ok((first..=last).map(|at| (u64::from(at) + 1, row(at))).collect())
    }

    /// A cell as it is shown. One that is merged with those below it says the same in each of their rows.
    fn cell(&self, at: (u32, u32), is_head: bool) -> SheetCell {
        let merged = self.merged.iter().find(|merged| merged.contains(at.0, at.1));
        let Some(merged) = merged else {
            return self.own(at, is_head);
        };
        let is_wide = merged.start.1 != merged.end.1;
        let has_head = self.first() == Some(merged.start.0);
        if !is_wide && !has_head {
            return self.own(merged.start, false);
        }
        let is_said = at == merged.start && self.values.contains_key(&at);
        if !is_said {
            return SheetCell::Text(String::new());
        }
        let expected = if has_head {
            said!(
                "每列一个表头，都在同一行，例如“2025年目标”",
                "a head of its own over each column, in one row, such as “2025年目标”"
            )
        } else {
            said!("每列一个单元格：请取消合并", "a cell of its own in each column: undo the merge")
        };
        SheetCell::Refused {
            found: said!("合并的单元格", "a cell that is merged with others"), expected
        }
    }

    fn own(&self, at: (u32, u32), is_head: bool) -> SheetCell {
        match self.values.get(&at) {
            None | Some(Data::Empty) => {
                if self.formulas.contains(&at) {
                    return SheetCell::Refused {
                        found: said!("没有结果的公式", "a formula without its result"),
                        expected: said!(
                            "公式的结果：请用Excel或WPS打开并保存一次",
                            "its result: open the file in Excel or WPS and save it"
                        ),
                    };
                }
                SheetCell::Text(String::new())
            }
            // Heads are broken into lines to make them narrow.
            Some(Data::String(text)) if is_head => {
                SheetCell::Text(text.replace(['\r', '\n'], "").trim().to_owned())
            }
            Some(Data::String(text)) => SheetCell::Text(text.clone()),
            Some(Data::Int(whole)) => self.number(at, &whole.to_string(), whole.unsigned_abs() >= MOST),
            Some(Data::Float(value)) => {
                let is_long = value.abs() >= 1e15;
                self.number(at, &format!("{value:.14e}"), is_long)
            }
            Some(Data::DateTime(day)) => self::day(day),
            Some(Data::DateTimeIso(text)) => match text.get(..10) {
                Some(day) if text.len() == 10 || text.ends_with("T00:00:00") => {
                    SheetCell::Day(day.to_owned())
                }
                _ => time(text),
            },
            Some(Data::DurationIso(text)) => time(text),
            Some(Data::Bool(value)) => {
                let word = if *value { "TRUE" } else { "FALSE" };
                SheetCell::Refused {
                    found: said!("逻辑值{word}", "the truth value {word}"),
                    expected: said!("文字或数字", "a text or a number"),
                }
            }
            Some(Data::Error(error)) => SheetCell::Refused {
                found: said!("错误值{error}", "the error {error}"),
                expected: said!(
                    "数值：请改正公式，或按原文输入",
                    "a value: mend the formula, or type what the report prints"
                ),
            },
        }
    }

    /// A number in scientific notation, or a whole one, as its format shows it.
    fn number(&self, at: (u32, u32), value: &str, is_long: bool) -> SheetCell {
        if is_long {
            return SheetCell::Refused {
                found: said!(
                    "超过15位的数字，表格软件只保留15位",
                    "a number of more than 15 digits, of which a spreadsheet keeps 15"
                ),
                expected: said!(
                    "文本：请把单元格设为“文本”格式，重新输入",
                    "text: give the cell the format “Text” and type the number again"
                ),
            };
        }
        let format = self.formats.get(&at).map_or("General", String::as_str);
        match number::shown(value, format) {
            Some(text) => SheetCell::Text(text),
            None => SheetCell::Refused {
                found: said!("格式为“{format}”的数字", "a number in the format “{format}”"),
                expected: said!(
                    "“常规”“文本”、小数或百分比格式",
                    "the format “General”, “Text”, a number with decimals or a percentage"
                ),
            },
        }
    }
}

/// So many cells at most has a sheet, the empty ones between others with them.
const MOST_CELLS: u64 = 1_000_000;

/// The least whole number that has more than 15 digits.
const MOST: u64 = 1_000_000_000_000_000;

fn day(day: &ExcelDateTime) -> SheetCell {
    let (year, month, date, hour, minute, second, _) = day.to_ymd_hms_milli();
    if day.is_duration() || (hour, minute, second) != (0, 0, 0) || day.as_f64() < 1.0 {
        return time(&format!("{hour:02}:{minute:02}:{second:02}"));
    }
    SheetCell::Day(format!("{year:04}-{month:02}-{date:02}"))
}

fn time(text: &str) -> SheetCell {
    SheetCell::Refused {
        found: said!("时间{text}", "the time {text}"),
        expected: said!(
            "文本：请把单元格设为“文本”格式，按原文重新输入",
            "text: give the cell the format “Text” and type it again as printed"
        ),
    }
}
