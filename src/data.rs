//! The data package that the build checked and bundled, and what is prepared from it.

use std::rc::Rc;

use plan_data::reconcile::{Finding, reconcile};
use plan_data::{Dataset, Pinyin, ProjectIndex};

const BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.txt"));

const READINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/pinyin.txt"));

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

/// The bundled package as the text that the page carries.
#[cfg(not(target_arch = "wasm32"))]
pub fn bundled_text() -> &'static str {
    BUNDLED
}

/// The bundled package, prepared.
///
/// # Errors
/// Where the bundle and the program do not fit together, what the reader found; the build checks that they do.
pub fn bundled() -> Result<Prepared, String> {
    let dataset = plan_data::bundle::read(BUNDLED).map(Rc::new).map_err(|damage| damage.to_string())?;
    let findings = Rc::new(reconcile(&dataset));
    let readings = Rc::new(Pinyin::parse(READINGS));
    let index = Rc::new(ProjectIndex::new(dataset.clone(), readings.clone()));
    Ok(Prepared { dataset, findings, readings, index })
}
