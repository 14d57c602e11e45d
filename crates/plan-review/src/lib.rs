//! The review screen: what was read of a report beside its text, to be accepted, corrected, rejected and added to by a person.
//!
//! ```text
//! JSON ─► import ─► model (pure: actions, undo) ─► view (Yew) ─► JSON, after each change
//!                     ▲ keys, marks, columns         browser (web-sys)
//! ```
//! Nothing in it reads a report: what it shows was read by `plan-import`. Nothing is sent anywhere.

mod browser;
pub mod columns;
pub mod import;
pub mod keys;
pub mod marks;
pub mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod samples;
#[cfg(target_arch = "wasm32")]
pub mod start;
pub mod texts;
pub mod view;
