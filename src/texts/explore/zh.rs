//! The words of exploring in Chinese.

use plan_data::reconcile::Severity;
use plan_data::{LocationKind, LookupKind, RemarkKind};

use super::{Door, ExploreTexts, Told, Topic};
use crate::state::{FigureGroup, View};

pub(in crate::texts) const TEXTS: ExploreTexts = ExploreTexts {
    section: |view| match view {
        View::Home => "首页",
        View::Projects => "项目",
        View::Indicators => "主要指标",
        View::Tasks => "任务",
        View::Topics => "专题",
        View::Data => "数据与核对",
    },
    report: |district, year| format!("{district}{year}年计划"),
    results: |district, year| format!("{district}{year}年完成情况"),
    counted: |chosen, count| format!("{chosen}（{count}）"),
    headline: |year| format!("{year}年主要目标"),
    first_results: |year| format!("{year}年主要结果"),
    topic: |topic| match topic {
        Topic::Economy => "经济",
        Topic::Investment => "投资与资金",
        Topic::Environment => "环境",
        Topic::Living => "民生",
    },
    back: "← 返回",
    back_to: |page, report| format!("← {page} · {report}"),
    lead: |name, plan, target, actual, result| {
        format!("{plan}年{name}目标{target}，{actual}年完成{result}。")
    },
    target_of: |year| format!("{year}年目标"),
    near_me: "我家附近",
    search_examples: ["修路", "旧改", "学校", "空气", "就业"],
    nearby: "身边的事",
    door: |door| match door {
        Door::Roads => "修路",
        Door::Housing => "住房与旧改",
        Door::Schools => "学校",
        Door::Air => "空气与水",
        Door::Jobs => "就业",
        Door::Care => "养老",
    },
    door_tasks: |count| format!("{count}项任务"),
    door_indicators: |count| format!("{count}项指标"),
    topics: "分专题看",
    result_of: |year, value| format!("{year}年{value}"),
    no_result: |year| format!("{year}年无可比结果"),
    insights: "值得留意",
    target_kinds: |all, is_annex| format!("{}{all}项指标的目标", if is_annex { "附表" } else { "" }),
    targets_in_text: |names| format!("未列目标的指标中，正文写了目标的：{}", names.join("、")),
    insight_lowered: |names| format!("目标低于上年结果：{}", names.join("、")),
    insight_place: |place| format!("项目最多的地点：{place}（按位置、名称和句子统计）"),
    insight_conflict: |first| format!("报告写法不一致：{first}"),
    project: "项目详情",
    show_facets: |chosen| match chosen {
        0 => "按类别筛选".to_owned(),
        chosen => format!("按类别筛选 · 已选{chosen}项"),
    },
    categories: "按类别筛选",
    categories_scope: "数字是符合其他条件的项目数。一个项目可能涉及几个地点、年份或出处，各数不能相加。领域、建设性质和进展类别由编者划分。",
    see_projects: |count| format!("查看{count}个项目"),
    all_places: |count| format!("显示全部{count}个地点，按拼音排列"),
    fewer_places: "只显示项目最多的地点",
    whole_list: "再显示其余各项",
    location: "位置",
    place_from_name: "报告没有列出位置，地点取自项目名称或写到它的句子。",
    location_remark: |segment, place| match segment {
        "old-name" => Some(format!("旧名，今为{place}")),
        "former" => Some("“原”指旧址或旧路".to_owned()),
        "planned" => Some("“规划”指报告时尚未建成".to_owned()),
        _ => None,
    },
    told: |told| {
        let name = |told: &Told| match told {
            Told::Location => "位置".to_owned(),
            Told::Progress(year) => format!("{year}年的进展"),
            Told::Plans(year) => format!("{year}年的安排"),
        };
        let of = |is_said: bool| {
            let names = told.iter().filter(|(_, said)| *said == is_said).map(|(told, _)| name(told));
            names.collect::<Vec<String>>().join("、")
        };
        match (of(true), of(false)) {
            (said, missing) if missing.is_empty() => format!("报告写了{said}。"),
            (said, missing) if said.is_empty() => format!("报告没有写{missing}。"),
            (said, missing) => format!("报告写了{said}，没有写{missing}。"),
        }
    },
    road: |name| format!("{name}沿线的项目"),
    road_scope: "示意图：只按报告写明的一侧和路段排列，不表示距离。",
    at_road: |kind, direction, other| {
        let side = match direction {
            Some("north") => "北",
            Some("south") => "南",
            Some("east") => "东",
            Some("west") => "西",
            Some("north-east") => "东北",
            Some("north-west") => "西北",
            Some("south-east") => "东南",
            Some("south-west") => "西南",
            _ => "",
        };
        match (kind, other) {
            (LocationKind::Crossing, Some(other)) => format!("与{other}交叉口{side}"),
            (LocationKind::Along, Some(other)) => format!("至{other}"),
            (LocationKind::BothSides, _) => "两侧".to_owned(),
            (LocationKind::Side, _) if !side.is_empty() => format!("{side}侧"),
            (LocationKind::Beyond, _) if !side.is_empty() => format!("以{side}"),
            (LocationKind::Near, _) => "附近".to_owned(),
            _ => "未写明哪一侧".to_owned(),
        }
    },
    on_road: "路段本身，或名称提到这条路",
    road_note: |segment| match segment {
        "former" => Some("原路"),
        "planned" => Some("规划"),
        _ => None,
    },
    stretch: |stretch| stretch.is_none().then_some("未写明路段"),
    colon: "：",
    counted_of: |scope| format!("（{scope}）"),
    both_years: "正文中两年都有的数字",
    both_years_scope: |actual, plan, table| {
        let table = table.map(|table| format!("{table}未列，")).unwrap_or_default();
        format!("以下各项{table}正文给出了{actual}年和{plan}年的数字。口径相同的才计算差值。")
    },
    other_scope: "口径不同，不作比较",
    without_target: |actual, plan, table| {
        format!("正文写了{actual}年结果，正文和{table}都没有{plan}年目标的：")
    },
    remarks: "报告还写到",
    remarks_scope: "不含数字的事实，由编者概括，各注出处。",
    remark_kind: |kind| match kind {
        RemarkKind::Problem => "问题与不足",
        RemarkKind::Honour => "荣誉与排名",
        RemarkKind::Measure => "做法",
        RemarkKind::Named => "点名的企业和场所",
        RemarkKind::Document => "文件本身",
    },
    carry_over: "上年项目在本年计划中的情况",
    carry_over_scope: "以报告所写为准：未再提到的项目，可能已经建成，也可能仍在推进。",
    in_both: |actual, plan| format!("{actual}年有进展，{plan}年有任务"),
    not_named_again: |actual, plan| format!("{actual}年尚未完成，{plan}年任务未再提到"),
    same_name: "（名称相同，推断为同一项）",
    only_listed: |list| format!("只列入{list}，正文未提到"),
    related: "可能相关的项目（报告没有说明，未作合并）",
    named_as: ["，写作“", "”（编者认为是同一项目）"],
    living: [
        ("employment", "就业"),
        ("social-security", "社会保障"),
        ("housing", "住房"),
        ("education", "教育"),
        ("health", "卫生健康"),
    ],
    promised: |year| format!("{year}年任务"),
    achieved: |year| format!("{year}年同一领域的结果"),
    nothing_achieved: |year| format!("报告没有这一领域{year}年的数字。"),
    figures: "正文全部数字",
    figure_filter: "筛选数字",
    figure_filter_hint: "内容或数值，例如就业",
    choose_section: "章节",
    figure_group: |group| match group {
        FigureGroup::Section => "按章节",
        FigureGroup::Measure => "按计量单位",
        FigureGroup::Subject => "按内容",
    },
    no_figure: "没有符合条件的数字，请缩短文字，或将章节、单位改回“全部”。",
    to_indicator: "查看指标",
    checks: |count| format!("核对结果{count}条"),
    reconciliation: "数字核对",
    reconciliation_scope: |count, table| {
        let table = table.map(|table| format!("正文与{table}、")).unwrap_or_default();
        format!("由程序逐一核对{table}部分与整体，共有{count}条结果；推算的数值附算式。")
    },
    finding_count: |count| format!("{count}条"),
    severity: |severity| match severity {
        Severity::Conflict => "写法不一致",
        Severity::Note => "值得留意",
        Severity::Fine => "一致",
    },
    search: "搜索全部内容",
    search_hint: |kinds| {
        let names: Vec<&str> = kinds.iter().take(3).map(|kind| kind_name(*kind)).collect();
        let more = if kinds.len() > 3 { "等" } else { "" };
        format!("{}{more}（可用拼音）", names.join("、"))
    },
    search_count: |count, text, is_partial| match count {
        0 => format!("没有找到“{text}”。请换更短的词，或用拼音、拼音首字母搜索。"),
        count if is_partial => format!("没有同时符合全部词语的内容，以下{count}条最接近"),
        count => format!("找到{count}条"),
    },
    show_all: |count| format!("显示全部{count}个"),
    kind: kind_name,
};

fn kind_name(kind: LookupKind) -> &'static str {
    match kind {
        LookupKind::Indicator => "指标",
        LookupKind::Project => "项目",
        LookupKind::Place => "地点",
        LookupKind::Task => "任务",
        LookupKind::Figure => "数字",
    }
}
