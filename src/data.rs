//! The data package that the build checked and bundled, and what is prepared from it.

use std::rc::Rc;

use plan_data::bundle::{self, Bundle};
use plan_data::reconcile::Finding;
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

/// The bundled package, prepared.
///
/// # Errors
/// Where the bundle and the program do not fit together, what the reader found; the build checks that they do.
pub fn bundled() -> Result<Prepared, String> {
    let Bundle { dataset, findings } = bundle::read(BUNDLED).map_err(|damage| damage.to_string())?;
    let (dataset, findings) = (Rc::new(dataset), Rc::new(findings));
    let readings = Rc::new(Pinyin::parse(READINGS));
    let index = Rc::new(ProjectIndex::new(dataset.clone(), readings.clone()));
    Ok(Prepared { dataset, findings, readings, index })
}
