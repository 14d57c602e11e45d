//! How much of what is expected was read: precision and recall of each table, and whether what is called sure is right.

use std::collections::HashMap;
use std::fmt;

use plan_data::Quantity;

use crate::{Import, Row, Table};

/// A table that was written by hand.
#[derive(Clone, Debug)]
pub struct Expected {
    /// Which.
    pub table: Table,
    /// The ids of the columns that are compared.
    pub columns: Vec<String>,
    /// Its rows, a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// What of a package is compared: facts, not the words and codes of its editors.
pub fn facts(table: Table) -> &'static [&'static str] {
    match table {
        Table::Report => &["key", "value"],
        Table::Sections => &["id", "number", "heading"],
        Table::Headings => &["section", "paragraph", "heading"],
        Table::Indicators => &["category", "group", "number", "name", "unit", "actual", "plan"],
        Table::Figures => &["section", "paragraph", "value", "value_upper", "unit", "modifier", "year"],
        // How much of the words around a number is printed is for the editor to say.
        Table::Omissions => &["section", "paragraph"],
        Table::Projects => &["name", "location"],
        Table::Mentions => &["section", "paragraph", "name"],
        Table::Places => &["name", "kind"],
        Table::Locations => &["printed", "relation", "segment", "direction"],
        Table::Tasks => &["section", "paragraph", "target"],
        Table::Remarks => &["section", "paragraph", "kind"],
    }
}

impl Expected {
    /// A table as its CSV file has it; of `columns`, only those are compared that it has, or all of its own where that is `None`. The
    /// target of a task and its unit are one.
    ///
    /// # Errors
    /// The file is no CSV.
    pub fn parse(table: Table, text: &str, columns: Option<&[&str]>) -> Result<Self, csv::Error> {
        let text = text.trim_start_matches('\u{FEFF}');
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let heads: Vec<String> = reader.headers()?.iter().map(str::to_owned).collect();
        let has_units = table == Table::Tasks && columns.is_some();
        let is_compared = |head: &str| columns.is_none_or(|columns| columns.contains(&head));
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record?;
            let cell_of = |wanted: &str| {
                let found = heads.iter().zip(&record).find(|(head, _)| *head == wanted);
                found.map_or("", |(_, cell)| cell)
            };
            let compared = heads.iter().filter(|head| is_compared(head)).map(|head| match head.as_str() {
                "target" if has_units => with_unit(cell_of("target"), cell_of("unit")),
                head => cell_of(head).to_owned(),
            });
            rows.push(compared.collect());
        }
        let columns = heads.iter().filter(|head| is_compared(head)).cloned().collect();
        Ok(Self { table, columns, rows })
    }
}

/// A target of a column of its own, and the unit of the next, as a sentence has them: 90以上 and 个 are 90个以上.
fn with_unit(target: &str, unit: &str) -> String {
    let number = ["以上", "以下", "以内", "左右"]
        .into_iter()
        .find_map(|word| Some((target.strip_suffix(word)?, word)));
    let (number, word) = number.unwrap_or((target, ""));
    format!("{number}{unit}{word}")
}

/// How a table was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows that are as expected.
    pub right: usize,
    /// Rows that were read.
    pub read: usize,
    /// Rows that were expected.
    pub expected: usize,
    /// Of those that were read, the ones called sure.
    pub sure: usize,
    /// Of these, the ones that are right.
    pub sure_right: usize,
    /// What was expected and not read.
    pub missed: Vec<String>,
    /// What was read and not expected; called sure where the word stands before it.
    pub wrong: Vec<String>,
}

/// The counts of each table that was judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score(pub Vec<(Table, Counts)>);

/// A cell without white space and with one kind of brackets, which carry no meaning; of a target only the numbers and their unit.
fn plain(column: &str, cell: &str) -> String {
    let cell = cell.chars().filter(|c| !c.is_whitespace()).map(|c| match c {
        '(' => '（',
        ')' => '）',
        other => other,
    });
    let cell: String = cell.collect();
    match cell.parse::<Quantity>() {
        Ok(Quantity { amount, unit }) if column == "target" => {
            let upper = amount.upper.map(|upper| format!("~{upper}")).unwrap_or_default();
            format!("{}{upper}{}", amount.value, unit.printed())
        }
        _ => cell,
    }
}

/// The compared cells of a row as one text.
fn key<'a>(columns: &[String], cells: impl Iterator<Item = &'a str>) -> String {
    let cells = columns.iter().zip(cells).map(|(column, cell)| plain(column, cell));
    cells.collect::<Vec<String>>().join("|")
}

fn compare(import: &Import, expected: &Expected) -> Counts {
    let read: Vec<&Row> = import.rows.iter().filter(|row| row.table == expected.table).collect();
    let key_of = |row: &&Row| key(&expected.columns, expected.columns.iter().map(|column| row.cell(column)));
    let mut open: HashMap<String, usize> = HashMap::new();
    for row in &expected.rows {
        *open.entry(key(&expected.columns, row.iter().map(String::as_str))).or_default() += 1;
    }
    let mut counts = Counts { read: read.len(), expected: expected.rows.len(), ..Counts::default() };
    for row in &read {
        let is_sure = row.sureness.rank() == 0;
        let found = open.get_mut(&key_of(row)).filter(|count| **count > 0);
        counts.sure += usize::from(is_sure);
        if let Some(count) = found {
            *count -= 1;
            counts.right += 1;
            counts.sure_right += usize::from(is_sure);
        } else {
            counts.wrong.push(format!("{}{}", if is_sure { "sure " } else { "" }, key_of(row)));
        }
    }
    counts.missed = expected
        .rows
        .iter()
        .map(|row| key(&expected.columns, row.iter().map(String::as_str)))
        .filter(|key| open.get_mut(key).filter(|count| **count > 0).map(|count| *count -= 1).is_some())
        .collect();
    counts
}

/// Compares what was read with tables that were written by hand.
pub fn score(import: &Import, expected: &[Expected]) -> Score {
    Score(expected.iter().map(|table| (table.table, compare(import, table))).collect())
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.read += other.read;
        self.expected += other.expected;
        self.sure += other.sure;
        self.sure_right += other.sure_right;
        self.missed.extend(other.missed);
        self.wrong.extend(other.wrong);
    }

    /// Whether of what is called sure 98 in 100 are right.
    pub fn is_calibrated(&self) -> bool {
        self.sure_right * 100 >= self.sure * 98
    }
}

impl Score {
    /// Adds the counts of another document.
    pub fn add(&mut self, other: Self) {
        for (table, counts) in other.0 {
            match self.0.iter_mut().find(|(known, _)| *known == table) {
                None => self.0.push((table, counts)),
                Some((_, sum)) => sum.add(counts),
            }
        }
    }

    /// Those of all tables together.
    pub fn all(&self) -> Counts {
        let mut all = Counts::default();
        self.0.iter().for_each(|(_, counts)| all.add(counts.clone()));
        all
    }
}

/// So many in a hundred; of none, all.
#[expect(clippy::cast_precision_loss, reason = "a percentage for people")]
fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { part as f64 * 100.0 / whole as f64 }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<11} {:>9} {:>9} {:>9} {:>14}",
            "", "expected", "recall", "precision", "sure and right"
        )?;
        let all = self.all();
        let lines = self.0.iter().map(|(table, counts)| (table.name(), counts));
        for (name, Counts { right, read, expected, sure, sure_right, .. }) in lines.chain([("all", &all)]) {
            writeln!(
                f,
                "{name:<11} {expected:>9} {:>7.1} % {:>7.1} % {:>14}",
                percent(*right, *expected),
                percent(*right, *read),
                format!("{sure_right} of {sure}"),
            )?;
        }
        Ok(())
    }
}
