//! What report this is: on the first page the district, title, meeting and date; on the others a line that leads there.

use plan_data::{Comparison, compare};
use yew::{Html, html};

use super::{SectionProps, Share, part};
use crate::pages::HEADING;
use crate::published::{folder, to_root};
use crate::state::View;

/// The header of the page `view`.
pub(crate) fn header(view: View, section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let report = &dataset.report;
    let (other_name, other_tag, other_lang) = texts.page().other_lang;
    let other = format!("{}{}{}", to_root(texts.lang), folder(other_lang), view.file());
    let district = (texts.pick)(&report.district);
    html! {
        <header class={if view == View::Home { "page-header" } else { "page-header thin" }} key={view.word()}>
            <div class="page-header-top">
                <p class="district">
                    if view == View::Home {
                        { district }
                    } else {
                        <a href={View::Home.file()}>{ (texts.explore().report)(district, report.plan_year) }</a>
                    }
                </p>
                <div class="page-header-tools">
                    { part::<Share>(section) }
                    // Followed with the state of the page (browser/links.rs).
                    <a class="button quiet" lang={other_tag} hreflang={other_tag} href={other}>{ other_name }</a>
                </div>
            </div>
            if view == View::Home {
                { title(section) }
            }
        </header>
    }
}

fn title(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let report = &dataset.report;
    let comparable = dataset
        .indicators
        .iter()
        .filter(|indicator| !matches!(compare(indicator), Comparison::NotComparable(_)))
        .count();
    html! {
        <>
            <h1 id={HEADING}>{ (texts.pick)(&report.short_title) }</h1>
            <p class="meeting">
                { (texts.pick)(&report.meeting) }
                { " · " }
                <time datetime={report.date.to_string()}>{ (texts.date)(report.date.parts()) }</time>
            </p>
            <p class="lead">{ (texts.page().lead)(dataset.indicators.len(), comparable, dataset.land_projects().count()) }</p>
        </>
    }
}
