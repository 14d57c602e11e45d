//! Tests of `projects`: sentences and tables in the style of reports, all invented.

use super::*;
use crate::sample::{bundled, item, prose, report, words};

/// The rows of a table, each as the cells of some columns.
fn cells<'a>(rows: &'a [Row], table: Table, columns: &[&str]) -> Vec<Vec<&'a str>> {
    let of = rows.iter().filter(|row| row.table == table);
    of.map(|row| columns.iter().map(|column| row.cell(column)).collect()).collect()
}

#[test]
fn the_box_of_the_bundled_report_has_its_projects() {
    let Some((report, dataset)) = bundled() else {
        return;
    };
    let rows = rows(&report, &[]);
    let listed: Vec<&Row> =
        rows.iter().filter(|row| row.table == Table::Projects && row.sureness.rank() == 0).collect();
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    let by_hand = dataset.projects.iter().filter_map(|project| Some((project, project.location.as_ref()?)));
    let by_hand: Vec<(String, String)> =
        by_hand.map(|(project, location)| (plain(&project.name.zh), plain(&location.zh))).collect();
    let read: Vec<(String, String)> =
        listed.iter().map(|row| (row.cell("name").to_owned(), row.cell("location").to_owned())).collect();
    assert_eq!(read, by_hand);
}

#[test]
fn the_bundled_report_names_its_projects_in_sentences() {
    let Some((report, dataset)) = bundled() else {
        return;
    };
    let rows = rows(&report, &[]);
    let read: Vec<(&str, &str, &str)> = rows
        .iter()
        .filter(|row| row.table == Table::Mentions)
        .map(|row| (row.cell("section"), row.cell("paragraph"), row.cell("name")))
        .collect();
    let (mut found, mut missed) = (0, Vec::new());
    for project in &dataset.projects {
        for mention in &project.mentions {
            let paragraph = mention.place.paragraph.to_string();
            let name = mention.name.trim_matches(['“', '”']);
            let is_found = read.iter().any(|(section, of, words)| {
                *section == mention.place.section
                    && *of == paragraph
                    && (words.contains(name) || name.contains(words))
            });
            if is_found {
                found += 1;
            } else {
                missed.push(&mention.name);
            }
        }
    }
    let by_hand = |section: &str, paragraph: &str, name: &str| {
        dataset.projects.iter().flat_map(|project| &project.mentions).any(|mention| {
            mention.place.section == section
                && mention.place.paragraph.to_string() == paragraph
                && (mention.name.contains(name) || name.contains(mention.name.trim_matches(['“', '”'])))
        })
    };
    let extra: Vec<_> =
        read.iter().filter(|(section, paragraph, name)| !by_hand(section, paragraph, name)).collect();
    eprintln!("missed {missed:?}\nnot by hand {extra:?}");
    assert!(found * 10 >= (found + missed.len()) * 8, "found {found}, missed {missed:?}");
    assert!(extra.len() * 10 <= read.len() * 2, "not in the package by hand: {extra:?}");
}

#[test]
fn the_locations_of_the_bundled_report_are_taken_apart() {
    let Some((report, dataset)) = bundled() else {
        return;
    };
    let rows = rows(&report, &[]);
    let name = |id: &str| {
        dataset.places.iter().find(|place| place.id == id).map_or("", |place| &place.name.zh).to_owned()
    };
    let (mut alike, mut differ) = (0, Vec::new());
    for project in dataset.projects.iter().filter(|project| project.location.is_some()) {
        let plain: String = project.name.zh.split_whitespace().collect();
        let read: Vec<&Row> =
            rows.iter().filter(|row| row.table == Table::Locations && row.cell("project") == plain).collect();
        let parts: Vec<_> =
            project.parts.iter().filter(|part| part.named_in == plan_data::NamedIn::Location).collect();
        let is_alike = read.len() == parts.len()
            && read.iter().zip(&parts).all(|(row, part)| {
                row.cell("printed") == part.printed
                    && plan_data::LocationKind::ALL.contains(&(row.cell("relation"), part.kind))
                    && row.cell("direction") == part.direction.as_deref().unwrap_or_default()
                    && (row.cell("place") == name(&part.place) || part.segment.as_deref() == Some("old-name"))
            });
        if is_alike {
            alike += 1;
        } else {
            let printed: Vec<&str> = read.iter().map(|row| row.cell("printed")).collect();
            differ.push((plain, printed));
        }
    }
    eprintln!("locations that differ: {differ:?}");
    assert!(alike >= 33, "{alike} alike, {differ:?}");
}

#[test]
fn lists_have_names_places_and_facts() {
    let list = |heading: &str, items: &[&str]| {
        let report = report(Purpose::Plan, heading, items.iter().map(|text| item(text)).collect());
        let rows = rows(&report, &[]);
        let of = rows.iter().filter(|row| row.table == Table::Projects);
        of.map(|row| {
            let cells = row.cells.iter().map(|(column, cell)| format!("{column}={cell}"));
            cells.collect::<Vec<_>>().join(" ")
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(
        list(
            "专栏：重点项目（2个）",
            &["▲|青禾物流新城。白石大道东段南侧、柳河一路两侧。", "▲|云岭风井。双井村。"]
        ),
        ["name=青禾物流新城 location=白石大道东段南侧、柳河一路两侧", "name=云岭风井 location=双井村"]
    );
    assert_eq!(
        list(
            "2026年重点项目清单",
            &[
                "1.|白石水厂扩建工程：新建日处理3万吨净水线，总投资1.2亿元",
                "2.|青禾至云岭公路（云岭镇），全长12公里，总投资3亿元。"
            ]
        ),
        [
            "name=白石水厂扩建工程 总投资=1.2亿元 建设内容=新建日处理3万吨净水线",
            "name=青禾至云岭公路 location=云岭镇 总投资=3亿元 建设内容=全长12公里",
        ]
    );
    assert_eq!(
        list(
            "重大工程",
            &[
                "（1）|南湖（生态）公园，位于南湖新区文昌街道，占地300亩。牵头单位：市城管局。完成时限：2026年10月。"
            ]
        ),
        [
            "name=南湖（生态）公园 location=南湖新区文昌街道 建设内容=占地300亩 牵头单位=市城管局 完成时限=2026年10月"
        ]
    );
    assert_eq!(
        list("工业项目", &["●|华岭新材料生产线（续建）：总投资5亿元，年度计划投资2亿元。"]),
        ["name=华岭新材料生产线 work=续建 总投资=5亿元 年度计划投资=2亿元"]
    );
    assert_eq!(
        list(
            "附件",
            &[
                "①|项目名称：青禾冷库项目。建设地点：柳河镇。建设内容：新建冷库2万立方米。总投资：8000万元。责任单位：县商务局。",
                "②|项目名称：双井泵站。建设地点：双井乡。"
            ]
        ),
        [
            "name=青禾冷库项目 location=柳河镇 建设内容=新建冷库2万立方米 总投资=8000万元 责任单位=县商务局",
            "name=双井泵站 location=双井乡",
        ]
    );
    // Tasks are no projects.
    assert_eq!(list("民生实事", &["1.|改造老旧小区30个。", "2.|新增学位5000个。"]), Vec::<String>::new());
    assert_eq!(list("工作重点", &["1.|推进农业发展。粮食稳产。", "2.|抓好工业。"]), Vec::<String>::new());
}

#[test]
fn a_short_name_is_the_listed_project() {
    let mut whole = report(
        Purpose::Plan,
        "重点项目清单",
        vec![item("▲|青州市云岭（新能源）汽车园。白石大道北侧。"), item("▲|太平城康养项目。双井村。")],
    );
    whole.sections.push(Section {
        id: "2".to_owned(),
        purpose: Purpose::Results,
        paragraphs: vec![prose("云岭汽车园主体完工，太平城落地开工。"), prose("城北|鹤山泵站竣工投用。")],
        ..Section::default()
    });
    let rows = rows(&whole, &[]);
    assert_eq!(
        cells(
            &rows,
            Table::Mentions,
            &["project", "section", "paragraph", "name", "stage", "stage_code", "nature", "year"]
        ),
        [
            [
                "青州市云岭（新能源）汽车园",
                "2",
                "1",
                "云岭汽车园",
                "主体完工",
                "main-structure-done",
                "actual",
                "2025"
            ],
            ["太平城康养项目", "2", "1", "太平城", "落地开工", "started", "actual", "2025"],
            ["鹤山泵站", "2", "2", "鹤山泵站", "竣工投用", "in-use", "actual", "2025"],
        ]
    );
    for row in rows.iter().filter(|row| row.table == Table::Mentions) {
        assert_eq!(words(&whole, row), row.cell("name"));
        assert_eq!(row.sureness.rank(), 1);
    }
    assert_eq!(cells(&rows, Table::Projects, &["name"]).len(), 3, "the third is new");
}

#[test]
fn projects_of_tables_are_known() {
    let read = Row {
        table: Table::Projects,
        cells: Cells::from_iter([("name", "鹤山灌区续建项目")]),
        span: Span::Cells(0, 1),
        sureness: Sureness::Sure(said("", "")),
    };
    let report = report(Purpose::Results, "项目", vec![prose("鹤山灌区续建项目开工建设。")]);
    let rows = rows(&report, &[read]);
    assert_eq!(cells(&rows, Table::Projects, &["name"]), Vec::<Vec<&str>>::new());
    assert_eq!(cells(&rows, Table::Mentions, &["project"]), [["鹤山灌区续建项目"]]);
}

mod any_text {
    use super::*;
    use proptest::prelude::*;

    /// What lists and sentences are made of, in any order.
    fn pieces() -> impl Strategy<Value = String> {
        let words = vec![
            "加快",
            "推进",
            "青禾",
            "水厂",
            "、",
            "，",
            "。",
            "；",
            "：",
            "（",
            "）",
            "“",
            "”",
            "等",
            "20个",
            "项目",
            "工程",
            "建设",
            "开工",
            "竣工投用",
            "和",
            "位于",
            "白石路",
            "以东",
            "与",
            "交叉口",
            "南北两侧",
            "总投资",
            "3亿元",
            "300万",
            "牵头单位：",
            "目标任务：",
            "一是",
            "存在",
            "问题",
            "不足",
            "荣获",
            "①",
            "1.",
            "路",
            "至",
            "村",
            "规划",
            "达到",
            "增长",
            "5%",
            "-",
            "力争",
            "其中",
            "a",
            " ",
            "\u{0}",
            "😀",
            "０",
        ];
        proptest::collection::vec(proptest::sample::select(words), 0..60).prop_map(|words| words.concat())
    }

    proptest! {
        #[test]
        fn rows_stand_within_the_text(text in prop_oneof![pieces(), any::<String>()], mark in 0..8_usize, run_in in 0..30_usize, kind in 0..4) {
            let purpose = [Purpose::Results, Purpose::Plan, Purpose::Problems, Purpose::Other][usize::try_from(kind).unwrap()];
            let mut whole = report(purpose, "重点项目", vec![prose(&text), item(&text), prose(&text)]);
            for paragraph in &mut whole.sections[0].paragraphs {
                (paragraph.mark, paragraph.run_in) = (mark, run_in);
            }
            let mut read = rows(&whole, &[]);
            read.extend(crate::tasks::rows(&whole, &read));
            read.extend(crate::remarks::rows(&whole));
            for row in &read {
                let Span::Words(at, range) = &row.span else { continue };
                let words = &whole.sections[0].paragraphs[usize::from(at.paragraph) - 1].words;
                prop_assert!(words.get(range.clone()).is_some_and(|words| !words.is_empty()), "{:?} {:?}", row, words);
                prop_assert!(row.cells.iter().all(|(_, cell)| !cell.is_empty()), "{row:?}");
            }
        }
    }
}
