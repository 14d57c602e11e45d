//! A CSV file read against its Table Schema: the header is as the schema says, and each cell satisfies its column's
//! type and constraints. What a cell means is read elsewhere, through [`Row`].

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU16;
use std::str::FromStr;

use encoding_rs::GB18030;

use super::columns::{Head, Known, Years};
use super::descriptor::{Field, FieldType, ForeignKey, Schema};
use super::infer;
use super::problem::quoted;
use super::{Problem, Problems};
use crate::dataset::Extra;
use crate::decimal::DECIMAL_FORM;
use crate::figure::Place;
use crate::{Bilingual, Cell, Decimal, Modifier, Modifiers, Unit};

/// A table whose cells satisfy their schema, or else stand in the problems.
pub(super) struct Table {
    file: String,
    /// The ids of the columns; of one that is kept as it is, its head.
    columns: Vec<String>,
    /// The heads of the columns as the file has them.
    heads: Vec<String>,
    /// Which columns are kept as they are.
    extra: Vec<usize>,
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
        bytes: &[u8],
        schema: &Schema,
        (known, years): (&Known, Years),
    ) -> Option<Self> {
        let mut records = records(problems, file, bytes)?.into_iter();
        let columns: Vec<String> = schema.fields.iter().map(|field| field.name.clone()).collect();
        let (_, mut heads) = records.next().unwrap_or_default();
        let is_wider = heads.len() > columns.len();
        while heads.len() > columns.len() && heads.last().is_some_and(String::is_empty) {
            heads.pop();
        }
        let id = |head: &String| match known.head(head, years) {
            Some(Head::Column(id)) if columns.iter().any(|column| column == id) => id.to_owned(),
            _ => head.clone(),
        };
        let header: Vec<String> = heads.iter().map(id).collect();
        if !check_header(problems, file, &header, &columns) {
            return None;
        }
        let is_extra = |column: &String| matches!(known.head(column, years), Some(Head::Extra));
        let extra = (0..).zip(&columns).filter(|(_, column)| is_extra(column)).map(|(at, _)| at).collect();
        let mut table = Self { file: file.to_owned(), columns, heads, extra, rows: Vec::new() };
        table.fill(problems, records, is_wider, schema);
        Some(table)
    }

    /// A table without a schema: its heads say what its columns are, in any order. `None` where they do not.
    pub(super) fn read_free(
        problems: &mut Problems,
        file: &str,
        bytes: &[u8],
        (known, years): (&Known, Years),
    ) -> Option<Self> {
        let mut records = records(problems, file, bytes)?.into_iter();
        let (_, mut heads) = records.next().unwrap_or_default();
        let width = heads.len();
        while heads.last().is_some_and(String::is_empty) {
            heads.pop();
        }
        let is_wider = heads.len() < width;
        let (mut columns, mut extra, mut right): (Vec<String>, _, _) = (Vec::new(), Vec::new(), true);
        for (at, head) in heads.iter().enumerate() {
            let id = match known.head(head, years) {
                Some(Head::Column(id)) => id,
                Some(Head::Extra) => {
                    extra.push(at);
                    head
                }
                None => {
                    let found = format!("the column {}", quoted(head));
                    let expected = format!("one of {}", known.heads(years));
                    problems.add(Problem::file(file, &found, &expected).at(1, at + 1));
                    right = false;
                    head
                }
            };
            if let Some(first) = columns.iter().position(|column| column == id) {
                let found = format!("the column {}", quoted(head));
                let expected = format!("one of a kind; column {} is the same", first + 1);
                problems.add(Problem::file(file, &found, &expected).at(1, at + 1));
                right = false;
            }
            columns.push(id.to_owned());
        }
        for column in known.required.iter().filter(|id| !columns.iter().any(|column| column == *id)) {
            let found = format!("the columns {}", heads.join(","));
            let expected = format!("the column “{}”", known.chinese_head(column));
            problems.add(Problem::file(file, &found, &expected).at(1, 1));
            right = false;
        }
        if !right {
            return None;
        }
        let schema = Schema::free(&columns, known.required);
        let mut table = Self { file: file.to_owned(), columns, heads, extra, rows: Vec::new() };
        table.fill(problems, records, is_wider, &schema);
        Some(table)
    }

    /// Takes the rows below the header, and checks them.
    fn fill(
        &mut self,
        problems: &mut Problems,
        records: impl Iterator<Item = (u64, Vec<String>)>,
        is_wider: bool,
        schema: &Schema,
    ) {
        let width = self.columns.len();
        for (line, mut fields) in records {
            // Spreadsheets write the empty columns right of a table.
            while is_wider && fields.len() > width && fields.last().is_some_and(String::is_empty) {
                fields.pop();
            }
            if fields.len() != width {
                let problem = Problem::file(
                    &self.file,
                    &format!("{} cells", fields.len()),
                    &format!("{width}, as in the header; a cell that contains a comma needs \" around it"),
                );
                problems.add(problem.at(line, fields.len().min(width)));
                continue;
            }
            let cells = fields
                .into_iter()
                .map(|text| (!schema.missing_values.contains(&text)).then_some(text))
                .collect();
            self.rows.push(Record { line, cells });
        }
        self.check(problems, schema);
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
            let found = format!("a foreign key over {}", key.fields.join(" and "));
            problems.add(Problem::file(&self.file, &found, "one column that refers to one column"));
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
                row.wrong(problems, column, &format!("a value of “{target}” in {name}"));
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
                    let head = self.heads.get(index).unwrap_or(&field.name);
                    problems.add(problem.at(record.line, index + 1).in_field(head));
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
pub(super) fn records(problems: &mut Problems, file: &str, bytes: &[u8]) -> Option<Vec<(u64, Vec<String>)>> {
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
                // In a row without a unit, each value has its own.
                Some(printed)
                    if printed != unit && (!unit.is_empty() || Unit::try_from(printed.clone()).is_err()) =>
                {
                    Err(format!("a value in “{unit}”, the unit of its row, not in “{printed}”"))
                }
                _ => Ok(cell),
            }
        })
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

    /// The same, where the row names a section; without a paragraph that of the section as a whole, 0.
    pub(super) fn maybe_place(self, problems: &mut Problems) -> Option<Place> {
        if self.optional("section").is_some() && self.optional("paragraph").is_some() {
            return self.place(problems);
        }
        if self.optional("paragraph").is_some() {
            self.wrong(problems, "paragraph", "no paragraph without its section");
        }
        Some(Place { section: self.optional("section").unwrap_or_default().to_owned(), paragraph: 0 })
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
        let head = self.table.heads.get(index).map_or(column, String::as_str);
        problems.add(problem.at(self.record.line, index + 1).in_field(head));
    }

    /// The row's line in its file.
    pub(super) fn line(self) -> u64 {
        self.record.line
    }

    fn index(self, column: &str) -> Option<usize> {
        self.table.columns.iter().position(|name| name == column)
    }
}
