//! What indicators of the annex can be told apart by, and how many of each there are under the other choices.

use crate::{Cell, Comparison, Dataset, Indicator, Kind, Stand, Value, compare};

/// A property that indicators are filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndicatorFacet {
    /// The main heading that it stands under: its ordinal in the annex, from 1.
    Group,
    /// What sort of quantity it is (editorial).
    Kind,
    /// What its target is: `number`, `qualitative`, `assigned` or `none`.
    Target,
    /// How its plan compares with its result: `above`, `same`, `below`, `met`, or `not-comparable`.
    State,
}

impl IndicatorFacet {
    /// All of them, in the order that readers meet them.
    pub const ALL: [Self; 4] = [Self::Group, Self::Kind, Self::Target, Self::State];

    /// A short ASCII word for links.
    pub fn code(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Kind => "kind",
            Self::Target => "target",
            Self::State => "state",
        }
    }
}

/// What is chosen: one value of a facet, or all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndicatorChoice([Option<String>; 4]);

impl IndicatorChoice {
    /// The value chosen of a facet.
    pub fn of(&self, facet: IndicatorFacet) -> Option<&str> {
        self.0.get(facet as usize)?.as_deref()
    }

    /// Chooses a value; `None` chooses all.
    pub fn set(&mut self, facet: IndicatorFacet, value: Option<String>) {
        if let Some(chosen) = self.0.get_mut(facet as usize) {
            *chosen = value;
        }
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The value that an indicator has of a facet.
pub fn indicator_value(dataset: &Dataset, indicator: &Indicator, facet: IndicatorFacet) -> String {
    match facet {
        IndicatorFacet::Group => {
            let mut groups = dataset.indicators.chunk_by(|row, next| row.category == next.category);
            let is_its = |rows: &[Indicator]| rows.iter().any(|row| row.category == indicator.category);
            groups.position(is_its).map_or(0, |at| at + 1).to_string()
        }
        IndicatorFacet::Kind => {
            Kind::ALL.iter().find(|(_, kind)| *kind == indicator.kind).map_or("", |(word, _)| word).to_owned()
        }
        IndicatorFacet::Target => target(&indicator.plan).to_owned(),
        IndicatorFacet::State => match compare(indicator) {
            Comparison::Points(difference) | Comparison::Amount(difference) => {
                let stand = difference.stand();
                Stand::ALL.iter().find(|(_, one)| *one == stand).map_or("", |(word, _)| word)
            }
            Comparison::NotComparable(_) => "not-comparable",
        }
        .to_owned(),
    }
}

fn target(plan: &Cell) -> &'static str {
    match plan.value() {
        Value::Number(_) => "number",
        Value::SteadyGrowth | Value::StableGrowth | Value::Words => "qualitative",
        Value::AssignedByCity => "assigned",
        Value::NotSet | Value::NotCollected => "none",
    }
}

/// The indicators that have every value chosen, in the annex's order; `except` leaves one facet out of account.
pub fn indicators_with<'a>(
    dataset: &'a Dataset,
    choice: &IndicatorChoice,
    except: Option<IndicatorFacet>,
) -> Vec<&'a Indicator> {
    let is_chosen = |indicator: &&Indicator| {
        IndicatorFacet::ALL.into_iter().filter(|facet| Some(*facet) != except).all(|facet| {
            choice.of(facet).is_none_or(|value| indicator_value(dataset, indicator, facet) == value)
        })
    };
    dataset.indicators.iter().filter(is_chosen).collect()
}

/// Every value of a facet, in the order of the annex, with the number of indicators that have it under the other choices.
pub fn indicator_counts(
    dataset: &Dataset,
    choice: &IndicatorChoice,
    facet: IndicatorFacet,
) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for indicator in &dataset.indicators {
        let value = indicator_value(dataset, indicator, facet);
        if counts.iter().all(|(known, _)| *known != value) {
            counts.push((value, 0));
        }
    }
    for indicator in indicators_with(dataset, choice, Some(facet)) {
        let value = indicator_value(dataset, indicator, facet);
        if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == value) {
            *count += 1;
        }
    }
    counts
}
