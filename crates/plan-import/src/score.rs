//! How much of what is expected was read.
