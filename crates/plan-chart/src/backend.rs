//! A plotters backend that emits SVG elements: each mark is one that CSS styles by its class.
//! Colours never come from here; a transparent style means “do not draw”.

use std::fmt;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use crate::draw::Groups;
use crate::geometry::Point;
use crate::node::{Content, Node};
use crate::text::text_width;

/// plotters places on whole numbers; one of them is this part of a pixel.
pub(crate) const PER_PIXEL: f64 = 10.0;

/// Pixels to plotters' units.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a drawing is some thousand pixels wide, and `as` saturates"
)]
pub(crate) fn units(pixels: f64) -> i32 {
    (pixels * PER_PIXEL).round() as i32
}

/// plotters' units as pixels, in the shortest writing.
pub(crate) fn pixels(units: i32) -> String {
    plan_lean::fixed(f64::from(units) / PER_PIXEL, 1)
}

/// Collects what plotters draws as SVG elements.
pub(crate) struct SvgBackend {
    /// The drawing itself, and the groups that are open within it.
    groups: Vec<Node>,
    class: &'static str,
}

/// How a group begins.
pub(crate) struct Start {
    pub(crate) class: &'static str,
    pub(crate) is_active: bool,
    /// Of what can be chosen: whether it is what the page shows.
    pub(crate) current: Option<bool>,
    /// Where its upper left corner lies, if not in that of the drawing.
    pub(crate) at: Option<Point>,
    /// Of what is named for itself: its id, and what is read of it.
    pub(crate) about: Option<About>,
}

/// What is known of a group that is named for itself.
pub(crate) struct About {
    pub(crate) id: String,
    pub(crate) read: Read,
}

/// How a group is read.
pub(crate) enum Read {
    /// As these words, in place of the texts in it.
    As(String),
    /// As the texts in it, then these words: who speaks to a button says what stands on it.
    AsWritten(String),
    /// Not at all: it is a part of a picture that is read as a whole.
    Nowhere,
}

impl Start {
    /// A group of marks that are nobody's.
    pub(crate) fn plain(class: &'static str) -> Self {
        Self { class, is_active: false, current: None, at: None, about: None }
    }
}

impl SvgBackend {
    /// An empty drawing.
    pub(crate) fn new() -> Self {
        Self { groups: vec![Node::new("g")], class: "" }
    }

    /// All that was drawn, in one group.
    pub(crate) fn finish(&mut self) -> Node {
        while self.groups.len() > 1 {
            self.close();
        }
        self.groups.pop().unwrap_or_else(|| Node::new("g"))
    }

    fn emit(&mut self, mut node: Node) {
        if !self.class.is_empty() && node.name != "g" {
            node.attributes.push(("class", self.class.to_owned()));
        }
        if let Some(group) = self.groups.last_mut() {
            group.push(node);
        }
    }
}

impl Groups for SvgBackend {
    fn class(&mut self, class: &'static str) {
        self.class = class;
    }

    fn open(&mut self, start: Start) {
        let mut class = start.class.to_owned();
        for (holds, word) in [(start.is_active, " active"), (start.current == Some(true), " current")] {
            if holds {
                class.push_str(word);
            }
        }
        let mut group = Node::new("g").with("class", class);
        if let Some(About { id, read }) = start.about {
            // What is named for itself is read as one thing; what can be chosen is a button.
            let role = if start.current.is_some() { "button" } else { "img" };
            group = group.with("data-id", id);
            group = match read {
                Read::As(words) => group.with("role", role).with("aria-label", words),
                Read::AsWritten(more) => group.with("role", role).with("aria-description", more),
                Read::Nowhere => group,
            };
        }
        if let Some(Point { x, y }) = start.at {
            group = group.with("transform", format!("translate({} {})", pixels(units(x)), pixels(units(y))));
        }
        if start.current == Some(true) {
            group = group.with("aria-current", "true");
        }
        self.groups.push(group);
    }

    fn close(&mut self) {
        if let Some(group) = self.groups.pop() {
            self.emit(group);
        }
    }
}

/// Something that this backend does not draw.
#[derive(Debug)]
pub(crate) enum Undrawable {
    /// Single pixels and bitmaps: there are none in a drawing of elements.
    Pixels,
}

impl fmt::Display for Undrawable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pixels => f.write_str("pixels cannot be drawn as elements; draw shapes"),
        }
    }
}

impl std::error::Error for Undrawable {}

type Drawn = Result<(), DrawingErrorKind<Undrawable>>;

fn element(name: &'static str, attributes: &[(&'static str, i32)]) -> Node {
    let attributes = attributes.iter().map(|(attribute, value)| (*attribute, pixels(*value)));
    Node { attributes: attributes.collect(), ..Node::new(name) }
}

fn points(path: impl IntoIterator<Item = BackendCoord>) -> String {
    let points: Vec<String> = path.into_iter().map(|(x, y)| format!("{},{}", pixels(x), pixels(y))).collect();
    points.join(" ")
}

fn is_invisible<S: BackendStyle>(style: &S) -> bool {
    style.color().alpha <= 0.0
}

impl DrawingBackend for SvgBackend {
    type ErrorType = Undrawable;

    fn get_size(&self) -> (u32, u32) {
        // plotters moves what lies outside to the edge. Elements need no edge: the `<svg>` around them has one.
        (u32::MAX / 4, u32::MAX / 4)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Err(DrawingErrorKind::DrawingError(Undrawable::Pixels))
    }

    fn blit_bitmap(&mut self, _: BackendCoord, _: (u32, u32), _: &[u8]) -> Drawn {
        Err(DrawingErrorKind::DrawingError(Undrawable::Pixels))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        if !is_invisible(style) {
            self.emit(element("line", &[("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)]));
        }
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        _: bool,
    ) -> Drawn {
        if !is_invisible(style) {
            self.emit(element(
                "rect",
                &[
                    ("x", upper_left.0),
                    ("y", upper_left.1),
                    ("width", bottom_right.0 - upper_left.0),
                    ("height", bottom_right.1 - upper_left.1),
                ],
            ));
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        if !is_invisible(style) {
            let path: Vec<BackendCoord> = path.into_iter().collect();
            if let [from, to] = path[..] {
                return self.draw_line(from, to, style);
            }
            self.emit(Node::new("polyline").with("points", points(path)));
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _: bool,
    ) -> Drawn {
        if !is_invisible(style) {
            let radius = i32::try_from(radius).unwrap_or(i32::MAX);
            self.emit(element("circle", &[("cx", center.0), ("cy", center.1), ("r", radius)]));
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        if !is_invisible(style) {
            self.emit(Node::new("polygon").with("points", points(vert)));
        }
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, pos: BackendCoord) -> Drawn {
        if style.color().alpha <= 0.0 {
            return Ok(());
        }
        let size = style.size();
        let anchor = style.anchor();
        // Baselines by number: renderers disagree about dominant-baseline. The shares are those of Chinese fonts,
        // whose glyphs stand about 0.88 above and 0.12 below the baseline.
        let below_anchor = match anchor.v_pos {
            VPos::Top => 0.88,
            VPos::Center => 0.36,
            VPos::Bottom => -0.12,
        };
        let baseline = pos.1 + units(below_anchor * size / PER_PIXEL);
        let mut node =
            element("text", &[("x", pos.0), ("y", baseline), ("font-size", units(size / PER_PIXEL))]);
        match anchor.h_pos {
            HPos::Left => {}
            HPos::Center => node.attributes.push(("text-anchor", "middle".to_owned())),
            HPos::Right => node.attributes.push(("text-anchor", "end".to_owned())),
        }
        node.content = Content::Text(text.to_owned());
        self.emit(node);
        Ok(())
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "widths and sizes are positive and small, and `as` saturates"
    )]
    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Undrawable>> {
        Ok((text_width(text, style.size()).ceil() as u32, style.size().ceil() as u32))
    }
}

#[cfg(test)]
mod tests {
    use plotters::style::text_anchor::Pos;
    use plotters::style::{BLACK, Color, IntoTextStyle, ShapeStyle, TRANSPARENT, TextStyle};

    use super::*;

    fn black() -> ShapeStyle {
        ShapeStyle::from(&BLACK)
    }

    fn written(backend: &mut SvgBackend) -> String {
        let mut text = String::new();
        backend.finish().write(&mut text);
        text
    }

    fn text_style(across: HPos, down: VPos) -> TextStyle<'static> {
        ("sans-serif", 200).into_text_style(&(1000, 1000)).pos(Pos::new(across, down)).color(&BLACK)
    }

    #[test]
    fn shapes_are_elements_in_pixels_with_the_class_that_was_set() {
        let mut backend = SvgBackend::new();
        let style = black();
        backend.class("a b");
        backend.draw_line((0, 5), (100, 205), &style).unwrap();
        backend.draw_path([(0, 0), (10, 10)], &style).unwrap();
        backend.draw_path([(0, 0), (10, 10), (20, 5)], &style).unwrap();
        backend.class("c");
        backend.draw_rect((10, 20), (40, 80), &style, true).unwrap();
        backend.draw_circle((1, 2), 50, &style, false).unwrap();
        backend.class("");
        backend.fill_polygon([(0, 0), (10, 10), (20, 5)], &style).unwrap();
        assert_eq!(
            written(&mut backend),
            concat!(
                r#"<g><line x1="0" y1="0.5" x2="10" y2="20.5" class="a b"/>"#,
                r#"<line x1="0" y1="0" x2="1" y2="1" class="a b"/>"#,
                r#"<polyline points="0,0 1,1 2,0.5" class="a b"/>"#,
                r#"<rect x="1" y="2" width="3" height="6" class="c"/>"#,
                r#"<circle cx="0.1" cy="0.2" r="5" class="c"/>"#,
                r#"<polygon points="0,0 1,1 2,0.5"/></g>"#,
            )
        );
    }

    #[test]
    fn a_transparent_style_draws_nothing() {
        let mut backend = SvgBackend::new();
        let style = ShapeStyle::from(&TRANSPARENT);
        backend.draw_line((0, 0), (10, 10), &style).unwrap();
        backend.draw_rect((0, 0), (10, 10), &style, true).unwrap();
        backend.draw_path([(0, 0), (10, 10)], &style).unwrap();
        backend.draw_circle((0, 0), 10, &style, true).unwrap();
        backend.fill_polygon([(0, 0), (10, 10), (0, 10)], &style).unwrap();
        let invisible = BLACK.mix(0.0);
        backend.draw_text("x", &text_style(HPos::Left, VPos::Top).color(&invisible), (0, 0)).unwrap();
        assert_eq!(written(&mut backend), "<g/>");
    }

    #[test]
    fn pixels_are_an_error_that_says_what_to_do() {
        let mut backend = SvgBackend::new();
        let errors = [
            backend.draw_pixel((0, 0), BackendColor { alpha: 1.0, rgb: (0, 0, 0) }),
            backend.blit_bitmap((0, 0), (1, 1), &[0, 0, 0]),
        ];
        for error in errors {
            assert!(error.unwrap_err().to_string().contains("draw shapes"));
        }
        assert_eq!(written(&mut backend), "<g/>");
    }

    #[test]
    fn text_stands_on_a_baseline_and_begins_at_its_anchor() {
        for (down, baseline) in [(VPos::Top, "67.6"), (VPos::Center, "57.2"), (VPos::Bottom, "47.6")] {
            for (across, anchor) in [
                (HPos::Left, ""),
                (HPos::Center, r#" text-anchor="middle""#),
                (HPos::Right, r#" text-anchor="end""#),
            ] {
                let mut backend = SvgBackend::new();
                backend.class("name");
                backend.draw_text("1 < 2", &text_style(across, down), (100, 500)).unwrap();
                assert_eq!(
                    written(&mut backend),
                    format!(
                        r#"<g><text x="10" y="{baseline}" font-size="20"{anchor} class="name">1 &lt; 2</text></g>"#
                    )
                );
            }
        }
    }

    #[test]
    fn text_is_measured_by_the_table() {
        let backend = SvgBackend::new();
        let style = text_style(HPos::Left, VPos::Top);
        let size = backend.estimate_text_size("\u{589E}\u{957F}", &style).unwrap();
        assert_eq!(size, (400, 200));
    }

    #[test]
    fn groups_say_what_they_are_and_whether_they_are_chosen() {
        let words = || "GDP: \"3 %\"".to_owned();
        let about = || Some(About { id: "a-1".to_owned(), read: Read::As(words()) });
        let as_written = || Some(About { id: "a-1".to_owned(), read: Read::AsWritten(words()) });
        let mut backend = SvgBackend::new();
        for start in [
            Start::plain("panel"),
            Start { about: about(), ..Start::plain("row") },
            Start { about: about(), current: Some(false), ..Start::plain("row") },
            Start { about: as_written(), current: Some(true), is_active: true, ..Start::plain("row") },
        ] {
            // The class of marks is not that of groups.
            backend.class("mark");
            backend.open(start);
            backend.close();
        }
        let about = r#"aria-label="GDP: &quot;3 %&quot;""#;
        let description = r#"aria-description="GDP: &quot;3 %&quot;""#;
        assert_eq!(
            written(&mut backend),
            [
                r#"<g><g class="panel"/>"#,
                &format!(r#"<g class="row" data-id="a-1" role="img" {about}/>"#),
                &format!(r#"<g class="row" data-id="a-1" role="button" {about}/>"#),
                &format!(
                    r#"<g class="row active current" data-id="a-1" role="button" {description} aria-current="true"/></g>"#
                ),
            ]
            .concat()
        );
    }

    #[test]
    fn groups_that_are_left_open_end_with_the_drawing() {
        let mut backend = SvgBackend::new();
        backend.open(Start::plain("a"));
        backend.open(Start::plain("b"));
        backend.draw_circle((0, 0), 10, &black(), true).unwrap();
        assert_eq!(
            written(&mut backend),
            r#"<g><g class="a"><g class="b"><circle cx="0" cy="0" r="1"/></g></g></g>"#
        );
    }
}
