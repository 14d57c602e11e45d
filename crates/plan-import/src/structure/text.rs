//! A report as the text that rows cite.

use plan_data::against::{is_closed, numbered};

use super::heading::printed;
use crate::{Grid, Paragraph, ParagraphKind, Report};

/// The word that begins the tables of the annex.
const ANNEX: &str = "附表";

impl Report {
    /// The report as text of Markdown, which `plan_data::against::ReportText` reads as the same sections and paragraphs: headings after
    /// `#`, one for each level; headings run into a paragraph bold; items after `-`; the tables of annexes after 附表.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut tables = self.tables.iter().filter(|grid| !grid.is_annex).peekable();
        for (index, section) in self.sections.iter().enumerate() {
            if index > 0 {
                let depth = section.id.matches('.').count() + 1;
                let heading = printed(&section.number, &section.heading);
                add(&mut text, &format!("{} {heading}", "#".repeat(depth)));
            }
            let mut put_tables = |text: &mut String, number: usize| {
                let is_here = |grid: &&Grid| {
                    *grid.at.section == *section.id && usize::from(grid.at.paragraph) <= number
                };
                while let Some(grid) = tables.next_if(|grid| is_here(grid)) {
                    add(text, &table(grid, false));
                }
            };
            put_tables(&mut text, 0);
            for (number, paragraph) in (1..).zip(&section.paragraphs) {
                let lines = if index == 0 && number == 1 { self.title_lines(paragraph) } else { None };
                add(&mut text, &lines.unwrap_or_else(|| line(paragraph)));
                put_tables(&mut text, number);
            }
        }
        // Those whose place is not there.
        for grid in tables {
            add(&mut text, &table(grid, false));
        }
        if self.tables.iter().any(|grid| grid.is_annex) {
            add(&mut text, ANNEX);
            for grid in self.tables.iter().filter(|grid| grid.is_annex) {
                add(&mut text, &table(grid, true));
            }
        }
        text
    }

    /// The lines of the title, where they are read as one paragraph again.
    fn title_lines(&self, first: &Paragraph) -> Option<String> {
        let lines: Option<Vec<&str>> =
            self.title.iter().map(|range| first.words.get(range.clone())).collect();
        let lines = lines.filter(|lines| lines.len() > 1 && lines.concat() == first.words)?;
        let may_stand = |line: &&str| {
            !is_closed(line) && numbered(line).is_none() && !begins_otherwise(line) && *line != ANNEX
        };
        let (last, others) = lines.split_last()?;
        // Without a heading a line of the title might be read as one.
        let is_whole = self.sections.len() > 1
            && is_closed(last)
            && numbered(last).is_none()
            && !begins_otherwise(last)
            && others.iter().all(may_stand);
        is_whole.then(|| lines.join("\n"))
    }
}

fn add(text: &mut String, block: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    *text += block;
    if !block.ends_with('\n') {
        text.push('\n');
    }
}

/// Whether a line with these words at its beginning would be read as something else than words.
fn begins_otherwise(words: &str) -> bool {
    words.starts_with(['#', '|', '-', '▲']) || words.starts_with("专栏：")
}

fn line(paragraph: &Paragraph) -> String {
    let words = &paragraph.words;
    let bold = paragraph.mark..paragraph.mark + paragraph.run_in;
    let marked = match (words.get(..bold.start), words.get(bold.clone()), words.get(bold.end..)) {
        (Some(mark), Some(head), Some(rest)) if !head.is_empty() => format!("{mark}**{head}**{rest}"),
        _ => words.clone(),
    };
    let is_item = paragraph.kind == ParagraphKind::Item;
    let is_plain = !is_item && is_closed(words) && numbered(words).is_none() && !begins_otherwise(words);
    // - 3 - is the number of a page.
    let may_be_page = words.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if is_plain {
        marked
    } else if is_item && paragraph.mark == 0 || may_be_page {
        format!("- ▲{marked}")
    } else {
        format!("- {marked}")
    }
}

/// A table in Markdown, with its titles and notes: as lines in an annex, elsewhere, where a line would be a paragraph, as rows of one cell.
fn table(grid: &Grid, in_annex: bool) -> String {
    let mut text = String::new();
    let cell = |text: &str| text.replace('|', "｜");
    let words = |lines: &[String], text: &mut String| {
        for line in lines.iter().map(|line| line.trim()).filter(|line| *line != ANNEX && !line.is_empty()) {
            let (before, after) = if in_annex { ("", "\n") } else { ("| ", " |\n") };
            text.push_str(before);
            text.push_str(&if in_annex { line.to_owned() } else { cell(line) });
            text.push_str(after);
        }
    };
    words(&grid.titles, &mut text);
    for (index, row) in grid.rows.iter().enumerate() {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        text += "| ";
        text += &cells.join(" | ");
        text += " |\n";
        if index == 0 {
            text.push('|');
            text += &"---|".repeat(row.len().max(1));
            text.push('\n');
        }
    }
    words(&grid.notes, &mut text);
    text
}
