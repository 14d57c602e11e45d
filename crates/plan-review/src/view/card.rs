//! A row with its cells, its reason, its place, and what can be done with it.

use std::rc::Rc;

use yew::{Callback, FocusEvent, Html, MouseEvent, Properties, component, html};

use super::form::Form;
use super::{REPORT_LANG, Same, changing};
use crate::browser::is_marking;
use crate::columns::{Shape, columns, is_told_already, of_printed, title};
use crate::import::{Import, Row, State};
use crate::model::{Action, Group};
use crate::texts::Texts;

/// What to show.
#[derive(PartialEq, Properties)]
pub struct CardProps {
    /// The row's index.
    pub index: usize,
    /// The row.
    pub row: Rc<Row>,
    /// Where it stands, in words; `None` where that is not known.
    pub place: Option<String>,
    /// Whether it is selected.
    pub is_selected: bool,
    /// Whether it is being corrected.
    pub is_edited: bool,
    /// The report.
    pub import: Same<Import>,
    /// The words.
    pub texts: &'static Texts,
    /// Called with what is done.
    pub act: Callback<Action>,
}

/// The row.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let CardProps { index, row, place, is_selected, is_edited, import, texts, act } = props;
    let (index, texts) = (*index, *texts);
    if *is_edited {
        return html! {
            <li class="review-row selected edited">
                <Form row={row.clone()} is_new={false} import={import.clone()} {texts} act={act.clone()} />
            </li>
        };
    }
    let is_decided = matches!(row.state, State::Accepted | State::Rejected);
    let state = match row.state {
        State::Open => "open",
        State::Accepted => "accepted",
        State::Rejected => "rejected",
        State::Added => "added",
    };
    let class = format!(
        "review-row {} {state}{}",
        Group::of(row).class(),
        if *is_selected { " selected" } else { "" }
    );
    let name = format!("review-row-{index}-name");
    let (first, second) = title(row);
    let is_named = !first.is_empty() && (row.table != "figures" || !second.is_empty());
    // Within buttons of rows that are not selected Tab does not stop: it goes from row to row.
    let stop = if *is_selected { "0" } else { "-1" };
    let has_reason = row.rank > 0 && !is_decided || *is_selected;
    let reason =
        Some(row.reason.in_language(texts.language)).filter(|reason| has_reason && !reason.is_empty());
    let has_cells = !is_decided && Group::of(row) != Group::Sure || *is_selected;
    let select = act.reform(move |()| Action::Select(index));
    let onclick = {
        let select = select.clone();
        Callback::from(move |_: MouseEvent| {
            if !is_marking() {
                select.emit(());
            }
        })
    };
    html! {
        <li {class}>
            <div
                class="review-card"
                id={format!("review-row-{index}")}
                role="group"
                tabindex="0"
                aria-labelledby={name.clone()}
                aria-current={is_selected.then_some("true")}
                {onclick}
                onfocusin={Callback::from(move |_: FocusEvent| select.emit(()))}
            >
                <p class="review-row-head">
                    <span class={format!("review-kind {}", Shape::of(&row.table).class())}>{ (texts.table)(&row.table) }</span>
                    if row.state != State::Open {
                        <span class="review-state">{ changing((texts.state)(row.state)) }</span>
                    }
                </p>
                <p class="review-row-title" id={name} lang={is_named.then_some(REPORT_LANG)}>
                    if row.table == "figures" || row.table == "omissions" {
                        <strong class="review-number">{ changing(first.to_owned()) }</strong>
                        { changing(if second.is_empty() && row.table == "figures" { texts.no_subject } else { second }.to_owned()) }
                    } else {
                        { changing(if first.is_empty() { texts.unnamed } else { first }.to_owned()) }
                    }
                </p>
                if let Some(reason) = reason {
                    <p class="review-reason">
                        <span class="visually-hidden">{ texts.reason }</span>
                        { changing(reason.to_owned()) }
                    </p>
                }
                if *is_selected {
                    { context(&import.0, row) }
                }
                if has_cells {
                    <Cells row={row.clone()} {texts} />
                }
                <div class="review-foot">
                    { match (place, &row.span) {
                        (Some(place), _) => html! {
                            <button
                                type="button"
                                class="review-place"
                                tabindex={stop}
                                title={texts.show_in_text}
                                onclick={act.reform(move |event: MouseEvent| {
                                    event.stop_propagation();
                                    Action::ShowInText(index)
                                })}
                            >
                                { changing(place.clone()) }
                                <span class="visually-hidden">{ texts.show_in_text }</span>
                            </button>
                        },
                        (None, Some(_)) => html! { <span class="review-place">{ texts.not_there }</span> },
                        (None, None) => html! { <span class="review-place">{ texts.nowhere }</span> },
                    } }
                    <Buttons {index} state={row.state} {stop} {texts} act={act.clone()} />
                </div>
            </div>
        </li>
    }
}

/// The words that a row stands on with some around them: on narrow screens, which show the text by itself.
pub(super) fn context(import: &Import, row: &Row) -> Html {
    let Some([before, words, after]) = import.context(row) else { return Html::default() };
    html! {
        <p class="review-context" lang={REPORT_LANG}>{ changing(before) }<mark>{ changing(words) }</mark>{ changing(after) }</p>
    }
}

#[derive(PartialEq, Properties)]
struct CellsProps {
    row: Rc<Row>,
    texts: &'static Texts,
}

/// The cells that are not told above.
#[component]
fn Cells(props: &CellsProps) -> Html {
    let CellsProps { row, texts } = props;
    let read = if row.table == "figures" { of_printed(row.cell("printed")) } else { None };
    let cells = columns(row)
        .into_iter()
        .filter(|column| !is_told_already(&row.table, &column.id))
        .filter_map(|column| {
            let cell = row.cell(&column.id);
            let said = (texts.word)(&column.id, cell).unwrap_or(cell);
            // What follows from the printed words says nothing new.
            let follows = read.iter().flatten().any(|(id, read)| *id == column.id && read == cell);
            let lang = (texts.word)(&column.id, cell).is_none().then_some(REPORT_LANG);
            (!cell.is_empty() && !follows).then(|| {
                html! {
                    <div key={format!("{}={cell}", column.id)}>
                        <dt>{ (texts.column)(&row.table, &column) }</dt>
                        <dd {lang}>{ said.to_owned() }</dd>
                    </div>
                }
            })
        });
    html! { <dl class="review-cells">{ for cells }</dl> }
}

#[derive(PartialEq, Properties)]
struct ButtonsProps {
    index: usize,
    state: State,
    stop: &'static str,
    texts: &'static Texts,
    act: Callback<Action>,
}

/// What can be done with a row.
#[component]
fn Buttons(props: &ButtonsProps) -> Html {
    let ButtonsProps { index, state, stop, texts, act } = props;
    let index = *index;
    let on = |action: Action| {
        act.reform(move |event: MouseEvent| {
            event.stop_propagation();
            action.clone()
        })
    };
    let pressed = |pressed: State| (*state == pressed).to_string();
    html! {
        <div class="review-buttons">
            if *state != State::Added {
                <button
                    type="button"
                    class="review-accept"
                    tabindex={*stop}
                    aria-pressed={pressed(State::Accepted)}
                    aria-keyshortcuts="A"
                    onclick={on(Action::Accept(index))}
                >
                    { texts.accept }
                </button>
            }
            <button type="button" class="review-edit" tabindex={*stop} aria-keyshortcuts="Enter" onclick={on(Action::Edit(index))}>
                { texts.edit }
            </button>
            <button
                type="button"
                class="review-reject"
                tabindex={*stop}
                aria-pressed={pressed(State::Rejected)}
                aria-keyshortcuts="X"
                onclick={on(Action::Reject(index))}
            >
                { texts.reject }
            </button>
        </div>
    }
}
