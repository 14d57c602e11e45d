//! What was wrong with the address, said once, at the top, until dismissed.

use yew::{Callback, Html, MouseEvent, html};

use crate::state::UrlNotice;
use crate::texts::Texts;

/// A box with the notices, spoken when it appears; `dismiss` is called when the reader has seen enough. Nothing is shown where
/// there is nothing.
pub fn notices(notices: &[UrlNotice], dismiss: &Callback<()>, texts: &'static Texts) -> Html {
    html! {
        <div class="notice-region" role="status">
            if !notices.is_empty() {
                <div class="notices">
                    <p class="notices-heading">{ texts.notices }</p>
                    <ul>{ for notices.iter().map(|notice| html! { <li>{ (texts.notice)(notice) }</li> }) }</ul>
                    <button type="button" onclick={dismiss.reform(|_: MouseEvent| ())}>{ texts.dismiss }</button>
                </div>
            }
        </div>
    }
}
