//! The sections of the page, one a file: each turns a part of the dataset into what its components show.

mod data_files;
mod facets;
mod figures;
mod findings;
mod footer;
mod found;
mod header;
mod heading;
mod indicator;
mod indicators;
mod list_controls;
mod nav;
mod numbers;
mod overview;
mod project;
mod project_row;
mod projects;
mod promise;
mod questions;
mod reconciliation;
mod search;
mod share;
mod tasks;

pub use data_files::{DataFiles, DataFilesProps};
pub use findings::Findings;
pub use footer::Footer;
pub use header::Header;
pub use indicators::Indicators;
pub use nav::Nav;
pub use overview::Overview;
pub use projects::Projects;
pub use promise::Promise;
pub use questions::Questions;
pub use search::Search;
pub use share::Share;
pub use tasks::Tasks;

use std::rc::Rc;

use plan_data::reconcile::Finding;
use plan_data::{Dataset, Pinyin, ProjectIndex};
use yew::{Callback, Html, Properties};

use crate::charts::Material;
use crate::components::{Link, link};
use crate::data::Prepared;
use crate::items::home;
use crate::state::{Action, Lang, UrlState, View};
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
    /// The projects, prepared for filters.
    pub index: Rc<ProjectIndex>,
    /// The words.
    pub texts: &'static Texts,
    /// Told what the reader does.
    pub act: Callback<Action>,
}

/// All that a section is given is prepared once: what is the same report is the same.
impl PartialEq for SectionProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dataset, &other.dataset) && self.texts == other.texts && self.act == other.act
    }
}

impl SectionProps {
    /// What sections are given of a report.
    pub fn new(report: &Prepared, texts: &'static Texts, act: Callback<Action>) -> Self {
        let Prepared { dataset, findings, readings, index } = report.clone();
        Self { dataset, findings, readings, index, texts, act }
    }

    /// What charts are drawn from.
    pub fn material(&self) -> Material<'_> {
        Material { dataset: &self.dataset, findings: &self.findings, texts: self.texts }
    }

    /// How the names of downloaded files begin: the district and the plan's year.
    pub fn file(&self) -> String {
        let report = &self.dataset.report;
        format!("{}{}", (self.texts.pick)(&report.district), report.plan_year)
    }

    /// What the page is called.
    pub fn title(&self) -> String {
        self.texts.title(&self.dataset.report)
    }

    /// The day of the report.
    pub fn date(&self) -> String {
        self.dataset.report.date.to_string()
    }

    /// The language as the beginning of an address; empty for the usual one.
    pub fn lang_parameter(&self) -> &'static str {
        match self.texts.lang {
            Lang::Zh => "",
            Lang::En => "lang=en&",
        }
    }

    /// The state of a page in this language where nothing is chosen.
    fn plain_url(&self) -> UrlState {
        UrlState::in_language(self.texts.lang)
    }
}

/// A link that opens an indicator, a project, a commitment or a figure.
fn item_link(section: &SectionProps, id: &str, content: Html) -> Html {
    let view = home(&section.dataset, id).unwrap_or_default();
    link_to(section, id, view, None, false, content)
}

/// The same where the view that it is at home in is known, with a name for tests, and whether it is open.
fn link_to(
    section: &SectionProps,
    id: &str,
    view: View,
    test: Option<&'static str>,
    is_current: bool,
    content: Html,
) -> Html {
    let follow = {
        let id = id.to_owned();
        section.act.reform(move |()| Action::Open(id.clone(), view))
    };
    let href = format!("?{}", section.plain_url().with_item(id).format());
    link(Link { href, follow, item: Some(id.to_owned()), is_current, test, ..Link::default() }, content)
}

/// The id of the element that shows a commitment or a figure.
fn anchor(item: &str) -> String {
    format!("item-{item}")
}

/// The address of a view.
fn view_href(section: &SectionProps, view: View) -> String {
    format!("?{}", section.plain_url().with_view(view).format())
}
