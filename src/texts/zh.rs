//! The interface in Chinese.

use plan_data::facet::Facet;
use plan_data::{Comparison, Difference, IndicatorFacet, Kind, Unit};

use super::{DifferenceWords, Side, Texts, points, told_difference};
use crate::state::{Form, Group, Lang, ProjectSort, QUERY_LIMIT, Sort, UrlNotice, View, words_of};

pub(super) const TEXTS: Texts = Texts {
    lang: Lang::Zh,
    tag: "zh-CN",
    pick: |words| &words.zh,
    navigation: "页面",
    panel: |kind| match kind {
        Kind::Growth => "增长率与降低率",
        Kind::Share => "比重与比率",
        Kind::Level => "总量与水平",
        Kind::Count => "数量",
    },
    side: |side, year| match side {
        Side::Actual => format!("{year}年完成"),
        Side::Plan => format!("{year}年计划"),
    },
    difference: "计划与上年完成之差",
    difference_short,
    in_brackets,
    comparison_short,
    steady_growth: "稳步增长",
    stable_growth: "平稳增长",
    assigned_by_city: |_| "完成市定目标",
    not_set,
    date: |[year, month, day]| format!("{year}年{month}月{day}日"),
    not_collected: "未收录",
    name_column: "指标名称",
    unit_column: "计算单位",
    heading: |number, name| format!("{number}、{name}"),
    subheading: |number, name| format!("（{number}）{name}"),
    unstated: |facet| match facet {
        Facet::Place => "未写明地点",
        Facet::Stage => "未写明进展",
        Facet::List | Facet::Sector | Facet::Work | Facet::Year => "未写明",
    },
    facet_value,
    count: |count| format!("{count}个项目"),
    chosen: "已选：",
    take_back: |name| format!("取消“{name}”"),
    filter: "筛选项目",
    filter_hint: |place, has_locations| match (place, has_locations) {
        ("", true) => "名称或位置".to_owned(),
        ("", false) => "名称".to_owned(),
        (place, _) => format!("名称或位置，例如{place}"),
    },
    showing: |shown, all| {
        if shown == all { format!("共{all}个") } else { format!("符合条件{shown}个，共{all}个") }
    },
    showing_pattern: |all| format!("符合条件{{shown}}个，共{all}个"),
    nothing_found: |query, chosen| match (query, chosen) {
        ("", chosen) => format!("没有符合所选条件（{chosen}）的项目，请取消其中一项。"),
        (query, "") => format!("没有名称或位置包含“{query}”的项目。"),
        (query, chosen) => {
            format!("符合“{chosen}”的项目中，没有名称或位置包含“{query}”的，请缩短文字或取消一项条件。")
        }
    },
    clear_filter: "清除筛选",
    source: |place| format!("来源：{place}"),
    notices: "链接中有部分内容无法识别",
    notice,
    dismiss: "知道了",
    view: |view| match view {
        View::Home => "首页",
        View::Projects => "项目",
        View::Indicators => "指标",
        View::Tasks => "任务",
        View::Topics => "专题",
        View::Data => "数据",
    },
    all: "全部",
    group_by: "分组",
    indicator_facet: |facet| match facet {
        IndicatorFacet::Group => "类别",
        IndicatorFacet::Kind => "指标类型",
        IndicatorFacet::Target => "目标形式",
        IndicatorFacet::State => "与上年完成相比",
    },
    indicator_value: |value| match value {
        "number" => Some("数值目标"),
        "qualitative" => Some("文字目标"),
        "assigned" => Some("完成市定目标"),
        "none" => Some("未列目标"),
        "above" => Some("计划高于上年"),
        "same" => Some("计划与上年相同"),
        "below" => Some("计划低于上年"),
        "met" => Some("上年已达到计划"),
        "not-comparable" => Some("无法比较"),
        _ => None,
    },
    form: "显示方式",
    form_of: |form| match form {
        Form::Table => "表格",
        Form::Chart => "图表",
    },
    showing_indicators: |shown, all| {
        if shown == all { format!("共{all}项") } else { format!("符合条件{shown}项，共{all}项") }
    },
    no_indicator: "没有同时符合这些条件的指标，请将其中一项改回“全部”。",
    project_sort: |sort| match sort {
        ProjectSort::Report => "按报告顺序",
        ProjectSort::Name => "按名称拼音",
    },
    project_group: |group| match group {
        Group::None => "不分组",
        Group::Place => "按地点",
        Group::Sector => "按领域",
        Group::List => "按出处",
        Group::Stage => "按进展",
    },
    share: "分享",
    copied: "已复制链接",
    copy_yourself: "浏览器不允许自动复制，请选中链接后复制：",
    sort: "排序",
    indicator_sort: |sort, is_annex| match sort {
        Sort::Annex if is_annex => "按附表顺序",
        Sort::Annex => "按原表顺序",
        Sort::Change => "按计划与上年完成之差",
        Sort::Name => "按名称拼音",
    },
    of_year: |year, is_plan| if is_plan { format!("{year}年计划") } else { format!("{year}年") },
    planned: "计划",
};

fn facet_value(code: &str) -> Option<&'static str> {
    Some(match code {
        "text" => "正文",
        "planned" => "前期工作",
        "applied" => "已申报",
        "approved" => "已获批",
        "started" => "已开工",
        "under-way" => "推进中",
        "main-structure-done" => "主体完工",
        "nearly-done" => "基本完工",
        "done" => "已完成",
        "in-use" => "建成投用",
        "promised" => "仅有计划",
        "circular-economy" => "循环经济",
        "coal" => "煤炭",
        "commerce" => "商业",
        "community" => "社区服务",
        "culture-tourism" => "文化旅游",
        "education" => "教育",
        "elderly-care" => "养老与康养",
        "emergency" => "应急物资",
        "energy" => "能源",
        "environment" => "环境治理",
        "finance-technology" => "金融与科创",
        "health-care" => "医疗健康",
        "housing" => "住房改造",
        "real-estate" => "房地产开发",
        "rural" => "农村建设",
        "logistics" => "物流",
        "manufacturing" => "制造业",
        "municipal" => "市政设施",
        "roads" => "道路",
        "sports" => "体育",
        "new-build" => "新建",
        "renewal" => "改造",
        "expansion" => "扩建与延伸",
        "technical-upgrade" => "技术改造",
        "relocation" => "迁建",
        "land-reserve" => "土地收储",
        "platform" => "平台",
        "transport" => "客运与铁路",
        _ => return None,
    })
}

pub(super) fn not_set(side: Side) -> &'static str {
    match side {
        Side::Actual => "未列数值",
        Side::Plan => "未列目标",
    }
}

fn in_brackets(text: &str) -> String {
    format!("（{text}）")
}

const DIFFERENCE: DifferenceWords = DifferenceWords {
    same: "与上年相同",
    about: "约",
    at_least: "至少",
    to: "至",
    floor_met: "已达到下限",
    ceiling_met: "未超过上限",
    range_met: "在区间内",
    number: |number| number.to_string(),
    in_brackets,
};

fn difference_short(difference: Difference, unit: &Unit) -> String {
    match unit.printed() {
        "%" => told_difference(points(difference), "", &DIFFERENCE),
        unit => told_difference(difference, unit, &DIFFERENCE),
    }
}

fn comparison_short(comparison: Comparison, unit: &str) -> String {
    match comparison {
        Comparison::Points(difference) => told_difference(difference, "个百分点", &DIFFERENCE),
        Comparison::Amount(difference) => told_difference(difference, unit, &DIFFERENCE),
        Comparison::NotComparable(_) => "无法比较".to_owned(),
    }
}

fn notice(notice: &UrlNotice) -> String {
    match notice {
        UrlNotice::UnknownWord(key, found) => {
            format!("{key} 的值“{found}”无效（可用：{}），已按默认方式显示。", words_of(key).join("、"))
        }
        UrlNotice::Nearest(found, near) => {
            format!("本报告没有“{found}”，已打开名称最接近的“{near}”。")
        }
        UrlNotice::Later(found) => {
            format!("链接来自更新的版本（v={found}），本版本无法识别的内容原样保留。")
        }
        UrlNotice::NotInReport(key, found) => format!("本报告没有 {key} 为“{found}”的内容，已忽略。"),
        UrlNotice::TooLong(key) => format!("{key} 超过{QUERY_LIMIT}个字，只取前{QUERY_LIMIT}个。"),
        UrlNotice::NotText(key) => format!("{key} 的值不是有效文字，已忽略。"),
        UrlNotice::NoPage(view) => {
            format!("这份报告的数据没有“{}”一类内容，已打开首页。", (TEXTS.view)(*view))
        }
        UrlNotice::NoOwn => "这个浏览器里没有这份本机报告，显示的是已发布的报告。".to_owned(),
        UrlNotice::NoEnglish => "这份报告的数据没有英文，显示的是中文。".to_owned(),
        UrlNotice::Repeated(key) => format!("{key} 重复出现，只取第一个。"),
    }
}
