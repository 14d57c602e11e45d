//! The tasks that the report puts at the head of its plan, beside the results of the year before: for the overview,
//! and for the picture that others show of the page.

use plan_data::questions::{ResultBefore, figure, growth_targets, result_before};
use plan_data::{Dataset, Difference, Indicator, Task, Unit, compare, difference};

use crate::charts::Material;
use crate::texts::Side;

/// The field of these tasks.
const HEADLINE: &str = "headline";

/// A task with its numbers in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline<'a> {
    /// The task; `None` where the indicator alone states the target.
    pub task: Option<&'a Task>,
    /// The row of the annex that has its result.
    pub indicator: Option<&'a Indicator>,
    /// What it is about.
    pub name: String,
    /// Its target; `None` where it is words only, or there is a result only.
    pub target: Option<String>,
    /// The result of the year before, where the report has one that measures the same.
    pub result: Option<String>,
    /// How the target differs from that, where it can be said.
    pub difference: Option<Difference>,
    /// The unit of both, the target as a number, and the result where there is one: what a small drawing needs.
    pub drawn: Option<(Unit, f64, Option<f64>)>,
}

impl<'a> Headline<'a> {
    /// The id of what shows more of it: its indicator, or else the task.
    pub fn item(&self) -> &'a str {
        let of_task = self.task.map_or("", |task| &task.id);
        self.indicator.map_or(of_task, |indicator| &indicator.id)
    }
}

/// All of them, in the order of the text. Where no editor says which tasks they are, the indicators that are so by their names; where
/// none is, the first with a plan, or else with a result.
pub fn headlines<'a>(material: &Material<'a>) -> Vec<Headline<'a>> {
    let tasks = material.dataset.tasks.iter().filter(|task| task.field == HEADLINE);
    let told: Vec<Headline<'a>> = tasks.map(|task| headline(task, material)).collect();
    if told.is_empty() {
        let rows = main_indicators(material.dataset);
        return rows.into_iter().map(|row| of_indicator(row, material)).collect();
    }
    told
}

/// So many indicators stand for a report that does not say which are the main ones.
const FIRST: usize = 6;

fn main_indicators(dataset: &Dataset) -> Vec<&Indicator> {
    let first = |has: fn(&Indicator) -> bool| -> Vec<&Indicator> {
        let whole = dataset.indicators.iter().filter(|row| row.depth == 0 && has(row));
        whole.take(FIRST).collect()
    };
    let named = growth_targets(dataset);
    if !named.is_empty() {
        return named;
    }
    let planned = first(|row| row.plan.amount().is_some());
    if planned.is_empty() { first(|row| row.actual.amount().is_some()) } else { planned }
}

/// The target and the result of an indicator.
fn of_indicator<'a>(indicator: &'a Indicator, material: &Material<'a>) -> Headline<'a> {
    let unit = Unit::try_from(indicator.unit.zh.clone()).ok();
    let actual = indicator.actual.amount();
    // A range has no one place in the small drawing.
    let plan = indicator.plan.amount().filter(|plan| plan.upper.is_none());
    Headline {
        task: None,
        indicator: Some(indicator),
        name: material.indicator_name(indicator),
        target: indicator.plan.amount().map(|_| material.cell(indicator, Side::Plan)),
        result: actual.map(|_| material.cell(indicator, Side::Actual)),
        difference: compare(indicator).difference(),
        drawn: unit
            .zip(plan)
            .map(|(unit, plan)| (unit, plan.value.to_f64(), actual.map(|actual| actual.value.to_f64()))),
    }
}

fn headline<'a>(task: &'a Task, material: &Material<'a>) -> Headline<'a> {
    let target = task.target.as_ref().map(|target| material.quantity(target));
    let before = result_before(material.dataset, task);
    let (indicator, name, result, amount) = match before {
        Some(ResultBefore::Indicator(indicator)) => {
            let name = (material.texts.pick)(&indicator.name).to_owned();
            let result = material.cell(indicator, Side::Actual);
            (Some(indicator), name, Some(result), indicator.actual.amount())
        }
        Some(ResultBefore::Figure(result)) => {
            let amount = Some(result.quantity.amount);
            (None, subject(task, material), Some(material.quantity(&result.quantity)), amount)
        }
        None => (None, subject(task, material), None, None),
    };
    let planned = task.target.as_ref();
    let difference = planned.zip(amount).and_then(|(planned, amount)| difference(amount, planned.amount));
    let drawn = planned.map(|planned| {
        let actual = amount.map(|amount| amount.value.to_f64());
        (planned.unit.clone(), planned.amount.value.to_f64(), actual)
    });
    Headline { task: Some(task), indicator, name, target, result, difference, drawn }
}

/// What the figure of a task that no indicator stands for is about.
fn subject(task: &Task, material: &Material<'_>) -> String {
    let figure = task.figures.first().and_then(|id| figure(material.dataset, id));
    match figure {
        Some(figure) => material.subject(figure),
        None => (material.texts.pick)(&task.text).to_owned(),
    }
}
