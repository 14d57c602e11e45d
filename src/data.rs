//! The data package that the build checked and bundled, and what is prepared from it.

use std::rc::Rc;

use plan_data::bundle::{self, Bundle};
use plan_data::reconcile::Finding;
use plan_data::{Dataset, Pinyin, ProjectIndex};

/// Between a dataset and the readings of its characters, neither of which has it: a form feed.
const BETWEEN: char = '\u{c}';

const BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.txt"));

const READINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset-pinyin.txt"));

/// The whole report as the app loads it.
#[cfg(not(target_arch = "wasm32"))]
pub fn carried() -> String {
    format!("{BUNDLED}{BETWEEN}{READINGS}")
}

/// How the characters of the rows of projects are read, for the page that has them.
#[cfg(not(target_arch = "wasm32"))]
pub const ROW_READINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/rows-pinyin.txt"));

/// The report and what is prepared from it, once.
#[derive(Clone)]
pub struct Prepared {
    /// The report.
    pub dataset: Rc<Dataset>,
    /// What follows from it.
    pub findings: Rc<Vec<Finding>>,
    /// How its characters are read, for the search.
    pub readings: Rc<Pinyin>,
    /// The projects, prepared for filters.
    pub index: Rc<ProjectIndex>,
}

/// The bundled package, prepared.
///
/// # Errors
/// Where the bundle and the program do not fit together, what the reader found; the build checks that they do.
pub fn bundled() -> Result<Prepared, String> {
    Prepared::of(BUNDLED, READINGS)
}

impl Prepared {
    /// Reads what the app loads. The result prepares it, which takes as long again.
    ///
    /// # Errors
    /// Where the text and the program do not fit together, what the reader found.
    pub fn read(carried: String) -> Result<impl FnOnce() -> Self, String> {
        let Bundle { dataset, findings } = read(parts(&carried)?.0)?;
        Ok(move || Self::new(dataset, findings, parts(&carried).map_or("", |(_, readings)| readings)))
    }

    fn of(bundle: &str, readings: &str) -> Result<Self, String> {
        let Bundle { dataset, findings } = read(bundle)?;
        Ok(Self::new(dataset, findings, readings))
    }

    fn new(dataset: Dataset, findings: Vec<Finding>, readings: &str) -> Self {
        let (dataset, findings) = (Rc::new(dataset), Rc::new(findings));
        let readings = Rc::new(Pinyin::parse(readings));
        let index = Rc::new(ProjectIndex::new(dataset.clone(), readings.clone()));
        Self { dataset, findings, readings, index }
    }
}

fn read(bundle: &str) -> Result<Bundle, String> {
    bundle::read(bundle).map_err(|damage| damage.to_string())
}

fn parts(carried: &str) -> Result<(&str, &str), String> {
    carried.split_once(BETWEEN).ok_or_else(|| "the data has no readings after it".to_owned())
}
