//! Files that the tests make themselves, read as documents.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a sample that cannot be made fails its test"
)]

mod agreement;
mod paper;
mod print;
mod samples;
mod sheets;
mod word;
