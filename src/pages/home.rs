//! The first page: the headline targets beside last year's results, what the data says by itself, and promise and result of all
//! indicators.

use plan_data::{Comparison, Indicator, compare};
use yew::{Html, component, html};

use crate::components::{Link, link};
use crate::headline::{Headline, headlines};
use crate::insights::{Insight, insights};
use crate::sections::{Promise, SectionProps, item_link, part};
use crate::texts::Side;

/// The page.
pub(super) fn home(section: &SectionProps) -> Html {
    html! {
        <>
            <section aria-labelledby={TARGETS}>
                { part::<Targets>(section) }
                { part::<Insights>(section) }
            </section>
            <section>
                { part::<Promise>(section) }
            </section>
        </>
    }
}

/// The id of the heading of the headline targets.
const TARGETS: &str = "headline-heading";

/// The headline targets.
#[component]
fn Targets(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let words = texts.explore();
    let report = &dataset.report;
    let material = section.material();
    let (numbers, others): (Vec<Headline>, Vec<Headline>) =
        headlines(&material).into_iter().partition(|headline| headline.target.is_some());
    html! {
        <>
            <h2 id={TARGETS}>{ (words.headline)(report.plan_year) }</h2>
            <p class="scope">{ (words.overview_scope)(report.actual_year, report.plan_year) }</p>
            <ul class="tiles">
                { for numbers.into_iter().map(|headline| tile(headline, section)) }
            </ul>
            if !others.is_empty() {
                <ul class="headline-words">
                    { for others.iter().map(|Headline { task, .. }| html! {
                        <li>{ item_link(section, &task.id, html! { { (texts.pick)(&task.text) } }) }</li>
                    }) }
                </ul>
            }
        </>
    }
}

/// What the data says by itself.
#[component]
fn Insights(section: &SectionProps) -> Html {
    html! {
        <>
            <h2 class="insights-heading">{ section.texts.explore().insights }</h2>
            <ol class="insights">
                { for insights(&section.material(), &section.index).into_iter().map(insight) }
            </ol>
        </>
    }
}

/// A target with the result of the year before, as a link to its indicator, or to the task.
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
    html! { <li data-test="tile">{ item_link(section, item, content) }</li> }
}

fn difference(indicator: &Indicator, unit: &str, section: &SectionProps) -> Html {
    match compare(indicator) {
        Comparison::NotComparable(_) => Html::default(),
        comparison => html! {
            <span class="tile-difference">{ (section.texts.comparison_short)(comparison, unit) }</span>
        },
    }
}

fn insight(insight: Insight) -> Html {
    let Insight { sentence, href } = insight;
    html! { <li data-test="insight">{ link(Link { href, ..Link::default() }, sentence) }</li> }
}
