//! Whole documents as reports, and the text of those as `ReportText` reads it.

use plan_data::against::{ReportText, squeezed};

use super::heading::printed;
use super::read;
use crate::{Block, Document, Line, ParagraphKind, Purpose, Report};

fn document(text: &str) -> Document {
    crate::document(text.as_bytes()).expect("is text")
}

fn report(text: &str) -> Report {
    read(&document(text))
}

/// Each section as its id and heading, with its paragraphs below.
type Outline = Vec<(String, String, Vec<String>)>;

fn outline(report: &Report) -> Outline {
    let sections = report.sections.iter().map(|section| {
        let paragraphs = section.paragraphs.iter().map(|paragraph| paragraph.words.clone()).collect();
        (section.id.clone(), printed(&section.number, &section.heading), paragraphs)
    });
    sections.collect()
}

fn outline_of_text(text: &str) -> Outline {
    let sections = ReportText::read(text).sections.into_iter();
    let whole = sections.map(|section| {
        let paragraphs = section.paragraphs.into_iter().map(|paragraph| paragraph.words).collect();
        (section.id, section.heading, paragraphs)
    });
    whole.collect()
}

/// The sections, and that the report's text is read as the same.
fn checked(text: &str) -> Outline {
    let report = report(text);
    let found = outline(&report);
    let again = report.text();
    assert_eq!(outline_of_text(&again), found, "of {again}");
    found
}

fn section(id: &str, heading: &str, paragraphs: &[&str]) -> (String, String, Vec<String>) {
    (id.to_owned(), heading.to_owned(), paragraphs.iter().map(|words| (*words).to_owned()).collect())
}

#[test]
fn title_headings_and_paragraphs() {
    let text = "关于青禾县2025年计划执行情况与2026年计划（草案）的报告\n——2026年1月15日在青禾县人民代表大会上\n青禾县发展和改革局局长 王禾\n\n各位代表：\n\n\
                受县政府委托，报告如下。\n\n一、2025年计划执行情况\n\n（一）工业提质。产值增长 7%。\n**农业稳产。**粮食 86 万吨，\n\n蔬菜 9 万吨。\n\
                专栏：重点项目\n- ▲新城。大道南侧。\n● 旧城。改造。\n二、2026年安排\n重点做好以下工作：\n1.修路；\n2.架桥，\n3.挖渠。\n";
    assert_eq!(
        checked(text),
        [
            section(
                "0",
                "",
                &[
                    "关于青禾县2025年计划执行情况与2026年计划（草案）的报告——2026年1月15日在青禾县人民代表大会上青禾县发展和改革局局长王禾各位代表：",
                    "受县政府委托，报告如下。"
                ]
            ),
            section("1", "一、2025年计划执行情况", &[]),
            section("1.1", "（一）工业提质", &["产值增长7%。", "农业稳产。粮食86万吨，蔬菜9万吨。"]),
            section("1.1.box", "专栏：重点项目", &["新城。大道南侧。", "●旧城。改造。"]),
            section("2", "二、2026年安排", &["重点做好以下工作：", "1.修路；", "2.架桥，", "3.挖渠。"]),
        ]
    );
    let report = report(text);
    assert_eq!((report.actual_year, report.plan_year), (Some(2025), Some(2026)));
    let purposes: Vec<Purpose> = report.sections.iter().map(|section| section.purpose).collect();
    let results = Purpose::Results;
    assert_eq!(purposes, [Purpose::Other, results, results, results, Purpose::Plan]);
    let farming = &report.sections[2].paragraphs[1];
    assert_eq!(&farming.words[..farming.run_in], "农业稳产。");
    let item = &report.sections[4].paragraphs[1];
    assert_eq!((item.kind, item.mark), (ParagraphKind::Item, 2));
    assert_eq!(report.title.len(), 4);
}

#[test]
fn lists_fields_and_spaced_headings() {
    let text = "一、任务\n（一）修好道路 全年实施道路工程，改造主次干道和背街小巷，打通断头路，方便群众出行。\n1.新建公办幼儿园5所\n2.改造老旧小区20个\n\
                牵头单位：县教育局\n责任单位：各乡镇\n（二）架桥\n①某桥建成\n②另一桥开工\n√ 完工\n";
    assert_eq!(
        checked(text),
        [
            section("0", "", &[]),
            section("1", "一、任务", &[]),
            section(
                "1.1",
                "（一）修好道路",
                &[
                    "全年实施道路工程，改造主次干道和背街小巷，打通断头路，方便群众出行。",
                    "1.新建公办幼儿园5所",
                    "2.改造老旧小区20个",
                    "牵头单位：县教育局",
                    "责任单位：各乡镇"
                ]
            ),
            section("1.2", "（二）架桥", &["①某桥建成", "②另一桥开工", "√完工"]),
        ]
    );
}

#[test]
fn parts_without_numbers_and_chapters() {
    let text = "青禾县政府工作报告\n各位代表：\n现在报告工作。\n2025年工作回顾\n全年增长 7%。\n（一）工业\n产值增长。\n2026年工作安排\n（一）农业\n稳产。\n";
    let ids: Vec<(String, String)> =
        checked(text).into_iter().map(|(id, heading, _)| (id, heading)).collect();
    let expected = [
        ("0", ""),
        ("1", "2025年工作回顾"),
        ("1.1", "（一）工业"),
        ("2", "2026年工作安排"),
        ("2.1", "（一）农业"),
    ];
    assert_eq!(ids, expected.map(|(id, heading)| (id.to_owned(), heading.to_owned())));
    let text = "第一章 发展环境\n第一节 基础\n一、成就\n综合实力增强。\n第二节 形势\n机遇大于挑战。\n第二章 要求\n坚持发展。\n";
    let ids: Vec<String> = checked(text).into_iter().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["0", "1", "1.1", "1.1.1", "1.2", "2"]);
}

#[test]
fn annexes_in_sentences_are_sections_of_their_own() {
    let text = "一、回顾\n增长。\n附件：1.指标表\n2.名词解释\n青禾县发展和改革局\n附件2：名词解释\n1.六稳：指稳就业、稳金融等六个方面的工作。\n2.六保：指保居民就业等六个方面的任务。\n县人大办公室2026年1月印发\n";
    assert_eq!(
        checked(text),
        [
            section("0", "", &[]),
            section("1", "一、回顾", &["增长。", "附件：1.指标表", "2.名词解释"]),
            section(
                "annex1",
                "附件2：名词解释",
                &["1.六稳：指稳就业、稳金融等六个方面的工作。", "2.六保：指保居民就业等六个方面的任务。"]
            ),
        ]
    );
}

#[test]
fn headings_of_markdown_and_of_word() {
    let text = "# 青禾县报告\n\n## 一、回顾\n\n### 工业\n\n增长。\n\n### 农业\n\n稳产。\n\n## 二、安排\n\n- 修路\n- 架桥\n";
    let found = checked(text);
    assert_eq!(
        found,
        [
            section("0", "", &["青禾县报告"]),
            section("1", "一、回顾", &[]),
            section("1.1", "工业", &["增长。"]),
            section("1.2", "农业", &["稳产。"]),
            section("2", "二、安排", &["修路", "架桥"]),
        ]
    );
    let lines = ["关于青禾县的报告", "各位代表：", "一、回顾", "增长 7%", "稳产。"];
    let blocks = lines.iter().map(|line| Block::Line(Line::whole(*line))).collect();
    let of_word = outline(&read(&Document { blocks }));
    assert_eq!(of_word[0].2, ["关于青禾县的报告各位代表："]);
    assert_eq!(of_word[1].2, ["增长7%", "稳产。"], "paragraphs of Word are whole");
}

/// The text of the report that the dataset in this repository was made from, where it is at hand.
fn real_report() -> Option<String> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/report/weidong-2021.txt");
    let path = std::env::var("PLAN_REPORT").unwrap_or_else(|_| root.to_owned());
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        println!("skipped: the report's text is not at {path}");
    }
    text
}

fn of_body(outline: Outline) -> Outline {
    outline.into_iter().filter(|(id, ..)| !id.starts_with("annex")).collect()
}

#[test]
fn the_real_report_has_the_sections_and_paragraphs_that_places_cite() {
    let Some(text) = real_report() else {
        return;
    };
    let report = report(&text);
    let found = of_body(outline(&report));
    let expected = outline_of_text(&text);
    for ((id, heading, paragraphs), expected) in found.iter().zip(&expected) {
        assert_eq!((id, heading, paragraphs), (&expected.0, &expected.1, &expected.2));
    }
    assert_eq!(found.len(), expected.len());
    assert_eq!(of_body(outline_of_text(&report.text())), expected);
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/weidong-2021/");
    let sections = std::fs::read_to_string(format!("{data}sections.csv")).unwrap();
    let ids: Vec<&str> = sections
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').next())
        .filter(|id| *id != "annex")
        .collect();
    assert_eq!(found.iter().map(|(id, ..)| id.as_str()).collect::<Vec<&str>>(), ids);
    let headings = std::fs::read_to_string(format!("{data}headings.csv")).unwrap();
    let run_ins: Vec<String> = report
        .paragraphs()
        .filter(|(.., paragraph)| paragraph.run_in > 0)
        .map(|(_, at, paragraph)| {
            let head = &paragraph.words[paragraph.mark..paragraph.mark + paragraph.run_in];
            format!("{},{},{}", at.section, at.paragraph, head.trim_end_matches('。'))
        })
        .collect();
    let wanted: Vec<String> = headings
        .lines()
        .skip(1)
        .map(|line| line.replace('"', "").split(',').take(3).collect::<Vec<&str>>().join(","))
        .collect();
    let missed: Vec<&String> = wanted.iter().filter(|line| !run_ins.contains(line)).collect();
    let false_ones: Vec<&String> = run_ins.iter().filter(|line| !wanted.contains(line)).collect();
    println!("missed {missed:?}, false {false_ones:?}");
    assert!(missed.len() <= 2 && false_ones.len() <= 1, "missed {missed:?}, false {false_ones:?}");
    assert_eq!((report.actual_year, report.plan_year), (Some(2020), Some(2021)));
}

mod any {
    use proptest::prelude::*;

    use super::*;

    fn line() -> impl Strategy<Value = String> {
        let beginning = prop::sample::select(vec![
            "",
            "",
            "",
            "一、",
            "二、",
            "（一）",
            "（二）",
            "(三)",
            "1.",
            "2、",
            "（1）",
            "①",
            "▲",
            "- ",
            "● ",
            "# ",
            "## ",
            "### ",
            "第一章 ",
            "第二节",
            "**",
            "专栏：",
            "专栏2 ",
            "附件2：",
            "附表",
            "　　",
            "2026年",
            "|",
            "— 3 —",
            "**（三）",
            "附近",
            "-",
            "▲▲",
            "牵头单位：",
            "- ▲",
        ]);
        let words = prop::collection::vec(
            prop::sample::select(vec![
                "工业提质",
                "2025年工作回顾",
                "增长7%",
                "，",
                "。",
                "；",
                "：",
                "新建学校5所",
                "**",
                "”",
                "（见附表）",
                "全县上下攻坚克难经济运行总体平稳",
                " ",
                "各位代表：",
                "*",
                "1.",
                "一、",
                "|",
                "报告",
                "目标任务",
                "#",
                "- ",
            ]),
            0..7,
        );
        (beginning, words).prop_map(|(beginning, words)| format!("{beginning}{}", words.concat()))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1500))]

        #[test]
        fn the_text_of_any_report_is_read_as_the_same(lines in prop::collection::vec(line(), 0..24), ends in prop::sample::select(vec!["\n", "\n\n", "\r\n"])) {
            let report = report(&lines.join(ends));
            let text = report.text();
            prop_assert_eq!(outline_of_text(&text), outline(&report), "of {}", text);
            for (section, at, paragraph) in report.paragraphs() {
                prop_assert_eq!(&paragraph.words, &squeezed(&paragraph.words));
                prop_assert!(paragraph.words.is_char_boundary(paragraph.mark + paragraph.run_in), "{:?} {}", at, section.id);
            }
            let mut ids: Vec<&str> = report.sections.iter().map(|section| section.id.as_str()).collect();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), report.sections.len());
        }

        #[test]
        fn paragraphs_of_word_too(lines in prop::collection::vec((line(), prop::option::of(1_u8..4)), 0..16)) {
            let blocks = lines.into_iter().map(|(text, heading)| Block::Line(Line { text, is_whole: true, heading })).collect();
            let report = read(&Document { blocks });
            let text = report.text();
            prop_assert_eq!(outline_of_text(&text), outline(&report), "of {}", text);
        }
    }
}
