//! Units as main text prints them after a number.

use super::text::{Text, is_han};

/// What a unit is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// %, ‰, 成.
    Rate,
    /// 个百分点.
    Points,
    /// 倍.
    Times,
    /// Money.
    Money,
    /// Area, length, mass, energy, time, concentration.
    Measure,
    /// Power, voltage, capacity: often a part of a name (110千伏变电站).
    Rating,
    /// Measure words.
    Things,
    /// None, or 万 alone.
    Bare,
}

const MULTIPLES: [&str; 11] = ["万亿", "千亿", "百亿", "亿", "千万", "百万", "十万", "万", "千", "百", ""];

const RATES: &[&str] = &["%", "‰", "成"];
const POINTS: &[&str] = &["个百分点", "百分点", "个千分点", "个基点"];
const TIMES: &[&str] = &["倍"];
const MONEY: &[&str] = &["元", "美元", "欧元", "港元", "港币", "日元", "英镑", "元人民币", "元/人", "人民币"];
const MEASURES: &[&str] = &[
    "平方米", "平方公里", "平方千米", "公顷", "亩", "亩次", "公里", "千米", "米", "车道公里", "单线公里", "延米",
    "延长米", "海里", "里", "毫米", "厘米", "吨", "吨标准煤", "吨标煤", "吨公里", "人公里", "吨海里", "千克", "公斤",
    "斤", "克", "毫克", "立方米", "方", "立方", "标方", "标准立方米", "升", "毫升", "千瓦时", "兆瓦时", "吉瓦时",
    "度", "天", "日", "个工作日", "工作日", "小时", "个小时", "分钟", "秒", "平方", "平米", "平", "摄氏度", "℃",
    "微克/立方米", "毫克/升", "毫克/立方米", "分贝", "标箱", "标准箱", "TEU", "个标箱", "个标准箱", "吉焦", "焦耳",
    "学时", "课时", "人天", "人日", "工日", "km", "km²", "kg", "m²", "m³", "㎡", "㎞", "μg/m³", "ug/m3", "μg/m3",
    "kWh", "MWh", "GWh", "PB", "TB", "EB", "担",
];
const RATINGS: &[&str] = &[
    "千瓦", "兆瓦", "吉瓦", "瓦", "千伏", "伏", "千伏安", "兆伏安", "伏安", "蒸吨", "载重吨", "总吨", "吨位", "吨级",
    "kW", "MW", "GW", "kV", "KV", "kVA", "MVA", "Mbps", "Gbps", "Tbps", "PFLOPS", "EFLOPS", "赫兹", "兆", "标准机架",
];
const THINGS: &[&str] = &[
    "个", "家", "项", "套", "双", "处", "场", "次", "所", "张", "大", "户", "人", "名", "位", "人次", "车次", "架次",
    "班次", "列", "辆", "台", "台套", "台（套）", "台(套)", "台/套", "台件", "件", "条", "座", "栋", "幢", "间", "孔",
    "眼", "口", "头", "只", "羽", "尾", "匹", "箱", "盒", "瓶", "袋", "支", "枝", "把", "根", "棵", "株", "盏", "块",
    "片", "幅", "面", "副", "部", "册", "本", "篇", "份", "封", "批", "批次", "类", "种", "宗", "起", "例", "桩",
    "门", "轮", "层", "杆", "组", "对", "队", "床", "席", "座席", "顶", "艘", "架", "枚", "颗", "粒", "道", "段",
    "村", "镇", "乡", "县", "园", "字", "词", "户次", "家次", "项次", "场次", "例次", "条次", "件次", "户（次）",
    "人（次）", "家（次）", "人份", "剂次", "剂", "针", "针次", "站次", "村次", "泊位", "车位", "学位", "个学位",
    "机组", "档", "站", "点位", "人月", "笔", "单", "盘", "趟", "票", "亩次", "遍",
    "款", "旅客人次", "单元", "网格", "股",
    "朵", "桶", "丛", "窝", "群", "组次", "船次", "航次", "馆次", "册次",
];
/// What may stand after a stroke: 元/人, 件/万人.
const PER: &[&str] =
    &["年", "月", "日", "时", "天", "小时", "人", "千人", "万人", "百人", "百户", "万户", "户", "人年", "次", "车", "GDP"];

/// Longer words that begin with a unit and are none: 5大类 is 5大.
const CLASSES: [(Class, &[&str]); 7] = [
    (Class::Rate, RATES),
    (Class::Points, POINTS),
    (Class::Times, TIMES),
    (Class::Money, MONEY),
    (Class::Measure, MEASURES),
    (Class::Rating, RATINGS),
    (Class::Things, THINGS),
];

/// The unit that begins there: its end and its class. `None` where a word that is no unit follows.
pub(crate) fn unit(text: &Text<'_>, from: usize) -> Option<(usize, Class)> {
    let mut best: Option<(usize, Class)> = None;
    for multiple in MULTIPLES {
        if !text.starts(from, multiple) {
            continue;
        }
        let base = from + multiple.chars().count();
        if matches!(multiple, "万" | "亿" | "万亿") && best.is_none_or(|(end, _)| end < base) {
            best = Some((base, Class::Bare));
        }
        if let Some((end, class)) = base_unit(text, base)
            && best.is_none_or(|(known, _)| known < end)
        {
            best = Some((end, class));
        }
    }
    let (end, class) = best?;
    if text.at(end) != '/' {
        return Some((end, class));
    }
    let per = base_unit(text, end + 1).map(|(end, _)| end);
    let other = PER.iter().filter(|word| text.starts(end + 1, word)).map(|word| end + 1 + word.chars().count());
    match per.into_iter().chain(other).max() {
        Some(end) => Some((end, if class == Class::Money { Class::Money } else { Class::Measure })),
        None => Some((end, class)),
    }
}

fn base_unit(text: &Text<'_>, from: usize) -> Option<(usize, Class)> {
    let first = text.at(from);
    let mut best: Option<(usize, Class)> = None;
    for (class, words) in CLASSES {
        for word in words {
            if word.starts_with(first) && text.starts(from, word) {
                let end = from + word.chars().count();
                // km of 5kmh is no unit.
                let is_cut = text.before(end).is_ascii_alphabetic() && text.at(end).is_ascii_alphabetic();
                if !is_cut && best.is_none_or(|(known, _)| known < end) {
                    best = Some((end, class));
                }
            }
        }
    }
    best.filter(|(end, _)| !is_other_word(text, from, *end))
}

/// Words that begin as a unit does.
const OTHER: &[&str] = &[
    "大道", "里程", "方案", "方式", "方向", "方针", "方志", "平台", "平安", "平均", "天然", "天津", "日报", "日常",
    "日起", "日前", "人民", "人才", "人均", "人口", "人大", "人社", "人文", "人物", "人居", "人工", "名优", "名录",
    "名单", "名城", "名校", "名医", "项目", "点位", "站点", "道路", "段落", "面向", "面积", "条例", "部门", "部分", "部委",
    "类别", "期间", "期限", "期货", "线路", "线上", "线下", "县域", "县级", "县城", "县区", "乡村", "乡镇", "村庄", "村级",
    "村民", "镇区", "园区", "科技", "科学", "科研", "团体", "团队", "师资", "师生", "排放", "排名", "节能", "节约", "节点",
    "标准", "标杆", "代表", "任务", "首席", "首批", "首次", "集团", "集中", "集体", "集群", "出台", "出口", "出让", "款项",
    "票据", "码头", "单位", "单独", "股份", "股权", "群众", "群体", "群岛", "单体", "队伍", "门户", "门类", "门店",
    "组织", "组团", "对外", "对口", "对接", "对标", "支持", "支出", "本地", "本级", "本科", "本年", "份额", "起步",
    "种植", "种业", "层次", "层级", "口岸", "口径", "件均", "次产业", "次会议", "家庭", "家园", "家居", "家长",
    "所有", "场所", "场馆", "处理", "处置", "双碳", "双向", "张家", "位于", "位居", "位列", "座谈", "床位", "字号",
    "成立", "成为", "成功", "成果", "成效", "成交", "成本", "成都", "秒杀", "度假", "度夏", "米其林", "斤斤", "克服", "方米",
    "户外", "户籍", "人机", "人身", "人防", "人力", "人员", "名师", "名企", "名牌", "名特", "大学", "大桥", "大厦", "大街",
    "大会", "大数据", "大模型", "大众", "大型", "大力", "大幅",
];

/// Those of them that do not say that a unit has ended, since people are counted so: 5264名群众, 300人口.
fn is_other_word(text: &Text<'_>, from: usize, end: usize) -> bool {
    end == from + 1 && is_han(text.at(end)) && text.any(from, OTHER).is_some_and(|length| length > 1)
}

/// Measure words after which a Chinese numeral is a number.
const COUNTED: &[&str] = &[
    "个", "大", "项", "条", "家", "所", "座", "户", "人", "名", "处", "场", "套", "间", "支", "台", "辆", "亩", "公里",
    "吨", "元", "件", "张", "种", "人次", "平方米", "平方公里", "倍", "成", "栋", "部",
];

/// The end of the unit after a Chinese numeral, and its class.
pub(crate) fn counted(text: &Text<'_>, from: usize) -> Option<(usize, Class)> {
    let (end, class) = unit(text, from)?;
    let base = from + usize::from(matches!(text.at(from), '万' | '亿'));
    let word = text.slice(base..end);
    let is_money = class == Class::Money;
    // 一日办结
    let is_time_limit = matches!(word, "日" | "天") && text.any(end, &["办结", "内办结"]).is_some();
    (is_money || is_time_limit || COUNTED.contains(&word)).then_some((end, class))
}
