//! Kinds of characters, and text without those that mean nothing.

/// Whether it takes no room: zero-width spaces and joiners, soft hyphens, marks of direction and of byte order.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Text without white space, markup and control characters, as `ReportText` has it.
pub(crate) fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    let means = |c: &char| !c.is_whitespace() && !c.is_control() && *c != '*' && !is_invisible(*c);
    squeezed.extend(text.chars().filter(means));
    squeezed
}

/// Whether it is a Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '〇')
}

/// The room that a text takes, in Chinese characters.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>().div_ceil(2)
}

/// Whether a text is in rows of cells: tabs, bars, or wide gaps between words.
pub(super) fn has_columns(text: &str) -> bool {
    let text = text.trim();
    text.contains(['\t', '|']) || text.contains("  ") || text.contains('\u{3000}')
}

/// Whether the sentence goes on after the text: words that no mark ends.
pub(super) fn is_open(text: &str) -> bool {
    let text = text.trim_end();
    !text.is_empty() && !plan_data::against::is_closed(text)
}
