//! The sections of the page, one a file: each turns a part of the dataset into what its components show.

mod footer;
mod header;
mod indicators;
mod projects;
mod promise;

pub use footer::Footer;
pub use header::Header;
pub use indicators::Indicators;
pub use projects::Projects;
pub use promise::{Promise, promise_chart};

use std::rc::Rc;

use plan_data::Dataset;
use yew::Properties;

use crate::texts::Texts;

/// What every section is given.
#[derive(Clone, PartialEq, Properties)]
pub struct SectionProps {
    /// The report.
    pub dataset: Rc<Dataset>,
    /// The words.
    pub texts: &'static Texts,
}
