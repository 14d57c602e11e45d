//! The sections of pages, one a file: each turns a part of the dataset into what its components show, and renders again when what
//! it shows of the state changes.

mod both_years;
mod carry_over;
mod data_files;
mod embed;
mod facets;
mod figures;
mod folded;
mod footer;
mod found;
mod header;
mod in_frame;
mod indicator;
mod indicator_list;
mod list_controls;
mod nav;
mod numbers;
mod part;
mod project;
mod project_list;
mod project_row;
mod promise;
mod reconciliation;
mod remarks;
mod road;
mod search;
mod share;
mod shell;
mod targets;
mod title;

pub(crate) use both_years::{BOTH_YEARS, both_years};
pub(crate) use carry_over::carried_over;
pub use data_files::data_files;
pub use embed::Embed;
pub use facets::Facets;
pub use figures::Figures;
pub(crate) use footer::footer;
pub(crate) use header::header;
pub use indicator::IndicatorDetail;
pub use indicator_list::{IndicatorChart, IndicatorList, IndicatorSave};
pub use list_controls::ListControls;
pub(crate) use nav::nav;
pub use numbers::Numbers;
pub(crate) use part::part;
pub use project::ProjectDetail;
pub use project_list::{ProjectFilter, ProjectList, ProjectSave};
pub use promise::Promise;
pub(crate) use reconciliation::reconciliation;
pub(crate) use remarks::remarks;
pub use search::Search;
pub(crate) use search::search_opener;
pub use share::Share;
pub use shell::Shell;
pub(crate) use targets::target_kinds;
pub use title::page_title;

use std::rc::Rc;

use plan_data::reconcile::Finding;
use plan_data::{Dataset, Pinyin, ProjectIndex};
use yew::{Callback, Html, Properties};

use crate::charts::{Material, Origin};
use crate::components::{Link, link};
use crate::data::Prepared;
use crate::items::home;
use crate::state::{Action, Store, UrlState, View};
use crate::texts::Texts;

/// What is typed has settled after so many milliseconds without another letter. The list answers every letter; what takes long or is
/// told to others waits.
const SETTLED_AFTER: u32 = 400;

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
    /// What the reader has chosen.
    pub store: Store,
    /// Told what the reader does.
    pub act: Callback<Action>,
}

/// All that a section is given is prepared once: what is the same report is the same.
impl PartialEq for SectionProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dataset, &other.dataset) && self.texts == other.texts && self.store == other.store
    }
}

impl SectionProps {
    /// What sections are given of a report.
    pub fn new(report: &Prepared, texts: &'static Texts, store: Store) -> Self {
        let Prepared { dataset, findings, readings, index } = report.clone();
        let act = {
            let store = store.clone();
            Callback::from(move |action| store.dispatch(action))
        };
        Self { dataset, findings, readings, index, texts, store, act }
    }

    /// What charts are drawn from.
    pub fn material(&self) -> Material<'_> {
        Material { dataset: &self.dataset, findings: &self.findings, texts: self.texts }
    }

    /// What closes something that is open on a page: which page that is, of which report. Who came by a link has seen neither.
    pub fn back_to(&self, view: View) -> String {
        let (words, report) = (self.texts.explore(), &self.dataset.report);
        let report = (words.report)((self.texts.pick)(&report.district), report.plan_year);
        (words.back_to)((self.texts.view)(view), &report)
    }

    /// Where a chart that is taken along is from.
    pub fn origin(&self) -> Origin {
        self.material().origin()
    }

    /// How the names of downloaded files begin: the district and the plan's year.
    pub fn file(&self) -> String {
        self.origin().file
    }
}

/// A link that opens an indicator, a project, a task or a figure on its page.
pub(crate) fn item_link(section: &SectionProps, id: &str, content: Html) -> Html {
    link_to(section, id, None, false, content)
}

/// The same with a name for tests, and whether it is open.
fn link_to(
    section: &SectionProps,
    id: &str,
    test: Option<&'static str>,
    is_current: bool,
    content: Html,
) -> Html {
    // Without the app, the part leads to the row of what it is about.
    let href = format!("{}#{}", item_href(section, id), anchor(id));
    link(Link { href, item: Some(id.to_owned()), is_current, test, ..Link::default() }, content)
}

/// The address at which an indicator, a project, a task or a figure is open.
pub(crate) fn item_href(section: &SectionProps, id: &str) -> String {
    let view = home(&section.dataset, id).unwrap_or_default();
    UrlState { view, item: Some(id.to_owned()), ..UrlState::default() }.href()
}

/// The id of the row that shows an indicator, a project, a task or a figure.
pub(crate) fn anchor(item: &str) -> String {
    format!("item-{item}")
}
