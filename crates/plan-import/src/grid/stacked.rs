//! Tables of which each cell stands on a line of its own, as copied from PDF: recognised by their heads and by the count of cells.

use plan_data::package::{Role, roles};

use super::cells::words;
use super::text;
use crate::Markup;
use crate::structure::Piece;
use crate::tables::heads::{self, Head, is_head_row, is_number, is_unit, is_value};
use crate::tables::numbering::{self, Depth};

/// So many rows make a table of lines.
const LEAST: usize = 3;

/// So many columns it has at most.
const WIDEST: usize = 12;

/// Pieces with the runs of lines that are cells as parts of tables.
pub(super) fn parts(pieces: Vec<Piece>) -> Vec<Piece> {
    let found = {
        let lines: Vec<Option<String>> = pieces.iter().map(|piece| text(piece).map(words)).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < lines.len() {
            match table(&lines, at) {
                Some((rows, end)) => {
                    found.push((at, end, rows));
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    };
    let mut found = found.into_iter().peekable();
    let mut out = Vec::with_capacity(pieces.len());
    let mut inside = 0;
    for (at, piece) in pieces.into_iter().enumerate() {
        if let Some((_, end, rows)) = found.next_if(|(start, ..)| *start == at) {
            out.push(Piece::of_rows(rows, Markup::Spaces));
            inside = end;
        }
        if at >= inside {
            out.push(piece);
        }
    }
    out
}

/// The words of the lines from one on, blank ones left out, each with the place after it; ends at a table.
fn from(lines: &[Option<String>], at: usize) -> impl Iterator<Item = (usize, &str)> {
    let rest = (at + 1..).zip(lines.iter().skip(at)).map_while(|(end, line)| Some((end, line.as_deref()?)));
    rest.filter(|(_, words)| !words.is_empty())
}

/// The rows of the table whose heads begin at a line, and the place after it.
fn table(lines: &[Option<String>], at: usize) -> Option<(Vec<Vec<String>>, usize)> {
    // 投资增长 may be the name of the first row.
    let is_head = |words: &str| {
        let is_known = |role: Option<Role>| matches!(role, Some(Role::Column(_)));
        let role = || roles("indicators", &[words.to_owned()], (0, 0)).pop().flatten();
        let is_sure =
            || heads::year(words).is_some() || words.ends_with(['%', '）', ')']) || is_known(role());
        heads::named(words).is_some() || (heads::head(words).is_some() && is_sure())
    };
    let first = lines.get(at)?.as_deref().filter(|words| !words.is_empty())?;
    heads::named(first)?;
    let mut rest = from(lines, at).peekable();
    let mut head: Vec<String> = Vec::new();
    while let Some((_, words)) = rest.next_if(|(_, words)| is_head(words)) {
        head.push(words.to_owned());
        if head.len() > WIDEST {
            return None;
        }
    }
    let kinds: Vec<Head> = head.iter().filter_map(|head| heads::head(head)).collect();
    // Whether the cells of a row are complete is known of a name, its unit, and values.
    let name = kinds.iter().position(|kind| matches!(kind, Head::Indicator | Head::Name))?;
    let is_usual = kinds.iter().skip(name + 1).all(|kind| matches!(kind, Head::Unit | Head::Values));
    let is_numbered = name == 1 && kinds.first() == Some(&Head::Number);
    if head.len() < 3 || !is_head_row(&head) || !is_usual || !(name == 0 || is_numbered) {
        return None;
    }
    let tail: Vec<Head> = kinds.iter().skip(name + 1).copied().collect();
    let mut rows = vec![head];
    let (mut count, mut end) = (0, at);
    // Headings count once a row follows them.
    let mut headings: Vec<Vec<String>> = Vec::new();
    let mut words: Vec<(usize, &str)> = Vec::new();
    loop {
        while words.len() < kinds.len() {
            match rest.next() {
                Some(next) => words.push(next),
                None => break,
            }
        }
        let cells: Vec<&str> = words.iter().map(|(_, words)| *words).collect();
        if let Some((used, row)) = row(&cells, is_numbered, &tail) {
            rows.append(&mut headings);
            rows.push(row);
            count += 1;
            end = words.get(used - 1).map_or(end, |(end, _)| *end);
            words.drain(..used);
        } else if let Some(heading) = cells.first().filter(|cell| is_heading(cell)) {
            headings.push(vec![(*heading).to_owned()]);
            words.drain(..1);
        } else {
            break;
        }
        if headings.len() > 3 {
            break;
        }
    }
    (count >= LEAST).then_some((rows, end))
}

/// The row that cells begin with, and how many it has.
fn row(cells: &[&str], is_numbered: bool, tail: &[Head]) -> Option<(usize, Vec<String>)> {
    let mut rest = cells.iter().copied();
    let mut row = Vec::new();
    if is_numbered {
        row.push(rest.next().filter(|cell| numbering::of_cell(cell).is_some())?);
    }
    let is_name = |cell: &&str| {
        !is_number(cell) && !is_unit(cell) && cell.chars().count() <= 40 && !cell.contains(['。', '；', '，'])
    };
    row.push(rest.next().filter(is_name)?);
    for kind in tail {
        let cell = rest.next()?;
        let fits = match kind {
            Head::Unit => is_unit(cell) || matches!(cell, "—" | "-" | "/"),
            _ => is_value(cell),
        };
        row.push(Some(cell).filter(|_| fits)?);
    }
    Some((row.len(), row.into_iter().map(str::to_owned).collect()))
}

fn is_heading(cell: &str) -> bool {
    let is_numbered = matches!(numbering::split(cell), Some((Depth::Category | Depth::Group, ..)));
    is_numbered && cell.chars().count() <= 25 && !cell.contains(['。', '；', '，', '：'])
}
