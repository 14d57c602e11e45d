//! A report in sections and paragraphs, cleaned of what printing left in it. Rows cite these.

use std::ops::Range;

use crate::row::At;

/// A report's text, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The sections in the order of the text; the first is the opening, without a heading.
    pub sections: Vec<Section>,
    /// The tables, those of the annexes and those within the text.
    pub tables: Vec<Grid>,
    /// What was taken out of the text, and why: page numbers, running heads, markup.
    pub set_aside: Vec<Set>,
    /// The bytes of the first paragraph of the opening that each line of the title is; empty where it has no title.
    pub title: Vec<Range<usize>>,
    /// The year whose results it tells, where it says it.
    pub actual_year: Option<u16>,
    /// The year that it plans, where it says it.
    pub plan_year: Option<u16>,
}

impl Report {
    /// The words of the lines of its title.
    pub(crate) fn title_words(&self) -> Vec<&str> {
        let first = self.sections.first().and_then(|section| section.paragraphs.first());
        self.title.iter().filter_map(|range| first?.words.get(range.clone())).collect()
    }
}

/// What a section is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// Title, greeting, whatever else.
    #[default]
    Other,
    /// It tells what was achieved.
    Results,
    /// It says what is planned: targets and tasks.
    Plan,
    /// It tells what is not well.
    Problems,
}

/// A section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The id that places cite, as `plan_data::against::ReportText` gives it: 0, 1, 1.3, 1.3.2, 1.3.box.
    pub id: String,
    /// That of the section that it is in.
    pub parent: Option<String>,
    /// The number before its heading as printed: 一, （一）, 1.; empty where it has none.
    pub number: String,
    /// The heading without its number and without white space; empty for the opening.
    pub heading: String,
    /// What it is for, by its heading or the nearest above that says it.
    pub purpose: Purpose,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ParagraphKind {
    /// Sentences.
    #[default]
    Prose,
    /// An item of a list.
    Item,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Its words without white space and markup. Spans count its bytes.
    pub words: String,
    /// What it is.
    pub kind: ParagraphKind,
    /// The bytes of `words` that are the mark of an item (▲, 1., （1）, ①); 0 where there is none.
    pub mark: usize,
    /// The bytes of `words` that are a heading run into it, with its full stop; 0 where there is none. Follows the mark.
    pub run_in: usize,
}

/// A table of the report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The paragraph after which it stands: section and number, 0 where it stands before the first.
    pub at: At,
    /// Whether it stands in an annex.
    pub is_annex: bool,
    /// The lines that stand above it as its title, from the outermost: 附表1, its name, 单位：亿元.
    pub titles: Vec<String>,
    /// Its rows with their heads, each with a cell for every column; white space left out. Parts on several pages are one table.
    pub rows: Vec<Vec<String>>,
    /// The lines that stand below it as its notes.
    pub notes: Vec<String>,
    /// How the columns were told apart.
    pub markup: Markup,
}

/// How the columns of a table were told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Markup {
    /// By the file: a table of Word, of a spreadsheet, of HTML, of Markdown.
    #[default]
    Cells,
    /// By tabs.
    Tabs,
    /// By spaces.
    Spaces,
}

/// What was taken out of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    /// What it was.
    pub text: String,
    /// Why, in a word of `texts` of whoever shows it.
    pub reason: &'static str,
    /// The paragraph that was open when it came.
    pub at: At,
}

impl Report {
    /// The section of that id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// Its paragraphs in order, each with its section and where it is.
    pub fn paragraphs(&self) -> impl Iterator<Item = (&Section, At, &Paragraph)> {
        self.sections.iter().flat_map(|section| {
            (1..).zip(&section.paragraphs).map(move |(number, paragraph)| {
                (section, At { section: section.id.as_str().into(), paragraph: number }, paragraph)
            })
        })
    }
}
