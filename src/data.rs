//! The data package that the build checked and bundled, and what is prepared from it.

use std::rc::Rc;

use plan_data::reconcile::{Finding, reconcile};
use plan_data::{Dataset, Pinyin, ProjectIndex};

/// The id of the element that carries what the lists show, in the page.
pub const LISTS: &str = "lists";

/// The id of the element that carries how characters are read, in the page.
pub const READINGS: &str = "readings";

/// The id of the element that carries the whole report; static/boot.js fetches it for the second module.
pub const DATASET: &str = "dataset";

const BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.txt"));

const BUNDLED_READINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/pinyin.txt"));

/// What the build has for the page: the text for each id.
#[cfg(not(target_arch = "wasm32"))]
pub const CARRIED: [(&str, &str); 3] = [
    (LISTS, include_str!(concat!(env!("OUT_DIR"), "/lists.txt"))),
    (READINGS, BUNDLED_READINGS),
    (DATASET, BUNDLED),
];

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
    prepared(BUNDLED, BUNDLED_READINGS)
}

/// A package and the readings of its characters, prepared.
///
/// # Errors
/// Where the text and the program do not fit together, what the reader found.
pub fn prepared(dataset: &str, readings: &str) -> Result<Prepared, String> {
    let lists = Prepared::lists(dataset, readings)?;
    Ok(Prepared { findings: Rc::new(reconcile(&lists.dataset)), ..lists })
}

impl Prepared {
    /// The same without what follows from the report, which lists do not need.
    ///
    /// # Errors
    /// Where the text and the program do not fit together, what the reader found.
    pub fn lists(dataset: &str, readings: &str) -> Result<Self, String> {
        let dataset = plan_data::bundle::read(dataset).map(Rc::new).map_err(|damage| damage.to_string())?;
        let readings = Rc::new(Pinyin::parse(readings));
        let index = Rc::new(ProjectIndex::new(dataset.clone(), readings.clone()));
        Ok(Self { dataset, findings: Rc::default(), readings, index })
    }
}
