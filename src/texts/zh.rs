//! The interface in Chinese.

use std::cmp::Ordering;

use plan_data::{Comparison, Decimal, Kind, Reason, Value};

use super::{PromiseCount, Side, Texts, quantity, signed};
use crate::state::{Lang, QUERY_LIMIT, UrlNotice};

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
        format!("附表中以 % 计的 {count} 项指标。实心为完成，空心为计划；不是数字的，照原文写出。")
    },
    promise_description: |count| {
        format!(
            "这是一个关于“承诺与结果”的图表，共 {count} 项指标。用方向键、Home 和 End 逐项查看，Esc 退出；图下有同样内容的数据表。"
        )
    },
    full_stop: "。",
    promise_table: "查看数据表",
    panel: |kind| match kind {
        Kind::Growth => "增长与降低（%）",
        Kind::Share => "比重与比率（%）",
        Kind::Level => "水平",
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
    assigned_by_city: "完成市定目标",
    not_set,
    indicators: "主要指标",
    indicators_scope: |count| format!("附表的 {count} 项，顺序、分组与数值照原文。"),
    name_column: "指标名称",
    unit_column: "计算单位",
    heading: |number, name| format!("{number}、{name}"),
    subheading: |number, name| format!("（{number}）{name}"),
    projects: "用地保障重点项目",
    projects_scope: |count| {
        format!("报告专栏列出的 {count} 个项目。专栏只写了名称和位置，没有进度与投资额。")
    },
    filter: "筛选项目",
    filter_hint: "名称或位置，如：魏寨",
    showing: |shown, all| format!("显示 {shown} 个，共 {all} 个"),
    nothing_found: |query| format!("没有名称或位置包含“{query}”的项目。"),
    clear_filter: "清除筛选",
    source: |place| format!("来源：{place}"),
    editorial: "页面标题、说明文字、英文译名和指标性质（增长、比重）为编者所加；名称、单位与数值均出自报告。",
    notices: "链接中有无法使用的内容",
    notice,
    dismiss: "知道了",
    broken_data: |reason| {
        format!("数据无法读取，页面不能显示。请重新载入；如仍不行，请联系发布单位并附上这句话：{reason}")
    },
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
    format!("{plan} 年计划与 {actual} 年完成相比：{}", parts.join("，"))
}

fn not_set(side: Side) -> &'static str {
    match side {
        Side::Actual => "未列数值",
        Side::Plan => "未设目标",
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
            return format!("{plan_year} 年未设目标，无从对比");
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
        UrlNotice::UnknownLanguage(found) => format!("lang 的值“{found}”不是 zh 或 en，已改用中文。"),
        UrlNotice::QueryTooLong => format!("q 超过 {QUERY_LIMIT} 个字，只用了前 {QUERY_LIMIT} 个。"),
        UrlNotice::NotText(key) => format!("{key} 的值不是有效的文字，已略去。"),
        UrlNotice::Repeated(key) => format!("{key} 出现了不止一次，只用了第一个。"),
    }
}
