//! Sorting. A sort of the standard library is some 5 kB for each type and order that it is called with; here only the comparison
//! and the swaps are.

use std::cmp::Ordering;

/// The positions below `count` in the order that `compare` gives them; equals stay as they are.
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    let mut width = 1;
    while width < count {
        for both in sorted.chunks(width.saturating_mul(2)) {
            let (mut left, mut right) = both.split_at(width.min(both.len()));
            while let (Some((one, more)), Some((other, others))) = (left.split_first(), right.split_first()) {
                if compare(*one, *other) == Ordering::Greater {
                    merged.push(*other);
                    right = others;
                } else {
                    merged.push(*one);
                    left = more;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut sorted, &mut merged);
        merged.clear();
        width *= 2;
    }
    sorted
}

/// Sorts; equals stay as they are.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts by what `key` gives for each item; equals stay as they are.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// Sorts by a comparison; equals stay as they are.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let sorted = order(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    for (one, other) in swaps(sorted) {
        items.swap(one, other);
    }
}

/// What to swap with what, one after another, so that everywhere stands what an order has there.
fn swaps(mut order: Vec<usize>) -> Vec<(usize, usize)> {
    let mut swaps = Vec::new();
    for first in 0..order.len() {
        let mut at = first;
        // Each place takes from the next of its circle, until what stood at the first is where it belongs.
        while let Some(from) = order.get_mut(at).map(|from| std::mem::replace(from, at))
            && from != first
        {
            swaps.push((at, from));
            at = from;
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items in vec((0_u8..20, any::<u16>()), 0..200)) {
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            let mut sorted = items.clone();
            sort_by_key(&mut sorted, |(key, _)| *key);
            prop_assert_eq!(&sorted, &expected);
            expected.sort_unstable();
            sort(&mut sorted);
            prop_assert_eq!(&sorted, &expected);
            let positions = order(items.len(), &|one, other| items[one].cmp(&items[other]));
            prop_assert_eq!(positions.into_iter().map(|at| items[at]).collect::<Vec<_>>(), expected);
        }
    }
}
