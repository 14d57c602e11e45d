//! What Markdown writes into a line.

use crate::Line;

/// A line with its heading, bold words between `**`, and links and escapes as their words. Rows of tables stay as they are.
pub(super) fn line(mut line: Line) -> Line {
    let text = line.text.trim_start();
    if text.starts_with('|') {
        return line;
    }
    let level = text.bytes().take_while(|byte| *byte == b'#').count();
    if (1..=6).contains(&level) && line.heading.is_none() {
        let rest = text.get(level..).unwrap_or_default();
        let is_heading =
            rest.starts_with([' ', '\t', '\u{3000}']) || rest.starts_with(|c: char| !c.is_ascii());
        if is_heading && !rest.trim().is_empty() {
            line.heading = u8::try_from(level).ok();
            line.text = rest.trim().trim_end_matches('#').trim_end().to_owned();
        }
    } else if let Some(quoted) = text.strip_prefix("> ") {
        line.text = quoted.trim_start_matches(['>', ' ']).to_owned();
    } else if text.starts_with("```") {
        line.text.clear();
    }
    if line.text.contains("__") {
        line.text = bold(&line.text);
    }
    if line.text.contains("](") {
        line.text = without_links(&line.text);
    }
    if line.text.contains('\\') {
        line.text = unescaped(&line.text);
    }
    line
}

/// `__bold__` as `**bold**`; a row of underlines, where words are to be filled in, stays.
fn bold(text: &str) -> String {
    if text.contains("___") || text.matches("__").count() % 2 == 1 {
        text.to_owned()
    } else {
        text.replace("__", "**")
    }
}

/// `[words](address)` as the words, `![picture](address)` as nothing.
fn without_links(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("](") {
        let (before, after) = (rest.get(..at).unwrap_or_default(), rest.get(at + 2..).unwrap_or_default());
        let (Some(open), Some(close)) = (before.rfind('['), nearest(after)) else {
            plain += before;
            plain += "](";
            rest = after;
            continue;
        };
        let head = before.get(..open).unwrap_or_default();
        // Of a picture nothing is left.
        let picture = head.strip_suffix('!');
        plain += picture.unwrap_or(head);
        if picture.is_none() {
            plain += before.get(open + 1..).unwrap_or_default();
        }
        rest = after.get(close + 1..).unwrap_or_default();
    }
    plain + rest
}

/// The end of an address.
fn nearest(text: &str) -> Option<usize> {
    text.bytes().take(600).position(|byte| byte == b')')
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' || !chars.peek().is_some_and(char::is_ascii_punctuation) {
            plain.push(c);
        }
    }
    plain
}
