//! What keeps something from being written: where, what was found, and what was expected.

use std::fmt;
use std::io;
use std::path::Path;

/// A sentence for who builds the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(String);

impl Error {
    /// At that place something was found where something else was expected.
    pub fn new(place: impl fmt::Display, found: impl fmt::Display, expected: impl fmt::Display) -> Self {
        Self(format!("{place}: found {found}, expected {expected}"))
    }

    /// A sentence that says all three.
    pub(crate) fn said(sentence: String) -> Self {
        Self(sentence)
    }

    /// That file cannot be read or written.
    pub fn file(path: &Path, error: &io::Error, expected: &str) -> Self {
        Self::new(path.display(), format_args!("a file that cannot be used ({error})"), expected)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}
