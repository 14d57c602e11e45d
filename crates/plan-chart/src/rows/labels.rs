//! Where the values of a row are written: beside their marks where all have room there, else on lines of their own
//! below, each after the mark that it belongs to.

use super::legend::{GLYPH, number_glyph, words_glyph};
use super::state::{Entry, Form, Role, Value, Words};
use crate::geometry::many;
use crate::scene::{Anchor, LINE, Mark, Says, VALUE_SIZE};
use crate::text::{text_width, wrap};

/// Between a mark's centre and the text beside it.
pub(super) const MARK_TO_TEXT: f64 = 12.0;
/// Between a mark that stands before words and the words.
const GLYPH_TO_TEXT: f64 = 4.0;
/// Between two values on a line of their own.
const BETWEEN: f64 = 16.0;

/// The room that values may be written in.
#[derive(Clone, Copy)]
pub(super) struct Room {
    pub(super) left: f64,
    pub(super) right: f64,
}

/// A value after its marks, each of which stands once.
struct Item {
    glyphs: Vec<(Words, Role)>,
    numbers: Vec<Role>,
    text: String,
    class: &'static str,
}

impl Item {
    fn width(&self) -> f64 {
        let glyphs = self.glyphs.iter().map(|(kind, role)| words_glyph_width(*kind, *role)).sum::<f64>();
        many(self.numbers.len()) * (GLYPH + GLYPH_TO_TEXT) + glyphs + text_width(&self.text, VALUE_SIZE)
    }
}

/// How wide the mark before words is, with the space after it; nothing where there is none.
fn words_glyph_width(kind: Words, role: Role) -> f64 {
    let width = words_glyph(kind, role, 0.0, 0.0).1;
    if width > 0.0 { width + GLYPH_TO_TEXT } else { 0.0 }
}

/// What is written of a value that has no place on the axis, and which mark goes with it.
fn words_of(entry: &Entry, says: &Says) -> (Words, String) {
    match &entry.value {
        Value::Words { kind, label } => (*kind, label.clone()),
        Value::Number { label, .. } => (Words::Missing, format!("{label}{}", says.undrawable)),
    }
}

/// The numbers of a row of dots, on the line of the dots; `None` where they have no room there. `x` places a number.
pub(super) fn beside_dots(
    entries: &[Entry],
    x: impl Fn(f64) -> f64,
    y: f64,
    room: Room,
) -> Option<Vec<Mark>> {
    let mut numbers: Vec<(f64, &str)> =
        entries.iter().filter_map(|entry| Some((x(entry.drawable()?), entry.label()))).collect();
    plan_lean::sort_by(&mut numbers, |(a, _), (b, _)| a.total_cmp(b));
    numbers.dedup_by(|(a, first), (b, second)| (*a - *b).abs() < 0.5 && first == second);
    let (first_x, first_label) = *numbers.first()?;
    let write = |text: &str, at: f64| Mark::text("value", text, at, y, VALUE_SIZE);
    if let [(at, label)] = numbers[..] {
        let width = text_width(label, VALUE_SIZE);
        let right = Some(at + MARK_TO_TEXT).filter(|start| start + width <= room.right);
        let left = Some(at - MARK_TO_TEXT - width).filter(|start| *start >= room.left);
        return right.or(left).map(|start| vec![write(label, start)]);
    }
    if first_x - MARK_TO_TEXT - text_width(first_label, VALUE_SIZE) < room.left {
        return None;
    }
    let mut marks = vec![write(first_label, first_x - MARK_TO_TEXT).anchored(Anchor::End)];
    for (index, (at, label)) in numbers.iter().enumerate().skip(1) {
        let start = at + MARK_TO_TEXT;
        let limit = numbers.get(index + 1).map_or(room.right, |(next, _)| next - MARK_TO_TEXT);
        if start + text_width(label, VALUE_SIZE) > limit {
            return None;
        }
        marks.push(write(label, start));
    }
    Some(marks)
}

/// How wide the widest words of a row are, after their marks.
pub(super) fn words_width(entries: &[&Entry], says: &Says) -> f64 {
    items(entries, says).iter().map(Item::width).fold(0.0, f64::max)
}

/// The label of a bar from its origin to its end: beyond the end, else at the other side, else nowhere.
pub(super) fn beside_bar(label: &str, origin: f64, end: f64, y: f64, room: Room) -> Option<Mark> {
    const GAP: f64 = 6.0;
    let width = text_width(label, VALUE_SIZE);
    let right = Some(origin.max(end) + GAP).filter(|start| start + width <= room.right);
    let left = Some(origin.min(end) - GAP - width).filter(|start| *start >= room.left);
    let start = if end < origin { left.or(right) } else { right.or(left) };
    start.map(|start| Mark::text("value", label, start, y, VALUE_SIZE))
}

/// The values on lines of their own, from the middle of the first line on, and how many lines they take.
pub(super) fn below(
    entries: &[&Entry],
    form: Form,
    first_line: f64,
    room: Room,
    says: &Says,
) -> (Vec<Mark>, usize) {
    let mut marks = Vec::new();
    let (mut x, mut line) = (room.left, 0);
    for item in items(entries, says) {
        if x > room.left && x + item.width() > room.right {
            (x, line) = (room.left, line + 1);
        }
        let middle = |line: usize| first_line + many(line) * LINE;
        // Where even marks and a few letters have no room beside one another, they go on below.
        let make_room = |wanted: f64, x: &mut f64, line: &mut usize| {
            if *x > room.left && *x + wanted > room.right {
                (*x, *line) = (room.left, *line + 1);
            }
        };
        for role in &item.numbers {
            make_room(GLYPH, &mut x, &mut line);
            marks.extend(number_glyph(form, *role, x, middle(line)));
            x += GLYPH + GLYPH_TO_TEXT;
        }
        for (kind, role) in &item.glyphs {
            make_room(words_glyph_width(*kind, *role) - GLYPH_TO_TEXT, &mut x, &mut line);
            marks.extend(words_glyph(*kind, *role, x, middle(line)).0);
            x += words_glyph_width(*kind, *role);
        }
        make_room(text_width(&item.text, VALUE_SIZE).min(2.0 * VALUE_SIZE), &mut x, &mut line);
        let start = x;
        let texts = wrap(&item.text, room.right - start, VALUE_SIZE);
        for (index, text) in texts.iter().enumerate() {
            line += usize::from(index > 0);
            marks.push(Mark::text(item.class, text, start, middle(line), VALUE_SIZE));
            x = start + text_width(text, VALUE_SIZE) + BETWEEN;
        }
    }
    (marks, line + 1)
}

/// The values with their marks: what is written alike stands once, after all of its marks.
fn items(entries: &[&Entry], says: &Says) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for entry in entries {
        let is_number = entry.drawable().is_some();
        let (kind, text) =
            if is_number { (Words::Missing, entry.label().to_owned()) } else { words_of(entry, says) };
        let class = if is_number { "value" } else { "words" };
        let at =
            items.iter().position(|item| item.text == text && item.class == class).unwrap_or_else(|| {
                items.push(Item { glyphs: Vec::new(), numbers: Vec::new(), text, class });
                items.len() - 1
            });
        if let Some(item) = items.get_mut(at) {
            if !is_number {
                let look = |kind, role| words_glyph(kind, role, 0.0, 0.0).0;
                let wanted = look(kind, entry.role);
                if item.glyphs.iter().all(|(kind, role)| look(*kind, *role) != wanted) {
                    item.glyphs.push((kind, entry.role));
                }
            } else if !item.numbers.contains(&entry.role) {
                item.numbers.push(entry.role);
            }
        }
    }
    if items.is_empty() {
        items.push(Item {
            glyphs: Vec::new(),
            numbers: Vec::new(),
            text: says.empty.clone(),
            class: "words",
        });
    }
    items
}
