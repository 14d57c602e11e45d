//! What a number counts by the words after it.

use std::ops::Range;

use super::text::{Text, is_han};
use super::units::Class;
use crate::words::Words;

/// The words after a number that it counts, and what is said of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct After {
    /// The noun.
    pub(crate) noun: Range<usize>,
    /// What it does or what happens to it, up to the end of the clause; empty where it says nothing more.
    pub(crate) said: Range<usize>,
}

/// Words that begin what is said of a noun.
static PREDICATES: Words = Words::new(&[
    "实施",
    "完成",
    "开工",
    "投产",
    "投入",
    "进入",
    "申报",
    "全部",
    "预计",
    "有序",
    "建成",
    "实现",
    "获",
    "入选",
    "达到",
    "被",
    "开展",
    "纳入",
    "通过",
    "任",
    "为",
    "已",
    "正在",
    "均",
    "落地",
    "落户",
    "签约",
    "竣工",
    "列入",
    "发放",
    "参加",
    "加快",
    "顺利",
    "基本",
    "稳步",
    "成功",
    "累计",
    "跻身",
    "上榜",
    "全线",
    "入围",
    "获评",
    "获批",
    "荣获",
    "上市",
    "挂牌",
    "入库",
    "达",
    "同比",
    "增长",
    "推进",
    "启动",
    "完工",
    "投用",
    "运营",
    "得到",
    "享受",
    "提前",
    "如期",
    "超额",
    "持续",
    "集中",
    "入驻",
    "试点成",
    "在",
    "和",
    "及",
    "以及",
    "与",
    "并",
    "同步",
    "分别",
    "脱贫",
    "受益",
    "就业",
    "取得",
    "新增",
    "其中",
    "按",
    "从",
    "向",
    "到",
    "占",
    "表示",
    "正式",
    "主体",
    "动工",
    "复工",
    "办理",
    "指尖",
    "清零",
    "销号",
    "整改",
    "化解",
    "改善",
    "提请",
    "惠及",
    "开诊",
    "划转",
    "升格",
    "深入",
    "全面",
    "相继",
    "先后",
    "陆续",
    "全年",
    "落实",
    "赴",
    "增加",
    "未",
    "压缩",
]);

/// Words in which those do not begin anything.
static NOT_PREDICATES: Words = Words::new(&[
    "增加值",
    "完成率",
    "落实率",
    "任务",
    "为民",
    "任期",
    "就业岗位",
    "就业困难",
    "达标",
    "投入品",
    "持续性",
    "集中式",
    "基本公共",
    "基本农田",
    "在建",
    "在册",
    "在校",
    "在库",
    "达人",
    "主体工程",
    "从业",
    "向阳",
    "到户",
    "与会",
    "和谐",
    "按摩",
    "按揭",
    "投入产出",
    "实施项目",
    "落地项目",
    "签约项目",
    "开工项目",
    "竣工项目",
    "投产项目",
    "入库项目",
    "启动区",
    "推进机制",
    "推进项目",
    "推进专班",
    "基本单元",
    "就业创业",
    "受益户",
    "受益群众",
    "任职",
    "任教",
    "新增长",
    "及时",
    "及其",
    "通过率",
    "被征地",
    "被动",
    "集中供",
    "集中居",
    "实施主体",
    "建成区",
    "同步小康",
    "在线",
    "在岗",
    "占地",
    "未成年",
    "未来",
    "未就业",
    "压缩机",
    "压缩空气",
]);

/// The words after a number, `limit` at the most, where they are what it counts.
pub(crate) fn after(text: &Text<'_>, from: usize, limit: usize) -> Option<After> {
    if !is_han(text.at(from)) && !matches!(text.at(from), '“' | '《') {
        return None;
    }
    let is_not = text.at(from) == '未' && NOT_PREDICATES.at(text, from).is_none();
    if "并且而均都".contains(text.at(from)) || is_not || text.starts(from, "没有") {
        return None;
    }
    let limit = limit.min(from + 40);
    let mut end = from;
    let mut is_predicate = false;
    // The end of a word that holds a predicate.
    let mut inner = from;
    // What 、 goes on is counted too where no number follows: 200个智能车间、智能工厂.
    let stop = (from..text.len()).find(|at| "，。；：！？,;".contains(text.at(*at))).unwrap_or(text.len());
    let is_last = stop <= limit;
    while end < limit && !"，。；：！？,;）)".contains(text.at(end)) {
        if text.at(end) == '、' && !is_last || text.starts(end, "中有") {
            break;
        }
        if text.at(end) == '（' {
            let Some(close) = (end..limit).find(|at| text.at(*at) == '）') else {
                break;
            };
            end = close + 1;
            inner = inner.max(end);
            continue;
        }
        if let Some(length) = NOT_PREDICATES_INNER.at(text, end) {
            inner = end + length;
        }
        // 11个县被认定为
        let is_one =
            end == from + 1 && PREDICATES.at(text, end).is_some() && "县村镇乡区市州".contains(text.at(from));
        if is_one {
            is_predicate = true;
            break;
        }
        let is_noun = end < from.max(inner).max(from + 2)
            || text.before(end) == '“'
            || NOT_PREDICATES.at(text, end).is_some();
        if !is_noun && PREDICATES.at(text, end).is_some() {
            is_predicate = true;
            break;
        }
        end += 1;
    }
    let mut stop = end;
    while is_predicate && stop < limit && !"，。；：！？,;）)".contains(text.at(stop)) {
        stop += 1;
    }
    // 的 joins what is said of the noun to it.
    (end > from).then_some(After { noun: from..end, said: end..stop })
}

/// Words that hold a predicate after their first character.
static NOT_PREDICATES_INNER: Words = Words::new(&[
    "作为",
    "行为",
    "成为",
    "市场主体",
    "经营主体",
    "公共",
    "所在",
    "现在",
    "潜在",
    "责任",
    "主任",
    "总和",
    "面向",
    "方向",
    "服务",
    "意向",
    "普及",
    "涉及",
    "以及",
    "共和",
    "直达",
    "发达",
    "送达",
    "参与",
    "给与",
    "独占",
    "侵占",
    "规划建成",
    "收获",
    "归为",
    "联合",
    "从业",
    "行业和",
    "创业就业",
    "再就业",
    "稳就业",
    "级及以上",
    "国家和地区",
]);

/// Whether a number with that unit may count the words after it.
pub(crate) fn may_count(class: Class) -> bool {
    matches!(class, Class::Things | Class::Bare | Class::Rate)
}
