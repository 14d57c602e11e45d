//! The words of exploring in Chinese.

use plan_data::reconcile::Severity;
use plan_data::{LocationKind, LookupKind};

use super::{ExploreTexts, Topic};
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
    counted: |chosen, count| format!("{chosen}（{count}）"),
    headline: |year| format!("{year} 年主要目标"),
    topic: |topic| match topic {
        Topic::Economy => "经济",
        Topic::Investment => "投资与资金",
        Topic::Environment => "环境",
        Topic::Living => "民生",
    },
    back: "← 返回",
    overview_scope: |actual, plan| {
        format!(
            "报告列在最前的 {plan} 年主要目标，旁边是 {actual} 年的结果。点开可看出处、全市全国的数和相关任务。"
        )
    },
    no_result: |year| format!("报告未列 {year} 年可比的结果"),
    insights: "数据要点",
    insight_targets: |all, numbers, [qualitative, assigned, none]| {
        let others = [(qualitative, "只写文字"), (assigned, "写“完成市定目标”"), (none, "没有列目标")];
        let others: Vec<String> = others
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, words)| format!("{count} 项{words}"))
            .collect();
        format!("{all} 项指标里，{numbers} 项的目标是数字，{}", others.join("，"))
    },
    insight_lowered: |year, names| {
        format!("{year} 年计划定得比上年完成低的有 {} 项：{}", names.len(), names.join("、"))
    },
    insight_place: |place, count| format!("写明位置的项目中，{place}最多：{count} 个"),
    insight_conflict: |count, first| format!("报告自相矛盾的有 {count} 处：{first}"),
    project: "项目详情",
    show_facets: |chosen| match chosen {
        0 => "按类别筛选".to_owned(),
        chosen => format!("筛选 · {chosen}"),
    },
    location: "位置",
    relation: |kind| match kind {
        LocationKind::Side => "一侧",
        LocationKind::BothSides => "两侧",
        LocationKind::Beyond => "以外",
        LocationKind::At => "在此",
        LocationKind::Near => "附近",
        LocationKind::Crossing => "交叉口",
        LocationKind::Along => "沿线",
        LocationKind::Within => "范围内",
        LocationKind::Border => "交界处",
    },
    direction: |direction| direction.split('+').map(one_direction).collect::<Vec<&str>>().join("、"),
    segment: |segment| match segment {
        "former" => "用的是旧名".to_owned(),
        "planned" => "规划中".to_owned(),
        printed => printed.to_owned(),
    },
    named_as: |name| format!("，称“{name}”"),
    promised: |year| format!("{year} 年承诺"),
    achieved: |year| format!("{year} 年同一领域的完成情况"),
    nothing_achieved: |year| format!("报告没有这一领域 {year} 年的数字。"),
    figures: "正文的全部数字",
    figure_filter: "筛选数字",
    figure_filter_hint: "内容或数值，如：就业",
    choose_section: "章节",
    figure_group: |group| match group {
        FigureGroup::Section => "按章节",
        FigureGroup::Measure => "按计量类别",
        FigureGroup::Subject => "按内容",
    },
    showing_figures: |shown, all| format!("显示 {shown} 个，共 {all} 个"),
    no_figure: "没有符合条件的数字，请改短文字，或把章节、计量改回“全部”。",
    to_indicator: "看指标",
    checks: |count| format!("{count} 条核对"),
    reconciliation: "勾稽核对",
    reconciliation_scope: |count| {
        format!("由程序逐一比对正文与附表、部分与整体，得出 {count} 条；推算的值附算式。")
    },
    finding_count: |count| format!("{count} 条"),
    severity: |severity| match severity {
        Severity::Conflict => "自相矛盾",
        Severity::Note => "值得留意",
        Severity::Fine => "一致",
    },
    search: "搜索全部内容",
    search_hint: "搜指标、项目、地点（可用拼音）",
    search_count: |count, text| match count {
        0 => format!("没有找到“{text}”。可以试试更短的词、拼音或首字母。"),
        count => format!("找到 {count} 条"),
    },
    kind: |kind| match kind {
        LookupKind::Indicator => "指标",
        LookupKind::Project => "项目",
        LookupKind::Place => "地点",
        LookupKind::Task => "任务",
        LookupKind::Figure => "数字",
    },
};

fn one_direction(direction: &str) -> &str {
    match direction {
        "north" => "北",
        "south" => "南",
        "east" => "东",
        "west" => "西",
        "north-east" => "东北",
        "north-west" => "西北",
        "south-east" => "东南",
        "south-west" => "西南",
        // Said by the relation.
        "both" => "",
        other => other,
    }
}
