//! Files that the tests make themselves, read as documents.

mod paper;
mod print;
mod samples;
mod sheets;
mod word;
