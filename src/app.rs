//! The app: the page of the address, put together. The build renders it natively, and the browser again (`browser/start.rs`).

use plan_chart::patterns;
use yew::{Callback, Html, Properties, component, html, use_effect_with};

use crate::pages::{Data, Home, Indicators, Projects, Tasks, Topics};
use crate::sections::{Embed, Footer, Header, Nav, Search, SectionProps, Share, Shell};
use crate::state::{UrlState, View, use_url};

/// What the app is given.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The report, the words and the state.
    pub section: SectionProps,
    /// Called when the page has been rendered for the first time.
    #[prop_or_default]
    pub rendered: Callback<()>,
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { section, rendered } = props;
    let view = use_url(&section.store, |url| UrlState { view: url.view, ..UrlState::default() }).view;
    let texts = section.texts;
    use_effect_with(rendered.clone(), |rendered| rendered.emit(()));
    html! {
        <div class="page" lang={texts.tag}>
            <a class="skip" href="#content">{ texts.page().skip }</a>
            <Header section={section.clone()} {view} />
            <div class="nav">
                <Nav section={section.clone()} {view} />
                <Search ..section.clone() />
                <Share ..section.clone() />
                <Embed ..section.clone() />
            </div>
            <Shell ..section.clone() />
            <svg class="patterns" aria-hidden="true">{ patterns() }</svg>
            <main id="content" key={view.word()} tabindex="-1">
                { page(view, section) }
            </main>
            <Footer ..section.clone() />
        </div>
    }
}

fn page(view: View, section: &SectionProps) -> Html {
    let section = section.clone();
    match view {
        View::Home => html! { <Home ..section /> },
        View::Projects => html! { <Projects ..section /> },
        View::Indicators => html! { <Indicators ..section /> },
        View::Tasks => html! { <Tasks ..section /> },
        View::Topics => html! { <Topics ..section /> },
        View::Data => html! { <Data ..section /> },
    }
}
