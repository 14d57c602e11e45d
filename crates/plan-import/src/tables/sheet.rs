//! A table with one head for each column.

use super::heads::{self, Head, is_head_row, is_number, is_unit, is_value};
use crate::Grid;

/// A table whose heads are known.
pub(super) struct Sheet<'a> {
    /// Its number among the report's tables.
    pub(super) number: usize,
    /// The table.
    pub(super) grid: &'a Grid,
    /// The head of each column; of two rows of heads both.
    pub(super) heads: Vec<String>,
    /// What the heads are.
    pub(super) kinds: Vec<Option<Head>>,
    /// The first row below the heads; 0 where it has none.
    pub(super) body: usize,
}

/// So many rows of heads a table has at most.
const MOST_HEAD_ROWS: usize = 3;

/// So many rows are looked at to say what a column holds.
const SAMPLE: usize = 60;

impl<'a> Sheet<'a> {
    pub(super) fn new(number: usize, grid: &'a Grid) -> Self {
        let first = grid.rows.iter().take(4).position(|row| is_head_row(row));
        // A first row without numbers above rows with numbers is one of heads, whatever it is called.
        let has_years = |row: &Vec<String>| {
            row.iter().any(|cell| heads::year(cell).is_some()) && !row.iter().any(|cell| is_number(cell))
        };
        let first = first.or_else(|| grid.rows.first().is_some_and(has_years).then_some(0));
        let Some(first) = first else {
            return Self { number, grid, heads: Vec::new(), kinds: Vec::new(), body: 0 };
        };
        let mut heads = grid.rows.get(first).cloned().unwrap_or_default();
        let mut body = first + 1;
        while body - first < MOST_HEAD_ROWS
            && let Some(row) = grid.rows.get(body).filter(|row| goes_on(&heads, row))
        {
            heads = joined(&heads, row);
            body += 1;
        }
        let kinds = heads.iter().map(|head| heads::head(head)).collect();
        Self { number, grid, heads, kinds, body }
    }

    /// The first column with such a head.
    pub(super) fn column(&self, head: Head) -> Option<usize> {
        self.kinds.iter().position(|kind| *kind == Some(head))
    }

    /// The columns with such a head.
    pub(super) fn columns(&self, head: Head) -> impl Iterator<Item = usize> {
        (0..).zip(&self.kinds).filter(move |(_, kind)| **kind == Some(head)).map(|(at, _)| at)
    }

    /// The rows below the heads, each with its number.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, &'a [String])> {
        (0..).zip(&self.grid.rows).skip(self.body).map(|(at, row)| (at, row.as_slice()))
    }

    /// The cell of a row in a column.
    pub(super) fn cell(row: &[String], column: Option<usize>) -> &str {
        column.and_then(|column| row.get(column)).map_or("", String::as_str)
    }

    /// Whether a title has a word.
    pub(super) fn title_has(&self, word: &str) -> bool {
        self.grid.titles.iter().any(|title| title.contains(word))
    }

    /// Whether most of what stands below 单位 are units, not offices.
    pub(super) fn has_units(&self) -> bool {
        let unit = self.column(Head::Unit);
        let cells =
            self.rows().take(SAMPLE).map(|(_, row)| Self::cell(row, unit)).filter(|cell| !cell.is_empty());
        let (units, all) =
            cells.fold((0, 0), |(units, all), cell| (units + usize::from(is_unit(cell)), all + 1));
        all > 0 && units * 2 >= all
    }

    /// Whether the first column that is no number has names and most that stands below heads of values are values.
    pub(super) fn names_are_plain(&self) -> bool {
        let name = self.name_by_place();
        let is_name = |row: &[String]| {
            let cell = Self::cell(row, name);
            !cell.is_empty() && !is_number(cell)
        };
        let (mut names, mut values, mut all, mut rows) = (0_usize, 0_usize, 0_usize, 0_usize);
        for (_, row) in self.rows().take(SAMPLE) {
            rows += 1;
            names += usize::from(is_name(row));
            for column in self.columns(Head::Values) {
                let cell = Self::cell(row, Some(column));
                all += usize::from(!cell.is_empty());
                values += usize::from(is_value(cell));
            }
        }
        rows > 0 && names * 10 >= rows * 9 && values * 10 >= all * 8 && values > 0
    }

    /// The first column that is neither a number nor known as another.
    pub(super) fn name_by_place(&self) -> Option<usize> {
        let at = self.kinds.iter().position(|kind| *kind != Some(Head::Number))?;
        self.kinds.get(at).filter(|kind| kind.is_none()).map(|_| at)
    }
}

/// The words of a row that has the same in all its cells, or but one cell with words.
pub(super) fn merged(row: &[String]) -> Option<&str> {
    let mut words = row.iter().filter(|cell| !cell.is_empty());
    let first = words.next()?;
    words.all(|cell| cell == first).then_some(first.as_str())
}

/// Whether a row below heads has heads too: none of its own where names are, and no values.
fn goes_on(heads: &[String], row: &[String]) -> bool {
    let mut further = 0;
    for (at, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let above = heads.get(at).map_or("", String::as_str);
        if cell == above {
            continue;
        }
        let kind = heads::head(above);
        let is_below_values =
            matches!(kind, Some(Head::Values | Head::Owner | Head::Target | Head::OfProject))
                || (above.is_empty() && at > 0);
        let is_head = heads::head(cell).is_some() || is_sub_head(cell) || is_unit_head(cell);
        if !is_below_values || !is_head || is_number(cell) {
            return false;
        }
        further += 1;
    }
    let is_merged_heading = merged(row).is_some() && row.iter().filter(|cell| !cell.is_empty()).count() > 1;
    further > 0 && !is_merged_heading
}

/// A word below a year: 绝对值, 1—9月.
fn is_sub_head(cell: &str) -> bool {
    let words = ["绝对", "增", "总量", "数", "值", "额", "月", "季", "占", "±", "完成", "率", "比"];
    cell.chars().count() <= 12 && words.iter().any(|word| cell.contains(word))
}

/// A unit below a head: （亿元）, %.
fn is_unit_head(cell: &str) -> bool {
    is_unit(cell.trim_matches(['（', '）', '(', ')']))
}

/// Heads with those of a further row below them. A head that stands over several columns stands before the first of these only.
fn joined(heads: &[String], row: &[String]) -> Vec<String> {
    let width = heads.len().max(row.len());
    let mut over = "";
    let mut out = Vec::with_capacity(width);
    for at in 0..width {
        let above = heads.get(at).map_or("", String::as_str);
        let below = row.get(at).map_or("", String::as_str);
        if !above.is_empty() {
            over = above;
        }
        let above = if above.is_empty() && !below.is_empty() { over } else { above };
        out.push(match () {
            () if below.is_empty() || below == above => above.to_owned(),
            () if below.starts_with(above) => below.to_owned(),
            () if is_unit(below) => format!("{above}（{below}）"),
            // The year comes first.
            () if heads::year(below).is_some() && heads::year(above).is_none() => {
                format!("{below}{above}")
            }
            () => format!("{above}{below}"),
        });
    }
    out
}
