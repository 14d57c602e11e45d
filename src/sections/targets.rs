//! What the targets of the annex are: numbers, words, set elsewhere, or not there: one line for the whole annex.

use plan_data::{Figure, IndicatorChoice, IndicatorFacet, Nature, indicator_counts};
use yew::{Html, html};

use super::SectionProps;
use crate::components::{Link, link};
use crate::state::{View, narrowed_href};

/// Every kind of target, from the firmest on, with the class of its part.
const KINDS: [(&str, &str); 4] = [
    ("number", "part part-1"),
    ("assigned", "part part-2"),
    ("qualitative", "part part-3"),
    ("none", "part part-4"),
];

/// The line, and a link to the indicators of each kind; nothing where all targets are of one.
pub(crate) fn target_kinds(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let words = texts.explore();
    let material = section.material();
    let counts = indicator_counts(dataset, &IndicatorChoice::default(), IndicatorFacet::Target);
    let all = dataset.indicators.len();
    let shown: Vec<(&str, &str, usize)> = KINDS
        .into_iter()
        .filter_map(|(kind, class)| {
            let (_, count) = counts.iter().find(|(known, _)| known == kind)?;
            Some((kind, class, *count))
        })
        .filter(|(.., count)| *count > 0)
        .collect();
    if shown.len() < 2 {
        return Html::default();
    }
    // What the annex leaves out and the text states.
    let in_text = dataset.indicators.iter().filter(|row| row.plan.amount().is_none()).filter_map(|row| {
        let is_target =
            |figure: &&Figure| figure.indicator.as_ref() == Some(&row.id) && figure.nature == Nature::Target;
        let figure = dataset.figures.iter().find(is_target)?;
        Some(format!("{} {}", material.subject(figure), material.quantity(&figure.quantity)))
    });
    let in_text: Vec<String> = in_text.collect();
    let mut left = 0;
    let parts: Vec<Html> = shown
        .iter()
        .map(|(_, class, count)| {
            let x = left;
            left += count;
            html! { <rect class={*class} x={x.to_string()} y="0" width={count.to_string()} height="1" /> }
        })
        .collect();
    let names = shown.iter().map(|(kind, class, count)| {
        let href = narrowed_href(IndicatorFacet::Target.code(), kind, View::Indicators);
        let name = (texts.indicator_value)(kind).unwrap_or(kind);
        let content = html! {
            <>
                <svg class="drawing" width="14" height="14" aria-hidden="true"><rect class={*class} x="1" y="1" width="12" height="12" /></svg>
                { (words.counted)(name, *count) }
            </>
        };
        html! { <li>{ link(Link { href, ..Link::default() }, content) }</li> }
    });
    html! {
        <div class="target-kinds" data-test="target-kinds">
            <p>{ (words.target_kinds)(all, material.has_annex()) }</p>
            <svg class="drawing" width="100%" height="16" viewBox={format!("0 0 {all} 1")} preserveAspectRatio="none" aria-hidden="true">
                { for parts }
            </svg>
            <ul>{ for names }</ul>
            if !in_text.is_empty() {
                <p class="source">{ (words.targets_in_text)(&in_text) }</p>
            }
        </div>
    }
}
