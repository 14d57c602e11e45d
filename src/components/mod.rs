//! Parts of pages that know nothing of the report: each a pure function of its properties.

mod cell_view;
mod changing;
mod chart_view;
mod copy;
mod detail;
mod figure;
mod first_rows;
mod in_turn;
mod keep;
mod link;
mod marked;
mod notices;
mod save_table;
mod select;
mod text_field;
mod unfold;
mod windowed;

pub use cell_view::cell_view;
pub use changing::{changing, key_of};
pub use chart_view::ChartView;
pub use copy::Copy;
pub use detail::{Detail, detail};
pub use figure::{ASIDE, Figure, HALF, drawing};
pub use first_rows::{FIRST_ROWS, use_first_rows};
pub use in_turn::InTurn;
pub use link::{Link, link};
pub use marked::{marked, marked_parts};
pub use notices::{BLOCKED, notices};
pub use save_table::SaveTable;
pub use select::Select;
pub use text_field::TextField;
pub use unfold::Unfold;
pub use windowed::{WHOLE_UP_TO, Windowed};
