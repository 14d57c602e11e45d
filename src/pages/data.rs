//! The page of the data: every figure of the text, whether text and table agree, the files, and how all of it was made.

use yew::{Html, component, html};

use super::{HEADING, heading};
use crate::published::to_root;
use crate::sections::{DataFiles, Figures, Numbers, SectionProps, reconciliation};
use crate::state::View;

/// The page.
#[component]
pub fn Data(section: &SectionProps) -> Html {
    let texts = section.texts;
    html! {
        <section class="data-page" aria-labelledby={HEADING}>
            { heading(section, View::Data) }
            <Numbers ..section.clone() />
            <Figures ..section.clone() />
            { reconciliation(section) }
            <DataFiles section={section.clone()} to_root={to_root(texts.lang)} />
            <div class="method">
                <h2 id="method">{ texts.page().method }</h2>
                <p>{ texts.page().editorial }</p>
            </div>
        </section>
    }
}
