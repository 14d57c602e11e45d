//! The styles of drawings for files that stand alone, written by `build.rs` from `static/styles/`.

/// CSS for what plan-chart draws, in the light theme, without variables.
pub const DRAWING: &str = include_str!(concat!(env!("OUT_DIR"), "/drawing.css"));
