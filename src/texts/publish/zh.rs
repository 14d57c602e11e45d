//! The words of what is published in Chinese.

use plan_data::facet::Facet;

use super::{Counted, Holding, PublishTexts};
use crate::state::View;

pub(in crate::texts) const TEXTS: PublishTexts = PublishTexts {
    locale: "zh_CN",
    printed: ["网址：", "打印日期："],
    description: |district, actual, plan, counted| {
        let Counted { indicators, figures, projects, tasks } = counted;
        let parts = [
            (indicators, format!("{indicators}项主要指标")),
            (figures, format!("正文{figures}个数字")),
            (projects, format!("{projects}个项目")),
            (tasks, format!("{tasks}项任务")),
        ];
        let parts = parts.into_iter().filter_map(|(count, part)| (count > 0).then_some(part));
        let parts = parts.collect::<Vec<String>>().join("、");
        let holds = if parts.is_empty() {
            String::new()
        } else {
            format!("：{parts}，可筛选、可核对、可下载")
        };
        let plan = plan.map_or_else(String::new, |year| format!("与{year}年计划"));
        format!("{district}{actual}年计划完成情况{plan}{holds}。")
    },
    page: |view, holding| {
        let Holding { is_annex, has_plans, above, has_figures, has_checks, facets, has_fields, topics } =
            holding;
        Some(match view {
            View::Home => return None,
            View::Projects => {
                let facets = facets.iter().map(|facet| match facet {
                    Facet::Place => "地点",
                    Facet::Sector => "领域",
                    _ => "进展",
                });
                let facets = facets.collect::<Vec<&str>>().join("、");
                let by = if facets.is_empty() { String::new() } else { format!("，可按{facets}筛选") };
                format!("报告点名的项目{by}。")
            }
            View::Indicators => {
                let of = if *is_annex { "附表的" } else { "" };
                let above = if above.is_empty() {
                    String::new()
                } else {
                    format!("，{}的数字", above.join("、"))
                };
                let checks = if *has_checks { "，正文所述与核对结果" } else { "" };
                let values = if *has_plans { "上年完成与本年计划" } else { "完成情况" };
                format!("{of}主要指标：{values}{above}{checks}。")
            }
            View::Tasks => {
                let before = if *has_fields { "，以及上年同一领域的结果" } else { "" };
                format!("报告列出的任务{before}。")
            }
            View::Topics => {
                let topics: Vec<&str> =
                    topics.iter().map(|topic| (super::super::explore::ZH.topic)(*topic)).collect();
                format!("{}：图表与数字。", topics.join("、"))
            }
            View::Data => {
                let figures = if *has_figures { "正文全部数字，" } else { "" };
                let checks = if *has_checks {
                    if *is_annex { "正文与附表核对，" } else { "正文与指标表核对，" }
                } else {
                    ""
                };
                format!("{figures}{checks}数据下载。")
            }
        })
    },
    dataset_name: |district, actual, plan| {
        let plan = plan.map_or_else(String::new, |year| format!("与{year}年目标"));
        format!("{district}国民经济和社会发展计划：{actual}年结果{plan}")
    },
    short_name: |year| format!("{year}年计划"),
    picture: |title, headlines| {
        let headlines: Vec<String> = headlines
            .iter()
            .map(|(name, target, result)| format!("{name}：目标{target}，上年完成{result}"))
            .collect();
        format!("{title}。{}", headlines.join("；"))
    },

    data: "数据下载",
    data_scope: "本站的表格、图表和全部数据都有单独的文件，不运行脚本也能打开。CSV 文件采用带 BOM 的 UTF-8 编码，用 Excel 或 WPS 打开不会出现乱码。",
    lists: "表格",
    charts: "图表",
    chart: |name, selection| match selection {
        "" => name.to_owned(),
        selection => format!("{name}（{selection}）"),
    },
    package: "数据包",
    package_scope: "供程序使用：各表的原始数据，以编号互相对应；数据包说明写明每一列的含义，并标明编者所加的列。",
    descriptor: "数据包说明",
    dataset: "全部数据（一个文件）",
    package_table: |table| {
        Some(match table {
            "sections" => "报告的章节",
            "headings" => "段首小标题",
            "indicators" => "指标",
            "figures" => "正文的数字",
            "omissions" => "正文中未收录的数字及原因",
            "projects" => "项目及位置",
            "mentions" => "正文提到项目的地方",
            "places" => "地点及别名",
            "locations" => "位置拆分",
            "related" => "可能相关的项目",
            "synonyms" => "搜索用语",
            "tasks" => "任务",
            "remarks" => "其他事实",
            "context" => "上级的数字",
            _ => return None,
        })
    },
};
