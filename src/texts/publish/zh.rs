//! The words of what is published in Chinese.

use super::{Counted, PublishTexts};
use crate::state::View;

pub(in crate::texts) const TEXTS: PublishTexts = PublishTexts {
    locale: "zh_CN",
    description: |district, actual, plan, counted| {
        let Counted { indicators, figures, projects, tasks } = counted;
        format!(
            "{district}{actual}年计划完成情况与{plan}年计划：{indicators}项主要指标、正文{figures}个数字、\
             {projects}个项目、{tasks}项任务，可筛选、可核对、可下载。"
        )
    },
    page: |view| {
        Some(match view {
            View::Home => return None,
            View::Projects => "报告点名的项目，可按地点、领域、进展筛选。",
            View::Indicators => "附表的主要指标：上年完成与本年计划，全市、全国的数字，正文所述与核对结果。",
            View::Tasks => "报告列出的任务，以及上年同一领域的结果。",
            View::Topics => "经济、投资与资金、环境、民生：图表与数字。",
            View::Data => "正文全部数字，正文与附表核对，数据下载。",
        })
    },
    dataset_name: |district, actual, plan| {
        format!("{district}国民经济和社会发展计划：{actual}年结果与{plan}年目标")
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
            "indicators" => "附表的指标",
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
            "context" => "全市和全国的数字",
            _ => return None,
        })
    },
};
