//! Numbers for what is met, in the order in which it is met first: a hash table that knows nothing of what it numbers.

/// Numbers that are given out, by hash.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    /// Each number stands at the first place from its hash on that was free; more than half of the places are. Their count
    /// is a power of two.
    places: Vec<Option<u32>>,
    /// The hash of each number.
    hashes: Vec<u32>,
}

impl Numbers {
    /// The number of what has this hash and of which `is` says so; the next number where none is it.
    pub fn number(&mut self, hash: u32, is: &dyn Fn(u32) -> bool) -> u32 {
        if self.places.len() <= 2 * self.hashes.len() {
            self.places = vec![None; 16.max(4 * self.hashes.len().next_power_of_two())];
            for (number, known) in (0..).zip(&self.hashes) {
                take(&mut self.places, *known, number, &|_| false);
            }
        }
        let next = u32::try_from(self.hashes.len()).unwrap_or(u32::MAX);
        let hashes = &self.hashes;
        let has_it = |number: u32| hashes.get(number as usize) == Some(&hash) && is(number);
        let number = take(&mut self.places, hash, next, &has_it);
        if number == next {
            self.hashes.push(hash);
        }
        number
    }
}

/// The number that `is` is true of, or `next`, which takes the first free place from the hash on.
fn take(places: &mut [Option<u32>], hash: u32, next: u32, is: &dyn Fn(u32) -> bool) -> u32 {
    let mask = places.len().wrapping_sub(1);
    let mut at = hash as usize & mask;
    while let Some(place) = places.get_mut(at) {
        match *place {
            Some(number) if is(number) => return number,
            Some(_) => at = (at + 1) & mask,
            None => {
                *place = Some(next);
                break;
            }
        }
    }
    next
}

/// A hash of a text (FNV-1a). Who can choose the texts can make it slow; it is for data that the page comes with.
pub fn hash(text: &str) -> u32 {
    let hash =
        text.bytes().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    // The places go by the lowest bits, which know too little of the last bytes.
    hash ^ hash >> 15
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn each_has_a_number_of_its_own(texts in vec("[ab魏]{0,3}", 0..300), same_hash: bool) {
            let mut numbers = Numbers::default();
            let mut met: Vec<&str> = Vec::new();
            for text in &texts {
                let hash = if same_hash { 7 } else { hash(text) };
                let number = numbers.number(hash, &|number| met[number as usize] == text) as usize;
                let expected = met.iter().position(|known| known == text).unwrap_or(met.len());
                prop_assert_eq!(number, expected);
                if number == met.len() {
                    met.push(text);
                }
            }
        }
    }
}
