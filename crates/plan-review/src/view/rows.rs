//! The rows with what filters them.

use yew::{
    Callback, Event, Html, InputEvent, Properties, component, html, use_effect, use_effect_with, use_node_ref,
};

use super::form::Form;
use super::group::GroupView;
use super::{Same, changing};
use crate::browser::{is_checked, on_composed, show_value, text_of, text_typed};
use crate::model::{Action, Filter, Group, Mode, Review};
use crate::texts::Texts;

/// What to show.
#[derive(PartialEq, Properties)]
pub struct RowsProps {
    /// The review.
    pub review: Same<Review>,
    /// The words.
    pub texts: &'static Texts,
    /// Called with what is done.
    pub act: Callback<Action>,
}

/// The rows.
#[component]
pub fn Rows(props: &RowsProps) -> Html {
    let RowsProps { review: Same(review), texts, act } = props;
    let texts = *texts;
    let groups: Vec<(Group, Vec<usize>)> =
        Group::ALL.into_iter().map(|group| (group, review.of_group(group))).collect();
    let has_rows = groups.iter().any(|(_, rows)| !rows.is_empty());
    let is_filtered = review.filter != Filter::default();
    let groups = groups.into_iter().filter(|(_, rows)| !rows.is_empty());
    html! {
        <div class="review-rows" role="region" aria-labelledby="review-rows-heading">
            <div class="review-pane-head">
                <h3 id="review-rows-heading" tabindex="-1">{ texts.rows }</h3>
                <Filters review={props.review.clone()} {texts} act={act.clone()} />
            </div>
            <div class="review-scroll">
                if let Mode::Adding(draft) = &review.mode {
                    <div class="review-new">
                        <Form row={draft.clone()} is_new={true} import={Same(review.import.clone())} {texts} act={act.clone()} />
                    </div>
                }
                { for groups.map(|(group, rows)| html! {
                    <GroupView key={group.class()} {group} {rows} review={props.review.clone()} {texts} act={act.clone()} />
                }) }
                if !has_rows {
                    <div class="review-none">
                        <p>{ changing(if is_filtered { texts.nothing_found } else { texts.none_here }) }</p>
                        if is_filtered {
                            <button type="button" onclick={act.reform(|_| Action::ClearFilter)}>{ texts.clear_filter }</button>
                        }
                    </div>
                }
            </div>
        </div>
    }
}

/// What filters the rows.
#[component]
fn Filters(props: &RowsProps) -> Html {
    let RowsProps { review: Same(review), texts, act } = props;
    let Filter { table, text, is_open_only } = review.filter.clone();
    let list = use_node_ref();
    {
        let (list, table) = (list.clone(), table.clone());
        use_effect(move || show_value(&list, &table));
    }
    let field = use_node_ref();
    {
        let act = act.clone();
        use_effect_with(field.clone(), move |field| {
            let listening = on_composed(field, move |text| act.emit(Action::FilterText(text)));
            move || drop(listening)
        });
    }
    let oninput = {
        let act = act.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(text) = text_typed(&event) {
                act.emit(Action::FilterText(text));
            }
        })
    };
    let options = review.tables().into_iter().map(|(name, count)| {
        html! {
            <option key={format!("{name}-{count}")} value={name.to_owned()} selected={table == name}>
                { (texts.of_table)(&(texts.table)(name), count) }
            </option>
        }
    });
    html! {
        <div class="review-filters" role="search">
            <p class="review-control">
                <label for="review-filter-text">{ texts.text_filter }</label>
                <input
                    id="review-filter-text"
                    ref={field}
                    type="search"
                    value={text}
                    placeholder={texts.text_filter_hint}
                    autocomplete="off"
                    enterkeyhint="search"
                    aria-keyshortcuts="/"
                    {oninput}
                />
            </p>
            <p class="review-control">
                <label for="review-filter-table">{ texts.table_filter }</label>
                <select
                    id="review-filter-table"
                    ref={list}
                    onchange={act.reform(|event: Event| Action::FilterTable(text_of(&event).unwrap_or_default()))}
                >
                    <option key="" value="" selected={table.is_empty()}>{ texts.all_tables }</option>
                    { for options }
                </select>
            </p>
            <label class="review-check">
                <input
                    type="checkbox"
                    checked={is_open_only}
                    onchange={act.reform(|event: Event| Action::OpenOnly(is_checked(&event)))}
                />
                { texts.open_only }
            </label>
        </div>
    }
}
