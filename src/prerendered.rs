//! The body of a page as the build renders it: the app's page, and the messages of the boot script, which must be there when the
//! app is not; that of a page without the app; and those of pages that are of no report in particular.

use yew::{Html, Properties, component, html};

use crate::app::App;
use crate::published::{folder, to_root};
use crate::sections::{SectionProps, footer, header, nav};
use crate::state::View;
use crate::texts::Texts;

/// The body of the page that the state names.
#[component]
pub fn Prerendered(section: &SectionProps) -> Html {
    let texts = section.texts;
    let words = texts.page();
    let messages = Messages {
        unavailable: html! { <p class="message unavailable" role="status">{ words.unavailable }</p> },
        needs_server: words.needs_server,
        outdated: words.outdated,
        crashed: words.crashed,
    };
    html! { <>{ before_app(texts, messages) }<div id="app"><App section={section.clone()} /></div></> }
}

/// What the boot script may have to say.
struct Messages {
    unavailable: Html,
    needs_server: &'static str,
    outdated: &'static str,
    crashed: &'static str,
}

/// What stands before the app: the way past what is on every page, and the messages of the boot script.
fn before_app(texts: &Texts, messages: Messages) -> Html {
    let Messages { unavailable, needs_server, outdated, crashed } = messages;
    html! {
        <>
            { skip(texts) }
            <div class="messages" lang={texts.tag}>
                { unavailable }
                <p class="message needs-server" role="status">{ needs_server }</p>
                <p class="message outdated" role="alert">{ outdated }{ " " }{ reload(texts) }</p>
                <p class="message crashed" role="alert">{ crashed }{ " " }{ reload(texts) }</p>
            </div>
        </>
    }
}

fn reload(texts: &Texts) -> Html {
    html! { <a href="">{ texts.page().reload }</a> }
}

fn skip(texts: &Texts) -> Html {
    html! { <a class="skip" href="#content" lang={texts.tag}>{ texts.page().skip }</a> }
}

/// What a page is given that is of no report in particular.
#[derive(Clone, PartialEq, Properties)]
pub struct NeutralProps {
    /// The words.
    pub texts: &'static Texts,
    /// The file of the page.
    pub file: &'static str,
    /// What stands on it; where it is nothing, the app is to take its place with the report that the site names (static/site.js).
    #[prop_or_default]
    pub content: Option<Html>,
}

/// The body of such a page.
#[component]
pub fn Neutral(props: &NeutralProps) -> Html {
    let NeutralProps { texts, file, content } = props;
    let words = texts.site();
    let (other_name, other_tag, other_lang) = texts.page().other_lang;
    let other = format!("{}{}{}", to_root(texts.lang), folder(other_lang), file);
    let page = |content: Html| {
        html! {
            <div class="page" lang={texts.tag}>
                <header class="page-header thin">
                    <div class="page-header-top">
                        <p class="district"><a href={View::Home.file()}>{ words.name }</a></p>
                        <div class="page-header-tools">
                            <a class="button quiet" lang={other_tag} hreflang={other_tag} href={other}>{ other_name }</a>
                        </div>
                    </div>
                </header>
                <main id="content" tabindex="-1">{ content }</main>
            </div>
        }
    };
    if let Some(content) = content {
        return html! { <>{ skip(texts) }{ page(content.clone()) }</> };
    }
    // Until static/site.js knows better, the program itself is what did not come.
    let unavailable = html! {
        <p class="message unavailable" role="alert">
            { words.unavailable }{ " " }<span id="site-reason">{ words.needs }</span>{ " " }{ reload(texts) }
        </p>
    };
    let messages = Messages {
        unavailable,
        needs_server: words.needs_server,
        outdated: words.outdated,
        crashed: words.crashed,
    };
    let opening = html! {
        <>
            <h1 class="visually-hidden">{ words.name }</h1>
            <div class="opening">
                <p class="eyebrow" role="status">{ words.opening }</p>
                <p class="lead" id="site-title"></p>
            </div>
        </>
    };
    html! {
        <>
            { before_app(texts, messages) }
            <div id="app">{ page(opening) }</div>
            <template id="site-words">
                { for words.reasons.iter().map(|(name, text)| html! { <p data-word={*name}>{ *text }</p> }) }
            </template>
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
            { skip(texts) }
            <div class="page" lang={texts.tag}>
                { header(None, file, section) }
                <div class="nav">{ nav(None, section) }</div>
                <main id="content" tabindex="-1">{ content.clone() }</main>
                { footer(section) }
            </div>
        </>
    }
}
