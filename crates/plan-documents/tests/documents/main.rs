//! Files that the tests make themselves, read as documents.

mod agreement;
mod damage;
mod paper;
mod print;
mod samples;
mod sheets;
mod word;
