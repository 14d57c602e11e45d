//! What projects can be told apart by, and how many of each there are under the other choices.

use std::cmp::Reverse;

use crate::{Dataset, Project, Query};

/// A property that projects are filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Where the report lists it: `land`, the column on land; `text`, the running text. It may be both.
    List,
    /// Its sector (editorial).
    Sector,
    /// The state that it had reached by the end of the report's year; `promised` where the report only has plans for it.
    Stage,
    /// The kind of work (editorial).
    Work,
    /// The places that its location names.
    Place,
}

impl Facet {
    /// All of them, in the order that readers meet them.
    pub const ALL: [Self; 5] = [Self::List, Self::Stage, Self::Sector, Self::Work, Self::Place];

    /// A short ASCII word for links.
    pub fn code(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Sector => "sector",
            Self::Stage => "stage",
            Self::Work => "work",
            Self::Place => "place",
        }
    }
}

/// The value of a project that the report says nothing about.
pub const UNSTATED: &str = "unstated";

/// What is chosen of each facet: any of them will do; nothing chosen means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    list: Vec<String>,
    sector: Vec<String>,
    stage: Vec<String>,
    work: Vec<String>,
    place: Vec<String>,
}

impl Choice {
    /// The values chosen of a facet, in the order of choosing.
    pub fn of(&self, facet: Facet) -> &[String] {
        match facet {
            Facet::List => &self.list,
            Facet::Sector => &self.sector,
            Facet::Stage => &self.stage,
            Facet::Work => &self.work,
            Facet::Place => &self.place,
        }
    }

    /// Replaces the values chosen of a facet.
    pub fn set(&mut self, facet: Facet, values: Vec<String>) {
        *match facet {
            Facet::List => &mut self.list,
            Facet::Sector => &mut self.sector,
            Facet::Stage => &mut self.stage,
            Facet::Work => &mut self.work,
            Facet::Place => &mut self.place,
        } = values;
    }

    /// Chooses a value, or takes the choice back.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        let mut values = self.of(facet).to_vec();
        match values.iter().position(|chosen| chosen == value) {
            Some(at) => drop(values.remove(at)),
            None => values.push(value.to_owned()),
        }
        self.set(facet, values);
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        Facet::ALL.iter().all(|facet| self.of(*facet).is_empty())
    }

    fn allows(&self, project: &Project, facet: Facet) -> bool {
        let chosen = self.of(facet);
        chosen.is_empty() || values(project, facet).iter().any(|value| chosen.iter().any(|c| c == value))
    }
}

/// The values that a project has of a facet; never none.
pub fn values(project: &Project, facet: Facet) -> Vec<&str> {
    let mut values: Vec<&str> = match facet {
        Facet::List => [("land", project.location.is_some()), ("text", !project.mentions.is_empty())]
            .into_iter()
            .filter_map(|(list, holds)| holds.then_some(list))
            .collect(),
        Facet::Sector => vec![&project.sector],
        Facet::Work => vec![project.work.as_str()],
        Facet::Stage => stage(project).into_iter().collect(),
        Facet::Place => project
            .parts
            .iter()
            .flat_map(|part| [Some(&part.place), part.other.as_ref()])
            .flatten()
            .map(String::as_str)
            .collect(),
    };
    // How the table says that the report does not say it.
    values.retain(|value| *value != "unspecified");
    values.sort_unstable();
    values.dedup();
    if values.is_empty() {
        values.push(UNSTATED);
    }
    values
}

/// The last state that was reached, or `promised` where all that the report says of it is still to come.
fn stage(project: &Project) -> Option<&str> {
    let told = || project.mentions.iter().filter(|mention| mention.stage_code.is_some());
    let reached = told().rfind(|mention| !mention.nature.is_plan());
    match reached {
        Some(mention) => mention.stage_code.as_deref(),
        None => told().next().map(|_| "promised"),
    }
}

/// Whether a project is among those looked for; `except` leaves one facet out of account.
pub fn matches(project: &Project, query: &Query, choice: &Choice, except: Option<Facet>) -> bool {
    Facet::ALL.iter().all(|facet| Some(*facet) == except || choice.allows(project, *facet))
        && query.matches(&[
            &project.name.zh,
            &project.name.en,
            project.location.as_deref().unwrap_or_default(),
        ])
}

/// Stages in the order that projects go through them.
const STAGES: [&str; 10] = [
    "promised",
    "planned",
    "applied",
    "approved",
    "started",
    "under-way",
    "main-structure-done",
    "nearly-done",
    "done",
    "in-use",
];

/// Every value of a facet with the number of projects that have it under the text and the choices of the other facets.
/// Stages stand in their order; of the others the most frequent of all projects first, whatever is chosen: a list that is
/// pointed at does not move.
pub fn counts<'a>(
    dataset: &'a Dataset,
    query: &Query,
    choice: &Choice,
    facet: Facet,
) -> Vec<(&'a str, usize)> {
    // Per value: how many there are in all, and how many under the other choices.
    let mut found: Vec<(&str, usize, usize)> = Vec::new();
    for project in &dataset.projects {
        let counts_here = usize::from(matches(project, query, choice, Some(facet)));
        for value in values(project, facet) {
            match found.iter_mut().find(|(known, ..)| *known == value) {
                Some((_, all, here)) => {
                    *all += 1;
                    *here += counts_here;
                }
                None => found.push((value, 1, counts_here)),
            }
        }
    }
    // What is not stated comes last; the sort is stable, so that equals stay in the report's order.
    let step = |value: &str| STAGES.iter().position(|stage| *stage == value);
    found.sort_by_key(|(value, all, _)| (*value == UNSTATED, step(value), Reverse(*all)));
    found.into_iter().map(|(value, _, here)| (value, here)).collect()
}
