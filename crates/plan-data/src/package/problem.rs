//! What is wrong with a package, and where: in words that the person who edits the spreadsheet can act on.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;

use crate::{Language, Said};

/// One thing that is wrong: `file:line:column: found …, expected …`; or that may be: `file:line:column: found …, perhaps …`.
///
/// Line and column count from 1. In a CSV file the line is that of the record, however many lines its cells have, and the column is the
/// number of the field, so both are where a spreadsheet shows them; in a JSON file the column counts bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    file: String,
    #[serde(flatten)]
    position: Option<Position>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    found: Said,
    #[serde(flatten)]
    wanted: Wanted,
}

/// What should stand there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Wanted {
    /// Nothing else can be read.
    Expected(Said),
    /// It can be read, and may have been this.
    Perhaps(Said),
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Position {
    line: u64,
    column: usize,
}

impl Problem {
    /// A problem of a whole file.
    pub(crate) fn file(file: &str, found: Said, expected: Said) -> Self {
        let wanted = Wanted::Expected(expected);
        Self { file: file.to_owned(), position: None, field: None, found, wanted }
    }

    /// The same of what can be read and may be right: what was expected is what it perhaps was.
    #[must_use]
    pub(crate) fn into_warning(self) -> Self {
        let (Wanted::Expected(wanted) | Wanted::Perhaps(wanted)) = self.wanted;
        Self { wanted: Wanted::Perhaps(wanted), ..self }
    }

    /// The same at a place of the file.
    #[must_use]
    pub(crate) fn at(self, line: u64, column: usize) -> Self {
        Self { position: Some(Position { line, column }), ..self }
    }

    /// The same in a named field.
    #[must_use]
    pub(crate) fn in_field(self, name: &str) -> Self {
        Self { field: Some(name.to_owned()), ..self }
    }

    /// The file that it is in.
    pub fn of_file(&self) -> &str {
        &self.file
    }

    /// Line and column, where it is of one place.
    pub fn place(&self) -> Option<(u64, usize)> {
        self.position.map(|Position { line, column }| (line, column))
    }

    /// The sentence in that language. The English one is that of [`fmt::Display`].
    pub fn sentence(&self, language: Language) -> String {
        self.sentence_of(language, &[])
    }

    /// The same of several lines.
    fn sentence_of(&self, language: Language, lines: &[u64]) -> String {
        let (Wanted::Expected(wanted) | Wanted::Perhaps(wanted)) = &self.wanted;
        let is_expected = matches!(self.wanted, Wanted::Expected(_));
        let (file, found, wanted) =
            (&self.file, self.found.in_language(language), wanted.in_language(language));
        let field = |before: &str, after: &str| {
            self.field.as_ref().map(|field| format!("{before}{field}{after}")).unwrap_or_default()
        };
        match language {
            Language::Chinese => {
                let at = self.position.map(|Position { line, column }| {
                    let own = [line];
                    let lines = ranges(if lines.is_empty() { &own } else { lines }, "—").join("、");
                    format!(" 第{lines}行第{column}列")
                });
                let (at, field) = (at.unwrap_or_default(), field("（", "）"));
                let word = if is_expected { "应为" } else { "可能是" };
                format!("{file}{at}{field}：现为{found}，{word}{wanted}")
            }
            Language::English => {
                let at = self.position.map(|Position { line, column }| format!(":{line}:{column}"));
                let (at, field) = (at.unwrap_or_default(), field(": in ", ""));
                let word = if is_expected { "expected" } else { "perhaps" };
                let lines = if lines.is_empty() {
                    String::new()
                } else {
                    format!(" (lines {})", ranges(lines, "–").join(", "))
                };
                format!("{file}{at}{field}: found {found}, {word} {wanted}{lines}")
            }
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Language::English))
    }
}

/// Ascending numbers with runs of at least three as first and last.
pub(crate) fn ranges(numbers: &[u64], dash: &str) -> Vec<String> {
    let runs = numbers.chunk_by(|before, after| before + 1 == *after);
    runs.flat_map(|run| match run {
        [first, .., last] if run.len() > 2 => vec![format!("{first}{dash}{last}")],
        _ => run.iter().map(u64::to_string).collect(),
    })
    .collect()
}

/// All that is wrong with a package, and beside it what may be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    listed: Vec<Problem>,
    /// Files, lines and columns of cells that have a problem.
    cells: BTreeSet<(String, u64, usize)>,
    warnings: Vec<Problem>,
    unreadable: bool,
}

impl Problems {
    /// So many problems are shown where all are not read: in a build. Of the rest only the number is told.
    pub const MOST: usize = 100;

    /// Of several problems of one cell only the first is kept: the others follow from it.
    pub(crate) fn add(&mut self, problem: Problem) {
        if let (Some(Position { line, column }), Some(_)) = (problem.position, &problem.field)
            && !self.cells.insert((problem.file.clone(), line, column))
        {
            return;
        }
        self.listed.push(problem);
    }

    /// What may be wrong and keeps nothing from being read.
    pub(crate) fn warn(&mut self, warning: Problem) {
        self.warnings.push(warning);
    }

    /// The warnings as problems of their own, which leave.
    pub(crate) fn take_warnings(&mut self) -> Self {
        Self { listed: std::mem::take(&mut self.warnings), ..Self::default() }
    }

    /// A problem that keeps a whole file from being read.
    pub(crate) fn add_unreadable(&mut self, problem: Problem) {
        self.unreadable = true;
        self.add(problem);
    }

    /// True where a file could not be read at all.
    pub fn is_unreadable(&self) -> bool {
        self.unreadable
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.listed.len()
    }

    /// True where nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// The problems in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.listed.iter()
    }

    /// The problems of each file in its order, with the number of each column.
    pub fn by_file(&self) -> Vec<OfFile<'_>> {
        let mut files: Vec<OfFile<'_>> = Vec::new();
        for problem in &self.listed {
            match files.iter_mut().find(|of| of.file == problem.file) {
                Some(of) => of.problems.push(problem),
                None => files.push(OfFile { file: &problem.file, problems: vec![problem] }),
            }
        }
        for of in &mut files {
            of.problems.sort_by_key(|problem| problem.position);
        }
        files
    }
}

/// The problems of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfFile<'a> {
    /// The file.
    pub file: &'a str,
    /// Its problems in the order of their places; at least one.
    problems: Vec<&'a Problem>,
}

impl OfFile<'_> {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.problems.len()
    }

    /// How many each column has, in the order of the columns; those of no column first.
    pub fn columns(&self) -> Vec<(Said, usize)> {
        let mut counts: BTreeMap<(usize, String), (Said, usize)> = BTreeMap::new();
        for Problem { position, field, .. } in &self.problems {
            let (column, name) = match (field, position) {
                (Some(field), at) => (at.map_or(0, |at| at.column), Said::as_it_is(field)),
                (None, None) => (0, said!("整个文件", "the file")),
                (None, Some(Position { line: 1, .. })) => (0, said!("表头", "the header")),
                (None, Some(_)) => (0, said!("整行", "whole rows")),
            };
            counts.entry((column, name.en.clone())).or_insert((name, 0)).1 += 1;
        }
        counts.into_values().collect()
    }

    /// A sentence for each problem. Three or more that say the same of one column are one sentence, at the place of the first, with
    /// all their lines.
    pub fn sentences(&self, language: Language) -> Vec<String> {
        let cause = |problem: &Problem| {
            let (Wanted::Expected(wanted) | Wanted::Perhaps(wanted)) = &problem.wanted;
            let column = problem.position.map(|position| position.column);
            (column, problem.field.clone(), problem.found.en.clone(), wanted.en.clone())
        };
        let mut lines: BTreeMap<_, Vec<u64>> = BTreeMap::new();
        for problem in self.problems.iter().filter(|problem| problem.field.is_some()) {
            lines.entry(cause(problem)).or_default().extend(problem.position.map(|position| position.line));
        }
        let sentence = |problem: &&Problem| match lines.get(&cause(problem)) {
            Some(lines) if lines.len() > 2 => (lines.first().copied()
                == problem.position.map(|position| position.line))
            .then(|| problem.sentence_of(language, lines)),
            _ => Some(problem.sentence(language)),
        };
        self.problems.iter().filter_map(sentence).collect()
    }
}

/// One problem a line, up to [`Problems::MOST`].
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.listed.iter().take(Self::MOST).enumerate() {
            write!(f, "{}{problem}", if i == 0 { "" } else { "\n" })?;
        }
        match self.listed.len().saturating_sub(Self::MOST) {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}

impl std::error::Error for Problems {}

/// Text of a cell as problems quote it, also where it is empty.
pub(crate) fn quoted(text: &str) -> Said {
    if text.is_empty() { said!("空单元格", "an empty cell") } else { Said::as_it_is(&quotation(text)) }
}

/// Text as problems quote it: short and on one line.
pub(crate) fn quotation(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut shown: String =
        text.chars().take(LONGEST).map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect();
    if text.chars().count() > LONGEST {
        shown.push('…');
    }
    format!("“{shown}”")
}
