//! The sections of pages, one a file: each turns a part of the dataset into what its components show, and renders again when what
//! it shows of the state changes.

mod both_years;
mod carry_over;
mod data_files;
mod display;
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
mod listed;
mod nav;
mod numbers;
mod own;
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
pub use display::{Colours, Large};
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
pub(crate) use own::{own_banner, own_files};
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

use plan_data::facet::{Choice, Facet, UNSTATED};
use plan_data::reconcile::Finding;
use plan_data::{Bilingual, Dataset, Figure, Pinyin, Place, ProjectIndex, Query};
use yew::{Callback, Html, Properties, html};

use crate::charts::{Material, Origin};
use crate::components::{Link, link};
use crate::data::{Own, Prepared};
use crate::items::home;
use crate::published::{TEXT, paragraph_id};
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
    /// The pages that there is something for.
    pub pages: Rc<[View]>,
    /// Whether the report's text is beside the pages.
    pub has_text: bool,
    /// Whether the site has files of the report.
    pub has_files: bool,
    /// Where it is no published report, but one that the reader has opened.
    pub own: Option<Own>,
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
        let Prepared { dataset, findings, readings, index, pages, has_text, has_files, own } = report.clone();
        let has_files = has_files && own.is_none();
        let act = {
            let store = store.clone();
            Callback::from(move |action| store.dispatch(action))
        };
        Self { dataset, findings, readings, index, texts, pages, has_text, has_files, own, store, act }
    }

    /// What charts are drawn from.
    pub fn material(&self) -> Material<'_> {
        Material { dataset: &self.dataset, findings: &self.findings, texts: self.texts }
    }

    /// What closes something that is open on a page: which page that is, of which report. Who came by a link has seen neither.
    pub fn back_to(&self, view: View) -> String {
        (self.texts.explore().back_to)((self.texts.view)(view), &self.texts.subject(&self.dataset))
    }

    /// The address of the report's text, where there is a page of it: beside the pages, or where a report of the reader is kept.
    pub fn text_page(&self) -> Option<String> {
        match &self.own {
            Some(own) => Some(own.address()),
            None => self.has_text.then(|| TEXT.to_owned()),
        }
    }

    /// Where a chart that is taken along is from.
    pub fn origin(&self) -> Origin {
        let origin = self.material().origin();
        match self.own {
            // It has neither the licence of the site nor a place on it.
            Some(_) => Origin { about: self.texts.local().name.to_owned(), is_local: true, ..origin },
            // The licence is that of the report that the site was built for.
            None if !self.has_files => Origin { about: self.material().reported(), ..origin },
            None => origin,
        }
    }

    /// How the names of downloaded files begin: the district and the plan's year.
    pub fn file(&self) -> String {
        self.origin().file
    }
}

/// What stands beside a link that the program has drawn, as the package does not.
pub(crate) fn same_name(section: &SectionProps, is_inferred: bool) -> Option<&'static str> {
    is_inferred.then_some(section.texts.explore().same_name)
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
    let href = item_address(section, id);
    link(Link { href, item: Some(id.to_owned()), is_current, test, ..Link::default() }, content)
}

/// The same; without the app, the part leads to the row of what it is about.
pub fn item_address(section: &SectionProps, id: &str) -> String {
    format!("{}#{}", item_href(section, id), anchor(id))
}

/// A figure in one line, as a link to its row, and its place in the report.
pub(crate) fn statement(section: &SectionProps, figure: &Figure) -> Html {
    let told = section.material().statement(figure);
    html! {
        <>
            { item_link(section, &figure.id, told.into()) }
            { " · " }
            { place_link(section, &figure.place, &figure.id) }
        </>
    }
}

/// A place in the report; where there is a page of the report's text, as a link to what the item `id` is there, or else, where that is
/// empty, to the paragraph.
pub(crate) fn place_link(section: &SectionProps, place: &Place, id: &str) -> Html {
    text_link(section, &paragraph_id(place, id), section.material().place(place))
}

/// A link to that part of the report's text, where there is a page of it; the words alone otherwise.
pub(crate) fn text_link(section: &SectionProps, part: &str, words: String) -> Html {
    match section.text_page() {
        Some(page) => {
            link(Link { href: [&*page, "#", part].concat(), test: Some("in-text"), ..Link::default() }, words)
        }
        None => words.into(),
    }
}

/// What further columns of the package say of an item, under the heads that they have there.
pub(crate) fn extras(section: &SectionProps, id: &str) -> Html {
    let colon = section.texts.explore().colon;
    html! {
        { for section.dataset.extras.of(id).map(|extra| html! {
            <span class="task-place" lang="zh-CN">{ [&*extra.head, colon, &*extra.text].concat() }</span>
        }) }
    }
}

/// Whether the report says something of a facet for any project.
fn is_stated(section: &SectionProps, facet: Facet) -> bool {
    let SectionProps { dataset, index, .. } = section;
    if facet == Facet::List {
        return !dataset.report.project_list.zh.is_empty();
    }
    let all = index.select(&Query::default(), &Choice::default());
    all.counts(index, facet).iter().any(|(value, count)| *count > 0 && *value != UNSTATED)
}

/// Whether projects can be told apart by a facet: there is more than one value, and not all that are stated are the same.
pub fn can_filter(index: &ProjectIndex, facet: Facet) -> bool {
    let all = index.select(&Query::default(), &Choice::default()).counts(index, facet);
    all.len() > 1 && all.iter().any(|(value, _)| *value != UNSTATED)
}

/// Whether projects are offered to be filtered, or put together, by a facet.
fn is_offered(section: &SectionProps, facet: Facet) -> bool {
    is_stated(section, facet) && can_filter(&section.index, facet)
}

/// The list of the report that has the item `id`, as a link to its row; nothing where the report's text is not beside the page.
fn listed_in(section: &SectionProps, list: &Bilingual, id: &str) -> Html {
    if !section.has_text {
        return Html::default();
    }
    let words = (section.texts.pick)(list).to_owned();
    html! { <p class="task-place">{ text_link(section, &anchor(id), words) }</p> }
}

/// The address at which an indicator, a project, a task or a figure is open.
pub(crate) fn item_href(section: &SectionProps, id: &str) -> String {
    let view = home(&section.dataset, id).unwrap_or_default();
    UrlState { view, item: Some(id.to_owned()), ..UrlState::default() }.href()
}

/// The id of the row that shows an indicator, a project, a task or a figure.
pub fn anchor(item: &str) -> String {
    format!("item-{item}")
}
