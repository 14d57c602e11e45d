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

/// The page.
pub(super) fn topics(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let is_of_living = |task: &&Task| LIVING.contains(&task.field.as_str());
    let figure = |chart: fn(&Material<'_>) -> ChartSpec| {
        let section = section.clone();
        let content = move |()| {
            let spec = chart(&section.material());
            let (origin, texts) = (section.origin(), section.texts);
            html! { <Figure wide={HALF} {spec} {origin} is_nested=true {texts} /> }
        };
        html! { <InTurn {content} /> }
    };
    let topic = |topic: Topic, charts: &[fn(&Material<'_>) -> ChartSpec]| {
        html! {
            <div class="topic">
                <h2>{ (texts.explore().topic)(topic) }</h2>
                <div class="figures">
                    { for charts.iter().map(|chart| figure(*chart)) }
                </div>
            </div>
        }
    };
    html! {
        <section class="topics-page" aria-labelledby={HEADING}>
            { heading(section, View::Topics) }
            { topic(Topic::Economy, &[economy, levels]) }
            { topic(Topic::Investment, &[investment, funding]) }
            { topic(Topic::Environment, &[environment]) }
            if dataset.tasks.iter().any(|task| is_of_living(&task)) {
                <div class="topic area">
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
