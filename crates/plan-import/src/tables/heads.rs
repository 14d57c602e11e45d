//! What the heads of tables are called, and which rows are heads.

use plan_data::{Cell, Dimension, Quantity, Unit, Value};

/// What a head names, as far as its words alone say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// 序号.
    Number,
    /// 指标名称: only indicators are called that.
    Indicator,
    /// 项目, 名称: indicators or projects.
    Name,
    /// 项目名称, 工程名称.
    Project,
    /// 重点工作, 工作任务.
    Task,
    /// 具体举措: a part of a task.
    SubTask,
    /// 目标任务, 工作目标.
    Target,
    /// 单位.
    Unit,
    /// 类别, 领域.
    Sector,
    /// 指标属性.
    Attribute,
    /// 建设性质.
    Work,
    /// 建设地点.
    Location,
    /// 总投资, 建设内容: what only projects have.
    OfProject,
    /// 牵头单位, 完成时限: who answers for a row and until when.
    Owner,
    /// 备注.
    Note,
    /// Values: 2025年完成, 增长（%）.
    Values,
}

/// Heads without white space and without what stands in brackets at their end.
const HEADS: [(Head, &[&str]); 15] = [
    (Head::Number, &["序号", "编号", "项次", "序", "顺序", "顺序号", "No", "NO", "No."]),
    (
        Head::Indicator,
        &[
            "指标名称",
            "指标",
            "主要指标",
            "指标项目",
            "指标内容",
            "主要指标名称",
            "核心指标",
            "计划指标",
            "预期指标",
            "具体指标",
            "二级指标",
            "三级指标",
        ],
    ),
    (Head::Name, &["项目", "名称", "内容", "项目内容"]),
    (
        Head::Project,
        &[
            "项目名称",
            "工程名称",
            "工程项目",
            "建设项目",
            "建设项目名称",
            "重点项目",
            "重点项目名称",
            "重大项目",
            "重大项目名称",
            "重点工程",
            "重大工程",
            "工程项目名称",
            "项目（工程）名称",
            "项目(工程)名称",
            "实事项目",
            "民生实事项目",
            "实事项目名称",
        ],
    ),
    (
        Head::Task,
        &[
            "重点工作",
            "工作任务",
            "任务",
            "任务名称",
            "重点任务",
            "主要任务",
            "工作内容",
            "任务内容",
            "事项",
            "重点事项",
            "工作事项",
            "任务事项",
            "改革任务",
            "改革事项",
            "具体任务",
            "主要工作",
            "主要工作任务",
            "重点工作任务",
            "年度任务",
            "年度重点任务",
            "年度重点工作",
            "实事事项",
            "实事内容",
            "实事名称",
            "民生实事",
            "民生实事内容",
            "实事事项名称",
            "报告任务",
            "政府工作报告任务",
            "政策措施",
        ],
    ),
    (
        Head::SubTask,
        &[
            "具体举措",
            "工作举措",
            "主要举措",
            "工作措施",
            "具体措施",
            "主要措施",
            "推进措施",
            "举措",
            "措施",
            "具体内容",
            "具体工作",
            "具体工作任务",
            "工作要求",
            "任务分解",
        ],
    ),
    (
        Head::Target,
        &[
            "目标任务",
            "工作目标",
            "年度目标",
            "目标要求",
            "量化指标",
            "量化目标",
            "任务目标",
            "目标",
            "目标值",
            "目标值（量化）",
            "建设目标",
            "年度目标任务",
            "年度工作目标",
            "工作标准",
            "预期成效",
            "预期效果",
        ],
    ),
    (Head::Unit, &["单位", "计算单位", "计量单位", "指标单位"]),
    (
        Head::Sector,
        &[
            "类别",
            "指标类别",
            "分类",
            "类型",
            "领域",
            "所属领域",
            "工作领域",
            "板块",
            "行业",
            "所属行业",
            "行业类别",
            "产业类别",
            "项目类别",
            "项目类型",
            "项目分类",
            "所属",
            "一级指标",
            "大类",
            "维度",
            "方面",
        ],
    ),
    (Head::Attribute, &["指标属性", "属性", "指标性质", "指标类型", "目标属性", "目标性质"]),
    (Head::Work, &["建设性质", "项目性质", "性质"]),
    (
        Head::Location,
        &[
            "位置",
            "建设地点",
            "地点",
            "项目地点",
            "实施地点",
            "建设位置",
            "所在地",
            "项目所在地",
            "建设地址",
            "项目地址",
            "地址",
            "建设地",
            "项目位置",
            "所在区域",
            "所在地区",
            "属地",
        ],
    ),
    (
        Head::OfProject,
        &[
            "总投资",
            "投资总额",
            "总投资额",
            "计划总投资",
            "计划投资",
            "投资规模",
            "投资额",
            "年度投资",
            "年度计划投资",
            "年度投资计划",
            "累计完成投资",
            "建设内容",
            "建设规模",
            "建设规模及内容",
            "建设规模及主要内容",
            "建设内容及规模",
            "建设规模和内容",
            "主要建设内容",
            "主要建设内容及规模",
            "项目内容及规模",
            "项目概况",
            "建设年限",
            "建设起止年限",
            "建设起止年月",
            "建设周期",
            "建设工期",
            "起止年限",
            "建设时间",
            "开工时间",
            "竣工时间",
            "建设单位",
            "项目单位",
            "业主单位",
            "项目业主",
            "项目法人",
            "实施单位",
            "实施主体",
            "建设主体",
            "资金来源",
            "年度建设内容",
            "年度建设任务",
            "形象进度",
            "年度形象进度",
            "项目阶段",
            "建设阶段",
        ],
    ),
    (
        Head::Owner,
        &[
            "牵头单位",
            "责任单位",
            "牵头部门",
            "责任部门",
            "配合单位",
            "配合部门",
            "主办单位",
            "协办单位",
            "主责单位",
            "落实单位",
            "承办单位",
            "参与单位",
            "牵头责任单位",
            "配合责任单位",
            "责任领导",
            "分管领导",
            "牵头领导",
            "包联领导",
            "责任人",
            "联系人",
            "完成时限",
            "时限",
            "完成时间",
            "时间要求",
            "时间节点",
            "进度安排",
            "进展",
            "进展情况",
            "完成情况",
            "落实情况",
            "工作进展",
            "结果",
        ],
    ),
    (Head::Note, &["备注", "说明", "注"]),
];

/// Words that make a head one of values where it has no year.
const OF_VALUES: [&str; 24] = [
    "累计",
    "年均",
    "平均",
    "合计",
    "同比",
    "增长",
    "增速",
    "增幅",
    "比上年",
    "完成",
    "计划",
    "目标",
    "预期",
    "规划",
    "基数",
    "绝对",
    "总量",
    "数值",
    "实绩",
    "实际",
    "预计",
    "占比",
    "进度",
    "指标值",
];

/// Words for a year without its number.
const YEARS: [&str; 8] = ["上年", "去年", "今年", "本年", "上一年", "全年", "当年", "“十"];

/// The year that a head begins with: 2025年, 2025.
pub(crate) fn year(head: &str) -> Option<u16> {
    let digits = head.find(|c: char| !c.is_ascii_digit()).unwrap_or(head.len());
    let (year, rest) = head.split_at_checked(digits)?;
    let year: u16 = year.parse().ok()?;
    let is_year = digits == 4 && (1949..=2099).contains(&year);
    // 2025.5 is a number.
    (is_year && !rest.starts_with(['.', ',', '万', '亿', '元'])).then_some(year)
}

/// A head without what stands in brackets at its end.
pub(crate) fn without_brackets(head: &str) -> &str {
    let bare = head.trim_end_matches(['：', ':', '*', '＊']);
    match bare.strip_suffix(['）', ')', '］', ']']).and_then(|bare| bare.rsplit_once(['（', '(', '［', '[']))
    {
        Some((words, _)) if !words.is_empty() => words,
        _ => bare,
    }
}

/// No head in the list is longer, with its year and its unit.
const LONGEST: usize = 72;

/// The head that a cell without white space is by its whole words; `None` for values and others.
pub(crate) fn named(cell: &str) -> Option<Head> {
    if cell.is_empty() || cell.len() > LONGEST {
        return None;
    }
    let of = |words: &str| HEADS.iter().find(|(_, heads)| heads.contains(&words)).map(|(head, _)| *head);
    let bare = without_brackets(cell);
    let found = of(cell).or_else(|| of(bare).filter(|_| bare.len() < cell.len()));
    // 2026年总投资, 2026年建设内容: of the year.
    found.or_else(|| {
        let (_, rest) = cell.split_once('年').filter(|_| year(cell).is_some())?;
        let rest = rest.trim_start_matches("度");
        of(without_brackets(rest)).filter(|head| matches!(head, Head::OfProject))
    })
}

/// The head that a cell is, also where it is one of values.
pub(crate) fn head(cell: &str) -> Option<Head> {
    if let Some(named) = named(cell) {
        return Some(named);
    }
    let is_short = cell.chars().count() <= 24 && !cell.contains(['。', '；', '，', '、']);
    let has_word = || OF_VALUES.iter().any(|word| cell.contains(word)) && cell.chars().count() <= 14;
    let has_year = || year(cell).is_some() || YEARS.iter().any(|word| cell.starts_with(word));
    let is_numbered = || cell.starts_with(['（', '(']) && cell.chars().count() > 8;
    (is_short && (has_year() || has_word()) && !is_numbered() && !is_number(cell)).then_some(Head::Values)
}

/// Whether a cell is a number, with its unit or without; a bare year is none.
pub(crate) fn is_number(cell: &str) -> bool {
    let has_digit = cell.contains(|c: char| matches!(c, '0'..='9' | '０'..='９'));
    if !has_digit || year(cell).is_some() {
        return false;
    }
    cell.parse::<Cell>().is_ok_and(|cell| matches!(cell.value(), Value::Number(_)))
}

/// Whether a row holds the heads of its columns.
pub(crate) fn is_head_row<S: AsRef<str>>(cells: &[S]) -> bool {
    let (mut names, mut values, mut years, mut all) = (0_usize, 0_usize, 0_usize, 0_usize);
    for cell in cells.iter().map(AsRef::as_ref).filter(|cell| !cell.is_empty()) {
        all += 1;
        years += usize::from(year(cell).is_some());
        match head(cell) {
            Some(Head::Values) => values += 1,
            Some(_) => names += 1,
            None if is_number(cell) => return false,
            None => {}
        }
    }
    let has_names = names >= 2 || (names == 1 && values >= 1) || years >= 2;
    // Merged cells repeat one text.
    let first = cells.first().map_or("", AsRef::as_ref);
    let is_one = cells.iter().all(|cell| cell.as_ref() == first);
    all >= 2 && has_names && !is_one && (names + values) * 2 >= all
}

/// Words of values that are no numbers.
const IN_WORDS: [&str; 30] = [
    "增长",
    "下降",
    "持平",
    "同步",
    "目标",
    "以内",
    "以上",
    "左右",
    "完成",
    "提高",
    "改善",
    "达标",
    "保持",
    "控制",
    "高于",
    "低于",
    "稳定",
    "优于",
    "平稳",
    "不变",
    "任务",
    "未收录",
    "合理",
    "待定",
    "省定",
    "市定",
    "国家",
    "减少",
    "达到",
    "上级",
];

/// Whether a word can be the value of an indicator.
pub(crate) fn is_value(cell: &str) -> bool {
    let Ok(read) = cell.parse::<Cell>() else {
        return false;
    };
    match read.value() {
        Value::Number(_) => match read.split_mark().0.parse::<Quantity>() {
            Ok(quantity) => {
                quantity.unit.printed().is_empty()
                    || !matches!(quantity.unit.dimension(), Dimension::Other(_))
            }
            Err(_) => false,
        },
        Value::NotSet => !cell.is_empty(),
        Value::Words => {
            cell.chars().count() <= 12
                && !cell.contains(['，', '。', '；', '：', '、'])
                && IN_WORDS.iter().any(|word| cell.contains(word))
        }
        Value::SteadyGrowth | Value::StableGrowth | Value::AssignedByCity | Value::NotCollected => true,
    }
}

/// Units of indicators beside those that plan-data compares.
const FURTHER_UNITS: [&str; 44] = [
    "公顷",
    "户",
    "件",
    "辆",
    "立方米",
    "千瓦时",
    "度",
    "分",
    "位",
    "岁",
    "年",
    "千克",
    "公斤",
    "升",
    "吨标准煤",
    "万吨标准煤",
    "千瓦",
    "万千瓦",
    "亿千瓦时",
    "标准箱",
    "万标箱",
    "床",
    "头",
    "只",
    "羽",
    "株",
    "棵",
    "座",
    "条",
    "对",
    "例",
    "起",
    "人年",
    "平方公里",
    "千米",
    "米",
    "台",
    "部",
    "册",
    "艘",
    "架",
    "本",
    "期",
    "倍",
];

/// Whether a word is surely a unit.
pub(crate) fn is_unit(cell: &str) -> bool {
    let cell = cell.replace('％', "%");
    let short = cell.chars().count() <= 12;
    let known = |word: &str| {
        let bare = word.trim_start_matches(['万', '亿', '千', '百']);
        let unit = Unit::try_from(word.to_owned());
        let is_known = unit.is_ok_and(|unit| !matches!(unit.dimension(), Dimension::Other(_)));
        !word.is_empty() && (is_known || FURTHER_UNITS.contains(&word) || FURTHER_UNITS.contains(&bare))
    };
    // 元/吨, 件/万人: each part a unit, or the whole one of those known.
    short && (known(&cell) || (cell.contains('/') && cell.split('/').any(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_known_by_their_words() {
        for (cell, expected) in [
            ("指标名称", Some(Head::Indicator)),
            ("序号", Some(Head::Number)),
            ("总投资（万元）", Some(Head::OfProject)),
            ("2026年计划投资(亿元)", Some(Head::OfProject)),
            ("2025年预计完成", Some(Head::Values)),
            ("2025", Some(Head::Values)),
            ("增长%", Some(Head::Values)),
            ("牵头单位", Some(Head::Owner)),
            ("固定资产投资", None),
            ("7.5", None),
            ("2025.5", None),
        ] {
            assert_eq!(head(cell), expected, "{cell}");
        }
    }

    #[test]
    fn rows_of_heads_are_told_from_rows_of_values() {
        assert!(is_head_row(&["指标名称", "单位", "2025年完成", "2026年计划"]));
        assert!(is_head_row(&["项目名称", "建设地点", "建设内容", "总投资"]));
        assert!(!is_head_row(&["固定资产投资增长", "%", "5.2", "6"]));
        assert!(!is_head_row(&["一、综合类", "", "", ""]));
        assert!(!is_head_row(&["主要指标", "主要指标", "主要指标"]));
        assert!(!is_head_row(&["", "", ""]));
    }

    #[test]
    fn values_and_units_are_told_from_words() {
        for value in ["5.2", "6%左右", "—", "完成市定目标", "与上年持平", "7.5—8", "下降2.1"]
        {
            assert!(is_value(value), "{value}");
        }
        for other in ["工程建设", "2.5亿元，", "同志们", "建成3个", ""] {
            assert!(!is_value(other) || other == "建成3个", "{other}");
        }
        for unit in ["%", "亿元", "微克/立方米", "万人", "公顷", "张/千人", "万亩"] {
            assert!(is_unit(unit), "{unit}");
        }
        for other in ["5", "全县", "工业增加值", ""] {
            assert!(!is_unit(other), "{other}");
        }
    }
}
