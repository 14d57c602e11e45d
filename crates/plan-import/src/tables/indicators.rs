//! Rows of indicators, with the headings above them, their units and their values.

use std::collections::HashMap;

use plan_data::package::{Role, roles};
use plan_data::{Cell, Quantity, Unit, Value};

use super::heads::{self, Head};
use super::numbering::{self, Depth};
use super::sheet::{Sheet, merged};
use super::{Doubts, Kind, kept_head, omission};
use crate::row::{Cells, Row, Span, Table, said};
use crate::{Report, Sureness};

/// Words for a cell of units that repeats the one above.
const DITTO: [&str; 6] = ["〃", "″", "\"", "同上", "”", "々"];

/// Words in place of a unit or a value where there is none.
const NONE: [&str; 7] = ["-", "—", "－", "–", "/", "／", "——"];

/// What is known across the tables of a report.
pub(super) struct Reader {
    /// The year of the results and of the plan, both 0 where nothing says them.
    years: (u16, u16),
    /// How many tables of indicators there are.
    tables: usize,
    /// The numbers of categories and of groups that headings have taken.
    taken: [HashMap<String, usize>; 2],
    /// How many headings there have been.
    headings: usize,
}

impl Reader {
    pub(super) fn new(report: &Report, sheets: &[(Sheet<'_>, Option<Kind>)]) -> Self {
        let of_indicators = || sheets.iter().filter(|(_, kind)| *kind == Some(Kind::Indicators));
        let heads = of_indicators().flat_map(|(sheet, _)| &sheet.heads);
        let titles = of_indicators().flat_map(|(sheet, _)| &sheet.grid.titles);
        let years = years(report, heads, titles);
        Self { years, tables: of_indicators().count(), taken: Default::default(), headings: 0 }
    }

    /// The year of the results where only the tables say it.
    pub(super) fn year_of_heads(&self, report: &Report) -> Option<Row> {
        let (year, _) = self.years;
        let is_said = report.actual_year.is_some() || report.plan_year.is_some();
        let row = Row {
            table: Table::Report,
            cells: Cells::default(),
            span: Span::Nowhere,
            sureness: Sureness::Likely(said("附表的年份", "the year of the tables")),
        };
        (!is_said && year > 0).then(|| row.with("key", "完成年份").with("value", year.to_string()))
    }

    /// Reads a table.
    pub(super) fn read(&mut self, sheet: &Sheet<'_>, rows: &mut Vec<Row>) {
        let columns = Columns::of(sheet, self.years);
        let mut place = Reading::new(sheet, &columns);
        if self.tables > 1 && !place.has_headings {
            place.category = self.title(sheet);
        }
        for (number, row) in sheet.rows() {
            self.row(sheet, &columns, &mut place, (number, row), rows);
        }
    }

    /// The name of a table, which is the category of its rows where several tables tell the rows apart.
    fn title(&mut self, sheet: &Sheet<'_>) -> Option<Heading> {
        let is_name = |title: &&String| {
            let is_mark =
                ["附表", "附件", "单位", "（单位", "(单位", "续"].iter().any(|mark| title.starts_with(mark));
            !is_mark || title.chars().count() > 12 && !title.contains("单位：")
        };
        let title = sheet.grid.titles.iter().rev().find(is_name)?;
        let title = title.strip_prefix('表').map_or(title.as_str(), |rest| {
            rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十：:、".contains(c))
        });
        let (number, words) = match numbering::split(title) {
            Some((Depth::Category, number, words)) => (number, words),
            _ => (String::new(), title),
        };
        Some(self.heading(0, &number, words, true))
    }

    /// A heading with the number that it may have: one that another heading has taken stands before its words.
    fn heading(&mut self, level: usize, number: &str, words: &str, is_clear: bool) -> Heading {
        self.headings += 1;
        let id = self.headings;
        let mut heading = Heading {
            number: String::new(),
            words: words.trim_end_matches(['：', ':']).to_owned(),
            is_clear,
        };
        let Some(taken) = self.taken.get_mut(level).filter(|_| !number.is_empty()) else {
            return heading;
        };
        if *taken.entry(number.to_owned()).or_insert(id) == id {
            number.clone_into(&mut heading.number);
        } else if level == 0 {
            heading.words = format!("{number}、{}", heading.words);
        } else {
            heading.words = format!("（{number}）{}", heading.words);
        }
        heading
    }

    fn row(
        &mut self,
        sheet: &Sheet<'_>,
        columns: &Columns,
        place: &mut Reading,
        (at, row): (usize, &[String]),
        rows: &mut Vec<Row>,
    ) {
        let omit = |rows: &mut Vec<Row>, zh: &'static str, en: &'static str| {
            rows.extend(omission(sheet, at, &said(zh, en)));
        };
        let own = Sheet::cell(row, columns.number);
        let printed = Sheet::cell(row, columns.name);
        let one = merged(row);
        // In merged cells the name is repeated.
        let is_one = one.is_some() && (row.len() > 1 || sheet.heads.len() > 1);
        let is_bare = columns.is_bare(row, is_one);
        let (depth, number, name) = match numbering::of_cell(own).filter(|_| !is_one) {
            Some((depth, number)) => (Some(depth), number, printed),
            None => match numbering::split(one.filter(|_| is_one).unwrap_or(printed)) {
                Some((depth, number, name)) => (Some(depth), number, name),
                None => (None, String::new(), one.filter(|_| is_one).unwrap_or(printed)),
            },
        };
        // The mark of a note alone is no name.
        if marked(name).0.is_empty() {
            if row.iter().any(|cell| !cell.is_empty()) {
                omit(rows, "这一行没有指标名称", "the row has no name of an indicator");
            }
            return;
        }
        if is_bare {
            let is_clear = depth.is_some() || (row.len() > 1 && is_plain_heading(name));
            match depth {
                Some(Depth::Category) => {
                    place.category = Some(self.heading(0, &number, name, true));
                    place.group = None;
                }
                Some(Depth::Group) => place.group = Some(self.heading(1, &number, name, true)),
                None if place.rest_of_name(name) => {
                    place.open_name(rows, name);
                    return;
                }
                None if place.has_categories => place.group = Some(self.heading(1, "", name, is_clear)),
                None => {
                    place.category = Some(self.heading(0, "", name, is_clear));
                    place.group = None;
                }
                Some(Depth::Item | Depth::SubItem) => {
                    omit(
                        rows,
                        "这一行只有名称，没有单位和数值",
                        "the row has a name only, neither unit nor value",
                    );
                }
            }
            return;
        }
        place.columns_of_headings(self, row, columns);
        let mut number = number;
        match depth {
            // A heading that has values is the first of its rows.
            Some(Depth::Category) if place.has_categories => {
                place.category = Some(self.heading(0, &number, name, true));
                place.group = None;
                number.clear();
            }
            Some(Depth::Group) if place.has_groups => {
                place.group = Some(self.heading(1, &number, name, true));
                number.clear();
            }
            Some(Depth::Group) => number = format!("（{number}）"),
            _ => {}
        }
        rows.push(self.indicator(sheet, columns, place, (at, row), (number, name)));
    }

    /// The row of an indicator.
    fn indicator(
        &self,
        sheet: &Sheet<'_>,
        columns: &Columns,
        place: &mut Reading,
        (at, row): (usize, &[String]),
        (number, printed): (String, &str),
    ) -> Row {
        let mut doubts = Doubts::default();
        let mut notes: Vec<String> = Vec::new();
        place.doubts(&mut doubts, &number);
        columns.doubts(sheet, row, &mut doubts);
        if printed.chars().count() > 50 || printed.contains(['。', '；']) {
            doubts.doubtful("名称像是句子", "the name reads like a sentence");
        }
        let (mut name, mark) = marked(printed);
        match note_of(mark, &sheet.grid.notes) {
            Some(note) => notes.push(note),
            None => name = printed,
        }
        let (name, unit) = self.unit(sheet, columns, place, row, name, &mut doubts);
        let mut cells = Cells::default();
        let mut add = |id: &str, cell: &str| {
            if !cell.is_empty() {
                cells.push(id, cell);
            }
        };
        for (heading, of_number, of_words) in
            [(&place.category, "category_number", "category"), (&place.group, "group_number", "group")]
        {
            if let Some(Heading { number, words, .. }) = heading {
                add(of_number, number);
                add(of_words, words);
            }
        }
        add("number", &number);
        add("name", &name);
        // Where one value is in another unit, each has its own.
        let own_units = columns.has_other_unit(row, &unit).then(|| unit.clone());
        let unit = if own_units.is_some() { String::new() } else { unit };
        if own_units.is_some() {
            doubts.likely(
                "各格的单位不同，写在各格里",
                "the values are in several units, which stand with them",
            );
        }
        add("unit", &unit);
        let mut has_value = false;
        for column in &columns.rest {
            let cell = Sheet::cell(row, Some(column.at));
            if cell.is_empty() {
                continue;
            }
            let Holds::Values(column_unit) = &column.holds else {
                add(&column.id, cell);
                continue;
            };
            has_value |= !NONE.contains(&cell);
            let wanted = column_unit.as_deref().unwrap_or(unit.as_str());
            let is_free = column_unit.as_deref() == Some("");
            match value(cell, (wanted, is_free), &sheet.grid.notes) {
                Ok((value, note, doubt)) => {
                    let of_row = own_units.as_ref().filter(|_| column_unit.is_none());
                    add(&column.id, &of_row.map_or(value.clone(), |unit| with_unit(&value, unit)));
                    notes.extend(note);
                    if let Some((zh, en)) = doubt {
                        doubts.likely(zh, en);
                    }
                }
                Err((zh, en)) => {
                    // What the package's reader would refuse is kept where it takes any words.
                    let head = if column.printed.is_empty() { &column.id } else { &column.printed };
                    notes.push(format!("“{head}”一格原文为“{cell}”"));
                    doubts.doubtful(zh, en);
                }
            }
        }
        if has_value && unit.is_empty() && own_units.is_none() && columns.unit.is_some() {
            doubts.likely("单位一格空着", "the cell of the unit is empty");
        }
        if !has_value && columns.of_values().next().is_some() {
            doubts.likely("没有数值", "the row has no value");
        }
        if let Some(further) = row.get(sheet.heads.len()..) {
            notes.extend(
                further
                    .iter()
                    .filter(|cell| !cell.is_empty())
                    .map(|cell| format!("表头之外的一格：“{cell}”")),
            );
        }
        if let Some(note) =
            Some(Sheet::cell(row, columns.note)).filter(|note| !note.is_empty() && !NONE.contains(note))
        {
            notes.insert(0, note.to_owned());
        }
        notes.dedup();
        add("note", &notes.join("；"));
        place.last_name = Some(printed.to_owned());
        Row {
            table: Table::Indicators,
            cells,
            span: Span::Cells(sheet.number, at),
            sureness: doubts.sureness(),
        }
    }

    /// The name without the unit in brackets at its end where that is the row's, and the unit.
    #[expect(clippy::unused_self, reason = "stands with what else reads a row")]
    fn unit(
        &self,
        sheet: &Sheet<'_>,
        columns: &Columns,
        place: &mut Reading,
        row: &[String],
        name: &str,
        doubts: &mut Doubts,
    ) -> (String, String) {
        let is_part = name.trim_start_matches(['#', '＃']).starts_with("其中");
        let printed = Sheet::cell(row, columns.unit).replace('％', "%");
        let same = name.to_owned();
        let unit = match printed.as_str() {
            unit if DITTO.contains(&unit) || (columns.unit.is_some() && unit.is_empty() && is_part) => {
                doubts.likely("单位照上一行", "the unit is that of the row above");
                place.unit.clone()
            }
            unit if NONE.contains(&unit) => String::new(),
            unit => unit.trim_matches(['（', '）', '(', ')']).to_owned(),
        };
        if columns.unit.is_some() {
            if !unit.is_empty() && Unit::try_from(unit.clone()).is_err() {
                doubts.likely("单位不认得", "the unit is not known");
            }
            place.unit.clone_from(&unit);
            return (same, unit);
        }
        if let Some((words, unit)) = split_unit(name) {
            return (words.to_owned(), unit);
        }
        if let Some(unit) = &columns.common_unit {
            return (same, unit.clone());
        }
        let of_title = title_unit(&sheet.grid.titles);
        let is_rate =
            ["增长", "增速", "率", "比重", "占比", "指数", "人数"].iter().any(|word| name.contains(word));
        let has_own = columns.of_values().any(|column| {
            let cell = Sheet::cell(row, Some(column));
            cell.parse::<Quantity>().is_ok_and(|quantity| !quantity.unit.printed().is_empty())
        });
        match of_title {
            Some(unit) if !is_rate && !has_own => (same, unit),
            Some(_) if !has_own => {
                doubts.likely("表题的单位未必是这一行的", "the unit of the title may not be that of the row");
                (same, String::new())
            }
            _ => (same, String::new()),
        }
    }
}

/// A heading above rows.
#[derive(Clone, Debug)]
struct Heading {
    number: String,
    words: String,
    /// Whether it is surely one, and no rest of a name.
    is_clear: bool,
}

/// Where the reading of a table is.
struct Reading {
    /// Whether a row is a heading of its own.
    has_headings: bool,
    /// Whether 一、 is a heading, and no number of a row.
    has_categories: bool,
    /// Whether （一） is.
    has_groups: bool,
    category: Option<Heading>,
    group: Option<Heading>,
    /// What the columns of categories last said.
    said: [String; 2],
    unit: String,
    last: Option<u32>,
    /// The category of the last number.
    last_heading: String,
    last_name: Option<String>,
}

impl Reading {
    fn new(sheet: &Sheet<'_>, columns: &Columns) -> Self {
        let (mut headings, mut rows) = ([0_usize; 2], [0_usize; 2]);
        let (mut has_items, mut has_plain) = (false, false);
        for (_, row) in sheet.rows() {
            let name = Sheet::cell(row, columns.name);
            let one = merged(row);
            let own = numbering::of_cell(Sheet::cell(row, columns.number)).filter(|_| one.is_none());
            let depth = own.map(|(depth, _)| depth);
            let depth = depth.or_else(|| numbering::split(one.unwrap_or(name)).map(|(depth, ..)| depth));
            let has_values = !columns.is_bare(row, one.is_some());
            let level = match depth {
                Some(Depth::Category) => 0,
                Some(Depth::Group) => 1,
                Some(_) => {
                    has_items = true;
                    continue;
                }
                None => {
                    has_plain |= !has_values;
                    continue;
                }
            };
            let count = if has_values { rows.get_mut(level) } else { headings.get_mut(level) };
            if let Some(count) = count {
                *count += 1;
            }
        }
        let [categories, groups] = headings;
        let [numbered, _] = rows;
        // Where every 一、 has values and nothing is numbered below, they number the rows.
        let has_categories = categories > 0 || (numbered > 0 && has_items);
        Self {
            has_headings: categories + groups > 0 || has_plain || has_categories,
            has_categories,
            has_groups: groups > 0 || has_categories || has_items,
            category: None,
            group: None,
            said: Default::default(),
            unit: String::new(),
            last: None,
            last_heading: String::new(),
            last_name: None,
        }
    }

    /// Takes the headings that stand in columns of their own; a cell left empty repeats the one above.
    fn columns_of_headings(&mut self, reader: &mut Reader, row: &[String], columns: &Columns) {
        for (level, column) in columns.headings.iter().enumerate() {
            let cell = Sheet::cell(row, Some(*column));
            let Some(said) =
                self.said.get_mut(level).filter(|said| !cell.is_empty() && said.as_str() != cell)
            else {
                continue;
            };
            cell.clone_into(said);
            let split = numbering::split(cell).filter(|(depth, ..)| *depth <= Depth::Group);
            let (number, words) = split.map_or((String::new(), cell), |(_, number, words)| (number, words));
            let heading = Some(reader.heading(level, &number, words, true));
            if level == 0 {
                (self.category, self.group) = (heading, None);
                if let Some(said) = self.said.get_mut(1) {
                    said.clear();
                }
            } else {
                self.group = heading;
            }
        }
    }

    /// Whether a row that is but a name ends the name above it: that has an open bracket.
    fn rest_of_name(&self, name: &str) -> bool {
        let count = |name: &str, marks: [char; 2]| name.matches(marks).count();
        let is_open = |last: &str| count(last, ['（', '(']) > count(last, ['）', ')']);
        self.last_name.as_deref().is_some_and(is_open) && count(name, ['）', ')']) > count(name, ['（', '('])
    }

    /// Adds the rest of its name to the last row.
    fn open_name(&mut self, rows: &mut [Row], rest: &str) {
        let last = rows.iter_mut().rev().find(|row| row.table == Table::Indicators);
        if let Some(row) = last {
            let cells = row
                .cells
                .iter()
                .map(|(id, cell)| (id, [cell, if id == "name" { rest } else { "" }].concat()));
            row.cells = cells.collect();
            if row.sureness.rank() == 0 {
                row.sureness = Sureness::Likely(said(
                    "名称分在两行，已接上",
                    "the name stands on two rows, which were joined",
                ));
            }
        }
        self.last_name = None;
    }

    /// What the row's number and the headings above it leave in doubt.
    fn doubts(&mut self, doubts: &mut Doubts, number: &str) {
        for heading in [&self.category, &self.group].into_iter().flatten().filter(|heading| !heading.is_clear)
        {
            doubts.likely(
                format!("“{}”一行当作标题", heading.words),
                format!("the row “{}” was taken for a heading", heading.words),
            );
        }
        let Ok(number) = number.parse::<u32>() else {
            return;
        };
        let words = |heading: &Option<Heading>| {
            heading.as_ref().map(|heading| format!("{}{}", heading.number, heading.words)).unwrap_or_default()
        };
        let heading = format!("{}/{}", words(&self.category), words(&self.group));
        let is_next = match self.last {
            Some(last) => number == last.saturating_add(1) || (number == 1 && heading != self.last_heading),
            None => true,
        };
        if !is_next {
            doubts.likely("序号与上一行不连续", "the number does not follow that of the row above");
        }
        (self.last, self.last_heading) = (Some(number), heading);
    }
}

/// Whether words alone in a row are short as those of a heading are.
fn is_plain_heading(words: &str) -> bool {
    words.chars().count() <= 12 && !words.contains(|c: char| c.is_ascii_digit() || "（(，。；：".contains(c))
}

/// What a column holds.
enum Holds {
    /// Values, in the unit of the row, or of the column; where that is empty in none that is known.
    Values(Option<String>),
    /// Words.
    Words,
}

/// A column beside names and units.
struct Column {
    at: usize,
    /// The id, or the head under which it is kept.
    id: String,
    /// The head as printed.
    printed: String,
    holds: Holds,
}

/// The columns of a table.
struct Columns {
    number: Option<usize>,
    name: Option<usize>,
    unit: Option<usize>,
    note: Option<usize>,
    /// Those of categories and of groups.
    headings: Vec<usize>,
    rest: Vec<Column>,
    /// The unit of the heads where the table has no column of units.
    common_unit: Option<String>,
    /// Whether no head says which column the names are in.
    is_name_by_place: bool,
    /// How many there are.
    width: usize,
}

impl Columns {
    fn of(sheet: &Sheet<'_>, years: (u16, u16)) -> Self {
        let named =
            [Head::Indicator, Head::Project, Head::Name].into_iter().find_map(|head| sheet.column(head));
        let name = named.or_else(|| sheet.name_by_place());
        let number = sheet.column(Head::Number);
        // 单位 may be an office.
        let unit = sheet.column(Head::Unit).filter(|_| sheet.has_units());
        let note = sheet.column(Head::Note);
        let headings: Vec<usize> = sheet.columns(Head::Sector).take(2).collect();
        let own: Vec<usize> =
            [name, number, unit, note].into_iter().flatten().chain(headings.iter().copied()).collect();
        let is_rest = |at: &usize| !own.contains(at);
        let rest: Vec<usize> = (0..sheet.heads.len()).filter(is_rest).collect();
        let heads = of_year_before(sheet, &rest);
        let (rest, common_unit) = columns(sheet, &rest, &heads, years, unit.is_none());
        Self {
            number,
            name,
            unit,
            note,
            headings,
            rest,
            common_unit,
            is_name_by_place: named.is_none(),
            width: sheet.heads.len(),
        }
    }

    /// Whether a row has nothing but a name, before its number or without.
    fn is_bare(&self, row: &[String], is_one: bool) -> bool {
        let mut others = self.rest.iter().map(|column| column.at).chain(self.unit);
        is_one || others.all(|at| Sheet::cell(row, Some(at)).is_empty()) && row.len() <= self.width
    }

    /// The places of the columns of values.
    fn of_values(&self) -> impl Iterator<Item = usize> {
        self.rest.iter().filter(|column| matches!(column.holds, Holds::Values(_))).map(|column| column.at)
    }

    /// Whether a value of a row is printed in another unit than its own.
    fn has_other_unit(&self, row: &[String], unit: &str) -> bool {
        let in_unit = self.rest.iter().filter(|column| matches!(column.holds, Holds::Values(None)));
        let mut units = in_unit.filter_map(|column| own_unit(Sheet::cell(row, Some(column.at))));
        !unit.is_empty() && units.any(|own| own != unit && heads::is_unit(&own))
    }

    /// What the columns leave in doubt of a row.
    fn doubts(&self, sheet: &Sheet<'_>, row: &[String], doubts: &mut Doubts) {
        if self.is_name_by_place {
            doubts.likely("名称一列没有认得的表头", "no known head stands above the names");
        }
        if row.len() != sheet.heads.len() {
            let (found, expected) = (row.len(), sheet.heads.len());
            doubts.doubtful(
                format!("这一行有{found}格，表头有{expected}格"),
                format!("the row has {found} cells, the heads are {expected}"),
            );
        }
        if self.of_values().next().is_none() {
            doubts.doubtful("没有认得的数值列", "no column of values is known");
        }
    }
}

/// Heads with the year before them where several columns have the same: 2024年, 增长%, 2025年, 增长%.
fn of_year_before(sheet: &Sheet<'_>, rest: &[usize]) -> Vec<String> {
    let mut over = None;
    let head = |at: &usize| sheet.heads.get(*at).map_or("", String::as_str);
    let mut count: HashMap<&str, usize> = HashMap::new();
    for at in rest {
        *count.entry(head(at)).or_default() += 1;
    }
    let heads = rest.iter().map(|at| {
        let head = head(at);
        over = heads::year(head).or(over);
        match over {
            Some(year) if count.get(head).is_some_and(|count| *count > 1) && heads::year(head).is_none() => {
                format!("{year}年{head}")
            }
            _ => head.to_owned(),
        }
    });
    heads.collect()
}

/// The columns beside names and units under ids or heads that a package's reader knows, and the unit that the heads of values share.
fn columns(
    sheet: &Sheet<'_>,
    rest: &[usize],
    heads: &[String],
    years: (u16, u16),
    takes_unit: bool,
) -> (Vec<Column>, Option<String>) {
    let read = |heads: &[String]| roles("indicators", heads, years);
    let unit_of = |role: &Option<Role>| match role {
        Some(Role::Values(column)) => column.unit.clone().filter(|unit| !unit.is_empty()),
        _ => None,
    };
    let common = read(heads).iter().find_map(unit_of).filter(|unit| takes_unit && unit != "%");
    // In the unit of its row a column is that of the result or of the plan.
    let heads: Vec<String> = heads
        .iter()
        .map(|head| match (&common, split_unit(head)) {
            (Some(common), Some((words, unit))) if unit == *common => words.to_owned(),
            _ => head.clone(),
        })
        .collect();
    let mut used: Vec<String> = Vec::new();
    let columns = rest.iter().zip(&heads).zip(read(&heads)).map(|((at, head), role)| {
        let printed = sheet.heads.get(*at).cloned().unwrap_or_default();
        let kept = |used: &mut Vec<String>| kept_head("indicators", years, (*at, head), used);
        let (id, holds) = match role {
            Some(Role::Column(id @ ("actual" | "plan"))) if !used.iter().any(|used| used == id) => {
                used.push(id.to_owned());
                (id.to_owned(), Holds::Values(None))
            }
            Some(Role::Column("actual" | "plan")) => (kept(&mut used), Holds::Values(None)),
            Some(Role::Values(column)) => (kept(&mut used), Holds::Values(column.unit)),
            // 指标性质 has words of its own in a package.
            Some(Role::Column("kind")) => {
                (kept_head("indicators", years, (*at, "指标属性"), &mut used), Holds::Words)
            }
            Some(Role::Column(_) | Role::Kept) | None => (kept(&mut used), Holds::Words),
        };
        Column { at: *at, id, printed, holds }
    });
    (columns.collect(), common)
}

/// The years that a report and the heads of its tables say: that of the results and that of the plan.
fn years<'a>(
    report: &Report,
    heads: impl Iterator<Item = &'a String>,
    mut titles: impl Iterator<Item = &'a String>,
) -> (u16, u16) {
    match (report.actual_year, report.plan_year) {
        (Some(actual), plan) => return (actual, plan.unwrap_or(actual.saturating_add(1))),
        (None, Some(plan)) => return (plan.saturating_sub(1), plan),
        (None, None) => {}
    }
    let (mut done, mut planned) = (None, None);
    for head in heads {
        let Some(year) = heads::year(head) else {
            continue;
        };
        let is_planned =
            ["计划", "目标", "预期"].iter().any(|word| head.contains(word)) && !head.contains("完成");
        // A plan of five years ahead is not that of the year.
        if ["增长", "增速", "增幅", "±"].iter().any(|word| head.contains(word)) {
            continue;
        }
        let last = if is_planned { &mut planned } else { &mut done };
        *last = Some(last.map_or(year, |last: u16| last.max(year)));
    }
    match (done, planned) {
        (Some(done), planned) => {
            (done, planned.filter(|planned| *planned > done).unwrap_or(done + 1).min(done + 1))
        }
        (None, Some(planned)) => (planned - 1, planned),
        (None, None) => {
            // 2026年主要指标, over 上年实际 and 今年目标.
            let of_title = |title: &String| title.find("20").and_then(|at| heads::year(title.get(at..)?));
            titles.find_map(of_title).map_or((0, 0), |plan| (plan - 1, plan))
        }
    }
}

/// The unit in brackets at the end of a name or a head, where the program knows it, and what stands before.
fn split_unit(name: &str) -> Option<(&str, String)> {
    let bare = name.strip_suffix(['）', ')'])?;
    let (words, unit) = bare.rsplit_once(['（', '('])?;
    let unit = unit.replace('％', "%");
    (heads::is_unit(&unit) && !words.is_empty()).then_some((words, unit))
}

/// The unit that a title says, where it is one.
fn title_unit(titles: &[String]) -> Option<String> {
    let said = titles.iter().rev().find_map(|title| {
        let (_, unit) = title.split_once("单位：").or_else(|| title.split_once("单位:"))?;
        Some(unit.trim_end_matches(['）', ')', '］', ']']).replace('％', "%"))
    })?;
    heads::is_unit(&said).then_some(said)
}

/// A name or a value without the mark of a note at its end, and the mark.
fn marked(text: &str) -> (&str, &str) {
    let is_mark = |c: char| {
        matches!(c, '*' | '＊' | '#' | '＃' | '※' | '†' | '★' | '☆' | '△' | '▲' | '\u{2460}'..='\u{2473}')
            || matches!(c, '¹' | '²' | '³' | '⁴' | '⁵')
    };
    // m² has its digit for itself.
    let end = text.trim_end_matches(is_mark).len();
    let (bare, mark) = text.split_at_checked(end).unwrap_or((text, ""));
    if !mark.is_empty() && !bare.ends_with(['m', 'M']) {
        return (bare, mark);
    }
    for (open, close) in [('[', ']'), ('［', '］'), ('【', '】'), ('（', '）'), ('(', ')')] {
        let found = text.strip_suffix(close).and_then(|rest| rest.rsplit_once(open));
        if let Some((bare, inner)) = found
            && !bare.is_empty()
            && is_mark_word(inner, open)
        {
            return (bare, text.get(bare.len()..).unwrap_or_default());
        }
    }
    (text, "")
}

/// Whether words in brackets are the mark of a note: 注1, *, and in square ones 1.
fn is_mark_word(inner: &str, open: char) -> bool {
    let digits = inner.strip_prefix('注').unwrap_or(inner);
    let is_number = digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_star = !inner.is_empty() && inner.chars().all(|c| matches!(c, '*' | '＊'));
    is_star
        || (inner.starts_with('注') && is_number)
        || (is_number && !inner.is_empty() && matches!(open, '[' | '［'))
}

/// The note that a mark refers to, without the mark.
fn note_of(mark: &str, notes: &[String]) -> Option<String> {
    let inner = mark.trim_matches(['[', ']', '［', '］', '【', '】', '（', '）', '(', ')']);
    if inner.is_empty() {
        return None;
    }
    let plain = |text: &str| text.trim_start_matches(['：', ':', '.', '、', '）', ')', '．']).to_owned();
    let is_digits = inner.bytes().all(|byte| byte.is_ascii_digit());
    notes.iter().find_map(|note| {
        let body = note.strip_prefix('注').map_or(note.as_str(), |rest| rest.trim_start_matches(['：', ':']));
        if let Some(rest) = note.strip_prefix(inner).or_else(|| body.strip_prefix(inner)) {
            // *号为预计数 is of one star.
            return (!rest.starts_with(['*', '＊'])).then(|| plain(rest));
        }
        if is_digits {
            return None;
        }
        let (_, rest) = body.split_once(inner)?;
        let end = rest.find(|c: char| matches!(c, '；' | '\u{2460}'..='\u{2473}')).unwrap_or(rest.len());
        let quoted = rest.starts_with(['”', '"', '号', '为']);
        Some(if quoted { body.to_owned() } else { plain(rest.get(..end).unwrap_or(rest)) })
    })
}

/// The unit that a value is printed with.
fn own_unit(printed: &str) -> Option<String> {
    let cell: Cell = marked(printed).0.parse().ok()?;
    cell.amount()?;
    let unit = cell.split_mark().0.parse::<Quantity>().ok()?.unit;
    Some(unit.printed().to_owned()).filter(|unit| !unit.is_empty())
}

/// A value with the unit of its row where it has none itself.
fn with_unit(value: &str, unit: &str) -> String {
    match value.parse::<Cell>() {
        Ok(cell) if cell.amount().is_some() && own_unit(value).is_none() => cell.with_unit(unit),
        _ => value.to_owned(),
    }
}

type Reason = (&'static str, &'static str);

/// A value as a package's reader takes it, with the note that it is marked with and what is in doubt of it; else why that would refuse it.
/// `unit`: that of the row or column, and whether any is taken.
fn value(
    printed: &str,
    (unit, is_free): (&str, bool),
    notes: &[String],
) -> Result<(String, Option<String>, Option<Reason>), Reason> {
    let (bare, mark) = marked(printed);
    let note = note_of(mark, notes);
    let is_star = mark.chars().all(|c| matches!(c, '*' | '＊' | '（' | '）' | '(' | ')'));
    let (text, mut doubt) = match (mark.is_empty() || bare.is_empty(), is_star, note.is_some()) {
        // A star after a value is read as a mark.
        (true, ..) | (_, true, _) => (printed, None),
        (_, _, true) => (bare, None),
        _ => (bare, Some(("数值的注号没有找到注", "no note has the mark of the value"))),
    };
    let text = if let Some(rest) = text.strip_prefix(['+', '＋']) {
        doubt = Some(("原文数值前有加号", "the value is printed with a plus sign"));
        rest
    } else {
        text
    };
    let cell: Cell = text.parse().map_err(|_| ("数值不认得", "a value is not known"))?;
    if let Value::Number(_) = cell.value() {
        let quantity = cell.split_mark().0.parse::<Quantity>();
        let own = quantity.map_err(|_| ("数后面的字不认得", "what follows a number is not known"))?.unit;
        let own = own.printed();
        if !own.is_empty() && !is_free && !unit.is_empty() && own != unit {
            return Err(("数值的单位与本行不同", "a value is in another unit than its row"));
        }
        if !own.is_empty() && unit.is_empty() && !heads::is_unit(own) {
            doubt = Some(("数后面的字未必是单位", "what follows a number may be no unit"));
        }
    } else if cell.value() == Value::Words && (text.chars().count() > 20 || text.contains(['。', '，'])) {
        doubt = Some(("数值一格是一句话", "a sentence stands in place of a value"));
    }
    Ok((text.to_owned(), note, doubt))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_the_reader_takes() {
        let notes = vec!["注：①为预计数".to_owned()];
        let read = |text: &str, unit: &str| {
            value(text, (unit, false), &notes).map(|(text, note, doubt)| (text, note, doubt.is_some()))
        };
        assert_eq!(read("6.5左右", "%"), Ok(("6.5左右".into(), None, false)));
        assert_eq!(read("6.5%左右", "%"), Ok(("6.5%左右".into(), None, false)));
        assert_eq!(read("2.15*", "%"), Ok(("2.15*".into(), None, false)));
        assert_eq!(read("124①", "亿元"), Ok(("124".into(), Some("为预计数".into()), false)));
        assert_eq!(read("124②", "亿元"), Ok(("124".into(), None, true)));
        assert_eq!(read("+3.2", "%"), Ok(("3.2".into(), None, true)));
        assert_eq!(read("124亿元", ""), Ok(("124亿元".into(), None, false)));
        assert_eq!(read("完成市定目标", "%"), Ok(("完成市定目标".into(), None, false)));
        for (text, unit) in [("5%", "亿元"), ("1.2.3", "%"), ("1200、5.5", "亿元"), ("……", "%")] {
            assert!(read(text, unit).is_err(), "{text}");
        }
    }

    #[test]
    fn marks_of_notes() {
        assert_eq!(marked("新增就业*"), ("新增就业", "*"));
        assert_eq!(marked("新增就业（注1）"), ("新增就业", "（注1）"));
        assert_eq!(marked("细颗粒物（PM2.5）"), ("细颗粒物（PM2.5）", ""));
        let notes = ["注：1.甲；".to_owned(), "*为约束性指标。".to_owned(), "注2：乙".to_owned()];
        assert_eq!(note_of("*", &notes).as_deref(), Some("为约束性指标。"));
        assert_eq!(note_of("（注2）", &notes).as_deref(), Some("乙"));
        assert_eq!(note_of("", &notes), None);
        assert_eq!(note_of("②", &notes), None);
    }
}
