//! Headings: numbered ones, alone on their line or run into their paragraph, and short lines without a number.

use plan_data::against::{Level, numbered};

use super::chars::{is_han, squeezed};

/// How high a section is, from the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// An annex in sentences.
    Annex,
    /// A heading without a number above numbered parts: 2025年工作回顾.
    Titled,
    /// 一、, （一）, 1.
    Numbered(Level),
    /// No number, with the level that the file gives it.
    Unnumbered(u8),
}

/// The rank of a heading without a number of which the file says nothing.
pub(super) const PLAIN: Rank = Rank::Unnumbered(u8::MAX);

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading<'a> {
    pub(super) rank: Rank,
    pub(super) count: Option<usize>,
    /// The number as printed.
    pub(super) number: String,
    /// The words after it, without white space.
    pub(super) words: String,
    /// The paragraph that the heading runs into.
    pub(super) rest: &'a str,
}

/// So many characters has a line of print at least.
pub(super) const LINE: usize = 25;

/// The heading with a number that a line is or begins with. `is_listed`: the lines beside it count the same way, with nothing between.
pub(super) fn numbered_heading(line: &str, is_open: bool, is_listed: bool) -> Option<Heading<'_>> {
    let (head, rest) = match line.split_once('。') {
        None => (line, ""),
        // Of bold words the marks at the end belong to the heading.
        Some((head, rest)) if head.matches("**").count() % 2 == 1 => {
            (head, rest.trim_start().strip_prefix("**").unwrap_or(rest))
        }
        Some((head, rest)) => (head, rest),
    };
    let is_alone = head.len() == line.len();
    let found = split_number(head)?;
    let Rank::Numbered(level) = found.rank else {
        return None;
    };
    let length = found.number.chars().count() + found.words.chars().count();
    let most = if is_alone && level <= Level::Part { 60 } else { 40 };
    let is_item = matches!(level, Level::Item | Level::SubItem);
    let is_chapter = level < Level::Part;
    let is_heading = length < most
        && (is_alone || !squeezed(rest).is_empty())
        && !found.words.ends_with(['；', '，', '、', ';'])
        && !(is_item && (is_open || is_listed || has_figure(&found.words)))
        && !(is_listed && has_figure(&found.words))
        && !(is_chapter && (!is_alone || is_open || found.words.contains(['，', '；', '：'])));
    if is_heading {
        return Some(Heading { rest, ..found });
    }
    spaced(line).filter(|_| !is_open)
}

/// A heading that white space parts from its paragraph: （一）工业提质 今年完成……
fn spaced(line: &str) -> Option<Heading<'_>> {
    let start = line.trim_start();
    for (at, _) in start.char_indices().filter(|(_, c)| c.is_whitespace()) {
        let (head, rest) = (start.get(..at)?, start.get(at..)?.trim_start());
        if head.chars().count() > 40 || head.contains(['。', '；', '：']) {
            return None;
        }
        let is_break = head.ends_with(is_han) && rest.starts_with(|c: char| is_han(c) || is_year(rest));
        let long = rest.contains('。') && rest.chars().count() > LINE;
        if let Some(found) = split_number(head)
            && is_break
            && long
            && found.words.chars().count() >= 4
            && matches!(found.rank, Rank::Numbered(level) if level <= Level::Section)
        {
            return Some(Heading { rest, ..found });
        }
    }
    None
}

/// Whether a text begins with a year.
pub(super) fn is_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && text.get(4..).is_some_and(|rest| rest.trim_start().starts_with('年'))
}

/// A text with a number before it, taken apart.
pub(super) fn split_number(text: &str) -> Option<Heading<'static>> {
    let words = squeezed(text);
    let (level, count, rest) = numbered(&words)?;
    let number = words.get(..words.len() - rest.len())?;
    let number = number.strip_suffix('、').filter(|number| number.chars().all(is_han)).unwrap_or(number);
    Some(Heading {
        rank: Rank::Numbered(level),
        count: Some(count),
        number: number.to_owned(),
        words: rest.to_owned(),
        rest: "",
    })
}

/// A number and a heading as they are printed together.
pub(super) fn printed(number: &str, heading: &str) -> String {
    let joint = if number.starts_with("专栏") {
        "："
    } else if !number.is_empty() && !number.starts_with('第') && number.chars().all(is_han) {
        "、"
    } else {
        ""
    };
    format!("{number}{joint}{heading}")
}

/// Whether words hold a number that is not a year and not in quotation marks.
pub(super) fn has_figure(words: &str) -> bool {
    let mut in_quotes = false;
    let mut last = ' ';
    for (at, c) in words.char_indices() {
        match c {
            '“' => in_quotes = true,
            '”' => in_quotes = false,
            _ if c.is_ascii_digit() && !last.is_ascii_digit() && !in_quotes => {
                let rest = words.get(at..).unwrap_or_default();
                if !is_year(rest) {
                    return true;
                }
            }
            _ => {}
        }
        last = c;
    }
    false
}

/// Whether a line can be a heading without a number: short, and words, not a part of a sentence.
pub(super) fn may_be_heading(words: &str) -> bool {
    let has_words = words.chars().any(is_han);
    let is_aside = words.starts_with(['—', '－', '-', '（', '(', '《', '[', '【', '|', '▲', '〔', '“']);
    let is_sentence = words.contains('，') && words.contains(|c: char| c.is_ascii_digit());
    has_words
        && !is_aside
        && !is_sentence
        && words.chars().count() < LINE
        && !words.contains(['。', '；', '！', '？', '：', ':', '|'])
        && !words.ends_with(['，', '、', '.'])
        && super::mark::of(words).is_none()
        && numbered(words).is_none()
        && !is_signature(words)
        && !has_figure(words)
}

/// Whether a line names who reports, or when.
pub(super) fn is_signature(words: &str) -> bool {
    let ends = ["政府", "委员会", "改革局", "办公室", "秘书处", "发改委", "发改局", "统计局", "财政局"];
    let offices =
        ["主任", "局长", "县长", "区长", "市长", "省长", "镇长", "乡长", "州长", "盟长", "旗长", "主席"];
    let is_person = offices.iter().any(|office| {
        words
            .split_once(office)
            .is_some_and(|(_, name)| (2..=6).contains(&name.chars().count()) || name.is_empty())
    });
    ends.iter().any(|end| words.ends_with(end)) || is_person || is_date(words)
}

/// Whether a line is a date: 2026年1月15日, with or without brackets.
pub(super) fn is_date(words: &str) -> bool {
    let words = words.trim_matches(['（', '）', '(', ')', '—', '－', '-']);
    let numerals =
        |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九十０１２３４５６７８９".contains(c);
    let rest: String = words.chars().filter(|c| !numerals(*c)).collect();
    matches!(rest.as_str(), "年月日" | "年月")
}

/// Whether a heading without a number names a part of the report: 2025年工作回顾, 今后五年的主要任务.
pub(super) fn names_part(words: &str) -> bool {
    let begins = ["去年", "今年", "过去", "上半年", "下半年", "今后", "“十", "下一年", "上年", "本年"];
    let ends = [
        "回顾", "情况", "任务", "目标", "安排", "要求", "工作", "总结", "建议", "打算", "计划", "举措",
        "措施",
    ];
    let has_year = super::arabic_years(words)
        .split_once('年')
        .is_some_and(|(year, _)| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
    (has_year || begins.iter().any(|word| words.starts_with(word)))
        && ends.iter().any(|word| words.ends_with(word))
        && !words.contains('，')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_headings_are_taken_apart_and_put_together() {
        for (line, number, words, rest) in [
            ("一、去年 情况", "一", "去年情况", ""),
            ("**（二）工业提质。**产值增长。", "（二）", "工业提质", "产值增长。"),
            ("2、城市更新。改造小区。", "2、", "城市更新", "改造小区。"),
            ("第一章 发展环境", "第一章", "发展环境", ""),
            ("(3) 水利", "(3)", "水利", ""),
            (
                "（一）工业提质增效 今年全县规模以上工业增加值增长较快，位居全市前列，总体平稳。",
                "（一）",
                "工业提质增效",
                "今年全县规模以上工业增加值增长较快，位居全市前列，总体平稳。",
            ),
        ] {
            let found = numbered_heading(line, false, false).expect(line);
            assert_eq!(
                (found.number.as_str(), found.words.as_str(), found.rest),
                (number, words, rest),
                "{line}"
            );
            assert_eq!(
                printed(number, words),
                squeezed(line).split('。').next().unwrap().get(..printed(number, words).len()).unwrap()
            );
        }
        for line in [
            "1.5 万户受益",
            "1.修路；",
            "（三）这一句是一段。",
            "1.新建学校 3 所",
            "第一部分资金已经下达，效果好",
        ] {
            assert_eq!(numbered_heading(line, false, false), None, "{line}");
        }
        assert_eq!(numbered_heading("1.修路", false, true), None, "one of a list");
    }
}
