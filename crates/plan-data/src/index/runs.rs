//! The texts of projects, cut into runs, and which projects hold what a word stands in.

use plan_lean::{Numbers, hash};

use super::columns::{Columns, Sign, letter, own_column, pair};
use super::reader::Reader;
use super::sets::{self, Bits, Lists, number_before, ones, sorted};
use crate::pinyin::{Spelling, Takes};
use crate::search::fold;
use crate::{Dataset, Pinyin, Project, Query};

/// The texts that are searched, cut at white space, which no word holds: each run of characters once, as most English words
/// stand in many names.
#[derive(Clone, Debug)]
pub(super) struct Runs {
    /// The characters, folded, with their numbers.
    numbers: Vec<(char, u32)>,
    /// By the number of the character.
    signs: Vec<Sign>,
    /// The characters of each run.
    characters: Lists,
    /// The projects that hold each run.
    holders: Lists,
    columns: Columns,
}

impl Runs {
    pub(super) fn new(dataset: &Dataset, pinyin: &Pinyin) -> Self {
        let (mut runs, mut met): (Numbers, Vec<&str>) = Default::default();
        let mut numbers: Vec<(char, u32)> = Vec::new();
        let (mut alphabet, mut frequency): (Vec<char>, Vec<usize>) = Default::default();
        let (mut characters, mut held) = (Lists::default(), Lists::default());
        for project in &dataset.projects {
            let extras = dataset.extras.of(&project.id).map(|extra| extra.text.as_str());
            for run in texts(project).into_iter().chain(extras).flat_map(str::split_whitespace) {
                let number = runs.number(hash(run), &|number| met.get(number as usize) == Some(&run));
                held.items.push(number);
                if (number as usize) < met.len() {
                    continue;
                }
                met.push(run);
                for character in run.chars().map(fold) {
                    let number = number_of(&numbers, character).unwrap_or_else(|at| {
                        numbers.insert(at, (character, sets::number(alphabet.len())));
                        alphabet.push(character);
                        frequency.push(0);
                        number_before(alphabet.len())
                    });
                    characters.items.push(number);
                    if let Some(count) = frequency.get_mut(number as usize) {
                        *count += 1;
                    }
                }
                characters.close();
            }
            held.close();
        }
        let mut signs: Vec<Sign> = alphabet.iter().map(|one| Sign::new(*one, pinyin)).collect();
        let by_frequency = sorted(signs.len(), &|one, other| {
            frequency.get(other as usize).cmp(&frequency.get(one as usize))
        });
        for (rank, character) in by_frequency.into_iter().enumerate() {
            if let Some(sign) = signs.get_mut(character as usize) {
                sign.own = own_column(rank);
            }
        }
        let columns = Columns::new(&characters, &signs);
        let holders = held.inverted(characters.len());
        Self { numbers, signs, characters, holders, columns }
    }

    /// The projects of which every word of the query stands in a text.
    pub(super) fn found(&self, query: &Query, all: &Bits, is_own_table: bool) -> Bits {
        query.words().iter().fold(all.clone(), |left, word| self.narrowed(&left, word, is_own_table))
    }

    /// Those of some projects of which a word stands in a text. The columns know what letters spell by the index’s own table
    /// only; for a word that is spelled by another, all runs are read.
    pub(super) fn narrowed(&self, left: &Bits, word: &Spelling, is_own_table: bool) -> Bits {
        let mut takes: Vec<Option<&Takes>> = vec![None; self.signs.len()];
        let mut any = Takes::default();
        for (character, its) in word.takes() {
            let number = number_of(&self.numbers, *character).ok();
            if let Some(at) = number.and_then(|number| takes.get_mut(number as usize)) {
                *at = Some(its);
                any = any.or(its);
            }
        }
        let mut reader = Reader::new(takes, word.end());
        let mut steps: Vec<Step<'_>> = Vec::new();
        if is_own_table {
            steps.extend((0..word.word().len()).map(|at| Step {
                runs: self.column(word.word().get(at..).unwrap_or_default()),
                to: (at..=word.word().len()).filter(|to| any.after(1 << at) >> to & 1 == 1).collect(),
            }));
        }
        let is_certain = is_own_table && self.is_certain(word.word());
        let mut found = Bits(vec![0; left.0.len()]);
        // In which runs of a block the word may be spelled on from each place in it; its end is reached anywhere.
        let mut from = vec![u64::MAX; steps.len() + 1];
        for (block, first) in (0..self.columns.blocks).zip((0_u32..).step_by(64)) {
            for (at, step) in steps.iter().enumerate().rev() {
                let on = step.to.iter().fold(0, |on, to| on | from.get(*to).copied().unwrap_or_default());
                if let Some(here) = from.get_mut(at) {
                    *here = on & step.runs.get(block).copied().unwrap_or_default();
                }
            }
            for run in ones(from.first().copied().unwrap_or_default()).map(|at| first + at) {
                let holders = self.holders.of(run);
                let is_asked = holders.iter().any(|project| left.has(*project) && !found.has(*project));
                if is_asked && (is_certain || reader.finds(self.characters.of(run))) {
                    for project in holders.iter().filter(|project| left.has(**project)) {
                        found.set(*project);
                    }
                }
            }
        }
        found
    }

    /// The runs in which a word may begin that begins so.
    pub(super) fn column(&self, word: &[char]) -> &[u64] {
        let letter_at = |at: usize| word.get(at).and_then(|character| letter(*character));
        let column = match (letter_at(0), letter_at(1)) {
            (Some(first), Some(second)) => Some(pair(first, second)),
            (Some(first), None) => Some(first),
            (None, _) => word.first().and_then(|character| self.sign(*character)).map(|sign| sign.own.0),
        };
        column.map(|column| self.columns.of(column)).unwrap_or_default()
    }

    /// Whether the word stands in all runs of its column.
    pub(super) fn is_certain(&self, word: &[char]) -> bool {
        match word {
            [one] => letter(*one).is_some() || self.sign(*one).is_some_and(|sign| sign.own.1),
            [first, second] => letter(*first).is_some() && letter(*second).is_some(),
            _ => false,
        }
    }

    pub(super) fn sign(&self, character: char) -> Option<&Sign> {
        self.signs.get(number_of(&self.numbers, character).ok()? as usize)
    }
}

/// The number of a character, or where it would stand among those that have one.
fn number_of(numbers: &[(char, u32)], character: char) -> Result<u32, usize> {
    let at = numbers.binary_search_by_key(&character, |(one, _)| *one)?;
    numbers.get(at).map(|(_, number)| *number).ok_or(at)
}

/// What a word needs at one place to be spelled on.
struct Step<'a> {
    /// The runs in which some character begins what follows in the word.
    runs: &'a [u64],
    /// The places that some character reaches from here.
    to: Vec<usize>,
}

/// What a query is looked for in.
fn texts(project: &Project) -> [&str; 4] {
    let [zh, en] = project.location.as_ref().map_or([""; 2], |location| [&location.zh, &location.en]);
    [&project.name.zh, &project.name.en, zh, en]
}
