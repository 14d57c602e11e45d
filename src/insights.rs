//! What the data says by itself: sentences computed from it, each with where it leads.

use plan_data::facet::{Choice, Facet, UNSTATED};
use plan_data::questions::text_pairs;
use plan_data::reconcile::{Finding, Severity};
use plan_data::{Decimal, IndicatorChoice, IndicatorFacet, ProjectIndex, Query, indicators_with};

use crate::charts::Material;
use crate::sections::BOTH_YEARS;
use crate::state::{View, narrowed_href};

/// A finding in one sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Insight {
    /// The number that it is about.
    pub numeral: String,
    /// The sentence.
    pub sentence: String,
    /// The address of what shows it.
    pub href: String,
}

/// The handful of findings that the overview begins with, those that the report has.
pub fn insights(material: &Material<'_>, index: &ProjectIndex) -> Vec<Insight> {
    let found = [lowered(material), place(material, index), conflict(material)];
    found.into_iter().flatten().collect()
}

/// The value of [`IndicatorFacet::State`] for a plan below its result.
const BELOW: &str = "below";

/// What is planned lower than it was: rows of the annex, and what the text states for both years.
fn lowered(material: &Material<'_>) -> Option<Insight> {
    let Material { dataset, texts, .. } = material;
    let mut choice = IndicatorChoice::default();
    choice.set(IndicatorFacet::State, Some(BELOW.to_owned()));
    let words = texts.explore();
    let rows = indicators_with(dataset, &choice, None).into_iter().map(|row| material.indicator_name(row));
    let pairs = text_pairs(dataset);
    let lower = pairs.iter().filter_map(|pair| {
        let is_lower = pair.difference.is_some_and(|difference| difference.by < Decimal::ZERO);
        is_lower.then(|| material.subject(pair.plan))
    });
    let named: Vec<String> = rows.chain(lower).collect();
    let sentence = (words.insight_lowered)(&named);
    // Where the text states nothing for both years, the list of indicators has them.
    let href = if pairs.is_empty() {
        narrowed_href(IndicatorFacet::State.code(), BELOW, View::Indicators)
    } else {
        let page = if dataset.tasks.is_empty() { View::Data } else { View::Tasks };
        format!("{}#{BOTH_YEARS}", page.file())
    };
    (!named.is_empty()).then(|| Insight { numeral: named.len().to_string(), sentence, href })
}

/// Where most projects are.
fn place(material: &Material<'_>, index: &ProjectIndex) -> Option<Insight> {
    let all = index.select(&Query::default(), &Choice::default());
    let mut places = all.counts(index, Facet::Place).into_iter();
    // One project is not most of them.
    let (place, count) = places.find(|(place, count)| *place != UNSTATED && *count > 1)?;
    let name = material.value_name(Facet::Place, place);
    Some(Insight {
        numeral: count.to_string(),
        sentence: (material.texts.explore().insight_place)(&name),
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
        numeral: conflicts.len().to_string(),
        sentence: (material.texts.explore().insight_conflict)(sentence),
        href: format!("{}#reconciliation", View::Data.file()),
    })
}
