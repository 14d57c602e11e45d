//! What can be the name of a project: what it ends in, and that it is more than words that fit any place.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::clauses::{has_any, longest_prefix, longest_suffix};

/// Works and buildings: what ends in one of these can be a project.
const ENDS: &[&str] = &[
    "航站楼", "货运区", "厂房", "车间", "产线", "风光带", "步道", "绿道", "驿道", "古镇", "古城", "老街", "通道", "走廊", "干线", "管线", "线路", "特高压", "直流",
    "储气库", "油田", "气田", "科学城", "科技城", "大学城", "商贸城", "建材城", "文化城", "影视城", "航天城", "延线", "南线", "北线", "东线", "西线", "中线", "口岸",
    "综保区", "保税区", "植物园", "动物园", "文化园", "遗址园", "纪念园", "陵园", "滑雪场", "足球场", "训练馆", "游泳馆", "大剧院", "剧院", "音乐厅", "规划馆", "党校",
    "公寓", "安置区", "安置点", "安置房", "家园", "花园", "名苑", "佳苑", "公馆", "船闸", "大坝", "水闸", "调蓄湖", "海堤", "防波堤", "停车场", "充电站", "加油站", "商城",
    "批发市场", "超市", "商场", "食堂", "净水厂", "自来水厂", "再生水厂", "垃圾场", "填埋场", "养殖场", "牧场", "农场", "茶园", "果园", "大棚",
    "工厂", "二工厂", "智造园", "软件园", "孵化器", "加速器", "研究院", "大装置", "装置",
    "项目", "工程", "产业园", "工业园", "园区", "科技园", "物流园", "生态园", "创业园", "示范园", "科创园", "汽车园", "制造园",
    "基地", "中心", "枢纽", "枢纽站", "客运站", "高铁站", "火车站", "变电站", "换流站", "泵站", "水站", "电站", "气站", "货站", "中转站",
    "消防站", "加氢站", "综合站", "水厂", "处理厂", "电厂", "钢厂", "发电厂", "焚烧厂", "热电厂", "新厂", "工厂", "大桥", "特大桥",
    "跨江桥", "涵洞桥", "人行桥", "桥梁", "隧道", "铁路", "高铁", "城际", "高速", "公路", "大道", "路", "大街", "专用线", "联络线", "连接线",
    "复线", "环线", "支线", "号线", "机场", "码头", "港区", "港", "航道", "运河", "水库", "灌区", "干渠", "堤防", "管网", "管廊", "管道",
    "医院", "院区", "分院", "病房楼", "门诊楼", "住院楼", "学校", "小学", "中学", "高中", "初中", "大学", "学院", "幼儿园", "校区", "图书馆",
    "博物馆", "体育馆", "文化馆", "科技馆", "展览馆", "纪念馆", "档案馆", "美术馆", "家训馆", "场馆", "体育场", "公园", "游园", "广场", "小区",
    "家属院", "新城", "小镇", "街区", "综合体", "大厦", "大楼", "综合楼", "市场", "储备库", "冷库", "粮库", "生产线", "敬老院", "养老院",
    "福利院", "风井", "站台", "煤矿", "风电场", "智算中心", "湿地", "景区", "度假区", "酒店", "书院", "书房", "平台", "实验室", "互通",
    "立交", "快速路", "站",
];

/// Works on what is there: what ends in one of these can be a project where the words before it name something.
const WORKS: [&str; 28] = [
    "改线", "搬迁",
    "改造", "扩建", "改建", "新建", "迁建", "改扩建", "重建", "东移", "西移", "南移", "北移", "东延", "西延", "南延", "北延", "东扩",
    "西扩", "延伸", "延长线", "整治", "治理", "加固", "一期", "二期", "三期", "四期",
];

/// What is planned, done or ruled, but not built.
const NO_PROJECT: [&str; 83] = [
    "行动", "行动计划", "计划", "规划", "方案", "机制", "活动", "政策", "措施", "制度", "改革", "战略", "体系", "意见", "办法", "条例",
    "会议", "论坛", "大会", "比赛", "赛事", "博览会", "服务", "能力", "水平", "力度", "质量", "效益", "环境", "作用", "优势", "动能",
    "活力", "意识", "精神", "理念", "模式", "创建", "品牌", "企业", "公司", "集团", "银行", "问题", "工作", "任务", "投资", "资金", "债券",
    "收入", "经济", "行业", "消费", "主体", "人才", "队伍", "排查", "利用", "格局", "布局", "合作", "联盟", "协会", "标准", "要求", "目标",
    "指标", "发展", "融合", "保障", "建设水平", "责任", "考核", "执法", "监管", "管理", "革命", "攻坚战", "保卫战", "领域", "方面", "产业",
    "试点",
];

/// Programmes that are called 工程: 就业促进工程, 百城提质工程.
const PROGRAMMES: [&str; 34] = [
    "提质工程", "促进工程", "培育工程", "倍增工程", "攻坚工程", "惠民工程", "强基工程", "领航工程", "振兴工程", "带动工程", "引领工程",
    "人才工程", "素质工程", "文明工程", "安居工程", "放心工程", "提升工程", "民生工程", "实事工程", "暖心工程", "富民工程", "强县工程",
    "强链工程", "创新工程", "一号工程", "系统工程", "行动工程", "升级工程", "优化工程", "扩面工程", "壮大工程", "保障工程", "基础工程",
    "“一把手”工程",
];

/// Words that fit any place: a name made only of these names nothing.
const COMMON: &[&str] = &[
    "重大", "重点", "项目", "工程", "建设", "一批", "一系列", "各类", "各项", "相关", "有关", "主要", "关键", "核心", "骨干", "标志性",
    "示范", "试点", "城市", "城镇", "城乡", "城区", "农村", "乡村", "农业", "农田", "高标准", "工业", "产业", "园", "园区", "产业园",
    "产业园区", "产业集群", "开发区", "工业园", "工业园区", "基础", "设施", "基础设施", "道路", "公路", "铁路", "高速", "高速公路", "交通", "市政",
    "管网", "污水", "垃圾", "雨污", "雨污水", "雨污分流", "处理", "处理厂", "处置", "治理", "整治", "改造", "提升", "升级", "升级改造", "更新",
    "老旧", "小区", "老旧小区", "棚户区", "棚改", "危房", "住房", "保障房", "保障性", "安置", "安置房", "学校", "中小学", "小学", "中学", "幼儿园",
    "医院", "卫生院", "养老", "服务", "中心", "社区", "村", "公共", "公共服务", "文化", "体育", "健身", "教育", "医疗", "卫生", "健康", "水利",
    "水库", "病险", "除险", "加固", "河道", "河", "湖", "河湖", "流域", "水系", "水环境", "水生态", "生态", "环境", "环保", "绿化", "绿色", "低碳",
    "新能源", "能源", "清洁", "电力", "电网", "新型", "新", "现代", "现代化", "智能", "智能化", "智慧", "数字", "数字化", "信息", "信息化", "科技",
    "创新", "创业", "平台", "体系", "机制", "实验室", "研发", "技术", "企业", "制造", "制造业", "服务业", "物流", "冷链", "商贸", "商业", "消费",
    "旅游", "文旅", "综合", "综合体", "综合治理", "综合整治", "生产", "生活", "民生", "实事", "惠民", "安全", "应急", "防灾", "减灾", "储备",
    "粮食", "粮仓", "全市", "全区", "全县", "全省", "我市", "我区", "我县", "我省", "省", "市", "区", "县", "乡", "镇", "级", "省级", "市级", "国家",
    "国家级", "县级", "区级", "乡级", "村级", "年度", "亿元", "万元", "千万元", "以上", "在建", "续建", "新建", "新开工", "拟建", "前期", "招商",
    "招商引资", "引资", "投资", "签约", "开工", "竣工", "投产", "及", "和", "与", "等", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
    "停车场", "停车位", "公共停车场", "充电桩", "充电", "基站", "公园", "游园", "口袋", "绿地", "厕所", "公厕", "卫生间", "户厕", "农贸市场", "市场",
    "专业", "主干道", "主干", "次", "支", "路网", "桥", "大桥", "桥梁", "路", "街", "大道", "街区", "景区", "配套", "供水", "供热", "供气",
    "供暖", "燃气", "防洪", "排涝", "灌区", "路口", "优化", "街景", "背街", "小巷", "街巷", "窨井盖", "深度", "提档", "提质", "提级", "扩容",
    "增效", "扩能", "技改", "技术改造", "设备", "特色", "小镇", "美丽", "宜居", "和美", "田园", "综合楼", "综合性", "大型", "中型", "小型", "中小型",
    "高端", "先进", "战略性", "新兴", "支撑性", "牵引性", "引领性", "龙头", "链主", "补短板", "强弱项", "一体化", "标准化", "规范化", "规模化",
    "集约化", "市域", "县域", "区域", "片区", "沿线", "沿河", "周边", "主城区", "中心城区", "老城区", "新城区", "城中村", "水", "电", "气", "网",
    "路灯", "亮化", "美化", "净化", "管廊", "地下", "综合管廊", "林业", "造林", "国土", "土地", "矿山", "修复", "生态修复", "空间", "通村", "通组",
    "入户", "四好", "农", "林", "牧", "渔", "畜牧", "水产", "养殖", "种植", "种业", "加工", "冷藏", "保鲜", "仓储", "集散", "集聚区", "专项",
    "债券", "资金", "中央", "预算内", "地方", "政府", "社会", "民间", "外资", "内资", "龙头型", "引领型", "支撑型", "科技型", "场馆", "站点",
    "枢纽", "港口", "机场", "码头", "航道", "基地", "集中", "供应", "保供", "托育", "托幼", "普惠", "公办", "民办", "义务", "职业",
];

static COMMON_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| COMMON.iter().copied().collect());

/// The most characters that a name is read of.
const LONGEST: usize = 44;

/// The most characters of a common word.
const LONGEST_WORD: usize = 5;

/// Whether words that fit any place make up all of it.
pub(super) fn is_common(name: &str) -> bool {
    let characters: Vec<(usize, char)> = name.char_indices().collect();
    // 建设路小学 has the name of its road.
    let has_road = has_any(name, &["路小学", "路中学", "路学校", "路幼儿园", "街小学", "路社区", "路街道"]);
    if characters.len() > LONGEST || has_road {
        return false;
    }
    let byte = |at: usize| characters.get(at).map_or(name.len(), |(byte, _)| *byte);
    let mut reached = vec![false; characters.len() + 1];
    if let Some(first) = reached.first_mut() {
        *first = true;
    }
    for from in 0..characters.len() {
        if !reached.get(from).copied().unwrap_or_default() {
            continue;
        }
        let is_digit = characters.get(from).is_some_and(|(_, c)| c.is_ascii_digit());
        for length in 1..=LONGEST_WORD.min(characters.len() - from) {
            let word = name.get(byte(from)..byte(from + length)).unwrap_or_default();
            if ((is_digit && length == 1) || COMMON_WORDS.contains(word))
                && let Some(end) = reached.get_mut(from + length)
            {
                *end = true;
            }
        }
    }
    reached.last().copied().unwrap_or_default()
}

/// How well a text can be the name of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It cannot.
    None,
    /// Only where its sentence says that it is one.
    Open,
    /// It ends as works do that are done on what it names.
    Works,
    /// It ends as projects and buildings do.
    Built,
}

/// What begins a count: 一批, 两个, 20个.
fn begins_with_count(name: &str) -> bool {
    let digits = name.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '余' | '多')).unwrap_or(name.len());
    let after = name.get(digits..).unwrap_or_default();
    let measured = [
        "个", "家", "项", "条", "座", "处", "所", "批", "大", "套", "公里", "户", "亩", "万亩", "栋", "台", "名", "万户", "万套",
        "亿元", "万元", "件", "类",
    ];
    let chinese = name.starts_with(['一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '数', '几', '多']);
    let rest = name.chars().next().and_then(|first| name.get(first.len_utf8()..)).unwrap_or_default();
    (digits > 0 && longest_prefix(after, &measured) > 0)
        || (chinese && longest_prefix(rest, &["个", "批", "项", "条", "座", "大", "处", "所", "家", "类", "系列"]) > 0)
}

/// How well a text without the words around it can be the name of a project.
pub(super) fn fit(name: &str) -> Fit {
    let length = name.chars().count();
    let is_none = !(2..=LONGEST).contains(&length)
        || begins_with_count(name)
        || has_any(name, &["的", "《", "领域", "方面", "以及", "等", "，", "。", "；", "：", "！", "其中", "通过", "围绕", "实现"])
        || name.starts_with(['以', '为', '与', '和', '及', '在', '将', '把', '让', '使', '对', '从', '由', '（', '”', '）'])
        || name.contains("进一步")
        || name.starts_with("各") 
        || longest_prefix(name, &["所有", "全部", "其他", "上述", "这些", "该", "新的", "更多", "若干", "一些", "部分", "有关", "相关"]) > 0
        || !name.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let core = name.trim_end_matches(['”', '）', ')']);
    let built = longest_suffix(core, ENDS);
    // 白石至云岭段 is one of a road, 时段 is none.
    let stretch = if core.ends_with('段') && has_any(core, &["至", "路", "线", "高速"]) { '段'.len_utf8() } else { 0 };
    let works = longest_suffix(core, &WORKS).max(stretch);
    let ends_in_quotes = name.ends_with('”') && !name.starts_with('“');
    let refused = longest_suffix(core, &NO_PROJECT);
    if is_none || ends_in_quotes || refused > built.max(works) || (refused > 0 && built == 0 && works == 0) {
        Fit::None
    } else if built > 0 && core.len() > built {
        Fit::Built
    } else if works > 0 && core.len() > works {
        Fit::Works
    } else if built > 0 || works > 0 {
        // The end alone: 项目.
        Fit::None
    } else {
        Fit::Open
    }
}

/// Whether it is the name of a programme, not of one work.
pub(super) fn is_programme(name: &str) -> bool {
    longest_suffix(name, &PROGRAMMES) > 0 || name.ends_with("”工程")
}

/// What the words after 等 say that the names before it are.
const CLASSES: [&str; 47] = [
    "项目", "工程", "小区", "游园", "公园", "道路", "路网", "园区", "产业园", "管网", "桥梁", "大桥", "学校", "中小学", "小学", "中学", "幼儿园",
    "医院", "卫生院", "基地", "街区", "综合体", "线路", "高速", "高速公路", "公路", "铁路", "水库", "场馆", "片区", "改造", "棚改", "干道",
    "主干道", "断头路", "综合楼", "市政道路", "路段", "停车场", "变电站", "景区", "电站", "水厂", "泵站", "隧道", "通道", "干线",
];

/// Whether the words after 等 (59个市政道路工程, 项目建设) say that the names before it are projects. What follows 建设 and the like says how
/// far they are.
pub(super) fn is_class(words: &str) -> bool {
    let tail = longest_suffix(words, &["建设进度", "改造任务", "改造工程", "前期工作", "前期", "建设任务", "建设", "任务", "进度"]);
    let core = words.get(..words.len() - tail).unwrap_or_default();
    let core = if core.is_empty() || core.ends_with('个') { words } else { core };
    let without_count = core.trim_end_matches(|c: char| c.is_ascii_digit() || "个处条座所家项余多".contains(c));
    let refused = longest_suffix(without_count, &NO_PROJECT);
    let class = longest_suffix(without_count, &CLASSES);
    class > 0 && refused <= class
}

/// Whether the end names a place and no work: 魏寨区域 alone is no project that a list has as 魏寨区域收储项目.
pub(super) fn is_only_a_place(name: &str) -> bool {
    const PLACES: [&str; 17] = [
        "区域", "片区", "村", "社区", "路", "街", "大道", "镇", "乡", "县", "市", "区", "街道", "公司", "集团", "小区", "河",
    ];
    longest_suffix(name, &PLACES) > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_projects_end_as_works_do() {
        for (name, fits) in [
            ("青禾污水处理厂", Fit::Built),
            ("白石大道", Fit::Built),
            ("云岭新能源产业园二期", Fit::Works),
            ("双井小区改造", Fit::Works),
            ("东湖胜景", Fit::Open),
            ("项目", Fit::None),
            ("20个老旧小区", Fit::None),
            ("一批重大项目", Fit::None),
            ("300万吨煤炭洗选项目", Fit::Built),
            ("三年行动计划", Fit::None),
            ("消费促进活动", Fit::None),
            ("以智能为引领的“三大改造”", Fit::None),
            ("河长制改革", Fit::None),
        ] {
            assert_eq!(fit(name), fits, "{name}");
        }
    }

    #[test]
    fn common_words_name_nothing() {
        for (name, common) in [
            ("市政道路", true),
            ("农村基础设施提档升级", true),
            ("重点流域水环境综合治理", true),
            ("智慧停车场", true),
            ("青禾水库", false),
            ("白石大道", false),
        ] {
            assert_eq!(is_common(name), common, "{name}");
        }
    }

    #[test]
    fn classes_say_what_was_enumerated() {
        for (words, class) in [
            ("20个老旧小区", true),
            ("项目建设", true),
            ("市政道路工程", true),
            ("千万元以上项目60个", true),
            ("棚改建设进度", true),
            ("专项行动", false),
            ("工作", false),
            ("安全隐患专项排查", false),
            ("城市品牌", false),
        ] {
            assert_eq!(is_class(words), class, "{words}");
        }
    }
}
