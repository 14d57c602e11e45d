//! What spreadsheets do to cells while they are typed, opened or saved, and what the cell may have been. What the cell alone
//! proves is a mistake; what only its neighbours suggest is a warning, since a cell may be right as it is.

use std::collections::BTreeSet;

use crate::Said;

/// What is told of a cell.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Damage {
    /// What was in the cell is lost: what should be there instead.
    Certain(Said),
    /// What the cell may have been.
    Perhaps(Said),
}

/// Columns whose cells are names of rows or of sections.
const NUMBERS: [&str; 8] = ["id", "number", "section", "parent", "project", "indicator", "other", "of"];

/// Words of heads under which a day or a month is what one expects, or any text of the report.
const DAYS: [&str; 20] = [
    "时限",
    "时间",
    "日期",
    "期限",
    "进展",
    "结果",
    "完成情况",
    "备注",
    "说明",
    "原文",
    "原因",
    "内容",
    "deadline",
    "date",
    "printed",
    "note",
    "about",
    "remark",
    "stage",
    "means",
];

/// Words of heads under which a day is written.
const DEADLINES: [&str; 6] = ["时限", "时间", "日期", "期限", "deadline", "date"];

/// The damage of each row of a column, from its first row; `column` is its id, or its head where it has none.
pub(super) fn of_column(column: &str, cells: &[Option<&str>]) -> Vec<(usize, Damage)> {
    let has = |words: &[&str]| words.iter().any(|word| column.contains(word));
    let is_number = NUMBERS.contains(&column);
    // Where all cells are such numbers, they are numbers.
    let has_serials =
        (is_number || has(&DEADLINES)) && cells.iter().flatten().any(|cell| !is_serial(cell.trim()));
    let mut found: Vec<(usize, Damage)> = Vec::new();
    for (row, cell) in cells.iter().enumerate() {
        let Some(cell) = cell.map(str::trim) else { continue };
        let damage = lost(cell).or_else(|| {
            let suspected = if is_number || !has(&DAYS) { day(cell) } else { None };
            suspected.or_else(|| if has_serials { serial(cell) } else { None })
        });
        found.extend(damage.map(|damage| (row, damage)));
    }
    let neighbours = if is_number {
        [shortened(cells, column == "id"), stripped(cells)].concat()
    } else {
        lengthened(cells)
    };
    for (row, perhaps) in neighbours {
        if !found.iter().any(|(known, _)| *known == row) {
            found.push((row, Damage::Perhaps(perhaps)));
        }
    }
    found.sort_by_key(|(row, _)| *row);
    found
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `#REF!`, `#####` and `1.23457E+15`: the spreadsheet wrote what it showed, not what it had.
fn lost(cell: &str) -> Option<Damage> {
    const ERRORS: [&str; 8] = ["#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"];
    if ERRORS.contains(&cell) {
        return Some(Damage::Certain(said!(
            "公式的结果（电子表格的公式出错了）",
            "the result of the formula, which failed in the spreadsheet"
        )));
    }
    if cell.len() > 1 && cell.chars().all(|c| c == '#') {
        return Some(Damage::Certain(said!(
            "单元格的内容（电子表格的列太窄，没有显示出来）",
            "what the cell holds: its column was too narrow to show it"
        )));
    }
    let (mantissa, power) = cell.split_once(['E', 'e'])?;
    let power = power.strip_prefix(['+', '-']).filter(|power| power.len() > 1)?;
    let is_mantissa =
        mantissa.trim_start_matches('-').split('.').all(is_digits) && mantissa.matches('.').count() < 2;
    (is_mantissa && is_digits(power)).then(|| {
        Damage::Certain(said!(
            "全部数位（电子表格写成了科学记数法，末几位可能已丢失）",
            "all digits: the spreadsheet wrote it in scientific notation, and the last ones may be lost"
        ))
    })
}

/// 5月3日, 2021/3/5, 2021-03-05, 3-May and Mar-05: what had been typed as 5-3 and the like.
fn day(cell: &str) -> Option<Damage> {
    let (month, day) = month_and_day(cell)?;
    Some(Damage::Perhaps(said!(
        "{month}-{day}、{month}.{day}这样的区间或编号，被电子表格当成了日期",
        "a range or number such as {month}-{day} or {month}.{day}, which the spreadsheet took for a day"
    )))
}

fn month_and_day(cell: &str) -> Option<(u32, u32)> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let number = |text: &str, most: u32| {
        let number = text.parse().ok().filter(|number| is_digits(text) && (1..=most).contains(number));
        number.filter(|_| text.len() <= 2)
    };
    if let Some((month, day)) = cell.strip_suffix('日').and_then(|rest| rest.split_once('月')) {
        return Some((number(month, 12)?, number(day, 31)?));
    }
    let parts: Vec<&str> = cell.split(['/', '-']).collect();
    match parts[..] {
        [year, month, day] if year.len() == 4 && is_digits(year) => {
            Some((number(month, 12)?, number(day, 31)?))
        }
        [first, second] if cell.contains('-') => {
            let month =
                |name: &str| (1..).zip(MONTHS).find(|(_, known)| *known == name).map(|(month, _)| month);
            let named = month(second).map(|month| (month, first)).or_else(|| Some((month(first)?, second)));
            let (month, other) = named?;
            Some((month, number(other, 31)?))
        }
        _ => None,
    }
}

/// Whether it is such a number as 44320, by which spreadsheets know a day.
fn is_serial(cell: &str) -> bool {
    /// 1 January 2000 and 31 December 2050.
    const DAYS: std::ops::RangeInclusive<i64> = 36526..=55153;
    cell.len() == 5 && cell.parse().is_ok_and(|days| DAYS.contains(&days))
}

fn serial(cell: &str) -> Option<Damage> {
    let date = date_of(cell.parse().ok().filter(|_| is_serial(cell))?);
    Some(Damage::Perhaps(said!(
        "日期{date}，或者被电子表格当成日期的文字",
        "the day {date}, or a text that the spreadsheet took for a day"
    )))
}

/// The day of that number: 25569 is 1 January 1970.
fn date_of(serial: i64) -> String {
    let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let (mut year, mut rest) = (1970, serial - 25569);
    while rest >= 365 + i64::from(is_leap(year)) {
        rest -= 365 + i64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + i64::from(is_leap(year));
    let mut month = 1;
    for days in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if rest < days {
            break;
        }
        rest -= days;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", rest + 1)
}

/// A number such as 3.10, which a spreadsheet writes as 3.1: its two parts.
fn two_parts(cell: &str) -> Option<(&str, u32)> {
    let (before, after) = cell.split_once('.')?;
    let number = after.parse().ok().filter(|_| is_digits(before) && is_digits(after))?;
    Some((before, number))
}

/// 3.1 again, where 3.9 stands and 3.10 does not, and right after 3.9 or where each must be unlike the others: what may have been 3.10.
fn shortened(cells: &[Option<&str>], is_unique: bool) -> Vec<(usize, Said)> {
    let numbered = || (0..).zip(cells).filter_map(|(row, cell)| Some((row, two_parts((*cell)?)?)));
    let all: BTreeSet<(&str, u32)> = numbered().map(|(_, number)| number).collect();
    let mut seen = BTreeSet::new();
    // The number above, and the one above that is not the same: several rows of one section follow each other.
    let (mut above, mut before) = (None, None);
    let mut found = Vec::new();
    for (row, (section, number)) in numbered() {
        if above != Some((section, number)) {
            (above, before) = (Some((section, number)), above);
        }
        let is_again = seen.contains(&(section, number));
        seen.insert((section, number));
        let mut tens =
            (1..4).filter_map(|zeros| number.checked_mul(10_u32.pow(zeros)).filter(|ten| *ten > 0));
        let ten = tens.find(|ten| all.contains(&(section, ten - 1)) && !all.contains(&(section, *ten)));
        if let Some(ten) = ten.filter(|ten| is_again && (is_unique || before == Some((section, ten - 1)))) {
            let said = said!(
                "{section}.{ten}，电子表格把它当成小数，去掉了末尾的0",
                "{section}.{ten}, of which the spreadsheet dropped the last zero as of a decimal number"
            );
            found.push((row, said));
        }
    }
    found
}

/// 3 among 001 and 002: what may have been 003.
fn stripped(cells: &[Option<&str>]) -> Vec<(usize, Said)> {
    let padded: Vec<usize> = cells
        .iter()
        .flatten()
        .filter(|cell| cell.len() > 1 && cell.starts_with('0') && is_digits(cell))
        .map(|cell| cell.len())
        .collect();
    let Some(width) = padded.first().copied().filter(|first| padded.iter().all(|width| width == first))
    else {
        return Vec::new();
    };
    let is_short = |cell: &&str| is_digits(cell) && cell.len() < width;
    let short = (0..).zip(cells).filter_map(|(row, cell)| Some((row, cell.filter(is_short)?)));
    short
        .map(|(row, cell)| {
            let full = format!("{cell:0>width$}");
            (
                row,
                said!("{full}，电子表格去掉了开头的0", "{full}, of which the spreadsheet dropped the zeros"),
            )
        })
        .collect()
}

/// 875.00 where at least three others are numbers without a point: what may have been 875.
fn lengthened(cells: &[Option<&str>]) -> Vec<(usize, Said)> {
    let whole = |cell: &str| {
        let digits = cell.trim_start_matches('-');
        digits.split_once('.').is_some_and(|(before, zeros)| {
            is_digits(before) && zeros.len() > 1 && zeros.bytes().all(|byte| byte == b'0')
        })
    };
    let others: Vec<&str> = cells.iter().flatten().copied().filter(|cell| !whole(cell)).collect();
    let numbers = others.iter().filter(|cell| is_digits(cell.trim_start_matches('-'))).count();
    if numbers < 3 || others.iter().any(|cell| cell.contains('.')) {
        return Vec::new();
    }
    let found = (0..).zip(cells).filter_map(|(row, cell)| Some((row, cell.filter(|cell| whole(cell))?)));
    found
        .map(|(row, cell)| {
            let short = cell.split('.').next().unwrap_or(cell);
            let said = said!(
                "{short}，电子表格加了小数位；这一栏的其他数字都没有",
                "{short}, to which the spreadsheet added decimals; no other number of the column has any"
            );
            (row, said)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is told in Chinese of each cell of a column; empty where nothing is.
    fn told(column: &str, cells: &[&str]) -> Vec<String> {
        let cells: Vec<Option<&str>> = cells.iter().map(|cell| (!cell.is_empty()).then_some(*cell)).collect();
        let mut told = vec![String::new(); cells.len()];
        for (row, damage) in of_column(column, &cells) {
            let (Damage::Certain(said) | Damage::Perhaps(said)) = damage;
            told[row] = said.zh.split(['，', '（']).next().unwrap().to_owned();
        }
        told
    }

    #[test]
    fn what_a_spreadsheet_wrote_in_place_of_a_cell_is_certain() {
        for cell in ["#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#####", "##", "1.23457E+15", "-2e-07", "4E+11"] {
            assert!(matches!(of_column("actual", &[Some(cell)])[..], [(0, Damage::Certain(_))]), "{cell}");
        }
        for cell in ["#", "#1楼", "E+15", "1E5", "3E", "PM2.5", "1.2.3E+05", "LED+10"] {
            assert_eq!(of_column("name", &[Some(cell)]), [], "{cell}");
        }
    }

    #[test]
    fn a_day_where_no_day_is_expected_was_a_range_or_a_number() {
        for (cell, was) in [
            ("5月3日", "5-3、5.3这样的区间或编号"),
            ("2021/3/5", "3-5、3.5这样的区间或编号"),
            ("2021-03-05", "3-5、3.5这样的区间或编号"),
            ("3-May", "5-3、5.3这样的区间或编号"),
            ("Mar-05", "3-5、3.5这样的区间或编号"),
        ] {
            for column in ["plan", "id", "location", "number"] {
                assert_eq!(told(column, &[cell]), [was], "{cell} in {column}");
            }
            for column in ["完成时限", "deadline", "printed", "备注", "2020年结果", "进展"] {
                assert_eq!(told(column, &[cell]), [""], "{cell} in {column}");
            }
        }
        for cell in [
            "K3+200",
            "3-5号棚户区",
            "6-6.5",
            "6-7",
            "〔7.1〕",
            "3-5月开工",
            "13月3日",
            "5月",
            "2021",
            "1/2",
            "2021/13/5",
            "2021年12月底",
            "May-32",
        ] {
            assert_eq!(told("plan", &[cell]), [""], "{cell}");
        }
    }

    #[test]
    fn the_number_of_a_day_stands_among_texts() {
        assert_eq!(told("完成时限", &["11月", "44320", "全年"])[1], "日期2021-05-04");
        assert_eq!(told("id", &["a1", "43831"])[1], "日期2020-01-01");
        assert_eq!(told("时限", &["全年", "45351"])[1], "日期2024-02-29");
        assert_eq!(told("id", &["44320", "44321"]), ["", ""], "ids of five digits");
        assert_eq!(told("actual", &["44320", "7.5"]), ["", ""], "a value");
        assert_eq!(told("总投资", &["44320", "约3亿元"]), ["", ""]);
        assert_eq!(told("完成时限", &["99999", "全年"]), ["", ""]);
    }

    #[test]
    fn a_number_that_lost_its_last_zero_follows_the_one_that_ends_in_9() {
        assert_eq!(told("id", &["3", "3.1", "3.8", "3.9", "3.1", "3.11"])[4], "3.10");
        assert_eq!(told("section", &["3.1", "3.9", "3.9", "3.1", "3.1"])[3..], ["3.10", "3.10"]);
        assert_eq!(told("number", &["2.1", "2.2", "2.19", "2.2"])[3], "2.20");
        assert_eq!(told("id", &["3.1", "3.1", "3.2", "3.9", "3.11"])[1], "3.10", "sorted since");
        assert_eq!(told("section", &["3.1", "3.1", "3.2", "3.9", "3.11"])[1], "", "two rows of 3.1");
        let right: [&[&str]; 5] = [
            &["3", "3.1", "3.10"],
            &["3.1", "3.9", "3.10", "3.11"],
            &["3.1", "3.9", "3.10", "3.1"],
            &["3.1", "3.2", "3.1"],
            &["3.1", "3.9", "4.1", "4.2", "3.1"],
        ];
        for cells in right {
            assert_eq!(told("section", cells), vec![""; cells.len()], "{cells:?}");
        }
        assert_eq!(told("actual", &["3.1", "3.9", "3.1"]), ["", "", ""], "values");
    }

    #[test]
    fn zeros_at_the_beginning_are_missed_where_others_have_them() {
        assert_eq!(told("id", &["001", "002", "3", "010"]), ["", "", "003", ""]);
        assert_eq!(told("number", &["1", "2", "10"]), ["", "", ""]);
        assert_eq!(told("id", &["01", "002", "3"]), ["", "", ""], "no common width");
        assert_eq!(told("actual", &["0", "012", "3"]), ["", "", ""], "values");
    }

    #[test]
    fn decimals_that_no_other_number_of_the_column_has() {
        assert_eq!(told("plan", &["875.00", "1200", "30", "", "7"]), ["875", "", "", "", ""]);
        assert_eq!(told("plan", &["875.00", "12.5", "30", "40", "7"])[0], "");
        assert_eq!(told("plan", &["875.00", "12"])[0], "", "too few to tell");
        assert_eq!(told("plan", &["62.0", "1200", "30", "7"])[0], "", "one decimal may be printed");
    }
}
