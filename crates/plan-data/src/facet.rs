//! What projects can be told apart by; [`ProjectIndex`](crate::ProjectIndex) filters and counts by it.

use std::borrow::Cow;
use std::iter::once;

use crate::{Dataset, Project};

/// A property that projects are filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Where the report lists it: `land`, the box of projects; `text`, the main text. It may be both.
    List,
    /// Its sector (editorial).
    Sector,
    /// The state that it had reached by the end of the report's year; `promised` where the report only has plans for it.
    Stage,
    /// The kind of work (editorial).
    Work,
    /// The years that the text tells something of it for: reached, or planned.
    Year,
    /// The places that its location names.
    Place,
}

impl Facet {
    /// All of them, in the order that readers meet them.
    pub const ALL: [Self; 6] = [Self::List, Self::Stage, Self::Year, Self::Sector, Self::Work, Self::Place];

    /// A short ASCII word for links.
    pub fn code(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Sector => "sector",
            Self::Stage => "stage",
            Self::Work => "work",
            Self::Year => "year",
            Self::Place => "place",
        }
    }
}

/// The value of a project that the report says nothing about.
pub const UNSTATED: &str = "unstated";

/// The list of the report that gives projects their location, as a value of [`Facet::List`].
pub const LAND: &str = "land";

/// What is chosen of each facet: any of them will do; nothing chosen means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    list: Vec<String>,
    sector: Vec<String>,
    stage: Vec<String>,
    work: Vec<String>,
    year: Vec<String>,
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
            Facet::Year => &self.year,
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
            Facet::Year => &mut self.year,
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
}

/// So many different words for how far projects are can be chosen from.
const FEW: usize = 12;

/// What a dataset says of its projects, as values of facets.
#[derive(Clone, Debug, Default)]
pub struct Facets<'a> {
    /// The ids of projects with the words of a column for how far they are; none where these are too different to be chosen from.
    progress: Vec<(&'a str, &'a str)>,
}

impl<'a> Facets<'a> {
    /// Those of a dataset.
    pub fn new(dataset: &'a Dataset) -> Self {
        let of = |project: &'a Project| Some((project.id.as_str(), dataset.progress(project)?));
        let mut progress: Vec<(&str, &str)> = Vec::new();
        if !dataset.extras.is_empty() {
            progress.extend(dataset.projects.iter().filter_map(of));
        }
        let mut different: Vec<&str> = progress.iter().map(|(_, words)| *words).collect();
        plan_lean::sort(&mut different);
        different.dedup();
        // Where each project has words of its own, to choose some is to choose it.
        if different.len() > FEW || different.len() == progress.len() {
            progress.clear();
        }
        Self { progress }
    }

    /// The values that a project has of a facet; never none.
    pub fn values<'b>(&self, project: &'b Project, facet: Facet) -> Vec<Cow<'b, str>>
    where
        'a: 'b,
    {
        let stated = values(project, facet);
        let is_unstated = stated.iter().all(|value| value == UNSTATED);
        let progress = self.progress.iter().find(|(id, _)| facet == Facet::Stage && *id == project.id);
        match progress {
            Some((_, words)) if is_unstated => vec![Cow::Borrowed(*words)],
            _ => stated,
        }
    }
}

/// The values that a project itself has of a facet; never none.
fn values(project: &Project, facet: Facet) -> Vec<Cow<'_, str>> {
    let mut values: Vec<Cow<'_, str>> = match facet {
        Facet::List => [(LAND, project.location.is_some()), ("text", !project.mentions.is_empty())]
            .into_iter()
            .filter_map(|(list, holds)| holds.then_some(list.into()))
            .collect(),
        Facet::Sector => vec![project.sector.as_str().into()],
        Facet::Work => vec![project.work.as_str().into()],
        Facet::Stage => stage(project).into_iter().map(Cow::from).collect(),
        Facet::Year => {
            project.mentions.iter().filter_map(|mention| Some(mention.year?.to_string().into())).collect()
        }
        Facet::Place => project
            .parts
            .iter()
            .flat_map(|part| [Some(&part.place), part.other.as_ref()])
            .flatten()
            .map(|place| place.as_str().into())
            .collect(),
    };
    // How the table says that the report does not say it.
    values.retain(|value| !value.is_empty() && *value != "unspecified");
    plan_lean::sort(&mut values);
    values.dedup();
    if values.is_empty() {
        values.push(UNSTATED.into());
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

/// Stages in the order that projects go through them, as packages have them.
pub const STAGES: [&str; 9] = [
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

/// Where a value stands among those of its facet, before how frequent it is counts: what is not stated comes last, stages
/// stand in the order that projects go through them, years in their own.
pub(crate) fn rank(facet: Facet, value: &str) -> (bool, Option<usize>) {
    let step = match facet {
        Facet::Year => value.parse().ok(),
        Facet::List | Facet::Sector | Facet::Stage | Facet::Work | Facet::Place => {
            once("promised").chain(STAGES).position(|stage| stage == value)
        }
    };
    (value == UNSTATED, step)
}
