//! Headings run into their paragraph: bold ones, and short first sentences where the paragraphs of a section begin so.

use crate::{Paragraph, ParagraphKind, Section};

/// So many characters has a first sentence that is a heading at most, with its full stop.
const SHORT: usize = 17;

/// The bytes of a bold beginning that is a heading, with its full stop; 0 where it only stresses a word.
pub(super) fn bold(words: &str, mark: usize, bold: usize) -> usize {
    let body = words.get(mark..).unwrap_or_default();
    let (head, rest) = body.split_at_checked(bold).unwrap_or((body, ""));
    let ends = ['。', '：', '！', '？'];
    if head.ends_with(ends) {
        return if head.chars().count() <= 41 { bold } else { 0 };
    }
    if head.chars().count() < 3 {
        return 0;
    }
    // The full stop stands after the bold words, or a page ended within them.
    let Some((tail, _)) = rest.split_once('。') else {
        return if rest.is_empty() && head.chars().count() <= 24 { bold } else { 0 };
    };
    let is_heading = tail.is_empty() && head.chars().count() <= 40
        || head.chars().count() + tail.chars().count() <= 20 && is_plain(tail) && is_plain(head);
    if is_heading { bold + tail.len() + '。'.len_utf8() } else { 0 }
}

fn is_plain(words: &str) -> bool {
    !words.contains(|c: char| c.is_ascii_digit() || "，；：％%".contains(c))
}

/// The bytes of a short first sentence before others.
fn short(words: &str) -> Option<usize> {
    let (head, rest) = words.split_once('。')?;
    let length = head.chars().count() + 1;
    ((5..=SHORT).contains(&length) && !rest.is_empty() && is_plain(head))
        .then_some(head.len() + '。'.len_utf8())
}

/// Marks the short first sentences of a section where two of its paragraphs at least begin so.
pub(super) fn mark(section: &mut Section) {
    let is_prose = |paragraph: &Paragraph| paragraph.kind == ParagraphKind::Prose;
    let is_one = |paragraph: &Paragraph| {
        is_prose(paragraph) && (paragraph.run_in > 0 || short(body(paragraph)).is_some())
    };
    let count = section.paragraphs.iter().filter(|paragraph| is_one(paragraph)).count();
    let prose = section.paragraphs.iter().filter(|paragraph| body(paragraph).chars().count() > 24).count();
    if count < 2 || count * 2 < prose {
        return;
    }
    for paragraph in section.paragraphs.iter_mut().filter(|paragraph| is_prose(paragraph)) {
        if paragraph.run_in == 0 {
            paragraph.run_in = short(body(paragraph)).unwrap_or(0);
        }
    }
}

fn body(paragraph: &Paragraph) -> &str {
    paragraph.words.get(paragraph.mark..).unwrap_or_default()
}
