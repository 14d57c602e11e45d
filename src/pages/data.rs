//! The page of the data: every figure of the text, whether text and table agree, the files, and how all of it was made.

use plan_data::Context;
use yew::{Callback, Html, html};

use super::{HEADING, heading};
use crate::components::InTurn;
use crate::published::to_root;
use crate::sections::{
    Figures, Numbers, SectionProps, both_years, data_files, own_files, part, reconciliation, remarks,
};
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
            <p class="scope">{ (texts.page().data_page_scope)(section.dataset.figures.len()) }</p>
            if !section.dataset.figures.is_empty() {
                { part::<Numbers>(section) }
                { part::<Figures>(section) }
            }
            // It stands with the tasks, where there are any.
            if !section.pages.contains(&View::Tasks) {
                <InTurn content={of(both_years)} />
            }
            <InTurn content={of(reconciliation)} />
            <InTurn content={of(remarks)} />
            if section.has_files {
                <InTurn content={of(|section| data_files(section, to_root(section.texts.lang)))} />
            }
            { own_files(section) }
            <div class="method">
                <h2 id="method">{ texts.page().method }</h2>
                <p>{ method(section) }</p>
            </div>
        </section>
    }
}

/// What is not the report's own.
fn method(section: &SectionProps) -> String {
    let (dataset, words) = (&section.dataset, section.texts.page());
    if !dataset.is_edited() {
        return words.inferred.to_owned();
    }
    let above = section.material().levels_above(dataset.context.iter());
    let above: Vec<&str> = above.iter().map(String::as_str).collect();
    (words.editorial)(&above, dataset.context.iter().all(Context::is_of_government))
}
