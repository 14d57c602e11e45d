//! The pages of the site, one a file: which sections, charts and lists stand on each.

mod data;
mod home;
mod indicators;
mod projects;
mod tasks;
mod topics;

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

/// What a page says that the report has nothing for.
fn nothing(section: &SectionProps) -> Html {
    html! { <p class="nothing">{ section.texts.page().nothing }</p> }
}

/// The heading of a page but the first, whose heading is the report's title.
fn heading(section: &SectionProps, of: View) -> Html {
    html! { <h1 id={HEADING}>{ (section.texts.explore().section)(of) }</h1> }
}
