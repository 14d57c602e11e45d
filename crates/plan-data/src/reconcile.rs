//! Reconciliation (勾稽核对): what the report's text says against what its table says, parts against wholes, and what
//! follows from both. Everything is computed from the dataset; an implied value is marked as computed, with its formula.

use std::borrow::Cow;

use serde::Serialize;

use crate::figure::words;
use crate::questions::{figure as find_figure, indicator as find_indicator};
use crate::{
    Bilingual, Cell, Dataset, Decimal, Figure, FigureKind, Indicator, Measure, Modifier, Nature, Quantity,
    RelationKind, Unit, Value,
};

words! {
    /// How much a finding matters.
    Severity {
        /// Text and table, or part and whole, agree.
        "fine" => Fine,
        /// Worth knowing: said in one place only, or follows by computation.
        "note" => Note,
        /// The report contradicts itself, or says what cannot be.
        "conflict" => Conflict,
    }
}

words! {
    /// What a finding is about.
    FindingKind {
        /// The same number in text and table.
        "equal" => Equal,
        /// The same after rounding to the table's digits.
        "equal-rounded" => EqualRounded,
        /// The same number, which text and table call by different names.
        "equal-other-name" => EqualOtherName,
        /// The table's number lies within the bounds that the text gives: 以上, 余, a range.
        "within" => Within,
        /// Different numbers for the same thing.
        "different" => Different,
        /// A number in the main text where the table has none.
        "text-only" => TextOnly,
        /// The name of an indicator does not go with its unit.
        "name-and-unit" => NameAndUnit,
        /// A part within a whole.
        "part" => Part,
        /// Shares that make up a whole.
        "composition" => Composition,
        /// A number of things against those listed.
        "count" => Count,
        /// A target that follows from result and completion.
        "implied-target" => ImpliedTarget,
        /// A value of the year before that follows from a change.
        "implied-before" => ImpliedBefore,
        /// A value of the plan's year that follows from a result and its planned growth.
        "implied-plan" => ImpliedPlan,
        /// A whole that follows from a part and its share.
        "implied-whole" => ImpliedWhole,
        /// The growth of what a part leaves of a whole, from the growth of both.
        "implied-rest" => ImpliedRest,
        /// The same statement twice.
        "repeated" => Repeated,
    }
}

/// A value that the report does not state but that follows from what it states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Computed {
    /// The value in its unit.
    pub value: Quantity,
    /// How it was computed, in both languages.
    pub formula: Bilingual,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is about.
    pub kind: FindingKind,
    /// How much it matters.
    pub severity: Severity,
    /// Ids of the figures that it is drawn from.
    pub figures: Vec<String>,
    /// Ids of the indicators that it is drawn from.
    pub indicators: Vec<String>,
    /// What was found, in both languages.
    pub sentence: Bilingual,
    /// What follows by computation.
    pub computed: Option<Computed>,
}

/// All findings of a report: in the order of its figures, then of its indicators.
pub fn reconcile(dataset: &Dataset) -> Vec<Finding> {
    let mut findings = Vec::new();
    for figure in &dataset.figures {
        findings.extend(with_table(dataset, figure));
        findings.extend(with_other(dataset, figure));
        findings.extend(before(dataset, figure));
        findings.extend(planned(dataset, figure));
        findings.extend(repeated(dataset, figure));
    }
    findings.extend(dataset.indicators.iter().filter_map(|row| name_and_unit(dataset, row)));
    findings.extend(heading_counts(dataset));
    findings
}

fn finding(kind: FindingKind, severity: Severity, zh: String, en: String) -> Finding {
    let sentence = Bilingual { zh, en };
    Finding { kind, severity, figures: Vec::new(), indicators: Vec::new(), sentence, computed: None }
}

/// One quantity by another, as both languages write them.
fn quotient(dividend: &Quantity, divisor: &Quantity) -> Bilingual {
    Bilingual {
        zh: format!("{dividend} ÷ {divisor}"),
        en: format!("{} ÷ {}", dividend.english(), divisor.english()),
    }
}

/// A formula of bare numbers, which needs no translation.
fn numbers_only(formula: String) -> Bilingual {
    Bilingual { zh: formula.clone(), en: formula }
}

impl Finding {
    fn of(mut self, figures: &[&Figure], indicators: &[&Indicator]) -> Self {
        self.figures = figures.iter().map(|figure| figure.id.clone()).collect();
        self.indicators = indicators.iter().map(|indicator| indicator.id.clone()).collect();
        self
    }

    fn computed(mut self, value: Quantity, formula: Bilingual) -> Self {
        self.computed = Some(Computed { value, formula });
        self
    }
}

/// What the table of indicators is called: the annex, where the package names one.
fn table_names(dataset: &Dataset) -> (&'static str, &'static str) {
    if dataset.report.annex.zh.is_empty() { ("指标表", "table") } else { ("附表", "annex") }
}

/// The indicator that a figure is about.
fn indicator_of<'a>(dataset: &'a Dataset, figure: &Figure) -> Option<&'a Indicator> {
    find_indicator(dataset, figure.indicator.as_ref()?)
}

/// Which column of the table a figure must agree with.
fn column<'a>(dataset: &Dataset, figure: &Figure, indicator: &'a Indicator) -> Option<&'a Cell> {
    match figure.nature {
        Nature::Actual if figure.year == Some(dataset.report.actual_year) => Some(&indicator.actual),
        Nature::Target if figure.year == Some(dataset.report.plan_year) => Some(&indicator.plan),
        _ => None,
    }
}

/// The quantity of a cell in its indicator's unit.
fn in_table(indicator: &Indicator, number: Decimal) -> Option<Quantity> {
    Some(Quantity::exactly(number, Unit::try_from(indicator.unit.zh.clone()).ok()?))
}

/// A figure of the text against the table.
fn with_table(dataset: &Dataset, figure: &Figure) -> Option<Finding> {
    let name = &figure.subject;
    let (table_zh, table_en) = table_names(dataset);
    // One of the same name is the same, also where nobody has said so.
    let same_name = || {
        let mut same = dataset.indicators.iter().filter(|row| row.name.zh == name.zh);
        same.next().filter(|_| same.next().is_none())
    };
    let Some(indicator) = indicator_of(dataset, figure).or_else(same_name) else {
        // A headline target that no row of the table has, where there is a table.
        let headline = !dataset.indicators.is_empty()
            && figure.nature == Nature::Target
            && figure.kind == FigureKind::Growth
            && figure.year == Some(dataset.report.plan_year);
        return headline.then(|| {
            let text = &figure.quantity;
            finding(
                FindingKind::TextOnly,
                Severity::Note,
                format!("{}的目标{text}只写在正文里，{table_zh}没有这一项", name.zh),
                format!(
                    "{}: the target of {} stands only in the main text; the {table_en} has no such row",
                    name.within_english(),
                    text.english()
                ),
            )
            .of(&[figure], &[])
        });
    };
    if matches!(figure.kind, FigureKind::Change | FigureKind::Improvement) {
        return None;
    }
    let cell = column(dataset, figure, indicator)?;
    let fall = fall(figure, indicator);
    let text = fall.as_ref().unwrap_or(&figure.quantity);
    let says_same = cell.amount().is_some_and(|amount| amount.says_same_as(text.amount));
    let unit = Unit::try_from(indicator.unit.zh.clone()).ok();
    if cell.exact().is_none() && says_same && unit.as_ref() == Some(&text.unit) {
        return Some(
            finding(
                FindingKind::Equal,
                Severity::Fine,
                format!("{}：正文与{table_zh}都是{text}，一致", indicator.name.zh),
                format!(
                    "{}: {} in the main text and in the {table_en}: the same",
                    indicator.name.within_english(),
                    text.english()
                ),
            )
            .of(&[figure], &[indicator]),
        );
    }
    let Some(number) = cell.exact() else {
        let says = cell.printed();
        return Some(
            finding(
                FindingKind::TextOnly,
                Severity::Note,
                format!("{}：正文写{text}，{table_zh}是“{says}”", indicator.name.zh),
                format!(
                    "{}: the main text says {}, the {table_en} “{says}”",
                    indicator.name.within_english(),
                    text.english()
                ),
            )
            .of(&[figure], &[indicator]),
        );
    };
    let table = in_table(indicator, number)?;
    let Ok(Some(difference)) = text.minus(&table) else {
        return None;
    };
    let (kind, severity, zh, en) = match agreement(text, &table, cell, difference)? {
        // What the text counts under another name may be something else.
        FindingKind::Equal if figure.scope.is_some() => (
            FindingKind::EqualOtherName,
            Severity::Note,
            "数值相同，名称不同，报告没有说是否同一项",
            "the same number under different names; the report does not say whether they are one thing",
        ),
        kind @ FindingKind::Equal => (kind, Severity::Fine, "一致", "the same"),
        kind @ FindingKind::EqualRounded => {
            (kind, Severity::Fine, "四舍五入后一致", "the same after rounding")
        }
        kind @ FindingKind::Within => (kind, Severity::Fine, "在其范围内", "within its bounds"),
        _ => (FindingKind::Different, Severity::Conflict, "不一致", "not the same"),
    };
    Some(
        finding(
            kind,
            severity,
            format!("{}：正文{text}，{table_zh}{table}，{zh}", indicator.name.zh),
            format!(
                "{}: {} in the main text, {} in the {table_en}: {en}",
                indicator.name.within_english(),
                text.english(),
                table.english()
            ),
        )
        .of(&[figure], &[indicator]),
    )
}

/// The quantity of a figure whose subject says the fall, where the row's name does not: 2.1% of 投资下降 is -2.1 of 投资增长.
fn fall(figure: &Figure, row: &Indicator) -> Option<Quantity> {
    let words = Modifier::ALL.into_iter().filter(|(_, modifier)| modifier.is_fall());
    let (word, _) = words.into_iter().find(|(word, _)| figure.subject.zh.ends_with(word))?;
    let is_said = row.name.zh.contains(['降', '减', '落']);
    format!("{word}{}", figure.quantity).parse().ok().filter(|_| !is_said)
}

/// How a number of the text and one of the table agree; `difference` is text − table. `None` where the text only says
/// about how much.
fn agreement(text: &Quantity, table: &Quantity, cell: &Cell, difference: Decimal) -> Option<FindingKind> {
    let has = |modifiers: &[Modifier]| modifiers.iter().any(|modifier| text.amount.modifiers.has(*modifier));
    let within = |holds: bool| Some(if holds { FindingKind::Within } else { FindingKind::Different });
    if has(&[Modifier::About, Modifier::Around, Modifier::Nearly]) {
        return None;
    }
    if let Some(upper) = text.amount.upper {
        let upper = Quantity::exactly(upper, text.unit.clone());
        let room = upper.minus(table).ok()??;
        return within(difference <= Decimal::ZERO && room >= Decimal::ZERO);
    }
    if has(&[Modifier::AtLeast, Modifier::Odd, Modifier::Over]) {
        return within(difference <= Decimal::ZERO);
    }
    if has(&[Modifier::AtMost]) {
        return within(difference >= Decimal::ZERO);
    }
    if difference == Decimal::ZERO {
        return Some(FindingKind::Equal);
    }
    // Either side may be the rounder one; the table's digits are those that it prints.
    let digits = cell.printed().split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let as_table = text.in_base()?.times_ten_to(-table.unit.power())?.rounded(u8::try_from(digits).ok()?);
    let as_text =
        table.in_base()?.times_ten_to(-text.unit.power())?.rounded(text.amount.value.digits_after_point());
    let is_coarser = text.unit.power() > table.unit.power();
    let is_rounded = as_table == table.amount.value || (is_coarser && as_text == text.amount.value);
    Some(if is_rounded { FindingKind::EqualRounded } else { FindingKind::Different })
}

/// A figure against the one that it depends on.
fn with_other(dataset: &Dataset, figure: &Figure) -> Option<Finding> {
    let relation = figure.relation.as_ref()?;
    let other = find_figure(dataset, &relation.of);
    match relation.kind {
        RelationKind::PartOf => part_of(figure, other?),
        RelationKind::CompletionOf => implied_target(figure, other?),
        RelationKind::GrowthOf => implied_amount(figure, other?),
        RelationKind::Composition => composition(dataset, figure, &relation.of),
        RelationKind::Counts => counted(dataset, figure, &relation.of),
        RelationKind::OfShare => implied_whole(figure, other?),
        RelationKind::GrowthOfWhole => implied_rest(dataset, figure, other?),
        RelationKind::For => None,
    }
}

fn hundred() -> Decimal {
    Decimal::ONE.times_ten_to(2).unwrap_or(Decimal::ONE)
}

/// A part is not larger than its whole; its share follows.
fn part_of(part: &Figure, whole: &Figure) -> Option<Finding> {
    let difference = part.quantity.minus(&whole.quantity).ok()??;
    let (severity, verdict_zh, verdict_en) = if difference <= Decimal::ZERO {
        (Severity::Fine, "部分不大于整体", "the part is within the whole")
    } else {
        (Severity::Conflict, "部分大于整体", "the part is larger than the whole")
    };
    let share = part.quantity.in_base()?.percent_of(whole.quantity.in_base()?)?;
    let percent = Unit::try_from("%".to_owned()).ok()?;
    let (of, all) = (&part.subject, &whole.subject);
    let zh = format!("{} {}占{} {}的{share}%，{verdict_zh}", of.zh, part.quantity, all.zh, whole.quantity);
    let en = format!(
        "{} ({}) is {share}% of {} ({}): {verdict_en}",
        of.within_english(),
        part.quantity.english(),
        all.within_english(),
        whole.quantity.english()
    );
    let formula = quotient(&part.quantity, &whole.quantity);
    Some(
        finding(FindingKind::Part, severity, zh, en)
            .of(&[part, whole], &[])
            .computed(Quantity::exactly(share, percent), formula),
    )
}

/// A result and how much of its target it is: the target follows.
fn implied_target(completion: &Figure, done: &Figure) -> Option<Finding> {
    let share = completion.quantity.amount.value.divided_by(hundred(), 6)?;
    let target =
        Quantity::exactly(done.quantity.amount.value.divided_by(share, 1)?, done.quantity.unit.clone());
    let zh = format!(
        "{}：{}是年度目标的{}，目标约为{target}",
        done.subject.zh, done.quantity, completion.quantity
    );
    let en = format!(
        "{}: {} is {} of the year’s target, which was about {}",
        done.subject.within_english(),
        done.quantity.english(),
        completion.quantity.english(),
        target.english()
    );
    let formula = quotient(&done.quantity, &completion.quantity);
    Some(
        finding(FindingKind::ImpliedTarget, Severity::Note, zh, en)
            .of(&[completion, done], &[])
            .computed(target, formula),
    )
}

/// An amount and its growth: the amount of the year before follows.
fn implied_amount(growth: &Figure, amount: &Figure) -> Option<Finding> {
    let factor = (hundred() + growth.quantity.amount.value).divided_by(hundred(), 6)?;
    let before =
        Quantity::exactly(amount.quantity.amount.value.divided_by(factor, 2)?, amount.quantity.unit.clone());
    let year = amount.year?.checked_sub(1)?;
    let zh = format!(
        "{}：{}比上年增长{}，{year}年约为{before}",
        amount.subject.zh, amount.quantity, growth.quantity
    );
    let en = format!(
        "{}: {} is {} more than the year before, so {year} had about {}",
        amount.subject.within_english(),
        amount.quantity.english(),
        growth.quantity.english(),
        before.english()
    );
    let formula = Bilingual {
        zh: format!("{} ÷ (1 + {})", amount.quantity, growth.quantity),
        en: format!("{} ÷ (1 + {})", amount.quantity.english(), growth.quantity.english()),
    };
    Some(
        finding(FindingKind::ImpliedBefore, Severity::Note, zh, en)
            .of(&[growth, amount], &[])
            .computed(before, formula),
    )
}

/// All shares of a whole, told at the last of them.
fn composition(dataset: &Dataset, figure: &Figure, first: &str) -> Option<Finding> {
    let is_share = |other: &&Figure| {
        let relation = other.relation.as_ref();
        other.id == first || relation.is_some_and(|r| r.kind == RelationKind::Composition && r.of == first)
    };
    let shares: Vec<&Figure> = dataset.figures.iter().filter(is_share).collect();
    if shares.last()?.id != figure.id {
        return None;
    }
    let sum =
        shares.iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(share.quantity.amount.value))?;
    let (severity, zh, en) = if sum == hundred() {
        (Severity::Fine, "合计 100", "they add up to 100")
    } else {
        (Severity::Conflict, "合计不是 100", "they do not add up to 100")
    };
    let list: Vec<String> = shares.iter().map(|share| share.quantity.amount.value.to_string()).collect();
    let formula = list.join(" + ");
    let unit = &figure.quantity.unit;
    let zh_names: Vec<&str> = shares.iter().map(|share| share.subject.zh.as_str()).collect();
    let en_names: Vec<Cow<'_, str>> = shares.iter().map(|share| share.subject.within_english()).collect();
    Some(
        finding(
            FindingKind::Composition,
            severity,
            format!("{}：{formula} = {sum}，{zh}", zh_names.join("、")),
            format!("{}: {formula} = {sum}: {en}", en_names.join("; ")),
        )
        .of(&shares, &[])
        .computed(Quantity::exactly(sum, unit.clone()), numbers_only(formula)),
    )
}

/// A number of things against those that the data lists.
fn counted(dataset: &Dataset, figure: &Figure, of: &str) -> Option<Finding> {
    let quantity = &figure.quantity;
    let Some(parent) = of.strip_prefix("sections:") else {
        return Some(
            finding(
                FindingKind::Count,
                Severity::Note,
                format!("{}：报告只给出数目{quantity}，没有可以核对的清单", figure.subject.zh),
                format!(
                    "{}: the report gives the number {} but no list to check it by",
                    figure.subject.within_english(),
                    quantity.english()
                ),
            )
            .of(&[figure], &[]),
        );
    };
    let listed = dataset.sections.iter().filter(|section| section.parent.as_deref() == Some(parent)).count();
    Some(count(&figure.subject, quantity, listed)?.of(&[figure], &[]))
}

fn count(subject: &Bilingual, claimed: &Quantity, listed: usize) -> Option<Finding> {
    let number: Decimal = listed.to_string().parse().ok()?;
    let (severity, zh, en) = if number == claimed.amount.value {
        (Severity::Fine, "一致", "the same")
    } else {
        (Severity::Conflict, "不一致", "not the same")
    };
    Some(finding(
        FindingKind::Count,
        severity,
        format!("{}：写明{claimed}，实列{listed}，{zh}", subject.zh),
        format!("{}: {} stated, {listed} listed: {en}", subject.within_english(), claimed.english()),
    ))
}

/// Counts that headings state: 用地保障重点项目（35个）.
fn heading_counts(dataset: &Dataset) -> Vec<Finding> {
    let listed = dataset.land_projects().count();
    dataset
        .sections
        .iter()
        .filter(|section| section.is_box())
        .filter_map(|section| {
            let (_, stated) = section.heading.zh.strip_suffix('）')?.split_once('（')?;
            count(&section.heading, &stated.parse().ok()?, listed)
        })
        .collect()
}

/// The value of the year before, from a change and the value in the table.
fn before(dataset: &Dataset, figure: &Figure) -> Option<Finding> {
    let indicator = indicator_of(dataset, figure)?;
    let (table_zh, table_en) = table_names(dataset);
    if figure.nature != Nature::Actual || figure.year != Some(dataset.report.actual_year) {
        return None;
    }
    let now = indicator.actual.exact()?;
    let year = dataset.report.actual_year.checked_sub(1)?;
    let unit = Unit::try_from(indicator.unit.zh.clone()).ok()?;
    let value = figure.quantity.amount.value;
    let (before, formula) = match figure.kind {
        FigureKind::Change if figure.quantity.unit.dimension() == unit.dimension() => {
            let change = figure.quantity.in_base()?.times_ten_to(-unit.power())?;
            (now - change, format!("{now} − {change}"))
        }
        FigureKind::Improvement => {
            let left = (hundred() - value).divided_by(hundred(), 6)?;
            (now.divided_by(left, 1)?, format!("{now} ÷ (1 − {value}%)"))
        }
        _ => return None,
    };
    let before = Quantity::exactly(before, unit);
    Some(
        finding(
            FindingKind::ImpliedBefore,
            Severity::Note,
            format!(
                "{}：由{table_zh}的{now}与正文的{}推算，{year}年约为{before}",
                indicator.name.zh, figure.quantity
            ),
            format!(
                "{}: from {now} in the {table_en} and {} in the main text, {year} had about {}",
                indicator.name.within_english(),
                figure.quantity.english(),
                before.english()
            ),
        )
        .of(&[figure], &[indicator])
        .computed(before, numbers_only(formula)),
    )
}

/// A result and its planned growth: the amount of the plan's year follows.
fn planned(dataset: &Dataset, growth: &Figure) -> Option<Finding> {
    let report = &dataset.report;
    let is_planned = growth.nature == Nature::Target && growth.year == Some(report.plan_year);
    if !is_planned || growth.kind != FigureKind::Growth {
        return None;
    }
    let in_text = dataset.figures.iter().find(|amount| {
        amount.kind == FigureKind::Amount
            && amount.nature == Nature::Actual
            && amount.year == Some(report.actual_year)
            && amount.subject.zh == growth.subject.zh
    });
    let row = indicator_of(dataset, growth);
    let in_annex = row
        .filter(|row| row.measure() == Measure::Amount)
        .and_then(|row| Some((row, in_table(row, row.actual.exact()?)?)));
    let (amount, figures, rows) = match (in_text, &in_annex) {
        (Some(amount), _) => (&amount.quantity, vec![amount, growth], Vec::new()),
        (None, Some((row, amount))) => (amount, vec![growth], vec![*row]),
        (None, None) => return None,
    };
    let factor = (hundred() + growth.quantity.amount.value).divided_by(hundred(), 6)?;
    let digits = amount.amount.value.digits_after_point().max(1);
    let value = Quantity::exactly(amount.amount.value.times(factor)?.rounded(digits), amount.unit.clone());
    let (subject, year) = (&growth.subject, report.plan_year);
    let zh = format!("{}：按{amount}增长{}推算，{year}年约为{value}", subject.zh, growth.quantity);
    let en = format!(
        "{}: {} growing by {} makes about {} in {year}",
        subject.within_english(),
        amount.english(),
        growth.quantity.english(),
        value.english()
    );
    let formula = Bilingual {
        zh: format!("{amount} × (1 + {})", growth.quantity),
        en: format!("{} × (1 + {})", amount.english(), growth.quantity.english()),
    };
    Some(
        finding(FindingKind::ImpliedPlan, Severity::Note, zh, en)
            .of(&figures, &rows)
            .computed(value, formula),
    )
}

/// A part and its share: the whole follows.
fn implied_whole(part: &Figure, share: &Figure) -> Option<Finding> {
    let fraction = share.quantity.amount.value.divided_by(hundred(), 6)?;
    let whole =
        Quantity::exactly(part.quantity.amount.value.divided_by(fraction, 1)?, part.quantity.unit.clone());
    let zh = format!("{} {}占{}，推算总量约为{whole}", part.subject.zh, part.quantity, share.quantity);
    let en = format!(
        "{}: {} is {} of the whole, which was about {}",
        part.subject.within_english(),
        part.quantity.english(),
        share.quantity.english(),
        whole.english()
    );
    let formula = quotient(&part.quantity, &share.quantity);
    Some(
        finding(FindingKind::ImpliedWhole, Severity::Note, zh, en)
            .of(&[part, share], &[])
            .computed(whole, formula),
    )
}

/// The growth of a whole, and of a part whose share is known: that of the rest follows. Rough: shares are in the prices of the
/// year, growth rates as a rule in constant prices.
fn implied_rest(dataset: &Dataset, growth: &Figure, part: &Figure) -> Option<Finding> {
    let of_part = dataset.figures.iter().find(|figure| {
        figure.relation.as_ref().is_some_and(|r| r.kind == RelationKind::GrowthOf && r.of == part.id)
    })?;
    let share = part.relation.as_ref().filter(|relation| relation.kind == RelationKind::OfShare)?;
    let share = find_figure(dataset, &share.of)?.quantity.amount.value;
    let factor = |figure: &Figure| (hundred() + figure.quantity.amount.value).divided_by(hundred(), 6);
    // The whole is 100 now; before, it and its part were smaller by their growth.
    let before = hundred().divided_by(factor(growth)?, 6)?;
    let part_before = share.divided_by(factor(of_part)?, 6)?;
    let (rest, rest_before) = (hundred() - share, before - part_before);
    let value = (rest - rest_before).percent_of(rest_before)?;
    let value = Quantity::exactly(value, Unit::try_from("%".to_owned()).ok()?);
    let zh = format!(
        "{}增长{}，其中{}增长{}、占{share}%：推算其余部分约增长{value}（粗算，未分现价与不变价）",
        growth.subject.zh, growth.quantity, part.subject.zh, of_part.quantity
    );
    let en = format!(
        "{} grew by {}, of which {} by {} with a share of {share}%: the rest grew by about {} (rough: current and constant \
         prices are not told apart)",
        growth.subject.within_english(),
        growth.quantity.english(),
        part.subject.within_english(),
        of_part.quantity.english(),
        value.english()
    );
    let (whole, its) = (growth.quantity.amount.value, of_part.quantity.amount.value);
    let formula = format!("{rest} ÷ (100 ÷ (1 + {whole}%) − {share} ÷ (1 + {its}%)) − 1");
    Some(
        finding(FindingKind::ImpliedRest, Severity::Note, zh, en)
            .of(&[growth, of_part, part], &[])
            .computed(value, numbers_only(formula)),
    )
}

/// Whether a subject is a word for many things: 投资, 项目.
fn is_general(subject: &str) -> bool {
    subject.chars().count() < 3
}

/// A statement that was made before: told at the later one.
fn repeated(dataset: &Dataset, figure: &Figure) -> Option<Finding> {
    let same = |other: &&Figure| {
        other.id != figure.id
            && other.subject.zh == figure.subject.zh
            && (other.kind, other.nature, other.year) == (figure.kind, figure.nature, figure.year)
            && other.quantity.unit == figure.quantity.unit
            && other.scope == figure.scope
    };
    let earlier = dataset.figures.iter().take_while(|other| other.id != figure.id).find(same)?;
    let is_same = earlier.quantity.amount.says_same_as(figure.quantity.amount);
    let (severity, zh, en) = if is_same {
        (Severity::Fine, "前后一致", "the same both times")
    } else if figure.year.is_none() && figure.nature != Nature::Planned || is_general(&figure.subject.zh) {
        // Both may be right, of different years or things.
        return None;
    } else {
        (Severity::Conflict, "前后不一致", "not the same both times")
    };
    Some(
        finding(
            FindingKind::Repeated,
            severity,
            format!("{}：先写 {}，又写 {}，{zh}", figure.subject.zh, earlier.quantity, figure.quantity),
            format!(
                "{}: first {}, then {}: {en}",
                figure.subject.within_english(),
                earlier.quantity.english(),
                figure.quantity.english()
            ),
        )
        .of(&[earlier, figure], &[]),
    )
}

/// A name that says growth, with a unit that does not.
fn name_and_unit(dataset: &Dataset, indicator: &Indicator) -> Option<Finding> {
    let (table_zh, table_en) = table_names(dataset);
    let says_growth = indicator.name.zh.ends_with("增长");
    let is_number = matches!(indicator.actual.value(), Value::Number(_));
    (says_growth && indicator.measure() == Measure::Amount && is_number).then(|| {
        let (printed, unit) = (indicator.actual.printed(), &indicator.unit);
        finding(
            FindingKind::NameAndUnit,
            Severity::Conflict,
            format!(
                "{}：名称说的是增长，单位却是{}，{table_zh}的 {printed} 是总额而不是增幅",
                indicator.name.zh, unit.zh
            ),
            format!(
                "{}: the name says growth but the unit is {}; {printed} in the {table_en} is a total, not a rate",
                indicator.name.within_english(), unit.within_english()
            ),
        )
        .of(&[], &[indicator])
    })
}
