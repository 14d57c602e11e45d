//! What a page of a PDF draws: its characters with their places, and the straight rules that tables are made of.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};
use plan_data::Said;

use super::budget::Budget;
use super::font::Font;

/// Drawings in drawings are followed so deep.
const DEEPEST: usize = 12;
/// States that are saved in each other.
const MOST_SAVED: usize = 256;
/// So many rules of a page are kept.
const MOST_RULES: usize = 40_000;
/// A rule is so thick at most, in points.
const THICKEST: f64 = 3.5;

/// A matrix: (x, y) becomes (a x + c y + e, b x + d y + f).
type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// A character on a page. Its place is that of a page turned so that the text runs from left to right; y grows downwards.
#[derive(Clone, Debug)]
pub(crate) struct Glyph {
    /// Where it begins.
    pub(crate) left: f64,
    /// Where it ends.
    pub(crate) right: f64,
    /// The line that it stands on.
    pub(crate) base: f64,
    /// The size of the font.
    pub(crate) size: f64,
    /// The first character.
    pub(crate) character: char,
    /// Those after it.
    pub(crate) more: Option<Box<str>>,
}

/// A straight rule, along x or y; places as those of glyphs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    /// Where it begins.
    pub(crate) from: (f64, f64),
    /// Where it ends.
    pub(crate) to: (f64, f64),
}

/// How the text runs: to the right, down, to the left, up.
pub(crate) const DIRECTIONS: usize = 4;

/// What a page draws.
#[derive(Default)]
pub(crate) struct Drawn {
    /// Its characters, by direction.
    pub(crate) glyphs: [Vec<Glyph>; DIRECTIONS],
    /// Its rules, on the page as it lies.
    rules: Vec<Rule>,
    /// The largest share of the page that one picture covers.
    pub(crate) picture: f64,
}

impl Drawn {
    /// The rules, on the page turned for a direction.
    pub(crate) fn rules(&self, direction: usize) -> Vec<Rule> {
        let turn = |rule: &Rule| Rule { from: turned(rule.from, direction), to: turned(rule.to, direction) };
        self.rules.iter().map(turn).collect()
    }
}

/// A place on the page turned so that text of a direction runs to the right.
fn turned((x, y): (f64, f64), direction: usize) -> (f64, f64) {
    match direction {
        0 => (x, y),
        1 => (y, -x),
        2 => (-x, -y),
        _ => (-y, x),
    }
}

/// The fonts of a file that were read.
pub(crate) type Fonts = HashMap<ObjectIdentifier, Rc<Font>>;

/// What a page draws.
pub(crate) fn drawn(page: &Page<'_>, fonts: &mut Fonts, budget: &mut Budget) -> Result<Drawn, Said> {
    let (width, height) = page.render_dimensions();
    let mut drawer = Drawer {
        fonts,
        budget,
        drawn: Drawn::default(),
        area: f64::from(width) * f64::from(height),
        artifacts: Vec::new(),
    };
    let state = State { matrix: page.initial_transform(true).as_coeffs(), ..State::default() };
    let content = contents(page, drawer.budget)?;
    drawer.run(&content, page.resources(), state, 0)?;
    Ok(drawer.drawn)
}

/// The instructions of a page, which may be in several streams.
fn contents(page: &Page<'_>, budget: &mut Budget) -> Result<Vec<u8>, Said> {
    let mut content = Vec::new();
    if let Some(stream) = page.raw().get::<Stream<'_>>("Contents") {
        content.extend(budget.decoded(&stream)?.unwrap_or_default());
    } else if let Some(streams) = page.raw().get::<Array<'_>>("Contents") {
        for stream in streams.iter::<Object<'_>>().filter_map(Object::into_stream) {
            content.extend(budget.decoded(&stream)?.unwrap_or_default());
            content.push(b'\n');
        }
    }
    Ok(content)
}

/// How things are drawn at some point.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    character_space: f64,
    word_space: f64,
    scale: f64,
    leading: f64,
    rise: f64,
}

impl Default for State {
    fn default() -> Self {
        Self {
            matrix: IDENTITY,
            font: None,
            size: 0.0,
            character_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

struct Drawer<'a> {
    fonts: &'a mut Fonts,
    budget: &'a mut Budget,
    drawn: Drawn,
    /// The area of the page.
    area: f64,
    /// For each marked part that is open, whether it is a running head or the like.
    artifacts: Vec<bool>,
}

/// Where text is written, and how.
struct Pen {
    state: State,
    /// The place of the next character.
    text: Matrix,
    /// The start of the line.
    line: Matrix,
}

impl Pen {
    fn next_line(&mut self, x: f64, y: f64) {
        self.line = moved(&self.line, x, y);
        self.text = self.line;
    }
}

/// A path that is not painted yet.
#[derive(Default)]
struct Path {
    lines: Vec<Rule>,
    /// Corners that are opposite to each other.
    boxes: Vec<Rule>,
    start: (f64, f64),
    at: (f64, f64),
}

impl Path {
    /// Follows an instruction about a path.
    fn add(&mut self, instruction: &TypedInstruction<'_, '_>, matrix: &Matrix) {
        match instruction {
            TypedInstruction::MoveTo(to) => self.move_to(placed(matrix, to.0, to.1)),
            TypedInstruction::LineTo(to) => self.line_to(placed(matrix, to.0, to.1)),
            TypedInstruction::CubicTo(to) => self.at = placed(matrix, to.4, to.5),
            TypedInstruction::CubicStartTo(to) => self.at = placed(matrix, to.2, to.3),
            TypedInstruction::CubicEndTo(to) => self.at = placed(matrix, to.2, to.3),
            TypedInstruction::ClosePath(_) => self.line_to(self.start),
            TypedInstruction::RectPath(of) => {
                let [x, y, width, height] = [of.0, of.1, of.2, of.3].map(|number| number.as_f64());
                let from = applied(matrix, x, y);
                if self.boxes.len() < MOST_RULES {
                    self.boxes.push(Rule { from, to: applied(matrix, x + width, y + height) });
                }
                self.move_to(from);
            }
            _ => {}
        }
    }

    fn line_to(&mut self, to: (f64, f64)) {
        if self.lines.len() < MOST_RULES {
            self.lines.push(Rule { from: self.at, to });
        }
        self.at = to;
    }

    fn move_to(&mut self, to: (f64, f64)) {
        (self.start, self.at) = (to, to);
    }
}

impl Drawer<'_> {
    fn run(
        &mut self,
        content: &[u8],
        resources: &Resources<'_>,
        state: State,
        depth: usize,
    ) -> Result<(), Said> {
        let outer = state.clone();
        let mut pen = Pen { state, text: IDENTITY, line: IDENTITY };
        let mut saved: Vec<State> = Vec::new();
        let mut path = Path::default();
        let open = self.artifacts.len();
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            self.budget.step(1)?;
            match instruction {
                TypedInstruction::SaveState(_) => {
                    if saved.len() < MOST_SAVED {
                        saved.push(pen.state.clone());
                    }
                }
                TypedInstruction::RestoreState(_) => pen.state = saved.pop().unwrap_or_else(|| outer.clone()),
                TypedInstruction::Transform(by) => {
                    let by = numbers([by.0, by.1, by.2, by.3, by.4, by.5]);
                    pen.state.matrix = multiplied(&by, &pen.state.matrix);
                }
                TypedInstruction::TextFont(font) => {
                    pen.state.font = self.font(font.0, resources)?;
                    pen.state.size = font.1.as_f64();
                }
                TypedInstruction::XObject(object) => {
                    if let Some(object) = resources.get_x_object(object.0) {
                        self.object(&object, resources, &pen.state, depth)?;
                    }
                }
                TypedInstruction::InlineImage(_) => self.picture(&pen.state.matrix),
                TypedInstruction::BeginMarkedContent(_) => self.artifacts.push(false),
                TypedInstruction::BeginMarkedContentWithProperties(marked) => {
                    let is_running = marked.0.as_str() == "Artifact" && is_running(marked.1);
                    self.artifacts.push(is_running);
                }
                TypedInstruction::EndMarkedContent(_) => {
                    if self.artifacts.len() > open {
                        self.artifacts.pop();
                    }
                }
                TypedInstruction::StrokePath(_)
                | TypedInstruction::CloseAndStrokePath(_)
                | TypedInstruction::FillAndStrokeNonZero(_)
                | TypedInstruction::FillAndStrokeEvenOdd(_)
                | TypedInstruction::CloseFillAndStrokeNonZero(_)
                | TypedInstruction::CloseFillAndStrokeEvenOdd(_) => self.paint(&mut path, true),
                TypedInstruction::FillPathNonZero(_)
                | TypedInstruction::FillPathNonZeroCompatibility(_)
                | TypedInstruction::FillPathEvenOdd(_) => self.paint(&mut path, false),
                TypedInstruction::EndPath(_) => path = Path::default(),
                other => {
                    path.add(&other, &pen.state.matrix);
                    self.write(&other, &mut pen)?;
                }
            }
        }
        self.artifacts.truncate(open);
        Ok(())
    }

    /// Follows an instruction about text.
    fn write(&mut self, instruction: &TypedInstruction<'_, '_>, pen: &mut Pen) -> Result<(), Said> {
        match instruction {
            TypedInstruction::BeginText(_) => (pen.text, pen.line) = (IDENTITY, IDENTITY),
            TypedInstruction::CharacterSpacing(by) => pen.state.character_space = by.0.as_f64(),
            TypedInstruction::WordSpacing(by) => pen.state.word_space = by.0.as_f64(),
            TypedInstruction::HorizontalScaling(by) => pen.state.scale = by.0.as_f64() / 100.0,
            TypedInstruction::TextLeading(by) => pen.state.leading = by.0.as_f64(),
            TypedInstruction::TextRise(by) => pen.state.rise = by.0.as_f64(),
            TypedInstruction::NextLine(by) => pen.next_line(by.0.as_f64(), by.1.as_f64()),
            TypedInstruction::NextLineAndSetLeading(by) => {
                pen.state.leading = -by.1.as_f64();
                pen.next_line(by.0.as_f64(), by.1.as_f64());
            }
            TypedInstruction::SetTextMatrix(to) => {
                pen.line = numbers([to.0, to.1, to.2, to.3, to.4, to.5]);
                pen.text = pen.line;
            }
            TypedInstruction::NextLineUsingLeading(_) => pen.next_line(0.0, -pen.state.leading),
            TypedInstruction::ShowText(shown) => self.show(shown.0, pen)?,
            TypedInstruction::NextLineAndShowText(shown) => {
                pen.next_line(0.0, -pen.state.leading);
                self.show(shown.0, pen)?;
            }
            TypedInstruction::ShowTextWithParameters(shown) => {
                (pen.state.word_space, pen.state.character_space) = (shown.0.as_f64(), shown.1.as_f64());
                pen.next_line(0.0, -pen.state.leading);
                self.show(shown.2, pen)?;
            }
            TypedInstruction::ShowTexts(shown) => {
                for item in shown.0.iter::<Object<'_>>() {
                    match item {
                        Object::String(shown) => self.show(&shown, pen)?,
                        Object::Number(by) => {
                            let by = -by.as_f64() / 1000.0 * pen.state.size * pen.state.scale;
                            pen.text = moved(&pen.text, by, 0.0);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn font(&mut self, name: &Name<'_>, resources: &Resources<'_>) -> Result<Option<Rc<Font>>, Said> {
        let Some(dict) = resources.get_font(name) else {
            return Ok(None);
        };
        if let Some(font) = dict.obj_id().and_then(|id| self.fonts.get(&id)) {
            return Ok(Some(Rc::clone(font)));
        }
        // A font that is not kept is read again each time.
        self.budget.step(1000)?;
        let font = Rc::new(Font::of(&dict, self.budget)?);
        if let Some(id) = dict.obj_id() {
            self.fonts.insert(id, Rc::clone(&font));
        }
        Ok(Some(font))
    }

    fn show(&mut self, shown: &[u8], pen: &mut Pen) -> Result<(), Said> {
        let Pen { state, text, .. } = pen;
        let Some(font) = &state.font else {
            return Ok(());
        };
        self.budget.step(u64::try_from(shown.len()).unwrap_or(u64::MAX))?;
        let is_artifact = self.artifacts.contains(&true);
        for shown in font.shown(shown) {
            let width = shown.width / 1000.0 * state.size;
            let matrix = multiplied(text, &state.matrix);
            let from = applied(&matrix, 0.0, state.rise);
            let to = applied(&matrix, width * state.scale, state.rise);
            let along = if width == 0.0 { applied(&matrix, state.scale, state.rise) } else { to };
            let (dx, dy) = (along.0 - from.0, along.1 - from.1);
            let size = state.size * matrix[2].hypot(matrix[3]);
            let is_at = |first: f64, second: f64| first.abs() < second.abs() * 0.05;
            let direction = if is_at(dy, dx) {
                Some(if dx > 0.0 { 0 } else { 2 })
            } else if is_at(dx, dy) {
                Some(if dy > 0.0 { 1 } else { 3 })
            } else {
                // A stamp or a mark across the page.
                None
            };
            if let Some(direction) = direction
                && !is_artifact
                && size.is_finite()
                && from.0.is_finite()
                && from.1.is_finite()
                && to.0.is_finite()
                && to.1.is_finite()
                && let Some(glyphs) = self.drawn.glyphs.get_mut(direction)
            {
                let (from, to) = (turned(from, direction), turned(to, direction));
                glyphs.push(Glyph {
                    left: from.0.min(to.0),
                    right: to.0.max(from.0),
                    base: from.1,
                    size: size.abs().max(0.1),
                    character: shown.character,
                    more: shown.more,
                });
            }
            let word = if shown.is_space { state.word_space } else { 0.0 };
            *text = moved(text, (width + state.character_space + word) * state.scale, 0.0);
        }
        Ok(())
    }

    fn object(
        &mut self,
        object: &Stream<'_>,
        resources: &Resources<'_>,
        state: &State,
        depth: usize,
    ) -> Result<(), Said> {
        let dict = object.dict();
        match dict.get::<Name<'_>>("Subtype").as_ref().map(Name::as_str) {
            Some("Image") => self.picture(&state.matrix),
            Some("Form") if depth < DEEPEST => {
                let Some(content) = self.budget.decoded(object)? else {
                    return Ok(());
                };
                let mut state = state.clone();
                if let Some(matrix) = dict.get::<Array<'_>>("Matrix") {
                    let mut own = IDENTITY;
                    for (place, number) in own.iter_mut().zip(matrix.iter::<Number>()) {
                        *place = number.as_f64();
                    }
                    state.matrix = multiplied(&own, &state.matrix);
                }
                match dict.get::<Dict<'_>>("Resources") {
                    Some(own) => self.run(&content, &Resources::new(own), state, depth + 1)?,
                    None => self.run(&content, resources, state, depth + 1)?,
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn picture(&mut self, matrix: &Matrix) {
        let area = (matrix[0] * matrix[3] - matrix[1] * matrix[2]).abs();
        let share = area / self.area.max(1.0);
        if share.is_finite() {
            self.drawn.picture = self.drawn.picture.max(share);
        }
    }

    fn paint(&mut self, path: &mut Path, is_stroked: bool) {
        let path = std::mem::take(path);
        let mut edges = |from: (f64, f64), to: (f64, f64)| {
            let (width, height) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
            let is_rule = width.min(height) <= THICKEST && width.max(height) > THICKEST;
            let is_finite = width.is_finite() && height.is_finite();
            if is_finite && is_rule && self.drawn.rules.len() < MOST_RULES {
                self.drawn.rules.push(Rule { from, to });
            }
        };
        for Rule { from, to } in path.boxes {
            let is_thin = (to.0 - from.0).abs().min((to.1 - from.1).abs()) <= THICKEST;
            if is_thin {
                edges(from, to);
            } else if is_stroked {
                edges(from, (to.0, from.1));
                edges((to.0, from.1), to);
                edges(to, (from.0, to.1));
                edges((from.0, to.1), from);
            }
        }
        if is_stroked {
            for rule in path.lines {
                edges(rule.from, rule.to);
            }
        } else if path.lines.len() >= 3 {
            // A rule may be filled as a thin quadrangle: its long sides are the rule.
            for rule in path.lines.iter().take(4) {
                edges(rule.from, rule.to);
            }
        }
    }
}

/// Whether a marked part is a running head, a foot or the number of a page.
fn is_running(properties: &Object<'_>) -> bool {
    let Object::Dict(properties) = properties else {
        return false;
    };
    properties.get::<Name<'_>>("Type").is_some_and(|kind| kind.as_str() == "Pagination")
}

fn numbers(of: [Number; 6]) -> Matrix {
    of.map(|number| number.as_f64())
}

/// First the one, then the other.
fn multiplied(first: &Matrix, then: &Matrix) -> Matrix {
    let along = |x: f64, y: f64| (x * then[0] + y * then[2], x * then[1] + y * then[3]);
    let (right, up) = (along(first[0], first[1]), along(first[2], first[3]));
    let at = along(first[4], first[5]);
    [right.0, right.1, up.0, up.1, at.0 + then[4], at.1 + then[5]]
}

fn moved(matrix: &Matrix, x: f64, y: f64) -> Matrix {
    multiplied(&[1.0, 0.0, 0.0, 1.0, x, y], matrix)
}

fn applied(matrix: &Matrix, x: f64, y: f64) -> (f64, f64) {
    (x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5])
}

fn placed(matrix: &Matrix, x: Number, y: Number) -> (f64, f64) {
    applied(matrix, x.as_f64(), y.as_f64())
}
