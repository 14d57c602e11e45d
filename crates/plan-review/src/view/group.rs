//! The rows of one sureness, which can be folded.

use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html};

use super::card::Card;
use super::{Same, changing, place};
use crate::import::State;
use crate::model::{Action, Group, Mode, Review, SHOWN_MORE};
use crate::texts::Texts;

/// What to show.
#[derive(PartialEq, Properties)]
pub struct GroupProps {
    /// Which rows stand together.
    pub group: Group,
    /// Those of them that the filter shows.
    pub rows: Vec<usize>,
    /// The review.
    pub review: Same<Review>,
    /// The words.
    pub texts: &'static Texts,
    /// Called with what is done.
    pub act: Callback<Action>,
}

/// The rows of a group.
#[component]
pub fn GroupView(props: &GroupProps) -> Html {
    let GroupProps { group, rows, review: Same(review), texts, act } = props;
    let (group, texts) = (*group, *texts);
    let is_edited = rows.iter().any(|index| review.mode == Mode::Editing(*index));
    let is_folded = review.folded.get(group) && !is_edited;
    let open =
        rows.iter().filter(|index| review.row(**index).is_some_and(|row| row.state == State::Open)).count();
    let shown = review.shown.get(group);
    let count = if group == Group::Added {
        (texts.group_count)(rows.len(), rows.len())
    } else {
        (texts.group_count)(rows.len(), open)
    };
    let list = format!("review-group-{}", group.class());
    let cards = rows.iter().take(shown).filter_map(|index| {
        let row = review.row(*index)?;
        let place = place(review, *index, texts).map(|place| (texts.place)(&place));
        Some(html! {
            <Card
                key={*index}
                index={*index}
                row={row.clone()}
                {place}
                is_selected={review.selected == Some(*index)}
                is_edited={review.mode == Mode::Editing(*index)}
                import={Same(Rc::clone(&review.import))}
                {texts}
                act={act.clone()}
            />
        })
    });
    html! {
        <div class={format!("review-group {}", group.class())}>
            <div class="review-group-head">
                <h4>
                    <button
                        type="button"
                        class="review-fold"
                        aria-expanded={(!is_folded).to_string()}
                        aria-controls={list.clone()}
                        onclick={act.reform(move |_| Action::Fold(group))}
                    >
                        { (texts.group)(group) }
                        <span class="review-count">{ changing(count) }</span>
                    </button>
                </h4>
                if group == Group::Sure && open > 0 {
                    <button type="button" class="review-all" onclick={act.reform(move |_| Action::AcceptAll(group))}>
                        { changing((texts.accept_all)(open)) }
                    </button>
                }
            </div>
            <ol id={list} hidden={is_folded}>
                if !is_folded {
                    { for cards }
                }
            </ol>
            if !is_folded && rows.len() > shown {
                <button
                    type="button"
                    class="review-more"
                    data-more={group.class()}
                    onclick={act.reform(move |_| Action::More(group))}
                >
                    { changing((texts.more)((rows.len() - shown).min(SHOWN_MORE))) }
                </button>
            }
        </div>
    }
}
