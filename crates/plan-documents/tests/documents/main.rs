//! Files that the tests make themselves, read as documents.

mod samples;
mod word;
