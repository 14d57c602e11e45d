//! Proves a dataset against the text of the report that it was taken from: each printed value, name and location must
//! stand in the paragraph that it cites; and tells which numbers of the text no row covers.
//! White space and markup of the text carry no meaning.

mod text;

use std::fmt;
use std::ops::Range;

use serde::Serialize;

pub use text::{AnnexLine, ReportText, TextParagraph, TextSection};

use crate::{Dataset, Place, Section};
use text::squeezed;

/// Something that the dataset says and the text does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unproved {
    /// Which row: table and id.
    pub row: String,
    /// Where the text was looked at.
    pub place: String,
    /// What should stand there.
    pub wanted: String,
}

impl fmt::Display for Unproved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: “{}” does not stand in {}", self.row, self.wanted, self.place)
    }
}

/// A number of the text that no row covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Uncovered {
    /// Where it stands.
    pub place: Place,
    /// The number with a few characters around it.
    pub around: String,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Proof {
    /// How many statements were looked up.
    pub looked_up: usize,
    /// Those that do not stand where they should.
    pub unproved: Vec<Unproved>,
    /// How many numbers in Arabic digits the main text has.
    pub numbers: usize,
    /// How many of them figures cover.
    pub in_figures: usize,
    /// Those that neither a figure nor an omission covers.
    pub uncovered: Vec<Uncovered>,
}

/// What sort of statement words of the dataset are. Where two overlap in the text, the former is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Words {
    /// A figure as printed.
    Figure,
    /// The target of a task that cites no figure.
    Target,
    /// A run-in heading.
    Heading,
    /// The name of a project.
    Project,
    /// The state of a project.
    Stage,
    /// What is planned in words.
    Stated,
    /// A number that is no figure, with words around it.
    Omission,
}

/// Words of the dataset where they stand in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// What they are.
    pub words: Words,
    /// The id of the figure, project or task; empty for all else.
    pub id: &'a str,
    /// The paragraph.
    pub place: Place,
    /// The bytes of the paragraph’s words.
    pub at: Range<usize>,
}

/// Where the text says what the dataset says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Located<'a> {
    /// Whether it does everywhere.
    pub proof: Proof,
    /// The words that were found, each figure at a place of its own where there is one.
    pub found: Vec<Found<'a>>,
    /// The id of each indicator with the line of the annex that it is.
    pub rows: Vec<(&'a str, usize)>,
}

struct Prover<'a> {
    text: &'a ReportText,
    located: Located<'a>,
}

impl<'a> Prover<'a> {
    /// Looks `wanted` up, the words of a `row`. A quotation that leaves words out stands there piece by piece.
    fn look_up(&mut self, row: &str, place: &Place, wanted: &str, (words, id): (Words, &'a str)) {
        let text = self.text.paragraph(place).unwrap_or_default();
        let pieces = wanted.split('…').map(|piece| first_place(text, &squeezed(piece)));
        let pieces: Option<Vec<Range<usize>>> = pieces.collect();
        self.note(
            pieces.is_some(),
            row,
            format!("section {}, paragraph {}", place.section, place.paragraph),
            wanted,
        );
        let found = pieces.into_iter().flatten().filter(|at| !at.is_empty());
        self.located.found.extend(found.map(|at| Found { words, id, place: place.clone(), at }));
    }

    fn note(&mut self, stands: bool, row: &str, place: String, wanted: &str) {
        let proof = &mut self.located.proof;
        proof.looked_up += 1;
        if !stands {
            proof.unproved.push(Unproved { row: row.to_owned(), place, wanted: wanted.to_owned() });
        }
    }
}

/// Looks everything up that the dataset prints.
pub fn prove(dataset: &Dataset, text: &ReportText) -> Proof {
    locate(dataset, text).proof
}

/// Looks everything up that the dataset prints, and tells where it was found.
pub fn locate<'a>(dataset: &'a Dataset, text: &'a ReportText) -> Located<'a> {
    let mut prover = Prover { text, located: Located::default() };
    for section in &dataset.sections {
        // The opening has no heading, and that of the annex is proved with its table.
        let Some(number) = section.number.as_deref().filter(|_| !section.is_annex()) else {
            continue;
        };
        let joint = match number {
            number if number.ends_with('）') => "",
            _ if section.is_box() => "：",
            _ => "、",
        };
        let wanted = squeezed(&format!("{number}{joint}{}", section.heading.zh));
        let stands = text.section(&section.id).is_some_and(|found| found.heading == wanted);
        prover.note(stands, &format!("sections {}", section.id), "a heading there".to_owned(), &wanted);
    }
    for run_in in &dataset.headings {
        prover.look_up("headings", &run_in.place, &run_in.heading.zh, (Words::Heading, ""));
    }
    for figure in &dataset.figures {
        let words = (Words::Figure, figure.id.as_str());
        prover.look_up(&format!("figures {}", figure.id), &figure.place, &figure.printed, words);
    }
    for omission in &dataset.omissions {
        prover.look_up("omissions", &omission.place, &omission.printed, (Words::Omission, ""));
    }
    for project in &dataset.projects {
        for mention in &project.mentions {
            let row = format!("mentions {}", project.id);
            prover.look_up(&row, &mention.place, &mention.name, (Words::Project, &project.id));
            if let Some(stage) = &mention.stage {
                prover.look_up(&row, &mention.place, &stage.zh, (Words::Stage, &project.id));
            }
        }
    }
    // The target of a task that cites a figure is proved with that figure.
    for task in dataset.tasks.iter().filter(|task| task.figures.is_empty()) {
        let Some(target) = &task.target else {
            continue;
        };
        let (row, wanted) =
            (format!("tasks {}", task.id), format!("{}{}", target.amount.value, target.unit.printed()));
        let is_of_annex =
            dataset.sections.iter().any(|section| section.id == task.place.section && section.is_annex());
        if is_of_annex {
            // The rows of the annex are proved below: the target is the plan of one that the task is about.
            let mut rows = dataset.indicators.iter().filter(|one| task.indicators.contains(&one.id));
            let stands = rows
                .any(|one| one.plan.amount() == Some(target.amount) && one.unit.zh == target.unit.printed());
            prover.note(stands, &row, "the plans of its indicators".to_owned(), &wanted);
        } else {
            prover.look_up(&row, &task.place, &wanted, (Words::Target, &task.id));
        }
    }
    for context in &dataset.context {
        if let Some(stated) = &context.district {
            let row = format!("context {}", context.id);
            prover.look_up(&row, &stated.place, stated.cell.printed(), (Words::Stated, ""));
        }
    }
    prove_box(dataset, &mut prover);
    prove_annex(dataset, &mut prover);
    cover(dataset, text, &mut prover.located);
    prover.located
}

/// Each item of the box of projects is name and location, in the same order.
fn prove_box<'a>(dataset: &'a Dataset, prover: &mut Prover<'a>) {
    let boxes = prover.text.sections.iter().filter(|section| Section::id_is_box(&section.id));
    let items: Vec<(Place, &str)> = boxes
        .flat_map(|section| {
            section.paragraphs.iter().zip(1..).map(|(item, paragraph)| {
                (Place { section: section.id.clone(), paragraph }, item.words.as_str())
            })
        })
        .collect();
    for (index, project) in dataset.land_projects().enumerate() {
        let location = project.location.as_ref().map_or("", |location| &location.zh);
        let name = squeezed(&project.name.zh);
        let wanted = format!("{name}。{}。", squeezed(location));
        let item = items.get(index).filter(|(_, item)| *item == wanted);
        prover.note(
            item.is_some(),
            &format!("projects {}", project.id),
            format!("item {} of the column", index + 1),
            &wanted,
        );
        prover.located.found.extend(item.map(|(place, _)| Found {
            words: Words::Project,
            id: &project.id,
            place: place.clone(),
            at: 0..name.len(),
        }));
    }
    let listed = dataset.land_projects().count();
    prover.note(items.len() == listed, "projects", "the column".to_owned(), &format!("{listed} items"));
}

/// Each row of the annex has name, unit and both values.
fn prove_annex<'a>(dataset: &'a Dataset, prover: &mut Prover<'a>) {
    // The subscript of PM2.5 comes as TeX, and brackets in either width.
    let plain = |text: &str| squeezed(text).replace("_{2.5}", "2.5").replace('(', "（").replace(')', "）");
    let rows: Vec<(usize, Vec<String>)> = prover
        .text
        .annex_rows()
        .map(|(line, cells)| (line, cells.iter().map(|cell| plain(cell)).collect()))
        .collect();
    // Looked for after the row of the indicator before; a row that is missing takes none of the others with it.
    let mut rest = rows.iter();
    for indicator in &dataset.indicators {
        let [name, unit] = [&indicator.name.zh, &indicator.unit.zh].map(|text| plain(text));
        let mut ahead = rest.clone();
        let row = ahead.find(|(_, cells)| match &cells[..] {
            [first, second, third, fourth] => {
                let before = first.strip_suffix(name.as_str());
                let number = indicator.number.map(|number| format!("{number}."));
                before.is_some_and(|before| number.is_none_or(|number| before == number))
                    && *second == unit
                    && *third == plain(indicator.actual.printed())
                    && *fourth == plain(indicator.plan.printed())
            }
            _ => false,
        });
        if let Some((line, _)) = row {
            prover.located.rows.push((&indicator.id, *line));
            rest = ahead;
        }
        let wanted =
            format!("{name} | {unit} | {} | {}", indicator.actual.printed(), indicator.plan.printed());
        prover.note(
            row.is_some(),
            &format!("indicators {}", indicator.id),
            "the annex, in this order".to_owned(),
            &wanted,
        );
    }
}

/// Which numbers of the main text figures and omissions cover. Figures that print the same stand one after the other.
fn cover<'a>(dataset: &'a Dataset, text: &ReportText, located: &mut Located<'a>) {
    for section in text.sections.iter().filter(|section| !Section::id_is_box(&section.id)) {
        for (TextParagraph { words, .. }, paragraph) in section.paragraphs.iter().zip(1..) {
            let here = |place: &Place| place.section == section.id && place.paragraph == paragraph;
            let mut open = numbers(words);
            located.proof.numbers += open.len();
            let before = open.len();
            for figure in dataset.figures.iter().filter(|figure| here(&figure.place)) {
                let own = take(words, &mut open, &figure.printed);
                let found = located
                    .found
                    .iter_mut()
                    .find(|found| found.words == Words::Figure && found.id == figure.id);
                if let (Some(own), Some(found)) = (own, found) {
                    found.at = own;
                }
            }
            located.proof.in_figures += before - open.len();
            let omissions = dataset.omissions.iter().filter(|omission| here(&omission.place));
            for omission in omissions {
                take(words, &mut open, &omission.printed);
            }
            for (start, end) in open {
                let around: String = words
                    .char_indices()
                    .filter(|(at, _)| *at + 18 >= start && *at < end + 18)
                    .map(|(_, character)| character)
                    .collect();
                located
                    .proof
                    .uncovered
                    .push(Uncovered { place: Place { section: section.id.clone(), paragraph }, around });
            }
        }
    }
}

/// The byte ranges of numbers in Arabic digits.
fn numbers(words: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, character) in words.char_indices() {
        let continues = found.last().is_some_and(|(_, end)| *end == at);
        let point =
            character == '.' && continues && words[at + 1..].starts_with(|c: char| c.is_ascii_digit());
        match found.last_mut() {
            Some((_, end)) if continues && (character.is_ascii_digit() || point) => *end = at + 1,
            _ if character.is_ascii_digit() => found.push((at, at + 1)),
            _ => {}
        }
    }
    found
}

/// Where `wanted` stands in `words` with all its numbers whole, and where these are: 3% does not stand in 5.3%.
fn whole_places<'a>(
    words: &'a str,
    wanted: &'a str,
) -> impl Iterator<Item = (Range<usize>, Vec<(usize, usize)>)> + 'a {
    let all = numbers(words);
    let inside = numbers(wanted);
    words
        .match_indices(wanted)
        .map(move |(start, _)| {
            let numbers = inside.iter().map(|(from, to)| (start + from, start + to)).collect::<Vec<_>>();
            (start..start + wanted.len(), numbers)
        })
        .filter(move |(_, numbers)| numbers.iter().all(|number| all.contains(number)))
}

fn first_place(words: &str, wanted: &str) -> Option<Range<usize>> {
    whole_places(words, wanted).next().map(|(at, _)| at)
}

/// Takes from `open` the numbers in the first place where `printed` stands with all its numbers open and whole, and returns that
/// place.
fn take(words: &str, open: &mut Vec<(usize, usize)>, printed: &str) -> Option<Range<usize>> {
    let printed = squeezed(printed);
    let (at, numbers) = whole_places(words, &printed)
        .find(|(_, numbers)| numbers.iter().all(|number| open.contains(number)))?;
    open.retain(|range| !numbers.contains(range));
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_whole_and_once() {
        let words = "增长3%，另有5.3%和3%。";
        let mut open = numbers(words);
        assert_eq!(open.len(), 3);
        let places = [(); 2].map(|()| take(words, &mut open, "3%"));
        assert_eq!(places, [words.find("3%"), words.rfind("3%")].map(|at| at.map(|at| at..at + 2)));
        assert!(first_place(words, "3%").is_some() && first_place("增长5.3%和13%", "3%").is_none());
        assert_eq!(open.iter().map(|(from, to)| &words[*from..*to]).collect::<Vec<_>>(), ["5.3"]);
    }
}
