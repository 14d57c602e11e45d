//! The interface in Chinese.

use std::cmp::Ordering;

use plan_data::facet::Facet;
use plan_data::{Comparison, Decimal, Kind, Reason, Value};

use super::{PromiseCount, Side, Texts, quantity, signed};
use crate::state::{Lang, QUERY_LIMIT, UrlNotice, words_of};

pub(super) const TEXTS: Texts = Texts {
    lang: Lang::Zh,
    tag: "zh-CN",
    pick: |words| &words.zh,
    other_lang: ("English", "en", Lang::En),
    skip: "跳到正文",
    navigation: "本页内容",
    lead: |indicators, comparable, projects| {
        format!(
            "{indicators} 项主要指标，其中 {comparable} 项的完成与计划可以直接对比；{projects} 个用地保障重点项目。"
        )
    },
    presented_by: "报告人：",
    promise: "承诺与结果",
    promise_finding: finding,
    promise_scope: |count| {
        format!(
            "附表全部 {count} 项指标，计量相同的才放在一条轴上。实心为完成，空心为计划；不是数字的用文字写出。点选一项，看它的详情。"
        )
    },
    full_stop: "。",
    charts: super::charts::ZH,
    explore: super::explore::ZH,
    publish: super::publish::ZH,
    questions: "分专题看",
    panel: |kind| match kind {
        Kind::Growth => "增长与降低",
        Kind::Share => "比重与比率",
        Kind::Level => "总量与水平",
        Kind::Count => "数量",
    },
    side: |side, year| match side {
        Side::Actual => format!("{year}年完成"),
        Side::Plan => format!("{year}年计划"),
    },
    side_value: |side, year, value| match side {
        Side::Actual => format!("{year} 年完成：{value}"),
        Side::Plan => format!("{year} 年计划：{value}"),
    },
    difference: "计划比完成",
    comparison,
    comparison_short,
    steady_growth: "稳步增长",
    stable_growth: "平稳增长",
    assigned_by_city: |_| "完成市定目标",
    not_set,
    indicators: "主要指标",
    indicators_scope: |count| format!("附表的 {count} 项，顺序、分组与数值照原文。"),
    name_column: "指标名称",
    english_column: "英文译名",
    what_column: "内容",
    unit_column: "计算单位",
    heading: |number, name| format!("{number}、{name}"),
    subheading: |number, name| format!("（{number}）{name}"),
    tasks: "任务",
    tasks_scope: |count, areas, year| {
        format!(
            "报告为 {year} 年列出的 {count} 项任务，分在主要目标和各项工作之下，共 {areas} 处。文字由编者概括，数字照报告。"
        )
    },
    task_count: |count| format!("{count} 项"),
    task_projects: "项目：",
    projects: "项目",
    projects_scope: |all, listed, list| {
        format!("报告点名的 {all} 个项目：“{list}”列出 {listed} 个及其位置，其余见于正文，写明进展的照原文。")
    },
    facet: |facet, year| match facet {
        Facet::List => "出处".to_owned(),
        Facet::Sector => "领域".to_owned(),
        Facet::Work => "建设性质".to_owned(),
        Facet::Year => "正文所述年份".to_owned(),
        Facet::Stage => format!("{year}年进展"),
        Facet::Place => "地点（旧路名并入今名）".to_owned(),
    },
    facet_column: "分类",
    unstated: |facet| match facet {
        Facet::Place => "未写明地点",
        Facet::Stage => "未写明进展",
        Facet::List | Facet::Sector | Facet::Work | Facet::Year => "未写明",
    },
    facet_value,
    count: |count| format!("{count} 个项目"),
    running_text: "正文",
    project_tasks: "相关任务",
    chosen: "已选：",
    take_back: |name| format!("取消“{name}”"),
    filter: "筛选项目",
    filter_hint: |place| format!("名称或位置，如：{place}"),
    showing: |shown, all| format!("显示 {shown} 个，共 {all} 个"),
    nothing_found: |query, chosen| match (query, chosen) {
        ("", chosen) => format!("没有符合所选条件（{chosen}）的项目，请取消一项。"),
        (query, "") => format!("没有名称或位置包含“{query}”的项目。"),
        (query, chosen) => format!("“{chosen}”之中没有名称或位置包含“{query}”的项目，请改短文字或取消一项。"),
    },
    clear_filter: "清除筛选",
    source: |place| format!("来源：{place}"),
    editorial: "页面标题、说明文字、英文译名、正文数字的名称，以及指标性质、好坏方向、项目领域和进展类别、任务与数字所属的领域为编者所加；标“推算”的数值、差额与占比由报告的数字算出；全市、全国的数值出自各自的政府工作报告；其余均出自报告。",
    notices: "链接中有无法使用的内容",
    notice,
    dismiss: "知道了",
    unavailable: "筛选、搜索和图表的互动功能暂不可用（浏览器不支持、脚本被禁用或网络中断）。本页内容、链接和数据下载不受影响。",
    crashed: "页面程序出错，已停止响应。报告内容仍在本页，可重新载入后继续浏览。",
    reload: "重新载入",
};

fn finding(count: PromiseCount, actual: u16, plan: u16) -> String {
    let PromiseCount { above, same, below } = count;
    if above + same + below == 0 {
        return format!("没有一项指标的 {plan} 年计划可与 {actual} 年完成直接对比");
    }
    let parts: Vec<String> = [(above, "高于"), (same, "持平"), (below, "低于")]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| format!("{number}\u{a0}项{word}"))
        .collect();
    let all = above + same + below;
    format!("可比的 {all} 项中，{plan} 年计划 {} {actual}\u{a0}年完成", parts.join("、"))
}

fn facet_value(code: &str) -> Option<&'static str> {
    Some(match code {
        "land" => "用地专栏",
        "text" => "正文",
        "planned" => "前期",
        "applied" => "申报",
        "approved" => "获批",
        "started" => "开工",
        "under-way" => "推进中",
        "main-structure-done" => "主体完工",
        "nearly-done" => "基本完工",
        "done" => "完成",
        "in-use" => "建成投用",
        "promised" => "只写了计划",
        "circular-economy" => "循环经济",
        "coal" => "煤炭",
        "commerce" => "商业",
        "community" => "社区服务",
        "culture-tourism" => "文化旅游",
        "education" => "教育",
        "elderly-care" => "养老康养",
        "emergency" => "应急储备",
        "energy" => "能源",
        "environment" => "环境治理",
        "finance-technology" => "金融与科创",
        "health-care" => "医疗健康",
        "housing" => "住房与旧改",
        "logistics" => "物流",
        "manufacturing" => "制造业",
        "municipal" => "市政与土地收储",
        "roads" => "道路",
        "sports" => "体育",
        "new-build" => "新建",
        "renewal" => "改造",
        "expansion" => "扩建延伸",
        "technical-upgrade" => "技术改造",
        "relocation" => "迁建",
        "land-reserve" => "土地收储",
        "platform" => "平台",
        "transport" => "客运与铁路",
        _ => return None,
    })
}

fn not_set(side: Side) -> &'static str {
    match side {
        Side::Actual => "未列数值",
        Side::Plan => "未列目标",
    }
}

fn words(value: Value, side: Side) -> String {
    match value {
        Value::Number(number) => quantity(&number.to_string(), ""),
        Value::SteadyGrowth => "“稳步增长”".to_owned(),
        Value::StableGrowth => "“平稳增长”".to_owned(),
        Value::AssignedByCity => "“完成市定目标”".to_owned(),
        Value::NotSet => not_set(side).to_owned(),
    }
}

fn comparison(comparison: Comparison, unit: &str, plan_year: u16) -> String {
    let (difference, unit) = match comparison {
        Comparison::Points(difference) => (difference, "个百分点"),
        Comparison::Amount { difference, .. } => (difference, unit),
        Comparison::NotComparable(Reason::Plan(Value::NotSet)) => {
            return format!("附表未列 {plan_year} 年目标，无从对比");
        }
        Comparison::NotComparable(Reason::Plan(value)) => {
            return format!("计划是{}，不是数字，无从对比", words(value, Side::Plan));
        }
        Comparison::NotComparable(Reason::Actual(value)) => {
            return format!("完成是{}，不是数字，无从对比", words(value, Side::Actual));
        }
    };
    let size = quantity(&difference.abs().to_string(), unit);
    match difference.cmp(&Decimal::ZERO) {
        Ordering::Less => format!("计划比完成低 {size}"),
        Ordering::Equal => "计划与完成持平".to_owned(),
        Ordering::Greater => format!("计划比完成高 {size}"),
    }
}

fn comparison_short(comparison: Comparison, unit: &str) -> String {
    match comparison {
        Comparison::Points(difference) => signed(difference, "个百分点").unwrap_or_else(|| "持平".to_owned()),
        Comparison::Amount { difference, percent } => {
            let amount = signed(difference, unit).unwrap_or_else(|| "持平".to_owned());
            match percent.and_then(|percent| signed(percent, "%")) {
                Some(percent) => format!("{amount}（{percent}）"),
                None => amount,
            }
        }
        Comparison::NotComparable(_) => "不可比".to_owned(),
    }
}

fn notice(notice: &UrlNotice) -> String {
    match notice {
        UrlNotice::UnknownWord(key, found) => {
            format!("{key} 的值“{found}”不是 {} 之一，已按默认显示。", words_of(key).join("、"))
        }
        UrlNotice::Nearest(found, near) => {
            format!("这份报告里没有“{found}”，已打开名称最接近的“{near}”。")
        }
        UrlNotice::Later(found) => {
            format!("链接来自更新的版本（v={found}），这一版不认识的内容原样保留。")
        }
        UrlNotice::NotInReport(key, found) => format!("这份报告里没有 {key} 为“{found}”的内容，已略去。"),
        UrlNotice::TooLong(key) => format!("{key} 超过 {QUERY_LIMIT} 个字，只用了前 {QUERY_LIMIT} 个。"),
        UrlNotice::NotText(key) => format!("{key} 的值不是有效的文字，已略去。"),
        UrlNotice::Repeated(key) => format!("{key} 出现了不止一次，只用了第一个。"),
    }
}
