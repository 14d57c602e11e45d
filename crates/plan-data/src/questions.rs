//! What the report answers across its sections: which figures belong together. Values that follow from others come from
//! [`reconcile`](crate::reconcile), marked as computed.

use crate::reconcile::{Computed, Finding, FindingKind};
use crate::unit::Dimension;
use crate::{
    Amount, Context, Dataset, Decimal, Difference, Figure, FigureKind, Indicator, Kind, Mention, Nature,
    Project, Quantity, RelationKind, Task, Topic, Value, difference,
};

/// The figure of that id.
pub fn figure<'a>(dataset: &'a Dataset, id: &str) -> Option<&'a Figure> {
    dataset.figures.iter().find(|figure| figure.id == id)
}

/// The indicator of that id.
pub fn indicator<'a>(dataset: &'a Dataset, id: &str) -> Option<&'a Indicator> {
    dataset.indicators.iter().find(|indicator| indicator.id == id)
}

/// Investment in a group of projects.
#[derive(Clone, Debug, PartialEq)]
pub struct Investment<'a> {
    /// How many projects.
    pub count: &'a Figure,
    /// How much was invested in them, or is to be.
    pub amount: &'a Figure,
    /// How much of the year's target that is.
    pub completion: Option<&'a Figure>,
    /// The target that follows from it.
    pub target: Option<&'a Computed>,
}

/// Groups of projects whose investment the report sets against a target, then what is planned for groups of the same name.
pub fn investments<'a>(dataset: &'a Dataset, findings: &'a [Finding]) -> Vec<Investment<'a>> {
    let counted = |amount: &Figure| {
        let relation = amount.relation.as_ref().filter(|relation| relation.kind == RelationKind::For)?;
        figure(dataset, &relation.of)
    };
    let mut found: Vec<Investment<'a>> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.kind == FindingKind::ImpliedTarget) {
        let of = |index: usize| figure(dataset, finding.figures.get(index)?);
        if let (Some(completion), Some(amount)) = (of(0), of(1))
            && let Some(count) = counted(amount)
        {
            let (completion, target) = (Some(completion), finding.computed.as_ref());
            found.push(Investment { count, amount, completion, target });
        }
    }
    let planned: Vec<Investment<'a>> = dataset
        .figures
        .iter()
        .filter(|figure| figure.nature == Nature::Target && figure.kind == FigureKind::Amount)
        .filter_map(|amount| {
            let count = counted(amount)?;
            let is_known = found.iter().any(|group| group.count.subject == count.subject);
            is_known.then_some(Investment { count, amount, completion: None, target: None })
        })
        .collect();
    found.extend(planned);
    found
}

/// Shares that make up a whole, one list a whole.
pub fn compositions<'a>(dataset: &'a Dataset, findings: &[Finding]) -> Vec<Vec<&'a Figure>> {
    findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::Composition)
        .map(|finding| finding.figures.iter().filter_map(|id| figure(dataset, id)).collect())
        .collect()
}

/// A part of an amount.
#[derive(Clone, Debug, PartialEq)]
pub struct PartOf<'a> {
    /// The part.
    pub part: &'a Figure,
    /// The whole.
    pub whole: &'a Figure,
    /// The part's share of the whole.
    pub share: &'a Computed,
    /// What the part leaves of the whole, and its share in percent to one digit; `None` where both are not in one unit.
    pub rest: Option<(Quantity, Decimal)>,
}

/// Amounts of money that are parts of others.
pub fn parts_of_money<'a>(dataset: &'a Dataset, findings: &'a [Finding]) -> Vec<PartOf<'a>> {
    findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::Part)
        .filter_map(|finding| {
            let of = |index: usize| figure(dataset, finding.figures.get(index)?);
            let (part, whole) = (of(0)?, of(1)?);
            let is_money = part.quantity.unit.dimension() == Dimension::Yuan;
            let share = finding.computed.as_ref()?;
            is_money.then(|| PartOf { part, whole, share, rest: rest(&part.quantity, &whole.quantity) })
        })
        .collect()
}

fn rest(part: &Quantity, whole: &Quantity) -> Option<(Quantity, Decimal)> {
    if part.unit != whole.unit {
        return None;
    }
    let value = whole.amount.value - part.amount.value;
    let share = value.percent_of(whole.amount.value)?;
    Some((Quantity::exactly(value, whole.unit.clone()), share))
}

/// Figures of a topic, those of one subject together: the result of the year and the plan for the next, say.
pub fn by_subject(dataset: &Dataset, topic: Topic) -> Vec<Vec<&Figure>> {
    let mut found: Vec<Vec<&Figure>> = Vec::new();
    for figure in dataset.figures.iter().filter(|figure| figure.topic == Some(topic)) {
        match found.iter_mut().find(|group| group.iter().any(|other| other.subject == figure.subject)) {
            Some(group) => group.push(figure),
            None => found.push(vec![figure]),
        }
    }
    found
}

/// The fields of some tasks, each once, in the order in which they come.
pub fn fields_of<'a>(tasks: &[&'a Task]) -> Vec<&'a str> {
    let mut fields: Vec<&str> = Vec::new();
    for task in tasks {
        if !fields.contains(&task.field.as_str()) {
            fields.push(&task.field);
        }
    }
    fields
}

/// What the report's year achieved in a field of the tasks, in the order of the text.
pub fn achieved<'a>(dataset: &'a Dataset, field: &str) -> Vec<&'a Figure> {
    dataset
        .figures
        .iter()
        .filter(|figure| is_result(dataset, figure) && figure.field.as_deref() == Some(field))
        .collect()
}

/// Whether a figure says what the report's year achieved, or what was there at its end. What the text counts as there in
/// the plan's year (两大产业带) is no plan, and no result either.
fn is_result(dataset: &Dataset, figure: &Figure) -> bool {
    !figure.nature.is_plan() && figure.year == Some(dataset.report.actual_year)
}

/// The report's year in the measure of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultBefore<'a> {
    /// As a row of the annex states it, beside the plan.
    Indicator(&'a Indicator),
    /// As the main text states it.
    Figure(&'a Figure),
}

/// What the report's year achieved of that which a task sets a target for; `None` where the report does not state
/// it in the same measure.
pub fn result_before<'a>(dataset: &'a Dataset, task: &Task) -> Option<ResultBefore<'a>> {
    let target = task.target.as_ref()?;
    result_in_annex(dataset, task, target)
        .map(ResultBefore::Indicator)
        .or_else(|| result_in_text(dataset, task, target).map(ResultBefore::Figure))
}

/// What report after report sets its headline targets for, in their order.
const HEADLINES: [&str; 6] = [
    "地区生产总值",
    "规模以上工业增加值",
    "固定资产投资",
    "一般公共预算收入",
    "社会消费品零售总额",
    "居民人均可支配收入",
];

/// The indicators that are headline targets by their names: growth for which a number is planned, in the usual order.
pub fn growth_targets(dataset: &Dataset) -> Vec<&Indicator> {
    let of = |name: &&str| {
        let is_it = |row: &&Indicator| {
            row.kind == Kind::Growth && row.name.zh.starts_with(name) && row.plan.amount().is_some()
        };
        dataset.indicators.iter().find(is_it)
    };
    HEADLINES.iter().filter_map(of).collect()
}

/// The indicators that a task is about: those that the package names, or else the one of the same name.
pub fn indicators_of<'a>(dataset: &'a Dataset, task: &Task) -> Vec<&'a Indicator> {
    if !task.indicators.is_empty() {
        return task.indicators.iter().filter_map(|id| indicator(dataset, id)).collect();
    }
    let name = plain(&task.text.zh);
    let mut same = dataset.indicators.iter().filter(|row| plain(&row.name.zh) == name);
    // Of two that are called the same, nothing says which is meant.
    same.next().filter(|_| same.next().is_none()).into_iter().collect()
}

/// A name without white space, with brackets of one kind.
fn plain(name: &str) -> String {
    let plain = |character: char| match character {
        '（' => '(',
        '）' => ')',
        other => other,
    };
    name.chars().filter(|character| !character.is_whitespace()).map(plain).collect()
}

/// The row of the one indicator that a task is about. The target's unit must be the row's: growth is the target of
/// retail sales, but the row states their amount.
fn result_in_annex<'a>(dataset: &'a Dataset, task: &Task, target: &Quantity) -> Option<&'a Indicator> {
    let [row] = indicators_of(dataset, task)[..] else {
        return None;
    };
    Some(row).filter(|row| row.unit.zh == target.unit.printed() && row.actual.amount().is_some())
}

/// The result that has the subject, kind and dimension of a figure that states the target. The subject is compared in
/// Chinese only: its English tells what was done from what is to be done.
fn result_in_text<'a>(dataset: &'a Dataset, task: &Task, target: &Quantity) -> Option<&'a Figure> {
    let dimension = target.unit.dimension();
    let measures_that = |figure: &Figure| figure.quantity.unit.dimension() == dimension;
    let own = task.figures.iter().filter_map(|id| figure(dataset, id)).find(|own| measures_that(own))?;
    dataset.figures.iter().find(|other| {
        is_result(dataset, other)
            && measures_that(other)
            && (other.kind, &other.subject.zh) == (own.kind, &own.subject.zh)
    })
}

/// What the text states of one subject for both years.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair<'a> {
    /// The report's year.
    pub actual: &'a Figure,
    /// The plan's year.
    pub plan: &'a Figure,
    /// Plan − actual in the unit of the plan; `None` where each counts something else of the subject, or nothing follows
    /// from the two ([`difference`]).
    pub difference: Option<Difference>,
}

/// Subjects of the text that no row of the annex has, stated for both years: in the order of the plan.
pub fn text_pairs(dataset: &Dataset) -> Vec<Pair<'_>> {
    let of = |year: u16| {
        dataset.figures.iter().filter(move |figure| figure.year == Some(year) && figure.indicator.is_none())
    };
    let mut pairs: Vec<Pair<'_>> = Vec::new();
    for plan in of(dataset.report.plan_year) {
        let is_same = |actual: &&Figure| {
            !actual.nature.is_plan()
                && actual.kind == plan.kind
                && actual.subject.zh == plan.subject.zh
                && actual.quantity.unit.dimension() == plan.quantity.unit.dimension()
        };
        // What is there in both years, such as three leading industries, says nothing by being said twice.
        let is_said_twice =
            |actual: &&Figure| actual.nature == plan.nature && actual.quantity == plan.quantity;
        let found = of(dataset.report.actual_year).find(|actual| is_same(actual) && !is_said_twice(actual));
        if let Some(actual) = found {
            pairs.push(Pair { actual, plan, difference: pair_difference(actual, plan) });
        }
    }
    pairs
}

/// Results of the text that neither the text nor the annex has a target for, although the annex has a row for them.
pub fn without_target(dataset: &Dataset) -> Vec<&Figure> {
    let results = dataset.figures.iter().filter(|figure| is_result(dataset, figure));
    let has_none = |figure: &&Figure| {
        let row = figure.indicator.as_deref().and_then(|id| indicator(dataset, id));
        let is_planned = |other: &Figure| other.nature.is_plan() && other.indicator == figure.indicator;
        row.is_some_and(|row| row.plan.value() == Value::NotSet) && !dataset.figures.iter().any(is_planned)
    };
    results.filter(has_none).collect()
}

fn pair_difference(actual: &Figure, plan: &Figure) -> Option<Difference> {
    let [before, after] = [&actual.quantity, &plan.quantity];
    let scaled = |value: Decimal| value.times_ten_to(before.unit.power() - after.unit.power());
    let is_comparable = actual.scope == plan.scope && before.unit.dimension() == after.unit.dimension();
    let before = is_comparable.then_some(before.amount)?;
    let upper = match before.upper {
        Some(upper) => Some(scaled(upper)?),
        None => None,
    };
    let found = difference(Amount { value: scaled(before.value)?, upper, ..before }, after.amount)?;
    let is_rate = after.unit.dimension() == Dimension::Rate;
    Some(Difference { percent: found.percent.filter(|_| !is_rate), ..found })
}

/// What the report says of a project across both years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// It has a state in both.
    InBoth,
    /// It was left unfinished, and the plan does not name it.
    NotNamedAgain,
    /// Only the list of the plan names it.
    OnlyListed,
}

impl Carried {
    /// All of them, in the order that readers meet them.
    pub const ALL: [Self; 3] = [Self::InBoth, Self::NotNamedAgain, Self::OnlyListed];
}

/// Codes of states in which something is begun and not finished.
const UNFINISHED: [&str; 4] = ["started", "under-way", "main-structure-done", "nearly-done"];

fn is_unfinished(mention: &Mention) -> bool {
    mention.stage_code.as_deref().is_some_and(|code| UNFINISHED.contains(&code))
}

/// The projects of which the report says that, with what it says of each: what was reached, what is planned.
pub fn carried(dataset: &Dataset, which: Carried) -> Vec<(&Project, Vec<&Mention>)> {
    let told = dataset.projects.iter().filter_map(|project| {
        let of = |is_plan: bool| {
            let mut stated = project.mentions.iter().filter(|mention| mention.stage.is_some());
            stated.rfind(|mention| mention.nature.is_plan() == is_plan)
        };
        let is_planned = project.mentions.iter().any(|mention| mention.nature.is_plan())
            || dataset.tasks.iter().any(|task| task.projects.contains(&project.id));
        let (actual, plan) = (of(false), of(true));
        let is_so = match which {
            Carried::InBoth => actual.is_some() && plan.is_some(),
            Carried::NotNamedAgain => plan.is_none() && !is_planned && actual.is_some_and(is_unfinished),
            Carried::OnlyListed => project.location.is_some() && project.mentions.is_empty(),
        };
        is_so.then(|| (project, actual.into_iter().chain(plan).collect()))
    });
    told.collect()
}

/// An indicator's value of the year before, where it follows from a change that the text states.
pub fn value_before<'a>(findings: &'a [Finding], indicator: &Indicator) -> Option<&'a Computed> {
    findings
        .iter()
        .filter(|finding| {
            finding.kind == FindingKind::ImpliedBefore && finding.indicators.contains(&indicator.id)
        })
        .find_map(|finding| finding.computed.as_ref())
}

/// A measure that the district and a level above it both state.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedMeasure<'a> {
    /// The district's row of the annex, where it has one.
    pub indicator: Option<&'a Indicator>,
    /// The district's figures of the text, where the annex has no such row.
    pub figures: Vec<&'a Figure>,
    /// What the levels above state, the nearest first.
    pub above: Vec<&'a Context>,
}

/// Growth and other rates (in %) that the district shares with city or nation: those that most levels state come first.
pub fn shared_measures(dataset: &Dataset) -> Vec<SharedMeasure<'_>> {
    let mut found: Vec<SharedMeasure<'_>> = Vec::new();
    for context in dataset.context.iter().filter(|context| context.unit == "%") {
        let own = context.indicator.as_deref().and_then(|id| indicator(dataset, id));
        // An indicator that the annex states in another unit measures something else.
        let own = own.filter(|own| own.unit.zh == context.unit);
        let figures: Vec<&Figure> = context.figures.iter().filter_map(|id| figure(dataset, id)).collect();
        if own.is_none() && figures.is_empty() {
            continue;
        }
        match found.iter_mut().find(|measure| measure.indicator == own && measure.figures == figures) {
            Some(measure) => measure.above.push(context),
            None => found.push(SharedMeasure { indicator: own, figures, above: vec![context] }),
        }
    }
    plan_lean::sort_by_key(&mut found, |measure| std::cmp::Reverse(measure.above.len()));
    found
}

/// All figures, those that measure the same together, the largest group first.
pub fn by_dimension(dataset: &Dataset) -> Vec<(Dimension, Vec<&Figure>)> {
    let mut found: Vec<(Dimension, Vec<&Figure>)> = Vec::new();
    for figure in &dataset.figures {
        let dimension = figure.quantity.unit.dimension();
        match found.iter_mut().find(|(known, _)| *known == dimension) {
            Some((_, figures)) => figures.push(figure),
            None => found.push((dimension, vec![figure])),
        }
    }
    plan_lean::sort_by_key(&mut found, |(_, figures)| std::cmp::Reverse(figures.len()));
    found
}
