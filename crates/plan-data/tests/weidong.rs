//! The bundled package says what the report says, value by value.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod expected;

use std::path::Path;

use expected::{INDICATORS, PROJECTS};
use plan_data::{Comparison, Dataset, Modifier, NamedIn, Nature, compare, package};

fn weidong() -> Dataset {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021");
    package::read(&dir).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn each_indicator_is_as_in_the_annex() {
    let dataset = weidong();
    assert_eq!(dataset.indicators.len(), INDICATORS.len());
    for (indicator, expected) in dataset.indicators.iter().zip(&INDICATORS) {
        let number = indicator.number.clone().unwrap_or_default();
        let (group_number, group) = indicator
            .group
            .as_ref()
            .map_or(("", ""), |group| (group.number.as_str(), group.name.zh.as_str()));
        assert_eq!(
            [
                number.as_str(),
                &indicator.category.number,
                &indicator.category.name.zh,
                group_number,
                group,
                &indicator.name.zh,
                &indicator.unit.zh,
                indicator.actual.printed(),
                indicator.plan.printed(),
            ],
            [
                expected.number,
                expected.category_number,
                expected.category,
                expected.group_number,
                expected.group,
                expected.name,
                expected.unit,
                expected.actual_2020,
                expected.plan_2021,
            ],
        );
    }
}

#[test]
fn each_project_is_as_in_the_column() {
    let dataset = weidong();
    let found: Vec<(&str, &str)> = dataset
        .land_projects()
        .map(|project| {
            (project.name.zh.as_str(), project.location.as_ref().map_or("", |location| &location.zh))
        })
        .collect();
    assert_eq!(found, PROJECTS);
    let whole: Vec<&str> = dataset
        .land_projects()
        .filter(|project| !project.parts.iter().any(|part| part.named_in == NamedIn::Location))
        .map(|project| project.name.zh.as_str())
        .collect();
    assert_eq!(whole, [""; 0], "each location is taken apart");
}

#[test]
fn six_indicators_have_a_number_on_both_sides() {
    let comparable: Vec<String> = weidong()
        .indicators
        .into_iter()
        .filter(|indicator| !matches!(compare(indicator), Comparison::NotComparable(_)))
        .map(|indicator| indicator.id)
        .collect();
    assert_eq!(
        comparable,
        [
            "gdp-growth",
            "fixed-investment-growth",
            "budget-revenue-growth",
            "afforestation",
            "water-quality",
            "fdi",
        ]
    );
}

#[test]
fn each_figure_is_as_a_second_reader_found_it() {
    // Typed from the report by another hand; never made from data/weidong-2021/figures.csv.
    let second = include_str!("expected/figures.csv");
    let mut reader = csv::Reader::from_reader(second.as_bytes());
    let second: Vec<Vec<String>> =
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
    let first: Vec<Vec<String>> = weidong()
        .figures
        .into_iter()
        .map(|figure| {
            let words: Vec<&str> = figure.quantity.amount.modifiers.iter().map(Modifier::printed).collect();
            let nature = Nature::ALL.iter().find(|(_, nature)| *nature == figure.nature).unwrap().0;
            vec![
                figure.place.section,
                figure.place.paragraph.to_string(),
                figure.quantity.amount.value.to_string(),
                figure.quantity.unit.printed().to_owned(),
                words.join("~"),
                nature.to_owned(),
                figure.year.map(|year| year.to_string()).unwrap_or_default(),
                figure.indicator.unwrap_or_default(),
            ]
        })
        .collect();
    assert_eq!(first.len(), 118);
    for (first, second) in first.iter().zip(&second) {
        assert_eq!(first, second);
    }
    assert_eq!(first.len(), second.len());
}
