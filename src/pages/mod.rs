//! The pages of the site, one a file: which sections, charts and lists stand on each.

mod data;
mod home;
mod indicators;
mod projects;
mod tasks;
mod topics;

use plan_data::Dataset;
use plan_data::reconcile::Finding;
pub use topics::has_topics;
use yew::{Html, html};

use crate::sections::{SectionProps, part};
use crate::state::View;

/// What stands on the page `view` between its header and its footer.
pub fn page(view: View, section: &SectionProps) -> Html {
    match view {
        View::Home => home::home(section),
        View::Projects => projects::projects(section),
        View::Indicators => indicators::indicators(section),
        View::Tasks => part::<tasks::Tasks>(section),
        View::Topics => topics::topics(section),
        View::Data => data::data(section),
    }
}

/// The id of the heading of every page.
pub(crate) const HEADING: &str = "heading";

/// The pages that the report has something for, in the order of the navigation: only these are built, and led to.
pub(crate) fn pages_of(dataset: &Dataset, findings: &[Finding]) -> Vec<View> {
    let has = |view: View| match view {
        View::Home | View::Data => true,
        View::Projects => !dataset.projects.is_empty(),
        View::Indicators => !dataset.indicators.is_empty(),
        View::Tasks => !dataset.tasks.is_empty(),
        View::Topics => has_topics(dataset, findings).contains(&true),
    };
    View::ALL.iter().map(|(_, view)| *view).filter(|view| has(*view)).collect()
}

/// The heading of a page but the first, whose heading is the report's title.
fn heading(section: &SectionProps, of: View) -> Html {
    html! { <h1 id={HEADING}>{ (section.texts.explore().section)(of) }</h1> }
}
