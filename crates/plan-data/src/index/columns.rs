//! What rules most texts out before they are read: in which of them a word may begin.

use super::sets::{Lists, number, ones, set};
use crate::Pinyin;

/// How a word may begin with a character.
#[derive(Clone, Debug)]
pub(super) struct Sign {
    /// The letters that it is or that its readings begin with: one bit each.
    firsts: u64,
    /// The columns of the pairs that its readings begin with.
    begun: Vec<usize>,
    /// The column of the character as it is, and whether it has it for itself.
    pub(super) own: (usize, bool),
}

impl Sign {
    pub(super) fn new(character: char, pinyin: &Pinyin) -> Self {
        let readings = pinyin.readings(character);
        let firsts = readings.iter().filter_map(|reading| reading.first()).chain([&character]);
        let two = |reading: &[char]| Some(pair(letter(*reading.first()?)?, letter(*reading.get(1)?)?));
        Self {
            firsts: firsts.filter_map(|first| letter(*first)).fold(0, |firsts, first| firsts | 1 << first),
            begun: readings.iter().filter_map(|reading| two(reading)).collect(),
            own: (0, false),
        }
    }
}

/// For each way that a word may begin, the runs in which one may begin so: a bit a run. The columns are those of a letter,
/// those of two letters, those of the most frequent characters, and those that all other characters share.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    bits: Vec<u64>,
    /// How many numbers hold the bits of one column.
    pub(super) blocks: usize,
}

pub(super) const LETTERS: usize = 26;
pub(super) const COLUMNS: usize = 1024;
pub(super) const SHARED: usize = 64;

pub(super) fn letter(character: char) -> Option<usize> {
    character.is_ascii_lowercase().then(|| (u32::from(character) - u32::from('a')) as usize)
}

pub(super) fn pair(first: usize, second: usize) -> usize {
    LETTERS + first * LETTERS + second
}

/// The column of the character that so many are more frequent than, and whether it has it for itself.
pub(super) fn own_column(rank: usize) -> (usize, bool) {
    let first = pair(LETTERS, 0);
    let has_own = rank < COLUMNS - SHARED - first;
    (if has_own { first + rank } else { COLUMNS - SHARED + rank % SHARED }, has_own)
}

impl Columns {
    pub(super) fn new(runs: &Lists, signs: &[Sign]) -> Self {
        let blocks = runs.len().div_ceil(64);
        let mut columns = Self { bits: vec![0; COLUMNS * blocks], blocks };
        for run in 0..number(runs.len()) {
            let mut next = 0;
            for sign in runs.of(run).iter().rev().filter_map(|character| signs.get(*character as usize)) {
                for column in sign.begun.iter().chain([&sign.own.0]) {
                    columns.set(*column, run);
                }
                for first in ones(sign.firsts) {
                    columns.set(first as usize, run);
                    for second in ones(next) {
                        columns.set(pair(first as usize, second as usize), run);
                    }
                }
                next = sign.firsts;
            }
        }
        columns
    }

    pub(super) fn set(&mut self, column: usize, run: u32) {
        set(self.bits.get_mut(column * self.blocks..).unwrap_or_default(), run);
    }

    pub(super) fn of(&self, column: usize) -> &[u64] {
        self.bits.get(column * self.blocks..(column + 1) * self.blocks).unwrap_or_default()
    }
}
