//! Which values of facets every project has, and how many projects what is found leaves of each.

use std::cmp::Reverse;
use std::ops::Range;

use plan_lean::{Numbers, hash};

use super::Selection;
use super::sets::{Bits, Lists, number, sorted};
use crate::Dataset;
use crate::facet::{Choice, Facet, Facets, rank};

/// The values of all facets: those of a facet stand together, in their order.
#[derive(Clone, Debug)]
pub(super) struct Values {
    pub(super) names: Vec<String>,
    /// Where the values of each facet end, in the order of [`Facet::ALL`].
    ends: Vec<usize>,
    /// The values that each project holds.
    pub(super) held: Lists,
}

impl Values {
    pub(super) fn new(dataset: &Dataset) -> Self {
        let facets = Facets::new(dataset);
        let mut numbers = Numbers::default();
        // As they are met: the facet, the name, how many projects hold it.
        let mut met: Vec<(u8, String, usize)> = Vec::new();
        let mut held = Lists::default();
        for project in &dataset.projects {
            for (at, facet) in (0_u8..).zip(Facet::ALL) {
                for value in facets.values(project, facet) {
                    let is_it = |(of, name, _): &(u8, String, usize)| *of == at && *name == value;
                    let number = numbers.number(hash(&value).wrapping_add(at.into()), &|number| {
                        met.get(number as usize).is_some_and(is_it)
                    });
                    if number as usize == met.len() {
                        met.push((at, value.into_owned(), 0));
                    }
                    if let Some((_, _, count)) = met.get_mut(number as usize) {
                        *count += 1;
                    }
                    held.items.push(number);
                }
            }
            held.close();
        }
        let key = |value: u32| {
            let (at, name, count) = met.get(value as usize)?;
            Some((*at, rank(*Facet::ALL.get(usize::from(*at))?, name), Reverse(*count)))
        };
        let order = sorted(met.len(), &|one, other| key(one).cmp(&key(other)));
        let mut places = vec![0; order.len()];
        for (value, place) in order.iter().zip(0..) {
            if let Some(at) = places.get_mut(*value as usize) {
                *at = place;
            }
        }
        for value in &mut held.items {
            *value = places.get(*value as usize).copied().unwrap_or_default();
        }
        let ends =
            (0_u8..).zip(Facet::ALL).map(|(at, _)| met.iter().filter(|(of, ..)| *of <= at).count()).collect();
        let name = |value: u32| met.get(value as usize).map(|(_, name, _)| name.clone()).unwrap_or_default();
        Self { names: order.into_iter().map(name).collect(), ends, held }
    }

    pub(super) fn range(&self, facet: Facet) -> Range<usize> {
        let at = Facet::ALL.iter().position(|one| *one == facet).unwrap_or_default();
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_default();
        at.checked_sub(1).map_or(0, end)..end(at)
    }

    /// What the choices leave of the projects that were found. A project counts for a facet where it fails no other.
    pub(super) fn select(&self, found: &Bits, choice: &Choice) -> Selection {
        // One bit a facet: which have choices, and of which a value is chosen.
        let mut wanted = 0_u8;
        let mut chosen = vec![0_u8; self.names.len()];
        for (at, facet) in Facet::ALL.into_iter().enumerate() {
            let bit = if choice.of(facet).is_empty() { 0 } else { 1 << at };
            wanted |= bit;
            let range = self.range(facet);
            let values = self.names.iter().zip(&mut chosen).take(range.end).skip(range.start);
            for (_, is_chosen) in values.filter(|(name, _)| choice.of(facet).contains(name)) {
                *is_chosen = bit;
            }
        }
        let mut left =
            Selection { projects: Bits::none(self.held.len()), len: 0, counts: vec![0; chosen.len()] };
        for project in found.ones() {
            let values = self.held.of(project);
            let of = |value: &u32| chosen.get(*value as usize).copied().unwrap_or_default();
            let failed =
                if wanted == 0 { 0 } else { wanted & !values.iter().fold(0, |bits, value| bits | of(value)) };
            let counted = match failed.count_ones() {
                0 => {
                    left.projects.set(project);
                    left.len += 1;
                    0..u32::MAX
                }
                1 => {
                    let facet = Facet::ALL.get(failed.trailing_zeros() as usize);
                    let range = facet.map(|facet| self.range(*facet)).unwrap_or_default();
                    number(range.start)..number(range.end)
                }
                _ => continue,
            };
            for value in values.iter().filter(|value| counted.contains(value)) {
                if let Some(count) = left.counts.get_mut(*value as usize) {
                    *count += 1;
                }
            }
        }
        left
    }
}
