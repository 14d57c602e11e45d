//! What the text states for both years and no row of the annex has: result and target side by side.

use plan_data::questions::{Pair, PairDifference, text_pairs};
use plan_data::{Figure, Quantity};
use yew::{Html, html};

use super::{SectionProps, item_link};
use crate::texts::signed;

/// The id of the section.
pub(crate) const BOTH_YEARS: &str = "both-years";

/// The section; nothing where the text states nothing for both years.
pub(crate) fn both_years(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let pairs = text_pairs(dataset);
    if pairs.is_empty() {
        return Html::default();
    }
    let (report, words) = (&dataset.report, texts.explore());
    html! {
        <div id={BOTH_YEARS} class="topic both-years" tabindex="-1">
            <h2>{ words.both_years }</h2>
            <p class="scope">{ (words.both_years_scope)(report.actual_year, report.plan_year) }</p>
            <ul class="projects">{ for pairs.iter().map(|pair| row(pair, section)) }</ul>
        </div>
    }
}

fn row(pair: &Pair<'_>, section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let material = section.material();
    let side = |figure: &Figure, year: u16| {
        let value = material.quantity(&figure.quantity);
        let value = html! { <strong class="figure">{ value }</strong> };
        html! {
            <span>
                { item_link(section, &figure.id, html! { <>{ (texts.of_year)(year, figure.nature.is_plan()) }{ " " }{ value }</> }) }
                if let Some(scope) = &figure.scope {
                    <span class="task-place">{ (texts.pick)(scope) }</span>
                }
            </span>
        }
    };
    html! {
        <li data-test="pair">
            <span class="pair-name">{ material.subject(pair.plan) }</span>
            { side(pair.actual, dataset.report.actual_year) }
            { side(pair.plan, dataset.report.plan_year) }
            <span class="task-place">{ told(pair, section) }</span>
        </li>
    }
}

/// How the two differ; that they are not compared, and why.
fn told(pair: &Pair<'_>, section: &SectionProps) -> String {
    let texts = section.texts;
    let words = texts.explore();
    let PairDifference::Of(difference, percent) = pair.difference else {
        return words.other_scope.to_owned();
    };
    let size = Quantity::exactly(difference.abs(), pair.plan.quantity.unit.clone());
    let size = section.material().quantity(&size);
    (words.pair_difference)(difference, &size, percent.and_then(|percent| signed(percent, "%")))
}
