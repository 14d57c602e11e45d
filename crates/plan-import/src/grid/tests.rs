//! Tests of `grid`: sentences and tables in the style of reports, all invented.

use super::*;
use crate::{Grid, Line, Markup};

fn read(text: &str) -> Vec<Piece> {
    tables(text.lines().map(|line| Piece::Line(Line::printed(line))).collect())
}

fn grids(text: &str) -> Vec<Grid> {
    let tables = read(text).into_iter().filter_map(|piece| match piece {
        Piece::Table(grid) => Some(*grid),
        Piece::Line(_) => None,
    });
    tables.collect()
}

fn lines(text: &str) -> Vec<String> {
    read(text)
        .iter()
        .filter_map(|piece| super::text(piece).map(str::to_owned))
        .filter(|l| !l.is_empty())
        .collect()
}

fn rows(grid: &Grid) -> Vec<String> {
    grid.rows.iter().map(|row| row.join(",")).collect()
}

#[test]
fn parts_on_several_pages_are_one_table() {
    for second in [
        "| | | | |\n|---|---|---|---|\n| 2. 就业 | 万人 | 1.2 | 1.3 |",
        "| 指标名称 | 单位 | 2025年完成 | 2026年计划 |\n|---|---|---|---|\n| 2. 就业 | 万人 | 1.2 | 1.3 |",
        "| 2. 就业 | 万人 | 1.2 | 1.3 |\n|---|---|---|---|",
        "续表\n\n| 指标名称 | 单位 | 2025年完成 | 2026年计划 |\n| 2. 就业 | 万人 | 1.2 | 1.3 |",
        "- 12 -\n\n| 2. 就业 | 万人 | 1.2 | 1.3 |",
    ] {
        let text = format!(
            "附表\n\n某县2026年主要指标计划（草案）\n\n| 指标名称 | 单位 | 2025年完成 | 2026年计划 |\n|---|---|---|---|\n| 一、综合 | | | |\n| | | | |\n| 1. 投资 | % | 3 | 5 |\n\n{second}\n\n注：就业为城镇新增。\n\n印发"
        );
        let found = grids(&text);
        assert_eq!(found.len(), 1, "{second}");
        assert_eq!(
            rows(&found[0]),
            ["指标名称,单位,2025年完成,2026年计划", "一、综合,,,", "1.投资,%,3,5", "2.就业,万人,1.2,1.3"],
            "{second}"
        );
        assert_eq!(found[0].titles, ["附表", "某县2026年主要指标计划（草案）"]);
        assert_eq!(found[0].notes, ["注：就业为城镇新增。"]);
        assert_eq!(lines(&text).last().map(String::as_str), Some("印发"));
    }
}

#[test]
fn tables_with_headings_between_stay_apart() {
    let head = "| 指标 | 单位 | 2026年目标 |\n|---|---|---|\n";
    let text = format!(
        "附件2\n某市主要预期目标\n一、经济发展\n{head}| 投资 | % | 5 |\n| 消费 | % | 6 |\n\n二、民生福祉\n{head}| 就业 | 万人 | 3 |\n三、生态环境\n{head}| 造林 | 亩 | 900 |"
    );
    let found = grids(&text);
    assert_eq!(found.iter().map(|grid| grid.rows.len()).collect::<Vec<_>>(), [3, 2, 2]);
    assert_eq!(found[1].titles, ["二、民生福祉"]);
    // Other heads are another table without any line between.
    let text = format!(
        "{head}| 投资 | % | 5 |\n| 项目名称 | 建设地点 | 总投资 |\n|---|---|---|\n| 水厂扩建 | 城北 | 2亿元 |"
    );
    assert_eq!(grids(&text).len(), 2);
}

#[test]
fn columns_between_tabs_and_spaces() {
    for text in [
        "指标名称\t单位\t2025年预计\t2026年目标\n一、综合\n固定资产投资增长\t%\t5.2\t6左右\n新增就业\t万人\t1.2\t\n",
        "指标名称      单位   2025年预计   2026年目标\n一、综合\n固定资产投资增长   %    5.2    6左右\n新增就业   万人   1.2   —\n",
        "指标名称 单位 2025年预计 2026年目标\n一、综合\n固定资产 投资增长 % 5.2 6左右\n新增就业 万人 1.2 —\n",
    ] {
        let text = format!("单位：亿元、%\n{text}注：略。\n以上各项，请予审议。");
        let found = grids(&text);
        assert_eq!(found.len(), 1, "{text}");
        let [head, category, first, second] = &rows(&found[0])[..] else { panic!("{:?}", found[0].rows) };
        assert_eq!(head, "指标名称,单位,2025年预计,2026年目标");
        assert_eq!(category, "一、综合,,,");
        assert_eq!(first, "固定资产投资增长,%,5.2,6左右");
        assert!(second.starts_with("新增就业,万人,1.2"), "{second}");
        assert_eq!((found[0].titles.len(), found[0].notes.len()), (1, 1));
        assert_eq!(lines(&text), ["以上各项，请予审议。"]);
    }
}

#[test]
fn between_single_spaces_sub_rows_have_no_number_and_thousands_may_be_apart() {
    let text = "序号 指标名称 单位 2025年预计 2026年目标\n1 地区生产总值 亿元 228.9 243\n其中：第一产业 亿元 31.0 32\n2 城镇新增就业 人 3 610 3 500\n- 4 -\n3 营造林面积 亩 900 1 000\n";
    let found = grids(text);
    assert_eq!(found.len(), 1);
    assert_eq!(
        rows(&found[0]),
        [
            "序号,指标名称,单位,2025年预计,2026年目标",
            "1,地区生产总值,亿元,228.9,243",
            ",其中：第一产业,亿元,31.0,32",
            "2,城镇新增就业,人,3610,3500",
            "3,营造林面积,亩,900,1000",
        ]
    );
}

#[test]
fn rows_that_agree_are_a_table_without_heads() {
    let text = "固定资产投资 % 5.2 6\n新增就业 万人 1.2 1.3\n营造林面积 亩 900 1000";
    assert_eq!(grids(text).len(), 1);
    assert_eq!(grids("固定资产投资 % 5.2 6\n新增就业 万人 1.2 1.3").len(), 0);
}

#[test]
fn cells_on_lines_of_their_own_are_a_table_where_they_count_out() {
    let text = "指标名称\n单位\n2025年完成\n2026年计划\n一、综合\n投资增长\n%\n5.2\n6\n就业\n万人\n1.2\n—\n造林\n亩\n900\n1000\n\n二、保障措施\n加强领导。";
    let found = grids(text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].rows.len(), 5);
    assert_eq!(lines(text), ["二、保障措施", "加强领导。"]);
    let broken = "指标名称\n单位\n2025年完成\n2026年计划\n投资增长\n%\n5.2\n就业\n万人\n1.2\n—";
    assert_eq!(grids(broken).len(), 0);
    assert_eq!(lines(broken).len(), 11);
}

#[test]
fn prose_is_no_table() {
    for text in [
        "全年 完成 固定资产投资 120 亿元 ， 增长 5.2 % ， 其中 工业投资 增长 8 %\n社会消费品零售总额 46 亿元 ， 增长 6 %\n实际利用外资 2 000 万美元 。",
        "预计 地区生产总值  增长  5.5 %  左右 。\n一般公共预算收入  增长  3 %  ；\n粮食产量  稳定在  12 万吨  以上 。",
        "　　各位代表：\n\t现在，我代表县人民政府报告工作。\n\t一、2025年工作回顾\n\t全年增长5%。",
        "目录\n一、2025年计划执行情况 1\n二、2026年主要目标 5\n三、主要任务 8",
        "A|B两种方案并行，增长5%。",
        "今年的主要预期目标是：\n地区生产总值增长 5.5% 左右\n规上工业增加值增长 7%\n新增城镇就业 1.2 万人以上",
    ] {
        assert_eq!(grids(text), [], "{text}");
        assert_eq!(lines(text).len(), text.lines().count());
    }
}

#[test]
fn headings_of_the_report_are_no_titles() {
    let text = "（一）主要目标完成情况\n|指标|单位|2025年完成|\n|---|---|---|\n|投资|%|5|\n（二）存在的问题\n有待改进。";
    assert_eq!(grids(text)[0].titles, Vec::<String>::new());
    assert_eq!(lines(text), ["（一）主要目标完成情况", "（二）存在的问题", "有待改进。"]);
}

#[test]
fn tables_of_files_are_joined_and_titled() {
    let table = |rows: &[&[&str]]| {
        let rows = rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect();
        Piece::of_rows(rows, Markup::Cells)
    };
    let line = |text: &str| Piece::Line(Line::whole(text));
    let pieces = vec![
        line("各位代表，任务艰巨。"),
        line("附件3"),
        table(&[
            &["重点项目表", "重点项目表", "重点项目表"],
            &["项目名称", "建设地点", "总投资"],
            &["水厂扩建", "城北", "2亿元"],
        ]),
        table(&[&["路网改造", "城南", "3亿元"], &["注：按计划数", "注：按计划数", "注：按计划数"]]),
    ];
    let read = tables(pieces);
    let Some(Piece::Table(grid)) = read.last() else { panic!("{read:?}") };
    assert_eq!(grid.titles, ["附件3", "重点项目表"]);
    assert_eq!(rows(grid), ["项目名称,建设地点,总投资", "水厂扩建,城北,2亿元", "路网改造,城南,3亿元"]);
    assert_eq!(grid.notes, ["注：按计划数"]);
}

#[test]
fn many_parts_take_no_longer_than_their_length_asks() {
    let part = "| 指标 | 单位 | 2025年完成 |\n|---|---|---|\n| 投资 | % | 5 |\n\n- 3 -\n\n";
    let found = grids(&part.repeat(2_000));
    assert_eq!((found.len(), found[0].rows.len()), (1, 2_001));
    let heads = "指标名称 单位 2025年完成\n".repeat(2_000);
    assert_eq!(grids(&heads).len(), 0);
    let tabs = "甲\t乙\t丙\n".repeat(2_000);
    assert_eq!(grids(&tabs).len(), 0);
}

proptest::proptest! {
    #[test]
    fn no_text_stops_the_reading(lines in proptest::collection::vec("([|\t 　]|指标名称|项目|单位|亿元|%|[0-9.]{1,4}|一、|（一）|2025年完成|2026年|--|[。，*（）<_{}]|附表|注：|[a-z]|增长){0,14}", 0..14)) {
        let text = lines.join("\n");
        let pieces = read(&text);
        let tables = pieces.into_iter().filter_map(|piece| match piece {
            Piece::Table(grid) => Some(*grid),
            Piece::Line(_) => None,
        });
        let report = crate::Report { tables: tables.collect(), ..crate::Report::default() };
        for grid in &report.tables {
            assert!(grid.rows.iter().all(|row| row.iter().any(|cell| !cell.is_empty())));
        }
        crate::tables::rows(&report);
    }
}
