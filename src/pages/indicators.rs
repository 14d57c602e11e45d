//! The page of the annex: its list, and the indicator that is open beside it.

use plan_data::Indicator;
use yew::{Html, html};

use super::{HEADING, heading, nothing};
use crate::sections::{
    IndicatorChart, IndicatorDetail, IndicatorList, IndicatorSave, SectionProps, part, target_kinds,
};
use crate::state::View;

/// The page.
pub(super) fn indicators(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    if dataset.indicators.is_empty() {
        return html! {
            <section class="indicators-page" aria-labelledby={HEADING}>
                { heading(section, View::Indicators) }
                { nothing(section) }
            </section>
        };
    }
    // 1.1 is kept as it is printed.
    let has_number = |row: &&Indicator| row.number.is_some() || dataset.extras.of(&row.id).next().is_some();
    let numbered = dataset.indicators.iter().filter(has_number).count();
    html! {
        <section class="indicators-page" aria-labelledby={HEADING}>
            { heading(section, View::Indicators) }
            <p class="scope">{ (texts.page().indicators_scope)(dataset.indicators.len(), numbered) }</p>
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
