//! Proves a dataset against the text of the report that it was taken from: each printed value, name and location must
//! stand in the paragraph that it cites; and tells which numbers of the text no row covers.
//! White space and markup of the text carry no meaning.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use crate::outline::ANNEX;
use crate::{Dataset, Place, Section};

/// The report's text in sections and paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportText {
    /// Per section id its heading as printed and its paragraphs, without white space.
    sections: BTreeMap<String, (String, Vec<String>)>,
    /// The lines of the annex table: the cells of each.
    annex: Vec<Vec<String>>,
}

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

const NUMERALS: &str = "一二三四五六七八九十";

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '*').collect()
}

/// The text after `open` numeral `close`, where the line is such a heading.
fn heading<'a>(line: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let (numeral, rest) = line.strip_prefix(open)?.split_once(close)?;
    let is_numeral = !numeral.is_empty() && numeral.chars().all(|c| NUMERALS.contains(c));
    (is_numeral && !rest.is_empty() && !rest.contains('。')).then_some(rest)
}

impl ReportText {
    /// Takes the text apart: headings 一、 and （一）, the column 专栏：, its items ▲, the annex after 附表. A paragraph begins
    /// at a line break after a full stop, or at a bold run-in heading; page breaks do not end one.
    pub fn read(text: &str) -> Self {
        let mut report = Self::default();
        let mut section = "0".to_owned();
        report.sections.insert(section.clone(), Default::default());
        let (mut part, mut subsection) = (0, 0);
        let mut is_open = false;
        let mut in_annex = false;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if line == ANNEX {
                in_annex = true;
            } else if in_annex {
                if line.starts_with('|') {
                    report.annex.push(line.trim_matches('|').split('|').map(squeezed).collect());
                }
            } else if line.chars().count() < 60 && heading(&squeezed(line), "", "、").is_some() {
                (part, subsection) = (part + 1, 0);
                section = format!("{part}");
                report.begin(&section, line);
                is_open = false;
            } else if line.chars().count() < 40 && heading(&squeezed(line), "（", "）").is_some() {
                subsection += 1;
                section = format!("{part}.{subsection}");
                report.begin(&section, line);
                is_open = false;
            } else if line.starts_with("专栏：") {
                section = format!("{part}.{subsection}.box");
                report.begin(&section, line);
                is_open = false;
            } else {
                report.add(&section, line, &mut is_open);
            }
        }
        report
    }

    fn begin(&mut self, section: &str, heading: &str) {
        self.sections.insert(section.to_owned(), (squeezed(heading), Vec::new()));
    }

    fn add(&mut self, section: &str, line: &str, is_open: &mut bool) {
        let Some((_, paragraphs)) = self.sections.get_mut(section) else {
            return;
        };
        if let Some(item) = line.trim_start_matches(['-', ' ']).strip_prefix('▲') {
            paragraphs.push(squeezed(item));
            *is_open = false;
            return;
        }
        for (index, piece) in line.split("**").enumerate() {
            let words = squeezed(piece);
            let is_bold = index % 2 == 1;
            if words.is_empty() {
                continue;
            }
            match paragraphs.last_mut() {
                Some(last) if !is_bold && (index > 0 || *is_open) => last.push_str(&words),
                _ => paragraphs.push(words),
            }
        }
        *is_open = !line.trim_end_matches('*').ends_with(['。', '：', '！', '；']);
    }

    fn paragraph(&self, place: &Place) -> Option<&str> {
        let (_, paragraphs) = self.sections.get(&place.section)?;
        paragraphs.get(usize::from(place.paragraph).checked_sub(1)?).map(String::as_str)
    }
}

struct Prover<'a> {
    text: &'a ReportText,
    proof: Proof,
}

impl Prover<'_> {
    fn look_up(&mut self, row: &str, place: &Place, wanted: &str) {
        // A quotation that leaves words out stands there piece by piece.
        let stands = self
            .text
            .paragraph(place)
            .is_some_and(|words| wanted.split('…').all(|piece| stands_whole(words, &squeezed(piece))));
        self.note(stands, row, format!("section {}, paragraph {}", place.section, place.paragraph), wanted);
    }

    fn note(&mut self, stands: bool, row: &str, place: String, wanted: &str) {
        self.proof.looked_up += 1;
        if !stands {
            self.proof.unproved.push(Unproved { row: row.to_owned(), place, wanted: wanted.to_owned() });
        }
    }
}

/// Looks everything up that the dataset prints.
pub fn prove(dataset: &Dataset, text: &ReportText) -> Proof {
    let mut prover = Prover { text, proof: Proof::default() };
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
        let stands = text.sections.get(&section.id).is_some_and(|(heading, _)| *heading == wanted);
        prover.note(stands, &format!("sections {}", section.id), "a heading there".to_owned(), &wanted);
    }
    for run_in in &dataset.headings {
        prover.look_up("headings", &run_in.place, &run_in.heading.zh);
    }
    for figure in &dataset.figures {
        prover.look_up(&format!("figures {}", figure.id), &figure.place, &figure.printed);
    }
    for omission in &dataset.omissions {
        prover.look_up("omissions", &omission.place, &omission.printed);
    }
    for project in &dataset.projects {
        for mention in &project.mentions {
            let row = format!("mentions {}", project.id);
            prover.look_up(&row, &mention.place, &mention.name);
            if let Some(stage) = &mention.stage {
                prover.look_up(&row, &mention.place, &stage.zh);
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
            prover.look_up(&row, &task.place, &wanted);
        }
    }
    for context in &dataset.context {
        if let Some(stated) = &context.district {
            prover.look_up(&format!("context {}", context.id), &stated.place, stated.cell.printed());
        }
    }
    prove_box(dataset, &mut prover);
    prove_annex(dataset, &mut prover);
    cover(dataset, text, &mut prover.proof);
    prover.proof
}

/// Each item of the box of projects is name and location, in the same order.
fn prove_box(dataset: &Dataset, prover: &mut Prover<'_>) {
    let items: Vec<String> = prover
        .text
        .sections
        .iter()
        .filter(|(id, _)| Section::id_is_box(id))
        .flat_map(|(_, (_, items))| items.clone())
        .collect();
    for (index, project) in dataset.land_projects().enumerate() {
        let location = project.location.as_ref().map_or("", |location| &location.zh);
        let wanted = squeezed(&format!("{}。{location}。", project.name.zh));
        let stands = items.get(index).is_some_and(|item| *item == wanted);
        prover.note(
            stands,
            &format!("projects {}", project.id),
            format!("item {} of the column", index + 1),
            &wanted,
        );
    }
    let listed = dataset.land_projects().count();
    prover.note(items.len() == listed, "projects", "the column".to_owned(), &format!("{listed} items"));
}

/// Each row of the annex has name, unit and both values.
fn prove_annex(dataset: &Dataset, prover: &mut Prover<'_>) {
    // The subscript of PM2.5 comes as TeX, and brackets in either width.
    let plain = |text: &str| squeezed(text).replace("_{2.5}", "2.5").replace('(', "（").replace(')', "）");
    let rows: Vec<Vec<String>> =
        prover.text.annex.iter().map(|cells| cells.iter().map(|cell| plain(cell)).collect()).collect();
    // Looked for after the row of the indicator before; a row that is missing takes none of the others with it.
    let mut rest = rows.iter();
    for indicator in &dataset.indicators {
        let [name, unit] = [&indicator.name.zh, &indicator.unit.zh].map(|text| plain(text));
        let mut ahead = rest.clone();
        let stands = ahead.any(|cells| match &cells[..] {
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
        if stands {
            rest = ahead;
        }
        let wanted =
            format!("{name} | {unit} | {} | {}", indicator.actual.printed(), indicator.plan.printed());
        prover.note(
            stands,
            &format!("indicators {}", indicator.id),
            "the annex, in this order".to_owned(),
            &wanted,
        );
    }
}

/// Which numbers of the main text figures and omissions cover.
fn cover(dataset: &Dataset, text: &ReportText, proof: &mut Proof) {
    for (section, (_, paragraphs)) in text.sections.iter().filter(|(id, _)| !Section::id_is_box(id)) {
        for (index, words) in paragraphs.iter().enumerate() {
            let here = |place: &Place| place.section == *section && usize::from(place.paragraph) == index + 1;
            let mut open = numbers(words);
            proof.numbers += open.len();
            let figures =
                dataset.figures.iter().filter(|figure| here(&figure.place)).map(|figure| &figure.printed);
            let before = open.len();
            figures.for_each(|printed| take(words, &mut open, printed));
            proof.in_figures += before - open.len();
            let omissions = dataset.omissions.iter().filter(|omission| here(&omission.place));
            omissions.for_each(|omission| take(words, &mut open, &omission.printed));
            for (start, end) in open {
                let around: String = words
                    .char_indices()
                    .filter(|(at, _)| *at + 18 >= start && *at < end + 18)
                    .map(|(_, character)| character)
                    .collect();
                let paragraph = u16::try_from(index + 1).unwrap_or(u16::MAX);
                proof
                    .uncovered
                    .push(Uncovered { place: Place { section: section.clone(), paragraph }, around });
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

/// Where `wanted` stands in `words` with all its numbers whole: 3% does not stand in 5.3%.
fn whole_places<'a>(words: &'a str, wanted: &'a str) -> impl Iterator<Item = Vec<(usize, usize)>> + 'a {
    let all = numbers(words);
    let inside = numbers(wanted);
    words
        .match_indices(wanted)
        .map(move |(start, _)| inside.iter().map(|(from, to)| (start + from, start + to)).collect::<Vec<_>>())
        .filter(move |places| places.iter().all(|place| all.contains(place)))
}

fn stands_whole(words: &str, wanted: &str) -> bool {
    whole_places(words, wanted).next().is_some()
}

/// Takes from `open` the numbers in the first place where `printed` stands with all its numbers open and whole.
fn take(words: &str, open: &mut Vec<(usize, usize)>, printed: &str) {
    let printed = squeezed(printed);
    let free = whole_places(words, &printed).find(|places| places.iter().all(|place| open.contains(place)));
    if let Some(places) = free {
        open.retain(|range| !places.contains(range));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "关于 2020 年的报告\n\n一、执行 情况\n\n（一）战疫情\n\n发放 口罩 159374 个，完成 4.65 亿\n\n元，增长 1.2%。**转型 加快。**新增 20 家。\n\n专栏：重点项目（1个）\n\n- ▲新城。大道 南侧。\n\n附表\n\n| 指标名称 | 单位 | a | b |\n| (一) 总值增长 | % | 3 | 7.5 |\n";

    #[test]
    fn paragraphs_join_over_page_breaks_and_begin_at_run_in_headings() {
        let text = ReportText::read(TEXT);
        let place = |section: &str, paragraph| Place { section: section.to_owned(), paragraph };
        assert_eq!(text.paragraph(&place("1.1", 1)), Some("发放口罩159374个，完成4.65亿元，增长1.2%。"));
        assert_eq!(text.paragraph(&place("1.1", 2)), Some("转型加快。新增20家。"));
        assert_eq!(text.paragraph(&place("1.1.box", 1)), Some("新城。大道南侧。"));
        assert_eq!(text.paragraph(&place("1.1", 3)), None);
        assert_eq!(text.annex.len(), 2);
    }

    #[test]
    fn numbers_are_taken_whole_and_once() {
        let words = "增长3%，另有5.3%和3%。";
        let mut open = numbers(words);
        assert_eq!(open.len(), 3);
        take(words, &mut open, "3%");
        take(words, &mut open, "3%");
        assert!(stands_whole(words, "3%") && !stands_whole("增长5.3%和13%", "3%"));
        assert_eq!(open.iter().map(|(from, to)| &words[*from..*to]).collect::<Vec<_>>(), ["5.3"]);
    }
}
