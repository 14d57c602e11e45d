//! Every number of a paragraph, read as an amount with its unit or as something else: a year, a name, the number of a list.

use std::ops::Range;

use plan_data::{Quantity, numeral};

use super::text::{Enclosed, Text, is_han};
use super::units::{self, Class};
use crate::words::Words;

/// What a number is that is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// A year.
    Year(u16),
    /// Several years: 2021—2025年.
    Years,
    /// A day, a month, a quarter.
    Date,
    /// A time of day.
    Time,
    /// How long something lasts.
    Duration,
    /// 100周年.
    Anniversary,
    /// The age of people.
    Age,
    /// A part of a name: 311国道, PM10.
    Name,
    /// A saying in quotes, or one that everybody knows.
    Slogan,
    /// The number of a document, or one in its title.
    Document,
    /// A place in an order: 第3位.
    Rank,
    /// The number before an item.
    Item,
    /// Two numbers to one another.
    Ratio,
    /// A part: 三分之二.
    Fraction,
    /// What things must have to be counted: 2000万元以上工业企业.
    Threshold,
    /// The size of a thing, within its name: 110千伏变电站.
    Rating,
    /// It was not understood.
    Unknown,
}

/// What a number is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// An amount.
    Amount(Amount),
    /// Something else.
    Other(Why),
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Amount {
    /// As the package reads it.
    pub(crate) quantity: Quantity,
    /// The class of its unit.
    pub(crate) class: Class,
    /// Whether it is written in Chinese numerals.
    pub(crate) is_numeral: bool,
    /// A part of 0.6:34.4:65.
    pub(crate) is_part: bool,
    /// Whether the unit is that of a later number of its list.
    pub(crate) is_borrowed: bool,
}

/// A number where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// The characters: of an amount those of number, unit and modifiers.
    pub(crate) range: Range<usize>,
    /// What it is.
    pub(crate) reading: Reading,
}

impl Token {
    fn other(range: Range<usize>, why: Why) -> Self {
        Self { range, reading: Reading::Other(why) }
    }
}

/// All numbers of the text. `mark` characters at the beginning are the mark of an item.
pub(crate) fn tokens(text: &Text<'_>, mark: usize) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let character = text.at(at);
        let floor = found.last().map_or(0, |last| last.range.end);
        let next = if character.is_ascii_digit() {
            arabic(text, at, floor, mark, &mut found)
        } else if is_numeral(character) && (character != '百' || text.starts(at, "百分之"))
            || is_place(text, at)
        {
            chinese(text, at, floor, &mut found)
        } else if character == '为' {
            zero(text, at, &mut found)
        } else {
            at + 1
        };
        at = next.max(at + 1);
    }
    borrow(text, &mut found);
    bare(text, &mut found);
    found
}

fn is_numeral(character: char) -> bool {
    "一二两三四五六七八九十百".contains(character)
}

/// Whether a place stands for one of it: 超千亿元, 突破万亿元, and not 打造千亿元产业集群.
fn is_place(text: &Text<'_>, at: usize) -> bool {
    let is_place = match text.at(at) {
        '百' | '千' => matches!(text.at(at + 1), '万' | '亿'),
        '万' => text.at(at + 1) == '亿',
        _ => false,
    };
    is_place
        && (BEFORE.before(text, at).is_some()
            || ["达到", "达", "跨过", "迈上"].iter().any(|word| text.ends(at, word)))
}

/// Words before a number that belong to it, the longest first.
static BEFORE: Words = Words::new(&[
    "不低于",
    "不少于",
    "不超过",
    "不高于",
    "控制在",
    "稳定在",
    "超过",
    "突破",
    "至少",
    "不足",
    "不到",
    "接近",
    "将近",
    "下降",
    "降低",
    "减少",
    "回落",
    "约",
    "近",
    "超",
    "逾",
    "≥",
    "≤",
]);

/// Words that end in one of those and mean something else.
static NOT_BEFORE: Words = Words::new(&[
    "签约", "节约", "预约", "履约", "条约", "契约", "集约", "续约", "违约", "合约", "制约", "邀约", "反超",
    "赶超", "高超", "附近", "最近", "邻近", "靠近", "临近", "周近", "远近",
]);

/// Where the modifiers before the number begin.
fn modifiers_before(text: &Text<'_>, number: usize, floor: usize) -> usize {
    let mut from = number;
    for _ in 0..3 {
        let length = BEFORE.before(text, from).filter(|_| NOT_BEFORE.before(text, from).is_none());
        let Some(start) = length.and_then(|length| from.checked_sub(length)) else {
            break;
        };
        if start < floor {
            break;
        }
        from = start;
    }
    // 分别下降2%、3%: the word belongs to both.
    let Some(fall) = text.any(from, &FALLS) else {
        return from;
    };
    let clause = (floor..from).rev().take(12).take_while(|at| text.at(*at) != '，');
    if clause.into_iter().any(|at| text.starts(at, "分别")) { from + fall } else { from }
}

/// Words after which a number is printed without its minus.
pub(crate) const FALLS: [&str; 4] = ["下降", "降低", "减少", "回落"];

const AFTER: [&str; 4] = ["以上", "以下", "以内", "左右"];

/// The end of the modifiers after a unit.
fn modifiers_after(text: &Text<'_>, mut at: usize) -> usize {
    while let Some(length) = text.any(at, &AFTER) {
        at += length;
    }
    at
}

/// The end of a number in Arabic digits: thousands in groups, a point.
fn number_end(text: &Text<'_>, from: usize) -> usize {
    let mut end = text.digits(from);
    if (1..=3).contains(&(end - from)) {
        while text.at(end) == ',' && text.digits(end + 1) == end + 4 {
            end += 4;
        }
    }
    if text.at(end) == '.' {
        let after = text.digits(end + 1);
        // 1.2.3 is no number.
        if after > end + 1 && !(text.at(after) == '.' && text.at(after + 1).is_ascii_digit()) {
            end = after;
        }
    }
    end
}

fn is_year(text: &Text<'_>, range: Range<usize>) -> Option<u16> {
    if range.len() != 4 {
        return None;
    }
    let year = u16::try_from(text.whole(range)?).ok()?;
    (1900..=2100).contains(&year).then_some(year)
}

fn is_connector(character: char) -> bool {
    matches!(character, '-' | '—' | '–' | '~' | '至')
}

/// Reads the number in Arabic digits that begins there; returns where to go on.
fn arabic(text: &Text<'_>, from: usize, floor: usize, mark: usize, found: &mut Vec<Token>) -> usize {
    let end = number_end(text, from);
    if from < mark {
        let mut end = text.digits(from);
        // 1.1.2
        while text.at(end) == '.' && text.at(end + 1).is_ascii_digit() && end < mark {
            end = text.digits(end + 1);
        }
        found.push(Token::other(from..end, Why::Item));
        return end;
    }
    if let Some(token) = other(text, from, end) {
        let end = token.range.end;
        found.push(token);
        return end;
    }
    if let Some(end) = composite(text, from, found) {
        return end;
    }
    match amount(text, from, end, floor, false) {
        Ok(token) => {
            let end = token.range.end;
            found.push(token);
            end
        }
        Err(why) => {
            let end = text.digits(from).max(end);
            found.push(Token::other(from..end, why));
            end
        }
    }
}

/// A number that is certainly no figure.
fn other(text: &Text<'_>, from: usize, end: usize) -> Option<Token> {
    let before = text.before(from);
    let is_joined = before == '-' && from.checked_sub(2).is_some_and(|at| text.at(at).is_ascii_alphabetic());
    match text.enclosed(from) {
        Enclosed::Title => return Some(Token::other(from..end, Why::Document)),
        Enclosed::Quotes => {
            let year = is_year(text, from..end).filter(|_| text.at(end) == '年');
            let why = year.map_or_else(|| quoted(text, from), Why::Year);
            let end = if year.is_some() { end + 1 } else { end };
            return Some(Token::other(from..end, why));
        }
        Enclosed::No => {}
    }
    // GDP4408.1亿元
    let is_indicator = ["GDP", "CPI", "PPI"].iter().any(|name| text.ends(from, name));
    if (before.is_ascii_alphabetic() && !is_indicator) || is_joined || before == '.' || before == '_' {
        return Some(Token::other(from..name_end(text, end), Why::Name));
    }
    if "〔[【".contains(before) && before != '\0' {
        let mut after = end;
        if "〕]】".contains(text.at(after)) && text.at(after) != '\0' {
            after += 1;
        }
        after = if text.at(after) == '第' { after + 1 } else { after };
        let number = text.digits(after);
        if text.at(number) == '号' && number > after {
            return Some(Token::other(from..number + 1, Why::Document));
        }
    }
    if let Some(token) = dated(text, from, end) {
        return Some(token);
    }
    if before == '第' {
        let is_rank = matches!(text.at(end), '位' | '名' | '，' | '。' | '；' | '、' | '\0');
        return Some(Token::other(
            from..end,
            if is_rank || text.at(end) != '号' { Why::Rank } else { Why::Document },
        ));
    }
    let is_small = text.whole(from..end).is_some_and(|number| number < 100);
    // 上年为100, 上年=100: what an index is measured by.
    let is_base = text.whole(from..end) == Some(100)
        && ["上年为", "上年=", "上年＝", "同期为", "同期=", "基期为", "年为", "年="]
            .iter()
            .any(|word| text.ends(from, word));
    if is_base {
        return Some(Token::other(from..end, Why::Ratio));
    }
    if is_small && matches!(before, '（' | '(') && matches!(text.at(end), '）' | ')') {
        return Some(Token::other(from..end, Why::Item));
    }
    let begins = before == '\0' || "。；！？：".contains(before);
    let is_pointed = matches!(text.at(end), '.' | '、' | '）' | ')') && !text.at(end + 1).is_ascii_digit();
    if is_small && begins && is_pointed {
        return Some(Token::other(from..end, Why::Item));
    }
    if matches!(before, '+' | '×' | '*') || matches!(text.at(end), '+' | '×' | '*') {
        return Some(Token::other(from..end, Why::Name));
    }
    if (text.at(end) == '/' && text.at(end + 1).is_ascii_digit()) || (before == '/' && from > 0) {
        return Some(Token::other(from..end, Why::Fraction));
    }
    if let Some(length) = text.any(end, &["国道", "省道", "县道", "乡道", "号"]) {
        let is_document = text.any(end, &["号文", "号令", "号公告", "号议案"]).is_some();
        return Some(Token::other(from..end + length, if is_document { Why::Document } else { Why::Name }));
    }
    if text.ends(from, "国道") || text.ends(from, "省道") || text.ends(from, "县道") {
        return Some(Token::other(from..end, Why::Name));
    }
    None
}

/// The end of the letters and digits of a name.
fn name_end(text: &Text<'_>, mut end: usize) -> usize {
    while text.at(end).is_ascii_alphanumeric() {
        end += 1;
    }
    end
}

/// What stands in quotes: 2+N, or a name with words in it.
fn quoted(text: &Text<'_>, at: usize) -> Why {
    let mut end = at;
    while text.enclosed(end) == Enclosed::Quotes {
        end += 1;
    }
    let mut start = at;
    while start > 0 && text.enclosed(start - 1) == Enclosed::Quotes {
        start -= 1;
    }
    let words = (start..end).filter(|at| is_han(text.at(*at)) && !is_numeral(text.at(*at))).count();
    let is_before_name = text.any(end + 1, &["工程", "项目", "平台", "行动", "基地", "园", "号"]).is_some();
    if words > 3 || is_before_name { Why::Name } else { Why::Slogan }
}

/// Years, dates, times, ages and how long something lasts.
fn dated(text: &Text<'_>, from: usize, end: usize) -> Option<Token> {
    let token = |end, why| Some(Token::other(from..end, why));
    let is_whole = text.digits(from) == end;
    if let Some(year) = is_year(text, from..end) {
        // 2021—2025年
        let second = end + usize::from(text.at(end) == '年');
        if is_connector(text.at(second)) {
            let first = second + 1 + usize::from(text.at(second) == '—' && text.at(second + 1) == '—');
            let last = text.digits(first);
            let digits = last - first;
            if (digits == 4 && is_year(text, first..last).is_some() || digits == 2) && text.at(last) == '年'
            {
                return token(last + 1, Why::Years);
            }
        }
        if text.at(end) == '年' {
            let month = text.digits(end + 1);
            if month > end + 1 && text.at(month) == '月' {
                let day = text.digits(month + 1);
                return token(
                    if day > month + 1 && text.at(day) == '日' { day + 1 } else { month + 1 },
                    Why::Date,
                );
            }
            return token(end + 1, Why::Year(year));
        }
        for point in ['.', '-', '/'] {
            let month = text.digits(end + 1);
            if text.at(end) == point
                && month > end + 1
                && text.at(month) == point
                && text.at(month + 1).is_ascii_digit()
            {
                return token(text.digits(month + 1), Why::Date);
            }
        }
        // 2000余棵
        let is_odd = matches!(text.at(end), '余' | '多');
        if units::unit(text, end).is_none() && !is_odd && !is_connector(text.at(end)) && text.at(end) != ':' {
            return token(end, Why::Year(year));
        }
    }
    // 2023.5 to 2024.1.6 and the like: the point was not taken for one of a number.
    if text.at(end) == '.' && text.at(end + 1).is_ascii_digit() {
        let mut last = end;
        while text.at(last) == '.' && text.at(last + 1).is_ascii_digit() {
            last = text.digits(last + 1);
        }
        return token(last, Why::Name);
    }
    // 1—11月, 3季度
    let mut last = end;
    if is_whole && is_connector(text.at(end)) && text.digits(end + 1) > end + 1 {
        last = text.digits(end + 1);
    }
    let is_month =
        text.at(last) == '月' && text.whole(from..end).is_some_and(|month| (1..=12).contains(&month));
    if is_whole && is_month {
        let day = text.digits(last + 1);
        return token(if day > last + 1 && text.at(day) == '日' { day + 1 } else { last + 1 }, Why::Date);
    }
    if text.starts(last, "季度") {
        return token(last + 2, Why::Date);
    }
    if text.at(end) == '日' && is_whole && text.whole(from..end).is_some_and(|day| (1..=31).contains(&day)) {
        let is_span = text.any(end + 1, &["内", "办结", "办理", "完成"]).is_some();
        if !is_span && text.at(end + 1) != '/' {
            return token(end + 1, Why::Date);
        }
    }
    if text.at(end) == '时' && is_whole && text.whole(from..end).is_some_and(|hour| hour <= 24) {
        return token(end + 1, Why::Time);
    }
    if text.starts(end, "周年") {
        return token(end + 2, Why::Anniversary);
    }
    let odd = last + usize::from(matches!(text.at(last), '余' | '多'));
    let age = modifiers_after(text, odd);
    for word in ["周岁", "岁"] {
        if text.starts(age, word) && !is_of_life(text, from) {
            return token(age + word.chars().count(), Why::Age);
        }
    }
    for word in ["个月", "个多月", "个年度", "个季度", "个五年", "个周", "周", "年", "个年头", "个日夜"]
    {
        let is_other = || text.starts(odd, "周转") || text.starts(odd, "年产") || is_of_life(text, from);
        if text.starts(odd, word) && !is_other() {
            return token(odd + word.chars().count(), Why::Duration);
        }
    }
    // 24小时 is a way to be open.
    if is_whole && text.starts(end, "小时") && text.whole(from..end) == Some(24) {
        return token(end + 2, Why::Name);
    }
    None
}

/// Whether the clause is about how long people live or learn: no age of those that are counted, nor how long something lasts.
fn is_of_life(text: &Text<'_>, number: usize) -> bool {
    let from = (0..number).rev().take(40).take_while(|at| !"，。；：！？".contains(text.at(*at))).last();
    from.map(|from| text.slice(from..number))
        .is_some_and(|words| words.contains("寿命") || words.contains("教育年限"))
}

/// 0.6:34.4:65 as its parts; 2.3:1 as a ratio.
fn composite(text: &Text<'_>, from: usize, found: &mut Vec<Token>) -> Option<usize> {
    let is_colon = |at| matches!(text.at(at), ':' | '：');
    let mut parts: Vec<Range<usize>> = Vec::new();
    parts.push(from..number_end(text, from));
    while let Some(last) = parts.last().map(|part| part.end) {
        let end = number_end(text, last + 1);
        if !is_colon(last) || end == last + 1 || parts.len() > 5 {
            break;
        }
        parts.push(last + 1..end);
    }
    let end = parts.last()?.end;
    match parts.len() {
        0 | 1 => None,
        2 => {
            let is_hour = text.at(end) == '\0' || !is_han(text.at(end)) || text.starts(end, "前");
            let minutes = parts.last()?;
            let is_time = minutes.len() == 2 && text.digits(from) == parts.first()?.end;
            let why = if is_time && is_hour && !text.ends(from, "比") { Why::Time } else { Why::Ratio };
            found.push(Token::other(from..end, why));
            Some(end)
        }
        3 => {
            let percents: Option<Vec<Quantity>> =
                parts.iter().map(|part| text.slice(part.clone()).parse().ok()).collect();
            let percents = percents?;
            let total = percents.iter().map(|part| part.amount.value.to_f64()).sum::<f64>();
            if !(99.5..=100.5).contains(&total) {
                found.push(Token::other(from..end, Why::Ratio));
                return Some(end);
            }
            for (range, quantity) in parts.into_iter().zip(percents) {
                let class = Class::Rate;
                let amount = Amount { quantity, class, is_numeral: false, is_part: true, is_borrowed: false };
                found.push(Token { range, reading: Reading::Amount(amount) });
            }
            Some(end)
        }
        _ => {
            found.push(Token::other(from..end, Why::Ratio));
            Some(end)
        }
    }
}

/// The number with unit and modifiers, or why it is none.
fn amount(text: &Text<'_>, from: usize, end: usize, floor: usize, is_numeral: bool) -> Result<Token, Why> {
    let mut start = from;
    if text.before(from) == '-'
        && from > floor + 1
        && (is_han(text.before(from - 1)) || "，、".contains(text.before(from - 1)))
    {
        start = from - 1;
    }
    let start = modifiers_before(text, start, floor);
    let unit_of = |at| if is_numeral { units::counted(text, at) } else { units::unit(text, at) };
    let odd = |at| at + usize::from(matches!(text.at(at), '余' | '多') && !text.starts(at, "余额"));
    // 3%—5%, 60至70个, 1.2万—1.5万元
    let mut at = end;
    let first = if is_numeral { None } else { unit_of(end) };
    let joint = first.map_or(end, |(end, _)| end);
    for joint in [joint, end] {
        let second = joint + 1 + usize::from(text.at(joint) == '—' && text.at(joint + 1) == '—');
        if !is_numeral && is_connector(text.at(joint)) && text.at(second).is_ascii_digit() {
            at = number_end(text, second);
            break;
        }
    }
    // 上升0.9个百分点至91.4%: two numbers, and no range.
    if at > end
        && text.at(joint) == '至'
        && joint > end
        && unit_of(odd(at)).is_none_or(|(stop, _)| text.slice(at..stop) != text.slice(end..joint))
    {
        at = end;
    }
    let is_range = at > end;
    at = odd(at);
    let (last, class) = match unit_of(at) {
        // 万余人: the word stands within the unit.
        Some((last, Class::Bare)) if odd(last) > last => match unit_of(odd(last)) {
            Some((end, class)) => (end, class),
            None => (odd(last), Class::Bare),
        },
        Some(found) => found,
        None if is_numeral => return Err(Why::Unknown),
        None => {
            let next = text.at(at);
            if is_range || at > end {
                return Err(Why::Unknown);
            }
            if next.is_ascii_alphabetic()
                || (is_han(next) && text.any(at, &JOINTS).is_none() && text.any(at, &AFTER).is_none())
            {
                return Err(Why::Name);
            }
            (at, Class::Bare)
        }
    };
    // 300余家 and 3个多小时 alike.
    let is_odd = text.at(last) == '多' && !"式功元样彩层维媒边语用能".contains(text.at(last + 1));
    let last = if matches!(class, Class::Things) && is_odd {
        return Err(Why::Unknown);
    } else {
        last
    };
    let stop = modifiers_after(text, last);
    let is_passed = class == Class::Things && !is_numeral && is_milestone(text, last);
    if text.at(last) == '级' || is_passed {
        return Err(Why::Name);
    }
    if class == Class::Bare && text.at(stop).is_ascii_alphanumeric() {
        return Err(Why::Unknown);
    }
    // 过500万元的两个
    let is_passed = text.before(start) == '过' && text.at(stop) == '的' && begins_count(text, stop + 1);
    if is_passed || start < from && is_bound_of(text, start..from, stop) {
        return Err(Why::Threshold);
    }
    if stop > last && is_threshold(text, stop, class) && !is_made(text, start, last) {
        return Err(Why::Threshold);
    }
    // 10万千瓦及以下机组
    let is_bound = ["及以上", "及以下", "（含）以上", "（含）以下"]
        .iter()
        .any(|words| text.starts(last, words) && is_han(text.at(last + words.chars().count())));
    if is_bound {
        return Err(Why::Threshold);
    }
    if is_size(text, start..stop, last, class) {
        return Err(Why::Rating);
    }
    let printed = text.slice(start..stop);
    let quantity: Quantity = printed.parse().map_err(|_| Why::Unknown)?;
    let amount = Amount { quantity, class, is_numeral, is_part: false, is_borrowed: false };
    Ok(Token { range: start..stop, reading: Reading::Amount(amount) })
}

/// Whether the words are of marks that were passed, which a number before them only counts: 3个万亿元大关.
fn is_milestone(text: &Text<'_>, at: usize) -> bool {
    text.any(at, &["万亿元大关", "千亿元大关", "百亿元大关", "大台阶", "台阶", "新台阶"]).is_some()
}

/// Whether an amount is the size of a thing within its name, and no figure: 110千伏变电站, 最高10米支架.
fn is_size(text: &Text<'_>, amount: Range<usize>, unit_end: usize, class: Class) -> bool {
    const OUTPUT: [&str; 5] = ["年产", "日产", "年加工", "日处理", "年处理"];
    const RECORD: [&str; 6] = ["最高", "最大", "最长", "最深", "最快", "最小"];
    let (start, stop) = (amount.start, amount.end);
    let follows = |words: &[&str]| words.iter().any(|word| text.ends(start, word));
    let goes_on = is_han(text.at(stop)) && text.any(stop, &JOINTS).is_none();
    match class {
        Class::Rating => goes_on,
        Class::Measure => {
            // 启动王寺村7000亩农业开发项目, and not 建设7000亩示范项目
            let words = text.slice(start.saturating_sub(6)..start);
            let is_of_place = words.ends_with(is_han) && super::subject::verb_at_end(words).is_empty();
            let is_capacity = matches!(text.before(unit_end), '吨' | '年')
                || text.ends(unit_end, "立方米")
                || is_of_place && text.before(unit_end) == '亩';
            // 宽40米, 长1575米宽40米
            let side = text.before(start);
            is_capacity && names_a_thing(text, stop)
                || text.starts(stop, "口径")
                || matches!(side, '宽' | '厚')
                || side == '长' && text.at(stop) == '宽'
                || follows(&OUTPUT) && text.at(stop) == '的'
                || follows(&RECORD) && goes_on
        }
        _ => false,
    }
}

/// Words after a number that do not belong to its unit.
const JOINTS: [&str; 33] = [
    "和", "与", "及", "以及", "或", "并", "且", "同比", "增长", "比", "较", "其中", "的", "，", "提高",
    "提升", "上升", "缩小", "扩大", "降低", "降至", "升至", "下降", "到", "至", "分别", "占", "位", "居",
    "高于", "低于", "以", "后",
];

/// Whether the words up to the next punctuation are a project or the like: 30万吨造纸项目.
fn names_a_thing(text: &Text<'_>, from: usize) -> bool {
    const THINGS: [&str; 12] = [
        "项目",
        "生产线",
        "工程",
        "基地",
        "装置",
        "机组",
        "码头",
        "泊位",
        "煤制油",
        "煤制气",
        "煤制天然气",
        "炼化",
    ];
    let end = (from..from + 16).find(|at| !is_han(text.at(*at))).unwrap_or(from + 16);
    (from..end).any(|at| text.any(at, &THINGS).is_some())
}

/// Whether words such as 以上 are followed by what must be so large to be counted.
fn is_threshold(text: &Text<'_>, stop: usize, class: Class) -> bool {
    const GOES_ON: [&str; 20] = [
        "和", "与", "及", "并", "且", "同比", "增长", "比", "较", "其中", "提高", "下降", "力争", "确保",
        "实现", "完成", "达到", "分别", "排名", "居",
    ];
    // 50亿元以上3个
    let is_word =
        is_han(text.at(stop)) && text.any(stop, &GOES_ON).is_none() || text.at(stop).is_ascii_digit();
    is_word && !matches!(class, Class::Rate | Class::Points)
}

/// Whether what so many are meant to be made of follows: 实施100个以上重点项目, and not 20户以上自然村通硬化路.
fn is_made(text: &Text<'_>, start: usize, unit_end: usize) -> bool {
    const MADE: [&str; 20] = [
        "实施", "新建", "建设", "建成", "引进", "培育", "新增", "打造", "争取", "组织", "开展", "举办",
        "创建", "推进", "谋划", "储备", "开工", "新上", "改造", "带动",
    ];
    const THINGS: [char; 8] = ['个', '项', '家', '场', '条', '所', '座', '处'];
    // 培育100家以上企业和100个以上模型
    let is_joined = "和与、".contains(text.before(start)) && start > 0;
    let from =
        (0..start).rev().take(40).take_while(|at| !"，。；：".contains(text.at(*at))).last().unwrap_or(start);
    let is_made = |at: usize| MADE.iter().any(|verb| text.ends(at, verb));
    THINGS.contains(&text.before(unit_end)) && (is_made(start) || is_joined && (from..start).any(is_made))
}

/// Whether words such as 超 bound what is counted later: 产值超10亿元企业达到3家.
fn is_bound_of(text: &Text<'_>, words: Range<usize>, stop: usize) -> bool {
    const OVER: [&str; 6] = ["超", "超过", "突破", "不足", "不到", "逾"];
    const THINGS: [&str; 12] = [
        "企业",
        "的企业",
        "工业企业",
        "项目",
        "的项目",
        "产业集群",
        "的产业",
        "园区",
        "乡镇",
        "的村",
        "大项目",
        "的行政村",
    ];
    OVER.contains(&text.slice(words)) && text.any(stop, &THINGS).is_some()
}

/// Whether a count begins there: 两个.
fn begins_count(text: &Text<'_>, at: usize) -> bool {
    let is_numeral = |c: char| c.is_ascii_digit() || "一两三四五六七八九十".contains(c);
    is_numeral(text.at(at)) && matches!(text.at(at + 1), '个' | '家' | '项')
}

/// Reads the number in Chinese numerals that begins there; returns where to go on.
fn chinese(text: &Text<'_>, from: usize, floor: usize, found: &mut Vec<Token>) -> usize {
    let mut run = from;
    while "零〇一二两三四五六七八九十百千万亿".contains(text.at(run)) {
        run += 1;
    }
    if run == from {
        return from + 1;
    }
    let before = text.before(from);
    if "第数几上初头每同周".contains(before) && before != '\0' || before.is_ascii_digit() {
        return run;
    }
    if text.starts(from, "百分之") {
        return of_hundred(text, from, floor, found);
    }
    // 三分之二
    if text.starts(run, "分之") {
        let mut end = run + 2;
        while is_numeral(text.at(end)) {
            end += 1;
        }
        if end > run + 2 {
            found.push(Token::other(from..modifiers_after(text, end), Why::Fraction));
            return end;
        }
    }
    // 万 and 亿 that end the run belong to the unit: the parser leaves them.
    let Some((value, rest)) = numeral(text.slice(from..run)) else {
        return run;
    };
    let end = run - rest.chars().count();
    let Ok(token) = amount(text, from, end, floor, true) else {
        return run;
    };
    let is_time_limit = matches!(token.reading, Reading::Amount(Amount { class: Class::Measure, .. }))
        && text.any(token.range.end, &["办结", "内办结"]).is_some();
    let is_congress = value > 10 && text.starts(end, "大");
    let is_word = match value {
        _ if is_time_limit => false,
        _ if is_congress => true,
        0 => true,
        // 突破万亿元
        1 if is_place(text, from) => false,
        1 => !VERBS_OF_ONE.iter().any(|verb| text.ends(from, verb)),
        2 => text.at(from) == '二',
        // 三期 is a part of a project, 六十五期 are courses.
        ..10 if matches!(&token.reading, Reading::Amount(amount) if amount.quantity.unit.printed() == "期") => {
            true
        }
        _ => false,
    };
    let next = token.range.end;
    let is_broken = is_word
        || text.starts(next, "月")
        || text.starts(next, "多月")
        || text.starts(next, "小时")
        || text.starts(next, "年")
        || "一二两三四五六七八九十百".contains(text.at(next)) && text.at(next) != '\0';
    let is_measure = matches!(
        token.reading,
        Reading::Amount(Amount { class: Class::Things | Class::Rate | Class::Points | Class::Times, .. })
    ) || value > 2
        || is_time_limit
        || is_place(text, from);
    if is_broken || !is_measure {
        return next.max(run);
    }
    // “甲、乙”四个县城 sums a slogan up.
    let is_slogan = text.enclosed(from) != Enclosed::No
        || is_milestone(text, token.range.end)
        || before == '”'
        || SLOGANS.iter().any(|slogan| text.starts(from, slogan));
    if is_slogan {
        found.push(Token::other(token.range, Why::Slogan));
    } else {
        found.push(token);
    }
    next.max(run)
}

/// After these, 一个 is a number.
const VERBS_OF_ONE: [&str; 7] = ["新增", "新建", "建成", "引进", "获批", "创建", "新引进"];

/// Sayings with a number that everybody knows.
const SLOGANS: [&str; 24] = [
    "两个维护",
    "两个确立",
    "两个百年",
    "四个意识",
    "四个自信",
    "四个全面",
    "两个毫不动摇",
    "三大攻坚",
    "六个必须",
    "三个代表",
    "四个伟大",
    "五大发展理念",
    "两个结合",
    "三个务必",
    "十个明确",
    "六个坚持",
    "两个健康",
    "一个中国",
    "四个革命",
    "三个区分",
    "两个先行",
    "三件大事",
    "五项战略",
    "九个必须",
];

fn of_hundred(text: &Text<'_>, from: usize, floor: usize, found: &mut Vec<Token>) -> usize {
    let mut end = from + 3;
    while "零一二三四五六七八九十百点".contains(text.at(end)) && text.at(end) != '\0' {
        end += 1;
    }
    let (start, stop) = (modifiers_before(text, from, floor), modifiers_after(text, end));
    let reading = match text.slice(start..stop).parse::<Quantity>() {
        Ok(quantity) => {
            let class = Class::Rate;
            Reading::Amount(Amount { quantity, class, is_numeral: true, is_part: false, is_borrowed: false })
        }
        Err(_) => Reading::Other(Why::Unknown),
    };
    let range = if matches!(reading, Reading::Amount(_)) { start..stop } else { from..end };
    found.push(Token { range, reading });
    end.max(stop)
}

/// 动态为零。
fn zero(text: &Text<'_>, at: usize, found: &mut Vec<Token>) -> usize {
    if text.at(at + 1) != '零' || is_han(text.at(at + 2)) || text.enclosed(at) != Enclosed::No {
        return at + 1;
    }
    if let Ok(quantity) = "零".parse::<Quantity>() {
        let class = Class::Bare;
        let amount = Amount { quantity, class, is_numeral: true, is_part: false, is_borrowed: false };
        found.push(Token { range: at..at + 2, reading: Reading::Amount(amount) });
    }
    at + 2
}

/// Gives numbers without a unit that of the next number of their list: 分别增长8.1、7.2和6.5个百分点.
fn borrow(text: &Text<'_>, found: &mut [Token]) {
    let mut next: Option<(usize, Quantity, Class)> = None;
    for token in found.iter_mut().rev() {
        let Range { start, end } = token.range;
        let Reading::Amount(amount) = &mut token.reading else {
            next = None;
            continue;
        };
        let is_bare = amount.quantity.unit.printed().is_empty() && !amount.is_part && !amount.is_numeral;
        if let (true, Some((from, quantity, class))) = (is_bare, &next)
            && *from == end + 1
            && matches!(text.at(end), '、' | '和' | '与' | '及')
        {
            amount.quantity.unit = quantity.unit.clone();
            (amount.class, amount.is_borrowed) = (*class, true);
        }
        let has_unit = !amount.quantity.unit.printed().is_empty();
        next = has_unit.then(|| (start, amount.quantity.clone(), amount.class));
    }
}

/// Words between what something was and what it is now.
const MOVED: [&str; 10] = ["提高", "提升", "上升", "增加", "缩小", "扩大", "下降", "降低", "降至", "升至"];

/// A number that has no unit is one only after words that say so: 指数达98.6.
fn bare(text: &Text<'_>, found: &mut [Token]) {
    const SAYING: [&str; 12] =
        ["为", "达", "到", "至", "指数", "系数", "在", "得分", "突破", "超过", "预期寿命", "评分"];
    const NAMING: [&str; 7] = ["图", "表", "专栏", "附件", "附表", "注", "版"];
    for token in found {
        let from = token.range.start;
        let Reading::Amount(amount) = &token.reading else {
            continue;
        };
        let has_none = amount.quantity.unit.printed().is_empty() && !amount.is_part && !amount.is_numeral;
        // 从1.96缩小至1.81
        let is_base = matches!(text.before(from), '从' | '由') && text.any(token.range.end, &MOVED).is_some();
        let is_said = is_base
            || SAYING.iter().any(|word| text.ends(from, word))
            || !amount.quantity.amount.modifiers.is_empty();
        if has_none && !is_said {
            let is_name = NAMING.iter().any(|word| text.ends(from, word));
            token.reading = Reading::Other(if is_name { Why::Name } else { Why::Unknown });
        }
    }
}
