//! What one search box over everything finds: indicators, projects, places, tasks and figures, the best of each first.

use std::iter;
use std::ops::RangeInclusive;

use crate::facet::{Choice, Facet};
use crate::question::{Question, Term};
use crate::questions::indicator;
use crate::synonym::Meaning;
use crate::{
    Bilingual, Cell, Dataset, Figure, Indicator, NamedPlace, Project, ProjectIndex, Quantity, Query, Task,
    find,
};

/// The sort of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A row of the annex.
    Indicator,
    /// A project.
    Project,
    /// A road, village or other place.
    Place,
    /// A task.
    Task,
    /// A figure of the main text.
    Figure,
}

impl Kind {
    /// All of them, in the order that they are listed.
    pub const ALL: [Self; 5] = [Self::Indicator, Self::Project, Self::Place, Self::Task, Self::Figure];
}

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Record<'a> {
    /// A row of the annex.
    Indicator(&'a Indicator),
    /// A project.
    Project(&'a Project),
    /// A road, village or other place.
    Place(&'a NamedPlace),
    /// A task.
    Task(&'a Task),
    /// A figure of the main text.
    Figure(&'a Figure),
}

impl<'a> Record<'a> {
    /// Its sort.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Indicator(_) => Kind::Indicator,
            Self::Project(_) => Kind::Project,
            Self::Place(_) => Kind::Place,
            Self::Task(_) => Kind::Task,
            Self::Figure(_) => Kind::Figure,
        }
    }

    /// Its id; unique among records of its sort.
    pub fn id(&self) -> &'a str {
        match self {
            Self::Indicator(indicator) => &indicator.id,
            Self::Project(project) => &project.id,
            Self::Place(place) => &place.id,
            Self::Task(task) => &task.id,
            Self::Figure(figure) => &figure.id,
        }
    }

    /// Its name; of a task what is to be done, of a figure what it is about.
    pub fn title(&self) -> &'a Bilingual {
        match self {
            Self::Indicator(indicator) => &indicator.name,
            Self::Project(project) => &project.name,
            Self::Place(place) => &place.name,
            Self::Task(task) => &task.text,
            Self::Figure(figure) => &figure.subject,
        }
    }

    /// How well it answers a question; `None` where it has none of its words. `projects` are those that match the whole text, and
    /// those that match each word.
    fn fit(
        &self,
        dataset: &Dataset,
        question: &Question,
        projects: &Matches,
        position: usize,
    ) -> Option<Fit> {
        if let Some(fit) = self.literal_fit(dataset, &question.literal, projects, position) {
            return Some(fit);
        }
        let all = question.terms.len();
        let met = question.terms.iter().enumerate().filter(|(at, term)| match self {
            Self::Project(_) => {
                projects.terms.get(*at).is_some_and(|found| found.binary_search(&position).is_ok())
            }
            _ => self.meets(dataset, term),
        });
        match all - met.count() {
            0 if question.terms.iter().any(|term| self.is_meant(term)) => Some(Fit::Named),
            0 if all > 0 => Some(Fit::Meant),
            missing if missing < all => Some(Fit::Partly(missing)),
            _ => None,
        }
    }

    /// Whether a word of a question stands in its texts, or means it.
    fn meets(&self, dataset: &Dataset, term: &Term) -> bool {
        self.is_meant(term)
            || term
                .words
                .iter()
                .any(|query| self.literal_fit(dataset, query, &Matches::default(), 0).is_some())
    }

    /// Whether a word of a question means just this.
    fn is_meant(&self, term: &Term) -> bool {
        term.means.iter().any(|meaning| match (meaning, self) {
            (Meaning::Indicator(id), _) => self.id() == id,
            (Meaning::Field(field), Self::Task(task)) => task.field == *field,
            (Meaning::Field(field), Self::Figure(figure)) => figure.field.as_ref() == Some(field),
            (Meaning::Facet(Facet::Sector, sector), Self::Project(project)) => project.sector == *sector,
            _ => false,
        })
    }

    /// How well it has all words of a query; `None` where a word stands in none of the record's texts.
    fn literal_fit(
        &self,
        dataset: &Dataset,
        query: &Query,
        projects: &Matches,
        position: usize,
    ) -> Option<Fit> {
        let title = self.title();
        let fit = fit(query, &title.zh).min(fit(query, &title.en));
        if fit < Fit::Elsewhere {
            return Some(fit);
        }
        let Some(others) = self.other_texts(dataset) else {
            return projects.literal.binary_search(&position).is_ok().then_some(fit);
        };
        let matches = |area: [&str; 2]| {
            let [zh, en] = area;
            query.matches(&[&title.zh, &title.en, &others, zh, en])
        };
        if matches(["", ""]) {
            return Some(fit);
        }
        let Self::Task(task) = self else {
            return None;
        };
        let area = dataset.sections.iter().find(|section| section.id == task.place.section)?;
        matches([&area.heading.zh, &area.heading.en]).then_some(Fit::Area)
    }

    /// What else it is searched by, a text a line: a word holds no line's end, so that it stands in one of them. `None` of
    /// projects, which are given because they match.
    fn other_texts(&self, dataset: &Dataset) -> Option<String> {
        // What further columns say, such as who answers for it.
        let extras =
            |id: &str| -> String { dataset.extras.of(id).flat_map(|extra| [&*extra.text, "\n"]).collect() };
        Some(match self {
            Self::Project(_) => return None,
            Self::Indicator(indicator) => {
                let headings = iter::once(&indicator.category).chain(&indicator.group);
                let words = headings.map(|heading| &heading.name).chain([&indicator.unit]);
                let value = |cell: &Cell| {
                    // People type a number with its unit; the report prints that in a column of its own.
                    let unit = cell.amount().map_or("", |_| &indicator.unit.zh);
                    format!("{}\n", cell.with_unit(unit))
                };
                lines(words) + &value(&indicator.actual) + &value(&indicator.plan) + &extras(&indicator.id)
            }
            Self::Task(task) => {
                let indicators = task.indicators.iter().filter_map(|id| indicator(dataset, id));
                let of_id = |id: &String| dataset.projects.iter().find(|project| project.id == *id);
                let projects = task.projects.iter().filter_map(of_id).map(|project| &project.name);
                let target = task.target.as_ref().map(both_languages).unwrap_or_default();
                lines(indicators.map(|indicator| &indicator.name).chain(projects))
                    + &target
                    + "\n"
                    + &extras(&task.id)
            }
            Self::Place(place) => place.aliases.join("\n"),
            Self::Figure(figure) => format!("{}\n{}", figure.printed, both_languages(&figure.quantity)),
        })
    }
}

/// A quantity as readers of either language see it, a text a line.
fn both_languages(quantity: &Quantity) -> String {
    format!("{quantity}\n{}", quantity.english())
}

/// Words in both languages, a text a line.
fn lines<'a>(words: impl Iterator<Item = &'a Bilingual>) -> String {
    words.flat_map(|words| [&*words.zh, "\n", &*words.en, "\n"]).collect()
}

/// How a record answers a query, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The query is the title.
    Whole,
    /// The title begins with it.
    Begins,
    /// A word of the title begins with it, or a run of characters.
    BeginsRun,
    /// It stands in the title.
    Within,
    /// Other texts are needed.
    Elsewhere,
    /// The heading that the record stands under is needed.
    Area,
    /// A word of the question means it.
    Named,
    /// It has words that those of the question mean.
    Meant,
    /// So many words of the question are missing.
    Partly(usize),
}

/// How a title answers a query.
fn fit(query: &Query, title: &str) -> Fit {
    if !query.matches(&[title]) {
        return Fit::Elsewhere;
    }
    let found = find(query, title);
    // Words are looked for one by one: none of them covers what parts them.
    let blank: usize = title.chars().filter(|c| c.is_whitespace()).map(char::len_utf8).sum();
    if found.iter().map(ExactSizeIterator::len).sum::<usize>() + blank == title.len() {
        Fit::Whole
    } else if found.first().is_some_and(|range| range.start == 0) {
        Fit::Begins
    } else if found.iter().any(|range| begins_run(title, range.start)) {
        Fit::BeginsRun
    } else {
        Fit::Within
    }
}

/// Whether at `start` Latin letters and digits begin, or other characters, or signs.
fn begins_run(title: &str, start: usize) -> bool {
    let sort = |c: char| (is_sign(c), c.is_ascii());
    let (before, after) = title.split_at_checked(start).unwrap_or_default();
    before.chars().next_back().map(sort) != after.chars().next().map(sort)
}

/// What is neither letter nor number, in the blocks that Chinese and English are printed with: the tables of Unicode know
/// all others, too, and are larger.
const SIGNS: [RangeInclusive<char>; 24] = [
    // Beside the letters and digits of ASCII, and of the Latin letters after it.
    '\0'..='/',
    ':'..='@',
    '['..='`',
    '{'..='©',
    '«'..='±',
    '´'..='´',
    '¶'..='¸',
    '»'..='»',
    '¿'..='¿',
    '×'..='×',
    '÷'..='÷',
    // Punctuation, currencies, arrows and mathematics, letters in brackets, boxes and shapes.
    '\u{2000}'..='\u{206F}',
    '\u{20A0}'..='\u{20CF}',
    '\u{2190}'..='\u{245F}',
    '\u{249C}'..='\u{24B5}',
    '\u{2500}'..='\u{2775}',
    '\u{2794}'..='\u{2BFF}',
    // Chinese punctuation, and what is as wide.
    '\u{3000}'..='\u{3004}',
    '\u{3008}'..='\u{3020}',
    '\u{FE30}'..='\u{FE4F}',
    '！'..='／',
    '：'..='＠',
    '［'..='｀',
    '｛'..='･',
];

/// Whether a character is a sign, as far as those of Chinese and English go.
fn is_sign(character: char) -> bool {
    SIGNS.iter().any(|signs| signs.contains(&character))
}

/// The records of a sort that were found.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// The sort.
    pub kind: Kind,
    /// How many there are in all.
    pub total: usize,
    /// The best of them, the best first.
    pub hits: Vec<Record<'a>>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer<'a> {
    /// Sort by sort; sorts without any are left out.
    pub groups: Vec<Group<'a>>,
    /// Whether no record has all words of the question: these have most of them.
    pub is_partial: bool,
}

/// The positions of the projects that match the whole text of a question, and each of its words: an index has them, as there may be
/// very many.
#[derive(Clone, Debug, Default)]
pub struct Matches {
    literal: Vec<usize>,
    terms: Vec<Vec<usize>>,
}

impl Matches {
    /// Those of a question.
    pub fn of(question: &Question, index: &ProjectIndex) -> Self {
        // Nothing to look for would match every project.
        if question.is_empty() {
            return Self::default();
        }
        let positions = |query: &Query, choice: &Choice| -> Vec<usize> {
            let found = index.select(query, choice);
            found.iter().map(|position| position as usize).collect()
        };
        let of_term = |term: &Term| {
            let words = term.words.iter().flat_map(|query| positions(query, &Choice::default()));
            let means = term.means.iter().flat_map(|meaning| match meaning {
                Meaning::Facet(facet, value) => {
                    let mut choice = Choice::default();
                    choice.set(*facet, vec![value.clone()]);
                    positions(&Query::default(), &choice)
                }
                _ => Vec::new(),
            });
            in_order(words.chain(means).collect())
        };
        Self {
            literal: positions(&question.literal, &Choice::default()),
            terms: question.terms.iter().map(of_term).collect(),
        }
    }

    /// Of the whole text these.
    pub fn of_text(positions: impl Iterator<Item = usize>) -> Self {
        Self { literal: in_order(positions.collect()), terms: Vec::new() }
    }

    /// Each of them once, in the dataset's order.
    fn all(&self) -> Vec<usize> {
        in_order(self.terms.iter().flatten().chain(&self.literal).copied().collect())
    }
}

/// Positions in order, each once.
fn in_order(mut positions: Vec<usize>) -> Vec<usize> {
    plan_lean::sort(&mut positions);
    positions.dedup();
    positions
}

/// So many projects are ranked; a question that finds more has not been typed to its end.
const RANKED: usize = 500;

/// What answers a question: at most `limit(kind)` records of each sort. Records that have its whole text come first, then those that
/// other words mean; where none has all words, those that have most of them. The sorts stand in their order, but those that have
/// a record of just that title come before the others. An empty question finds nothing.
pub fn look_up<'a>(
    dataset: &'a Dataset,
    question: &Question,
    projects: &Matches,
    limit: impl Fn(Kind) -> usize,
) -> Answer<'a> {
    if question.is_empty() {
        return Answer { groups: Vec::new(), is_partial: false };
    }
    let mut all = projects.all();
    all.retain(|position| *position < dataset.projects.len());
    let of_projects: Vec<(usize, Record<'a>)> = all
        .iter()
        .take(RANKED)
        .filter_map(|position| Some((*position, Record::Project(dataset.projects.get(*position)?))))
        .collect();
    let records: [Vec<(usize, Record<'a>)>; 5] = [
        dataset.indicators.iter().map(Record::Indicator).enumerate().collect(),
        of_projects,
        dataset.places.iter().map(Record::Place).enumerate().collect(),
        dataset.tasks.iter().map(Record::Task).enumerate().collect(),
        dataset.figures.iter().map(Record::Figure).enumerate().collect(),
    ];
    let ranked = records.map(|records| -> Vec<(Rank, Record<'a>)> {
        let rank = |(place, record): (usize, Record<'a>)| {
            let fit = record.fit(dataset, question, projects, place)?;
            Some(((fit, record.title().zh.chars().count(), place), record))
        };
        records.into_iter().filter_map(rank).collect()
    });
    let best = ranked.iter().flatten().map(|((fit, ..), _)| *fit).min();
    let is_partial = matches!(best, Some(Fit::Partly(_)));
    // What has fewer of the words is of no use where others have all, or more.
    let is_shown = |fit: Fit| match fit {
        Fit::Partly(_) => Some(fit) == best,
        _ => true,
    };
    let unranked = [0, all.len().saturating_sub(RANKED), 0, 0, 0];
    let (mut groups, mut others) = (Vec::new(), Vec::new());
    for ((kind, mut ranked), unranked) in Kind::ALL.into_iter().zip(ranked).zip(unranked) {
        ranked.retain(|((fit, ..), _)| is_shown(*fit));
        if let Some(((best, ..), _)) = next(&ranked, None) {
            let group = Group { kind, total: ranked.len() + unranked, hits: first(&ranked, limit(kind)) };
            // Figures are named after what they measure: an indicator of that name says more.
            let comes_first = *best == Fit::Whole && kind != Kind::Figure;
            if comes_first { &mut groups } else { &mut others }.push(group);
        }
    }
    groups.append(&mut others);
    Answer { groups, is_partial }
}

/// How well a record fits, how long its title is, and its place in the report: what is less comes first.
type Rank = (Fit, usize, usize);

/// The first records in the order of their ranks. They are few, and chosen one by one without sorting all.
fn first<'a>(ranked: &[(Rank, Record<'a>)], limit: usize) -> Vec<Record<'a>> {
    iter::successors(next(ranked, None), |(rank, _)| next(ranked, Some(*rank)))
        .map(|(_, record)| *record)
        .take(limit)
        .collect()
}

/// The record that follows a rank, or the first of all.
fn next<'a, 'b>(ranked: &'b [(Rank, Record<'a>)], last: Option<Rank>) -> Option<&'b (Rank, Record<'a>)> {
    ranked.iter().filter(|(rank, _)| Some(*rank) > last).min_by_key(|(rank, _)| *rank)
}

#[cfg(test)]
mod tests {
    use super::is_sign;

    #[test]
    fn signs_are_what_unicode_calls_neither_letter_nor_number() {
        let blocks =
            ['\0'..='\u{24F}', '\u{2000}'..='\u{206F}', '\u{20A0}'..='\u{20C1}', '\u{2190}'..='\u{245F}'];
        let shapes = ['\u{2460}'..='\u{24FF}', '\u{2500}'..='\u{2BFF}', '\u{3000}'..='\u{3020}'];
        let chinese = [
            '\u{3041}'..='\u{3096}',
            '\u{4E00}'..='\u{9FFF}',
            '\u{FE30}'..='\u{FE4F}',
            '\u{FF01}'..='\u{FF65}',
        ];
        for character in blocks.into_iter().chain(shapes).chain(chinese).flatten() {
            assert_eq!(is_sign(character), !character.is_alphanumeric(), "{character} {character:?}");
        }
    }
}
