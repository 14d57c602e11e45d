//! A chart that has been placed: marks and texts at their pixels, and the things that a reader can point to. Every chart
//! kind becomes one of these; drawing, pointing, keys, tooltips and exports know nothing else.

use plan_lean::between;

use crate::geometry::{Point, Rect, many};
use crate::text::wrap;

/// Sizes of text in pixels; the smallest that a reader meets is the axis's.
pub(crate) const NAME_SIZE: f64 = 14.0;
pub(crate) const VALUE_SIZE: f64 = 13.0;
pub(crate) const AXIS_SIZE: f64 = 12.0;
/// From one line of text to the next.
pub(crate) const LINE: f64 = 20.0;

/// The narrowest width that is laid out; narrower containers scroll.
pub(crate) const NARROWEST: f64 = 240.0;
/// The widest: beyond it lines are too long to follow.
const WIDEST: f64 = 4000.0;

/// A chart laid out at a width.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Pixels from left to right.
    pub width: f64,
    /// Pixels from top to bottom.
    pub height: f64,
    /// What can be pointed to, in the order that keys lead through it.
    pub targets: Vec<Target>,
    pub(crate) groups: Vec<Group>,
    pub(crate) full_stop: String,
}

/// What stands together in the drawing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Group {
    pub(crate) class: &'static str,
    /// The index of the target that these are the marks of.
    pub(crate) target: Option<usize>,
    pub(crate) marks: Vec<Mark>,
}

/// Something that a reader can point to: a row, a dot, a part.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// What it shows; ids of the data.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What the tooltip says under the name, one entry a line; also what is spoken.
    pub details: Vec<String>,
    /// Whether it is what the page shows; `None` where it cannot be chosen.
    pub current: Option<bool>,
    /// Where a pointer finds it.
    pub(crate) area: Rect,
    /// What a tooltip points at.
    pub(crate) anchor: Point,
    /// Counted from the top: up and down lead to another line.
    pub(crate) line: usize,
}

/// A shape or a text, with the class that CSS styles it by.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mark {
    pub(crate) class: &'static str,
    pub(crate) shape: Shape,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    Line { from: Point, to: Point },
    Path(Vec<Point>),
    Polygon(Vec<Point>),
    Rect(Rect),
    Circle { centre: Point, radius: f64 },
    Text(Text),
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Text {
    pub(crate) words: String,
    pub(crate) x: f64,
    /// The middle of the line.
    pub(crate) y: f64,
    pub(crate) anchor: Anchor,
    pub(crate) size: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A direction that a key leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The one before.
    Back,
    /// The next one.
    On,
    /// The nearest on the line above.
    Up,
    /// The nearest on the line below.
    Down,
    /// The first of all.
    First,
    /// The last of all.
    Last,
}

/// What a chart says in words where it cannot draw; in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Says {
    /// There is nothing to show.
    pub empty: String,
    /// After a value that no axis can hold (not a number, infinite, too large).
    pub undrawable: String,
    /// In place of a unit that is missing.
    pub no_unit: String,
    /// Separates statements that are spoken one after the other.
    pub full_stop: String,
}

impl Mark {
    pub(crate) fn text(class: &'static str, text: &str, x: f64, y: f64, size: f64) -> Self {
        let text = Text { words: text.to_owned(), x, y, anchor: Anchor::Start, size };
        Self { class, shape: Shape::Text(text) }
    }

    pub(crate) fn anchored(mut self, to: Anchor) -> Self {
        if let Shape::Text(text) = &mut self.shape {
            text.anchor = to;
        }
        self
    }

    pub(crate) fn line(class: &'static str, from: (f64, f64), to: (f64, f64)) -> Self {
        let point = |(x, y)| Point::new(x, y);
        Self { class, shape: Shape::Line { from: point(from), to: point(to) } }
    }

    pub(crate) fn path(class: &'static str, points: &[(f64, f64)]) -> Self {
        Self { class, shape: Shape::Path(points.iter().map(|(x, y)| Point::new(*x, *y)).collect()) }
    }

    pub(crate) fn polygon(class: &'static str, points: &[(f64, f64)]) -> Self {
        Self { class, shape: Shape::Polygon(points.iter().map(|(x, y)| Point::new(*x, *y)).collect()) }
    }

    pub(crate) fn rect(class: &'static str, rect: Rect) -> Self {
        Self { class, shape: Shape::Rect(rect) }
    }

    pub(crate) fn circle(class: &'static str, x: f64, y: f64, radius: f64) -> Self {
        Self { class, shape: Shape::Circle { centre: Point::new(x, y), radius } }
    }

    pub(crate) fn moved(mut self, right: f64, down: f64) -> Self {
        let shift = |point: &mut Point| *point = Point::new(point.x + right, point.y + down);
        match &mut self.shape {
            Shape::Line { from, to } => [from, to].into_iter().for_each(shift),
            Shape::Path(points) | Shape::Polygon(points) => points.iter_mut().for_each(shift),
            Shape::Rect(rect) => *rect = rect.moved(right, down),
            Shape::Circle { centre, .. } => shift(centre),
            Shape::Text(text) => {
                text.x += right;
                text.y += down;
            }
        }
        self
    }
}

impl Text {
    /// What the text takes, by the width table.
    #[cfg(test)]
    pub(crate) fn frame(&self) -> Rect {
        let width = crate::text::text_width(&self.words, self.size);
        let x = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        Rect { x, y: self.y - self.size * 0.55, width, height: self.size * 1.1 }
    }
}

impl Scene {
    /// An empty one of that width, as far as it can be laid out.
    pub(crate) fn new(width: f64, says: &Says) -> Self {
        let width = if width.is_finite() { between(width, NARROWEST, WIDEST) } else { NARROWEST };
        Self {
            width,
            height: 0.0,
            targets: Vec::new(),
            groups: Vec::new(),
            full_stop: says.full_stop.clone(),
        }
    }

    /// Marks that are nobody's.
    pub(crate) fn add(&mut self, class: &'static str, marks: Vec<Mark>) {
        self.groups.push(Group { class, target: None, marks });
    }

    /// A target with its marks.
    pub(crate) fn add_target(&mut self, class: &'static str, target: Target, marks: Vec<Mark>) {
        self.groups.push(Group { class, target: Some(self.targets.len()), marks });
        self.targets.push(target);
    }

    /// Puts another scene's marks and targets in, moved by so many pixels; keys lead through them last.
    pub(crate) fn append(&mut self, other: Self, right: f64, down: f64) {
        let first = self.targets.len();
        let lines = self.targets.iter().map(|target| target.line + 1).max().unwrap_or(0);
        self.groups.extend(other.groups.into_iter().map(|group| Group {
            target: group.target.map(|target| target + first),
            marks: group.marks.into_iter().map(|mark| mark.moved(right, down)).collect(),
            ..group
        }));
        self.targets.extend(other.targets.into_iter().map(|target| Target {
            area: target.area.moved(right, down),
            anchor: Point::new(target.anchor.x + right, target.anchor.y + down),
            line: target.line + lines,
            ..target
        }));
        self.height = self.height.max(other.height + down);
    }

    /// In place of what is missing: the sentence, wrapped, below what is there.
    pub(crate) fn say(&mut self, sentence: &str) {
        let (marks, height) = paragraph("words", sentence, (0.0, self.height), self.width, NAME_SIZE);
        self.height += height;
        self.add("empty", marks);
    }

    /// The target at a place in the drawing: of those whose area holds it, the nearest.
    pub fn at(&self, x: f64, y: f64) -> Option<usize> {
        let point = Point::new(x, y);
        self.targets
            .iter()
            .enumerate()
            .filter(|(_, target)| target.area.contains(point))
            .min_by(|(_, a), (_, b)| a.anchor.distance(point).total_cmp(&b.anchor.distance(point)))
            .map(|(index, _)| index)
    }

    /// Where a step leads from a target, or from outside; `None` where there are no targets.
    pub fn step(&self, from: Option<usize>, step: Step) -> Option<usize> {
        let last = self.targets.len().checked_sub(1)?;
        let Some((now, target)) = from.and_then(|now| Some((now, self.targets.get(now)?))) else {
            return Some(if matches!(step, Step::Back | Step::Up | Step::Last) { last } else { 0 });
        };
        Some(match step {
            Step::Back => now.saturating_sub(1),
            Step::On => (now + 1).min(last),
            Step::First => 0,
            Step::Last => last,
            Step::Up => {
                target.line.checked_sub(1).and_then(|line| self.nearest_on(line, target)).unwrap_or(now)
            }
            Step::Down => self.nearest_on(target.line + 1, target).unwrap_or(now),
        })
    }

    fn nearest_on(&self, line: usize, target: &Target) -> Option<usize> {
        let away = |other: &Target| (other.anchor.x - target.anchor.x).abs();
        self.targets
            .iter()
            .enumerate()
            .filter(|(_, other)| other.line == line)
            .min_by(|(_, a), (_, b)| away(a).total_cmp(&away(b)))
            .map(|(index, _)| index)
    }

    /// What is spoken of a target.
    pub fn spoken(&self, target: &Target) -> String {
        let mut sentences = vec![target.name.as_str()];
        sentences.extend(target.details.iter().map(String::as_str));
        sentences.join(&self.full_stop)
    }
}

/// `text` in lines of at most `width` pixels from the upper left corner `at`, and how high they are.
pub(crate) fn paragraph(
    class: &'static str,
    text: &str,
    at: (f64, f64),
    width: f64,
    size: f64,
) -> (Vec<Mark>, f64) {
    let lines = wrap(text, width, size);
    let height = many(lines.len()) * LINE;
    let mark = |(index, line): (usize, &String)| {
        Mark::text(class, line, at.0, at.1 + (many(index) + 0.5) * LINE, size)
    };
    (lines.iter().enumerate().map(mark).collect(), height)
}

#[cfg(test)]
impl Mark {
    pub(crate) fn as_text(&self) -> Option<&Text> {
        match &self.shape {
            Shape::Text(text) => Some(text),
            _ => None,
        }
    }
}

#[cfg(test)]
impl Scene {
    pub(crate) fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.groups.iter().flat_map(|group| &group.marks)
    }

    pub(crate) fn texts(&self) -> impl Iterator<Item = &Text> {
        self.marks().filter_map(Mark::as_text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Targets with their anchors, in lines of 20 pixels.
    fn scene(anchors: &[(f64, usize)]) -> Scene {
        let mut scene = Scene::new(300.0, &Says { full_stop: ". ".to_owned(), ..Says::default() });
        for (index, (x, line)) in anchors.iter().enumerate() {
            let top = many(*line) * LINE;
            let target = Target {
                id: index.to_string(),
                name: format!("name {index}"),
                details: vec!["one".to_owned(), "two".to_owned()],
                current: None,
                area: Rect { x: 0.0, y: top, width: 300.0, height: LINE },
                anchor: Point::new(*x, top + LINE / 2.0),
                line: *line,
            };
            scene.add_target("row", target, Vec::new());
        }
        scene
    }

    #[test]
    fn of_targets_at_one_place_the_nearest_is_found() {
        let scene = scene(&[(10.0, 0), (100.0, 0), (50.0, 1)]);
        assert_eq!(scene.at(40.0, 1.0), Some(0));
        assert_eq!(scene.at(60.0, 1.0), Some(1));
        assert_eq!(scene.at(0.0, 20.0), Some(2));
        for (x, y) in [(-1.0, 5.0), (300.0, 5.0), (10.0, 40.0), (10.0, -1.0), (f64::NAN, 5.0)] {
            assert_eq!(scene.at(x, y), None, "{x} {y}");
        }
    }

    #[test]
    fn steps_stop_at_the_ends_and_up_and_down_lead_to_the_nearest() {
        let scene = scene(&[(10.0, 0), (100.0, 0), (20.0, 1), (90.0, 1)]);
        for (from, step, to) in [
            (0, Step::Back, 0),
            (0, Step::On, 1),
            (1, Step::On, 2),
            (3, Step::On, 3),
            (1, Step::Down, 3),
            (2, Step::Up, 0),
            (0, Step::Up, 0),
            (3, Step::Down, 3),
            (2, Step::First, 0),
            (1, Step::Last, 3),
        ] {
            assert_eq!(scene.step(Some(from), step), Some(to), "{step:?} from {from}");
        }
    }

    #[test]
    fn from_outside_steps_lead_to_the_near_end() {
        let some = scene(&[(10.0, 0), (10.0, 1), (10.0, 2)]);
        for step in [Step::On, Step::Down, Step::First] {
            assert_eq!(some.step(None, step), Some(0));
            assert_eq!(some.step(Some(7), step), Some(0), "a target that is no longer there");
        }
        for step in [Step::Back, Step::Up, Step::Last] {
            assert_eq!(some.step(None, step), Some(2));
        }
        assert_eq!(scene(&[]).step(None, Step::On), None);
    }

    #[test]
    fn a_target_is_spoken_in_sentences() {
        let scene = scene(&[(10.0, 0)]);
        assert_eq!(scene.spoken(&scene.targets[0]), "name 0. one. two");
    }

    #[test]
    fn a_sentence_in_place_of_a_chart_is_wrapped() {
        let mut scene = scene(&[]);
        scene.width = 60.0;
        scene.say("There is nothing to show");
        assert!(scene.texts().count() > 1);
        assert!((scene.height - many(scene.texts().count()) * LINE).abs() < 1e-9);
    }
}
