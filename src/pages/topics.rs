//! The page of topics: the charts that answer one question each, and what is promised and was achieved for people's lives.

use plan_data::questions::{compositions, investments, parts_of_money, shared_measures};
use plan_data::reconcile::Finding;
use plan_data::{Dataset, Task};
use yew::{Callback, Html, html};

use super::tasks::area;
use super::{HEADING, heading};
use crate::charts::{
    ChartSpec, Material, economy, environment, environment_indicators, funding, investment, levels,
};
use crate::components::{Figure, HALF, InTurn, Unfold};
use crate::sections::SectionProps;
use crate::state::{Lang, View};
use crate::texts::{Texts, Topic};

/// What makes a chart.
type Draw = fn(&Material<'_>) -> ChartSpec;

/// The page.
pub(super) fn topics(section: &SectionProps) -> Html {
    let SectionProps { texts, .. } = section;
    let [has_economy, has_investment, has_environment, _] = has_topics(&section.dataset, &section.findings);
    // As wide as the page, or one of two columns.
    let figure = |chart: Draw, wide: Option<i32>| {
        let section = section.clone();
        let content = move |()| {
            let spec = chart(&section.material());
            if spec.is_empty() {
                return Html::default();
            }
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
            if has_economy || has_investment || has_environment {
                <p class="scope">{ texts.page().topics_scope }</p>
            }
            if has_economy {
                { topic(Topic::Economy, &[economy, levels], &[]) }
            }
            if has_investment {
                { topic(Topic::Investment, &[], &[investment, funding]) }
            }
            if has_environment {
                { topic(Topic::Environment, &[environment], &[]) }
            }
            { living(section) }
        </section>
    }
}

/// Which of the four topics the report has something of. No chart is drawn to see that.
pub fn has_topics(dataset: &Dataset, findings: &[Finding]) -> [bool; 4] {
    let texts = Texts::of(Lang::default());
    [
        !compositions(dataset, findings).is_empty()
            || !parts_of_money(dataset, findings).is_empty()
            || !shared_measures(dataset).is_empty(),
        !investments(dataset, findings).is_empty()
            || dataset.figures.iter().any(|figure| figure.topic.is_some()),
        !environment_indicators(&Material { dataset, findings, texts }).is_empty(),
        texts.explore().living.into_iter().any(|(field, _)| tasks_of(field, dataset).next().is_some()),
    ]
}

/// What is promised and was achieved for people's lives, each field behind its name.
fn living(section: &SectionProps) -> Html {
    let SectionProps { texts, .. } = section;
    let field = |(field, name): (&'static str, &'static str)| {
        let count = tasks_of(field, &section.dataset).count();
        let summary = html! {
            <>
                <h3>{ name }</h3>
                <span class="area-count">{ (texts.page().task_count)(count) }</span>
            </>
        };
        let section = section.clone();
        let content = Callback::from(move |()| {
            area(&tasks_of(field, &section.dataset).collect::<Vec<&Task>>(), &section)
        });
        (count > 0).then(|| html! { <Unfold class="area" test="living" {summary} {content} /> })
    };
    let mut fields = texts.explore().living.into_iter().filter_map(field).peekable();
    if fields.peek().is_none() {
        return Html::default();
    }
    html! {
        <div class="topic folded" id="living" tabindex="-1">
            <h2>{ (texts.explore().topic)(Topic::Living) }</h2>
            { for fields }
        </div>
    }
}

fn tasks_of<'a>(field: &'a str, dataset: &'a Dataset) -> impl Iterator<Item = &'a Task> {
    dataset.tasks.iter().filter(move |task| task.field == field)
}
