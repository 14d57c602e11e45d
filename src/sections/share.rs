//! The link to what is shown: sent by what the device has for that, or copied.

use gloo_timers::callback::Timeout;
use yew::{Callback, Html, MouseEvent, component, html, use_effect_with, use_state_eq};

use super::SectionProps;
use super::title::page_title;
use crate::browser::{Sent, address, send};
use crate::components::changing;
use crate::state::{sent_href, use_url};

/// That the link was copied is told for so many milliseconds.
const TOLD_FOR: u32 = 4000;

/// The button, and what became of it.
#[component]
pub fn Share(section: &SectionProps) -> Html {
    let url = use_url(&section.store, Clone::clone);
    let texts = section.texts;
    let told = use_state_eq(|| None::<(Sent, String)>);
    {
        // What was said of another state is no longer true.
        let told = told.clone();
        use_effect_with(url.clone(), move |_| told.set(None));
    }
    {
        let told = told.clone();
        use_effect_with((*told).clone(), move |now| {
            let is_copied = matches!(now, Some((Sent::Copied, _)));
            let waiting = is_copied.then(|| Timeout::new(TOLD_FOR, move || told.set(None)));
            move || drop(waiting)
        });
    }
    let onclick = {
        let (told, section) = (told.clone(), section.clone());
        Callback::from(move |_: MouseEvent| {
            let href = if section.has_files { sent_href(&url) } else { url.to_send().href() };
            let link = address::standalone(&href);
            let title = page_title(&section, &url);
            let told = told.clone();
            let shown = link.clone();
            send(&title, &link, move |sent| told.set(Some((sent, shown.clone()))));
        })
    };
    let message = match &*told {
        Some((Sent::Copied, _)) => changing(texts.copied),
        Some((sent @ (Sent::Refused | Sent::ByMenu), link)) => html! {
            <label key={link.clone()}>
                { if *sent == Sent::ByMenu { texts.sharing().send_on } else { texts.copy_yourself } }
                <input class="link-to-copy" readonly=true value={link.clone()} />
            </label>
        },
        Some((Sent::Shared, _)) | None => Html::default(),
    };
    html! {
        <div class="share">
            <button type="button" class="quiet" data-test="share" {onclick}>{ texts.share }</button>
            <div class="share-told" role="status">{ message }</div>
        </div>
    }
}
