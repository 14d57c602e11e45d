//! The words of charts in Chinese.

use plan_data::{Dimension, Direction, Section, Topic};

use super::{ChartTexts, Download};

pub(in crate::texts) const TEXTS: ChartTexts = ChartTexts {
    role: "图表",
    description: |name, count, is_choice| {
        let choose = if is_choice { "，按 Enter 选中或取消" } else { "" };
        format!(
            "图表“{name}”，共{count}项。用方向键、Home 和 End 逐项查看{choose}，按 Esc 退出；图表下方有内容相同的数据表。"
        )
    },
    table: "查看数据表",
    downloads: "下载图表",
    take: "下载与分享",
    download: |what| match what {
        Download::Csv => "CSV 数据",
        Download::Svg => "SVG 矢量图",
        Download::Png => "PNG 图片",
    },
    picture_size: "图片尺寸",
    sizes: [("wide", "横幅 1200 × 675"), ("high", "竖幅 1080 × 1350"), ("whole", "与网页同宽")],
    higher: "内容较多，按所选尺寸文字会太小，图片已加高。",
    download_failed: |what| {
        let instead = match what {
            Download::Csv => "请展开图表下方的数据表，选中后复制",
            Download::Svg | Download::Png => "请截图保存，或换一个浏览器再试",
        };
        format!("浏览器不允许网页保存文件。{instead}。")
    },
    reported: |date| format!("报告日期：{date}"),
    licence: "数据许可：CC0 1.0",
    empty: "没有可显示的数值",
    undrawable: "（此值无法画出）",
    no_unit: "（无单位）",
    magnitudes: &[(1e8, "亿"), (1e4, "万")],
    growth_of: |subject| format!("{subject}增长"),
    place,
    annex: "附表",
    list: "指标表",
    comma: "、",
    value: "数值（含单位）",
    year: "年份",
    place_column: "出处",
    share: "占比（%）",
    formula: "算式",
    selection: "筛选条件",
    level_column: "层级",
    source_column: "来源",
    note_column: "说明",
    id_column: "编号",
    category_column: "类别",
    number_column_of_annex: "附表序号",
    difference_unit: "差值单位",
    percent_column: "变化幅度（%）",
    points: "个百分点",
    upper_column: "上限",
    section_column: "章节编号",
    paragraph_column: "段落",
    project_column: "项目名称",
    english_location_column: "位置（英文）",
    stage_column: |year, is_plan| {
        if is_plan { format!("{year}年计划（原文）") } else { format!("{year}年进展（原文）") }
    },
    modifier: "限定词",
    number: "项目数",
    number_column: "数值（不含单位）",
    before: |year, value| format!("{year}年约{value}（推算）"),
    before_legend: |year| format!("{year}年（推算）"),
    computed_from: |formula| format!("推算：{formula}"),
    target: |value| format!("目标约{value}（推算）"),
    target_legend: "年度目标（推算）",
    above_apart: |levels| format!("{}（数量悬殊，不用同一刻度）", levels.join("、")),
    indicator: "指标详情",
    indicator_years: |name, years| format!("{name}：{}", years.join("，")),
    indicator_finding: |name, comparison| format!("{name}：{comparison}"),
    level: |_, word, is_own| format!("{}{word}", if is_own { "本" } else { "全" }),
    direction: |direction| match direction {
        Direction::Higher => "越高越好（编者注）",
        Direction::Lower => "越低越好（编者注）",
        Direction::Neutral => "高低不表示好坏（编者注）",
    },
    inferred: |kind, direction| {
        let way = match direction {
            Direction::Higher => "，越高越好",
            Direction::Lower => "，越低越好",
            Direction::Neutral => "",
        };
        format!("推断：属“{kind}”{way}。由程序按名称和单位判断，不是报告所写。")
    },
    in_the_text: "见于正文",
    checked: "核对与推算",
    levels: |levels| levels.join("、"),
    levels_finding: |measure, year, plans| {
        let plans: Vec<String> = plans.iter().map(|(level, plan)| format!("{level}\u{a0}{plan}")).collect();
        format!("{year}年{measure}计划：{}", plans.join("，"))
    },
    levels_scope: |count, own, above| format!("{own}与{}都有的{count}项，用同一刻度。", above.join("或")),
    economy: "经济构成",
    economy_finding: |largest, part| {
        let mut sentences = Vec::new();
        if let Some((name, value)) = largest {
            sentences.push(format!("{name}\u{a0}{value}，居首"));
        }
        if let Some((part, whole, share)) = part {
            sentences.push(format!("{part}占{whole}的{share}"));
        }
        if sentences.is_empty() { "报告没有写明经济构成".to_owned() } else { sentences.join("；") }
    },
    economy_scope: "金额的占比由报告的数字推算。",
    share_of: |part, whole, share| format!("{part}占{whole}的{share}"),
    economy_whole: "各部分比重",
    whole: |what, when, amount| format!("{what}（{when}）{amount}"),
    computed: "推算",
    rest: "其余",
    investment: "项目投资",
    investment_finding: |done, planned| {
        let mut sentences = Vec::new();
        if let Some((year, what, completion)) = done {
            sentences.push(format!("{year}年{what}投资完成年度目标的{completion}"));
        }
        if let Some((year, what, amount)) = planned {
            sentences.push(format!("{year}年{what}计划投资{amount}"));
        }
        if sentences.is_empty() { "报告没有写明项目投资".to_owned() } else { sentences.join("；") }
    },
    investment_scope: "年度目标由完成额和完成率推算。各组项目可能重叠，不能相加。",
    investment_group: |year, count, what| match year {
        Some(year) => format!("{year}年{count}{what}"),
        None => format!("{count}{what}"),
    },
    completion_column: "完成率（%）",
    completion: |share| format!("完成年度目标的{share}"),
    of_target: |share| format!("目标的{share}"),
    funding: "报告提到的资金",
    funding_topic: |topic| match topic {
        Topic::FundingReceived => "到位或下达",
        Topic::FundingSought => "争取（可指申请，也可指已获得）",
        Topic::FundingEnterprises => "面向企业（申请或融资）",
    },
    funding_amount: |name, value| format!("{name}\u{a0}{value}"),
    funding_finding: |told| {
        let sort = |topic: Topic| match topic {
            Topic::FundingReceived => "到位或下达的资金中",
            Topic::FundingSought => "争取的资金中",
            Topic::FundingEnterprises => "面向企业的资金中",
        };
        let told: Vec<String> =
            told.iter().map(|(topic, most)| format!("{}最多的是{most}", sort(*topic))).collect();
        if told.is_empty() { "报告没有写明资金".to_owned() } else { told.join("；") }
    },
    funding_scope: "各类资金性质不同，不能相加，条长只在同一类内可比；外币只列数值。",
    environment_finding: |year, changes| {
        let changes: Vec<String> =
            changes.iter().map(|(name, value)| format!("{name}\u{a0}{value}")).collect();
        if changes.is_empty() {
            "报告没有写明环境变化".to_owned()
        } else {
            format!("{year}年：{}", changes.join("，"))
        }
    },
    environment_scope: |year| {
        format!("标“推算”的{year}年数值由变化幅度推算；各项单位不同，条长只在同一项内可比。")
    },
    numbers: "报告中的数字",
    numbers_finding: |unit, count, largest| match largest {
        Some((name, value)) => format!("{unit}最大的{count}个数：{name}\u{a0}{value}居首"),
        None => format!("{unit}：{count}个数，所计的事物各不相同，不作排名"),
    },
    numbers_scope: |all, count, is_ranked| {
        let shown = if is_ranked { "由大到小，条长从零起算" } else { "按正文顺序排列" };
        format!("正文共{all}个数字，这一单位有{count}个，{shown}。全部数字见下。")
    },
    choose_unit: "选择单位",
    dimension,
    achieved: "完成（含申报、争取）",
    projects: "项目名单",
};

/// The part and the section by their numbers, and the run-in heading or else the section's own.
fn place(path: &[&Section], run_in: Option<&str>) -> String {
    let words = |(depth, section): (usize, &&Section)| match (&section.number, depth) {
        (Some(number), 0) if !section.is_annex() => format!("第{number}部分"),
        (Some(number), _) => number.clone(),
        (None, _) => section.heading.zh.clone(),
    };
    let words: String = path.iter().enumerate().map(words).collect();
    match run_in {
        Some(heading) => format!("{words} · {heading}"),
        None => words,
    }
}

fn dimension(dimension: Dimension) -> (&'static str, &'static str) {
    match dimension {
        Dimension::Rate => ("比率与增长率", "%"),
        Dimension::Points => ("比率差值", "个百分点"),
        Dimension::Yuan => ("金额", "元"),
        Dimension::Dollars => ("外币金额", "美元"),
        Dimension::People => ("人数", "人"),
        Dimension::PersonTimes => ("人次", "人次"),
        Dimension::SquareMetres => ("面积", "平方米"),
        Dimension::Mu => ("面积（亩）", "亩"),
        Dimension::Kilometres => ("长度", "公里"),
        Dimension::Tonnes => ("重量", "吨"),
        Dimension::Days => ("天数", "天"),
        Dimension::Micrograms => ("浓度", "微克/立方米"),
        Dimension::Things(word) => ("数量", if word.is_empty() { "（无单位）" } else { word }),
        Dimension::Other(_) => ("数量", "（其他单位）"),
    }
}
