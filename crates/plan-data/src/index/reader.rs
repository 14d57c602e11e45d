//! Reads a text for a word, whichever way its characters spell it.

use super::sets::number;
use crate::pinyin::{START, Takes};

/// Reads runs for a word. What follows on what is worked out once: to read on is to look up.
pub(super) struct Reader<'a> {
    /// What each character takes of the word.
    takes: Vec<Option<&'a Takes>>,
    /// The sets of places of the word that were reached so far: first its start, second its end.
    states: Vec<u128>,
    /// A row for each state: where the row of the state begins that follows on each character.
    next: Vec<u32>,
}

/// What follows was not worked out yet.
pub(super) const UNKNOWN: u32 = u32::MAX;

/// So many states are kept at once; few words have as many.
pub(super) const MOST_STATES: usize = 250;

impl<'a> Reader<'a> {
    pub(super) fn new(takes: Vec<Option<&'a Takes>>, end: u128) -> Self {
        Self { next: vec![UNKNOWN; 2 * takes.len()], takes, states: vec![START, end] }
    }

    pub(super) fn finds(&mut self, run: &[u32]) -> bool {
        let mut row = 0;
        run.iter().any(|character| {
            let known = self.next.get(row + *character as usize).copied().unwrap_or(UNKNOWN);
            row = if known == UNKNOWN { self.work_out(row, *character as usize) } else { known as usize };
            row == self.takes.len()
        })
    }

    pub(super) fn work_out(&mut self, row: usize, character: usize) -> usize {
        let width = self.takes.len();
        let before = self.states.get(row / width).copied().unwrap_or_default();
        let end = self.states.get(1).copied().unwrap_or_default();
        let takes = self.takes.get(character).copied().flatten();
        // At every character the word may begin; where it was spelled, nothing else counts.
        let after = takes.map_or(0, |takes| takes.after(before)) | START;
        let after = if after & end == 0 { after } else { end };
        let known = self.states.iter().position(|state| *state == after);
        if known.is_none() && self.states.len() == MOST_STATES {
            // What was worked out is forgotten, and worked out again where it is needed.
            self.states.truncate(2);
            self.next.clear();
        }
        let state = known.unwrap_or(self.states.len());
        if known.is_none() {
            self.states.push(after);
            self.next.resize(self.states.len() * width, UNKNOWN);
        } else if let Some(next) = self.next.get_mut(row + character) {
            *next = number(state * width);
        }
        state * width
    }
}
