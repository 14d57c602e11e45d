//! What the year was and what the next is to be: the headline targets beside last year's results, and what the data says by
//! itself. Everything leads further.

use plan_data::{Comparison, Indicator, compare};
use yew::{Html, component, html};

use super::heading::section_heading;
use super::{SectionProps, item_link};
use crate::components::{Link, link};
use crate::headline::{Headline, headlines};
use crate::insights::{Insight, insights};
use crate::state::View;
use crate::texts::Side;

/// The section.
#[component]
pub fn Overview(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let words = texts.explore();
    let report = &dataset.report;
    let material = section.material();
    let (numbers, others): (Vec<Headline>, Vec<Headline>) =
        headlines(&material).into_iter().partition(|headline| headline.target.is_some());
    html! {
        <section id="overview" data-part="overview" aria-labelledby="overview-heading">
            { section_heading(section, View::Overview, "overview-heading") }
            <p class="scope">{ (words.overview_scope)(report.actual_year, report.plan_year) }</p>
            <ul class="tiles">
                { for numbers.into_iter().map(|headline| tile(headline, section)) }
            </ul>
            if !others.is_empty() {
                <ul class="headline-words">
                    { for others.iter().map(|Headline { task, .. }| html! {
                        <li>{ item_link(&task.id, html! { { (texts.pick)(&task.commitment) } }) }</li>
                    }) }
                </ul>
            }
            <h3>{ words.insights }</h3>
            <ol class="insights">
                { for insights(&material, &section.index).into_iter().map(told) }
            </ol>
        </section>
    }
}

/// A target with the result of the year before, as a link to its indicator, or to the commitment.
fn tile(headline: Headline<'_>, section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let year = dataset.report.actual_year;
    let result = match &headline.result {
        Some(result) => html! {
            <>
                { (texts.page().side_value)(Side::Actual, year, result) }
                { for headline.indicator.map(|indicator| difference(indicator, (texts.pick)(&indicator.unit), section)) }
            </>
        },
        None => html! { { (texts.explore().no_result)(year) } },
    };
    let item = headline.item();
    let content = html! {
        <>
            <span class="tile-name">{ headline.name }</span>
            <span class="tile-value">{ headline.target.unwrap_or_default() }</span>
            <span class="tile-result">{ result }</span>
        </>
    };
    html! { <li data-test="tile">{ item_link(item, content) }</li> }
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
