//! Numbers of pages and running heads, between lines and within them.

use std::collections::HashMap;
use std::ops::Range;

use super::chars::{has_columns, is_han, is_open, squeezed};

/// How a number of a page is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// - 3 -, 第 3 页 共 20 页: nothing else is printed so.
    Certain,
    /// 3, 3/20: only where it stands at the end of a page, or counts up.
    Bare(u32),
}

const DASHES: [char; 7] = ['-', '—', '－', '–', '─', '~', '·'];

fn digits(text: &str) -> Option<u32> {
    ((1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// Whether a line is the number of a page.
pub(super) fn number(line: &str) -> Option<Number> {
    if line.len() > 60 {
        return None;
    }
    let words = narrow(&squeezed(line));
    let bare = words.trim_matches(DASHES);
    let (before, after) = (words.starts_with(DASHES), words.ends_with(DASHES));
    if let Some(page) = digits(bare) {
        return match (before, after) {
            (true, true) => Some(Number::Certain),
            (false, false) => Some(Number::Bare(page)),
            _ => None,
        };
    }
    if let Some((page, all)) = words.split_once('/') {
        let (page, all) = (digits(page), digits(all));
        if let (Some(page), Some(all)) = (page, all) {
            return (page <= all).then_some(Number::Bare(page));
        }
    }
    let words = words.trim_matches(['(', ')', '（', '）']);
    let rest = words.replace(['第', '页', '共', '/', '，', ',', '、'], " ");
    let is_page = words.starts_with(['第', '共'])
        && words.ends_with('页')
        && rest.split_whitespace().count() <= 2
        && rest.split_whitespace().all(|number| digits(number).is_some());
    let english = words.to_ascii_lowercase();
    let is_english = english
        .strip_prefix("page")
        .is_some_and(|rest| rest.split("of").all(|number| digits(number).is_some()));
    (is_page || is_english).then_some(Number::Certain)
}

/// Full-width digits in ASCII.
fn narrow(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '０'..='９' => u32::from(c)
                .checked_sub(u32::from('０'))
                .and_then(|digit| char::from_digit(digit, 10))
                .unwrap_or(c),
            '／' => '/',
            _ => c,
        })
        .collect()
}

/// The bare numbers that are those of pages, of all that stand alone on their lines: each with its place among the lines and, where it
/// stands at the end of a page, the count of pages before it.
pub(super) fn bare_numbers(found: &[(usize, u32, Option<usize>)]) -> Vec<usize> {
    let mut shifts: HashMap<i64, usize> = HashMap::new();
    let shift = |page: u32, before: usize| i64::from(page) - i64::try_from(before).unwrap_or(i64::MAX);
    let at_edges = || found.iter().filter_map(|(at, page, before)| Some((*at, *page, (*before)?)));
    for (_, page, before) in at_edges() {
        *shifts.entry(shift(page, before)).or_default() += 1;
    }
    // Of shifts as frequent the least, so that the outcome does not hang on the order of a map.
    let usual = shifts.iter().map(|(shift, count)| (*count, -shift)).max();
    if let Some((count, shift_back)) = usual
        && (count > 1 || at_edges().count() == 1)
    {
        return at_edges()
            .filter(|(_, page, before)| (shift(*page, *before) + shift_back).abs() < 2)
            .map(|(at, ..)| at)
            .collect();
    }
    // Without page breaks: numbers that count up, far apart.
    let mut chains: HashMap<u32, (usize, usize)> = HashMap::new();
    let mut links: Vec<(usize, Option<usize>)> = Vec::new();
    let mut longest = (0, 0);
    for (index, (at, page, _)) in found.iter().enumerate() {
        let last = page.checked_sub(1).and_then(|last| chains.get(&last)).copied();
        let last = last.filter(|(_, last)| found.get(*last).is_some_and(|(line, ..)| at - line >= 8));
        let length = last.map_or(1, |(length, _)| length + 1);
        links.push((*at, last.map(|(_, last)| last)));
        chains.insert(*page, (length, index));
        if length > longest.0 {
            longest = (length, index);
        }
    }
    let mut pages = Vec::new();
    let mut next = (longest.0 >= 3).then_some(longest.1);
    while let Some(&(at, last)) = next.and_then(|index| links.get(index)) {
        pages.push(at);
        next = last;
    }
    pages
}

/// A line as it is on every page: its digits may differ.
fn pattern(line: &str) -> Option<String> {
    if line.len() > 200 || has_columns(line) && line.trim().contains(['\t', '|']) {
        return None;
    }
    let words = squeezed(line);
    let length = words.chars().count();
    let of_table = ["单位", "指标", "序号", "名称", "项目", "续表", "合计", "备注", "附表", "附件"];
    let is_of_table = length < 12 && of_table.iter().any(|word| words.contains(word));
    let is_sentence = words.contains(['。', '；', '：', '，']);
    let is_numbered = super::mark::of(&words).is_some();
    let has_words = words.chars().any(|c| is_han(c) || c.is_alphabetic());
    let may_be = (4..=45).contains(&length) && has_words && !is_of_table && !is_sentence && !is_numbered;
    may_be.then(|| words.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect())
}

/// A line of print as the search for running heads sees it.
pub(super) struct Printed<'a> {
    pub(super) text: &'a str,
    /// Whether it is one of the first or last two lines of a page.
    pub(super) is_at_edge: bool,
}

/// The lines that are running heads: the same at the edges of three pages, or in the middle of three sentences.
pub(super) fn running_heads(lines: &[Printed<'_>]) -> Vec<usize> {
    #[derive(Default)]
    struct Seen {
        edges: Vec<usize>,
        inside: Vec<usize>,
        all: usize,
    }
    let mut seen: HashMap<String, Seen> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(pattern) = pattern(line.text) else {
            continue;
        };
        let seen = seen.entry(pattern).or_default();
        seen.all += 1;
        if line.is_at_edge {
            seen.edges.push(at);
        } else if is_within_sentence(lines, at) {
            seen.inside.push(at);
        }
    }
    let mut heads: Vec<usize> = seen
        .into_values()
        .filter(|seen| {
            let hits = seen.edges.len() + seen.inside.len();
            hits >= 3 && hits * 10 >= seen.all * 6
        })
        .map(|mut seen| {
            // The title itself, on the first page, is none.
            if seen.edges.first().is_some_and(|first| *first < 6) {
                seen.edges.remove(0);
            }
            seen
        })
        .flat_map(|seen| seen.edges.into_iter().chain(seen.inside))
        .collect();
    heads.sort_unstable();
    heads
}

fn is_within_sentence(lines: &[Printed<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| lines.get(at)).map_or("", |line| line.text);
    let after = lines.get(at + 1).map_or("", |line| line.text);
    let after_words = squeezed(after.get(..after.len().min(200)).unwrap_or(after));
    is_open(before)
        && super::chars::width(before.trim()) >= 20
        && !after_words.is_empty()
        && super::mark::of(&after_words).is_none()
        && (after.contains(['，', '。', '；', '、']) || super::chars::width(after.trim()) >= 20)
}

/// A number of a page within a line: its bytes and itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Inline {
    pub(super) line: usize,
    pub(super) range: Range<usize>,
    page: u32,
    is_certain: bool,
}

/// The numbers of pages within a line: — 3 — between words, 第3页 共20页.
pub(super) fn inline_numbers(line: usize, text: &str) -> Vec<Inline> {
    let mut found = Vec::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if at < end {
            continue;
        }
        let dashed = DASHES.contains(&c).then(|| dashed(text, at, c)).flatten();
        let hit = dashed.map(|(range, page)| (range, page, false)).or_else(|| {
            (c == '第').then(|| counted(text, at)).flatten().map(|(range, page)| (range, page, true))
        });
        if let Some((range, page, is_certain)) = hit {
            end = range.end;
            found.push(Inline { line, range, page, is_certain });
        }
    }
    found
}

/// The digits after white space at the beginning of a text, and the bytes up to their end.
fn leading_number(text: &str) -> Option<(u32, usize)> {
    let rest = text.trim_start();
    let count = rest.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let page = digits(rest.get(..count)?)?;
    Some((page, text.len() - rest.len() + count))
}

fn dashed(text: &str, at: usize, dash: char) -> Option<(Range<usize>, u32)> {
    let after_dash = text.get(at + dash.len_utf8()..)?;
    let (page, length) = leading_number(after_dash)?;
    let number_end = at + dash.len_utf8() + length;
    let rest = text.get(number_end..)?;
    let gap = rest.len() - rest.trim_start().len();
    let end = number_end + gap + rest.trim_start().strip_prefix(dash).map(|_| dash.len_utf8())?;
    let is_between =
        |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || is_han(c) || "，。；、".contains(c));
    let before = text.get(..at)?.chars().next_back();
    let after = text.get(end..)?.chars().next();
    // 2—3—4 is a range or a code.
    (is_between(before) && is_between(after) && page < 1000).then_some((at..end, page))
}

fn counted(text: &str, at: usize) -> Option<(Range<usize>, u32)> {
    let after = text.get(at + '第'.len_utf8()..)?;
    let (page, length) = leading_number(after)?;
    let rest = after.get(length..)?.trim_start().strip_prefix('页')?;
    let of = rest.trim_start().trim_start_matches(['/', '，', ',']).trim_start().strip_prefix('共')?;
    let (_, length) = leading_number(of)?;
    let rest = of.get(length..)?.trim_start().strip_prefix('页')?;
    Some((at..text.len() - rest.len(), page))
}

/// Those that are really numbers of pages, since they count up, each with the running head beside it.
pub(super) fn confirmed(found: Vec<Inline>, texts: &[&str]) -> Vec<Inline> {
    let dashed: Vec<u32> = found.iter().filter(|hit| !hit.is_certain).map(|hit| hit.page).collect();
    let pairs = || dashed.iter().zip(dashed.iter().skip(1));
    let count_up = pairs().filter(|(a, b)| a < b).count();
    let is_counting = dashed.len() >= 2 && count_up * 10 >= (dashed.len() - 1) * 8;
    let mut hits: Vec<Inline> = found.into_iter().filter(|hit| hit.is_certain || is_counting).collect();
    let text = |hit: &Inline| texts.get(hit.line).copied().unwrap_or_default();
    let before = |hit: &Inline| tail(text(hit).get(..hit.range.start).unwrap_or_default());
    let after = |hit: &Inline| head(text(hit).get(hit.range.end..).unwrap_or_default());
    let befores: Vec<&str> = hits.iter().map(before).collect();
    let afters: Vec<&str> = hits.iter().map(after).collect();
    let shared_before = shared(&befores, common_suffix);
    let shared_after = shared(&afters, common_prefix);
    for ((hit, before), after) in hits.iter_mut().zip(befores).zip(afters) {
        if let Some(shared) = &shared_before
            && before.trim_end().ends_with(shared.as_str())
        {
            hit.range.start -= shared.len() + (before.len() - before.trim_end().len());
        }
        if let Some(shared) = &shared_after
            && after.trim_start().starts_with(shared.as_str())
        {
            hit.range.end += shared.len() + (after.len() - after.trim_start().len());
        }
    }
    // Two marks beside one head would overlap.
    let mut last = (usize::MAX, 0);
    hits.retain(|hit| {
        let keeps = hit.line != last.0 || hit.range.start >= last.1;
        if keeps {
            last = (hit.line, hit.range.end);
        }
        keeps
    });
    hits
}

/// The running head: what most neighbours share, of at least six characters.
fn shared<'a>(texts: &[&'a str], common: fn(&'a str, &'a str) -> &'a str) -> Option<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for pair in texts.windows(2) {
        if let [a, b] = pair {
            let words = common(a.trim(), b.trim()).trim();
            if words.chars().count() >= 6 && !words.contains(['。', '；']) && words.chars().any(is_han) {
                *counts.entry(words).or_default() += 1;
            }
        }
    }
    let (words, count) = counts.into_iter().max_by_key(|(words, count)| (*count, words.len(), *words))?;
    (count >= 2 && count * 2 >= texts.len().saturating_sub(1)).then(|| words.to_owned())
}

fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().take(40).last().map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

fn head(text: &str) -> &str {
    let end = text.char_indices().nth(40).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

fn common_prefix<'a>(a: &'a str, b: &'a str) -> &'a str {
    let end = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum();
    a.get(..end).unwrap_or_default()
}

fn common_suffix<'a>(a: &'a str, b: &'a str) -> &'a str {
    let same = a.chars().rev().zip(b.chars().rev()).take_while(|(x, y)| x == y);
    let length: usize = same.map(|(x, _)| x.len_utf8()).sum();
    a.get(a.len() - length..).unwrap_or_default()
}

/// Running heads among the words of long lines: words between spaces, without a mark of a sentence, that come three times in the
/// middle of one.
pub(super) fn inline_heads(line: usize, text: &str) -> Vec<(usize, Range<usize>)> {
    let mut seen: HashMap<&str, Vec<Range<usize>>> = HashMap::new();
    let mut before = "";
    for word in text.split_whitespace() {
        let at = word.as_ptr().addr() - text.as_ptr().addr();
        let ends_sentence = before.is_empty() || !is_open(before);
        let names = ["报告", "计划", "文件", "会议", "公报", "规划", "草案", "人民政府", "委员会", "大会"];
        let length = word.chars().count();
        if !ends_sentence
            && (8..=40).contains(&length)
            && !word.contains(['，', '、', '。', '；', '：', '（'])
            && names.iter().any(|name| word.ends_with(name))
        {
            seen.entry(word).or_default().push(at..at + word.len());
        }
        before = word;
    }
    let mut ranges: Vec<Range<usize>> =
        seen.into_values().filter(|ranges| ranges.len() >= 3).flatten().collect();
    ranges.sort_unstable_by_key(|range| range.start);
    ranges.into_iter().map(|range| (line, range)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_are_told_by_their_form() {
        for line in
            ["- 3 -", "—12—", "－ 3 －", "第 3 页", "第3页 共20页", "第3页/共20页", "Page 3 of 20", "- ３ -"]
        {
            assert_eq!(number(line), Some(Number::Certain), "{line}");
        }
        assert_eq!(number(" 3 "), Some(Number::Bare(3)));
        assert_eq!(number("3 / 20"), Some(Number::Bare(3)));
        for line in ["-3", "3—", "第3页的表", "2.5", "增长3", "", "第一页", "6-7"] {
            assert_eq!(number(line), None, "{line}");
        }
    }

    #[test]
    fn bare_numbers_are_those_of_pages_where_they_count_up() {
        assert_eq!(
            bare_numbers(&[(5, 1, Some(0)), (9, 2, Some(1)), (13, 40, Some(2)), (15, 4, Some(3))]),
            [5, 9, 15]
        );
        let mut far = bare_numbers(&[(10, 1, None), (11, 7, None), (30, 2, None), (50, 3, None)]);
        far.sort_unstable();
        assert_eq!(far, [10, 30, 50]);
        assert!(
            bare_numbers(&[(10, 1, None), (12, 2, None), (14, 3, None)]).is_empty(),
            "a column of numbers"
        );
    }

    #[test]
    fn numbers_within_lines_take_the_running_head_with_them() {
        let line = "全县上下攻坚克难， 青禾县计划报告 — 3 — 完成投资 2 亿元，新增 青禾县计划报告 — 4 — 企业 8 家，又 青禾县计划报告 — 5 — 三家。";
        let hits = confirmed(inline_numbers(0, line), &[line]);
        let cut: Vec<&str> = hits.iter().map(|hit| line[hit.range.clone()].trim()).collect();
        assert_eq!(cut, ["青禾县计划报告 — 3 —", "青禾县计划报告 — 4 —", "青禾县计划报告 — 5 —"]);
        assert!(confirmed(inline_numbers(0, "增长 5—6— 7"), &["增长 5—6— 7"]).is_empty());
    }
}
