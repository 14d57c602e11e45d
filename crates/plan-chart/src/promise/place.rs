//! Where everything stands, in pixels, for a given width: names beside their row where there is room, else above it.
//! Pure: the same state and width give the same places in the browser and natively.

use super::state::{Panel, Point, PromiseChart, Row, Words};
use crate::linear::Domain;
use crate::text::{text_width, wrap};

/// Sizes of text in pixels.
pub(super) const NAME_SIZE: f64 = 14.0;
pub(super) const VALUE_SIZE: f64 = 13.0;
pub(super) const AXIS_SIZE: f64 = 12.0;

/// Radii of the marks.
pub(super) const DOT: f64 = 5.0;
pub(super) const RING: f64 = 7.0;

/// From this width on, names stand beside their rows.
const BESIDE_FROM: f64 = 600.0;
/// The narrowest width that is laid out; narrower containers scroll.
const NARROWEST: f64 = 240.0;
const LINE: f64 = 20.0;
const TITLE: f64 = 32.0;
const AXIS: f64 = 26.0;
const BETWEEN_PANELS: f64 = 28.0;
/// Between a mark's centre and the text beside it.
const MARK_TO_TEXT: f64 = 12.0;
/// Room right of the axis for the label of a value at its end.
const RIGHT: f64 = 44.0;

/// The chart laid out at a width.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Pixels from left to right.
    pub width: f64,
    /// Pixels from top to bottom.
    pub height: f64,
    pub(super) panels: Vec<PlacedPanel>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct PlacedPanel {
    pub(super) title: PlacedText,
    /// The rectangle that values are drawn in.
    pub(super) plot: Rect,
    pub(super) domain: Domain,
    pub(super) rows: Vec<PlacedRow>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct PlacedRow {
    pub(super) top: f64,
    pub(super) bottom: f64,
    /// The line that the marks stand on.
    pub(super) line: f64,
    pub(super) actual: Option<f64>,
    pub(super) plan: Option<f64>,
    pub(super) texts: Vec<PlacedText>,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) tooltip: Tooltip,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    End,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct PlacedText {
    pub(super) text: String,
    pub(super) x: f64,
    /// The middle of the line.
    pub(super) y: f64,
    pub(super) anchor: Anchor,
    pub(super) size: f64,
    pub(super) class: &'static str,
}

/// A mark for what is not a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Glyph {
    pub(super) shape: Shape,
    /// Its left end.
    pub(super) x: f64,
    pub(super) y: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Up, no number.
    Arrow,
    /// A plan that is set elsewhere.
    DottedRing,
    /// A result that is measured elsewhere.
    DottedDot,
}

impl Shape {
    pub(super) const WIDTH: f64 = 2.0 * RING;
}

/// The box that shows a row's details.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tooltip {
    pub(super) frame: Rect,
    pub(super) lines: Vec<PlacedText>,
}

/// Lays the chart out at `width` pixels (at least 240).
pub fn place(chart: &PromiseChart, width: f64) -> Placed {
    let width = width.max(NARROWEST);
    let beside = width >= BESIDE_FROM;
    let name_width = if beside { name_column(chart, width) } else { width };
    let left = if beside { name_width + 20.0 } else { RING + 1.0 };
    let mut y = 0.0;
    let mut panels = Vec::new();
    for (index, panel) in chart.panels.iter().enumerate() {
        if index > 0 {
            y += BETWEEN_PANELS;
        }
        let placed = place_panel(panel, y, width, left, beside.then_some(name_width));
        y = placed.plot.y + placed.plot.height + AXIS;
        panels.push(placed);
    }
    let mut placed = Placed { width, height: y, panels };
    placed.keep_tooltips_inside();
    placed
}

/// As wide as the longest name, but at most two fifths.
fn name_column(chart: &PromiseChart, width: f64) -> f64 {
    let longest = chart.rows().map(|row| text_width(&row.label, NAME_SIZE)).fold(0.0, f64::max);
    longest.ceil().min(width * 0.4)
}

fn place_panel(panel: &Panel, top: f64, width: f64, left: f64, beside: Option<f64>) -> PlacedPanel {
    let values = panel.rows.iter().flat_map(|row| [row.actual.value(), row.plan.value()]);
    let domain = Domain::with_zero(values.flatten(), 5);
    let title = text(&panel.title, 0.0, top + TITLE / 2.0 - 2.0, NAME_SIZE, "panel-title");
    let plot_width = width - left - RIGHT;
    let mut y = top + TITLE;
    let mut rows = Vec::new();
    for row in &panel.rows {
        let names = wrap(&row.label, beside.unwrap_or(width), NAME_SIZE);
        let placed =
            place_row(row, names, y, Frame { left, plot_width, width, domain, beside: beside.is_some() });
        y = placed.bottom;
        rows.push(placed);
    }
    let plot = Rect { x: left, y: top + TITLE, width: plot_width, height: y - top - TITLE };
    PlacedPanel { title, plot, domain, rows }
}

/// What all rows of a panel share.
#[derive(Clone, Copy)]
struct Frame {
    left: f64,
    plot_width: f64,
    width: f64,
    domain: Domain,
    beside: bool,
}

impl Frame {
    fn x(self, value: f64) -> f64 {
        self.left + self.domain.share(value) * self.plot_width
    }
}

#[expect(clippy::cast_precision_loss, reason = "a name has a few lines")]
fn place_row(row: &Row, names: Vec<String>, top: f64, frame: Frame) -> PlacedRow {
    let names_height = names.len() as f64 * LINE;
    let (bottom, line, first_name) = if frame.beside {
        let height = names_height.max(LINE) + 16.0;
        let middle = top + height / 2.0;
        (top + height, middle, middle - names_height / 2.0 + LINE / 2.0)
    } else {
        let line = top + 6.0 + names_height + 12.0;
        (line + 16.0, line, top + 6.0 + LINE / 2.0)
    };
    let mut texts: Vec<PlacedText> = names
        .into_iter()
        .enumerate()
        .map(|(index, name)| text(&name, 0.0, first_name + index as f64 * LINE, NAME_SIZE, "name"))
        .collect();
    let mut glyphs = Vec::new();
    let bottom = bottom + label_row(row, line, frame, &mut texts, &mut glyphs);
    let mark_x = row.actual.value().or(row.plan.value()).map_or(frame.left, |value| frame.x(value));
    PlacedRow {
        top,
        bottom,
        line,
        actual: row.actual.value(),
        plan: row.plan.value(),
        texts,
        glyphs,
        tooltip: place_tooltip(row, mark_x, top, frame),
    }
}

/// The values and words beside the marks; returns how much height they need below the row's own: words that have no room
/// beside their mark stand on a line below it.
fn label_row(row: &Row, y: f64, frame: Frame, texts: &mut Vec<PlacedText>, glyphs: &mut Vec<Glyph>) -> f64 {
    match (&row.actual, &row.plan) {
        (Point::Number { value: a, label: actual }, Point::Number { value: p, label: plan }) => {
            let (ax, px) = (frame.x(*a), frame.x(*p));
            if actual == plan {
                texts.push(text(actual, ax + MARK_TO_TEXT, y, VALUE_SIZE, "value"));
            } else if ax <= px {
                texts.push(left_of(actual, ax, y, frame));
                texts.push(text(plan, px + MARK_TO_TEXT, y, VALUE_SIZE, "value"));
            } else {
                texts.push(left_of(plan, px, y, frame));
                texts.push(text(actual, ax + MARK_TO_TEXT, y, VALUE_SIZE, "value"));
            }
        }
        (Point::Number { value, label }, Point::Words { kind, label: words })
        | (Point::Words { kind, label: words }, Point::Number { value, label }) => {
            let x = frame.x(*value);
            let value_label = text(label, x + MARK_TO_TEXT, y, VALUE_SIZE, "value");
            let after = value_label.x + text_width(label, VALUE_SIZE) + MARK_TO_TEXT;
            let is_plan = matches!(row.plan, Point::Words { .. });
            texts.push(value_label);
            let before = x - MARK_TO_TEXT - words_width(*kind, words);
            if after + words_width(*kind, words) <= frame.width {
                put_words(*kind, words, is_plan, after, y, texts, glyphs);
            } else if before >= frame.left - RING {
                put_words(*kind, words, is_plan, before, y, texts, glyphs);
            } else {
                put_words(*kind, words, is_plan, frame.left, y + LINE, texts, glyphs);
                return LINE;
            }
        }
        (
            Point::Words { kind: actual_kind, label: actual },
            Point::Words { kind: plan_kind, label: plan },
        ) => {
            let start = frame.left + 2.0;
            if (actual_kind, actual) == (plan_kind, plan) {
                // Once for both years, with both marks before it.
                let after = put_glyph(*actual_kind, false, start, y, glyphs);
                put_words(*plan_kind, plan, true, after, y, texts, glyphs);
            } else {
                let after = put_words(*actual_kind, actual, false, start, y, texts, glyphs) + MARK_TO_TEXT;
                if after + words_width(*plan_kind, plan) > frame.width {
                    put_words(*plan_kind, plan, true, start, y + LINE, texts, glyphs);
                    return LINE;
                }
                put_words(*plan_kind, plan, true, after, y, texts, glyphs);
            }
        }
    }
    0.0
}

/// A label that ends left of its mark, or stands above it where the axis leaves no room.
fn left_of(label: &str, mark: f64, y: f64, frame: Frame) -> PlacedText {
    let end = mark - MARK_TO_TEXT;
    if end - text_width(label, VALUE_SIZE) < frame.left - RING {
        text(label, mark - text_width(label, VALUE_SIZE) / 2.0, y - LINE + 4.0, VALUE_SIZE, "value")
    } else {
        PlacedText { anchor: Anchor::End, ..text(label, end, y, VALUE_SIZE, "value") }
    }
}

fn shape(kind: Words, is_plan: bool) -> Option<Shape> {
    match (kind, is_plan) {
        (Words::Rising, _) => Some(Shape::Arrow),
        (Words::Assigned, true) => Some(Shape::DottedRing),
        (Words::Assigned, false) => Some(Shape::DottedDot),
        (Words::Missing, _) => None,
    }
}

fn words_width(kind: Words, words: &str) -> f64 {
    let glyph = shape(kind, true).map_or(0.0, |_| Shape::WIDTH + 4.0);
    glyph + text_width(words, VALUE_SIZE)
}

/// Puts the glyph and returns where the next thing may begin.
fn put_glyph(kind: Words, is_plan: bool, x: f64, y: f64, glyphs: &mut Vec<Glyph>) -> f64 {
    match shape(kind, is_plan) {
        Some(shape) => {
            glyphs.push(Glyph { shape, x, y });
            x + Shape::WIDTH + 4.0
        }
        None => x,
    }
}

fn put_words(
    kind: Words,
    words: &str,
    is_plan: bool,
    x: f64,
    y: f64,
    texts: &mut Vec<PlacedText>,
    glyphs: &mut Vec<Glyph>,
) -> f64 {
    let x = put_glyph(kind, is_plan, x, y, glyphs);
    texts.push(text(words, x, y, VALUE_SIZE, "words"));
    x + text_width(words, VALUE_SIZE)
}

fn text(text: &str, x: f64, y: f64, size: f64, class: &'static str) -> PlacedText {
    PlacedText { text: text.to_owned(), x, y, anchor: Anchor::Start, size, class }
}

/// Padding and the widest line of a tooltip.
const PADDING: f64 = 10.0;
const TOOLTIP_TEXT: f64 = 300.0;

/// Below the row's top for now; [`Placed::keep_tooltips_inside`] moves it to where there is room.
#[expect(clippy::cast_precision_loss, reason = "a tooltip has a few lines")]
fn place_tooltip(row: &Row, mark_x: f64, top: f64, frame: Frame) -> Tooltip {
    let widest = TOOLTIP_TEXT.min(frame.width - 2.0 * PADDING - 2.0);
    let names = wrap(&row.label, widest, NAME_SIZE).into_iter().map(|line| (line, "tip-name"));
    let details = row.details.iter().flat_map(|detail| wrap(detail, widest, VALUE_SIZE));
    let lines: Vec<(String, &'static str)> = names.chain(details.map(|line| (line, "tip-detail"))).collect();
    let size = |class: &str| if class == "tip-name" { NAME_SIZE } else { VALUE_SIZE };
    let widest = lines.iter().map(|(line, class)| text_width(line, size(class))).fold(0.0, f64::max);
    let width = (widest + 2.0 * PADDING).ceil();
    let height = lines.len() as f64 * LINE + 2.0 * PADDING - 4.0;
    let x = (mark_x - width / 2.0).clamp(1.0, (frame.width - width - 1.0).max(1.0));
    let lines = lines
        .into_iter()
        .enumerate()
        .map(|(index, (line, class))| {
            text(&line, x + PADDING, top + PADDING - 2.0 + (index as f64 + 0.5) * LINE, size(class), class)
        })
        .collect();
    Tooltip { frame: Rect { x, y: top, width, height }, lines }
}

impl Tooltip {
    fn move_down(&mut self, by: f64) {
        self.frame.y += by;
        for line in &mut self.lines {
            line.y += by;
        }
    }
}

impl Placed {
    /// A tooltip stands above its row where that is inside the drawing, else below.
    fn keep_tooltips_inside(&mut self) {
        for row in self.panels.iter_mut().flat_map(|panel| &mut panel.rows) {
            let height = row.tooltip.frame.height;
            let above = row.top - height - 4.0;
            let by = if above >= 1.0 { above } else { row.bottom + 4.0 } - row.tooltip.frame.y;
            row.tooltip.move_down(by);
            // A drawing lower than one tooltip and one row would cut it.
            self.height = self.height.max(row.tooltip.frame.y + height + 1.0);
        }
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &PlacedRow> {
        self.panels.iter().flat_map(|panel| &panel.rows)
    }

    /// The index, counted over all panels, of the row at `y` pixels from the top.
    pub fn row_at(&self, y: f64) -> Option<usize> {
        self.rows().position(|row| (row.top..row.bottom).contains(&y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: f64) -> Point {
        Point::Number { value, label: value.to_string() }
    }

    fn words(kind: Words, label: &str) -> Point {
        Point::Words { kind, label: label.to_owned() }
    }

    fn chart() -> PromiseChart {
        let row = |label: &str, actual: Point, plan: Point| Row {
            id: label.to_owned(),
            label: label.to_owned(),
            actual,
            plan,
            details: vec!["2020 年完成 3 %，2021 年计划 7.5 %，比完成高 4.5 个百分点".to_owned()],
        };
        PromiseChart {
            panels: vec![
                Panel {
                    title: "增长率（%）".to_owned(),
                    rows: vec![
                        row("地区生产总值增长", number(3.0), number(7.5)),
                        row("固定资产投资增长", number(8.9), number(7.0)),
                        row(
                            "降低率",
                            words(Words::Assigned, "完成市定目标"),
                            words(Words::Assigned, "完成市定目标"),
                        ),
                        row("农村居民人均可支配收入增长", number(6.2), words(Words::Rising, "稳步增长")),
                        row(
                            "Growth of rural disposable income per head",
                            number(5.0),
                            words(Words::Assigned, "as set by the city"),
                        ),
                        row(
                            "Cut in energy use per 10 000 yuan of GDP",
                            words(Words::Missing, "no value stated"),
                            words(Words::Assigned, "as set by the city"),
                        ),
                    ],
                },
                Panel {
                    title: "比重（%）".to_owned(),
                    rows: vec![
                        row("城市集中式饮用水源取水水质达标率", number(100.0), number(100.0)),
                        row("常住人口城镇化率", number(98.6), words(Words::Missing, "未设目标")),
                    ],
                },
            ],
        }
    }

    fn ends(text: &PlacedText) -> (f64, f64) {
        let width = text_width(&text.text, text.size);
        match text.anchor {
            Anchor::Start => (text.x, text.x + width),
            Anchor::End => (text.x - width, text.x),
        }
    }

    #[test]
    fn nothing_leaves_the_drawing_at_any_width() {
        for width in (240..=1600).step_by(10) {
            let placed = place(&chart(), f64::from(width));
            for row in placed.rows() {
                for text in row.texts.iter().chain(&row.tooltip.lines) {
                    let (from, to) = ends(text);
                    assert!(from >= 0.0 && to <= placed.width, "{} at {width}: {from}..{to}", text.text);
                    assert!(text.y > 0.0 && text.y < placed.height, "{} at {width}", text.text);
                }
                let frame = row.tooltip.frame;
                assert!(frame.x >= 0.0 && frame.x + frame.width <= placed.width);
                assert!(frame.y >= 0.0 && frame.y + frame.height <= placed.height);
            }
        }
    }

    #[test]
    fn texts_of_a_row_do_not_overlap() {
        for width in (240..=1600).step_by(10) {
            let placed = place(&chart(), f64::from(width));
            for row in placed.rows() {
                for (index, one) in row.texts.iter().enumerate() {
                    for other in row.texts.iter().skip(index + 1) {
                        let ((a, b), (c, d)) = (ends(one), ends(other));
                        let apart = b <= c || d <= a || (one.y - other.y).abs() >= 15.0;
                        assert!(apart, "{} and {} at {width}", one.text, other.text);
                    }
                }
            }
        }
    }

    #[test]
    fn names_stand_above_where_it_is_narrow_and_beside_where_it_is_wide() {
        let first = |width: f64| {
            let placed = place(&chart(), width);
            let row = placed.rows().next().cloned().unwrap();
            (row.texts[0].y, row.line, placed.panels[0].plot.x)
        };
        let (name, line, left) = first(390.0);
        assert!(name < line && left < 20.0);
        let (name, line, left) = first(900.0);
        assert!((name - line).abs() < 1e-9 && left > 200.0);
    }

    #[test]
    fn rows_are_found_by_their_height() {
        let placed = place(&chart(), 600.0);
        for (index, row) in placed.rows().enumerate() {
            assert_eq!(placed.row_at(row.line), Some(index));
        }
        assert_eq!(placed.row_at(0.0), None);
        assert_eq!(placed.row_at(-5.0), None);
        assert_eq!(placed.row_at(1e9), None);
    }

    #[test]
    fn an_empty_chart_has_no_rows_and_no_height() {
        let placed = place(&PromiseChart { panels: Vec::new() }, 500.0);
        assert_eq!((placed.rows().count(), placed.height), (0, 0.0));
    }
}
