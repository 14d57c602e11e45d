//! Rows whose cells tabs or spaces separate.

use super::around::is_page;
use super::cells::{cleaned, spaced, tabbed, words};
use super::text;
use crate::Markup;
use crate::structure::Piece;
use crate::tables::heads::{self, Head, is_head_row, is_number, is_unit, is_value};
use crate::tables::numbering::{self, Depth};

/// So many lines without a row of values may stand between rows.
const MOST_HEADINGS: usize = 3;

/// A run of lines without heads has a number by then.
const LONGEST_WITHOUT_NUMBERS: usize = 4;

/// The rows of a part of a table, what separates their cells, and the place after it.
type Found = (Vec<Vec<String>>, Markup, usize);

/// Pieces with the runs of lines that are rows as parts of tables.
pub(super) fn parts(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        match with_head(&pieces, at).or_else(|| without_head(&pieces, at)) {
            Some((rows, markup, end)) => {
                found.push((at, end, rows, markup));
                at = end;
            }
            None => at += 1,
        }
    }
    let mut found = found.into_iter().peekable();
    let mut out = Vec::with_capacity(pieces.len());
    // The page numbers within a table come after it.
    let mut pages = Vec::new();
    let mut inside = 0;
    for (at, piece) in pieces.into_iter().enumerate() {
        if let Some((_, end, rows, markup)) = found.next_if(|(start, ..)| *start == at) {
            out.push(Piece::of_rows(rows, markup));
            inside = end;
        }
        if at >= inside {
            out.append(&mut pages);
            out.push(piece);
        } else if text(&piece).is_some_and(|text| is_page(&words(text))) {
            pages.push(piece);
        }
    }
    out.append(&mut pages);
    out
}

/// The heads that a line holds, and what separates them.
fn head_of(line: &str) -> Option<(Vec<String>, Markup)> {
    // A line of prose is longer than most heads, and has their words seldom.
    if line.len() > 600 || line.contains(['。', '；']) {
        return None;
    }
    if let Some(cells) = tabbed(line) {
        return Some((cells, Markup::Tabs)).filter(|(cells, _)| is_head_row(cells));
    }
    let cells = with_letters_joined(spaced(line));
    if cells.len() >= 3 && is_head_row(&cells) {
        return Some((cells, Markup::Spaces));
    }
    // With one space between them, each must be known.
    let mut cells: Vec<String> = Vec::new();
    for word in line.split_whitespace().map(cleaned) {
        match cells.last_mut() {
            Some(last) if word.starts_with(['（', '(']) => last.push_str(&word),
            _ => cells.push(word),
        }
    }
    let are_known = || cells.iter().all(|cell| heads::head(cell).is_some());
    (cells.len() >= 3 && are_known() && is_head_row(&cells)).then_some((cells, Markup::Spaces))
}

/// Cells with those joined that are the letters of one head: 指, 标.
fn with_letters_joined(cells: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(cells.len());
    let mut letters = String::new();
    for cell in cells {
        if cell.chars().count() > 1 {
            if !letters.is_empty() {
                out.push(std::mem::take(&mut letters));
            }
            out.push(cell);
            continue;
        }
        letters.push_str(&cell);
        if heads::named(&letters).is_some() && letters.chars().count() > 1 {
            out.push(std::mem::take(&mut letters));
        }
    }
    if !letters.is_empty() {
        out.push(letters);
    }
    out
}

/// What a table's heads say of its rows.
struct Layout {
    width: usize,
    is_numbered: bool,
    /// The columns after the name, where each is a unit or a value.
    tail: Option<Vec<Head>>,
    markup: Markup,
}

impl Layout {
    fn of(head: &[String], markup: Markup) -> Self {
        let kinds: Vec<Option<Head>> = head.iter().map(|head| heads::head(head)).collect();
        let is_name = |kind: &Option<Head>| matches!(kind, Some(Head::Indicator | Head::Name));
        let name = kinds.iter().position(is_name);
        let is_numbered = kinds.first() == Some(&Some(Head::Number));
        let tail = name.filter(|name| *name == usize::from(is_numbered)).and_then(|name| {
            let tail: Option<Vec<Head>> = kinds.iter().skip(name + 1).copied().collect();
            tail.filter(|tail| tail.iter().all(|kind| matches!(kind, Head::Unit | Head::Values)))
        });
        Self { width: head.len(), is_numbered, tail, markup }
    }

    /// A row whose name stands on the line above: its unit and its values alone.
    fn row_below(&self, name: &[String], line: &str) -> Option<Vec<String>> {
        let tail =
            self.tail.as_ref().filter(|tail| !self.is_numbered && tail.first() == Some(&Head::Unit))?;
        let name = name.first()?;
        let cells: Vec<String> = line.split_whitespace().take(self.width).map(cleaned).collect();
        let is_whole =
            cells.len() == tail.len() && cells.iter().zip(tail).all(|(cell, kind)| fits(cell, *kind));
        is_whole.then(|| std::iter::once(name.clone()).chain(cells).collect())
    }

    /// The cells of a line as a row; `None` where it is none.
    fn row(&self, line: &str) -> Option<Vec<String>> {
        if self.markup == Markup::Tabs {
            let mut cells = tabbed(line)?;
            while cells.len() > self.width && cells.last().is_some_and(String::is_empty) {
                cells.pop();
            }
            let is_row = cells.len() <= self.width + 1 && cells.iter().any(|cell| !cell.is_empty());
            // Editors drop tabs at the end of a line: between tabs no other cell can be missing.
            cells.resize(cells.len().max(self.width), String::new());
            return is_row.then_some(cells);
        }
        if line.len() > 900 {
            return None;
        }
        let cells = spaced(line);
        let is_sentence = |cell: &String| cell.ends_with(['。', '；', '，']);
        if cells.len() == self.width && !cells.iter().any(is_sentence) {
            let fits = match &self.tail {
                // Of columns whose cells are known one may be what is not.
                Some(tail) => {
                    let own = cells.iter().skip(self.width - tail.len());
                    own.zip(tail).filter(|(cell, kind)| !fits(cell, **kind)).count() <= 1
                }
                None => true,
            };
            return fits.then_some(cells);
        }
        if let Some(tail) = &self.tail {
            if let Some(row) = from_the_right(line, tail, self.is_numbered) {
                return Some(row);
            }
            // A row that has lost a cell is one still: its values stand somewhere.
            let name = cells.first()?;
            let is_part = (2..self.width).contains(&cells.len())
                && !is_unit(name)
                && !is_number(name)
                && name.chars().count() <= 30
                && !name.contains(['，', '。', '；', '：'])
                && cells
                    .iter()
                    .skip(1 + usize::from(self.is_numbered))
                    .all(|cell| is_value(cell) || is_unit(cell))
                && cells.iter().skip(1).any(|cell| is_value(cell));
            return is_part.then_some(cells);
        }
        None
    }
}

fn fits(cell: &str, kind: Head) -> bool {
    match kind {
        Head::Unit => is_unit(cell) || matches!(cell, "—" | "-" | "/" | "〃"),
        _ => is_value(cell),
    }
}

/// A row whose cells one space separates: its values and its unit are known by what they are, the rest is its name.
fn from_the_right(line: &str, tail: &[Head], is_numbered: bool) -> Option<Vec<String>> {
    let mut words: Vec<String> = line.split_whitespace().map(cleaned).collect();
    if words.len() <= tail.len() || words.len() > 24 {
        return None;
    }
    let are_own = |words: &[String]| {
        let mut own = words.iter().rev().zip(tail.iter().rev());
        words.len() > tail.len() && own.all(|(cell, kind)| fits(cell, *kind))
    };
    if !are_own(&words) {
        words = with_thousands_joined(words);
        if !are_own(&words) {
            return None;
        }
    }
    let own = words.split_off(words.len() - tail.len());
    let mut words = words.into_iter().peekable();
    let mut number = words.next_if(|word| is_numbered && numbering::of_cell(word).is_some());
    if is_numbered && number.is_none() {
        // 其中：第一产业 has no number.
        let first = words.peek()?;
        if is_number(first) || tail.first() != Some(&Head::Unit) && !first.starts_with("其中") {
            return None;
        }
        number = Some(String::new());
    }
    let name: String = words.collect();
    let is_name = !name.is_empty() && name.chars().count() <= 40 && !name.contains(['，', '。', '；']);
    is_name.then(|| number.into_iter().chain([name]).chain(own).collect())
}

/// Words with those joined that a scan has parted at the thousands: 3 420.
fn with_thousands_joined(words: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    let all_digits = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    for word in words {
        let whole = word.split('.').next().unwrap_or_default();
        let goes_on = whole.len() == 3 && all_digits(whole) && is_number(&word);
        match out.last_mut().filter(|last| goes_on && last.len() < 4 && all_digits(last)) {
            Some(last) => last.push_str(&word),
            None => out.push(word),
        }
    }
    out
}

/// Whether the words of a line may be a heading within a table.
fn is_heading(words: &str) -> bool {
    let has_marks = words.contains(['。', '；', '，', '：', '！', '？']);
    let is_numbered = matches!(numbering::split(words), Some((Depth::Category | Depth::Group, ..)));
    let most = if is_numbered { 25 } else { 12 };
    let has_digits = || words.contains(|c: char| c.is_ascii_digit());
    !has_marks && words.chars().count() <= most && (is_numbered || !has_digits())
}

/// The table whose heads are a line, and the place after it.
fn with_head(pieces: &[Piece], at: usize) -> Option<Found> {
    let (head, markup) = head_of(text(pieces.get(at)?)?)?;
    let layout = Layout::of(&head, markup);
    let mut rows = vec![head];
    let (mut count, mut end) = (0, at + 1);
    let mut headings: Vec<Vec<String>> = Vec::new();
    for (after, piece) in (at + 2..).zip(pieces.iter().skip(at + 1)) {
        let Some(line) = text(piece) else {
            break;
        };
        let bare = words(line);
        if bare.is_empty() {
            continue;
        }
        if let Some((again, _)) = head_of(line) {
            // A page repeats them; others begin another table.
            match (count > 0, rows.first() == Some(&again)) {
                (true, true) => continue,
                (false, false) => {}
                _ => break,
            }
        }
        if is_page(&bare) && count > 0 {
            continue;
        }
        let below = headings.last().and_then(|name| layout.row_below(name, line));
        if below.is_some() {
            headings.pop();
        }
        if let Some(row) = below.or_else(|| layout.row(line)) {
            rows.append(&mut headings);
            let has_value = row.iter().skip(1).filter(|cell| !cell.is_empty()).count() > 0;
            count += usize::from(has_value);
            rows.push(row);
            end = after;
        } else if is_heading(&bare) && headings.len() < MOST_HEADINGS {
            headings.push(vec![bare]);
        } else {
            break;
        }
    }
    let least = if markup == Markup::Tabs { 1 } else { 2 };
    (count >= least).then_some((rows, markup, end))
}

/// A run of lines that agree with each other, without heads: as on a further page. And the place after it.
fn without_head(pieces: &[Piece], at: usize) -> Option<Found> {
    let first = text(pieces.get(at)?)?;
    if let Some(cells) = tabbed(first).filter(|cells| cells.len() >= 3) {
        return run(pieces, at, Markup::Tabs, |line| {
            tabbed(line).filter(|row| row.len() == cells.len() && row.iter().all(|cell| !cell.contains('。')))
        });
    }
    let tail = tail_of(first)?;
    run(pieces, at, Markup::Spaces, |line| {
        let is_numbered = spaced(line).first().is_some_and(|cell| numbering::of_cell(cell).is_some());
        from_the_right(line, &tail, is_numbered)
    })
}

/// The columns after the name of a row that is a name, a unit and values.
fn tail_of(line: &str) -> Option<Vec<Head>> {
    if line.len() > 300 || line.contains(['，', '。', '；']) {
        return None;
    }
    let words: Vec<String> = line.split_whitespace().map(cleaned).collect();
    let values = words.iter().rev().take_while(|word| is_value(word)).count();
    let unit = words.len().checked_sub(values + 1)?;
    let is_row = values >= 1 && unit >= 1 && words.get(unit).is_some_and(|word| is_unit(word));
    is_row.then(|| std::iter::once(Head::Unit).chain(std::iter::repeat_n(Head::Values, values)).collect())
}

/// A run of at least three lines of which `row` makes rows, with the headings between them.
fn run(
    pieces: &[Piece],
    at: usize,
    markup: Markup,
    row: impl Fn(&str) -> Option<Vec<String>>,
) -> Option<Found> {
    let (mut rows, mut count, mut end) = (Vec::new(), 0, at);
    let mut has_numbers = false;
    let mut headings: Vec<Vec<String>> = Vec::new();
    for (after, piece) in (at + 1..).zip(pieces.iter().skip(at)) {
        let Some(line) = text(piece) else {
            break;
        };
        let bare = words(line);
        if bare.is_empty() {
            continue;
        }
        if is_page(&bare) && count > 0 {
            continue;
        }
        if head_of(line).is_some() {
            break;
        }
        if let Some(row) = row(line) {
            has_numbers |= row.iter().any(|cell| is_number(cell));
            rows.append(&mut headings);
            rows.push(row);
            count += 1;
            end = after;
            if count > LONGEST_WITHOUT_NUMBERS && !has_numbers {
                break;
            }
        } else if is_heading(&bare) && count > 0 && headings.len() < MOST_HEADINGS {
            headings.push(vec![bare]);
        } else {
            break;
        }
    }
    (count >= 3 && has_numbers).then_some((rows, markup, end))
}
