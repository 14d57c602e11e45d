//! A report that the reader has opened: that nobody else sees it, and the way to the page where it is kept (static/own.js).

use yew::{Html, html};

use super::SectionProps;
use crate::published::OWN;

/// What stands above every page of such a report; nothing above those of the published one.
pub(crate) fn own_banner(section: &SectionProps) -> Html {
    let Some(own) = &section.own else {
        return Html::default();
    };
    let words = section.texts.local();
    html! {
        <aside class="own-banner" data-test="own-banner" aria-label={words.name}>
            <p>
                <strong>{ words.name }</strong>
                { words.about }
            </p>
            <p class="own-ways">
                <a href={own.address()}>{ words.review }</a>
                // Followed by the browser: the app keeps the report that it has (static/own-data.js).
                <a href="./" data-published="">{ words.close }</a>
            </p>
        </aside>
    }
}

/// In the place of the published files: those of the report are made where it is kept. Below the published files, the way to open one.
pub(crate) fn own_files(section: &SectionProps) -> Html {
    let words = section.texts.local();
    match &section.own {
        Some(own) => html! {
            <p class="data-files" id="files"><a href={own.address()}>{ words.files }</a></p>
        },
        None => {
            html! { <p class="open-own"><a href={OWN} data-test="own">{ words.open }</a>{ words.open_about }</p> }
        }
    }
}
