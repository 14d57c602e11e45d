//! Promise and result of all indicators.

use plan_data::{Indicator, IndicatorChoice};
use yew::{Html, component, html};

use super::SectionProps;
use crate::charts::{PROMISE, Shown, has_promise, promise};
use crate::components::Figure;
use crate::state::{Action, Sort, UrlState, View, use_url};

/// The chart.
#[component]
pub fn Promise(section: &SectionProps) -> Html {
    let UrlState { item, .. } =
        use_url(&section.store, |url| UrlState { item: url.item.clone(), ..UrlState::default() });
    let indicators: Vec<&Indicator> = section.dataset.indicators.iter().collect();
    if !has_promise(&section.dataset) {
        return Html::default();
    }
    let shown = Shown {
        id: PROMISE,
        indicators: &indicators,
        sort: Sort::default(),
        item: item.as_deref(),
        choice: &IndicatorChoice::default(),
    };
    html! {
            <Figure
                spec={promise(&section.material(), &shown)}
                origin={section.origin()}
                choose={section.act.reform(|id: String| {
                    Action::Go(Box::new(UrlState { view: View::Indicators, item: Some(id), ..UrlState::default() }))
                })}
                texts={section.texts}
            />
    }
}
