//! The form of a row: a field for each column of its table, and at each what is wrong with it.

use std::rc::Rc;

use yew::{
    Callback, Event, Html, InputEvent, KeyboardEvent, Properties, SubmitEvent, component, html,
    use_effect_with, use_state,
};

use super::card::context;
use super::{Same, changing};
use crate::browser::{go_to_mistake, is_long_field, text_of};
use crate::columns::{Column, Fault, Field, columns, fault, of_printed};
use crate::import::{Import, Row};
use crate::model::Action;
use crate::texts::Texts;

/// What to show.
#[derive(PartialEq, Properties)]
pub struct FormProps {
    /// The row as it is, or as it is suggested.
    pub row: Rc<Row>,
    /// Whether it is to be added.
    pub is_new: bool,
    /// The report.
    pub import: Same<Import>,
    /// The words.
    pub texts: &'static Texts,
    /// Called with what is done.
    pub act: Callback<Action>,
}

/// A row with another cell. Where a figure is printed otherwise, what followed from the former follows from that.
fn with(row: &Row, column: &str, cell: String) -> Row {
    let before = row.cell(column).to_owned();
    let mut row = with_cell(row.clone(), column, cell.clone());
    if row.table == "figures" && column == "printed" {
        let known = of_printed(&before);
        let followed = known.iter().flatten().all(|(column, cell)| row.cell(column) == cell);
        let is_empty =
            || ["value", "value_upper", "unit", "modifier"].iter().all(|column| row.cell(column).is_empty());
        if (known.is_some() && followed) || is_empty() {
            for (column, cell) in of_printed(&cell).into_iter().flatten() {
                row = with_cell(row, column, cell);
            }
        }
    }
    row
}

fn with_cell(mut row: Row, column: &str, cell: String) -> Row {
    match row.cells.iter_mut().find(|(id, _)| id == column) {
        Some((_, known)) => *known = cell,
        None => row.cells.push((column.to_owned(), cell)),
    }
    row
}

/// What is wrong with the cells, by column.
fn faults(import: &Import, row: &Row, columns: &[Column]) -> Vec<Option<Fault>> {
    columns.iter().map(|column| fault(import, row, column)).collect()
}

/// The form.
#[component]
pub fn Form(props: &FormProps) -> Html {
    let FormProps { row: start, is_new, import: Same(import), texts, act } = props;
    let texts = *texts;
    let row = use_state(|| (**start).clone());
    // Mistakes are told once the form was sent, and from then on while they are mended.
    let sent = use_state(|| 0_u32);
    // The columns stay while what is in them changes.
    let columns = columns(start);
    let faults = if *sent > 0 { faults(import, &row, &columns) } else { vec![None; columns.len()] };
    let count = faults.iter().flatten().count();
    {
        let has_faults = count > 0;
        use_effect_with(*sent, move |_| {
            if has_faults {
                go_to_mistake();
            }
        });
    }
    let save = {
        let (row, sent, import, act, columns) =
            (row.clone(), sent.clone(), import.clone(), act.clone(), columns.clone());
        Callback::from(move |()| {
            let trimmed = row.cells.iter().map(|(column, cell)| (column.clone(), cell.trim().to_owned()));
            let trimmed = Row { cells: trimmed.collect(), ..(*row).clone() };
            if self::faults(&import, &trimmed, &columns).iter().any(Option::is_some) {
                sent.set(*sent + 1);
            } else {
                act.emit(Action::Save(trimmed.cells));
            }
        })
    };
    let onsubmit = save.reform(|event: SubmitEvent| event.prevent_default());
    // No cell has lines: in a field for long text, too, Enter saves.
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let is_text = is_long_field(&event);
        if event.key() == "Enter" && is_text && !event.is_composing() {
            event.prevent_default();
            save.emit(());
        }
    });
    let table = (texts.table)(&start.table);
    let field = |(at, column): (usize, &Column)| {
        let set = {
            let (row, id) = (row.clone(), column.id.clone());
            Callback::from(move |cell: String| row.set(with(&row, &id, cell)))
        };
        let fault = faults.get(at).copied().flatten();
        html! {
            <FieldView
                key={column.id.clone()}
                id={format!("review-field-{at}")}
                label={(texts.column)(&start.table, column)}
                column={column.clone()}
                cell={row.cell(&column.id).to_owned()}
                {fault}
                {set}
                {texts}
            />
        }
    };
    let (usual, more): (Vec<_>, Vec<_>) = columns
        .iter()
        .enumerate()
        .partition(|(at, column)| column.is_usual || faults.get(*at).copied().flatten().is_some());
    html! {
        <form class="review-form" novalidate={true} aria-labelledby="review-form-heading" {onsubmit} {onkeydown}>
            <h4 id="review-form-heading">{ (texts.form)(&table, *is_new) }</h4>
            { context(import, start) }
            <p class="review-faults" role="alert">
                { changing(if count > 0 { (texts.faults)(count) } else { String::new() }) }
            </p>
            <div class="review-fields">{ for usual.into_iter().map(field) }</div>
            if !more.is_empty() {
                <details class="review-more-columns">
                    <summary>{ texts.more_columns }</summary>
                    <div class="review-fields">{ for more.into_iter().map(field) }</div>
                </details>
            }
            <div class="review-form-buttons">
                <button type="submit" class="review-save">{ if *is_new { texts.add } else { texts.save } }</button>
                <button type="button" class="quiet" onclick={act.reform(|_| Action::Close)}>{ texts.cancel }</button>
            </div>
        </form>
    }
}

#[derive(PartialEq, Properties)]
struct FieldProps {
    id: String,
    label: String,
    column: Column,
    cell: String,
    fault: Option<Fault>,
    set: Callback<String>,
    texts: &'static Texts,
}

/// A field with its label, and what is wrong with it.
#[component]
fn FieldView(props: &FieldProps) -> Html {
    let FieldProps { id, label, column, cell, fault, set, texts } = props;
    let told = format!("{id}-fault");
    let described = fault.map(|_| told.clone());
    let invalid = fault.map(|_| "true");
    let required = column.is_required.then_some("true");
    // Also while an input method composes: the field would otherwise be set to what stood there before.
    let oninput = set.reform(|event: InputEvent| text_of(&event).unwrap_or_default());
    let field = match &column.field {
        Field::Line => html! {
            <input id={id.clone()} type="text" value={cell.clone()} autocomplete="off" aria-required={required} aria-invalid={invalid} aria-describedby={described} {oninput} />
        },
        Field::Text => html! {
            <textarea id={id.clone()} rows={if cell.chars().count() > 24 { "3" } else { "1" }} value={cell.clone()} aria-required={required} aria-invalid={invalid} aria-describedby={described} {oninput} />
        },
        Field::Choice(words) => {
            let other = (!cell.is_empty() && !words.contains(&cell.as_str())).then(|| cell.clone());
            let words = words.iter().map(|word| {
                let said = (texts.word)(&column.id, word).unwrap_or(word);
                html! { <option key={*word} value={*word} selected={cell == word}>{ said }</option> }
            });
            html! {
                <select id={id.clone()} aria-required={required} aria-invalid={invalid} aria-describedby={described}
                    onchange={set.reform(|event: Event| text_of(&event).unwrap_or_default())}
                >
                    <option key="" value="" selected={cell.is_empty()}>{ texts.no_choice }</option>
                    { for words }
                    if let Some(other) = other {
                        <option key="other" value={other.clone()} selected={true}>{ other.clone() }</option>
                    }
                </select>
            }
        }
    };
    let is_wide = column.field == Field::Text;
    html! {
        <div class={if is_wide { "review-field wide" } else { "review-field" }}>
            <label for={id.clone()}>
                { label.clone() }
                if column.is_required {
                    <span class="review-required">{ texts.required }</span>
                }
            </label>
            { field }
            if let Some(fault) = fault {
                <p class="review-fault" id={told}>{ changing((texts.fault)(*fault)) }</p>
            }
        </div>
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::samples::row;

    #[test]
    fn what_followed_from_the_printed_words_follows_from_the_new_ones() {
        let figure =
            row("figures", &[("printed", "5%以上"), ("value", "5"), ("unit", "%"), ("modifier", "以上")]);
        let other = with(&figure, "printed", "30亿元".to_owned());
        assert_eq!((other.cell("value"), other.cell("unit"), other.cell("modifier")), ("30", "亿元", ""));
        // What is no quantity yet, while it is typed, changes nothing else.
        let typed = with(&other, "printed", "亿".to_owned());
        assert_eq!((typed.cell("printed"), typed.cell("value")), ("亿", "30"));
        // A value that the person has given stays.
        let own = with(&figure, "value", "6".to_owned());
        assert_eq!(with(&own, "printed", "30亿元".to_owned()).cell("value"), "6");
        let empty = with(&row("figures", &[]), "printed", "3个".to_owned());
        assert_eq!((empty.cell("value"), empty.cell("unit")), ("3", "个"));
    }
}
