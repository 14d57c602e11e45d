//! What the chart shows, without pixels. All words come from the caller, in the reader's language.

/// The whole chart.
#[derive(Clone, Debug, PartialEq)]
pub struct PromiseChart {
    /// One below the other; each has an axis of its own.
    pub panels: Vec<Panel>,
}

/// Rows that may share an axis: of one unit and one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What the rows are, with their unit.
    pub title: String,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The indicator's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What was achieved.
    pub actual: Point,
    /// What is planned.
    pub plan: Point,
    /// What the tooltip says under the name, one entry a line; also what is spoken.
    pub details: Vec<String>,
}

/// One side of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Point {
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

impl Point {
    /// The number, where there is one.
    pub(crate) fn value(&self) -> Option<f64> {
        match self {
            Self::Number { value, .. } => Some(*value),
            Self::Words { .. } => None,
        }
    }
}

impl PromiseChart {
    /// All rows, from top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.panels.iter().flat_map(|panel| &panel.rows)
    }
}
