//! What the lists are made of answers as the whole report does.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::path::Path;
use std::rc::Rc;

use plan_data::facet::{Choice, Facet};
use plan_data::{Dataset, Order, Pinyin, ProjectIndex, Query, bundle, package};

/// The report, and what lists are given of it, as the page carries that.
fn both() -> (Dataset, Dataset) {
    let whole =
        package::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021")).unwrap();
    let written = bundle::write_lists(&whole.lists());
    let lists = bundle::read_lists(&written).unwrap();
    assert_eq!(lists, whole.lists());
    (whole, lists.into())
}

fn readings(dataset: &Dataset) -> Rc<Pinyin> {
    let names = dataset.places.iter().flat_map(|place| {
        place.name.zh.chars().zip(place.pinyin.iter().map(String::as_str)).filter(|(one, _)| !one.is_ascii())
    });
    Rc::new(Pinyin::parse(&Pinyin::write(names)))
}

/// No choice, every value of every facet alone, and some of two facets.
fn choices(dataset: &Dataset, index: &ProjectIndex) -> Vec<Choice> {
    let all = index.select(&Query::default(), &Choice::default());
    let mut choices = vec![Choice::default()];
    for facet in Facet::ALL {
        for (value, _) in all.counts(index, facet) {
            let mut choice = Choice::default();
            choice.set(facet, vec![value.to_owned()]);
            choices.push(choice.clone());
            choice.set(Facet::Sector, vec!["coal".to_owned(), "logistics".to_owned()]);
            choices.push(choice);
        }
    }
    assert!(choices.len() > dataset.places.len());
    choices
}

#[test]
fn the_list_of_projects_answers_as_the_whole_report_does() {
    let (whole, lists) = both();
    let readings = readings(&whole);
    let [of_whole, of_lists] =
        [&whole, &lists].map(|dataset| ProjectIndex::new(Rc::new(dataset.clone()), readings.clone()));
    for text in ["", "魏寨", "weizhai", "wzc", "Ｗｅｉ", "大道", "Road", "小区", "qqq", "<b>"] {
        let query = Query::new(text).spelling(readings.clone());
        for choice in choices(&whole, &of_whole) {
            let (a, b) = (of_whole.select(&query, &choice), of_lists.select(&query, &choice));
            assert_eq!(a.iter().collect::<Vec<_>>(), b.iter().collect::<Vec<_>>(), "{text} {choice:?}");
            for facet in Facet::ALL {
                assert_eq!(
                    a.counts(&of_whole, facet),
                    b.counts(&of_lists, facet),
                    "{text} {choice:?} {facet:?}"
                );
                for order in [Order::Report, Order::Name, Order::EnglishName] {
                    let (x, y) = (of_whole.order(order), of_lists.order(order));
                    assert_eq!(
                        of_whole.grouped(&a, facet, x),
                        of_lists.grouped(&b, facet, y),
                        "{text} {choice:?} {facet:?}"
                    );
                }
            }
        }
    }
    // What rows and values of facets are called.
    for (a, b) in whole.projects.iter().zip(&lists.projects) {
        assert_eq!((&a.id, &a.name, &a.location), (&b.id, &b.name, &b.location));
    }
    for (a, b) in whole.places.iter().zip(&lists.places) {
        assert_eq!((&a.id, &a.name, &a.pinyin), (&b.id, &b.name, &b.pinyin));
    }
}
