//! The words of charts in Chinese.

use plan_data::{Dimension, Direction, Section};

use super::{ChartTexts, Download, Level};

pub(in crate::texts) const TEXTS: ChartTexts = ChartTexts {
    role: "图表",
    description: |name, count, is_choice| {
        let choose = if is_choice { "，Enter 选定或取消" } else { "" };
        format!(
            "这是一个关于“{name}”的图表，共 {count} 项。用方向键、Home 和 End 逐项查看{choose}，Esc 退出；图下有同样内容的数据表。"
        )
    },
    table: "查看数据表",
    downloads: "下载本图",
    download: |what| match what {
        Download::Csv => "CSV 数据",
        Download::Svg => "SVG 矢量图",
        Download::Png => "PNG 图片",
    },
    download_failed: |what| {
        let instead = match what {
            Download::Csv => "请展开图下的数据表，选中后复制",
            Download::Svg | Download::Png => "请用截图，或换一个浏览器再试",
        };
        format!("这个浏览器不让网页保存文件。{instead}。")
    },
    reported: |date| format!("报告日期：{date}"),
    empty: "没有可以显示的数值",
    undrawable: "（这个数值画不出来）",
    no_unit: "（未写单位）",
    magnitudes: &[(1e8, "亿"), (1e4, "万")],
    growth_of: |subject| format!("{subject}增长"),
    place,
    annex: "附表",
    clause: "，",
    comma: "、",
    value: "数值（带单位）",
    year: "年份",
    place_column: "出处",
    share: "占比（%）",
    formula: "推算依据",
    selection: "筛选",
    level_column: "范围",
    source_column: "来源",
    note_column: "说明",
    modifier: "修饰语",
    number: "项目数",
    number_column: "数字",
    before: |year, value| format!("{year} 年约 {value}（推算）"),
    before_legend: |year| format!("{year}年（推算）"),
    computed_from: |formula| format!("推算：{formula}"),
    target: |value| format!("目标约 {value}（推算）"),
    target_legend: "年度目标（推算）",
    above_apart: "全市、全国（总量悬殊，不放在同一条轴上）",
    indicator: "单项指标",
    indicator_finding: |name, comparison| format!("{name}：{comparison}"),
    level: |level| match level {
        Level::District => "本区",
        Level::City => "全市",
        Level::Nation => "全国",
    },
    direction: |direction| match direction {
        Direction::Higher => "越高越好（编者注）",
        Direction::Lower => "越低越好（编者注）",
        Direction::Neutral => "高低不表示好坏（编者注）",
    },
    in_the_text: "正文中的说法",
    checked: "核对与推算",
    levels: "区、市、全国",
    levels_finding: |measure, year, plans| {
        let plans: Vec<String> = plans.iter().map(|(level, plan)| format!("{level}\u{a0}{plan}")).collect();
        format!("{year} 年{measure}计划：{}", plans.join("，"))
    },
    levels_scope: |count| {
        format!(
            "本区与上级都提到的 {count} 项增幅与降幅，同在一条轴上；不是数字的用文字写出。全市、全国的数字出自各自的政府工作报告。"
        )
    },
    economy: "经济构成",
    economy_finding: |largest, part| {
        let mut sentences = Vec::new();
        if let Some((name, value)) = largest {
            sentences.push(format!("{name}\u{a0}{value}，居首"));
        }
        if let Some((part, whole, share)) = part {
            sentences.push(format!("{part}占{whole}的\u{a0}{share}"));
        }
        if sentences.is_empty() { "报告没有写明构成".to_owned() } else { sentences.join("；") }
    },
    economy_scope: "产业比重照报告；金额的占比由报告的数字算出。",
    economy_whole: "各部分比重",
    whole: |what, when, amount| format!("{what}（{when}）{amount}"),
    computed: "推算",
    rest: "其余",
    investment: "项目投资",
    investment_finding: |done, planned| {
        let mut sentences = Vec::new();
        if let Some((year, what, completion)) = done {
            sentences.push(format!("{year} 年{what}投资完成年度目标的\u{a0}{completion}"));
        }
        if let Some((year, what, amount)) = planned {
            sentences.push(format!("{year} 年{what}计划投资\u{a0}{amount}"));
        }
        if sentences.is_empty() { "报告没有写明项目投资".to_owned() } else { sentences.join("；") }
    },
    investment_scope: "实心为完成，斜线为计划，竖线为由完成额与完成率推算的年度目标。各组项目可能重叠，不能相加。",
    investment_group: |year, count, what| match year {
        Some(year) => format!("{year} 年 {count}{what}"),
        None => format!("{count}{what}"),
    },
    completion_column: "完成率（%）",
    completion: |share| format!("完成年度目标的 {share}"),
    funding: "资金从哪里来",
    funding_finding: |sources| match sources {
        [] => "报告没有写明资金来源".to_owned(),
        [(name, value)] => format!("报告写明的资金来源：{name} {value}"),
        [(first, value), (second, next), ..] => {
            format!("人民币资金中，最多的是{first}\u{a0}{value}，其次是{second}\u{a0}{next}")
        }
    },
    funding_scope: "横轴每一大格是前一格的十倍，好让大小悬殊的数目同在一图；人民币与外币分开。有的已到位，有的已下达，有的在争取或申请，口径不同，不能相加。",
    environment_finding: |year, changes| {
        let changes: Vec<String> =
            changes.iter().map(|(name, value)| format!("{name}\u{a0}{value}")).collect();
        if changes.is_empty() {
            "报告没有写明环境变化".to_owned()
        } else {
            format!("{year} 年：{}", changes.join("，"))
        }
    },
    environment_scope: |year| {
        format!("标“推算”的 {year} 年值报告没有写，由报告的数值与变化幅度算出，用虚线菱形画出。")
    },
    numbers: "报告里的数字",
    numbers_finding: |count, units, largest| {
        let largest =
            largest.map(|(name, value)| format!("，金额最大的是{name}\u{a0}{value}")).unwrap_or_default();
        format!("正文 {count} 个数字，{units} 种单位{largest}")
    },
    numbers_of_unit: |unit, (largest, most), (smallest, least)| {
        format!("{unit}：从{smallest}\u{a0}{least} 到{largest}\u{a0}{most}")
    },
    numbers_scope: |rest| {
        format!(
            "一个点是正文里的一个数字，同一单位的同在一条轴上。点选任意一点，只看这一单位。另有 {rest} 个数字，同单位的不足三项，只列在数据表里。"
        )
    },
    numbers_unit_scope: |count| format!("这一单位共 {count} 个数字，从大到小。"),
    planned_mark: "（计划）",
    largest: |name, value| format!("最大：{value}，{name}"),
    smallest: |name, value| format!("最小：{value}，{name}"),
    choose_unit: "选择单位",
    all_units: "全部",
    dimension,
    achieved: "实际（含申报、争取）",
    projects: "项目分布",
    projects_finding: |shown, most| match most {
        Some((name, count)) if shown > 0 && count == shown => format!("{shown} 个项目，都属“{name}”"),
        Some((name, count)) if shown > 0 => format!("{shown} 个项目，“{name}”最多，{count} 个"),
        _ => "没有符合条件的项目".to_owned(),
    },
    projects_scope: "点选横条，下面的列表只留这一类；再点一次取消。领域、进展类别由编者划分。",
    projects_unit: "个项目",
    all_places: |count| format!("显示全部 {count} 个地点"),
    fewer_places: "只显示最多的地点",
};

fn place(path: &[&Section], paragraph: Option<u16>) -> String {
    let words = |(depth, section): (usize, &&Section)| match (&section.number, depth) {
        (Some(number), 0) => format!("第{number}部分"),
        (Some(number), _) => number.clone(),
        (None, _) => section.heading.zh.clone(),
    };
    let words: String = path.iter().enumerate().map(words).collect();
    match paragraph {
        Some(paragraph) => format!("{words}第\u{202F}{paragraph}\u{202F}段"),
        None => words,
    }
}

fn dimension(dimension: Dimension) -> (&'static str, &'static str) {
    match dimension {
        Dimension::Rate => ("比率与增幅", "%"),
        Dimension::Points => ("比率之差", "个百分点"),
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
        Dimension::Things(word) => ("数目", if word.is_empty() { "（未写单位）" } else { word }),
    }
}
