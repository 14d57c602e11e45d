//! Tests of `tables`: sentences and tables in the style of reports, all invented.

use super::*;
use crate::structure::Piece;
use crate::{At, Line};

/// A report whose tables are those of a text.
fn report(text: &str) -> Report {
    let pieces = text.lines().map(|line| Piece::Line(Line::printed(line))).collect();
    let tables = crate::grid::tables(pieces).into_iter().filter_map(|piece| match piece {
        Piece::Table(grid) => Some(Grid { at: At { section: "3".into(), paragraph: 2 }, ..*grid }),
        Piece::Line(_) => None,
    });
    Report { tables: tables.collect(), actual_year: Some(2025), plan_year: Some(2026), ..Report::default() }
}

/// Each row as its cells, with S, L or D for how sure it is.
fn read(text: &str) -> Vec<String> {
    rows(&report(text)).iter().map(shown).collect()
}

fn shown(row: &Row) -> String {
    let sure = ["S", "L", "D"][usize::from(row.sureness.rank())];
    let cells: Vec<String> = row.cells.iter().map(|(id, cell)| format!("{id}={cell}")).collect();
    format!("{sure} {}", cells.join(" "))
}

#[test]
fn indicators_have_headings_units_and_values() {
    let text = "|指标名称|单位|2024年实际|2025年预计完成|2026年预期目标|备注|\n|--|--|--|--|--|--|\n\
        |一、综合类||||||\n|（一）生产|亿元|90|100|110左右||\n|1.投资增长|%|4|5.2|6|重点|\n|其中：工业投资|||3|—||\n\
        |二、民生类||||||\n|2.新增就业*|万人|1.1|1.2|1.2以上||\n|4.能耗降低|%||完成省定目标|||\n注：*为城镇口径。";
    assert_eq!(
        read(text),
        [
            "S category_number=一 category=综合类 group_number=一 group=生产 name=生产 unit=亿元 2024年实际=90 actual=100 plan=110左右",
            "S category_number=一 category=综合类 group_number=一 group=生产 number=1 name=投资增长 unit=% 2024年实际=4 actual=5.2 plan=6 note=重点",
            "L category_number=一 category=综合类 group_number=一 group=生产 name=其中：工业投资 unit=% actual=3 plan=—",
            "S category_number=二 category=民生类 number=2 name=新增就业 unit=万人 2024年实际=1.1 actual=1.2 plan=1.2以上 note=为城镇口径。",
            "L category_number=二 category=民生类 number=4 name=能耗降低 unit=% actual=完成省定目标",
        ]
    );
}

#[test]
fn two_rows_of_heads_are_one() {
    let text = "|序号|指标|单位|2025年|||2026年|\n|--|--|--|--|--|--|--|\n||||目标|完成|增长（%）|目标|\n\
        |1|财政收入|亿元|9|9.2|3.1|9.6|\n|2|粮食产量|万吨|12|12.1|0.5|12以上|";
    assert_eq!(
        read(text),
        [
            "S number=1 name=财政收入 unit=亿元 2025年目标=9 actual=9.2 2025年增长（%）=3.1 plan=9.6",
            "S number=2 name=粮食产量 unit=万吨 2025年目标=12 actual=12.1 2025年增长（%）=0.5 plan=12以上",
        ]
    );
}

#[test]
fn units_of_heads_names_and_titles() {
    let text =
        "|指标|2025年完成（亿元）|增长（%）|2026年计划（亿元）|\n|--|--|--|--|\n|财政收入|9.2|3.1|9.6|";
    assert_eq!(read(text), ["S name=财政收入 unit=亿元 actual=9.2 增长（%）=3.1 plan=9.6"]);
    let text =
        "|指标|2025年完成|2026年计划|\n|--|--|--|\n|粮食产量（万吨）|12|12|\n|新增学位（个）|900|1000|";
    assert_eq!(
        read(text),
        ["S name=粮食产量 unit=万吨 actual=12 plan=12", "S name=新增学位 unit=个 actual=900 plan=1000"]
    );
    let text =
        "主要指标表\n单位：亿元\n|指标|2025年完成|2026年计划|\n|--|--|--|\n|财政收入|9|9.6|\n|投资增长|5|6|";
    assert_eq!(
        read(text),
        ["S name=财政收入 unit=亿元 actual=9 plan=9.6", "L name=投资增长 actual=5 plan=6"]
    );
}

#[test]
fn kinds_of_indicators_are_kept_and_repeated_growth_has_its_year() {
    let text = "|指标|单位|指标性质|2024年|增长%|2025年|增长%|\n|--|--|--|--|--|--|--|\n|财政收入|亿元|预期性|9|2|9.6|3|";
    assert_eq!(
        read(text),
        ["S name=财政收入 unit=亿元 指标属性=预期性 2024年=9 2024年增长%=2 actual=9.6 2025年增长%=3"]
    );
}

#[test]
fn what_cannot_be_read_is_kept_in_the_note() {
    let text =
        "|指标|单位|2025年完成|2026年计划|\n|--|--|--|--|\n|财政收入|亿元|9.2.1|5.5个大类|\n|粮食|万吨|12|";
    assert_eq!(
        read(text),
        [
            "D name=财政收入 unit=亿元 note=“2025年完成”一格原文为“9.2.1”；“2026年计划”一格原文为“5.5个大类”",
            "D name=粮食 unit=万吨 actual=12",
        ]
    );
}

#[test]
fn values_in_several_units_have_their_own() {
    let text = "|指标|单位|2025年完成|2026年计划|\n|--|--|--|--|\n|生产总值|亿元|320|6%左右|\n|就业|人|5200人|5000以上|";
    assert_eq!(
        read(text),
        ["L name=生产总值 actual=320亿元 plan=6%左右", "S name=就业 unit=人 actual=5200人 plan=5000以上"]
    );
}

#[test]
fn rows_of_columns_that_are_not_known_are_not_lost() {
    let all = read("|指标|单位|一季度|二季度|\n|--|--|--|--|\n|投资|%|5|6|");
    assert_eq!(all, ["D name=投资 unit=% 一季度=5 二季度=6"]);
    let all = read("|年份|2023|2024|2025|\n|--|--|--|--|\n|生产总值（亿元）|100|110|120|");
    assert_eq!(all, ["L name=生产总值 unit=亿元 2023=100 2024=110 actual=120"]);
}

#[test]
fn a_number_that_is_taken_stands_before_the_words() {
    let head = "|指标|单位|2025年完成|\n|--|--|--|\n";
    let text = format!("附件1\n{head}|一、经济||||\n|投资|%|5|\n附件2\n{head}|一、民生|||\n|就业|万人|1|");
    let all = read(&text);
    assert!(all[0].contains("category_number=一 category=经济"), "{all:?}");
    assert!(all[1].contains(" category=一、民生"), "{all:?}");
    // Without headings the titles tell tables apart.
    let text = format!("表1 经济指标\n{head}|投资|%|5|\n表2 民生指标\n{head}|就业|万人|1|");
    assert!(read(&text)[1].contains("category=民生指标"), "{:?}", read(&text));
}

#[test]
fn projects_have_sectors_of_headings() {
    let text = "附件2\n重点项目表\n|序号|项目名称|建设性质|建设地点|总投资（万元）|牵头单位|\n|--|--|--|--|--|--|\n|合计|3个|||900||\n|一|交通（2个）|||700||\n\
        |1|城北路改造|续建|城北|400|交通局|\n|2|客运站|新建|城南|300|交通局|\n|二|水利（1个）|||200||\n|3|水厂扩建|扩建|河口|200|水利局|";
    assert_eq!(
        read(text),
        [
            "D section=3 paragraph=2 printed=合计｜3个｜900 reason=合计一行，不是单个的项目或任务",
            "D section=3 paragraph=2 printed=一｜交通（2个）｜700 reason=标题一行里的合计数",
            "S number=1 name=城北路改造 sector=交通 work=续建 location=城北 总投资（万元）=400 牵头单位=交通局",
            "S number=2 name=客运站 sector=交通 work=新建 location=城南 总投资（万元）=300 牵头单位=交通局",
            "D section=3 paragraph=2 printed=二｜水利（1个）｜200 reason=标题一行里的合计数",
            "S number=3 name=水厂扩建 sector=水利 work=扩建 location=河口 总投资（万元）=200 牵头单位=水利局",
        ]
    );
}

#[test]
fn tasks_have_targets_and_owners() {
    let text = "|序号|工作任务|目标要求|牵头单位|完成时限|\n|--|--|--|--|--|\n|一、产业发展|||||\n|1|新增规上企业|6家|工信局|11月底|\n|2|建设产业园|开工|园区办|12月底|";
    assert_eq!(
        read(text),
        [
            "S number=1 task=新增规上企业 field=产业发展 target=6家 牵头单位=工信局 完成时限=11月底",
            "S number=2 task=建设产业园 field=产业发展 target=开工 牵头单位=园区办 完成时限=12月底",
        ]
    );
    let text = "|重点任务|具体举措|责任单位|\n|--|--|--|\n|优化环境|减少材料|审批局|\n||压减时限|审批局|";
    assert_eq!(
        read(text),
        ["S task=减少材料 field=优化环境 责任单位=审批局", "S task=压减时限 field=优化环境 责任单位=审批局"]
    );
}

#[test]
fn tables_of_other_kinds_are_omissions() {
    let all = read("|姓名|职务|\n|--|--|\n|某甲|主任|\n|某乙|副主任|");
    assert_eq!(all.len(), 3);
    assert!(all.iter().all(|row| row.starts_with("D section=3")), "{all:?}");
}

/// What the package's reader says of the rows, as files of a package under the ids of their columns.
fn checked(rows: &[Row]) -> Vec<String> {
    let file = |table: Table| {
        let rows: Vec<&Row> = rows.iter().filter(|row| row.table == table).collect();
        let mut heads: Vec<&str> = Vec::new();
        for (id, _) in rows.iter().flat_map(|row| row.cells.iter()) {
            if !heads.contains(&id) {
                heads.push(id);
            }
        }
        let line = |cells: Vec<&str>| {
            let cells: Vec<String> =
                cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            cells.join(",")
        };
        let mut lines = vec![line(heads.clone())];
        lines.extend(rows.iter().map(|row| line(heads.iter().map(|head| row.cell(head)).collect())));
        lines.join("\n").into_bytes()
    };
    let report = "项目,内容\n地区,青山县\n标题,青山县报告\n日期,2026-01-15\n完成年份,2025\n";
    let has = |table: Table| rows.iter().any(|row| row.table == table);
    let checked = plan_data::package::check_with("包", |name| match name {
        "报告.csv" => Ok(report.as_bytes().to_vec()),
        "indicators.csv" if has(Table::Indicators) => Ok(file(Table::Indicators)),
        "projects.csv" if has(Table::Projects) => Ok(file(Table::Projects)),
        "tasks.csv" if has(Table::Tasks) => Ok(file(Table::Tasks)),
        _ => Err(std::io::ErrorKind::NotFound.into()),
    });
    match checked.package {
        Ok(_) => Vec::new(),
        Err(problems) => vec![format!("{problems}")],
    }
}

#[test]
fn the_reader_of_packages_takes_the_rows() {
    for text in [
        "|序号|指标|单位|性质|2025年|||2026年|备注|\n|--|--|--|--|--|--|--|--|--|\n|||||目标|完成|增长（%）|目标||\n\
            |一|经济|||||||\n|1|生产总值|亿元|预期性|6%|320|6.1|6%左右|现价|\n|2|投资|%||5.2.1|……||+7|x|\n|二|民生|||||||\n|1|就业|万人||1|1.1|||。|",
        "|项目|2025年1-11月完成|2025年预计完成|2025年完成|2026年计划|2026年力争|说明|名称|\n|--|--|--|--|--|--|--|--|\n|投资增长（%）|5|6|6|7|8|略|甲|",
        "|序号|项目名称|行业|类别|No.|建设地点|总投资|总投资|标识|\n|--|--|--|--|--|--|--|--|--|\n|1|水厂|水利|新建|3|城北|5|6|a|",
        "|任务|目标|单位|牵头单位|章节|段|指标|项目|\n|--|--|--|--|--|--|--|--|\n|建园区|3|万平方米|园区办|一|二|甲|乙|",
        "|任务|2026年目标|单位|牵头单位|\n|--|--|--|--|\n|建园区|3|某局|园区办|",
    ] {
        let rows = rows(&report(text));
        assert_eq!(checked(&rows), Vec::<String>::new(), "{rows:#?}");
        assert!(rows.iter().any(|row| row.table != Table::Omissions));
    }
}

/// The rows of the annex of the bundled report, whose text may not be there.
#[test]
fn the_annex_of_the_bundled_report_is_read_whole() {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/report/weidong-2021.txt");
    let path = std::env::var("PLAN_REPORT").unwrap_or_else(|_| beside.to_owned());
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: no text of the report");
        return;
    };
    let table = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../data/weidong-2021/indicators.csv"
    ));
    let table = table.unwrap();
    let lines: Vec<Vec<String>> = table.lines().map(fields).collect();
    let known =
        ["category_number", "category", "group_number", "group", "number", "name", "unit", "actual", "plan"];
    let at = |id: &str| lines[0].iter().position(|head| head == id).unwrap();
    let expected: Vec<Vec<String>> =
        lines[1..].iter().map(|line| known.iter().map(|id| line[at(id)].clone()).collect()).collect();
    let report = Report { actual_year: Some(2020), plan_year: Some(2021), ..report(&text) };
    assert_eq!(report.tables.len(), 1);
    let rows = rows(&report);
    let found: Vec<Vec<String>> = rows
        .iter()
        .map(|row| known.iter().map(|id| row.cell(id).replace("(PM2.5)", "（PM2.5）")).collect())
        .collect();
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len());
    assert!(rows.iter().all(|row| row.sureness.rank() == 0), "all are sure");
}

/// The fields of a line of CSV.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut is_quoted) = (vec![String::new()], false);
    for character in line.chars() {
        match character {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => fields.push(String::new()),
            other => fields.last_mut().unwrap().push(other),
        }
    }
    fields
}
