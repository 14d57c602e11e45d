//! The figures of a plan report, from the cells of a spreadsheet to typed values that can be compared.
//! One thing must stay true: a value is what the report prints, never a guess.

#[macro_use]
mod said;

pub mod against;
mod amount;
pub mod bundle;
mod column;
mod compare;
mod dataset;
mod decimal;
pub mod facet;
mod figure;
mod index;
mod indicator;
mod indicator_facet;
mod lookup;
mod outline;
pub mod package;
mod pinyin;
mod project;
mod quantity;
mod question;
pub mod questions;
pub mod reconcile;
mod report;
mod search;
pub mod sheet;
mod synonym;
mod unit;
mod value;

pub use amount::{Amount, Bound, Modifier, Modifiers, numeral};
pub use column::{Column, Columns, Values};
pub use compare::{Comparison, Difference, Reason, Stand, compare, difference};
pub use dataset::{Dataset, Extra, Extras};
pub use decimal::Decimal;
pub use figure::{Figure, FigureKind, Nature, Omission, Place, Relation, RelationKind, Topic};
pub use index::{Order, ProjectIndex, Selection};
pub use indicator::{Direction, Heading, Indicator, Kind, Measure};
pub use indicator_facet::{
    IndicatorChoice, IndicatorFacet, indicator_counts, indicator_value, indicators_with,
};
pub use lookup::{Answer, Group, Kind as LookupKind, Matches, Record, look_up};
pub use outline::{Context, Remark, RemarkKind, RunIn, Section, Stated, Task};
pub use pinyin::Pinyin;
pub use project::{LocationKind, LocationPart, Mention, NamedIn, NamedPlace, Project, Related};
pub use quantity::{Incommensurable, NotAQuantity, Quantity};
pub use question::{Question, asking};
pub use report::{Bilingual, Date, Level, Report};
pub use said::{Language, Said};
pub use search::{Query, find};
pub use synonym::{Meaning, Synonym};
pub use unit::{Dimension, Unit, UnknownUnit};
pub use value::{Cell, NOTATIONS, Value};
