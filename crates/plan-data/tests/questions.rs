//! Which figures of the bundled report belong together, against what one reads in it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::path::Path;

use plan_data::questions::{
    Carried, ResultBefore, achieved, by_dimension, by_subject, carried, compositions, fields_of, indicator,
    investments, parts_of_money, result_before, shared_measures, text_pairs, value_before, without_target,
};
use plan_data::reconcile::{Finding, reconcile};
use plan_data::{Dataset, Difference, Dimension, Task, Topic, package};

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
        .map(|shares| shares.iter().map(|figure| figure.quantity.amount.value.to_string()).collect())
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
    let found = |topic: Topic| -> Vec<Vec<String>> {
        let groups = by_subject(&dataset, topic).into_iter();
        groups.map(|group| group.iter().map(|figure| figure.quantity.to_string()).collect()).collect()
    };
    assert_eq!(
        found(Topic::FundingReceived),
        [&["46.11亿元", "力争30亿元以上"][..], &["2969万美元"], &["1.15亿元"]]
    );
    assert_eq!(found(Topic::FundingSought), [["8800万元"], ["5927万元"]]);
    assert_eq!(found(Topic::FundingEnterprises), [["2331万元"], ["24亿元"]]);
}

#[test]
fn what_the_text_states_for_both_years() {
    let (dataset, _) = report();
    let found: Vec<String> = text_pairs(&dataset)
        .into_iter()
        .map(|pair| {
            let [before, after] = [pair.actual, pair.plan].map(|figure| figure.quantity.to_string());
            let difference = match pair.difference {
                Some(Difference { by, percent: None, .. }) => by.to_string(),
                Some(Difference { by, percent: Some(percent), .. }) => format!("{by} ({percent}%)"),
                None => "-".to_owned(),
            };
            format!("{}: {before}, {after}: {difference}", pair.plan.subject.zh)
        })
        .collect();
    assert_eq!(
        found,
        [
            "重点项目: 110个, 119个: 9 (8.2%)",
            "重点项目完成投资: 99.7亿元, 121.7亿元: 22 (22.1%)",
            "新增国家科技型中小企业: 18家, 力争16家: -2 (-11.1%)",
            "新引进亿元以上项目: 4个, 力争18个: 14 (350%)",
            "实际到位省外资金: 46.11亿元, 力争30亿元以上: -16.11 (-34.9%)",
            "老旧小区改造: 20个, 34个: -",
        ]
    );
    let results: Vec<String> = without_target(&dataset)
        .into_iter()
        .map(|figure| format!("{} {}", figure.subject.zh, figure.quantity))
        .collect();
    assert_eq!(results, ["第三产业增加值 5.1%", "城镇新增就业 10439人"]);
}

#[test]
fn what_became_of_last_year_s_projects() {
    let (dataset, _) = report();
    let ids = |which: Carried| -> Vec<&str> {
        carried(&dataset, which).into_iter().map(|(project, _)| project.id.as_str()).collect()
    };
    let both = ids(Carried::InBoth);
    assert_eq!(
        both,
        [
            "p01",
            "p02",
            "p05",
            "p07",
            "weizhai-quyu",
            "yingcheng-dadao",
            "xunanlu-dongyi",
            "jianshelu-xiaoxue"
        ]
    );
    assert!(carried(&dataset, Carried::InBoth).iter().all(|(_, mentions)| mentions.len() == 2));
    let dropped = ids(Carried::NotNamedAgain);
    for id in [
        "zhanshi-zhongxin",
        "donghu-kangjun",
        "canjiren-kangfu-zhongxin",
        "dongyuan-yanglao-zhongxin",
        "jingyilu",
        "rongbang-huayuan-erqi",
    ] {
        assert!(dropped.contains(&id), "{id}: {dropped:?}");
    }
    assert!(!dropped.contains(&"zongkulu-youyuan"), "opened in 2020");
    assert_eq!(ids(Carried::OnlyListed).len(), 24);
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

/// What the report says that 2020 achieved in each field, read in it from beginning to end.
const ACHIEVED: [(&str, &[&str]); 26] = [
    ("general", &[]),
    (
        "headline",
        &[
            "3%",
            "8.9%",
            "2.5%",
            "4.65亿元",
            "1.2%",
            "3.33亿元",
            "0.8%",
            "0.6%",
            "34.4%",
            "65%",
            "98.48亿元",
            "5.1%",
        ],
    ),
    ("epidemic", &["159374个", "30966双", "33吨", "7841套"]),
    (
        "enterprise-support",
        &["288名", "900余次", "650多个", "2.12亿元", "46家", "2331万元", "200余家", "24亿元"],
    ),
    (
        "investment",
        &["5项", "110个", "99.7亿元", "100.7%", "24个", "48.8亿元", "113.8%", "39个", "25个", "71个", "46个"],
    ),
    ("land-finance", &["42个", "1.15亿元", "7个", "8800万元", "3个", "5927万元"]),
    ("logistics", &[]),
    ("commerce", &["28家", "902个"]),
    ("manufacturing", &["21个", "20家", "35家"]),
    ("innovation", &["19家", "18家", "5家", "4个", "4家"]),
    ("business-environment", &["212个", "1日", "6485家", "1255家", "32595家"]),
    ("opening-up", &["60个", "4个", "46.11亿元", "2969万美元"]),
    ("infrastructure", &["2处", "721个"]),
    ("city-management", &["1.5万平方米", "10处", "36家"]),
    ("safety", &[]),
    ("housing", &["20个", "9个", "22个", "95%"]),
    ("agriculture", &["24个", "360万元"]),
    ("rural-environment", &["20公里", "1.5公里", "800亩", "85%", "5264名"]),
    ("ecology", &["600亩"]),
    ("pollution", &["5.94%", "8.77%", "60天"]),
    // The ten projects for solid waste are planned.
    ("energy-saving", &[]),
    ("social-security", &["11项", "1503万元", "1436万元", "34个"]),
    ("employment", &["10439人", "4748人", "3090万元", "11家", "303万元"]),
    ("education", &["5所"]),
    ("health", &["84家", "8982人次"]),
    ("culture", &["350余场"]),
];

#[test]
fn what_the_year_achieved_in_each_field() {
    let (dataset, _) = report();
    for (field, expected) in ACHIEVED {
        let found: Vec<String> =
            achieved(&dataset, field).into_iter().map(|figure| figure.quantity.to_string()).collect();
        assert_eq!(found, expected, "{field}");
    }
    assert!(achieved(&dataset, "none").is_empty());
}

#[test]
fn the_fields_are_those_of_the_tasks() {
    let (dataset, _) = report();
    let all: Vec<&Task> = dataset.tasks.iter().collect();
    let fields = fields_of(&all);
    assert_eq!(fields, ACHIEVED.map(|(field, _)| field));
    for figure in &dataset.figures {
        let known = figure.field.as_deref().is_none_or(|field| fields.contains(&field));
        assert!(known, "{} {:?}", figure.id, figure.field);
    }
    let in_city: Vec<&Task> = all.into_iter().filter(|task| task.place.section == "3.5").collect();
    assert_eq!(fields_of(&in_city), ["infrastructure", "city-management", "safety", "housing"]);
    assert!(fields_of(&[]).is_empty());
}

#[test]
fn a_figure_of_the_plan_has_the_field_of_the_task_that_it_states() {
    let (dataset, _) = report();
    for task in &dataset.tasks {
        for figure in dataset.figures.iter().filter(|figure| task.figures.contains(&figure.id)) {
            assert_eq!(figure.field.as_ref(), Some(&task.field), "{} {}", task.id, figure.id);
        }
    }
}

#[test]
fn no_plan_is_achieved() {
    let (dataset, _) = report();
    let found: Vec<_> = ACHIEVED.iter().flat_map(|(field, _)| achieved(&dataset, field)).collect();
    assert!(found.iter().all(|figure| !figure.nature.is_plan() && figure.year == Some(2020)));
    // What is planned without a year, and what is there in the plan's year, is in a field, but no result of it.
    for (id, field) in [("f023", "energy-saving"), ("f042", "investment"), ("f110", "manufacturing")] {
        let figure = dataset.figures.iter().find(|figure| figure.id == id).unwrap();
        assert_eq!(figure.field.as_deref(), Some(field));
        assert!(!found.contains(&figure), "{id}");
    }
}

#[test]
fn nearly_every_figure_of_the_year_is_in_a_field() {
    let (dataset, _) = report();
    let without = |year: Option<u16>| -> Vec<&str> {
        let figures = dataset.figures.iter().filter(|figure| figure.year == year && figure.field.is_none());
        figures.map(|figure| figure.subject.zh.as_str()).collect()
    };
    // 94 of them. The three leading industries are a field each.
    assert_eq!(without(Some(2020)), ["主导产业"]);
    assert_eq!(ACHIEVED.iter().map(|(_, figures)| figures.len()).sum::<usize>(), 94 - 1);
    assert_eq!(without(Some(2021)), ["重点工作方面", "主导产业", "主导产业"]);
    assert_eq!(without(None), <[&str; 0]>::default());
}

#[test]
fn a_task_with_the_result_before_it() {
    let (dataset, _) = report();
    let found: Vec<(&str, String, &str, String)> = dataset
        .tasks
        .iter()
        .filter_map(|task| {
            let target = task.target.as_ref()?.to_string();
            let (id, result) = match result_before(&dataset, task)? {
                ResultBefore::Indicator(row) => (&row.id, format!("{}{}", row.actual.printed(), row.unit.zh)),
                ResultBefore::Figure(figure) => (&figure.id, figure.quantity.to_string()),
            };
            Some((task.id.as_str(), target, id.as_str(), result))
        })
        .collect();
    let told = |task, target: &str, id, result: &str| (task, target.to_owned(), id, result.to_owned());
    assert_eq!(
        found,
        [
            told("t001", "7.5%", "gdp-growth", "3%"),
            told("t003", "6%", "budget-revenue-growth", "1.2%"),
            told("t004", "7%", "fixed-investment-growth", "8.9%"),
            told("t020", "7%", "fixed-investment-growth", "8.9%"),
            told("t022", "119个", "f033", "110个"),
            told("t023", "121.7亿元", "f034", "99.7亿元"),
            told("t042", "力争16家", "f050", "18家"),
            told("t053", "力争18个", "f029", "4个"),
            told("t054", "力争30亿元以上", "f030", "46.11亿元"),
            told("t063", "34个", "f067", "20个"),
            told("t116", "1650亩", "afforestation", "600亩"),
            told("t117", "100%", "water-quality", "100%"),
            told("t119", "2969万美元", "fdi", "2969万美元"),
        ]
    );
}

#[test]
fn what_is_not_the_same_measure_is_no_result_before() {
    let (dataset, _) = report();
    let without: Vec<&str> = dataset
        .tasks
        .iter()
        .filter(|task| task.target.is_some() && result_before(&dataset, task).is_none())
        .map(|task| task.id.as_str())
        .collect();
    // Growth of industry and of retail sales (the annex states their amount), land, high-tech enterprises, platforms of
    // innovation (2020 counts centres and laboratories only).
    assert_eq!(without, ["t002", "t005", "t027", "t041", "t043"]);
    // A target in another unit than the row's, or none, has no result before it.
    let growth = dataset.tasks.iter().find(|task| task.id == "t001").unwrap();
    let changed = |target: Option<&str>| Task {
        target: target.map(|target| target.parse().unwrap()),
        figures: Vec::new(),
        ..growth.clone()
    };
    assert!(result_before(&dataset, &changed(Some("8%"))).is_some());
    assert_eq!(result_before(&dataset, &changed(Some("8亿元"))), None);
    assert_eq!(result_before(&dataset, &changed(None)), None);
    // Nor has one that is about two rows.
    let indicators = vec!["gdp-growth".to_owned(), "tertiary-growth".to_owned()];
    assert_eq!(result_before(&dataset, &Task { indicators, ..changed(Some("8%")) }), None);
    // Of two figures of a task the one that measures what the target does is the one to compare.
    let projects = dataset.tasks.iter().find(|task| task.id == "t023").unwrap();
    let figures = vec!["f106".to_owned(), "f107".to_owned()];
    let of_both = Task { figures, ..projects.clone() };
    let invested = dataset.figures.iter().find(|figure| figure.id == "f034").unwrap();
    assert_eq!(result_before(&dataset, &of_both), Some(ResultBefore::Figure(invested)));
}
