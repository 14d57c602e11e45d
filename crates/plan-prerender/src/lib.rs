//! What stands beside the app for those who do not run it: the data as files (`data_files`), the elements that search
//! engines and messengers read (`head`), and the picture that they show (`picture`). Native only.

pub mod beside;
pub mod data_files;
mod error;
pub mod escape;
pub mod head;
#[cfg(test)]
mod hostile;
pub mod package;
pub mod picture;
pub mod site;

pub use error::Error;
