//! What the data says by itself: sentences computed from it, each with where it leads.

use plan_data::facet::{Choice, Facet, UNSTATED};
use plan_data::questions::text_pairs;
use plan_data::reconcile::{Finding, Severity};
use plan_data::{
    Decimal, Figure, IndicatorChoice, IndicatorFacet, Nature, ProjectIndex, Query, indicator_counts,
    indicators_with,
};

use crate::charts::Material;
use crate::sections::BOTH_YEARS;
use crate::state::{View, narrowed_href};
use crate::texts::Side;

/// A finding in one sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Insight {
    /// The sentence.
    pub sentence: String,
    /// The address of what shows it.
    pub href: String,
}

/// The handful of findings that the overview begins with, those that the report has.
pub fn insights(material: &Material<'_>, index: &ProjectIndex) -> Vec<Insight> {
    [targets(material), lowered(material), place(material, index), conflict(material)]
        .into_iter()
        .flatten()
        .collect()
}

fn narrowed(sentence: String, facet: IndicatorFacet, value: &str) -> Insight {
    Insight { sentence, href: narrowed_href(facet.code(), value, View::Indicators) }
}

/// How many targets are numbers, words, somebody else's, or not there; and those that the text has and the annex has not.
fn targets(material: &Material<'_>) -> Option<Insight> {
    let Material { dataset, texts, .. } = material;
    let counts = indicator_counts(dataset, &IndicatorChoice::default(), IndicatorFacet::Target);
    let count =
        |target: &str| counts.iter().find(|(known, _)| known == target).map_or(0, |(_, count)| *count);
    let in_text: Vec<String> = dataset
        .indicators
        .iter()
        .filter(|row| row.plan.amount().is_none())
        .filter_map(|row| {
            let is_target = |figure: &&Figure| {
                figure.indicator.as_ref() == Some(&row.id) && figure.nature == Nature::Target
            };
            let figure = dataset.figures.iter().find(is_target)?;
            Some((texts.explore().target_in_text)(
                (texts.pick)(&row.name),
                &material.quantity(&figure.quantity),
            ))
        })
        .collect();
    let (all, numbers) = (dataset.indicators.len(), count("number"));
    (numbers < all).then(|| {
        let sentence = (texts.explore().insight_targets)(
            all,
            numbers,
            [count("qualitative"), count("assigned"), count("none")],
            &in_text,
        );
        narrowed(sentence, IndicatorFacet::Target, "number")
    })
}

/// What is planned lower than it was: rows of the annex, and what the text states for both years.
fn lowered(material: &Material<'_>) -> Option<Insight> {
    let Material { dataset, texts, .. } = material;
    let mut choice = IndicatorChoice::default();
    choice.set(IndicatorFacet::State, Some("below".to_owned()));
    let words = texts.explore();
    let rows = indicators_with(dataset, &choice, None).into_iter().map(|row| {
        let [actual, plan] = [Side::Actual, Side::Plan].map(|side| material.cell(row, side));
        (words.from_to)((texts.pick)(&row.name), &actual, &plan)
    });
    let pairs = text_pairs(dataset).into_iter().filter_map(|pair| {
        let is_lower = pair.difference.is_some_and(|difference| difference.by < Decimal::ZERO);
        let [actual, plan] = [pair.actual, pair.plan].map(|figure| material.quantity(&figure.quantity));
        is_lower.then(|| (words.from_to)(&material.subject(pair.plan), &actual, &plan))
    });
    let named: Vec<String> = rows.chain(pairs).collect();
    let sentence = (words.insight_lowered)(dataset.report.plan_year, dataset.report.actual_year, &named);
    let href = format!("{}#{BOTH_YEARS}", View::Tasks.file());
    (!named.is_empty()).then_some(Insight { sentence, href })
}

/// Where most projects are.
fn place(material: &Material<'_>, index: &ProjectIndex) -> Option<Insight> {
    let all = index.select(&Query::default(), &Choice::default());
    let (place, count) = all.counts(index, Facet::Place).into_iter().find(|(place, _)| *place != UNSTATED)?;
    let name = material.value_name(Facet::Place, place);
    Some(Insight {
        sentence: (material.texts.explore().insight_place)(&name, count),
        href: narrowed_href(Facet::Place.code(), place, View::Projects),
    })
}

/// Where the report does not agree with itself.
fn conflict(material: &Material<'_>) -> Option<Insight> {
    let conflicts: Vec<&Finding> =
        material.findings.iter().filter(|finding| finding.severity == Severity::Conflict).collect();
    let first = conflicts.first()?;
    let sentence = (material.texts.pick)(&first.sentence);
    Some(Insight {
        sentence: (material.texts.explore().insight_conflict)(conflicts.len(), sentence),
        href: format!("{}#reconciliation", View::Data.file()),
    })
}
