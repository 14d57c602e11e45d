//! The characters of a page as lines of print, with spaces where there is space between them.

use super::page::Glyph;
use crate::symbol;

/// Characters on one line.
pub(crate) struct Printed {
    /// The line that most of them stand on.
    pub(crate) base: f64,
    /// Where the first begins.
    pub(crate) left: f64,
    /// The size of most of them.
    pub(crate) size: f64,
    glyphs: Vec<Glyph>,
}

/// Lines from top to bottom.
pub(crate) fn lines(mut glyphs: Vec<Glyph>) -> Vec<Printed> {
    glyphs.retain(|glyph| !glyph.character.is_whitespace() && !glyph.character.is_control());
    glyphs.sort_by(|one, other| one.base.total_cmp(&other.base));
    let mut lines: Vec<Printed> = Vec::new();
    for glyph in glyphs {
        match lines.last_mut() {
            // Half a line up or down are exponents and marks of notes.
            Some(line) if glyph.base - line.base <= 0.45 * line.size.max(glyph.size) => {
                if glyph.size > line.size * 1.15 {
                    (line.base, line.size) = (glyph.base, glyph.size);
                }
                line.glyphs.push(glyph);
            }
            _ => lines.push(Printed {
                base: glyph.base,
                left: glyph.left,
                size: glyph.size,
                glyphs: vec![glyph],
            }),
        }
    }
    for line in &mut lines {
        line.glyphs.sort_by(|one, other| one.left.total_cmp(&other.left));
        // Some programs print a character twice to make it bold.
        line.glyphs.dedup_by(|next, last| {
            let is_near = |one: f64, other: f64| (one - other).abs() < 0.25 * last.size.min(next.size);
            next.character == last.character && is_near(next.left, last.left) && is_near(next.base, last.base)
        });
        line.left = line.glyphs.first().map_or(0.0, |glyph| glyph.left);
        for glyph in &mut line.glyphs {
            let is_raised = glyph.size < 0.8 * line.size && glyph.base < line.base - 0.15 * line.size;
            if is_raised {
                glyph.character = symbol::raised(glyph.character);
            }
        }
    }
    lines
}

impl Printed {
    /// The text, with two spaces or more where columns of a table are apart.
    pub(crate) fn text(&self) -> String {
        self.spaced(|gap| spaces(gap * 2.0).max(2))
    }

    /// The text within one cell of a table, where wide gaps are only one space.
    pub(crate) fn text_of_cell(&self) -> String {
        self.spaced(|_| 1)
    }

    fn spaced(&self, wide: impl Fn(f64) -> usize) -> String {
        let is_title = self.is_spaced_out();
        let mut text = String::new();
        let mut last: Option<&Glyph> = None;
        for glyph in &self.glyphs {
            if let Some(last) = last.filter(|_| !is_title) {
                let gap = gap(last, glyph);
                let are_words =
                    last.character.is_ascii_alphanumeric() && glyph.character.is_ascii_alphanumeric();
                let count = match gap {
                    gap if gap >= 0.75 => wide(gap),
                    gap if gap >= 0.4 || (are_words && gap >= 0.15) => 1,
                    _ => 0,
                };
                text.extend(std::iter::repeat_n(' ', count));
            }
            text.push(glyph.character);
            text.push_str(glyph.more.as_deref().unwrap_or_default());
            last = Some(glyph);
        }
        text
    }

    /// Whether this is a short line with the same space between all characters, as titles have: 目　录.
    fn is_spaced_out(&self) -> bool {
        let count = self.glyphs.len();
        if !(2..=24).contains(&count) || self.glyphs.iter().any(|glyph| glyph.character.is_ascii()) {
            return false;
        }
        let gaps = self.glyphs.windows(2).filter_map(|pair| Some(gap(pair.first()?, pair.get(1)?)));
        let (least, most) =
            gaps.fold((f64::MAX, f64::MIN), |(least, most), gap| (least.min(gap), most.max(gap)));
        least >= 0.3 && most <= 2.5 && most <= least * 1.5 + 0.2
    }
}

/// The space between two characters, in sizes of the smaller.
fn gap(last: &Glyph, next: &Glyph) -> f64 {
    (next.left - last.right) / last.size.min(next.size)
}

/// So many spaces at most as are wide; never more than a line has.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to a small whole number"
)]
pub(crate) fn spaces(width: f64) -> usize {
    width.round().clamp(0.0, 60.0) as usize
}
