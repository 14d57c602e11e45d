//! A report that stands on one line, or on one line for each part, as lines.

use std::collections::BTreeSet;

use plan_data::against::{Level, numbered};

use super::Piece;
use super::chars::{is_han, is_open, squeezed};
use super::heading::is_year;
use crate::Line;

/// So many bytes has a line that may hold several paragraphs.
const LONG: usize = 360;

/// So many bytes has a line within which items are paragraphs of their own.
const WHOLE: usize = 2400;

pub(super) fn lines(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut all = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match piece {
            Piece::Line(line) if line.text.len() > LONG && !line.text.contains('|') => {
                let parts = parts(&line.text);
                all.extend(parts.into_iter().map(|text| Piece::Line(Line { text, ..line.clone() })));
            }
            other => all.push(other),
        }
    }
    all
}

/// Where a part of the line begins, and what number stands there.
struct Beginning {
    at: usize,
    level: Level,
    number: usize,
}

/// The numbers at which a sentence or a heading may begin.
fn beginnings(text: &str) -> Vec<Beginning> {
    let mut found = Vec::new();
    let mut before = '\n';
    let mut spaced = true;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            spaced = true;
            continue;
        }
        let ends_before = "。！？”）\n*".contains(before);
        let may_begin = "一二三四五六七八九十（(123456789第".contains(c) && (ends_before || spaced);
        if may_begin {
            let rest = text.get(at..).unwrap_or_default();
            let end = rest.char_indices().nth(14).map_or(rest.len(), |(end, _)| end);
            let near = squeezed(rest.get(..end).unwrap_or_default());
            if let Some((level, number, _)) = numbered(&near)
                && (level < Level::Item || text.len() > WHOLE && (ends_before || number == 1))
            {
                found.push(Beginning { at, level, number });
            }
        }
        if c != '*' {
            before = c;
            spaced = false;
        }
    }
    found
}

/// Those of the beginnings that count up: parts through the whole text, sections and items from one within each.
fn counted(found: Vec<Beginning>) -> Vec<Beginning> {
    let mut last: [(Level, usize); 7] = [
        (Level::Division, 0),
        (Level::Chapter, 0),
        (Level::SubChapter, 0),
        (Level::Part, 0),
        (Level::Section, 0),
        (Level::Item, 0),
        (Level::SubItem, 0),
    ];
    let mut kept = Vec::new();
    for beginning in found {
        let expected =
            last.iter().find(|(level, _)| *level == beginning.level).map_or(0, |(_, last)| last + 1);
        if beginning.number != expected && beginning.number != 1 {
            continue;
        }
        for (level, number) in &mut last {
            if *level == beginning.level {
                *number = beginning.number;
            } else if *level > beginning.level {
                *number = 0;
            }
        }
        kept.push(beginning);
    }
    kept
}

fn parts(text: &str) -> Vec<String> {
    let found = counted(beginnings(text));
    // One number alone is that of a sentence.
    let seconds = found.iter().filter(|beginning| beginning.number == 2);
    let counted: BTreeSet<Level> = seconds.map(|beginning| beginning.level).collect();
    let is_counted = |level: Level| counted.contains(&level);
    let cuts: Vec<&Beginning> = found.iter().filter(|beginning| is_counted(beginning.level)).collect();
    let first = cuts.first().map_or(text.len(), |beginning| beginning.at);
    let mut parts = title(text.get(..first).unwrap_or_default());
    for (index, beginning) in cuts.iter().enumerate() {
        let end = cuts.get(index + 1).map_or(text.len(), |next| next.at);
        let part = text.get(beginning.at..end).unwrap_or_default();
        let cut = if beginning.level <= Level::Section { heading_end(part, beginning.level) } else { None };
        match cut {
            Some(cut) => {
                parts.push(part.get(..cut).unwrap_or_default().trim().to_owned());
                parts.push(part.get(cut..).unwrap_or_default().trim().to_owned());
            }
            None => parts.push(part.trim().to_owned()),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The lines of the title, and the opening after the greeting.
fn title(text: &str) -> Vec<String> {
    let near = text.char_indices().nth(600).map_or(text.len(), |(at, _)| at);
    let greeting = ["各位代表：", "各位代表:", "各位代表，", "各位代表！"];
    let end = greeting.iter().filter_map(|word| Some(text.get(..near)?.find(word)? + word.len())).min();
    let Some(end) = end else {
        return vec![text.trim().to_owned()];
    };
    let mut lines: Vec<String> = Vec::new();
    for word in text.get(..end).unwrap_or_default().split_whitespace() {
        match lines.last_mut() {
            // A year, or the syllables of a name that are set apart.
            Some(last)
                if word.chars().count() < 4
                    || last.ends_with(|c: char| c.is_ascii_digit())
                    || word.starts_with(|c: char| c.is_ascii_digit()) && !is_year(word) =>
            {
                if word.chars().next().is_some_and(is_han) && last.ends_with(is_han) {
                    last.push(' ');
                }
                *last += word;
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.push(text.get(end..).unwrap_or_default().trim().to_owned());
    lines
}

/// Where a heading ends that stands before its paragraph without a full stop.
fn heading_end(part: &str, level: Level) -> Option<usize> {
    let most = part.char_indices().nth(60).map_or(part.len(), |(at, _)| at);
    let near = part.get(..most)?;
    let stop = near.find(['。', '；', '：', '！']).unwrap_or(near.len());
    let head = near.get(..stop)?;
    let number_end = head
        .find(['、', '）', ')'])
        .map_or(0, |at| at + head.get(at..).and_then(|s| s.chars().next()).map_or(0, char::len_utf8));
    for (at, _) in head.char_indices().filter(|(at, c)| *at > number_end && c.is_whitespace()) {
        let (before, after) = (head.get(..at)?.trim_end(), part.get(at..)?.trim_start());
        let length = squeezed(before.get(number_end..).unwrap_or_default()).chars().count();
        let is_typeset = before.ends_with(|c: char| c.is_ascii_alphanumeric())
            || after.starts_with(|c: char| c.is_ascii_alphanumeric()) && !(is_year(after) && length >= 8);
        if length >= 4 && !is_typeset {
            return Some(at);
        }
    }
    // 一、甲。乙 is a heading that its paragraph follows.
    let is_run_in = stop < near.len()
        && near.get(stop..)?.starts_with('。')
        && head.chars().count() <= 40
        && !head.contains(|c: char| c.is_ascii_digit());
    if is_run_in || level > Level::Part {
        return None;
    }
    if !is_open(part) && part.chars().count() < 60 {
        return None;
    }
    let ends = [
        "情况", "回顾", "要求", "目标", "任务", "安排", "工作", "建议", "措施", "举措", "取向", "打算",
        "重点", "部署", "思路",
    ];
    let starts = [
        "今年",
        "去年",
        "过去",
        "各位",
        "面对",
        "做好",
        "我们",
        "全县",
        "全市",
        "全省",
        "全区",
        "全国",
        "坚持",
        "按照",
        "根据",
        "围绕",
        "一年来",
        "总体",
        "初步",
        "预计",
        "当前",
        "必须",
        "在",
        "总的",
        "主要预期",
    ];
    let mut best = None;
    for end in ends {
        for (at, _) in head.match_indices(end) {
            let cut = at + end.len();
            let after = head.get(cut..)?.trim_start();
            let begins = is_year(after) || starts.iter().any(|start| after.starts_with(start));
            if cut > number_end + 12 && begins && best.is_none_or(|best| cut < best) {
                best = Some(cut);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_on_one_line_is_split_at_headings_that_count_up() {
        let filler = "全县上下攻坚克难，经济运行总体平稳。".repeat(30);
        let text = format!(
            "关于青禾县2025年计划执行情况与2026年计划草案的报告 ——2026年1月15日在青禾县第十届人民代表大会第五次会议上 青禾县发展和改革局局长 王 禾 各位代表： \
             受县人民政府委托，现将情况报告如下。一、2025年国民经济和社会发展计划执行情况 2025年，{filler}（一）工业提质增效。{filler}（二）农业稳产增收。\
             {filler}二、2026年经济社会发展总体要求2026年，{filler}三、保障措施。{filler}"
        );
        let parts = parts(&text);
        let short: Vec<String> = parts.iter().map(|part| part.chars().take(12).collect()).collect();
        assert_eq!(
            short,
            [
                "关于青禾县2025年计划",
                "——2026年1月15日",
                "青禾县发展和改革局局长 ",
                "各位代表：",
                "受县人民政府委托，现将情",
                "一、2025年国民经济和",
                "2025年，全县上下攻坚",
                "（一）工业提质增效。全县",
                "（二）农业稳产增收。全县",
                "二、2026年经济社会发",
                "2026年，全县上下攻坚",
                "三、保障措施。全县上下攻",
            ]
        );
        assert_eq!(parts.concat().replace(' ', ""), text.replace(' ', ""), "nothing is lost");
    }

    #[test]
    fn numbers_within_a_long_paragraph_do_not_split_it() {
        let text = format!("重点工作：一是修路；二是架桥。{}", "全县上下攻坚克难。".repeat(120));
        assert_eq!(parts(&text).len(), 1);
    }
}
