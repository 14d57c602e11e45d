//! What report this is: district, title, meeting, date; and what the page holds.

use plan_data::{Comparison, compare};
use yew::{Html, component, html};

use super::{SectionProps, Share};
use crate::islands::island;
use crate::published::{folder, to_root};

/// The page's header.
#[component]
pub fn Header(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let report = &dataset.report;
    let (other_name, other_tag, other_lang) = texts.page().other_lang;
    let comparable = dataset
        .indicators
        .iter()
        .filter(|indicator| !matches!(compare(indicator), Comparison::NotComparable(_)))
        .count();
    html! {
        <header class="page-header">
            <div class="page-header-top">
                <p class="district">{ (texts.pick)(&report.district) }</p>
                <div class="page-header-tools">
                { island::<Share>(section) }
                // Followed with the state of the page (browser/links.rs).
                <a class="button quiet" lang={other_tag} hreflang={other_tag} href={format!("{}{}", to_root(texts.lang), folder(other_lang))}>
                    { other_name }
                </a>
                </div>
            </div>
            <h1>{ (texts.pick)(&report.short_title) }</h1>
            <p class="meeting">
                { (texts.pick)(&report.meeting) }
                { " · " }
                <time datetime={report.date.to_string()}>{ report.date.to_string() }</time>
            </p>
            <p class="lead">{ (texts.page().lead)(dataset.indicators.len(), comparable, dataset.land_projects().count()) }</p>
        </header>
    }
}
