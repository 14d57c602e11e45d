//! A dataset as one text for the app: what is read in the browser by little code, and stands in a page as it is.
//!
//! The text is what serde derives tell of the types, in their order and without names: who reads it knows what comes. What
//! stands in it:
//!
//! | what | as |
//! |---|---|
//! | a text | itself and a line’s end; `\\` for `\`, `\l` for `<`, `\n`, `\r` and `\0` for what HTML or a line changes |
//! | a number, the number of a variant, how many items follow | decimal digits and a line’s end |
//! | what may be missing, yes or no | `+` and what is there, or `-` |
//! | a structure | its fields, one after another |
//!
//! Names and words stand there as the page has them, so that compression of both finds them once.

mod read;
#[cfg(test)]
mod tests;
mod write;

pub use read::{Damage, read};
pub use write::{Unwritable, write};

/// Stands before what would end a text, or what HTML reads as something else.
const ESCAPE: char = '\\';

/// What a text may not hold as it is, and what stands after [`ESCAPE`] instead.
const ESCAPED: [(char, char); 5] = [(ESCAPE, ESCAPE), ('\n', 'n'), ('<', 'l'), ('\r', 'r'), ('\0', '0')];

/// There is something.
const SOME: u8 = b'+';
/// There is nothing.
const NONE: u8 = b'-';
