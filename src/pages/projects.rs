//! The page of projects: what they are filtered by, their list, and the one that is open beside it.

use yew::{Html, html};

use super::{HEADING, heading};
use crate::components::InTurn;
use crate::sections::{
    Facets, ListControls, ProjectDetail, ProjectFilter, ProjectList, ProjectSave, SectionProps, carried_over,
    part,
};
use crate::state::View;

/// The page.
pub(super) fn projects(section: &SectionProps) -> Html {
    let texts = section.texts;
    html! {
        <section class="projects-page" aria-labelledby={HEADING}>
            { heading(section, View::Projects) }
            <p class="scope">{ section.material().projects_scope() }</p>
            <div class="explore">
                <form class="filter" role="search" aria-label={texts.filter}>
                    { part::<ProjectFilter>(section) }
                </form>
                { part::<Facets>(section) }
                { part::<ProjectDetail>(section) }
                <div id="project-list" class="results">
                    { part::<ListControls>(section) }
                    { part::<ProjectList>(section) }
                    { part::<ProjectSave>(section) }
                </div>
            </div>
            <InTurn content={{
                let section = section.clone();
                move |()| carried_over(&section)
            }} />
        </section>
    }
}
