//! A scene as elements: plotters draws its marks through a backend; CSS gives every class its look.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text as TextElement};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{BLACK, Color, FontFamily, ShapeStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend};
use yew::virtual_dom::VNode;

use crate::backend::{About, Read, Start, SvgBackend, units};
use crate::geometry::{Point, Rect};
use crate::node::Node;
use crate::scene::{Anchor, Mark, Scene, Shape, Target, Text};
use crate::tooltip::tooltip;

/// A backend that also knows groups and classes, which plotters has no words for.
pub(crate) trait Groups: DrawingBackend {
    /// What is drawn from now on has this class.
    fn class(&mut self, class: &'static str);
    /// Begins a group: what is drawn from now on stands in it.
    fn open(&mut self, start: Start);
    /// Ends the group begun last.
    fn close(&mut self);
}

/// What of a scene is to be drawn.
#[derive(Clone, Copy, Default)]
pub struct Look {
    /// The target that is marked and whose tooltip is shown.
    pub active: Option<usize>,
    /// The part of the page that the reader sees, in the drawing's pixels; tooltips stay in it.
    pub visible: Option<Rect>,
    /// How far right in the drawing the pointer is, where there is one: the tooltip stands beside its way.
    pub pointer: Option<f64>,
    /// Whether it is a picture, to be seen and read as a whole: marks have no names of their own, and there is nothing to hit.
    pub is_still: bool,
}

/// The class of what is there to be hit only.
const HIT: &str = "hit";

/// The nodes that stand within `<svg>`.
pub fn draw(scene: &Scene, look: Look) -> VNode {
    nodes(scene, look).into_vnode(0)
}

pub(crate) fn nodes(scene: &Scene, look: Look) -> Node {
    let backend = Rc::new(RefCell::new(SvgBackend::new()));
    // The backend fails only on pixels and bitmaps, which nothing here draws: what was drawn is kept.
    let _ = paint(scene, look, &backend);
    backend.borrow_mut().finish()
}

type Painted<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Draws every group of the scene, then what floats above them.
pub(crate) fn paint<B: Groups>(scene: &Scene, look: Look, backend: &Rc<RefCell<B>>) -> Painted<B> {
    let root = DrawingArea::<B, Shift>::from(backend);
    let active = look.active.and_then(|active| Some((active, scene.targets.get(active)?)));
    for group in &scene.groups {
        let target = group.target.and_then(|index| Some((index, scene.targets.get(index)?)));
        let start = match target {
            Some((_, target)) if look.is_still => Start {
                about: Some(About { id: target.id.clone(), read: Read::Nowhere }),
                ..Start::plain(group.class)
            },
            Some((index, target)) => Start {
                class: group.class,
                is_active: look.active == Some(index),
                current: target.current,
                at: None,
                about: Some(About { id: target.id.clone(), read: read(scene, target, &group.marks) }),
            },
            None => Start::plain(group.class),
        };
        backend.borrow_mut().open(start);
        for mark in group.marks.iter().filter(|mark| !look.is_still || mark.class != HIT) {
            paint_mark(mark, &root, backend)?;
        }
        backend.borrow_mut().close();
    }
    // Always there, so that a tooltip that comes or goes leaves every other node what it was.
    backend.borrow_mut().open(Start::plain("overlay"));
    if let Some((_, target)) = active {
        // Drawn from its own corner: it may stand left of or above the drawing, where plotters does not reach.
        let (frame, marks) = tooltip(scene, target, look);
        let marks: Vec<Mark> = marks.into_iter().map(|mark| mark.moved(-frame.x, -frame.y)).collect();
        let corner = Some(Point::new(frame.x, frame.y));
        backend.borrow_mut().open(Start { at: corner, ..Start::plain("tooltip") });
        paint_marks(&marks, &root, backend)?;
        backend.borrow_mut().close();
    }
    backend.borrow_mut().close();
    Ok(())
}

/// What can be chosen and has its name written in it is read as written.
fn read(scene: &Scene, target: &Target, marks: &[Mark]) -> Read {
    let has_name = marks.iter().any(|mark| mark.class == "name");
    if target.current.is_some() && has_name {
        Read::AsWritten(target.details.join(&scene.full_stop))
    } else {
        Read::As(scene.spoken(target))
    }
}

fn paint_marks<B: Groups>(
    marks: &[Mark],
    root: &DrawingArea<B, Shift>,
    backend: &Rc<RefCell<B>>,
) -> Painted<B> {
    marks.iter().try_for_each(|mark| paint_mark(mark, root, backend))
}

fn paint_mark<B: Groups>(mark: &Mark, root: &DrawingArea<B, Shift>, backend: &Rc<RefCell<B>>) -> Painted<B> {
    backend.borrow_mut().class(mark.class);
    match &mark.shape {
        Shape::Line { from, to } => root.draw(&PathElement::new(vec![at(*from), at(*to)], BLACK)),
        Shape::Path(points) => root.draw(&PathElement::new(all(points), BLACK)),
        Shape::Polygon(points) => root.draw(&Polygon::new(all(points), BLACK)),
        Shape::Rect(rect) => {
            let corners = [(rect.x, rect.y), (rect.right(), rect.bottom())];
            let corners = corners.map(|(x, y)| at(Point::new(x, y)));
            root.draw(&Rectangle::new(corners, filled()))
        }
        Shape::Circle { centre, radius } => root.draw(&Circle::new(at(*centre), units(*radius), filled())),
        Shape::Text(text) => paint_text(text, root),
    }
}

fn paint_text<B: Groups>(text: &Text, root: &DrawingArea<B, Shift>) -> Painted<B> {
    let across = match text.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    // By a name plotters would look for it without regard to case, in tables of Unicode.
    let style = TextStyle::from((FontFamily::SansSerif, units(text.size)))
        .pos(Pos::new(across, VPos::Center))
        .color(&BLACK);
    root.draw(&TextElement::new(text.words.as_str(), at(Point::new(text.x, text.y)), style))
}

fn at(point: Point) -> BackendCoord {
    (units(point.x), units(point.y))
}

fn all(points: &[Point]) -> Vec<BackendCoord> {
    points.iter().map(|point| at(*point)).collect()
}

/// Whether a shape is filled or hollow is for CSS to say.
fn filled() -> ShapeStyle {
    BLACK.filled()
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use plotters_backend::{BackendColor, BackendStyle, BackendTextStyle, DrawingErrorKind};

    use super::*;
    use crate::rows::{End, Entry, Panel, Role, Row, RowsChart, Value};
    use crate::scene::Says;

    type Recorded = Result<(), DrawingErrorKind<Infallible>>;

    /// A backend that draws nothing and writes down what it is told, in plotters' units.
    #[derive(Default)]
    struct Recorder {
        class: &'static str,
        calls: Vec<String>,
    }

    impl Recorder {
        #[expect(clippy::unnecessary_wraps, reason = "it is what every call returns")]
        fn record(&mut self, call: &str) -> Recorded {
            self.calls.push(format!("{call} .{}", self.class));
            Ok(())
        }
    }

    impl Groups for Recorder {
        fn class(&mut self, class: &'static str) {
            self.class = class;
        }

        fn open(&mut self, start: Start) {
            let active = if start.is_active { " active" } else { "" };
            let current = start.current.map(|current| format!(" current={current}")).unwrap_or_default();
            let about = start.about.map(|About { id, read }| match read {
                Read::As(words) => format!(" #{id} {words:?}"),
                Read::AsWritten(more) => format!(" #{id} as written, {more:?}"),
                Read::Nowhere => format!(" #{id}"),
            });
            let about = about.unwrap_or_default();
            let at = start.at.map(|at| format!(" at {} {}", at.x, at.y)).unwrap_or_default();
            self.calls.push(format!("open .{}{active}{current}{at}{about}", start.class));
        }

        fn close(&mut self) {
            self.calls.push("close".to_owned());
        }
    }

    // Without a `draw_path` of its own plotters draws a path as lines.
    impl DrawingBackend for Recorder {
        type ErrorType = Infallible;

        fn get_size(&self) -> (u32, u32) {
            (3000, 3000)
        }

        fn ensure_prepared(&mut self) -> Recorded {
            Ok(())
        }

        fn present(&mut self) -> Recorded {
            Ok(())
        }

        fn draw_pixel(&mut self, at: BackendCoord, _: BackendColor) -> Recorded {
            self.record(&format!("pixel {at:?}"))
        }

        fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S) -> Recorded {
            self.record(&format!("line {from:?} {to:?}"))
        }

        fn draw_rect<S: BackendStyle>(
            &mut self,
            from: BackendCoord,
            to: BackendCoord,
            _: &S,
            fill: bool,
        ) -> Recorded {
            self.record(&format!("rect {from:?} {to:?} fill={fill}"))
        }

        fn draw_circle<S: BackendStyle>(
            &mut self,
            at: BackendCoord,
            radius: u32,
            _: &S,
            fill: bool,
        ) -> Recorded {
            self.record(&format!("circle {at:?} r={radius} fill={fill}"))
        }

        fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
            &mut self,
            points: I,
            _: &S,
        ) -> Recorded {
            let points: Vec<BackendCoord> = points.into_iter().collect();
            self.record(&format!("polygon {points:?}"))
        }

        fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Recorded {
            let anchor = style.anchor();
            let across = match anchor.h_pos {
                HPos::Left => "left",
                HPos::Center => "middle",
                HPos::Right => "right",
            };
            let down = if matches!(anchor.v_pos, VPos::Center) { "centre" } else { "not its centre" };
            self.record(&format!("text {text:?} {at:?} {across} {down} size={}", style.size()))
        }
    }

    fn recorded(scene: &Scene, look: Look) -> Vec<String> {
        let recorder = Rc::new(RefCell::new(Recorder::default()));
        paint(scene, look, &recorder).unwrap();
        recorder.take().calls
    }

    /// A group of nobody's, and a target with one mark of every shape.
    fn small() -> Scene {
        let mut scene = Scene::new(240.0, &Says { full_stop: ". ".to_owned(), ..Says::default() });
        scene.add("panel", vec![Mark::text("panel-title", "Growth", 0.0, 14.0, 14.0)]);
        let target = Target {
            id: "gdp".to_owned(),
            name: "GDP".to_owned(),
            details: vec!["3 %".to_owned()],
            current: Some(true),
            area: Rect { x: 0.0, y: 100.0, width: 240.0, height: 40.0 },
            anchor: Point::new(120.0, 120.0),
            line: 0,
        };
        scene.add_target(
            "row",
            target,
            vec![
                Mark::line("link", (10.0, 120.0), (20.5, 120.0)),
                Mark::path("arrow", &[(1.0, 2.0), (3.0, 4.0), (1.0, 6.0)]),
                Mark::polygon("before", &[(1.0, 2.0), (3.0, 4.0), (1.0, 6.0)]),
                Mark::rect("bar", Rect { x: 5.0, y: 110.0, width: 15.0, height: 14.0 }),
                Mark::circle("actual", 10.04, 120.06, 5.0),
                Mark::text("value", "3", 8.0, 120.0, 13.0).anchored(Anchor::End),
                Mark::text("axis", "0", 8.0, 130.0, 12.0).anchored(Anchor::Middle),
            ],
        );
        scene.height = 150.0;
        scene
    }

    #[test]
    fn every_shape_is_one_call_of_its_kind_and_the_tooltip_comes_last() {
        let look = Look { active: Some(0), ..Look::default() };
        assert_eq!(
            recorded(&small(), look),
            [
                "open .panel",
                r#"text "Growth" (0, 140) left centre size=140 .panel-title"#,
                "close",
                r#"open .row active current=true #gdp "GDP. 3 %""#,
                "line (100, 1200) (205, 1200) .link",
                "line (10, 20) (30, 40) .arrow",
                "line (30, 40) (10, 60) .arrow",
                "polygon [(10, 20), (30, 40), (10, 60)] .before",
                "rect (50, 1100) (200, 1240) fill=true .bar",
                "circle (100, 1201) r=50 fill=true .actual",
                r#"text "3" (80, 1200) right centre size=130 .value"#,
                r#"text "0" (80, 1300) middle centre size=120 .axis"#,
                "close",
                "open .overlay",
                "open .tooltip at 93 40",
                "rect (0, 0) (540, 560) fill=true .tip-frame",
                r#"text "GDP" (100, 180) left centre size=140 .tip-name"#,
                r#"text "3 %" (100, 380) left centre size=130 .tip-detail"#,
                "close",
                "close",
            ]
        );
    }

    #[test]
    fn a_tooltip_beyond_the_drawing_is_not_cut() {
        let visible = Some(Rect { x: -50.0, y: -500.0, width: 400.0, height: 900.0 });
        let mut scene = small();
        scene.targets[0].area.y = 10.0;
        let mut svg = String::new();
        nodes(&scene, Look { active: Some(0), visible, ..Look::default() }).write(&mut svg);
        assert!(svg.contains(r#"<g class="tooltip" transform="translate(93 -50)">"#), "{svg}");
        assert!(svg.contains(r#"width="54" height="56" class="tip-frame""#), "{svg}");
    }

    #[test]
    fn the_overlay_is_there_without_a_tooltip() {
        for active in [None, Some(1)] {
            let calls = recorded(&small(), Look { active, ..Look::default() });
            assert!(calls.ends_with(&["close", "open .overlay", "close"].map(str::to_owned)));
            assert!(!calls.iter().any(|call| call.contains("active") || call.contains("tip")));
        }
    }

    #[test]
    fn groups_end_before_the_next_begins_and_only_the_overlay_holds_one() {
        let entry = |role, value: f64| Entry {
            role,
            value: Value::Number { value, label: value.to_string() },
            end: End::Closed,
        };
        let row = |id: &str| Row {
            id: id.to_owned(),
            label: id.to_owned(),
            entries: vec![entry(Role::Actual, 3.0), entry(Role::Plan, 7.5)],
            ..Row::default()
        };
        let panel = Panel { rows: vec![row("a"), row("b"), row("c")], ..Panel::default() };
        let chart = RowsChart { panels: vec![panel.clone(), panel], ..RowsChart::default() };
        let calls = recorded(&crate::rows::place(&chart, 360.0), Look { active: Some(4), ..Look::default() });
        let mut open: Vec<&str> = Vec::new();
        for call in &calls {
            if let Some(group) = call.strip_prefix("open .") {
                assert!(
                    open.is_empty() || (open == ["overlay"] && group.starts_with("tooltip at ")),
                    "{group} in {open:?}"
                );
                open.push(group);
            } else if call == "close" {
                assert!(open.pop().is_some());
            } else {
                assert!(!open.is_empty(), "{call} stands in no group");
            }
        }
        assert!(open.is_empty());
        let rows: Vec<&String> = calls.iter().filter(|call| call.starts_with("open .row")).collect();
        assert_eq!(rows.len(), 6);
        assert!(rows.iter().enumerate().all(|(index, call)| call.contains("active") == (index == 4)));
    }

    #[test]
    fn what_is_drawn_is_the_same_with_and_without_a_tooltip_but_for_the_overlay() {
        let without = recorded(&small(), Look::default());
        let with = recorded(&small(), Look { active: Some(0), ..Look::default() });
        let overlay = |calls: &[String]| calls.iter().position(|call| call == "open .overlay");
        assert_eq!(overlay(&with), overlay(&without));
        let differing = with.iter().zip(&without).take(overlay(&with).unwrap()).filter(|(a, b)| a != b);
        assert_eq!(differing.count(), 1, "the group that is active");
    }
}
