//! One project of the list: name, location, how far it is; behind “more” its places, its mentions and its commitments.

use plan_data::facet::{Facet, values};
use plan_data::{Mention, Project, Query};
use yew::{Callback, Html, MouseEvent, Properties, component, html};

use super::SectionProps;
use crate::components::Marked;
use crate::state::Lang;

/// What is shown.
#[derive(PartialEq, Properties)]
pub(super) struct ProjectItemProps {
    /// The report and the words.
    pub section: SectionProps,
    /// The project.
    pub project: Project,
    /// What is looked for, and marked.
    pub query: Query,
    /// Called with a place, to see the projects there.
    pub toggle: Callback<(Facet, String)>,
}

/// The list item.
#[component]
pub(super) fn ProjectItem(props: &ProjectItemProps) -> Html {
    let ProjectItemProps { section, project, query, .. } = props;
    let texts = section.texts;
    // What was reached, then what is planned, each in the report's words.
    let told = |is_plan: bool| {
        let mut told = project.mentions.iter().filter(move |mention| mention.nature.is_plan() == is_plan);
        told.rfind(|mention| mention.stage.is_some()).map(|mention| stage(mention, section))
    };
    let stages: Vec<Html> = [told(false), told(true)].into_iter().flatten().collect();
    html! {
        <li data-test="project-row">
            <span class="project-name" lang="zh-CN">
                <Marked text={project.name.zh.clone()} query={query.clone()} />
            </span>
            if texts.lang == Lang::En {
                <span class="project-location"><Marked text={project.name.en.clone()} query={query.clone()} /></span>
            }
            if let Some(location) = &project.location {
                <span class="project-location" lang="zh-CN">
                    <Marked text={location.clone()} query={query.clone()} />
                </span>
            }
            { for stages.into_iter().map(|stage| html! { <span class="project-stage">{ stage }</span> }) }
            { more(props) }
        </li>
    }
}

/// When, and how far, in the report's words.
fn stage(mention: &Mention, section: &SectionProps) -> Html {
    let words = &section.texts.charts;
    let when = mention.year.map(|year| (words.of_year)(year, mention.nature.is_plan()));
    let when = when.unwrap_or_else(|| words.planned.to_owned());
    html! {
        <>
            { when }
            if let Some(stage) = &mention.stage {
                { " · " }<span lang="zh-CN">{ stage }</span>
            }
        </>
    }
}

fn more(props: &ProjectItemProps) -> Html {
    let ProjectItemProps { section, project, .. } = props;
    let SectionProps { dataset, texts, .. } = section;
    let material = section.material();
    let places: Vec<&str> = if project.parts.is_empty() { Vec::new() } else { values(project, Facet::Place) };
    let tasks: Vec<_> = dataset.tasks.iter().filter(|task| task.projects.contains(&project.id)).collect();
    let mention = |mention: &Mention| {
        let place = material.place(&mention.place);
        html! { <li>{ stage(mention, section) }{ format!(" · {place}") }</li> }
    };
    html! {
        <details class="project-more">
            <summary>{ texts.more }</summary>
            if !places.is_empty() {
                <div class="chips">{ for places.into_iter().map(|place| chip(place, props)) }</div>
            }
            if !project.mentions.is_empty() {
                <h4>{ texts.charts.in_the_text }</h4>
                <ul>{ for project.mentions.iter().map(mention) }</ul>
            }
            if !tasks.is_empty() {
                <h4>{ texts.project_tasks }</h4>
                <ul>{ for tasks.into_iter().map(|task| html! { <li>{ (texts.pick)(&task.commitment) }</li> }) }</ul>
            }
            <p>{ [Facet::Sector, Facet::Work].map(|facet| fact(facet, props)).join(texts.full_stop) }</p>
        </details>
    }
}

/// A place with the number of projects there; it leads to them.
fn chip(place: &str, props: &ProjectItemProps) -> Html {
    let ProjectItemProps { section, toggle, .. } = props;
    let projects = &section.dataset.projects;
    let there = projects.iter().filter(|project| values(project, Facet::Place).contains(&place)).count();
    let name = section.material().value_name(Facet::Place, place);
    let chosen = (Facet::Place, place.to_owned());
    html! {
        <button type="button" class="chip" onclick={toggle.reform(move |_: MouseEvent| chosen.clone())}>
            { format!("{name} · {}", (section.texts.count)(there)) }
        </button>
    }
}

/// A property that the editors assigned, by name.
fn fact(facet: Facet, props: &ProjectItemProps) -> String {
    let ProjectItemProps { section, project, .. } = props;
    let material = section.material();
    let name = (section.texts.facet)(facet, section.dataset.report.actual_year);
    let values = values(project, facet).into_iter().map(|value| material.value_name(facet, value));
    (section.texts.named)(&name, &values.collect::<Vec<String>>().join(section.texts.charts.comma))
}
