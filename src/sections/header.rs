//! What report this is: district, title, meeting, date; and what the page holds.

use plan_data::{Comparison, compare};
use yew::{Callback, Html, MouseEvent, Properties, component, html};

use super::SectionProps;
use crate::state::Lang;

/// What the header is given.
#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    /// The report and the words.
    pub section: SectionProps,
    /// Called with the language that the reader chose.
    pub speak: Callback<Lang>,
}

/// The page's header.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let SectionProps { dataset, texts, .. } = &props.section;
    let report = &dataset.report;
    let (other_name, other_tag, other_lang) = texts.other_lang;
    let comparable = dataset
        .indicators
        .iter()
        .filter(|indicator| !matches!(compare(indicator), Comparison::NotComparable(_)))
        .count();
    let links = [
        ("promise", texts.promise),
        ("indicator", texts.charts.indicator),
        ("questions", texts.questions),
        ("numbers", texts.charts.numbers),
        ("indicators", texts.indicators),
        ("tasks", texts.tasks),
        ("projects", texts.projects),
    ];
    html! {
        <header class="page-header">
            <a class="skip" href="#content">{ texts.skip }</a>
            <div class="page-header-top">
                <p class="district">{ (texts.pick)(&report.district) }</p>
                <button
                    type="button"
                    class="quiet"
                    lang={other_tag}
                    onclick={props.speak.reform(move |_: MouseEvent| other_lang)}
                >
                    { other_name }
                </button>
            </div>
            <h1>{ (texts.pick)(&report.short_title) }</h1>
            <p class="meeting">
                { (texts.pick)(&report.meeting) }
                { " · " }
                <time datetime={report.date.to_string()}>{ report.date.to_string() }</time>
            </p>
            <p class="lead">{ (texts.lead)(dataset.indicators.len(), comparable, dataset.land_projects().count()) }</p>
            <nav aria-label={texts.navigation}>
                <ul>
                    { for links.map(|(id, name)| html! { <li><a href={format!("#{id}")}>{ name }</a></li> }) }
                </ul>
            </nav>
        </header>
    }
}
