//! The app: the page of the address, put together. The build renders it natively, and the browser again (`browser/start.rs`).

use plan_chart::patterns;
use yew::{Callback, Html, Properties, component, html, use_effect_with};

use crate::pages::page;
use crate::sections::{
    Embed, Search, SectionProps, Share, Shell, footer, header, nav, own_banner, part, search_opener,
};
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
            { own_banner(section) }
            { header(Some(view), view.file(), section) }
            <div class="nav">
                { nav(Some(view), section) }
                // That of the first page stands above.
                if view == View::Home {
                    { search_opener(texts) }
                } else {
                    { part::<Search>(section) }
                }
                { part::<Share>(section) }
                { part::<Embed>(section) }
            </div>
            { part::<Shell>(section) }
            <svg class="patterns" aria-hidden="true">{ patterns() }</svg>
            <main id="content" key={view.word()} tabindex="-1">
                { page(view, section) }
            </main>
            { footer(section) }
        </div>
    }
}
