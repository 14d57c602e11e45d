//! The commitments for the plan's year, area by area, with their targets and the projects that they name.

use plan_data::{Section, Task};
use yew::{Html, component, html};

use super::SectionProps;

/// The section: the headline targets open, each area of work behind its heading.
#[component]
pub fn Tasks(props: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = props;
    let areas: Vec<(&Section, Vec<&Task>)> = dataset
        .sections
        .iter()
        .map(|section| {
            (section, dataset.tasks.iter().filter(|task| task.place.section == section.id).collect())
        })
        .filter(|(_, tasks): &(_, Vec<&Task>)| !tasks.is_empty())
        .collect();
    html! {
        <section id="tasks" aria-labelledby="tasks-heading">
            <h2 id="tasks-heading">{ texts.tasks }</h2>
            <p class="scope">{ (texts.tasks_scope)(dataset.tasks.len(), areas.len(), dataset.report.plan_year) }</p>
            { for areas.iter().enumerate().map(|(index, (section, tasks))| html! {
                <details key={section.id.clone()} class="area" open={index == 0} data-test="task-area">
                    <summary>
                        <h3>{ (texts.pick)(&section.heading) }</h3>
                        <span class="area-count">{ (texts.task_count)(tasks.len()) }</span>
                    </summary>
                    <ul>{ for tasks.iter().map(|task| item(task, props)) }</ul>
                </details>
            }) }
            <p class="source">{ (texts.source)(texts.running_text) }</p>
        </section>
    }
}

fn item(task: &Task, props: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = props;
    let material = props.material();
    let projects: Vec<&str> = dataset
        .projects
        .iter()
        .filter(|project| task.projects.contains(&project.id))
        .map(|project| project.name.zh.as_str())
        .collect();
    html! {
        <li key={task.id.clone()} data-test="task-row">
            { (texts.pick)(&task.commitment) }
            if let Some(target) = &task.target {
                { " " }<strong class="figure">{ material.quantity(target) }</strong>
            }
            <span class="task-place">{ material.place(&task.place) }</span>
            if !projects.is_empty() {
                <span class="task-projects">
                    { texts.task_projects }
                    <span lang="zh-CN">{ projects.join("、") }</span>
                </span>
            }
        </li>
    }
}
