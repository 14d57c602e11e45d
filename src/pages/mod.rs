//! The pages of the site, one a file: which sections, charts and lists stand on each.

mod data;
mod home;
mod indicators;
mod projects;
mod tasks;
mod topics;

pub use data::Data;
pub use home::Home;
pub use indicators::Indicators;
pub use projects::Projects;
pub use tasks::Tasks;
pub use topics::Topics;

use yew::{Html, html};

use crate::sections::SectionProps;
use crate::state::View;

/// The id of the heading of every page.
pub(crate) const HEADING: &str = "heading";

/// The heading of a page but the first, whose heading is the report's title.
fn heading(section: &SectionProps, of: View) -> Html {
    html! { <h1 id={HEADING}>{ (section.texts.explore().section)(of) }</h1> }
}
