//! Tasks: what the sections that plan say is to be done, clause by clause, with its target and with who does it until when.

mod commitments;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use commitments::{Commitment, Grade, Known};

use crate::clauses::{longest_suffix, outside};
use crate::keys::{self, KeyValue};
use crate::row::said;
use crate::words::Words;
use crate::{At, Cells, Paragraph, Purpose, Report, Row, Section, Span, Sureness, Table};

/// The numbers of paragraphs that were read as figures, in order.
type Figures<'a> = BTreeMap<At, Vec<Known<'a>>>;

/// The rows of tasks. `read`: what was read before, with the figures of the text.
pub(crate) fn rows(report: &Report, read: &[Row]) -> Vec<Row> {
    let mut figures = Figures::new();
    for row in read.iter().filter(|row| row.table == Table::Figures) {
        if let Span::Words(at, range) = &row.span {
            let known = Known { range: range.clone(), subject: row.cell("subject") };
            figures.entry(at.clone()).or_default().push(known);
        }
    }
    for numbers in figures.values_mut() {
        numbers.sort_by_key(|number| number.range.start);
    }
    // An item that is a project of a list is no task.
    let listed: BTreeSet<&At> = read
        .iter()
        .filter(|row| {
            row.table == Table::Projects && (row.cells.iter().count() > 1 || row.sureness.rank() == 0)
        })
        .filter_map(|row| match &row.span {
            Span::Words(at, _) => Some(at),
            _ => None,
        })
        .collect();
    let headings: HashMap<&str, &str> =
        report.sections.iter().map(|section| (section.id.as_str(), section.heading.as_str())).collect();
    let mut rows = Vec::new();
    for section in &report.sections {
        let parent = section.parent.as_deref().and_then(|parent| headings.get(parent)).copied();
        let heading = if section.heading.is_empty() { parent.unwrap_or_default() } else { &section.heading };
        Reader {
            section,
            field: field(heading),
            figures: &figures,
            listed: &listed,
            rows: &mut rows,
            pending: 0,
            title: None,
        }
        .read();
    }
    rows
}

/// Reads a section.
struct Reader<'a> {
    section: &'a Section,
    field: String,
    figures: &'a Figures<'a>,
    listed: &'a BTreeSet<&'a At>,
    rows: &'a mut Vec<Row>,
    /// The rows from this one on have no key with who does them yet.
    pending: usize,
    /// A paragraph that is no sentence, and may be the title of a block of keys.
    title: Option<(At, Range<usize>, String)>,
}

/// Keys of what came of a task.
const RESULTS: [&str; 9] = [
    "完成情况：",
    "办理结果：",
    "办理情况：",
    "进展情况：",
    "落实情况：",
    "工作进展：",
    "完成结果：",
    "结果：",
    "进展：",
];

impl Reader<'_> {
    fn read(mut self) {
        self.pending = self.rows.len();
        let is_plan = self.section.purpose == Purpose::Plan;
        for (number, paragraph) in (1..).zip(&self.section.paragraphs) {
            let at = At { section: self.section.id.as_str().into(), paragraph: number };
            let words = &paragraph.words;
            let start = boundary(words, paragraph.mark);
            let pairs = keys::read(words, start..words.len());
            let is_block =
                pairs.iter().any(|pair| keys::TASKS.contains(&pair.key) || keys::WHO.contains(&pair.key));
            let may_be = is_plan || (self.section.purpose == Purpose::Other && is_block);
            // What came of a task is none.
            let is_result = RESULTS.iter().any(|key| words.starts_with(key));
            // A list of projects is none of tasks.
            if !may_be
                || is_result
                || self.listed.contains(&at)
                || pairs.iter().any(|pair| keys::NAMES.contains(&pair.key))
            {
                continue;
            }
            let bracketed = brackets(words, start..words.len());
            let open: Vec<&KeyValue> = pairs
                .iter()
                .filter(|pair| !bracketed.iter().any(|range| range.contains(&pair.start)))
                .collect();
            if is_block && !open.is_empty() {
                self.block(&at, words, start, &open);
            } else {
                self.prose(&at, paragraph, &bracketed);
            }
        }
    }

    /// Paragraphs of sentences. Brackets with keys say who does what stands before them.
    fn prose(&mut self, at: &At, paragraph: &Paragraph, brackets: &[Range<usize>]) {
        let words = &paragraph.words;
        self.pending = self.rows.len();
        let mut from = boundary(words, paragraph.mark + paragraph.run_in);
        let is_sentence = words.ends_with(['。', '；', '！', '：']) || words.chars().count() > 40;
        self.title = (!is_sentence).then(|| {
            let start = boundary(words, paragraph.mark);
            (at.clone(), start..words.len(), words.get(start..).unwrap_or_default().to_owned())
        });
        for bracket in brackets {
            let Some(who) = who(words, bracket.clone()).filter(|_| bracket.start >= from) else {
                continue;
            };
            self.clauses(at, words, from..bracket.start);
            self.tell(&who);
            from = bracket.end;
        }
        self.clauses(at, words, from..words.len());
    }

    /// The tasks of a range.
    fn clauses(&mut self, at: &At, words: &str, range: Range<usize>) {
        let known = self.figures.get(at).map(Vec::as_slice).unwrap_or_default();
        for commitment in commitments::read(words, range, known) {
            let row = self.row(at, commitment);
            self.rows.push(row);
        }
    }

    /// A block of keys, or a part of one in a paragraph of its own.
    fn block(&mut self, at: &At, words: &str, start: usize, pairs: &[&KeyValue]) {
        let first = pairs.first().map_or(words.len(), |pair| pair.start);
        let lead = words.get(start..first).unwrap_or_default();
        let lead = lead.trim_end_matches(['（', '(', '。', '：', '；']);
        let task = pairs.iter().find(|pair| keys::TASKS.contains(&pair.key));
        if let Some(task) = task {
            self.pending = self.rows.len();
            let range = task.value.clone();
            let known = self.figures.get(at).map(Vec::as_slice).unwrap_or_default();
            let read = commitments::read(words, range.clone(), known);
            let targets = read.iter().filter(|commitment| commitment.target.is_some()).count();
            let whole = words.get(range.clone()).unwrap_or_default();
            if targets > 1 {
                for commitment in read {
                    let row = self.row(at, commitment);
                    self.rows.push(row);
                }
            } else {
                let target = read.into_iter().find_map(|commitment| commitment.target);
                let grade = Grade::Key;
                let row = self.row(at, Commitment { range, task: whole.to_owned(), target, grade });
                self.rows.push(row);
            }
        } else if !lead.is_empty() {
            self.pending = self.rows.len();
            self.clauses(at, words, start..start + lead.len());
            if self.pending == self.rows.len() {
                let range = start..start + lead.len();
                let row = self
                    .row(at, Commitment { range, task: lead.to_owned(), target: None, grade: Grade::Key });
                self.rows.push(row);
            }
        } else if self.pending == self.rows.len()
            && let Some((title_at, range, title)) = self.title.take()
        {
            let row = self.row(&title_at, Commitment { range, task: title, target: None, grade: Grade::Key });
            self.rows.push(row);
        }
        let others = pairs.iter().filter(|pair| !keys::TASKS.contains(&pair.key));
        let cells: Cells =
            others.map(|pair| (pair.key, words.get(pair.value.clone()).unwrap_or_default())).collect();
        // The next paragraph may have more keys of the same block: rows stay pending.
        let pending = self.pending;
        self.tell(&cells);
        self.pending = pending;
        self.title = None;
    }

    /// Adds cells to the rows that have none yet.
    fn tell(&mut self, cells: &Cells) {
        for row in self.rows.iter_mut().skip(self.pending) {
            for (key, value) in cells.iter() {
                if row.cell(key).is_empty() {
                    row.cells.push(key, value);
                }
            }
        }
        self.pending = self.rows.len();
    }

    fn row(&self, at: &At, commitment: Commitment) -> Row {
        let Commitment { range, task, target, grade } = commitment;
        let mut cells = Cells::from_iter([
            ("section", &*at.section),
            ("paragraph", &at.paragraph.to_string()),
            ("field", &self.field),
            ("task", &task),
        ]);
        let has_digit = target.as_ref().is_some_and(|target| target.contains(|c: char| c.is_numeric()));
        if let Some(target) = target {
            cells.push("target", &target);
        }
        let sureness = match grade {
            Grade::Key => {
                Sureness::Sure(said("写在“目标任务”一类的关键词后面", "it follows a key such as 目标任务"))
            }
            Grade::Target if has_digit => {
                Sureness::Sure(said("计划部分的一句，带一个数值", "a clause of the plan with one number"))
            }
            Grade::Target => Sureness::Likely(said("目标是一个词", "the target is a word")),
            Grade::Numbers => Sureness::Likely(said(
                "计划部分的一句，数值不止一个或说的是前一句",
                "a clause of the plan with several numbers, or one that goes on about the clause before",
            )),
            Grade::Action => Sureness::Likely(said(
                "计划部分以动词开头的一句",
                "a clause of the plan that begins with a verb",
            )),
            Grade::Creed => {
                Sureness::Doubtful(said("总体要求里的一句", "a clause of the general requirements"))
            }
        };
        Row { table: Table::Tasks, cells, span: Span::Words(at.clone(), range), sureness }
    }
}

/// A byte of a text at which a character begins: `at`, or 0.
fn boundary(words: &str, at: usize) -> usize {
    if words.is_char_boundary(at) { at } else { 0 }
}

/// The brackets of a range that stand in no others.
fn brackets(words: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let part = words.get(range.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let mut last = 0;
    // What is left out between two characters that stand outside is brackets or quotation marks.
    for (at, character) in outside(part).chain([(part.len(), ' ')]) {
        let between = part.get(last..at).unwrap_or_default();
        if between.starts_with(['（', '(', '【', '［']) {
            found.push(range.start + last..range.start + at);
        }
        last = (at + character.len_utf8()).min(part.len());
    }
    found
}

/// Who does something, as a bracket says it: （责任单位：县教育局）, （县教育局牵头，县财政局配合）.
fn who(words: &str, bracket: Range<usize>) -> Option<Cells> {
    let pairs = keys::read(words, bracket.clone());
    if pairs.iter().any(|pair| keys::WHO.contains(&pair.key)) {
        let cell = |pair: &KeyValue| (pair.key, words.get(pair.value.clone()).unwrap_or_default());
        return Some(pairs.iter().map(cell).collect());
    }
    let inside = words.get(bracket)?.trim_matches(['（', '）', '(', ')', '【', '】', '［', '］']);
    let is_office =
        longest_suffix(inside, &["牵头", "负责", "牵头负责", "配合", "分别负责", "按职责分工负责"]) > 0;
    is_office.then(|| Cells::from_iter([("责任单位", inside)]))
}

/// A word for the field of a section: its heading without what says that it is to be done.
fn field(heading: &str) -> String {
    static VERBS: Words = Words::new(&[
        "坚持",
        "坚定",
        "坚定不移",
        "坚决",
        "加快",
        "推进",
        "推动",
        "加强",
        "加大",
        "着力",
        "聚力",
        "全力",
        "全力以赴",
        "大力",
        "持续",
        "全面",
        "深入",
        "扎实",
        "切实",
        "统筹",
        "积极",
        "努力",
        "聚焦",
        "突出",
        "强化",
        "深化",
        "巩固",
        "拓展",
        "提升",
        "提高",
        "增强",
        "优化",
        "扩大",
        "促进",
        "实施",
        "落实",
        "抓好",
        "抓实",
        "做好",
        "打造",
        "建设",
        "构建",
        "保障",
        "改善",
        "增进",
        "发展",
        "紧扣",
        "紧盯",
        "围绕",
        "更加",
        "更大力度",
        "进一步",
        "不断",
        "高质量",
        "高标准",
        "高水平",
        "以",
        "牢牢",
        "稳步",
        "有序",
        "奋力",
        "强力",
    ]);
    let heading = heading.trim_end_matches(['。', '：']);
    // 2026年经济社会发展的主要任务
    let heading = match heading.split_once("年") {
        Some((year, rest)) if year.ends_with(|c: char| c.is_ascii_digit()) => {
            rest.rsplit_once('的').map_or(rest, |(_, rest)| rest)
        }
        _ => heading,
    };
    let last = heading.split(['，', '、', ',']).rfind(|part| part.chars().count() > 1).unwrap_or(heading);
    let mut rest = last;
    loop {
        let length = VERBS.prefix(rest);
        let after = rest.get(length..).unwrap_or_default();
        // What is left must say something: 高质量发展.
        if length == 0
            || after.chars().count() < 2
            || ["发展", "建设", "工作", "水平", "成效"].contains(&after)
        {
            break;
        }
        rest = after;
    }
    rest.to_owned()
}

#[cfg(test)]
mod tests;
