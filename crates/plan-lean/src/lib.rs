//! What the standard library does fast in much code, in little: for the module that a browser loads before anything is seen.
//! The library’s code is made anew for every type that it is used with; here one body serves all.

mod float;
mod numbers;
mod order;

pub use float::{between, fixed};
pub use numbers::{Numbers, hash};
pub use order::{order, sort, sort_by, sort_by_key};
