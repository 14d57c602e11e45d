//! An invented report with what was read of it, for tests and for looking at the screen.

use crate::import::{Import, Reason, Row, Span, State};

/// A row that stands nowhere.
pub fn row(table: &str, cells: &[(&str, &str)]) -> Row {
    Row {
        table: table.to_owned(),
        cells: cells.iter().map(|(column, cell)| ((*column).to_owned(), (*cell).to_owned())).collect(),
        span: None,
        rank: 0,
        reason: Reason::default(),
        state: State::Open,
        rest: serde_json::Map::new(),
    }
}

/// The report of 青禾县, and its rows.
///
/// # Panics
/// Where the sample is no import.
pub fn small() -> (Import, Vec<Row>) {
    let (import, rows) = Import::read(&json()).unwrap_or_else(|error| unreachable!("{error}"));
    (import, rows)
}

/// The same as JSON: what was read is marked in the text by braces, `{table|rank|column=cell…|words}`.
pub fn json() -> String {
    let mut rows: Vec<Row> = Vec::new();
    let mut sections = Vec::new();
    for (id, number, heading, paragraphs) in SECTIONS {
        let mut read = Vec::new();
        for (words, paragraph) in paragraphs.iter().zip(1..) {
            let place = (id, paragraph);
            let (words, found) = taken_apart(words, place);
            rows.extend(found);
            let run_in = words.find('。').map_or(0, |at| at + '。'.len_utf8());
            let run_in = if words.starts_with(['▲', '■']) { run_in } else { 0 };
            let mark = if run_in > 0 { '▲'.len_utf8() } else { 0 };
            let kind = if run_in > 0 { "item" } else { "prose" };
            read.push(serde_json::json!({ "words": words, "mark": mark, "run_in": run_in, "kind": kind }));
        }
        sections
            .push(serde_json::json!({ "id": id, "number": number, "heading": heading, "paragraphs": read }));
    }
    let mut cells = Vec::new();
    for (at, line) in TABLE.iter().enumerate() {
        cells.push(line.to_vec());
        let [number, name, unit, actual, plan] = *line;
        if at > 0 {
            let (rank, zh, en) = match plan {
                "6.5-7" | "稳步增长" => (1, "计划一格不是一个数", "the plan is not a single number"),
                "" => (2, "计划一格是空的，可能在另一页", "the plan is empty; it may stand on another page"),
                _ => (0, "表头、单位、数值都认得", "head, unit and values are known"),
            };
            let mut row = row(
                "indicators",
                &[("number", number), ("name", name), ("unit", unit), ("actual", actual), ("plan", plan)],
            );
            (row.rank, row.reason) = (rank, reason(zh, en));
            row.span = Some(Span::Cells { grid: 0, row: at });
            rows.push(row);
        }
    }
    for (key, value) in [("地区", "青禾县"), ("日期", "2026-01-15"), ("完成年份", "2025")] {
        let mut row = row("report", &[("key", key), ("value", value)]);
        row.reason = reason("标题里写着", "the title says it");
        rows.push(row);
    }
    let tables = [serde_json::json!({
        "title": "附表 青禾县2026年国民经济和社会发展主要指标",
        "rows": cells,
        "at": null,
    })];
    serde_json::json!({
        "title": "关于青禾县2025年国民经济和社会发展计划执行情况与2026年计划草案的报告",
        "sections": sections,
        "tables": tables,
        "rows": rows,
    })
    .to_string()
}

fn reason(zh: &str, en: &str) -> Reason {
    Reason { zh: zh.to_owned(), en: en.to_owned() }
}

/// A paragraph's words without their braces, and the rows that these say.
fn taken_apart(marked: &str, (section, paragraph): (&str, u16)) -> (String, Vec<Row>) {
    let mut words = String::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut rest = marked;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, after) = rest.split_at(at);
        words.push_str(before);
        if let Some(body) = after.strip_prefix('{') {
            let mut parts = body.splitn(4, '|');
            let mut next = || parts.next().unwrap_or_default();
            let (table, rank, cells) = (next(), next(), next());
            rest = next();
            let number = paragraph.to_string();
            let mut pairs = vec![("section", section), ("paragraph", number.as_str())];
            pairs.extend(cells.split(';').filter_map(|cell| cell.split_once('=')));
            let mut row = row(table, &pairs);
            row.rank = rank.parse().unwrap_or_default();
            row.reason = match row.rank {
                0 => reason("数字、单位、对象都写明了", "number, unit and subject are stated"),
                1 => reason("对象按前一分句补上", "the subject is that of the clause before"),
                _ => reason("看不出是谁的数字", "it is not clear what this is a number of"),
            };
            open.push((rows.len(), words.len()));
            rows.push(row);
        } else {
            rest = after.strip_prefix('}').unwrap_or(after);
            if let Some((row, start)) = open.pop()
                && let Some(row) = rows.get_mut(row)
            {
                let end = words.len();
                if row.table == "remarks" {
                    row.cells
                        .push(("remark".to_owned(), words.get(start..end).unwrap_or_default().to_owned()));
                }
                row.span = Some(Span::Words { section: section.to_owned(), paragraph, start, end });
                if matches!(row.table.as_str(), "figures" | "omissions") {
                    let printed = words.get(start..end).unwrap_or_default().to_owned();
                    for (column, cell) in crate::columns::of_printed(&printed).into_iter().flatten() {
                        if row.table == "figures" && !cell.is_empty() {
                            row.cells.push((column.to_owned(), cell));
                        }
                    }
                    row.cells.insert(2, ("printed".to_owned(), printed));
                }
            }
        }
    }
    words.push_str(rest);
    (words, rows)
}

const SECTIONS: [(&str, &str, &str, &[&str]); 5] = [
    (
        "0",
        "",
        "",
        &[
            "各位代表：受县人民政府委托，现将青禾县{omissions|0|reason=年份|2025年}国民经济和社会发展计划执行情况与{omissions|0|reason=年份|2026年}计划草案提请大会审查。",
        ],
    ),
    (
        "1",
        "一",
        "2025年计划执行情况",
        &[
            "{remarks|1|kind=measure|全年经济运行稳中有进}。地区生产总值{figures|0|subject=地区生产总值;kind=amount;nature=actual;year=2025|128.6亿元}，增长{figures|1|subject=地区生产总值增速;kind=growth;nature=actual;year=2025|6.2%左右}；一般公共预算收入完成{figures|0|subject=一般公共预算收入;kind=amount;nature=actual;year=2025|9.37亿元}，同比增长{figures|2|subject=;kind=growth;nature=actual|4.1%}，高于全市平均水平{figures|2|subject=;kind=change|0.6个百分点}。",
            "▲项目建设提速。全年实施重点项目{figures|0|subject=实施重点项目;kind=count;nature=actual;year=2025|64个}，{projects|1|name=城南污水处理厂二期工程;work=续建;sector=生态环保|城南污水处理厂二期工程}建成投用，{projects|2|name=青禾至柳河公路;sector=交通|青禾至柳河公路}完成路基{figures|2|subject=完成路基;kind=amount|18.4公里}，累计完成投资{figures|1|subject=累计完成投资;kind=amount;nature=actual|3.2亿元}。",
            "▲民生持续改善。{remarks|0|kind=honour|获评全省农村人居环境整治先进县}。新建改建农村公路{figures|0|subject=新建改建农村公路;kind=amount;nature=actual;year=2025|86公里}，城镇新增就业{figures|0|subject=城镇新增就业;kind=count;nature=actual;year=2025|2100余人}。",
        ],
    ),
    (
        "1.1",
        "（一）",
        "存在的问题",
        &[
            "{remarks|1|kind=problem|产业结构还不够优，新动能支撑不足}；{remarks|1|kind=problem|财政收支矛盾突出，“三保”压力较大}；{remarks|2|kind=problem|个别项目进展慢，全年有{figures|2|subject=;kind=count|7个}项目没有按期开工}。",
        ],
    ),
    (
        "2",
        "二",
        "2026年主要目标和重点任务",
        &[
            "建议2026年主要预期目标：地区生产总值增长{figures|0|subject=地区生产总值增速;kind=growth;nature=target;year=2026|6.5%-7%}，一般公共预算收入增长{figures|0|subject=一般公共预算收入增速;kind=growth;nature=target;year=2026|5%以上}，城镇登记失业率控制在{figures|1|subject=城镇登记失业率;kind=rate;nature=target;year=2026|4.5%以内}。",
            "▲做强产业支撑。{tasks|0|task=新增规模以上工业企业;target=8家;field=工业|新增规模以上工业企业{figures|0|subject=新增规模以上工业企业;kind=count;nature=target;year=2026|8家}}，{tasks|1|task=食品产业园一期竣工投产，带动就业500人;target=竣工投产;field=工业|推动{projects|0|name=青禾食品产业园;work=新建;sector=工业|青禾食品产业园}一期竣工投产，带动就业{figures|1|subject=带动就业;kind=count;nature=target;year=2026|500人}}。{tasks|2|task=力争引进亿元以上项目;field=招商|力争引进亿元以上项目{figures|2|subject=引进亿元以上项目;kind=count;nature=target|12—15个}}。",
            "▲办好民生实事。{tasks|0|task=改造老旧小区;target=14个;field=民生|改造老旧小区{figures|0|subject=改造老旧小区;kind=count;nature=target;year=2026|14个}}、惠及居民{figures|1|subject=老旧小区改造惠及居民;kind=count;nature=target|3180户}，{tasks|0|task=新增公办幼儿园学位;target=900个;field=教育|新增公办幼儿园学位{figures|0|subject=新增公办幼儿园学位;kind=count;nature=target;year=2026|900个}}。",
        ],
    ),
    (
        "2.1",
        "（一）",
        "保障措施",
        &[
            "强化要素保障，{remarks|1|kind=measure|建立重大项目周调度、月通报机制}，重点项目用地保障率达到{figures|2|subject=重点项目用地保障率;kind=rate;nature=target|95%以上}，按《条例》{omissions|2|reason=不知是条文号还是数字|第12条}执行。",
        ],
    ),
];

const TABLE: [[&str; 5]; 7] = [
    ["序号", "指标名称", "单位", "2025年完成", "2026年计划"],
    ["1", "地区生产总值", "%", "6.2", "6.5-7"],
    ["2", "一般公共预算收入", "%", "4.1", "5以上"],
    ["3", "固定资产投资", "%", "8.3", "8"],
    ["4", "社会消费品零售总额", "%", "5.9", "稳步增长"],
    ["5", "城镇新增就业", "人", "2100", "2000"],
    ["6", "单位生产总值能耗降低", "%", "2.6", ""],
];
