//! The numbers that no row covers, each with the reason: what is in no table and no figure is in this list. Headings are
//! rows of their own, with the numbers in them.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::figures::{Reading, Text, Why, tokens};
use crate::row::said;
use crate::{At, Cells, Reason, Report, Row, Span, Sureness, Table};

/// A number that was not read.
struct Unread {
    /// Its characters.
    range: Range<usize>,
    /// Why it is no figure.
    why: Why,
}

/// The word for the package.
fn word(why: Why) -> &'static str {
    match why {
        Why::Year(_) | Why::Years => "year",
        Why::Date => "date",
        Why::Time => "time",
        Why::Duration => "duration",
        Why::Anniversary => "anniversary",
        Why::Age => "age",
        Why::Name | Why::Rating => "name",
        Why::Slogan => "slogan",
        Why::Document => "document",
        Why::Rank => "rank",
        Why::Item => "item number",
        Why::Ratio => "ratio",
        Why::Fraction => "fraction",
        Why::Threshold => "threshold",
        Why::Unknown => "unknown",
    }
}

/// Why it is right.
fn reason(why: Why) -> Reason {
    let (zh, en) = match why {
        Why::Year(_) | Why::Years => ("年份", "a year"),
        Why::Date => ("日期", "a date"),
        Why::Time => ("时刻", "a time of day"),
        Why::Duration => ("时长", "how long something lasts"),
        Why::Anniversary => ("周年", "an anniversary"),
        Why::Age => ("年龄", "an age"),
        Why::Name | Why::Rating => ("名称、规格的一部分", "a part of a name or a size"),
        Why::Slogan => ("提法", "a slogan"),
        Why::Document => ("文件的名称、文号", "a document or its number"),
        Why::Rank => ("位次、届次", "a place in an order"),
        Why::Item => ("序号", "the number of an item"),
        Why::Ratio => ("两数之比", "one number to another"),
        Why::Fraction => ("分数", "a fraction"),
        Why::Threshold => ("标准的下限", "what is counted must be so large"),
        Why::Unknown => ("没有读懂", "not understood"),
    };
    said(zh, en)
}

fn sureness(why: Why) -> Sureness {
    match why {
        Why::Year(_) | Why::Years | Why::Date | Why::Anniversary | Why::Document => {
            Sureness::Sure(reason(why))
        }
        Why::Unknown => Sureness::Doubtful(reason(why)),
        _ => Sureness::Likely(reason(why)),
    }
}

/// Rows that cover the numbers within their words. A task is a whole sentence, and covers none.
fn covers(table: Table) -> bool {
    matches!(table, Table::Figures | Table::Indicators | Table::Omissions | Table::Projects | Table::Mentions)
}

/// The numbers of paragraphs that no row of `read` covers.
pub(crate) fn rows(report: &Report, read: &[Row]) -> Vec<Row> {
    let mut covered: BTreeMap<&At, Vec<Range<usize>>> = BTreeMap::new();
    for row in read.iter().filter(|row| covers(row.table)) {
        if let Span::Words(at, range) = &row.span {
            // What stands beside the name in a list is no part of it; the numbers of a box are all told by its items.
            if row.table == Table::Projects && !at.section.contains("box") {
                continue;
            }
            covered.entry(at).or_default().push(range.clone());
        }
    }
    for ranges in covered.values_mut() {
        ranges.sort_by_key(|range| range.start);
    }
    let mut rows = Vec::new();
    for section in &report.sections {
        for (number, paragraph) in (1..).zip(&section.paragraphs) {
            let at = At { section: section.id.as_str().into(), paragraph: number };
            let ranges = covered.get(&at).cloned().unwrap_or_default();
            unread(&paragraph.words, paragraph.mark, at, &ranges, &mut rows);
        }
    }
    rows
}

fn unread(words: &str, mark: usize, at: At, covered: &[Range<usize>], rows: &mut Vec<Row>) {
    let text = Text::new(words);
    let found = uncovered(&text, text.char_of(mark), covered);
    for (one, context) in found.iter().zip(contexts(&text, &found)) {
        let row = Row {
            table: Table::Omissions,
            cells: Cells::default(),
            span: Span::Words(at.clone(), text.bytes(one.range.clone())),
            sureness: sureness(one.why),
        };
        let row = row.with("section", &at.section).with("paragraph", at.paragraph.to_string());
        rows.push(row.with("printed", text.slice(context)).with("reason", word(one.why)));
    }
}

/// The numbers that no range covers, in order.
fn uncovered(text: &Text<'_>, mark: usize, covered: &[Range<usize>]) -> Vec<Unread> {
    // Ranges that overlap are one.
    let mut open: Vec<Range<usize>> = Vec::new();
    for range in covered {
        match open.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => open.push(range.clone()),
        }
    }
    let is_covered = |at: usize| {
        let byte = text.bytes(at..at + 1).start;
        let before = open.partition_point(|range| range.start <= byte);
        before.checked_sub(1).and_then(|index| open.get(index)).is_some_and(|range| byte < range.end)
    };
    let mut found: Vec<Unread> = Vec::new();
    let mut end = 0;
    // Digits that stand in no token, and tokens that stand in no range.
    for token in tokens(text, mark) {
        digits(text, end..token.range.start, &is_covered, &mut found);
        let why = match token.reading {
            Reading::Other(why) => why,
            Reading::Amount(_) => Why::Unknown,
        };
        // A token of several numbers may be covered in part.
        let number = |at: &usize| text.at(*at).is_ascii_digit();
        let has_digits = token.range.clone().any(|at| number(&at));
        let is_open = |at: usize| !is_covered(at);
        let is_whole = if has_digits {
            token.range.clone().filter(number).all(is_open)
        } else {
            is_open(token.range.start)
        };
        if is_whole {
            found.push(Unread { range: token.range.clone(), why });
        } else {
            digits(text, token.range.clone(), &is_covered, &mut found);
        }
        end = token.range.end;
    }
    digits(text, end..text.len(), &is_covered, &mut found);
    found
}

/// Runs of digits of a range that are not covered.
fn digits(
    text: &Text<'_>,
    range: Range<usize>,
    is_covered: &impl Fn(usize) -> bool,
    found: &mut Vec<Unread>,
) {
    let mut at = range.start;
    while at < range.end {
        let end = text.digits(at).min(range.end);
        if end > at && (at..end).any(|at| !is_covered(at)) {
            found.push(Unread { range: at..end, why: Why::Unknown });
        }
        at = end.max(at + 1);
    }
}

/// The characters of each with so many around it that no two are alike, where the paragraph has so many. No other number stands in them:
/// whoever looks the words up takes all their numbers.
fn contexts(text: &Text<'_>, found: &[Unread]) -> Vec<Range<usize>> {
    let mut done: Vec<Range<usize>> = found.iter().map(|one| one.range.clone()).collect();
    let mut open: Vec<usize> = (0..found.len()).collect();
    for around in [2, 4, 8] {
        let mut times: HashMap<&str, usize> = HashMap::new();
        for index in &open {
            if let (Some(one), Some(place)) = (found.get(*index), done.get_mut(*index)) {
                *place = widened(text, one.range.clone(), around);
                *times.entry(text.slice(place.clone())).or_default() += 1;
            }
        }
        open.retain(|index| {
            let words = done.get(*index).map(|place| text.slice(place.clone()));
            words.is_some_and(|words| times.get(words).is_some_and(|times| *times > 1))
        });
    }
    done
}

fn widened(text: &Text<'_>, range: Range<usize>, around: usize) -> Range<usize> {
    let stops = |at: usize| text.at(at).is_ascii_digit() || "。；！？\0".contains(text.at(at));
    let (mut start, mut end) = (range.start, range.end);
    for _ in 0..around {
        if start > 0 && !stops(start - 1) {
            start -= 1;
        }
        if !stops(end) {
            end += 1;
        }
    }
    // 1.5: what stands before the point is another number.
    let is_point = |at: usize| matches!(text.at(at), '.' | ',');
    while start < range.start && is_point(start) && start > 0 && text.at(start - 1).is_ascii_digit() {
        start += 1;
    }
    while end > range.end && is_point(end - 1) && text.at(end).is_ascii_digit() {
        end -= 1;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Paragraph, Purpose, Section, figures};

    fn report(heading: &str, words: &str) -> Report {
        let paragraph = Paragraph { words: words.to_owned(), ..Paragraph::default() };
        let section = Section {
            id: "1".to_owned(),
            heading: heading.to_owned(),
            purpose: Purpose::Results,
            paragraphs: vec![paragraph],
            ..Section::default()
        };
        Report {
            sections: vec![section],
            actual_year: Some(2025),
            plan_year: Some(2026),
            ..Report::default()
        }
    }

    fn omissions(heading: &str, words: &str) -> Vec<(String, String)> {
        let report = report(heading, words);
        let read = figures::rows(&report);
        let rows = rows(&report, &read);
        rows.iter().map(|row| (row.cell("printed").to_owned(), row.cell("reason").to_owned())).collect()
    }

    #[test]
    fn every_number_that_is_no_figure_has_its_reason() {
        for (words, printed, reason) in [
            ("2025年全县粮食丰收。", "2025年全县", "year"),
            ("“十四五”（2021—2025年）收官。", "”（2021—2025年）收", "year"),
            ("1月15日召开会议。", "1月15日召开", "date"),
            ("1-11月运行平稳。", "1-11月运行", "date"),
            ("庆祝建县70周年活动。", "建县70周年活动", "anniversary"),
            ("连续8年保持平安称号。", "连续8年保持", "duration"),
            ("60岁以上老人免费体检。", "60岁以上", "age"),
            ("311国道改线完工。", "311国道改线", "name"),
            ("省道S226改建。", "道S226改建", "name"),
            ("PM2.5浓度达标。", "PM2.5浓度", "name"),
            ("建成5G网络。", "建成5G", "name"),
            ("落实“3+N”机制。", "实“3+N”机", "slogan"),
            ("坚持四个自信不动摇。", "坚持四个自信", "slogan"),
            ("连续跨越两个千亿元大关。", "跨越两个千亿元", "slogan"),
            ("印发某政〔2024〕12号文件。", "政〔2024〕12号文件", "document"),
            ("综合排名居全省第3位。", "省第3位。", "rank"),
            ("1.修路。", "1.修", "item number"),
            ("城乡收入比缩小到2.31:1。", "小到2.31:1", "ratio"),
            ("超过三分之二的村。", "超过三分之二的村", "fraction"),
            ("2000万元以上工业企业稳步增加。", "2000万元以上", "threshold"),
            ("新增110千伏变电站。", "新增110千伏", "name"),
            ("3×7格局初成。", "3×7", "name"),
        ] {
            let found = omissions("", words);
            let (words_found, reason_found) = found.first().unwrap_or_else(|| panic!("{words}"));
            assert_eq!(reason_found, reason, "{words}: {found:?}");
            let core: String = printed.chars().filter(char::is_ascii_digit).collect();
            assert!(words_found.contains(core.get(..1).unwrap_or_default()), "{words}: {found:?}");
        }
    }

    #[test]
    fn numbers_within_other_rows_are_read() {
        let words = "▲30万吨造纸项目开工。";
        let report = report("", words);
        let at = At { section: "1".into(), paragraph: 1 };
        let project = |table| Row {
            table,
            cells: Cells::default(),
            span: Span::Words(at.clone(), 3..words.find("开工").unwrap()),
            sureness: Sureness::Sure(said("", "")),
        };
        assert!(rows(&report, &[project(Table::Mentions)]).is_empty());
        assert_eq!(rows(&report, &[project(Table::Tasks)]).len(), 1, "a task is a sentence");
    }

    #[test]
    fn those_that_are_alike_are_told_apart_by_the_words_around_them() {
        let found = omissions("", "2023年启动甲项目，2023年启动乙项目，到2023年底全部完成。");
        let printed: Vec<&str> = found.iter().map(|(printed, _)| printed.as_str()).collect();
        assert_eq!(printed.len(), 3);
        assert!(printed.iter().enumerate().all(|(at, one)| !printed[..at].contains(one)), "{printed:?}");
    }

    /// Pieces of which paragraphs are made.
    const PIECES: [&str; 40] = [
        "2025年",
        "12",
        "3.5",
        "%",
        "万元",
        "，",
        "。",
        "、",
        "增长",
        "下降",
        "至",
        "—",
        "-",
        ":",
        "三",
        "十二",
        "个",
        "项目",
        "“",
        "”",
        "《",
        "》",
        "（",
        "）",
        "第",
        "G",
        "１８",
        "亿",
        "余",
        "以上",
        "月",
        "日",
        "号",
        "其中",
        "分别",
        "1,200",
        "分之",
        "百分之",
        "零",
        "为",
    ];

    proptest! {
        #[test]
        fn every_digit_is_in_a_figure_or_an_omission(
            pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40),
            mark in 0_usize..8,
        ) {
            let words = pieces.concat();
            let mark = (0..=mark).rev().find(|at| words.is_char_boundary(*at)).unwrap_or_default();
            let mut report = report(&words, &words);
            report.sections[0].paragraphs[0].mark = mark;
            let mut rows_read = figures::rows(&report);
            rows_read.extend(rows(&report, &rows_read));
            let spans: Vec<Range<usize>> = rows_read.iter().filter_map(|row| match &row.span {
                Span::Words(_, range) => Some(range.clone()),
                _ => None,
            }).collect();
            for (at, character) in words.char_indices() {
                let is_digit = character.is_ascii_digit() || ('０'..='９').contains(&character);
                prop_assert!(!is_digit || spans.iter().any(|span| span.contains(&at)), "{words} at {at}: {spans:?}");
            }
        }

        #[test]
        fn no_text_makes_it_panic(words in any::<String>()) {
            let report = report(&words, &words);
            let read = figures::rows(&report);
            let _ = rows(&report, &read);
        }
    }
}
