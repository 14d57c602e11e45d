//! Packages made at random: any table absent, any shape of value. Each has pages in both languages that say nothing empty and
//! count alike.

use std::collections::BTreeMap;

use plan_data::package;
use plan_explorer::data::Prepared;
use plan_explorer::state::{Lang, UrlState, View};
use proptest::prelude::*;
use proptest::sample::select;
use scraper::{Html, Selector};

use super::{check, prepared, rendered, text};

/// A value of every shape.
const CELLS: [&str; 26] = [
    "6.1",
    "0",
    "0.0",
    "-1.255",
    "－12",
    "9,210.02",
    "９２１０",
    "1234567890123456",
    "6.5左右",
    "约380",
    "7.5—8",
    "-3~-1",
    "4以上",
    "≥1.2",
    "不低于3",
    "力争30以上",
    "3.5以内",
    "≤3",
    "2.82（*）",
    "〔7.1〕",
    "正增长",
    "完成市定目标",
    "与经济增长同步",
    "稳步增长",
    "—",
    "",
];

const UNITS: [&str; 12] =
    ["%", "‰", "个百分点", "亿元", "万元", "人", "万人", "条", "公顷", "微克/立方米", "万元/人", ""];

/// Words of names: short, long, with brackets, and what HTML would read as something else.
const NAMES: [&str; 8] = [
    "生产总值增长",
    "其中：第一产业",
    "失业率",
    "每千人口执业（助理）医师数",
    "<b>粗体</b>&amp;",
    "年产值超过统计口径规定标准并纳入规模以上工业企业名录库的高性能绿色低碳循环利用新型建筑材料智能化生产企业完成工业总产值",
    "Wi-Fi 覆盖率",
    "滨江路（北门桥至石嘴段）改造",
];

/// The heads of values that an annex may have, beside name and unit.
const HEADS: [&str; 7] =
    ["2019年", "2020年", "2020年预计完成", "2020年增速", "五年累计", "2021年计划", "2025年规划目标"];

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// A table of these columns: a cell of each from its values, in so many rows.
fn table(columns: Vec<(&'static str, Vec<&'static str>)>, rows: usize) -> BoxedStrategy<String> {
    let header = columns.iter().map(|(head, _)| quoted(head)).collect::<Vec<String>>().join(",");
    let row: Vec<BoxedStrategy<&'static str>> =
        columns.into_iter().map(|(_, values)| select(values).boxed()).collect();
    prop::collection::vec(row, rows..=rows)
        .prop_map(move |rows| {
            let rows = rows
                .iter()
                .map(|cells| cells.iter().map(|cell| quoted(cell)).collect::<Vec<String>>().join(",") + "\n");
            format!("{header}\n{}", rows.collect::<String>())
        })
        .boxed()
}

/// Some of the columns, after the first.
fn some(
    first: (&'static str, Vec<&'static str>),
    others: Vec<(&'static str, Vec<&'static str>)>,
) -> BoxedStrategy<String> {
    let count = others.len();
    (prop::sample::subsequence(others, 0..=count), prop_oneof![Just(0_usize), Just(1), 2_usize..9])
        .prop_flat_map(move |(others, rows)| {
            let columns = std::iter::once(first.clone()).chain(others).collect();
            table(columns, rows)
        })
        .boxed()
}

/// A package: its files by their names.
fn files() -> impl Strategy<Value = BTreeMap<&'static str, String>> {
    let of = |values: &[&'static str]| values.to_vec();
    let sections = "标识,上级,序号,标题\n1,,一,上年\n2,,二,今年\n2.1,2,（一）,产业\n".to_owned();
    let mut values: Vec<(&'static str, Vec<&'static str>)> =
        HEADS.iter().map(|head| (*head, of(&CELLS))).collect();
    values.push(("单位", of(&UNITS)));
    values.push(("类别", of(&["一、经济"])));
    values.push(("备注", of(&["*为预计数", ""])));
    let indicators = some(("指标名称", of(&NAMES)), values);
    let projects = some(
        ("项目名称", of(&NAMES)),
        vec![
            ("位置", of(&["某路东侧", "城关镇", ""])),
            ("类别", of(&["交通", "教育"])),
            ("建设性质", of(&["新建", ""])),
            ("进展", of(&["2020年开工", "前期工作", ""])),
            ("总投资", of(&["1.2亿元", ""])),
        ],
    );
    let tasks = some(
        ("任务", of(&NAMES)),
        vec![
            ("章节", of(&["2.1", "2", ""])),
            ("目标", of(&["42个", "约380亿元", "7.5%—8%", "应接尽接", "96个、1.1万户", ""])),
            ("牵头单位", of(&["县发展和改革局", ""])),
            ("完成时限", of(&["12月底", ""])),
        ],
    );
    let report = (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(annex, list, plan)| {
        let mut report =
            String::from("项目,内容\n地区,某县\n标题,某县报告\n日期,2021-01-25\n完成年份,2020\n");
        for (is_there, line) in
            [(annex, "附表,主要指标表\n"), (list, "项目清单,重点项目\n"), (plan, "计划年份,2021\n")]
        {
            report.extend(is_there.then_some(line));
        }
        report
    });
    let maybe = |table: BoxedStrategy<String>| prop::option::of(table);
    (report, maybe(indicators), maybe(projects), maybe(tasks)).prop_map(
        move |(report, indicators, projects, tasks)| {
            // Tasks refer to sections, which have to be there then.
            let sections =
                Some(sections.clone()).filter(|_| tasks.as_ref().is_some_and(|tasks| tasks.contains("章节")));
            let all = [
                ("报告.csv", Some(report)),
                ("指标.csv", indicators),
                ("项目.csv", projects),
                ("任务.csv", tasks),
                ("章节.csv", sections),
            ];
            all.into_iter().filter_map(|(name, table)| Some((name, table?))).collect()
        },
    )
}

fn numbers(text: &str) -> Vec<usize> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

/// What a page counts is what stands on it: its rows, and the values of each list to choose from.
fn counts_agree(report: &Prepared, lang: Lang) {
    let dataset = &report.dataset;
    for (view, rows, count) in [
        (View::Indicators, "[data-test=indicator-row]", dataset.indicators.len()),
        (View::Projects, "[data-test=project-row]", dataset.projects.len()),
    ] {
        if count == 0 {
            continue;
        }
        let page = Html::parse_fragment(&rendered(report, lang, UrlState::default().page(view)));
        let of = |selector: &str| {
            let selector = Selector::parse(selector).unwrap();
            page.select(&selector).map(|element| text(&element)).collect::<Vec<String>>()
        };
        assert_eq!(of(rows).len(), count, "{view:?} in {lang:?}");
        for told in of(".count") {
            assert!(numbers(&told).contains(&count), "{told} of {count}");
        }
        let lists = Selector::parse("select").unwrap();
        let options = Selector::parse("option").unwrap();
        for list in page.select(&lists) {
            let named: Vec<String> = list.select(&options).map(|option| text(&option)).collect();
            let counted: Vec<usize> =
                named.iter().filter_map(|name| name.rsplit_once(" · ")?.1.parse().ok()).collect();
            if !counted.is_empty() {
                assert_eq!(counted.iter().sum::<usize>(), count, "{named:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_package_has_pages_without_a_gap_or_a_contradiction(files in files()) {
        let read = package::read_with("data", |name| {
            let found = files.get(name).map(|text| text.as_bytes().to_vec());
            found.ok_or_else(|| std::io::Error::from(std::io::ErrorKind::NotFound))
        });
        let dataset = read.unwrap_or_else(|problems| panic!("{problems}\n{files:?}"));
        let report = prepared(dataset);
        check("random", &report);
        for (_, lang) in Lang::ALL {
            counts_agree(&report, *lang);
        }
    }
}
