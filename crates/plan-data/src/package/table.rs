//! A CSV file read against its Table Schema: the header is as the schema says, and each cell satisfies its column's
//! type and constraints. What a cell means is read elsewhere, through [`Row`].

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU16;
use std::str::FromStr;

use super::columns::{Head, Known, Years, chinese_column, chinese_name};
use super::damage::{self, Damage};
use super::descriptor::{Field, FieldType, ForeignKey, Schema};
use super::problem::{quotation, quoted};
use super::publish::{ColumnText, TableText};
use super::source::{Line, Records};
use super::words::chinese;
use super::{Problem, Problems};
use super::{infer, values};
use crate::column::Columns;
use crate::dataset::Extra;
use crate::decimal::decimal_form;
use crate::figure::Place;
use crate::value::NotACell;
use crate::{Bilingual, Cell, Decimal, Modifier, Modifiers, Said, Unit, UnknownUnit};

/// A table whose cells satisfy their schema, or else stand in the problems.
pub(super) struct Table {
    file: String,
    /// The ids of the columns; of one that is kept as it is, its head.
    columns: Vec<String>,
    /// The heads of the columns as the file has them.
    heads: Vec<String>,
    /// Which columns are kept as they are.
    extra: Vec<usize>,
    /// Whether no schema describes it.
    is_free: bool,
    /// Which columns hold values beside results and plans, as [`Columns::further`] has them.
    further: Vec<usize>,
    /// What its columns of values are.
    values: Columns,
    rows: Vec<Record>,
}

struct Record {
    line: u64,
    /// One for each column; `None` is a missing value.
    cells: Vec<Option<String>>,
}

impl Table {
    /// A table that the package does not have: no row, and no value that another table may refer to.
    pub(super) fn absent() -> Self {
        Self {
            file: String::new(),
            columns: Vec::new(),
            heads: Vec::new(),
            extra: Vec::new(),
            is_free: false,
            further: Vec::new(),
            values: Columns::default(),
            rows: Vec::new(),
        }
    }

    /// Whether it has no rows.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// `None` where the header is so far from the schema that no cell can be read. Heads may be the Chinese ones of `known`.
    pub(super) fn read(
        problems: &mut Problems,
        file: &str,
        records: Records,
        schema: &Schema,
        (known, years): (&Known, Years),
    ) -> Option<Self> {
        let Records { lines, separator, .. } = records;
        let mut records = lines.into_iter();
        let mut columns: Vec<String> = schema.fields.iter().map(|field| field.name.clone()).collect();
        let (line, mut heads) = records.next().unwrap_or((1, Vec::new()));
        let is_wider = heads.len() > columns.len();
        while heads.len() > columns.len() && heads.last().is_some_and(String::is_empty) {
            heads.pop();
        }
        let id = |(head, named): (&String, Option<Head>)| match named {
            Some(Head::Column(id)) if columns.iter().any(|column| column == id) => id.to_owned(),
            _ => head.clone(),
        };
        let header: Vec<String> = heads.iter().zip(known.of_heads(&heads, years)).map(id).collect();
        if !check_header(problems, (file, line), &header, &columns) {
            return None;
        }
        // A schema may call a column as the file does.
        for at in 0..columns.len() {
            if let Some(Head::Column(id)) = columns.get(at).and_then(|column| known.head(column, years))
                && !columns.iter().any(|column| column == id)
                && let Some(column) = columns.get_mut(at)
            {
                id.clone_into(column);
            }
        }
        let named = known.of_heads(&columns, years);
        let of = |wanted: Head| {
            let is_it = |(_, named): &(usize, &Option<Head>)| **named == Some(wanted);
            (0..).zip(&named).filter(is_it).map(|(at, _)| at).collect::<Vec<usize>>()
        };
        let (extra, values) = (of(Head::Extra), of(Head::Values));
        let (further, values) = values::assign((&mut columns, &heads), &values, years);
        let mut table = Self {
            file: file.to_owned(),
            columns,
            heads,
            extra,
            is_free: false,
            further,
            values,
            rows: Vec::new(),
        };
        table.fill(problems, records, (is_wider, separator), schema);
        Some(table)
    }

    /// A table without a schema: its heads say what its columns are, in any order. `None` where they do not.
    pub(super) fn read_free(
        problems: &mut Problems,
        file: &str,
        records: Records,
        (known, years): (&Known, Years),
    ) -> Option<Self> {
        let Records { lines, separator, .. } = records;
        if let Some(problem) = misplaced_heads(file, &lines, (known, years)) {
            problems.add(problem);
            return None;
        }
        let mut records = lines.into_iter();
        let (line, heads) = records.next().unwrap_or((1, Vec::new()));
        let mut heads: Vec<String> = heads.iter().map(|head| bare(head)).collect();
        let width = heads.len();
        while heads.last().is_some_and(String::is_empty) {
            heads.pop();
        }
        let is_wider = heads.len() < width;
        let (mut columns, mut right): (Vec<String>, _) = (Vec::new(), true);
        let (mut extra, mut values) = (Vec::new(), Vec::new());
        for ((at, head), named) in heads.iter().enumerate().zip(known.of_heads(&heads, years)) {
            let id = match named {
                Some(Head::Column(id)) => id,
                Some(Head::Extra) => {
                    extra.push(at);
                    if let Some(near) = known.near(head) {
                        let expected = said!("“{near}”一列", "the column “{near}”");
                        let warning = Problem::file(file, column_named(head), expected).at(line, at + 1);
                        problems.warn(warning.into_warning());
                    }
                    head
                }
                Some(Head::Values) => {
                    values.push(at);
                    head
                }
                None => {
                    let heads = known.heads(years);
                    let expected = said!("下列之一：{heads}", "one of {heads}");
                    problems.add(Problem::file(file, column_named(head), expected).at(line, at + 1));
                    right = false;
                    head
                }
            };
            if let Some(first) = columns.iter().position(|column| column == id) {
                let first = first + 1;
                let expected =
                    said!("不重复的栏；第{first}列与它相同", "one of a kind; column {first} is the same");
                problems.add(Problem::file(file, column_named(head), expected).at(line, at + 1));
                right = false;
            }
            columns.push(id.to_owned());
        }
        for column in known.required.iter().filter(|id| !columns.iter().any(|column| column == *id)) {
            let names = known.heads_of(column);
            let expected = match names.split_first() {
                Some((head, others)) if !others.is_empty() => {
                    let others = others.join("、");
                    said!("含有“{head}”（或者{others}）一栏的表头", "the column “{head}” (or {others})")
                }
                _ => missing_column(names.first().unwrap_or(column)),
            };
            problems.add(Problem::file(file, columns_named(&heads), expected).at(line, 1));
            right = false;
        }
        if !right {
            return None;
        }
        for (at, expected) in
            values::doubtful((&heads, &values), columns.iter().any(|id| id == "actual"), years)
        {
            let head = heads.get(at).map_or("", String::as_str);
            problems.warn(Problem::file(file, column_named(head), expected).at(line, at + 1).into_warning());
        }
        let (further, values) = values::assign((&mut columns, &heads), &values, years);
        let schema = Schema::free(&columns, known.required);
        let mut table = Self {
            file: file.to_owned(),
            columns,
            heads,
            extra,
            is_free: true,
            further,
            values,
            rows: Vec::new(),
        };
        table.fill(problems, records, (is_wider, separator), &schema);
        Some(table)
    }

    /// Takes the rows below the header, and checks them.
    fn fill(
        &mut self,
        problems: &mut Problems,
        records: impl Iterator<Item = Line>,
        (is_wider, separator): (bool, u8),
        schema: &Schema,
    ) {
        let width = self.columns.len();
        let (separator_zh, separator) = match separator {
            b'\t' => ("制表符", "tab"),
            b';' => ("分号", "semicolon"),
            _ => ("逗号", "comma"),
        };
        for (line, mut fields) in records {
            // Spreadsheets write the empty columns right of a table.
            while is_wider && fields.len() > width && fields.last().is_some_and(String::is_empty) {
                fields.pop();
            }
            // A row without anything says nothing: spreadsheets write the empty rows below a table.
            if fields.iter().all(String::is_empty) {
                continue;
            }
            if fields.len() != width {
                let count = fields.len();
                let expected = Said {
                    zh: format!("{width}个，与表头一样；单元格里有{separator_zh}时两边要加\"，引号要成对"),
                    en: format!(
                        "{width}, as in the header; a cell that contains a {separator} needs \" around it"
                    ),
                };
                let found = said!("{count}个单元格", "{count} cells");
                let problem = Problem::file(&self.file, found, expected);
                problems.add(problem.at(line, fields.len().min(width + 1)));
                continue;
            }
            if self.is_free {
                // What is pasted has spaces at its ends, which say nothing.
                fields = fields.iter().map(|cell| cell.trim().to_owned()).collect();
                if fields.iter().zip(&self.heads).all(|(cell, head)| cell.is_empty() || bare(cell) == *head) {
                    let found = said!("与表头相同的一行，没有读取", "the heads once more, which is not read");
                    let expected = said!("跨页时重复的表头", "those of another page of the annex");
                    problems.warn(Problem::file(&self.file, found, expected).at(line, 1).into_warning());
                    continue;
                }
            }
            let cells = fields
                .into_iter()
                .map(|text| (!schema.missing_values.contains(&text)).then_some(text))
                .collect();
            self.rows.push(Record { line, cells });
        }
        self.look_for_damage(problems);
        self.check(problems, schema);
        if self.is_free {
            self.look_for_doubles(problems);
        }
    }

    /// Rows of the same name, and rows that are sums of others: an annex has them, and they may be no rows of the table.
    fn look_for_doubles(&self, problems: &mut Problems) {
        let Some(at) = self.columns.iter().position(|column| column == "name" || column == "task") else {
            return;
        };
        let head = self.heads.get(at).map_or("", String::as_str);
        let mut seen: BTreeMap<Vec<Option<&str>>, u64> = BTreeMap::new();
        for row in &self.rows {
            let Some(name) = row.cells.get(at).and_then(Option::as_deref) else { continue };
            let mut warn = |expected| {
                let problem = Problem::file(&self.file, quoted(name), expected).at(row.line, at + 1);
                problems.warn(problem.in_field(head).into_warning());
            };
            if SUMS.contains(&name) {
                warn(said!(
                    "合计或续表，不是一项",
                    "a sum or a mark of the page, which is no row of its own"
                ));
            }
            // Its number may be another; whatever else stands there is the same.
            let number = self.columns.iter().position(|column| column == "number");
            let cells = row.cells.iter().enumerate().filter(|(column, _)| Some(*column) != number);
            let first = seen.entry(cells.map(|(_, cell)| cell.as_deref()).collect()).or_insert(row.line);
            let line = *first;
            if line != row.line {
                warn(said!("第{line}行的同一项", "the same as on line {line}"));
            }
        }
    }

    /// Cells that a spreadsheet has damaged. Before other checks, whose problems follow from it.
    fn look_for_damage(&self, problems: &mut Problems) {
        for (index, column) in self.columns.iter().enumerate() {
            let cells: Vec<Option<&str>> =
                self.rows.iter().map(|row| row.cells.get(index).and_then(Option::as_deref)).collect();
            for (row, damage) in damage::of_column(column, &cells) {
                let found = quoted(cells.get(row).copied().flatten().unwrap_or_default());
                let line = self.rows.get(row).map_or(1, |record| record.line);
                let head = self.heads.get(index).unwrap_or(column);
                let problem =
                    |expected| Problem::file(&self.file, found, expected).at(line, index + 1).in_field(head);
                match damage {
                    Damage::Certain(expected) => problems.add(problem(expected)),
                    Damage::Perhaps(perhaps) => problems.warn(problem(perhaps).into_warning()),
                }
            }
        }
    }

    /// The table as it is written, before rows without ids are given some; `None` where it has no rows. `plain` is its file, where that
    /// is UTF-8 with commas.
    pub(super) fn text(&self, (known, years): (&Known, Years), plain: Option<Vec<u8>>) -> Option<TableText> {
        if self.is_empty() {
            return None;
        }
        let column = |(id, head): (&String, &String)| {
            let printed = match id.as_str() {
                "actual" => self.values.actual.as_ref(),
                "plan" => self.values.plan.as_ref(),
                _ => None,
            };
            // A head that says more than the id is kept.
            if let Some(head) = printed {
                return ColumnText { id: head.clone(), head: head.clone(), chinese: Some(head.clone()) };
            }
            let chinese = known.usual_head(id, years);
            let is_read = match known.head(&chinese, years) {
                // A head that could be that of the name is kept beside it.
                Some(Head::Column(column)) => column == id || known.is_stand_in(&chinese),
                Some(Head::Extra | Head::Values) => chinese == *id,
                None => false,
            };
            ColumnText { id: id.clone(), head: head.clone(), chinese: is_read.then_some(chinese) }
        };
        let cells = |row: &Record| row.cells.iter().map(|cell| cell.clone().unwrap_or_default()).collect();
        Some(TableText {
            name: known.name,
            chinese: known.chinese,
            required: known.required,
            as_written: plain.filter(|_| !self.is_free && self.heads == self.columns),
            columns: self.columns.iter().zip(&self.heads).map(column).collect(),
            rows: self.rows.iter().map(cells).collect(),
        })
    }

    /// Gives ids to rows that have none: the prefix and the row's number from 01. Ids that stand there already are passed over.
    pub(super) fn number_rows(&mut self, prefix: &str) {
        if self.rows.is_empty() {
            return;
        }
        let at = self.columns.iter().position(|column| column == "id").unwrap_or_else(|| {
            self.columns.push("id".to_owned());
            self.heads.push("id".to_owned());
            self.rows.iter_mut().for_each(|row| row.cells.push(None));
            self.columns.len() - 1
        });
        let given: BTreeSet<String> =
            self.rows.iter().filter_map(|row| row.cells.get(at).cloned().flatten()).collect();
        for (number, row) in (1_u32..).zip(&mut self.rows) {
            if let Some(cell @ None) = row.cells.get_mut(at) {
                let mut ids = (number..).map(|number| format!("{prefix}{number:02}"));
                *cell = ids.find(|id| !given.contains(id));
            }
        }
    }

    /// The cells of columns that are kept as they are.
    pub(super) fn extras(&self) -> impl Iterator<Item = Extra> {
        self.rows().flat_map(move |row| {
            self.extra.iter().filter_map(move |at| {
                Some(Extra {
                    of: row.optional("id")?.to_owned(),
                    head: self.heads.get(*at)?.clone(),
                    text: row.record.cells.get(*at)?.clone()?,
                })
            })
        })
    }

    /// What its columns of values are.
    pub(super) fn value_columns(&self) -> Columns {
        self.values.clone()
    }

    /// Whether it has a column of that id.
    pub(super) fn has_column(&self, id: &str) -> bool {
        self.columns.iter().any(|column| column == id)
    }

    /// Every value of a column.
    pub(super) fn values(&self, column: &str) -> BTreeSet<&str> {
        self.rows().filter_map(|row| row.optional(column)).collect()
    }

    /// Each row, to be read cell by cell.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|record| Row { table: self, record })
    }

    /// Every value of the key's column is one of the column that it refers to.
    pub(super) fn check_foreign_key(&self, problems: &mut Problems, key: &ForeignKey, other: Option<&Self>) {
        let ([column], [target]) = (&key.fields[..], &key.reference.fields[..]) else {
            let found = Said {
                zh: format!("由{}组成的外键", key.fields.join("、")),
                en: format!("a foreign key over {}", key.fields.join(" and ")),
            };
            let expected = said!("一栏指向一栏的外键", "one column that refers to one column");
            problems.add(Problem::file(&self.file, found, expected));
            return;
        };
        self.check_reference(problems, column, (other, target), &key.reference.resource);
    }

    /// Every value of a column is one of a column of another table.
    pub(super) fn check_reference(
        &self,
        problems: &mut Problems,
        column: &str,
        (other, target): (Option<&Self>, &str),
        name: &str,
    ) {
        let known = other.map(|table| table.values(target)).unwrap_or_default();
        for row in self.rows() {
            if row.optional(column).is_some_and(|value| !known.contains(value)) {
                let table = chinese_name(name);
                let expected =
                    said!("{table}（{name}）的“{target}”一栏里有的值", "a value of “{target}” in {name}");
                row.wrong(problems, column, expected);
            }
        }
    }

    /// A key of several columns names each row once.
    fn check_joint_key(&self, problems: &mut Problems, key: &[String]) {
        let [first, _, ..] = key else {
            return;
        };
        let mut seen = BTreeMap::new();
        for row in self.rows() {
            let cells: Vec<Option<&str>> = key.iter().map(|column| row.optional(column)).collect();
            if let Some(line) = seen.insert(cells, row.record.line) {
                let expected = Said {
                    zh: format!("其他行没有的{}；第{line}行与它相同", key.join("与")),
                    en: format!("{} that no other row has; line {line} has them too", key.join(" and ")),
                };
                row.wrong(problems, first, expected);
            }
        }
    }

    fn check(&self, problems: &mut Problems, schema: &Schema) {
        self.check_joint_key(problems, &schema.primary_key);
        for (index, field) in schema.fields.iter().enumerate() {
            let is_key = schema.primary_key.contains(&field.name);
            let is_unique = field.constraints.unique || (is_key && schema.primary_key.len() == 1);
            let mut seen = BTreeMap::new();
            for record in &self.rows {
                let cell = record.cells.get(index).and_then(Option::as_deref);
                let wrong = match cell {
                    None if field.constraints.required || is_key => Some((quoted(""), a_value())),
                    None => None,
                    Some(text) => wrong_with(field, text).or_else(|| {
                        let first = seen.insert(text, record.line)?;
                        is_unique.then(|| {
                            let expected = said!(
                                "其他行没有的值；第{first}行与它相同",
                                "a value that no other row has; line {first} has it too"
                            );
                            (quoted(text), expected)
                        })
                    }),
                };
                if let Some((found, expected)) = wrong {
                    let problem = Problem::file(&self.file, found, expected);
                    let head = self.heads.get(index).unwrap_or(&field.name);
                    problems.add(problem.at(record.line, index + 1).in_field(head));
                }
            }
        }
    }
}

/// Names of rows that are sums of others, or mark another page.
const SUMS: [&str; 5] = ["合计", "总计", "小计", "续表", "（续）"];

/// A head without the spaces and line breaks that set it: 单 位 is 单位.
fn bare(head: &str) -> String {
    if head.is_ascii() { head.trim().to_owned() } else { head.split_whitespace().collect() }
}

/// That the heads stand below a title, or in two rows.
fn misplaced_heads(file: &str, lines: &[Line], (known, years): (&Known, Years)) -> Option<Problem> {
    let count = |cells: &[String]| {
        let is_known = |head: &&String| matches!(known.head(&bare(head), years), Some(Head::Column(_)));
        cells.iter().filter(is_known).count()
    };
    let (_, first) = lines.first()?;
    let has_required = |cells: &[String]| {
        known.required.iter().all(|id| {
            let is_it = |head: &String| known.head(&bare(head), years) == Some(Head::Column(id));
            cells.iter().any(is_it)
        })
    };
    let second = lines.get(1);
    if let Some(head) = second.and_then(|(_, second)| joined_head((first, second), (known, years))) {
        let found = said!("占两行的表头", "heads in two rows");
        let expected = said!(
            "一行表头：请把上下两格合成一格，例如“{head}”",
            "one row of heads: join what stands above each other, as in “{head}”"
        );
        return Some(Problem::file(file, found, expected).at(1, 1));
    }
    if has_required(first) {
        return None;
    }
    // A title and the unit of all rows stand above, as they are printed.
    let (line, _) =
        lines.iter().skip(1).take(5).find(|(_, cells)| has_required(cells) && count(cells) > 1)?;
    let found = said!("第{line}行的表头", "heads on line {line}");
    let expected = said!(
        "表头在第1行：请删去上面的标题，“单位：…”一行写进“单位”一列",
        "heads on the first line: take out the titles above them, and put what they say of units into the column 单位"
    );
    Some(Problem::file(file, found, expected).at(*line, 1))
}

/// The first head that two rows of heads are together: 2020年 above 目标. `None` where the second is no row of heads: its cells are those
/// above, or heads of values below others, and one of these others is over several, as no head of a single row is.
fn joined_head((first, second): (&[String], &[String]), (known, years): (&Known, Years)) -> Option<String> {
    let named = |head: &str| known.head(&bare(head), years);
    let is_result_or_plan = |head: &str| matches!(named(head), Some(Head::Column("actual" | "plan")));
    let is_of_values = |head: &str| is_result_or_plan(head) || named(head) == Some(Head::Values);
    let mut above = "";
    let mut joined = Vec::new();
    let (mut is_over_several, mut is_usual) = (false, true);
    for (upper, lower) in first.iter().zip(second) {
        let (upper, lower) = (upper.trim(), lower.trim());
        if !upper.is_empty() {
            above = upper;
        }
        if lower.is_empty() || lower == upper {
            continue;
        }
        let head = bare(&format!("{above}{lower}"));
        let is_value = lower.parse::<Cell>().is_ok_and(|cell| cell.amount().is_some());
        if !is_value && is_of_values(above) && is_of_values(&head) {
            is_over_several |= upper.is_empty();
            is_usual &= is_result_or_plan(lower);
            joined.push(head);
        } else if !upper.is_empty() || !matches!(named(lower), Some(Head::Column(_))) {
            return None;
        }
    }
    let is_heads = known.name == "indicators" && (is_over_several || is_usual);
    joined.into_iter().next().filter(|_| is_heads)
}

/// What was found and what was expected, where the text does not satisfy its column.
fn wrong_with(field: &Field, text: &str) -> Option<(Said, Said)> {
    let kind = match field.kind {
        FieldType::Integer if text.parse::<i64>().is_err() => Some(said!("整数", "a whole number")),
        FieldType::Number if text.parse::<Decimal>().is_err() => Some(decimal_form()),
        FieldType::Integer | FieldType::Number | FieldType::String => None,
    };
    if let Some(expected) = kind {
        return Some((quoted(text), expected));
    }
    let allowed = &field.constraints.one_of;
    if !allowed.is_empty() && !allowed.iter().any(|word| word == text) {
        return Some((quoted(text), one_of(allowed)));
    }
    if field.name.ends_with("_en") && has_chinese(text) {
        let expected = said!(
            "英文；中文只能放在引号或括号里",
            "English; Chinese only within quotation marks or brackets"
        );
        return Some((quoted(text), expected));
    }
    if text.trim() != text {
        return Some((quoted(text), said!("首尾不带空格的文字", "no white space at its ends")));
    }
    None
}

/// Whether Chinese characters stand outside of “…” and (…).
fn has_chinese(text: &str) -> bool {
    let mut depth = 0_usize;
    for character in text.chars() {
        match character {
            '“' | '(' => depth += 1,
            '”' | ')' => depth = depth.saturating_sub(1),
            '\u{4e00}'..='\u{9fff}' if depth == 0 => return true,
            _ => {}
        }
    }
    false
}

fn check_header(
    problems: &mut Problems,
    (file, line): (&str, u64),
    header: &[String],
    columns: &[String],
) -> bool {
    let mut right = true;
    for column in columns.iter().filter(|column| !header.contains(column)) {
        let at = columns.iter().position(|name| name == column).unwrap_or(0) + 1;
        problems.add(Problem::file(file, columns_named(header), missing_column(column)).at(line, at));
        right = false;
    }
    for (index, name) in header.iter().enumerate().filter(|(_, name)| !columns.contains(name)) {
        let listed = columns.join(",");
        let expected = said!("只有schema里的各栏：{listed}", "only the columns of the schema: {listed}");
        problems.add(Problem::file(file, column_named(name), expected).at(line, index + 1));
        right = false;
    }
    if right && header != columns {
        let at = header.iter().zip(columns).position(|(found, expected)| found != expected);
        let at = at.unwrap_or(columns.len()) + 1;
        let listed = columns.join(",");
        let expected = said!("每栏一次、按此顺序的表头：{listed}", "each once, in this order: {listed}");
        problems.add(Problem::file(file, columns_named(header), expected).at(line, at));
        right = false;
    }
    right
}

fn column_named(head: &str) -> Said {
    let head = quotation(head);
    said!("表头{head}", "the column {head}")
}

fn columns_named(heads: &[String]) -> Said {
    let heads = heads.join(",");
    said!("表头{heads}", "the columns {heads}")
}

fn missing_column(head: &str) -> Said {
    said!("含有“{head}”一栏的表头", "the column “{head}”")
}

fn a_value() -> Said {
    said!("有内容的单元格", "a value")
}

fn one_of(words: &[impl AsRef<str>]) -> Said {
    let listed = |between: &str| words.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(between);
    Said { zh: format!("下列之一：{}", listed("、")), en: format!("one of {}", listed(", ")) }
}

/// A cell could not be read; the problems say why.
pub(super) struct Refused;

/// A row whose cells are read by the names of their columns.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    table: &'a Table,
    record: &'a Record,
}

impl<'a> Row<'a> {
    /// The cell's text; `None` where it is missing or the table has no such column.
    pub(super) fn optional(self, column: &str) -> Option<&'a str> {
        self.record.cells.get(self.index(column)?)?.as_deref()
    }

    /// The cell's text; where there is none, a problem and an empty text.
    pub(super) fn text(self, problems: &mut Problems, column: &str) -> &'a str {
        self.optional(column).unwrap_or_else(|| {
            self.wrong(problems, column, a_value());
            ""
        })
    }

    /// The cell read by `parse`, whose error is what was expected; `None` and a problem where that fails.
    pub(super) fn parse<T>(
        self,
        problems: &mut Problems,
        column: &str,
        parse: impl FnOnce(&str) -> Result<T, Said>,
    ) -> Option<T> {
        let text = self.optional(column).unwrap_or_default();
        match parse(text) {
            Ok(value) => Some(value),
            Err(expected) => {
                self.wrong(problems, column, expected);
                None
            }
        }
    }

    /// The cell read as a value of the annex.
    pub(super) fn cell(self, problems: &mut Problems, column: &str) -> Option<Cell> {
        self.parse(problems, column, |text| text.parse::<Cell>().map_err(|NotACell| NotACell::expected()))
    }

    /// The cell read as one of `words`, or as what that is called in Chinese.
    pub(super) fn word<T: Copy>(
        self,
        problems: &mut Problems,
        column: &str,
        words: &[(&str, T)],
    ) -> Option<T> {
        self.parse(problems, column, |text| {
            let known = words.iter().find(|(word, _)| *word == text || chinese(word) == Some(text));
            known.map(|(_, value)| *value).ok_or_else(|| {
                let listed: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
                let in_chinese: Vec<&str> = listed.iter().map(|word| chinese(word).unwrap_or(word)).collect();
                Said { zh: one_of(&in_chinese).zh, en: one_of(&listed).en }
            })
        })
    }

    /// The cell read with [`str::parse`], where it is not empty.
    pub(super) fn maybe<T: FromStr>(
        self,
        problems: &mut Problems,
        column: &str,
        expected: Said,
    ) -> Result<Option<T>, Refused> {
        if self.optional(column).is_none() {
            return Ok(None);
        }
        let read = self.parse(problems, column, |text| text.parse().map_err(|_| expected));
        read.map(Some).ok_or(Refused)
    }

    /// The values of a cell that holds several, separated by `~`.
    pub(super) fn list(self, column: &str) -> Vec<String> {
        self.optional(column).map(|text| text.split('~').map(str::to_owned).collect()).unwrap_or_default()
    }

    /// The same, where each must be one of `known`, if that is known.
    pub(super) fn references(
        self,
        problems: &mut Problems,
        column: &str,
        known: Option<&BTreeSet<&str>>,
        of: &str,
    ) -> Vec<String> {
        let list = self.list(column);
        let is_unknown = |id: &&String| known.is_some_and(|known| !known.contains(id.as_str()));
        if let Some(unknown) = list.iter().find(is_unknown) {
            let table = chinese_name(of);
            let expected = said!(
                "{table}（{of}）的标识，用~隔开；没有“{unknown}”",
                "ids of {of}, separated by ~; “{unknown}” is none"
            );
            self.wrong(problems, column, expected);
        }
        list
    }

    /// Modifiers as printed, in their usual order.
    pub(super) fn modifiers(self, problems: &mut Problems, column: &str) -> Modifiers {
        let list = self.list(column);
        let known: Vec<Modifier> = list.iter().filter_map(|word| Modifier::of(word)).collect();
        if known.len() != list.len() {
            let words = Modifier::ALL.map(|(word, _)| word).join(", ");
            let expected = said!("下列的若干个，用~隔开：{words}", "some of {words}, separated by ~");
            self.wrong(problems, column, expected);
        }
        known.into_iter().collect()
    }

    /// The column `unit`; an empty one counts without a word.
    pub(super) fn unit(self, problems: &mut Problems) -> Option<Unit> {
        let unit = Unit::try_from(self.optional("unit").unwrap_or_default().to_owned()).ok();
        if unit.is_none() {
            self.wrong(problems, "unit", UnknownUnit::expected());
        }
        unit
    }

    /// The cell read as a value of the annex in the row's unit, which it may repeat.
    pub(super) fn cell_in_unit(self, problems: &mut Problems, column: &str, unit: &str) -> Option<Cell> {
        self.cell_in_unit_of(problems, column, unit, said!("本行", "its row"))
    }

    /// The same, where `whose` unit it is is told of a cell in another.
    fn cell_in_unit_of(self, problems: &mut Problems, column: &str, unit: &str, whose: Said) -> Option<Cell> {
        self.parse(problems, column, |text| {
            let cell = text.parse::<Cell>().map_err(|NotACell| NotACell::expected())?;
            match cell.unit() {
                // In a row without a unit, each value has its own.
                Some(printed)
                    if printed != unit && (!unit.is_empty() || Unit::try_from(printed.clone()).is_err()) =>
                {
                    let Said { zh, en } = whose;
                    Err(said!(
                        "以“{unit}”（{zh}的单位）计的数值，而不是“{printed}”",
                        "a value in “{unit}”, the unit of {en}, not in “{printed}”"
                    ))
                }
                _ => Ok(cell),
            }
        })
    }

    /// Whether there is anything in its columns of values.
    pub(super) fn has_values(self) -> bool {
        let further =
            self.table.further.iter().any(|at| self.record.cells.get(*at).is_some_and(Option::is_some));
        further || self.optional("actual").or(self.optional("plan")).is_some()
    }

    /// The cells of the columns of values beside results and plans, in the unit of the row or their own.
    pub(super) fn further(self, problems: &mut Problems, unit: &str) -> Option<Vec<Cell>> {
        let columns = self.table.further.iter().zip(&self.table.values.further);
        let cells: Vec<Option<Cell>> = columns
            .map(|(at, column)| {
                let id = self.table.columns.get(*at).map_or("", String::as_str);
                match column.unit.as_deref() {
                    // It is known of these only what a cell itself says.
                    Some("") => self.cell(problems, id),
                    Some(unit) => self.cell_in_unit_of(problems, id, unit, said!("本列", "its column")),
                    None => self.cell_in_unit(problems, id, unit),
                }
            })
            .collect();
        cells.into_iter().collect()
    }

    /// The columns `x` and `x_en`. A package without the second has the first in both.
    pub(super) fn bilingual(self, problems: &mut Problems, column: &str) -> Bilingual {
        let zh = self.text(problems, column);
        self.maybe_bilingual(column).unwrap_or_else(|| Bilingual { zh: zh.to_owned(), en: zh.to_owned() })
    }

    /// The same, empty where the first is.
    pub(super) fn bilingual_or_empty(self, column: &str) -> Bilingual {
        self.maybe_bilingual(column).unwrap_or_else(|| Bilingual { zh: String::new(), en: String::new() })
    }

    /// The columns `x` and `x_en`, where the first is not empty. A package without the second has the first in both.
    pub(super) fn maybe_bilingual(self, column: &str) -> Option<Bilingual> {
        let zh = self.optional(column)?;
        let en = self.optional(&format!("{column}_en")).unwrap_or(zh);
        Some(Bilingual { zh: zh.to_owned(), en: en.to_owned() })
    }

    /// The pinyin of another column, one syllable a character; where it is left out, what a dictionary says.
    pub(super) fn syllables(self, problems: &mut Problems, column: &str, of: &str) -> Vec<String> {
        let name = self.optional(of).unwrap_or_default();
        let Some(given) = self.optional(column) else {
            return infer::pinyin(name);
        };
        let syllables: Vec<String> = given.split(' ').map(str::to_owned).collect();
        let characters = name.chars().count();
        if syllables.len() != characters {
            self.wrong(
                problems,
                column,
                said!(
                    "{characters}个音节，{name}每字一个",
                    "{characters} syllables, one for each character of {name}"
                ),
            );
        }
        syllables
    }

    /// The columns `section` and `paragraph`.
    pub(super) fn place(self, problems: &mut Problems) -> Option<Place> {
        let section = self.text(problems, "section").to_owned();
        let paragraph = self.parse(problems, "paragraph", |text| {
            text.parse::<NonZeroU16>()
                .map_err(|_| said!("段落的序号，从1起", "the number of a paragraph, from 1"))
        })?;
        Some(Place { section, paragraph: paragraph.get() })
    }

    /// The same, where the row names a section; without a paragraph that of the section as a whole, 0.
    pub(super) fn maybe_place(self, problems: &mut Problems) -> Option<Place> {
        if self.optional("section").is_some() && self.optional("paragraph").is_some() {
            return self.place(problems);
        }
        if self.optional("paragraph").is_some() {
            self.wrong(
                problems,
                "paragraph",
                said!("空单元格，或者同时写明章节", "no paragraph without its section"),
            );
        }
        Some(Place { section: self.optional("section").unwrap_or_default().to_owned(), paragraph: 0 })
    }

    /// A problem with this cell.
    pub(super) fn wrong(self, problems: &mut Problems, column: &str, expected: Said) {
        let Some(index) = self.index(column) else {
            let name = chinese_column(column);
            let found = said!("没有“{name}”一列的行", "a row without a column “{column}”");
            problems.add(Problem::file(&self.table.file, found, expected).at(self.line(), 1));
            return;
        };
        let found = quoted(self.optional(column).unwrap_or_default());
        let problem = Problem::file(&self.table.file, found, expected);
        let head = self.table.heads.get(index).map_or(column, String::as_str);
        problems.add(problem.at(self.record.line, index + 1).in_field(head));
    }

    /// What is a mistake in a table with a schema, and may be right where an office has pasted an annex: there it is a warning.
    pub(super) fn unexpected(self, problems: &mut Problems, column: &str, expected: Said) {
        if !self.table.is_free {
            self.wrong(problems, column, expected);
        } else if let Some(index) = self.index(column) {
            let found = quoted(self.optional(column).unwrap_or_default());
            let problem = Problem::file(&self.table.file, found, expected).at(self.record.line, index + 1);
            let head = self.table.heads.get(index).map_or(column, String::as_str);
            problems.warn(problem.in_field(head).into_warning());
        }
    }

    /// The row's line in its file.
    pub(super) fn line(self) -> u64 {
        self.record.line
    }

    fn index(self, column: &str) -> Option<usize> {
        self.table.columns.iter().position(|name| name == column)
    }
}
