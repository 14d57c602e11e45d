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

/// What is planned lower than it was: rows of the annex, and what the text states for both years.
fn lowered(material: &Material<'_>) -> Option<Insight> {
    let Material { dataset, texts, .. } = material;
    let mut choice = IndicatorChoice::default();
    choice.set(IndicatorFacet::State, Some("below".to_owned()));
    let words = texts.explore();
    let rows =
        indicators_with(dataset, &choice, None).into_iter().map(|row| (texts.pick)(&row.name).to_owned());
    let pairs = text_pairs(dataset).into_iter().filter_map(|pair| {
        let is_lower = pair.difference.is_some_and(|difference| difference.by < Decimal::ZERO);
        is_lower.then(|| material.subject(pair.plan))
    });
    let named: Vec<String> = rows.chain(pairs).collect();
    let sentence = (words.insight_lowered)(&named);
    let href = format!("{}#{BOTH_YEARS}", View::Tasks.file());
    (!named.is_empty()).then(|| Insight { numeral: named.len().to_string(), sentence, href })
}

/// Where most projects are.
fn place(material: &Material<'_>, index: &ProjectIndex) -> Option<Insight> {
    let all = index.select(&Query::default(), &Choice::default());
    let (place, count) = all.counts(index, Facet::Place).into_iter().find(|(place, _)| *place != UNSTATED)?;
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
