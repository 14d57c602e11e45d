//! A package, written as a report would say it and read again, is the same package.

#![allow(clippy::unwrap_used, clippy::format_collect, reason = "a test fails by panicking")]

use plan_import::{Import, Row, Table, document, import};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A row of an annex.
#[derive(Clone, Debug)]
struct Indicator {
    name: &'static str,
    unit: &'static str,
    actual: String,
    plan: String,
}

/// A number of the main text.
#[derive(Clone, Debug)]
struct Figure {
    subject: &'static str,
    unit: &'static str,
    value: String,
    modifier: &'static str,
}

/// A project of a list.
#[derive(Clone, Debug)]
struct Project {
    name: String,
    location: String,
}

/// Something that is to be done.
#[derive(Clone, Debug)]
struct Task {
    what: &'static str,
    target: String,
}

#[derive(Clone, Debug)]
struct Package {
    indicators: Vec<Indicator>,
    figures: Vec<Figure>,
    projects: Vec<Project>,
    tasks: Vec<Task>,
    problems: Vec<&'static str>,
    honours: Vec<&'static str>,
}

const INDICATORS: [(&str, &str); 10] = [
    ("地区生产总值增长", "%"),
    ("规模以上工业增加值增长", "%"),
    ("社会消费品零售总额", "亿元"),
    ("城镇新增就业人数", "万人"),
    ("城镇登记失业率", "%"),
    ("每千人口执业（助理）医师数", "人"),
    ("常住人口城镇化率", "%"),
    ("空气质量优良天数", "天"),
    ("营造林面积", "亩"),
    ("货物进出口总额", "万美元"),
];

const SUBJECTS: [(&str, &str); 8] = [
    ("新增高新技术企业", "家"),
    ("改造老旧小区", "个"),
    ("发放创业担保贷款", "万元"),
    ("建成高标准农田", "万亩"),
    ("新建农村公路", "公里"),
    ("实际利用外资", "万美元"),
    ("新增公办学位", "个"),
    ("培训技能人才", "人次"),
];

const MODIFIERS: [&str; 5] = ["", "", "约", "以上", "左右"];

/// Each with the unit of its target, where it has one.
const TASKS: [(&str, &str); 8] = [
    ("新建公办幼儿园", "所"),
    ("改造老旧小区", "个"),
    ("完善养老服务体系", ""),
    ("推进数字政府建设", ""),
    ("新增停车泊位", "个"),
    ("加强农村饮水安全管理", ""),
    ("培育规模以上工业企业", "家"),
    ("扩大优质教育资源供给", ""),
];

const PROBLEMS: [&str; 5] =
    ["产业结构不够优化", "财政收支矛盾突出", "民生短板仍然存在", "科技创新能力不强", "安全生产压力较大"];

const HONOURS: [&str; 3] = ["荣获国家卫生县城称号", "被评为全省平安建设先进县", "被授予全国双拥模范县称号"];

const ROADS: [&str; 5] = ["松江大道", "东环路", "文昌街", "滨河路", "学府路"];
const PROJECT_KINDS: [&str; 5] = ["物流园", "污水处理厂", "中心医院新院区", "粮食储备库", "职教中心扩建工程"];
const NAMES: [&str; 6] = ["青禾", "云岭", "白石", "临湖", "凤台", "望江"];

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        (1..9999_u32).prop_map(|whole| whole.to_string()),
        (1..999_u32, 1..9_u32).prop_map(|(whole, part)| format!("{whole}.{part}"))
    ]
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![6 => number(), 1 => Just("—".to_owned()), 1 => Just("稳步增长".to_owned()), 1 => number().prop_map(|number| format!("{number}左右"))]
}

fn indicators() -> impl Strategy<Value = Vec<Indicator>> {
    let names = proptest::sample::subsequence(INDICATORS.to_vec(), 3..=10);
    names.prop_flat_map(|names| {
        let count = names.len();
        (Just(names), vec((value(), value()), count)).prop_map(|(names, values)| {
            let rows = names.into_iter().zip(values);
            rows.map(|((name, unit), (actual, plan))| Indicator { name, unit, actual, plan }).collect()
        })
    })
}

fn figures() -> impl Strategy<Value = Vec<Figure>> {
    let subjects = proptest::sample::subsequence(SUBJECTS.to_vec(), 1..=8);
    subjects.prop_flat_map(|subjects| {
        let count = subjects.len();
        (Just(subjects), vec((number(), select(MODIFIERS.to_vec())), count)).prop_map(|(subjects, values)| {
            let rows = subjects.into_iter().zip(values);
            rows.map(|((subject, unit), (value, modifier))| Figure { subject, unit, value, modifier })
                .collect()
        })
    })
}

fn projects() -> impl Strategy<Value = Vec<Project>> {
    let one = (
        select(NAMES.to_vec()),
        select(PROJECT_KINDS.to_vec()),
        select(ROADS.to_vec()),
        select(vec!["东侧", "西侧", "两侧"]),
    );
    vec(one, 1..6).prop_map(|all| {
        let mut projects: Vec<Project> = Vec::new();
        for (name, kind, road, side) in all {
            let project = Project { name: format!("{name}县{kind}"), location: format!("{road}{side}") };
            if projects.iter().all(|other| other.name != project.name) {
                projects.push(project);
            }
        }
        projects
    })
}

fn tasks() -> impl Strategy<Value = Vec<Task>> {
    let chosen = proptest::sample::subsequence(TASKS.to_vec(), 1..=8);
    chosen.prop_flat_map(|chosen| {
        let count = chosen.len();
        (Just(chosen), vec((1..999_u32, select(vec!["", "以上"])), count)).prop_map(|(chosen, targets)| {
            let target = |unit: &str, (number, modifier)| match unit {
                "" => String::new(),
                unit => format!("{number}{unit}{modifier}"),
            };
            let all = chosen.into_iter().zip(targets);
            all.map(|((what, unit), given)| Task { what, target: target(unit, given) }).collect()
        })
    })
}

fn package() -> impl Strategy<Value = Package> {
    let problems = proptest::sample::subsequence(PROBLEMS.to_vec(), 1..=5);
    let honours = proptest::sample::subsequence(HONOURS.to_vec(), 0..=3);
    (indicators(), figures(), projects(), tasks(), problems, honours).prop_map(
        |(indicators, figures, projects, tasks, problems, honours)| Package {
            indicators,
            figures,
            projects,
            tasks,
            problems,
            honours,
        },
    )
}

/// The package as a report has it.
fn report(package: &Package) -> String {
    let said = package.figures.iter().map(|Figure { subject, unit, value, modifier }| match *modifier {
        "约" => format!("{subject}约{value}{unit}"),
        after => format!("{subject}{value}{unit}{after}"),
    });
    let said = said.collect::<Vec<String>>().join("，");
    let projects: String = package
        .projects
        .iter()
        .map(|Project { name, location }| format!("▲{name}。{location}。\n\n"))
        .collect();
    let rows: String = package
        .indicators
        .iter()
        .zip(1..)
        .map(|(Indicator { name, unit, actual, plan }, number)| {
            format!("| {number}. {name} | {unit} | {actual} | {plan} |\n")
        })
        .collect();
    let tasks: Vec<String> =
        package.tasks.iter().map(|Task { what, target }| format!("{what}{target}")).collect();
    let ordinals = ["一是", "二是", "三是", "四是", "五是"].iter();
    let problems: Vec<String> =
        ordinals.zip(&package.problems).map(|(ordinal, problem)| format!("{ordinal}{problem}")).collect();
    let honours = match package.honours.as_slice() {
        [] => String::new(),
        honours => format!("（二）社会治理不断加强\n\n{}。\n\n", honours.join("，")),
    };
    let (tasks, problems) = (tasks.join("，"), problems.join("；"));
    format!(
        "关于青禾县2025年国民经济和社会发展计划执行情况与2026年国民经济和社会发展计划（草案）的报告\n\n\
         ——2026年1月15日在青禾县第十七届人民代表大会第五次会议上\n\n青禾县发展和改革委员会\n\n各位代表：\n\n\
         现将有关情况报告如下，请予审议。\n\n一、2025年国民经济和社会发展计划执行情况\n\n（一）发展质量持续提升\n\n{said}。\n\n\
         {honours}（三）存在的困难和问题\n\n{problems}。\n\n二、2026年经济社会发展的主要任务\n\n（一）抓好项目建设\n\n专栏：重点项目（{}个）\n\n{projects}（二）办好民生实事\n\n{tasks}。\n\n附表\n\n2026年国民经济和社会发展主要指标（草案）\n\n\
         | 指标名称 | 单位 | 2025年完成 | 2026年计划 |\n|---|---|---|---|\n{rows}",
        package.projects.len()
    )
}

fn rows(read: &Import, table: Table) -> Vec<&Row> {
    read.rows.iter().filter(|row| row.table == table).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_package_says_is_read_from_its_report(package in package()) {
        let text = report(&package);
        let read = import(document(text.as_bytes()).unwrap());
        let cells = |row: &Row, columns: &[&str]| columns.iter().map(|column| row.cell(column).to_owned()).collect::<Vec<String>>();
        let found: Vec<Vec<String>> = rows(&read, Table::Indicators).into_iter().map(|row| cells(row, &["name", "unit", "actual", "plan"])).collect();
        let wanted: Vec<Vec<String>> = package.indicators.iter().map(|one| vec![one.name.to_owned(), one.unit.to_owned(), one.actual.clone(), one.plan.clone()]).collect();
        prop_assert_eq!(found, wanted, "{}", text);
        let found: Vec<Vec<String>> = rows(&read, Table::Figures)
            .into_iter()
            .filter(|row| row.cell("section") == "1.1")
            .map(|row| cells(row, &["subject", "value", "unit", "modifier", "year"]))
            .collect();
        let wanted: Vec<Vec<String>> = package.figures.iter().map(|one| vec![one.subject.to_owned(), one.value.clone(), one.unit.to_owned(), one.modifier.to_owned(), "2025".to_owned()]).collect();
        prop_assert_eq!(found, wanted, "{}", text);
        let listed = rows(&read, Table::Projects).into_iter().filter(|row| !row.cell("location").is_empty());
        let found: Vec<Vec<String>> = listed.map(|row| cells(row, &["name", "location"])).collect();
        let wanted: Vec<Vec<String>> = package.projects.iter().map(|one| vec![one.name.clone(), one.location.clone()]).collect();
        prop_assert_eq!(found, wanted, "{}", text);
        let found: Vec<Vec<String>> = rows(&read, Table::Tasks)
            .into_iter()
            .filter(|row| row.cell("section") == "2.2")
            .map(|row| cells(row, &["field", "task", "target"]))
            .collect();
        let wanted: Vec<Vec<String>> = package.tasks.iter().map(|one| vec!["办好民生实事".to_owned(), one.what.to_owned(), one.target.clone()]).collect();
        prop_assert_eq!(found, wanted, "{}", text);
        let remarks = |kind: &str| -> Vec<String> {
            let of_kind = rows(&read, Table::Remarks).into_iter().filter(|row| row.cell("kind") == kind);
            of_kind.map(|row| row.cell("remark").to_owned()).collect()
        };
        prop_assert_eq!(remarks("problem"), package.problems.clone(), "{}", text);
        prop_assert_eq!(remarks("honour"), package.honours.clone(), "{}", text);
    }
}
