//! The whole page, as it is rendered natively: what stands still, and the islands that come alive.

use plan_chart::patterns;
use yew::{Html, component, html};

use crate::islands::island;
use crate::published::to_root;
use crate::sections::{
    DataFiles, Embed, Findings, Footer, Header, Indicators, Nav, Overview, Projects, Promise, Questions,
    Search, SectionProps, Share, Shell, Tasks,
};

/// The page.
#[component]
pub fn Page(section: &SectionProps) -> Html {
    let texts = section.texts;
    html! {
        <div class="page" lang={texts.tag}>
            <a class="skip" href="#content">{ texts.page().skip }</a>
            <Header ..section.clone() />
            <div class="nav">
                { island::<Nav>(section) }
                { island::<Search>(section) }
                { island::<Share>(section) }
                { island::<Embed>(section) }
            </div>
            <p class="unavailable">{ texts.page().unavailable }</p>
            <p class="crashed" role="alert">{ texts.page().crashed }{ " " }<a href="">{ texts.page().reload }</a></p>
            { island::<Shell>(section) }
            <svg class="patterns" aria-hidden="true">{ patterns() }</svg>
            <main id="content" tabindex="-1">
                <Overview ..section.clone() />
                <section data-part="overview">{ island::<Promise>(section) }</section>
                <section id="questions" data-part="overview" aria-labelledby="questions-heading">
                    <h2 id="questions-heading">{ texts.page().questions }</h2>
                    { island::<Questions>(section) }
                </section>
                <Indicators ..section.clone() />
                <Projects ..section.clone() />
                <Tasks ..section.clone() />
                <Findings ..section.clone() />
                <DataFiles section={section.clone()} to_root={to_root(texts.lang)} />
            </main>
            <Footer ..section.clone() />
        </div>
    }
}
