//! The sections of the page, one a file: each turns a part of the dataset into what its components show.

mod footer;
mod header;
mod indicator;
mod indicators;
mod numbers;
mod project;
mod projects;
mod promise;
mod questions;
mod tasks;

pub use footer::Footer;
pub use header::Header;
pub use indicator::Indicator;
pub use indicators::Indicators;
pub use numbers::Numbers;
pub use projects::Projects;
pub use promise::Promise;
pub use questions::Questions;
pub use tasks::Tasks;

use std::rc::Rc;

use plan_data::reconcile::Finding;
use plan_data::{Dataset, Pinyin};
use yew::Properties;

use crate::charts::Material;
use crate::texts::Texts;

/// What every section is given.
#[derive(Clone, Properties)]
pub struct SectionProps {
    /// The report.
    pub dataset: Rc<Dataset>,
    /// What follows from it.
    pub findings: Rc<Vec<Finding>>,
    /// How characters are read, for the search.
    pub readings: Rc<Pinyin>,
    /// The words.
    pub texts: &'static Texts,
}

impl SectionProps {
    /// What charts are drawn from.
    pub fn material(&self) -> Material<'_> {
        Material { dataset: &self.dataset, findings: &self.findings, texts: self.texts }
    }

    /// How the names of downloaded files begin: the district and the plan's year.
    pub fn file(&self) -> String {
        let report = &self.dataset.report;
        format!("{}{}", (self.texts.pick)(&report.district), report.plan_year)
    }

    /// The day of the report.
    pub fn date(&self) -> String {
        self.dataset.report.date.to_string()
    }
}

/// All that a section is given is bundled once: what is the same report is the same.
impl PartialEq for SectionProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dataset, &other.dataset)
            && Rc::ptr_eq(&self.findings, &other.findings)
            && Rc::ptr_eq(&self.readings, &other.readings)
            && self.texts == other.texts
    }
}
