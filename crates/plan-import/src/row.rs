//! A row that was read: cells of a table of the package, where it stands, and how sure that is.

use std::ops::Range;

use plan_data::Said;

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
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The id of its section.
    pub section: String,
    /// Its number within the section, from 1.
    pub paragraph: u16,
}

/// Where a row stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// In a paragraph: the bytes of its words.
    Words(At, Range<usize>),
    /// In a table: its number among the report's tables, and its row, both from 0.
    Cells(usize, usize),
    /// Nowhere: it follows from others.
    Nowhere,
}

/// How sure a row is, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// Rules that have no exception that is known: of these, 98 in 100 are right.
    Sure(Said),
    /// Right as a rule; a person should look.
    Likely(Said),
    /// A person must look.
    Doubtful(Said),
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
    pub fn reason(&self) -> &Said {
        let (Self::Sure(reason) | Self::Likely(reason) | Self::Doubtful(reason)) = self;
        reason
    }
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The table.
    pub table: Table,
    /// Its cells, each after the id of its column; columns of the table that it has nothing for are left out. Heads of columns that are
    /// kept as printed (牵头单位) are the ids of those.
    pub cells: Vec<(String, String)>,
    /// Where it stands.
    pub span: Span,
    /// How sure it is.
    pub sureness: Sureness,
}

impl Row {
    /// The cell of a column; empty where it has none.
    pub fn cell(&self, column: &str) -> &str {
        self.cells.iter().find(|(id, _)| id == column).map_or("", |(_, cell)| cell)
    }

    /// Gives a column its cell.
    #[must_use]
    pub fn with(mut self, column: impl Into<String>, cell: impl Into<String>) -> Self {
        self.cells.push((column.into(), cell.into()));
        self
    }
}

/// The same in both languages.
pub(crate) fn said(zh: impl Into<String>, en: impl Into<String>) -> Said {
    Said { zh: zh.into(), en: en.into() }
}
