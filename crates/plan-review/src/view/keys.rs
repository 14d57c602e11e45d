//! The dialog that says which keys there are.

use yew::{Callback, Event, Html, Properties, component, html, use_effect_with, use_node_ref};

use crate::browser::{is_checked, open_dialog};
use crate::model::Action;
use crate::texts::Texts;

/// What to show.
#[derive(PartialEq, Properties)]
pub struct KeysProps {
    /// Whether keys of one letter do something.
    pub has_keys: bool,
    /// The words.
    pub texts: &'static Texts,
    /// Called with what is done.
    pub act: Callback<Action>,
}

/// The dialog.
#[component]
pub fn Keys(props: &KeysProps) -> Html {
    let KeysProps { has_keys, texts, act } = props;
    let dialog = use_node_ref();
    use_effect_with(dialog.clone(), open_dialog);
    let keys = texts.key_list.iter().map(|(keys, what)| {
        html! {
            <div>
                <dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt>
                <dd>{ *what }</dd>
            </div>
        }
    });
    html! {
        <dialog class="review-keys" ref={dialog} aria-labelledby="review-keys-heading" onclose={act.reform(|_| Action::Close)}>
            <h3 id="review-keys-heading">{ texts.keys_heading }</h3>
            <dl>{ for keys }</dl>
            <label class="review-check">
                <input type="checkbox" checked={*has_keys} onchange={act.reform(|event: Event| Action::UseKeys(is_checked(&event)))} />
                { texts.use_keys }
            </label>
            <button type="button" onclick={act.reform(|_| Action::Close)}>{ texts.close }</button>
        </dialog>
    }
}
