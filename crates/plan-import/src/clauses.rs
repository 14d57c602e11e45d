//! Sentences, clauses and quantities of a paragraph, as bytes of its words: what projects, tasks and remarks are read from.

use std::ops::Range;

use crate::Paragraph;
use crate::words::Words;

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Its bytes, without the mark that ends it.
    pub(crate) range: Range<usize>,
    /// The mark that ends it; `None` at the end of the text.
    pub(crate) end: Option<char>,
}

/// The mark that closes a bracket or a quotation, and a number for the kind of bracket.
fn closing(open: char) -> Option<(char, usize)> {
    match open {
        '（' => Some(('）', 0)),
        '(' => Some((')', 1)),
        '《' => Some(('》', 2)),
        '“' => Some(('”', 3)),
        '「' => Some(('」', 4)),
        '【' => Some(('】', 5)),
        '〔' => Some(('〕', 6)),
        '［' => Some(('］', 7)),
        _ => None,
    }
}

/// A bracket that is not closed within so many bytes is none: OCR loses them.
const FAR: usize = 480;

/// Up to where marks that close brackets of each kind were looked for, and the one that was found there.
#[derive(Default)]
struct Closings([(usize, Option<usize>); 8]);

impl Closings {
    /// Whether a bracket that ends at `from` is closed. Looks at no byte twice.
    fn has(&mut self, text: &str, from: usize, close: char, kind: usize) -> bool {
        let Some((until, found)) = self.0.get_mut(kind) else {
            return false;
        };
        if found.is_some_and(|found| found >= from) {
            return found.is_some_and(|found| found - from <= FAR);
        }
        let begin = from.max(*until);
        let mut end = (from + FAR).min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        *found = text.get(begin..end).and_then(|rest| rest.find(close)).map(|at| begin + at);
        *until = begin.max(found.unwrap_or(end));
        found.is_some()
    }
}

/// Whether it ends a sentence.
pub(crate) fn ends_sentence(character: char) -> bool {
    matches!(character, '。' | '！' | '？' | '；' | ';')
}

/// Whether it ends a clause.
pub(crate) fn ends_clause(character: char) -> bool {
    ends_sentence(character) || matches!(character, '，' | '：' | ',')
}

/// The characters of a text that stand in no brackets, each with its byte.
pub(crate) fn outside(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut until: Vec<char> = Vec::new();
    let mut closings = Closings::default();
    text.char_indices().filter(move |(at, character)| {
        if until.last() == Some(character) {
            until.pop();
            return false;
        }
        if let Some((close, kind)) = closing(*character)
            && closings.has(text, at + character.len_utf8(), close, kind)
        {
            until.push(close);
            return false;
        }
        until.is_empty()
    })
}

/// Whether a mark stands within a number: 3,210, ３，２１０, 2.5—3.
fn is_of_number(mark: char, before: &str, after: &str) -> bool {
    let is_wide = |c: char| matches!(c, '０'..='９');
    match mark {
        ',' | '—' => {
            before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit())
        }
        '，' => before.ends_with(is_wide) && after.chars().take(4).take_while(|c| is_wide(*c)).count() == 3,
        _ => false,
    }
}

/// The parts of a range of a text that marks outside brackets end; empty ones left out. A mark within a number ends nothing.
pub(crate) fn split(text: &str, range: Range<usize>, ends: impl Fn(char) -> bool) -> Vec<Clause> {
    let Some(part) = text.get(range.clone()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut from = range.start;
    for (at, character) in outside(part).filter(|(_, character)| ends(*character)) {
        let (before, after) = (part.get(..at), part.get(at + character.len_utf8()..));
        if is_of_number(character, before.unwrap_or_default(), after.unwrap_or_default()) {
            continue;
        }
        let at = range.start + at;
        if from < at {
            found.push(Clause { range: from..at, end: Some(character) });
        }
        from = at + character.len_utf8();
    }
    if from < range.end {
        found.push(Clause { range: from..range.end, end: None });
    }
    found
}

/// The bytes of a paragraph after its mark and the heading that is run into it.
pub(crate) fn body(paragraph: &Paragraph) -> Range<usize> {
    let start = (paragraph.mark + paragraph.run_in).min(paragraph.words.len());
    let start = if paragraph.words.is_char_boundary(start) { start } else { 0 };
    start..paragraph.words.len()
}

/// Words that count the parts of an enumeration.
const ORDINALS: [&str; 8] = ["一要", "一是", "二要", "二是", "首先", "其次", "再次", "最后"];

/// The bytes of an ordinal that a clause begins with: 一是, 第二，, （3）, ①, 2.
pub(crate) fn ordinal(text: &str) -> usize {
    let from_numeral = || {
        let (numeral, rest) = text.split_at_checked(text.chars().next()?.len_utf8())?;
        let is_numeral = "一二三四五六七八九十".contains(numeral);
        (is_numeral && rest.starts_with(['是', '要'])).then_some(numeral.len() + 3)
    };
    let circled = || {
        let first = text.chars().next()?;
        ('①'..='⑳').contains(&first).then_some(first.len_utf8())
    };
    let bracketed = || {
        let rest = text.strip_prefix(['（', '('])?;
        let close = rest.char_indices().take(4).find(|(_, c)| matches!(c, '）' | ')'))?;
        let (number, mark) = (rest.get(..close.0)?, close.1.len_utf8());
        let is_number = !number.is_empty()
            && number.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
        is_number.then(|| text.len() - rest.len() + number.len() + mark)
    };
    let counted = || {
        let rest = text.strip_prefix('第')?;
        let end = rest.find('，')?;
        let number = rest.get(..end)?;
        let is_number =
            number.chars().count() < 3 && number.chars().all(|c| "一二三四五六七八九十".contains(c));
        is_number.then_some(3 + number.len())
    };
    let word = || ORDINALS.iter().find(|word| text.starts_with(**word)).map(|word| word.len());
    from_numeral().or_else(word).or_else(circled).or_else(bracketed).or_else(counted).unwrap_or(0)
}

/// Words that say how something is done, and not what.
pub(crate) static ADVERBS: Words = Words::new(&[
    "积极",
    "大力",
    "全力",
    "全力以赴",
    "扎实",
    "全面",
    "持续",
    "深入",
    "着力",
    "切实",
    "统筹",
    "加快",
    "加力",
    "加速",
    "强力",
    "高质量",
    "高标准",
    "高水平",
    "高效",
    "有序",
    "稳步",
    "重点",
    "突出",
    "认真",
    "努力",
    "滚动",
    "接续",
    "继续",
    "同步",
    "进一步",
    "抓紧",
    "尽快",
    "力促",
    "力争",
    "确保",
    "争取",
    "推动",
    "配合",
    "督促",
    "聚力",
    "全速",
    "快速",
    "协调",
    "协同",
    "纵深",
    "一体",
    "今年",
    "年内",
    "将",
    "要",
    "新",
    "全年",
]);

/// The length of the longest of the words that `text` begins with.
pub(crate) fn longest_prefix(text: &str, words: &[&str]) -> usize {
    words.iter().filter(|word| text.starts_with(**word)).map(|word| word.len()).max().unwrap_or(0)
}

/// The length of the longest of the words that `text` ends with.
pub(crate) fn longest_suffix(text: &str, words: &[&str]) -> usize {
    words.iter().filter(|word| text.ends_with(**word)).map(|word| word.len()).max().unwrap_or(0)
}

/// Whether one of the words stands in it.
pub(crate) fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// What counts or measures, without 万 and 亿 before it.
static UNITS: Words = Words::new(&[
    "微克/立方米",
    "微克每立方米",
    "毫克/立方米",
    "毫克/升",
    "吨/日",
    "立方米/日",
    "元/吨",
    "万元/亩",
    "元/人",
    "人/平方公里",
    "吨标煤",
    "斤/亩",
    "公斤/亩",
    "个百分点",
    "百分点",
    "平方公里",
    "平方千米",
    "平方米",
    "立方米",
    "标准箱",
    "标箱",
    "千瓦时",
    "千瓦",
    "兆瓦时",
    "兆瓦",
    "千伏",
    "吨标准煤",
    "美元",
    "欧元",
    "元",
    "人次",
    "架次",
    "班次",
    "件次",
    "车次",
    "人",
    "名",
    "户次",
    "户",
    "个",
    "家次",
    "家",
    "项",
    "套",
    "处",
    "场次",
    "场",
    "次",
    "所",
    "座",
    "条",
    "张",
    "件",
    "台套",
    "台",
    "辆",
    "公里",
    "千米",
    "米",
    "亩",
    "公顷",
    "吨",
    "公斤",
    "斤",
    "度",
    "天",
    "床",
    "支",
    "批",
    "只",
    "头",
    "羽",
    "棵",
    "株",
    "类",
    "种",
    "期",
    "例",
    "对",
    "组",
    "本",
    "册",
    "宗",
    "间",
    "幢",
    "栋",
    "趟",
    "架",
    "艘",
    "箱",
    "门",
    "班",
    "篇",
    "位",
    "条次",
    "学位",
    "%",
    "％",
    "‰",
    "倍",
    "点",
    "枚",
    "片",
    "段",
    "块",
    "对次",
    "颗",
    "孔",
    "眼",
    "口",
    "对象",
    "份",
    "部",
    "袋",
    "瓶",
    "双",
    "款",
    "桩",
    "村",
    "县",
    "乡",
    "镇",
    "街道",
    "社区",
    "岁",
]);

/// Words before a number that belong to it.
static BEFORE: Words = Words::new(&[
    "不低于",
    "不少于",
    "不超过",
    "不高于",
    "控制在",
    "稳定在",
    "保持在",
    "下降",
    "降低",
    "减少",
    "回落",
    "力争",
    "争取",
    "超过",
    "高于",
    "低于",
    "大约",
    "约",
    "近",
    "超",
    "≥",
    "≤",
    ">",
    "<",
    "+",
    "-",
]);

/// Words after a number, before its unit.
const BETWEEN: [&str; 3] = ["余", "多", "几"];

/// Words after a unit that belong to the number.
const AFTER: [&str; 7] = ["以上", "以下", "以内", "之内", "左右", "上下", "余"];

/// A number with its unit and the words that say how it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// All of it.
    pub(crate) range: Range<usize>,
    /// The bytes from the number to the end of its unit.
    pub(crate) core: Range<usize>,
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || ('０'..='９').contains(&character)
}

/// The bytes of a number that `text` begins with: 12, 1,200, 7.5.
fn number(text: &str) -> usize {
    let mut end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let goes_on = is_digit(character)
            || (end > 0
                && matches!(character, '.' | ',' | '．')
                && characters.peek().is_some_and(|(_, next)| is_digit(*next)));
        if !goes_on {
            break;
        }
        end = at + character.len_utf8();
    }
    end
}

/// The bytes of a unit that `text` begins with.
fn unit(text: &str) -> usize {
    let multiple =
        text.chars().take_while(|c| matches!(c, '万' | '亿' | '千' | '百')).map(char::len_utf8).sum();
    let rest = text.get(multiple..).unwrap_or_default();
    match UNITS.prefix(rest) {
        // 千米, 千瓦: 千 is of the unit.
        0 if multiple > 0 => UNITS.prefix(text),
        0 => 0,
        // 个月 and 天然气 count nothing.
        _ if longest_prefix(rest, &["个月", "个工作日", "天然气", "人均", "元旦", "点半", "岁", "周岁"])
            > 0 =>
        {
            0
        }
        length => multiple + length,
    }
}

/// The quantities of a text that stand outside quotation marks and brackets: a number with a unit that is known.
pub(crate) fn quantities(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut past = 0;
    let mut before = None;
    for (at, character) in outside(text) {
        let previous = before.replace(character);
        if at < past || !is_digit(character) {
            continue;
        }
        let is_name =
            previous.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '第' | '.' | '+' | '/'));
        let at_byte = |byte: usize| text.get(byte..).unwrap_or_default();
        let first = number(at_byte(at));
        let mut end = at + first;
        past = end;
        if is_name || first == 0 {
            continue;
        }
        let first_unit = unit(at_byte(end));
        let joined = end + first_unit;
        let dash = at_byte(joined)
            .chars()
            .next()
            .filter(|c| matches!(c, '-' | '—' | '–' | '~' | '～' | '－' | '至'));
        if let Some(dash) = dash {
            let second = joined + dash.len_utf8();
            match number(at_byte(second)) {
                0 => {}
                length => end = second + length,
            }
        }
        // 900余次, 3万余人
        let multiple: usize =
            at_byte(end).chars().take_while(|c| matches!(c, '万' | '亿')).map(char::len_utf8).sum();
        let odd = longest_prefix(at_byte(end + multiple), &BETWEEN);
        end += if odd > 0 { multiple + odd } else { 0 };
        let length = match unit(at_byte(end)) {
            0 => continue,
            length => length,
        };
        end += length;
        past = end;
        let core = at..end;
        while let after @ 1.. = longest_prefix(at_byte(end), &AFTER) {
            end += after;
        }
        let mut start = at;
        while let length @ 1.. = BEFORE.suffix(text.get(..start).unwrap_or_default()) {
            start -= length;
        }
        // 40多, 5-6 are taken with what stands before them.
        if found.last().is_none_or(|last| last.range.end <= start) {
            found.push(Found { range: start..end, core });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str, ends: impl Fn(char) -> bool) -> Vec<&str> {
        split(text, 0..text.len(), ends).into_iter().map(|clause| &text[clause.range]).collect()
    }

    #[test]
    fn marks_in_brackets_end_nothing() {
        assert_eq!(
            parts("甲（一，二；三），乙“丙。丁”；戊", ends_clause),
            ["甲（一，二；三）", "乙“丙。丁”", "戊"]
        );
        assert_eq!(
            parts("甲（一，乙。丙", ends_clause),
            ["甲（一", "乙", "丙"],
            "a bracket that is never closed"
        );
        assert_eq!(parts("（（一，二）三，四）五，六", ends_clause), ["（（一，二）三，四）五", "六"]);
        let far = format!("（一，{}）", "二".repeat(300));
        assert_eq!(parts(&far, ends_clause).len(), 2, "a bracket that is closed far away");
    }

    #[test]
    fn quantities_have_a_unit() {
        for (text, found) in [
            ("力争新增企业不少于12家", vec!["不少于12家"]),
            ("完成投资121.7亿元以上", vec!["121.7亿元以上"]),
            ("增长6-6.5%左右", vec!["6-6.5%左右"]),
            ("增长7.5%—8%", vec!["7.5%—8%"]),
            ("服务1200余次、3万余人", vec!["1200余次", "3万余人"]),
            ("改造311国道和S103线、5G基站", vec![]),
            ("2025年12月底前建成24小时书房", vec![]),
            ("“982”工程", vec![]),
            ("降低2.5%", vec!["降低2.5%"]),
            ("用时3个月", vec![]),
            ("建成1,200套", vec!["1,200套"]),
        ] {
            let read: Vec<&str> = quantities(text).into_iter().map(|one| &text[one.range]).collect();
            assert_eq!(read, found, "{text}");
        }
    }

    #[test]
    fn ordinals_are_no_words_of_the_clause() {
        for (text, rest) in [
            ("一是抓项目", "抓项目"),
            ("（3）抓项目", "抓项目"),
            ("第二，抓项目", "，抓项目"),
            ("①抓", "抓"),
            ("一体推进", "一体推进"),
        ] {
            assert_eq!(&text[ordinal(text)..], rest);
        }
    }
}
