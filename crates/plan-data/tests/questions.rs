//! Which figures of the bundled report belong together, against what one reads in it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::path::Path;

use plan_data::questions::{
    by_dimension, by_subject, compositions, indicator, investments, parts_of_money, shared_measures,
    value_before,
};
use plan_data::reconcile::{Finding, reconcile};
use plan_data::{Dataset, Dimension, Topic, package};

fn report() -> (Dataset, Vec<Finding>) {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021");
    let dataset = package::read(&dir).unwrap();
    let findings = reconcile(&dataset);
    (dataset, findings)
}

#[test]
fn investment_in_projects_with_the_targets_that_follow() {
    let (dataset, findings) = report();
    let found: Vec<(String, String, String, String)> = investments(&dataset, &findings)
        .into_iter()
        .map(|group| {
            let completion = group.completion.map(|figure| figure.quantity.to_string()).unwrap_or_default();
            let target = group.target.map(|target| target.value.to_string()).unwrap_or_default();
            (group.count.quantity.to_string(), group.amount.quantity.to_string(), completion, target)
        })
        .collect();
    let told = |row: [&str; 4]| {
        let [count, amount, completion, target] = row.map(str::to_owned);
        (count, amount, completion, target)
    };
    assert_eq!(
        found,
        [
            told(["110个", "99.7亿元", "100.7%", "99亿元"]),
            told(["24个", "48.8亿元", "113.8%", "42.9亿元"]),
            told(["119个", "121.7亿元", "", ""]),
        ]
    );
}

#[test]
fn the_economy_and_taxes() {
    let (dataset, findings) = report();
    let shares: Vec<Vec<String>> = compositions(&dataset, &findings)
        .into_iter()
        .map(|shares| shares.iter().map(|figure| figure.quantity.value.to_string()).collect())
        .collect();
    assert_eq!(shares, [["0.6", "34.4", "65"]]);
    let parts: Vec<String> = parts_of_money(&dataset, &findings)
        .into_iter()
        .map(|part| {
            let (rest, share) = part.rest.unwrap();
            let parts = format!("{} / {} = {}", part.part.quantity, part.whole.quantity, part.share.value);
            format!("{parts}, leaves {rest} = {share}%")
        })
        .collect();
    assert_eq!(parts, ["3.33亿元 / 4.65亿元 = 71.6%, leaves 1.32亿元 = 28.4%"]);
}

#[test]
fn sources_of_money_with_the_plan_beside_the_result() {
    let (dataset, _) = report();
    let found: Vec<Vec<String>> = by_subject(&dataset, Topic::Funding)
        .into_iter()
        .map(|group| group.iter().map(|figure| figure.quantity.to_string()).collect())
        .collect();
    let expected: [&[&str]; 7] = [
        &["46.11亿元", "力争30亿元以上"],
        &["2969万美元"],
        &["1.15亿元"],
        &["8800万元"],
        &["5927万元"],
        &["2331万元"],
        &["24亿元"],
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_year_before_where_it_follows() {
    let (dataset, findings) = report();
    let before = |id: &str| {
        let computed = value_before(&findings, indicator(&dataset, id).unwrap())?;
        Some(computed.value.to_string())
    };
    assert_eq!(before("pm25").as_deref(), Some("57微克/立方米"));
    assert_eq!(before("pm10").as_deref(), Some("97.8微克/立方米"));
    assert_eq!(before("good-air-days").as_deref(), Some("191天"));
    assert_eq!(before("water-quality"), None);
}

#[test]
fn measures_that_the_district_shares_with_city_or_nation() {
    let (dataset, _) = report();
    let found: Vec<(String, Vec<&str>)> = shared_measures(&dataset)
        .into_iter()
        .map(|measure| {
            let own = match measure.indicator {
                Some(indicator) => indicator.id.clone(),
                None => measure.figures.iter().map(|figure| figure.id.as_str()).collect::<Vec<_>>().join("~"),
            };
            (own, measure.above.iter().map(|context| context.level.as_str()).collect())
        })
        .collect();
    let told = |own: &str, levels: &[&'static str]| (own.to_owned(), levels.to_vec());
    assert_eq!(
        found,
        [
            told("gdp-growth", &["city", "nation"]),
            told("energy-intensity-cut", &["city", "nation"]),
            told("f100", &["city"]),
            told("fixed-investment-growth", &["city"]),
            told("f103", &["city"]),
            told("budget-revenue-growth", &["city"]),
            told("f007", &["city"]),
        ]
    );
    // Registered and surveyed unemployment are different measures.
    assert!(found.iter().all(|(own, _)| own != "unemployment"));
}

#[test]
fn every_figure_stands_with_those_that_measure_the_same() {
    let (dataset, _) = report();
    let groups = by_dimension(&dataset);
    assert_eq!(groups.iter().map(|(_, figures)| figures.len()).sum::<usize>(), dataset.figures.len());
    assert!(groups.windows(2).all(|pair| pair[0].1.len() >= pair[1].1.len()));
    let money = groups.iter().find(|(dimension, _)| *dimension == Dimension::Yuan).unwrap();
    assert!(money.1.iter().all(|figure| figure.quantity.unit.printed().ends_with('元')));
}
