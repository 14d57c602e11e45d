//! The proof against a text: made from the package itself here, since the report's text is not part of the project.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::Path;

use plan_data::against::{Proof, ReportText, prove};
use plan_data::{Dataset, package};

fn weidong() -> Dataset {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021");
    package::read(&dir).unwrap_or_else(|problems| panic!("{problems}"))
}

/// A text with the headings, the column and the annex of the package, and no main text.
fn skeleton(dataset: &Dataset) -> String {
    let mut lines = Vec::new();
    for section in dataset.sections.iter().filter(|section| section.number.is_some()) {
        let number = section.number.as_deref().unwrap();
        match number {
            "附表" => {}
            "专栏" => {
                lines.push(format!("专栏：{}", section.heading.zh));
                for project in dataset.land_projects() {
                    lines.push(format!(
                        "- ▲{}。{}。",
                        project.name.zh,
                        project.location.as_ref().unwrap().zh
                    ));
                }
            }
            _ if number.ends_with('）') => lines.push(format!("{number}{}", section.heading.zh)),
            _ => lines.push(format!("{number}、{}", section.heading.zh)),
        }
    }
    lines.push("附表".to_owned());
    for row in &dataset.indicators {
        let number = row.number.as_ref().map_or("(一)".to_owned(), |number| format!("{number}."));
        let name = row.name.zh.replace("PM2.5", "PM _{2.5}").replace('（', "(").replace('）', ")");
        lines.push(format!(
            "| {number} {name} | {} | {} | {} |",
            row.unit.zh,
            row.actual.printed(),
            row.plan.printed()
        ));
    }
    lines.join("\n\n")
}

/// The rows of tables that the text is complete for and that are not proved.
fn unproved(proof: &Proof) -> Vec<&str> {
    let complete = ["sections", "projects", "indicators"];
    proof
        .unproved
        .iter()
        .map(|unproved| unproved.row.en.as_str())
        .filter(|row| complete.iter().any(|table| row.starts_with(table)))
        .collect()
}

#[test]
fn headings_column_and_annex_are_proved_as_printed() {
    let dataset = weidong();
    let text = skeleton(&dataset);
    assert_eq!(unproved(&prove(&dataset, &ReportText::read(&text))), Vec::<&str>::new());
}

#[test]
fn one_wrong_row_is_told_and_no_other() {
    let dataset = weidong();
    for (from, to, row) in [
        ("| 8.9 |", "| 8.8 |", "indicators fixed-investment-growth"),
        ("湛河南北两侧", "湛河南侧", "projects p16"),
        ("重创新、强支撑", "重创新", "sections 1.4"),
    ] {
        let text = skeleton(&dataset);
        assert_eq!(text.matches(from).count(), 1, "{from}");
        let proof = prove(&dataset, &ReportText::read(&text.replace(from, to)));
        assert_eq!(unproved(&proof), [row]);
    }
}

#[test]
fn a_value_must_stand_in_its_paragraph_with_whole_numbers() {
    let dataset = weidong();
    let text = skeleton(&dataset).replace(
        "战疫情、促发展，经济社会平稳运行",
        "战疫情、促发展，经济社会平稳运行\n\n发放 1159374个，30966 双。",
    );
    let proof = prove(&dataset, &ReportText::read(&text));
    let rows: Vec<&str> = proof.unproved.iter().map(|unproved| unproved.row.en.as_str()).collect();
    assert!(rows.contains(&"figures f001"), "1159374 is not 159374");
    assert!(!rows.contains(&"figures f002"));
    assert_eq!((proof.numbers, proof.in_figures, proof.uncovered.len()), (2, 1, 1));
}

/// A package of an invented county without a descriptor, with these sections and tasks.
fn county(sections: &str, tasks: &str) -> Dataset {
    let report = "项目,内容\n地区,某县\n标题,某县计划报告\n日期,2024-01-18\n完成年份,2023\n计划年份,2024\n";
    let sections = format!("编号,上级,序号,标题\n{sections}");
    let tasks = format!("章节,段,任务,目标\n{tasks}");
    let files = [("报告.csv", report), ("章节.csv", &sections), ("任务.csv", &tasks)];
    let read = package::read_with("data", |name| {
        let found = files.iter().find(|(file, _)| *file == name);
        let bytes = found.map(|(_, text)| text.as_bytes().to_vec());
        bytes.ok_or_else(|| std::io::Error::from(std::io::ErrorKind::NotFound))
    });
    read.unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn sections_that_are_deep_unnumbered_or_run_into_their_paragraph_are_proved() {
    let dataset = county(
        "3,,三,今年任务\n3.1,3,（一）,抓项目\n3.1.1,3.1,1.,修路\n3.1.2,3.1,2,架桥\n3.1.2.1,3.1.2,（1）,资金\n",
        "3.1,1,工作,2件\n3.1.1,1,修路,12公里\n3.1.2.1,1,筹资,3亿元\n",
    );
    let text = "某县报告\n\n三、今年任务\n（一）抓项目。做好 2 件事。\n1．修路。修路 12 公里。\n2．架桥\n(1) 资金\n筹资 3 亿元。\n";
    let proof = prove(&dataset, &ReportText::read(text));
    assert_eq!((proof.looked_up, proof.unproved.as_slice()), (8, &[][..]));

    let dataset = county("1,,,去年情况\n2,,,今年目标\n", "1,1,粮食,86万吨\n2,1,增长,6%\n");
    let text = "某县报告\n\n去年情况\n\n粮食 86 万吨。\n\n今年目标\n\n增长 6%。\n";
    let proof = prove(&dataset, &ReportText::read(text));
    assert_eq!((proof.looked_up, proof.unproved.as_slice()), (4, &[][..]));
    let other = prove(&dataset, &ReportText::read(&text.replace("今年目标", "今年计划")));
    assert_eq!(
        other.unproved.iter().map(|unproved| unproved.row.en.as_str()).collect::<Vec<_>>(),
        ["sections 2"]
    );
}
