//! Renders the page when it is built: what readers see before, and without, WebAssembly; and what stands beside it: the data as
//! files, what search engines and messengers read, the picture that they show, what web servers are to do with all of it. Runs natively over the same components as
//! the app; Trunk calls it as the last step of a build (Trunk.toml).

pub mod alike;
pub mod ancestors;
pub mod assets;
pub mod beside;
pub mod chinese;
pub mod compress;
pub mod data_files;
pub mod draft;
mod error;
pub mod escape;
pub mod head;
#[cfg(test)]
mod hostile;
pub mod icons;
mod imprint;
pub mod inline;
pub mod listing;
pub mod manifest;
pub mod media;
mod module;
pub mod neutral;
pub mod own;
pub mod package;
pub mod page;
pub mod picture;
pub mod policy;
pub mod report;
pub mod script;
pub mod servers;
pub mod shared;
pub mod site;
mod standing;
pub mod template;
pub mod tokens;
pub mod worker;

pub use error::Error;
