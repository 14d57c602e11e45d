//! Lists of projects and of tasks.

use plan_data::Unit;

use super::heads::Head;
use super::numbering::{self, Depth};
use super::sheet::{Sheet, merged};
use super::{Doubts, kept_head, omission};
use crate::row::{Cells, Row, Span, Table, said};

/// What a list is of.
struct List {
    table: Table,
    /// The column of the names.
    name: &'static str,
    /// That of the headings.
    heading: &'static str,
}

const PROJECTS: List = List { table: Table::Projects, name: "name", heading: "sector" };
const TASKS: List = List { table: Table::Tasks, name: "task", heading: "field" };

/// A column of the package's own, where the table has it, and its id.
type Fixed = (Option<usize>, &'static str);

/// Names of rows that add up others.
const SUMS: [&str; 6] = ["合计", "总计", "小计", "共计", "总合计", "累计"];

/// Reads a list of projects.
pub(super) fn projects(sheet: &Sheet<'_>, rows: &mut Vec<Row>) {
    let first = |heads: &[Head]| heads.iter().find_map(|head| sheet.column(*head));
    let fixed = [
        (first(&[Head::Project, Head::Name]), "name"),
        (sheet.column(Head::Number), "number"),
        (sheet.column(Head::Sector), "sector"),
        (sheet.column(Head::Work), "work"),
        (sheet.column(Head::Location), "location"),
    ];
    read(sheet, &PROJECTS, &fixed, rows);
}

/// Reads a list of tasks.
pub(super) fn tasks(sheet: &Sheet<'_>, rows: &mut Vec<Row>) {
    let (broad, part) = (sheet.column(Head::Task), sheet.column(Head::SubTask));
    // Where one task has several measures, each of these is a row, and the task is what they have in common.
    let is_field =
        broad.is_some() && part.is_some() && sheet.column(Head::Sector).is_none() && repeats(sheet, broad);
    let others: Vec<usize> = sheet.columns(Head::Task).skip(1).collect();
    let (name, field) = match (broad, part, others.first()) {
        (Some(_), Some(_), _) if is_field => (part, broad),
        (Some(_), None, Some(second)) if repeats(sheet, broad) => (Some(*second), broad),
        (None, part, _) => (part.or(sheet.column(Head::Name)).or(sheet.column(Head::Target)), None),
        _ => (broad, None),
    };
    let target = sheet.column(Head::Target).filter(|target| Some(*target) != name);
    let target = target.or_else(|| sheet.column(Head::Values));
    let fixed = [
        (name, "task"),
        (sheet.column(Head::Number), "number"),
        (field.or(sheet.column(Head::Sector)), "field"),
        (target, "target"),
        (sheet.column(Head::Unit).filter(|_| sheet.has_units()), "unit"),
    ];
    read(sheet, &TASKS, &fixed, rows);
}

/// Whether a cell of a column stands for several rows: it is repeated or left empty.
fn repeats(sheet: &Sheet<'_>, column: Option<usize>) -> bool {
    let mut above = "";
    let mut count = 0_usize;
    for (_, row) in sheet.rows().filter(|(_, row)| merged(row).is_none()) {
        let cell = Sheet::cell(row, column);
        count += usize::from(cell == above || cell.is_empty());
        above = cell;
    }
    count > 0
}

/// Where the reading of a list is.
#[derive(Default)]
struct Place {
    /// The headings above, the category and the group.
    category: Option<(String, bool)>,
    group: Option<(String, bool)>,
    last: Option<u32>,
    /// Whether a heading has come since the last number.
    is_new: bool,
    /// The last cell of the column of fields, which one that is empty repeats.
    field: String,
}

impl Place {
    /// The heading nearest above, and whether it is surely one.
    fn heading(&self) -> Option<&(String, bool)> {
        self.group.as_ref().or(self.category.as_ref())
    }
}

fn read(sheet: &Sheet<'_>, list: &List, fixed: &[Fixed], rows: &mut Vec<Row>) {
    let column = |id: &str| fixed.iter().find(|(_, known)| *known == id).and_then(|(at, _)| *at);
    let own: Vec<usize> = fixed.iter().filter_map(|(at, _)| *at).collect();
    let mut used = Vec::new();
    let kept: Vec<(usize, String)> = (0..)
        .zip(&sheet.heads)
        .filter(|(at, _)| !own.contains(at))
        .map(|(at, head)| (at, kept_head(list.table.name(), (0, 0), (at, head), &mut used)))
        .collect();
    let mut place = Place::default();
    for (at, row) in sheet.rows() {
        let omit = |rows: &mut Vec<Row>, zh: &'static str, en: &'static str| {
            rows.extend(omission(sheet, at, &said(zh, en)));
        };
        let mut own = Sheet::cell(row, column("number"));
        let one = merged(row).filter(|_| sheet.heads.len() > 1);
        let mut printed = one.unwrap_or_else(|| Sheet::cell(row, column(list.name)));
        // A heading that begins in the column of numbers.
        if printed.is_empty() && numbering::split(own).is_some_and(|(depth, ..)| depth <= Depth::Group) {
            (printed, own) = (own, "");
        }
        let numbered =
            numbering::of_cell(own).filter(|_| one.is_none()).map(|(depth, number)| (depth, number, printed));
        let numbered = numbered.or_else(|| numbering::split(printed));
        let (depth, number, name) = match numbered {
            Some((depth, number, name)) => (Some(depth), number, name),
            None => (None, String::new(), printed),
        };
        if [own, name].into_iter().any(is_sum_name) {
            omit(rows, "合计一行，不是单个的项目或任务", "a row that adds up others");
            continue;
        }
        if row.iter().all(String::is_empty) {
            continue;
        }
        let is_filled = |at: &usize| !Sheet::cell(row, Some(*at)).is_empty();
        let details =
            kept.iter().map(|(at, _)| at).chain(column("location").iter()).filter(|at| is_filled(at)).count();
        let is_numeral = matches!(depth, Some(Depth::Category | Depth::Group));
        let has_only_sums =
            kept.iter().filter(|(at, _)| is_filled(at)).all(|(at, _)| is_sum(Sheet::cell(row, Some(*at))));
        let is_heading = match depth {
            Some(Depth::Category | Depth::Group) => {
                let is_bare = one.is_some() || details == 0;
                is_bare
                    || (column("location").is_none_or(|at| !is_filled(&at))
                        && has_only_sums
                        && details * 2 <= kept.len())
            }
            Some(_) => false,
            None => one.is_some() || (!name.is_empty() && details == 0 && kept.len() > 1),
        };
        if is_heading && !name.is_empty() {
            let is_clear = is_numeral || (row.len() > 1 && name.chars().count() <= 15);
            let heading = Some((heading_words(name).to_owned(), is_clear));
            if depth == Some(Depth::Group)
                || (depth.is_none() && place.category.as_ref().is_some_and(|(_, clear)| *clear))
            {
                place.group = heading;
            } else {
                (place.category, place.group) = (heading, None);
            }
            place.is_new = true;
            if details > 0 && one.is_none() {
                omit(rows, "标题一行里的合计数", "sums in a row that is a heading");
            }
            continue;
        }
        if name.is_empty() {
            omit(rows, "这一行没有名称", "the row has no name");
            continue;
        }
        let mut doubts = Doubts::default();
        if row.len() != sheet.heads.len() {
            let (found, expected) = (row.len(), sheet.heads.len());
            doubts.doubtful(
                format!("这一行有{found}格，表头有{expected}格"),
                format!("the row has {found} cells, the heads are {expected}"),
            );
        }
        let longest = if list.table == Table::Projects { 60 } else { 300 };
        if name.chars().count() > longest || name.chars().count() < 2 {
            doubts.likely("名称过长或过短", "the name is too long or too short");
        }
        if list.table == Table::Projects && name.contains(['。', '；']) {
            doubts.doubtful("名称像是句子", "the name reads like a sentence");
        }
        if details == 0 {
            doubts.likely("只有名称", "the row has a name only");
        }
        if let (Some(last), Ok(number)) = (place.last, number.parse::<u32>())
            && number != last.saturating_add(1)
            && !(number == 1 && place.is_new)
            && number != last
        {
            doubts.likely("序号与上一行不连续", "the number does not follow that of the row above");
        }
        if let Ok(number) = number.parse::<u32>() {
            (place.last, place.is_new) = (Some(number), false);
        }
        rows.push(row_of(sheet, list, (at, row), (number, name), (fixed, &kept), &mut place, doubts));
    }
}

/// The row of a project or task.
fn row_of(
    sheet: &Sheet<'_>,
    list: &List,
    (at, row): (usize, &[String]),
    (number, name): (String, &str),
    (fixed, kept): (&[Fixed], &[(usize, String)]),
    place: &mut Place,
    mut doubts: Doubts,
) -> Row {
    let column = |id: &str| fixed.iter().find(|(_, known)| *known == id).and_then(|(at, _)| *at);
    let mut cells = Cells::default();
    let mut add = |id: &str, cell: &str| {
        if !cell.is_empty() {
            cells.push(id, cell);
        }
    };
    add("number", &number);
    add(list.name, name);
    let own = Sheet::cell(row, column(list.heading));
    if column(list.heading).is_some() {
        if own.is_empty() {
            add(list.heading, &place.field);
        } else {
            own.clone_into(&mut place.field);
            let words = numbering::split(own).filter(|(depth, ..)| *depth <= Depth::Group);
            add(list.heading, words.map_or(own, |(.., words)| words));
        }
    }
    if let Some((heading, is_clear)) = place.heading() {
        add(if column(list.heading).is_some() { "分类" } else { list.heading }, heading);
        if !is_clear {
            doubts.likely(
                format!("“{heading}”一行当作标题"),
                format!("the row “{heading}” was taken for a heading"),
            );
        }
    }
    for id in ["target", "unit", "work", "location"] {
        let cell = Sheet::cell(row, column(id));
        // The reader of packages takes no other unit.
        if id == "unit" && Unit::try_from(cell.to_owned()).is_err() {
            add("计量单位（附表）", cell);
            doubts.likely("单位不认得", "the unit is not known");
        } else {
            add(id, cell);
        }
    }
    for (at, head) in kept {
        add(head, Sheet::cell(row, Some(*at)));
    }
    if let Some(further) = row.get(sheet.heads.len()..).filter(|further| !further.is_empty()) {
        add("表头之外", &further.join("｜"));
    }
    Row { table: list.table, cells, span: Span::Cells(sheet.number, at), sureness: doubts.sureness() }
}

/// Whether a name is that of a row that adds up others: 合计（45个）.
fn is_sum_name(name: &str) -> bool {
    let rest = SUMS.iter().find_map(|sum| name.strip_prefix(sum));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['（', '(', '：', ':', '1', '2', '3']))
}

/// Whether a cell is a number or a count, as a heading may have: 5个, 12.3, —.
fn is_sum(cell: &str) -> bool {
    super::heads::is_number(cell) || cell.chars().all(|c| matches!(c, '-' | '—' | '/'))
}

/// A heading without the count in brackets at its end: 交通（5个）.
fn heading_words(name: &str) -> &str {
    let bare = name.strip_suffix(['）', ')']).and_then(|bare| bare.rsplit_once(['（', '(']));
    let words = match bare {
        Some((words, inner))
            if !words.is_empty()
                && inner.contains(|c: char| c.is_ascii_digit() || c == '个' || c == '项') =>
        {
            words
        }
        _ => name,
    };
    words.trim_end_matches(['：', ':'])
}
