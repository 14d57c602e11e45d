//! The page of topics: the charts that answer one question each, and what is promised and was achieved for people's lives.

use plan_data::Task;
use yew::{Html, html};

use super::tasks::area;
use super::{HEADING, heading};
use crate::charts::{ChartSpec, Material, economy, environment, funding, investment, levels};
use crate::components::{Figure, HALF, InTurn};
use crate::sections::SectionProps;
use crate::state::View;
use crate::texts::Topic;

/// The fields of the tasks that are about people's lives.
const LIVING: [&str; 5] = ["employment", "social-security", "housing", "education", "health"];

/// What makes a chart.
type Draw = fn(&Material<'_>) -> ChartSpec;

/// The page.
pub(super) fn topics(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let is_of_living = |task: &&Task| LIVING.contains(&task.field.as_str());
    // As wide as the page, or one of two columns.
    let figure = |chart: Draw, wide: Option<i32>| {
        let section = section.clone();
        let content = move |()| {
            let spec = chart(&section.material());
            let (origin, texts) = (section.origin(), section.texts);
            match wide {
                Some(wide) => html! { <Figure {wide} {spec} {origin} is_nested=true {texts} /> },
                None => html! { <Figure {spec} {origin} is_nested=true {texts} /> },
            }
        };
        html! { <InTurn {content} /> }
    };
    let topic = |topic: Topic, whole: &[Draw], halves: &[Draw]| {
        html! {
            <div class="topic">
                <h2>{ (texts.explore().topic)(topic) }</h2>
                { for whole.iter().map(|chart| figure(*chart, None)) }
                if !halves.is_empty() {
                    <div class="figures">
                        { for halves.iter().map(|chart| figure(*chart, Some(HALF))) }
                    </div>
                }
            </div>
        }
    };
    html! {
        <section class="topics-page" aria-labelledby={HEADING}>
            { heading(section, View::Topics) }
            { topic(Topic::Economy, &[economy, levels], &[]) }
            { topic(Topic::Investment, &[], &[investment, funding]) }
            { topic(Topic::Environment, &[environment], &[]) }
            if dataset.tasks.iter().any(|task| is_of_living(&task)) {
                <div class="topic area" id="living" tabindex="-1">
                    <h2>{ (texts.explore().topic)(Topic::Living) }</h2>
                    <InTurn content={{
                        let section = section.clone();
                        move |()| {
                            let living: Vec<&Task> = section.dataset.tasks.iter().filter(is_of_living).collect();
                            area(&living, &section)
                        }
                    }} />
                </div>
            }
        </section>
    }
}
