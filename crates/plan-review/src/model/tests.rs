//! Tests of the review.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use std::rc::Rc;

use yew::Reducible;

use super::*;
use crate::columns::title;
use crate::samples::{row, small};

fn review() -> Rc<Review> {
    let (import, rows) = small();
    Rc::new(Review::new(import, rows))
}

fn after(review: &Rc<Review>, actions: impl IntoIterator<Item = Action>) -> Rc<Review> {
    actions.into_iter().fold(review.clone(), Reducible::reduce)
}

fn states(review: &Review) -> Vec<State> {
    review.rows.iter().map(|row| row.state).collect()
}

fn titles(review: &Review, rows: &[usize]) -> Vec<String> {
    rows.iter().map(|index| title(&review.rows[*index]).0.to_owned()).collect()
}

/// The index of the row of that title.
fn find(review: &Review, wanted: &str) -> usize {
    review.rows.iter().position(|row| title(row).0 == wanted).unwrap_or_else(|| panic!("{wanted}"))
}

#[test]
fn rows_stand_by_sureness_and_then_as_in_the_text() {
    let review = review();
    let must = review.of_group(Group::Must);
    assert_eq!(
        titles(&review, &must),
        [
            "4.1%",
            "0.6个百分点",
            "青禾至柳河公路",
            "18.4公里",
            "个别项目进展慢，全年有7个项目没有按期开工",
            "7个",
            "力争引进亿元以上项目",
            "12—15个",
            "95%以上",
            "第12条",
            "单位生产总值能耗降低",
        ]
    );
    assert_eq!(review.selected, must.first().copied());
    let all: usize = Group::ALL.into_iter().map(|group| review.count(group).0).sum();
    assert_eq!(all, review.rows.len());
    assert_eq!(review.left(), review.count(Group::Must).0 + review.count(Group::Should).0);
    assert!(review.folded.get(Group::Sure) && !review.folded.get(Group::Must));
}

#[test]
fn accepting_goes_on_to_the_next_open_row_and_says_so() {
    let review = review();
    let must = review.of_group(Group::Must);
    let left = review.left();
    let next = after(&review, [Action::AcceptSelected]);
    assert_eq!(next.rows[must[0]].state, State::Accepted);
    assert_eq!((next.selected, next.goal), (Some(must[1]), Goal::Row(must[1])));
    assert_eq!(next.told, Some(Told::Done(Deed::Accepted, "4.1%".to_owned())));
    assert_eq!(next.left(), left - 1);
    assert_ne!((next.turn, next.telling, next.version), (review.turn, review.telling, review.version));
    // What is decided already is passed over.
    let next = after(&next, [Action::Reject(must[2]), Action::Select(must[1]), Action::AcceptSelected]);
    assert_eq!(next.selected, Some(must[3]));
    assert_eq!(next.rows[must[2]].state, State::Rejected);
}

#[test]
fn the_same_again_takes_it_back() {
    let review = review();
    let first = review.selected.unwrap();
    for action in [Action::Accept(first), Action::Reject(first)] {
        let again = after(&review, [action.clone(), action]);
        assert_eq!(again.rows, review.rows);
        assert_eq!(again.selected, Some(first));
        assert!(matches!(again.told, Some(Told::Done(Deed::Reopened, _))));
    }
    let other = after(&review, [Action::Accept(first), Action::Reject(first)]);
    assert_eq!(other.rows[first].state, State::Rejected);
}

#[test]
fn the_last_open_row_stays_selected() {
    let (import, _) = small();
    let mut rows = vec![row("figures", &[("printed", "1个")]), row("figures", &[("printed", "2个")])];
    rows[0].rank = 2;
    let review = Rc::new(Review::new(import, rows));
    let done = after(&review, [Action::AcceptSelected]);
    assert_eq!((done.left(), done.selected, done.goal), (0, Some(0), Goal::Row(0)));
    // Where decided rows are hidden, none is left to select.
    let hidden = after(&review, [Action::OpenOnly(true), Action::AcceptSelected]);
    assert_eq!((hidden.selected, hidden.goal), (None, Goal::List));
}

#[test]
fn every_change_is_undone_and_done_again() {
    let review = review();
    let must = review.of_group(Group::Must);
    let cells = vec![("printed".to_owned(), "4.2%".to_owned())];
    let marked = Marked { at: (1, 0), bytes: 0..12 };
    let steps = [
        vec![Action::Accept(must[0])],
        vec![Action::Reject(must[1])],
        vec![Action::Edit(must[3]), Action::Save(cells)],
        vec![Action::Add(As::Task, marked), Action::Save(vec![("task".to_owned(), "新任务".to_owned())])],
        vec![Action::AcceptAll(Group::Sure)],
        vec![Action::Accept(must[0])],
    ];
    let mut past = vec![review.clone()];
    for step in steps {
        past.push(after(past.last().unwrap(), step));
    }
    let mut now = past.last().unwrap().clone();
    for before in past.iter().rev().skip(1) {
        now = after(&now, [Action::Undo]);
        assert_eq!(now.rows, before.rows);
        assert!(matches!(now.told, Some(Told::Undone(..))));
        assert_ne!(now.goal, Goal::Stay);
    }
    let nothing = after(&now, [Action::Undo]);
    assert_eq!((&nothing.told, &nothing.rows), (&Some(Told::NothingToUndo), &now.rows));
    for later in past.iter().skip(1) {
        now = after(&now, [Action::Redo]);
        assert_eq!(now.rows, later.rows);
    }
    assert_eq!(after(&now, [Action::Redo]).told, Some(Told::NothingToRedo));
    // Something else in between: what was undone is gone.
    let other = after(&now, [Action::Undo, Action::Reject(must[5]), Action::Redo]);
    assert_eq!(other.told, Some(Told::NothingToRedo));
    assert_eq!(other.can_undo(), (true, false));
}

#[test]
fn undoing_an_addition_leaves_the_focus_on_the_list() {
    let review = review();
    let marked = Marked { at: (1, 0), bytes: 0..12 };
    let added = after(
        &review,
        [Action::Add(As::Remark, marked), Action::Save(vec![("remark".to_owned(), "话".to_owned())])],
    );
    assert_eq!(added.selected, Some(review.rows.len()));
    assert_eq!(added.of_group(Group::Added), [review.rows.len()]);
    let undone = after(&added, [Action::Undo]);
    assert_eq!((undone.rows.len(), undone.goal), (review.rows.len(), Goal::List));
    assert_eq!(undone.told, Some(Told::Undone(Deed::Added, "话".to_owned())));
    assert!(undone.selected.is_some());
}

#[test]
fn an_added_row_is_rejected_and_taken_back() {
    let review = review();
    let marked = Marked { at: (1, 0), bytes: 0..12 };
    let added = after(
        &review,
        [Action::Add(As::Remark, marked), Action::Save(vec![("remark".to_owned(), "话".to_owned())])],
    );
    let index = added.selected.unwrap();
    let rejected = after(&added, [Action::Reject(index)]);
    assert_eq!(
        (rejected.rows[index].state, Group::of(&rejected.rows[index])),
        (State::Rejected, Group::Added)
    );
    for action in [Action::Reject(index), Action::Accept(index)] {
        assert_eq!(after(&rejected, [action]).rows[index].state, State::Added);
    }
}

#[test]
fn a_correction_accepts_and_keeps_the_rest() {
    let review = review();
    let index = find(&review, "18.4公里");
    let form = after(&review, [Action::Edit(index)]);
    assert_eq!((&form.mode, form.goal), (&Mode::Editing(index), Goal::Form));
    let cells: Vec<(String, String)> = [("section", "1"), ("printed", "18.5公里"), ("note", "")]
        .map(|(column, cell)| (column.to_owned(), cell.to_owned()))
        .to_vec();
    let saved = after(&form, [Action::Save(cells)]);
    let row = &saved.rows[index];
    assert_eq!((row.cell("printed"), row.state, row.cells.len()), ("18.5公里", State::Accepted, 2));
    assert_eq!((&row.span, row.rank), (&review.rows[index].span, 2));
    assert_eq!((&saved.mode, saved.goal), (&Mode::Reading, Goal::Row(index)));
    // The same cells are no change.
    let same = after(&form, [Action::Save(review.rows[index].cells.clone())]);
    assert_eq!((&same.rows, &same.told), (&review.rows, &Some(Told::Unchanged)));
}

#[test]
fn rows_that_name_a_corrected_row_go_with_it() {
    let cells = |cells: &[(&str, &str)]| -> Vec<(String, String)> {
        cells.iter().map(|(column, cell)| ((*column).to_owned(), (*cell).to_owned())).collect()
    };
    let rows = vec![
        row("projects", &[("name", "城南污水厂")]),
        row("mentions", &[("project", "城南污水厂"), ("name", "城南污水厂")]),
        row("places", &[("name", "白石路"), ("kind", "road")]),
        row("locations", &[("project", "城南污水厂"), ("place", "白石路"), ("other", "白石路")]),
        row("projects", &[("name", "双井学校")]),
        row("projects", &[("name", "双井学校"), ("location", "双井村")]),
        row("mentions", &[("project", "双井学校"), ("name", "学校")]),
    ];
    let review = Rc::new(Review::new(Import::default(), rows));
    let named = |review: &Review| -> Vec<String> {
        let of = |row: &Rc<Row>| ["project", "place", "other"].map(|column| row.cell(column)).join("|");
        [1, 3, 6].map(|at| of(&review.rows[at])).to_vec()
    };
    let before = named(&review);
    let save = |review: &Rc<Review>, at: usize, of: &[(&str, &str)]| {
        after(review, [Action::Edit(at), Action::Save(cells(of))])
    };
    let corrected = save(&review, 0, &[("name", "城南污水处理厂")]);
    assert_eq!(named(&corrected), ["城南污水处理厂||", "城南污水处理厂|白石路|白石路", "双井学校||"]);
    assert_eq!((corrected.rows[1].cell("name"), corrected.rows[1].state), ("城南污水厂", State::Open));
    let placed = save(&corrected, 2, &[("name", "白石大道"), ("kind", "road")]);
    assert_eq!(named(&placed)[1], "城南污水处理厂|白石大道|白石大道");
    // Another is still called so.
    let one = save(&placed, 4, &[("name", "双井小学")]);
    assert_eq!(named(&one)[2], "双井学校||");
    let undone = after(&one, [Action::Undo, Action::Undo, Action::Undo]);
    assert_eq!((named(&undone), undone.selected), (before, Some(0)));
}

#[test]
fn an_open_form_comes_first() {
    let review = review();
    let must = review.of_group(Group::Must);
    let form = after(&review, [Action::Edit(must[0])]);
    let marked = Marked { at: (1, 0), bytes: 0..12 };
    for action in [Action::Edit(must[1]), Action::Add(As::Figure, marked), Action::Pick, Action::Undo] {
        let told = after(&form, [action]);
        assert_eq!((&told.mode, &told.told), (&form.mode, &Some(Told::FormIsOpen)));
        assert_eq!(told.goal, Goal::Form);
    }
    let closed = after(&form, [Action::Close]);
    assert_eq!((&closed.mode, closed.goal), (&Mode::Reading, Goal::Row(must[0])));
    // No filter hides the row that is being corrected.
    let filtered = after(&form, [Action::FilterTable("remarks".to_owned())]);
    assert!(filtered.of_group(Group::Must).contains(&must[0]));
}

#[test]
fn marked_text_becomes_a_row() {
    let review = review();
    let words = review.import.sections[3].paragraphs[0].words.clone();
    let start = words.find("，一般").unwrap();
    let end = start + "，一般公共预算收入增长5%以上".len();
    let number = words.find("5%以上").unwrap();
    let figure = Marked { at: (3, 0), bytes: number..end };
    let form = after(&review, [Action::Mark(figure.clone()), Action::Add(As::Figure, figure)]);
    let Mode::Adding(draft) = &form.mode else { panic!("{:?}", form.mode) };
    for (column, cell) in [
        ("section", "2"),
        ("paragraph", "1"),
        ("printed", "5%以上"),
        ("value", "5"),
        ("unit", "%"),
        ("modifier", "以上"),
    ] {
        assert_eq!(draft.cell(column), cell);
    }
    // Marks at its ends are left out.
    let task = Marked { at: (3, 0), bytes: start..end };
    let form = after(&review, [Action::Add(As::Task, task)]);
    let Mode::Adding(draft) = &form.mode else { panic!("{:?}", form.mode) };
    assert_eq!(draft.cell("task"), "一般公共预算收入增长5%以上");
    let Some(Span::Words { start: from, end: to, .. }) = draft.span else { panic!() };
    assert_eq!(&words[from..to], draft.cell("task"));
    // What is no piece of the text makes none.
    for bytes in [1..2, 0..9999] {
        let nothing = after(&review, [Action::Add(As::Task, Marked { at: (3, 0), bytes })]);
        assert_eq!(nothing.mode, Mode::Reading);
    }
}

#[test]
fn with_the_keyboard_a_paragraph_is_chosen_first() {
    let review = review();
    let index = find(&review, "12—15个");
    let picked = after(&review, [Action::Select(index), Action::Pick]);
    let Mode::Picking(marked) = &picked.mode else { panic!() };
    assert_eq!((marked.at, picked.goal), ((3, 1), Goal::Bar));
    let at = |review: &Review| match &review.mode {
        Mode::Picking(marked) => marked.at,
        mode => panic!("{mode:?}"),
    };
    assert_eq!(at(&after(&picked, [Action::PickNear { is_back: false }])), (3, 2));
    assert_eq!(at(&after(&picked, [Action::PickNear { is_back: true }; 1])), (3, 0));
    assert_eq!(at(&after(&picked, vec![Action::PickNear { is_back: true }; 50])), (0, 0));
    assert_eq!(at(&after(&picked, vec![Action::PickNear { is_back: false }; 50])), (4, 0));
    assert_eq!(after(&picked, [Action::Close]).goal, Goal::Row(index));
}

#[test]
fn filters_by_table_text_and_state() {
    let review = review();
    let shown =
        |review: &Review| -> usize { Group::ALL.into_iter().map(|group| review.of_group(group).len()).sum() };
    let projects = after(&review, [Action::FilterTable("projects".to_owned())]);
    assert_eq!(shown(&projects), 3);
    assert_eq!(
        projects.selected.map(|index| projects.rows[index].table.clone()).as_deref(),
        Some("projects")
    );
    let text = after(&review, [Action::FilterText("老旧小区".to_owned())]);
    assert_eq!(shown(&text), 3);
    let heading = after(&review, [Action::FilterText("保障措施".to_owned())]);
    assert_eq!(shown(&heading), 3);
    let none = after(&review, [Action::FilterText("没有这样的话".to_owned())]);
    assert_eq!((shown(&none), none.selected), (0, None));
    let again = after(&none, [Action::ClearFilter]);
    assert_eq!((shown(&again), again.goal), (review.rows.len(), Goal::Filter));
    let open = after(&review, [Action::AcceptSelected, Action::OpenOnly(true)]);
    assert_eq!(shown(&open), review.rows.len() - 1);
    // A mark of a row that is hidden shows it.
    let index = find(&review, "14个");
    let pressed = after(&projects, [Action::Press(vec![index])]);
    assert_eq!((pressed.selected, &pressed.filter), (Some(index), &Filter::default()));
    assert!(!pressed.folded.get(Group::Sure));
}

#[test]
fn steps_end_at_both_ends() {
    let review = review();
    let first = review.selected.unwrap();
    let back = after(&review, [Action::Step { is_back: true }]);
    assert_eq!((back.selected, &back.told), (Some(first), &Some(Told::First)));
    let all = review.count(Group::Must).0 + review.count(Group::Should).0;
    let last = after(&review, vec![Action::Step { is_back: false }; all - 1]);
    assert_eq!((last.told.clone(), last.selected), (None, review.of_group(Group::Should).last().copied()));
    assert_eq!(after(&last, [Action::Step { is_back: false }]).told, Some(Told::Last));
    // Into the group that was unfolded.
    let unfolded = after(&last, [Action::Fold(Group::Sure), Action::Step { is_back: false }]);
    assert_eq!(unfolded.selected, review.of_group(Group::Sure).first().copied());
}

#[test]
fn a_mark_of_several_rows_leads_to_one_after_the_other() {
    let review = review();
    let rows = vec![find(&review, "12—15个"), find(&review, "力争引进亿元以上项目")];
    let press = || Action::Press(rows.clone());
    let selected: Vec<Option<usize>> =
        (1..4).map(|times| after(&review, vec![press(); times]).selected).collect();
    assert_eq!(selected, [Some(rows[0]), Some(rows[1]), Some(rows[0])]);
    assert_eq!(after(&review, [Action::Press(Vec::new())]).selected, review.selected);
}

#[test]
fn long_lists_are_shown_as_far_as_they_are_needed() {
    let (import, _) = small();
    let rows: Vec<Row> = (0..2_000)
        .map(|at| {
            let mut row = row("figures", &[("printed", &format!("{at}个"))]);
            row.rank = 2;
            row
        })
        .collect();
    let review = Rc::new(Review::new(import, rows));
    assert_eq!(review.shown.get(Group::Must), SHOWN_AT_FIRST);
    let more = after(&review, [Action::More(Group::Must)]);
    assert_eq!(more.shown.get(Group::Must), SHOWN_AT_FIRST + SHOWN_MORE);
    let far = after(&review, [Action::Press(vec![1_500])]);
    assert!(far.shown.get(Group::Must) > 1_500);
    let stepped = after(&review, vec![Action::Step { is_back: false }; SHOWN_AT_FIRST]);
    assert!(stepped.shown.get(Group::Must) > SHOWN_AT_FIRST);
}

#[test]
fn all_of_a_group_that_are_shown_are_accepted_at_once() {
    let review = review();
    let done = after(&review, [Action::FilterTable("figures".to_owned()), Action::AcceptAll(Group::Sure)]);
    let figures = done.rows.iter().filter(|row| row.table == "figures" && row.rank == 0).count();
    assert_eq!(done.told, Some(Told::Done(Deed::AcceptedAll(figures), String::new())));
    assert_eq!(states(&done).iter().filter(|state| **state == State::Accepted).count(), figures);
    let again = after(&done, [Action::AcceptAll(Group::Sure)]);
    assert_eq!(again.rows, done.rows);
    assert_eq!(states(&after(&done, [Action::Undo])), states(&review));
}

#[test]
fn what_is_stored_has_every_state() {
    let review = review();
    let must = review.of_group(Group::Must);
    let done = after(&review, [Action::Accept(must[0]), Action::Reject(must[1])]);
    let (import, rows) = Import::read(&done.json().unwrap()).unwrap();
    assert_eq!(rows.iter().map(|row| row.state).collect::<Vec<_>>(), states(&done));
    let again = Review::new(import, rows);
    assert_eq!((again.left(), again.json()), (done.left(), done.json()));
}

#[test]
fn a_row_that_cites_what_is_not_there_is_a_row_all_the_same() {
    let (import, mut rows) = small();
    rows[0].span = Some(Span::Words { section: "9".to_owned(), paragraph: 7, start: 5, end: 900 });
    rows[1].span = Some(Span::Cells { grid: 8, row: 8 });
    let review = Review::new(import, rows);
    assert_eq!(review.paragraph_of(&review.rows[0]), None);
    let all: usize = Group::ALL.into_iter().map(|group| review.of_group(group).len()).sum();
    assert_eq!(all, review.rows.len());
}

#[test]
fn a_review_begins_at_the_paragraph_that_an_address_names() {
    let begun = |place: &str| {
        let (import, rows) = small();
        let review = Review::new(import, rows).beginning_at(place);
        (review.pane, review.goal)
    };
    let (import, _) = small();
    let (at, section) =
        import.sections.iter().enumerate().find(|(_, section)| section.paragraphs.len() > 1).unwrap();
    for end in ["", "-f07", "-a-b"] {
        assert_eq!(begun(&format!("p-{}-2{end}", section.id)), (Pane::Text, Goal::Paragraph(at, 1)));
    }
    for none in ["", "content", "item-p01", "p-", "p-9.9-1", "p-1-0", "p-1-99999999999", "p-1-x", "1-2"] {
        assert_eq!(begun(none), (Pane::Rows, Goal::Stay), "{none}");
    }
}
