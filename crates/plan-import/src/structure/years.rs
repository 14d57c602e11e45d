//! Years: in words and digits, and the two that a report tells and plans.

use std::ops::Range;

use super::heading::is_year;
use crate::Report;

/// The Arabic digit of a Chinese one or a wide one.
pub(crate) fn digit(c: char) -> Option<char> {
    let chinese = "〇一二三四五六七八九".chars().position(|digit| digit == c);
    let wide = "０１２３４５６７８９".chars().position(|digit| digit == c);
    let found = chinese.or(wide).or_else(|| "○零OoＯ".contains(c).then_some(0))?;
    char::from_digit(u32::try_from(found).ok()?, 10)
}

/// Text with its years in Arabic digits: 二〇二五年 is 2025年.
pub(crate) fn arabic_years(text: &str) -> String {
    let mut arabic = String::with_capacity(text.len());
    let mut run: Vec<char> = Vec::new();
    let end = |run: &mut Vec<char>, arabic: &mut String, is_year: bool| {
        let digits: Option<String> =
            run.iter().map(|c| if c.is_ascii_digit() { Some(*c) } else { digit(*c) }).collect();
        match digits.filter(|digits| is_year && digits.len() == 4) {
            Some(digits) => *arabic += &digits,
            None => arabic.extend(run.iter()),
        }
        run.clear();
    };
    for c in text.chars() {
        if c.is_ascii_digit() || digit(c).is_some() {
            run.push(c);
        } else {
            end(&mut run, &mut arabic, c == '年');
            arabic.push(c);
        }
    }
    end(&mut run, &mut arabic, false);
    arabic
}

/// The number that numerals write, Arabic or Chinese up to 99.
fn number(text: &str) -> Option<u8> {
    let plain: Option<String> =
        text.chars().map(|c| if c.is_ascii_digit() { Some(c) } else { digit(c) }).collect();
    if let Some(plain) = plain.filter(|plain| !plain.is_empty()) {
        return plain.parse().ok();
    }
    let (tens, ones) = text.split_once('十')?;
    let part = |text: &str, missing: u8| if text.is_empty() { Some(missing) } else { number(text) };
    part(tens, 1)?.checked_mul(10)?.checked_add(part(ones, 0)?)
}

/// The full dates of a text, as 2026-01-15, each with its bytes.
pub(crate) fn dates(text: &str) -> Vec<(Range<usize>, String)> {
    let found = text.match_indices('年').filter_map(|(at, _)| {
        let before = text.get(..at)?;
        let start = before.char_indices().rev().nth(3)?.0;
        let digits = before.get(start..)?;
        let year: Option<String> =
            digits.chars().map(|c| if c.is_ascii_digit() { Some(c) } else { digit(c) }).collect();
        let year: u16 = year?.parse().ok().filter(|year| (1950..2100).contains(year))?;
        let after = text.get(at + '年'.len_utf8()..)?;
        let near = after.char_indices().nth(12).map_or(after.len(), |(end, _)| end);
        let after = after.get(..near)?;
        let (month, rest) = after.split_once('月')?;
        let (day, _) = rest.split_once('日')?;
        if month.len() > 9 || day.len() > 9 {
            return None;
        }
        let end = at + '年'.len_utf8() + month.len() + '月'.len_utf8() + day.len() + '日'.len_utf8();
        let (month, day) = (number(month)?, number(day)?);
        let is_date = (1..=12).contains(&month) && (1..=31).contains(&day);
        is_date.then(|| (start..end, format!("{year}-{month:02}-{day:02}")))
    });
    found.collect()
}

/// The years of a text, each with the words after it up to the next.
pub(super) fn years(text: &str) -> Vec<(u16, &str)> {
    let starts: Vec<usize> = text
        .match_indices('年')
        .filter_map(|(at, _)| {
            let start = at.checked_sub(4)?;
            let is_longer = text.get(..start)?.ends_with(|c: char| c.is_ascii_digit());
            (is_year(text.get(start..)?) && !is_longer).then_some(start)
        })
        .collect();
    let ends = starts.iter().copied().skip(1).chain([text.len()]);
    let found = starts.iter().copied().zip(ends).filter_map(|(start, end)| {
        let year: u16 = text.get(start..start + 4)?.parse().ok()?;
        (1950..2100).contains(&year).then_some((year, text.get(start + 4 + '年'.len_utf8()..end)?))
    });
    found.collect()
}

const RESULTS: [&str; 12] = [
    "执行情况",
    "完成情况",
    "回顾",
    "工作情况",
    "运行情况",
    "发展情况",
    "实施情况",
    "工作总结",
    "落实情况",
    "进展情况",
    "推进情况",
    "统计公报",
];
const PLAN: [&str; 8] = ["计划", "安排", "目标", "草案", "任务", "要求", "重点工作", "工作建议"];

/// The years that a title or heading names: of results, and of the plan.
fn named(text: &str) -> (Option<u16>, Option<u16>) {
    let (mut actual, mut plan) = (None, None);
    let arabic = arabic_years(text);
    for (year, after) in years(&arabic) {
        // 2024年和2025年…… counts with what follows the later one.
        if RESULTS.iter().any(|word| after.contains(word)) {
            actual = actual.or(Some(year));
        } else if PLAN.iter().any(|word| after.contains(word)) && actual != Some(year) {
            plan = plan.or(Some(year));
        }
    }
    (actual, plan)
}

/// Sets the years of results and of the plan where the title, the headings or the date say them.
pub(super) fn give(report: &mut Report, title: &[String]) {
    let titles: String = title.concat();
    let lasting = ["规划纲要", "五年规划", "远景目标"];
    if lasting.iter().any(|word| titles.contains(word))
        && !titles.contains("年度")
        && named(&titles).0.is_none()
    {
        return;
    }
    let (mut actual, mut plan) = named(&titles);
    for section in report.sections.iter().filter(|section| section.parent.is_none()) {
        let (a, p) = named(&section.heading);
        actual = actual.or(a);
        // Without the years of results a heading may name any year.
        plan = plan.or(p.filter(|p| actual.is_none_or(|actual| *p > actual)));
    }
    let is_mid_year =
        ["上半年", "1—6月", "1-6月", "前三季度", "一季度", "中期"].iter().any(|word| titles.contains(word));
    let given = dates(&titles).into_iter().find_map(|(_, date)| {
        let mut parts = date.split('-');
        Some((parts.next()?.parse::<u16>().ok()?, parts.next()?.parse::<u8>().ok()?))
    });
    if let Some((year, month)) = given
        && month <= 4
        && !is_mid_year
    {
        if actual.is_none() && plan.is_none_or(|plan| plan == year) {
            actual = year.checked_sub(1);
        }
        if plan.is_none() && actual == year.checked_sub(1) {
            plan = Some(year);
        }
    }
    if actual.is_none() && !is_mid_year {
        actual = plan.and_then(|plan| plan.checked_sub(1)).filter(|_| titles.contains("计划"));
    }
    // A plan of the year of the results, or before, was read wrong.
    plan = plan.filter(|plan| actual.is_none_or(|actual| *plan > actual));
    (report.actual_year, report.plan_year) = (actual, plan);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Section;

    #[test]
    fn years_in_words_become_digits() {
        assert_eq!(
            arabic_years("二〇二五年和二○二六年、２０２７年一月三十"),
            "2025年和2026年、2027年一月三十"
        );
    }

    #[test]
    fn title_headings_or_date_say_the_years() {
        let cases = [
            (
                "关于青禾县2025年国民经济和社会发展计划执行情况与2026年国民经济和社会发展计划（草案）的报告",
                "",
                (Some(2025), Some(2026)),
            ),
            ("关于二〇二五年计划执行情况和二〇二六年计划草案的报告", "", (Some(2025), Some(2026))),
            ("政府工作报告——2026年1月15日在县人大会议上", "", (Some(2025), Some(2026))),
            ("政府工作报告", "2025年工作回顾", (Some(2025), None)),
            ("青禾县第十五个五年规划纲要", "2025年发展情况", (None, None)),
            (
                "关于青禾县2026年上半年国民经济和社会发展计划执行情况的报告（2026年8月）",
                "",
                (Some(2026), None),
            ),
            ("2026年国民经济和社会发展计划", "", (Some(2025), Some(2026))),
            ("2025年1—11月重点项目进展情况", "", (Some(2025), None)),
            ("2025年青禾县国民经济和社会发展统计公报", "", (Some(2025), None)),
            ("某事", "", (None, None)),
        ];
        for (title, heading, years) in cases {
            let section = Section { id: "1".to_owned(), heading: heading.to_owned(), ..Section::default() };
            let mut report = Report { sections: vec![section], ..Report::default() };
            give(&mut report, &[title.to_owned()]);
            assert_eq!((report.actual_year, report.plan_year), years, "{title}");
        }
    }
}
