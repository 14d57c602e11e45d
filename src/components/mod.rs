//! Parts of the page that know nothing of the report: each a pure function of its properties.

mod cell_view;
mod marked;
mod notices;
mod promise_chart;

pub use cell_view::CellView;
pub use marked::Marked;
pub use notices::Notices;
pub use promise_chart::PromiseChartView;
