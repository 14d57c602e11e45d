//! The link to what is shown: sent by what the device has for that, or copied.

use yew::{Callback, Html, MouseEvent, component, html, use_context, use_effect_with, use_state_eq};

use super::SectionProps;
use crate::browser::{Sent, address, send};
use crate::state::UrlState;

/// The button, and what became of it.
#[component]
pub fn Share(section: &SectionProps) -> Html {
    // Only this part of the page hears of every change of the state.
    let url = use_context::<UrlState>().unwrap_or_default();
    let words = &section.texts.explore;
    let told = use_state_eq(|| None::<(Sent, String)>);
    {
        // What was said of another state is no longer true.
        let told = told.clone();
        use_effect_with(url.clone(), move |_| told.set(None));
    }
    let onclick = {
        let (told, query) = (told.clone(), url.to_send().format());
        let title = section.title();
        Callback::from(move |_: MouseEvent| {
            let link = address::standalone(&query);
            let told = told.clone();
            let shown = link.clone();
            send(&title, &link, move |sent| told.set(Some((sent, shown.clone()))));
        })
    };
    let message = match &*told {
        Some((Sent::Copied, _)) => html! { { words.copied } },
        Some((Sent::Refused, link)) => html! {
            <label>
                { words.copy_yourself }
                <input class="link-to-copy" readonly=true value={link.clone()} />
            </label>
        },
        Some((Sent::Shared, _)) | None => Html::default(),
    };
    html! {
        <div class="share">
            <button type="button" class="quiet" data-test="share" {onclick}>{ words.share }</button>
            <div class="share-told" role="status">{ message }</div>
        </div>
    }
}
