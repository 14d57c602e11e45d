//! The report's text with what was read marked in it.

use std::collections::HashMap;
use std::rc::Rc;

use yew::{Callback, Html, KeyboardEvent, Properties, component, html, use_memo};

use super::{REPORT_LANG, Same, changing, heading};
use crate::browser::is_marking;
use crate::columns::Shape;
use crate::import::{Grid, Import, Row, State};
use crate::marks::pieces;
use crate::model::{Action, Group, Review};
use crate::texts::Texts;

/// What to show.
#[derive(PartialEq, Properties)]
pub struct TextProps {
    /// The review.
    pub review: Same<Review>,
    /// The words.
    pub texts: &'static Texts,
    /// Called with what is done.
    pub act: Callback<Action>,
}

/// A piece of a paragraph as it is shown.
#[derive(Debug, PartialEq, Eq)]
struct Shown {
    start: usize,
    text: String,
    rows: Vec<usize>,
    class: String,
    is_selected: bool,
    is_strong: bool,
    /// Whether the Tab key leads to it: to one mark of the text.
    is_stop: bool,
}

/// The classes of a row's mark.
fn class_of(row: &Row) -> String {
    let state = match row.state {
        State::Open => Group::of(row).class(),
        State::Accepted => "accepted",
        State::Rejected => "rejected",
        State::Added => "added",
    };
    format!("{} {state}", Shape::of(&row.table).class())
}

/// The pieces of paragraphs, by the indexes of section and paragraph.
type Paragraphs = HashMap<(usize, usize), Rc<Vec<Shown>>>;

/// All paragraphs in pieces, and the rows of tables.
fn shown(review: &Review) -> (Paragraphs, HashMap<(usize, usize), Vec<usize>>) {
    let marks = review.marks();
    let mut all: HashMap<(usize, usize), Vec<Shown>> = HashMap::new();
    let mut first: Option<((usize, usize), usize)> = None;
    let mut stop: Option<((usize, usize), usize)> = None;
    for (section, known) in review.import.sections.iter().enumerate() {
        for (number, paragraph) in known.paragraphs.iter().enumerate() {
            let at = (section, number);
            let spans = marks.paragraphs.get(&at).map(Vec::as_slice).unwrap_or_default();
            let pieces: Vec<Shown> = pieces(&paragraph.words, spans, &[paragraph.run_in])
                .into_iter()
                .map(|piece| {
                    let row = piece.rows.first().and_then(|row| review.row(*row));
                    let start = if piece.is_start { " starts" } else { "" };
                    let is_selected = review.selected.is_some_and(|selected| piece.rows.contains(&selected));
                    if row.is_some() {
                        first = first.or(Some((at, piece.bytes.start)));
                        if is_selected {
                            stop = stop.or(Some((at, piece.bytes.start)));
                        }
                    }
                    Shown {
                        start: piece.bytes.start,
                        text: paragraph.words.get(piece.bytes.clone()).unwrap_or_default().to_owned(),
                        class: row.map(|row| class_of(row) + start).unwrap_or_default(),
                        rows: piece.rows,
                        is_selected,
                        is_strong: piece.bytes.end <= paragraph.run_in,
                        is_stop: false,
                    }
                })
                .collect();
            all.insert(at, pieces);
        }
    }
    if let Some((at, start)) = stop.or(first)
        && let Some(piece) =
            all.get_mut(&at).and_then(|pieces| pieces.iter_mut().find(|piece| piece.start == start))
    {
        piece.is_stop = true;
    }
    (all.into_iter().map(|(at, pieces)| (at, Rc::new(pieces))).collect(), marks.grids)
}

/// The text.
#[component]
pub fn Text(props: &TextProps) -> Html {
    let TextProps { review: Same(review), texts, act } = props;
    let texts = *texts;
    let marked = {
        let review = review.clone();
        use_memo((review.version, review.selected), move |_| shown(&review))
    };
    let (paragraphs, grids) = &*marked;
    let grid = |index: usize, table: &Grid| {
        let rows: Vec<Vec<usize>> =
            (0..table.rows.len()).map(|row| grids.get(&(index, row)).cloned().unwrap_or_default()).collect();
        let classes = rows
            .iter()
            .map(|rows| {
                rows.first().and_then(|row| review.row(*row)).map(|row| class_of(row)).unwrap_or_default()
            })
            .collect::<Vec<String>>();
        let selected = review.selected.filter(|selected| rows.iter().any(|rows| rows.contains(selected)));
        html! {
            <GridView key={format!("grid-{index}")} import={Same(review.import.clone())} {index} {rows} {classes} {selected} {texts} act={act.clone()} />
        }
    };
    let grids_at = |section: &str, paragraph: usize| -> Vec<Html> {
        let stands_here = |table: &Grid| {
            table
                .at
                .as_ref()
                .is_some_and(|at| at.section == section && usize::from(at.paragraph) == paragraph)
        };
        review
            .import
            .tables
            .iter()
            .enumerate()
            .filter(|(_, table)| stands_here(table))
            .map(|(at, table)| grid(at, table))
            .collect()
    };
    let is_placed = |table: &Grid| {
        table.at.as_ref().is_some_and(|at| {
            at.paragraph == 0 && review.import.sections.iter().any(|section| section.id == at.section)
                || review.import.find(&at.section, at.paragraph).is_some()
        })
    };
    let sections = review.import.sections.iter().enumerate().map(|(at, section)| {
        let title = heading(review, at, texts);
        // As deep as its id: 1, 1.3, 1.3.2.
        let depth = section.id.matches('.').count();
        let title = match depth {
            _ if section.heading.is_empty() && section.number.is_empty() => Html::default(),
            0 => html! { <h3>{ title }</h3> },
            1 => html! { <h4>{ title }</h4> },
            _ => html! { <h5>{ title }</h5> },
        };
        let paragraphs = section.paragraphs.iter().enumerate().map(|(number, paragraph)| {
            let pieces = paragraphs.get(&(at, number)).cloned().unwrap_or_default();
            html! {
                <>
                    <ParagraphView key={number} at={format!("{at}.{number}")} {pieces} is_item={paragraph.kind == "item"} act={act.clone()} />
                    { for grids_at(&section.id, number + 1) }
                </>
            }
        });
        html! {
            <div class="review-section" key={at}>
                { title }
                { for grids_at(&section.id, 0) }
                { for paragraphs }
            </div>
        }
    });
    let after = review.import.tables.iter().enumerate().filter(|(_, table)| !is_placed(table));
    let mut shapes: Vec<Shape> =
        review.rows.iter().filter(|row| row.span.is_some()).map(|row| Shape::of(&row.table)).collect();
    shapes.sort_unstable();
    shapes.dedup();
    html! {
        <div class="review-text" role="region" aria-labelledby="review-text-heading">
            <div class="review-pane-head">
                <h3 id="review-text-heading">{ texts.text }</h3>
                <p class="review-hint">{ texts.text_hint }</p>
                <ul class="review-legend" aria-label={texts.legend}>
                    { for shapes.into_iter().map(|shape| html! {
                        <li><span class={format!("read {} sure starts", shape.class())}>{ (texts.shape)(shape) }</span></li>
                    }) }
                    <li><span class="read of-figure must starts">{ texts.doubtful }</span></li>
                </ul>
            </div>
            <div class="review-scroll" lang={REPORT_LANG}>
                if !review.import.title.is_empty() {
                    <p class="review-title">{ &review.import.title }</p>
                }
                { for sections }
                { for after.map(|(at, table)| grid(at, table)) }
            </div>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ParagraphProps {
    /// The indexes of section and paragraph.
    at: String,
    pieces: Rc<Vec<Shown>>,
    is_item: bool,
    act: Callback<Action>,
}

/// A paragraph. Nothing stands in it but its words: where a selection begins and ends is counted in them.
#[component]
fn ParagraphView(props: &ParagraphProps) -> Html {
    let ParagraphProps { at, pieces, is_item, act } = props;
    let pieces = pieces.iter().map(|piece| {
        let key = format!("{}-{}", piece.start, piece.text.len());
        let strong = piece.is_strong.then_some("run-in");
        if piece.class.is_empty() {
            return html! { <span {key} class={strong}>{ &piece.text }</span> };
        }
        let press = {
            let (act, rows) = (act.clone(), piece.rows.clone());
            Callback::from(move |()| act.emit(Action::Press(rows.clone())))
        };
        let onclick = {
            let press = press.clone();
            Callback::from(move |_| {
                if !is_marking() {
                    press.emit(());
                }
            })
        };
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                press.emit(());
            }
        });
        let rows: Vec<String> = piece.rows.iter().map(ToString::to_string).collect();
        let selected = if piece.is_selected { " selected" } else { "" };
        html! {
            <mark
                {key}
                class={format!("read {}{selected}{}", piece.class, if piece.is_strong { " run-in" } else { "" })}
                role="button"
                tabindex={if piece.is_stop { "0" } else { "-1" }}
                data-rows={rows.join(" ")}
                aria-current={piece.is_selected.then_some("true")}
                {onclick}
                {onkeydown}
            >
                { &piece.text }
            </mark>
        }
    });
    html! { <p class={if *is_item { "review-item" } else { "review-paragraph" }} data-at={at.clone()}>{ for pieces }</p> }
}

#[derive(PartialEq, Properties)]
struct GridProps {
    import: Same<Import>,
    /// The number of the table.
    index: usize,
    /// The rows that were read of each of its rows.
    rows: Vec<Vec<usize>>,
    /// The classes of their marks.
    classes: Vec<String>,
    selected: Option<usize>,
    texts: &'static Texts,
    act: Callback<Action>,
}

/// A table of the report.
#[component]
fn GridView(props: &GridProps) -> Html {
    let GridProps { import: Same(import), index, rows, classes, selected, texts, act } = props;
    let Some(table) = import.tables.get(*index) else { return Html::default() };
    let title = if table.title.is_empty() { texts.untitled } else { &table.title };
    let row = |number: usize| {
        let cells = table.rows.get(number).map(Vec::as_slice).unwrap_or_default();
        let read = rows.get(number).map(Vec::as_slice).unwrap_or_default();
        let class = classes.get(number).map(String::as_str).unwrap_or_default();
        let is_selected = selected.is_some_and(|selected| read.contains(&selected));
        let press = {
            let read = read.to_vec();
            act.reform(move |_| Action::Press(read.clone()))
        };
        let name = cells
            .iter()
            .find(|cell| cell.contains(char::is_alphabetic))
            .map(String::as_str)
            .unwrap_or_default();
        let mark = if read.is_empty() {
            html! { <td class="grid-mark"></td> }
        } else {
            let numbers: Vec<String> = read.iter().map(ToString::to_string).collect();
            html! {
                <td class="grid-mark">
                    <button
                        type="button"
                        class={format!("read {class} starts{}", if is_selected { " selected" } else { "" })}
                        tabindex={if is_selected { "0" } else { "-1" }}
                        data-rows={numbers.join(" ")}
                        aria-current={is_selected.then_some("true")}
                        aria-label={(texts.grid_mark)(name)}
                        onclick={press}
                    />
                </td>
            }
        };
        // Where nothing was read it is a head.
        let is_head = number == 0 && read.is_empty();
        let cells = cells.iter().map(|cell| match (is_head, is_number(cell)) {
            (true, _) => html! { <th scope="col">{ cell }</th> },
            (false, true) => html! { <td class="number">{ cell }</td> },
            (false, false) => html! { <td>{ cell }</td> },
        });
        let class = format!(
            "{}{}",
            if class.is_empty() { "" } else { "is-read" },
            if is_selected { " selected" } else { "" }
        );
        html! { <tr key={number} {class}>{ mark }{ for cells }</tr> }
    };
    html! {
        <figure class="review-grid">
            <figcaption>{ changing(title.to_owned()) }</figcaption>
            <div class="scroll" role="region" tabindex="0" aria-label={title.to_owned()}>
                <table><tbody>{ for (0..table.rows.len()).map(row) }</tbody></table>
            </div>
        </figure>
    }
}

fn is_number(cell: &str) -> bool {
    cell.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '−' | '—'))
        && cell.chars().filter(|c| c.is_alphabetic()).count() <= 2
}
