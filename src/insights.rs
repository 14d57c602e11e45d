//! What the data says by itself: sentences computed from it, each with where it leads.

use plan_data::facet::{Choice, Facet, UNSTATED};
use plan_data::reconcile::{Finding, Severity};
use plan_data::{IndicatorChoice, IndicatorFacet, ProjectIndex, Query, indicator_counts, indicators_with};

use crate::charts::Material;
use crate::state::{View, narrowed_href};

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

/// How many targets are numbers, words, somebody else's, or not there.
fn targets(material: &Material<'_>) -> Option<Insight> {
    let counts = indicator_counts(material.dataset, &IndicatorChoice::default(), IndicatorFacet::Target);
    let count =
        |target: &str| counts.iter().find(|(known, _)| known == target).map_or(0, |(_, count)| *count);
    let (all, numbers) = (material.dataset.indicators.len(), count("number"));
    (numbers < all).then(|| {
        let sentence = (material.texts.explore().insight_targets)(
            all,
            numbers,
            [count("qualitative"), count("assigned"), count("none")],
        );
        narrowed(sentence, IndicatorFacet::Target, "number")
    })
}

/// The indicators that are planned lower than they were.
fn lowered(material: &Material<'_>) -> Option<Insight> {
    let texts = material.texts;
    let mut choice = IndicatorChoice::default();
    choice.set(IndicatorFacet::State, Some("below".to_owned()));
    let below = indicators_with(material.dataset, &choice, None);
    let named: Vec<&str> = below.iter().map(|indicator| (texts.pick)(&indicator.name)).collect();
    let sentence = (texts.explore().insight_lowered)(material.dataset.report.plan_year, &named);
    (!named.is_empty()).then(|| narrowed(sentence, IndicatorFacet::State, "below"))
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
