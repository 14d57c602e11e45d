//! Parts of the page that know nothing of the report: each a pure function of its properties.

mod cell_view;
mod chart_view;
mod figure;
mod marked;
mod notices;
mod select;

pub use cell_view::CellView;
pub use chart_view::ChartView;
pub use figure::{Figure, drawing};
pub use marked::Marked;
pub use notices::Notices;
pub use select::Select;
