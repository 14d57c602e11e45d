//! Heads of columns of values: 2015年, 2020年预计完成, 五年累计, 年均增长（%）. A rule over the words of a head.

use std::borrow::Cow;

use super::columns::Years;
use crate::column::{Column, Columns};
use crate::unit::Dimension;
use crate::{Said, Unit};

/// What a head of values has besides a year. One of these or a year makes a head one of values.
const WORDS: [&str; 16] = [
    "累计",
    "年均",
    "平均",
    "合计",
    "同比",
    "增长",
    "增速",
    "增幅",
    "比上年",
    "完成",
    "计划",
    "目标",
    "预期",
    "规划",
    "基数",
    "五年",
];

/// Words of a head whose values are planned.
const PLANNED: [&str; 4] = ["计划", "目标", "预期", "规划"];

/// Words of a head whose values are done, whatever else it says: 计划完成情况.
const DONE: [&str; 3] = ["完成情况", "预计完成", "实际完成"];

/// Words of a head whose values are in another unit than their row.
const OF_ANOTHER_UNIT: [&str; 8] = ["增长", "增速", "增幅", "同比", "年均", "比上年", "完成率", "占比"];

/// Words for the year before that of the plan, and for the plan's own, from the longest.
const LAST_YEAR: [&str; 5] = ["上年度", "上一年", "去年度", "上年", "去年"];
const THIS_YEAR: [&str; 4] = ["本年度", "今年度", "本年", "今年"];

/// What may follow these words: 上年同期 and 本年完成 may be of another year.
const OF_LAST_YEAR: [&str; 7] = ["完成", "实际", "实绩", "预计完成", "计划", "目标", "增"];

/// A head with the year that 去年 or 今年 stands for: 2023年完成 for 去年完成 in a plan of 2024.
pub(super) fn dated(head: &str, years: Years) -> Cow<'_, str> {
    let (words, _) = split_unit(head);
    let year_of = |list: &[&str], after: &[&str], year: u16| {
        let rest = list.iter().find_map(|word| words.strip_prefix(word))?;
        let is_clear = rest.is_empty() || after.iter().any(|word| rest.starts_with(word));
        let rest = head.get(words.len() - rest.len()..).filter(|_| is_clear)?;
        Some(Cow::Owned(format!("{year}年{rest}")))
    };
    if years.is_unknown() {
        return Cow::Borrowed(head);
    }
    year_of(&LAST_YEAR, &OF_LAST_YEAR, years.plan.saturating_sub(1))
        .or_else(|| year_of(&THIS_YEAR, &PLANNED, years.plan))
        .unwrap_or(Cow::Borrowed(head))
}

/// What a head says of its values; `None` where it is not one of values.
pub(super) fn head(head: &str, years: Years) -> Option<Column> {
    let dated = dated(head, years);
    let (words, unit) = split_unit(&dated);
    let year = year(words);
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    if year.is_none() && !has(&WORDS) {
        return None;
    }
    let unit = unit.or_else(|| has(&OF_ANOTHER_UNIT).then(String::new));
    Some(Column { head: head.to_owned(), year, is_plan: has(&PLANNED) && !has(&DONE), unit })
}

/// The unit in brackets at a head's end, and what stands before: 年均增长（%）, 2020年（亿元）. Other words in brackets stay.
fn split_unit(head: &str) -> (&str, Option<String>) {
    let bare = head.trim_end_matches([')', '）']);
    let unit_of = |text: &str| {
        let text = text.replace('％', "%");
        let is_known = |unit: &Unit| !text.is_empty() && !matches!(unit.dimension(), Dimension::Other(_));
        Unit::try_from(text.clone()).ok().filter(is_known).map(|_| text.clone())
    };
    if bare.len() < head.len()
        && let Some((words, inside)) = bare.rsplit_once(['(', '（'])
        && let Some(unit) = unit_of(inside)
    {
        return (words, Some(unit));
    }
    match head.strip_suffix(['%', '％']) {
        Some(words) => (words, Some("%".to_owned())),
        None => (head, None),
    }
}

/// The one year that a head begins with: 2020年, 2020; none of 2016—2020年.
fn year(words: &str) -> Option<u16> {
    let digits = words.find(|c: char| !c.is_ascii_digit()).unwrap_or(words.len());
    let (year, rest) = words.split_at_checked(digits)?;
    let is_span = rest.trim_start_matches('年').starts_with(['-', '—', '–', '~', '～', '至', '到', '、']);
    let year: u16 = year.parse().ok()?;
    ((1949..=2999).contains(&year) && digits == 4 && !is_span).then_some(year)
}

/// Which of the columns of values do not go with the years of the report, and what they perhaps should be.
pub(super) fn doubtful(
    (heads, values): (&[String], &[usize]),
    has_actual: bool,
    years: Years,
) -> Vec<(usize, Said)> {
    if years.is_unknown() {
        return Vec::new();
    }
    let Years { actual, plan } = years;
    let dated: Vec<(usize, u16, bool)> = values
        .iter()
        .filter_map(|at| {
            let column = head(heads.get(*at)?, years)?;
            Some((*at, column.year?, column.is_plan))
        })
        .collect();
    let mut doubtful = Vec::new();
    // An annex of the plan alone has no results.
    let is_without = !has_actual && dated.iter().all(|(_, year, _)| *year != actual);
    let has_others = dated.iter().any(|(_, year, _)| *year != plan);
    if let Some((at, ..)) = dated.first().filter(|_| is_without && has_others) {
        let expected = said!(
            "{actual}年（报告的完成年份）的一列：没有哪一列是这一年的",
            "the column of {actual}, the year of the report's results, which no column is of"
        );
        doubtful.push((*at, expected));
    }
    // A plan may reach further than that of the report.
    for (at, ..) in dated.iter().filter(|(_, year, is_plan)| *year > plan && !is_plan) {
        let expected = said!(
            "不晚于{plan}年（报告的计划年份）的一列",
            "a column of a year up to {plan}, that of the report's plan"
        );
        doubtful.push((*at, expected));
    }
    doubtful
}

/// Which of the columns `values` hold others than results and plans, and what is known of all; a column that can only be that of the
/// result or the plan is given its id. `columns` are ids and, of columns that have none, heads; `heads` what the file has.
pub(super) fn assign(
    (columns, heads): (&mut [String], &[String]),
    values: &[usize],
    years: Years,
) -> (Vec<usize>, Columns) {
    let mut rest: Vec<(usize, Column)> =
        values.iter().filter_map(|at| Some((*at, head(columns.get(*at)?, years)?))).collect();
    for (id, year, is_plan) in [("actual", years.actual, false), ("plan", years.plan, true)] {
        if columns.iter().any(|column| column == id) {
            continue;
        }
        // A bare year is that of a result or a plan, whichever is of that year.
        let is_bare = |column: &Column| dated(&column.head, years).trim_end_matches('年').parse() == Ok(year);
        let is_its = |column: &Column| {
            column.year_in_unit() == Some(year) && (column.is_plan == is_plan || is_bare(column))
        };
        if let Some(found) = rest.iter().position(|(_, column)| is_its(column)) {
            let (at, _) = rest.remove(found);
            if let Some(column) = columns.get_mut(at) {
                id.clone_into(column);
            }
        }
    }
    // What a head says beyond the year of a result or a plan.
    let said = |id: &str, usual: &str, year: u16| {
        let at = columns.iter().position(|column| column == id)?;
        let head = heads.get(at).filter(|head| *head != id)?;
        let words = head.strip_prefix(&format!("{year}年")).unwrap_or(head);
        (words != usual).then(|| head.to_owned())
    };
    let (actual, plan) = (said("actual", "完成", years.actual), said("plan", "计划", years.plan));
    let (further, columns) = rest.into_iter().unzip();
    (further, Columns { actual, plan, further: columns })
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEARS: Years = Years { actual: 2020, plan: 2021 };

    #[test]
    fn heads_of_values() {
        for (text, year, is_plan, unit) in [
            ("2015年", Some(2015), false, None),
            ("2020", Some(2020), false, None),
            ("2020年预计完成", Some(2020), false, None),
            ("2020年计划完成情况", Some(2020), false, None),
            ("2025年目标", Some(2025), true, None),
            ("2020年计划", Some(2020), true, None),
            ("2020年（亿元）", Some(2020), false, Some("亿元")),
            ("2020年增长%", Some(2020), false, Some("%")),
            ("2020年增速", Some(2020), false, Some("")),
            ("五年累计", None, false, None),
            ("年均增长（%）", None, false, Some("%")),
            ("年均增长（％）", None, false, Some("%")),
            ("2016—2020年累计", None, false, None),
            ("“十四五”规划目标", None, true, None),
            ("去年", Some(2020), false, None),
            ("上年实际", Some(2020), false, None),
            ("去年（亿元）", Some(2020), false, Some("亿元")),
            ("上年度计划", Some(2020), true, None),
            ("去年增长", Some(2020), false, Some("")),
            ("今年", Some(2021), false, None),
            ("本年度预期目标", Some(2021), true, None),
            ("本年完成", None, false, None),
            ("上年同期完成", None, false, None),
            ("同比", None, false, Some("")),
            ("同比增长", None, false, Some("")),
            ("增速", None, false, Some("")),
            ("同比增长（%）", None, false, Some("%")),
        ] {
            let column = head(text, YEARS).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                (column.year, column.is_plan, column.unit.as_deref()),
                (year, is_plan, unit),
                "{text}"
            );
        }
        for text in ["责任单位", "备查", "指标属性", "12345", "20年"] {
            assert_eq!(head(text, YEARS), None, "{text}");
        }
    }

    fn assigned(heads: &[&str]) -> (Vec<String>, Vec<String>) {
        let heads: Vec<String> = heads.iter().map(|&head| head.to_owned()).collect();
        let mut columns = heads.clone();
        let values: Vec<usize> = (0..heads.len()).collect();
        let (_, known) = assign((&mut columns, &heads), &values, YEARS);
        (columns, known.further.into_iter().map(|column| column.head).collect())
    }

    #[test]
    fn the_result_and_the_plan_are_those_of_their_years() {
        let (columns, further) = assigned(&["name", "2015年", "2020年", "五年累计", "年均增长（%）"]);
        assert_eq!(columns, ["name", "2015年", "actual", "五年累计", "年均增长（%）"]);
        assert_eq!(further, ["2015年", "五年累计", "年均增长（%）"]);
        let (columns, further) =
            assigned(&["2020年计划", "2020年预计完成", "2020年增长%", "2021年", "2025年目标"]);
        assert_eq!(columns, ["2020年计划", "actual", "2020年增长%", "plan", "2025年目标"]);
        assert_eq!(further, ["2020年计划", "2020年增长%", "2025年目标"]);
        let (columns, further) = assigned(&["去年", "同比增长", "今年目标"]);
        assert_eq!(
            (columns, further),
            (
                vec!["actual".to_owned(), "同比增长".to_owned(), "plan".to_owned()],
                vec!["同比增长".to_owned()]
            )
        );
        let (columns, _) = assigned(&["上年实际", "今年", "增速"]);
        assert_eq!(columns, ["actual", "plan", "增速"]);
        let (columns, further) = assigned(&["actual", "2020年", "plan"]);
        assert_eq!((columns[1].as_str(), further.len()), ("2020年", 1), "the id names the result already");
    }
}
