//! What was wrong with the address, said once, at the top, until dismissed.

use yew::{Callback, Html, MouseEvent, Properties, component, html};

use crate::state::UrlNotice;
use crate::texts::Texts;

/// What to show.
#[derive(PartialEq, Properties)]
pub struct NoticesProps {
    /// What was wrong; nothing is shown where there is nothing.
    pub notices: Vec<UrlNotice>,
    /// Called when the reader has seen enough.
    pub dismiss: Callback<()>,
    /// The words.
    pub texts: &'static Texts,
}

/// A box with the notices, spoken when it appears.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let NoticesProps { notices, dismiss, texts } = props;
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
