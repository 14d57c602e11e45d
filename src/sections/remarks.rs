//! What else the report says: what it calls problems, honours, measures, who is named, the document itself.

use plan_data::{Remark, RemarkKind};
use yew::{Html, html};

use super::folded::{Folded, folded};
use super::{SectionProps, place_link};

/// The section; nothing where the package has no remarks.
pub(crate) fn remarks(section: &SectionProps) -> Html {
    let words = section.texts.explore();
    if section.dataset.remarks.is_empty() {
        return Html::default();
    }
    let list = |&(_, kind): &(&str, RemarkKind)| {
        let count = of(kind, section).count();
        let section = section.clone();
        (count > 0).then(|| Folded {
            name: (words.remark_kind)(kind).to_owned(),
            is_urgent: false,
            count: (words.finding_count)(count),
            is_open: false,
            rows: Box::new(move || of(kind, &section).map(|remark| row(remark, &section)).collect()),
        })
    };
    let lists = RemarkKind::ALL.iter().filter_map(list).collect();
    folded("remarks", words.remarks, words.remarks_scope.to_owned(), lists)
}

fn of(kind: RemarkKind, section: &SectionProps) -> impl Iterator<Item = &Remark> {
    section.dataset.remarks.iter().filter(move |remark| remark.kind == kind)
}

fn row(remark: &Remark, section: &SectionProps) -> Html {
    html! {
        <li data-test="remark">
            { (section.texts.pick)(&remark.remark) }
            <span class="task-place">{ place_link(section, &remark.place, "") }</span>
        </li>
    }
}
