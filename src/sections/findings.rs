//! The report in numbers: every figure of its text, and whether text and table agree.

use yew::{Html, component, html};

use super::heading::section_heading;
use super::reconciliation::reconciliation;
use super::{Figures, Numbers, SectionProps};
use crate::islands::island;
use crate::state::View;

/// The section.
#[component]
pub fn Findings(section: &SectionProps) -> Html {
    html! {
        <section id="findings" data-part="findings" aria-labelledby="findings-heading">
            { section_heading(section, View::Findings, "findings-heading") }
            { island::<Numbers>(section) }
            { island::<Figures>(section) }
            { reconciliation(section) }
        </section>
    }
}
