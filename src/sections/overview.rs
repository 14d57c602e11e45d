//! What the year was and what the next is to be: the headline targets beside last year's results, and what the data says by
//! itself. Everything leads further.

use plan_data::questions::{ResultBefore, result_before};
use plan_data::{Comparison, Indicator, Task, compare};
use yew::{Html, component, html};

use super::heading::section_heading;
use super::{SectionProps, item_link};
use crate::charts::Material;
use crate::components::{Link, link};
use crate::insights::{Insight, insights};
use crate::state::View;
use crate::texts::Side;

/// The section.
#[component]
pub fn Overview(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let words = &texts.explore;
    let report = &dataset.report;
    let headline: Vec<&Task> = dataset.tasks.iter().filter(|task| task.field == HEADLINE).collect();
    let (numbers, others): (Vec<&Task>, Vec<&Task>) =
        headline.into_iter().partition(|task| task.target.is_some());
    html! {
        <section id="overview" data-part="overview" aria-labelledby="overview-heading">
            { section_heading(section, View::Overview, "overview-heading") }
            <p class="scope">{ (words.overview_scope)(report.actual_year, report.plan_year) }</p>
            <ul class="tiles">
                { for numbers.iter().map(|task| tile(task, section)) }
            </ul>
            if !others.is_empty() {
                <ul class="headline-words">
                    { for others.iter().map(|task| html! {
                        <li>{ item_link(&task.id, html! { { (texts.pick)(&task.commitment) } }) }</li>
                    }) }
                </ul>
            }
            <h3>{ words.insights }</h3>
            <ol class="insights">
                { for insights(&section.material(), &section.index).into_iter().map(told) }
            </ol>
        </section>
    }
}

/// The field of the commitments that the report puts at the head of its plan.
const HEADLINE: &str = "headline";

/// A target with the result of the year before, as a link to its indicator, or to the commitment.
fn tile(task: &Task, section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let words = &texts.explore;
    let report = &dataset.report;
    let material = section.material();
    let before = result_before(dataset, task);
    let (item, name) = match &before {
        Some(ResultBefore::Indicator(indicator)) => (&indicator.id, (texts.pick)(&indicator.name).to_owned()),
        _ => (&task.id, subject(task, &material)),
    };
    let target = task.target.as_ref().map(|target| material.quantity(target)).unwrap_or_default();
    let result = match before {
        Some(ResultBefore::Indicator(indicator)) => {
            let unit = (texts.pick)(&indicator.unit);
            let actual = material.cell(indicator, Side::Actual);
            html! {
                <>
                    { (texts.side_value)(Side::Actual, report.actual_year, &actual) }
                    { difference(indicator, unit, section) }
                </>
            }
        }
        Some(ResultBefore::Figure(figure)) => {
            let result = material.quantity(&figure.quantity);
            html! { { (texts.side_value)(Side::Actual, report.actual_year, &result) } }
        }
        None => html! { { (words.no_result)(report.actual_year) } },
    };
    let content = html! {
        <>
            <span class="tile-name">{ name }</span>
            <span class="tile-value">{ target }</span>
            <span class="tile-result">{ result }</span>
        </>
    };
    html! { <li data-test="tile">{ item_link(item, content) }</li> }
}

/// What the figure of a commitment that no indicator stands for is about.
fn subject(task: &Task, material: &Material<'_>) -> String {
    let figure = task.figures.first().and_then(|id| plan_data::questions::figure(material.dataset, id));
    match figure {
        Some(figure) => material.subject(figure),
        None => (material.texts.pick)(&task.commitment).to_owned(),
    }
}

fn difference(indicator: &Indicator, unit: &str, section: &SectionProps) -> Html {
    match compare(indicator) {
        Comparison::NotComparable(_) => Html::default(),
        comparison => html! {
            <span class="tile-difference">{ (section.texts.comparison_short)(comparison, unit) }</span>
        },
    }
}

fn told(insight: Insight) -> Html {
    let Insight { sentence, href } = insight;
    html! { <li data-test="insight">{ link(Link { href, ..Link::default() }, sentence) }</li> }
}
