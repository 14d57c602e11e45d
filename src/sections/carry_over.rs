//! Projects across both years, as far as the report says: what residents ask of last year's projects.

use plan_data::questions::{CarryOver, carry_over};
use plan_data::{Mention, Project};
use yew::{Callback, Html, html};

use super::project_row::stage;
use super::{SectionProps, item_link};
use crate::components::Unfold;

/// The section: three lists, each behind its heading.
pub(crate) fn carried_over(section: &SectionProps) -> Html {
    let words = section.texts.explore();
    let report = &section.dataset.report;
    let found = carry_over(&section.dataset);
    if found == CarryOver::default() {
        return Html::default();
    }
    let counts = [found.both.len(), found.not_named_again.len(), found.only_listed.len()];
    html! {
        <div class="topic" id="carry-over" tabindex="-1">
            <h2>{ words.carry_over }</h2>
            <p class="scope">{ words.carry_over_scope }</p>
            { for counts.into_iter().enumerate().filter(|(_, count)| *count > 0).map(|(at, count)| {
                let name = match at {
                    0 => (words.in_both)(report.actual_year, report.plan_year),
                    1 => (words.not_named_again)(report.actual_year, report.plan_year),
                    _ => words.only_listed.to_owned(),
                };
                let section = section.clone();
                html! {
                    <Unfold
                        class="area"
                        test="carried"
                        summary={html! {
                            <>
                                <h3>{ name }</h3>
                                <span class="area-count">{ (section.texts.count)(count) }</span>
                            </>
                        }}
                        content={Callback::from(move |()| list(at, &section))}
                    />
                }
            }) }
        </div>
    }
}

fn list(at: usize, section: &SectionProps) -> Html {
    let found = carry_over(&section.dataset);
    let rows: Vec<Html> = match at {
        0 => {
            found.both.iter().map(|(project, actual, plan)| row(project, &[actual, plan], section)).collect()
        }
        1 => found.not_named_again.iter().map(|(project, actual)| row(project, &[actual], section)).collect(),
        _ => found.only_listed.iter().map(|project| row(project, &[], section)).collect(),
    };
    html! { <ul>{ for rows }</ul> }
}

fn row(project: &Project, mentions: &[&Mention], section: &SectionProps) -> Html {
    let name = html! { <span lang="zh-CN">{ project.name.zh.clone() }</span> };
    html! {
        <li>
            { item_link(section, &project.id, name) }
            { for mentions.iter().map(|mention| html! {
                <span class="project-stage">{ stage(mention, section) }</span>
            }) }
        </li>
    }
}
