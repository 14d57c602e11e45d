//! The report in numbers: every figure of its text, and whether text and table agree.

use yew::{Html, Properties, component, html};

use super::SectionProps;
use super::figures::Figures;
use super::heading::SectionHeading;
use super::numbers::Numbers;
use super::reconciliation::Reconciliation;
use crate::state::{FigureGroup, QueryText, View};

/// What the section is given.
#[derive(PartialEq, Properties)]
pub struct FindingsProps {
    /// The report and the words.
    pub section: SectionProps,
    /// What of the page is shown.
    pub view: View,
    /// The id of the section that figures are shown of; all without one.
    pub of_section: Option<String>,
    /// The code of what they measure; all without one.
    pub measure: Option<String>,
    /// The text that they are filtered by.
    pub about: QueryText,
    /// What they are put together by.
    pub by: FigureGroup,
    /// The id of what is open.
    pub item: Option<String>,
}

/// The section.
#[component]
pub fn Findings(props: &FindingsProps) -> Html {
    let FindingsProps { section, view, of_section, measure, about, by, item } = props;
    html! {
        <section id="findings" aria-labelledby="findings-heading">
            <SectionHeading section={section.clone()} of={View::Findings} view={*view} id="findings-heading" />
            <Numbers section={section.clone()} measure={measure.clone()} />
            <Figures
                section={section.clone()}
                of_section={of_section.clone()}
                measure={measure.clone()}
                about={about.clone()}
                by={*by}
                item={item.clone()}
            />
            <Reconciliation ..section.clone() />
        </section>
    }
}
