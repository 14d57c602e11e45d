//! The page of the data: every figure of the text, whether text and table agree, the files, and how all of it was made.

use yew::{Callback, Html, html};

use super::{HEADING, heading};
use crate::components::InTurn;
use crate::published::to_root;
use crate::sections::{Figures, Numbers, SectionProps, data_files, part, reconciliation, remarks};
use crate::state::View;

/// The page.
pub(super) fn data(section: &SectionProps) -> Html {
    let texts = section.texts;
    let of = |content: fn(&SectionProps) -> Html| {
        let section = section.clone();
        Callback::from(move |()| content(&section))
    };
    html! {
        <section class="data-page" aria-labelledby={HEADING}>
            { heading(section, View::Data) }
            if !section.dataset.figures.is_empty() {
                { part::<Numbers>(section) }
                { part::<Figures>(section) }
            }
            <InTurn content={of(reconciliation)} />
            <InTurn content={of(remarks)} />
            <InTurn content={of(|section| data_files(section, to_root(section.texts.lang)))} />
            <div class="method">
                <h2 id="method">{ texts.page().method }</h2>
                <p>{ if section.dataset.is_edited() { texts.page().editorial } else { texts.page().inferred } }</p>
            </div>
        </section>
    }
}
