//! What was wrong with the address, said once, at the top, until dismissed.

use yew::{Callback, Html, MouseEvent, html};

use super::changing;
use crate::state::UrlNotice;
use crate::texts::Texts;

/// A box with the notices, and with the link to a page that could not be opened, spoken when it appears; `dismiss` is called when
/// the reader has seen enough. Nothing is shown where there is nothing.
pub fn notices(
    notices: &[UrlNotice],
    blocked: Option<&str>,
    dismiss: &Callback<()>,
    texts: &'static Texts,
) -> Html {
    let dismiss = dismiss.reform(|_: MouseEvent| ());
    html! {
        <div class="notice-region" role="status">
            if let Some(link) = blocked {
                <div class="notices" key={link.to_owned()}>
                    <label>
                        { texts.sharing().blocked }
                        <input id={BLOCKED} class="link-to-copy" readonly=true value={link.to_owned()} />
                    </label>
                    <button type="button" onclick={dismiss}>{ texts.dismiss }</button>
                </div>
            } else if !notices.is_empty() {
                <div class="notices">
                    <p class="notices-heading">{ texts.notices }</p>
                    <ul>{ for notices.iter().map(|notice| html! { <li>{ changing((texts.notice)(notice)) }</li> }) }</ul>
                    <button type="button" onclick={dismiss}>{ texts.dismiss }</button>
                </div>
            }
        </div>
    }
}

/// The id of the field with the link that could not be opened.
pub const BLOCKED: &str = "blocked-link";
