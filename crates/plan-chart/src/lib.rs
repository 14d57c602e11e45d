//! Charts of a plan report: *state* (what is shown, no pixels) → *placed* (pixels, no drawing) → SVG nodes, drawn by
//! plotters through a backend that emits Yew's. The same code runs in the browser and natively, with the same result.

mod backend;
mod linear;
pub mod promise;
mod text;

pub use text::text_width;
