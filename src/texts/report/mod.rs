//! The words around the report's text, and over the mistakes of a package. The app has none of them: only the build writes those pages.

mod en;
mod zh;

use super::Texts;
use crate::state::Lang;

/// The words of one language.
pub struct ReportTexts {
    /// What the page is called.
    pub name: &'static str,
    /// What stands on it, in one sentence.
    pub description: &'static str,
    /// How it is read.
    pub scope: &'static str,
    /// The heading of the list of parts.
    pub contents: &'static str,
    /// What the link is called that is the address of a paragraph: the section and the number of the paragraph in it.
    pub address: fn(&str, usize) -> String,
    /// Over the mistakes of a package that is being worked on.
    pub mistakes: &'static str,
}

impl Texts {
    /// The words of pages that only the build writes.
    pub fn report(&self) -> &'static ReportTexts {
        match self.lang {
            Lang::Zh => &zh::TEXTS,
            Lang::En => &en::TEXTS,
        }
    }
}
