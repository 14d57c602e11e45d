//! The review: rows, what was said of them, and what is shown. Changes come as actions, and every one of a row can be undone.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use yew::Reducible;

use crate::columns::{named_by, of_printed, title};
use crate::import::{Import, Row, Span, State};
use crate::texts::added_by_hand;

/// So many rows of a group are shown at first.
pub const SHOWN_AT_FIRST: usize = 40;

/// So many more are shown each time.
pub const SHOWN_MORE: usize = 80;

/// So many changes can be undone: more than a person makes in a day.
const UNDONE_AT_MOST: usize = 20_000;

/// Which rows stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// A person must look.
    Must,
    /// A person should look.
    Should,
    /// A person has added them.
    Added,
    /// They are right as a rule.
    Sure,
}

impl Group {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 4] = [Self::Must, Self::Should, Self::Added, Self::Sure];

    /// That of a row.
    pub fn of(row: &Row) -> Self {
        match (row.state, row.rank) {
            (State::Added, _) => Self::Added,
            _ if row.rest.contains_key(ADDED) => Self::Added,
            (_, 0) => Self::Sure,
            (_, 1) => Self::Should,
            _ => Self::Must,
        }
    }

    /// Its class.
    pub fn class(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
            Self::Added => "added",
            Self::Sure => "sure",
        }
    }

    fn index(self) -> usize {
        match self {
            Self::Must => 0,
            Self::Should => 1,
            Self::Added => 2,
            Self::Sure => 3,
        }
    }
}

/// One thing for each group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OfGroups<T>([T; 4]);

impl<T: Copy + Default> OfGroups<T> {
    /// That of a group.
    pub fn get(&self, group: Group) -> T {
        self.0.get(group.index()).copied().unwrap_or_default()
    }

    fn set(&mut self, group: Group, value: T) {
        if let Some(of_group) = self.0.get_mut(group.index()) {
            *of_group = value;
        }
    }
}

/// Which rows are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Those of this table; of all where it is empty.
    pub table: String,
    /// Those with this text in a cell, in their reason or in the heading above.
    pub text: String,
    /// Only those of which nothing was said yet.
    pub is_open_only: bool,
}

/// What a person reads on a narrow screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The rows.
    #[default]
    Rows,
    /// The text.
    Text,
}

/// A piece of a paragraph that is to become a row: the indexes of section and paragraph, and the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The indexes of section and paragraph.
    pub at: (usize, usize),
    /// The bytes of the paragraph's words; all of them for a paragraph in which words are yet to be chosen.
    pub bytes: Range<usize>,
}

/// What a person is doing beside reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Nothing.
    #[default]
    Reading,
    /// Correcting a row.
    Editing(usize),
    /// Has marked text: as what shall it be added?
    Choosing(Marked),
    /// Marks words of a paragraph with the keyboard.
    Picking(Marked),
    /// Fills in the row that was made of marked text.
    Adding(Rc<Row>),
    /// Reads which keys there are.
    Keys,
}

/// What a marked text is added as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum As {
    /// A number.
    Figure,
    /// A project.
    Project,
    /// A task.
    Task,
    /// Something else.
    Remark,
}

impl As {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Figure, Self::Project, Self::Task, Self::Remark];

    /// The table that it becomes a row of.
    pub fn table(self) -> &'static str {
        match self {
            Self::Figure => "figures",
            Self::Project => "projects",
            Self::Task => "tasks",
            Self::Remark => "remarks",
        }
    }
}

/// What was done to rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A row was accepted.
    Accepted,
    /// A row was rejected.
    Rejected,
    /// What was said of a row was taken back.
    Reopened,
    /// A row was corrected.
    Edited,
    /// A row was added.
    Added,
    /// So many were accepted at once.
    AcceptedAll(usize),
}

/// What is told of the last action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// This was done to the row of that name.
    Done(Deed, String),
    /// This was undone.
    Undone(Deed, String),
    /// This was done again.
    Redone(Deed, String),
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to do again.
    NothingToRedo,
    /// There is no row after this one.
    Last,
    /// There is no row before this one.
    First,
    /// A form is open, which comes first.
    FormIsOpen,
    /// No words are marked.
    NothingMarked,
    /// Nothing was changed in the form.
    Unchanged,
}

/// Where the focus goes after an action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Goal {
    /// Nowhere.
    #[default]
    Stay,
    /// To a row; its mark comes into sight.
    Row(usize),
    /// The mark of a row comes into sight where the text stands beside the rows; the focus stays.
    Mark(usize),
    /// The same where the text was turned to.
    Turned(usize),
    /// To the mark of a row.
    IntoText(usize),
    /// To a paragraph of the text: the indexes of section and paragraph.
    Paragraph(usize, usize),
    /// To the first field of the form.
    Form,
    /// To the bar in which words are chosen.
    Bar,
    /// To the filter.
    Filter,
    /// To the heading of the list: what had the focus is gone.
    List,
}

/// An action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Selects a row, whose card has the focus.
    Select(usize),
    /// Selects the first of these rows, or the one after the selected: a mark was pressed.
    Press(Vec<usize>),
    /// Shows the mark of a row in the text.
    ShowInText(usize),
    /// Selects the row after the selected one, or before it.
    Step {
        /// Whether it is the one before.
        is_back: bool,
    },
    /// Accepts a row, or takes that back.
    Accept(usize),
    /// Rejects a row, or takes that back.
    Reject(usize),
    /// Accepts all open rows of a group that the filter shows.
    AcceptAll(Group),
    /// The same as [`Action::Accept`], of the selected row.
    AcceptSelected,
    /// The same as [`Action::Reject`], of the selected row.
    RejectSelected,
    /// Opens the form of a row.
    Edit(usize),
    /// Opens the form of the selected row.
    EditSelected,
    /// Takes the cells of the form.
    Save(Vec<(String, String)>),
    /// Text was marked.
    Mark(Marked),
    /// No text is marked any more.
    Unmark,
    /// Offers a paragraph in which words can be marked with the keyboard: that of the selected row.
    Pick,
    /// Offers the paragraph after it, or before.
    PickNear {
        /// Whether it is the one before.
        is_back: bool,
    },
    /// Opens the form of a row made of the marked text.
    Add(As, Marked),
    /// Tells that no words are marked.
    NothingMarked,
    /// Closes what is open.
    Close,
    /// Undoes the last change.
    Undo,
    /// Does what was undone again.
    Redo,
    /// Filters by table.
    FilterTable(String),
    /// Filters by text.
    FilterText(String),
    /// Shows only rows of which nothing was said, or all.
    OpenOnly(bool),
    /// Shows all rows.
    ClearFilter,
    /// Leads to the filter.
    GoToFilter,
    /// Folds a group, or unfolds it.
    Fold(Group),
    /// Shows more rows of a group.
    More(Group),
    /// Turns to text or rows, on a narrow screen.
    Turn(Pane),
    /// Shows the keys.
    ShowKeys,
    /// Turns single keys on or off.
    UseKeys(bool),
}

/// A row before and after a change: `None` where it was not there.
type Changed = (usize, Option<Rc<Row>>, Option<Rc<Row>>);

/// A change that can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    deed: Deed,
    rows: Vec<Changed>,
}

/// The bytes of a paragraph that a row stands on, and the row.
pub type Marking = (Range<usize>, usize);

/// What stands where: the rows of paragraphs with their bytes, and those of the rows of tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// By the indexes of section and paragraph.
    pub paragraphs: HashMap<(usize, usize), Vec<Marking>>,
    /// By the indexes of the table and its row.
    pub grids: HashMap<(usize, usize), Vec<usize>>,
}

/// The review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The report.
    pub import: Rc<Import>,
    /// The rows; a row keeps its index.
    pub rows: Rc<Vec<Rc<Row>>>,
    /// Counts changes of rows.
    pub version: u32,
    /// Which rows are shown.
    pub filter: Filter,
    /// Which groups are folded.
    pub folded: OfGroups<bool>,
    /// How many rows of a group are shown.
    pub shown: OfGroups<usize>,
    /// The selected row.
    pub selected: Option<usize>,
    /// What a person is doing.
    pub mode: Mode,
    /// What a narrow screen shows.
    pub pane: Pane,
    /// Whether single keys do something.
    pub has_keys: bool,
    /// What is told of the last action.
    pub told: Option<Told>,
    /// Where the focus goes.
    pub goal: Goal,
    /// Counts actions that move the focus.
    pub turn: u32,
    /// Counts what is told: the same told again is told again.
    pub telling: u32,
    /// The rows in the order of the text.
    order: Rc<Vec<usize>>,
    done: Vec<Rc<Change>>,
    undone: Vec<Rc<Change>>,
}

impl Review {
    /// A review of these rows.
    pub fn new(import: Import, rows: Vec<Row>) -> Self {
        let mut review = Self {
            import: Rc::new(import),
            rows: Rc::new(rows.into_iter().map(Rc::new).collect()),
            version: 0,
            filter: Filter::default(),
            folded: OfGroups([false, false, false, true]),
            shown: OfGroups([SHOWN_AT_FIRST; 4]),
            selected: None,
            mode: Mode::Reading,
            pane: Pane::Rows,
            has_keys: true,
            told: None,
            goal: Goal::Stay,
            turn: 0,
            telling: 0,
            order: Rc::default(),
            done: Vec::new(),
            undone: Vec::new(),
        };
        review.sort();
        review.selected = review.listed().into_iter().find(|row| review.is_open(*row));
        review
    }

    /// Begins at a paragraph of the text: the id of its section and its number there, with what a part of an address may have around
    /// them (`p-1.3-2-f07`). A paragraph that is not there changes nothing.
    #[must_use]
    pub fn beginning_at(mut self, place: &str) -> Self {
        let mut parts = place.strip_prefix("p-").unwrap_or_default().split('-');
        let (section, paragraph) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let found = paragraph.parse().ok().and_then(|paragraph| self.import.find(section, paragraph));
        if let Some((section, paragraph)) = found {
            self.pane = Pane::Text;
            self.goal = Goal::Paragraph(section, paragraph);
        }
        self
    }

    /// The row of an index.
    pub fn row(&self, index: usize) -> Option<&Rc<Row>> {
        self.rows.get(index)
    }

    /// How many rows a person must or should still look at.
    pub fn left(&self) -> usize {
        self.rows.iter().filter(|row| row.state == State::Open && row.rank > 0).count()
    }

    /// How many rows there are to look at, whatever was said of them.
    pub fn to_look_at(&self) -> usize {
        self.rows.iter().filter(|row| row.state != State::Added && row.rank > 0).count()
    }

    /// The rows of a group that the filter shows, in the order of the text.
    pub fn of_group(&self, group: Group) -> Vec<usize> {
        let is_of_it = |index: &usize| self.row(*index).is_some_and(|row| Group::of(row) == group);
        self.order.iter().copied().filter(is_of_it).filter(|index| self.is_shown(*index)).collect()
    }

    /// How many rows a group has, whatever the filter shows; and of how many of them nothing was said yet.
    pub fn count(&self, group: Group) -> (usize, usize) {
        let rows = || self.rows.iter().filter(|row| Group::of(row) == group);
        (rows().count(), rows().filter(|row| row.state == State::Open).count())
    }

    /// The tables that there are rows of, in the order of a package, with how many.
    pub fn tables(&self) -> Vec<(&str, usize)> {
        let mut tables: Vec<(&str, usize)> = crate::columns::TABLES.iter().map(|table| (*table, 0)).collect();
        for row in self.rows.iter() {
            match tables.iter_mut().find(|(table, _)| *table == row.table) {
                Some((_, count)) => *count += 1,
                None => tables.push((&row.table, 1)),
            }
        }
        tables.retain(|(_, count)| *count > 0);
        tables
    }

    /// Whether something can be undone, and done again.
    pub fn can_undo(&self) -> (bool, bool) {
        (!self.done.is_empty(), !self.undone.is_empty())
    }

    /// The indexes of the paragraph that a row stands in.
    pub fn paragraph_of(&self, row: &Row) -> Option<(usize, usize)> {
        match row.span.as_ref()? {
            Span::Words { section, paragraph, .. } => self.import.find(section, *paragraph),
            Span::Cells { .. } => None,
        }
    }

    /// What the page stores.
    pub fn json(&self) -> Option<String> {
        self.import.write(self.rows.iter().map(|row| &**row)).ok()
    }

    /// What stands in which paragraph, and in which row of a table.
    pub fn marks(&self) -> Marks {
        let mut marks = Marks::default();
        for index in self.order.iter().copied() {
            let Some(row) = self.row(index) else { continue };
            match &row.span {
                Some(Span::Words { start, end, .. }) => {
                    if let Some(at) = self.paragraph_of(row) {
                        marks.paragraphs.entry(at).or_default().push((*start..*end, index));
                    }
                }
                Some(Span::Cells { grid, row }) => marks.grids.entry((*grid, *row)).or_default().push(index),
                None => {}
            }
        }
        marks
    }

    /// Whether what a row cites is there.
    pub fn is_found(&self, row: &Row) -> bool {
        match &row.span {
            Some(Span::Cells { grid, row }) => {
                self.import.tables.get(*grid).is_some_and(|table| *row < table.rows.len())
            }
            _ => self.paragraph_of(row).is_some(),
        }
    }

    fn is_open(&self, index: usize) -> bool {
        self.row(index).is_some_and(|row| row.state == State::Open)
    }

    /// Whether the filter shows a row; the one that is being corrected is always shown.
    fn is_shown(&self, index: usize) -> bool {
        let Some(row) = self.row(index) else { return false };
        let Filter { table, text, is_open_only } = &self.filter;
        if self.mode == Mode::Editing(index) {
            return true;
        }
        let is_in = |words: &str| words.contains(text.as_str());
        let heading = || {
            let found = self.paragraph_of(row).and_then(|(section, _)| self.import.sections.get(section));
            found.map_or("", |section| section.heading.as_str())
        };
        (table.is_empty() || *table == row.table)
            && (!is_open_only || row.state == State::Open)
            && (text.is_empty()
                || row.cells.iter().any(|(_, cell)| is_in(cell))
                || is_in(&row.reason.zh)
                || is_in(&row.reason.en)
                || is_in(heading()))
    }

    /// All rows of groups that are unfolded, as the filter shows them.
    fn listed(&self) -> Vec<usize> {
        let unfolded = Group::ALL.into_iter().filter(|group| !self.folded.get(*group));
        unfolded.flat_map(|group| self.of_group(group)).collect()
    }

    /// Puts the rows in the order of the text: paragraphs, then tables, then what stands nowhere.
    fn sort(&mut self) {
        let place = |row: &Row| match &row.span {
            Some(Span::Words { section, paragraph, start, end }) => {
                let (section, _) = self.import.find(section, *paragraph).unwrap_or((usize::MAX, 0));
                (0, section, usize::from(*paragraph), *start, usize::MAX - *end)
            }
            Some(Span::Cells { grid, row }) => (1, *grid, *row, 0, 0),
            None => (2, 0, 0, 0, 0),
        };
        let mut order: Vec<_> = self.rows.iter().enumerate().map(|(at, row)| (place(row), at)).collect();
        order.sort_unstable();
        self.order = Rc::new(order.into_iter().map(|(_, at)| at).collect());
    }

    fn tell(&mut self, told: Told) {
        self.told = Some(told);
        self.telling += 1;
    }

    fn go(&mut self, goal: Goal) {
        self.goal = goal;
        self.turn += 1;
    }

    /// Selects a row, and sees to it that the list has it.
    fn select(&mut self, index: usize) {
        let Some(row) = self.row(index).cloned() else { return };
        self.selected = Some(index);
        if !self.is_shown(index) {
            self.filter = Filter::default();
        }
        let group = Group::of(&row);
        self.folded.set(group, false);
        let place = self.of_group(group).iter().position(|known| *known == index).unwrap_or_default();
        if place >= self.shown.get(group) {
            self.shown.set(group, place + SHOWN_MORE);
        }
    }

    /// The row after or before one in the list, where that one is or, if it is not there, would be.
    fn near(&self, index: Option<usize>, is_back: bool, wanted: impl Fn(usize) -> bool) -> Option<usize> {
        let listed = self.listed();
        let at = index.and_then(|index| listed.iter().position(|known| *known == index));
        let (before, after) = match at {
            Some(at) => (listed.get(..at), listed.get(at + 1..)),
            None => (None, Some(listed.as_slice())),
        };
        if is_back {
            before.unwrap_or_default().iter().rev().copied().find(|row| wanted(*row))
        } else {
            after.unwrap_or_default().iter().copied().find(|row| wanted(*row))
        }
    }

    fn name(&self, index: usize) -> String {
        let name = self.row(index).map(|row| title(row).0).unwrap_or_default();
        let short: String = name.chars().take(24).collect();
        if short.len() < name.len() { short + "…" } else { short }
    }

    /// Puts rows in the place of others.
    fn put(&mut self, rows: &[Changed], is_back: bool) {
        let all = Rc::make_mut(&mut self.rows);
        let is_longer = all.len();
        for (index, before, after) in rows {
            let row = if is_back { before } else { after };
            match (row, all.get_mut(*index)) {
                (Some(row), Some(known)) => *known = row.clone(),
                (Some(row), None) => all.push(row.clone()),
                // Only the last row can be one that was added last.
                (None, _) => all.truncate(*index),
            }
        }
        self.version += 1;
        if all.len() != is_longer {
            self.sort();
        }
    }

    /// Makes a change that can be undone.
    fn change(&mut self, deed: Deed, rows: Vec<Changed>) {
        self.put(&rows, false);
        self.done.push(Rc::new(Change { deed, rows }));
        if self.done.len() > UNDONE_AT_MOST {
            self.done.remove(0);
        }
        self.undone.clear();
    }

    fn undo(&mut self, is_back: bool) {
        let taken = if is_back { self.done.pop() } else { self.undone.pop() };
        let Some(change) = taken else {
            self.tell(if is_back { Told::NothingToUndo } else { Told::NothingToRedo });
            return;
        };
        let first = change.rows.first().map_or(0, |(index, ..)| *index);
        let name = self.name(first);
        self.put(&change.rows, is_back);
        let name = if name.is_empty() { self.name(first) } else { name };
        let deed = change.deed.clone();
        if is_back {
            self.undone.push(change);
        } else {
            self.done.push(change);
        }
        if self.row(first).is_some() {
            self.select(first);
            self.go(Goal::Row(first));
        } else {
            self.selected = self.listed().first().copied();
            self.go(Goal::List);
        }
        self.tell(if is_back { Told::Undone(deed, name) } else { Told::Redone(deed, name) });
    }

    /// Says something of a row, or takes it back; the next open row is then selected.
    fn judge(&mut self, index: usize, state: State) {
        let Some(row) = self.row(index).cloned() else { return };
        // One that was added is there because a person accepts it; rejected, it can be taken back.
        let is_added = row.rest.contains_key(ADDED);
        let (state, deed) = match (row.state, state) {
            (State::Added, State::Accepted) => return,
            (known, wanted) if known == wanted => {
                (if is_added { State::Added } else { State::Open }, Deed::Reopened)
            }
            (_, State::Rejected) => (State::Rejected, Deed::Rejected),
            (_, _) if is_added => (State::Added, Deed::Accepted),
            _ => (State::Accepted, Deed::Accepted),
        };
        let next = self.near(Some(index), false, |row| self.is_open(row));
        let mut rest = row.rest.clone();
        if row.state == State::Added {
            rest.insert(ADDED.to_owned(), serde_json::Value::Bool(true));
        }
        let after = Row { state, rest, ..(*row).clone() };
        let is_reopened = deed == Deed::Reopened;
        let told = Told::Done(deed.clone(), self.name(index));
        self.change(deed, vec![(index, Some(row), Some(Rc::new(after)))]);
        if self.mode == Mode::Editing(index) {
            self.mode = Mode::Reading;
        }
        if is_reopened {
            self.select(index);
            self.go(Goal::Row(index));
        } else if let Some(next) = next {
            self.select(next);
            self.go(Goal::Row(next));
        } else if self.is_shown(index) {
            self.select(index);
            self.go(Goal::Row(index));
        } else {
            self.selected = self.listed().first().copied();
            self.go(self.selected.map_or(Goal::List, Goal::Row));
        }
        self.tell(told);
    }

    fn accept_all(&mut self, group: Group) {
        let open: Vec<Changed> = self
            .of_group(group)
            .into_iter()
            .filter_map(|index| {
                let row = self.row(index).filter(|row| row.state == State::Open)?;
                let after = Row { state: State::Accepted, ..(**row).clone() };
                Some((index, Some(row.clone()), Some(Rc::new(after))))
            })
            .collect();
        if open.is_empty() {
            return;
        }
        let deed = Deed::AcceptedAll(open.len());
        self.change(deed.clone(), open);
        self.go(Goal::List);
        self.tell(Told::Done(deed, String::new()));
    }

    fn is_form_open(&self) -> bool {
        matches!(self.mode, Mode::Editing(_) | Mode::Adding(_))
    }

    /// Whether a form is in the way of another, which is then told.
    fn is_in_the_way(&mut self) -> bool {
        let is_open = self.is_form_open();
        if is_open {
            self.pane = Pane::Rows;
            self.go(Goal::Form);
            self.tell(Told::FormIsOpen);
        }
        is_open
    }

    fn edit(&mut self, index: usize) {
        if self.mode == Mode::Editing(index) {
            self.go(Goal::Form);
        } else if !self.is_in_the_way() && self.row(index).is_some() {
            self.select(index);
            self.mode = Mode::Editing(index);
            self.pane = Pane::Rows;
            self.go(Goal::Form);
        }
    }

    fn save(&mut self, cells: Vec<(String, String)>) {
        let cells: Vec<(String, String)> = cells.into_iter().filter(|(_, cell)| !cell.is_empty()).collect();
        match std::mem::take(&mut self.mode) {
            Mode::Editing(index) => {
                let Some(row) = self.row(index).cloned() else { return };
                if row.cells.iter().filter(|(_, cell)| !cell.is_empty()).eq(&cells) {
                    self.go(Goal::Row(index));
                    self.tell(Told::Unchanged);
                    return;
                }
                let state = if row.state == State::Added { State::Added } else { State::Accepted };
                let after = Row { cells, state, ..(*row).clone() };
                let named = self.renamed(index, &row, &after);
                let edited = (index, Some(row), Some(Rc::new(after)));
                self.change(Deed::Edited, std::iter::once(edited).chain(named).collect());
                self.select(index);
                self.go(Goal::Row(index));
                self.tell(Told::Done(Deed::Edited, self.name(index)));
            }
            Mode::Adding(draft) => {
                let row = Row { cells, state: State::Added, ..(*draft).clone() };
                let index = self.rows.len();
                self.change(Deed::Added, vec![(index, None, Some(Rc::new(row)))]);
                self.select(index);
                self.go(Goal::Row(index));
                self.tell(Told::Done(Deed::Added, self.name(index)));
            }
            mode => self.mode = mode,
        }
    }

    /// The rows that name a row, where it is called something else now: they go with it. Not where another is called as it was.
    fn renamed(&self, index: usize, before: &Row, after: &Row) -> Vec<Changed> {
        let (old, new) = (before.cell("name"), after.cell("name"));
        let is_called_so = |(at, row): (usize, &Rc<Row>)| {
            at != index
                && row.table == before.table
                && row.state != State::Rejected
                && row.cell("name") == old
        };
        let columns = named_by(&before.table);
        if old == new || new.is_empty() || self.rows.iter().enumerate().any(is_called_so) {
            return Vec::new();
        }
        let names = |row: &Row, column: &str| columns.contains(&(row.table.as_str(), column));
        let with_new_name = |(at, row): (usize, &Rc<Row>)| {
            let is_it = |(column, cell): &(String, String)| names(row, column) && cell == old;
            if !row.cells.iter().any(is_it) {
                return None;
            }
            let mut changed = (**row).clone();
            for cell in changed.cells.iter_mut().filter(|cell| is_it(cell)) {
                new.clone_into(&mut cell.1);
            }
            Some((at, Some(row.clone()), Some(Rc::new(changed))))
        };
        self.rows.iter().enumerate().filter_map(with_new_name).collect()
    }

    fn add(&mut self, what: As, marked: &Marked) {
        if !self.is_in_the_way()
            && let Some(row) = draft(&self.import, what, marked)
        {
            self.mode = Mode::Adding(Rc::new(row));
            self.pane = Pane::Rows;
            self.go(Goal::Form);
        }
    }

    /// A paragraph in which words are to be marked: the whole of it.
    fn whole(&self, at: (usize, usize)) -> Option<Marked> {
        let paragraph = self.import.paragraph(at)?;
        Some(Marked { at, bytes: 0..paragraph.words.len() })
    }

    fn pick(&mut self) {
        if self.is_in_the_way() {
            return;
        }
        let selected = self.selected.and_then(|index| self.row(index)).and_then(|row| self.paragraph_of(row));
        let first = || {
            let with_text = self.import.sections.iter().position(|section| !section.paragraphs.is_empty());
            with_text.map(|section| (section, 0))
        };
        if let Some(marked) = selected.or_else(first).and_then(|at| self.whole(at)) {
            self.mode = Mode::Picking(marked);
            self.go(Goal::Bar);
        }
    }

    fn pick_near(&mut self, is_back: bool) {
        let Mode::Picking(Marked { at, .. }) = self.mode else { return };
        let all = self.import.sections.iter().enumerate();
        let mut all =
            all.flat_map(|(at, section)| (0..section.paragraphs.len()).map(move |paragraph| (at, paragraph)));
        let near =
            if is_back { all.take_while(|known| *known < at).last() } else { all.find(|known| *known > at) };
        if let Some(marked) = near.and_then(|at| self.whole(at)) {
            self.mode = Mode::Picking(marked);
            self.go(Goal::Bar);
        }
    }

    fn close(&mut self) {
        match std::mem::take(&mut self.mode) {
            Mode::Reading => {}
            Mode::Editing(index) => self.go(Goal::Row(index)),
            _ => self.go(self.selected.map_or(Goal::List, Goal::Row)),
        }
    }

    fn press(&mut self, rows: &[usize]) {
        let at = self.selected.and_then(|selected| rows.iter().position(|row| *row == selected));
        let next = at.and_then(|at| rows.get(at + 1)).or(rows.first());
        if let Some(next) = next {
            self.select(*next);
            self.pane = Pane::Rows;
            self.go(Goal::Row(*next));
        }
    }

    fn step(&mut self, is_back: bool) {
        match self.near(self.selected, is_back, |_| true) {
            Some(next) => {
                self.select(next);
                self.go(Goal::Row(next));
            }
            None => self.tell(if is_back { Told::First } else { Told::Last }),
        }
    }

    fn filter(&mut self, filter: Filter) {
        self.filter = filter;
        self.shown = OfGroups([SHOWN_AT_FIRST; 4]);
        if self.selected.is_none_or(|index| !self.is_shown(index)) {
            self.selected = self.listed().first().copied();
        }
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::Select(index) => {
                if self.selected != Some(index) {
                    self.select(index);
                    self.go(Goal::Mark(index));
                }
            }
            Action::Press(rows) => self.press(&rows),
            Action::ShowInText(index) => {
                self.select(index);
                self.pane = Pane::Text;
                self.go(Goal::IntoText(index));
            }
            Action::Step { is_back } => self.step(is_back),
            Action::Accept(index) => self.judge(index, State::Accepted),
            Action::Reject(index) => self.judge(index, State::Rejected),
            Action::AcceptAll(group) => self.accept_all(group),
            Action::AcceptSelected => self.of_selected(|review, index| review.judge(index, State::Accepted)),
            Action::RejectSelected => self.of_selected(|review, index| review.judge(index, State::Rejected)),
            Action::Edit(index) => self.edit(index),
            Action::EditSelected => self.of_selected(Self::edit),
            Action::Save(cells) => self.save(cells),
            Action::Mark(marked) => {
                if matches!(self.mode, Mode::Reading | Mode::Choosing(_)) {
                    self.mode = Mode::Choosing(marked);
                }
            }
            Action::Unmark => {
                if matches!(self.mode, Mode::Choosing(_)) {
                    self.mode = Mode::Reading;
                }
            }
            Action::Pick => self.pick(),
            Action::PickNear { is_back } => self.pick_near(is_back),
            Action::Add(what, marked) => self.add(what, &marked),
            Action::NothingMarked => {
                self.go(Goal::Bar);
                self.tell(Told::NothingMarked);
            }
            Action::Close => self.close(),
            Action::Undo | Action::Redo => {
                if !self.is_in_the_way() {
                    self.mode = Mode::Reading;
                    self.undo(action == Action::Undo);
                }
            }
            Action::FilterTable(table) => self.filter(Filter { table, ..self.filter.clone() }),
            Action::FilterText(text) => self.filter(Filter { text, ..self.filter.clone() }),
            Action::OpenOnly(is_open_only) => self.filter(Filter { is_open_only, ..self.filter.clone() }),
            Action::ClearFilter => {
                self.filter(Filter::default());
                self.go(Goal::Filter);
            }
            Action::GoToFilter => {
                self.pane = Pane::Rows;
                self.go(Goal::Filter);
            }
            Action::Fold(group) => self.folded.set(group, !self.folded.get(group)),
            Action::More(group) => self.shown.set(group, self.shown.get(group) + SHOWN_MORE),
            Action::Turn(pane) => {
                self.pane = pane;
                if let (Pane::Text, Some(index)) = (pane, self.selected) {
                    self.go(Goal::Turned(index));
                }
            }
            Action::ShowKeys => {
                if !self.is_in_the_way() {
                    self.mode = Mode::Keys;
                }
            }
            Action::UseKeys(has_keys) => self.has_keys = has_keys,
        }
    }

    fn of_selected(&mut self, act: impl FnOnce(&mut Self, usize)) {
        if let Some(index) = self.selected {
            act(self, index);
        }
    }
}

/// What is kept with a row that was added and then rejected, so that taking the rejection back makes it an added one again.
const ADDED: &str = "was_added";

impl Reducible for Review {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut review = (*self).clone();
        review.goal = Goal::Stay;
        review.act(action);
        Rc::new(review)
    }
}

/// The row that marked text becomes, as far as the text says it.
fn draft(import: &Import, what: As, marked: &Marked) -> Option<Row> {
    let section = import.sections.get(marked.at.0)?;
    let paragraph = u16::try_from(marked.at.1 + 1).ok()?;
    let words = &section.paragraphs.get(marked.at.1)?.words;
    let all = words.get(marked.bytes.clone())?;
    let text = all.trim_matches(['，', '。', '；', '、', '：', ',', ';', ' ', '\u{3000}']);
    let before = all.find(text)?;
    let start = marked.bytes.start + before;
    let mut cells = vec![("section", section.id.clone()), ("paragraph", paragraph.to_string())];
    match what {
        As::Figure => {
            cells.push(("printed", text.to_owned()));
            cells.extend(of_printed(text).into_iter().flatten().filter(|(_, cell)| !cell.is_empty()));
        }
        As::Project => cells = vec![("name", text.to_owned())],
        As::Task => cells.push(("task", text.to_owned())),
        As::Remark => cells.push(("remark", text.to_owned())),
    }
    Some(Row {
        table: what.table().to_owned(),
        cells: cells.into_iter().map(|(column, cell)| (column.to_owned(), cell)).collect(),
        span: Some(Span::Words { section: section.id.clone(), paragraph, start, end: start + text.len() }),
        rank: 0,
        reason: added_by_hand(),
        state: State::Added,
        rest: serde_json::Map::new(),
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
