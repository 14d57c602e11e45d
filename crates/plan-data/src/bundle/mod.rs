//! A dataset and what follows from it as one text for the app: what is read in the browser by little code, and stands in a
//! page as it is. Findings are worked out by the build: they take a tenth of the text, and their code more than that.
//!
//! The text has neither names nor types: who reads it knows what comes. What stands in it:
//!
//! | what | as |
//! |---|---|
//! | a text | itself and a line’s end; `\\` for `\`, `\l` for `<`, `\n`, `\r` and `\0` for what HTML or a line changes |
//! | a number, which of several words, how many items follow | decimal digits and a line’s end |
//! | what may be missing | `+` and what is there, or `-` |
//! | a structure | its fields, one after another |
//! | the cells of further columns | `+` and what is there, or nothing |
//!
//! Names and words stand there as the page has them, so that compression of both finds them once. What derives of serde
//! make of the same types was five times the code.

mod read;
#[cfg(test)]
mod tests;
mod types;
mod write;

pub use read::{Damage, read};
pub use write::write;

use read::Reader;
use write::Writer;

use crate::Dataset;
use crate::reconcile::Finding;

/// What the app knows of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The report.
    pub dataset: Dataset,
    /// What [`reconcile`](crate::reconcile::reconcile) finds in it.
    pub findings: Vec<Finding>,
}

/// The number of the form, for texts that are kept apart from the program that made them: a program reads those of its own number only.
/// One more whenever a text of before could be read as something else.
pub const FORM: u32 = 1;

/// Between a dataset and the readings of its characters, neither of which has it: a form feed. A further one, at the end, says that
/// the report's text is beside the pages.
pub const BETWEEN: char = '\u{c}';

/// Stands before what would end a text, or what HTML reads as something else.
const ESCAPE: u8 = b'\\';

/// What a text may not hold as it is, and what stands after [`ESCAPE`] instead.
const ESCAPED: [(char, u8); 5] = [('\\', ESCAPE), ('\n', b'n'), ('<', b'l'), ('\r', b'r'), ('\0', b'0')];

/// There is something.
const SOME: u8 = b'+';
/// There is nothing.
const NONE: u8 = b'-';

/// What has a form in the text.
trait Bundled {
    fn write(&self, writer: &mut Writer);

    /// Reads always: the reader notes what is at fault, and what was read is then thrown away as a whole. No field of a
    /// structure asks whether the one before could be read.
    fn read(reader: &mut Reader<'_>) -> Self;
}

/// What is read from a text of its own, as from a cell of the package.
pub(crate) trait Printed: TryFrom<String> {
    /// The text.
    fn printed(&self) -> String;

    /// What stands there where the text is none of these.
    fn stand_in() -> Self;
}
