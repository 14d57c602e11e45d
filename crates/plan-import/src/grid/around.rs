//! Parts of tables on several pages as one table, with the lines above and below that belong to it.

use super::cells::words;
use crate::structure::Piece;
use crate::tables::heads::{is_head_row, is_number, is_unit};
use crate::tables::numbering::{self, Depth};
use crate::{Grid, Line};

/// So many lines above a table are looked at for its titles, and so many between two parts.
const MOST_LINES: usize = 8;

/// So many rows of heads a further part repeats at most.
const MOST_HEAD_ROWS: usize = 3;

/// So long is a line of print at least that goes on in the next.
const LINE_OF_PRINT: usize = 25;

/// Pieces with parts joined, and with titles and notes within the tables.
pub(super) fn gathered(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut around = Around::default();
    for piece in pieces {
        match piece {
            Piece::Table(mut part) => {
                part.rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
                if !part.rows.is_empty() {
                    inner_titles(&mut part);
                    around.table(part);
                }
            }
            Piece::Line(line) => around.line(line),
        }
    }
    around.out.append(&mut around.pages);
    for piece in &mut around.out {
        if let Piece::Table(grid) = piece {
            inner_notes(grid);
            pad_headings(grid);
        }
    }
    around.out
}

#[derive(Default)]
struct Around {
    out: Vec<Piece>,
    /// The place of the last table.
    last: Option<usize>,
    /// Whether only notes and blank lines have come since it.
    takes_notes: bool,
    /// Whether a line has begun an annex.
    in_annex: bool,
    /// How many columns the last table has.
    width: usize,
    /// The page numbers that stood between its parts.
    pages: Vec<Piece>,
}

impl Around {
    fn line(&mut self, line: Line) {
        let bare = words(&line.text);
        if bare.is_empty() {
            self.out.push(Piece::Line(line));
            return;
        }
        self.in_annex |= is_annex(&bare);
        if let Some(Piece::Table(grid)) =
            self.last.filter(|_| self.takes_notes).and_then(|at| self.out.get_mut(at))
        {
            if is_note(&bare, &grid.notes) {
                grid.notes.push(bare);
                return;
            }
            if let Some(note) = grid.notes.last_mut().filter(|note| goes_on(note, &bare)) {
                note.push_str(&bare);
                return;
            }
        }
        self.takes_notes = false;
        if !is_page(&bare) {
            self.out.append(&mut self.pages);
        }
        self.out.push(Piece::Line(line));
    }

    fn table(&mut self, part: Box<Grid>) {
        let part = match self.join(part) {
            Ok(()) => return,
            Err(part) => part,
        };
        let titles = self.titles();
        self.out.append(&mut self.pages);
        let mut grid = part;
        self.width = width(&grid.rows);
        grid.titles.splice(0..0, titles);
        self.last = Some(self.out.len());
        self.takes_notes = true;
        self.out.push(Piece::Table(grid));
    }

    /// Puts a part below the last table, where it goes on with that; gives it back where it is another table.
    fn join(&mut self, mut part: Box<Grid>) -> Result<(), Box<Grid>> {
        let Some(at) = self.last else {
            return Err(part);
        };
        let between: Vec<String> = self
            .out
            .iter()
            .skip(at + 1)
            .filter_map(super::text)
            .map(words)
            .filter(|words| !words.is_empty())
            .take(MOST_LINES + 1)
            .collect();
        let Some(Piece::Table(whole)) = self.out.get_mut(at) else {
            return Err(part);
        };
        let is_known = |words: &String| is_continued(words) || whole.titles.contains(words) || is_page(words);
        let titles_are_known = part.titles.iter().all(is_known);
        if between.len() > MOST_LINES || !between.iter().all(is_known) || !titles_are_known {
            return Err(part);
        }
        let head = head_place(&whole.rows);
        match head_place(&part.rows) {
            Some(again) => {
                let heads = part.rows.get(again);
                if head.is_none() || heads != head.and_then(|head| whole.rows.get(head)) {
                    return Err(part);
                }
                // A second row of heads is repeated with the first.
                let own = whole.rows.iter().skip(head.unwrap_or_default());
                let is_head = |row: &[String]| !row.iter().any(|cell| is_number(cell));
                let repeated = own.zip(part.rows.iter().skip(again)).take(MOST_HEAD_ROWS);
                let repeated = repeated.take_while(|(one, other)| one == other && is_head(one));
                let repeated = again + repeated.count();
                part.rows.drain(..repeated);
            }
            None if width(&part.rows) != self.width => return Err(part),
            None => {}
        }
        whole.rows.append(&mut part.rows);
        whole.notes.append(&mut part.notes);
        // What repeats the title is dropped with the heads that repeat; page numbers come after the table.
        let between = self.out.split_off(at + 1);
        let is_number = |piece: &Piece| super::text(piece).map(words).is_some_and(|words| is_page(&words));
        self.pages.extend(between.into_iter().filter(is_number));
        self.takes_notes = true;
        Ok(())
    }

    /// Takes the lines above that are titles.
    fn titles(&mut self) -> Vec<String> {
        let is_blank = |piece: &Piece| super::text(piece).is_some_and(|text| words(text).is_empty());
        let mut titles = Vec::new();
        // How many pieces are titles, and how many have been looked at.
        let (mut taken, mut seen, mut has_annex) = (0, 0, false);
        let mut above = self.out.iter().rev().peekable();
        while let Some(piece) = above.next() {
            seen += 1;
            if is_blank(piece) {
                continue;
            }
            let Piece::Line(line) = piece else {
                break;
            };
            let bare = words(&line.text);
            let previous = above.clone().find(|piece| !is_blank(piece));
            let previous_words = previous.and_then(super::text).map(words);
            let is_title = is_mark(&bare)
                || is_unit_line(&bare)
                || ((is_name(&bare, &titles) || (self.in_annex && is_between(&bare, previous)))
                    && may_be_taken(line, &bare, self.in_annex, previous)
                    && !previous_words.is_some_and(|previous| is_open(&previous)));
            let is_row = is_like_row(&line.text) || is_page(&bare);
            if titles.len() >= MOST_LINES || has_annex || is_row || !is_title {
                break;
            }
            has_annex = is_annex(&bare);
            titles.push(bare);
            taken = seen;
        }
        self.out.truncate(self.out.len().saturating_sub(taken));
        titles.reverse();
        titles
    }
}

/// Whether a line is rather a row of a table: words, a unit or a number, another.
fn is_like_row(line: &str) -> bool {
    let mut words = line.split_whitespace().map(super::cells::cleaned);
    let (mut all, mut own) = (0, 0);
    for word in words.by_ref().take(12) {
        all += 1;
        own += usize::from(is_number(&word) || is_unit(&word));
    }
    all >= 3 && own >= 1
}

/// Whether a line begins an annex.
fn is_annex(words: &str) -> bool {
    let begins =
        ["附表", "附件", "附录", "附：", "附:"].iter().any(|mark| words.starts_with(mark)) || words == "附";
    begins && is_short(words)
}

/// Whether a line numbers a table.
fn is_mark(words: &str) -> bool {
    let numbered = words.strip_prefix('表').is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
    });
    (is_annex(words) || numbered || is_continued(words)) && is_short(words)
}

/// Whether a line says that a table goes on.
fn is_continued(words: &str) -> bool {
    let is_end = ["（续）", "(续)", "续表", "（续表）"].iter().any(|end| words.ends_with(end));
    (words.starts_with("续表") || words.starts_with("（续") || is_end) && words.chars().count() <= 60
}

fn is_short(words: &str) -> bool {
    words.chars().count() <= 60 && !words.contains(['。', '；'])
}

/// Whether a line only says the unit of a table's values.
fn is_unit_line(words: &str) -> bool {
    let inner = words.trim_start_matches(['（', '(', '［', '[']);
    let begins = ["单位：", "单位:", "计量单位：", "金额单位：", "计算单位："]
        .iter()
        .any(|mark| inner.starts_with(mark));
    begins && words.chars().count() <= 30
}

/// Whether a line is a page's number.
pub(super) fn is_page(words: &str) -> bool {
    if words.is_empty() || !words.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let is_mark =
        |c: char| c.is_ascii_digit() || matches!(c, '-' | '—' | '–' | '－' | '·' | '/' | '第' | '共' | '页');
    words.chars().count() <= 12 && words.chars().all(is_mark)
}

/// Words of which a table's name has one.
const OF_NAMES: [&str; 13] =
    ["表", "指标", "清单", "目录", "一览", "计划", "项目", "任务", "目标", "分解", "安排", "台账", "情况"];

/// Whether a line can be the name of a table; `below`: the titles below it.
fn is_name(words: &str, below: &[String]) -> bool {
    let count = words.chars().count();
    let has_marks = words.contains(['。', '；', '！', '？']) || words.ends_with(['：', '，', '、', ':']);
    let has_words = OF_NAMES.iter().any(|word| words.contains(word));
    // （草案）, and the first line of a name on two.
    let is_bracket = words.ends_with(['）', ')']) && words.starts_with(['（', '(']) && count <= 12;
    let is_begun = count <= 36
        && !words.contains(['，', '、', '%'])
        && below.last().is_some_and(|below| !is_unit_line(below) && !is_mark(below));
    !has_marks && count <= 50 && (has_words || is_bracket || is_begun)
}

/// Whether a line that may be a name is one: headings of the report stay where they are, those between tables of an annex do not.
fn may_be_taken(line: &Line, words: &str, in_annex: bool, previous: Option<&Piece>) -> bool {
    let is_heading = line.heading.is_some() || numbering::split(words).is_some();
    let is_list =
        words.ends_with(['表', '单', '录']) || words.contains("指标计划") || words.contains("主要指标");
    let is_numbered = numbering::split(words).is_some();
    match (is_heading, in_annex) {
        (false, _) => true,
        (true, true) => !is_numbered || is_list || is_between(words, previous),
        (true, false) => is_list && !is_numbered,
    }
}

/// Whether a short line stands right below a table, or below the title of the tables that follow.
fn is_between(words: &str, previous: Option<&Piece>) -> bool {
    let is_short = words.chars().count() <= 36 && !words.contains(['。', '；', '，', '：']);
    let is_title = |words: String| is_mark(&words) || is_unit_line(&words) || is_name(&words, &[]);
    let follows = match previous {
        Some(Piece::Table(_)) | None => true,
        Some(line) => super::text(line).map(self::words).is_some_and(is_title),
    };
    is_short && follows
}

/// Whether a line goes on in the next.
fn is_open(words: &str) -> bool {
    words.chars().count() >= LINE_OF_PRINT
        && !words.ends_with(['。', '！', '？', '；', '：', '”', '）', ')', ':'])
        && !OF_NAMES.iter().any(|word| words.ends_with(word))
        && words.contains(['，', '。', '、', '；'])
}

/// Whether a line is a note of a table that has `notes`.
fn is_note(words: &str, notes: &[String]) -> bool {
    let begins = |mark: &str| words.starts_with(mark);
    let is_marked = [
        "注：",
        "注:",
        "备注：",
        "备注:",
        "说明：",
        "说明:",
        "（注",
        "(注",
        "数据来源",
        "资料来源",
        "*",
        "＊",
        "※",
        "带*",
        "带“*”",
    ]
    .iter()
    .any(|mark| begins(mark));
    let is_numbered_note = words
        .strip_prefix('注')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '．'));
    // ①为预计数。, or 2.… below 注：1.…
    let is_circled = words.starts_with(|c: char| matches!(c, '\u{2460}'..='\u{2473}'));
    let is_short_circled = is_circled && words.chars().count() <= 60;
    let goes_on = !notes.is_empty()
        && matches!(numbering::split(words), Some((Depth::Item | Depth::SubItem, ..)))
        && notes.iter().any(|note| note.contains(['1', '１', '①']) || note.ends_with(['：', ':']));
    (is_marked || is_numbered_note || is_short_circled || goes_on) && words.chars().count() <= 400
}

/// Whether a line is the rest of a note.
fn goes_on(note: &str, words: &str) -> bool {
    let is_open = note.chars().count() >= LINE_OF_PRINT && !note.ends_with(['。', '；', '！', '）', '.']);
    is_open && words.chars().count() <= 60 && words.ends_with('。')
}

/// The place of the heads, of which there may be titles above.
fn head_place(rows: &[Vec<String>]) -> Option<usize> {
    let place = rows.iter().take(5).position(|row| is_head_row(row))?;
    rows.iter().take(place).all(|row| is_merged(row).is_some()).then_some(place)
}

/// The words of a row that has the same in all its cells, or but one.
fn is_merged(row: &[String]) -> Option<&str> {
    let mut words = row.iter().filter(|cell| !cell.is_empty());
    let first = words.next()?;
    words.all(|cell| cell == first).then_some(first.as_str())
}

fn width(rows: &[Vec<String>]) -> usize {
    rows.iter().map(Vec::len).max().unwrap_or_default()
}

/// Takes the rows above the heads that are titles, as in tables of Word.
fn inner_titles(grid: &mut Grid) {
    if let Some(place) = head_place(&grid.rows).filter(|place| *place > 0) {
        let titles = grid.rows.drain(..place);
        grid.titles.extend(titles.filter_map(|row| is_merged(&row).map(str::to_owned)));
    }
}

/// Takes the rows below that are notes.
fn inner_notes(grid: &mut Grid) {
    let mut notes = Vec::new();
    while let Some(note) = grid.rows.last().and_then(|row| is_merged(row)).filter(|words| is_note(words, &[]))
    {
        notes.push(note.to_owned());
        grid.rows.pop();
    }
    notes.reverse();
    grid.notes.splice(0..0, notes);
}

/// Gives rows of one word a cell for every column: nothing is missing there. Of other rows that are short it is not known what is.
fn pad_headings(grid: &mut Grid) {
    let width = width(&grid.rows);
    for row in &mut grid.rows {
        if row.len() < width && row.iter().filter(|cell| !cell.is_empty()).count() <= 1 {
            row.resize(width, String::new());
        }
    }
}
