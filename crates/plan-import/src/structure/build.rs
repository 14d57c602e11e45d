//! Cleaned lines and tables as sections and paragraphs.

use std::collections::{HashMap, VecDeque};
use std::ops::Range;

use plan_data::against::Level;

use super::chars::{is_han, is_open, squeezed};
use super::clean::reason;
use super::heading::{self, Heading, LINE, PLAIN, Rank};
use super::mark::{self, Mark};
use super::{Aside, Piece, annex, purpose, run_in, years};
use crate::{At, Grid, Line, Paragraph, ParagraphKind, Report, Section, Set};

/// The id of what stands before the first heading.
const OPENING: &str = "0";

/// A section that is open.
struct Open {
    rank: Rank,
    /// The level that the file gives its heading.
    level: Option<u8>,
    id: String,
    /// The number of the last section within it.
    last: usize,
}

/// What is known of the document before it is read.
#[derive(Clone, Copy, Default)]
struct Outline {
    /// Whether it has headings 一、 or （一）.
    has_numbers: bool,
    /// Whether those name what they are for, so that short lines between them are no parts of their own.
    has_named_parts: bool,
}

/// The line after the one that is read.
#[derive(Clone, Copy, Default)]
struct Next<'a> {
    text: &'a str,
    mark: Option<Mark>,
}

#[allow(clippy::struct_excessive_bools, reason = "each is a state of its own; none rules out another")]
#[derive(Default)]
struct Builder {
    outline: Outline,
    sections: Vec<Section>,
    open: Vec<Open>,
    last_top: usize,
    annexes: usize,
    boxes: HashMap<String, usize>,
    in_box: bool,
    /// Whether the last paragraph may go on.
    is_open: bool,
    /// Whether the last line was a paragraph by the word of the file.
    was_whole: bool,
    in_title: bool,
    title: Vec<Range<usize>>,
    /// The mark of the last paragraph.
    mark: Option<Mark>,
    /// Of the sections' paragraphs, in order, the bold bytes at the beginning.
    bold: Vec<(usize, usize, usize)>,
    in_annex: bool,
    /// Whether the annex is one in sentences and has a section.
    has_annex_section: bool,
    /// The lines of an annex of which it is not known yet whether they are the titles of a table.
    pending: Vec<Line>,
    tables: Vec<Grid>,
    set_aside: Vec<Set>,
}

fn text_of(piece: &Piece) -> Option<&Line> {
    match piece {
        Piece::Line(line) => Some(line).filter(|line| !squeezed_is_empty(&line.text)),
        Piece::Table(_) => None,
    }
}

fn squeezed_is_empty(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || c == '*')
}

/// The beginning of a line, enough for its mark.
fn near(text: &str) -> &str {
    let end = text.char_indices().nth(24).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

fn outline(pieces: &[Piece]) -> Outline {
    let mut outline = Outline::default();
    for line in pieces.iter().filter_map(text_of) {
        let text = line.text.trim();
        if annex::begins(text) && outline.has_numbers {
            break;
        }
        if !"（(一二三四五六七八九十第*".contains(text.chars().next().unwrap_or_default()) {
            continue;
        }
        if let Some(found) = heading::numbered_heading(text, false, false)
            && found.rank <= Rank::Numbered(Level::Section)
        {
            outline.has_numbers = true;
            let names = ["回顾", "情况", "目标", "任务", "要求", "安排", "问题", "年工作"];
            outline.has_named_parts |= found.rank <= Rank::Numbered(Level::Part)
                && names.iter().any(|name| found.words.contains(name));
        }
    }
    outline
}

pub(super) fn report(pieces: Vec<Piece>, asides: Vec<Aside>) -> Report {
    let mut builder = Builder { outline: outline(&pieces), in_title: true, ..Builder::default() };
    builder.sections.push(Section { id: OPENING.to_owned(), ..Section::default() });
    // For each piece the next line with words, where no table stands before it.
    let mut nexts: Vec<Option<usize>> = vec![None; pieces.len()];
    let mut next = None;
    for (at, piece) in pieces.iter().enumerate().rev() {
        if let Some(slot) = nexts.get_mut(at) {
            *slot = next;
        }
        match piece {
            Piece::Table(_) => next = None,
            Piece::Line(_) if text_of(piece).is_some() => next = Some(at),
            Piece::Line(_) => {}
        }
    }
    let mut is_after_blank = false;
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Table(grid) => builder.table(Grid::clone(grid)),
            Piece::Line(line) if squeezed_is_empty(&line.text) => is_after_blank = true,
            Piece::Line(line) => {
                let next = nexts.get(at).copied().flatten().and_then(|next| text_of(pieces.get(next)?));
                let next = next.map_or(Next::default(), |line| Next {
                    text: line.text.trim(),
                    mark: mark_of(line.text.trim()).map(|(mark, _)| mark),
                });
                builder.line(line, next, is_after_blank);
                is_after_blank = false;
            }
        }
    }
    builder.finish(asides)
}

/// The mark of a line and the bytes of its words that it takes; for marks that are left out of the words, 0.
fn mark_of(text: &str) -> Option<(Mark, usize)> {
    if text.trim_start_matches(['-', ' ']).starts_with('▲') {
        return Some((Mark::Triangle, 0));
    }
    let is_dash = ["- ", "* ", "+ "].iter().any(|dash| text.starts_with(dash)) && !text.ends_with('-');
    let text = if is_dash { text.get(2..)?.trim_start() } else { text };
    match mark::of(&squeezed(near(text))) {
        Some((Mark::Triangle, _)) => Some((Mark::Triangle, 0)),
        None if is_dash => Some((Mark::Dash, 0)),
        found => found,
    }
}

/// Whether a line begins the list of annexes that stands at the foot of a text: 附件：1.…
fn lists_annexes(line: &str) -> bool {
    let words = squeezed(line);
    let rest = words.trim_start_matches(['附', '件', '表']).trim_start_matches(['：', ':']);
    matches!(mark::of(rest), Some((Mark::Number(Level::Item, 1), _)))
}

/// Whether a line is a field with its name: 牵头单位：…
fn is_field(words: &str) -> bool {
    let ends = [
        "单位",
        "部门",
        "时限",
        "时间",
        "内容",
        "目标",
        "任务",
        "措施",
        "地点",
        "投资",
        "规模",
        "进度",
        "进展",
        "领导",
        "责任人",
        "联系人",
        "成效",
        "性质",
        "年限",
        "资金",
        "来源",
        "期限",
        "名称",
        "安排",
        "要求",
    ];
    words.split_once(['：', ':']).is_some_and(|(key, value)| {
        let length = key.chars().count();
        (2..=8).contains(&length)
            && key.chars().all(is_han)
            && !value.is_empty()
            && ends.iter().any(|end| key.ends_with(end))
    })
}

impl Builder {
    fn at(&self) -> At {
        let section = self.sections.last();
        let count = section.map_or(0, |section| section.paragraphs.len());
        At {
            section: section.map_or("", |section| &section.id).into(),
            paragraph: u16::try_from(count).unwrap_or(u16::MAX),
        }
    }

    fn put_aside(&mut self, text: &str, reason: &'static str) {
        let at = self.at();
        self.set_aside.push(Set { text: text.to_owned(), reason, at });
    }

    /// Begins a section.
    fn begin(&mut self, found: &Heading<'_>, level: Option<u8>) {
        while let Some(open) = self.open.last() {
            let by_number = matches!((open.rank, found.rank), (Rank::Numbered(_), Rank::Numbered(_)));
            let closes = match (open.level, level) {
                (Some(open), Some(level)) if !by_number => open >= level,
                _ => open.rank >= found.rank,
            };
            if !closes {
                break;
            }
            self.open.pop();
        }
        let words = heading::printed(&found.number, &found.words);
        let parent = self.open.last().map(|open| open.id.clone());
        let id = if parent.is_none() && words.starts_with('附') {
            self.annexes += 1;
            format!("annex{}", self.annexes)
        } else {
            let last = self.open.last_mut().map_or(&mut self.last_top, |open| &mut open.last);
            *last = found.count.filter(|count| *count > *last).unwrap_or(*last + 1);
            parent.as_ref().map_or_else(|| last.to_string(), |parent| format!("{parent}.{last}"))
        };
        self.open.push(Open { rank: found.rank, level, id: id.clone(), last: 0 });
        self.push_section(id, parent, found.number.clone(), found.words.clone());
        self.in_box = false;
        if !squeezed_is_empty(found.rest) {
            self.add(found.rest, None, 0, false);
        }
    }

    fn push_section(&mut self, id: String, parent: Option<String>, number: String, heading: String) {
        self.sections.push(Section { id, parent, number, heading, ..Section::default() });
        (self.is_open, self.in_title, self.was_whole, self.mark) = (false, false, false, None);
    }

    /// Begins the box of the section.
    fn begin_box(&mut self, words: &str) -> bool {
        let Some(rest) = words.strip_prefix("专栏") else {
            return false;
        };
        let digits: usize = rest
            .chars()
            .take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c))
            .map(char::len_utf8)
            .sum();
        let (number, rest) = rest.split_at_checked(digits).unwrap_or(("", rest));
        let heading = rest.trim_start_matches(['：', ':', '、', '.']);
        if heading.is_empty() || words.contains('。') || words.chars().count() > 60 {
            return false;
        }
        let parent = self.open.last().map_or(OPENING, |open| &open.id).to_owned();
        let count = self.boxes.entry(parent.clone()).or_default();
        *count += 1;
        let id = if *count == 1 { format!("{parent}.box") } else { format!("{parent}.box{count}") };
        self.push_section(id, Some(parent), format!("专栏{number}"), heading.to_owned());
        self.in_box = true;
        true
    }

    fn line(&mut self, line: &Line, next: Next<'_>, is_after_blank: bool) {
        let text = line.text.trim();
        let has_begun = self.sections.len() > 1;
        if (has_begun || self.in_annex) && annex::is_imprint(text)
            || self.in_annex && !self.has_annex_section && annex::is_foot(text)
        {
            self.put_aside(text, reason::IMPRINT);
            return;
        }
        if annex::begins(text) && (has_begun || self.in_annex || !self.outline.has_numbers) {
            self.begin_annex();
            self.pending.push(line.clone());
            return;
        }
        if self.in_annex && !self.has_annex_section {
            let in_list = self.pending.first().is_some_and(|first| lists_annexes(&first.text));
            let is_short = text.chars().count() <= 45
                && !text.ends_with(['。', '；', '，'])
                && mark_of(text).is_none_or(
                    |(mark, _)| matches!(mark, Mark::Number(level, _) if level <= Level::Section || in_list),
                );
            if is_short {
                self.pending.push(line.clone());
                return;
            }
            self.begin_annex_section();
        }
        self.body_line(line, next, is_after_blank);
    }

    fn body_line(&mut self, line: &Line, next: Next<'_>, is_after_blank: bool) {
        let text = line.text.trim();
        let words = squeezed(text);
        if self.in_title && self.sections.len() == 1 {
            let leaves = words.contains('。')
                || (words.contains('，') && words.chars().count() >= 20 && !words.contains("报告"))
                || is_field(&words)
                || mark_of(text).is_some_and(|(mark, _)| {
                    matches!(mark, Mark::Triangle | Mark::Dash | Mark::Symbol | Mark::Circle(_))
                });
            if leaves {
                (self.in_title, self.is_open) = (false, false);
            }
        }
        if self.heading(line, text, &words, next) || self.begin_box(&words) {
            return;
        }
        if self.in_title {
            self.title_line(text);
            return;
        }
        let mut found = mark_of(text);
        if let Some((mark, _)) = found {
            let counts = self.mark.is_some_and(|last| mark::follows(last, mark));
            // A line of print may begin with a number by chance.
            let is_item = !self.is_open || counts || mark::begins(mark) && !matches!(mark, Mark::Dash);
            if !is_item {
                found = None;
            }
        }
        let short_before = self
            .sections
            .last()
            .and_then(|section| section.paragraphs.last())
            .is_some_and(|last| last.words.len() < 3 * LINE && !last.words.contains(['，', '。', '；']));
        let joins = self.is_open
            && found.is_none()
            && !line.is_whole
            && !self.was_whole
            && !(is_after_blank && short_before && !self.is_bold())
            && !is_field(&words)
            && !self.last_is_field();
        let (mark, length) = found.map_or((None, 0), |(mark, length)| (Some(mark), length));
        self.add(text, mark, length, joins);
        let is_list = mark.is_some_and(|mark| mark == Mark::Triangle || words.chars().count() < LINE);
        if line.is_whole || is_list {
            self.is_open = false;
        }
        self.was_whole = line.is_whole;
    }

    /// Whether the last paragraph is only a bold beginning: a page ended within it.
    fn is_bold(&self) -> bool {
        let Some((section, paragraph, bold)) = self.bold.last() else {
            return false;
        };
        let last = self.sections.last().and_then(|section| section.paragraphs.last());
        section + 1 == self.sections.len()
            && self.sections.last().is_some_and(|section| section.paragraphs.len() == paragraph + 1)
            && last.is_some_and(|last| last.words.len() == *bold)
    }

    fn last_is_field(&self) -> bool {
        let last = self.sections.last().and_then(|section| section.paragraphs.last());
        last.is_some_and(|last| last.words.len() < 3 * LINE && is_field(&last.words))
    }

    /// Begins a section where the line is a heading.
    fn heading(&mut self, line: &Line, text: &str, words: &str, next: Next<'_>) -> bool {
        if words.starts_with("专栏") {
            return false;
        }
        let own = mark_of(text).map(|(mark, _)| mark);
        let is_listed = own.is_some_and(|own| {
            let is_next = next.mark.is_some_and(|next| mark::follows(own, next));
            is_next && !next.text.contains('。') || self.mark.is_some_and(|last| mark::follows(last, own))
        }) && !text.contains('。');
        if let Some(level) = line.heading
            && words.chars().count() <= 80
            && !words.ends_with(['。', '；', '，'])
        {
            let numbered =
                heading::numbered_heading(text, false, false).or_else(|| heading::split_number(text));
            let is_title = numbered.is_none()
                && self.sections.len() == 1
                && (self.sections.iter().all(|section| section.paragraphs.is_empty())
                    || self.in_title && words.contains("报告")
                    || self.outline.has_numbers && !heading::names_part(words));
            if !is_title {
                let plain = Heading {
                    rank: Rank::Unnumbered(level),
                    count: None,
                    number: String::new(),
                    words: words.to_owned(),
                    rest: "",
                };
                self.begin(&numbered.unwrap_or(plain), Some(level));
                return true;
            }
        }
        // The mark of an item before the number: - 1.
        let is_marked =
            matches!(own, Some(Mark::Dash | Mark::Triangle | Mark::Symbol)) || text.starts_with(['-', '+']);
        if let Some(found) = heading::numbered_heading(text, self.is_open && !self.in_title, is_listed)
            && !is_marked
            && !(self.in_box && found.rank > Rank::Numbered(Level::Section))
        {
            self.begin(&found, line.heading);
            return true;
        }
        let Some(rank) = self.unnumbered(line, text, words, next) else {
            return false;
        };
        let found = Heading { rank, count: None, number: String::new(), words: words.to_owned(), rest: "" };
        self.begin(&found, None);
        true
    }

    /// The rank of a heading without a number, where the line is one.
    fn unnumbered(&self, line: &Line, text: &str, words: &str, next: Next<'_>) -> Option<Rank> {
        if text.len() > 120 || !heading::may_be_heading(words) || line.heading.is_some() {
            return None;
        }
        let has_begun = self.sections.len() > 1;
        // The first line is the title, as it is for plan_data's reader.
        let is_later = !self.title.is_empty()
            || has_begun
            || self.sections.iter().any(|section| !section.paragraphs.is_empty());
        if is_later
            && self.outline.has_numbers
            && !self.outline.has_named_parts
            && !self.is_open
            && !self.in_title
            && heading::names_part(words)
        {
            return Some(Rank::Titled);
        }
        let is_bold = text.starts_with("**") && text.ends_with("**");
        let next_is_prose = next.text.contains('。')
            || next.text.chars().count() >= LINE && (next.text.contains('，') || !self.in_title);
        let of_title = ["报告", "会议", "大会", "文件", "草案"];
        let may_begin = if self.outline.has_numbers {
            !self.is_open && has_begun
        } else {
            is_later
                && (!self.is_open || self.in_title)
                && !(self.in_title && of_title.iter().any(|word| words.contains(word)))
        };
        (may_begin && !self.in_box && (next_is_prose || is_bold && next.mark.is_some())).then_some(PLAIN)
    }

    fn title_line(&mut self, text: &str) {
        let start = self
            .sections
            .first()
            .and_then(|section| section.paragraphs.first())
            .map_or(0, |first| first.words.len());
        self.add_words(&squeezed(text), ParagraphKind::Prose, 0, start > 0);
        let end = self
            .sections
            .first()
            .and_then(|section| section.paragraphs.first())
            .map_or(0, |first| first.words.len());
        self.title.push(start..end);
        self.is_open = is_open(text);
        self.in_title = self.is_open;
    }

    /// Adds a line's words: to the last paragraph, or as a new one, or as several where bold headings stand within.
    fn add(&mut self, text: &str, mark: Option<Mark>, length: usize, joins: bool) {
        if let Some(mark) = mark {
            let body = match mark {
                Mark::Triangle | Mark::Dash => text.trim_start_matches(['-', '+', '*', ' ', '▲', '△']),
                _ => ["- ", "* ", "+ "].iter().find_map(|dash| text.strip_prefix(dash)).unwrap_or(text),
            };
            let words = squeezed(body);
            let words = words.trim_start_matches(['▲', '△']);
            if words.is_empty() {
                return;
            }
            let bold = item_bold(body, length);
            self.add_words(words, ParagraphKind::Item, length, false);
            self.note_bold(bold);
        } else {
            self.add_prose(text, joins);
        }
        self.mark = if joins { self.mark } else { mark };
        self.is_open = is_open(text);
    }

    fn add_prose(&mut self, text: &str, joins: bool) {
        let pieces: Vec<&str> = text.split("**").collect();
        let mut is_first = true;
        for (index, piece) in pieces.iter().enumerate() {
            let words = squeezed(piece);
            if words.is_empty() {
                continue;
            }
            let is_bold = index % 2 == 1 && pieces.len() > index + 1;
            let after = pieces.get(index + 1).map(|after| squeezed(near(after))).unwrap_or_default();
            let ends = words.ends_with(['。', '：', '！']) || after.starts_with(['。', '：']);
            let is_cut = after.is_empty() && (4..=20).contains(&words.chars().count());
            let last = self.sections.last().and_then(|section| section.paragraphs.last());
            let may_begin = is_first || last.is_none_or(|last| !is_open(&last.words));
            let begins_bold = is_bold && may_begin && (ends || is_cut);
            let is_new = begins_bold || is_first && !joins;
            self.add_words(&words, ParagraphKind::Prose, 0, !is_new);
            if is_new && is_bold {
                self.note_bold(words.len());
            }
            is_first = false;
        }
    }

    fn note_bold(&mut self, bold: usize) {
        if bold > 0
            && let Some(section) = self.sections.len().checked_sub(1)
            && let Some(paragraph) =
                self.sections.last().and_then(|section| section.paragraphs.len().checked_sub(1))
        {
            self.bold.push((section, paragraph, bold));
        }
    }

    fn add_words(&mut self, words: &str, kind: ParagraphKind, mark: usize, joins: bool) {
        let Some(section) = self.sections.last_mut() else {
            return;
        };
        match section.paragraphs.last_mut() {
            Some(last) if joins => last.words += words,
            // ReportText leaves the triangle out wherever a line begins with it.
            _ => {
                let words = if mark == 0 { words.trim_start_matches(['▲', '△']) } else { words };
                if !words.is_empty() {
                    section.paragraphs.push(Paragraph { words: words.to_owned(), kind, mark, run_in: 0 });
                }
            }
        }
    }

    fn begin_annex(&mut self) {
        self.flush_pending();
        (self.in_annex, self.has_annex_section, self.is_open, self.in_title) = (true, false, false, false);
        self.open.clear();
    }

    /// Lines of an annex that has no table and no sentences are paragraphs: the list of annexes at the foot of the text.
    fn flush_pending(&mut self) {
        for line in std::mem::take(&mut self.pending) {
            let (mark, length) =
                mark_of(line.text.trim()).map_or((None, 0), |(mark, length)| (Some(mark), length));
            self.add(line.text.trim(), mark, length, false);
            self.is_open = false;
        }
    }

    /// Begins the section of an annex in sentences: its heading is the lines before.
    fn begin_annex_section(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        self.has_annex_section = true;
        let headings = pending.iter().take_while(|line| mark_of(line.text.trim()).is_none()).count();
        let words: String = pending.iter().take(headings).map(|line| squeezed(&line.text)).collect();
        let words = if words.starts_with('附') { words } else { format!("附：{words}") };
        let found = Heading { rank: Rank::Annex, count: None, number: String::new(), words, rest: "" };
        self.begin(&found, None);
        for line in pending.iter().skip(headings) {
            self.body_line(line, Next::default(), false);
        }
    }

    fn table(&mut self, mut grid: Grid) {
        let begins = grid.titles.iter().any(|title| annex::begins(title));
        if begins && (self.sections.len() > 1 || !self.outline.has_numbers) {
            // The lines before it are of the annex before.
            self.begin_annex();
        }
        if self.in_annex && !self.has_annex_section {
            let mut titles: Vec<String> =
                std::mem::take(&mut self.pending).into_iter().map(|line| squeezed(&line.text)).collect();
            titles.retain(|title| !grid.titles.iter().any(|known| squeezed(known) == *title));
            titles.append(&mut grid.titles);
            grid.titles = titles;
        }
        grid.at = self.at();
        grid.is_annex = self.in_annex;
        (self.is_open, self.mark) = (false, None);
        self.tables.push(grid);
    }

    fn finish(mut self, asides: Vec<Aside>) -> Report {
        self.flush_pending();
        for (section, paragraph, bold) in std::mem::take(&mut self.bold) {
            if let Some(paragraph) =
                self.sections.get_mut(section).and_then(|section| section.paragraphs.get_mut(paragraph))
            {
                paragraph.run_in = run_in::bold(&paragraph.words, paragraph.mark, bold);
            }
        }
        for section in &mut self.sections {
            run_in::mark(section);
        }
        let mut report = Report {
            sections: self.sections,
            tables: self.tables,
            set_aside: Vec::new(),
            title: self.title,
            actual_year: None,
            plan_year: None,
        };
        let title: Vec<String> = report.title_words().into_iter().map(str::to_owned).collect();
        years::give(&mut report, &title);
        purpose::give(&mut report);
        report.set_aside = placed(&report, asides);
        report.set_aside.append(&mut self.set_aside);
        report
    }
}

/// The bold bytes of an item after its mark.
fn item_bold(body: &str, mark: usize) -> usize {
    let mut pieces = body.split("**");
    let before = squeezed(pieces.next().unwrap_or_default()).trim_start_matches(['▲', '△']).len();
    let bold = squeezed(pieces.next().unwrap_or_default()).len();
    if pieces.next().is_none() {
        return 0;
    }
    match before {
        0 => bold.saturating_sub(mark),
        before if before == mark => bold,
        _ => 0,
    }
}

/// So many characters before what was taken out tell its place.
const TAIL: usize = 8;

/// What was taken out, each with the paragraph that holds the words before it; where these are in none, with that of the one before.
fn placed(report: &Report, asides: Vec<Aside>) -> Vec<Set> {
    let mut wanted: HashMap<&str, VecDeque<usize>> = HashMap::new();
    for (index, aside) in asides.iter().enumerate() {
        if let Some((at, _)) = aside.before.char_indices().rev().nth(TAIL - 1)
            && let Some(tail) = aside.before.get(at..)
        {
            wanted.entry(tail).or_default().push_back(index);
        }
    }
    let mut places: Vec<Option<At>> = vec![None; asides.len()];
    let mut last = 0;
    let has_any = !wanted.is_empty();
    for (_, at, paragraph) in report.paragraphs().take_while(|_| has_any) {
        let words = &paragraph.words;
        let ends = words.char_indices().skip(TAIL).map(|(end, _)| end).chain([words.len()]);
        for ((start, _), end) in words.char_indices().zip(ends) {
            let Some(queue) = words.get(start..end).and_then(|tail| wanted.get_mut(tail)) else {
                continue;
            };
            // Things side by side have the same words before them.
            let mut next = None;
            while let Some(index) = queue.front().copied()
                && (index < last || next.is_none_or(|next| next == index))
            {
                queue.pop_front();
                if index >= last
                    && let Some(place) = places.get_mut(index)
                {
                    *place = Some(at.clone());
                    (last, next) = (index, Some(index + 1));
                }
            }
        }
    }
    let mut current = At { section: OPENING.into(), paragraph: 0 };
    let sets = asides.into_iter().zip(places).map(|(aside, place)| {
        if let Some(place) = place {
            current = place;
        }
        Set { text: aside.text, reason: aside.reason, at: current.clone() }
    });
    sets.collect()
}
