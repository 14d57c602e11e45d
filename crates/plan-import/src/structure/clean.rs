//! Takes out of a document what printing and the web left in it.

use std::collections::HashSet;
use std::mem;
use std::ops::Range;

use super::chars::{is_han, is_invisible, is_open, squeezed};
use super::page::{self, Number, Printed};
use super::{Aside, Piece};
use crate::{Block, Document, Line, Markup};

/// The words of [`crate::Set::reason`].
pub(super) mod reason {
    pub(crate) const PAGE_NUMBER: &str = "page-number";
    pub(crate) const RUNNING_HEAD: &str = "running-head";
    pub(crate) const CONTENTS: &str = "contents";
    pub(crate) const RULE: &str = "rule";
    pub(crate) const WEB: &str = "web";
    pub(crate) const IMPRINT: &str = "imprint";
}

enum Entry {
    Line(Line),
    Table(Vec<Vec<String>>),
    /// The end of a page, and the number that stood there.
    Break(Option<String>),
    /// What is taken out.
    Aside(String, &'static str),
}

/// A document's lines and tables, and what was taken out.
pub(super) fn pieces(document: &Document) -> (Vec<Piece>, Vec<Aside>) {
    let mut entries: Vec<Entry> = document
        .blocks
        .iter()
        .map(|block| match block {
            Block::Line(line) => Entry::Line(Line {
                text: visible(&line.text),
                is_whole: line.is_whole,
                heading: line.heading,
            }),
            Block::Table(rows) => Entry::Table(rows.clone()),
            Block::PageBreak => Entry::Break(None),
        })
        .collect();
    take_plain(&mut entries);
    take_page_numbers(&mut entries);
    take_running_heads(&mut entries);
    take_inline(&mut entries);
    finished(entries)
}

fn visible(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    let shown = text.chars().filter(|c| !is_invisible(*c) && (*c == '\t' || !c.is_control()));
    visible.extend(shown.map(|c| if c == '\u{a0}' { ' ' } else { c }));
    while visible.contains("****") {
        visible = visible.replace("****", "");
    }
    visible
}

fn line(entry: &Entry) -> Option<&Line> {
    match entry {
        Entry::Line(line) => Some(line),
        _ => None,
    }
}

/// Takes out lines that say by themselves what they are: rules, tables of contents, buttons of web pages.
fn take_plain(entries: &mut [Entry]) {
    let count = entries.len();
    let mut in_contents = false;
    for (at, entry) in entries.iter_mut().enumerate() {
        let Entry::Line(line) = entry else {
            continue;
        };
        let text = line.text.trim();
        if text.is_empty() || text.len() > 300 {
            in_contents &= text.is_empty();
            continue;
        }
        let words = squeezed(text);
        let begins_contents = matches!(words.as_str(), "目录" | "目次");
        in_contents = begins_contents || (in_contents && ends_in_page(text));
        let found = if begins_contents || in_contents || is_of_contents(text) {
            Some(reason::CONTENTS)
        } else if is_rule(&words) || (words.is_empty() && text.contains('*')) {
            Some(reason::RULE)
        } else if (at < 60 || at + 60 > count) && is_of_web(&words) {
            Some(reason::WEB)
        } else {
            None
        };
        if let Some(reason) = found {
            *entry = Entry::Aside(mem::take(&mut line.text), reason);
        }
    }
}

/// A line that leads to a page: 一、总体要求……3
fn is_of_contents(text: &str) -> bool {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    let leader: String = before.chars().rev().take(3).collect();
    before.len() < text.len()
        && ends_in_page(text)
        && (leader.starts_with("……") || matches!(leader.as_str(), "..." | "···" | "．．．" | "•••"))
}

fn ends_in_page(text: &str) -> bool {
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let before = text.get(..text.len() - digits).unwrap_or_default();
    (1..=3).contains(&digits)
        && before.chars().any(is_han)
        && before.ends_with(|c: char| c.is_whitespace() || ".·…．•".contains(c))
}

fn is_rule(words: &str) -> bool {
    words.chars().count() >= 3 && words.chars().all(|c| "-—_=─━~·…﹏－＿".contains(c))
}

/// What a page of the web says of itself.
fn is_of_web(words: &str) -> bool {
    let length = words.chars().count();
    let begins = [
        "当前位置",
        "您的位置",
        "您现在的位置",
        "您当前所在",
        "浏览次数",
        "点击数",
        "点击次数",
        "阅读次数",
        "访问量",
        "字体：",
        "字号：",
        "分享到",
        "扫一扫",
        "上一篇",
        "下一篇",
        "返回顶部",
        "相关链接",
        "网站地图",
        "版权所有",
        "网站标识码",
        "技术支持",
        "发布时间",
        "发布日期",
        "发文日期",
        "成文日期",
        "信息来源",
        "索引号",
        "发布机构",
        "【字体",
        "【打印",
        "[打印",
        "打印本页",
        "关闭窗口",
        "责任编辑",
        "无障碍",
        "首页>",
        "首页＞",
        "首页-",
        "首页»",
        "主办单位：",
        "承办单位：",
        "主办：",
        "承办：",
        "视力保护色",
    ];
    let holds = ["ICP备", "公网安备", "字体：大中小", "字体：【大", "[大中小]", "【大中小】", "打印关闭"];
    let whole = [
        "首页",
        "打印",
        "关闭",
        "收藏",
        "分享",
        "登录",
        "注册",
        "大",
        "中",
        "小",
        "打印本页",
        "关闭窗口",
        "长者模式",
        "网站首页",
    ];
    length <= 80
        && (begins.iter().any(|word| words.starts_with(word))
            || holds.iter().any(|word| words.contains(word))
            || whole.contains(&words))
}

/// Whether the next thing in that direction that is not blank is the end of a page or of the document.
fn page_edges(entries: &[Entry], reach: usize) -> Vec<bool> {
    let mut edges = vec![false; entries.len()];
    let mut mark = |order: &mut dyn Iterator<Item = usize>| {
        let mut since = 0;
        for at in order {
            match entries.get(at) {
                Some(Entry::Break(_)) => since = 0,
                Some(Entry::Line(line)) if !line.text.trim().is_empty() => {
                    if since < reach
                        && let Some(edge) = edges.get_mut(at)
                    {
                        *edge = true;
                    }
                    since = since.saturating_add(1);
                }
                Some(Entry::Table(_)) => since = usize::MAX,
                _ => {}
            }
        }
    };
    mark(&mut (0..entries.len()));
    mark(&mut (0..entries.len()).rev());
    edges
}

fn take_page_numbers(entries: &mut [Entry]) {
    let edges = page_edges(entries, 2);
    let mut breaks = 0;
    let mut bare = Vec::new();
    let mut pages = HashSet::new();
    for (at, entry) in entries.iter().enumerate() {
        match entry {
            Entry::Break(_) => breaks += 1,
            Entry::Line(line) => match page::number(&line.text) {
                Some(Number::Certain) => {
                    pages.insert(at);
                }
                Some(Number::Bare(page)) if !line.is_whole => {
                    let is_at_edge = breaks > 0 && edges.get(at).copied().unwrap_or_default();
                    bare.push((at, page, is_at_edge.then_some(breaks)));
                }
                _ => {}
            },
            _ => {}
        }
    }
    // The first page's number stands before the first break.
    if breaks > 0 {
        for (at, _, before) in &mut bare {
            if before.is_none() && edges.get(*at).copied().unwrap_or_default() {
                *before = Some(0);
            }
        }
    }
    pages.extend(page::bare_numbers(&bare));
    for (at, entry) in entries.iter_mut().enumerate() {
        if let Entry::Line(line) = entry
            && pages.contains(&at)
        {
            *entry = Entry::Break(Some(mem::take(&mut line.text)));
        }
    }
}

fn take_running_heads(entries: &mut [Entry]) {
    let edges = page_edges(entries, 2);
    let (mut places, mut printed) = (Vec::new(), Vec::new());
    for (at, entry) in entries.iter().enumerate() {
        if let Some(line) = line(entry).filter(|line| !line.is_whole && !line.text.trim().is_empty()) {
            places.push(at);
            printed
                .push(Printed { text: &line.text, is_at_edge: edges.get(at).copied().unwrap_or_default() });
        }
    }
    let heads = page::running_heads(&printed);
    let heads: Vec<usize> = heads.into_iter().filter_map(|index| places.get(index).copied()).collect();
    for at in heads {
        if let Some(entry) = entries.get_mut(at)
            && let Entry::Line(line) = entry
        {
            *entry = Entry::Aside(mem::take(&mut line.text), reason::RUNNING_HEAD);
        }
    }
}

/// So long is a line that may hold several pages.
const LONG: usize = 180;

fn take_inline(entries: &mut Vec<Entry>) {
    let mut texts = Vec::new();
    let mut found = Vec::new();
    let mut heads = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        texts.push("");
        if let Some(line) = line(entry).filter(|line| line.text.len() > LONG && !line.text.contains('|')) {
            found.extend(page::inline_numbers(at, &line.text));
            heads.extend(page::inline_heads(at, &line.text));
            if let Some(text) = texts.last_mut() {
                *text = line.text.as_str();
            }
        }
    }
    let pages = page::confirmed(found, &texts);
    let mut cuts: Vec<(usize, Range<usize>, &'static str)> =
        pages.into_iter().map(|hit| (hit.line, hit.range, reason::PAGE_NUMBER)).collect();
    cuts.extend(heads.into_iter().map(|(line, range)| (line, range, reason::RUNNING_HEAD)));
    cuts.sort_by_key(|(line, range, _)| (*line, range.start));
    if cuts.is_empty() {
        return;
    }
    let mut cuts = cuts.into_iter().peekable();
    let mut cut_entries = Vec::with_capacity(entries.len());
    for (at, entry) in mem::take(entries).into_iter().enumerate() {
        let Entry::Line(line) = entry else {
            cut_entries.push(entry);
            continue;
        };
        let mut kept = String::new();
        let mut asides = Vec::new();
        let mut from = 0;
        while let Some((_, range, reason)) = cuts.next_if(|(line, ..)| *line == at) {
            if range.start < from {
                continue;
            }
            kept += line.text.get(from..range.start).unwrap_or_default();
            asides.push(Entry::Aside(
                line.text.get(range.clone()).unwrap_or_default().trim().to_owned(),
                reason,
            ));
            from = range.end;
        }
        if asides.is_empty() {
            cut_entries.push(Entry::Line(line));
        } else {
            kept += line.text.get(from..).unwrap_or_default();
            cut_entries.push(Entry::Line(Line { text: kept, ..line }));
            cut_entries.extend(asides);
        }
    }
    *entries = cut_entries;
}

/// Spaces that OCR put between all characters of a line, taken out; wider gaps stay.
fn closed_up(text: &str) -> Option<String> {
    let (mut single, mut all) = (0_usize, 0_usize);
    for word in text.split_whitespace() {
        all += 1;
        single += usize::from(word.chars().nth(1).is_none());
    }
    if all < 6 || single * 10 < all * 7 || !text.chars().any(is_han) {
        return None;
    }
    let mut closed = String::with_capacity(text.len());
    let mut gap = String::new();
    let mut has_words = false;
    for c in text.chars() {
        if c.is_whitespace() {
            gap.push(c);
            continue;
        }
        if gap != " " || !has_words {
            closed += &gap;
        }
        has_words = true;
        gap.clear();
        closed.push(c);
    }
    Some(closed)
}

/// The words of a cell: a star may be the mark of a note.
fn cell_words(cell: &str) -> String {
    let plain = cell.replace("**", "");
    plain.chars().filter(|c| !c.is_whitespace() && !c.is_control() && !is_invisible(*c)).collect()
}

fn finished(entries: Vec<Entry>) -> (Vec<Piece>, Vec<Aside>) {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut asides = Vec::new();
    let mut before = String::new();
    // After the end of a page its blank lines mean nothing.
    let mut skips_blank = false;
    for entry in entries {
        let (text, reason) = match entry {
            Entry::Line(line) => {
                let is_blank = line.text.trim().is_empty();
                if !is_blank {
                    skips_blank = false;
                    before.clear();
                    let tail: Vec<char> = line
                        .text
                        .chars()
                        .rev()
                        .filter(|c| !c.is_whitespace() && *c != '*')
                        .take(16)
                        .collect();
                    before.extend(tail.into_iter().rev());
                }
                if !(is_blank && skips_blank) {
                    let text = closed_up(&line.text).unwrap_or(line.text);
                    pieces.push(Piece::Line(Line { text, ..line }));
                }
                continue;
            }
            Entry::Table(rows) => {
                skips_blank = false;
                let rows = rows.iter().map(|row| row.iter().map(|cell| cell_words(cell)).collect()).collect();
                pieces.push(Piece::of_rows(rows, Markup::Cells));
                continue;
            }
            Entry::Break(number) => (number, reason::PAGE_NUMBER),
            Entry::Aside(text, reason) => (Some(text), reason),
        };
        if reason == reason::PAGE_NUMBER || reason == reason::RUNNING_HEAD {
            skips_blank |= drop_blank(&mut pieces);
        }
        if let Some(text) = text {
            asides.push(Aside { text: text.trim().to_owned(), reason, before: before.clone() });
        }
    }
    (pieces, asides)
}

/// Drops blank lines at the end where a sentence goes on over them, and says whether it does.
fn drop_blank(pieces: &mut Vec<Piece>) -> bool {
    let is_blank = |piece: &Piece| matches!(piece, Piece::Line(line) if line.text.trim().is_empty());
    // No page ends with more blank lines than this.
    let from = pieces.len().saturating_sub(60);
    let last = pieces.iter().skip(from).rposition(|piece| !is_blank(piece)).map(|at| from + at);
    let Some((at, Piece::Line(line))) = last.and_then(|at| Some((at, pieces.get(at)?))) else {
        return false;
    };
    let goes_on = is_open(&line.text);
    if goes_on {
        pieces.truncate(at + 1);
    }
    goes_on
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> (Vec<String>, Vec<(String, &'static str)>) {
        let blocks = text.split('\u{c}').flat_map(|page| {
            let lines = page.lines().map(|line| Block::Line(Line::printed(line)));
            lines.chain([Block::PageBreak]).collect::<Vec<Block>>()
        });
        let (pieces, asides) = pieces(&Document { blocks: blocks.collect() });
        let lines = pieces.into_iter().map(|piece| match piece {
            Piece::Line(line) => line.text,
            Piece::Table(_) => "TABLE".to_owned(),
        });
        (lines.collect(), asides.into_iter().map(|aside| (aside.text, aside.reason)).collect())
    }

    #[test]
    fn numbers_of_pages_leave_the_sentence_whole() {
        let (lines, asides) = cleaned("新增企业\n\n— 3 —\n\n八家。\n- 4 -\n");
        assert_eq!(lines, ["新增企业", "八家。"]);
        assert_eq!(asides, [("— 3 —".to_owned(), "page-number"), ("- 4 -".to_owned(), "page-number")]);
    }

    #[test]
    fn running_heads_at_the_edges_of_pages_are_taken_out() {
        let page =
            |number: usize| format!("青禾县计划报告\n第{number}段的文字在这里，\n说了一些事情。\n{number}\n");
        let text = (1..6).map(page).collect::<Vec<String>>().join("\u{c}");
        let (lines, asides) = cleaned(&text);
        assert_eq!(
            lines.iter().filter(|line| line.contains("青禾县")).count(),
            1,
            "the first may be the title: {lines:?}"
        );
        assert_eq!(asides.iter().filter(|(_, reason)| *reason == "page-number").count(), 5);
    }

    #[test]
    fn contents_rules_and_buttons_are_taken_out() {
        let (lines, asides) =
            cleaned("首页 > 政务公开\n目 录\n一、回顾…………1\n二、安排 12\n————\n一、回顾\n正文。");
        assert_eq!(lines, ["一、回顾", "正文。"]);
        let reasons: Vec<&str> = asides.iter().map(|(_, reason)| *reason).collect();
        assert_eq!(reasons, ["web", "contents", "contents", "contents", "rule"]);
    }

    #[test]
    fn spaces_of_ocr_are_closed_up_and_gaps_stay() {
        assert_eq!(closed_up("全 年 完 成 1 5 9 3 万 元").as_deref(), Some("全年完成1593万元"));
        assert_eq!(closed_up("全 年 投 资  亿 元  3 5").as_deref(), Some("全年投资  亿元  35"));
        assert_eq!(closed_up("粮食 86 万吨 蔬菜 9 万吨 水果 3 万吨"), None);
    }
}
