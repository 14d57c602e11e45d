//! Pages of packages that leave things out: nothing panics, and no heading stands without content.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]

#[path = "any_place/random.rs"]
mod random;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use plan_data::package::{self, TABLES};
use plan_data::reconcile::reconcile;
use plan_data::{Dataset, Level, Matches, Question, look_up};
use plan_explorer::charts::{Material, all};
use plan_explorer::data::{Prepared, bundled};
use plan_explorer::pages::has_topics;
use plan_explorer::prerendered::Prerendered;
use plan_explorer::published::languages;
use plan_explorer::sections::SectionProps;
use plan_explorer::state::{Lang, State, Store, UrlState, View};
use plan_explorer::texts::Texts;
use scraper::{ElementRef, Html, Node, Selector};
use yew::LocalServerRenderer;

fn prepared(dataset: Dataset) -> Prepared {
    let findings = reconcile(&dataset);
    Prepared::with(dataset, findings, bundled().unwrap().readings)
}

/// The page at an address, as the build renders it.
fn rendered(report: &Prepared, lang: Lang, url: UrlState) -> String {
    let store = Store::new(State::of_address(url, Vec::new()));
    let section = SectionProps::new(report, Texts::of(lang), store);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let renderer = LocalServerRenderer::<Prerendered>::with_props(section).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

fn text(element: &ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The headings without any text or drawing before the next of their level or above.
fn empty_headings(html: &str) -> Vec<String> {
    let page = Html::parse_fragment(html);
    let main = page.select(&Selector::parse("main").unwrap()).next().unwrap();
    let level = |element: &ElementRef<'_>| match element.value().name() {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        _ => None,
    };
    let mut open: Vec<(u8, String)> = Vec::new();
    let mut empty = Vec::new();
    let mut inside = Vec::new();
    for node in main.descendants() {
        let element = ElementRef::wrap(node);
        if let Some((of, element)) = element.and_then(|element| Some((level(&element)?, element))) {
            empty.extend(open.extract_if(.., |(above, _)| *above >= of).map(|(_, name)| name));
            open.push((of, text(&element)));
            inside.push(element.id());
        }
        let is_in_heading = node.ancestors().any(|above| inside.contains(&above.id()));
        let is_content = match node.value() {
            Node::Text(words) => !words.trim().is_empty(),
            Node::Element(element) => element.name() == "input",
            _ => false,
        };
        if is_content && !is_in_heading {
            open.clear();
        }
    }
    empty.extend(open.into_iter().map(|(_, name)| name));
    empty
}

/// Writes a page with its styles into the folder that `PLAN_LOOK` names, where it names one, to be looked at in a browser.
fn keep(name: &str, html: &str) {
    let Some(folder) = env::var_os("PLAN_LOOK").map(PathBuf::from) else { return };
    let style = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("static/styles/{name}.css"));
        fs::read_to_string(path).unwrap()
    };
    let styles = STYLES.map(style).concat();
    let head = "<!doctype html><html lang=\"zh-CN\" data-state=\"ready\"><meta charset=\"utf-8\">\
                <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";
    let page = format!("{head}<style>{styles}</style><body>{html}</body></html>");
    fs::write(folder.join(format!("{name}.html")), page).unwrap();
}

/// The styles of a page and of what is open on it, in their order.
const STYLES: [&str; 11] = [
    "tokens", "page", "table", "drawing", "chart", "explore", "projects", "pointed", "notices", "found",
    "opened",
];

/// All pages that there are have no heading without content, and lead to no page that there is not.
fn check(name: &str, report: &Prepared) {
    for (word, lang) in languages(&report.dataset) {
        for view in report.pages.iter() {
            let html = rendered(report, *lang, UrlState::default().page(*view));
            keep(&format!("{name}-{}-{word}", view.word()), &html);
            for (_, absent) in View::ALL.iter().filter(|(_, view)| !report.pages.contains(view)) {
                assert!(!html.contains(absent.file()), "{name}: {view:?} in {lang:?} leads to {absent:?}");
            }
            assert!(languages(&report.dataset).len() > 1 || !html.contains("hreflang"), "{name}: {view:?}");
            // Each page begins with a sentence on what it has.
            let begins = html.split_once("</h1>").is_some_and(|(_, rest)| rest.starts_with("<p"));
            assert!(begins, "{name}: {view:?} in {lang:?}");
            let empty = empty_headings(&html);
            assert!(empty.is_empty(), "{name}: {view:?} in {lang:?} has nothing below {empty:?}");
        }
        // What is open beside a list, with what the package leaves out of it.
        let dataset = &report.dataset;
        let items = [
            (View::Indicators, dataset.indicators.last().map(|one| &one.id)),
            (View::Projects, dataset.projects.last().map(|one| &one.id)),
            (View::Tasks, dataset.tasks.last().map(|one| &one.id)),
        ];
        for (view, item) in items.into_iter().filter(|(_, item)| item.is_some()) {
            let mut url = UrlState::default().page(view);
            url.item = item.cloned();
            let html = rendered(report, *lang, url);
            keep(&format!("{name}-{}-open-{word}", view.word()), &html);
            let empty = empty_headings(&html);
            assert!(empty.is_empty(), "{name}: {item:?} in {lang:?} has nothing below {empty:?}");
        }
    }
}

#[test]
fn the_invented_packages() {
    for name in ["city-printed", "county-nasty", "province-wide", "example-county"] {
        let Some(report) = shared(name) else { continue };
        check(name, &report);
        for view in report.pages.iter() {
            let html = rendered(&report, Lang::Zh, UrlState::default().page(*view));
            let page = Html::parse_fragment(&html);
            let of = |selector: &str| -> Vec<String> {
                page.select(&Selector::parse(selector).unwrap()).map(|element| text(&element)).collect()
            };
            // No sentence with a gap where a name would stand, and none of the editors, the district or the box of another report.
            for words in of(".page p, .page li, .page dt, .page td, .page text") {
                for wrong in ["“”", "报告人：", "本区", "用地专栏", "正文未提到", "（编者注）"]
                {
                    assert!(!words.contains(wrong), "{name}: {view:?}: {words}");
                }
            }
            assert!(of(".source").iter().all(|words| words != "来源："), "{name}: {view:?}");
        }
    }
}

/// What stands in a page for readers, without what a browser does not show.
fn said(report: &Prepared, url: UrlState) -> String {
    let html = rendered(report, Lang::Zh, url);
    let page = Html::parse_fragment(&html);
    let mut said =
        page.select(&Selector::parse(".page").unwrap()).map(|page| text(&page)).collect::<String>();
    for hint in page.select(&Selector::parse("input[placeholder]").unwrap()) {
        said += hint.value().attr("placeholder").unwrap();
    }
    said
}

/// The invented package of that name, where the folder of such packages is beside the repository.
fn shared(name: &str) -> Option<Prepared> {
    let folder =
        ["data", "../shared/packages"].map(|at| Path::new(env!("CARGO_MANIFEST_DIR")).join(at).join(name));
    let [own, folder] = folder;
    let folder = if own.is_dir() { own } else { folder };
    if !folder.is_dir() {
        eprintln!("skipped: there is no {}", folder.display());
        return None;
    }
    Some(prepared(package::read(&folder).unwrap()))
}

fn at(view: View, item: Option<&str>) -> UrlState {
    let mut url = UrlState::default().page(view);
    url.item = item.map(str::to_owned);
    url
}

#[test]
fn a_city_without_an_annex_is_told_of_as_it_is() {
    let Some(report) = shared("city-printed") else { return };
    assert_eq!(*report.pages, [View::Home, View::Projects, View::Indicators, View::Tasks, View::Data]);
    for view in report.pages.iter() {
        let said = said(&report, at(*view, None));
        for wrong in
            ["附表", "全区", "本区", "专题", "English", "旧路名", "用地", "报告没有", "按出处", "按地点"]
        {
            assert!(!said.contains(wrong), "{view:?}: {wrong} in {said}");
        }
        assert_eq!(*view == View::Tasks, said.contains("来源：正文"), "{view:?}: {said}");
    }
    let indicators = said(&report, at(View::Indicators, Some("i14")));
    for right in ["14项指标；顺序和数值均照原表", "按原表顺序", "本市", "未列2024年目标"]
    {
        assert!(indicators.contains(right), "{right} in {indicators}");
    }
    // What follows from names is marked.
    assert!(indicators.contains("推断：属“比重与比率”，越高越好。由程序按名称和单位判断"), "{indicators}");
    let first = said(&report, at(View::Home, None));
    for right in ["2024年主要目标", "2024年地区生产总值增长目标6.5%左右，2023年完成6.1%。"]
    {
        assert!(first.contains(right), "{right} in {first}");
    }
    let tasks = said(&report, at(View::Tasks, None));
    assert!(tasks.contains("2023年完成：6.1%（名称相同，推断为同一项）"), "{tasks}");
    assert!(said(&report, at(View::Indicators, Some("i01"))).contains("相关任务"));
    let projects = said(&report, at(View::Projects, None));
    for right in ["5个项目，名称、位置和进展均照原文。", "领域", "按领域", "新城区文昌街道", "进展：主体完工"]
    {
        assert!(projects.contains(right), "{right} in {projects}");
    }
    // Each has words of its own for how far it is.
    assert!(!projects.contains("按进展"), "{projects}");
    assert!(said(&report, at(View::Home, None)).contains("指标、项目、任务（可用拼音）"));
}

#[test]
fn a_county_with_nothing_to_choose_projects_by_has_no_choices() {
    let Some(report) = shared("county-nasty") else { return };
    assert_eq!(*report.pages, [View::Home, View::Projects, View::Indicators, View::Data]);
    let projects = said(&report, at(View::Projects, None));
    for wrong in ["按类别筛选", "分组", "来源：正文", "查看3个项目"] {
        assert!(!projects.contains(wrong), "{wrong} in {projects}");
    }
    let indicators = said(&report, at(View::Indicators, Some("i14")));
    // All targets are numbers.
    assert!(!indicators.contains("目标形式") && indicators.contains("指标类型"), "{indicators}");
    assert!(
        indicators.contains("本县") && indicators.contains("附表的14项指标；顺序和数值均照原表。"),
        "{indicators}"
    );
}

#[test]
fn a_province_without_a_plan_has_no_chart_of_one() {
    let Some(report) = shared("province-wide") else { return };
    let first = said(&report, at(View::Home, None));
    for wrong in ["上年完成与本年计划", "没有可显示的数值", "主要目标"] {
        assert!(!first.contains(wrong), "{wrong} in {first}");
    }
    assert!(first.contains("10项指标") && first.contains("5项任务"), "{first}");
    // The first rows in place of targets, each beside the latest year before that has a value.
    for right in ["北川省2021年计划", "2020年主要结果", "26912.0亿元2019年26103.4亿元", "77.9岁2015年76.3岁"]
    {
        assert!(first.replace(' ', "").contains(right), "{right} in {first}");
    }
    assert!(!first.contains("其中"), "{first}");
    assert!(!said(&report, at(View::Data, None)).contains("上年完成与本年计划"));
    let tasks = said(&report, at(View::Tasks, None));
    assert!(!tasks.contains("来源：正文") && tasks.contains("责任单位：省交通运输厅"), "{tasks}");
    assert!(said(&report, at(View::Indicators, None)).contains("本省"));
}

#[test]
fn a_report_that_plans_nothing_is_called_by_its_results() {
    let Some(report) = shared("province-wide") else { return };
    let mut dataset = (*report.dataset).clone();
    dataset.tasks.clear();
    let first = said(&prepared(dataset), at(View::Home, None));
    assert!(first.contains("北川省2020年完成情况") && !first.contains("计划"), "{first}");
}

/// A link that the program draws from names says so, on both of its ends.
#[test]
fn links_by_name_are_marked_as_inferred() {
    let mark = "（名称相同，推断为同一项）";
    let report = bundled().unwrap();
    let mut dataset = (*report.dataset).clone();
    let of = |report: &Prepared| {
        [at(View::Data, None), at(View::Indicators, Some("gdp-growth"))].map(|url| said(report, url))
    };
    assert!(of(&report).iter().all(|said| !said.contains(mark)));
    for figure in &mut dataset.figures {
        figure.is_inferred = figure.indicator.as_deref() == Some("gdp-growth");
    }
    assert!(dataset.figures.iter().any(|figure| figure.is_inferred));
    assert!(of(&prepared(dataset)).iter().all(|said| said.contains(mark)));
}

/// Figures of the levels above whatever the levels are.
#[test]
fn levels_are_called_as_the_package_calls_them() {
    let mut dataset = (*bundled().unwrap().dataset).clone();
    dataset.report.district.zh = "某某自治州".to_owned();
    dataset.report.level = Some(Level::Prefecture);
    for context in &mut dataset.context {
        context.level = if context.level == "city" { "自治区" } else { "nation" }.to_owned();
    }
    let report = prepared(dataset);
    let topics = said(&report, at(View::Topics, None));
    for right in ["本州、全区、全国", "本州与全区或全国都有的"] {
        assert!(topics.contains(right), "{right} in {topics}");
    }
    assert!(!topics.contains("全市") && !topics.contains("本区"), "{topics}");
    assert!(said(&report, at(View::Data, None)).contains("全区、全国的数字出自"));
}

#[test]
fn the_queries_that_charts_and_pages_are_there_for_say_what_the_charts_say() {
    let has = |report: &Prepared, ids: &[&str]| {
        let texts = Texts::of(Lang::Zh);
        let material = Material { dataset: &report.dataset, findings: &report.findings, texts };
        all(&material).iter().any(|chart| ids.contains(&chart.id))
    };
    for table in TABLES {
        let report = prepared(without(table));
        let [economy, investment, environment, _] = has_topics(&report.dataset, &report.findings);
        assert_eq!(economy, has(&report, &["economy", "levels"]), "without {table}");
        assert_eq!(investment, has(&report, &["investment", "funding"]), "without {table}");
        assert_eq!(environment, has(&report, &["environment"]), "without {table}");
    }
}

#[test]
fn undivided_locations_and_further_columns_are_searched() {
    let Some(report) = shared("city-printed") else { return };
    let found = |words: &str| {
        let question = Question::new(words, &report.dataset, &report.readings);
        let matches = Matches::of(&question, &report.index);
        let answer = look_up(&report.dataset, &question, &matches, |_| usize::MAX);
        let hits = answer.groups.iter().flat_map(|group| &group.hits);
        hits.map(|hit| hit.title().zh.clone()).collect::<Vec<String>>()
    };
    assert_eq!(found("文昌街道"), ["第三人民医院迁建"]);
    assert_eq!(found("主体完工"), ["高铁站前广场停车楼"]);
    assert_eq!(found("市教育局"), ["新增公办幼儿园学位"]);
}

/// A package of so many rows in each table: numbers of 16 digits, names of 70 characters.
fn long(rows: usize) -> Prepared {
    let name =
        "高性能绿色低碳循环利用新型建筑材料智能化生产企业".repeat(3).chars().take(70).collect::<String>();
    let lines = |line: &dyn Fn(usize) -> String| (1..=rows).map(line).collect::<String>();
    let indicators = lines(&|at| {
        format!("{at},{name}{at},元,1234567890123456,13000000000000{at:02}\n{at}.1,其中：甲{at},%,{at},—\n")
    });
    let projects = lines(&|at| format!("{name}{at},{name}北侧至{name}南侧,{}\n", ["续建", "新开工"][at % 2]));
    let tasks = lines(&|at| format!("{name}{at},1234567890123456元以上,{name}\n"));
    let files = [
        (
            "报告.csv",
            "项目,内容\n地区,云石县\n标题,云石县计划报告\n日期,2024-01-18\n完成年份,2023\n计划年份,2024\n"
                .to_owned(),
        ),
        ("指标.csv", format!("序号,指标名称,单位,2023年完成,2024年计划\n{indicators}")),
        ("项目.csv", format!("项目名称,位置,进展\n{projects}")),
        ("任务.csv", format!("任务,目标,责任单位\n{tasks}")),
    ];
    let open = |name: &str| {
        let found = files.iter().find(|(file, _)| *file == name);
        found.map(|(_, text)| text.clone().into_bytes()).ok_or_else(|| io::ErrorKind::NotFound.into())
    };
    prepared(package::read_with("data", open).unwrap_or_else(|problems| panic!("{problems}")))
}

#[test]
fn tables_of_many_rows_of_one_and_of_none() {
    for (rows, pages) in [(63, 5), (1, 5), (0, 2)] {
        let report = long(rows);
        assert_eq!(report.pages.len(), pages, "{rows} rows");
        check(&format!("long-{rows}"), &report);
        let projects = said(&report, at(View::Projects, None));
        assert_eq!(projects.contains("按进展"), rows > 1, "{rows} rows: {projects}");
    }
}

/// The bundled report without the rows of some tables, and of those that refer to them.
fn without(table: &str) -> Dataset {
    let mut dataset = (*bundled().unwrap().dataset).clone();
    let is_out = |names: &[&str]| names.contains(&table);
    if is_out(&["sections"]) {
        dataset.sections.clear();
    }
    if is_out(&["sections", "headings"]) {
        dataset.headings.clear();
    }
    if is_out(&["indicators"]) {
        dataset.indicators.clear();
    }
    if is_out(&["sections", "indicators", "figures"]) {
        dataset.figures.clear();
    }
    if is_out(&["sections", "omissions"]) {
        dataset.omissions.clear();
    }
    if is_out(&["projects"]) {
        dataset.projects.clear();
    }
    if is_out(&["sections", "mentions"]) {
        dataset.projects.iter_mut().for_each(|project| project.mentions.clear());
    }
    if is_out(&["places", "locations"]) {
        dataset.projects.iter_mut().for_each(|project| project.parts.clear());
    }
    if is_out(&["places"]) {
        dataset.places.clear();
    }
    if is_out(&["related"]) {
        dataset.projects.iter_mut().for_each(|project| project.related.clear());
    }
    if is_out(&["sections", "indicators", "figures", "projects", "tasks"]) {
        dataset.tasks.clear();
    }
    if is_out(&["sections", "remarks"]) {
        dataset.remarks.clear();
    }
    if is_out(&["sections", "indicators", "figures", "context"]) {
        dataset.context.clear();
    }
    dataset.synonyms.clear();
    dataset
}

#[test]
fn the_bundled_report_without_each_of_its_tables() {
    for table in TABLES {
        check(table, &prepared(without(table)));
    }
}

/// What stands in the cells of the list of indicators, row by row.
fn rows_of_the_annex(report: &Prepared) -> Vec<Vec<String>> {
    let html = rendered(report, Lang::Zh, UrlState::default().page(View::Indicators));
    let page = Html::parse_fragment(&html);
    let select = |selector: &str| Selector::parse(selector).unwrap();
    let (rows, cells) = (select(".annex thead tr, .annex .indicator"), select("th, td"));
    page.select(&rows).map(|row| row.select(&cells).map(|cell| text(&cell)).collect()).collect()
}

/// A package of these tables beside a report of 2020.
fn package_of(indicators: &str) -> Prepared {
    let report = "项目,内容\n地区,某省\n标题,某省报告\n日期,2021-01-25\n完成年份,2020\n";
    let read = package::read_with("data", |name| match name {
        "报告.csv" => Ok(report.as_bytes().to_vec()),
        "指标.csv" => Ok(indicators.as_bytes().to_vec()),
        _ => Err(io::Error::from(io::ErrorKind::NotFound)),
    });
    prepared(read.unwrap())
}

#[test]
fn many_columns_of_values_stand_in_the_order_of_their_years() {
    let report = package_of(
        "序号,指标名称,单位,五年累计,2020年,2015年,年均增长（%）\n1,甲,亿元,,12,8,8.4\n1.1,其中：乙,亿元,〔3〕,5.0,—,\n",
    );
    let rows = rows_of_the_annex(&report);
    assert_eq!(
        rows,
        [
            vec!["指标名称", "计算单位", "2015年", "2020年", "五年累计", "年均增长（%）"],
            vec!["1. 甲", "亿元", "8", "12", "", "8.4"],
            vec!["1.1 其中：乙", "亿元", "—", "5.0", "〔3〕", ""],
        ]
    );
    let html = rendered(&report, Lang::Zh, UrlState::default().page(View::Indicators));
    let (_, main) = html.split_once("<main").unwrap();
    assert!(main.contains("甲：2015年 8亿元，2020年 12亿元"), "{main}");
    assert!(main.contains("8.4%"), "the mean of growth has a unit of its own");
    // Without a plan there is nothing to compare, to sort by, or to choose a form for.
    for wrong in ["计划", "未列目标", "as-chart", "id=\"state\"", "id=\"target\"", "亿元（%）"] {
        assert!(!main.contains(wrong), "{wrong}: {main}");
    }
}

#[test]
fn a_part_stands_after_what_it_is_a_part_of() {
    let Some(report) = shared("example-county") else { return };
    let html = rendered(&report, Lang::Zh, UrlState::default().page(View::Home));
    assert!(html.contains("一般公共预算收入 · 税收收入"), "in the chart, away from the row above it");
    let mut open = UrlState::default().page(View::Indicators);
    open.item = Some("i04".to_owned());
    let html = rendered(&report, Lang::Zh, open);
    assert!(html.contains("一般公共预算收入 · 税收收入"), "as the name of its own page");
    assert!(html.contains("其中：税收收入"), "as printed in the table");
}

#[test]
fn what_a_package_says_in_a_column_is_not_said_to_be_left_out() {
    let Some(report) = shared("example-county") else { return };
    let html = rendered(&report, Lang::Zh, UrlState::default().page(View::Projects));
    assert!(html.contains("进展：2025年开工") && !html.contains("未写明进展"), "{html}");
    // What is planned lower is shown where the package has it.
    let home = rendered(&report, Lang::Zh, UrlState::default().page(View::Home));
    assert!(home.contains("indicators.html?state=below"), "{home}");
}
