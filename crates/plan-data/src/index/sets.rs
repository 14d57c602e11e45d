//! Sets, lists and orders of numbers, compact.

use std::cmp::Ordering;
use std::iter;

/// Lists of numbers, one behind the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    pub(super) items: Vec<u32>,
    /// Where each list ends.
    ends: Vec<usize>,
}

impl Lists {
    /// Ends the list that items were pushed to.
    pub(super) fn close(&mut self) {
        self.ends.push(self.items.len());
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn of(&self, list: u32) -> &[u32] {
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_default();
        let list = list as usize;
        self.items.get(list.checked_sub(1).map_or(0, end)..end(list)).unwrap_or_default()
    }

    /// For each number below `count` the lists that hold it.
    pub(super) fn inverted(&self, count: usize) -> Self {
        let mut lists = vec![Vec::new(); count];
        for list in 0..number(self.len()) {
            for item in self.of(list) {
                if let Some(of_item) = lists.get_mut(*item as usize) {
                    of_item.push(list);
                }
            }
        }
        let mut inverted = Self::default();
        for list in lists {
            inverted.items.extend(list);
            inverted.close();
        }
        inverted
    }
}

/// A set of numbers: one bit each.
#[derive(Clone, Debug)]
pub(super) struct Bits(pub(super) Vec<u64>);

impl Bits {
    /// None of so many numbers.
    pub(super) fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    /// All of so many numbers.
    pub(super) fn first(count: usize) -> Self {
        let mut all = Self::none(count);
        for one in 0..number(count) {
            all.set(one);
        }
        all
    }

    pub(super) fn set(&mut self, one: u32) {
        set(&mut self.0, one);
    }

    pub(super) fn has(&self, one: u32) -> bool {
        self.0.get(one as usize / 64).is_some_and(|block| block >> (one % 64) & 1 == 1)
    }

    pub(super) fn ones(&self) -> impl Iterator<Item = u32> {
        let blocks = self.0.iter().zip((0_u32..).step_by(64));
        blocks.flat_map(|(block, first)| ones(*block).map(move |at| first + at))
    }
}

pub(super) fn set(bits: &mut [u64], one: u32) {
    if let Some(block) = bits.get_mut(one as usize / 64) {
        *block |= 1 << (one % 64);
    }
}

/// The places of the bits that are set, from the lowest.
pub(super) fn ones(mut bits: u64) -> impl Iterator<Item = u32> {
    iter::from_fn(move || {
        let lowest = bits.trailing_zeros();
        let rest = bits.checked_sub(1)? & bits;
        bits = rest;
        Some(lowest)
    })
}

/// A length as a number; there are far fewer than 2³² of anything here.
pub(super) fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The number of the last of so many.
pub(super) fn number_before(length: usize) -> u32 {
    number(length).saturating_sub(1)
}

/// The numbers up to `count` in an order; equals as they are.
pub(super) fn sorted(count: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    plan_lean::order(count, &|one, other| compare(number(one), number(other)))
        .into_iter()
        .map(number)
        .collect()
}
