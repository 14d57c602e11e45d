//! What the chart shows, without pixels. All words come from the caller, in the reader's language.

use crate::scene::Says;

/// The whole chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartsChart {
    /// One below the other.
    pub wholes: Vec<Whole>,
    /// What stands where nothing can be drawn.
    pub says: Says,
}

/// Something that is made up of parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Whole {
    /// What it is.
    pub title: String,
    /// The unit of its parts; where it is empty, [`Says::no_unit`] stands.
    pub unit: String,
    /// From left to right; a bar is as long as all of them together.
    pub parts: Vec<Part>,
}

/// A part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// Its id in the data.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Its size, at least zero, in the unit of the others.
    pub value: f64,
    /// Its size as it is written.
    pub written: String,
    /// Whether it is only what the others leave: drawn hollow.
    pub is_rest: bool,
    /// What the tooltip says under the name, one entry a line; also what is spoken.
    pub details: Vec<String>,
}
