//! A CSV file read against its Table Schema: the header is as the schema says, and each cell satisfies its column's
//! type and constraints. What a cell means is read elsewhere, through [`Row`].

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU16;
use std::str::FromStr;

use encoding_rs::GB18030;

use super::descriptor::{Field, FieldType, ForeignKey, Schema};
use super::problem::quoted;
use super::{Problem, Problems};
use crate::decimal::DECIMAL_FORM;
use crate::figure::Place;
use crate::{Bilingual, Cell, Decimal, Modifier, Modifiers, Unit};

/// A table whose cells satisfy their schema, or else stand in the problems.
pub(super) struct Table {
    file: String,
    columns: Vec<String>,
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
        Self { file: String::new(), columns: Vec::new(), rows: Vec::new() }
    }

    /// Whether it has no rows.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// `None` where the header is so far from the schema that no cell can be read.
    pub(super) fn read(problems: &mut Problems, file: &str, bytes: &[u8], schema: &Schema) -> Option<Self> {
        let records = records(problems, file, bytes)?;
        let mut records = records.into_iter();
        let columns: Vec<String> = schema.fields.iter().map(|field| field.name.clone()).collect();
        let (_, mut header) = records.next().unwrap_or_default();
        let is_wider = header.len() > columns.len();
        while header.len() > columns.len() && header.last().is_some_and(String::is_empty) {
            header.pop();
        }
        if !check_header(problems, file, &header, &columns) {
            return None;
        }
        let mut rows = Vec::new();
        for (line, fields) in records {
            // Spreadsheets write the empty columns right of a table.
            let mut fields = fields;
            while is_wider && fields.len() > columns.len() && fields.last().is_some_and(String::is_empty) {
                fields.pop();
            }
            if fields.len() != columns.len() {
                let problem = Problem::file(
                    file,
                    &format!("{} cells", fields.len()),
                    &format!(
                        "{}, as in the header; a cell that contains a comma needs \" around it",
                        columns.len()
                    ),
                );
                problems.add(problem.at(line, fields.len().min(columns.len())));
                continue;
            }
            let cells = fields
                .into_iter()
                .map(|text| (!schema.missing_values.contains(&text)).then_some(text))
                .collect();
            rows.push(Record { line, cells });
        }
        let table = Self { file: file.to_owned(), columns, rows };
        table.check(problems, schema);
        Some(table)
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
    pub(super) fn check_reference(&self, problems: &mut Problems, key: &ForeignKey, other: Option<&Self>) {
        let ([column], [target]) = (&key.fields[..], &key.reference.fields[..]) else {
            let found = format!("a foreign key over {}", key.fields.join(" and "));
            problems.add(Problem::file(&self.file, &found, "one column that refers to one column"));
            return;
        };
        let known = other.map(|table| table.values(target)).unwrap_or_default();
        for row in self.rows() {
            if row.optional(column).is_some_and(|value| !known.contains(value)) {
                row.wrong(problems, column, &format!("a value of “{target}” in {}", key.reference.resource));
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
                let expected =
                    format!("{} that no other row has; line {line} has them too", key.join(" and "));
                row.wrong(problems, first, &expected);
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
                    None if field.constraints.required || is_key => {
                        Some(("an empty cell".to_owned(), "a value".to_owned()))
                    }
                    None => None,
                    Some(text) => wrong_with(field, text).or_else(|| {
                        let first = seen.insert(text, record.line)?;
                        is_unique.then(|| {
                            let expected = format!("a value that no other row has; line {first} has it too");
                            (quoted(text), expected)
                        })
                    }),
                };
                if let Some((found, expected)) = wrong {
                    let problem = Problem::file(&self.file, &found, &expected);
                    problems.add(problem.at(record.line, index + 1).in_field(&field.name));
                }
            }
        }
    }
}

/// What was found and what was expected, where the text does not satisfy its column.
fn wrong_with(field: &Field, text: &str) -> Option<(String, String)> {
    let kind = match field.kind {
        FieldType::Integer if text.parse::<i64>().is_err() => Some("a whole number"),
        FieldType::Number if text.parse::<Decimal>().is_err() => Some(DECIMAL_FORM),
        FieldType::Integer | FieldType::Number | FieldType::String => None,
    };
    if let Some(expected) = kind {
        return Some((quoted(text), expected.to_owned()));
    }
    let allowed = &field.constraints.one_of;
    if !allowed.is_empty() && !allowed.iter().any(|word| word == text) {
        return Some((quoted(text), format!("one of {}", allowed.join(", "))));
    }
    if field.name.ends_with("_en") && has_chinese(text) {
        return Some((quoted(text), "English; Chinese only within quotation marks or brackets".to_owned()));
    }
    if text.trim() != text {
        return Some((quoted(text), "no white space at its ends".to_owned()));
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

/// Each record with its line; `None`, and a problem, where the bytes are not UTF-8 or not CSV.
fn records(problems: &mut Problems, file: &str, bytes: &[u8]) -> Option<Vec<(u64, Vec<String>)>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut records = Vec::new();
    let mut record = csv::ByteRecord::new();
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Some(records),
            Err(error) => {
                problems.add(Problem::file(file, &error.to_string(), "a CSV file"));
                return None;
            }
        }
        let line = line_of(bytes, &record);
        let mut fields = Vec::new();
        for (index, field) in record.iter().enumerate() {
            let Ok(text) = std::str::from_utf8(field) else {
                let expected = "UTF-8: save the file as “CSV UTF-8”";
                problems.add(Problem::file(file, &foreign(field), expected).at(line, index + 1));
                return None;
            };
            fields.push(text.to_owned());
        }
        records.push((line, fields));
    }
}

/// What bytes that are not UTF-8 seem to be.
fn foreign(field: &[u8]) -> String {
    let (decoded, broken) = GB18030.decode_without_bom_handling(field);
    if broken {
        format!("bytes that are not UTF-8 ({})", quoted(&String::from_utf8_lossy(field)))
    } else {
        format!("text in GB18030, the usual encoding of Chinese Excel and WPS ({})", quoted(&decoded))
    }
}

/// The line on which a record starts. The reader's own position counts empty lines before the record to it.
fn line_of(bytes: &[u8], record: &csv::ByteRecord) -> u64 {
    let Some(position) = record.position() else {
        return 1;
    };
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let skipped = bytes
        .iter()
        .skip(start)
        .take_while(|byte| matches!(byte, b'\r' | b'\n'))
        .filter(|byte| **byte == b'\n')
        .count();
    position.line() + u64::try_from(skipped).unwrap_or(0)
}

fn check_header(problems: &mut Problems, file: &str, header: &[String], columns: &[String]) -> bool {
    let mut right = true;
    for column in columns.iter().filter(|column| !header.contains(column)) {
        let at = columns.iter().position(|name| name == column).unwrap_or(0) + 1;
        let found = format!("the columns {}", header.join(","));
        problems.add(Problem::file(file, &found, &format!("the column “{column}”")).at(1, at));
        right = false;
    }
    for (index, name) in header.iter().enumerate().filter(|(_, name)| !columns.contains(name)) {
        let expected = format!("only the columns of the schema: {}", columns.join(","));
        problems
            .add(Problem::file(file, &format!("the column {}", quoted(name)), &expected).at(1, index + 1));
        right = false;
    }
    if right && header != columns {
        let at = header.iter().zip(columns).position(|(found, expected)| found != expected);
        let at = at.unwrap_or(columns.len()) + 1;
        let found = format!("the columns {}", header.join(","));
        problems.add(
            Problem::file(file, &found, &format!("each once, in this order: {}", columns.join(",")))
                .at(1, at),
        );
        right = false;
    }
    right
}

/// The words of an error that begin with “expected”, without that.
pub(super) fn expected(error: &impl std::fmt::Display) -> String {
    let words = error.to_string();
    words.strip_prefix("expected ").unwrap_or(&words).to_owned()
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
            self.wrong(problems, column, "a value");
            ""
        })
    }

    /// The cell read by `parse`, whose error is what was expected; `None` and a problem where that fails.
    pub(super) fn parse<T>(
        self,
        problems: &mut Problems,
        column: &str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let text = self.optional(column).unwrap_or_default();
        match parse(text) {
            Ok(value) => Some(value),
            Err(expected) => {
                self.wrong(problems, column, &expected);
                None
            }
        }
    }

    /// The cell read as a value of the annex.
    pub(super) fn cell(self, problems: &mut Problems, column: &str) -> Option<Cell> {
        self.parse(problems, column, |text| text.parse::<Cell>().map_err(|error| expected(&error)))
    }

    /// The cell read as one of `words`.
    pub(super) fn word<T: Copy>(
        self,
        problems: &mut Problems,
        column: &str,
        words: &[(&str, T)],
    ) -> Option<T> {
        self.parse(problems, column, |text| {
            let known = words.iter().find(|(word, _)| *word == text);
            let listed: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            known.map(|(_, value)| *value).ok_or_else(|| format!("one of {}", listed.join(", ")))
        })
    }

    /// The cell read with [`str::parse`], where it is not empty.
    pub(super) fn maybe<T: FromStr>(
        self,
        problems: &mut Problems,
        column: &str,
        expected: &str,
    ) -> Result<Option<T>, Refused> {
        if self.optional(column).is_none() {
            return Ok(None);
        }
        let read = self.parse(problems, column, |text| text.parse().map_err(|_| expected.to_owned()));
        read.map(Some).ok_or(Refused)
    }

    /// The values of a cell that holds several, separated by `~`.
    pub(super) fn list(self, column: &str) -> Vec<String> {
        self.optional(column).map(|text| text.split('~').map(str::to_owned).collect()).unwrap_or_default()
    }

    /// The same, where each must be one of `known`.
    pub(super) fn references(
        self,
        problems: &mut Problems,
        column: &str,
        known: &BTreeSet<&str>,
        of: &str,
    ) -> Vec<String> {
        let list = self.list(column);
        if let Some(unknown) = list.iter().find(|id| !known.contains(id.as_str())) {
            self.wrong(problems, column, &format!("ids of {of}, separated by ~; “{unknown}” is none"));
        }
        list
    }

    /// Modifiers as printed, in their usual order.
    pub(super) fn modifiers(self, problems: &mut Problems, column: &str) -> Modifiers {
        let list = self.list(column);
        let known: Vec<Modifier> = list.iter().filter_map(|word| Modifier::of(word)).collect();
        if known.len() != list.len() {
            let words = Modifier::ALL.map(|(word, _)| word).join(", ");
            self.wrong(problems, column, &format!("some of {words}, separated by ~"));
        }
        known.into_iter().collect()
    }

    /// The column `unit`; an empty one counts without a word.
    pub(super) fn unit(self, problems: &mut Problems) -> Option<Unit> {
        match Unit::try_from(self.optional("unit").unwrap_or_default().to_owned()) {
            Ok(unit) => Some(unit),
            Err(error) => {
                self.wrong(problems, "unit", &expected(&error));
                None
            }
        }
    }

    /// The cell read as a value of the annex in the row's unit, which it may repeat.
    pub(super) fn cell_in_unit(self, problems: &mut Problems, column: &str, unit: &str) -> Option<Cell> {
        self.parse(problems, column, |text| {
            let cell = text.parse::<Cell>().map_err(|error| expected(&error))?;
            match cell.unit() {
                Some(printed) if printed != unit => {
                    Err(format!("a value in “{unit}”, the unit of its row, not in “{printed}”"))
                }
                _ => Ok(cell),
            }
        })
    }

    /// The columns `x` and `x_en`.
    pub(super) fn bilingual(self, problems: &mut Problems, column: &str) -> Bilingual {
        Bilingual {
            zh: self.text(problems, column).to_owned(),
            en: self.text(problems, &format!("{column}_en")).to_owned(),
        }
    }

    /// The columns `x` and `x_en`, where the first is not empty. A package without the second has the first in both.
    pub(super) fn maybe_bilingual(self, column: &str) -> Option<Bilingual> {
        let zh = self.optional(column)?;
        let en = self.optional(&format!("{column}_en")).unwrap_or(zh);
        Some(Bilingual { zh: zh.to_owned(), en: en.to_owned() })
    }

    /// The pinyin of another column, one syllable a character.
    pub(super) fn syllables(self, problems: &mut Problems, column: &str, of: &str) -> Vec<String> {
        let syllables: Vec<String> = self.text(problems, column).split(' ').map(str::to_owned).collect();
        let name = self.optional(of).unwrap_or_default();
        let characters = name.chars().count();
        if syllables.len() != characters {
            self.wrong(
                problems,
                column,
                &format!("{characters} syllables, one for each character of {name}"),
            );
        }
        syllables
    }

    /// The columns `section` and `paragraph`.
    pub(super) fn place(self, problems: &mut Problems) -> Option<Place> {
        let section = self.text(problems, "section").to_owned();
        let paragraph = self.parse(problems, "paragraph", |text| {
            text.parse::<NonZeroU16>().map_err(|_| "the number of a paragraph, from 1".to_owned())
        })?;
        Some(Place { section, paragraph: paragraph.get() })
    }

    /// A problem with this cell.
    pub(super) fn wrong(self, problems: &mut Problems, column: &str, expected: &str) {
        let Some(index) = self.index(column) else {
            let found = format!("the columns {}", self.table.columns.join(","));
            problems.add(Problem::file(&self.table.file, &found, &format!("the column “{column}”")).at(1, 1));
            return;
        };
        let found = quoted(self.optional(column).unwrap_or_default());
        let problem = Problem::file(&self.table.file, &found, expected);
        problems.add(problem.at(self.record.line, index + 1).in_field(column));
    }

    /// The row's line in its file.
    pub(super) fn line(self) -> u64 {
        self.record.line
    }

    fn index(self, column: &str) -> Option<usize> {
        self.table.columns.iter().position(|name| name == column)
    }
}
