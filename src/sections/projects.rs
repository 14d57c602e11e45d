//! The projects with a filter by text.

use plan_data::{Project, Query};
use yew::{Callback, Html, InputEvent, MouseEvent, Properties, SubmitEvent, component, html};

use super::SectionProps;
use crate::browser::text_typed;
use crate::components::Marked;
use crate::state::{QUERY_LIMIT, QueryText};

/// What the section is given.
#[derive(PartialEq, Properties)]
pub struct ProjectsProps {
    /// The report and the words.
    pub section: SectionProps,
    /// What the projects are filtered by.
    pub query: QueryText,
    /// Called with the edited text.
    pub filter: Callback<String>,
}

/// The section: filter, count, list.
#[component]
pub fn Projects(props: &ProjectsProps) -> Html {
    let SectionProps { dataset, texts } = &props.section;
    let text = props.query.as_str();
    let query = Query::new(text);
    let all = dataset.land_projects().count();
    let shown: Vec<&Project> = dataset
        .land_projects()
        .filter(|project| query.matches(&[&project.name.zh, location(project)]))
        .collect();
    let oninput = props.filter.reform(|event: InputEvent| text_typed(&event));
    // The filter works as one types: there is nothing to send.
    let onsubmit = |event: SubmitEvent| event.prevent_default();
    html! {
        <section id="projects" aria-labelledby="projects-heading">
            <h2 id="projects-heading">{ texts.projects }</h2>
            <p class="scope">{ (texts.projects_scope)(all) }</p>
            <form class="filter" role="search" {onsubmit}>
                <label for="project-filter">{ texts.filter }</label>
                <input
                    id="project-filter"
                    type="search"
                    value={text.to_owned()}
                    placeholder={texts.filter_hint}
                    maxlength={QUERY_LIMIT.to_string()}
                    autocomplete="off"
                    enterkeyhint="search"
                    {oninput}
                />
                <p class="count" role="status">{ (texts.showing)(shown.len(), all) }</p>
            </form>
            if shown.is_empty() {
                <div class="nothing">
                    <p>{ (texts.nothing_found)(text) }</p>
                    <button type="button" onclick={props.filter.reform(|_: MouseEvent| String::new())}>
                        { texts.clear_filter }
                    </button>
                </div>
            } else {
                <ol class="projects" lang="zh-CN">
                    { for shown.into_iter().map(|project| item(project, &query)) }
                </ol>
            }
            <p class="source">{ (texts.source)((texts.pick)(&dataset.report.project_list)) }</p>
        </section>
    }
}

/// The printed location; projects of the column on land all have one.
fn location(project: &Project) -> &str {
    project.location.as_deref().unwrap_or_default()
}

fn item(project: &Project, query: &Query) -> Html {
    html! {
        <li key={project.id.clone()}>
            <span class="project-name"><Marked text={project.name.zh.clone()} query={query.clone()} /></span>
            <span class="project-location"><Marked text={location(project).to_owned()} query={query.clone()} /></span>
        </li>
    }
}
