//! The bar in which marked text becomes a row; with the keyboard, the paragraph in which it is marked.

use yew::{Callback, Html, Properties, component, html, use_node_ref};

use super::{REPORT_LANG, Same, changing};
use crate::browser::marked_in;
use crate::marks::byte_of;
use crate::model::{Action, As, Marked, Mode, Review};
use crate::texts::{Place, Texts};

/// So many characters of the marked text are shown.
const QUOTED: usize = 18;

/// What to show.
#[derive(PartialEq, Properties)]
pub struct BarProps {
    /// The review.
    pub review: Same<Review>,
    /// The words.
    pub texts: &'static Texts,
    /// Called with what is done.
    pub act: Callback<Action>,
}

/// The bar, where there is something to choose.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let BarProps { review: Same(review), texts, act } = props;
    let texts = *texts;
    let field = use_node_ref();
    let close = html! {
        <button type="button" class="quiet review-bar-close" onclick={act.reform(|_| Action::Close)}>{ texts.close }</button>
    };
    match &review.mode {
        Mode::Choosing(marked) => {
            let words = review
                .import
                .paragraph(marked.at)
                .and_then(|paragraph| paragraph.words.get(marked.bytes.clone()));
            let words = words.unwrap_or_default();
            let quoted: String = words.chars().take(QUOTED).collect();
            let quoted = if quoted.len() < words.len() { quoted + "…" } else { quoted };
            let choices = As::ALL.map(|what| {
                let marked = marked.clone();
                html! {
                    <button type="button" onclick={act.reform(move |_| Action::Add(what, marked.clone()))}>{ (texts.as_what)(what) }</button>
                }
            });
            html! {
                <div class="review-bar" role="region" aria-label={texts.pick}>
                    <div class="review-bar-row">
                        <p class="review-quoted" lang={REPORT_LANG}>{ changing(quoted) }</p>
                        { close }
                    </div>
                    <div class="review-bar-row" role="group" aria-labelledby="review-bar-as">
                        <span id="review-bar-as">{ texts.add_as }</span>
                        { for choices }
                    </div>
                </div>
            }
        }
        Mode::Picking(marked) => {
            let words = review
                .import
                .paragraph(marked.at)
                .map(|paragraph| paragraph.words.clone())
                .unwrap_or_default();
            let number = u16::try_from(marked.at.1 + 1).unwrap_or(u16::MAX);
            let place = Place::Paragraph(super::heading(review, marked.at.0, texts), number);
            let choices = As::ALL.map(|what| {
                let (field, at, words, act) = (field.clone(), marked.at, words.clone(), act.clone());
                let onclick = Callback::from(move |_| {
                    let bytes =
                        marked_in(&field).map(|(start, end)| byte_of(&words, start)..byte_of(&words, end));
                    act.emit(match bytes {
                        Some(bytes) => Action::Add(what, Marked { at, bytes }),
                        None => Action::NothingMarked,
                    });
                });
                html! { <button type="button" {onclick}>{ (texts.as_what)(what) }</button> }
            });
            html! {
                <div class="review-bar picking" role="region" aria-label={texts.pick}>
                    <label for="review-pick">
                        <strong>{ changing((texts.place)(&place)) }</strong>
                        <span>{ texts.pick_field }</span>
                    </label>
                    <textarea id="review-pick" lang={REPORT_LANG} key={format!("{:?}", marked.at)} ref={field} readonly={true} rows="4" value={words} />
                    <div class="review-bar-row">
                        <button type="button" class="quiet" onclick={act.reform(|_| Action::PickNear { is_back: true })}>{ texts.previous_paragraph }</button>
                        <button type="button" class="quiet" onclick={act.reform(|_| Action::PickNear { is_back: false })}>{ texts.next_paragraph }</button>
                        { close }
                    </div>
                    <div class="review-bar-row" role="group" aria-labelledby="review-bar-as">
                        <span id="review-bar-as">{ texts.add_as }</span>
                        { for choices }
                    </div>
                </div>
            }
        }
        _ => Html::default(),
    }
}
