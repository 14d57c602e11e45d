//! An import as JSON: the form in which the page shows, edits and stores it. Members that are missing have their usual value; others
//! are left out.

use std::cell::RefCell;
use std::collections::BTreeSet;

use plan_data::Said;
use plan_import::{
    At, Grid, Import, Markup, Paragraph, ParagraphKind, Purpose, Reason, Report, Row, Section, Set, Span,
    Sureness, Table,
};
use serde::{Deserialize, Serialize};

/// An import.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Form {
    /// What the report is called; the file, where it does not say.
    pub title: String,
    /// Whether anything was read that a package is made for.
    pub has_content: bool,
    /// The year of its results.
    pub actual_year: Option<u16>,
    /// The year that it plans.
    pub plan_year: Option<u16>,
    /// The bytes of the first paragraph that each line of the title is: first, and after the last.
    pub title_lines: Vec<(usize, usize)>,
    /// The text.
    pub sections: Vec<SectionForm>,
    /// The tables of the text.
    pub tables: Vec<GridForm>,
    /// What was read.
    pub rows: Vec<RowForm>,
    /// What was taken out of the text.
    pub set_aside: Vec<SetForm>,
}

/// The same words in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl From<&Said> for Words {
    fn from(Said { zh, en }: &Said) -> Self {
        Self { zh: zh.clone(), en: en.clone() }
    }
}

/// A section.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SectionForm {
    id: String,
    parent: Option<String>,
    number: String,
    heading: String,
    /// `other`, `results`, `plan` or `problems`.
    purpose: String,
    paragraphs: Vec<ParagraphForm>,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ParagraphForm {
    words: String,
    mark: usize,
    run_in: usize,
    /// `prose` or `item`.
    kind: String,
}

/// A table of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GridForm {
    /// Its titles as one.
    title: String,
    titles: Vec<String>,
    rows: Vec<Vec<String>>,
    notes: Vec<String>,
    at: PlaceForm,
    is_annex: bool,
    /// `cells`, `tabs` or `spaces`.
    markup: String,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlaceForm {
    section: String,
    paragraph: u16,
}

/// A row that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RowForm {
    /// The name of its table.
    pub table: String,
    /// Its cells, each after the id of its column.
    pub cells: Vec<(String, String)>,
    /// Where it stands.
    pub span: Option<SpanForm>,
    /// 0 sure, 1 likely, 2 doubtful.
    pub rank: u8,
    /// Why.
    pub reason: Words,
    /// `open`, `accepted`, `rejected` or `added`: what a person has said of it.
    pub state: String,
}

/// Where a row stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SpanForm {
    /// In a paragraph: the bytes of its words.
    Words {
        /// The id of the section.
        section: String,
        /// The number of the paragraph, from 1.
        paragraph: u16,
        /// The first byte.
        start: usize,
        /// The byte after the last.
        end: usize,
    },
    /// In a table of the text.
    Cells {
        /// Its number, from 0.
        grid: usize,
        /// The row, from 0.
        row: usize,
    },
}

/// What was taken out of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SetForm {
    text: String,
    reason: String,
    section: String,
    paragraph: u16,
}

const PURPOSES: [(&str, Purpose); 4] = [
    ("other", Purpose::Other),
    ("results", Purpose::Results),
    ("plan", Purpose::Plan),
    ("problems", Purpose::Problems),
];
const KINDS: [(&str, ParagraphKind); 2] = [("prose", ParagraphKind::Prose), ("item", ParagraphKind::Item)];
const MARKUPS: [(&str, Markup); 3] =
    [("cells", Markup::Cells), ("tabs", Markup::Tabs), ("spaces", Markup::Spaces)];

/// What a person has said of a row that is left out.
const REJECTED: &str = "rejected";

fn word<T: Copy + PartialEq>(all: &[(&str, T)], one: T) -> String {
    all.iter().find(|(_, known)| *known == one).map_or("", |(word, _)| word).to_owned()
}

fn of_word<T: Copy + Default>(all: &[(&str, T)], word: &str) -> T {
    all.iter().find(|(known, _)| *known == word).map(|(_, one)| *one).unwrap_or_default()
}

/// A text that lives as long as the program, each once: reasons are few.
fn lasting(text: &str) -> &'static str {
    thread_local! {
        static KNOWN: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(known) = known.get(text) {
            return *known;
        }
        let text: &'static str = text.to_owned().leak();
        known.insert(text);
        text
    })
}

impl Form {
    /// An import, whose report is called `name` where it does not say what it is called.
    pub fn of(import: &Import, name: &str) -> Self {
        let report = &import.report;
        let title = import
            .rows
            .iter()
            .find(|row| row.table == Table::Report && ["标题", "title"].contains(&row.cell("key")))
            .map(|row| row.cell("value"))
            .filter(|title| !title.is_empty());
        Self {
            title: title.unwrap_or(name).to_owned(),
            has_content: import.has_content(),
            actual_year: report.actual_year,
            plan_year: report.plan_year,
            title_lines: report.title.iter().map(|line| (line.start, line.end)).collect(),
            sections: report.sections.iter().map(SectionForm::of).collect(),
            tables: report.tables.iter().map(GridForm::of).collect(),
            rows: import.rows.iter().map(RowForm::of).collect(),
            set_aside: report.set_aside.iter().map(SetForm::of).collect(),
        }
    }

    /// The import, without the rows that a person has rejected and those of unknown tables.
    pub fn import(self) -> Import {
        Import {
            report: Report {
                title: self.title_lines.into_iter().map(|(start, end)| start..end).collect(),
                sections: self.sections.into_iter().map(SectionForm::section).collect(),
                tables: self.tables.into_iter().map(GridForm::grid).collect(),
                set_aside: self.set_aside.into_iter().map(SetForm::set).collect(),
                actual_year: self.actual_year,
                plan_year: self.plan_year,
            },
            rows: self
                .rows
                .into_iter()
                .filter(|row| row.state != REJECTED)
                .filter_map(RowForm::row)
                .collect(),
        }
    }
}

impl SectionForm {
    fn of(section: &Section) -> Self {
        Self {
            id: section.id.clone(),
            parent: section.parent.clone(),
            number: section.number.clone(),
            heading: section.heading.clone(),
            purpose: word(&PURPOSES, section.purpose),
            paragraphs: section.paragraphs.iter().map(ParagraphForm::of).collect(),
        }
    }

    fn section(self) -> Section {
        let Self { id, parent, number, heading, purpose, paragraphs } = self;
        let paragraphs = paragraphs.into_iter().map(ParagraphForm::paragraph).collect();
        Section { id, parent, number, heading, purpose: of_word(&PURPOSES, &purpose), paragraphs }
    }
}

impl ParagraphForm {
    fn of(paragraph: &Paragraph) -> Self {
        let Paragraph { words, kind, mark, run_in } = paragraph;
        Self { words: words.clone(), mark: *mark, run_in: *run_in, kind: word(&KINDS, *kind) }
    }

    fn paragraph(self) -> Paragraph {
        let Self { words, mark, run_in, kind } = self;
        Paragraph { words, mark, run_in, kind: of_word(&KINDS, &kind) }
    }
}

impl GridForm {
    fn of(grid: &Grid) -> Self {
        Self {
            title: grid.titles.join(" "),
            titles: grid.titles.clone(),
            rows: grid.rows.clone(),
            notes: grid.notes.clone(),
            at: PlaceForm { section: grid.at.section.to_string(), paragraph: grid.at.paragraph },
            is_annex: grid.is_annex,
            markup: word(&MARKUPS, grid.markup),
        }
    }

    fn grid(self) -> Grid {
        let Self { titles, rows, notes, at: PlaceForm { section, paragraph }, is_annex, markup, .. } = self;
        let at = At { section: section.into(), paragraph };
        Grid { at, is_annex, titles, rows, notes, markup: of_word(&MARKUPS, &markup) }
    }
}

impl RowForm {
    fn of(row: &Row) -> Self {
        let reason = row.sureness.reason();
        Self {
            table: row.table.name().to_owned(),
            cells: row.cells.iter().map(|(column, cell)| (column.to_owned(), cell.to_owned())).collect(),
            span: SpanForm::of(&row.span),
            rank: row.sureness.rank(),
            reason: Words { zh: reason.zh.to_string(), en: reason.en.to_string() },
            state: "open".to_owned(),
        }
    }

    fn row(self) -> Option<Row> {
        let Self { table, cells, span, rank, reason, .. } = self;
        let (_, table) = Table::ALL.into_iter().find(|(name, _)| *name == table)?;
        let reason = Reason { zh: reason.zh.into(), en: reason.en.into() };
        let sureness = match rank {
            0 => Sureness::Sure(reason),
            1 => Sureness::Likely(reason),
            _ => Sureness::Doubtful(reason),
        };
        let cells = cells.into_iter().collect();
        Some(Row { table, cells, span: span.map_or(Span::Nowhere, SpanForm::span), sureness })
    }
}

impl SpanForm {
    fn of(span: &Span) -> Option<Self> {
        match span {
            Span::Words(At { section, paragraph }, range) => Some(Self::Words {
                section: section.to_string(),
                paragraph: *paragraph,
                start: range.start,
                end: range.end,
            }),
            Span::Cells(grid, row) => Some(Self::Cells { grid: *grid, row: *row }),
            Span::Nowhere => None,
        }
    }

    fn span(self) -> Span {
        match self {
            Self::Words { section, paragraph, start, end } => {
                Span::Words(At { section: section.into(), paragraph }, start..end)
            }
            Self::Cells { grid, row } => Span::Cells(grid, row),
        }
    }
}

impl SetForm {
    fn of(set: &Set) -> Self {
        let At { section, paragraph } = set.at.clone();
        Self {
            text: set.text.clone(),
            reason: set.reason.to_owned(),
            section: section.to_string(),
            paragraph,
        }
    }

    fn set(self) -> Set {
        let Self { text, reason, section, paragraph } = self;
        Set { text, reason: lasting(&reason), at: At { section: section.into(), paragraph } }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A report of an invented county, as JSON that the page would hold.
    pub(crate) const INVENTED: &str = include_str!("../tests/invented.json");

    pub(crate) fn invented() -> Form {
        serde_json::from_str(INVENTED).unwrap()
    }

    #[test]
    fn an_import_is_the_same_after_the_way_through_json() {
        let form = invented();
        let import = form.clone().import();
        let again = Form::of(&import, "文件");
        assert_eq!(again.title, "青禾县2024年国民经济和社会发展计划");
        let json = serde_json::to_string(&again).unwrap();
        let read: Form = serde_json::from_str(&json).unwrap();
        assert_eq!(read, again);
        assert_eq!(read.import(), import);
    }

    #[test]
    fn rejected_rows_and_unknown_tables_are_left_out() {
        let mut form = invented();
        let count = form.clone().import().rows.len();
        form.rows.first_mut().unwrap().state = REJECTED.to_owned();
        form.rows.last_mut().unwrap().table = "nothing".to_owned();
        assert_eq!(form.import().rows.len(), count - 2);
    }

    #[test]
    fn a_report_without_a_title_is_called_as_its_file() {
        assert_eq!(Form::of(&Import::default(), "我的报告").title, "我的报告");
    }

    #[test]
    fn reasons_are_kept_once() {
        assert!(std::ptr::eq(lasting("页码"), lasting("页码")));
    }
}
