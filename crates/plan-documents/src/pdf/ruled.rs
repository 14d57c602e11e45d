//! Tables that a page draws with rules: which cells the rules make, and the characters in each.

use super::lines::lines;
use super::page::{Glyph, Rule};

/// Rules so far apart, in points, are one, or meet.
const NEAR: f64 = 3.0;
/// A rule is so long at least, in points: shorter ones are parts of signs.
const SHORTEST: f64 = 6.0;
/// So many pairs of rules of a page are compared.
const MOST_PAIRS: usize = 1_000_000;
/// A table has so many cells at most.
const MOST_CELLS: usize = 20_000;

/// A table on a page.
pub(crate) struct Ruled {
    /// Its upper edge.
    pub(crate) top: f64,
    /// Its rows. Cells that are merged have their text in each.
    pub(crate) rows: Vec<Vec<String>>,
}

/// A rule along one axis.
#[derive(Clone, Copy, Debug)]
struct Span {
    /// Where it stands on the other axis.
    at: f64,
    from: f64,
    to: f64,
}

impl Span {
    fn covers(&self, place: f64) -> bool {
        self.from - NEAR <= place && place <= self.to + NEAR
    }
}

/// The tables that rules of a page make; their characters are taken away from the others.
pub(crate) fn tables(rules: &[Rule], glyphs: &mut Vec<Glyph>) -> Vec<Ruled> {
    let (mut across, mut down) = (Vec::new(), Vec::new());
    for Rule { from, to } in rules {
        let (width, height) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        if width >= height {
            let at = f64::midpoint(from.1, to.1);
            across.push(Span { at, from: from.0.min(to.0), to: from.0.max(to.0) });
        } else {
            let at = f64::midpoint(from.0, to.0);
            down.push(Span { at, from: from.1.min(to.1), to: from.1.max(to.1) });
        }
    }
    let (across, down) = (joined(across), joined(down));
    if across.len() < 2 || down.is_empty() || across.len().saturating_mul(down.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let mut sets = Sets::new(across.len() + down.len());
    for (one, flat) in across.iter().enumerate() {
        for (other, upright) in down.iter().enumerate() {
            if flat.covers(upright.at) && upright.covers(flat.at) {
                sets.unite(one, across.len() + other);
            }
        }
    }
    let mut grids: Vec<(usize, Grid)> = Vec::new();
    let mut grid_of = vec![usize::MAX; across.len() + down.len()];
    for (at, span) in across.iter().chain(&down).enumerate() {
        let root = sets.root(at);
        let Some(place) = grid_of.get_mut(root) else {
            continue;
        };
        if *place == usize::MAX {
            *place = grids.len();
            grids.push((root, Grid::default()));
        }
        if let Some((_, grid)) = grids.get_mut(*place) {
            if at < across.len() { grid.across.push(*span) } else { grid.down.push(*span) }
        }
    }
    let mut tables: Vec<Table> = grids.into_iter().filter_map(|(_, grid)| grid.table()).collect();
    // Of tables in tables the inner ones take their characters first.
    tables.sort_by(|one, other| one.area().total_cmp(&other.area()));
    let mut read: Vec<Ruled> = tables.into_iter().filter_map(|table| table.read(glyphs)).collect();
    read.sort_by(|one, other| one.top.total_cmp(&other.top));
    read
}

/// Rules with those that lie on them or go on from them as one.
fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by(|one, other| one.at.total_cmp(&other.at));
    let mut joined: Vec<Span> = Vec::new();
    let mut rest = spans.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|span| span.at - first.at <= NEAR / 2.0).count();
        let (near, others) = rest.split_at(count);
        rest = others;
        let mut near = near.to_vec();
        near.sort_by(|one, other| one.from.total_cmp(&other.from));
        let start = joined.len();
        for span in near {
            match joined.get_mut(start..).and_then(<[Span]>::last_mut) {
                Some(last) if span.from <= last.to + NEAR => last.to = last.to.max(span.to),
                _ => joined.push(span),
            }
        }
    }
    joined.retain(|span| span.to - span.from >= SHORTEST);
    joined
}

/// Rules that meet.
#[derive(Default)]
struct Grid {
    across: Vec<Span>,
    down: Vec<Span>,
}

/// The cells of a table, not yet filled.
struct Table {
    /// The edges of columns and rows, in their order.
    columns: Vec<f64>,
    rows: Vec<f64>,
    /// For each cell, row by row, the first cell it is merged with.
    merged: Vec<usize>,
}

impl Grid {
    /// The cells that the rules make; `None` where they make no table.
    fn table(self) -> Option<Table> {
        let columns = edges(&self.down, &self.across);
        let rows = edges(&self.across, &self.down);
        let (width, height) = (columns.len().checked_sub(1)?, rows.len().checked_sub(1)?);
        // One column is a pile of boxes around text.
        if width < 2 || height < 1 || width.checked_mul(height)? > MOST_CELLS {
            return None;
        }
        let uprights = by_edge(&self.down, &columns);
        let flats = by_edge(&self.across, &rows);
        let mut sets = Sets::new(width * height);
        for row in 0..height {
            for column in 0..width {
                let at = row * width + column;
                let middle =
                    |edges: &[f64], at: usize| Some(f64::midpoint(*edges.get(at)?, *edges.get(at + 1)?));
                let (x, y) = (middle(&columns, column)?, middle(&rows, row)?);
                let is_between = |spans: Option<&Vec<Span>>, place: f64| {
                    spans.is_some_and(|spans| spans.iter().any(|span| span.covers(place)))
                };
                if column + 1 < width && !is_between(uprights.get(column + 1), y) {
                    sets.unite(at, at + 1);
                }
                if row + 1 < height && !is_between(flats.get(row + 1), x) {
                    sets.unite(at, at + width);
                }
            }
        }
        let merged: Vec<usize> = (0..width * height).map(|at| sets.root(at)).collect();
        let is_one = merged.iter().all(|root| merged.first() == Some(root));
        (!is_one).then_some(Table { columns, rows, merged })
    }
}

/// The places where rules stand, and where those across them end when nothing closes them there: many tables have no outer rules.
fn edges(spans: &[Span], across: &[Span]) -> Vec<f64> {
    const OPEN: f64 = 8.0;
    let mut places: Vec<f64> = spans.iter().map(|span| span.at).collect();
    places.sort_by(f64::total_cmp);
    let first = across.iter().map(|span| span.from).fold(f64::INFINITY, f64::min);
    let last = across.iter().map(|span| span.to).fold(f64::NEG_INFINITY, f64::max);
    let mut edges: Vec<f64> = Vec::new();
    if places.first().is_some_and(|place| first < place - OPEN) {
        edges.push(first);
    }
    for place in places {
        if edges.last().is_none_or(|edge| place - edge > NEAR) {
            edges.push(place);
        }
    }
    if edges.last().is_some_and(|edge| last > edge + OPEN) {
        edges.push(last);
    }
    edges
}

/// For each edge the rules on it.
fn by_edge(spans: &[Span], edges: &[f64]) -> Vec<Vec<Span>> {
    let mut by_edge = vec![Vec::new(); edges.len()];
    for span in spans {
        let after = edges.partition_point(|edge| *edge <= span.at + 0.001);
        if let Some(spans) = by_edge.get_mut(after.saturating_sub(1)) {
            spans.push(*span);
        }
    }
    by_edge
}

impl Table {
    fn area(&self) -> f64 {
        let length =
            |edges: &[f64]| edges.last().zip(edges.first()).map_or(0.0, |(last, first)| last - first);
        length(&self.columns) * length(&self.rows)
    }

    fn width(&self) -> usize {
        self.columns.len().saturating_sub(1)
    }

    /// Takes the characters that are in the cells.
    fn read(self, glyphs: &mut Vec<Glyph>) -> Option<Ruled> {
        let width = self.width();
        let mut cells: Vec<Vec<Glyph>> = vec![Vec::new(); self.merged.len()];
        let mut others = Vec::new();
        for glyph in std::mem::take(glyphs) {
            let x = f64::midpoint(glyph.left, glyph.right);
            let y = glyph.base - 0.35 * glyph.size;
            let cell = within(&self.columns, x)
                .zip(within(&self.rows, y))
                .and_then(|(column, row)| cells.get_mut(*self.merged.get(row * width + column)?));
            match cell {
                Some(cell) => cell.push(glyph),
                None => others.push(glyph),
            }
        }
        *glyphs = others;
        let texts: Vec<String> = cells.into_iter().map(text).collect();
        if texts.iter().all(String::is_empty) {
            return None;
        }
        let kept: Vec<usize> = (0..width).filter(|column| self.is_column(*column, &texts)).collect();
        let rows = self.merged.chunks(width).collect::<Vec<_>>();
        let mut read: Vec<Vec<String>> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let above = at.checked_sub(1).and_then(|above| rows.get(above));
            let cells: Vec<String> =
                kept.iter().filter_map(|column| texts.get(*row.get(*column)?).cloned()).collect();
            let is_thin =
                self.rows.get(at).zip(self.rows.get(at + 1)).is_some_and(|(top, end)| end - top < 5.0);
            if above != Some(row) && !(is_thin && cells.iter().all(String::is_empty)) {
                read.push(cells);
            }
        }
        Some(Ruled { top: self.rows.first().copied()?, rows: read })
    }

    /// Whether a column is one: not the gap of a double rule, nor a column that no row has by itself.
    fn is_column(&self, column: usize, texts: &[String]) -> bool {
        let rows = || self.merged.chunks(self.width());
        let has_own =
            rows().any(|row| column.checked_sub(1).is_none_or(|before| row.get(before) != row.get(column)));
        let is_thin = self
            .columns
            .get(column)
            .zip(self.columns.get(column + 1))
            .is_some_and(|(left, right)| right - left < 5.0);
        let is_empty = || {
            rows().all(|row| row.get(column).and_then(|root| texts.get(*root)).is_none_or(String::is_empty))
        };
        has_own && !(is_thin && is_empty())
    }
}

/// Between which edges a place is.
fn within(edges: &[f64], place: f64) -> Option<usize> {
    let after = edges.partition_point(|edge| *edge <= place);
    (after < edges.len()).then_some(after.checked_sub(1)?)
}

/// The text of a cell: its lines go on from each other, as far as print can tell.
fn text(glyphs: Vec<Glyph>) -> String {
    let mut text = String::new();
    for line in lines(glyphs) {
        let line = line.text_of_cell();
        let is_word = |character: Option<char>| character.is_some_and(|one| one.is_ascii_alphanumeric());
        if is_word(text.chars().next_back()) && is_word(line.chars().next()) {
            text.push(' ');
        }
        text.push_str(&line);
    }
    text
}

/// Which things belong together.
struct Sets(Vec<usize>);

impl Sets {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// The first thing of a set.
    fn root(&mut self, of: usize) -> usize {
        let mut at = of;
        while let Some(next) = self.0.get(at).copied().filter(|next| *next != at) {
            // Halving the way keeps later ways short.
            let over = self.0.get(next).copied().unwrap_or(next);
            if let Some(place) = self.0.get_mut(at) {
                *place = over;
            }
            at = over;
        }
        at
    }

    fn unite(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(place) = self.0.get_mut(one.max(other)) {
            *place = one.min(other);
        }
    }
}
