//! The page of tasks: the tasks for the plan's year, area by area, with their targets and the projects that they name, against what the
//! year before achieved in the same fields.

use plan_data::questions::{ResultBefore, achieved, fields_of, indicators_of, result_before};
use plan_data::{Figure, Section, Task};
use yew::{Html, component, html};

use super::{HEADING, heading};
use crate::published::paragraph_id;
use crate::sections::{SectionProps, anchor, both_years, extras, item_link, text_link};
use crate::state::{UrlState, View, use_url};
use crate::texts::Side;

/// The page: the headline targets open, each area of work behind its heading.
#[component]
pub fn Tasks(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let open = use_url(&section.store, |url| UrlState { item: url.item.clone(), ..UrlState::default() }).item;
    let areas: Vec<(&Section, Vec<&Task>)> = dataset
        .sections
        .iter()
        .map(|section| {
            (section, dataset.tasks.iter().filter(|task| task.place.section == section.id).collect())
        })
        .filter(|(_, tasks): &(_, Vec<&Task>)| !tasks.is_empty())
        .collect();
    // Tasks whose section is not told stand above, under no heading.
    let unplaced: Vec<&Task> = dataset.tasks.iter().filter(|task| task.place.section.is_empty()).collect();
    // Of what is printed as it is, no editor put anything into words.
    let parts = if dataset.is_edited() { areas.len() } else { 0 };
    html! {
        <section class="tasks-page" aria-labelledby={HEADING}>
            { heading(section, View::Tasks) }
            <p class="scope">{ (texts.page().tasks_scope)(dataset.tasks.len(), parts, dataset.report.plan_year) }</p>
            if !unplaced.is_empty() {
                { area_sides(&unplaced, open.as_deref(), true, section) }
            }
            { for areas.iter().enumerate().map(|(index, (area, tasks))| html! {
                <details
                    key={area.id.clone()}
                    class="area"
                    open={index == 0 || tasks.iter().any(|task| Some(&task.id) == open.as_ref())}
                    data-test="task-area"
                >
                    <summary>
                        <h2>{ (texts.pick)(&area.heading) }</h2>
                        <span class="area-count">{ (texts.page().task_count)(tasks.len()) }</span>
                    </summary>
                    { area_sides(tasks, open.as_deref(), true, section) }
                </details>
            }) }
            { both_years(section) }
            // Where it is not said where they stand, nothing says that they are of the text.
            if dataset.tasks.iter().any(|task| !task.place.section.is_empty()) {
                <p class="source">{ (texts.source)(texts.page().main_text) }</p>
            }
        </section>
    }
}

/// Tasks of the plan's year, beside what the year before achieved in their fields.
pub(super) fn area(tasks: &[&Task], section: &SectionProps) -> Html {
    area_sides(tasks, None, false, section)
}

/// Tasks that stand under the heading of their section do not repeat it.
fn area_sides(tasks: &[&Task], open: Option<&str>, is_under_heading: bool, section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let words = texts.explore();
    let report = &dataset.report;
    let achieved: Vec<&Figure> =
        fields_of(tasks).into_iter().flat_map(|field| achieved(dataset, field)).collect();
    html! {
        <div class="area-sides">
            <div>
                <h3>{ (words.promised)(report.plan_year) }</h3>
                <ul>{ for tasks.iter().map(|task| row(task, open == Some(&task.id), is_under_heading, section)) }</ul>
            </div>
            // Without a field, nothing says which results are of the same; without figures, nothing what was achieved.
            if !dataset.figures.is_empty() && tasks.iter().any(|task| !task.field.is_empty()) {
                <div data-test="achieved">
                    <h3>{ (words.achieved)(report.actual_year) }</h3>
                    if achieved.is_empty() {
                        <p class="gap">{ (words.nothing_achieved)(report.actual_year) }</p>
                    } else {
                        <ul>{ for achieved.into_iter().map(|figure| result(figure, section)) }</ul>
                    }
                </div>
            }
        </div>
    }
}

fn row(task: &Task, is_open: bool, is_under_heading: bool, section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let words = texts.explore();
    let material = section.material();
    let same_name = task.indicators.is_empty().then_some(words.same_name);
    let before = result_before(dataset, task).map(|before| {
        let same_name = same_name.filter(|_| matches!(before, ResultBefore::Indicator(_)));
        let (id, told) = match before {
            ResultBefore::Indicator(indicator) => {
                let value = material.cell(indicator, Side::Actual);
                (&indicator.id, (texts.page().side_value)(Side::Actual, dataset.report.actual_year, &value))
            }
            // Not everything that the text counts was achieved: there are so many key projects.
            ResultBefore::Figure(figure) => {
                let value = material.quantity(&figure.quantity);
                let scope =
                    figure.scope.as_ref().map(|scope| (texts.explore().counted_of)((texts.pick)(scope)));
                let told = [material.time(figure).as_str(), words.colon, &value].concat();
                (&figure.id, told + &scope.unwrap_or_default())
            }
        };
        html! { <span class="task-before">{ item_link(section, id, html! { { told } }) }{ for same_name }</span> }
    });
    // What the program takes to be the same says so, and leads there.
    let inferred =
        indicators_of(dataset, task).into_iter().filter(|_| task.indicators.is_empty() && before.is_none());
    let inferred: Vec<Html> = inferred
        .map(|row| {
            let name = html! { { texts.charts().indicator } };
            html! { <span class="task-before">{ item_link(section, &row.id, name) }{ words.same_name }</span> }
        })
        .collect();
    // Below the heading of its section, a place says no more than its run-in heading, and still is the link to the text.
    let place = match material.run_in(&task.place) {
        run_in if is_under_heading && (run_in.is_some() || section.text_page().is_none()) => {
            run_in.map(str::to_owned)
        }
        _ => Some(material.place(&task.place)),
    };
    let projects = dataset.projects.iter().filter(|project| task.projects.contains(&project.id));
    let projects: Vec<Html> = projects
        .map(|project| {
            let name = html! { <span lang="zh-CN">{ project.name.zh.clone() }</span> };
            html! { <li>{ item_link(section, &project.id, name) }</li> }
        })
        .collect();
    html! {
        <li
            key={task.id.clone()}
            id={anchor(&task.id)}
            data-test="task-row"
            class={is_open.then_some("chosen")}
        >
            { (texts.pick)(&task.text) }
            if let Some(target) = &task.target {
                { " " }<strong class="figure">{ material.quantity(target) }</strong>
            }
            { for before }
            { for inferred }
            { extras(section, &task.id) }
            { for place.filter(|place| !place.is_empty()).map(|place| html! {
                <span class="task-place">{ text_link(section, &paragraph_id(&task.place, &task.id), place) }</span>
            }) }
            if !projects.is_empty() {
                <span class="task-projects">{ texts.page().task_projects }</span>
                <ul class="task-projects">{ for projects }</ul>
            }
        </li>
    }
}

fn result(figure: &Figure, section: &SectionProps) -> Html {
    let material = section.material();
    let told = html! {
        <>
            { material.subject(figure) }{ " " }
            <strong class="figure">{ material.quantity(&figure.quantity) }</strong>
        </>
    };
    html! { <li>{ item_link(section, &figure.id, told) }</li> }
}
