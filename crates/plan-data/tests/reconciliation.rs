//! What the bundled report says of itself, and that a wrong number would be found.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::path::Path;

use plan_data::reconcile::{Finding, FindingKind, Severity, reconcile};
use plan_data::{Dataset, package};

fn weidong() -> Dataset {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021");
    package::read(&dir).unwrap_or_else(|problems| panic!("{problems}"))
}

fn of(findings: &[Finding], kind: FindingKind) -> Vec<&Finding> {
    findings.iter().filter(|finding| finding.kind == kind).collect()
}

/// The only finding of that kind about that indicator.
fn about<'a>(findings: &'a [Finding], kind: FindingKind, indicator: &str) -> &'a Finding {
    let found: Vec<&Finding> = of(findings, kind)
        .into_iter()
        .filter(|finding| finding.indicators.iter().any(|id| id == indicator))
        .collect();
    assert_eq!(found.len(), 1, "{kind:?} {indicator}: {found:?}");
    found[0]
}

fn computed(finding: &Finding) -> (String, &str) {
    let computed = finding.computed.as_ref().unwrap();
    (computed.value.to_string(), computed.formula.zh.as_str())
}

#[test]
fn values_that_follow_for_the_plan_and_for_wholes() {
    let findings = reconcile(&weidong());
    let computed_of = |kind: FindingKind| -> Vec<(String, &str)> {
        of(&findings, kind).into_iter().map(computed).collect()
    };
    assert_eq!(
        computed_of(FindingKind::ImpliedPlan),
        [("4.93亿元".to_owned(), "4.65亿元 × (1 + 6%)"), ("135.2亿元".to_owned(), "124亿元 × (1 + 9%)"),]
    );
    assert_eq!(computed_of(FindingKind::ImpliedWhole), [("151.5亿元".to_owned(), "98.48亿元 ÷ 65%")]);
    // 53.02 of 151.5 now, 53.4 of 147.1 before: by +3 % and +5.1 %.
    assert_eq!(computed_of(FindingKind::ImpliedRest)[0].0, "-0.7%");
}

#[test]
fn one_number_under_two_names_is_not_called_the_same() {
    let findings = reconcile(&weidong());
    let of: Vec<&str> = of(&findings, FindingKind::EqualOtherName)
        .into_iter()
        .map(|finding| finding.indicators[0].as_str())
        .collect();
    assert_eq!(of, ["fdi", "afforestation"]);
}

#[test]
fn text_and_table_agree_where_both_have_a_number() {
    let findings = reconcile(&weidong());
    let equal: Vec<&str> =
        of(&findings, FindingKind::Equal).iter().map(|finding| finding.indicators[0].as_str()).collect();
    assert_eq!(
        equal,
        [
            "gdp-growth",
            "fixed-investment-growth",
            "budget-revenue-growth",
            "tertiary-growth",
            "gdp-growth",
            "budget-revenue-growth",
            "fixed-investment-growth",
            "fixed-investment-growth",
        ]
    );
    let rounded = about(&findings, FindingKind::EqualRounded, "new-jobs");
    assert_eq!(rounded.sentence.zh, "城镇新增就业人数：正文10439人，附表1.04万人，四舍五入后一致");
    assert_eq!(
        rounded.sentence.en,
        "New urban jobs: 10,439 people in the main text, 10,400 people in the annex: the same after rounding"
    );
    assert!(of(&findings, FindingKind::Different).is_empty());
}

#[test]
fn what_only_the_text_says_is_noted() {
    let findings = reconcile(&weidong());
    let retail = about(&findings, FindingKind::TextOnly, "retail-sales");
    assert_eq!(retail.sentence.zh, "社会消费品零售总额增长：正文写9%，附表是“—”");
    let sentences: Vec<&str> =
        of(&findings, FindingKind::TextOnly).iter().map(|finding| finding.sentence.zh.as_str()).collect();
    assert!(sentences.contains(&"规模以上工业增加值的目标8%只写在正文里，附表没有这一项"), "{sentences:?}");
    assert_eq!(sentences.len(), 2);
}

#[test]
fn a_name_at_odds_with_its_unit_is_the_one_conflict() {
    let findings = reconcile(&weidong());
    let conflicts: Vec<&Finding> =
        findings.iter().filter(|finding| finding.severity == Severity::Conflict).collect();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].kind, FindingKind::NameAndUnit);
    assert_eq!(conflicts[0].indicators, ["retail-sales"]);
}

#[test]
fn parts_fit_their_wholes_and_counts_their_lists() {
    let findings = reconcile(&weidong());
    let tax =
        of(&findings, FindingKind::Part).into_iter().find(|f| f.sentence.zh.contains("税收收入")).unwrap();
    assert_eq!(computed(tax), ("71.6%".to_owned(), "3.33亿元 ÷ 4.65亿元"));
    let shares = of(&findings, FindingKind::Composition);
    assert_eq!(shares.len(), 1);
    assert_eq!(computed(shares[0]), ("100%".to_owned(), "0.6 + 34.4 + 65"));
    let counts: Vec<(&str, Severity)> =
        of(&findings, FindingKind::Count).iter().map(|f| (f.sentence.zh.as_str(), f.severity)).collect();
    assert_eq!(
        counts,
        [
            ("全部完成年度目标的重点民生实事工程：报告只给出数目11项，没有可以核对的清单", Severity::Note),
            ("重点工作方面：写明8个，实列8，一致", Severity::Fine),
            ("用地保障重点项目（35个）：写明35个，实列35，一致", Severity::Fine),
        ]
    );
}

#[test]
fn implied_values_are_computed_with_their_formula() {
    let findings = reconcile(&weidong());
    let targets: Vec<(String, &str)> =
        of(&findings, FindingKind::ImpliedTarget).into_iter().map(computed).collect();
    assert_eq!(
        targets,
        [("99亿元".to_owned(), "99.7亿元 ÷ 100.7%"), ("42.9亿元".to_owned(), "48.8亿元 ÷ 113.8%")]
    );
    for (indicator, value, formula) in [
        ("pm10", "97.8微克/立方米", "92 ÷ (1 − 5.94%)"),
        ("pm25", "57微克/立方米", "52 ÷ (1 − 8.77%)"),
        ("good-air-days", "191天", "251 − 60"),
    ] {
        assert_eq!(
            computed(about(&findings, FindingKind::ImpliedBefore, indicator)),
            (value.to_owned(), formula)
        );
    }
}

#[test]
fn a_number_that_differs_is_a_conflict() {
    let mut dataset = weidong();
    let growth = dataset.indicators.iter_mut().find(|indicator| indicator.id == "gdp-growth").unwrap();
    growth.actual = "3.1".parse().unwrap();
    let findings = reconcile(&dataset);
    let different = about(&findings, FindingKind::Different, "gdp-growth");
    assert_eq!(different.severity, Severity::Conflict);
    assert_eq!(different.sentence.zh, "地区生产总值增长：正文3%，附表3.1%，不一致");
}

/// What becomes of 城镇新增就业 (10439人, 1.04万人 in the annex) where the text prints something else.
fn new_jobs(printed: &str) -> Option<FindingKind> {
    let mut dataset = weidong();
    let figure = dataset.figures.iter_mut().find(|figure| figure.printed == "10439人").unwrap();
    figure.quantity = printed.parse().unwrap();
    let findings = reconcile(&dataset);
    findings
        .iter()
        .find(|f| f.indicators == ["new-jobs"] && f.kind != FindingKind::ImpliedBefore)
        .map(|f| f.kind)
}

#[test]
fn bounds_and_rounding_are_what_the_words_say() {
    for (printed, kind) in [
        ("10400人", Some(FindingKind::Equal)),
        ("10449人", Some(FindingKind::EqualRounded)),
        ("10451人", Some(FindingKind::Different)),
        ("1万人以上", Some(FindingKind::Within)),
        ("1.1万人以上", Some(FindingKind::Different)),
        ("10300余人", Some(FindingKind::Within)),
        ("1~2万人", Some(FindingKind::Within)),
        ("1.1~2万人", Some(FindingKind::Different)),
        ("约1万人", None),
        // Of another dimension: not compared.
        ("1.04%", None),
    ] {
        assert_eq!(new_jobs(printed), kind, "{printed}");
    }
}

#[test]
fn a_change_promised_for_next_year_says_nothing_of_the_year_before() {
    let mut dataset = weidong();
    for figure in dataset.figures.iter_mut().filter(|figure| figure.printed == "60天") {
        figure.nature = plan_data::Nature::Target;
        figure.year = Some(2021);
    }
    let findings = reconcile(&dataset);
    assert!(!of(&findings, FindingKind::ImpliedBefore).iter().any(|f| f.indicators == ["good-air-days"]));
}

#[test]
fn wrong_sums_parts_and_lists_are_conflicts() {
    let mut dataset = weidong();
    for figure in &mut dataset.figures {
        let value = match figure.printed.as_str() {
            "34.4" => "35.4",
            "3.33亿元" => "5.33",
            _ => continue,
        };
        figure.quantity.amount.value = value.parse().unwrap();
    }
    dataset.sections.retain(|section| section.id != "3.8");
    dataset.projects.remove(0);
    let conflicts: Vec<FindingKind> = reconcile(&dataset)
        .into_iter()
        .filter(|finding| finding.severity == Severity::Conflict)
        .map(|finding| finding.kind)
        .collect();
    assert_eq!(
        conflicts,
        [
            FindingKind::Part,
            FindingKind::Composition,
            FindingKind::Count,
            FindingKind::NameAndUnit,
            FindingKind::Count
        ]
    );
}

#[test]
fn every_finding_speaks_both_languages() {
    let is_chinese = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    for finding in reconcile(&weidong()) {
        assert!(finding.sentence.zh.contains(is_chinese), "{finding:?}");
        // Words that the annex prints are quoted in both.
        let unquoted: String = finding.sentence.en.split(['“', '”']).step_by(2).collect();
        assert!(!unquoted.contains(is_chinese), "{}", finding.sentence.en);
    }
}
