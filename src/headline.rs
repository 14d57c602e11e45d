//! The tasks that the report puts at the head of its plan, beside the results of the year before: for the overview,
//! and for the picture that others show of the page.

use plan_data::questions::{ResultBefore, figure, result_before};
use plan_data::{Dataset, Difference, Indicator, Task, Unit, difference};

use crate::charts::Material;
use crate::texts::Side;

/// The field of these tasks.
const HEADLINE: &str = "headline";

/// A task with its numbers in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline<'a> {
    /// The task.
    pub task: &'a Task,
    /// The row of the annex that has its result.
    pub indicator: Option<&'a Indicator>,
    /// What it is about.
    pub name: String,
    /// Its target; `None` where it is words only.
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
        self.indicator.map_or(&self.task.id, |indicator| &indicator.id)
    }
}

/// Whether there are any.
pub fn has_headlines(dataset: &Dataset) -> bool {
    dataset.tasks.iter().any(|task| task.field == HEADLINE)
}

/// All of them, in the order of the text.
pub fn headlines<'a>(material: &Material<'a>) -> Vec<Headline<'a>> {
    let tasks = material.dataset.tasks.iter().filter(|task| task.field == HEADLINE);
    tasks.map(|task| headline(task, material)).collect()
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
    Headline { task, indicator, name, target, result, difference, drawn }
}

/// What the figure of a task that no indicator stands for is about.
fn subject(task: &Task, material: &Material<'_>) -> String {
    let figure = task.figures.first().and_then(|id| figure(material.dataset, id));
    match figure {
        Some(figure) => material.subject(figure),
        None => (material.texts.pick)(&task.text).to_owned(),
    }
}
