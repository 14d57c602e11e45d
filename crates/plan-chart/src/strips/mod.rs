//! Strips of dots: many values of one unit on one axis, to find the large and the small.

mod place;
mod state;

pub use place::place;
pub use state::{Dot, Strip, StripsChart};
