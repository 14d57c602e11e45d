//! Rows of marks: dumbbells that set a result beside its plan, bars that count or add up. One row is one thing; rows of one unit
//! share a panel.

mod labels;
mod legend;
mod place;
mod state;

pub use legend::legend_mark;
pub(crate) use legend::number_glyph;
pub use place::place;
pub(crate) use place::place_in_two;
pub use state::{Axes, End, Entry, Form, Panel, Role, Row, RowsChart, Tone, Value, Words};
