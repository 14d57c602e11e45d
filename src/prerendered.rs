//! The body of a page as the build renders it: the app's page, and the messages of the boot script, which must be there when the
//! app is not.

use yew::{Html, component, html};

use crate::app::App;
use crate::sections::SectionProps;

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
