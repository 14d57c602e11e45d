//! The words of the page in Chinese.

use plan_data::facet::Facet;
use plan_data::{Bound, Comparison, Decimal, Difference, Reason, Stand, Value};

use super::super::zh::not_set;
use super::super::{PromiseCount, Side, quantity};
use super::{Named, PageTexts};
use crate::state::Lang;

pub(in crate::texts) const TEXTS: PageTexts = PageTexts {
    other_lang: ("English", "en", Lang::En),
    skip: "跳到主要内容",
    presented_by: "报告人：",
    promise: "上年完成与本年计划",
    promise_finding: finding,
    promise_scope: |compared, all, is_annex| {
        let of = if is_annex { "附表" } else { "" };
        format!("{of}{all}项指标中，两年都有数值的{compared}项。类型和单位相同的用同一刻度，从零开始。")
    },
    stand: |stand| {
        let words = match stand {
            Stand::Above => "计划高于上年",
            Stand::Same => "与上年相同",
            Stand::Below => "计划低于上年",
            Stand::Met => "上年已达到计划",
        };
        words.to_owned()
    },
    full_stop: "。",
    side_value: |side, year, value| match side {
        Side::Actual => format!("{year}年完成：{value}"),
        Side::Plan => format!("{year}年计划：{value}"),
    },
    comparison,
    difference,
    in_words: |count| format!("另有{count}项无法比较"),
    indicators: "主要指标",
    indicators_scope: |count, numbered, printed| {
        let of = if printed.is_annex { "附表的" } else { "" };
        let kept = if printed.has_groups { "顺序、分组和数值" } else { "顺序和数值" };
        let without = match count.saturating_sub(numbered) {
            0 => String::new(),
            rest => format!("，其中{rest}项原表没有编号"),
        };
        format!("{of}{count}项指标{without}；{kept}均照原表。")
    },
    english_column: "英文译名",
    what_column: "内容",
    tasks: "任务",
    topics_scope: "按专题看报告的数字和安排：每张图用一句话说出结论，并注明数字在报告中的位置。",
    data_page_scope: |figures| {
        let all = match figures {
            0 => String::new(),
            _ => format!("报告正文的{figures}个数字及其位置、"),
        };
        format!("{all}可以下载的数据，以及这些数据是怎样整理的。")
    },
    tasks_scope: |count, areas, year| {
        if areas == 0 {
            return format!("{year}年的{count}项任务，文字和数字均照原文。");
        }
        format!(
            "报告为{year}年列出的{count}项任务，分列于主要目标和各项工作之下，共{areas}个部分。文字由编者概括，数字照报告原文。"
        )
    },
    task_count: |count| format!("{count}项"),
    task_projects: "项目：",
    projects: "项目",
    projects_scope: |all, named| {
        let Named { list, listed, has_locations, has_progress, are_counted } = *named;
        if list.is_empty() {
            let kept = match (has_locations, has_progress) {
                (true, true) => "名称、位置和进展",
                (true, false) => "名称和位置",
                (false, true) => "名称和进展",
                (false, false) => "名称",
            };
            return format!("{all}个项目，{kept}均照原文。");
        }
        let rest = if listed < all { "，其余见于正文" } else { "" };
        let progress = if has_progress { "，写明进展的照报告原文" } else { "" };
        let counted = if are_counted {
            "报告统计的重点项目没有逐一列名，与这里的项目不是同一口径。"
        } else {
            ""
        };
        format!("报告点名的{all}个项目：“{list}”列出{listed}个及其位置{rest}{progress}。{counted}")
    },
    facet: |facet, year, has_former| match facet {
        Facet::List => "出处".to_owned(),
        Facet::Sector => "领域".to_owned(),
        Facet::Work => "建设性质".to_owned(),
        Facet::Year => "正文写到的年份".to_owned(),
        Facet::Stage => format!("{year}年进展"),
        Facet::Place if has_former => "地点（旧路名归入今名）".to_owned(),
        Facet::Place => "地点".to_owned(),
    },
    main_text: "正文",
    project_tasks: "相关任务",
    inferred: "页面标题和说明文字由本站编写。指标的类型和方向（越高越好还是越低越好）由程序按名称和单位推断，不是报告所写；与任务名称相同的指标视为同一项；差值、占比由报告的数字推算。其余内容均照原文。",
    editorial,
    unavailable: "筛选、搜索和图表的互动功能暂不可用（浏览器不支持、脚本被禁用或网络中断）。本页内容、链接和数据下载不受影响。",
    needs_server: "请通过网站打开本页：浏览器不允许直接双击打开的文件运行程序。本页内容仍可阅读，链接仍可使用。",
    outdated: "网站已有新版本，请刷新后继续使用筛选和搜索。",
    method: "说明与方法",
    large: "长者模式",
    crashed: "页面程序出错，已停止响应。报告内容仍可阅读，重新加载后可继续使用。",
    reload: "重新加载",
    standalone: "打开完整页面",
};

fn finding(count: PromiseCount, actual: u16, plan: u16) -> String {
    let PromiseCount { above, same, below, met } = count;
    if above + same + below + met == 0 {
        return format!("没有一项指标的{plan}年计划可与{actual}年完成直接比较");
    }
    let parts: Vec<String> = [(above, "计划较高"), (same, "相同"), (below, "较低"), (met, "上年已达到")]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| format!("{number}项{word}"))
        .collect();
    let all = above + same + below + met;
    format!("可比的{all}项指标中，{}", parts.join("、"))
}

fn words(value: Value, side: Side) -> String {
    match value {
        Value::Number(amount) => quantity(&amount.to_string(), ""),
        Value::SteadyGrowth => "“稳步增长”".to_owned(),
        Value::StableGrowth => "“平稳增长”".to_owned(),
        Value::AssignedByCity => "“完成市定目标”".to_owned(),
        Value::NotSet => not_set(side).to_owned(),
        Value::NotCollected => super::super::zh::TEXTS.not_collected.to_owned(),
        Value::Words => "以文字表述".to_owned(),
    }
}

/// What the editors added, up to where the figures of other levels are from.
const EDITORIAL: &str = "以下内容为编者所加：页面标题和说明文字，英文译文，正文数字的名称，任务的概括文字，指标的解释、类型和方向（越高越好还是越低越好），项目的领域、建设性质和进展类别，任务和数字所属的领域，从项目名称或句子中得出的地点，哪些项目可能相关，以及注释。标“推算”的数值以及差值、占比由报告的数字推算。";

fn editorial(above: &[&str], is_of_governments: bool) -> String {
    let from = if is_of_governments { "各自的政府工作报告" } else { "各自注明的来源" };
    let above = if above.is_empty() {
        String::new()
    } else {
        format!("{}的数字出自{from}。", above.join("、"))
    };
    format!("{EDITORIAL}{above}其余内容均出自本报告。")
}

fn comparison(comparison: Comparison, unit: &str, plan_year: u16, is_annex: bool) -> String {
    let (by, unit) = match comparison {
        Comparison::Points(by) => (by, "个百分点"),
        Comparison::Amount(by) => (by, unit),
        Comparison::NotComparable(Reason::Plan(Value::NotSet)) => {
            let annex = if is_annex { "附表" } else { "" };
            return format!("{annex}未列{plan_year}年目标，无法比较");
        }
        Comparison::NotComparable(Reason::Plan(value)) => {
            return format!("计划没有数值（{}），无法比较", words(value, Side::Plan));
        }
        Comparison::NotComparable(Reason::Actual(value @ Value::Number(_))) => {
            return format!("上年完成不是确定的数值（{}），无法比较", words(value, Side::Actual));
        }
        Comparison::NotComparable(Reason::Actual(value)) => {
            return format!("上年完成没有数值（{}），无法比较", words(value, Side::Actual));
        }
    };
    difference(by, &|size| quantity(&size.to_string(), unit))
}

fn difference(difference: Difference, size: &dyn Fn(Decimal) -> String) -> String {
    let by = size(difference.by.abs());
    let to = difference.to.map(|to| size(to.abs()));
    match (difference.bound, difference.stand(), to) {
        (Bound::Between, Stand::Met, _) => "上年完成已在计划的区间内".to_owned(),
        (Bound::AtLeast, Stand::Met, _) => "上年完成已达到计划的下限".to_owned(),
        (_, Stand::Met, _) => "上年完成没有超过计划的上限".to_owned(),
        (Bound::About, Stand::Same, _) => "计划与上年完成大致相同".to_owned(),
        (_, Stand::Same, _) => "计划与上年完成相同".to_owned(),
        (_, Stand::Above, Some(to)) => format!("计划比上年完成高{by}至{to}"),
        (_, Stand::Below, Some(to)) => format!("计划比上年完成低{to}至{by}"),
        (Bound::AtLeast, Stand::Above, None) => format!("计划比上年完成至少高{by}"),
        (Bound::AtMost, Stand::Below, None) => format!("计划比上年完成至少低{by}"),
        (Bound::About, Stand::Above, None) => format!("计划比上年完成约高{by}"),
        (Bound::About, Stand::Below, None) => format!("计划比上年完成约低{by}"),
        (_, Stand::Above, None) => format!("计划比上年完成高{by}"),
        (_, Stand::Below, None) => format!("计划比上年完成低{by}"),
    }
}
