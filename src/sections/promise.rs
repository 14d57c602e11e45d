//! Promise and result of all indicators.

use plan_chart::Choosing;
use plan_data::{Indicator, IndicatorChoice};
use yew::{Html, Properties, component, html};

use super::SectionProps;
use crate::charts::{PROMISE, Shown, promise};
use crate::components::Figure;
use crate::state::{Action, Sort, View};

/// What the section is given.
#[derive(PartialEq, Properties)]
pub struct PromiseProps {
    /// The report and the words.
    pub section: SectionProps,
    /// The id of what is open.
    pub item: Option<String>,
}

/// The section.
#[component]
pub fn Promise(props: &PromiseProps) -> Html {
    let PromiseProps { section, item } = props;
    let indicators: Vec<&Indicator> = section.dataset.indicators.iter().collect();
    let shown = Shown {
        id: PROMISE,
        indicators: &indicators,
        sort: Sort::default(),
        item: item.as_deref(),
        choice: &IndicatorChoice::default(),
    };
    html! {
        <section>
            <Figure
                spec={promise(&section.material(), &shown)}
                file={section.file()}
                date={section.date()}
                choose={section.act.reform(|id: String| Action::Open(id, View::Indicators))}
                choosing={Choosing::Leads}
                texts={section.texts}
            />
        </section>
    }
}
