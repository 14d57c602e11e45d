//! Wholes and what they are made of: one bar each, divided by the shares of its parts.

mod place;
mod state;

pub use place::place;
pub use state::{Part, PartsChart, Whole};
