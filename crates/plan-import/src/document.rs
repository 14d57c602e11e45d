//! What a file holds, in the order in which it is read: lines and tables. Each kind of file has a reader of its own that makes one.

/// A file as lines, tables and page breaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What it holds, in the order of the text.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A line of text.
    Line(Line),
    /// A table that the file has as such: its rows, as cells of text. Cells that are merged have their text in each.
    Table(Vec<Vec<String>>),
    /// The end of a page.
    PageBreak,
}

/// A line of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its words, with their white space. Bold words stand between `**`.
    pub text: String,
    /// Whether the file says that it is a paragraph of its own, as Word does; a line of print may go on in the next.
    pub is_whole: bool,
    /// The level of a heading, from 1, where the file says that it is one.
    pub heading: Option<u8>,
}

impl Line {
    /// A line of print.
    pub fn printed(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_whole: false, heading: None }
    }

    /// A paragraph.
    pub fn whole(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_whole: true, heading: None }
    }
}
