//! The placed chart as SVG nodes: plotters draws axis and marks through the backend; CSS gives every class its look.

use std::iter;

use plotters::chart::ChartBuilder;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{BLACK, Color, ShapeStyle, TRANSPARENT, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};
use yew::virtual_dom::VNode;

use super::place::{
    AXIS_SIZE, Anchor, DOT, Glyph, Placed, PlacedPanel, PlacedRow, PlacedText, RING, Rect, Shape, Tooltip,
};
use crate::backend::{Sheet, SvgBackend, Undrawable, units};

type Area = DrawingArea<SvgBackend, Shift>;
type Drawn = Result<(), DrawingAreaErrorKind<Undrawable>>;

/// The nodes that stand within `<svg>`; the row counted `active` over all panels is marked and shows its tooltip.
pub fn draw(placed: &Placed, active: Option<usize>) -> VNode {
    let sheet = Sheet::new(placed.width, placed.height);
    // The backend fails only on pixels and bitmaps, which nothing here draws: what was drawn is kept.
    let _ = draw_on(&sheet, placed, active);
    sheet.finish()
}

fn draw_on(sheet: &Sheet, placed: &Placed, active: Option<usize>) -> Drawn {
    let root = Area::from(sheet.backend());
    let mut index = 0;
    for panel in &placed.panels {
        sheet.open("panel");
        draw_panel(sheet, &root, panel, active.and_then(|active| active.checked_sub(index)))?;
        sheet.close();
        index += panel.rows.len();
    }
    // Always there, so that a tooltip that comes or goes leaves every other node what it was.
    sheet.open("overlay");
    if let Some(row) = active.and_then(|active| placed.rows().nth(active)) {
        draw_tooltip(sheet, &root, &row.tooltip)?;
    }
    sheet.close();
    Ok(())
}

fn draw_panel(sheet: &Sheet, root: &Area, panel: &PlacedPanel, active: Option<usize>) -> Drawn {
    draw_text(sheet, root, &panel.title)?;
    let Rect { x, y, width, height } = panel.plot;
    let axis_height = units(AXIS_SIZE + 8.0);
    let area = root.clone().shrink((units(x), units(y)), (units(width), units(height) + axis_height));
    // The vertical axis is the page's: from the top of the plot down, in pixels.
    let mut chart = ChartBuilder::on(&area)
        .x_label_area_size(axis_height)
        .build_cartesian_2d(panel.domain.from..panel.domain.to, height..0.0)?;
    sheet.class("axis");
    chart
        .configure_mesh()
        .disable_y_mesh()
        .y_labels(0)
        .x_labels(tick_count(panel))
        .x_label_formatter(&|value| tick_label(*value))
        .x_label_style(style(AXIS_SIZE, Anchor::Start))
        .set_all_tick_mark_size(units(3.0))
        .max_light_lines(0)
        .axis_style(TRANSPARENT)
        .draw()?;
    sheet.class("zero");
    chart.draw_series(iter::once(PathElement::new(vec![(0.0, 0.0), (0.0, height)], BLACK)))?;
    for (index, row) in panel.rows.iter().enumerate() {
        let class = if active == Some(index) { "row active" } else { "row" };
        sheet.open(class);
        draw_row(sheet, root, row)?;
        chart.draw_series(iter::once(Dumbbell::new(row, row.line - y)))?;
        sheet.close();
    }
    Ok(())
}

/// One more than the steps between the ends of the axis.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "an axis has a handful of steps, and `as` saturates"
)]
fn tick_count(panel: &PlacedPanel) -> usize {
    ((panel.domain.to - panel.domain.from) / panel.domain.step).round() as usize + 1
}

/// Without the noise of binary fractions, and with a true minus sign.
fn tick_label(value: f64) -> String {
    let rounded = (value * 1e6).round() / 1e6;
    format!("{rounded}").replace('-', "−")
}

fn draw_row(sheet: &Sheet, root: &Area, row: &PlacedRow) -> Drawn {
    for text in &row.texts {
        draw_text(sheet, root, text)?;
    }
    for glyph in &row.glyphs {
        draw_glyph(sheet, root, *glyph)?;
    }
    Ok(())
}

fn draw_text(sheet: &Sheet, root: &Area, text: &PlacedText) -> Drawn {
    sheet.class(text.class);
    let at = (units(text.x), units(text.y));
    root.draw(&Text::new(text.text.as_str(), at, style(text.size, text.anchor)))
}

fn style(size: f64, anchor: Anchor) -> TextStyle<'static> {
    let across = match anchor {
        Anchor::Start => HPos::Left,
        Anchor::End => HPos::Right,
    };
    TextStyle::from(("sans-serif", units(size))).pos(Pos::new(across, VPos::Center))
}

fn draw_glyph(sheet: &Sheet, root: &Area, glyph: Glyph) -> Drawn {
    let Glyph { shape, x, y } = glyph;
    let at = |dx: f64, dy: f64| (units(x + dx), units(y + dy));
    match shape {
        Shape::Arrow => {
            sheet.class("plan arrow");
            let tip = Shape::WIDTH;
            root.draw(&PathElement::new(vec![at(0.0, 0.0), at(tip, 0.0)], BLACK))?;
            root.draw(&PathElement::new(vec![at(tip - 5.0, -5.0), at(tip, 0.0), at(tip - 5.0, 5.0)], BLACK))
        }
        Shape::DottedRing => {
            sheet.class("plan dotted");
            root.draw(&Circle::new(at(RING, 0.0), units(RING - 1.0), hollow()))
        }
        Shape::DottedDot => {
            sheet.class("actual dotted");
            root.draw(&Circle::new(at(RING, 0.0), units(DOT), hollow()))
        }
    }
}

fn draw_tooltip(sheet: &Sheet, root: &Area, tooltip: &Tooltip) -> Drawn {
    sheet.open("tooltip");
    sheet.class("tip-frame");
    let Rect { x, y, width, height } = tooltip.frame;
    let corners = [(units(x), units(y)), (units(x + width), units(y + height))];
    root.draw(&Rectangle::new(corners, BLACK.filled()))?;
    for line in &tooltip.lines {
        draw_text(sheet, root, line)?;
    }
    sheet.close();
    Ok(())
}

fn hollow() -> ShapeStyle {
    BLACK.stroke_width(1)
}

/// The marks of a row and the line between them, placed by plotters on the panel's axis.
struct Dumbbell {
    /// Actual, then plan, where they are numbers.
    points: Vec<(f64, f64)>,
    has_actual: bool,
    has_plan: bool,
}

impl Dumbbell {
    /// On the line `y` pixels below the top of the plot.
    fn new(row: &PlacedRow, y: f64) -> Self {
        Self {
            points: [row.actual, row.plan].into_iter().flatten().map(|value| (value, y)).collect(),
            has_actual: row.actual.is_some(),
            has_plan: row.plan.is_some(),
        }
    }
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Dumbbell {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> Self::IntoIter {
        &self.points
    }
}

impl Drawable<SvgBackend> for Dumbbell {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut places: I,
        backend: &mut SvgBackend,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Undrawable>> {
        let actual = if self.has_actual { places.next() } else { None };
        let plan = if self.has_plan { places.next() } else { None };
        if let (Some(actual), Some(plan)) = (actual, plan)
            && actual != plan
        {
            backend.class("link");
            backend.draw_line(actual, plan, &BLACK.to_backend_color())?;
        }
        if let Some(plan) = plan {
            backend.class("plan");
            backend.draw_circle(plan, units(RING).unsigned_abs(), &BLACK.to_backend_color(), false)?;
        }
        if let Some(actual) = actual {
            backend.class("actual");
            backend.draw_circle(actual, units(DOT).unsigned_abs(), &BLACK.to_backend_color(), true)?;
        }
        Ok(())
    }
}
