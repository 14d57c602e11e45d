//! What the chart shows, without pixels. All words come from the caller, in the reader's language.

use crate::number::Magnitude;
use crate::scale::{Spread, is_drawable};
use crate::scene::Says;

/// The whole chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowsChart {
    /// One below the other.
    pub panels: Vec<Panel>,
    /// Whether the panels have an axis each or one for all.
    pub axes: Axes,
    /// Words for large numbers at ticks, the largest first.
    pub magnitudes: Vec<Magnitude>,
    /// What stands where nothing can be drawn.
    pub says: Says,
}

/// How panels go together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Axes {
    /// Each has the axis that suits its values.
    #[default]
    Each,
    /// All have the same, drawn below each: small multiples, side by side where there is room.
    Multiples,
    /// None: each row has a line of its own from zero to the largest of [`Row::among`], and its values are read from their
    /// labels. For rows of different units that answer the same question.
    OfRows,
}

/// How the marks of a panel look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Marks on one line, joined: for values whose distance matters.
    #[default]
    Dots,
    /// Bars from zero, one below the other: for amounts and counts.
    Bars,
}

/// Rows that may share an axis: of one unit and one kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// What the rows are; may be empty.
    pub title: String,
    /// The unit of all values; where it is empty, [`Says::no_unit`] stands.
    pub unit: String,
    /// How the marks look.
    pub form: Form,
    /// How values are spread over the axis.
    pub spread: Spread,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

/// One thing with its values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its id in the data.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Its values.
    pub entries: Vec<Entry>,
    /// Under [`Axes::OfRows`]: the values that share the row's scale, of the rows of its unit; empty for its own only.
    pub among: Vec<f64>,
    /// What stands at its right end, such as a difference; may be empty.
    pub aside: String,
    /// What that says besides: the sign in it comes first, the colour is second.
    pub tone: Tone,
    /// What the tooltip says under the name, one entry a line; also what is spoken.
    pub details: Vec<String>,
    /// Whether it is what the page shows; `None` where it cannot be chosen.
    pub current: Option<bool>,
}

/// What a difference means by its direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing.
    #[default]
    Plain,
    /// Up.
    Up,
    /// Down.
    Down,
}

impl Tone {
    /// The class of the text.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Plain => "aside",
            Self::Up => "aside up",
            Self::Down => "aside down",
        }
    }
}

/// A value and the part that it plays.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Which part.
    pub role: Role,
    /// The value.
    pub value: Value,
    /// Whether it ends there.
    pub end: End,
}

/// How exact a number is, for the mark on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum End {
    /// It is that.
    #[default]
    Closed,
    /// It may be more.
    Above,
    /// It may be less.
    Below,
    /// It is about that.
    About,
}

/// The part that a value plays, which gives its mark: results are filled, plans are hollow, computed values are dashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// What was there before, computed.
    Before,
    /// What was achieved.
    Actual,
    /// A target that was set before, computed.
    Target,
    /// What is planned.
    Plan,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number in the panel's unit.
    Number {
        /// Its place on the axis.
        value: f64,
        /// How it is written.
        label: String,
    },
    /// No number.
    Words {
        /// What sort of words, for the mark that stands with them.
        kind: Words,
        /// The words.
        label: String,
    },
}

/// What a value that is no number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// Up, without a number: an open arrow.
    Rising,
    /// A target that is set elsewhere: a dotted ring.
    Assigned,
    /// Nothing: no mark, muted words.
    Missing,
}

impl Entry {
    /// The number, where there is one that an axis can hold.
    pub(super) fn drawable(&self) -> Option<f64> {
        match &self.value {
            Value::Number { value, .. } if is_drawable(*value) => Some(*value),
            Value::Number { .. } | Value::Words { .. } => None,
        }
    }

    /// What is written.
    pub(super) fn label(&self) -> &str {
        match &self.value {
            Value::Number { label, .. } | Value::Words { label, .. } => label,
        }
    }
}

impl Panel {
    /// All numbers that can be drawn.
    pub(super) fn values(&self) -> impl Iterator<Item = f64> {
        self.rows.iter().flat_map(|row| &row.entries).filter_map(Entry::drawable)
    }
}
