//! What was read of a report, as the page hands it over and takes it back: JSON. What the review does not know of it stays as it is.

use std::fmt;

use plan_data::{Language, Said, said};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// So many characters are shown before and after the words that a row stands on.
const AROUND: usize = 24;

/// A report, and what was read of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The report's title.
    pub title: String,
    /// Its sections in the order of the text.
    pub sections: Vec<Section>,
    /// Its tables.
    pub tables: Vec<Grid>,
    /// All that was handed over but the rows, as text: it is never changed.
    rest: String,
}

/// A section.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Section {
    /// The id that rows cite.
    pub id: String,
    /// The number before the heading, as printed; may be empty.
    #[serde(default)]
    pub number: String,
    /// The heading without its number; empty for the opening.
    #[serde(default)]
    pub heading: String,
    /// Its paragraphs.
    #[serde(default)]
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Paragraph {
    /// Its words. Spans count their bytes.
    pub words: String,
    /// So many bytes of them are the mark of an item.
    #[serde(default)]
    pub mark: usize,
    /// So many bytes of them are a heading run into it, with the mark before.
    #[serde(default)]
    pub run_in: usize,
    /// `item` for an item of a list.
    #[serde(default)]
    pub kind: String,
}

/// A table.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Grid {
    /// What stands above it; may be empty.
    #[serde(default)]
    pub title: String,
    /// Its rows with its heads.
    #[serde(default)]
    pub rows: Vec<Vec<String>>,
    /// The paragraph after which it stands, where that is known. Others stand after the text.
    #[serde(default)]
    pub at: Option<At>,
}

/// A paragraph of the report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct At {
    /// The id of its section.
    pub section: String,
    /// Its number in the section, from 1; 0 before the first.
    pub paragraph: u16,
}

/// Where a row stands.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Span {
    /// In a paragraph.
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
    /// In a table.
    Cells {
        /// The number of the table, from 0.
        grid: usize,
        /// The number of its row, from 0.
        row: usize,
    },
}

/// Why a row is as sure as it is, in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Reason {
    /// Chinese.
    #[serde(default)]
    pub zh: String,
    /// English.
    #[serde(default)]
    pub en: String,
}

/// What a person has said of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Nothing yet.
    #[default]
    Open,
    /// It is right, as read or as corrected.
    Accepted,
    /// It is not in the report, or not worth a row.
    Rejected,
    /// The person has added it.
    Added,
}

/// A row that was read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Row {
    /// The name of its table.
    pub table: String,
    /// Its cells, each after the id of its column.
    pub cells: Vec<(String, String)>,
    /// Where it stands; nowhere where it follows from others.
    #[serde(default)]
    pub span: Option<Span>,
    /// How sure it is: 0 sure, 1 likely, 2 doubtful.
    #[serde(default)]
    pub rank: u8,
    /// Why.
    #[serde(default)]
    pub reason: Reason,
    /// What was said of it.
    #[serde(default)]
    pub state: State,
    /// What else the page keeps with it.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl Row {
    /// The cell of a column; empty where it has none.
    pub fn cell(&self, column: &str) -> &str {
        self.cells.iter().find(|(id, _)| id == column).map_or("", |(_, cell)| cell)
    }
}

impl Reason {
    /// In one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

/// The text is no import.
#[derive(Debug)]
pub struct NotAnImport(serde_json::Error);

impl NotAnImport {
    /// What is wrong with it.
    pub fn said(&self) -> Said {
        let Self(error) = self;
        let (line, column) = (error.line(), error.column());
        match error.classify() {
            serde_json::error::Category::Eof => {
                said!("读出的内容不完整，第{line}行就断了", "what was read is cut off in line {line}")
            }
            serde_json::error::Category::Data => said!(
                "读出的内容缺少应有的部分（{error}）",
                "what was read lacks something that must be there ({error})"
            ),
            serde_json::error::Category::Syntax | serde_json::error::Category::Io => said!(
                "读出的内容在第{line}行第{column}个字节处看不懂",
                "what was read cannot be understood in line {line}, byte {column}"
            ),
        }
    }
}

impl fmt::Display for NotAnImport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said().en)
    }
}

impl std::error::Error for NotAnImport {}

impl Import {
    /// Reads what the page hands over: the report, and its rows.
    ///
    /// # Errors
    /// It is no JSON, or not of this form.
    pub fn read(json: &str) -> Result<(Self, Vec<Row>), NotAnImport> {
        #[derive(Deserialize)]
        struct Whole {
            #[serde(default)]
            title: String,
            sections: Vec<Section>,
            #[serde(default)]
            tables: Vec<Grid>,
            rows: Vec<Row>,
        }
        let Whole { title, sections, tables, rows } = serde_json::from_str(json).map_err(NotAnImport)?;
        let mut rest: Map<String, Value> = serde_json::from_str(json).map_err(NotAnImport)?;
        rest.remove("rows");
        let rest = serde_json::to_string(&rest).map_err(NotAnImport)?;
        Ok((Self { title, sections, tables, rest }, rows))
    }

    /// The same form again, with these rows.
    ///
    /// # Errors
    /// Never, of rows that were read: their keys are strings.
    pub fn write<'a>(&self, rows: impl IntoIterator<Item = &'a Row>) -> Result<String, NotAnImport> {
        let rows: Vec<&Row> = rows.into_iter().collect();
        let rows = serde_json::to_string(&rows).map_err(NotAnImport)?;
        // There are sections at least.
        let rest = self.rest.strip_suffix('}').unwrap_or("{\"sections\":[]");
        Ok(format!("{rest},\"rows\":{rows}}}"))
    }

    /// The words that a row stands on, with some before and after, where it stands in a paragraph.
    pub fn context(&self, row: &Row) -> Option<[String; 3]> {
        let Some(Span::Words { section, paragraph, start, end }) = &row.span else { return None };
        let words = &self.paragraph(self.find(section, *paragraph)?)?.words;
        let (before, within, after) = (words.get(..*start)?, words.get(*start..*end)?, words.get(*end..)?);
        let count = before.chars().count();
        let mut near: String = before.chars().skip(count.saturating_sub(AROUND)).collect();
        if count > AROUND {
            near.insert(0, '…');
        }
        let mut next: String = after.chars().take(AROUND).collect();
        if next.len() < after.len() {
            next.push('…');
        }
        Some([near, within.to_owned(), next])
    }

    /// The indexes of a paragraph and its section, where there is one.
    pub fn find(&self, section: &str, paragraph: u16) -> Option<(usize, usize)> {
        let at = self.sections.iter().position(|known| known.id == section)?;
        let paragraph = usize::from(paragraph).checked_sub(1)?;
        self.sections.get(at)?.paragraphs.get(paragraph).map(|_| (at, paragraph))
    }

    /// The paragraph of these indexes.
    pub fn paragraph(&self, (section, paragraph): (usize, usize)) -> Option<&Paragraph> {
        self.sections.get(section)?.paragraphs.get(paragraph)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

    use super::*;

    const SMALL: &str = r#"{"title":"报告","years":[2025,2026],
        "sections":[{"id":"0","paragraphs":[{"words":"增长7%","kind":"prose","more":1}]}],
        "tables":[{"title":"附表","rows":[["指标","完成"]],"at":{"section":"0","paragraph":1}}],
        "rows":[{"table":"figures","cells":[["printed","7%"]],"span":{"section":"0","paragraph":1,"start":6,"end":8},
                 "rank":2,"reason":{"zh":"无","en":"none"},"key":"k"},
                {"table":"indicators","cells":[],"span":{"grid":0,"row":0},"rank":0,"reason":{"zh":"","en":""},"state":"accepted"},
                {"table":"report","cells":[],"span":null,"rank":0}]}"#;

    #[test]
    fn what_is_read_is_written_again_with_what_is_not_known() {
        let (import, rows) = Import::read(SMALL).unwrap();
        assert_eq!((import.sections.len(), rows.len()), (1, 3));
        assert_eq!(rows[0].span, Some(Span::Words { section: "0".into(), paragraph: 1, start: 6, end: 8 }));
        assert_eq!(rows[1].span, Some(Span::Cells { grid: 0, row: 0 }));
        assert_eq!((rows[0].state, rows[1].state, &rows[2].span), (State::Open, State::Accepted, &None));
        assert_eq!(import.tables[0].at, Some(At { section: "0".into(), paragraph: 1 }));
        let written = import.write(&rows).unwrap();
        let value: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(value["years"][1], 2026);
        assert_eq!(value["sections"][0]["paragraphs"][0]["more"], 1);
        assert_eq!(value["rows"][0]["key"], "k");
        assert_eq!(value["rows"][0]["state"], "open");
        assert_eq!(value["rows"][0]["span"]["end"], 8);
        assert_eq!(value["rows"][2]["span"], Value::Null);
        let (again, rows_again) = Import::read(&written).unwrap();
        assert_eq!(rows_again, rows);
        assert_eq!(again.write(&rows_again).unwrap(), written);
    }

    #[test]
    fn what_is_no_import_is_told_in_words() {
        for (json, zh, en) in [
            ("", "读出的内容不完整，第1行就断了", "cut off"),
            ("{\"sections\":[", "读出的内容不完整，第1行就断了", "cut off"),
            ("{]", "读出的内容在第1行第2个字节处看不懂", "line 1, byte 2"),
            ("{\"sections\":[]}", "缺少应有的部分（missing field `rows`", "missing field `rows`"),
            ("[]", "缺少应有的部分", "lacks something"),
        ] {
            let said = Import::read(json).map(|_| ()).unwrap_err().said();
            assert!(said.zh.contains(zh), "{json}: {}", said.zh);
            assert!(said.en.contains(en), "{json}: {}", said.en);
        }
    }

    #[test]
    fn the_context_of_a_row_is_what_stands_around_it() {
        let words = "一".repeat(30) + "增长7%" + "，二";
        let json = SMALL.replace("增长7%", &words);
        let (import, mut rows) = Import::read(&json).unwrap();
        rows[0].span = Some(Span::Words { section: "0".into(), paragraph: 1, start: 96, end: 98 });
        let context = import.context(&rows[0]).unwrap();
        assert_eq!(context, [format!("…{}增长", "一".repeat(22)), "7%".to_owned(), "，二".to_owned()]);
        // Where it ends within a character, or stands in a table or nowhere, there is none.
        rows[0].span = Some(Span::Words { section: "0".into(), paragraph: 1, start: 95, end: 98 });
        assert!(rows.iter().all(|row| import.context(row).is_none()));
    }

    #[test]
    fn a_paragraph_is_found_by_what_rows_cite() {
        let (import, _) = Import::read(SMALL).unwrap();
        assert_eq!(import.find("0", 1), Some((0, 0)));
        for (section, paragraph) in [("0", 0), ("0", 2), ("9", 1)] {
            assert_eq!(import.find(section, paragraph), None);
        }
        assert_eq!(import.paragraph((0, 0)).unwrap().words, "增长7%");
    }
}
