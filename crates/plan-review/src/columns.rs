//! The columns of tables, as a form has them: which there are, what may stand in them, and what is wrong with what does.
//! Ids, Chinese heads and which a row needs are those of `plan_data::package`.

use plan_data::facet::STAGES;
use plan_data::package::{chinese_table, column_ids, heads};
use plan_data::{
    Cell, Decimal, Direction, FigureKind, Kind, Modifier, Nature, Quantity, RelationKind, RemarkKind, Topic,
    Unit,
};

use crate::import::{Import, Row};

/// The tables that rows may be of, in the order of a package.
pub const TABLES: [&str; 12] = [
    "report",
    "sections",
    "headings",
    "indicators",
    "figures",
    "omissions",
    "projects",
    "mentions",
    "places",
    "locations",
    "tasks",
    "remarks",
];

/// The table of what the report says of itself: a row for each item.
const REPORT: &str = "report";

/// How a column is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// A line of text.
    Line,
    /// Text that may be long.
    Text,
    /// One of these words.
    Choice(Vec<&'static str>),
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its id; of one that is kept as printed, its head.
    pub id: String,
    /// Its head in Chinese; of the table of the report itself, its id.
    pub head: String,
    /// Whether a row needs it.
    pub is_required: bool,
    /// Whether a form has it without being asked for more.
    pub is_usual: bool,
    /// How it is filled in.
    pub field: Field,
}

/// What is wrong with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is empty and must not be.
    Missing,
    /// It is no quantity.
    Quantity,
    /// It is no number.
    Number,
    /// It is no unit.
    Unit,
    /// It is no year.
    Year,
    /// It is no day.
    Date,
    /// It is no number of a paragraph of that section.
    Paragraph,
    /// There is no section of that id.
    Section,
    /// It is neither a number nor words that stand for one.
    Value,
    /// It is none of the words that may stand there.
    Modifier,
}

fn words<T>(all: &[(&'static str, T)]) -> Field {
    Field::Choice(all.iter().map(|(word, _)| *word).collect())
}

fn field(table: &str, column: &str) -> Field {
    match (table, column) {
        ("figures", "kind") => words(FigureKind::ALL),
        ("indicators", "kind") => words(&Kind::ALL),
        ("remarks", "kind") => words(RemarkKind::ALL),
        ("indicators", "direction") => words(Direction::ALL),
        ("figures" | "mentions", "nature") => words(Nature::ALL),
        ("figures", "relation") => words(RelationKind::ALL),
        ("figures", "topic") => words(Topic::ALL),
        ("mentions", "stage_code") => Field::Choice(STAGES.to_vec()),
        (
            _,
            "printed" | "task" | "remark" | "note" | "about" | "heading" | "subject" | "reason" | "target",
        )
        | ("projects" | "mentions" | "indicators", "name" | "location")
        | (REPORT, "value") => Field::Text,
        _ => Field::Line,
    }
}

/// The columns that a form of that table has without being asked for more.
fn usual(table: &str) -> &'static [&'static str] {
    match table {
        "figures" => {
            &["printed", "subject", "kind", "nature", "value", "value_upper", "unit", "modifier", "year"]
        }
        "indicators" => &["number", "name", "unit", "actual", "plan"],
        "projects" => &["number", "name", "sector", "work", "location"],
        "mentions" => &["project", "name", "stage", "nature", "year"],
        "tasks" => &["field", "task", "target"],
        "remarks" => &["kind", "remark"],
        "omissions" => &["printed", "reason"],
        "sections" | "headings" => &["number", "heading"],
        "places" => &["name", "kind"],
        "locations" => &["project", "printed", "relation", "place"],
        _ => &["key", "value"],
    }
}

/// The columns that name a row of that table, each with its own table.
pub fn named_by(table: &str) -> &'static [(&'static str, &'static str)] {
    match table {
        "projects" => &[("mentions", "project"), ("locations", "project")],
        "places" => &[("locations", "place"), ("locations", "other")],
        _ => &[],
    }
}

/// Whether a column says where a row stands, which the row's span says too, or is its id.
fn is_place(table: &str, column: &str) -> bool {
    matches!(column, "section" | "paragraph" | "id") && table != "sections"
}

/// The columns of a row's form: the usual ones first, then the others of its table, then what else the row has.
pub fn columns(row: &Row) -> Vec<Column> {
    let table = row.table.as_str();
    let column = |id: &str, head: &str, is_required: bool| Column {
        id: id.to_owned(),
        head: head.to_owned(),
        is_required,
        is_usual: usual(table).contains(&id) || (!row.cell(id).is_empty() && !is_place(table, id)),
        field: field(table, id),
    };
    let mut columns: Vec<Column> = if table == REPORT {
        vec![column("key", "key", true), column("value", "value", false)]
    } else {
        let ids = column_ids(table).into_iter().filter(|id| !id.ends_with("_en"));
        let heads = heads(chinese_table(table), 0);
        // Without its year: that of the report may not be known.
        let heads =
            heads.iter().map(|(head, is_required)| (head.strip_prefix("0年").unwrap_or(head), *is_required));
        ids.zip(heads)
            .map(|(id, (head, is_required))| {
                column(id, head.strip_prefix("1年").unwrap_or(head), is_required)
            })
            .collect()
    };
    let place = |column: &Column| usual(table).iter().position(|id| *id == column.id).unwrap_or(usize::MAX);
    columns.sort_by_key(place);
    for (id, _) in &row.cells {
        if !columns.iter().any(|known| known.id == *id) {
            columns.push(Column { field: Field::Text, ..column(id, id, false) });
        }
    }
    columns
}

/// What is wrong with a cell, if anything. The other cells of its row say which section its paragraph is of.
pub fn fault(import: &Import, row: &Row, column: &Column) -> Option<Fault> {
    let cell = row.cell(&column.id);
    if cell.is_empty() {
        return column.is_required.then_some(Fault::Missing);
    }
    let is_year = || cell.len() == 4 && cell.parse().is_ok_and(|year: u16| (1900..=2200).contains(&year));
    let is_section = |id: &str| import.sections.iter().any(|section| section.id == id);
    let (is_right, fault) = match (row.table.as_str(), column.id.as_str()) {
        ("figures", "printed") => {
            (cell.trim_start_matches('为').parse::<Quantity>().is_ok(), Fault::Quantity)
        }
        ("figures", "value" | "value_upper") => (cell.parse::<Decimal>().is_ok(), Fault::Number),
        ("figures", "unit") => (Unit::try_from(cell.to_owned()).is_ok(), Fault::Unit),
        ("figures", "modifier") => {
            (cell.split('~').all(|word| Modifier::of(word).is_some()), Fault::Modifier)
        }
        ("figures" | "mentions", "year") => (is_year(), Fault::Year),
        ("indicators", "actual" | "plan") => (cell.parse::<Cell>().is_ok(), Fault::Value),
        (REPORT, "value") => match row.cell("key") {
            "完成年份" | "计划年份" | "actual_year" | "plan_year" => (is_year(), Fault::Year),
            "日期" | "date" => (is_date(cell), Fault::Date),
            _ => (true, Fault::Missing),
        },
        (_, "section") => (is_section(cell), Fault::Section),
        (_, "paragraph") => {
            let is_there =
                cell.parse().is_ok_and(|number| import.find(row.cell("section"), number).is_some());
            (is_there || !is_section(row.cell("section")), Fault::Paragraph)
        }
        _ => (true, Fault::Missing),
    };
    (!is_right).then_some(fault)
}

/// Whether a text is a day as packages have it: 2026-01-15, 2026年1月15日.
fn is_date(text: &str) -> bool {
    let is_marked = text.contains('年') && text.ends_with('日');
    let text = text.strip_suffix('日').unwrap_or(text).replace(['年', '月'], "-");
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = *parts.as_slice() else { return false };
    let padded = |part: &str| if is_marked { format!("{part:0>2}") } else { part.to_owned() };
    let written = format!("{year}-{}-{}", padded(month), padded(day));
    serde_json::from_value::<plan_data::Date>(serde_json::Value::String(written)).is_ok()
}

/// The cells of a figure that follow from what is printed; `None` where that is no quantity.
pub fn of_printed(printed: &str) -> Option<[(&'static str, String); 4]> {
    let Quantity { amount, unit } = printed.parse().ok()?;
    let modifiers: Vec<&str> = amount.modifiers.iter().map(Modifier::printed).collect();
    Some([
        ("value", amount.value.to_string()),
        ("value_upper", amount.upper.map(|upper| upper.to_string()).unwrap_or_default()),
        ("unit", unit.printed().to_owned()),
        ("modifier", modifiers.join("~")),
    ])
}

/// The column that says what a row is, first, and another that belongs to it.
pub fn title(row: &Row) -> (&str, &str) {
    let [first, second] = match row.table.as_str() {
        REPORT => ["value", "key"],
        "sections" | "headings" => ["heading", "number"],
        "indicators" => ["name", "unit"],
        "figures" => ["printed", "subject"],
        "omissions" => ["printed", "reason"],
        "locations" => ["printed", "project"],
        "tasks" => ["task", "target"],
        "remarks" => ["remark", ""],
        _ => ["name", ""],
    };
    (row.cell(first), row.cell(second))
}

/// The columns whose cells [`title`] shows, or that say the same as a row's place.
pub fn is_told_already(table: &str, column: &str) -> bool {
    match (table, column) {
        _ if is_place(table, column) => true,
        (REPORT, _)
        | ("figures" | "omissions" | "locations", "printed")
        | ("figures", "subject")
        | ("omissions", "reason")
        | ("tasks", "task")
        | ("remarks", "remark")
        | ("sections" | "headings", "heading")
        | ("indicators" | "projects" | "mentions" | "places", "name") => true,
        _ => false,
    }
}

/// How a mark of a table's rows looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shape {
    /// A number.
    Figure,
    /// A project, or a place that names one.
    Project,
    /// A task.
    Task,
    /// A row of a table.
    Table,
    /// A number that was not read.
    Omission,
    /// Anything else.
    Other,
}

impl Shape {
    /// All of them, in the order of a legend.
    pub const ALL: [Self; 6] =
        [Self::Figure, Self::Project, Self::Task, Self::Table, Self::Omission, Self::Other];

    /// That of a table's rows.
    pub fn of(table: &str) -> Self {
        match table {
            "figures" => Self::Figure,
            "projects" | "mentions" | "locations" | "places" => Self::Project,
            "tasks" => Self::Task,
            "indicators" => Self::Table,
            "omissions" => Self::Omission,
            _ => Self::Other,
        }
    }

    /// Its class.
    pub fn class(self) -> &'static str {
        match self {
            Self::Figure => "of-figure",
            Self::Project => "of-project",
            Self::Task => "of-task",
            Self::Table => "of-table",
            Self::Omission => "of-omission",
            Self::Other => "of-other",
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

    use super::*;
    use crate::samples::{row, small};

    #[test]
    fn the_columns_are_those_of_a_package_and_what_a_row_has_besides() {
        let figure = row("figures", &[("printed", "7%"), ("牵头单位", "住建局")]);
        let columns = columns(&figure);
        let ids: Vec<&str> = columns.iter().map(|column| column.id.as_str()).collect();
        assert_eq!(ids.first(), Some(&"printed"));
        assert!(ids.contains(&"value_upper") && !ids.contains(&"subject_en"));
        assert_eq!(ids.last(), Some(&"牵头单位"));
        let subject = columns.iter().find(|column| column.id == "subject").unwrap();
        assert_eq!((subject.head.as_str(), subject.is_required), ("对象", true));
        let kind = columns.iter().find(|column| column.id == "kind").unwrap();
        assert!(matches!(&kind.field, Field::Choice(words) if words.contains(&"growth")));
        for table in TABLES {
            let columns = super::columns(&row(table, &[]));
            assert!(columns.iter().any(|column| column.is_usual), "{table}");
            for id in usual(table) {
                assert!(
                    columns.iter().any(|column| column.id == *id) || (table, *id) == ("headings", "number"),
                    "{table} {id}"
                );
            }
        }
        let heads: Vec<String> =
            super::columns(&row("indicators", &[])).into_iter().map(|column| column.head).collect();
        assert!(heads.contains(&"完成".to_owned()) && heads.contains(&"计划".to_owned()), "{heads:?}");
    }

    #[test]
    fn what_is_wrong_is_found_at_its_column() {
        let (import, _) = small();
        let place = [("section", "1"), ("paragraph", "1")];
        for (table, column, cell, expected) in [
            ("figures", "printed", "7.5%左右", None),
            ("figures", "printed", "很多", Some(Fault::Quantity)),
            ("figures", "printed", "", Some(Fault::Missing)),
            ("figures", "value", "9210.02", None),
            ("figures", "value", "9,210.02", Some(Fault::Number)),
            ("figures", "value", "七", Some(Fault::Number)),
            ("figures", "value", "", None),
            ("figures", "modifier", "力争~以上", None),
            ("figures", "modifier", "大概", Some(Fault::Modifier)),
            ("figures", "year", "2025", None),
            ("figures", "year", "25", Some(Fault::Year)),
            ("figures", "section", "7", Some(Fault::Section)),
            ("figures", "paragraph", "2", None),
            ("figures", "paragraph", "99", Some(Fault::Paragraph)),
            ("figures", "paragraph", "x", Some(Fault::Paragraph)),
            ("indicators", "plan", "6.5左右", None),
            ("indicators", "plan", "稳步增长", None),
            ("indicators", "plan", "6.5.1", Some(Fault::Value)),
            ("projects", "name", "", Some(Fault::Missing)),
        ] {
            let mut cells = vec![(column, cell)];
            cells.extend(place.iter().filter(|(id, _)| *id != column));
            let row = row(table, &cells);
            let columns = columns(&row);
            let found = columns.iter().find(|known| known.id == column).unwrap_or_else(|| panic!("{column}"));
            assert_eq!(fault(&import, &row, found), expected, "{table} {column} {cell}");
        }
        for (key, value, expected) in [
            ("日期", "2026年1月15日", None),
            ("日期", "2026-01-15", None),
            ("日期", "2026-02-30", Some(Fault::Date)),
            ("日期", "年初", Some(Fault::Date)),
            ("完成年份", "2025", None),
            ("完成年份", "二〇二五", Some(Fault::Year)),
            ("标题", "报告", None),
        ] {
            let row = row("report", &[("key", key), ("value", value)]);
            let column = columns(&row).pop().unwrap();
            assert_eq!(fault(&import, &row, &column), expected, "{key} {value}");
        }
    }

    #[test]
    fn a_figure_follows_from_what_is_printed() {
        let told = |printed: &str| of_printed(printed).map(|cells| cells.map(|(_, cell)| cell).join("|"));
        assert_eq!(told("力争30亿元以上").as_deref(), Some("30||亿元|力争~以上"));
        assert_eq!(told("6%-6.5%").as_deref(), Some("6|6.5|%|"));
        assert_eq!(told("稳步"), None);
    }
}
