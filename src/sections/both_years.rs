//! What the text states for both years and no row of the annex has: result and target side by side.

use plan_data::questions::{Pair, text_pairs, without_target};
use plan_data::{Figure, Quantity, Stand};
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
    let results = without_target(dataset);
    let (report, words) = (&dataset.report, texts.explore());
    let table = (!dataset.indicators.is_empty()).then(|| section.material().table_word());
    html! {
        <div id={BOTH_YEARS} class="topic both-years" tabindex="-1">
            <h2>{ words.both_years }</h2>
            <p class="scope">{ (words.both_years_scope)(report.actual_year, report.plan_year, table) }</p>
            <div class="scroll" tabindex="0" role="group" aria-label={words.both_years}>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ texts.page().what_column }</th>
                            <th scope="col">{ (texts.of_year)(report.actual_year, false) }</th>
                            <th scope="col">{ (texts.of_year)(report.plan_year, true) }</th>
                            <th scope="col">{ texts.difference }</th>
                        </tr>
                    </thead>
                    <tbody>{ for pairs.iter().map(|pair| row(pair, section)) }</tbody>
                </table>
            </div>
            if !results.is_empty() {
                <p>{ (words.without_target)(
                    report.actual_year,
                    report.plan_year,
                    section.material().table_word(),
                ) }</p>
                <ul data-test="without-target">{ for results.into_iter().map(|figure| result(figure, section)) }</ul>
            }
        </div>
    }
}

/// A result, as a link to its place.
fn result(figure: &Figure, section: &SectionProps) -> Html {
    let material = section.material();
    let told = format!("{} {}", material.subject(figure), material.quantity(&figure.quantity));
    html! { <li>{ item_link(section, &figure.id, html! { { told } }) }</li> }
}

fn row(pair: &Pair<'_>, section: &SectionProps) -> Html {
    let texts = section.texts;
    let material = section.material();
    let side = |figure: &Figure| {
        html! {
            <td>
                { item_link(section, &figure.id, html! { { material.quantity(&figure.quantity) } }) }
                if let Some(scope) = &figure.scope {
                    <span class="task-place">{ (texts.pick)(scope) }</span>
                }
            </td>
        }
    };
    html! {
        <tr data-test="pair">
            <th scope="row">{ material.subject(pair.plan) }</th>
            { side(pair.actual) }
            { side(pair.plan) }
            <td>{ told(pair, section) }</td>
        </tr>
    }
}

/// How the two differ; that they are not compared, and why.
fn told(pair: &Pair<'_>, section: &SectionProps) -> String {
    let texts = section.texts;
    let Some(difference) = pair.difference else {
        return texts.explore().other_scope.to_owned();
    };
    let material = section.material();
    let unit = &pair.plan.quantity.unit;
    let size = |size| material.quantity(&Quantity::exactly(size, unit.clone()));
    // A bound that is met says no number.
    let percent = difference.percent.filter(|_| difference.stand() != Stand::Met);
    let percent = percent.and_then(|percent| signed(percent, "%"));
    let percent = percent.map(|percent| (texts.in_brackets)(&percent)).unwrap_or_default();
    format!("{}{percent}", (texts.page().difference)(difference, &size))
}
