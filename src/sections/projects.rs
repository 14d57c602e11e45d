//! The section of projects: bars that filter them, their list, and the one that is open beside it.

use yew::{Html, component, html};

use super::heading::section_heading;
use super::{
    Facets, ListControls, ProjectDetail, ProjectFilter, ProjectList, ProjectSave, SectionProps, Share,
};
use crate::islands::island;
use crate::state::View;

/// The section.
#[component]
pub fn Projects(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let listed = dataset.land_projects().count();
    html! {
        <section id="projects" data-part="projects" aria-labelledby="projects-heading">
            { section_heading(section, View::Projects, "projects-heading") }
            <p class="scope">
                { (texts.page().projects_scope)(
                    dataset.projects.len(),
                    listed,
                    (texts.pick)(&dataset.report.project_list),
                ) }
            </p>
            <div class="explore">
                { island::<Facets>(section) }
                { island::<ProjectDetail>(section) }
                <div id="project-list" class="results">
                    { island::<Share>(section) }
                    <form class="filter" role="search" aria-label={texts.filter}>
                        { island::<ProjectFilter>(section) }
                        { island::<ListControls>(section) }
                    </form>
                    { island::<ProjectList>(section) }
                    { island::<ProjectSave>(section) }
                </div>
            </div>
        </section>
    }
}
