//! What a text says is to be done: its clauses that begin with a verb or have a target.

use std::ops::Range;

use crate::clauses::{
    ADVERBS, Clause, ends_sentence, has_any, longest_prefix, longest_suffix, ordinal, quantities, split,
};
use crate::words::Words;

/// One thing that is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Commitment {
    /// Its bytes, with those of its target.
    pub(super) range: Range<usize>,
    /// Its words without the target.
    pub(super) task: String,
    /// How much, or how it is to develop.
    pub(super) target: Option<String>,
    /// What it was read from.
    pub(super) grade: Grade,
}

/// What a commitment was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grade {
    /// The words after a key.
    Key,
    /// A clause with one number.
    Target,
    /// A clause with several.
    Numbers,
    /// A clause with a verb.
    Action,
    /// A clause of the general requirements.
    Creed,
}

/// The length of the longest that says how something is done.
fn adverb(rest: &str) -> usize {
    ADVERBS.prefix(rest).max(BEFORE_COMMITMENTS.prefix(rest))
}

/// Besides [`ADVERBS`], before a commitment.
static BEFORE_COMMITMENTS: Words = Words::new(&[
    "一体化",
    "更大力度",
    "更加",
    "不断",
    "坚决",
    "严格",
    "从严",
    "主动",
    "精准",
    "科学",
    "充分",
    "密切",
    "广泛",
    "有效",
    "有力",
    "用心",
    "用情",
    "合理",
    "适时",
    "常态化",
    "分类",
    "系统",
    "整体",
    "逐步",
    "加大力度",
    "大幅",
    "超前",
    "提前",
    "及时",
    "奋力",
    "竭力",
    "倾力",
    "毫不动摇",
    "坚定不移",
    "始终",
    "健康",
    "多渠道",
    "全方位",
    "探索",
    "鼓励",
]);

/// What is done.
static VERBS: Words = Words::new(&[
    "推进",
    "推动",
    "加快",
    "建设",
    "抓好",
    "抓实",
    "抓住",
    "抓",
    "实施",
    "打造",
    "促进",
    "做好",
    "做大",
    "做强",
    "做优",
    "做实",
    "做足",
    "做精",
    "建成",
    "完成",
    "建好",
    "启动",
    "开工",
    "新建",
    "扩建",
    "改建",
    "迁建",
    "续建",
    "改造",
    "谋划",
    "规划",
    "引进",
    "引育",
    "招引",
    "申报",
    "加强",
    "加大",
    "深化",
    "完善",
    "健全",
    "落实",
    "提升",
    "提高",
    "优化",
    "培育",
    "培养",
    "发展",
    "开展",
    "强化",
    "构建",
    "建立",
    "扩大",
    "支持",
    "鼓励",
    "引导",
    "改善",
    "保障",
    "增强",
    "严控",
    "严防",
    "严惩",
    "防范",
    "化解",
    "治理",
    "整治",
    "壮大",
    "激发",
    "释放",
    "拓展",
    "布局",
    "巩固",
    "稳定",
    "稳住",
    "办好",
    "守住",
    "守牢",
    "兜牢",
    "兜住",
    "筑牢",
    "压实",
    "创建",
    "争创",
    "推广",
    "推行",
    "组织",
    "举办",
    "制定",
    "编制",
    "出台",
    "修订",
    "实现",
    "新增",
    "补齐",
    "破解",
    "解决",
    "淘汰",
    "关停",
    "清理",
    "盘活",
    "整合",
    "融入",
    "对接",
    "承接",
    "服务",
    "关注",
    "用好",
    "管好",
    "减少",
    "降低",
    "控制",
    "遏制",
    "打击",
    "塑造",
    "擦亮",
    "叫响",
    "弘扬",
    "选树",
    "评选",
    "普及",
    "倡导",
    "畅通",
    "延伸",
    "应用",
    "储备",
    "纳入",
    "发放",
    "争取",
    "投放",
    "开放",
    "开通",
    "改革",
    "繁荣",
    "丰富",
    "净化",
    "维护",
    "监测",
    "排查",
    "升级",
    "更新",
    "增加",
    "增设",
    "拓宽",
    "促",
    "防",
    "稳",
    "扶持",
    "帮助",
    "加密",
    "复垦",
    "退出",
    "承办",
    "签约",
    "落地",
    "转化",
    "设立",
    "组建",
    "成立",
    "铺设",
    "敷设",
    "修建",
    "修复",
    "种植",
    "造林",
    "供应",
    "筹集",
    "筹措",
    "发行",
    "压减",
    "压降",
    "清偿",
    "确定",
    "坚持",
    "启用",
    "强力",
    "贯彻",
    "执行",
    "健强",
    "打好",
    "打赢",
    "培训",
    "力争",
    "确保",
    "配合",
    "严格",
    "切断",
    "消除",
    "阻断",
    "发挥",
    "用足",
    "吸引",
    "筛选",
    "搞好",
    "传导",
    "采取",
    "力促",
    "营造",
    "管控",
    "处置",
    "打通",
    "疏通",
    "攻克",
    "突破",
    "转变",
    "赋能",
    "增进",
    "织密",
    "织牢",
    "夯实",
    "传承",
    "保护",
    "挖掘",
    "宣传",
    "讲好",
    "注重",
    "集聚",
    "汇聚",
    "引聚",
    "做细",
    "走好",
    "扩容",
    "安排",
    "兑现",
    "兑付",
    "出清",
    "拆除",
    "收回",
    "收储",
    "出让",
    "腾退",
    "回收",
    "建强",
    "配备",
    "配齐",
    "选派",
    "招聘",
    "招录",
    "补充",
    "补助",
    "资助",
    "救助",
    "免除",
    "减免",
    "依法",
    "统筹",
    "支撑",
    "承接",
    "延续",
    "拉动",
    "提振",
    "提速",
    "提质",
    "扩",
    "补",
    "强化",
    "压缩",
    "归集",
    "普查",
    "摸排",
    "整改",
    "督促",
    "推介",
    "开发",
    "运营",
    "试点",
    "先行先试",
    "举行",
    "办理",
    "参与",
    "履行",
    "接受",
    "规范",
    "约束",
    "精简",
    "厉行",
    "纠治",
    "惩治",
]);

/// What leads to the clause after it: 围绕主导产业，….
static LEADS: Words = Words::new(&[
    "围绕",
    "按照",
    "聚焦",
    "立足",
    "依托",
    "根据",
    "结合",
    "紧扣",
    "本着",
    "树立",
    "针对",
    "通过",
    "随着",
    "对照",
    "紧盯",
    "抢抓",
    "借助",
    "把握",
    "遵循",
    "瞄准",
    "在",
    "当前",
    "处理好",
    "综合研判",
    "综合考虑",
    "践行",
]);

/// What a clause begins with that says what the one before it is for.
static RESULTS: Words = Words::new(&[
    "为",
    "让",
    "使",
    "有效解决",
    "有效缓解",
    "不断提高",
    "不断增强",
    "不断提升",
    "切实为",
    "切实提高",
    "从而",
    "以便",
    "形成",
    "带动",
    "助力",
    "努力形成",
]);

/// Words without a number that say how something is to develop.
static PHRASES: Words = Words::new(&[
    "稳步增长",
    "平稳增长",
    "较快增长",
    "持续增长",
    "稳定增长",
    "稳中有升",
    "稳步提升",
    "稳步提高",
    "持续下降",
    "持续改善",
    "持续提升",
    "保持稳定",
    "保持基本稳定",
    "保持总体稳定",
    "基本平衡",
    "保持基本平衡",
    "保持合理水平",
    "继续下降",
    "进一步下降",
    "稳量提质",
    "持续好转",
    "基本稳定",
    "总体稳定",
    "促稳提质",
    "促稳保质",
    "与经济增长同步",
    "与经济增长基本同步",
    "与经济增长保持同步",
    "与经济增长保持基本同步",
    "与经济同步增长",
    "与经济保持同步增长",
    "与经济增长同步提高",
    "和经济增长同步",
    "和经济增长基本同步",
    "和经济增长保持同步",
    "和经济增长保持基本同步",
    "与经济发展同步",
    "与上年持平",
    "保持全省前列",
    "动态为零",
    "稳中提质",
]);

/// Words that say that a target of others is met.
static MET: Words = Words::new(&[
    "完成市下达",
    "完成省市下达",
    "完成国家和省下达",
    "完成自治区下达",
    "完成省下达",
    "完成上级下达",
    "完成国家下达",
    "完成省定",
    "完成市定",
    "达到省定",
    "达到国家",
    "完成上级",
    "控制在省定",
]);

/// Whether a clause begins with what is to be done.
fn begins_with_verb(clause: &str) -> bool {
    let mut rest = clause;
    let mut adverbs = 0;
    loop {
        if VERBS.prefix(rest) > 0 {
            return true;
        }
        let length = adverb(rest).max(if rest.starts_with('、') { '、'.len_utf8() } else { 0 });
        if length == 0 || adverbs > 8 {
            return false;
        }
        rest = rest.get(length..).unwrap_or_default();
        adverbs += 1;
    }
}

/// Whether a text is a verb and no more.
fn is_verb(text: &str) -> bool {
    let mut rest = text;
    while let length @ 1.. = VERBS.prefix(rest).max(adverb(rest)) {
        rest = rest.get(length..).unwrap_or_default();
    }
    rest.is_empty()
}

/// Words of sentences that speak to the assembly.
static ADDRESSES: Words = Words::new(&[
    "各位代表",
    "让我们",
    "任务艰巨",
    "意义重大",
    "开局之年",
    "收官之年",
    "关键之年",
    "见附表",
    "详见附件",
    "奋力谱写",
    "奋力开创",
    "而努力奋斗",
    "请予审议",
]);

/// Words of the general requirements.
static CREEDS: Words =
    Words::new(&["习近平", "总体要求", "指导思想", "总体思路", "二十大精神", "稳中求进工作总基调"]);

/// Whether a sentence speaks to the assembly, of the past or of thought, not of what is done.
fn is_address(sentence: &str) -> bool {
    ADDRESSES.within(sentence)
        || longest_prefix(sentence, &["今年是", "2025年是", "过去一年", "去年", "附："]) > 0
}

/// Whether a sentence is one of the general requirements.
fn is_creed(sentence: &str) -> bool {
    CREEDS.within(sentence)
}

/// A number of a paragraph that was read as a figure.
#[derive(Clone, Debug)]
pub(super) struct Known<'a> {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// What it is of.
    pub(super) subject: &'a str,
}

/// The commitments of a range of a paragraph's words. `known`: its numbers that were read as figures, in order.
pub(super) fn read(words: &str, range: Range<usize>, known: &[Known<'_>]) -> Vec<Commitment> {
    let mut found = Vec::new();
    for sentence in split(words, range, ends_sentence) {
        let text = words.get(sentence.range.clone()).unwrap_or_default();
        if is_address(text) {
            continue;
        }
        let mut reader = Sentence { words, known, found: Vec::new(), ambition: "", subject: String::new() };
        let mut was_lead = false;
        for clause in split(words, sentence.range.clone(), |c| matches!(c, '，' | '：')) {
            let is_lead = clause.end == Some('：');
            reader.clause(clause.range, is_lead, was_lead);
            was_lead = is_lead;
        }
        if is_creed(text) {
            reader.found.retain(|commitment| {
                let words = [
                    "贯彻",
                    "落实",
                    "深入贯彻",
                    "全面贯彻",
                    "认真落实",
                    "坚持",
                    "融入",
                    "立足",
                    "完整",
                    "深入学习",
                    "践行",
                    "迎接",
                ];
                longest_prefix(&commitment.task, &words) == 0
            });
            for commitment in &mut reader.found {
                commitment.grade = Grade::Creed;
            }
        }
        found.extend(reader.found);
    }
    found
}

/// A sentence that is being read.
struct Sentence<'a> {
    words: &'a str,
    known: &'a [Known<'a>],
    found: Vec<Commitment>,
    /// 力争 or 争取 before the clauses that follow.
    ambition: &'static str,
    /// What the last number was of.
    subject: String,
}

/// A clause shorter than this says little alone, and one task has not many more characters than the other.
const SHORT: usize = 7;
const LONG: usize = 70;

/// A clause of more bytes is none: a table that was taken for text.
const LONGEST: usize = 3000;

impl Sentence<'_> {
    fn text(&self, range: Range<usize>) -> &str {
        self.words.get(range).unwrap_or_default()
    }

    fn clause(&mut self, mut range: Range<usize>, is_lead: bool, was_lead: bool) {
        let words = self.text(range.clone());
        let dash = words.len() - words.trim_start_matches(['—', '－']).len();
        range.start += dash;
        // ——坚持创新驱动。 heads what follows.
        if dash > 0 && self.text(range.clone()).starts_with("坚持") {
            return;
        }
        range.start += ordinal(self.text(range.clone()));
        // 第二，抓项目: the ordinal alone.
        let text = self.text(range.clone());
        if text.is_empty() || is_lead || text.len() > LONGEST {
            return;
        }
        let numbers = self.numbers(range.clone());
        if !numbers.is_empty() {
            self.measured(range, &numbers);
            return;
        }
        let text = self.text(range.clone());
        let begins = begins_with_verb(text) && RESULTS.prefix(text) == 0;
        let met = MET.first_in(text);
        let phrase = PHRASES.suffix(text);
        let phrase_at = if phrase > 0 { Some(text.len() - phrase) } else { met }.filter(|at| *at > 0);
        if let Some(at) = phrase_at.filter(|_| !begins || phrase > 0) {
            let task = text.get(..at).unwrap_or_default().trim_start_matches("确保").to_owned();
            let target = text.get(at..).map(str::to_owned);
            self.found.push(Commitment { range, task, target, grade: Grade::Action });
        } else if begins {
            let task = text.to_owned();
            // A verb of one word goes with what follows it: 促“六保”.
            match self.found.last_mut() {
                Some(last)
                    if last.grade == Grade::Action
                        && last.target.is_none()
                        && is_short(&last.task)
                        && !was_lead =>
                {
                    extend(last, self.words, range.end);
                }
                _ => self.found.push(Commitment { range, task, target: None, grade: Grade::Action }),
            }
        } else if LEADS.prefix(text) == 0
            && !(text.starts_with('以') && has_any(text, &["为", "契机"]))
            && let Some(last) = self.found.last_mut()
            && last.target.is_none()
            && last.task.chars().count() < LONG
            && range.start.saturating_sub(last.range.end) <= '，'.len_utf8()
        {
            extend(last, self.words, range.end);
        }
    }

    /// The numbers of a clause: those that were read as figures, else those that have a unit.
    fn numbers(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let first = self.known.partition_point(|known| known.range.start < range.start);
        let from_here = self.known.get(first..).unwrap_or_default().iter().map(|known| &known.range);
        let mut known: Vec<Range<usize>> =
            from_here.take_while(|known| known.end <= range.end).cloned().collect();
        if known.is_empty() {
            let read = quantities(self.text(range.clone())).into_iter();
            known =
                read.map(|found| range.start + found.range.start..range.start + found.range.end).collect();
        }
        known
    }

    /// A clause with numbers: one task for each of an enumeration, else one for all of it.
    fn measured(&mut self, range: Range<usize>, numbers: &[Range<usize>]) {
        // 增长6%左右、力争7%: the first is none that is striven for.
        let first = numbers.first().map_or(range.end, |first| first.end.max(range.start));
        self.strive(range.start..first);
        if self.shared(&range, numbers) {
            return;
        }
        // 甲、乙均增长5%和7%: each number has the words before the first.
        let is_joint = |(one, other): (&Range<usize>, &Range<usize>)| {
            matches!(self.text(one.end..other.start.max(one.end)), "和" | "与" | "及")
        };
        let is_list = numbers.len() > 1 && numbers.iter().zip(numbers.iter().skip(1)).all(is_joint);
        if is_list && numbers.last().is_some_and(|last| last.end == range.end) {
            for number in numbers {
                self.one_after(range.clone(), first_of(numbers, &range), number.clone(), Grade::Numbers);
            }
            return;
        }
        let pieces = split(self.words, range.clone(), |c| c == '、');
        let ends_with_number = |end: usize| numbers.iter().any(|number| number.end == end);
        let measured = pieces.iter().filter(|piece| ends_with_number(piece.range.end)).count();
        let has_all = pieces.iter().all(|piece| {
            numbers
                .iter()
                .filter(|number| piece.range.start <= number.start && number.end <= piece.range.end)
                .count()
                <= 1
        });
        // 推进20个项目、完成投资98亿元
        let is_one_each = pieces.len() == numbers.len() && numbers.len() > 1;
        let begins_with_verb = is_verb(self.text(first_of(numbers, &range)));
        if has_all && measured > 0 && is_one_each && begins_with_verb {
            for (piece, number) in pieces.into_iter().zip(numbers) {
                self.strive(piece.range.clone());
                self.one(piece.range, number.clone(), Grade::Target);
            }
            return;
        }
        if measured > 1 && has_all {
            let mut start = range.start;
            for piece in pieces {
                let number = numbers.iter().find(|number| number.end == piece.range.end);
                // 甲、乙各2个: what has no number goes with the next that has one.
                if let Some(number) = number {
                    self.strive(start..piece.range.end);
                    self.one(start..piece.range.end, number.clone(), Grade::Target);
                    start = piece.range.end + '、'.len_utf8();
                }
            }
            return;
        }
        let at_end = numbers.last().filter(|last| last.end == range.end);
        if at_end.is_none() && numbers.len() > 1 {
            self.counted(range, numbers);
            return;
        }
        if let Some(number) = at_end.or_else(|| numbers.first()) {
            // 加快推进119个重点项目建设, and not 发挥协会30家企业的作用.
            let is_inner = at_end.is_none() && !is_verb(self.text(range.start..number.start));
            let grade = if numbers.len() == 1 && !is_inner { Grade::Target } else { Grade::Numbers };
            self.one(range, number.clone(), grade);
        }
    }

    /// 甲、乙分别增长5%和7%: a task for each number, with what that number is of. `false` where that is not known.
    fn shared(&mut self, range: &Range<usize>, numbers: &[Range<usize>]) -> bool {
        let before = self.text(first_of(numbers, range));
        let Some((_, joint)) = before.rsplit_once("分别").filter(|_| numbers.len() > 1) else {
            return false;
        };
        let direction = longest_suffix(joint, &FALLS);
        let (joint, fall) = joint.split_at(joint.len() - direction);
        let change = trimmed(joint);
        let subject = |number: &Range<usize>| {
            let at = self.known.binary_search_by_key(&number.start, |known| known.range.start).ok()?;
            let subject = self.known.get(at)?.subject;
            // 死亡人数降幅: the target has the word.
            let subject = if direction > 0 { subject.trim_end_matches("降幅") } else { subject };
            Some(subject).filter(|subject| !subject.is_empty())
        };
        let commitment = |number: &Range<usize>| {
            let subject = subject(number)?;
            let target = format!("{}{fall}{}", self.ambition, self.text(number.clone()));
            let task = format!("{subject}{change}");
            Some(Commitment { range: range.clone(), task, target: Some(target), grade: Grade::Target })
        };
        let Some(found) = numbers.iter().map(commitment).collect::<Option<Vec<_>>>() else {
            return false;
        };
        self.found.extend(found);
        true
    }

    /// 建成3个产业园、12个和美乡村: a task for each item with its number, else one with all of them in its words.
    fn counted(&mut self, range: Range<usize>, numbers: &[Range<usize>]) {
        let pieces = split(self.words, range.clone(), |c| c == '、');
        let is_one_each = pieces.len() == numbers.len()
            && pieces
                .iter()
                .zip(numbers)
                .all(|(piece, number)| piece.range.start <= number.start && number.end < piece.range.end);
        let verb = self.text(first_of(numbers, &range)).to_owned();
        let begins = |piece: &Clause, number: &Range<usize>| number.start == piece.range.start;
        if is_one_each
            && is_verb(&verb)
            && pieces.iter().zip(numbers).skip(1).all(|(piece, number)| begins(piece, number))
        {
            for (piece, number) in pieces.into_iter().zip(numbers) {
                let things = self.text(number.end..piece.range.end);
                let (task, target) = (format!("{verb}{things}"), Some(self.text(number.clone()).to_owned()));
                self.found.push(Commitment { range: piece.range, task, target, grade: Grade::Target });
            }
            return;
        }
        // 增长5%左右、迈上3万亿元台阶: what has its number at its end, and the rest.
        if let (Some(piece), Some(number)) = (pieces.first(), numbers.first())
            && pieces.len() > 1
            && piece.range.end == number.end
        {
            let rest = piece.range.end + '、'.len_utf8()..range.end;
            self.one(piece.range.clone(), number.clone(), Grade::Target);
            let task = self.text(rest.clone()).to_owned();
            self.found.push(Commitment { range: rest, task, target: None, grade: Grade::Numbers });
            return;
        }
        let task = self.text(range.clone()).to_owned();
        self.found.push(Commitment { range, task, target: None, grade: Grade::Numbers });
    }

    /// Notes 力争 and 争取 of some words.
    fn strive(&mut self, range: Range<usize>) {
        let words = self.text(range);
        if let Some(ambition) = ["力争", "争取"].into_iter().find(|ambition| words.contains(ambition)) {
            self.ambition = ambition;
        }
    }

    fn one(&mut self, range: Range<usize>, number: Range<usize>, grade: Grade) {
        let before = range.start..number.start.max(range.start);
        self.one_after(range, before, number, grade);
    }

    fn one_after(&mut self, range: Range<usize>, before: Range<usize>, number: Range<usize>, grade: Grade) {
        let before = self.text(before);
        let after = self.text(number.end.min(range.end)..range.end);
        let direction = longest_suffix(before, &FALLS);
        let printed = self.text(number.clone());
        let stem = before.get(..before.len() - direction).unwrap_or_default();
        let stem = trimmed(stem);
        let mut target = format!("{}{printed}", before.get(before.len() - direction..).unwrap_or_default());
        // 赤字率按3%安排
        let after = if matches!(after, "安排" | "大关") { "" } else { after };
        let mut task = format!("{stem}{after}");
        if !self.ambition.is_empty() {
            if let Some(rest) = task.strip_prefix(self.ambition) {
                task = rest.into();
            }
            if !target.contains(self.ambition) {
                target = format!("{}{target}", self.ambition);
            }
        }
        let mut task = String::from(task.trim_start_matches("其中").trim_start_matches('，'));
        // 完成收入4.8亿元，增长6%: the growth is of what was said before.
        let is_change = longest_prefix(&task, &["比上年", "较上年", "比去年", "较去年", "同比"]) > 0;
        let is_bare = is_change
            || ["", "增长", "同比增长", "同比", "比上年增长", "占比", "较上年增长", "年均增长", "增速"]
                .contains(&task.as_str());
        // 生产总值增长8%，确保增长7%: of the same.
        let sure = task.strip_prefix("确保").map(|rest| rest.trim_start_matches("同口径"));
        let is_sure = matches!(sure, Some("" | "增长" | "同比增长" | "达到")) && !self.subject.is_empty();
        if is_sure {
            task.clone_from(&self.subject);
        } else if is_bare {
            if self.subject.is_empty() {
                return;
            }
            task = format!("{}{task}", self.subject);
        } else {
            self.subject.clone_from(&task);
        }
        let grade = if is_bare || is_sure { Grade::Numbers } else { grade };
        self.found.push(Commitment { range, task, target: Some(target), grade });
    }
}

/// Words before a number that is printed without its minus.
const FALLS: [&str; 4] = ["下降", "降低", "减少", "回落"];

/// The bytes of a range before its first number.
fn first_of(numbers: &[Range<usize>], range: &Range<usize>) -> Range<usize> {
    range.start..numbers.first().map_or(range.end, |first| first.start.max(range.start))
}

/// A text without the words that lead to a number.
fn trimmed(text: &str) -> &str {
    static TO: Words = Words::new(&[
        "拟按",
        "按",
        "拟",
        "达到",
        "达",
        "为",
        "至",
        "到",
        "在",
        "约",
        "超过",
        "超",
        "控制",
        "力争达到",
        "不低于",
        "不少于",
        "保持",
        "稳定",
        "累计",
        "共",
        "各",
        "突破",
        "目标",
        "以上达到",
        "以内",
    ]);
    // 提高到1.6%, and not 提高1.6%
    const MOVED: [&str; 13] = [
        "提高", "提升", "上升", "增长", "增加", "扩大", "下降", "降低", "减少", "缩小", "压缩", "压减",
        "回落",
    ];
    let mut rest = text;
    while let length @ 1.. = TO.suffix(rest) {
        let before = rest.get(..rest.len() - length).unwrap_or_default();
        if rest.ends_with(['到', '至']) && longest_suffix(before, &MOVED) > 0 {
            break;
        }
        let shorter = rest.get(..rest.len() - length).unwrap_or_default();
        // 社会保障 and 管控 are no words of a number.
        if shorter.is_empty() {
            break;
        }
        rest = shorter;
    }
    rest
}

fn is_short(task: &str) -> bool {
    task.chars().count() < SHORT
}

/// Lets a commitment go on to `end`.
fn extend(commitment: &mut Commitment, words: &str, end: usize) {
    let more = words.get(commitment.range.end..end).unwrap_or_default();
    commitment.task.push_str(more);
    commitment.range.end = end;
}
