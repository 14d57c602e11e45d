//! Rows of tables: indicators, projects, tasks, by the heads of their columns.

pub(crate) mod heads;
mod indicators;
mod lists;
pub(crate) mod numbering;
mod sheet;

use plan_data::package::Role;

use crate::row::{Cells, Reason, Row, Span, Sureness, Table, said};
use crate::{Grid, Report};
use sheet::Sheet;

/// The rows of the report's tables. What cannot be read of them is among the omissions, with the reason.
pub(crate) fn rows(report: &Report) -> Vec<Row> {
    let sheets: Vec<(Sheet<'_>, Option<Kind>)> = (0..)
        .zip(&report.tables)
        .map(|(number, grid)| {
            let sheet = Sheet::new(number, grid);
            let kind = kind(&sheet);
            (sheet, kind)
        })
        .collect();
    let mut indicators = indicators::Reader::new(report, &sheets);
    let mut rows = Vec::from_iter(indicators.year_of_heads(report));
    for (sheet, kind) in &sheets {
        match kind {
            Some(Kind::Indicators) => indicators.read(sheet, &mut rows),
            Some(Kind::Projects) => lists::projects(sheet, &mut rows),
            Some(Kind::Tasks) => lists::tasks(sheet, &mut rows),
            None => unknown(sheet, &mut rows),
        }
    }
    rows
}

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Indicators,
    Projects,
    Tasks,
}

/// What the rows of a table are by its heads, or where these do not say it by its cells.
fn kind(sheet: &Sheet<'_>) -> Option<Kind> {
    use heads::Head;
    let has = |head: Head| sheet.column(head).is_some();
    let is_of_projects = [Head::OfProject, Head::Location, Head::Work].into_iter().any(has);
    let (has_unit, has_values, has_owner) = (has(Head::Unit), has(Head::Values), has(Head::Owner));
    if sheet.body == 0 {
        return None;
    }
    match () {
        () if has(Head::Indicator) && (has_unit || has_values || has_owner) => Some(Kind::Indicators),
        () if has(Head::Project) && has_unit && has_values && !is_of_projects && sheet.has_units() => {
            Some(Kind::Indicators)
        }
        () if has(Head::Project) && sheet.heads.len() > 1 => Some(Kind::Projects),
        () if (has(Head::Task) || has(Head::SubTask) || has(Head::Target))
            && (has(Head::Task) || has(Head::SubTask) || !(has_unit && sheet.has_units())) =>
        {
            let is_said =
                has_owner || has_values || (has(Head::Task) && (has(Head::Target) || has(Head::SubTask)));
            is_said.then_some(Kind::Tasks)
        }
        () if has(Head::Name) && is_of_projects => Some(Kind::Projects),
        () if has(Head::Name) && (has_values || (has_unit && sheet.has_units())) => Some(Kind::Indicators),
        () if has(Head::Name) && has_owner && sheet.title_has("项目") => Some(Kind::Projects),
        () if has(Head::Name) && has_owner && (sheet.title_has("任务") || sheet.title_has("工作")) => {
            Some(Kind::Tasks)
        }
        // The head above the names is of this table alone, or missing.
        () if has_values && sheet.names_are_plain() => Some(Kind::Indicators),
        () => None,
    }
}

/// The rows of a table of which nothing is known.
fn unknown(sheet: &Sheet<'_>, rows: &mut Vec<Row>) {
    let reason = said(
        "表头不足以判断各列是什么，整张表未读",
        "the heads do not say what the columns are; the table is not read",
    );
    let numbers = 0..sheet.grid.rows.len();
    rows.extend(numbers.filter_map(|row| omission(sheet, row, &reason)));
}

/// A row of a table that is not read; `None` where it has no words.
fn omission(sheet: &Sheet<'_>, row: usize, reason: &Reason) -> Option<Row> {
    let Grid { at, rows, .. } = sheet.grid;
    let mut words: Vec<&str> =
        rows.get(row)?.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    words.dedup();
    let row = Row {
        table: Table::Omissions,
        cells: Cells::default(),
        span: Span::Cells(sheet.number, row),
        sureness: Sureness::Doubtful(reason.clone()),
    };
    let printed = words.join("｜");
    (!printed.is_empty()).then(|| {
        row.with("section", &at.section)
            .with("paragraph", at.paragraph.to_string())
            .with("printed", printed)
            .with("reason", &reason.zh)
    })
}

/// What makes a row less sure.
#[derive(Clone, Debug, Default)]
struct Doubts {
    rank: u8,
    zh: Vec<String>,
    en: Vec<String>,
}

impl Doubts {
    fn likely(&mut self, zh: impl Into<String>, en: impl Into<String>) {
        self.add(1, zh.into(), en.into());
    }

    fn doubtful(&mut self, zh: impl Into<String>, en: impl Into<String>) {
        self.add(2, zh.into(), en.into());
    }

    fn add(&mut self, rank: u8, zh: String, en: String) {
        self.rank = self.rank.max(rank);
        if !self.zh.contains(&zh) {
            self.zh.push(zh);
            self.en.push(en);
        }
    }

    fn sureness(self) -> Sureness {
        let Self { rank, zh, en } = self;
        match rank {
            0 => Sureness::Sure(said("表头和各格都认得", "the heads and the cells are all known")),
            1 => Sureness::Likely(said(zh.join("；"), en.join("; "))),
            _ => Sureness::Doubtful(said(zh.join("；"), en.join("; "))),
        }
    }
}

/// A head under which a column is kept as printed, such that the package's reader takes it for no column of its own and for none of `used`.
fn kept_head(table: &str, years: (u16, u16), (at, head): (usize, &str), used: &mut Vec<String>) -> String {
    let is_free = |head: &String, used: &[String]| {
        let role = plan_data::package::roles(table, std::slice::from_ref(head), years).pop().flatten();
        let is_kept = matches!(role, Some(Role::Kept | Role::Values(_)));
        is_kept && !head.is_empty() && !used.contains(head)
    };
    let numbered = format!("第{}列{head}", at + 1);
    let further = (2..).map(|count| format!("{numbered}（{count}）"));
    let names = [head.to_owned(), format!("{head}（附表）"), numbered.clone()].into_iter().chain(further);
    let head = names.take(100).find(|head| is_free(head, used)).unwrap_or(numbered);
    used.push(head.clone());
    head
}

#[cfg(test)]
mod tests;
