//! What a number counts by the words before it, without those that only join them to the number.

use std::ops::Range;

use super::text::Text;
use crate::words::Words;

/// How an amount changed, by the word right before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Change {
    /// It is no change.
    #[default]
    None,
    /// 增长.
    Rise,
    /// 下降, as a word apart from the number.
    Fall,
    /// 改善.
    Improvement,
    /// 高于全省.
    Compared,
}

/// The words before a number, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says whether a word stands there")]
pub(crate) struct Before {
    /// The noun phrase; empty where the clause has none of its own.
    pub(crate) noun: String,
    /// The verb that belongs to it: 新增.
    pub(crate) verb: &'static str,
    /// How the amount changed.
    pub(crate) change: Change,
    /// Whether 分别 shares the numbers among the items of the list before it.
    pub(crate) is_shared: bool,
    /// Whether 其中 stands before it.
    pub(crate) is_part: bool,
    /// Whether 完成 stands before the number or the noun.
    pub(crate) is_done: bool,
    /// Whether 累计 or the like makes it a stock.
    pub(crate) is_total: bool,
    /// Whether 年均 makes it a rate of several years.
    pub(crate) is_yearly: bool,
    /// Whether the clause goes on a list: the comma or 、 before it.
    pub(crate) is_listed: bool,
    /// Whether a word such as 达 stands between noun and number.
    pub(crate) is_reached: bool,
    /// Whether words were left out before it, since the clause is too long.
    pub(crate) is_cut: bool,
}

/// So many characters has a phrase before a number at most.
const LONGEST: usize = 60;

/// The characters of the clause before a number: back to its punctuation, `floor` at the most.
pub(crate) fn clause(text: &Text<'_>, floor: usize, number: usize) -> (Range<usize>, bool) {
    let mut at = number;
    while at > floor {
        let before = text.before(at);
        if matches!(before, '）' | ')') {
            // What stands in brackets belongs to the words before it.
            let open = (floor..at).rev().take(20).find(|at| matches!(text.at(*at), '（' | '('));
            if let Some(open) = open {
                at = open;
                continue;
            }
        }
        // Ⅰ—Ⅲ类, 甲—乙公路: one dash joins, two part.
        let is_joint =
            before == '—' && at > 1 && !matches!(text.before(at - 1), '—' | '\n') && text.at(at) != '—';
        if "，；。！？：,;:（(—▲●\n".contains(before) && !is_joint {
            break;
        }
        if number - at >= LONGEST {
            return (at..number, true);
        }
        at -= 1;
    }
    (at..number, false)
}

/// Words that may stand between a noun and its number, the longest first.
static TAIL: Words = Words::new(&[
    "按可比价格计算",
    "按不变价格计算",
    "按可比价计算",
    "按不变价计算",
    "比上年同期",
    "较上月",
    "比上月",
    "较上月止",
    "比上月止",
    "可比",
    "比去年同期",
    "较上年同期",
    "较去年同期",
    "比上年末",
    "比上年底",
    "比去年底",
    "较上年末",
    "较年初",
    "比年初",
    "比上年",
    "比去年",
    "较上年",
    "较去年",
    "与上年相比",
    "按同口径",
    "连续三年",
    "连续五年",
    "连续十年",
    "连续多年",
    "同口径",
    "可比口径",
    "拟按",
    "按",
    "累计达到",
    "预计达到",
    "平均为",
    "平均达",
    "累计达",
    "累计完成",
    "预计完成",
    "总数达到",
    "总数达",
    "分别达到",
    "同比",
    "环比",
    "达到了",
    "达到",
    "完成了",
    "完成",
    "实现了",
    "实现",
    "分别",
    "合计",
    "总计",
    "共计",
    "累计",
    "预计",
    "可达",
    "达成",
    "约为",
    "均为",
    "保持在",
    "维持在",
    "稳定在",
    "控制在",
    "保持",
    "有望",
    "已有",
    "已达",
    "已",
    "达",
    "为",
    "共有",
    "共",
    "均",
    "都",
    "约",
    "大",
    "就",
    "是",
    "在",
    "有",
    "仅",
    "高达",
    "总",
    "各",
    "年均",
    "平均",
    "预期",
    "目标",
    "左右",
    "名义",
    "累积",
    "由",
    "从",
    "近",
    "超",
    "将",
    "拟",
    "要",
    "至",
    "力争",
    "确保",
    "争取",
    "可",
    "首次",
    "实际",
    "每年",
    "每月",
    "每生",
    "每人",
    "每亩",
    "每户",
    "每天",
    "设定",
    "安排",
    "拟安排",
    "确定",
    "折合",
    "迈上",
    "站上",
    "跨上",
    "跃上",
    "跨越",
    "连续跨越",
    "连跨",
    "双双",
]);

/// Those of them after which a noun would end in the middle of a word.
static NOT_TAIL: Words = Words::new(&[
    "强大",
    "重大",
    "人大",
    "扩大",
    "工大",
    "农大",
    "光大",
    "发达",
    "抵达",
    "传达",
    "行为",
    "作为",
    "成为",
    "因为",
    "公共",
    "中共",
    "首都",
    "成都",
    "现在",
    "所在",
    "潜在",
    "内在",
    "国有",
    "所有",
    "拥有",
    "集约",
    "节约",
    "签约",
    "履约",
    "预约",
    "条约",
    "千亿",
    "附近",
    "最近",
    "汇总",
    "人均",
    "户均",
    "日均",
    "自由",
    "理由",
    "主要",
    "需要",
    "夏至",
    "冬至",
    "年度目标",
    "年度计划目标",
    "为主",
    "全面实现",
    "部分",
    "许可",
    "成就",
    "造就",
    "治超",
    "纪要",
    "虚拟",
    "自有",
    "占有",
    "加大",
    "广大",
    "老总",
    "依按",
    "副总",
]);

static RISES: Words = Words::new(&[
    "增长",
    "提高",
    "增加",
    "上升",
    "提升",
    "增幅",
    "增速",
    "涨幅",
    "上涨",
    "扩大",
    "增长率",
    "净增长",
    "加快",
    "回升",
    "攀升",
    "净增",
    "跃升",
]);
static FALLS: Words = Words::new(&[
    "下降", "降低", "减少", "回落", "降幅", "压减", "缩减", "收窄", "下调", "压缩", "缩短", "削减", "降",
    "下滑", "下跌", "放缓", "压降", "缩小",
]);
static LIFTED: Words = Words::new(&["巩固提升", "优化提升", "改造提升", "整治提升"]);
static MOVED: Words =
    Words::new(&["增", "升", "扩", "发展", "调整优化", "调整", "优化", "拓展", "扩展", "扩容"]);
static GOT: Words = Words::new(&["新增", "净增", "新建", "建成", "减少", "引进"]);
static GAINS: Words = Words::new(&["改善"]);
static COMPARED: Words = Words::new(&["高于", "低于", "快于", "好于", "优于", "高出", "慢于"]);

/// Words at the beginning of a clause that are no part of the noun.
static HEAD: Words = Words::new(&[
    "其中",
    "共有",
    "各级各类",
    "抓好",
    "截至目前",
    "截至年底",
    "截至年末",
    "截至去年底",
    "实行",
    "推行",
    "截至",
    "到年底",
    "至年底",
    "年底前",
    "今年以来",
    "全年",
    "今年",
    "去年",
    "当年",
    "年末",
    "年底",
    "年内",
    "本年",
    "全国",
    "全省",
    "全市",
    "全县",
    "全区",
    "全州",
    "全盟",
    "我省",
    "我市",
    "我县",
    "我区",
    "我州",
    "预计",
    "力争到",
    "力争",
    "确保",
    "努力",
    "实现",
    "完成",
    "累计",
    "共计",
    "共",
    "已经",
    "已",
    "将",
    "要",
    "使",
    "让",
    "并",
    "且",
    "也",
    "还",
    "以及",
    "同时",
    "另外",
    "此外",
    "和",
    "及",
    "、",
    "与",
    "积极",
    "大力",
    "高标准",
    "高质量",
    "高效",
    "扎实",
    "持续",
    "加快",
    "深入",
    "稳步",
    "有序",
    "全面",
    "进一步",
    "再",
    "又",
    "先后",
    "一是",
    "二是",
    "三是",
    "四是",
    "五是",
    "六是",
    "七是",
    "八是",
    "首先",
    "其次",
    "通过",
    "主动",
    "着力",
    "全力",
    "切实",
    "统筹",
    "安排",
    "底",
    "末",
    "前",
    "年",
    "各类",
    "各级",
    "一批",
    "计划",
    "拟",
    "保持",
    "重点",
    "推动",
    "促进",
    "成功",
    "全口径下",
    "其",
    "把",
    "将",
    "以",
    "向",
    "为",
    "在",
    "由",
    "当前",
    "目前",
    "现有",
    "按照",
    "面向",
    "帮助其",
    "实际完成",
    "实际已",
    "实际",
    "本年度",
    "另有",
    "还有",
    "全社会完成",
    "但",
    "建议",
    "五年来",
    "五年",
    "四年",
    "三年",
    "上半年",
    "前三季度",
    "一季度",
    "份",
    "二季度",
    "三季度",
    "四季度",
]);

/// Those that begin a word that is a part of the noun.
static NOT_HEAD: Words = Words::new(&[
    "再生",
    "再就业",
    "再造",
    "年产",
    "年度",
    "年均",
    "前沿",
    "对外",
    "其他",
    "其它",
    "以上",
    "以下",
    "向上",
    "由此",
    "在建",
    "在校",
    "在册",
    "在库",
    "在岗",
    "在地",
    "在职",
    "在谈",
    "为民",
    "将军",
    "要素",
    "计划生育",
    "通过率",
    "安排就业",
    "已建",
    "共享",
    "共青",
    "共同",
    "并网",
    "共建",
    "还款",
    "还迁",
    "及时",
    "和谐",
    "和美",
    "和田",
    "和顺",
    "和政",
    "和静",
    "和硕",
    "和林",
    "前期",
    "实际利用",
    "实际使用",
    "实际到位",
    "共济",
    "高标准农田",
    "促进就业",
    "和平",
    "与会",
    "使用",
    "保持率",
    "完成率",
    "带动就业",
    "全国统一",
    "全国文明",
    "全国百强",
    "全国重点",
    "一批次",
    "完成比例",
    "实现程度",
    "底数",
    "末端",
    "对口",
    "对接",
    "为农",
    "以工",
    "以旧",
    "推动力",
    "预计产",
    "三年行动",
    "五年行动",
    "五年规划",
    "三年攻坚",
    "三年计划",
    "份额",
    "建议提案",
    "建议办理",
    "建议答复",
    "建议办复",
    "在京",
    "在津",
    "在沪",
    "在渝",
    "在浙",
    "在粤",
    "在苏",
    "在豫",
    "在鲁",
    "在川",
    "在鄂",
    "在湘",
    "在皖",
    "在赣",
    "在闽",
    "在桂",
    "在黔",
    "在滇",
    "在陕",
    "在晋",
    "在冀",
    "在蒙",
    "在辽",
    "在吉",
    "在黑",
    "在甘",
    "在宁",
    "在青",
    "在新",
    "在藏",
    "在琼",
]);

/// Verbs that stay with the noun.
static VERBS: Words = Words::new(&[
    "新改扩建",
    "建设和改造",
    "新建和改造",
    "建成投产",
    "提质升级",
    "巩固提升",
    "优化提升",
    "引进和培育",
    "增加",
    "规范提升",
    "提升改造",
    "延长",
    "更换",
    "新装",
    "责停",
    "取缔",
    "清运",
    "清淤",
    "粉刷",
    "维修",
    "栽种",
    "补植",
    "流转",
    "输出",
    "拥有",
    "新打造",
    "新创建",
    "新入库",
    "新评选",
    "新成立",
    "新挂牌",
    "新招引",
    "新落户",
    "新增加",
    "开工改造",
    "开挖疏浚",
    "建设改造",
    "关闭压缩",
    "筹集建设",
    "布局建设",
    "新组建",
    "新入选",
    "新获评",
    "组建",
    "开挖",
    "关闭",
    "改善",
    "新建改建",
    "新建改造",
    "新修改造",
    "新建续建",
    "新认定",
    "新培育",
    "新引进",
    "新登记",
    "新注册",
    "新入驻",
    "新签约",
    "新开工",
    "新投产",
    "新开通",
    "新发展",
    "新申报",
    "新获批",
    "新发放",
    "新入库",
    "新入规",
    "新落地",
    "新改建",
    "新设立",
    "新修建",
    "新种植",
    "计划新上",
    "计划实施",
    "计划建设",
    "谋划储备",
    "谋划实施",
    "提档升级",
    "升级改造",
    "评选表彰",
    "组织开展",
    "组织实施",
    "累计发放",
    "累计建成",
    "集中开工",
    "改造提升",
    "改扩建",
    "实施改造",
    "建成投用",
    "新增",
    "新建",
    "新上",
    "新修",
    "新设",
    "新开",
    "新改",
    "净增",
    "建成",
    "改造",
    "修建",
    "改建",
    "扩建",
    "续建",
    "在建",
    "引进",
    "引育",
    "培育",
    "发放",
    "拨付",
    "派出",
    "选派",
    "组织",
    "举办",
    "开展",
    "实施",
    "推进",
    "评选",
    "认定",
    "创建",
    "打造",
    "培训",
    "敷设",
    "铺设",
    "整治",
    "治理",
    "修复",
    "种植",
    "栽植",
    "申报",
    "争取",
    "获批",
    "获评",
    "获得",
    "荣获",
    "储备",
    "签约",
    "开工",
    "竣工",
    "竣工投产",
    "投产",
    "谋划",
    "对接",
    "走访",
    "解决",
    "化解",
    "办理",
    "办结",
    "受理",
    "查处",
    "立案",
    "破获",
    "处置",
    "排查",
    "整改",
    "救助",
    "资助",
    "惠及",
    "吸纳",
    "转移",
    "帮扶",
    "招聘",
    "引入",
    "入选",
    "盘活",
    "收储",
    "供应",
    "出让",
    "拆除",
    "拆迁",
    "征收",
    "清理",
    "关停",
    "淘汰",
    "减免",
    "兑现",
    "投入",
    "投放",
    "筹集",
    "募集",
    "完善",
    "调解",
    "配备",
    "购置",
    "更新",
    "安装",
    "设立",
    "建立",
    "成立",
    "出台",
    "制定",
    "修订",
    "印发",
    "发布",
    "推出",
    "上线",
    "接待",
    "接收",
    "收治",
    "筛查",
    "检查",
    "检测",
    "接种",
    "开通",
    "优化",
    "升级",
    "提升",
    "加固",
    "疏浚",
    "绿化",
    "落实",
    "协助",
    "支持",
    "扶持",
    "服务",
    "表彰",
    "命名",
    "登记",
    "注册",
    "引导",
    "动员",
    "招收",
    "录用",
    "选聘",
    "选树",
    "消除",
    "开发",
    "开设",
    "落地",
    "入库",
    "促成",
    "达成",
    "签订",
    "承接",
    "承办",
    "主办",
    "参加",
    "下达",
    "到位",
    "发行",
    "置换",
    "破解",
    "落户",
    "入驻",
    "建设",
    "完成",
    "执行",
    "实现",
]);

/// Those of them that further items of a list share.
static CARRIED: Words = Words::new(&[
    "新增",
    "新建",
    "新上",
    "新修",
    "新设",
    "新开",
    "新认定",
    "新培育",
    "新引进",
    "新登记",
    "新注册",
    "新入驻",
    "新签约",
    "新开工",
    "新投产",
    "新建改造",
    "新修改造",
    "新改扩建",
    "建成",
    "改造",
    "修建",
    "引进",
    "培育",
    "发放",
    "组织",
    "举办",
    "评选",
    "认定",
    "创建",
    "打造",
    "敷设",
    "铺设",
    "种植",
    "申报",
    "获批",
    "签约",
    "开工",
    "投产",
    "查处",
    "救助",
    "净增",
    "累计发放",
    "累计建成",
    "改建",
    "新发放",
    "新获批",
    "新建续建",
    "淘汰",
    "拆除",
    "配备",
    "购置",
    "安装",
    "出台",
    "制定",
    "开通",
    "开工改造",
    "建设改造",
]);

/// Whether a noun phrase has a verb of its own.
pub(crate) fn has_verb(noun: &str) -> bool {
    // 新筹集住房, and not 新能源汽车
    let is_new = noun.starts_with('新')
        && !["新能源", "新材料", "新型", "新兴", "新农村", "新区", "新城"]
            .iter()
            .any(|word| noun.starts_with(word));
    is_new
        || ["再就业", "增产", "交易", "开展", "组织", "举办", "实施", "完成", "实现", "利用", "到位"]
            .into_iter()
            .chain(CARRIED.list().iter().copied())
            .any(|verb| noun.contains(verb))
}

/// Whether further items of a list share that verb.
pub(crate) fn is_carried(verb: &str) -> bool {
    CARRIED.has(verb) || verb.starts_with('新')
}

/// Whether the noun is a whole that a verb such as 新增 does not go with.
pub(crate) fn is_whole(noun: &str) -> bool {
    [
        "总量",
        "总数",
        "总额",
        "人数",
        "数量",
        "率",
        "余额",
        "保有量",
        "规模",
        "存量",
        "总规模",
        "面积",
        "产量",
        "吞吐量",
        "里程",
        "总长",
        "长度",
    ]
    .iter()
    .any(|end| noun.ends_with(end))
}

/// The things that a number counts, without the quantity of them that the next number tells: 17个传统产业增加值增长5%.
pub(crate) fn things_of(noun: &str) -> &str {
    const QUANTITIES: [&str; 12] = [
        "增加值",
        "总产值",
        "产值",
        "营业收入",
        "营收",
        "产量",
        "税收",
        "利润",
        "用电量",
        "销售额",
        "投资额",
        "销售收入",
    ];
    // 11项主要经济指标中，有6项
    let noun = noun.strip_suffix('中').filter(|noun| noun.ends_with("指标")).unwrap_or(noun);
    let before_effect = noun.split_once('对').filter(|(_, effect)| effect.ends_with('率'));
    let things = before_effect.map_or(noun, |(things, _)| things);
    let found = QUANTITIES.iter().find_map(|end| things.strip_suffix(end));
    found.filter(|things| things.chars().count() > 1).unwrap_or(things)
}

/// Nouns that are of what was counted before: its total investment.
static RELATIONAL: Words = Words::new(&[
    "首期规模",
    "募集规模",
    "当年计划投资",
    "年度投资计划",
    "年度计划完成投资",
    "全年计划完成投资",
    "计划完成投资",
    "概算投资",
    "概算总投资",
    "完成率",
    "投资完成率",
    "开工率",
    "投产率",
    "竣工率",
    "总投资",
    "投资",
    "完成投资",
    "计划总投资",
    "计划投资",
    "年度投资",
    "完成年度投资",
    "年产值",
    "产值",
    "年销售收入",
    "总产值",
    "协议投资",
    "协议总投资",
    "总投资额",
    "投资额",
    "合同额",
    "签约金额",
    "签约额",
    "面积",
    "总面积",
    "建筑面积",
    "总建筑面积",
    "占地",
    "占地面积",
    "总长",
    "全长",
    "总里程",
    "资金",
    "总资金",
    "拉动消费",
    "带动消费",
    "贷款余额",
    "本年完成投资",
    "年内完成投资",
    "年度计划投资",
    "年度投资计划",
    "项目总投资",
    "当年完成投资",
    "累计完成投资",
    "总量",
    "总额",
    "增加值",
    "总规模",
    "装机容量",
    "总装机",
    "协议资金",
    "合同资金",
    "产值达",
    "年产能",
    "年税收",
    "税收",
    "营业收入",
    "预计年产值",
    "引资额",
    "合同引资额",
    "到位资金",
    "总金额",
    "金额",
    "涉及资金",
    "年利税",
    "综合产值",
]);

/// Whether the noun says nothing without the one before it.
pub(crate) fn is_relational(noun: &str) -> bool {
    RELATIONAL.has(noun)
}

fn strip_any<'a>(rest: &'a str, words: &Words) -> Option<(&'a str, &'static str)> {
    let word = words.end_of(rest)?;
    Some((rest.strip_suffix(word)?, word))
}

fn strip_front<'a>(rest: &'a str, words: &Words) -> Option<(&'a str, &'static str)> {
    let word = words.start_of(rest)?;
    Some((rest.strip_prefix(word)?, word))
}

/// 比2020年, 2025年: without them.
fn strip_year_behind(rest: &str) -> Option<&str> {
    let before = rest.strip_suffix("相比").unwrap_or(rest);
    let before = before.strip_suffix(['底', '末']).unwrap_or(before).strip_suffix('年')?;
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
    (before.len() - digits.len() == 4).then(|| digits.strip_suffix(['比', '较', '与'])).flatten()
}

fn strip_year_before(rest: &str) -> Option<&str> {
    let rest = rest.strip_prefix('到').unwrap_or(rest);
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let after = (rest.len() - digits.len() == 4).then(|| digits.strip_prefix('年')).flatten()?;
    // 2021年度高标准农田, and not 年度假区
    let after = after.strip_prefix('度').filter(|rest| !rest.starts_with('假')).unwrap_or(after);
    Some(after.strip_prefix(['底', '末', '前']).unwrap_or(after))
}

/// 是2020年的, 是“十一五”末的, before 1.8倍: without them.
fn strip_base_behind(rest: &str) -> Option<&str> {
    let base = rest.strip_suffix('的')?;
    let before = match base.strip_suffix('年') {
        Some(year) => {
            let digits = year.trim_end_matches(|c: char| c.is_ascii_digit());
            if year.len() - digits.len() == 4 { digits } else { year.strip_suffix(['上', '去'])? }
        }
        None => strip_plan_behind(base.strip_suffix('末')?.trim_end_matches('期'))?,
    };
    [
        "增加到",
        "提高到",
        "上升到",
        "增长到",
        "下降到",
        "降低到",
        "减少到",
        "扩大到",
        "跃升到",
        "提升到",
        "提高至",
        "提升至",
        "增加至",
        "上升至",
        "下降至",
        "降低至",
        "减少至",
        "扩大至",
        "缩小至",
        "缩小到",
        "增至",
        "降至",
        "升至",
        "相当于",
        "达到",
        "是",
        "为",
        "达",
        "由",
        "从",
        "到",
    ]
    .into_iter()
    .find_map(|word| before.strip_suffix(word))
}

/// 较“十三五”时期, after 分别: without it.
fn strip_period_behind(rest: &str) -> Option<&str> {
    let before = rest.strip_suffix("时期").or_else(|| rest.strip_suffix("期间"))?.trim_end_matches('末');
    strip_plan_behind(before)?.strip_suffix(['比', '较'])
}

/// “十四五”: without it.
fn strip_plan_behind(rest: &str) -> Option<&str> {
    let before = rest.trim_end_matches(['”', '〞']).strip_suffix('五')?;
    let before =
        before.strip_suffix(|c: char| "一二三四五六".contains(c)).unwrap_or(before).strip_suffix('十')?;
    Some(before.trim_end_matches(['“', '〝']))
}

/// 连续9年, before 保持在: without it.
fn strip_span_behind(rest: &str) -> Option<&str> {
    let years = rest.strip_suffix('年')?;
    let digits = years.trim_end_matches(|c: char| c.is_ascii_digit());
    (digits.len() < years.len()).then(|| digits.strip_suffix("连续")).flatten()
}

/// 5年, 五年: over how long something grew.
pub(crate) fn is_span(words: &str) -> bool {
    let span = words.strip_suffix('年').unwrap_or_default();
    !span.is_empty()
        && span.len() <= 3
        && span.chars().all(|c| c.is_ascii_digit() || "两三四五六七八九十".contains(c))
}

/// “十四五”时期: without it.
fn strip_period_before(rest: &str) -> Option<&str> {
    let after =
        rest.strip_prefix("“十")?.strip_prefix(|c: char| "一二三四五六".contains(c))?.strip_prefix("五”")?;
    ["时期", "期间", "以来"].iter().find_map(|word| after.strip_prefix(word))
}

/// 1—11月: without it.
fn strip_month_before(rest: &str) -> Option<&str> {
    let rest = rest.strip_prefix('前').unwrap_or(rest);
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "-—–~－～至".contains(c));
    let after = (after.len() < rest.len() && rest.starts_with(|c: char| c.is_ascii_digit()))
        .then(|| after.strip_prefix('月'))
        .flatten()?;
    Some(after.trim_start_matches(['份', '底', '末']))
}

/// Takes the words of a clause before a number apart.
pub(crate) fn before(text: &Text<'_>, floor: usize, number: usize) -> Before {
    let (range, is_cut) = clause(text, floor, number);
    let words = text.slice(range.clone());
    let mut found = Before { is_cut, ..Before::default() };
    let joint = text.slice(floor..range.start);
    found.is_listed = matches!(joint, "，" | "；")
        || range.start > 0 && joint.is_empty() && matches!(text.before(range.start), '，' | '；')
        || words.starts_with('、');
    // 47.63万户（套）、: what the brackets say belongs to the number before.
    let after_unit = words.strip_prefix('（').and_then(|words| words.split_once('）'));
    let words = after_unit.filter(|(unit, _)| unit.chars().count() <= 3).map_or(words, |(_, words)| words);
    found.is_listed |= words.starts_with('、');
    let rest = words.trim_start_matches(['、', '—', '”', '的']);
    if let Some(plan) = strip_plan(rest) {
        found.noun = format!("占{plan}的");
        return found;
    }
    let (mut rest, got) = without_joints(rest, &mut found);
    rest = heads(rest, &mut found);
    if found.change != Change::Compared {
        let (verb, noun) = verb_and_noun(rest);
        (found.verb, found.noun) = match noun.strip_suffix("新增") {
            // 小巨人企业新增3家
            Some(noun) if verb.is_empty() && !noun.is_empty() => ("新增", noun.to_owned()),
            _ => (verb, noun),
        };
    } else if !rest.is_empty() {
        let (_, noun) = verb_and_noun(rest);
        found.noun = format!("{noun}{}", found.noun);
    }
    if found.verb.is_empty() {
        found.verb = got;
    }
    // 民营主体占97.2%
    if found.noun.chars().count() > 2 && found.noun.ends_with('占') {
        found.noun.push('比');
    }
    // 农林牧渔业预计总产值, 第一产业完成增加值
    if !is_relational(&found.noun) {
        found.noun = without_verbs(found.noun);
    }
    // 人均生产总值38214元，按年平均汇率计算为5686美元
    if found.noun.starts_with('按') && found.noun.ends_with("计算") {
        found.noun.clear();
    }
    // 比2024年增收1.2亿元
    let moved =
        [("增收", Change::Rise), ("增支", Change::Rise), ("减收", Change::Fall), ("减支", Change::Fall)];
    if found.noun.starts_with(['比', '较'])
        && let Some((_, change)) = moved.into_iter().find(|(word, _)| found.noun.ends_with(word))
    {
        found.change = change;
        found.noun.clear();
    }
    // 增长13.7%，同比高0.4个百分点
    if let Some(degree) = found.noun.strip_prefix("同比")
        && matches!(degree, "高" | "快" | "多" | "低" | "慢" | "少")
    {
        found.change = if "高快多".contains(degree) { Change::Rise } else { Change::Fall };
        found.noun.clear();
    }
    // 粮食产量1.37万亿斤，增产74亿斤
    if found.noun == "增产" || found.noun == "减产" {
        found.change = if found.noun == "增产" { Change::Rise } else { Change::Fall };
        found.noun.clear();
    }
    // 突破2000亿元大关、达到2016亿元: of the same.
    if ["大关", "关口", "台阶", "新台阶", "大台阶", "每年"].contains(&found.noun.as_str()) {
        found.noun.clear();
    }
    found
}

/// A noun without the verbs in its middle that say nothing of what it is.
fn without_verbs(noun: String) -> String {
    const EXPECTED: [&str; 3] = ["预计完成", "预计实现", "预计"];
    const DONE: [&str; 2] = ["完成", "实现"];
    if let Some((owner, rest)) = EXPECTED.iter().find_map(|word| noun.split_once(word))
        && owner.chars().count() > 1
    {
        return format!("{owner}{rest}");
    }
    // 经济总量成为全区第四个突破2000亿元的, 港口成为全球首个年吞吐量超过5000万吨的
    if let Some((owner, rank)) = noun.split_once("成为").filter(|(owner, _)| owner.chars().count() > 1) {
        let of = rank.split_once(['个', '家']).map_or("", |(_, of)| of);
        return format!("{owner}{of}");
    }
    let done = DONE.iter().find_map(|word| noun.split_once(word));
    match done {
        Some((owner, rest @ ("增加值" | "总产值" | "产值"))) if owner.chars().count() > 1 => {
            format!("{owner}{rest}")
        }
        _ => noun,
    }
}

/// Leaves out what stands between a noun and its number, and notes what that says. Besides, the verb that stands after 分别.
fn without_joints<'a>(mut rest: &'a str, found: &mut Before) -> (&'a str, &'static str) {
    let mut got = "";
    loop {
        // These are names of rates.
        if ["自然增长率", "人口增长率", "机械增长率"]
            .iter()
            .any(|word| rest.trim_end_matches(['为', '达', '到', '至']).ends_with(word))
        {
            rest = rest.trim_end_matches(['为', '达', '到', '至']);
            break;
        }
        if let Some((before, compared)) = compared(rest) {
            // 增速高于全省: of the growth that was told before.
            let before = strip_any(before, &RISES).map_or(before, |(before, _)| before);
            (found.change, rest) = (Change::Compared, before);
            found.noun = compared;
            break;
        }
        // 巩固提升80万亩基地: of the clause there is nothing before it that could have risen.
        if LIFTED.end_of(rest).is_some() && rest.chars().count() <= 6 {
            break;
        }
        // 回落了0.2个百分点
        if let Some(before) = rest.strip_suffix('了')
            && (RISES.end_of(before).is_some() || FALLS.end_of(before).is_some())
        {
            rest = before;
            continue;
        }
        let change = [(&RISES, Change::Rise), (&FALLS, Change::Fall), (&GAINS, Change::Improvement)];
        let changed = change
            .into_iter()
            .find_map(|(words, change)| strip_any(rest, words).map(|(rest, _)| (rest, change)));
        if let Some((before, change)) = changed {
            if found.change == Change::None {
                found.change = change;
            }
            rest = before;
            continue;
        }
        // 提高到85%
        let to = ["到", "至", "为"].into_iter().find_map(|word| rest.strip_suffix(word));
        // 增至, 降至
        let moved = |rest| {
            strip_any(rest, &RISES).or_else(|| strip_any(rest, &FALLS)).or_else(|| strip_any(rest, &MOVED))
        };
        if let Some((before, _)) = to.and_then(moved) {
            let is_rate = to
                .is_some_and(|rest| ["增速", "增幅", "降幅", "涨幅"].iter().any(|word| rest.ends_with(word)));
            if is_rate {
                found.change =
                    if to.is_some_and(|rest| rest.ends_with("降幅")) { Change::Fall } else { Change::Rise };
            }
            rest = before;
            continue;
        }
        if let Some(before) = strip_base_behind(rest) {
            rest = before;
            continue;
        }
        if let Some(before) =
            strip_year_behind(rest).or_else(|| strip_period_behind(rest)).or_else(|| strip_span_behind(rest))
        {
            rest = before;
            continue;
        }
        // 甲、乙分别新增12项和44项
        if let Some((before, verb)) = strip_any(rest, &GOT)
            && before.ends_with("分别")
        {
            (got, rest) = (verb, before);
            continue;
        }
        let is_word = NOT_TAIL.end_of(rest).is_some();
        match strip_any(rest, &TAIL).filter(|_| !is_word) {
            Some((before, word)) => {
                found.is_shared |= word.contains("分别") || word == "双双";
                found.is_done |= word.contains("完成");
                found.is_total |= (word.contains("累计") && !word.contains("完成")) || word.contains("总数");
                found.is_yearly |= word == "年均";
                found.is_reached |= matches!(word, "达" | "达到" | "已达" | "为" | "共有" | "有" | "增至");
                rest = before;
            }
            None => break,
        }
    }
    (rest, got)
}

/// 为年计划的, before 95.6%: the plan.
fn strip_plan(rest: &str) -> Option<&'static str> {
    const PLANS: [&str; 8] =
        ["年度计划投资", "年度投资计划", "全年计划", "年度计划", "年初计划", "年计划", "目标任务", "计划"];
    let rest = rest.strip_suffix('的')?;
    let (before, plan) = PLANS.iter().find_map(|plan| Some((rest.strip_suffix(plan)?, *plan)))?;
    matches!(before, "为" | "达" | "达到" | "是" | "相当于").then_some(plan)
}

/// 高于全省: what stands before it, and the words themselves.
fn compared(rest: &str) -> Option<(&str, String)> {
    let with_word = COMPARED
        .list()
        .iter()
        .filter_map(|word| rest.rfind(word).map(|at| (at, *word)))
        .max_by_key(|(at, _)| *at);
    // 比目标高
    let with_degree = || {
        let degree =
            ["高出", "高", "低", "快", "慢", "多", "少"].into_iter().find(|word| rest.ends_with(word))?;
        // 比重提高 compares nothing.
        let is_change = RISES.end_of(rest).is_some() || FALLS.end_of(rest).is_some();
        let at = rest.rfind(['比', '较']).filter(|_| !is_change)?;
        (rest.len() > at + "比".len() + degree.len()).then_some((at, "比"))
    };
    let (at, word) = with_word.or_else(with_degree)?;
    let (before, with) = rest.split_at_checked(at)?;
    let with = with.trim_end_matches("同比").trim_end_matches("分别");
    (with.chars().count() <= 16 && with.len() > word.len()).then(|| (before, with.to_owned()))
}

/// Leaves words at the beginning of a clause out.
fn heads<'a>(mut rest: &'a str, found: &mut Before) -> &'a str {
    loop {
        let time = strip_year_before(rest)
            .or_else(|| strip_month_before(rest))
            .or_else(|| strip_period_before(rest));
        if let Some(after) = time {
            rest = after;
            continue;
        }
        let is_word = NOT_HEAD.start_of(rest).is_some();
        let Some((after, word)) = strip_front(rest, &HEAD).filter(|_| !is_word) else {
            break;
        };
        // 重点项目 and 完成投资 are nouns.
        if word == "重点"
            || matches!(word, "各级" | "完成" | "年" | "当年" | "计划" | "全年") && is_relational(rest)
        {
            break;
        }
        found.is_part |= word == "其中";
        found.is_done |= word == "完成";
        found.is_total |= matches!(word, "截至" | "截至目前" | "年末" | "现有");
        rest = after;
    }
    rest.trim_start_matches(['、', '，'])
}

/// The verb at the beginning of a phrase, and its noun; of a list of examples with 等 that which they are examples of.
fn verb_and_noun(rest: &str) -> (&'static str, String) {
    let (after, verb) = match strip_front(rest, &VERBS) {
        Some((after, verb)) if !after.is_empty() => (after, verb),
        _ => (rest, ""),
    };
    // 建设用地 is a noun: only where a noun of its own follows is it a verb.
    let is_noun = verb.len() == "建设".len() && NOT_VERB.start_of(rest).is_some();
    let (after, verb) = if is_noun { (rest, "") } else { (after, verb) };
    // 高等教育, 等级民宿 give no examples.
    let is_example = |(examples, kind): &(&str, &str)| {
        !examples.ends_with(['高', '中', '初', '同', '平', '均', '特', '优', '一', '二', '三', '甲'])
            && !kind.starts_with(['级', '次', '额', '值', '待', '候', '效', '线'])
    };
    let kind = after
        .rsplit_once('等')
        .filter(is_example)
        .map(|(_, kind)| kind.trim_start_matches(['“', '”', '个', '类']));
    let noun = match kind {
        Some(kind) if kind.chars().count() >= 2 => kind,
        _ => after,
    };
    let noun = noun.trim_end_matches(['，', '、', '：']).trim_start_matches(['了', '”']);
    // 11项主要经济指标中有6项
    let noun = noun.strip_suffix('中').filter(|noun| noun.ends_with("指标")).unwrap_or(noun);
    // 工业实现增加值
    (verb, noun.replace("实现", ""))
}

/// Nouns that begin as a verb does.
static NOT_VERB: Words = Words::new(&[
    "增加值",
    "建设用地",
    "建设项目",
    "服务业",
    "服务贸易",
    "服务企业",
    "服务群众",
    "投入强度",
    "投入产出",
    "登记失业",
    "开发区",
    "开发投资",
    "治理率",
    "服务平台",
    "培训机构",
    "发布会",
    "绿化率",
    "绿化覆盖",
    "绿化面积",
    "到位资金",
    "到位率",
    "签约项目",
    "签约率",
    "开工率",
    "竣工率",
    "申报率",
    "开发改造",
    "升级版",
    "组织收入",
    "完成率",
    "实现率",
    "办结率",
    "投资完成率",
    "参加城",
    "参加基",
    "服务收入",
    "入库税收",
    "落户企业",
    "建设投资",
    "建设进度",
    "工业",
]);

/// The verb that the words before a number end in: 派出288名干部.
pub(crate) fn verb_at_end(words: &str) -> &'static str {
    strip_any(words.trim_end_matches('了'), &VERBS).map_or("", |(_, verb)| verb)
}

/// Whether a clause has nothing but a verb before its number: 开工248个.
pub(crate) fn is_verb(noun: &str) -> bool {
    VERBS.has(noun) || LIFTED.has(noun)
}
