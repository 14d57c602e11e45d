//! What is wrong with a package, and where: in words that the person who edits the spreadsheet can act on.

use std::fmt;

use serde::Serialize;

/// One thing that is wrong: `file:line:column: found …, expected …`.
///
/// Line and column count from 1. In a CSV file the line is that of the text file and the column is the number of
/// the field, so both are where a spreadsheet shows them; in a JSON file the column counts bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    file: String,
    #[serde(flatten)]
    position: Option<Position>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    found: String,
    expected: String,
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
struct Position {
    line: u64,
    column: usize,
}

impl Problem {
    /// A problem of a whole file.
    pub(crate) fn file(file: &str, found: &str, expected: &str) -> Self {
        Self {
            file: file.to_owned(),
            position: None,
            field: None,
            found: found.to_owned(),
            expected: expected.to_owned(),
        }
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
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(Position { line, column }) = self.position {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": ")?;
        if let Some(field) = &self.field {
            write!(f, "in {field}: ")?;
        }
        write!(f, "found {}, expected {}", self.found, self.expected)
    }
}

/// All that is wrong with a package.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    listed: Vec<Problem>,
    unlisted: usize,
    unreadable: bool,
}

impl Problems {
    /// So many problems are listed; of the rest only the number is told.
    pub const MOST: usize = 100;

    /// Of several problems of one cell only the first is kept: the others follow from it.
    pub(crate) fn add(&mut self, problem: Problem) {
        let same_cell = |known: &Problem| {
            known.field.is_some()
                && (&known.file, known.position, &known.field)
                    == (&problem.file, problem.position, &problem.field)
        };
        if self.listed.iter().any(same_cell) {
            return;
        }
        if self.listed.len() < Self::MOST {
            self.listed.push(problem);
        } else {
            self.unlisted += 1;
        }
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

    /// How many there are, those beyond [`Problems::MOST`] included.
    pub fn count(&self) -> usize {
        self.listed.len() + self.unlisted
    }

    /// True where nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// The problems, up to [`Problems::MOST`].
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.listed.iter()
    }
}

/// One problem a line.
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.listed.iter().enumerate() {
            write!(f, "{}{problem}", if i == 0 { "" } else { "\n" })?;
        }
        if self.unlisted > 0 {
            write!(f, "\nand {} more", self.unlisted)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// Text of a cell as problems quote it: short, on one line, and visible where it is empty.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    if text.is_empty() {
        return "an empty cell".to_owned();
    }
    let mut shown: String =
        text.chars().take(LONGEST).map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect();
    if text.chars().count() > LONGEST {
        shown.push('…');
    }
    format!("“{shown}”")
}
