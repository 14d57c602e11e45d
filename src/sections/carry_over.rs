//! Projects across both years, as far as the report says: what residents ask of last year's projects.

use plan_data::facet::{Facet, LAND};
use plan_data::questions::{Carried, carried};
use plan_data::{Mention, Project};
use yew::{Html, html};

use super::folded::{Folded, folded};
use super::project_row::stage;
use super::{SectionProps, item_link};

/// The section; nothing where the report says nothing of the kind.
pub(crate) fn carried_over(section: &SectionProps) -> Html {
    let words = section.texts.explore();
    let report = &section.dataset.report;
    // Where the text names no project, nothing follows from its silence.
    if section.dataset.projects.iter().all(|project| project.mentions.is_empty()) {
        return Html::default();
    }
    let list = |which: Carried| {
        let count = carried(&section.dataset, which).len();
        let name = match which {
            Carried::InBoth => (words.in_both)(report.actual_year, report.plan_year),
            Carried::NotNamedAgain => (words.not_named_again)(report.actual_year, report.plan_year),
            Carried::OnlyListed => (words.only_listed)(&section.material().value_name(Facet::List, LAND)),
        };
        let section = section.clone();
        (count > 0).then(|| Folded {
            name,
            is_urgent: false,
            count: (section.texts.count)(count),
            is_open: false,
            rows: Box::new(move || {
                let told = carried(&section.dataset, which).into_iter();
                told.map(|(project, mentions)| row(project, &mentions, &section)).collect()
            }),
        })
    };
    let lists: Vec<Folded> = Carried::ALL.into_iter().filter_map(list).collect();
    if lists.is_empty() {
        return Html::default();
    }
    folded("carry-over", words.carry_over, words.carry_over_scope.to_owned(), lists)
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
