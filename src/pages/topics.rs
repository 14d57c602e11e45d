//! The page of topics: the charts that answer one question each, and what is promised and was achieved for people's lives.

use plan_data::Task;
use yew::{Html, html};

use super::tasks::area;
use super::{HEADING, heading};
use crate::charts::{ChartSpec, economy, environment, funding, investment, levels};
use crate::components::{Figure, HALF};
use crate::sections::SectionProps;
use crate::state::View;
use crate::texts::Topic;

/// The fields of the commitments that are about people's lives.
const LIVING: [&str; 5] = ["employment", "social-security", "housing", "education", "health"];

/// The page.
pub(super) fn topics(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let material = section.material();
    let living: Vec<&Task> =
        dataset.tasks.iter().filter(|task| LIVING.contains(&task.field.as_str())).collect();
    let topic = |topic: Topic, charts: Vec<ChartSpec>| {
        html! {
            <div class="topic">
                <h2>{ (texts.explore().topic)(topic) }</h2>
                <div class="figures">
                    { for charts.iter().map(|spec| html! {
                        <Figure wide={HALF} spec={spec.clone()} file={section.file()} date={section.date()} is_nested=true {texts} />
                    }) }
                </div>
            </div>
        }
    };
    html! {
        <section class="topics-page" aria-labelledby={HEADING}>
            { heading(section, View::Topics) }
            { topic(Topic::Economy, vec![economy(&material), levels(&material)]) }
            { topic(Topic::Investment, vec![investment(&material), funding(&material)]) }
            { topic(Topic::Environment, vec![environment(&material)]) }
            if !living.is_empty() {
                <div class="topic area">
                    <h2>{ (texts.explore().topic)(Topic::Living) }</h2>
                    { area(&living, section) }
                </div>
            }
        </section>
    }
}
