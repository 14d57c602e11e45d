//! The words of taking something elsewhere: into another page, out of a frame, out of a messenger's browser.

mod en;
mod zh;

pub(super) use en::TEXTS as EN;
pub(super) use zh::TEXTS as ZH;

use super::Download;
use crate::state::{Theme, View};

/// How a page takes the explorer in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Host {
    /// With a script that fits the frame to what is in it.
    #[default]
    Fitted,
    /// Where scripts are not allowed: a frame of a fixed height.
    Fixed,
}

/// The words of one language.
pub struct SharingTexts {
    /// The button, and the heading of the dialog that it opens.
    pub embed: &'static str,
    /// What it is for.
    pub embed_scope: &'static str,
    /// The control that says what is taken along.
    pub what: &'static str,
    /// A part of the page as a whole.
    pub part: fn(View) -> &'static str,
    /// What is open now, by its name.
    pub opened: fn(&str) -> String,
    /// A chart, by its name.
    pub chart: fn(&str) -> String,
    /// The control of colours.
    pub theme: &'static str,
    /// Its choices.
    pub theme_of: fn(Theme) -> &'static str,
    /// The control of languages.
    pub language: &'static str,
    /// What this language calls itself.
    pub name: &'static str,
    /// The control of how the page takes it in.
    pub host: &'static str,
    /// Its choices.
    pub host_of: fn(Host) -> &'static str,
    /// Without headings and controls.
    pub plain: &'static str,
    /// With what is filtered now.
    pub filters: &'static str,
    /// What is to be pasted.
    pub snippet: &'static str,
    /// What must be said of it: where scripts or addresses are limited.
    pub snippet_scope: &'static str,
    /// The button that copies it.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// It was not: it is selected.
    pub selected: &'static str,
    /// What it will look like.
    pub preview: &'static str,
    /// The button that closes it.
    pub close: &'static str,
    /// In place of the frame while it is loaded, or where it cannot be.
    pub fallback: fn(&str) -> String,

    /// What was asked for belongs on a page of its own, which cannot be opened: before its address.
    pub blocked: &'static str,

    /// In a browser that saves no files: before what is to be saved by hand.
    pub keep: fn(Download) -> &'static str,
    /// The name of the picture that is pressed on.
    pub picture: fn(&str) -> String,
    /// The name of the text that is copied.
    pub text: fn(&str) -> String,
    /// The button that copies it.
    pub copy_text: &'static str,
    /// It was copied.
    pub text_copied: &'static str,
    /// It was not: it is selected.
    pub text_selected: &'static str,
    /// The link to the same as a file.
    pub file: &'static str,
    /// In a messenger, how a page is sent on.
    pub send_on: &'static str,
}
