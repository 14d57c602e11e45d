//! The page of the annex: its list, and the indicator that is open beside it.

use yew::{Html, html};

use super::{HEADING, heading};
use crate::sections::{
    IndicatorChart, IndicatorDetail, IndicatorList, IndicatorSave, SectionProps, part, target_kinds,
};
use crate::state::View;
use crate::texts::Printed;

/// The page.
pub(super) fn indicators(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let numbered = dataset.indicators.iter().filter(|row| row.number.is_some()).count();
    let printed = Printed {
        is_annex: section.material().has_annex(),
        has_groups: dataset.indicators.iter().any(|row| !row.category.name.zh.is_empty()),
    };
    html! {
        <section class="indicators-page" aria-labelledby={HEADING}>
            { heading(section, View::Indicators) }
            <p class="scope">{ (texts.page().indicators_scope)(dataset.indicators.len(), numbered, printed) }</p>
            { target_kinds(section) }
            <div class="master-detail">
                { part::<IndicatorList>(section) }
                { part::<IndicatorChart>(section) }
                { part::<IndicatorSave>(section) }
                { part::<IndicatorDetail>(section) }
            </div>
        </section>
    }
}
