//! Rows of the list of projects: name, location, how far it is; and the headings of groups.

use std::rc::Rc;

use plan_data::facet::Facet;
use plan_data::{Mention, Project, Query};
use yew::{Html, Properties, component, html};

use super::{SectionProps, extras, is_stated, link_to};
use crate::components::{changing, marked};
use crate::state::Lang;

/// What is shown.
#[derive(PartialEq, Properties)]
pub(super) struct ProjectRowProps {
    /// The report and the words.
    pub section: SectionProps,
    /// Where in the dataset the project stands.
    pub position: usize,
    /// What is looked for, and marked.
    pub query: Rc<Query>,
    /// Whether it is open.
    pub is_open: bool,
}

/// A project.
#[component]
pub(super) fn ProjectRow(props: &ProjectRowProps) -> Html {
    let ProjectRowProps { section, position, query, is_open } = props;
    let Some(project) = section.dataset.projects.get(*position) else {
        return Html::default();
    };
    let name = marked("project-name", Some("zh-CN"), &project.name.zh, query);
    // What was reached, then what is planned, each in the report's words.
    let told = |is_plan: bool| {
        let mut told = project.mentions.iter().filter(move |mention| mention.nature.is_plan() == is_plan);
        let told = told.rfind(|mention| mention.stage.is_some())?;
        let class = if is_plan { "project-stage plan" } else { "project-stage" };
        Some(html! { <span {class}>{ stage(told, section) }</span> })
    };
    let stages: Vec<Html> = [told(false), told(true)].into_iter().flatten().collect();
    html! {
        <>
            { link_to(section, &project.id, None, *is_open, name) }
            if section.texts.lang == Lang::En {
                { marked("project-location", None, &project.name.en, query) }
            }
            if let Some(location) = &project.location {
                if section.texts.lang == Lang::En {
                    { marked("project-location", None, &location.en, query) }
                }
                { marked("project-location", Some("zh-CN"), &location.zh, query) }
            }
            <span class="project-stages">
                { extras(section, &project.id) }
                if stages.is_empty() && is_left_out(project, section) {
                    <span class="project-stage unstated">{ (section.texts.unstated)(Facet::Stage) }</span>
                }
                { for stages }
            </span>
        </>
    }
}

/// Whether the report, as far as editors read it, leaves out how far a project is. One that states no progress at all does not leave it
/// out of one.
fn is_left_out(project: &Project, section: &SectionProps) -> bool {
    let dataset = &section.dataset;
    dataset.is_edited()
        && dataset.progress(project).is_none()
        && !dataset.report.project_list.zh.is_empty()
        && is_stated(section, Facet::Stage)
}

/// When, and how far, in the report's words; in English pages after their English.
pub(super) fn stage(mention: &Mention, section: &SectionProps) -> Html {
    let texts = section.texts;
    let when = mention.year.map(|year| (texts.of_year)(year, mention.nature.is_plan()));
    // Without a year, the report's words say that it is planned.
    let when = when.or_else(|| mention.stage.is_none().then(|| texts.planned.to_owned()));
    // One text, as in the prerendered page: two would be set a little wider.
    let lead = when.map(|when| if mention.stage.is_some() { format!("{when} · ") } else { when });
    html! {
        <>
            { for lead }
            if let Some(stage) = &mention.stage {
                if texts.lang == Lang::En {
                    { format!("{} ", stage.en) }
                }
                <span class="printed" lang="zh-CN">{ stage.zh.clone() }</span>
            }
        </>
    }
}

/// The heading of a group: what its projects have in common, and how many they are.
pub(super) fn group_row(value: &str, name: &str, count: &str) -> Html {
    html! {
        <li key={format!("group-{value}")} class="group" data-test="project-group">
            <h2>{ name.to_owned() }</h2>
            <span class="area-count">{ changing(count.to_owned()) }</span>
        </li>
    }
}
