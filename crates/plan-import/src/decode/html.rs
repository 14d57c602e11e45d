//! Markup of HTML, a whole page or leaked into a text, as lines and tables.

use crate::{Block, Line};

/// How much of a text is HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// All of it: its line ends mean nothing.
    Page,
    /// Single tags within lines.
    Leaked,
}

/// The tags that are taken for such; `<` before anything else is a mark of comparison.
const TAGS: [&str; 58] = [
    "html",
    "head",
    "body",
    "title",
    "meta",
    "link",
    "script",
    "style",
    "noscript",
    "iframe",
    "p",
    "br",
    "div",
    "span",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "caption",
    "col",
    "colgroup",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "b",
    "strong",
    "i",
    "em",
    "u",
    "s",
    "font",
    "sup",
    "sub",
    "a",
    "img",
    "ul",
    "ol",
    "li",
    "hr",
    "center",
    "section",
    "article",
    "header",
    "footer",
    "nav",
    "main",
    "o:p",
    "pre",
    "blockquote",
    "input",
    "button",
    "form",
];

/// Whether a text has markup of HTML.
pub(super) fn kind(text: &str) -> Option<Kind> {
    let mut at = 0;
    let mut has_tags = false;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find('<')) {
        at += next;
        if let Some(tag) = tag(text, at) {
            if matches!(tag.name.as_str(), "html" | "body" | "head") {
                return Some(Kind::Page);
            }
            // A text that begins with markup is a part of a page.
            if !has_tags
                && text.get(..at).is_some_and(|before| before.trim().is_empty())
                && tag.name != "br"
                && !is_inline(&tag.name)
            {
                return Some(Kind::Page);
            }
            has_tags = true;
        }
        at += 1;
    }
    let begins = text.trim_start().get(..9).is_some_and(|begin| begin.eq_ignore_ascii_case("<!doctype"));
    if begins { Some(Kind::Page) } else { has_tags.then_some(Kind::Leaked) }
}

fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "span"
            | "b"
            | "strong"
            | "i"
            | "em"
            | "u"
            | "s"
            | "font"
            | "sup"
            | "sub"
            | "a"
            | "img"
            | "o:p"
            | "br"
    )
}

/// A tag.
struct Tag<'a> {
    name: String,
    is_end: bool,
    attributes: &'a str,
    /// The byte after it.
    end: usize,
}

/// So deep tables stand in each other at most; what is deeper belongs to the last.
const DEEPEST: usize = 40;

/// The tag at that byte of the text.
fn tag(text: &str, at: usize) -> Option<Tag<'_>> {
    let rest = text.get(at..)?.strip_prefix('<')?;
    let (is_end, body) = rest.strip_prefix('/').map_or((false, rest), |body| (true, body));
    let length =
        body.bytes().take(12).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b':').count();
    let name = body.get(..length)?.to_ascii_lowercase();
    if !TAGS.contains(&name.as_str()) {
        return None;
    }
    let after = body.get(length..)?;
    if !after.starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/') {
        return None;
    }
    // A > within quotation marks does not end it; another < says that it is none.
    let mut quote = None;
    let mut close = None;
    for (at, byte) in after.bytes().enumerate() {
        match (quote, byte) {
            (_, b'<') => break,
            (None, b'>') => {
                close = Some(at);
                break;
            }
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    let close = close?;
    let end = text.len() - after.len() + close + 1;
    Some(Tag { name, is_end, attributes: after.get(..close)?, end })
}

impl Tag<'_> {
    /// The number of an attribute.
    fn number(&self, name: &str) -> usize {
        let lower = self.attributes.to_ascii_lowercase();
        let value = lower.find(name).and_then(|at| lower.get(at + name.len()..)).and_then(|rest| {
            let digits = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
            let count = digits.bytes().take_while(u8::is_ascii_digit).count();
            digits.get(..count)?.parse::<usize>().ok()
        });
        value.unwrap_or(1).clamp(1, 500)
    }

    fn is_bold(&self) -> bool {
        let style = self.attributes.to_ascii_lowercase().replace(' ', "");
        matches!(self.name.as_str(), "b" | "strong")
            || ["font-weight:bold", "font-weight:700", "font-weight:600"]
                .iter()
                .any(|bold| style.contains(bold))
    }
}

/// A cell with what it holds.
#[derive(Default)]
struct Cell {
    blocks: Vec<Block>,
    columns: usize,
    rows: usize,
}

/// A table that is open.
#[derive(Default)]
struct Table {
    rows: Vec<Vec<Cell>>,
}

/// So many bytes has a cell of Markdown after a break in it at most.
const LONGEST_CELL: usize = 600;

/// Reads markup into blocks.
struct Reader {
    kind: Kind,
    /// What is read outside of all tables, and the tables that are open, from the outermost.
    blocks: Vec<Block>,
    tables: Vec<Table>,
    text: String,
    heading: Option<u8>,
    /// Of the bold tags that are open, whether each is.
    bold: Vec<(String, bool)>,
    is_paragraph: bool,
    has_break: bool,
}

/// The lines and tables of a text with markup.
pub(super) fn blocks(text: &str, kind: Kind) -> Vec<Block> {
    let mut reader = Reader {
        kind,
        blocks: Vec::new(),
        tables: Vec::new(),
        text: String::new(),
        heading: None,
        bold: Vec::new(),
        is_paragraph: false,
        has_break: false,
    };
    let mut at = 0;
    let mut unclosed: Vec<String> = Vec::new();
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let next = rest.find('<').unwrap_or(rest.len());
        reader.words(rest.get(..next).unwrap_or_default());
        at += next;
        if next == rest.len() {
            break;
        }
        let from = text.get(at..).unwrap_or_default();
        if let Some(comment) = from.strip_prefix("<!--") {
            at = comment.find("-->").map_or(text.len(), |end| text.len() - comment.len() + end + 3);
        } else if from.starts_with("<!") || from.starts_with("<?") {
            at = from.find('>').map_or(text.len(), |end| at + end + 1);
        } else if let Some(tag) = tag(text, at) {
            at = tag.end;
            let is_silent =
                matches!(tag.name.as_str(), "script" | "style" | "title" | "noscript" | "iframe" | "button");
            if is_silent && !tag.is_end && !unclosed.contains(&tag.name) {
                match after_end(text, at, &tag.name) {
                    Some(end) => at = end,
                    // Its text is read; what never ends is not looked for again.
                    None => unclosed.push(tag.name),
                }
            } else if tag.name != "br" || !reader.is_in_bars(text, at) {
                // A break within a cell of Markdown is none of the line.
                reader.tag(&tag);
            }
        } else {
            reader.words("<");
            at += 1;
        }
    }
    reader.end_line();
    while !reader.tables.is_empty() {
        reader.end_table();
    }
    reader.blocks
}

/// The byte after the end tag of that name.
fn after_end(text: &str, from: usize, name: &str) -> Option<usize> {
    let mut at = from;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find("</")) {
        at += next;
        match tag(text, at) {
            Some(tag) if tag.name == name => return Some(tag.end),
            _ => at += 2,
        }
    }
    None
}

impl Reader {
    fn target(&mut self) -> &mut Vec<Block> {
        let cell =
            self.tables.last_mut().and_then(|table| table.rows.last_mut()).and_then(|row| row.last_mut());
        match cell {
            Some(cell) => &mut cell.blocks,
            None => &mut self.blocks,
        }
    }

    /// Whether a line with bars goes on after that byte.
    fn is_in_bars(&self, text: &str, at: usize) -> bool {
        let ahead = text.as_bytes().get(at..).unwrap_or_default();
        let next = ahead.iter().take(LONGEST_CELL).find(|byte| matches!(byte, b'|' | b'\n' | b'\r'));
        self.kind == Kind::Leaked && self.text.trim_start().starts_with('|') && next == Some(&b'|')
    }

    fn words(&mut self, text: &str) {
        let text = entities(text);
        match self.kind {
            Kind::Leaked => {
                let lines: Vec<&str> = text.split(['\n', '\u{b}', '\u{85}', '\u{2028}']).collect();
                for (index, line) in lines.iter().enumerate() {
                    if index > 0 {
                        self.break_line();
                    }
                    for (index, page) in line.split('\u{c}').enumerate() {
                        if index > 0 {
                            self.end_line();
                            self.target().push(Block::PageBreak);
                        }
                        // A lone return is a line's end too.
                        let returned: Vec<&str> = page.trim_end_matches('\r').split('\r').collect();
                        for (index, part) in returned.iter().enumerate() {
                            if index > 0 {
                                self.break_line();
                            }
                            self.text += part;
                        }
                    }
                }
            }
            Kind::Page => {
                for c in text.chars() {
                    match c {
                        // Between Chinese characters a line's end is no space.
                        '\n' | '\r' => {
                            if self.text.ends_with(|c: char| c.is_ascii_alphanumeric()) {
                                self.text.push(' ');
                            }
                        }
                        '\t' | '\u{c}' => self.text.push(' '),
                        _ => self.text.push(c),
                    }
                }
            }
        }
    }

    /// Ends a line by its own mark: kept also where it is blank.
    fn break_line(&mut self) {
        self.has_break = true;
        let text = self.take_text();
        let line = Line { heading: self.heading.filter(|_| !text.trim().is_empty()), ..Line::printed(text) };
        self.target().push(Block::Line(line));
    }

    /// The text so far, with bold closed at its end and opened again after.
    fn take_text(&mut self) -> String {
        let mut text = std::mem::take(&mut self.text);
        if self.bold.iter().any(|(_, is_bold)| *is_bold) {
            if text.ends_with("**") {
                text.truncate(text.len() - 2);
            } else {
                text += "**";
            }
            self.text += "**";
        }
        text
    }

    fn end_line(&mut self) {
        let has_words = self.text.chars().any(|c| !c.is_whitespace() && c != '*');
        let text = self.take_text();
        if has_words {
            let is_whole = self.kind == Kind::Page && self.is_paragraph && !self.has_break;
            let text = if self.kind == Kind::Page { text.trim_end().to_owned() } else { text };
            let line = Line { text, is_whole, heading: self.heading };
            self.target().push(Block::Line(line));
        }
        self.has_break = false;
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        match tag.name.as_str() {
            "br" => self.break_line(),
            "b" | "strong" | "span" | "font" => self.bold(tag),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_line();
                let level = tag.name.as_bytes().get(1).map(|digit| digit.saturating_sub(b'0'));
                self.heading = level.filter(|_| !tag.is_end);
            }
            "table" if tag.is_end => {
                self.end_line();
                self.end_table();
            }
            "table" if self.tables.len() >= DEEPEST => self.end_line(),
            "table" => {
                self.end_line();
                self.tables.push(Table::default());
            }
            "tr" => {
                self.end_line();
                if let Some(table) = self.tables.last_mut().filter(|_| !tag.is_end) {
                    table.rows.push(Vec::new());
                }
            }
            "td" | "th" => {
                self.end_line();
                if let Some(table) = self.tables.last_mut().filter(|_| !tag.is_end) {
                    if table.rows.is_empty() {
                        table.rows.push(Vec::new());
                    }
                    let cell = Cell {
                        blocks: Vec::new(),
                        columns: tag.number("colspan"),
                        rows: tag.number("rowspan"),
                    };
                    if let Some(row) = table.rows.last_mut() {
                        row.push(cell);
                    }
                }
            }
            name if is_inline(name) || matches!(name, "col" | "colgroup" | "meta" | "link" | "input") => {}
            name => {
                self.end_line();
                self.is_paragraph = !tag.is_end || name == "div";
                if name == "li" && !tag.is_end {
                    self.text += "- ";
                }
            }
        }
    }

    fn bold(&mut self, tag: &Tag<'_>) {
        let was = self.bold.iter().any(|(_, is_bold)| *is_bold);
        if tag.is_end {
            if let Some(at) = self.bold.iter().rposition(|(name, _)| *name == tag.name) {
                self.bold.remove(at);
            }
        } else if self.bold.len() < 100 {
            self.bold.push((tag.name.clone(), tag.is_bold()));
        }
        if was != self.bold.iter().any(|(_, is_bold)| *is_bold) {
            if self.text.ends_with("**") {
                self.text.truncate(self.text.len() - 2);
            } else {
                self.text += "**";
            }
        }
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else {
            return;
        };
        let words = |cell: &Cell| -> usize {
            cell.blocks
                .iter()
                .map(|block| if let Block::Line(line) = block { line.text.chars().count() } else { 0 })
                .sum()
        };
        let is_layout = |cell: &Cell| {
            words(cell) > 600 || cell.blocks.iter().any(|block| matches!(block, Block::Table(_)))
        };
        let cells = || table.rows.iter().flatten();
        if cells().count() < 2 || cells().any(is_layout) {
            let inner: Vec<Block> = table.rows.into_iter().flatten().flat_map(|cell| cell.blocks).collect();
            self.target().extend(inner);
            return;
        }
        let rows = filled(&table);
        self.target().push(Block::Table(rows));
    }
}

/// The texts of a table's cells, those of merged cells in each.
fn filled(table: &Table) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    // For each column the text that goes on down, and through how many rows.
    let mut below: Vec<(String, usize)> = Vec::new();
    for cells in &table.rows {
        let mut row = Vec::new();
        let take_below = |row: &mut Vec<String>, below: &mut Vec<(String, usize)>, all: bool| {
            while let Some((text, count)) = below.get_mut(row.len()) {
                if *count == 0 {
                    if !all {
                        break;
                    }
                    row.push(String::new());
                    continue;
                }
                *count -= 1;
                row.push(text.clone());
            }
        };
        for cell in cells {
            take_below(&mut row, &mut below, false);
            let lines = cell.blocks.iter().filter_map(|block| match block {
                Block::Line(line) => Some(line.text.trim()),
                _ => None,
            });
            let text: String = lines.collect();
            for _ in 0..cell.columns.min(200_usize.saturating_sub(row.len())) {
                if below.len() <= row.len() {
                    below.resize(row.len() + 1, (String::new(), 0));
                }
                if let Some(slot) = below.get_mut(row.len()) {
                    *slot = (text.clone(), cell.rows - 1);
                }
                row.push(text.clone());
            }
        }
        let goes_on = below.iter().skip(row.len()).any(|(_, count)| *count > 0);
        if goes_on {
            take_below(&mut row, &mut below, true);
        }
        if !row.is_empty() {
            rows.push(row);
        }
    }
    rows
}

/// Text with the entities of HTML as their characters.
pub(super) fn entities(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        plain += before;
        let name_end = after.bytes().take(12).position(|byte| byte == b';');
        let found = name_end.and_then(|end| Some((entity(after.get(1..end)?)?, end)));
        let (c, end) = found.unwrap_or(('&', 0));
        plain.push(c);
        rest = after.get(end + 1..).unwrap_or_default();
    }
    plain + rest
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
        return char::from_u32(hex.unwrap_or_else(|| number.parse()).ok()?);
    }
    Some(match name {
        "nbsp" | "ensp" | "thinsp" => ' ',
        "emsp" => '\u{3000}',
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "mdash" => '—',
        "ndash" => '–',
        "middot" => '·',
        "hellip" => '…',
        "times" => '×',
        "permil" => '‰',
        "deg" => '°',
        "sup2" => '²',
        "sup3" => '³',
        "plusmn" => '±',
        "le" => '≤',
        "ge" => '≥',
        "bull" => '•',
        _ => return None,
    })
}
