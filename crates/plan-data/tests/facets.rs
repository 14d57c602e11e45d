//! Counts of facets against counting by hand, for any choices.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::path::Path;

use plan_data::facet::{Choice, Facet, UNSTATED, counts, matches, values};
use plan_data::{Dataset, Project, Query, package};
use proptest::prelude::*;

fn report() -> Dataset {
    package::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021")).unwrap()
}

/// What the definition says, word for word: a project is counted for a value where it has it, where the text is in its
/// names or its location, and where it has one of the values chosen of each other facet.
fn by_hand(dataset: &Dataset, text: &str, chosen: &[(Facet, String)], facet: Facet, value: &str) -> usize {
    let holds = |project: &&Project| {
        let texts = [Some(&project.name.zh), Some(&project.name.en), project.location.as_ref()];
        let found = text.is_empty() || texts.iter().flatten().any(|in_it| in_it.contains(text));
        let others = Facet::ALL.iter().filter(|other| **other != facet).all(|other| {
            let wanted: Vec<&String> = chosen.iter().filter(|(of, _)| of == other).map(|(_, v)| v).collect();
            wanted.is_empty() || wanted.iter().any(|v| values(project, *other).contains(&v.as_str()))
        });
        found && others && values(project, facet).contains(&value)
    };
    dataset.projects.iter().filter(holds).count()
}

proptest! {
    #[test]
    fn counts_follow_the_other_choices(
        picks in proptest::collection::vec((0_usize..5, 0_usize..40), 0..6),
        text in prop_oneof![Just(""), Just("村"), Just("大道"), Just("Road"), Just("没有")],
    ) {
        let dataset = report();
        let query = Query::new(text);
        let mut choice = Choice::default();
        let mut chosen = Vec::new();
        for (facet, index) in picks {
            let facet = Facet::ALL[facet];
            let all = counts(&dataset, &Query::new(""), &Choice::default(), facet);
            let value = all[index % all.len()].0.to_owned();
            if !choice.of(facet).contains(&value) {
                choice.toggle(facet, &value);
                chosen.push((facet, value));
            }
        }
        for facet in Facet::ALL {
            for (value, count) in counts(&dataset, &query, &choice, facet) {
                prop_assert_eq!(count, by_hand(&dataset, text, &chosen, facet, value), "{:?} {}", facet, value);
            }
        }
    }
}

#[test]
fn every_project_has_a_value_of_every_facet() {
    let dataset = report();
    for project in &dataset.projects {
        for facet in Facet::ALL {
            assert!(!values(project, facet).is_empty(), "{facet:?} of {}", project.id);
        }
    }
    let land =
        dataset.projects.iter().filter(|project| values(project, Facet::List).contains(&"land")).count();
    assert_eq!(land, 35);
}

#[test]
fn the_order_of_values_does_not_follow_the_choices_and_what_is_unstated_comes_last() {
    let dataset = report();
    let order = |choice: &Choice, facet: Facet| -> Vec<String> {
        counts(&dataset, &Query::new("村"), choice, facet)
            .iter()
            .map(|(value, _)| (*value).to_owned())
            .collect()
    };
    let mut choice = Choice::default();
    choice.toggle(Facet::Sector, "housing");
    for facet in Facet::ALL {
        assert_eq!(order(&choice, facet), order(&Choice::default(), facet));
    }
    let places = order(&choice, Facet::Place);
    assert_eq!((places[0].as_str(), places.last().unwrap().as_str()), ("pingan-dadao", UNSTATED));
    let stages = order(&choice, Facet::Stage);
    assert_eq!((stages[0].as_str(), stages.last().unwrap().as_str()), ("promised", UNSTATED));
}

#[test]
fn the_stage_is_the_last_that_was_reached() {
    let dataset = report();
    let stage = |id: &str| {
        values(dataset.projects.iter().find(|project| project.id == id).unwrap(), Facet::Stage)[0].to_owned()
    };
    // 2020: started; 2021: to be under way.
    assert_eq!(stage("p05"), "started");
    assert_eq!(stage("weidongqu-jinglaoyuan"), "promised");
    assert_eq!(stage("p03"), UNSTATED);
}

#[test]
fn a_choice_is_taken_back_by_choosing_again() {
    let dataset = report();
    let mut choice = Choice::default();
    choice.toggle(Facet::Place, "weizhai-cun");
    let at =
        dataset.projects.iter().filter(|project| matches(project, &Query::new(""), &choice, None)).count();
    assert!((1..10).contains(&at));
    choice.toggle(Facet::Place, "weizhai-cun");
    assert!(choice.is_empty());
}
