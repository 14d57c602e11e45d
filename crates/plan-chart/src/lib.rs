//! Charts of a plan report: *state* (what is shown, no pixels) → *scene* (placed marks, no drawing) → SVG nodes, drawn by
//! plotters through a backend of our own. The same code runs in the browser and natively, with the same result.

mod axis;
mod backend;
mod draw;
mod geometry;
mod heading;
mod node;
mod number;
pub mod parts;
mod pattern;
mod picture;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties;
pub mod rows;
mod scale;
mod scene;
mod text;
mod tooltip;

pub use draw::{Look, draw};
pub use geometry::{Point, Rect};
pub use number::Magnitude;
pub use pattern::patterns;
pub use picture::{HIGH, Picture, SMALLEST, Size, WIDE, svg_file};
pub use scale::Spread;
pub use scene::{Says, Scene, Step, Target};
pub use text::{text_width, wrap};

/// A chart of any kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// Rows of marks.
    Rows(rows::RowsChart),
    /// Wholes and their parts.
    Parts(parts::PartsChart),
}

impl Chart {
    /// Lays the chart out at `width` pixels; at least 240, at most 4000.
    pub fn place(&self, width: f64) -> Scene {
        match self {
            Self::Rows(chart) => rows::place(chart, width),
            Self::Parts(chart) => parts::place(chart, width),
        }
    }

    /// The same in two columns, read one after the other; `None` where it does not come apart.
    pub(crate) fn place_in_two(&self, width: f64) -> Option<Scene> {
        match self {
            Self::Rows(chart) => rows::place_in_two(chart, width),
            Self::Parts(_) => None,
        }
    }
}
