//! Rows as the files of a package: tables that a spreadsheet opens, the report's text, and what a person should look at.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use plan_data::Language;
use plan_data::package::{chinese_table, column_ids, csv, head, reading, required_columns};

use crate::row::{At, said};
use crate::{Cells, Import, ParagraphKind, Report, Row, Section, Span, Sureness, Table};

/// Spreadsheets take a file for UTF-8 where it begins with this.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// The id of what stands before the first heading, and what it is called.
const OPENING: (&str, &str) = ("0", "开头");

/// The id of the annex, and what it is called where the report does not say.
const ANNEX: (&str, &str) = ("annex", "附表");

/// So many characters has the word before the title of an annex: 附表1, 附件二.
const LONGEST_NUMBER: usize = 5;

/// The file of the report's text.
pub const TEXT: &str = "报告.txt";

/// The file that lists what is doubtful.
pub const DOUBTS: &str = "存疑.md";

/// The rows of sections and of headings that run into their paragraph.
pub(crate) fn outline(report: &Report) -> Vec<Row> {
    let sure =
        || Sureness::Sure(said("标题有序号或独占一行", "a heading with a number, or on a line of its own"));
    let is_parent = |id: &str| report.sections.iter().any(|section| section.parent.as_deref() == Some(id));
    let has_something = |section: &&Section| {
        section.id != OPENING.0 || !section.paragraphs.is_empty() || is_parent(OPENING.0)
    };
    let sections = report.sections.iter().filter(has_something).map(|section| {
        let heading = if section.id == OPENING.0 { OPENING.1 } else { &section.heading };
        let row =
            Row { table: Table::Sections, cells: Cells::default(), span: Span::Nowhere, sureness: sure() };
        row.with("id", &section.id)
            .with("parent", section.parent.as_deref().unwrap_or_default())
            .with("number", &section.number)
            .with("heading", heading)
    });
    let headings = report
        .paragraphs()
        .filter(|(.., paragraph)| paragraph.run_in > paragraph.mark)
        .filter_map(|(_, at, paragraph)| {
            let heading = paragraph.words.get(paragraph.mark..paragraph.run_in)?;
            let heading = heading.trim_end_matches(['。', '：', ':', '.']);
            if heading.is_empty() {
                return None;
            }
            let is_bold = paragraph.kind == ParagraphKind::Prose;
            let reason = said("段首的小标题", "a heading at the beginning of a paragraph");
            let sureness = if is_bold { Sureness::Sure(reason) } else { Sureness::Likely(reason) };
            let span = Span::Words(at.clone(), paragraph.mark..paragraph.run_in);
            let row = Row { table: Table::Headings, cells: Cells::default(), span, sureness };
            Some(placed(row, &at).with("heading", heading))
        });
    sections.chain(annex(report)).chain(headings).collect()
}

/// The section of the first table that stands in an annex: the word before its title, and the title.
fn annex(report: &Report) -> Option<Row> {
    let (at, grid) = report.tables.iter().enumerate().find(|(_, grid)| grid.is_annex)?;
    let is_number = |title: &&String| title.starts_with('附') && title.chars().count() <= LONGEST_NUMBER;
    let is_unit = |title: &&String| title.contains("单位：") || title.contains("单位:");
    let number =
        grid.titles.iter().find(is_number).map_or(ANNEX.1, |title| title.trim_end_matches(['：', ':']));
    let heading = grid.titles.iter().find(|title| !is_number(title) && !is_unit(title));
    let sureness = match heading {
        Some(_) => Sureness::Sure(said("附表的标题", "the title of the annex")),
        None => Sureness::Likely(said("附表没有标题", "the annex has no title")),
    };
    let row = Row { table: Table::Sections, cells: Cells::default(), span: Span::Cells(at, 0), sureness };
    Some(
        row.with("id", ANNEX.0)
            .with("number", number)
            .with("heading", heading.map_or(ANNEX.1, String::as_str)),
    )
}

/// A row with the cells of its place.
fn placed(row: Row, at: &At) -> Row {
    row.with("section", &at.section).with("paragraph", at.paragraph.to_string())
}

/// Rows with ids where others refer to them: those of projects are counted, those of places are their readings. Others name a project;
/// of several that are called the same it is the one that stands where they do, or the first.
fn with_ids(rows: &[Row]) -> Vec<Row> {
    let mut rows = rows.to_vec();
    let mut projects: HashMap<String, String> = HashMap::new();
    let mut standing: HashMap<(String, String), String> = HashMap::new();
    let mut places: HashMap<String, String> = HashMap::new();
    let mut taken: HashSet<String> = HashSet::new();
    let mut count = 0;
    for row in &mut rows {
        let name = row.cell("name").to_owned();
        let id = match row.table {
            // Several may be called the same.
            Table::Projects => {
                count += 1;
                format!("p{count:02}")
            }
            Table::Places => {
                let plain: String = reading(&name).chars().filter(char::is_ascii_alphanumeric).collect();
                let plain = if plain.is_empty() { "place".to_owned() } else { plain };
                let mut id = plain.clone();
                for number in 2.. {
                    if taken.insert(id.clone()) {
                        break;
                    }
                    id = format!("{plain}-{number}");
                }
                id
            }
            _ => continue,
        };
        if row.table == Table::Projects {
            standing.insert((name.clone(), place(row)), id.clone());
        }
        let known = if row.table == Table::Projects { &mut projects } else { &mut places };
        known.entry(name).or_insert_with(|| id.clone());
        row.cells = [("id", id.as_str())].into_iter().chain(row.cells.iter()).collect();
    }
    for row in &mut rows {
        let of_row = |column: &str, cell: &str| match (row.table, column) {
            (Table::Mentions | Table::Locations, "project") => {
                standing.get(&(cell.to_owned(), place(row))).or_else(|| projects.get(cell))
            }
            (Table::Locations, "place" | "other") => places.get(cell),
            _ => None,
        };
        let cells = row
            .cells
            .iter()
            .map(|(column, cell)| (column, of_row(column, cell).map_or(cell, String::as_str)));
        row.cells = cells.collect();
    }
    rows
}

/// A table as lines of cells, its heads in Chinese first; `None` where it has no rows.
fn lines(table: Table, rows: &[Row], years: (u16, u16)) -> Option<Vec<Vec<String>>> {
    let rows: Vec<&Row> = rows.iter().filter(|row| row.table == table && row.is_written()).collect();
    let used: HashSet<&str> = rows
        .iter()
        .flat_map(|row| row.cells.iter())
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(column, _)| column)
        .collect();
    let known = column_ids(table.name());
    let mut columns: Vec<&str> = known.iter().copied().filter(|column| used.contains(column)).collect();
    for (column, _) in rows.iter().flat_map(|row| row.cells.iter()) {
        if used.contains(column) && !columns.contains(&column) {
            columns.push(column);
        }
    }
    for required in required_columns(table.name()) {
        if !columns.contains(&required) {
            columns.push(required);
        }
    }
    let of = |column: &&str| match (table, *column, years.0) {
        // Without a year they are of the last one and of this.
        (Table::Indicators, "actual", 0) => "上年完成".to_owned(),
        (Table::Indicators, "plan", 0) => "今年计划".to_owned(),
        _ => head(table.name(), column, years),
    };
    let heads = columns.iter().map(of).collect();
    let cells = |row: &&Row| columns.iter().map(|column| row.cell(column).to_owned()).collect();
    (!rows.is_empty()).then(|| std::iter::once(heads).chain(rows.iter().map(cells)).collect())
}

/// What the package says of the report, with a row also for what it must say and the report does not.
fn report_lines(rows: &[Row]) -> Vec<Vec<String>> {
    let required = ["地区", "标题", "日期", "完成年份"];
    let said =
        |key: &str| rows.iter().filter(|row| row.table == Table::Report).find(|row| row.cell("key") == key);
    let mut lines = vec![vec!["项目".to_owned(), "内容".to_owned()]];
    for row in rows.iter().filter(|row| row.table == Table::Report) {
        lines.push(vec![row.cell("key").to_owned(), row.cell("value").to_owned()]);
    }
    for key in required.into_iter().filter(|key| said(key).is_none()) {
        lines.push(vec![key.to_owned(), String::new()]);
    }
    lines
}

impl Import {
    /// The years of its results and of its plan, for the heads of columns.
    fn years(&self) -> (u16, u16) {
        // What the head of the report suggests, where its text does not say it.
        let suggested = || {
            let row = self.rows.iter().find(|row| row.cell("key") == "完成年份")?;
            row.cell("value").parse().ok()
        };
        let actual = self.report.actual_year.or_else(suggested).unwrap_or_default();
        (actual, self.report.plan_year.unwrap_or(actual.saturating_add(1)))
    }

    /// The tables of a package by their Chinese names, each with its heads first: what describes the report, and those that have rows.
    /// Line 2 of a table is its first row that is written, in the order of [`Import::rows`].
    pub fn tables(&self) -> Vec<(&'static str, Vec<Vec<String>>)> {
        let rows = with_ids(&self.rows);
        let mut tables = vec![(chinese_table(Table::Report.name()), report_lines(&rows))];
        for (name, table) in Table::ALL.into_iter().filter(|(_, table)| *table != Table::Report) {
            if let Some(lines) = lines(table, &rows, self.years()) {
                tables.push((chinese_table(name), lines));
            }
        }
        tables
    }

    /// The files of a package without a descriptor, by their names: its tables under Chinese heads, the report's text, and what to look
    /// at, in `language`.
    ///
    /// # Errors
    /// A table cannot be written.
    pub fn files(&self, language: Language) -> Result<Vec<(String, Vec<u8>)>, String> {
        let mut files = Vec::new();
        for (name, lines) in self.tables() {
            let bytes = [BYTE_ORDER_MARK.as_bytes(), &csv(&lines)?].concat();
            files.push((format!("{name}.csv"), bytes));
        }
        files.push((TEXT.to_owned(), self.report.text().into_bytes()));
        files.push((DOUBTS.to_owned(), self.doubts(language).into_bytes()));
        Ok(files)
    }

    /// What a person should look at, as Markdown: rows that are not sure, the least sure first; what was set aside.
    pub fn doubts(&self, language: Language) -> String {
        let words = |zh: &'static str, en: &'static str| match language {
            Language::Chinese => zh,
            Language::English => en,
        };
        let mut text = format!("# {}\n", words("请核对", "To look at"));
        let ranks =
            [(2, words("必须看", "must be looked at")), (1, words("最好看一眼", "should be looked at"))];
        for (rank, heading) in ranks {
            let of_rank: Vec<&Row> = self.rows.iter().filter(|row| row.sureness.rank() == rank).collect();
            if of_rank.is_empty() {
                continue;
            }
            let _ = write!(text, "\n## {heading}（{}）\n\n", of_rank.len());
            for row in of_rank {
                let reason = row.sureness.reason().in_language(language);
                let _ = writeln!(
                    text,
                    "- {}：{}（{}）—{reason}",
                    chinese_table(row.table.name()),
                    shown(row),
                    place(row)
                );
            }
        }
        if !self.report.set_aside.is_empty() {
            let _ =
                write!(text, "\n## {}\n\n", words("没有当作正文的行", "Lines that were not taken for text"));
            for one in &self.report.set_aside {
                let _ = writeln!(text, "- “{}”（{}）", one.text, one.reason);
            }
        }
        text
    }
}

/// The cells by which a person knows a row.
fn shown(row: &Row) -> String {
    let columns = [
        "key", "value", "number", "name", "printed", "subject", "task", "target", "remark", "heading",
        "actual", "plan",
    ];
    let cells = columns.iter().map(|column| row.cell(column)).filter(|cell| !cell.is_empty());
    cells.collect::<Vec<&str>>().join(" ")
}

/// Where it stands, as ids: 1.3/2 is the second paragraph of section 1.3.
fn place(row: &Row) -> String {
    match &row.span {
        Span::Words(at, _) => format!("{}/{}", at.section, at.paragraph),
        Span::Cells(table, line) => format!("表{}行{}", table + 1, line + 1),
        Span::Nowhere => "—".to_owned(),
    }
}
