//! Lines of print as paragraphs, where every line of the page is one of the file.

use super::chars::{has_columns, is_open, squeezed, width};
use super::{Piece, mark};
use crate::Line;

/// How the lines of a document are set.
struct Setting {
    /// The width of a full line.
    full: usize,
    /// Whether paragraphs begin with white space.
    is_indented: bool,
    /// Whether blank lines stand between all lines.
    is_spaced: bool,
}

fn printed(piece: &Piece) -> Option<&Line> {
    match piece {
        Piece::Line(line) if !line.is_whole && line.heading.is_none() => Some(line),
        _ => None,
    }
}

fn indent(text: &str) -> usize {
    text.chars().take_while(|c| c.is_whitespace()).map(|c| if c == ' ' { 1 } else { 2 }).sum()
}

/// How lines of print are set; none where a line is a paragraph.
fn setting(pieces: &[Piece]) -> Option<Setting> {
    let mut widths = Vec::new();
    let (mut indented, mut blanks, mut after_blank) = (0_usize, true, 0_usize);
    for line in pieces.iter().filter_map(printed) {
        let text = line.text.trim();
        if text.is_empty() {
            blanks = true;
        } else if !text.contains(['|', '\t']) {
            widths.push(width(line.text.trim_end()));
            indented += usize::from(indent(&line.text) >= 2);
            after_blank += usize::from(blanks);
            blanks = false;
        }
    }
    let count = widths.len();
    if count < 8 {
        return None;
    }
    widths.sort_unstable();
    let full = *widths.get(count * 9 / 10)?;
    let near_full =
        widths.iter().filter(|width| (full.saturating_sub(2)..=full + 2).contains(*width)).count();
    ((20..=62).contains(&full) && near_full * 10 >= count * 4).then_some(Setting {
        full,
        is_indented: indented * 20 >= count && indented * 10 < count * 6,
        is_spaced: after_blank * 10 >= count * 8,
    })
}

impl Setting {
    /// Whether the paragraph of the first line goes on in the second. `last` is the first one's last line of print.
    fn goes_on(&self, paragraph: &str, last: usize, next: &str) -> bool {
        let is_full = last + 2 >= self.full;
        let begins = self.is_indented && indent(next) >= 2;
        let words = squeezed(next.get(..next.len().min(60)).unwrap_or(next));
        is_full
            && !begins
            && !next.trim_start().starts_with("**")
            && !has_columns(next)
            && mark::of(&words).is_none()
            && (is_open(paragraph) || self.is_indented)
    }
}

/// Pieces with the lines of each paragraph as one.
pub(super) fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let Some(setting) = setting(&pieces) else {
        return pieces;
    };
    let mut all: Vec<Piece> = Vec::with_capacity(pieces.len());
    // The width of the last line of print of the last piece, where that is a paragraph that may go on.
    let mut last = None;
    for piece in pieces {
        let Some(line) = printed(&piece) else {
            last = None;
            all.push(piece);
            continue;
        };
        if line.text.trim().is_empty() {
            if !setting.is_spaced {
                last = None;
                all.push(piece);
            }
            continue;
        }
        let room = width(line.text.trim_end());
        if let (Some(before), Some(Piece::Line(open))) = (last, all.last_mut())
            && setting.goes_on(&open.text, before, &line.text)
        {
            open.text.truncate(open.text.trim_end().len());
            open.text += line.text.trim_start();
        } else {
            all.push(piece);
        }
        last = Some(room);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn join(text: &str) -> Vec<String> {
        let pieces = text.lines().map(|line| Piece::Line(Line::printed(line))).collect();
        let lines = joined(pieces).into_iter().map(|piece| match piece {
            Piece::Line(line) => line.text,
            Piece::Table(_) => String::new(),
        });
        lines.filter(|line| !line.is_empty()).collect()
    }

    #[test]
    fn lines_of_print_are_joined_also_where_one_ends_at_a_full_stop() {
        let text = "　　全县上下攻坚克难，经济运行总体平稳，主要\n指标增速位居全市前列，发展质量进一步提升。\n各项任务顺利完成，民生持续改善，社会大局保\n持稳定。\n　　\
                    工业生产稳中有进，规模以上企业效益持续改\n善，技术改造投资较快增长，园区建设提速增效，\n项目接续开工。\n　　农业生产形势较好，粮食播种面积稳定在六十\n万亩。\n";
        let lines = join(text);
        assert_eq!(lines.len(), 3, "{lines:?}");
        assert!(lines[0].ends_with("保持稳定。"));
    }

    #[test]
    fn a_line_for_a_paragraph_stays_as_it_is() {
        let text =
            "短。\n全县上下。\n这一段要长得多，因为它不是一行，而是一段，里面有很多句子，一直写下去。\n"
                .repeat(5);
        assert_eq!(join(&text).len(), 15);
    }
}
