//! What else the report says: what it calls problems, honours, measures, who is named, the document itself.

use plan_data::{Remark, RemarkKind};
use yew::{Callback, Html, html};

use super::SectionProps;
use crate::components::Unfold;

/// The section; nothing where the package has no remarks.
pub(crate) fn remarks(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let words = texts.explore();
    if dataset.remarks.is_empty() {
        return Html::default();
    }
    let count = |kind: RemarkKind| of(kind, section).count();
    html! {
        <div class="topic" id="remarks" tabindex="-1">
            <h2>{ words.remarks }</h2>
            <p class="scope">{ words.remarks_scope }</p>
            { for RemarkKind::ALL.iter().filter(|(_, kind)| count(*kind) > 0).map(|(_, kind)| {
                let (kind, count) = (*kind, count(*kind));
                let section = section.clone();
                html! {
                    <Unfold
                        class="area"
                        test="remarks"
                        is_open={kind == RemarkKind::Problem}
                        summary={html! {
                            <>
                                <h3>{ (words.remark_kind)(kind) }</h3>
                                <span class="area-count">{ (words.finding_count)(count) }</span>
                            </>
                        }}
                        content={Callback::from(move |()| list(kind, &section))}
                    />
                }
            }) }
        </div>
    }
}

fn of(kind: RemarkKind, section: &SectionProps) -> impl Iterator<Item = &Remark> {
    section.dataset.remarks.iter().filter(move |remark| remark.kind == kind)
}

fn list(kind: RemarkKind, section: &SectionProps) -> Html {
    let material = section.material();
    html! {
        <ul>
            { for of(kind, section).map(|remark| html! {
                <li data-test="remark">
                    { (section.texts.pick)(&remark.remark) }
                    <span class="task-place">{ material.place(&remark.place) }</span>
                </li>
            }) }
        </ul>
    }
}
