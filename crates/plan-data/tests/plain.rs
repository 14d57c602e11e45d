//! Packages as offices hand them in: a folder of tables with Chinese heads, without a descriptor, ids and English.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::io;
use std::path::{Path, PathBuf};

use plan_data::bundle::{self, Bundle};
use plan_data::package::{self, Problems};
use plan_data::{Bound, Dataset, Direction, FigureKind, Kind, Level, Nature, Value};

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
    assert!(dataset.extras.is_empty());
}

#[test]
fn the_level_is_what_the_package_says_or_what_the_name_ends_in() {
    let report = |from: &str, to: &str| {
        let text = REPORT.replace(from, to);
        folder(&[("报告.csv", &text)]).map(|dataset| (dataset.report.level, dataset.report.place_word()))
    };
    assert_eq!(report("", "").unwrap(), (Some(Level::City), Some("市")));
    assert_eq!(report("级别,市\n", "").unwrap(), (Some(Level::City), Some("市")));
    assert_eq!(report("级别,市", "级别,县级市").unwrap(), (Some(Level::County), Some("市")));
    assert_eq!(
        report("地区,某市\n级别,市", "地区,某地\n级别,县").unwrap(),
        (Some(Level::County), Some("县"))
    );
    assert_eq!(report("地区,某市\n级别,市", "地区,某兵团\n级别,").unwrap(), (None, None));
    let problem = report("级别,市", "级别,高新").unwrap_err().to_string();
    assert_eq!(
        problem,
        "data/报告.csv:3:2: in 内容: found “高新”, expected one of 乡、镇、街道、县、县级市、区、市、州、地区、盟、省、自治区、国家"
    );
    let above = |level: &str| {
        let table = format!("层级,指标名称,单位,完成,来源\n{level},甲,%,1,乙\n");
        folder(&[("报告.csv", REPORT), ("上级数字.csv", &table)])
    };
    assert_eq!(above("省").unwrap().context[0].level, "省");
    let problem = above("本市").unwrap_err().to_string();
    assert!(
        problem.starts_with("data/上级数字.csv:2:1: in 层级: found “本市”, expected one of 乡、"),
        "{problem}"
    );
}

#[test]
fn the_city_is_read_as_printed() {
    let Some(folder) = shared("city-printed") else { return };
    let dataset = package::read(&folder).unwrap_or_else(|problems| panic!("{problems}"));
    let counts =
        [dataset.indicators.len(), dataset.projects.len(), dataset.tasks.len(), dataset.sections.len()];
    assert_eq!(counts, [14, 5, 7, 7]);
    let row = |number: u8| {
        let number = Some(number.to_string());
        dataset.indicators.iter().find(|row| row.number == number).unwrap()
    };
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
    let stands = |name: &str| (row(name).number.as_deref(), row(name).depth);
    assert_eq!(stands("第一产业"), (Some("1.1"), 1));
    assert_eq!(stands("财政收支差额"), (Some("2"), 0));
}

#[test]
fn the_province_keeps_its_columns_of_values() {
    let Some(folder) = shared("province-wide") else { return };
    let dataset = package::read(&folder).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!((dataset.report.actual_year, dataset.report.plan_year), (2020, 2021));
    assert_eq!(dataset.report.short_title.zh, "2020年完成");
    let columns = &dataset.columns;
    assert_eq!((columns.actual.as_deref(), columns.plan.as_deref()), (Some("2020年"), None));
    let further: Vec<_> = columns
        .further
        .iter()
        .map(|column| (column.head.as_str(), column.year, column.is_plan, column.unit.as_deref()))
        .collect();
    assert_eq!(
        further,
        [
            ("2015年", Some(2015), false, None),
            ("2019年", Some(2019), false, None),
            ("五年累计", None, false, None),
            ("年均增长（%）", None, false, Some("%")),
        ]
    );
    let row = |name: &str| dataset.indicators.iter().find(|row| row.name.zh.contains(name)).unwrap();
    let printed =
        |name: &str| -> Vec<&str> { row(name).further.iter().map(plan_data::Cell::printed).collect() };
    assert_eq!(printed("地区生产总值"), ["18021.9", "26103.4", "", "6.4（可比价）"]);
    assert_eq!(printed("预期寿命"), ["76.3", "—", "〔1.6〕", ""]);
    assert_eq!(row("地区生产总值").actual.printed(), "26912.0");
    // The mean of growth is in percent, whatever the row's unit.
    assert_eq!(row("地区生产总值").further[3].exact().map(|value| value.to_string()).as_deref(), Some("6.4"));
    assert!(dataset.indicators.iter().all(|row| row.plan.value() == Value::NotSet && row.further.len() == 4));
    assert_eq!(
        dataset.indicators.iter().map(|row| row.depth).collect::<Vec<_>>(),
        [0, 1, 0, 0, 0, 0, 1, 0, 0, 0]
    );
    let told: Vec<(&str, &str)> =
        dataset.extras.of("t02").map(|extra| (extra.head.as_str(), extra.text.as_str())).collect();
    assert_eq!(
        told,
        [("责任单位", "省民政厅、各市（州）政府"), ("完成时限", "11月"), ("2020年结果", "基本完成")]
    );
}

#[test]
fn rows_within_others_are_known_by_number_or_by_word() {
    let depths = |rows: &str| {
        let table = format!("序号,指标名称,单位,2023年完成\n{rows}");
        let dataset = folder(&[("报告.csv", REPORT), ("指标.csv", &table)]).unwrap();
        dataset.indicators.iter().map(|row| row.depth).collect::<Vec<u8>>()
    };
    assert_eq!(depths("1,甲,人,1\n1.1,乙,人,1\n1.1.1,丙,人,1\n3.10,丁,人,1\n"), [0, 1, 2, 1]);
    assert_eq!(depths("1,甲,人,1\n,其中：乙,人,1\n,丙,人,1\n2,丁,人,1\n"), [0, 1, 1, 0]);
    assert_eq!(depths(",甲,人,1\n,其中：乙,人,1\n,丙,人,1\n"), [0, 1, 1]);
    assert_eq!(depths(",甲,人,1\n1,乙,人,1\n,丙,人,1\n"), [0, 0, 0]);
}

#[test]
fn many_years_results_and_plans_stand_as_printed() {
    let table = "指标名称,单位,2022年,2023年计划,2023年预计完成,2023年增长%,2024年目标,2025年规划目标\n甲,亿元,10,12,11.5以上,15,12左右,20\n";
    let dataset = folder(&[("报告.csv", REPORT), ("指标.csv", table)]).unwrap();
    let (columns, row) = (&dataset.columns, &dataset.indicators[0]);
    assert_eq!(
        (columns.actual.as_deref(), columns.plan.as_deref()),
        (Some("2023年预计完成"), Some("2024年目标"))
    );
    assert_eq!((row.actual.printed(), row.plan.printed()), ("11.5以上", "12左右"));
    let further: Vec<(&str, bool)> =
        columns.further.iter().map(|column| (column.head.as_str(), column.is_plan)).collect();
    assert_eq!(
        further,
        [("2022年", false), ("2023年计划", true), ("2023年增长%", false), ("2025年规划目标", true)]
    );
    let bundle = Bundle { findings: Vec::new(), dataset };
    assert_eq!(bundle::read(&bundle::write(&bundle)), Ok(bundle));
    // A cell in another unit than its column's is a slip.
    let wrong = "指标名称,单位,2022年,2023年完成,2023年增长%\n甲,亿元,10万元,12,3亿元\n";
    let told = problems(&[("指标.csv", wrong)]);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].contains("指标.csv:2:3: in 2022年: found “10万元”, expected a value in “亿元”"),
        "{told:?}"
    );
    assert!(told[1].contains("in 2023年增长%: found “3亿元”, expected a value in “%”"), "{told:?}");
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
    assert_eq!(
        (row.actual.printed(), row.plan.printed(), row.number.as_deref()),
        ("6.5", "7以上", Some("1"))
    );
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
    let kept = folder(&[("报告.csv", REPORT), ("任务.csv", "任务,目标,负责人员\n甲,1个,乙\n")]).unwrap();
    let kept: Vec<(&str, &str)> =
        kept.extras.of("t01").map(|extra| (extra.head.as_str(), extra.text.as_str())).collect();
    assert_eq!(kept, [("负责人员", "乙")], "what an office notes besides is kept as it is");
    let files = [("报告.csv", REPORT), ("指标.csv", "指标名称,单价,2023年完成\n甲,%,1\n")];
    let checked = package::check_with("data", |name| {
        let found = files.iter().find(|(file, _)| *file == name);
        found
            .map(|(_, text)| text.as_bytes().to_vec())
            .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    });
    assert_eq!(
        checked.warnings.to_string(),
        "data/指标.csv:1:2: found the column “单价”, perhaps the column “单位”",
        "and told where it is a slip"
    );
    assert_eq!(
        problems(&[("章节.csv", "标题,页码\n甲,3\n")]),
        ["data/章节.csv:1:2: found the column “页码”, expected one of 标识、上级、序号、标题"]
    );
    assert_eq!(
        problems(&[("指标.csv", "指标名称,指标,单位\n甲,乙,%\n")]),
        ["data/指标.csv:1:2: found the column “指标”, expected one of a kind; column 1 is the same"]
    );
    assert_eq!(
        problems(&[("项目.csv", "位置\n某路\n")]),
        [
            "data/项目.csv:1:1: found the columns 位置, expected the column “项目名称” (or 项目、名称、工程名称、工程项目、建设项目、重点项目、重大项目、重点工程、项目内容)"
        ]
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
        read("完成年份,2023\n", ""),
        "data/报告.csv: found no row “完成年份”, expected a row “完成年份” and what it is"
    );
    assert_eq!(
        read("计划年份,2024", "计划年份,明年"),
        "data/报告.csv:7:2: in 内容: found “明年”, expected a year such as 2024"
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
    // A column that could be that of the name is kept beside it.
    let with_project = descriptor.replace(r#"{ "name": "责任单位","#, r#"{ "name": "项目","#);
    let files_with_project = [
        ("datapackage.json", with_project.as_str()),
        ("a.csv", "指标名称,单位,2023年完成,2024年计划,项目\n甲,件,1,,乙\n"),
    ];
    let kept = folder(&files_with_project).unwrap();
    assert_eq!(kept.indicators[0].name.zh, "甲");
    assert_eq!(kept.extras.of("i01").map(|extra| extra.text.as_str()).collect::<Vec<_>>(), ["乙"]);
    assert!(dataset.has_english());
    assert_eq!(dataset.report.district.en, "某市");
    assert_eq!(dataset.report.short_title.en, "What 2023 achieved, what 2024 plans");
    let row = &dataset.indicators[0];
    assert_eq!((row.id.as_str(), row.plan.printed(), row.plan.value()), ("i01", "", Value::NotSet));
    let wrong = descriptor.replace("\"某市\"", "5");
    let problems = folder(&[("datapackage.json", &wrong), files[1]]).unwrap_err().to_string();
    assert!(problems.contains("expected a text, or an object with “zh” and “en”"), "{problems}");
}

const SECTIONS: &str = "标识,上级,序号,标题\n1,,一,2023年计划执行情况\n1.1,1,（一）,经济运行\n2,,二,2024年重点工作\n3,,三,结语\n";

#[test]
fn figures_follow_from_their_text_their_subject_and_their_section() {
    let figures = "章节,段,原文,对象\n\
        1.1,1,6.1%,地区生产总值增长\n\
        1.1,1,约380亿元,项目投资\n\
        1.1,2,3.4%,细颗粒物浓度下降\n\
        1,1,52个,重点项目\n\
        2,1,6.5%左右,地区生产总值增长\n\
        2,1,力争30亿元以上,引资\n";
    let indicators = "指标名称,单位,2023年完成,2024年计划\n地区生产总值增长,%,6.1,6.5左右\n引资,亿元,,30\n";
    let dataset = folder(&[
        ("报告.csv", REPORT),
        ("章节.csv", SECTIONS),
        ("数字.csv", figures),
        ("指标.csv", indicators),
    ])
    .unwrap();
    let read: Vec<_> = dataset
        .figures
        .iter()
        .map(|figure| {
            (
                figure.kind,
                figure.nature,
                figure.year,
                figure.quantity.to_string(),
                figure.indicator.as_deref(),
            )
        })
        .collect();
    assert!(dataset.figures.iter().all(|figure| figure.is_inferred == figure.indicator.is_some()));
    let (actual, target) = ((Nature::Actual, Some(2023)), (Nature::Target, Some(2024)));
    let expect =
        |kind, (nature, year), printed: &str, indicator| (kind, nature, year, printed.to_owned(), indicator);
    assert_eq!(
        read,
        [
            expect(FigureKind::Growth, actual, "6.1%", Some("i01")),
            expect(FigureKind::Amount, actual, "约380亿元", None),
            expect(FigureKind::Improvement, actual, "3.4%", None),
            expect(FigureKind::Count, actual, "52个", None),
            expect(FigureKind::Growth, target, "6.5%左右", Some("i01")),
            // A floor is not the number itself.
            expect(FigureKind::Amount, target, "力争30亿元以上", None),
        ]
    );
    // What a section does not say has to be said, in Chinese as well.
    let said = "章节,段,原文,对象,类型,数字性质\n3,1,5个,甲,存量,数量\n";
    let dataset = folder(&[("报告.csv", REPORT), ("章节.csv", SECTIONS), ("数字.csv", said)]).unwrap();
    assert_eq!((dataset.figures[0].nature, dataset.figures[0].kind), (Nature::Stock, FigureKind::Count));
    let told = problems(&[("章节.csv", SECTIONS), ("数字.csv", "章节,段,原文,对象,类型\n3,1,5个,甲,\n")]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0]
            .starts_with("data/数字.csv:2:5: in 类型: found an empty cell, expected one of actual, target"),
        "{told:?}"
    );
    // And an indicator that the table names, or leaves empty, is not overridden.
    let named = figures
        .replacen("对象\n", "对象,指标\n", 1)
        .replace("增长\n", "增长,\n")
        .replace("投资\n", "投资,\n");
    let named =
        named.replace("下降\n", "下降,\n").replace("项目\n", "项目,\n").replace("引资\n", "引资,i02\n");
    let dataset = folder(&[
        ("报告.csv", REPORT),
        ("章节.csv", SECTIONS),
        ("数字.csv", &named),
        ("指标.csv", indicators),
    ])
    .unwrap();
    let linked: Vec<Option<&str>> =
        dataset.figures.iter().map(|figure| figure.indicator.as_deref()).collect();
    assert_eq!(linked, [None, None, None, None, None, Some("i02")]);
    assert!(dataset.figures.iter().all(|figure| !figure.is_inferred));
}

fn warned(files: &[(&str, &str)]) -> (Dataset, Vec<String>) {
    let checked = package::check_with("data", |name| {
        let found = files.iter().chain(&[("报告.csv", REPORT)]).find(|(file, _)| *file == name);
        found
            .map(|(_, text)| text.as_bytes().to_vec())
            .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    });
    let package = checked.package.unwrap_or_else(|problems| panic!("{problems}"));
    (package.dataset, checked.warnings.iter().map(ToString::to_string).collect())
}

#[test]
fn an_annex_is_pasted_as_it_is_printed() {
    // Heads with spaces and line breaks, headings in rows of their own, heads repeated on the next page, numbers that begin anew,
    // spaces at ends, a sum, a row twice, and strokes for what has no value.
    let table = "序号,指 标,单　位,\"2023年\n完成\",2024年计划\n\
        ,一、经济发展,,,\n\
        1, 甲 ,亿元,10,/\n\
        二,社会民生,,,\n\
        1,　乙,人,5,6\n\
        序号,指标,单位,2023年完成,2024年计划\n\
        3,丙,人,5,6\n\
        ,合计,人,10,12\n\
        4,丙,人,5,6\n";
    let (dataset, warnings) = warned(&[("指标.csv", table)]);
    let rows: Vec<(&str, &str, &str)> = dataset
        .indicators
        .iter()
        .map(|row| (row.category.name.zh.as_str(), row.name.zh.as_str(), row.unit.zh.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("经济发展", "甲", "亿元"),
            ("社会民生", "乙", "人"),
            ("社会民生", "丙", "人"),
            ("社会民生", "合计", "人"),
            ("社会民生", "丙", "人"),
        ]
    );
    assert_eq!(dataset.indicators[0].plan.value(), Value::NotSet);
    // Rows are counted as a spreadsheet shows them, whatever lines a head has.
    assert_eq!(
        warnings,
        [
            "data/指标.csv:6:1: found the heads once more, which is not read, perhaps those of another page of the annex",
            "data/指标.csv:8:2: in 指标: found “合计”, perhaps a sum or a mark of the page, which is no row of its own",
            "data/指标.csv:9:2: in 指标: found “丙”, perhaps the same as on line 7",
            "data/指标.csv:7:1: in 序号: found “3”, perhaps 2, the number after that of the row above",
        ]
    );
}

#[test]
fn heads_below_a_title_are_found_and_told() {
    let told = problems(&[(
        "指标.csv",
        "附件：某市主要指标,,\n单位：亿元,,\n指标名称,单位,2023年完成\n甲,亿元,1\n",
    )]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("data/指标.csv:3:1: found heads on line 3, expected heads on the first line"),
        "{told:?}"
    );
    let report = REPORT.replace("计划年份,2024", "计划年份,2023");
    let problems = folder(&[("报告.csv", &report)]).unwrap_err().to_string();
    assert_eq!(problems, "data/报告.csv:7:2: in 内容: found “2023”, expected a year after 2023");
}

#[test]
fn text_and_annex_are_held_against_each_other_by_name() {
    use plan_data::reconcile::{FindingKind, reconcile};
    let figures = "章节,段,原文,对象\n2,1,6.5%左右,甲增长\n2,1,6%以上,乙增长\n2,2,4253人,丙\n";
    let indicators =
        "指标名称,单位,2023年完成,2024年计划\n甲增长,%,6,6.5左右\n乙增长,%,5,5以上\n丙,人,4000,4235\n";
    let (dataset, _) = warned(&[("章节.csv", SECTIONS), ("数字.csv", figures), ("指标.csv", indicators)]);
    let found: Vec<(FindingKind, String)> =
        reconcile(&dataset).into_iter().map(|finding| (finding.kind, finding.sentence.zh)).collect();
    let kind = |name: &str| {
        found
            .iter()
            .filter(|(_, sentence)| sentence.starts_with(name))
            .map(|(kind, _)| *kind)
            .collect::<Vec<_>>()
    };
    assert_eq!(kind("甲增长"), [FindingKind::Equal], "{found:?}");
    assert_eq!(kind("丙"), [FindingKind::Different], "{found:?}");
    assert!(found.iter().all(|(_, sentence)| !sentence.contains("没有这一项")), "{found:?}");
    assert!(
        found.iter().any(|(_, sentence)| sentence.contains("正文写6%以上") && sentence.contains("“5以上”")),
        "{found:?}"
    );
}

#[test]
fn a_fall_in_words_is_a_number_below_zero() {
    use plan_data::reconcile::{FindingKind, Severity, reconcile};
    let indicators = "指标名称,单位,2023年完成,2024年计划\n投资增长,%,-2.1,增长3.2\n消费,%,下降0.5%,下降\n出口,%,降低4,2\n";
    let figures = "章节,段,原文,对象,指标\n\
        1.1,1,下降2.1%,投资增长,i01\n1.1,2,2.1%,投资下降,i01\n1.1,3,-2.1%,投资增长,i01\n2,1,3.2%,投资增长,i01\n\
        1.1,4,-0.5%,消费,i02\n";
    let (dataset, warnings) =
        warned(&[("章节.csv", SECTIONS), ("指标.csv", indicators), ("数字.csv", figures)]);
    assert_eq!(warnings, Vec::<String>::new());
    let cells = |at: usize| {
        let row = &dataset.indicators[at];
        [&row.actual, &row.plan].map(|cell| (cell.exact().map(|value| value.to_string()), cell.printed()))
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(cells(0), [(some("-2.1"), "-2.1"), (some("3.2"), "增长3.2")]);
    assert_eq!(cells(1), [(some("-0.5"), "下降0.5%"), (None, "下降")]);
    assert_eq!(cells(2), [(some("-4"), "降低4"), (some("2"), "2")]);
    let findings = reconcile(&dataset);
    assert!(findings.iter().all(|finding| finding.severity == Severity::Fine), "{findings:?}");
    let equal = findings.iter().filter(|finding| finding.kind == FindingKind::Equal).count();
    assert_eq!(equal, 5, "{findings:?}");
    assert!(findings.iter().any(|finding| finding.kind == FindingKind::Repeated), "{findings:?}");
    // What is typed in columns may be the number below zero, or the one that is printed.
    let typed = |value: &str, modifier: &str| {
        let figures =
            format!("章节,段,原文,对象,数值,单位,修饰语\n1.1,1,下降2.1%,投资,{value},%,{modifier}\n");
        let files = [("报告.csv", REPORT), ("章节.csv", SECTIONS), ("数字.csv", &figures)];
        folder(&files).map(|dataset| dataset.figures[0].quantity.to_string())
    };
    for (value, modifier) in [("-2.1", "下降"), ("-2.1", ""), ("2.1", "下降"), ("2.1", "")] {
        assert_eq!(typed(value, modifier), Ok("下降2.1%".to_owned()), "{value} {modifier}");
    }
    let problem = typed("2.2", "").unwrap_err().to_string();
    assert!(problem.ends_with("in 数值: found “2.2”, expected -2.1, as in “下降2.1%”"), "{problem}");
    // A name that says the fall leaves open which way a fall goes.
    let (_, warnings) = warned(&[("指标.csv", "指标名称,单位,2023年完成\n能耗降低,%,下降3.5\n")]);
    assert_eq!(
        warnings,
        [
            "data/指标.csv:2:3: in 2023年完成: found “下降3.5”, perhaps the number without the word for the fall, which the name says already"
        ]
    );
}

#[test]
fn sections_within_each_other_are_told_once() {
    let told = problems(&[("章节.csv", "标识,上级,标题\n1,3,甲\n2,1,乙\n3,2,丙\n4,4,丁\n5,4,戊\n")]);
    assert_eq!(
        told,
        [
            "data/章节.csv:2:2: in 上级: found “3”, expected a section that is not within it; now 1 is within 3, 3 is within 2, 2 is within 1",
            "data/章节.csv:5:2: in 上级: found “4”, expected a section that is not within it; now 4 is within 4",
        ]
    );
}

#[test]
fn the_unit_is_said_to_be_that_of_the_row_or_of_the_column() {
    let told = problems(&[("指标.csv", "指标名称,单位,2023年完成,年均增长（%）\n甲,亿元,3%,5亿元\n")]);
    assert_eq!(
        told,
        [
            "data/指标.csv:2:3: in 2023年完成: found “3%”, expected a value in “亿元”, the unit of its row, not in “%”",
            "data/指标.csv:2:4: in 年均增长（%）: found “5亿元”, expected a value in “%”, the unit of its column, not in “亿元”",
        ]
    );
}

#[test]
fn all_mistakes_are_told_whatever_else_is_wrong() {
    let others = [
        ("指标.csv", "指标名称,单位,2023年完成,2024年计划\n甲,%,7.5.1,7\n"),
        ("上级数字.csv", "层级,指标名称,单位,2023年完成,来源\n市,甲,%,1套,乙\n"),
        ("项目.csv", "位置\n某路\n"),
        ("任务.csv", "章节,段,任务,项目\n3,0,甲,p01\n"),
    ];
    let told = |report: &str| -> Vec<String> {
        let files: Vec<(&str, &str)> = others.into_iter().chain([("报告.csv", report)]).collect();
        let problems = folder(&files).unwrap_err().to_string();
        let short = |line: &str| line.split(": found").next().unwrap().trim_start_matches("data/").to_owned();
        problems.lines().map(short).collect()
    };
    let rest = [
        "项目.csv:1:1",
        "任务.csv:2:1: in 章节",
        "指标.csv:2:3: in 2023年完成",
        "任务.csv:2:2: in 段",
        "上级数字.csv:2:4: in 2023年完成",
    ];
    assert_eq!(told(REPORT), rest);
    for (from, to, first) in [
        ("完成年份,2023\n", "", "报告.csv"),
        ("完成年份,2023\n计划年份,2024\n", "完成年份,去年\n", "报告.csv:6:2: in 内容"),
        ("地区,某市\n", "", "报告.csv"),
        ("项目,内容\n", "", "报告.csv:1:1"),
        ("项目,内容\n", "名称,值\n", "报告.csv:1:1"),
    ] {
        assert_eq!(told(&REPORT.replace(from, to)), [&[first], &rest[..]].concat(), "{from} → {to}");
    }
    // No year at all: that of any head may be one.
    let report = REPORT.replace("日期,2024-01-18\n完成年份,2023\n计划年份,2024\n", "");
    assert_eq!(told(&report), [&["报告.csv", "报告.csv"], &rest[..]].concat());
    // Nor does a report that cannot be read at all keep the others from it.
    let files: Vec<(&str, &str)> = others.into_iter().chain([("报告.csv", "项目,内容\n地区,\0\n")]).collect();
    let problems = folder(&files).unwrap_err().to_string();
    assert!(rest.iter().all(|place| problems.contains(place)), "{problems}");
}

#[test]
fn heads_of_names_are_what_offices_call_them() {
    for (file, heads) in [
        ("指标.csv", &["主要指标", "指标名称", "指标", "项目"][..]),
        ("项目.csv", &["工程名称", "重点项目", "项目内容", "项目名称"]),
        ("任务.csv", &["重点工作", "任务名称", "工作任务", "工作内容"]),
    ] {
        for head in heads {
            let (dataset, warnings) = warned(&[(file, &format!("{head}\n甲\n"))]);
            let read = [dataset.indicators.len(), dataset.projects.len(), dataset.tasks.len()];
            assert_eq!((read.iter().sum::<usize>(), warnings.as_slice()), (1, &[][..]), "{file} {head}");
        }
    }
    // Where another head is that of the name, what stands there is kept.
    let (dataset, warnings) = warned(&[
        ("项目.csv", "重点项目,项目内容,项目名称\n是,新建一座桥,甲\n"),
        ("任务.csv", "重点工作,重点任务\n乙,抓交通\n"),
    ]);
    assert_eq!(warnings, Vec::<String>::new());
    let kept = |id: &str| -> Vec<String> {
        dataset.extras.of(id).map(|extra| format!("{}：{}", extra.head, extra.text)).collect()
    };
    assert_eq!(dataset.projects[0].name.zh, "甲");
    assert_eq!(kept("p01"), ["重点项目：是", "项目内容：新建一座桥"]);
    assert_eq!((dataset.tasks[0].text.zh.as_str(), kept("t01")), ("乙", vec!["重点任务：抓交通".to_owned()]));
}

#[test]
fn last_year_and_this_year_are_those_of_the_report() {
    let table = "指标名称,单位,上年实际,同比,今年目标\n甲,亿元,10,6.1%,12\n";
    let (dataset, warnings) = warned(&[("指标.csv", table)]);
    let (columns, row) = (&dataset.columns, &dataset.indicators[0]);
    assert_eq!((row.actual.printed(), row.plan.printed()), ("10", "12"));
    assert_eq!((columns.actual.as_deref(), columns.plan.as_deref()), (Some("上年实际"), Some("今年目标")));
    let further = &columns.further[0];
    assert_eq!((further.head.as_str(), further.year, further.unit.as_deref()), ("同比", None, Some("")));
    assert_eq!((row.further[0].printed(), warnings), ("6.1%", Vec::new()));
}

#[test]
fn heads_of_other_years_than_the_report_are_told() {
    let told = |heads: &str| {
        let values = ",1".repeat(heads.matches(',').count() + 1);
        warned(&[("指标.csv", &format!("指标名称,{heads}\n甲{values}\n"))]).1
    };
    assert_eq!(
        told("2024年完成,2025年计划"),
        [
            "data/指标.csv:1:2: found the column “2024年完成”, perhaps the column of 2023, the year of the report's results, which no column is of"
        ]
    );
    assert_eq!(
        told("2023年完成,2024年计划,2025年,2025年规划目标"),
        [
            "data/指标.csv:1:4: found the column “2025年”, perhaps a column of a year up to 2024, that of the report's plan"
        ]
    );
    for right in
        ["2024年计划", "完成,2022年,计划", "2020年,2023年", "五年累计", "去年,今年", "2023年计划,2024年计划"]
    {
        assert_eq!(told(right), Vec::<String>::new(), "{right}");
    }
}

#[test]
fn heads_in_two_rows_are_told_with_one_to_write() {
    for heads in [
        "指标名称,单位,2023年,,2024年\n,,目标,完成,目标\n",
        "指标名称,单位,2023年,,2024年\n指标名称,单位,目标,完成,目标\n",
        ",,2023年,,2024年\n指标名称,单位,目标,完成,目标\n",
        ",,2023年,,2024年,\n指标名称,单位,目标,完成,目标,备注\n",
        "指标名称,单位,2023年,2024年,2025年\n,,目标,目标,目标\n",
    ] {
        assert_eq!(
            problems(&[("指标.csv", &format!("{heads}甲,%,1,2,3\n"))]),
            [
                "data/指标.csv:1:1: found heads in two rows, expected one row of heads: join what stands above each other, as in “2023年目标”"
            ],
            "{heads}"
        );
    }
    // A row of values without a name, and one of words, are none.
    for row in [",,1,2", ",%,正增长,", ",,正增长,稳步增长", "产值增长,,正增长,", "甲,%,完成,目标"]
    {
        let table = format!("指标名称,单位,2023年完成,2024年计划\n{row}\n");
        let told =
            folder(&[("报告.csv", REPORT), ("指标.csv", &table)]).map_err(|problems| problems.to_string());
        assert!(told.err().is_none_or(|told| !told.contains("two rows")), "{row}");
    }
}

#[test]
fn an_empty_file_is_told_and_a_table_of_heads_alone_is_right() {
    let empty =
        "found an empty file, expected a table with its heads, or no file where there is nothing to say";
    for text in ["", "\u{FEFF}", "\r\n\r\n"] {
        assert_eq!(
            problems(&[("指标.csv", text), ("项目.csv", "项目名称,位置\n")]),
            [format!("data/指标.csv: {empty}")],
            "{text:?}"
        );
        let report = folder(&[("报告.csv", text)]).unwrap_err().to_string();
        assert_eq!(report, format!("data/报告.csv: {empty}"));
    }
    let (dataset, warnings) =
        warned(&[("项目.csv", "项目名称,位置\n"), ("指标.csv", "指标名称,2023年完成\n")]);
    assert!(
        dataset.projects.is_empty() && dataset.indicators.is_empty() && warnings.is_empty(),
        "{warnings:?}"
    );
}
