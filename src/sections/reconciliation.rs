//! Where text and table agree, where they do not, and what follows from both: contradictions first.

use plan_data::reconcile::{Finding, Severity};
use yew::{Callback, Html, html};

use super::{SectionProps, item_link};
use crate::components::Unfold;

/// The list.
pub(crate) fn reconciliation(section: &SectionProps) -> Html {
    let SectionProps { findings, texts, .. } = section;
    let words = texts.explore();
    let of = |severity: Severity| -> Vec<&Finding> {
        findings.iter().filter(|finding| finding.severity == severity).collect()
    };
    let groups =
        [Severity::Conflict, Severity::Note, Severity::Fine].map(|severity| (severity, of(severity)));
    html! {
        <div class="reconciliation" id="reconciliation" tabindex="-1">
            <h2>{ words.reconciliation }</h2>
            <p class="scope">{ (words.reconciliation_scope)(findings.len()) }</p>
            { for groups.into_iter().filter(|(_, findings)| !findings.is_empty()).map(|(severity, findings)| html! {
                // What agrees is there for those who want to know.
                <Unfold
                    class="area"
                    test="findings"
                    is_open={severity != Severity::Fine}
                    summary={html! {
                        <>
                            <h3 class={if severity == Severity::Conflict { "attention" } else { "" }}>
                                { (words.severity)(severity) }
                            </h3>
                            <span class="area-count">{ (words.finding_count)(findings.len()) }</span>
                        </>
                    }}
                    content={Callback::from({
                        let section = section.clone();
                        move |()| list(severity, &section)
                    })}
                />
            }) }
        </div>
    }
}

fn list(severity: Severity, section: &SectionProps) -> Html {
    let findings = section.findings.iter().filter(|finding| finding.severity == severity);
    html! { <ul>{ for findings.map(|finding| item(finding, section)) }</ul> }
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
    let material = section.material();
    let figures = finding.figures.iter().filter_map(|id| {
        let figure = plan_data::questions::figure(dataset, id)?;
        Some(item_link(section, id, html! { { material.statement(figure) } }))
    });
    let indicators = finding.indicators.iter().filter_map(|id| {
        let indicator = plan_data::questions::indicator(dataset, id)?;
        let name = (texts.pick)(&indicator.name);
        Some(item_link(section, id, html! { { format!("{} · {name}", texts.charts().annex) } }))
    });
    figures.chain(indicators).collect()
}
