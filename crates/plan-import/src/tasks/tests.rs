//! Tests of `tasks`: sentences and tables in the style of reports, all invented.

use super::*;
use crate::sample::{bundled, item, prose, report, words};

/// The tasks of a report, each with its target and the cells of other columns.
fn tasks(report: &Report) -> Vec<String> {
    let rows = rows(report, &crate::figures::rows(report));
    let written = rows.iter().map(|row| {
        let cells = row.cells.iter().filter(|(id, _)| !["section", "paragraph", "field"].contains(id));
        cells.map(|(_, cell)| cell).collect::<Vec<_>>().join("|")
    });
    written.collect()
}

fn plan(text: &str) -> Vec<String> {
    tasks(&report(Purpose::Plan, "主要任务", vec![prose(text)]))
}

#[test]
fn the_bundled_report_has_its_tasks() {
    let Some((report, dataset)) = bundled() else {
        return;
    };
    let rows = rows(&report, &crate::projects::rows(&report, &[]));
    let number = |text: &str| text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect::<String>();
    let (mut found, mut missed) = (0, Vec::new());
    for task in dataset.tasks.iter().filter(|task| task.place.section != "annex") {
        let target = task.target.as_ref().map(|target| target.amount.value.to_string());
        let is_found = rows.iter().any(|row| {
            row.cell("section") == task.place.section
                && row.cell("paragraph") == task.place.paragraph.to_string()
                && target.as_ref().is_none_or(|target| number(row.cell("target")) == *target)
        });
        if is_found {
            found += 1;
        } else {
            missed.push(&task.text.zh);
        }
    }
    for row in &rows {
        eprintln!(
            "{} {} {} {} | {} {}",
            row.sureness.rank(),
            row.cell("section"),
            row.cell("paragraph"),
            row.cell("field"),
            row.cell("task"),
            row.cell("target")
        );
    }
    eprintln!("{} rows; {found} found, missed {missed:?}", rows.len());
    assert!(found * 10 >= (found + missed.len()) * 9, "{missed:?}");
    assert!(rows.len() < 210, "fragments: {}", rows.len());
}

#[test]
fn clauses_of_the_plan_are_tasks() {
    for (text, expected) in [
        (
            "全县生产总值增长8%，确保增长7%；人口自然增长率控制在1‰以内，确保控制在2‰以内。",
            vec![
                "全县生产总值增长|8%",
                "全县生产总值增长|7%",
                "人口自然增长率|控制在1‰以内",
                "人口自然增长率|控制在2‰以内",
            ],
        ),
        (
            "地区生产总值增长6%左右，城镇新增就业1.2万人以上，居民收入稳步增长，节能指标完成市下达任务。",
            vec![
                "地区生产总值增长|6%左右",
                "城镇新增就业|1.2万人以上",
                "居民收入|稳步增长",
                "节能指标|完成市下达任务",
            ],
        ),
        (
            "加快推进119个重点项目建设，完成年度投资121.7亿元。",
            vec!["加快推进重点项目建设|119个", "完成年度投资|121.7亿元"],
        ),
        (
            "力争新培育高新技术企业2家，科技型企业16家，新建创新平台2家以上。",
            vec!["新培育高新技术企业|力争2家", "科技型企业|力争16家", "新建创新平台|力争2家以上"],
        ),
        (
            "一是围绕主导产业，大力引进物流企业，发展枢纽经济。二是严格控制能耗，为发展创造条件。",
            vec!["大力引进物流企业", "发展枢纽经济", "严格控制能耗，为发展创造条件"],
        ),
        ("争取重点项目用地保障率达到90%以上。", vec!["重点项目用地保障率|争取90%以上"]),
        ("单位生产总值能耗下降3%。", vec!["单位生产总值能耗|下降3%"]),
        (
            "完成一般公共预算收入4.8亿元，增长6%。",
            vec!["完成一般公共预算收入|4.8亿元", "完成一般公共预算收入增长|6%"],
        ),
        (
            "新建公路20公里、改造管网15公里、新增停车位500个。",
            vec!["新建公路|20公里", "改造管网|15公里", "新增停车位|500个"],
        ),
        (
            "居民消费价格涨幅控制在3%以内，城镇登记失业率控制在4.5%以内。",
            vec!["居民消费价格涨幅|控制在3%以内", "城镇登记失业率|控制在4.5%以内"],
        ),
        ("今年是“十五五”规划开局之年。各位代表，任务艰巨！", vec![]),
        ("粮食产量稳定在86万吨以上。", vec!["粮食产量|稳定在86万吨以上"]),
        ("引进亿元以上项目18个。", vec!["引进亿元以上项目|18个"]),
        // Each number of a list has what it is of.
        (
            "城乡居民人均可支配收入分别增长6%、7%以上。",
            vec!["城镇居民人均可支配收入增长|6%", "农村居民人均可支配收入增长|7%以上"],
        ),
        (
            "巩固率、毛入学率分别提高到96%和93%以上，事故起数、死亡人数分别下降5%、3%。",
            vec!["巩固率提高到|96%", "毛入学率提高到|93%以上", "事故起数|下降5%", "事故死亡人数|下降3%"],
        ),
        (
            "研发投入强度提高到1.6%左右，物流费用比率下降至13.8%。",
            vec!["研发投入强度提高到|1.6%左右", "物流费用比率下降至|13.8%"],
        ),
        ("建成35个先导区、200个和美乡村。", vec!["建成先导区|35个", "建成和美乡村|200个"]),
        (
            "推动环城高速等14条公路和青禾等4个铁路项目加快建设。",
            vec!["推动环城高速等14条公路和青禾等4个铁路项目加快建设"],
        ),
        ("推进20个重点项目、完成投资98亿元以上。", vec!["推进重点项目|20个", "完成投资|98亿元以上"]),
        ("——坚持创新驱动。", vec![]),
        ("——居民消费价格涨幅2%左右。", vec!["居民消费价格涨幅|2%左右"]),
        ("产业规模突破千亿元大关。", vec!["产业规模|突破千亿元"]),
        ("地区生产总值增长5%左右、迈上900亿元台阶。", vec!["地区生产总值增长|5%左右", "迈上900亿元台阶"]),
        ("以钉钉子精神抓落实。", vec![]),
        (
            "居民收入和经济增长基本同步，国际收支保持基本平衡，单位能耗进一步下降，主要污染物排放量完成省市下达任务。",
            vec![
                "居民收入|和经济增长基本同步",
                "国际收支|保持基本平衡",
                "单位能耗|进一步下降",
                "主要污染物排放量|完成省市下达任务",
            ],
        ),
    ] {
        let expected: Vec<String> =
            expected.into_iter().map(|task| task.trim_end_matches('，').to_owned()).collect();
        assert_eq!(plan(text), expected, "{text}");
    }
}

#[test]
fn keys_say_who_does_what() {
    for (paragraphs, expected) in [
        (vec![item("1.|新增学位500个（责任单位：县教育局）")], vec!["新增学位|500个|县教育局"]),
        (
            vec![item("（1）|修建公路12公里。（市交通局牵头，各县区配合）")],
            vec!["修建公路|12公里|市交通局牵头，各县区配合"],
        ),
        (
            vec![prose(
                "目标任务：新建幼儿园3所。牵头单位：市教育局。责任单位：各县区政府。完成时限：2026年12月。",
            )],
            vec!["新建幼儿园3所|3所|市教育局|各县区政府|2026年12月"],
        ),
        (
            vec![
                prose("目标任务：新建幼儿园3所。"),
                prose("牵头单位：市教育局"),
                prose("完成时限：12月底"),
                prose("目标任务：修路。"),
                prose("牵头单位：市交通局"),
            ],
            vec!["新建幼儿园3所。|3所|市教育局|12月底", "修路|市交通局"],
        ),
        (vec![item("1.|城市更新提质"), prose("牵头单位：市住建局")], vec!["城市更新提质|市住建局"]),
        (
            vec![item(
                "1.|完成投资5亿元；推进园区扩容。（牵头单位：发改委；责任单位：各镇）建成泵站2座。（责任单位：水利局）",
            )],
            vec!["完成投资|5亿元|发改委|各镇", "推进园区扩容|发改委|各镇", "建成泵站|2座|水利局"],
        ),
    ] {
        let report = report(Purpose::Plan, "任务", paragraphs);
        let expected: Vec<String> = expected.into_iter().map(|task| task.replace("。|", "|")).collect();
        assert_eq!(tasks(&report), expected);
    }
}

#[test]
fn only_the_plan_has_tasks() {
    for purpose in [Purpose::Results, Purpose::Problems, Purpose::Other] {
        assert_eq!(
            tasks(&report(purpose, "回顾", vec![prose("新增就业5000人，加快推进项目建设。")])),
            Vec::<String>::new()
        );
    }
}

#[test]
fn rows_say_where_they_stand_and_their_field() {
    let report = report(
        Purpose::Plan,
        "坚持稳中求进，着力扩大有效投资",
        vec![prose("抓好项目|滚动实施工程，完成投资30亿元。")],
    );
    let rows = rows(&report, &[]);
    let stand: Vec<(&str, &str)> = rows.iter().map(|row| (row.cell("field"), words(&report, row))).collect();
    assert_eq!(stand, [("有效投资", "滚动实施工程"), ("有效投资", "完成投资30亿元")]);
}

#[test]
fn headings_become_fields() {
    for (heading, word) in [
        ("坚持改革开放，增强发展动力活力", "动力活力"),
        ("坚持乡村振兴战略，推进农业农村现代化", "农业农村现代化"),
        ("聚焦项目建设，着力扩大有效投资", "有效投资"),
        ("社会事业", "社会事业"),
        ("优化产业结构，加快推进高质量发展", "高质量发展"),
        ("2026年经济社会发展的主要目标", "主要目标"),
        ("", ""),
    ] {
        assert_eq!(field(heading), word);
    }
}

#[test]
fn figures_that_were_read_are_the_targets() {
    let report = report(Purpose::Plan, "任务", vec![prose("新增就业十万人。")]);
    let at = At { section: "1".into(), paragraph: 1 };
    let figure = Row {
        table: Table::Figures,
        cells: Cells::default(),
        span: Span::Words(at, 12..21),
        sureness: Sureness::Sure(said("", "")),
    };
    let rows = rows(&report, &[figure]);
    assert_eq!(
        rows.iter().map(|row| (row.cell("task"), row.cell("target"))).collect::<Vec<_>>(),
        [("新增就业", "十万人")]
    );
}
