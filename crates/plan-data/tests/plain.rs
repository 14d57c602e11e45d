//! Packages as offices hand them in: a folder of tables with Chinese heads, without a descriptor, ids and English.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::io;
use std::path::{Path, PathBuf};

use plan_data::bundle::{self, Bundle};
use plan_data::package::{self, Problems};
use plan_data::{Bound, Dataset, Direction, Kind, Value};

/// An invented package, where the folder of such packages is beside the repository.
fn shared(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/packages").join(name);
    if !folder.is_dir() {
        eprintln!("skipped: there is no {}", folder.display());
        return None;
    }
    Some(folder)
}

/// A folder of these files.
fn folder(files: &[(&str, &str)]) -> Result<Dataset, Problems> {
    package::read_with("data", |name| {
        let found = files.iter().find(|(file, _)| *file == name);
        found
            .map(|(_, text)| text.as_bytes().to_vec())
            .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    })
}

const REPORT: &str =
    "项目,内容\n地区,某市\n级别,市\n标题,某市2024年计划报告\n日期,2024-01-18\n完成年份,2023\n计划年份,2024\n";

fn problems(files: &[(&str, &str)]) -> Vec<String> {
    let files: Vec<(&str, &str)> = files.iter().chain(&[("报告.csv", REPORT)]).copied().collect();
    folder(&files).unwrap_err().to_string().lines().map(str::to_owned).collect()
}

#[test]
fn a_report_alone_is_a_package() {
    let dataset = folder(&[("报告.csv", REPORT)]).unwrap();
    assert_eq!((dataset.report.actual_year, dataset.report.plan_year), (2023, 2024));
    assert_eq!(dataset.report.short_title.zh, "2023年完成，2024年计划");
    assert!(dataset.report.meeting.zh.is_empty() && !dataset.has_english());
    assert!(dataset.indicators.is_empty() && dataset.sections.is_empty());
    let level = dataset.extras.of("").next().unwrap();
    assert_eq!((level.head.as_str(), level.text.as_str()), ("级别", "市"));
}

#[test]
fn the_city_is_read_as_printed() {
    let Some(folder) = shared("city-printed") else { return };
    let dataset = package::read(&folder).unwrap_or_else(|problems| panic!("{problems}"));
    let counts =
        [dataset.indicators.len(), dataset.projects.len(), dataset.tasks.len(), dataset.sections.len()];
    assert_eq!(counts, [14, 5, 7, 7]);
    let row = |number: u8| dataset.indicators.iter().find(|row| row.number == Some(number)).unwrap();
    assert_eq!((row(1).id.as_str(), row(14).id.as_str()), ("i01", "i14"));
    let bound = |number: u8| row(number).plan.amount().map(plan_data::Amount::bound);
    assert_eq!(bound(1), Some(Bound::About));
    assert_eq!(bound(2), Some(Bound::Between));
    assert_eq!(bound(4), Some(Bound::AtLeast));
    assert_eq!(bound(5), Some(Bound::AtMost));
    assert_eq!(bound(7), Some(Bound::AtLeast));
    assert_eq!(bound(11), Some(Bound::AtLeast));
    for (number, words) in [(3, "正增长"), (8, "与经济增长同步"), (9, "完成省定目标"), (10, "促稳提质")]
    {
        assert_eq!((row(number).plan.value(), row(number).plan.printed()), (Value::Words, words));
    }
    assert_eq!([row(13), row(14)].map(|row| row.plan.value()), [Value::NotSet, Value::NotSet]);
    assert_eq!((row(1).kind, row(5).kind, row(11).kind), (Kind::Growth, Kind::Share, Kind::Count));
    assert_eq!((row(5).direction, row(6).direction), (Direction::Lower, Direction::Neutral));
    assert_eq!(row(7).name.en, row(7).name.zh);
    assert_eq!(row(7).pinyin.join(" "), "liang shi zong chan liang");

    let task = |at: usize| &dataset.tasks[at];
    assert_eq!(task(0).target.as_ref().unwrap().to_string(), "6.5%左右");
    assert_eq!(task(4).target.as_ref().unwrap().to_string(), "约380亿元");
    assert_eq!((task(5).id.as_str(), task(5).place.section.as_str()), ("t06", "3.2"));
    let extras = |id: &str| -> Vec<(String, String)> {
        dataset.extras.of(id).map(|extra| (extra.head.clone(), extra.text.clone())).collect()
    };
    let pair = |head: &str, text: &str| (head.to_owned(), text.to_owned());
    assert_eq!(extras("t06"), [pair("目标", "96个、1.1万户"), pair("牵头单位", "市住建局")]);
    assert_eq!(extras("p01"), [pair("进展", "2023年开工")]);
    assert_eq!(dataset.projects[0].sector, "市政道路");
}

#[test]
fn the_county_is_read_with_its_damage() {
    let Some(folder) = shared("county-nasty") else { return };
    let dataset = package::read(&folder).unwrap_or_else(|problems| panic!("{problems}"));
    let row = |name: &str| dataset.indicators.iter().find(|row| row.name.zh.contains(name)).unwrap();
    let exact = |name: &str| {
        let row = row(name);
        [&row.actual, &row.plan].map(|cell| cell.exact().map(|value| value.to_string()))
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(exact("地区生产总值"), [some("1234567.89"), some("1330000")]);
    assert_eq!(exact("第一产业"), [some("-12"), some("350")]);
    assert_eq!(exact("第二产业"), [some("0"), some("8800")]);
    assert_eq!(exact("优良天数"), [some("92.5"), some("92.5")]);
    assert_eq!((row("财政总收入增速").unit.zh.as_str(), row("财政总收入增速").kind), ("%", Kind::Growth));
    assert_eq!(row("城乡居民收入比").actual.printed(), "2.82（*）");
    assert_eq!(row("旅游综合收入").plan.amount().map(plan_data::Amount::bound), Some(Bound::Between));
    assert_eq!(row("第一产业").note.as_ref().unwrap().zh, "全角");
    let number = dataset.extras.of(&row("第一产业").id).next().unwrap();
    assert_eq!((number.head.as_str(), number.text.as_str()), ("序号", "1.1"));
}

#[test]
fn the_province_is_refused_for_its_columns_of_values() {
    let Some(folder) = shared("province-wide") else { return };
    let problems = package::read(&folder).unwrap_err().to_string();
    assert!(problems.contains("报告.csv: found no row “计划年份”"), "{problems}");
}

#[test]
fn columns_stand_in_any_order_under_any_of_their_heads() {
    let tables = [
        ("报告.csv", REPORT),
        ("indicators.csv", "2024年计划,name,单位,序号,2023年完成\n7以上,甲增长,%,1,6.5\n"),
        ("任务.csv", "责任单位,任务\n市发改委,做好一件事\n"),
    ];
    let dataset = folder(&tables).unwrap();
    let row = &dataset.indicators[0];
    assert_eq!((row.actual.printed(), row.plan.printed(), row.number), ("6.5", "7以上", Some(1)));
    let task = &dataset.tasks[0];
    assert_eq!((task.id.as_str(), task.place.section.as_str(), task.target.as_ref()), ("t01", "", None));
}

#[test]
fn a_row_that_is_given_an_id_keeps_it() {
    let dataset =
        folder(&[("报告.csv", REPORT), ("项目.csv", "编号,项目名称,位置\np02,甲,某路\n,乙,\n")]).unwrap();
    let ids: Vec<&str> = dataset.projects.iter().map(|project| project.id.as_str()).collect();
    assert_eq!(ids, ["p02", "p03"], "the second would have been p02");
}

#[test]
fn a_column_of_another_name() {
    assert_eq!(
        problems(&[("任务.csv", "任务,目标,负责人员\n甲,1个,乙\n")]),
        [
            "data/任务.csv:1:3: found the column “负责人员”, expected one of 标识、序号、章节、段、领域、任务、目标、单位、文中数字、指标、项目、牵头单位、责任单位、牵头部门、责任部门、配合单位、建设单位、责任人、完成时限、时限、完成时间、进展、进展情况、结果、总投资、建设内容、备注"
        ]
    );
    let years = problems(&[("指标.csv", "指标名称,单位,2020年完成,2024年计划\n甲,%,1,2\n")]);
    assert_eq!(years.len(), 1);
    assert!(years[0].starts_with("data/指标.csv:1:3: found the column “2020年完成”, expected one of "));
    assert!(years[0].contains("、2023年完成、2024年计划、"), "{years:?}");
    assert_eq!(
        problems(&[("指标.csv", "指标名称,指标,单位\n甲,乙,%\n")]),
        ["data/指标.csv:1:2: found the column “指标”, expected one of a kind; column 1 is the same"]
    );
    assert_eq!(
        problems(&[("项目.csv", "位置\n某路\n")]),
        ["data/项目.csv:1:1: found the columns 位置, expected the column “项目名称”"]
    );
}

#[test]
fn a_cell_that_is_no_quantity_is_found_under_its_head() {
    let problem = |row: &str| {
        let table = format!("指标名称,单位,2023年完成,2024年计划\n{row}\n");
        problems(&[("指标.csv", &table)]).join("\n")
    };
    assert!(
        problem("甲,%,7.5.1,7")
            .starts_with("data/指标.csv:2:3: in 2023年完成: found “7.5.1”, expected a number"),
    );
    assert_eq!(
        problem("甲,%,7.5,7套"),
        "data/指标.csv:2:4: in 2024年计划: found “7套”, expected a value in “%”, the unit of its row, not in “套”"
    );
    assert_eq!(problem(",%,7.5,7"), "data/指标.csv:2:1: in 指标名称: found an empty cell, expected a value");
}

#[test]
fn a_reference_without_its_table() {
    assert_eq!(
        problems(&[("任务.csv", "章节,任务\n3.1,甲\n")]),
        ["data/任务.csv:2:1: in 章节: found “3.1”, expected a value of “id” in sections"]
    );
}

#[test]
fn a_report_with_a_mistake() {
    let read = |from: &str, to: &str| {
        let report = REPORT.replace(from, to);
        folder(&[("报告.csv", &report)]).unwrap_err().to_string()
    };
    assert_eq!(
        read("计划年份,2024\n", ""),
        "data/报告.csv: found no row “计划年份”, expected a row “计划年份” and what it is"
    );
    assert_eq!(
        read("日期,2024-01-18", "日期,2024年2月30日"),
        "data/报告.csv:5:2: in 内容: found “2024年2月30日”, expected a day such as 2024-01-18"
    );
    assert_eq!(
        read("完成年份,2023", "完成年份,去年"),
        "data/报告.csv:6:2: in 内容: found “去年”, expected a year such as 2024"
    );
    assert!(
        read("级别,市", "等级,市")
            .starts_with("data/报告.csv:3:1: in 项目: found “等级”, expected one of 地区、")
    );
    assert_eq!(
        read("级别,市", "地区,市"),
        "data/报告.csv:3:1: in 项目: found “地区”, expected each once; line 2 has it too"
    );
    assert_eq!(
        read("项目,内容", "名称,值"),
        "data/报告.csv:1:1: found the columns 名称,值, expected the columns 项目,内容"
    );
}

#[test]
fn a_table_twice_and_a_table_that_nobody_knows() {
    assert_eq!(
        problems(&[("任务.csv", "任务\n甲\n"), ("tasks.csv", "任务\n甲\n")]),
        ["data/tasks.csv: found the same table as in 任务.csv, expected one file for a table"]
    );
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("报告.csv"), REPORT).unwrap();
    std::fs::write(dir.path().join("指标表.csv"), "x\n").unwrap();
    let problems = package::read(dir.path()).unwrap_err().to_string();
    assert!(
        problems.contains("指标表.csv: found a table of an unknown name, expected 报告.csv or one of 章节、")
    );
}

#[test]
fn a_descriptor_may_say_less() {
    let descriptor = r#"{ "report": {
        "district": "某市", "title": { "zh": "某市计划报告", "en": "Plan report" }, "date": "2024-01-18",
        "actual_year": 2023, "plan_year": 2024
    }, "resources": [ { "name": "indicators", "path": "a.csv", "schema": { "fields": [
        { "name": "name", "type": "string" }, { "name": "unit", "type": "string" },
        { "name": "actual", "type": "string" }, { "name": "plan", "type": "string" },
        { "name": "责任单位", "type": "string" }
    ] } } ] }"#;
    let files = [
        ("datapackage.json", descriptor),
        ("a.csv", "指标名称,单位,2023年完成,2024年计划,责任单位\n甲,件,1,,某局\n"),
    ];
    let dataset = folder(&files).unwrap();
    assert_eq!(dataset.extras.of("i01").map(|extra| extra.text.as_str()).collect::<Vec<_>>(), ["某局"]);
    let bundle = Bundle { dataset: dataset.clone(), findings: Vec::new() };
    assert_eq!(bundle::read(&bundle::write(&bundle)), Ok(bundle), "with cells of further columns");
    assert!(dataset.has_english());
    assert_eq!(dataset.report.district.en, "某市");
    assert_eq!(dataset.report.short_title.en, "What 2023 achieved, what 2024 plans");
    let row = &dataset.indicators[0];
    assert_eq!((row.id.as_str(), row.plan.printed(), row.plan.value()), ("i01", "", Value::NotSet));
    let wrong = descriptor.replace("\"某市\"", "5");
    let problems = folder(&[("datapackage.json", &wrong), files[1]]).unwrap_err().to_string();
    assert!(problems.contains("expected a text, or an object with “zh” and “en”"), "{problems}");
}
