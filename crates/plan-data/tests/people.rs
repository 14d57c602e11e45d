//! What people ask, and what must be among the first three of the answer.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::Path;
use std::rc::Rc;

use plan_data::{Answer, Dataset, Matches, Pinyin, ProjectIndex, Question, Record, look_up, package};

fn report() -> Rc<Dataset> {
    Rc::new(package::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021")).unwrap())
}

/// The ids of all that is listed, in the order of the list.
fn listed(dataset: &Rc<Dataset>, index: &ProjectIndex, text: &str) -> (Vec<String>, bool) {
    let question = Question::new(text, dataset, &Rc::new(Pinyin::default()));
    let Answer { groups, is_partial } = look_up(dataset, &question, &Matches::of(&question, index), |_| 5);
    let hits = groups.iter().flat_map(|group| &group.hits).map(Record::id).map(str::to_owned);
    (hits.collect(), is_partial)
}

/// A question, and some of what answers it: one of these is among the first three.
const ASKED: [(&str, &[&str]); 64] = [
    ("今年要修哪些路", ROADS),
    ("修路", ROADS),
    ("道路", ROADS),
    ("有哪些道路项目？", ROADS),
    ("我家附近修什么路", ROADS),
    ("which roads will be built this year?", ROADS),
    ("roads", ROADS),
    ("招商引资", &["fdi", "f116", "f061"]),
    ("旧改", HOUSING),
    ("老旧小区改造情况", HOUSING),
    ("棚改", HOUSING),
    ("拆迁", HOUSING),
    ("housing", HOUSING),
    ("医院", HEALTH),
    ("看病", HEALTH),
    ("hospitals", HEALTH),
    ("医生", &["doctors"]),
    ("床位", &["hospital-beds"]),
    ("公园", PARKS),
    ("蓝天", AIR),
    ("空气", AIR),
    ("空气质量怎么样", AIR),
    ("今年空气怎么样", AIR),
    ("雾霾", &["pm25", "pm10"]),
    ("air", AIR),
    ("pm2.5", &["pm25"]),
    ("PM2.5是多少", &["pm25"]),
    ("工资", INCOME),
    ("收入", INCOME),
    ("income", INCOME),
    ("幼儿园", SCHOOLS),
    ("学校", SCHOOLS),
    ("有没有新学校", SCHOOLS),
    ("孩子上学", SCHOOLS),
    ("schools", SCHOOLS),
    ("魏寨村有什么项目", WEIZHAI),
    ("魏寨村", WEIZHAI),
    ("平安大道有哪些项目", PINGAN),
    ("养老", CARE),
    ("养老院", CARE),
    ("老人", CARE),
    ("elderly", CARE),
    ("就业", JOBS),
    ("找工作", JOBS),
    ("jobs", JOBS),
    ("失业率", &["unemployment"]),
    ("养老金", &["pension-employees", "pension-residents"]),
    ("社保", &["pension-employees", "pension-residents"]),
    ("GDP", &["gdp-growth"]),
    ("经济增长多少", &["gdp-growth"]),
    ("税收", &["budget-revenue-growth"]),
    ("外贸", &["trade"]),
    ("出口", &["trade"]),
    ("消费", &["retail-sales"]),
    ("水质", &["water-quality"]),
    ("种树", &["afforestation"]),
    ("节能", &["energy-intensity-cut"]),
    ("物流", LOGISTICS),
    ("快递", LOGISTICS),
    ("煤矿", COAL),
    ("火车站", STATIONS),
    ("停车", &["f072", "f073"]),
    ("疫情", EPIDEMIC),
    ("土地", LAND),
];

const ROADS: &[&str] = &["sector:roads"];
const HOUSING: &[&str] = &["sector:housing", "shantytown"];
const HEALTH: &[&str] = &["sector:health-care", "hospital-beds", "doctors"];
const PARKS: &[&str] = &["sector:culture-tourism", "field:ecology"];
const AIR: &[&str] = &["good-air-days", "pm25"];
const INCOME: &[&str] = &["urban-income-growth", "rural-income-growth"];
const SCHOOLS: &[&str] = &["sector:education"];
const WEIZHAI: &[&str] = &["weizhai-quyu", "weizhai-cun"];
const PINGAN: &[&str] = &["place:pingan-dadao"];
const CARE: &[&str] = &["sector:elderly-care"];
const JOBS: &[&str] = &["new-jobs"];
const LOGISTICS: &[&str] = &["sector:logistics"];
const COAL: &[&str] = &["sector:coal"];
const STATIONS: &[&str] = &["sector:transport"];
const EPIDEMIC: &[&str] = &["field:epidemic"];
const LAND: &[&str] = &["sector:land-reserve"];

/// Whether what was found is what was asked for: by its id, or by its sector, field or place.
fn is_asked(dataset: &Dataset, id: &str, wanted: &str) -> bool {
    let project = dataset.projects.iter().find(|project| project.id == id);
    let task = dataset.tasks.iter().find(|task| task.id == id);
    match wanted.split_once(':') {
        Some(("sector", sector)) => project.is_some_and(|project| project.sector == sector),
        Some(("field", field)) => task.is_some_and(|task| task.field == field),
        Some(("place", place)) => {
            project.is_some_and(|project| project.parts.iter().any(|part| part.place == place))
        }
        _ => id == wanted,
    }
}

#[test]
fn what_people_ask_for_is_among_the_first_three() {
    let dataset = report();
    let index = ProjectIndex::new(dataset.clone(), Rc::new(Pinyin::default()));
    let missed: Vec<String> = ASKED
        .iter()
        .filter_map(|(text, wanted)| {
            let (found, _) = listed(&dataset, &index, text);
            let first = found.iter().take(3);
            let is_there = first.clone().any(|id| wanted.iter().any(|wanted| is_asked(&dataset, id, wanted)));
            (!is_there).then(|| format!("{text}: {found:?}"))
        })
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn all_roads_are_found() {
    let dataset = report();
    let index = ProjectIndex::new(dataset.clone(), Rc::new(Pinyin::default()));
    let question = Question::new("今年要修哪些路", &dataset, &Rc::new(Pinyin::default()));
    let answer = look_up(&dataset, &question, &Matches::of(&question, &index), |_| 50);
    let found = answer.groups.iter().flat_map(|group| &group.hits);
    let roads = dataset.projects.iter().filter(|project| project.sector == "roads").count();
    let found =
        found.filter(|hit| matches!(hit, Record::Project(project) if project.sector == "roads")).count();
    assert_eq!((found, answer.is_partial), (roads, false));
}

#[test]
fn where_nothing_has_all_words_the_closest_stand_and_are_called_so() {
    let dataset = report();
    let index = ProjectIndex::new(dataset.clone(), Rc::new(Pinyin::default()));
    let (found, is_partial) = listed(&dataset, &index, "魏寨村 飞机场");
    assert!(is_partial && found.contains(&"weizhai-cun".to_owned()), "{found:?}");
    let (found, is_partial) = listed(&dataset, &index, "飞机场");
    assert!(!is_partial && found.is_empty(), "{found:?}");
}
