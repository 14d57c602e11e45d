//! The section of the annex: its list, and the indicator that is open beside it.

use yew::{Html, component, html};

use super::heading::section_heading;
use super::{IndicatorChart, IndicatorDetail, IndicatorList, IndicatorSave, SectionProps};
use crate::islands::island;
use crate::state::View;

/// The section.
#[component]
pub fn Indicators(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    html! {
        <section id="indicators" data-part="indicators" aria-labelledby="indicators-heading">
            { section_heading(section, View::Indicators, "indicators-heading") }
            <p class="scope">{ (texts.page().indicators_scope)(dataset.indicators.len()) }</p>
            <div class="master-detail">
                { island::<IndicatorList>(section) }
                { island::<IndicatorChart>(section) }
                { island::<IndicatorSave>(section) }
                { island::<IndicatorDetail>(section) }
            </div>
        </section>
    }
}
