//! Rows with bars between their cells, as Markdown has them.

use super::cells::{Barred, barred, on_one_line};
use super::text;
use crate::structure::Piece;
use crate::tables::heads::{is_head_row, is_number};
use crate::{Line, Markup};

/// Pieces with the rows between bars as parts of tables. A table that goes on after a page is several parts.
pub(super) fn parts(pieces: Vec<Piece>) -> Vec<Piece> {
    let pieces = unfolded(pieces);
    let rows: Vec<Option<Barred>> = pieces.iter().map(|piece| text(piece).and_then(barred)).collect();
    let is_row = |at: usize| rows.get(at).is_some_and(Option::is_some);
    // A line with bars in it, but none before it, needs another.
    let is_alone = |at: usize| {
        let begins_with_bar =
            |piece: &Piece| text(piece).is_some_and(|text| !text.trim_start().starts_with('|'));
        let has_neighbour = is_row(at + 1) || at.checked_sub(1).is_some_and(is_row);
        pieces.get(at).is_some_and(begins_with_bar) && !has_neighbour
    };
    let alone: Vec<bool> = (0..pieces.len()).map(is_alone).collect();
    let mut out = Vec::new();
    let mut table = Builder::default();
    let mut blank = Vec::new();
    for ((piece, row), is_alone) in pieces.into_iter().zip(rows).zip(alone) {
        let is_blank = text(&piece).is_some_and(|text| text.trim().is_empty());
        match row.filter(|_| !is_alone) {
            Some(row) => {
                if table.is_open() {
                    blank.clear();
                } else {
                    out.append(&mut blank);
                }
                table.take(row);
            }
            None if is_blank => blank.push(piece),
            None => {
                table.close(&mut out);
                out.append(&mut blank);
                out.push(piece);
            }
        }
    }
    table.close(&mut out);
    out.append(&mut blank);
    out
}

/// Lines that hold a whole table as lines of its rows.
fn unfolded(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match text(&piece).and_then(on_one_line) {
            Some(lines) => out.extend(lines.into_iter().map(|line| Piece::Line(Line::printed(line)))),
            None => out.push(piece),
        }
    }
    out
}

/// A run of rows, in parts.
#[derive(Default)]
struct Builder {
    parts: Vec<Vec<Vec<String>>>,
    rows: Vec<Vec<String>>,
    /// Whether the last line was a row without words.
    is_blank: bool,
    is_open: bool,
}

impl Builder {
    fn is_open(&self) -> bool {
        self.is_open
    }

    fn take(&mut self, row: Barred) {
        self.is_open = true;
        match row {
            Barred::Blank => self.is_blank = true,
            Barred::Row(cells) => {
                let has_numbers = self.rows.iter().rev().take(3).flatten().any(|cell| is_number(cell));
                if has_numbers && is_head_row(&cells) {
                    self.begin();
                }
                self.rows.push(cells);
                self.is_blank = false;
            }
            Barred::Rule(0) => {}
            // The row above the rule is the first of a part.
            Barred::Rule(_) if self.is_blank => self.begin(),
            Barred::Rule(_) => {
                if self.rows.len() > 1 {
                    let first = self.rows.pop();
                    self.begin();
                    self.rows.extend(first);
                }
            }
        }
    }

    fn begin(&mut self) {
        if !self.rows.is_empty() {
            self.parts.push(std::mem::take(&mut self.rows));
        }
    }

    fn close(&mut self, out: &mut Vec<Piece>) {
        self.begin();
        let parts = std::mem::take(self).parts;
        out.extend(parts.into_iter().map(|rows| Piece::of_rows(rows, Markup::Cells)));
    }
}
