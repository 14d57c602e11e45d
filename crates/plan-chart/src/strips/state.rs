//! What the chart shows, without pixels. All words come from the caller, in the reader's language.

use crate::number::Magnitude;
use crate::scale::Spread;
use crate::scene::Says;

/// The whole chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StripsChart {
    /// One below the other, each with an axis of its own.
    pub strips: Vec<Strip>,
    /// Words for large numbers at ticks, the largest first.
    pub magnitudes: Vec<Magnitude>,
    /// What stands where nothing can be drawn.
    pub says: Says,
}

/// Values of one unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strip {
    /// What the values are.
    pub title: String,
    /// Their unit; where it is empty, [`Says::no_unit`] stands.
    pub unit: String,
    /// How values are spread over the axis.
    pub spread: Spread,
    /// The values, in any order.
    pub dots: Vec<Dot>,
    /// Sentences below the axis: which is the largest, which the smallest.
    pub captions: Vec<String>,
}

/// One value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dot {
    /// Its id in the data.
    pub id: String,
    /// What it is of.
    pub label: String,
    /// Its place on the axis.
    pub value: f64,
    /// How the value is written.
    pub written: String,
    /// Whether it is planned: hollow.
    pub is_plan: bool,
    /// What the tooltip says under the name, one entry a line; also what is spoken.
    pub details: Vec<String>,
    /// Whether it is chosen; `None` where there is nothing to choose.
    pub pressed: Option<bool>,
}
