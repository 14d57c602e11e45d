//! Where everything stands, in pixels, for a given width: names beside their row where there is room, else above it.
//! Pure: the same state and width give the same places in the browser and natively.

use plan_lean::between;

use super::labels::{MARK_TO_TEXT, Room, below, beside_bar, beside_dots, words_width};
use super::legend::{DOT, RING, diamond};
use super::state::{Axes, End, Entry, Form, Panel, Role, Row, RowsChart};
use crate::axis::{AXIS, axis};
use crate::geometry::{Point, Rect, many};
use crate::heading::{heading, title};
use crate::number::Magnitude;
use crate::scale::{Scale, is_drawable};
use crate::scene::{Anchor, LINE, Mark, NAME_SIZE, NARROWEST, Says, Scene, Target, VALUE_SIZE};
use crate::text::{text_width, wrap};

/// From this width on, names stand beside their rows; short ones do everywhere.
const BESIDE_FROM: f64 = 500.0;
/// Names that take no more than this part of the width are short.
const SHORT: f64 = 0.25;
/// From this width on, panels with axes of their own stand in two columns where there are enough of them.
const COLUMNS_FROM: f64 = 860.0;
const COLUMNS_OF: usize = 4;
const BETWEEN_COLUMNS: f64 = 48.0;
/// So many small multiples stand side by side at most, none narrower than that.
const MULTIPLES: usize = 3;
const NARROWEST_MULTIPLE: f64 = 300.0;
const BETWEEN_PANELS: f64 = 12.0;
const BETWEEN_MULTIPLES: f64 = 8.0;
/// The column of words takes this part of the width beside the names at most.
const WORDS: f64 = 0.4;
/// Of a small multiple beside others less: its words are in lines.
const WORDS_OF_MULTIPLES: f64 = 0.28;
/// Asides have a column up to this part of the width.
const WIDEST_ASIDE: f64 = 0.4;
/// Between the numbers of a row and its words.
const BETWEEN_COLUMNS_OF_ROW: f64 = 12.0;
/// How high a bar is.
const BAR: f64 = 14.0;

/// Lays the chart out at `width` pixels; at least 240, at most 4000.
pub fn place(chart: &RowsChart, width: f64) -> Scene {
    let mut scene = Scene::new(width, &chart.says);
    let panels: Vec<&Panel> = chart.panels.iter().filter(|panel| !panel.rows.is_empty()).collect();
    if panels.is_empty() {
        scene.say(&chart.says.empty);
        return scene;
    }
    if chart.axes == Axes::Multiples {
        place_multiples(&mut scene, &panels, chart);
        return scene;
    }
    if chart.axes == Axes::Each && scene.width >= COLUMNS_FROM && panels.len() >= COLUMNS_OF {
        place_columns(&mut scene, &panels, chart);
    } else {
        place_column(&mut scene, &panels, &panels, chart);
    }
    scene
}

/// The same in two columns on the same scales; `None` where there are axes, which do not come apart, or columns have no room.
pub(crate) fn place_in_two(chart: &RowsChart, width: f64) -> Option<Scene> {
    if chart.axes != Axes::OfRows || width < 2.0 * NARROWEST + BETWEEN_COLUMNS {
        return None;
    }
    let mut scene = Scene::new(width, &chart.says);
    let mut panels = chart.panels.clone();
    panels.retain(|panel| !panel.rows.is_empty());
    // One panel becomes two with the same title.
    if let [panel] = &mut panels[..]
        && panel.rows.len() > 1
    {
        let rows = panel.rows.split_off(panel.rows.len().div_ceil(2));
        let second = Panel { rows, ..panel.clone() };
        panels.push(second);
    }
    place_columns(&mut scene, &panels.iter().collect::<Vec<&Panel>>(), chart);
    (scene.height > 0.0).then_some(scene)
}

/// Panels in two columns, read down the first and then down the second: they part where the higher one is lowest.
fn place_columns(scene: &mut Scene, panels: &[&Panel], chart: &RowsChart) {
    let width = (scene.width - BETWEEN_COLUMNS) / 2.0;
    let column = |part: &[&Panel]| {
        let mut column = Scene::new(width, &chart.says);
        // Without axes, what can be compared in one column can be compared across both.
        let alike = if chart.axes == Axes::OfRows { panels } else { part };
        place_column(&mut column, part, alike, chart);
        column
    };
    let columns = (1..panels.len())
        .filter_map(|at| panels.split_at_checked(at))
        .map(|(first, second)| (column(first), column(second)))
        .min_by(|a, b| a.0.height.max(a.1.height).total_cmp(&b.0.height.max(b.1.height)));
    if let Some((first, second)) = columns {
        scene.append(first, 0.0, 0.0);
        scene.append(second, width + BETWEEN_COLUMNS, 0.0);
    }
}

/// Panels on one scale, as many side by side as have room.
fn place_multiples(scene: &mut Scene, panels: &[&Panel], chart: &RowsChart) {
    let fit = (1..=MULTIPLES).rev().find(|count| scene.width / many(*count) >= NARROWEST_MULTIPLE);
    let count = fit.unwrap_or(1).min(panels.len());
    let width = (scene.width - many(count - 1) * BETWEEN_COLUMNS) / many(count);
    let most_words = if count > 1 { WORDS_OF_MULTIPLES } else { WORDS };
    let frame = Frame::of(panels, width, chart.axes, most_words, &chart.says);
    let values: Vec<f64> = panels.iter().flat_map(|panel| panel.values()).collect();
    let spread = panels.first().map(|panel| panel.spread).unwrap_or_default();
    let scale = Scale::fitting(spread, &values, frame.ticks());
    let frame = frame.with_room_before(panels, |_, _, _| scale);
    for (at, line) in panels.chunks(count).enumerate() {
        let top = scene.height + if at > 0 { BETWEEN_MULTIPLES } else { 0.0 };
        for (at, panel) in line.iter().enumerate() {
            let mut multiple = Scene::new(width, &chart.says);
            let ticks = if values.is_empty() { Ticks::None } else { Ticks::Labelled };
            place_panel(&mut multiple, panel, Frame { scale, form: panel.form, ..frame }, ticks, chart);
            scene.append(multiple, many(at) * (width + BETWEEN_COLUMNS), top);
        }
    }
}

/// Panels one below the other, with the plot where all of `alike` have room.
fn place_column(scene: &mut Scene, panels: &[&Panel], alike: &[&Panel], chart: &RowsChart) {
    let frame = Frame::of(alike, scene.width, chart.axes, WORDS, &chart.says);
    let are_of_rows = chart.axes == Axes::OfRows;
    let frame = if are_of_rows {
        frame.with_room_before(alike, |frame, _, row| frame.of_row(row).scale)
    } else {
        frame
    };
    for (index, panel) in panels.iter().enumerate() {
        if index > 0 {
            scene.height += BETWEEN_PANELS;
        }
        let values: Vec<f64> = panel.values().collect();
        let scale = Scale::fitting(panel.spread, &values, frame.ticks());
        let ticks = if values.is_empty() {
            // No numbers, no axis.
            Ticks::None
        } else if are_of_rows {
            Ticks::OfRows
        } else if panel.rows.len() == 1 {
            // A value that stands alone is written beside its mark: ticks would add nothing.
            Ticks::Zero
        } else {
            Ticks::Labelled
        };
        place_panel(scene, panel, Frame { scale, form: panel.form, ..frame }, ticks, chart);
    }
}

/// What all rows of a panel share.
#[derive(Clone, Copy)]
struct Frame {
    /// The column of names, where they stand beside their rows.
    names: Option<f64>,
    left: f64,
    plot_width: f64,
    /// Where names, plot and words end.
    width: f64,
    /// Where the column of asides begins; `None` where they are too wide for one, and stand below the names.
    aside: Option<f64>,
    /// The right end of all.
    full: f64,
    /// The column of words right of the plot: where there is no axis, nothing is read as a place on one.
    words: Option<Room>,
    scale: Scale,
    form: Form,
    /// Above and below a row that stands beside its name.
    padding: f64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Ticks {
    Labelled,
    /// Only the line that bars and eyes begin at.
    Zero,
    /// A line of each row, from zero on.
    OfRows,
    None,
}

impl Frame {
    fn of(panels: &[&Panel], width: f64, axes: Axes, most_words: f64, says: &Says) -> Self {
        let rows = || panels.iter().flat_map(|panel| &panel.rows);
        let widest_of = |texts: fn(&Row) -> &str, size: f64| {
            rows().map(|row| text_width(texts(row), size)).fold(0.0, f64::max).ceil()
        };
        let longest = widest_of(|row| &row.label, NAME_SIZE);
        let widest_aside = widest_of(|row| &row.aside, VALUE_SIZE);
        let is_beside = width >= BESIDE_FROM || longest <= width * SHORT;
        let full = width;
        let aside = (widest_aside <= width * WIDEST_ASIDE).then_some(width - widest_aside);
        // Names above their rows have the asides on their line; else these have a column.
        let width = match aside {
            Some(aside) if is_beside && widest_aside > 0.0 => aside - BETWEEN_COLUMNS_OF_ROW,
            _ => width,
        };
        let names = is_beside.then(|| longest.min(width * 0.38));
        let left = names.map_or(RING + 1.0, |names| names + 20.0);
        let numbers: Vec<&Entry> =
            rows().flat_map(|row| &row.entries).filter(|entry| entry.drawable().is_some()).collect();
        let in_dots = panels.iter().any(|panel| panel.form == Form::Dots);
        // The words of each row; one without any entries says that there is nothing.
        let others = rows().filter_map(|row| {
            let words: Vec<&Entry> = row.entries.iter().filter(|entry| entry.drawable().is_none()).collect();
            (row.entries.is_empty() || !words.is_empty()).then(|| words_width(&words, says))
        });
        let words = others.reduce(f64::max).filter(|_| in_dots).map(|widest| {
            // Without numbers there is no plot that they would stand right of.
            let left =
                if numbers.is_empty() { left } else { width - widest.min((width - left) * most_words) };
            Room { left, right: width }
        });
        let right = words.map_or(width, |words| words.left - BETWEEN_COLUMNS_OF_ROW);
        // Without an axis, labels may take more.
        let labels = if axes == Axes::OfRows { 0.6 } else { 0.4 };
        // Room for the number at the right end, as far as that leaves most of the width to the plot.
        let widest = numbers.iter().map(|entry| text_width(entry.label(), VALUE_SIZE)).fold(0.0, f64::max);
        let beside =
            between(widest + MARK_TO_TEXT + 4.0, RING + 1.0, ((right - left) * labels).max(RING + 1.0));
        let scale = Scale::fitting(crate::Spread::Linear, &[], 5);
        let plot_width = (right - left - beside).max(1.0);
        // Small multiples are read one after the other.
        let padding = if in_dots && axes != Axes::Multiples { 8.0 } else { 4.0 };
        Self { names, left, plot_width, width, aside, full, words, scale, form: Form::Dots, padding }
    }

    /// The aside of a row in lines, where it stands below the name.
    fn aside_below(self, row: &Row, names: f64) -> Vec<String> {
        if self.aside.is_some() || row.aside.is_empty() {
            return Vec::new();
        }
        wrap(&row.aside, names, VALUE_SIZE)
    }

    /// On the scale that a row has for itself.
    fn of_row(self, row: &Row) -> Self {
        let own = row.entries.iter().filter_map(Entry::drawable);
        let values: Vec<f64> =
            own.chain(row.among.iter().copied().filter(|value| is_drawable(*value))).collect();
        // Without round ends, for there are no ticks: the largest value is where the line ends.
        let from = values.iter().copied().fold(0.0, f64::min);
        let to = values.iter().copied().fold(0.0, f64::max);
        Self { scale: Scale::between(from, to), ..self }
    }

    /// With room for the labels that stand left of the first mark of a line, as far as that leaves most of it to the plot.
    fn with_room_before(self, panels: &[&Panel], scale_of: impl Fn(Self, &Panel, &Row) -> Scale) -> Self {
        let wanted = |panel: &Panel, row: &Row| {
            let scale = scale_of(self, panel, row);
            let placed =
                row.entries.iter().filter_map(|entry| Some((scale.share(entry.drawable()?), entry.label())));
            let (share, label) = placed.min_by(|(a, _), (b, _)| a.total_cmp(b))?;
            let is_alone = row.entries.iter().filter(|entry| entry.drawable().is_some()).count() < 2;
            let before = text_width(label, VALUE_SIZE) + MARK_TO_TEXT + 2.0;
            (!is_alone).then(|| (before - share * self.plot_width) / (1.0 - share).max(0.5))
        };
        let dots = panels.iter().filter(|panel| panel.form == Form::Dots);
        let rows = dots.flat_map(|panel| panel.rows.iter().filter_map(move |row| wanted(panel, row)));
        let room = between(rows.fold(0.0, f64::max), 0.0, self.plot_width * 0.3);
        Self { left: self.left + room, plot_width: self.plot_width - room, ..self }
    }

    fn ticks(self) -> u32 {
        if self.plot_width < 300.0 { 4 } else { 6 }
    }

    fn x(self, value: f64) -> f64 {
        self.left + self.scale.share(value) * self.plot_width
    }

    /// Where values of a row may be written on lines of their own.
    fn room(self) -> Room {
        let left = if self.names.is_some() { self.left - RING } else { 0.0 };
        Room { left, right: self.width }
    }

    /// Where numbers of a row of dots are written on lines of their own: left of the column of words.
    fn room_below(self) -> Room {
        let right = self.words.map_or(self.width, |words| words.left - BETWEEN_COLUMNS_OF_ROW);
        Room { right, ..self.room() }
    }

    /// Where values may be written beside their marks: as far left as the row's own name leaves room.
    fn room_beside(self, row: &Row) -> Room {
        const FROM_NAME: f64 = 8.0;
        let left = self.names.map_or(0.0, |names| {
            let lines = wrap(&row.label, names, NAME_SIZE);
            let name = lines.iter().map(|line| text_width(line, NAME_SIZE)).fold(0.0, f64::max);
            let below = self.aside_below(row, names);
            below.iter().map(|line| text_width(line, VALUE_SIZE)).fold(name, f64::max) + FROM_NAME
        });
        let right = match self.form {
            Form::Dots => self.room_below().right,
            Form::Bars => self.width,
        };
        Room { left, right }
    }
}

fn place_panel(scene: &mut Scene, panel: &Panel, frame: Frame, ticks: Ticks, chart: &RowsChart) {
    // Rows with a line each have their units at their values.
    let (mut marks, heading_height) = match ticks {
        Ticks::OfRows if panel.unit.is_empty() => title(&panel.title, scene.height, frame.full),
        _ => heading(&panel.title, &panel.unit, scene.height, frame.full, &chart.says),
    };
    let top = scene.height + heading_height;
    let mut y = top;
    let mut rows = Vec::new();
    for row in &panel.rows {
        let frame = if ticks == Ticks::OfRows { frame.of_row(row) } else { frame };
        let placed = place_row(row, y, frame, ticks == Ticks::OfRows, &chart.says);
        y += placed.height;
        rows.push(placed);
    }
    let plot = Rect::between(frame.left, frame.left + frame.plot_width, top, y);
    let bodies: Vec<(f64, f64)> = rows.iter().map(|row| row.body).collect();
    marks.extend(plot_marks(frame, plot, &bodies, ticks, &chart.magnitudes));
    scene.add("panel", marks);
    for (row, PlacedRow { marks, height, anchor, .. }) in panel.rows.iter().zip(rows) {
        let area = Rect { x: 0.0, y: anchor.y, width: frame.full, height };
        // What a pointer hits between marks and texts, and what shows which row is active.
        let marks = std::iter::once(Mark::rect("hit", area)).chain(marks).collect();
        let target = Target {
            id: row.id.clone(),
            name: row.label.clone(),
            details: row.details.clone(),
            current: row.current,
            area,
            anchor: Point::new(anchor.x, anchor.y + height / 2.0),
            line: scene.targets.len(),
        };
        scene.add_target("row", target, marks);
    }
    scene.height = y + if ticks == Ticks::Labelled { AXIS } else { 6.0 };
}

/// The axis, and the line that values begin at: beside the marks of each row where names stand between the rows.
fn plot_marks(
    frame: Frame,
    plot: Rect,
    bodies: &[(f64, f64)],
    ticks: Ticks,
    magnitudes: &[Magnitude],
) -> Vec<Mark> {
    let mut marks = match ticks {
        Ticks::Labelled => axis(frame.scale, plot, frame.width, magnitudes),
        Ticks::Zero => Vec::new(),
        Ticks::None | Ticks::OfRows => return Vec::new(),
    };
    let origin = plot.x + frame.scale.origin() * plot.width;
    let mut zero = |top, bottom| marks.push(Mark::line("zero", (origin, top), (origin, bottom)));
    if frame.names.is_some() {
        zero(plot.y, plot.bottom());
    } else {
        for (top, bottom) in bodies {
            zero(*top, *bottom);
        }
    }
    marks
}

struct PlacedRow {
    marks: Vec<Mark>,
    height: f64,
    /// Where its values are from left to right, and its top.
    anchor: Point,
    /// Top and bottom of its marks.
    body: (f64, f64),
}

fn place_row(row: &Row, top: f64, frame: Frame, has_line: bool, says: &Says) -> PlacedRow {
    let beside_aside = frame.aside.filter(|_| !row.aside.is_empty());
    let above = beside_aside.map_or(frame.width, |aside| aside - BETWEEN_COLUMNS_OF_ROW);
    let names_width = frame.names.unwrap_or(above);
    let names = wrap(&row.label, names_width, NAME_SIZE);
    let below = frame.aside_below(row, names_width);
    let names_height = many(names.len() + below.len()) * LINE;
    // Laid out at the top first: how high the values are decides where they go.
    let Body { marks: body, height: body_height, marked } = place_body(row, frame, says);
    let (height, names_top, body_top) = if frame.names.is_some() {
        let height = names_height.max(body_height) + 2.0 * frame.padding;
        (height, top + (height - names_height) / 2.0, top + (height - body_height) / 2.0)
    } else {
        let (above, under) = (4.0, 6.0);
        (above + names_height + body_height + under, top + above, top + above + names_height)
    };
    let name = |(index, name): (usize, &String)| {
        Mark::text("name", name, 0.0, names_top + (many(index) + 0.5) * LINE, NAME_SIZE)
    };
    let mut marks: Vec<Mark> = names.iter().enumerate().map(name).collect();
    if beside_aside.is_some() {
        let middle = if frame.names.is_some() { top + height / 2.0 } else { names_top + LINE / 2.0 };
        marks.push(
            Mark::text(row.tone.class(), &row.aside, frame.full, middle, VALUE_SIZE).anchored(Anchor::End),
        );
    }
    for (index, words) in below.iter().enumerate() {
        let middle = names_top + (many(names.len() + index) + 0.5) * LINE;
        marks.push(Mark::text(row.tone.class(), words, 0.0, middle, VALUE_SIZE));
    }
    if has_line {
        let (middle, origin) = (body_top + LINE / 2.0, frame.x(0.0));
        // A track begins at zero, and so do bars.
        match frame.form {
            _ if marked <= 0.0 => {}
            Form::Dots => {
                marks.push(Mark::line(
                    "track",
                    (frame.left, middle),
                    (frame.left + frame.plot_width, middle),
                ));
            }
            Form::Bars => marks.push(Mark::line("zero", (origin, body_top), (origin, body_top + marked))),
        }
    }
    marks.extend(body.into_iter().map(|mark| mark.moved(0.0, body_top)));
    let main = [Role::Actual, Role::Plan, Role::Before, Role::Target];
    let value = main.into_iter().find_map(|role| row.entries.iter().find(|e| e.role == role)?.drawable());
    let anchor = Point::new(value.map_or(frame.left, |value| frame.x(value)), top);
    PlacedRow { marks, height, anchor, body: (body_top, body_top + marked) }
}

/// The marks and values of a row.
struct Body {
    marks: Vec<Mark>,
    /// How high all of it is.
    height: f64,
    /// How much of that is marks on the axis.
    marked: f64,
}

/// The marks and values of a row from the top of the drawing on.
fn place_body(row: &Row, frame: Frame, says: &Says) -> Body {
    match frame.form {
        Form::Dots => place_dots(row, frame, says),
        Form::Bars => bars(row, frame, says),
    }
}

fn place_dots(row: &Row, frame: Frame, says: &Says) -> Body {
    let y = LINE / 2.0;
    let (numbers, words): (Vec<&Entry>, Vec<&Entry>) =
        row.entries.iter().partition(|entry| entry.drawable().is_some());
    let mut marks = Vec::new();
    let mut height = LINE;
    if !numbers.is_empty() {
        marks.extend(dots(&row.entries, y, frame));
        if let Some(labels) = beside_dots(&row.entries, |value| frame.x(value), y, frame.room_beside(row)) {
            marks.extend(labels);
        } else {
            height += write_below(&numbers, frame, LINE, frame.room_below(), says, &mut marks);
        }
    }
    if !words.is_empty() || numbers.is_empty() {
        let start = Room { left: frame.names.map_or(2.0, |_| frame.left), right: frame.width };
        let (texts, lines) = below(&words, frame.form, y, frame.words.unwrap_or(start), says);
        marks.extend(texts);
        height = height.max(many(lines) * LINE);
    }
    Body { marks, height, marked: LINE }
}

/// Values on lines of their own from `top` on, on paper that hides the axis: their marks stand at no value of it. Returns
/// their height.
fn write_below(
    entries: &[&Entry],
    frame: Frame,
    top: f64,
    room: Room,
    says: &Says,
    marks: &mut Vec<Mark>,
) -> f64 {
    let (texts, lines) = below(entries, frame.form, top + LINE / 2.0, room, says);
    let height = many(lines) * LINE;
    let right = (frame.left + frame.plot_width + RING).max(room.left);
    marks.push(Mark::rect("paper", Rect::between(room.left, right.min(frame.width), top, top + height)));
    marks.extend(texts);
    height
}

/// The marks on a line, with the plan's ring around the dot of the result where both are the same.
fn dots(entries: &[Entry], y: f64, frame: Frame) -> Vec<Mark> {
    let placed = |role: Role| {
        let of_role = entries.iter().filter(move |entry| entry.role == role);
        of_role.filter_map(Entry::drawable).map(move |value| frame.x(value))
    };
    let all = || entries.iter().filter_map(Entry::drawable).map(|value| frame.x(value));
    let (from, to) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
    let mut marks = Vec::new();
    if to > from {
        marks.push(Mark::line("link", (from, y), (to, y)));
    }
    marks.extend(placed(Role::Before).map(|x| diamond(x, y)));
    marks.extend(placed(Role::Target).map(|x| Mark::line("target", (x, y - 9.0), (x, y + 9.0))));
    marks.extend(placed(Role::Plan).map(|x| Mark::circle("plan", x, y, RING)));
    marks.extend(placed(Role::Actual).map(|x| Mark::circle("actual", x, y, DOT)));
    marks.extend(entries.iter().filter_map(|entry| open_end(entry, frame.x(entry.drawable()?), y)));
    marks
}

/// What says on the mark of a number, whose middle is given, that the number may be more or less.
fn open_end(entry: &Entry, x: f64, y: f64) -> Option<Mark> {
    let class = if entry.role == Role::Actual { "open filled" } else { "open" };
    let chevron = |tip: f64| Mark::path(class, &[(x - tip, y - 3.0), (x + tip, y), (x - tip, y + 3.0)]);
    Some(match entry.end {
        End::Closed => return None,
        End::Above => chevron(1.5),
        End::Below => chevron(-1.5),
        End::About => {
            let wave = [(x - 3.5, y + 1.0), (x - 1.2, y - 1.2), (x + 1.2, y + 1.2), (x + 3.5, y - 1.0)];
            Mark::path(class, &wave)
        }
    })
}

/// A bar for each number, one below the other, a tick across the bars for each target; values beside the bars where all
/// have room there and no tick is in the way.
fn bars(row: &Row, frame: Frame, says: &Says) -> Body {
    let mut marks = Vec::new();
    let mut labels = Vec::new();
    let mut missing = false;
    let origin = frame.left + frame.scale.origin() * frame.plot_width;
    let mut y = LINE / 2.0;
    let is_bar = |entry: &Entry| entry.drawable().is_some() && entry.role != Role::Target;
    for entry in row.entries.iter().filter(|entry| is_bar(entry)) {
        let Some(value) = entry.drawable() else { continue };
        let (from, to) = (origin.min(frame.x(value)), origin.max(frame.x(value)));
        let class = match entry.role {
            Role::Plan => "plan bar",
            Role::Before => "before bar",
            Role::Actual | Role::Target => "actual bar",
        };
        if to - from >= 0.5 {
            marks.push(Mark::rect(class, Rect::between(from, to, y - BAR / 2.0, y + BAR / 2.0)));
        }
        if to - from >= 2.0 * RING {
            let inwards = if value < 0.0 { RING } else { -RING };
            marks.extend(open_end(entry, frame.x(value) + inwards, y));
        }
        let label = beside_bar(entry.label(), origin, frame.x(value), y, frame.room_beside(row));
        missing |= label.is_none();
        labels.extend(label);
        y += LINE;
    }
    let has_marks = row.entries.iter().any(|entry| entry.drawable().is_some());
    let bottom = if has_marks { (y - LINE / 2.0).max(LINE) } else { 0.0 };
    for entry in row.entries.iter().filter(|entry| entry.role == Role::Target) {
        let Some(value) = entry.drawable() else { continue };
        // One without words is told elsewhere.
        missing |= !entry.label().is_empty();
        marks.push(Mark::line("target", (frame.x(value), 0.0), (frame.x(value), bottom)));
    }
    let rest: Vec<&Entry> = if missing || !has_marks {
        row.entries.iter().filter(|entry| !entry.label().is_empty()).collect()
    } else {
        marks.append(&mut labels);
        row.entries.iter().filter(|entry| !is_bar(entry) && !entry.label().is_empty()).collect()
    };
    if rest.is_empty() && has_marks {
        return Body { marks, height: bottom, marked: bottom };
    }
    let height = bottom + write_below(&rest, frame, bottom, frame.room(), says, &mut marks);
    Body { marks, height, marked: bottom }
}

#[cfg(test)]
mod tests {
    use super::super::state::{Value, Words};
    use super::*;
    use crate::scene::{Shape, Text};

    fn number(role: Role, value: f64) -> Entry {
        Entry { role, value: Value::Number { value, label: value.to_string() }, end: End::Closed }
    }

    fn words(role: Role, kind: Words, label: &str) -> Entry {
        Entry { role, value: Value::Words { kind, label: label.to_owned() }, end: End::Closed }
    }

    fn row(label: &str, entries: Vec<Entry>) -> Row {
        Row { id: label.to_owned(), label: label.to_owned(), entries, ..Row::default() }
    }

    /// Actual and plan.
    fn both(label: &str, actual: f64, plan: f64) -> Row {
        row(label, vec![number(Role::Actual, actual), number(Role::Plan, plan)])
    }

    fn chart(form: Form, panels: Vec<Vec<Row>>) -> RowsChart {
        let panel =
            |rows| Panel {
                title: "增长率".to_owned(), unit: "%".to_owned(), form, rows, ..Panel::default()
            };
        let says = Says {
            empty: "无".to_owned(),
            undrawable: "（无法画出）".to_owned(),
            no_unit: "单位不详".to_owned(),
            full_stop: "。".to_owned(),
        };
        RowsChart { panels: panels.into_iter().map(panel).collect(), says, ..RowsChart::default() }
    }

    fn place_rows(form: Form, width: f64, rows: Vec<Row>) -> Scene {
        place(&chart(form, vec![rows]), width)
    }

    /// The texts that say exactly this.
    fn saying<'a>(scene: &'a Scene, words: &str) -> Vec<&'a Text> {
        scene.texts().filter(|text| text.words == words).collect()
    }

    fn middles_of(mark: &Mark) -> Point {
        match &mark.shape {
            Shape::Circle { centre, .. } => *centre,
            Shape::Rect(rect) => Point::new(rect.x + rect.width / 2.0, rect.y + rect.height / 2.0),
            Shape::Line { from, to } => Point::new(f64::midpoint(from.x, to.x), f64::midpoint(from.y, to.y)),
            Shape::Path(points) | Shape::Polygon(points) => points[0],
            Shape::Text(text) => Point::new(text.x, text.y),
        }
    }

    /// The middles of the marks of a class.
    fn middles(scene: &Scene, class: &str) -> Vec<Point> {
        let of_class = scene.marks().filter(|mark| mark.class == class && mark.as_text().is_none());
        of_class.map(middles_of).collect()
    }

    #[test]
    fn names_stand_above_where_it_is_narrow_and_beside_where_it_is_wide() {
        let placed = |width| {
            let scene = place_rows(Form::Dots, width, vec![both("农村居民人均可支配收入增长", 3.0, 7.5)]);
            let name = saying(&scene, "农村居民人均可支配收入增长")[0];
            (name.frame(), middles(&scene, "actual")[0])
        };
        let (name, dot) = placed(BESIDE_FROM - 1.0);
        assert!(name.bottom() < dot.y - DOT);
        let (name, dot) = placed(BESIDE_FROM);
        assert!((name.y + name.height / 2.0 - dot.y).abs() < 1e-9 && name.right() < dot.x);
    }

    #[test]
    fn a_long_name_takes_less_than_two_fifths_and_its_row_is_as_high() {
        let scene = place_rows(Form::Dots, 560.0, vec![both(&"名".repeat(40), 3.0, 7.5)]);
        let lines: Vec<&Text> = scene.texts().filter(|text| text.words.starts_with('名')).collect();
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| line.frame().right() <= 560.0 * 0.4));
        assert!(scene.targets[0].area.height >= 3.0 * LINE);
    }

    #[test]
    fn the_smaller_value_stands_left_of_its_mark_and_the_larger_right() {
        for (actual, plan) in [(3.0, 7.5), (7.5, 3.0)] {
            let scene = place_rows(Form::Dots, 800.0, vec![both("a", actual, plan), both("b", 9.0, 9.5)]);
            let (dot, ring) = (middles(&scene, "actual")[0], middles(&scene, "plan")[0]);
            let (left, right) = (dot.x.min(ring.x), dot.x.max(ring.x));
            assert!(saying(&scene, "3")[0].frame().right() < left - DOT);
            assert!(saying(&scene, "7.5")[0].frame().x > right + DOT);
        }
    }

    #[test]
    fn an_equal_actual_and_plan_is_written_once() {
        for width in [300.0, 800.0] {
            let scene = place_rows(Form::Dots, width, vec![both("a", 5.1, 5.1), both("b", 1.0, 9.0)]);
            assert_eq!(saying(&scene, "5.1").len(), 1);
            assert_eq!(middles(&scene, "actual")[0], middles(&scene, "plan")[0]);
        }
    }

    #[test]
    fn equal_words_are_written_once_after_the_mark_of_each_role() {
        let assigned = |role| words(role, Words::Assigned, "完成市定目标");
        let entries = vec![assigned(Role::Actual), assigned(Role::Plan), assigned(Role::Plan)];
        let scene = place_rows(Form::Dots, 300.0, vec![row("a", entries)]);
        let text = saying(&scene, "完成市定目标");
        assert_eq!(text.len(), 1);
        let (dots, rings) = (middles(&scene, "actual dotted"), middles(&scene, "plan dotted"));
        assert_eq!((dots.len(), rings.len()), (1, 1), "two plans are one mark");
        assert!(dots[0].x < rings[0].x && rings[0].x < text[0].x);
    }

    #[test]
    fn words_stand_right_of_the_plot_where_nothing_is_read_as_a_value() {
        for width in [240.0, 300.0, 560.0, 800.0] {
            for label in ["稳步增长", "与经济增长同步并且稳步提高质量"] {
                let entries = vec![number(Role::Actual, 6.2), words(Role::Plan, Words::Rising, label)];
                let rows = vec![row("a", entries), both("b", 8.0, 9.0)];
                let scene = place_rows(Form::Dots, width, rows);
                let written: Vec<&Mark> = scene.marks().filter(|mark| mark.class == "words").collect();
                assert_eq!(
                    written
                        .iter()
                        .filter_map(|mark| mark.as_text())
                        .map(|text| text.words.as_str())
                        .collect::<String>(),
                    label
                );
                let right_end = scene
                    .marks()
                    .filter(|mark| ["actual", "plan", "axis", "value"].contains(&mark.class))
                    .map(|mark| {
                        mark.as_text().map_or_else(|| middles_of(mark).x, |text| text.frame().right())
                    })
                    .fold(0.0, f64::max);
                let arrow = middles(&scene, "plan arrow")[0];
                assert!(arrow.x > right_end, "{width}: {} {right_end}", arrow.x);
                assert!((arrow.y - middles(&scene, "actual")[0].y).abs() < 1e-9, "on the line of the marks");
            }
        }
    }

    #[test]
    fn a_chart_of_words_alone_has_them_beside_the_names() {
        let scene =
            place_rows(Form::Dots, 800.0, vec![row("a", vec![words(Role::Plan, Words::Assigned, "另定")])]);
        assert!(saying(&scene, "另定")[0].x < 100.0);
    }

    #[test]
    fn values_that_have_no_room_at_their_marks_stand_below_after_their_marks() {
        let scene = place_rows(Form::Dots, 300.0, vec![both("a", 7.0, 7.1), both("b", 2.0, 9.0)]);
        assert_eq!(middles(&scene, "plan").len(), 2, "7 and 7.1 have room left and right");
        let entries = [Role::Before, Role::Actual, Role::Target, Role::Plan];
        let entries = entries.iter().zip([7.0, 7.1, 7.2, 7.3]).map(|(role, value)| number(*role, value));
        let scene = place_rows(Form::Dots, 300.0, vec![row("a", entries.collect()), both("b", 2.0, 9.0)]);
        let dots = middles(&scene, "actual");
        let value = saying(&scene, "7.1")[0];
        assert_eq!(dots.len(), 3);
        assert!((dots[1].y - value.y).abs() < 1e-9 && dots[1].x < value.x && value.y > dots[0].y);
    }

    #[test]
    fn rows_are_found_by_their_height() {
        for width in [300.0, 800.0] {
            let panels = vec![vec![both("a", 1.0, 2.0), both("b", 3.0, 4.0)], vec![both("c", 1.0, 2.0)]];
            let scene = place(&chart(Form::Dots, panels), width);
            assert_eq!(scene.targets.len(), 3);
            for (index, target) in scene.targets.iter().enumerate() {
                for x in [0.0, width / 2.0, width - 1.0] {
                    assert_eq!(scene.at(x, target.area.y), Some(index));
                    assert_eq!(scene.at(x, target.area.bottom() - 0.1), Some(index));
                }
            }
            // The heading, between two panels, and outside.
            let between = scene.targets[2].area.y - 5.0;
            for y in [0.0, between, -5.0, scene.height, 1e9] {
                assert_eq!(scene.at(10.0, y), None, "{y}");
            }
        }
    }

    #[test]
    fn ticks_stand_where_values_are_compared_only() {
        let axis = |chart: &RowsChart| {
            let scene = place(chart, 600.0);
            let labels = scene.texts().filter(|text| text.size < VALUE_SIZE).count();
            (labels > 0, middles(&scene, "zero").len())
        };
        let missing = || row("x", vec![words(Role::Actual, Words::Missing, "未公布")]);
        assert_eq!(axis(&chart(Form::Dots, vec![vec![both("a", 1.0, 2.0), missing()]])), (true, 1));
        assert_eq!(axis(&chart(Form::Dots, vec![vec![both("a", 1.0, 2.0)]])), (false, 1));
        assert_eq!(axis(&chart(Form::Dots, vec![vec![missing(), missing()]])), (false, 0));
        let multiples = |panels| RowsChart { axes: Axes::Multiples, ..chart(Form::Bars, panels) };
        assert_eq!(axis(&multiples(vec![vec![missing()], vec![missing()]])), (false, 0));
        assert_eq!(axis(&multiples(vec![vec![both("a", 1.0, 2.0)], vec![missing()]])), (true, 2));
    }

    #[test]
    fn panels_that_share_an_axis_place_a_value_alike_and_others_do_not() {
        // Too narrow for two side by side.
        let dots = |axes| {
            let panels = vec![vec![both("a", 5.0, 6.0)], vec![both("b", 5.0, 100.0)]];
            let scene = place(&RowsChart { axes, ..chart(Form::Dots, panels) }, 590.0);
            let dots = middles(&scene, "actual");
            dots[0].x - dots[1].x
        };
        assert!(dots(Axes::Multiples).abs() < 1e-9);
        assert!(dots(Axes::Each) > 100.0);
    }

    #[test]
    fn bars_begin_at_zero_and_are_as_long_as_their_value() {
        let scene = place_rows(Form::Bars, 800.0, vec![both("a", 4.0, 8.0), both("b", -4.0, 0.0)]);
        let bars: Vec<Rect> = scene
            .marks()
            .filter(|mark| mark.class.ends_with(" bar"))
            .filter_map(|mark| if let Shape::Rect(rect) = mark.shape { Some(rect) } else { None })
            .collect();
        let zero = middles(&scene, "zero")[0].x;
        assert_eq!(bars.len(), 3, "zero has no bar");
        assert!((bars[0].x - zero).abs() < 1e-9 && (bars[1].x - zero).abs() < 1e-9);
        assert!((bars[2].right() - zero).abs() < 1e-9);
        assert!((bars[1].width - 2.0 * bars[0].width).abs() < 1e-9);
        assert!((bars[2].width - bars[0].width).abs() < 1e-9);
        assert_eq!(saying(&scene, "0").len(), 2, "at its place, and at the axis");
    }

    #[test]
    fn a_target_crosses_the_bars_and_its_value_stands_below() {
        let mut with_target = both("a", 4.0, 8.0);
        with_target.entries.push(number(Role::Target, 6.5));
        let scene = place_rows(Form::Bars, 800.0, vec![with_target, both("b", 1.0, 2.0)]);
        let (bars, ticks) = (middles(&scene, "actual bar"), middles(&scene, "target"));
        assert_eq!(ticks.len(), 2, "across the bars, and before its value");
        let value = saying(&scene, "6.5")[0];
        assert!(ticks[0].y < value.y && bars[0].y < value.y && (ticks[1].y - value.y).abs() < 1e-9);
    }

    #[test]
    fn what_no_axis_can_hold_is_told_and_leaves_the_axis_as_it_is() {
        let mut with_infinity = both("a", 4.0, 8.0);
        let plain = place_rows(Form::Dots, 800.0, vec![with_infinity.clone(), both("b", 1.0, 2.0)]);
        with_infinity.entries.push(number(Role::Before, f64::INFINITY));
        let scene = place_rows(Form::Dots, 800.0, vec![with_infinity, both("b", 1.0, 2.0)]);
        let between = |scene: &Scene| (middles(scene, "actual")[0].x - middles(scene, "zero")[0].x) / 4.0;
        let on_axis = |scene: &Scene| (middles(scene, "plan")[0].x - middles(scene, "zero")[0].x) / 8.0;
        for scene in [&plain, &scene] {
            assert!((between(scene) - on_axis(scene)).abs() < 0.1, "the axis goes on from zero to eight");
        }
        assert_eq!(saying(&scene, "inf（无法画出）").len(), 1);
    }

    #[test]
    fn short_names_stand_beside_their_rows_everywhere() {
        let scene = place_rows(Form::Dots, 300.0, vec![both("本区", 3.0, 7.5), both("全国", 2.3, 6.0)]);
        assert!((saying(&scene, "本区")[0].y - middles(&scene, "actual")[0].y).abs() < 1e-9);
    }

    #[test]
    fn many_panels_stand_in_two_columns_where_there_is_room() {
        let panels: Vec<Vec<Row>> =
            ["a", "b", "c", "d"].map(|name| vec![both(name, 1.0, 2.0), both("x", 3.0, 4.0)]).to_vec();
        let narrow = place(&chart(Form::Dots, panels.clone()), COLUMNS_FROM - 1.0);
        let wide = place(&chart(Form::Dots, panels), COLUMNS_FROM);
        assert!(wide.height < narrow.height * 0.6);
        let names = |scene: &Scene| -> Vec<String> {
            scene.targets.iter().map(|target| target.name.clone()).collect()
        };
        assert_eq!(names(&narrow), names(&wide), "keys lead through both alike");
        assert!(wide.targets[4].area.x > wide.targets[3].area.right());
        assert!((wide.targets[4].area.y - wide.targets[0].area.y).abs() < 1e-9);
        for (index, target) in wide.targets.iter().enumerate() {
            assert_eq!(wide.at(target.anchor.x, target.anchor.y), Some(index));
            assert_eq!(wide.step(Some(index), crate::Step::Down), Some((index + 1).min(7)));
        }
    }

    #[test]
    fn nothing_at_all_is_said() {
        for scene in
            [place(&chart(Form::Dots, vec![]), 500.0), place(&chart(Form::Bars, vec![vec![]]), 500.0)]
        {
            assert_eq!((saying(&scene, "无").len(), scene.targets.len()), (1, 0));
        }
        let scene = place_rows(Form::Bars, 500.0, vec![row("a", vec![])]);
        assert_eq!((saying(&scene, "无").len(), scene.targets.len()), (1, 1));
    }
}
