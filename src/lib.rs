//! Plan Explorer: a district's yearly plan report as a page to explore.
//!
//! Everything on the screen is a pure function of the bundled [`Dataset`](plan_data::Dataset) and the
//! [`UrlState`](state::UrlState). The first render never looks at the browser: what it knows arrives in effects.

pub mod browser;
pub mod charts;
pub mod components;
pub mod data;
pub mod headline;
pub mod host;
pub mod insights;
pub mod islands;
pub mod items;
pub mod page;
pub mod published;
pub mod sections;
pub mod snippet;
pub mod state;
pub mod style;
pub mod texts;
pub mod within;
