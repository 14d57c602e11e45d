//! The page of projects: bars that filter them, their list, and the one that is open beside it.

use yew::{Html, component, html};

use super::{HEADING, heading};
use crate::sections::{
    Facets, ListControls, ProjectDetail, ProjectFilter, ProjectList, ProjectSave, SectionProps, Share,
};
use crate::state::View;

/// The page.
#[component]
pub fn Projects(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let listed = dataset.land_projects().count();
    html! {
        <section class="projects-page" aria-labelledby={HEADING}>
            { heading(section, View::Projects) }
            <p class="scope">
                { (texts.page().projects_scope)(
                    dataset.projects.len(),
                    listed,
                    (texts.pick)(&dataset.report.project_list),
                ) }
            </p>
            <div class="explore">
                <Facets ..section.clone() />
                <ProjectDetail ..section.clone() />
                <div id="project-list" class="results">
                    <Share ..section.clone() />
                    <form class="filter" role="search" aria-label={texts.filter}>
                        <ProjectFilter ..section.clone() />
                        <ListControls ..section.clone() />
                    </form>
                    <ProjectList ..section.clone() />
                    <ProjectSave ..section.clone() />
                </div>
            </div>
        </section>
    }
}
