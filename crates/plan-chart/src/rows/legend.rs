//! The mark of a part, as it stands before words: in legends, and before values that have no room beside their mark.

use yew::virtual_dom::VNode;

use super::state::{Form, Role, Words};
use crate::draw::draw;
use crate::geometry::Rect;
use crate::scene::{Mark, Says, Scene};

/// Radii of dots and rings.
pub(super) const DOT: f64 = 5.0;
pub(super) const RING: f64 = 7.0;

/// How wide a mark before words is.
pub(super) const GLYPH: f64 = 2.0 * RING;

/// The mark of a number with its left end at `x` and its middle at `y`.
pub(crate) fn number_glyph(form: Form, role: Role, x: f64, y: f64) -> Vec<Mark> {
    let middle = x + RING;
    let swatch = |class| vec![Mark::rect(class, Rect::between(x, x + GLYPH, y - 5.0, y + 5.0))];
    match (form, role) {
        (Form::Dots, Role::Actual) => vec![Mark::circle("actual", middle, y, DOT)],
        (Form::Dots, Role::Plan) => vec![Mark::circle("plan", middle, y, RING - 1.0)],
        (Form::Dots, Role::Before) => vec![diamond(middle, y)],
        (_, Role::Target) => vec![Mark::line("target", (middle, y - 7.0), (middle, y + 7.0))],
        (Form::Bars, Role::Before) => swatch("before bar"),
        (Form::Bars, Role::Actual) => swatch("actual bar"),
        (Form::Bars, Role::Plan) => swatch("plan bar"),
    }
}

/// A hollow diamond around a middle.
pub(super) fn diamond(x: f64, y: f64) -> Mark {
    Mark::polygon("before", &[(x, y - RING), (x + RING, y), (x, y + RING), (x - RING, y)])
}

/// The mark of words, and how wide it is.
pub(super) fn words_glyph(kind: Words, role: Role, x: f64, y: f64) -> (Vec<Mark>, f64) {
    let middle = x + RING;
    let marks = match (kind, role) {
        (Words::Rising, _) => vec![
            Mark::line("plan arrow", (x, y), (x + GLYPH, y)),
            Mark::path(
                "plan arrow",
                &[(x + GLYPH - 5.0, y - 5.0), (x + GLYPH, y), (x + GLYPH - 5.0, y + 5.0)],
            ),
        ],
        (Words::Assigned, Role::Plan | Role::Target) => {
            vec![Mark::circle("plan dotted", middle, y, RING - 1.0)]
        }
        (Words::Assigned, Role::Actual | Role::Before) => {
            vec![Mark::circle("actual dotted", middle, y, DOT)]
        }
        (Words::Missing, _) => return (Vec::new(), 0.0),
    };
    (marks, GLYPH)
}

/// The nodes of a part's mark for a legend, within an `<svg>` of 16 by 16 pixels.
pub fn legend_mark(form: Form, role: Role) -> VNode {
    let mut scene = Scene::new(16.0, &Says::default());
    scene.add("legend-mark", number_glyph(form, role, 1.0, 8.0));
    draw(&scene, crate::Look::default())
}
