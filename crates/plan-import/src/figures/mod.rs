//! The numbers of paragraphs as figures: each with what it counts, what it claims and of which year. Nothing that is in doubt is called sure,
//! and what is not read at all is left to [`crate::unread`].

mod after;
mod items;
mod scan;
mod subject;
mod text;
mod units;
mod years;

#[cfg(test)]
mod sentences;
#[cfg(test)]
mod weidong;

use std::collections::HashMap;
use std::ops::Range;

use plan_data::{Modifier, Modifiers};

pub(crate) use scan::{Reading, Why, tokens};
use text::is_han;
pub(crate) use text::{Enclosed, Text};

use crate::row::said;
use crate::{At, Cells, Paragraph, Purpose, Reason, Report, Row, Section, Span, Sureness, Table};
use scan::{Amount, Token};
use subject::{Before, Change};
use units::Class;
use years::{Scope, Time};

/// Every quantitative statement of the paragraphs.
pub(crate) fn rows(report: &Report) -> Vec<Row> {
    let mut rows = Vec::new();
    // Whether a section is about several years, and about which part of a year: its heading says so, or that of the section that it
    // is in, or the title.
    let mut known: HashMap<&str, (bool, String)> = HashMap::new();
    let of_title = years::part_named(&report.title_words().concat()).unwrap_or_default();
    let mut scope = Scope::new(report);
    for section in &report.sections {
        let above = section.parent.as_deref().and_then(|parent| known.get(parent));
        let (is_above, part_above) = above.cloned().unwrap_or_else(|| (false, of_title.clone()));
        let is_of_years = is_above || years::names_years(&section.heading);
        let part = years::part_named(&section.heading).unwrap_or(part_above);
        known.insert(&section.id, (is_of_years, part.clone()));
        scope.enter(section, is_of_years, part);
        for (number, paragraph) in (1..).zip(&section.paragraphs) {
            let at = At { section: section.id.as_str().into(), paragraph: number };
            read(report, section, &at, paragraph, &mut scope, &mut rows);
        }
    }
    rows
}

/// What is read of a number besides its amount.
#[derive(Clone, Debug, Default)]
struct Statement {
    subject: String,
    kind: &'static str,
    /// Whether the subject is that of the figure before.
    is_inherited: bool,
    /// What keeps it from being sure.
    doubt: Option<Doubt>,
    is_stock: bool,
    /// Whether the things that it counts are there already, or only planned.
    is_there: bool,
    /// What it claims where the words after it say so: 超额完成40所的年度目标任务 is the target of what was told before it.
    nature: Option<&'static str>,
    time: Time,
}

/// What keeps a figure from being sure, from the least to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Doubt {
    /// The subject is put together from two clauses.
    Joined,
    /// What follows the number is taken as its subject.
    Follows,
    /// Its unit is in no list.
    Unit,
    /// It is written in Chinese numerals.
    Numeral,
    /// The year does not follow from the section.
    Year,
    /// It is about several years.
    Years,
    /// The section says neither results nor plans.
    Purpose,
    /// The subject may be cut off, or not be one.
    Subject,
    /// There is none.
    NoSubject,
}

impl Doubt {
    fn said(self) -> Reason {
        let (zh, en) = match self {
            Self::Joined => ("对象由前后两句合成", "the subject is put together from two clauses"),
            Self::Follows => ("对象取自数字后面的词", "the subject is taken from the words after the number"),
            Self::Unit => ("没有单位，或单位取自后面的数字", "no unit, or the unit of a later number"),
            Self::Numeral => ("汉字数字", "written in Chinese numerals"),
            Self::Year => ("年份取自句中", "the year is taken from the sentence"),
            Self::Years => ("说的是几年，不是一年", "about several years, not one"),
            Self::Purpose => {
                ("所在章节看不出是完成还是计划", "the section does not say whether it is a result or a plan")
            }
            Self::Subject => ("对象可能不完整", "the subject may be incomplete"),
            Self::NoSubject => ("没有找到对象", "no subject was found"),
        };
        said(zh, en)
    }

    fn is_serious(self) -> bool {
        self >= Self::Purpose
    }
}

/// What the sentence said up to a number.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says whether words of that sort stood there")]
struct Sentence {
    /// Where it was read to.
    read: usize,
    /// The year that it names, unless to compare with.
    year: Option<u16>,
    /// The year that brackets name, of the numbers in them: 23.9亿元（2020年22.1亿元）.
    aside: Option<u16>,
    /// The year since which it speaks.
    since: Option<u16>,
    /// The year of which the words before 提高到 tell: 由2020年的.
    base: Option<u16>,
    /// Whether it speaks of several years.
    is_of_years: bool,
    /// 力争 or 争取.
    ambition: Option<Modifier>,
    /// Where the last of those ends.
    wished: Option<usize>,
    /// Of when the last number is.
    time: Time,
    /// 计划 or 拟, before what has no year.
    is_planned: bool,
    /// 去年, 已: of what has happened.
    is_past: bool,
    /// 今年, 目标, 预期: of what is to come.
    is_future: bool,
    /// The part of a year that it is about: 上半年; empty where it does not say.
    part: String,
    /// 全年: whatever the heading says.
    is_whole: bool,
    /// The end of the last figure with the words that it counts.
    floor: usize,
    /// The subject of the last figure, and its verb.
    last: String,
    verb: &'static str,
    /// The subject of the last figure that was not a growth.
    head: String,
    /// That, with its verb where it says little without: 续建项目.
    named: String,
    /// Subjects that numbers of a list share out, with the place of the next.
    shared: Vec<String>,
    next: usize,
    /// Whether those are put together, not printed.
    is_given: bool,
    /// Whether 累计 stands before their numbers.
    is_total: bool,
    /// Whether the last figure was there at the end of the year.
    is_stock: bool,
    /// How the last rate changed.
    change: Change,
    /// Subjects of the amounts of the sentence so far, with the classes of their units.
    recent: Vec<(String, Class)>,
    /// The change and kind of the shared list.
    shared_change: Change,
    /// Whether the subject stands before a colon.
    is_labelled: bool,
    /// The class of unit of the shared list.
    shared_class: Option<Class>,
}

impl Sentence {
    /// The subjects of the last so many amounts in units of one class.
    fn alike(&self, count: usize) -> Option<Vec<String>> {
        let (_, class) = self.recent.last()?;
        let alike = self.recent.iter().filter(|(_, of)| of == class).map(|(subject, _)| subject.clone());
        let alike: Vec<String> = alike.collect();
        let from = alike.len().checked_sub(count)?;
        Some(alike.get(from..)?.to_vec())
    }

    /// What a part, a share or a total investment is of.
    fn base(&self) -> Option<&str> {
        let known = [&self.named, &self.head, &self.last].into_iter().map(String::as_str);
        known.into_iter().find(|base| !base.is_empty() && !subject::is_verb(base))
    }
}

const SENTENCE_ENDS: [char; 4] = ['。', '！', '？', '\n'];

fn read(
    report: &Report,
    section: &Section,
    at: &At,
    paragraph: &Paragraph,
    scope: &mut Scope,
    rows: &mut Vec<Row>,
) {
    let text = Text::new(&paragraph.words);
    let mark = text.char_of(paragraph.mark);
    let body = text.char_of((paragraph.mark + paragraph.run_in).min(paragraph.words.len()));
    let found = tokens(&text, mark);
    let fresh = |start| Sentence { read: start, floor: start, ..Sentence::default() };
    let mut sentence = fresh(mark);
    scope.open(&text, mark);
    for (index, token) in found.iter().enumerate() {
        // A number in quotes is a part of a name: 三个“1小时交通圈”.
        let is_open = |next: &&Token| text.enclosed(next.range.start) == Enclosed::No;
        let next = found.iter().skip(index + 1).find(is_open).map_or(text.len(), |next| next.range.start);
        advance(&text, &mut sentence, scope, token.range.start, body);
        match &token.reading {
            Reading::Other(why) => other(&text, &mut sentence, token, *why),
            Reading::Amount(amount) => {
                let ahead = Ahead { next, tokens: found.get(index..).unwrap_or_default() };
                let outer = is_in_brackets(&text, token.range.start)
                    .then(|| (sentence.last.clone(), sentence.head.clone(), sentence.named.clone()));
                let statement = statement(&text, &mut sentence, token, amount, &ahead);
                // What brackets say is not what goes on after them.
                if let Some(outer) = outer {
                    (sentence.last, sentence.head, sentence.named) = outer;
                }
                rows.push(row(&text, report, section, at, token, amount, &statement, &sentence, scope));
            }
        }
    }
    advance(&text, &mut sentence, scope, text.len(), body);
}

/// Whether a number stands in brackets that opened a few words before: 新开工项目39个（已开工8个）.
fn is_in_brackets(text: &Text<'_>, number: usize) -> bool {
    let before = (0..number).rev().take(20).map(|at| text.at(at));
    let mark = before.into_iter().find(|c| matches!(c, '（' | '）' | '。'));
    mark == Some('（')
}

/// What comes after a number.
struct Ahead<'a> {
    /// Where the next number begins.
    next: usize,
    /// This number and those after it.
    tokens: &'a [Token],
}

/// Reads on to a number: a full stop begins a new sentence; words say of when it speaks.
fn advance(text: &Text<'_>, sentence: &mut Sentence, scope: &mut Scope, to: usize, body: usize) {
    let mut at = sentence.read;
    while at < to {
        let character = text.at(at);
        if character == '，' {
            drop_ambition(text, sentence, at);
        }
        if SENTENCE_ENDS.contains(&character) || at + 1 == body {
            *sentence = Sentence { read: at + 1, floor: at + 1, ..Sentence::default() };
            scope.open(text, at + 1);
        } else if matches!(character, '，' | '到' | '为' | '至') {
            sentence.base = None;
        } else if character == '：' {
            label(text, sentence, at);
        } else if character == '；' {
            // The next part of the sentence has subjects of its own, and the time of the whole.
            (sentence.last, sentence.head, sentence.verb) = (String::new(), String::new(), "");
            sentence.named = String::new();
            (sentence.ambition, sentence.is_planned, sentence.floor) = (None, false, at + 1);
            (sentence.shared, sentence.recent) = (Vec::new(), Vec::new());
        } else {
            keywords(text, sentence, at);
        }
        at += 1;
    }
    sentence.read = to;
}

/// 在实际工作中争取更好结果，: a wish without a number is none for the numbers of later clauses. 力争到年底， is one.
fn drop_ambition(text: &Text<'_>, sentence: &mut Sentence, comma: usize) {
    let Some(wish) = sentence.wished.filter(|wish| *wish >= sentence.floor) else {
        return;
    };
    let words = text.slice(wish..comma);
    let is_time = words.ends_with(['年', '月', '底', '末', '前', '度']);
    if !is_time && words.chars().count() > 2 {
        sentence.ambition = None;
    }
}

/// 地区生产总值：完成286亿元: what stands before the colon is the subject of numbers that have none.
fn label(text: &Text<'_>, sentence: &mut Sentence, colon: usize) {
    const OTHERS: [&str; 18] = [
        "目标", "任务", "结果", "情况", "内容", "如下", "单位", "时限", "包括", "方面", "其中", "工作",
        "重点", "一是", "措施", "要求", "安排", "领导",
    ];
    let from = (sentence.floor..colon)
        .rev()
        .take(20)
        .take_while(|at| is_han(text.at(*at)) || matches!(text.at(*at), '（' | '）'));
    let start = from.last().unwrap_or(colon);
    let begins = start == sentence.floor || SENTENCE_ENDS.contains(&text.before(start));
    let words = text.slice(start..colon);
    let is_name =
        (3..=18).contains(&words.chars().count()) && !OTHERS.iter().any(|word| words.contains(word));
    if begins && is_name {
        words.clone_into(&mut sentence.last);
        words.clone_into(&mut sentence.head);
        sentence.is_labelled = true;
    }
}

fn keywords(text: &Text<'_>, sentence: &mut Sentence, at: usize) {
    let is = |words: &[&str]| text.any(at, words).is_some();
    match text.at(at) {
        '力' if is(&["力争"]) => {
            (sentence.ambition, sentence.wished) = (Some(Modifier::Strive), Some(at + 2));
        }
        '争' if is(&["争取"]) && !text.ends(at, "积极") && !text.ends(at, "向上") => {
            (sentence.ambition, sentence.wished) = (Some(Modifier::Seek), Some(at + 2));
        }
        '实' if is(&["实际完成", "实际到位"]) => sentence.is_planned = false,
        '完' if is(&["完成投资", "完成年度投资"]) => sentence.is_planned = false,
        '计' if text.ends(at, "年度") && !is(&["计划开", "计划新"]) || text.ends(at, "年") => {}
        '已' if is(&["已开工", "已完成", "已竣工", "已投产", "已建成"]) => {
            sentence.is_planned = false;
        }
        '计' if is(&["计划新", "计划实施", "计划建", "计划开", "计划总", "计划投", "计划引", "计划完"]) =>
        {
            sentence.is_planned = true;
        }
        '拟' if is(&["拟建", "拟新", "拟投", "拟引", "拟实施"]) => sentence.is_planned = true,
        '去' if is(&["去年"]) && !"比较".contains(text.before(at)) => {
            (sentence.is_past, sentence.is_future) = (true, false);
        }
        '全' if is(&["全年"]) && !is(&["全年计划", "全年目标", "全年任务", "全年预算"]) => {
            sentence.is_whole = true;
        }
        '今' if is(&["今年"]) && !is(&["今年以来"]) => {
            // 今年1—11月, 今年上半年: of the year that is going on.
            let is_part = text.at(at + 2).is_ascii_digit() || years::part_of_year(text, at + 2).is_some();
            (sentence.is_past, sentence.is_future) = (is_part, !is_part);
        }
        '目' if is(&["目标任务为：", "目标任务是：", "目标为：", "目标是："]) => {
            sentence.is_future = true;
        }
        '预' if is(&["预期目标是", "预期目标为", "预期目标："]) => sentence.is_future = true,
        '到' if is(&["到今年底"]) => sentence.is_future = true,
        '过' if is(&["过去五年", "过去的五年", "过去三年"]) => sentence.is_of_years = true,
        '十' if years::plan_period(text, at).is_some() => sentence.is_of_years = true,
        '近' if is(&["近五年", "近三年", "近年来"]) => sentence.is_of_years = true,
        '上' | '前' | '一' | '二' | '三' | '四' if let Some(part) = years::part_of_year(text, at) => {
            part.clone_into(&mut sentence.part);
        }
        '年' if is(&["年来", "年累计", "年间"]) => {
            let before = text.before(at);
            sentence.is_of_years |=
                before.is_ascii_digit() || (before != '\0' && "两三四五六七八九十".contains(before));
        }
        _ => {}
    }
}

fn other(text: &Text<'_>, sentence: &mut Sentence, token: &Token, why: Why) {
    let start = token.range.start;
    let is_compared = "比较与是从由自".contains(text.before(start)) && start > 0
        || ["快于", "慢于", "高于", "低于", "好于", "优于"].iter().any(|word| text.ends(start, word));
    match why {
        // 2020年地方政府专项债券 is a name, and names its year all the same.
        Why::Year(year) if is_in_brackets(text, token.range.start) => sentence.aside = Some(year),
        Why::Year(year) if text.starts(token.range.end, "以来") => sentence.since = Some(year),
        Why::Year(year) if !is_compared && text.enclosed(token.range.start) == Enclosed::No => {
            sentence.year = Some(year);
        }
        Why::Year(year) if text.ends(token.range.start, "由") || text.ends(token.range.start, "从") => {
            sentence.base = Some(year);
        }
        Why::Years if !names_a_plan(text, token.range.end) => sentence.is_of_years = true,
        Why::Date if !is_compared && text.before(token.range.end) == '月' => {
            let words = text.slice(token.range.clone());
            // A month, or several; 截至12月底 is the year.
            let is_end = matches!(text.at(token.range.end), '底' | '末');
            let months = words.rsplit('年').next().unwrap_or_default();
            // 1—12月 is the year.
            let is_whole = months.starts_with('1') && months.ends_with("12月") && months != "12月";
            if !is_end && !is_whole {
                months.clone_into(&mut sentence.part);
            }
            if let Some(year) = words.get(..4).and_then(|year| year.parse().ok()) {
                sentence.year = Some(year);
            }
        }
        // 前11个月
        Why::Duration if text.before(start) == '前' && text.ends(token.range.end, "个月") => {
            text.slice(start - 1..token.range.end).clone_into(&mut sentence.part);
        }
        Why::Duration if text.before(token.range.end) == '年' && text.at(token.range.end) == '来' => {
            sentence.is_of_years = true;
        }
        _ => {}
    }
    sentence.read = sentence.read.max(token.range.end);
}

/// Whether years are a part of a name: 2025—2030年城市更新规划.
fn names_a_plan(text: &Text<'_>, from: usize) -> bool {
    const PLANS: [&str; 8] = ["规划", "计划", "方案", "纲要", "行动", "白皮书", "意见", "政策"];
    let end = (from..from + 24).find(|at| !is_han(text.at(*at))).unwrap_or(from + 24);
    (from..end).any(|at| text.any(at, &PLANS).is_some_and(|length| at + length <= end))
}

/// Worse of two doubts.
fn worse(one: Option<Doubt>, other: Option<Doubt>) -> Option<Doubt> {
    one.max(other)
}

fn statement(
    text: &Text<'_>,
    sentence: &mut Sentence,
    token: &Token,
    amount: &Amount,
    ahead: &Ahead<'_>,
) -> Statement {
    let Range { start, end } = token.range;
    let before = words_before(text, sentence.floor, start, amount.class);
    let mut said = Statement::default();
    let mut change = before.change;
    if change == Change::None && amount.quantity.amount.modifiers.iter().any(is_fall) {
        change = Change::Rise;
    }
    // 增长6%以上，力争7%
    let clause = text.slice(subject::clause(text, sentence.floor, start).0).trim_start_matches('、');
    if change == Change::None
        && amount.class == Class::Rate
        && matches!(clause, "力争" | "确保" | "争取" | "力争达到")
    {
        change = sentence.change;
    }
    if amount.class == Class::Rate {
        sentence.change = change;
    }
    let mut floor = end;
    if let Some(stop) = surpassed(text, clause, &before.noun, end) {
        said.subject.clone_from(&sentence.last);
        said.doubt = Some(Doubt::Joined);
        (said.nature, said.is_inherited) = (Some("target"), true);
        floor = stop;
    } else if let Some(own) = of_clause_before_brackets(text, sentence.floor, start) {
        own.clone_into(&mut said.subject);
        said.doubt = Some(Doubt::Subject);
    } else if amount.is_part {
        part(text, sentence, &before, &mut said, token);
    } else if let Some(of) = of_list(text, sentence, token, &before, amount, ahead, &mut change) {
        said.subject = of;
        said.doubt = Some(Doubt::Joined).filter(|_| before.is_cut || sentence.is_given);
        said.is_stock = sentence.is_total;
    } else if let Some(stop) = follows(text, sentence, token, amount, &before, ahead, &mut said) {
        floor = stop;
    } else {
        let is_wish = seeks(text, start, &before);
        precedes(sentence, amount, &before, change, is_wish, &mut said);
    }
    if sentence.is_labelled && before.noun.is_empty() {
        said.doubt = worse(said.doubt, Some(Doubt::Joined));
    }
    if amount.is_borrowed || (amount.class == Class::Bare && !amount.is_part) {
        said.doubt = worse(said.doubt, Some(Doubt::Unit));
    }
    if amount.is_numeral {
        said.doubt = worse(said.doubt, Some(Doubt::Numeral));
        said.is_stock |= amount.class == Class::Things && before.verb.is_empty();
    }
    said.time = years::time(text, sentence.floor..start, end, clause, before.is_yearly, sentence.time);
    if let Some(year) = sentence.aside
        && is_in_brackets(text, start)
    {
        said.time = Time::Year(year);
    }
    // 是2020年的1.6倍 is of this year.
    if amount.class == Class::Times && matches!(said.time, Time::Year(_)) {
        said.time = Time::Section;
    }
    let is_over_years = said
        .subject
        .strip_suffix('年')
        .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit() || "三五十".contains(c)));
    if is_over_years && change != Change::None {
        said.time = Time::Years;
    }
    sentence.time = said.time;
    said.doubt = worse(said.doubt, said.time.doubt());
    said.is_stock |= before.is_total;
    if said.kind.is_empty() {
        said.kind = kind(amount, change, &before, &said.subject);
    }
    if before.is_part {
        said.is_stock |= sentence.is_stock;
    } else {
        sentence.is_stock = said.is_stock;
    }
    say_change(&mut said, change);
    if sentence.ambition == Some(Modifier::Seek) && !seeks(text, start, &before) {
        sentence.ambition = None;
    }
    if is_cut_off(text, sentence, token, amount, &before, change, &said.subject) {
        said.doubt = worse(said.doubt, Some(Doubt::Subject));
    }
    if said.time == Time::Years && !is_over_years && said.kind == "growth" && !said.subject.is_empty() {
        said.subject.push_str("年均");
    }
    check(&mut said);
    if change == Change::None && !matches!(amount.class, Class::Rate | Class::Points | Class::Times) {
        sentence.recent.push((said.subject.clone(), amount.class));
    }
    sentence.floor = floor;
    sentence.read = sentence.read.max(end);
    said
}

/// The words of a clause before a number, taken apart.
fn words_before(text: &Text<'_>, floor: usize, number: usize, class: Class) -> Before {
    let mut before = subject::before(text, floor, number);
    // 价格涨幅控制在3%: what is kept so is the rise, and not the price.
    if text.ends(number, "涨幅") && is_han(text.at(number)) && !before.noun.is_empty() {
        before.noun.push_str("涨幅");
    }
    // 改善7000所学校办学条件 counts the schools.
    if before.change == Change::Improvement && before.noun.is_empty() && class == Class::Things {
        before.change = Change::None;
    }
    before
}

/// Has the subject of a number say which way it changed, where the number does not.
fn say_change(said: &mut Statement, change: Change) {
    if change == Change::Fall && !said.subject.is_empty() {
        // The number is printed without its minus, and the word stands elsewhere.
        said.doubt = worse(said.doubt, Some(Doubt::Joined));
        said.subject.push_str("降幅");
    } else if change == Change::Improvement && !said.subject.is_empty() {
        said.subject.push_str("改善幅度");
    }
}

/// Whether what stands around a number makes it likely that its subject is another, or more than was read.
fn is_cut_off(
    text: &Text<'_>,
    sentence: &Sentence,
    token: &Token,
    amount: &Amount,
    before: &Before,
    change: Change,
    subject: &str,
) -> bool {
    let Range { start, end } = token.range;
    let clause = text.slice(subject::clause(text, sentence.floor, start).0);
    // 水泥行业70%以上产能完成改造
    let bounds = [Modifier::AtLeast, Modifier::AtMost];
    let is_bound = amount.quantity.amount.modifiers.iter().any(|modifier| bounds.contains(&modifier));
    let is_of_next = amount.class == Class::Rate
        && change == Change::None
        && is_bound
        && is_han(text.at(end))
        && !before.noun.is_empty();
    // 由2020年的186亿元: of another year.
    let is_of_year = clause.ends_with("年的") && amount.class != Class::Times && !clause.contains('到');
    // 高于6%左右的预期目标
    let is_target = ["的预期目标", "的目标", "预期目标"].iter().any(|word| text.starts(end, word));
    is_of_next
        || before.is_shared && sentence.shared.is_empty()
        || is_of_year
        || before.is_part && subject.chars().count() < 4
        || is_target
}

/// The end of the words that call a number the target of what was told before it: 超额完成40所的年度目标任务, 低于4.5%的控制目标,
/// 占年度计划目标150万人的.
fn surpassed(text: &Text<'_>, clause: &str, noun: &str, end: usize) -> Option<usize> {
    const OF: [&str; 5] = ["占年度计划目标", "占年度目标", "占目标任务", "占目标", "占计划"];
    if OF.contains(&clause) && text.at(end) == '的' {
        return Some(end + 1);
    }
    let is_met = clause.ends_with("完成") && matches!(noun, "" | "超额");
    target_behind(text, end).filter(|_| is_met || is_compared(clause))
}

/// Whether a clause says no more than that something is above or below the number after it: 低于4.5%的控制目标.
fn is_compared(clause: &str) -> bool {
    matches!(clause, "低于" | "高于" | "优于" | "好于" | "快于")
}

/// The end of the words after a number that call it a target: 40所的年度目标任务.
fn target_behind(text: &Text<'_>, end: usize) -> Option<usize> {
    const WHEN: [&str; 6] = ["年度", "全年", "年初", "既定", "预定", "原定"];
    const TARGETS: [&str; 7] = ["目标任务", "控制目标", "预期目标", "目标", "计划任务", "任务", "计划"];
    let from = end + text.any(end, &["的"])?;
    let from = from + text.any(from, &WHEN).unwrap_or_default();
    Some(from + text.any(from, &TARGETS)?)
}

/// The clause that ends before the brackets in which a number stands, where it has none of its own: 供水工程正在施工中（75%）.
fn of_clause_before_brackets<'a>(text: &Text<'a>, floor: usize, number: usize) -> Option<&'a str> {
    let bracket = number.checked_sub(1).filter(|at| matches!(text.at(*at), '（' | '('))?;
    let start = (floor..bracket).rev().take_while(|at| is_han(text.at(*at))).last()?;
    let begins = start > floor && matches!(text.at(start - 1), '，' | '、' | '；');
    let words = text.slice(start..bracket);
    let words = ["正在施工中", "正在施工", "正在建设", "正在推进"]
        .iter()
        .find_map(|goes_on| words.strip_suffix(goes_on))
        .unwrap_or(words);
    (begins && words.chars().count() > 3).then_some(words)
}

fn is_fall(modifier: Modifier) -> bool {
    matches!(modifier, Modifier::Fall | Modifier::Lower | Modifier::Fewer | Modifier::Recede)
}

/// Whether 争取 says what is wished for, and is not the verb of the money that it is about.
fn seeks(text: &Text<'_>, number: usize, before: &Before) -> bool {
    text.ends(number, "达到")
        || text.ends(number, "突破")
        || before.change != Change::None
        || (!before.verb.is_empty() && before.verb != "争取")
}

/// What does not look like a subject is not sure.
fn check(said: &mut Statement) {
    let length = said.subject.chars().count();
    let is_sign = |c: char| "，；。：！？,;》）)的".contains(c);
    let is_joint = |c: char| "，；。：！？,;“《（(的和与及在是".contains(c);
    let is_clause = [
        "是", "扣除", "剔除", "比", "较", "高于", "低于", "占", "为", "达", "由", "从", "到", "至", "增加",
        "减少",
    ]
    .iter()
    .any(|word| said.subject.starts_with(word));
    let is_odd = is_clause
        || said.subject.contains("分别")
        || ["成为", "快于", "慢于"].iter().any(|word| said.subject.contains(word))
        || said.subject.ends_with('级')
        || said.subject.starts_with(|c: char| c.is_ascii_digit())
        || ["百亿", "千亿", "万亿"].iter().any(|size| said.subject.starts_with(size))
        || said.subject.starts_with(is_sign)
        || said.subject.ends_with(is_joint);
    let is_unbalanced = [('“', '”'), ('（', '）'), ('《', '》')]
        .iter()
        .any(|(open, close)| said.subject.matches(*open).count() != said.subject.matches(*close).count());
    let doubt = match length {
        0 => Some(Doubt::NoSubject),
        1 => Some(Doubt::Subject),
        2..=3 if !said.subject.is_ascii() && !said.is_inherited => Some(Doubt::Joined),
        // A clause with a verb in its middle may be more than a subject.
        17.. if !said.subject.contains('、') => Some(Doubt::Joined),
        _ if length > 26 || is_odd || is_unbalanced => Some(Doubt::Subject),
        _ => None,
    };
    said.doubt = worse(said.doubt, doubt);
}

/// 三次产业比重为0.6:34.4:65.
fn part(text: &Text<'_>, sentence: &mut Sentence, before: &Before, said: &mut Statement, token: &Token) {
    let is_first = text.before(token.range.start) != ':' && text.before(token.range.start) != '：';
    if is_first {
        (sentence.shared, sentence.next) = (Vec::new(), 0);
        let from =
            (0..token.range.start).rev().take(40).take_while(|at| !SENTENCE_ENDS.contains(&text.at(*at)));
        let clause = text.slice(from.last().unwrap_or(token.range.start)..token.range.start);
        let is_of_industries = clause.contains("产业") || clause.contains("产结构");
        let names = if is_of_industries {
            ["第一产业比重", "第二产业比重", "第三产业比重"].map(str::to_owned)
        } else {
            [1, 2, 3].map(|number| format!("{}（{number}）", before.noun))
        };
        said.doubt = Some(Doubt::Joined).filter(|_| !is_of_industries);
        sentence.shared = names.into();
    }
    said.subject = sentence.shared.get(sentence.next).cloned().unwrap_or_default();
    sentence.next += 1;
    said.kind = "share";
}

/// The subject of a number of a list whose subjects stand before it: A、B分别增长1%、2%.
fn of_list(
    text: &Text<'_>,
    sentence: &mut Sentence,
    token: &Token,
    before: &Before,
    amount: &Amount,
    ahead: &Ahead<'_>,
    change: &mut Change,
) -> Option<String> {
    let count = run(text, ahead.tokens);
    if let Some(subjects) = shared_out(text, sentence, before, count) {
        (sentence.shared, sentence.is_given) = (subjects, true);
        (sentence.next, sentence.shared_change, sentence.shared_class) =
            (0, before.change, Some(amount.class));
    } else if before.is_shared && before.noun.is_empty() && count > 1 && sentence.recent.len() >= count {
        // 接待游客a，实现收入b，分别增长c、d
        let last = sentence.recent.iter().rev().take(count).rev();
        let last = last.map(|(subject, _)| subject.clone()).collect();
        // 6个甲项目完成投资a，5个乙项目完成投资b，分别增长c、d
        let is_nested = sentence
            .recent
            .windows(2)
            .any(|pair| matches!(pair, [(one, _), (next, _)] if next.starts_with(one)));
        let alike = sentence.alike(count).filter(|_| is_nested);
        sentence.shared = alike.unwrap_or(last);
        sentence.recent.clear();
        (sentence.next, sentence.shared_change, sentence.shared_class) =
            (0, before.change, Some(amount.class));
        sentence.is_given = true;
    } else if before.noun.chars().count() > 2 && (before.is_shared || count > 1 && shares(before, count)) {
        let (items, is_given) = items::items(&before.noun, count);
        let change_of = before.change;
        sentence.is_given = is_given;
        if items.len() == count && count > 1 {
            let verb = before.verb;
            let with_verb = |item: String| {
                if verb == "完成" || verb == "实现" { item } else { format!("{verb}{item}") }
            };
            sentence.shared = items.into_iter().map(with_verb).collect();
            (sentence.next, sentence.shared_change, sentence.shared_class) =
                (0, change_of, Some(amount.class));
        } else if let (3, Some(of)) = (count, items::of_industries(&before.noun)) {
            sentence.shared = ["第一产业", "第二产业", "第三产业"].map(|name| format!("{name}{of}")).into();
            (sentence.next, sentence.shared_change, sentence.shared_class) =
                (0, change_of, Some(amount.class));
            sentence.is_given = true;
        } else if let (2, Some(of)) = (count, before.noun.strip_prefix("城乡")) {
            sentence.shared = ["城镇", "农村"].map(|name| format!("{name}{of}")).into();
            (sentence.next, sentence.shared_change, sentence.shared_class) =
                (0, change_of, Some(amount.class));
            sentence.is_given = true;
        } else if count == 2 && before.noun.contains("存贷款") {
            sentence.shared = ["存款", "贷款"].map(|name| before.noun.replace("存贷款", name)).into();
            (sentence.next, sentence.shared_change, sentence.shared_class) =
                (0, change_of, Some(amount.class));
            sentence.is_given = true;
        } else {
            sentence.shared = Vec::new();
        }
    } else if !sentence.shared.is_empty() && before.noun.is_empty() && sentence.next >= sentence.shared.len()
    {
        // A second list of the same subjects: 分别增长1%、2%.
        if count == sentence.shared.len() && count > 1 {
            (sentence.next, sentence.shared_change, sentence.shared_class) =
                (0, before.change, Some(amount.class));
        } else {
            sentence.shared = Vec::new();
        }
    } else if !before.noun.is_empty() {
        sentence.shared = Vec::new();
    }
    if sentence.next == 0 {
        sentence.is_total = before.is_total;
    }
    let subject = sentence.shared.get(sentence.next)?;
    // 甲、乙分别新增12项和44项，累计分别达到64项和288项: these are not new.
    let subject = if sentence.is_total { subject.trim_start_matches("新增") } else { subject }.to_owned();
    // 分别增长3.9倍和10.9%
    let is_rate = |class: Class| matches!(class, Class::Rate | Class::Times);
    let is_same = sentence
        .shared_class
        .is_some_and(|class| class == amount.class || is_rate(class) && is_rate(amount.class));
    if before.change == Change::None && is_same {
        *change = sentence.shared_change;
    }
    // 分别超过55%和60%: the word may be meant for both.
    sentence.is_given |= text.slice(token.range.clone()).starts_with(is_han);
    sentence.next += 1;
    (sentence.last, sentence.head) = (subject.clone(), subject.clone());
    sentence.named = String::new();
    Some(subject)
}

/// What numbers after 分别 are of, as the words before say that are no list of nouns right before it.
fn shared_out(text: &Text<'_>, sentence: &Sentence, before: &Before, count: usize) -> Option<Vec<String>> {
    if count < 2 {
        return None;
    }
    let with = |subjects: Vec<String>, end: &str| {
        Some(subjects.into_iter().map(|subject| format!("{subject}{end}")).collect())
    };
    let Some(of) = before.noun.strip_prefix("分别") else {
        // 甲、乙双双突破200亿元，分别达到210亿元和241.4亿元
        if let Some((list, of)) = before.noun.split_once("分别") {
            // 甲建设和乙建设分别完成投资a和b
            let (items, _) = items::items(list, count);
            return Some(items).filter(|items| items.len() == count).and_then(|items| with(items, of));
        }
        let (listed, _) = sentence.recent.last().filter(|_| before.is_shared && before.noun.is_empty())?;
        let (items, _) = items::items(listed, count);
        return (items.len() == count).then_some(items);
    };
    // 分别占年度计划的102%、81%
    let plan = of.strip_prefix('占').map(|plan| plan.trim_end_matches('的'));
    if let Some(plan) = plan.filter(|plan| *plan != "总任务" && plan.ends_with(['划', '标', '务'])) {
        return with(sentence.alike(count)?, &format!("{plan}完成率"));
    }
    // 5个甲项目、30个乙项目分别完成投资a、b
    if let Some(things) = sentence
        .alike(count)
        .filter(|_| sentence.recent.iter().rev().take(count).all(|(_, class)| *class == Class::Things))
    {
        return with(things, of);
    }
    with(owners(text, sentence.floor, count)?, of)
}

/// Those whose numbers follow 分别, of which the last number said how many they are: 甲、乙和丙三个区.
fn owners(text: &Text<'_>, floor: usize, count: usize) -> Option<Vec<String>> {
    let start = (0..floor).rev().take(40).take_while(|at| !"，。；：".contains(text.at(*at))).last()?;
    let words = text.slice(start..floor);
    let number = words.rfind(|c: char| c.is_ascii_digit() || "两三四五六七八九十".contains(c))?;
    let names = words.get(..number)?.trim_end_matches(|c: char| c.is_ascii_digit() || c == '等');
    let (items, _) = items::items(names, count);
    (items.len() == count && items.iter().all(|item| !item.is_empty())).then_some(items)
}

/// Whether the numbers of a list are those of its nouns without 分别: 城乡居民人均可支配收入36430元、15393元.
fn shares(before: &Before, count: usize) -> bool {
    let is_pair = count == 2 && (before.noun.starts_with("城乡") || before.noun.contains("存贷款"));
    let (items, is_given) = items::items(&before.noun, count);
    is_pair || (is_given && items.len() == count)
}

/// How many numbers stand in the list that begins with the first.
fn run(text: &Text<'_>, tokens: &[Token]) -> usize {
    let mut count = 0;
    let mut end: Option<usize> = None;
    for token in tokens {
        let is_next = end.is_none_or(|end| {
            let between = text.slice(end..token.range.start);
            matches!(
                between,
                "、" | "和" | "，" | "与" | "及" | "、下降" | "和下降" | "、增长" | "和增长" | "以及"
            )
        });
        if !is_next || !matches!(token.reading, Reading::Amount(_)) || count > 30 {
            break;
        }
        count += 1;
        end = Some(token.range.end);
    }
    count
}

/// Words after a number that say how it moved, and are not what it counts.
const MOVED: [&str; 20] = [
    "拓展",
    "扩展",
    "扩容",
    "大关",
    "增加",
    "增长",
    "提高",
    "减少",
    "下降",
    "上升",
    "扩大",
    "缩小",
    "提升",
    "跃升",
    "增至",
    "降至",
    "升至",
    "同比",
    "比上年",
    "较上年",
];

/// Reads the words after a number as what it counts: 24个行政村全部成立. Returns the end of those that are used up.
fn follows(
    text: &Text<'_>,
    sentence: &mut Sentence,
    token: &Token,
    amount: &Amount,
    before: &Before,
    ahead: &Ahead<'_>,
    said: &mut Statement,
) -> Option<usize> {
    let Range { start, end } = token.range;
    let is_rate = matches!(amount.class, Class::Rate);
    // 总投资35亿元的产业园
    if subject::is_relational(&before.noun) && text.at(end) == '的' {
        let after = after::after(text, end + 1, ahead.next)?;
        said.subject = format!("{}{}", text.slice(after.noun.clone()), before.noun);
        said.doubt = Some(Doubt::Follows);
        text.slice(after.noun.clone()).clone_into(&mut sentence.head);
        return Some(after.noun.end);
    }
    // 覆盖镇区和93%以上行政村
    let is_share = is_rate
        && amount.quantity.amount.modifiers.iter().any(|modifier| modifier == Modifier::AtLeast)
        && is_han(text.at(end))
        && before.noun.ends_with(['和', '与', '及', '、']);
    if before.change != Change::None || (is_rate && !text.starts(end, "的") && !is_share) {
        return None;
    }
    let from = if text.at(end) == '的' && is_rate { end + 1 } else { end };
    let is_time = text.slice(token.range.clone()).ends_with('日') && text.starts(end, "办结");
    if is_time {
        said.subject = format!("{}办结时限", before.noun);
        said.kind = "amount";
        said.doubt = Some(Doubt::Follows);
        return Some(end);
    }
    let is_measured = matches!(amount.class, Class::Measure | Class::Money | Class::Rating);
    let words_before = text.slice(subject::clause(text, sentence.floor, start).0);
    let verb = subject::verb_at_end(words_before);
    // 铺设20公里管网, 3.2亿元专项资金: only after a verb.
    if !(after::may_count(amount.class) || (is_measured && !verb.is_empty() && words_before.ends_with(verb)))
    {
        return None;
    }
    if MOVED.iter().any(|word| text.starts(from, word)) {
        return None;
    }
    let from = if text.at(from) == '的' && is_measured { from + 1 } else { from };
    let after = after::after(text, from, ahead.next)?;
    let noun = text.slice(after.noun.clone()).trim_start_matches('的');
    if noun.chars().count() < 2 && after.said.is_empty() {
        return None;
    }
    let phrase = text.slice(after.said.clone());
    let is_short = phrase.chars().count();
    let is_joined = phrase
        .starts_with(['和', '与', '及', '、', '以', '并', '在', '从', '向', '按', '到', '占'])
        || phrase.starts_with("其中");
    let reaches_number = after.said.end >= ahead.next && !after.said.is_empty();
    let longest = if phrase.starts_with('被') { 22 } else { 14 };
    let takes_predicate =
        !is_joined && !reaches_number && (2..=longest).contains(&is_short) && verb.is_empty();
    // 推进110个重点项目建设, 三大产业高质量发展: the projects are counted.
    let is_pushed = verb.contains("推进") || amount.is_numeral;
    let noun =
        if is_pushed { noun.trim_end_matches("高质量发展").trim_end_matches("建设") } else { noun }
            .to_owned();
    let whole = noun.clone();
    let noun = if amount.class == Class::Things { subject::things_of(&noun).to_owned() } else { noun };
    let keeps_verb =
        !verb.is_empty() && !matches!(verb, "完成" | "实现" | "推进" | "建设" | "落实" | "提升" | "组织实施");
    said.subject = if is_rate && !phrase.is_empty() && !is_joined && !reaches_number && is_short <= 14 {
        // 90%以上的矛盾纠纷化解在基层
        format!("{noun}{phrase}")
    } else if keeps_verb && !words_before.ends_with('等') {
        format!("{verb}{noun}")
    } else if takes_predicate && amount.class == Class::Things && !amount.is_numeral {
        predicate(phrase, &noun)
    } else {
        noun.clone()
    };
    let ends_well = after.noun.end >= text.len()
        || "，。；：、！？".contains(text.at(after.noun.end))
        || !after.said.is_empty() && !is_joined;
    let is_clear = matches!(amount.class, Class::Things) && ends_well && noun.chars().count() <= 14;
    said.doubt = Some(if is_clear { Doubt::Follows } else { Doubt::Subject });
    said.is_there = !keeps_verb || verb.contains("实施");
    let goes_on = ["完成投资", "有序", "加快", "顺利", "稳步", "完成年度投资"];
    said.is_stock |= verb.is_empty()
        && amount.class == Class::Things
        && (amount.is_numeral || goes_on.iter().any(|word| phrase.starts_with(word)));
    (sentence.last, sentence.head, sentence.named) = (whole.clone(), whole, String::new());
    sentence.verb = "";
    // What is left of the clause may be the subject of the next number.
    Some(after.noun.end)
}

/// 项目 and 进入项目库 as 进入项目库的项目.
fn predicate(phrase: &str, noun: &str) -> String {
    if phrase.starts_with("完成投资")
        || phrase.starts_with("有序")
        || phrase.starts_with("同比")
        || phrase.starts_with("增长")
    {
        return noun.to_owned();
    }
    let joint = if phrase.chars().count() > 4 { "的" } else { "" };
    format!("{phrase}{joint}{noun}")
}

/// Gives a number that has no noun of its own the subject of the one before. `false` where it has one.
fn inherits(
    sentence: &Sentence,
    before: &Before,
    change: Change,
    is_rate: bool,
    said: &mut Statement,
) -> bool {
    // 比年初预算增加1800亿元: of what was said before.
    let is_comparison =
        before.noun.starts_with(['比', '较']) && matches!(change, Change::Rise | Change::Fall);
    let is_word = (before.noun.chars().count() == 1 && before.verb.is_empty() || is_comparison)
        && !sentence.head.is_empty();
    // 累计完成3.7万亿元，5年增长18.7%
    if subject::is_span(&before.noun) && !sentence.last.is_empty() {
        said.subject = format!("{}{}", sentence.last, before.noun);
        said.doubt = Some(Doubt::Years);
        return true;
    }
    if !before.noun.is_empty() && !is_word {
        return false;
    }
    // 接待游客由1.58亿人次增加到3.23亿人次
    let is_same = is_rate || sentence.time == Time::Before;
    let of = if is_same { &sentence.last } else { &sentence.head };
    // 民生实事65件，已完成26件: the second are those that are done.
    let is_done = before.is_done
        && before.noun.is_empty()
        && !is_rate
        && !sentence.is_labelled
        && sentence.recent.last().is_some_and(|(last, _)| last.ends_with(of.as_str()) && !of.is_empty());
    said.subject = if is_done { format!("{of}完成") } else { of.clone() };
    said.is_inherited = true;
    let is_growth = is_rate && change != Change::None;
    if !is_growth && !said.subject.is_empty() {
        let is_clear = is_rate || change != Change::None || before.is_total;
        said.doubt = Some(if is_clear { Doubt::Joined } else { Doubt::Subject });
    }
    true
}

/// Reads the words before a number as its subject.
fn precedes(
    sentence: &mut Sentence,
    amount: &Amount,
    before: &Before,
    change: Change,
    is_wish: bool,
    said: &mut Statement,
) {
    let is_rate = matches!(amount.class, Class::Rate | Class::Points | Class::Times);
    // 完成年度目标的100.7%, 占年度预算的52.6%; 占一般公共预算的75% is a share
    let target = before.noun.trim_start_matches('占').trim_end_matches('的');
    let of_year =
        ["全年", "年度", "年初", "年"].iter().find_map(|year| target.strip_prefix(year)).unwrap_or(target);
    // 占总任务的4.1% is a share
    let of_target = target != "总任务"
        && ["目标", "任务", "计划", "计划投资"].iter().any(|word| target.ends_with(word))
        || matches!(of_year.trim_start_matches("调整后").trim_start_matches("调整"), "预算" | "预算数")
        || of_year.len() < target.len() && of_year.starts_with("计划");
    if amount.class == Class::Rate
        && of_target
        && (before.is_done || before.noun.starts_with('占') || before.noun.ends_with('的'))
    {
        let base = sentence.base();
        said.subject = format!("{}{target}完成率", base.unwrap_or_default());
        said.kind = "completion";
        said.doubt = Some(if base.is_none() { Doubt::Subject } else { Doubt::Joined });
        return;
    }
    if inherits(sentence, before, change, is_rate, said) {
        return;
    }
    if before.is_cut {
        said.doubt = Some(Doubt::Subject);
    }
    if subject::is_relational(&before.noun) {
        said.doubt = Some(Doubt::Subject);
    }
    let is_effect =
        before.noun.starts_with('对') && ["贡献率", "拉动率"].iter().any(|end| before.noun.ends_with(end));
    // 研发经费投入1200万元，与生产总值之比为2.6%
    let ratio = if before.noun.ends_with("之比") { "与" } else { "" };
    let starts_part = is_effect
        || !ratio.is_empty()
        || before.noun.starts_with('占')
        || ["超计划", "超目标", "超时序", "超序时", "超过时间进度", "超时间进度", "超过序时"]
            .iter()
            .any(|word| before.noun.starts_with(word))
        || change == Change::Compared && COMPARED_ALONE.iter().any(|word| before.noun.starts_with(word));
    // 开工248个, 省级6个, after 谋划项目382个
    let is_level = ["省级", "市级", "县级", "区级", "国家级"].contains(&before.noun.as_str())
        && amount.class == Class::Things
        || before.is_part && ["限额以上", "限上", "规模以上", "规上"].contains(&before.noun.as_str());
    if (subject::is_verb(&before.noun) || is_level)
        && !is_rate
        && change == Change::None
        && !sentence.head.is_empty()
    {
        said.subject = format!("{}{}", before.noun, sentence.head);
        said.doubt = Some(Doubt::Joined);
        return;
    }
    let base = sentence.base().filter(|base| !subject::is_relational(base));
    if let Some(base) = base
        && (starts_part || subject::is_relational(&before.noun))
    {
        let verb = if before.is_done && before.verb.is_empty() { "完成" } else { before.verb };
        let done = if before.noun.ends_with("投资") || verb != "完成" { verb } else { "" };
        let noun = before.noun.trim_end_matches('的');
        // 重点项目, 项目总投资
        let noun = noun.strip_prefix("项目").filter(|_| base.ends_with("项目")).unwrap_or(noun);
        said.subject = format!("{base}{ratio}{done}{noun}");
        said.doubt = Some(Doubt::Joined);
        // The growth that follows is that of this, and the next total that of the same head.
        sentence.last.clone_from(&said.subject);
        return;
    }
    let is_dropped =
        matches!(before.verb, "完成" | "实现" | "建设" | "提升") || (before.verb == "争取" && is_wish);
    let mut verb = if is_dropped { "" } else { before.verb };
    // 新增电力装机300万千瓦，其中光伏装机200万千瓦
    let may_carry = matches!(amount.class, Class::Things | Class::Measure)
        || before.is_part && matches!(amount.class, Class::Rating | Class::Money);
    let takes_verb = !is_rate
        && change == Change::None
        && may_carry
        && before.is_listed
        && !before.is_reached
        && !before.is_done
        && !before.is_total
        && !subject::is_whole(&before.noun)
        && !subject::has_verb(&before.noun);
    if before.verb.is_empty() && takes_verb && !sentence.verb.is_empty() {
        verb = sentence.verb;
        said.doubt = worse(said.doubt, Some(Doubt::Joined));
    }
    // 粮食播种面积1584.6万亩、总产量132.4亿斤
    let crop = ["播种面积", "种植面积"].iter().find_map(|area| sentence.head.strip_suffix(area));
    let of = crop.filter(|_| matches!(before.noun.as_str(), "产量" | "总产量" | "总产")).unwrap_or_default();
    said.subject = format!("{verb}{of}{}", before.noun);
    sentence.last.clone_from(&said.subject);
    sentence.head.clone_from(&before.noun);
    let is_bare = before.noun.chars().count() <= 2 && !is_rate;
    sentence.named = if is_bare { said.subject.clone() } else { String::new() };
    sentence.verb = if subject::is_carried(verb) && !is_rate { verb } else { "" };
}

const COMPARED_ALONE: [&str; 9] = ["比", "较", "高于", "低于", "快于", "好于", "优于", "高出", "慢于"];

/// What sort of number it is.
fn kind(amount: &Amount, change: Change, before: &Before, subject: &str) -> &'static str {
    match (amount.class, change) {
        (Class::Points, _) => "change",
        (Class::Rate | Class::Times, Change::Rise) => "growth",
        (Class::Rate, Change::Fall) => "rate",
        (_, Change::Improvement) => "improvement",
        (Class::Rate, _) if before.noun.contains("完成率") || subject.ends_with("完成率") => {
            "completion"
        }
        (Class::Rate, _) if ["占", "比重", "份额"].iter().any(|word| subject.contains(word)) => "share",
        (Class::Rate | Class::Times, _) => "rate",
        (_, Change::Rise | Change::Fall | Change::Compared) => "change",
        (Class::Money | Class::Measure | Class::Rating, _) => "amount",
        (Class::Things | Class::Bare, _) => "count",
    }
}

/// What it claims, of which year, and what makes that doubtful.
fn claim(
    report: &Report,
    section: &Section,
    said: &Statement,
    sentence: &Sentence,
    scope: &Scope,
) -> (&'static str, Option<u16>, Option<Doubt>) {
    let (actual, plan) = (report.actual_year, report.plan_year);
    let is_total_investment = [
        "总投资",
        "年产值",
        "协议投资",
        "计划投资",
        "投资计划",
        "计划完成投资",
        "概算投资",
        "年产能",
        "合同额",
    ]
    .iter()
    .any(|word| said.subject.ends_with(word));
    let is_results = match section.purpose {
        Purpose::Results | Purpose::Problems => Some(true),
        Purpose::Plan => Some(false),
        Purpose::Other => None,
    };
    if let Some(nature) = said.nature {
        let year = if is_results == Some(false) { plan } else { actual };
        let year = sentence.year.or(year);
        return (nature, year, is_results.is_none().then_some(Doubt::Purpose));
    }
    if is_total_investment || (sentence.is_planned && is_results != Some(false)) {
        return ("planned", None, is_results.is_none().then_some(Doubt::Purpose));
    }
    let past = || if said.is_stock { "stock" } else { "actual" };
    if let Time::Year(year) = said.time {
        let is_past = actual.map_or(is_results != Some(false), |actual| year <= actual);
        return (if is_past { past() } else { "target" }, Some(year), Some(Doubt::Year));
    }
    if said.time == Time::Now && is_results != Some(false) && actual.is_some() {
        return (past(), actual, None);
    }
    let is_of_years = sentence.is_of_years || sentence.since.is_some_and(|since| Some(since) != actual);
    if said.time == Time::Years
        || is_of_years
        || ((scope.is_section || scope.is_of_years) && sentence.year.is_none())
    {
        let nature = if is_results == Some(false) && !sentence.is_past { "target" } else { "actual" };
        return (nature, None, Some(Doubt::Years));
    }
    let mut doubt = (!part_of(scope, sentence).is_empty()).then_some(Doubt::Year);
    if section.purpose == Purpose::Problems {
        doubt = worse(doubt, Some(Doubt::Year));
    }
    if let Some(year) = sentence.base {
        return (past(), Some(year), Some(Doubt::Year));
    }
    // Of some year before, that is not said.
    if said.time == Time::Before {
        return (past(), None, Some(Doubt::Year));
    }
    if let Some(year) = sentence.year {
        let is_expected = match (is_results, actual, plan) {
            (Some(true), Some(actual), _) => actual == year,
            (Some(false), _, Some(plan)) => plan == year,
            _ => false,
        };
        let is_past = match (actual, plan) {
            (Some(actual), _) => year <= actual,
            (None, Some(plan)) => year < plan,
            (None, None) => is_results.unwrap_or(true),
        };
        let nature = if is_past { past() } else { "target" };
        if !is_expected {
            doubt = worse(doubt, Some(Doubt::Year));
        }
        return (nature, Some(year), doubt);
    }
    match is_results {
        Some(true) if sentence.is_future && plan.is_some() && !scope.is_within => {
            ("target", plan, worse(doubt, Some(Doubt::Year)))
        }
        Some(true) => (past(), actual, actual.is_none().then_some(Doubt::Year).max(doubt)),
        Some(false) if sentence.is_past => (past(), actual, worse(doubt, Some(Doubt::Year))),
        Some(false) if said.is_stock => ("stock", plan, plan.is_none().then_some(Doubt::Year).max(doubt)),
        Some(false) => ("target", plan, plan.is_none().then_some(Doubt::Year).max(doubt)),
        None if sentence.is_future || sentence.ambition.is_some() => ("target", plan, Some(Doubt::Purpose)),
        None => (past(), scope.told, Some(Doubt::Purpose)),
    }
}

/// The part of a year that a number is about, as its sentence, the heading or the title says.
fn part_of<'a>(scope: &'a Scope, sentence: &'a Sentence) -> &'a str {
    match sentence.part.as_str() {
        "" if sentence.is_whole || sentence.year.is_some() => "",
        "" => &scope.part,
        part => part,
    }
}

#[expect(clippy::too_many_arguments, reason = "all that is known of one number")]
fn row(
    text: &Text<'_>,
    report: &Report,
    section: &Section,
    at: &At,
    token: &Token,
    amount: &Amount,
    said_of: &Statement,
    sentence: &Sentence,
    scope: &Scope,
) -> Row {
    let (mut nature, year, doubt) = claim(report, section, said_of, sentence, scope);
    if nature == "target" && said_of.kind == "count" && said_of.is_there && sentence.ambition.is_none() {
        nature = "planned";
    }
    let modifiers = &amount.quantity.amount.modifiers;
    let modifiers: Modifiers = modifiers.iter().chain(sentence.ambition).collect();
    let words: Vec<&str> = modifiers.iter().map(Modifier::printed).collect();
    let unit = amount.quantity.unit.printed();
    let unit = if amount.is_part { "%" } else { unit };
    let row = Row {
        table: Table::Figures,
        cells: Cells::default(),
        span: Span::Words(at.clone(), text.bytes(token.range.clone())),
        sureness: sureness(worse(said_of.doubt, doubt)),
    };
    let row = row
        .with("section", &at.section)
        .with("paragraph", at.paragraph.to_string())
        .with("printed", text.slice(token.range.clone()))
        .with(
            "subject",
            if said_of.subject.is_empty() { nearest(text, section, token) } else { &said_of.subject },
        )
        .with("kind", said_of.kind)
        .with("nature", nature)
        .with("value", amount.quantity.amount.value.to_string())
        .with("value_upper", amount.quantity.amount.upper.map(|upper| upper.to_string()).unwrap_or_default())
        .with("unit", unit)
        .with("modifier", words.join("~"))
        .with("year", year.map(|year| year.to_string()).unwrap_or_default());
    let is_target = matches!(nature, "target" | "planned");
    match part_of(scope, sentence) {
        part if year.is_some() && !part.is_empty() && !(is_target && sentence.part.is_empty()) => {
            row.with("scope", part)
        }
        _ => row,
    }
}

/// What stands in place of a subject that was not found, since a package has none without: the words before the number, or the heading.
fn nearest<'a>(text: &Text<'a>, section: &'a Section, token: &Token) -> &'a str {
    let is_mark = |c: char| !is_han(c);
    let end = token.range.start
        - (0..token.range.start).rev().take_while(|at| !is_han(text.at(*at))).take(8).count();
    let start = (0..end).rev().take(16).take_while(|at| is_han(text.at(*at))).last().unwrap_or(end);
    let words = text.slice(start..end);
    let heading = section.heading.trim_matches(is_mark);
    [words, heading].into_iter().find(|words| words.chars().count() > 1).unwrap_or("未写明")
}

fn sureness(doubt: Option<Doubt>) -> Sureness {
    match doubt {
        None => Sureness::Sure(said(
            "单位、对象、年份都在句中或章节里写明",
            "unit, subject and year are said by the sentence or its section",
        )),
        Some(doubt) if doubt.is_serious() => Sureness::Doubtful(doubt.said()),
        Some(doubt) => Sureness::Likely(doubt.said()),
    }
}
