//! Filters of indicators against lists typed from the annex.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::path::Path;

use plan_data::{
    Dataset, IndicatorChoice, IndicatorFacet, indicator_counts, indicator_value, indicators_with, package,
};

fn report() -> Dataset {
    package::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021")).unwrap()
}

fn chosen(pairs: &[(IndicatorFacet, &str)]) -> IndicatorChoice {
    let mut choice = IndicatorChoice::default();
    for (facet, value) in pairs {
        choice.set(*facet, Some((*value).to_owned()));
    }
    choice
}

#[test]
fn six_of_the_25_have_a_number_on_both_sides() {
    let dataset = report();
    let states = indicator_counts(&dataset, &IndicatorChoice::default(), IndicatorFacet::State);
    let count = |state: &str| states.iter().find(|(known, _)| known == state).unwrap().1;
    assert_eq!(count("not-comparable"), 19);
    assert_eq!(states.iter().map(|(_, count)| count).sum::<usize>(), 25);
    let below = indicators_with(&dataset, &chosen(&[(IndicatorFacet::State, "below")]), None);
    assert!(below.iter().any(|indicator| indicator.id == "fixed-investment-growth"), "8.9 % and then 7 %");
}

#[test]
fn targets_that_are_words_are_told_apart_from_those_that_are_not_there() {
    let dataset = report();
    let target = |id: &str| {
        let indicator = dataset.indicators.iter().find(|indicator| indicator.id == id).unwrap();
        indicator_value(&dataset, indicator, IndicatorFacet::Target)
    };
    assert_eq!(target("gdp-growth"), "number");
    assert_eq!(target("urban-income-growth"), "qualitative");
    assert_eq!(target("pm25"), "assigned");
    assert_eq!(target("shantytown"), "none");
}

#[test]
fn counts_follow_the_other_choices_and_every_indicator_has_one_value_of_each_facet() {
    let dataset = report();
    for facet in IndicatorFacet::ALL {
        for (value, _) in indicator_counts(&dataset, &IndicatorChoice::default(), facet) {
            let choice = chosen(&[(facet, &value)]);
            for other in IndicatorFacet::ALL {
                for (option, count) in indicator_counts(&dataset, &choice, other) {
                    let has = |indicator: &plan_data::Indicator, facet, value: &str| {
                        indicator_value(&dataset, indicator, facet) == value
                    };
                    let expected = dataset
                        .indicators
                        .iter()
                        .filter(|indicator| has(indicator, other, &option))
                        .filter(|indicator| other == facet || has(indicator, facet, &value))
                        .count();
                    assert_eq!(count, expected, "{facet:?} {value}, {other:?} {option}");
                }
            }
        }
    }
    let groups = indicator_counts(&dataset, &IndicatorChoice::default(), IndicatorFacet::Group);
    assert_eq!(
        groups.iter().map(|(group, _)| group.as_str()).collect::<Vec<_>>(),
        ["1", "2", "3", "4", "5", "6"]
    );
}
