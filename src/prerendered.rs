//! The body of a page as the build renders it: the app's page, and the messages of the boot script, which must be there when the
//! app is not; and that of a page without the app.

use yew::{Html, Properties, component, html};

use crate::app::App;
use crate::sections::{SectionProps, footer, header, nav};

/// The body of the page that the state names.
#[component]
pub fn Prerendered(section: &SectionProps) -> Html {
    let texts = section.texts;
    let words = texts.page();
    let reload = html! { <a href="">{ words.reload }</a> };
    html! {
        <>
            <a class="skip" href="#content" lang={texts.tag}>{ words.skip }</a>
            <div class="messages" lang={texts.tag}>
                <p class="message unavailable" role="status">{ words.unavailable }</p>
                <p class="message needs-server" role="status">{ words.needs_server }</p>
                <p class="message outdated" role="alert">{ words.outdated }{ " " }{ reload.clone() }</p>
                <p class="message crashed" role="alert">{ words.crashed }{ " " }{ reload }</p>
            </div>
            <div id="app"><App section={section.clone()} /></div>
        </>
    }
}

/// What a page without the app is given.
#[derive(Clone, PartialEq, Properties)]
pub struct StandingProps {
    /// The report and the words.
    pub section: SectionProps,
    /// The file of the page.
    pub file: &'static str,
    /// What stands between header and footer.
    pub content: Html,
}

/// The body of a page that stands beside those of the app and needs no script.
#[component]
pub fn Standing(props: &StandingProps) -> Html {
    let StandingProps { section, file, content } = props;
    let texts = section.texts;
    html! {
        <>
            <a class="skip" href="#content" lang={texts.tag}>{ texts.page().skip }</a>
            <div class="page" lang={texts.tag}>
                { header(None, file, section) }
                <div class="nav">{ nav(None, section) }</div>
                <main id="content" tabindex="-1">{ content.clone() }</main>
                { footer(section) }
            </div>
        </>
    }
}
