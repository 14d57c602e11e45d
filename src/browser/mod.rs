//! The edge to the browser: every use of web-sys. Nothing here decides anything that could be tested without one, and
//! nothing of it is called while rendering.

pub mod address;
mod page;
mod pointer;
mod typed;
mod width;

pub use page::{describe_page, start};
pub use pointer::height_in;
pub use typed::text_typed;
pub use width::use_width;
