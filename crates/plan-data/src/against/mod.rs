//! Proves a dataset against the text of the report that it was taken from: each printed value, name and location must
//! stand in the paragraph that it cites; and tells which numbers of the text no row covers.
//! White space and markup of the text carry no meaning.

mod text;

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::ops::Range;

use serde::Serialize;

pub use text::{AnnexLine, Level, ReportText, TextParagraph, TextSection, is_closed, numbered, squeezed};

use crate::amount::{Amount, numeral};
use crate::package::chinese_name;
use crate::{Cell, Dataset, Decimal, Language, Place, Project, Said, Section};
use text::OPENING;

/// Something that the dataset says and the text does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unproved {
    /// Which row: table and id.
    pub row: Said,
    /// Where the text was looked at.
    pub place: Said,
    /// What should stand there.
    pub wanted: Said,
}

impl Unproved {
    /// The sentence in that language. The English one is that of [`fmt::Display`].
    pub fn sentence(&self, language: Language) -> String {
        let [row, place, wanted] =
            [&self.row, &self.place, &self.wanted].map(|said| said.in_language(language));
        match language {
            Language::Chinese => format!("{row}：{place}没有“{wanted}”"),
            Language::English => format!("{row}: “{wanted}” does not stand in {place}"),
        }
    }
}

impl fmt::Display for Unproved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Language::English))
    }
}

/// A row as it is named to a person: its table and its id.
fn row(table: &str, id: &str) -> Said {
    let chinese = chinese_name(table);
    said!("{chinese} {id}", "{table} {id}")
}

/// A table as a whole, or a row that has no id.
fn table(name: &str) -> Said {
    let chinese = chinese_name(name);
    said!("{chinese}", "{name}")
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
    fn look_up(&mut self, row: &Said, place: &Place, wanted: &str, (words, id): (Words, &'a str)) {
        let text = self.text.paragraph(place).unwrap_or_default();
        let pieces = wanted.split('…').map(|piece| first_place(text, &squeezed(piece)));
        let pieces: Option<Vec<Range<usize>>> = pieces.collect();
        let Place { section, paragraph } = place;
        self.note(
            pieces.is_some(),
            row.clone(),
            said!("章节{section}第{paragraph}段", "section {section}, paragraph {paragraph}"),
            Said::as_it_is(wanted),
        );
        let found = pieces.into_iter().flatten().filter(|at| !at.is_empty());
        self.located.found.extend(found.map(|at| Found { words, id, place: place.clone(), at }));
    }

    fn note(&mut self, stands: bool, row: Said, place: Said, wanted: Said) {
        let proof = &mut self.located.proof;
        proof.looked_up += 1;
        if !stands {
            proof.unproved.push(Unproved { row, place, wanted });
        }
    }
}

/// Looks everything up that the dataset prints.
pub fn prove(dataset: &Dataset, text: &ReportText) -> Proof {
    locate(dataset, text).proof
}

/// Whether words have the numbers of an amount, however these are printed: 下降4%以上 for −4%, 1，200 in wide digits, 八百.
fn says(words: &str, amount: Amount) -> bool {
    let plain: String = half_width(words);
    let numbers: Vec<Decimal> =
        numbers(&plain).into_iter().filter_map(|(start, end)| plain.get(start..end)?.parse().ok()).collect();
    let stands = |value: Decimal| {
        let value = value.abs();
        let is_numeral = || {
            let begins = plain.char_indices().filter(|(_, c)| "零一两二三四五六七八九十百千万".contains(*c));
            begins
                .filter_map(|(at, _)| numeral(plain.get(at..)?))
                .any(|(read, _)| Ok(value) == read.to_string().parse())
        };
        numbers.contains(&value) || is_numeral()
    };
    stands(amount.value) && amount.upper.is_none_or(stands)
}

/// Text with half-width digits and without the commas between those of thousands.
fn half_width(text: &str) -> String {
    let wide = |c: char| match c {
        '０'..='９' | '．' | '，' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    };
    let chars: Vec<char> = text.chars().map(wide).collect();
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let is_of_thousands = |at: usize| at > 0 && is_digit(at - 1) && (1..4).all(|after| is_digit(at + after));
    chars.iter().enumerate().filter(|(at, c)| **c != ',' || !is_of_thousands(*at)).map(|(_, c)| *c).collect()
}

/// Whether the heading of a text has that number and those words, whatever stands between them: 1.甲, 1、甲 and （1）甲 for 1.
fn is_heading(found: &str, number: &str, words: &str) -> bool {
    const JOINTS: [char; 4] = ['、', '.', '．', '：'];
    let plain = |text: &str| squeezed(text).replace(['（', '('], "").replace(['）', ')'], "");
    let (found, number) = (plain(found), plain(number));
    let rest = found.strip_prefix(number.trim_end_matches(JOINTS));
    rest.is_some_and(|rest| rest.trim_start_matches(JOINTS) == plain(words))
}

/// Looks everything up that the dataset prints, and tells where it was found.
pub fn locate<'a>(dataset: &'a Dataset, text: &'a ReportText) -> Located<'a> {
    let mut prover = Prover { text, located: Located::default() };
    for section in &dataset.sections {
        // The opening has no heading, and that of the annex is proved with its table.
        if section.is_annex() || (section.number.is_none() && section.id == OPENING) {
            continue;
        }
        let number = section.number.as_deref().unwrap_or_default();
        let joint = match number {
            _ if section.is_box() => "：",
            _ if number.ends_with(|c: char| c.is_alphanumeric()) => "、",
            _ => "",
        };
        let wanted = squeezed(&format!("{number}{joint}{}", section.heading.zh));
        let stands = text.section(&section.id).is_some_and(|found| {
            found.heading == wanted || is_heading(&found.heading, number, &section.heading.zh)
        });
        let place = said!("相应的标题处", "a heading there");
        prover.note(stands, row("sections", &section.id), place, Said::as_it_is(&wanted));
    }
    for run_in in &dataset.headings {
        prover.look_up(&table("headings"), &run_in.place, &run_in.heading.zh, (Words::Heading, ""));
    }
    for figure in &dataset.figures {
        let words = (Words::Figure, figure.id.as_str());
        prover.look_up(&row("figures", &figure.id), &figure.place, &figure.printed, words);
    }
    for omission in &dataset.omissions {
        prover.look_up(&table("omissions"), &omission.place, &omission.printed, (Words::Omission, ""));
    }
    for project in &dataset.projects {
        for mention in &project.mentions {
            let row = row("mentions", &project.id);
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
        let row = row("tasks", &task.id);
        let wanted = format!("{}{}", target.amount.value, target.unit.printed());
        let is_of_annex =
            dataset.sections.iter().any(|section| section.id == task.place.section && section.is_annex());
        if is_of_annex {
            // The rows of the annex are proved below: the target is the plan of one that the task is about.
            let mut rows = dataset.indicators.iter().filter(|one| task.indicators.contains(&one.id));
            let stands = rows
                .any(|one| one.plan.amount() == Some(target.amount) && one.unit.zh == target.unit.printed());
            let place = said!("相关指标的计划里", "the plans of its indicators");
            prover.note(stands, row, place, Said::as_it_is(&wanted));
        } else if task.place.section.is_empty() {
            // A row of a list beside the text.
            let stands =
                prover.text.annex_rows().any(|(_, cells)| cells.iter().any(|cell| says(cell, target.amount)));
            prover.note(stands, row, said!("附表里", "the annex"), Said::as_it_is(&wanted));
        } else {
            let words = prover.text.paragraph(&task.place).unwrap_or_default();
            let is_plain = first_place(words, &wanted).is_some();
            if is_plain || !says(words, target.amount) {
                prover.look_up(&row, &task.place, &wanted, (Words::Target, &task.id));
            } else {
                prover.located.proof.looked_up += 1;
            }
        }
    }
    for context in &dataset.context {
        if let Some(stated) = &context.district {
            let row = row("context", &context.id);
            prover.look_up(&row, &stated.place, stated.cell.printed(), (Words::Stated, ""));
        }
    }
    prove_box(dataset, &mut prover);
    prove_annex(dataset, &mut prover);
    cover(dataset, text, &mut prover.located);
    prover.located
}

/// So many paragraphs has a block of keys and their words, 项目名称：, 建设地点：, at most.
const NEAR: usize = 10;

/// Each item of the box of projects is name and location, in the same order.
fn prove_box<'a>(dataset: &'a Dataset, prover: &mut Prover<'a>) {
    let boxes = prover.text.sections.iter().filter(|section| Section::id_is_box(&section.id));
    let items: Vec<(Place, &str)> = boxes
        .flat_map(|section| {
            // What follows the last marked item is another paragraph.
            let marked = section.paragraphs.iter().rposition(|item| item.is_marked);
            let count = marked.map_or(section.paragraphs.len(), |last| last + 1);
            section.paragraphs.iter().take(count).zip(1..).map(|(item, paragraph)| {
                (Place { section: section.id.clone(), paragraph }, item.words.as_str())
            })
        })
        .collect();
    let wanted: Vec<String> = dataset
        .land_projects()
        .map(|project| {
            let location = project.location.as_ref().map_or("", |location| &location.zh);
            format!("{}。{}。", squeezed(&project.name.zh), squeezed(location))
        })
        .collect();
    // Columns may be of other things than projects.
    if wanted.is_empty() {
        return;
    }
    let is_there =
        |(index, wanted): (usize, &String)| items.get(index).is_some_and(|(_, item)| item == wanted);
    // Projects of a table, or of a list of another form: name and location stand near each other.
    if !wanted.iter().enumerate().all(is_there) {
        let rows: Vec<String> = prover.text.annex_rows().map(|(_, cells)| cells.concat()).collect();
        let texts: Vec<&str> = prover
            .text
            .sections
            .iter()
            .flat_map(|section| &section.paragraphs)
            .map(|paragraph| paragraph.words.as_str())
            .chain(rows.iter().map(String::as_str))
            .collect();
        let stands = |project: &Project| {
            let name = squeezed(&project.name.zh);
            let location = squeezed(project.location.as_ref().map_or("", |location| &location.zh));
            let mut named = (0..).zip(&texts).filter(|(_, text)| text.contains(&name));
            named.any(|(at, _)| texts.iter().skip(at).take(NEAR).any(|text| text.contains(&location)))
        };
        if dataset.land_projects().all(stands) {
            prover.located.proof.looked_up += wanted.len();
            return;
        }
    }
    if !wanted.iter().enumerate().any(is_there) {
        let count = items.len();
        let place = if items.is_empty() {
            said!("文本（没有“专栏：”一行）里", "the text, which has no line that begins with 专栏：")
        } else {
            said!("专栏的{count}项里", "any of the {count} items of the column")
        };
        prover.note(false, table("projects"), place, all_of(&wanted));
        return;
    }
    for (index, (project, wanted)) in dataset.land_projects().zip(&wanted).enumerate() {
        let number = index + 1;
        let item = items.get(index).filter(|(_, item)| item == wanted);
        prover.note(
            item.is_some(),
            row("projects", &project.id),
            said!("专栏第{number}项", "item {number} of the column"),
            Said::as_it_is(wanted),
        );
        prover.located.found.extend(item.map(|(place, _)| Found {
            words: Words::Project,
            id: &project.id,
            place: place.clone(),
            at: 0..squeezed(&project.name.zh).len(),
        }));
    }
    let listed = wanted.len();
    prover.note(
        items.len() == listed,
        table("projects"),
        said!("专栏里", "the column"),
        said!("{listed}项", "{listed} items"),
    );
}

/// Whether a row of another form has the name, with a number, a unit or a mark beside it at most, and after it the values. Of more
/// columns than four any may be those.
fn is_row(cells: &[String], name: &str, unit: &str, values: &[String; 2]) -> bool {
    let is_name = |cell: &String| {
        let Some(at) = cell.find(name) else {
            return false;
        };
        let (before, after) =
            (cell.get(..at).unwrap_or_default(), cell.get(at + name.len()..).unwrap_or_default());
        let is_mark = |c: char| {
            c.is_ascii_digit()
                || "一二三四五六七八九十、.．（）#＃*＊：其中①②③④⑤⑥⑦⑧⑨⑩[]［］注¹²³※△▲☆★".contains(c)
        };
        let is_aside = after.starts_with(['（', '［', '[']) && after.ends_with(['）', '］', ']']);
        before.chars().all(is_mark) && (is_aside || after.chars().all(is_mark))
    };
    let is_value = |cell: &String, value: &String| {
        let bare = cell.trim_start_matches(['+', '＋']);
        let rest = bare.strip_prefix(value.as_str());
        let is_marked = rest.is_some_and(|rest| {
            rest == unit
                || rest.chars().all(|c| {
                    "*＊①②③④⑤⑥⑦⑧⑨⑩[]［］（）注¹²³※△▲☆★#＃".contains(c)
                        || c.is_ascii_digit() && rest.starts_with(['[', '［', '（'])
                })
        });
        // With the unit of its row, which the value takes where others are in another.
        let has_taken = || {
            !bare.is_empty() && value.starts_with(bare.trim_end_matches(['以', '上', '内', '下', '左', '右']))
        };
        is_marked || has_taken()
    };
    let Some(at) = cells.iter().position(is_name) else {
        return false;
    };
    let rest = cells.get(at + 1..).unwrap_or_default();
    let mut wanted = values.iter().filter(|value| !value.is_empty()).peekable();
    let all = wanted.clone().all(|value| rest.iter().any(|cell| is_value(cell, value)));
    if cells.len() > 4 {
        return all;
    }
    for cell in rest {
        wanted.next_if(|value| is_value(cell, value));
    }
    wanted.peek().is_none()
}

/// All rows of a table where the text has none: the first of them and how many there are.
fn all_of(wanted: &[String]) -> Said {
    let (first, count) = (wanted.first().map_or("", String::as_str), wanted.len());
    let more = count.saturating_sub(1);
    if more == 0 { Said::as_it_is(first) } else { said!("{first} 等{count}项", "{first} and {more} more") }
}

/// Each row of the annex has name, unit and both values.
fn prove_annex<'a>(dataset: &'a Dataset, prover: &mut Prover<'a>) {
    // The subscript of PM2.5 comes as TeX, and brackets in either width.
    let plain = |text: &str| {
        squeezed(text).replace("_{2.5}", "2.5").replace('(', "（").replace(')', "）").replace('％', "%")
    };
    let rows: Vec<(usize, Vec<String>)> = prover
        .text
        .annex_rows()
        .map(|(line, cells)| (line, cells.iter().map(|cell| plain(cell)).collect()))
        .collect();
    let all: String =
        rows.iter().flat_map(|(_, cells)| cells).map(String::as_str).collect::<Vec<_>>().join("|");
    let words: Vec<String> = prover
        .text
        .annex
        .iter()
        .filter_map(|line| match line {
            AnnexLine::Words(words) => Some(plain(words)),
            AnnexLine::Cells(_) => None,
        })
        .collect();
    let has_unit = |unit: &str| all.contains(unit) || words.iter().any(|words| words.contains(unit));
    // Looked for after the row of the indicator before; a row that is missing takes none of the others with it.
    let mut rest = rows.iter();
    let mut missing: Vec<(&str, String)> = Vec::new();
    for indicator in &dataset.indicators {
        let [name, unit] = [&indicator.name.zh, &indicator.unit.zh].map(|text| plain(text));
        let mut ahead = rest.clone();
        let values = [&indicator.actual, &indicator.plan].map(|cell| plain(cell.printed()));
        let is_of_four = |cells: &[String]| match cells {
            [first, second, third, fourth] => {
                let before = first.strip_suffix(name.as_str());
                let number = indicator.number.as_ref().map(|number| format!("{number}."));
                before.is_some_and(|before| number.is_none_or(|number| before == number))
                    && *second == unit
                    && [third, fourth].into_iter().eq(&values)
            }
            _ => false,
        };
        let row = ahead
            .find(|(_, cells)| is_of_four(cells) || is_row(cells, &name, &unit, &values) && has_unit(&unit));
        if let Some((line, _)) = row {
            prover.located.rows.push((&indicator.id, *line));
            rest = ahead;
        }
        if row.is_none() {
            let values = [&indicator.actual, &indicator.plan].map(Cell::printed).join(" | ");
            missing.push((&indicator.id, format!("{name} | {unit} | {values}")));
        }
    }
    let found = prover.located.rows.len();
    prover.located.proof.looked_up += found;
    if found > 0 {
        for (id, wanted) in missing {
            let place = said!("附表按顺序", "the annex, in this order");
            prover.note(false, row("indicators", id), place, Said::as_it_is(&wanted));
        }
    } else if !missing.is_empty() {
        let count = rows.len();
        let place = if prover.text.annex.is_empty() {
            said!("文本（没有写着“附表”的一行）里", "the text, which has no line 附表 and no annex below it")
        } else if rows.is_empty() {
            said!("附表（没有用|隔开的行）里", "the annex, which has no rows with | between their cells")
        } else {
            said!("附表的{count}行里", "any of the {count} rows of the annex")
        };
        let wanted: Vec<String> = missing.into_iter().map(|(_, wanted)| wanted).collect();
        prover.note(false, table("indicators"), place, all_of(&wanted));
    }
}

/// Which numbers of the main text figures and omissions cover. Words that can stand in fewer places have their choice before others;
/// those that print the same stand one after the other.
fn cover<'a>(dataset: &'a Dataset, text: &ReportText, located: &mut Located<'a>) {
    let mut printed: HashMap<(&str, u16), Vec<Printed<'_>>> = HashMap::new();
    let figures = dataset.figures.iter().map(|one| (&one.place, &one.printed, Some(one.id.as_str())));
    let mentions = dataset.projects.iter().flat_map(|project| &project.mentions);
    let mentions = mentions.map(|one| (&one.place, &one.name, None));
    let omissions = dataset.omissions.iter().map(|one| (&one.place, &one.printed, None));
    for (place, words, id) in figures.chain(mentions).chain(omissions) {
        printed.entry((&place.section, place.paragraph)).or_default().push((squeezed(words), id));
    }
    let found = located.found.iter_mut().filter(|found| found.words == Words::Figure);
    let mut found: HashMap<&str, &mut Range<usize>> =
        found.rev().map(|found| (found.id, &mut found.at)).collect();
    let proof = &mut located.proof;
    for section in text.sections.iter().filter(|section| !Section::id_is_box(&section.id)) {
        for (TextParagraph { words, .. }, paragraph) in section.paragraphs.iter().zip(1..) {
            let mut here = printed.remove(&(section.id.as_str(), paragraph)).unwrap_or_default();
            let mut places: HashMap<String, usize> = HashMap::new();
            for (printed, _) in &here {
                if !places.contains_key(printed) {
                    places.insert(printed.clone(), whole_places(words, printed, 0).count());
                }
            }
            here.sort_by_key(|(printed, _)| (places.get(printed).copied(), Reverse(printed.len())));
            let mut open = Open::of(words);
            proof.numbers += open.numbers.len();
            for (words, id) in here {
                let before = open.numbers.len();
                let own = open.take(words);
                let Some(id) = id else { continue };
                proof.in_figures += before - open.numbers.len();
                if let (Some(own), Some(found)) = (own, found.get_mut(id)) {
                    **found = own;
                }
            }
            for (start, end) in open.numbers {
                let around: String = words
                    .char_indices()
                    .filter(|(at, _)| *at + 18 >= start && *at < end + 18)
                    .map(|(_, character)| character)
                    .collect();
                proof
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

/// Whether a number of a part of `words` goes on neither before nor after: 3 is none of 5.3.
fn is_whole(words: &str, (start, end): (usize, usize)) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let (before, after) = (words.get(..start).unwrap_or_default(), words.get(end..).unwrap_or_default());
    let goes_on_before =
        before.ends_with(digit) || before.strip_suffix('.').is_some_and(|rest| rest.ends_with(digit));
    let goes_on_after =
        after.starts_with(digit) || after.strip_prefix('.').is_some_and(|rest| rest.starts_with(digit));
    !goes_on_before && !goes_on_after
}

/// Where `wanted` stands in `words` from a byte on with all its numbers whole, and where these are: 3% does not stand in 5.3%.
fn whole_places<'a>(
    words: &'a str,
    wanted: &'a str,
    from: usize,
) -> impl Iterator<Item = (Range<usize>, Vec<(usize, usize)>)> + 'a {
    let inside = numbers(wanted);
    let step = wanted.chars().next().map_or(1, char::len_utf8);
    let next = move |from: usize| words.get(from..)?.find(wanted).map(|at| from + at);
    // One may begin within another.
    std::iter::successors(next(from), move |start| next(start + step))
        .map(move |start| {
            let numbers = inside.iter().map(|(from, to)| (start + from, start + to)).collect::<Vec<_>>();
            (start..start + wanted.len(), numbers)
        })
        .filter(move |(_, numbers)| numbers.iter().all(|number| is_whole(words, *number)))
}

fn first_place(words: &str, wanted: &str) -> Option<Range<usize>> {
    whole_places(words, wanted, 0).next().map(|(at, _)| at)
}

/// Words of the dataset without white space, and the id of the figure that they are.
type Printed<'a> = (String, Option<&'a str>);

/// The numbers of a paragraph that nothing has taken.
struct Open<'a> {
    words: &'a str,
    numbers: BTreeSet<(usize, usize)>,
    /// Where to look for words further: what was taken once stays so.
    next: HashMap<String, usize>,
}

impl<'a> Open<'a> {
    fn of(words: &'a str) -> Self {
        Self { words, numbers: numbers(words).into_iter().collect(), next: HashMap::new() }
    }

    /// Takes the numbers in the first place where `printed` stands with all its numbers open and whole, and returns that place.
    fn take(&mut self, printed: String) -> Option<Range<usize>> {
        let from = self.next.get(&printed).copied().unwrap_or_default();
        let is_open = |(_, numbers): &(_, Vec<_>)| numbers.iter().all(|number| self.numbers.contains(number));
        let found = whole_places(self.words, &printed, from).find(is_open);
        let next = found.as_ref().map_or(self.words.len(), |(at, _)| at.start);
        let (at, numbers) = found.map_or((None, Vec::new()), |(at, numbers)| (Some(at), numbers));
        for number in &numbers {
            self.numbers.remove(number);
        }
        self.next.insert(printed, next);
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_whole_and_once() {
        let words = "增长3%，另有5.3%和3%。";
        let mut open = Open::of(words);
        assert_eq!(open.numbers.len(), 3);
        let places = [(); 2].map(|()| open.take("3%".to_owned()));
        assert_eq!(places, [words.find("3%"), words.rfind("3%")].map(|at| at.map(|at| at..at + 2)));
        let mut within = Open::of("地产2026年房地产2026年房地产");
        assert!(
            [(); 2].iter().all(|()| within.take("地产2026年房地产".to_owned()).is_some()),
            "one begins within another"
        );
        assert!(first_place(words, "3%").is_some() && first_place("增长5.3%和13%", "3%").is_none());
        assert_eq!(open.numbers.iter().map(|(from, to)| &words[*from..*to]).collect::<Vec<_>>(), ["5.3"]);
    }
}
