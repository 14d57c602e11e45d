//! A row that was read: cells of a table of the package, where it stands, and how sure that is.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::rc::Rc;

use plan_data::Language;

/// A table of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// What the report says of itself: `key`, `value`.
    Report,
    /// Sections.
    Sections,
    /// Headings run into paragraphs.
    Headings,
    /// Rows of an annex of indicators.
    Indicators,
    /// Numbers of the text.
    Figures,
    /// Numbers of the text, or rows of tables, that were not read, and why.
    Omissions,
    /// Projects.
    Projects,
    /// Places of the text that name a project.
    Mentions,
    /// Places.
    Places,
    /// Locations of projects taken apart.
    Locations,
    /// Tasks.
    Tasks,
    /// Problems, honours.
    Remarks,
}

impl Table {
    /// All of them, in the order of a package, each with its name.
    pub const ALL: [(&'static str, Self); 12] = [
        ("report", Self::Report),
        ("sections", Self::Sections),
        ("headings", Self::Headings),
        ("indicators", Self::Indicators),
        ("figures", Self::Figures),
        ("omissions", Self::Omissions),
        ("projects", Self::Projects),
        ("mentions", Self::Mentions),
        ("places", Self::Places),
        ("locations", Self::Locations),
        ("tasks", Self::Tasks),
        ("remarks", Self::Remarks),
    ];

    /// Its name: that of its file.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, table)| *table == self).map_or("", |(name, _)| name)
    }
}

/// A paragraph of the report.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// The id of its section. Every row of a paragraph has it, and there are tens of thousands.
    pub section: Rc<str>,
    /// Its number within the section, from 1.
    pub paragraph: u16,
}

/// Where a row stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Span {
    /// In a paragraph: the bytes of its words.
    Words(At, Range<usize>),
    /// In a table: its number among the report's tables, and its row, both from 0.
    Cells(usize, usize),
    /// Nowhere: it follows from others.
    Nowhere,
}

/// Why a row is as sure as it is, in both languages. Most reasons are words of the program, which every row shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Chinese.
    pub zh: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Reason {
    /// The words in a language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

/// How sure a row is, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// Rules that have no exception that is known: of these, 98 in 100 are right.
    Sure(Reason),
    /// Right as a rule; a person should look.
    Likely(Reason),
    /// A person must look.
    Doubtful(Reason),
}

impl Sureness {
    /// From 0, the surest.
    pub fn rank(&self) -> u8 {
        match self {
            Self::Sure(_) => 0,
            Self::Likely(_) => 1,
            Self::Doubtful(_) => 2,
        }
    }

    /// Why.
    pub fn reason(&self) -> &Reason {
        let (Self::Sure(reason) | Self::Likely(reason) | Self::Doubtful(reason)) = self;
        reason
    }
}

/// The cells of a row, each after the id of its column, as one text: a report has tens of thousands of rows, and a text for each column
/// and each cell took most of the time and many times the memory of the report.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Cells(String);

/// What ends the id of a column, and a cell. It stands in no text: control characters are left out.
const END: char = '\u{1F}';

impl Cells {
    /// The ids of columns, each with its cell.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut parts = self.0.split_terminator(END);
        std::iter::from_fn(move || Some((parts.next()?, parts.next()?)))
    }

    /// Gives a column its cell.
    pub fn push(&mut self, column: &str, cell: &str) {
        self.0.reserve_exact(column.len() + cell.len() + 2);
        for part in [column, cell] {
            self.0.extend(part.split(END));
            self.0.push(END);
        }
    }
}

impl<C: AsRef<str>, T: AsRef<str>> FromIterator<(C, T)> for Cells {
    fn from_iter<I: IntoIterator<Item = (C, T)>>(given: I) -> Self {
        let mut cells = Self::default();
        given.into_iter().for_each(|(column, cell)| cells.push(column.as_ref(), cell.as_ref()));
        cells
    }
}

impl fmt::Debug for Cells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The table.
    pub table: Table,
    /// Its cells, each after the id of its column; columns of the table that it has nothing for are left out. Heads of columns that are
    /// kept as printed (牵头单位) are the ids of those.
    pub cells: Cells,
    /// Where it stands.
    pub span: Span,
    /// How sure it is.
    pub sureness: Sureness,
}

impl Row {
    /// The cell of a column; empty where it has none.
    pub fn cell(&self, column: &str) -> &str {
        self.cells.iter().find(|(id, _)| *id == column).map_or("", |(_, cell)| cell)
    }

    /// Whether the package has a row of it: what is left out of a table stands in no paragraph that it could cite; the list of doubts
    /// tells it.
    pub fn is_written(&self) -> bool {
        self.table != Table::Omissions || !matches!(self.span, Span::Cells(..))
    }

    /// Gives a column its cell.
    #[must_use]
    pub fn with(mut self, column: &str, cell: impl AsRef<str>) -> Self {
        self.cells.push(column, cell.as_ref());
        self
    }
}

/// A reason in both languages.
pub(crate) fn said(zh: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Reason {
    Reason { zh: zh.into(), en: en.into() }
}
