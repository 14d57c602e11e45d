//! Plan Explorer: a district's yearly plan report as a page to explore.
//!
//! Everything on the screen is a pure function of the [`Dataset`](plan_data::Dataset) and the [`UrlState`](state::UrlState).

pub mod app;
pub mod browser;
pub mod charts;
pub mod components;
pub mod data;
pub mod headline;
pub mod host;
pub mod insights;
pub mod items;
pub mod pages;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerendered;
pub mod published;
pub mod sections;
pub mod snippet;
pub mod state;
pub mod style;
pub mod texts;
pub mod within;
