//! Promise and result: for each indicator what was achieved and what is planned, on one axis a panel.
//! Actual is a filled mark, plan a hollow one; what is not a number stands as words and has no place on the axis.

mod draw;
mod place;
mod state;

pub use draw::draw;
pub use place::{Placed, place};
pub use state::{Panel, Point, PromiseChart, Row, Words};
