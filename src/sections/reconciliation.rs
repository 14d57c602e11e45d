//! Where text and table agree, where they do not, and what follows from both: contradictions first.

use plan_data::reconcile::{Finding, Severity};
use yew::{Html, html};

use super::folded::{Folded, folded};
use super::{SectionProps, item_link, statement};

/// The list.
pub(crate) fn reconciliation(section: &SectionProps) -> Html {
    if section.findings.is_empty() {
        return Html::default();
    }
    let words = section.texts.explore();
    let list = |severity: Severity| {
        let count = of(severity, section).count();
        let section = section.clone();
        (count > 0).then(|| Folded {
            name: (words.severity)(severity).to_owned(),
            is_urgent: severity == Severity::Conflict,
            count: (words.finding_count)(count),
            // The rest is there for those who want to know.
            is_open: severity == Severity::Conflict,
            rows: Box::new(move || of(severity, &section).map(|finding| item(finding, &section)).collect()),
        })
    };
    let lists = [Severity::Conflict, Severity::Note, Severity::Fine].into_iter().filter_map(list).collect();
    // The text is compared with the table where both are there.
    let table = section.dataset.has_text_and_table().then(|| section.material().table_word());
    let scope = (words.reconciliation_scope)(section.findings.len(), table);
    folded("reconciliation", words.reconciliation, scope, lists)
}

fn of(severity: Severity, section: &SectionProps) -> impl Iterator<Item = &Finding> {
    section.findings.iter().filter(move |finding| finding.severity == severity)
}

fn item(finding: &Finding, section: &SectionProps) -> Html {
    let texts = section.texts;
    html! {
        <li data-test="finding">
            { (texts.pick)(&finding.sentence) }
            if let Some(computed) = &finding.computed {
                <span class="task-place">
                    { (texts.charts().computed_from)((texts.pick)(&computed.formula)) }
                </span>
            }
            <ul class="sources">{ for sources(finding, section).into_iter().map(|source| html! { <li>{ source }</li> }) }</ul>
        </li>
    }
}

/// What a finding is drawn from, as links.
fn sources(finding: &Finding, section: &SectionProps) -> Vec<Html> {
    let SectionProps { dataset, texts, .. } = section;
    let figures = finding.figures.iter().filter_map(|id| {
        let figure = plan_data::questions::figure(dataset, id)?;
        Some(statement(section, figure))
    });
    let indicators = finding.indicators.iter().filter_map(|id| {
        let indicator = plan_data::questions::indicator(dataset, id)?;
        let name = (texts.pick)(&indicator.name);
        Some(item_link(section, id, html! { { format!("{} · {name}", section.material().table_word()) } }))
    });
    figures.chain(indicators).collect()
}
