//! The figures of a plan report, from the cells of a spreadsheet to typed values that can be compared.
//! One thing must stay true: a value is what the report prints, never a guess.

mod compare;
mod dataset;
mod decimal;
mod indicator;
pub mod package;
mod project;
mod report;
mod search;
mod value;

pub use compare::{Comparison, Reason, compare};
pub use dataset::Dataset;
pub use decimal::Decimal;
pub use indicator::{Heading, Indicator, Kind, Measure};
pub use project::Project;
pub use report::{Bilingual, Date, Report};
pub use search::{Query, find};
pub use value::{Cell, NOTATIONS, Value};
