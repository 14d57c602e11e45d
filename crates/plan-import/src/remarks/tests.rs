//! Tests of `remarks`: sentences and tables in the style of reports, all invented.

use super::*;
use crate::sample::{bundled, prose, report, words};

/// The remarks of a paragraph, each after its kind.
fn remarks(purpose: Purpose, text: &str) -> Vec<String> {
    let report = report(purpose, "回顾", vec![prose(text)]);
    let rows = rows(&report);
    for row in &rows {
        assert_eq!(words(&report, row), row.cell("remark"));
    }
    rows.iter().map(|row| format!("{}: {}", row.cell("kind"), row.cell("remark"))).collect()
}

#[test]
fn the_bundled_report_has_its_problems_and_honours() {
    let Some((report, dataset)) = bundled() else {
        return;
    };
    let rows = rows(&report);
    for row in &rows {
        eprintln!(
            "{} {} {} {} | {}",
            row.sureness.rank(),
            row.cell("section"),
            row.cell("paragraph"),
            row.cell("kind"),
            row.cell("remark")
        );
    }
    for (name, kind) in
        [("problem", plan_data::RemarkKind::Problem), ("honour", plan_data::RemarkKind::Honour)]
    {
        let of = dataset.remarks.iter().filter(|remark| remark.kind == kind);
        let (found, missed): (Vec<_>, Vec<_>) = of.partition(|remark| {
            rows.iter().any(|row| {
                row.cell("kind") == name
                    && row.cell("section") == remark.place.section
                    && row.cell("paragraph") == remark.place.paragraph.to_string()
            })
        });
        let read = rows.iter().filter(|row| row.cell("kind") == name).count();
        assert!(found.len() * 10 >= (found.len() + missed.len()) * 8, "{name}: missed {missed:?}");
        assert!(read <= (found.len() + missed.len()) + 4, "{name}: {read} read");
    }
}

#[test]
fn problems_follow_the_words_that_announce_them() {
    for (purpose, text, expected) in [
        (
            Purpose::Results,
            "成绩来之不易。我们也清醒看到，发展还存在一些问题：经济恢复不稳固，存在不确定性；科技支撑不强，新兴产业成长不够快；安全领域风险点依然存在。",
            vec![
                "problem: 经济恢复不稳固，存在不确定性",
                "problem: 科技支撑不强",
                "problem: 新兴产业成长不够快",
                "problem: 安全领域风险点依然存在",
            ],
        ),
        (
            Purpose::Problems,
            "一是有效投资不足。二是财政收支矛盾突出。对此，我们将认真加以解决。",
            vec!["problem: 有效投资不足", "problem: 财政收支矛盾突出"],
        ),
        (
            Purpose::Problems,
            "同时，发展仍面临不少困难和挑战，主要表现在：产业结构偏重，创新能力不强；受市场影响，企业经营困难。",
            vec!["problem: 产业结构偏重", "problem: 创新能力不强", "problem: 受市场影响，企业经营困难"],
        ),
        (
            Purpose::Other,
            "也要看到，存在短板弱项，主要是：中小企业融资难，民生领域欠账较多。",
            vec!["problem: 中小企业融资难", "problem: 民生领域欠账较多"],
        ),
        (
            Purpose::Results,
            "我们也清醒认识到，发展还存在不少困难。主要是：总量不大，层次不高；企业融资难。对此，我们高度重视。今年增长6%，短板补齐。",
            vec!["problem: 总量不大", "problem: 层次不高", "problem: 企业融资难"],
        ),
        (
            Purpose::Results,
            "全年增长5%。我们也面临不少困难和挑战。外部需求不足，企业经营困难。就业压力较大。我们一定直面问题，做好工作。",
            vec!["problem: 外部需求不足", "problem: 企业经营困难", "problem: 就业压力较大"],
        ),
        (Purpose::Plan, "着力解决存在的突出问题：大班额、停车难。", vec![]),
        (Purpose::Results, "破解堵点难点650多个，化解问题楼盘。", vec![]),
    ] {
        assert_eq!(remarks(purpose, text), expected, "{text}");
    }
}

#[test]
fn honours_have_verbs_of_honours_or_ranks() {
    for (text, expected) in [
        (
            "鹤山村入选全国乡村旅游重点村，双井村荣获“美丽乡村”特别奖。",
            vec!["honour: 鹤山村入选全国乡村旅游重点村", "honour: 双井村荣获“美丽乡村”特别奖"],
        ),
        ("推进节约型机关建设，荣获国家级示范单位。", vec!["honour: 推进节约型机关建设，荣获国家级示范单位"]),
        ("规上工业增加值增长8%，居全省第2位。", vec!["honour: 规上工业增加值增长8%，居全省第2位"]),
        ("投资下降28.6%，降幅较上月收窄，排名全市第4。", vec![]),
        ("青禾集团被评为国家再制造试点单位。", vec!["honour: 青禾集团被评为国家再制造试点单位"]),
        (
            "成功创建省级食品安全县，全省首个数字镇建成。",
            vec!["honour: 成功创建省级食品安全县", "honour: 全省首个数字镇建成"],
        ),
        ("争创国家级示范区，申报省级试点。", vec![]),
        ("新增企业20家，深化全国文明城市创建。", vec![]),
        ("顺利通过省级卫生城市验收。", vec!["honour: 顺利通过省级卫生城市验收"]),
    ] {
        assert_eq!(remarks(Purpose::Results, text), expected, "{text}");
    }
    assert_eq!(remarks(Purpose::Plan, "荣获国家级示范单位。"), Vec::<String>::new());
}

#[test]
fn items_after_the_announcement_are_problems() {
    let paragraphs = [
        "看到成绩的同时，也清醒认识到存在的问题：",
        "（1）|产业结构偏重。",
        "（2）|创新能力不强。",
        "对此，我们将努力解决。",
        "增速居全省第2位。",
    ];
    let paragraphs = paragraphs
        .iter()
        .map(|text| if text.contains('|') { crate::sample::item(text) } else { prose(text) });
    let report = report(Purpose::Results, "回顾", paragraphs.collect());
    let rows = rows(&report);
    let read: Vec<(&str, &str)> = rows.iter().map(|row| (row.cell("kind"), row.cell("remark"))).collect();
    assert_eq!(
        read,
        [("problem", "产业结构偏重"), ("problem", "创新能力不强"), ("honour", "增速居全省第2位")]
    );
}
