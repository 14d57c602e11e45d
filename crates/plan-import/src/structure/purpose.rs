//! What a section is for, by its heading.

use super::arabic_years;
use super::years::years;
use crate::words::Words;
use crate::{Purpose, Report};

static RESULTS: Words = Words::new(&[
    "执行情况",
    "完成情况",
    "回顾",
    "总结",
    "成就",
    "成效",
    "成绩",
    "开展情况",
    "进展情况",
    "落实情况",
    "运行情况",
    "主要情况",
    "工作情况",
    "实施情况",
    "发展情况",
    "基本情况",
    "过去五年",
    "过去一年",
    "一年来",
    "五年来",
    "取得",
    "完成较好",
]);
static PLAN: Words = Words::new(&[
    "目标",
    "任务",
    "计划",
    "安排",
    "重点工作",
    "举措",
    "措施",
    "预期",
    "要求",
    "打算",
    "思路",
    "建议",
    "取向",
    "今后",
    "下一步",
    "下步",
    "展望",
    "部署",
    "工作重点",
    "重点项目",
    "民生实事",
    "蓝图",
]);
static PROBLEMS: Words = Words::new(&["问题", "困难", "不足", "短板", "挑战"]);
static SOLVED: Words = Words::new(&[
    "解决", "化解", "破解", "整治", "着力", "聚焦", "补", "攻坚", "克服", "应对", "推动", "推进", "强化",
    "加强",
]);

/// What a heading says by itself, of a report that tells one year and plans another.
fn stated(heading: &str, actual: Option<u16>, plan: Option<u16>) -> Option<Purpose> {
    if PROBLEMS.within(heading) && !SOLVED.within(heading) {
        return Some(Purpose::Problems);
    }
    if RESULTS.within(heading) {
        return Some(Purpose::Results);
    }
    let dated = years(&arabic_years(heading)).into_iter().map(|(year, _)| year).max();
    let later = |year: u16| {
        plan.is_some_and(|plan| year >= plan)
            || (plan.is_none() && actual.is_some_and(|actual| year > actual))
    };
    if dated.is_some_and(later) || heading.starts_with("今年") {
        return Some(Purpose::Plan);
    }
    if PLAN.within(heading) {
        return Some(Purpose::Plan);
    }
    (dated.is_some_and(|year| actual.is_some_and(|actual| year <= actual)) || heading.starts_with("去年"))
        .then_some(Purpose::Results)
}

/// Gives every section its purpose: what its heading says, or else that of the section that it is in. A heading within a part may only
/// say what the part does not: problems, or the plan with its year.
pub(super) fn give(report: &mut Report) {
    let (actual, plan) = (report.actual_year, report.plan_year);
    let mut given: Vec<(String, Purpose)> = Vec::new();
    let mut last_top = Purpose::Other;
    for section in &mut report.sections {
        while given.last().is_some_and(|(id, _)| section.parent.as_deref() != Some(id.as_str())) {
            given.pop();
        }
        let above = given.last().map_or(Purpose::Other, |(_, purpose)| *purpose);
        let own = stated(&section.heading, actual, plan);
        let in_annex = section.id.starts_with("annex");
        section.purpose = match (above, own) {
            (_, Some(Purpose::Problems)) => Purpose::Problems,
            (Purpose::Other, Some(own)) => own,
            (Purpose::Other, None)
                if section.parent.is_none()
                    && !in_annex
                    && last_top == Purpose::Plan
                    && section.id != "0" =>
            {
                Purpose::Plan
            }
            (Purpose::Other, None) => Purpose::Other,
            (Purpose::Results, Some(Purpose::Plan)) if names_plan(&section.heading, plan) => Purpose::Plan,
            (above, _) => above,
        };
        if section.parent.is_none() {
            last_top = section.purpose;
        }
        given.push((section.id.clone(), section.purpose));
    }
}

fn names_plan(heading: &str, plan: Option<u16>) -> bool {
    let has_year = years(&arabic_years(heading)).into_iter().any(|(year, _)| Some(year) == plan);
    has_year || heading.starts_with("下一步") || heading.starts_with("下步") || heading.starts_with("今年")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Section;

    #[test]
    fn headings_say_what_a_section_is_for() {
        let section = |id: &str, heading: &str| Section {
            id: id.to_owned(),
            parent: id.rsplit_once('.').map(|(parent, _)| parent.to_owned()),
            heading: heading.to_owned(),
            ..Section::default()
        };
        let cases = [
            ("0", "", Purpose::Other),
            ("1", "2025年计划执行情况", Purpose::Results),
            ("1.1", "主要目标任务完成好", Purpose::Results),
            ("1.2", "补短板强弱项", Purpose::Results),
            ("1.3", "存在的困难和问题", Purpose::Problems),
            ("2", "2026年总体要求", Purpose::Plan),
            ("2.1", "着力解决突出问题", Purpose::Plan),
            ("3", "加快建设现代化产业体系", Purpose::Plan),
        ];
        let sections = cases.iter().map(|(id, heading, _)| section(id, heading)).collect();
        let mut report =
            Report { sections, actual_year: Some(2025), plan_year: Some(2026), ..Report::default() };
        give(&mut report);
        for (section, (_, heading, purpose)) in report.sections.iter().zip(cases) {
            assert_eq!(section.purpose, purpose, "{heading}");
        }
    }
}
