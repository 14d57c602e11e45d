//! One project: what the report says of it and what not, by year, its location taken apart, what else is there, and the tasks that
//! name it.

use std::borrow::Cow;

use plan_data::facet::{Choice, Facet, Facets};
use plan_data::{Mention, Project, Query, Related, Task};
use yew::{Html, component, html};

use super::project_row::stage;
use super::road::road;
use super::{SectionProps, Share, extras, is_stated, item_link, link_to, listed_in, part, place_link};
use crate::components::{Detail, Link, detail, link};
use crate::state::{Action, Lang, UrlState, View, narrowed_href, use_url};
use crate::texts::Told;

/// So many other projects at a place are listed; a link leads to all.
const LISTED: usize = 6;

/// What is open beside the list, or on a page of its own.
#[component]
pub fn ProjectDetail(section: &SectionProps) -> Html {
    let url = use_url(&section.store, |url| UrlState { item: url.item.clone(), ..UrlState::default() });
    let SectionProps { dataset, texts, act, .. } = section;
    let words = texts.explore();
    let open = url.item.and_then(|id| dataset.projects.iter().find(|project| project.id == id));
    let frame = Detail {
        id: "project-detail",
        name: words.project,
        is_open: open.is_some(),
        close: act.reform(|()| Action::Close),
        back: section.back_to(View::Projects),
        bar: part::<Share>(section),
    };
    detail(frame, html! { { for open.map(|project| about(project, section)) } })
}

/// The project.
fn about(project: &Project, section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let words = texts.explore();
    let tasks: Vec<&Task> = dataset.tasks.iter().filter(|task| task.projects.contains(&project.id)).collect();
    let mention = |mention: &Mention| {
        let place = place_link(section, &mention.place, &project.id);
        let [before, after] = words.named_as;
        html! {
            <li class={mention.nature.is_plan().then_some("plan")}>
                { stage(mention, section) }
                if mention.name != project.name.zh {
                    { before }<span lang="zh-CN">{ &mention.name }</span>{ after }
                }
                <span class="task-place">{ place }</span>
            </li>
        }
    };
    html! {
        <div class="project-detail" key={project.id.clone()}>
            <h2 lang="zh-CN">{ &project.name.zh }</h2>
            if texts.lang == Lang::En {
                <p>{ &project.name.en }</p>
            }
            // What a package without mentions leaves unsaid, the report may say.
            if dataset.projects.iter().any(|project| !project.mentions.is_empty()) {
                <p data-test="told">{ told(project, section) }</p>
            }
            { extras(section, &project.id) }
            if !project.mentions.is_empty() {
                <ol class="timeline" aria-label={texts.charts().in_the_text}>{ for by_year(&project.mentions).into_iter().map(mention) }</ol>
            }
            <dl class="facts">
                { for [Facet::List, Facet::Stage, Facet::Sector, Facet::Work]
                    .into_iter()
                    .filter(|facet| is_stated(section, *facet))
                    .map(|facet| fact(facet, project, section)) }
            </dl>
            if !project.parts.is_empty() || project.location.is_some() {
                <h3>{ words.location }</h3>
                if let Some(location) = &project.location {
                    if texts.lang == Lang::En {
                        <p>{ &location.en }</p>
                    }
                    <p lang="zh-CN">{ &location.zh }</p>
                    { listed_in(section, &dataset.report.project_list, &project.id) }
                } else {
                    <p class="scope">{ words.place_from_name }</p>
                }
                { remarks(project, section) }
                { for places(project, section).into_iter().map(|place| at_place(&place, project, section)) }
            }
            if !project.related.is_empty() {
                <h3>{ words.related }</h3>
                <ul data-test="related">{ for project.related.iter().map(|other| related(other, section)) }</ul>
            }
            if !tasks.is_empty() {
                <h3>{ texts.page().project_tasks }</h3>
                <ul>
                    { for tasks.into_iter().map(|task| html! {
                        <li>{ item_link(section, &task.id, html! { { (texts.pick)(&task.text) } }) }</li>
                    }) }
                </ul>
            }
        </div>
    }
}

/// What the report says of the project, and what it does not, in one sentence.
fn told(project: &Project, section: &SectionProps) -> String {
    let report = &section.dataset.report;
    // A plan without a year is not one for the year of the plan.
    let has_stage = |is_plan: bool, year: u16| {
        let mut mentions = project.mentions.iter().filter(|mention| mention.nature.is_plan() == is_plan);
        mentions.any(|mention| mention.stage.is_some() && mention.year == Some(year))
    };
    (section.texts.explore().told)([
        (Told::Location, project.location.is_some()),
        (Told::Progress(report.actual_year), has_stage(false, report.actual_year)),
        (Told::Plans(report.plan_year), has_stage(true, report.plan_year)),
    ])
}

/// What was reached before what is planned, the earlier year first; as in the text otherwise.
fn by_year(mentions: &[Mention]) -> Vec<&Mention> {
    let mut mentions: Vec<&Mention> = mentions.iter().collect();
    plan_lean::sort_by_key(&mut mentions, |mention| (mention.nature.is_plan(), mention.year));
    mentions
}

/// A property, by name.
fn fact(facet: Facet, project: &Project, section: &SectionProps) -> Html {
    let texts = section.texts;
    let material = section.material();
    let values: Vec<String> = Facets::new(material.dataset)
        .values(project, facet)
        .iter()
        .map(|value| material.value_name(facet, value))
        .collect();
    html! {
        <div>
            <dt>{ material.facet_name(facet) }</dt>
            <dd>{ values.join(texts.charts().comma) }</dd>
        </div>
    }
}

/// The places that its location names.
fn places(project: &Project, section: &SectionProps) -> Vec<String> {
    if project.parts.is_empty() {
        return Vec::new();
    }
    let facets = Facets::new(&section.dataset);
    facets.values(project, Facet::Place).into_iter().map(Cow::into_owned).collect()
}

/// What a reader may not know of what the location prints: that a name is an old one, that a road is yet to be built.
fn remarks(project: &Project, section: &SectionProps) -> Html {
    let words = section.texts.explore();
    let told: Vec<Html> = project
        .parts
        .iter()
        .filter_map(|part| {
            let name = section.material().value_name(Facet::Place, &part.place);
            let remark = (words.location_remark)(part.segment.as_deref()?, &name)?;
            Some(html! { <li><span lang="zh-CN">{ &part.printed }</span>{ words.colon }{ remark }</li> })
        })
        .collect();
    if told.is_empty() {
        Html::default()
    } else {
        html! { <ul class="parts">{ for told }</ul> }
    }
}

/// The name of a project as a link to it.
pub(super) fn project_link(project: &Project, section: &SectionProps) -> Html {
    let name = html! { <span lang="zh-CN">{ project.name.zh.clone() }</span> };
    link_to(section, &project.id, None, false, name)
}

/// Another project that may be the same, and why.
fn related(related: &Related, section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let other = dataset.projects.iter().find(|project| project.id == related.project);
    html! {
        <li>
            { for other.map(|other| {
                project_link(other, section)
            }) }
            { texts.explore().colon }{ (texts.pick)(&related.note) }
        </li>
    }
}

/// What else is at a place, and a link to all of it.
fn at_place(place: &str, project: &Project, section: &SectionProps) -> Html {
    let SectionProps { dataset, index, texts, .. } = section;
    let mut choice = Choice::default();
    choice.set(Facet::Place, vec![place.to_owned()]);
    let there = index.select(&Query::default(), &choice);
    let others = there.iter().filter_map(|position| dataset.projects.get(position as usize));
    let others = others.filter(|other| other.id != project.id).take(LISTED);
    let name = section.material().value_name(Facet::Place, place);
    let is_road = dataset.places.iter().any(|known| known.id == place && known.kind == "road");
    let href = narrowed_href(Facet::Place.code(), place, View::Projects);
    let chip = Link { class: "chip", href, test: Some("place-link"), ..Link::default() };
    html! {
        <div class="at-place">
            { link(chip, format!("{name} · {}", (texts.count)(there.len()))) }
            if is_road {
                { road(place, project, section) }
            } else {
                <ul>
                    { for others.map(|other| html! { <li>{ project_link(other, section) }</li> }) }
                </ul>
            }
        </div>
    }
}
