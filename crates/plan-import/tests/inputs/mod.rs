//! The inputs of the corpus.

use std::fs;
use std::path::{Path, PathBuf};

/// The inputs of the corpus, in order.
pub(crate) fn all() -> Vec<PathBuf> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let cases = fs::read_dir(corpus).unwrap().filter_map(|case| fs::read_dir(case.unwrap().path()).ok());
    let files = cases.flatten().map(|file| file.unwrap().path());
    let mut inputs: Vec<PathBuf> =
        files.filter(|path| path.file_stem().is_some_and(|stem| stem == "input")).collect();
    inputs.sort();
    inputs
}
