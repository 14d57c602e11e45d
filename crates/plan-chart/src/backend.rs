//! A plotters backend that emits Yew nodes: each mark is an element that CSS styles by its class.
//! Colours never come from here; a transparent style means “do not draw”.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use yew::virtual_dom::{VNode, VTag};

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
    format!("{}", f64::from(units) / PER_PIXEL)
}

/// Collects what plotters draws as SVG elements.
pub(crate) struct SvgBackend {
    size: (u32, u32),
    /// The drawing itself, and the groups that are open within it.
    groups: Vec<VTag>,
    class: &'static str,
}

/// A drawing that plotters and the code between its calls share.
#[derive(Clone)]
pub(crate) struct Sheet(Rc<RefCell<SvgBackend>>);

impl Sheet {
    /// An empty drawing of that many pixels.
    pub(crate) fn new(width: f64, height: f64) -> Self {
        let size = |pixels: f64| units(pixels).unsigned_abs();
        Self(Rc::new(RefCell::new(SvgBackend {
            size: (size(width), size(height)),
            groups: vec![VTag::new("g")],
            class: "",
        })))
    }

    pub(crate) fn backend(&self) -> &Rc<RefCell<SvgBackend>> {
        &self.0
    }

    /// What is drawn from now on has this class.
    pub(crate) fn class(&self, class: &'static str) {
        self.0.borrow_mut().class(class);
    }

    /// Begins a group: what is drawn from now on stands in it.
    pub(crate) fn open(&self, class: &'static str) {
        let mut group = VTag::new("g");
        group.add_attribute("class", class);
        self.0.borrow_mut().groups.push(group);
    }

    /// Ends the group begun last.
    pub(crate) fn close(&self) {
        self.0.borrow_mut().close();
    }

    /// All that was drawn, in one group.
    pub(crate) fn finish(&self) -> VNode {
        let mut backend = self.0.borrow_mut();
        while backend.groups.len() > 1 {
            backend.close();
        }
        backend.groups.pop().map(VNode::from).unwrap_or_default()
    }
}

impl SvgBackend {
    /// What is drawn from now on has this class.
    pub(crate) fn class(&mut self, class: &'static str) {
        self.class = class;
    }

    fn close(&mut self) {
        if let Some(group) = self.groups.pop() {
            self.emit(group);
        }
    }

    fn emit(&mut self, mut tag: VTag) {
        if !self.class.is_empty() && tag.tag() != "g" {
            tag.add_attribute("class", self.class);
        }
        if let Some(group) = self.groups.last_mut() {
            group.add_child(tag.into());
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

fn element(name: &'static str, attributes: &[(&'static str, i32)]) -> VTag {
    let mut tag = VTag::new(name);
    for (attribute, value) in attributes {
        tag.add_attribute(attribute, pixels(*value));
    }
    tag
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
        self.size
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
        fill: bool,
    ) -> Drawn {
        if !is_invisible(style) {
            let mut tag = element(
                "rect",
                &[
                    ("x", upper_left.0),
                    ("y", upper_left.1),
                    ("width", bottom_right.0 - upper_left.0),
                    ("height", bottom_right.1 - upper_left.1),
                ],
            );
            if !fill {
                tag.add_attribute("fill", "none");
            }
            self.emit(tag);
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
            let mut tag = VTag::new("polyline");
            tag.add_attribute("points", points(path));
            tag.add_attribute("fill", "none");
            self.emit(tag);
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if !is_invisible(style) {
            let radius = i32::try_from(radius).unwrap_or(i32::MAX);
            let mut tag = element("circle", &[("cx", center.0), ("cy", center.1), ("r", radius)]);
            if !fill {
                tag.add_attribute("fill", "none");
            }
            self.emit(tag);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        if !is_invisible(style) {
            let mut tag = VTag::new("polygon");
            tag.add_attribute("points", points(vert));
            self.emit(tag);
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
        let mut tag =
            element("text", &[("x", pos.0), ("y", baseline), ("font-size", units(size / PER_PIXEL))]);
        match anchor.h_pos {
            HPos::Left => {}
            HPos::Center => tag.add_attribute("text-anchor", "middle"),
            HPos::Right => tag.add_attribute("text-anchor", "end"),
        }
        tag.add_child(VNode::from(text.to_owned()));
        self.emit(tag);
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
