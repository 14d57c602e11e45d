//! The data package that the build checked and bundled, and how its characters are read.

use std::rc::Rc;

use plan_data::{Dataset, Pinyin};

const BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.json"));

/// The bundled package.
///
/// # Errors
/// Where the bundle and the program do not fit together, what the reader found; the build checks that they do.
pub fn bundled() -> Result<Rc<Dataset>, String> {
    serde_json::from_str(BUNDLED).map(Rc::new).map_err(|error| error.to_string())
}

const READINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/pinyin.txt"));

/// The readings of the bundled package's characters.
pub fn readings() -> Rc<Pinyin> {
    Rc::new(Pinyin::parse(READINGS))
}
