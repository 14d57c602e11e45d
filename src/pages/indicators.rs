//! The page of the annex: its list, and the indicator that is open beside it.

use yew::{Html, component, html};

use super::{HEADING, heading};
use crate::sections::{IndicatorChart, IndicatorDetail, IndicatorList, IndicatorSave, SectionProps};
use crate::state::View;

/// The page.
#[component]
pub fn Indicators(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    html! {
        <section class="indicators-page" aria-labelledby={HEADING}>
            { heading(section, View::Indicators) }
            <p class="scope">{ (texts.page().indicators_scope)(dataset.indicators.len()) }</p>
            <div class="master-detail">
                <IndicatorList ..section.clone() />
                <IndicatorChart ..section.clone() />
                <IndicatorSave ..section.clone() />
                <IndicatorDetail ..section.clone() />
            </div>
        </section>
    }
}
