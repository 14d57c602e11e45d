//! A long list shows its first rows until the reader asks for the rest: the page is shorter, and what follows the list can be
//! reached. Styles hide the rest (`first-rows` in styles/page.css), so that the prerendered page does the same before the app runs,
//! and whoever prints or has no scripts has all.

use yew::{Callback, Html, MouseEvent, hook, html, use_effect_with, use_memo, use_state_eq};

use crate::browser::{focus_nth, is_whole, remember_whole};

/// So many rows are shown at first.
pub const FIRST_ROWS: usize = 20;

/// Whether only the first rows of the list of that name are shown, and the button for the rest. `rest` is the selector of the other
/// rows.
#[hook]
pub fn use_first_rows(list: &'static str, rest: &'static str, words: &'static str) -> (bool, Html) {
    let is_folded = use_state_eq(|| cfg!(not(target_arch = "wasm32")) || !is_whole(list));
    let onclick = {
        let is_folded = is_folded.clone();
        Callback::from(move |_: MouseEvent| {
            remember_whole(list);
            is_folded.set(false);
        })
    };
    // The button goes away: the focus goes on to what it has shown.
    let was_folded = *use_memo((), |()| *is_folded);
    use_effect_with(*is_folded, move |is_folded| {
        if was_folded && !is_folded {
            focus_nth(rest, 0);
        }
    });
    if !*is_folded {
        return (false, Html::default());
    }
    (true, html! { <p class="control more-rows"><button type="button" {onclick}>{ words }</button></p> })
}
