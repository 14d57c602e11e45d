//! Where everything is from, and what the editors added.

use yew::{Html, html};

use super::{Colours, SectionProps, part, text_link};
use crate::state::View;

/// The page's footer.
pub(crate) fn footer(section: &SectionProps) -> Html {
    let SectionProps { dataset, texts, .. } = section;
    let report = &dataset.report;
    html! {
        <footer class="page-footer">
            <p class="report-title">{ text_link(section, "content", (texts.source)((texts.pick)(&report.title))) }</p>
            <p>
                if !report.meeting.zh.is_empty() {
                    { (texts.pick)(&report.meeting) }
                    { " · " }
                }
                <time datetime={report.date.to_string()}>{ (texts.date)(report.date.parts()) }</time>
                if !report.presenter.zh.is_empty() {
                    { " · " }
                    { texts.page().presented_by }{ (texts.pick)(&report.presenter) }
                }
            </p>
            { part::<Colours>(section) }
            <p class="not-embedded"><a href={format!("{}#method", View::Data.file())}>{ texts.page().method }</a></p>
            // Where the page stands in another one (static/frame.js).
            <p class="embedded"><a href="./">{ texts.page().standalone }</a></p>
        </footer>
    }
}
