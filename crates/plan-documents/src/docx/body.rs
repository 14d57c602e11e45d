//! The paragraphs and tables of a Word document in their order.

use std::collections::HashMap;

use plan_data::{Said, said};
use plan_import::{Block, Document, Line};

use super::numbering::{self, Numbering};
use super::styles::{self, List, Style, Styles};
use crate::symbol;
use crate::xml::{self, Node, attribute, child, children, toggle, value};

/// Elements in each other are followed so deep: tables in text boxes in tables end far above.
const DEEPEST: usize = 100;
/// A table has so many columns at most in Word.
const MOST_COLUMNS: usize = 63;
/// So many bytes at most are repeated in the cells that are merged.
const MOST_REPEATED: usize = 32 << 20;

/// A kind of note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Note {
    /// At the foot of a page.
    Foot,
    /// At the end.
    End,
}

/// The notes of a document.
#[derive(Default)]
pub(crate) struct Notes<'a> {
    texts: HashMap<(Note, &'a str), Node<'a>>,
    /// Those the text refers to, in the order in which it does.
    referred: Vec<(Note, &'a str)>,
}

impl<'a> Notes<'a> {
    /// The notes of a part.
    pub(crate) fn add(&mut self, kind: Note, root: Node<'a>) {
        for node in children(root) {
            // Lines between text and notes are kept as notes of a type.
            if attribute(node, "type").is_none_or(|kind| kind == "normal")
                && let Some(id) = attribute(node, "id")
            {
                self.texts.insert((kind, id), node);
            }
        }
    }

    /// The mark of a note that the text refers to now.
    fn mark(&mut self, kind: Note, id: &'a str) -> String {
        let known =
            self.referred.iter().filter(|(other, _)| *other == kind).position(|(_, other)| *other == id);
        let number = known.unwrap_or_else(|| {
            self.referred.push((kind, id));
            self.referred.iter().filter(|(other, _)| *other == kind).count() - 1
        });
        let number = u32::try_from(number + 1).unwrap_or(u32::MAX);
        match kind {
            Note::Foot => format!("[{number}]"),
            Note::End => format!("[{}]", numbering::shown(number, "lowerRoman")),
        }
    }
}

/// A part of a paragraph.
enum Piece {
    Text { text: String, is_bold: bool },
    LineBreak,
    PageBreak,
}

/// What a paragraph holds.
#[derive(Default)]
struct Inline<'a> {
    pieces: Vec<Piece>,
    boxes: Vec<Node<'a>>,
    /// What the style of the paragraph says.
    is_bold: bool,
    is_hidden: bool,
}

impl Inline<'_> {
    fn push(&mut self, text: &str, is_bold: bool) {
        if text.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some(Piece::Text { text: last, is_bold: was_bold }) if *was_bold == is_bold => {
                last.push_str(text);
            }
            _ => self.pieces.push(Piece::Text { text: text.to_owned(), is_bold }),
        }
    }
}

/// A field that is being read: what it says of itself, and whether its result has begun.
#[derive(Default)]
struct Field {
    instruction: String,
    is_in_result: bool,
}

/// Reads the text of a document.
pub(crate) struct Body<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    notes: Notes<'a>,
    fields: Vec<Field>,
    blocks: Vec<Block>,
    repeated: usize,
}

impl<'a> Body<'a> {
    /// A reader for a document with these styles, lists and notes.
    pub(crate) fn new(styles: &'a Styles, numbering: Numbering, notes: Notes<'a>) -> Self {
        Self { styles, numbering, notes, fields: Vec::new(), blocks: Vec::new(), repeated: 0 }
    }

    /// The lines and tables of the text and then its notes.
    pub(crate) fn read(mut self, root: Node<'a>) -> Result<Document, Said> {
        let body = child(root, "body").unwrap_or(root);
        self.container(body, 0)?;
        // Notes may refer to notes: the list grows while it is read.
        let mut at = 0;
        while let Some((kind, id)) = self.notes.referred.get(at).copied() {
            at += 1;
            let Some(node) = self.notes.texts.get(&(kind, id)).copied() else {
                continue;
            };
            let first = self.blocks.len();
            self.container(node, 0)?;
            let mark = self.notes.mark(kind, id);
            if let Some(Block::Line(line)) = self.blocks.get_mut(first) {
                line.text = format!("{mark} {}", line.text.trim_start());
            }
        }
        Ok(Document { blocks: self.blocks })
    }

    /// What has paragraphs and tables in it.
    fn container(&mut self, node: Node<'a>, depth: usize) -> Result<(), Said> {
        check(depth)?;
        for node in children(node) {
            match xml::name(node) {
                "p" => self.paragraph(node, depth + 1)?,
                "tbl" => self.table_block(node, depth + 1)?,
                "del" | "moveFrom" | "sectPr" | "pPr" | "tcPr" | "sdtPr" | "sdtEndPr" => {}
                "AlternateContent" => {
                    if let Some(chosen) = chosen(node) {
                        self.container(chosen, depth + 1)?;
                    }
                }
                _ => self.container(node, depth + 1)?,
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, node: Node<'a>, depth: usize) -> Result<(), Said> {
        let properties = child(node, "pPr");
        let style = self.style(properties);
        let own_outline = properties.and_then(styles::outline);
        let heading = own_outline.map_or_else(|| style.and_then(Style::heading), styles::heading);
        let is_contents = style.is_some_and(Style::is_contents);
        let (number, inline) = self.inline(node, depth)?;
        if properties.and_then(|node| toggle(node, "pageBreakBefore")) == Some(true) {
            self.page_break();
        }
        let mut lines = Lines { number, ..Lines::default() };
        for piece in inline.pieces {
            match piece {
                Piece::Text { text, is_bold } => lines.push(&text, is_bold && heading.is_none()),
                Piece::LineBreak => self.line(lines.taken(), heading, is_contents),
                Piece::PageBreak => {
                    self.line(lines.taken(), heading, is_contents);
                    self.page_break();
                }
            }
        }
        self.line(lines.taken(), heading, is_contents);
        for node in inline.boxes {
            self.container(node, depth + 1)?;
        }
        let section = properties.and_then(|node| child(node, "sectPr"));
        if section.is_some_and(|node| !matches!(value(node, "type"), Some("continuous" | "nextColumn"))) {
            self.page_break();
        }
        Ok(())
    }

    fn line(&mut self, text: String, heading: Option<u8>, is_contents: bool) {
        // A table of contents repeats the headings, with the numbers of their pages.
        let ends_in_page = || text.trim_end().ends_with(|last: char| last.is_ascii_digit());
        if text.trim().is_empty() || (is_contents && text.contains('\t') && ends_in_page()) {
            return;
        }
        self.blocks.push(Block::Line(Line { text, is_whole: true, heading }));
    }

    fn page_break(&mut self) {
        if !matches!(self.blocks.last(), None | Some(Block::PageBreak)) {
            self.blocks.push(Block::PageBreak);
        }
    }

    fn style(&self, properties: Option<Node<'_>>) -> Option<&'a Style> {
        self.styles.of_paragraph(properties.and_then(|node| value(node, "pStyle")))
    }

    /// The number of a paragraph in its list, and what it holds.
    fn inline(&mut self, node: Node<'a>, depth: usize) -> Result<(String, Inline<'a>), Said> {
        let properties = child(node, "pPr");
        let style = self.style(properties);
        let mut inline = Inline {
            is_bold: style.and_then(|style| style.is_bold) == Some(true),
            is_hidden: style.and_then(|style| style.is_hidden) == Some(true),
            ..Inline::default()
        };
        self.runs(node, &mut inline, depth)?;
        // A field goes on over paragraphs only in its result; others were never ended.
        self.fields.retain(|field| field.is_in_result);
        let mark = properties.and_then(|node| child(node, "rPr"));
        let is_deleted = mark.is_some_and(|mark| child(mark, "del").is_some());
        let is_empty = inline.pieces.is_empty();
        if is_empty && (is_deleted || inline.is_hidden) {
            return Ok((String::new(), inline));
        }
        let own = List::of(properties);
        let list = style.map_or_else(|| own.clone(), |style| own.clone().or(&style.list));
        let number = match list.id.as_deref() {
            None | Some("0") => String::new(),
            Some(id) => {
                let of_style = || {
                    let style = value(properties?, "pStyle")?;
                    self.numbering.level_of_style(id, style)
                };
                let level = own.level.or_else(of_style).or(list.level).unwrap_or(0);
                self.numbering.next(id, level)
            }
        };
        Ok((number, inline))
    }

    /// The runs of a paragraph, also within links, insertions and the like.
    fn runs(&mut self, node: Node<'a>, inline: &mut Inline<'a>, depth: usize) -> Result<(), Said> {
        check(depth)?;
        for node in children(node) {
            match xml::name(node) {
                "r" => self.run(node, inline, depth + 1)?,
                "del" | "moveFrom" | "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "rt" | "rubyPr" => {}
                "AlternateContent" => {
                    if let Some(chosen) = chosen(node) {
                        self.runs(chosen, inline, depth + 1)?;
                    }
                }
                _ => self.runs(node, inline, depth + 1)?,
            }
        }
        Ok(())
    }

    fn run(&mut self, node: Node<'a>, inline: &mut Inline<'a>, depth: usize) -> Result<(), Said> {
        check(depth)?;
        let properties = child(node, "rPr");
        let style = properties.and_then(|node| self.styles.named(value(node, "rStyle")?));
        let own = |named: &str| properties.and_then(|node| toggle(node, named));
        let is_bold = own("b").or_else(|| style?.is_bold).unwrap_or(inline.is_bold);
        let is_hidden = own("vanish").or_else(|| style?.is_hidden).unwrap_or(inline.is_hidden);
        let is_raised = properties.and_then(|node| value(node, "vertAlign")) == Some("superscript");
        let has_own_mark =
            |node: Node<'_>| matches!(attribute(node, "customMarkFollows"), Some("1" | "true" | "on"));
        for node in children(node) {
            match xml::name(node) {
                "fldChar" => {
                    self.field(attribute(node, "fldCharType").unwrap_or_default(), inline, is_bold);
                    continue;
                }
                "instrText" => {
                    if let Some(field) = self.fields.last_mut()
                        && !field.is_in_result
                    {
                        field.instruction.push_str(node.text().unwrap_or_default());
                    }
                    continue;
                }
                _ => {}
            }
            if is_hidden || self.fields.iter().any(|field| !field.is_in_result) {
                continue;
            }
            match xml::name(node) {
                "t" => {
                    let text = node.text().unwrap_or_default();
                    let keeps_space = attribute(node, "space") == Some("preserve");
                    let text = if keeps_space { text } else { text.trim_matches([' ', '\t', '\r', '\n']) };
                    let as_shown = |character: char| match character {
                        '\r' | '\n' => ' ',
                        _ if is_raised => symbol::raised(character),
                        _ => character,
                    };
                    inline.push(&text.chars().map(as_shown).collect::<String>(), is_bold);
                }
                "tab" | "ptab" => inline.push("\t", is_bold),
                "noBreakHyphen" => inline.push("-", is_bold),
                "br" => inline.pieces.push(match attribute(node, "type") {
                    Some("page") => Piece::PageBreak,
                    _ => Piece::LineBreak,
                }),
                "cr" => inline.pieces.push(Piece::LineBreak),
                "sym" => {
                    let code = attribute(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok());
                    if let Some(character) = code.and_then(char::from_u32) {
                        let font = attribute(node, "font").unwrap_or_default();
                        inline.push(&symbol::shown(character, font).to_string(), is_bold);
                    }
                }
                kind @ ("footnoteReference" | "endnoteReference") if !has_own_mark(node) => {
                    if let Some(id) = attribute(node, "id") {
                        let kind = if kind == "footnoteReference" { Note::Foot } else { Note::End };
                        let mark = self.notes.mark(kind, id);
                        inline.push(&mark, is_bold);
                    }
                }
                "ruby" => {
                    if let Some(base) = child(node, "rubyBase") {
                        self.runs(base, inline, depth + 1)?;
                    }
                }
                "drawing" | "pict" | "object" | "AlternateContent" => {
                    boxes(node, &mut inline.boxes, depth + 1)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn field(&mut self, kind: &str, inline: &mut Inline<'a>, is_bold: bool) {
        match kind {
            "begin" => self.fields.push(Field::default()),
            "separate" => {
                if let Some(field) = self.fields.last_mut() {
                    field.is_in_result = true;
                }
            }
            _ => {
                // Characters in circles are fields without a result: eq \o\ac(○,1).
                if let Some(field) = self.fields.pop().filter(|field| !field.is_in_result)
                    && let Some(enclosed) = enclosed(&field.instruction)
                {
                    inline.push(&enclosed, is_bold);
                }
            }
        }
    }

    /// A table among paragraphs. One of a single cell is a frame around text.
    fn table_block(&mut self, node: Node<'a>, depth: usize) -> Result<(), Said> {
        check(depth)?;
        let mut rows = within(node, "tr", depth)?.into_iter();
        if let (Some(row), None) = (rows.next(), rows.next()) {
            let cells = within(row, "tc", depth)?;
            if let [cell] = cells.as_slice() {
                return self.container(*cell, depth + 1);
            }
        }
        let rows = self.table(node, depth)?;
        if rows.iter().flatten().any(|cell| !cell.is_empty()) {
            self.blocks.push(Block::Table(rows));
        }
        Ok(())
    }

    fn table(&mut self, node: Node<'a>, depth: usize) -> Result<Vec<Vec<String>>, Said> {
        check(depth)?;
        let mut rows: Vec<Vec<String>> = Vec::new();
        for row in within(node, "tr", depth)? {
            let properties = child(row, "trPr");
            if properties.is_some_and(|node| child(node, "del").is_some()) {
                continue;
            }
            let skipped = |named: &str| {
                let count =
                    properties.and_then(|node| value(node, named)).and_then(|count| count.parse().ok());
                count.unwrap_or(0_usize).min(MOST_COLUMNS)
            };
            let mut cells = vec![String::new(); skipped("gridBefore")];
            for cell in within(row, "tc", depth)? {
                let properties = child(cell, "tcPr");
                let property = |named: &str| properties.and_then(|node| child(node, named));
                let span = property("gridSpan")
                    .and_then(|node| attribute(node, "val"))
                    .and_then(|span| span.parse().ok());
                let span = span.unwrap_or(1_usize).clamp(1, MOST_COLUMNS);
                let is_below =
                    property("vMerge").is_some_and(|node| attribute(node, "val") != Some("restart"));
                let is_beside =
                    property("hMerge").is_some_and(|node| attribute(node, "val") != Some("restart"));
                let text = if is_beside {
                    cells.last().cloned().unwrap_or_default()
                } else if is_below {
                    rows.last().and_then(|above| above.get(cells.len())).cloned().unwrap_or_default()
                } else {
                    self.cell(cell, depth + 1)?
                };
                let copies = span - usize::from(!is_below && !is_beside);
                self.repeated = self.repeated.saturating_add(text.len().saturating_mul(copies));
                if self.repeated > MOST_REPEATED || cells.len() > MOST_COLUMNS * 16 {
                    return Err(crate::archive::too_large());
                }
                cells.extend(std::iter::repeat_n(text, span));
            }
            cells.extend(std::iter::repeat_n(String::new(), skipped("gridAfter")));
            if !cells.is_empty() {
                rows.push(cells);
            }
        }
        Ok(rows)
    }

    /// The text of a cell: a line for each paragraph and for each row of a table in it.
    fn cell(&mut self, node: Node<'a>, depth: usize) -> Result<String, Said> {
        let mut lines = Vec::new();
        self.cell_lines(node, &mut lines, depth)?;
        Ok(lines.join("\n"))
    }

    fn cell_lines(&mut self, node: Node<'a>, lines: &mut Vec<String>, depth: usize) -> Result<(), Said> {
        check(depth)?;
        for node in children(node) {
            match xml::name(node) {
                "p" => {
                    let (number, inline) = self.inline(node, depth + 1)?;
                    let mut text = number;
                    for piece in inline.pieces {
                        match piece {
                            Piece::Text { text: more, .. } => text.push_str(&more),
                            Piece::LineBreak | Piece::PageBreak => text.push('\n'),
                        }
                    }
                    let text = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
                    lines.extend(text.map(str::to_owned));
                    for node in inline.boxes {
                        self.cell_lines(node, lines, depth + 1)?;
                    }
                }
                "tbl" => {
                    for mut row in self.table(node, depth + 1)? {
                        row.dedup();
                        row.retain(|cell| !cell.is_empty());
                        if !row.is_empty() {
                            lines.push(row.join(" ").replace('\n', " "));
                        }
                    }
                }
                "del" | "moveFrom" | "tcPr" | "sdtPr" | "sdtEndPr" => {}
                "AlternateContent" => {
                    if let Some(chosen) = chosen(node) {
                        self.cell_lines(chosen, lines, depth + 1)?;
                    }
                }
                _ => self.cell_lines(node, lines, depth + 1)?,
            }
        }
        Ok(())
    }
}

/// Lines of a paragraph while its pieces are put together.
#[derive(Default)]
struct Lines {
    /// The number that the first line begins with.
    number: String,
    text: String,
}

impl Lines {
    fn push(&mut self, text: &str, is_bold: bool) {
        let words = text.trim();
        if !is_bold || words.is_empty() {
            self.text.push_str(&std::mem::take(&mut self.number));
            self.text.push_str(text);
            return;
        }
        // Marks stand at the words, not at the space around them.
        let (before, after) = (text.len() - text.trim_start().len(), text.trim_end().len());
        self.text.push_str(text.get(..before).unwrap_or_default());
        self.text.push_str("**");
        self.text.push_str(&std::mem::take(&mut self.number));
        self.text.push_str(words);
        self.text.push_str("**");
        self.text.push_str(text.get(after..).unwrap_or_default());
    }

    fn taken(&mut self) -> String {
        std::mem::take(&mut self.text)
    }
}

fn check(depth: usize) -> Result<(), Said> {
    if depth <= DEEPEST {
        return Ok(());
    }
    Err(said!(
        "文档内部嵌套过深，无法读取：请用Word或WPS打开，另存为.docx",
        "the document is nested too deeply to be read: open it in Word or WPS and save it as .docx"
    ))
}

/// Of the same thing for programs of several ages, the newest.
fn chosen(node: Node<'_>) -> Option<Node<'_>> {
    child(node, "Choice").or_else(|| child(node, "Fallback"))
}

/// The text boxes of a drawing.
fn boxes<'a>(node: Node<'a>, found: &mut Vec<Node<'a>>, depth: usize) -> Result<(), Said> {
    check(depth)?;
    if xml::name(node) == "AlternateContent" {
        return chosen(node).map_or(Ok(()), |chosen| boxes(chosen, found, depth + 1));
    }
    for node in children(node) {
        if xml::name(node) == "txbxContent" {
            found.push(node);
        } else {
            boxes(node, found, depth + 1)?;
        }
    }
    Ok(())
}

/// The rows of a table or the cells of a row, also those that controls and insertions stand around.
fn within<'a>(node: Node<'a>, named: &str, depth: usize) -> Result<Vec<Node<'a>>, Said> {
    check(depth)?;
    let mut found = Vec::new();
    for node in children(node) {
        match xml::name(node) {
            name if name == named => found.push(node),
            "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag" => {
                found.extend(within(node, named, depth + 1)?);
            }
            _ => {}
        }
    }
    Ok(found)
}

/// The character that a field of an equation draws a circle around: of eq \o\ac(○,1) the ①.
fn enclosed(instruction: &str) -> Option<String> {
    let instruction = instruction.trim();
    let is_equation = instruction.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("eq"));
    let (_, inside) = instruction.split_once('(').filter(|_| is_equation)?;
    let (around, inside) = inside.trim_end().strip_suffix(')')?.split_once([',', '，'])?;
    let inside = inside.trim().trim_start_matches("\\s").trim();
    let is_circle = around.contains(['○', '〇', '◯']);
    let number = inside.parse().ok().filter(|_| is_circle);
    Some(number.map_or_else(|| inside.to_owned(), symbol::circled))
}
