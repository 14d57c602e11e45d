//! The projects prepared for the page’s filters: which of them a text and choices leave, how many those are of each value, and
//! in which order they stand. Every keystroke asks this, so that nothing is read that cannot be among the answer.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;
use std::iter;
use std::ops::Range;
use std::rc::Rc;

use crate::facet::{Choice, Facet, rank, values};
use crate::pinyin::{START, Spelling, Takes};
use crate::search::fold;
use crate::{Dataset, Pinyin, Project, Query};

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

impl Order {
    /// A short ASCII word for links. Which of the names is meant, the language says.
    pub fn code(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Name | Self::EnglishName => "name",
        }
    }
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
        let values = Values::new(projects);
        Self {
            runs: Runs::new(projects, &pinyin),
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

/// The values of all facets: those of a facet stand together, in their order.
#[derive(Clone, Debug)]
struct Values {
    names: Vec<String>,
    /// Where the values of each facet end, in the order of [`Facet::ALL`].
    ends: Vec<usize>,
    /// The values that each project holds.
    held: Lists,
}

impl Values {
    fn new(projects: &[Project]) -> Self {
        let mut numbers = Facet::ALL.map(|_| HashMap::<Cow<'_, str>, u32>::new());
        // As they are met: the facet, the name, how many projects hold it.
        let mut met: Vec<(usize, String, usize)> = Vec::new();
        let mut held = Lists::default();
        for project in projects {
            for (at, (facet, numbers)) in Facet::ALL.into_iter().zip(&mut numbers).enumerate() {
                for value in values(project, facet) {
                    let number = *numbers.entry(value).or_insert_with_key(|value| {
                        met.push((at, value.clone().into_owned(), 0));
                        number_before(met.len())
                    });
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
            Some((*at, rank(*Facet::ALL.get(*at)?, name), Reverse(*count)))
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
        let ends = (0..Facet::ALL.len()).map(|at| met.iter().filter(|(of, ..)| *of <= at).count()).collect();
        let name = |value: u32| met.get(value as usize).map(|(_, name, _)| name.clone()).unwrap_or_default();
        Self { names: order.into_iter().map(name).collect(), ends, held }
    }

    fn range(&self, facet: Facet) -> Range<usize> {
        let at = Facet::ALL.iter().position(|one| *one == facet).unwrap_or_default();
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_default();
        at.checked_sub(1).map_or(0, end)..end(at)
    }

    /// What the choices leave of the projects that were found. A project counts for a facet where it fails no other.
    fn select(&self, found: &Bits, choice: &Choice) -> Selection {
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

/// The texts that are searched, cut at white space, which no word holds: each run of characters once, as most English words
/// stand in many names.
#[derive(Clone, Debug)]
struct Runs {
    /// The numbers of the characters, folded.
    numbers: HashMap<char, u32>,
    /// By the number of the character.
    signs: Vec<Sign>,
    /// The characters of each run.
    characters: Lists,
    /// The projects that hold each run.
    holders: Lists,
    columns: Columns,
}

/// How a word may begin with a character.
#[derive(Clone, Debug)]
struct Sign {
    /// The letters that it is or that its readings begin with: one bit each.
    firsts: u64,
    /// The columns of the pairs that its readings begin with.
    begun: Vec<usize>,
    /// The column of the character as it is, and whether it has it for itself.
    own: (usize, bool),
}

impl Runs {
    fn new(projects: &[Project], pinyin: &Pinyin) -> Self {
        let mut runs: HashMap<Cow<'_, str>, u32> = HashMap::new();
        let mut numbers = HashMap::new();
        let (mut alphabet, mut frequency): (Vec<char>, Vec<usize>) = Default::default();
        let (mut characters, mut held) = (Lists::default(), Lists::default());
        for project in projects {
            for run in texts(project).into_iter().flat_map(str::split_whitespace) {
                let run = *runs.entry(Cow::Borrowed(run)).or_insert_with(|| {
                    for character in run.chars().map(fold) {
                        let character = *numbers.entry(character).or_insert_with(|| {
                            alphabet.push(character);
                            frequency.push(0);
                            number_before(alphabet.len())
                        });
                        characters.items.push(character);
                        if let Some(count) = frequency.get_mut(character as usize) {
                            *count += 1;
                        }
                    }
                    characters.close();
                    number_before(characters.len())
                });
                held.items.push(run);
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
    fn found(&self, query: &Query, all: &Bits, is_own_table: bool) -> Bits {
        query.words().iter().fold(all.clone(), |left, word| self.narrowed(&left, word, is_own_table))
    }

    /// Those of some projects of which a word stands in a text. The columns know what letters spell by the index’s own table
    /// only; for a word that is spelled by another, all runs are read.
    fn narrowed(&self, left: &Bits, word: &Spelling, is_own_table: bool) -> Bits {
        let mut takes: Vec<Option<&Takes>> = vec![None; self.signs.len()];
        let mut any = Takes::default();
        for (character, its) in word.takes() {
            let number = self.numbers.get(character);
            if let Some(at) = number.and_then(|number| takes.get_mut(*number as usize)) {
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
    fn column(&self, word: &[char]) -> &[u64] {
        let letter_at = |at: usize| word.get(at).and_then(|character| letter(*character));
        let column = match (letter_at(0), letter_at(1)) {
            (Some(first), Some(second)) => Some(pair(first, second)),
            (Some(first), None) => Some(first),
            (None, _) => word.first().and_then(|character| self.sign(*character)).map(|sign| sign.own.0),
        };
        column.map(|column| self.columns.of(column)).unwrap_or_default()
    }

    /// Whether the word stands in all runs of its column.
    fn is_certain(&self, word: &[char]) -> bool {
        match word {
            [one] => letter(*one).is_some() || self.sign(*one).is_some_and(|sign| sign.own.1),
            [first, second] => letter(*first).is_some() && letter(*second).is_some(),
            _ => false,
        }
    }

    fn sign(&self, character: char) -> Option<&Sign> {
        self.signs.get(*self.numbers.get(&character)? as usize)
    }
}

/// What a word needs at one place to be spelled on.
struct Step<'a> {
    /// The runs in which some character begins what follows in the word.
    runs: &'a [u64],
    /// The places that some character reaches from here.
    to: Vec<usize>,
}

/// Reads runs for a word. What follows on what is worked out once: to read on is to look up.
struct Reader<'a> {
    /// What each character takes of the word.
    takes: Vec<Option<&'a Takes>>,
    /// The sets of places of the word that were reached so far: first its start, second its end.
    states: Vec<u128>,
    /// A row for each state: where the row of the state begins that follows on each character.
    next: Vec<u32>,
}

/// What follows was not worked out yet.
const UNKNOWN: u32 = u32::MAX;

/// So many states are kept at once; few words have as many.
const MOST_STATES: usize = 250;

impl<'a> Reader<'a> {
    fn new(takes: Vec<Option<&'a Takes>>, end: u128) -> Self {
        Self { next: vec![UNKNOWN; 2 * takes.len()], takes, states: vec![START, end] }
    }

    fn finds(&mut self, run: &[u32]) -> bool {
        let mut row = 0;
        run.iter().any(|character| {
            let known = self.next.get(row + *character as usize).copied().unwrap_or(UNKNOWN);
            row = if known == UNKNOWN { self.work_out(row, *character as usize) } else { known as usize };
            row == self.takes.len()
        })
    }

    fn work_out(&mut self, row: usize, character: usize) -> usize {
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

impl Sign {
    fn new(character: char, pinyin: &Pinyin) -> Self {
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
struct Columns {
    bits: Vec<u64>,
    /// How many numbers hold the bits of one column.
    blocks: usize,
}

const LETTERS: usize = 26;
const COLUMNS: usize = 1024;
const SHARED: usize = 64;

fn letter(character: char) -> Option<usize> {
    character.is_ascii_lowercase().then(|| (u32::from(character) - u32::from('a')) as usize)
}

fn pair(first: usize, second: usize) -> usize {
    LETTERS + first * LETTERS + second
}

/// The column of the character that so many are more frequent than, and whether it has it for itself.
fn own_column(rank: usize) -> (usize, bool) {
    let first = pair(LETTERS, 0);
    let has_own = rank < COLUMNS - SHARED - first;
    (if has_own { first + rank } else { COLUMNS - SHARED + rank % SHARED }, has_own)
}

impl Columns {
    fn new(runs: &Lists, signs: &[Sign]) -> Self {
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

    fn set(&mut self, column: usize, run: u32) {
        set(self.bits.get_mut(column * self.blocks..).unwrap_or_default(), run);
    }

    fn of(&self, column: usize) -> &[u64] {
        self.bits.get(column * self.blocks..(column + 1) * self.blocks).unwrap_or_default()
    }
}

/// What a query is looked for in.
fn texts(project: &Project) -> [&str; 3] {
    [&project.name.zh, &project.name.en, project.location.as_deref().unwrap_or_default()]
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

/// The numbers up to `count` in an order; equals as they are.
fn sorted(count: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..number(count)).collect();
    order.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    order
}

/// Lists of numbers, one behind the other.
#[derive(Clone, Debug, Default)]
struct Lists {
    items: Vec<u32>,
    /// Where each list ends.
    ends: Vec<usize>,
}

impl Lists {
    /// Ends the list that items were pushed to.
    fn close(&mut self) {
        self.ends.push(self.items.len());
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn of(&self, list: u32) -> &[u32] {
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_default();
        let list = list as usize;
        self.items.get(list.checked_sub(1).map_or(0, end)..end(list)).unwrap_or_default()
    }

    /// For each number below `count` the lists that hold it.
    fn inverted(&self, count: usize) -> Self {
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
struct Bits(Vec<u64>);

impl Bits {
    /// None of so many numbers.
    fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    /// All of so many numbers.
    fn first(count: usize) -> Self {
        let mut all = Self::none(count);
        for one in 0..number(count) {
            all.set(one);
        }
        all
    }

    fn set(&mut self, one: u32) {
        set(&mut self.0, one);
    }

    fn has(&self, one: u32) -> bool {
        self.0.get(one as usize / 64).is_some_and(|block| block >> (one % 64) & 1 == 1)
    }

    fn ones(&self) -> impl Iterator<Item = u32> {
        let blocks = self.0.iter().zip((0_u32..).step_by(64));
        blocks.flat_map(|(block, first)| ones(*block).map(move |at| first + at))
    }
}

fn set(bits: &mut [u64], one: u32) {
    if let Some(block) = bits.get_mut(one as usize / 64) {
        *block |= 1 << (one % 64);
    }
}

/// The places of the bits that are set, from the lowest.
fn ones(mut bits: u64) -> impl Iterator<Item = u32> {
    iter::from_fn(move || {
        let lowest = bits.trailing_zeros();
        let rest = bits.checked_sub(1)? & bits;
        bits = rest;
        Some(lowest)
    })
}

/// A length as a number; there are far fewer than 2³² of anything here.
fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The number of the last of so many.
fn number_before(length: usize) -> u32 {
    number(length).saturating_sub(1)
}
