//! The projects prepared for the page’s filters: which of them a text and choices leave, how many those are of each value, and
//! in which order they stand. Every keystroke asks this, so that nothing is read that cannot be among the answer.

mod columns;
mod reader;
mod runs;
mod sets;
mod values;

use std::cell::OnceCell;
use std::rc::Rc;

use crate::facet::{Choice, Facet};
use crate::search::fold;
use crate::{Dataset, Pinyin, Project, Query};

use runs::Runs;
use sets::{Bits, number, sorted};
use values::Values;

/// In which order projects stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As in the dataset.
    Report,
    /// By the pinyin of the Chinese name: of each character the first reading; letters and digits before.
    Name,
    /// By the English name, without regard to case.
    EnglishName,
}

/// The projects of a dataset, prepared. They go by their positions in it.
#[derive(Debug)]
pub struct ProjectIndex {
    dataset: Rc<Dataset>,
    pinyin: Rc<Pinyin>,
    runs: Runs,
    values: Values,
    all: Selection,
    in_report: Vec<u32>,
    // Who only looks for projects does not wait for names to be sorted.
    by_name: OnceCell<Vec<u32>>,
    by_english_name: OnceCell<Vec<u32>>,
}

impl ProjectIndex {
    /// Prepares the projects, in some 0.5 kB for each. Queries that spell by the same table (the same `Rc`) are answered
    /// fast; others are answered as well.
    pub fn new(dataset: Rc<Dataset>, pinyin: Rc<Pinyin>) -> Self {
        let projects = &dataset.projects;
        let values = Values::new(&dataset);
        Self {
            runs: Runs::new(&dataset, &pinyin),
            all: values.select(&Bits::first(projects.len()), &Choice::default()),
            values,
            in_report: (0..number(projects.len())).collect(),
            by_name: OnceCell::new(),
            by_english_name: OnceCell::new(),
            dataset,
            pinyin,
        }
    }

    /// The projects that the query matches in their names or their location, and that the choices allow.
    pub fn select(&self, query: &Query, choice: &Choice) -> Selection {
        if query.is_empty() && choice.is_empty() {
            return self.all.clone();
        }
        let found = self.runs.found(query, &self.all.projects, Rc::ptr_eq(query.pinyin(), &self.pinyin));
        self.values.select(&found, choice)
    }

    /// The positions of all projects in an order. Equals stand as in the dataset.
    pub fn order(&self, order: Order) -> &[u32] {
        match order {
            Order::Report => &self.in_report,
            Order::Name => self
                .by_name
                .get_or_init(|| self.sorted_by(&|project| spelled(&project.name.zh, &self.pinyin))),
            Order::EnglishName => self
                .by_english_name
                .get_or_init(|| self.sorted_by(&|project| project.name.en.chars().map(fold).collect())),
        }
    }

    fn sorted_by(&self, key: &dyn Fn(&Project) -> String) -> Vec<u32> {
        let keys: Vec<String> = self.dataset.projects.iter().map(key).collect();
        sorted(keys.len(), &|one, other| keys.get(one as usize).cmp(&keys.get(other as usize)))
    }

    /// The selected projects by value of a facet: the values that any has, as [`Selection::counts`] orders them, with the
    /// positions in the given order. A project of several values stands at each.
    pub fn grouped(&self, selection: &Selection, facet: Facet, order: &[u32]) -> Vec<(&str, Vec<u32>)> {
        let range = self.values.range(facet);
        let names = self.values.names.get(range.clone()).unwrap_or_default();
        let mut groups: Vec<(&str, Vec<u32>)> =
            names.iter().map(|name| (name.as_str(), Vec::new())).collect();
        for project in selection.in_order(order) {
            for value in self.values.held.of(project) {
                let group = (*value as usize).checked_sub(range.start).and_then(|at| groups.get_mut(at));
                if let Some((_, projects)) = group {
                    projects.push(project);
                }
            }
        }
        groups.retain(|(_, projects)| !projects.is_empty());
        groups
    }
}

/// The projects that are left, and how many there are of each value.
#[derive(Clone, Debug)]
pub struct Selection {
    projects: Bits,
    len: usize,
    /// By the number of the value.
    counts: Vec<usize>,
}

impl Selection {
    /// How many projects are left.
    pub fn len(&self) -> usize {
        self.len
    }

    /// True where none is left.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Whether the project at a position of the dataset is left.
    pub fn contains(&self, project: u32) -> bool {
        self.projects.has(project)
    }

    /// The positions of the projects that are left, in the dataset’s order.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.projects.ones()
    }

    /// The positions of the projects that are left, in an order of all.
    pub fn in_order(&self, order: &[u32]) -> impl Iterator<Item = u32> {
        order.iter().copied().filter(|project| self.contains(*project))
    }

    /// Every value of a facet with the number of projects that have it under the text and the choices of the other facets.
    /// Stages and years stand in their order; of the others the most frequent of all projects first, whatever is chosen: a
    /// list that is pointed at does not move. What is not stated stands last.
    pub fn counts<'a>(&self, index: &'a ProjectIndex, facet: Facet) -> Vec<(&'a str, usize)> {
        let range = index.values.range(facet);
        let names = index.values.names.get(range.clone()).unwrap_or_default();
        let counts = self.counts.get(range).unwrap_or_default();
        names.iter().map(String::as_str).zip(counts.iter().copied()).collect()
    }
}

/// A name as it is sorted by: what has a reading comes after ASCII, and a syllable before those that it begins.
fn spelled(name: &str, pinyin: &Pinyin) -> String {
    let mut key = String::new();
    for character in name.chars().map(fold) {
        match pinyin.readings(character).first() {
            Some(syllable) => key.extend(['\x7F'].iter().chain(&**syllable).chain(&['\0'])),
            None => key.push(character),
        }
    }
    key
}
