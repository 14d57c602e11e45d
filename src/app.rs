//! The whole page: state, address and sections put together.

use gloo_timers::callback::Timeout;
use yew::{Callback, Html, component, html, use_callback, use_effect_with, use_memo, use_reducer_eq};

use crate::browser::{address, describe_page};
use crate::components::Notices;
use crate::data::bundled;
use crate::sections::{Footer, Header, Indicators, Projects, Promise, SectionProps};
use crate::state::{Action, Lang, State};
use crate::texts::Texts;

/// Writing the address waits this many milliseconds after the last change: browsers limit how often it may be
/// written, and a reader types faster.
const WRITE_AFTER: u32 = 150;

/// The app.
#[component]
pub fn App() -> Html {
    let state = use_reducer_eq(State::default);
    let dataset = use_memo((), |()| bundled());
    let texts = Texts::of(state.url.lang);

    {
        let dispatch = state.dispatcher();
        use_effect_with((), move |()| {
            dispatch.dispatch(Action::Restore(address::read_first()));
            let travelling = address::on_travel(move |query| dispatch.dispatch(Action::Restore(query)));
            move || drop(travelling)
        });
    }
    use_effect_with((state.restored, state.url.clone()), |(restored, url)| {
        let query = restored.then(|| url.format());
        let waiting = query.map(|query| Timeout::new(WRITE_AFTER, move || address::write(&query)));
        move || drop(waiting)
    });
    {
        let title = (*dataset).as_ref().ok().map(|dataset| {
            let report = &dataset.report;
            format!("{} · {}", (texts.pick)(&report.short_title), (texts.pick)(&report.district))
        });
        use_effect_with((texts.tag, title), |(tag, title)| {
            if let Some(title) = title {
                describe_page(tag, title);
            }
        });
    }

    let dispatch = state.dispatcher();
    let filter =
        use_callback(dispatch.clone(), |text: String, dispatch| dispatch.dispatch(Action::Filter(text)));
    let speak = use_callback(dispatch.clone(), |lang: Lang, dispatch| dispatch.dispatch(Action::Speak(lang)));
    let dismiss: Callback<()> =
        use_callback(dispatch, |(), dispatch| dispatch.dispatch(Action::DismissNotices));

    let section = match &*dataset {
        Ok(dataset) => SectionProps { dataset: dataset.clone(), texts },
        Err(reason) => return html! { <p class="notices" role="alert">{ (texts.broken_data)(reason) }</p> },
    };
    html! {
        <div class="page" lang={texts.tag}>
            <Header section={section.clone()} {speak} />
            <Notices notices={state.notices.clone()} {dismiss} {texts} />
            <main id="content" tabindex="-1">
                <Promise ..section.clone() />
                <Indicators ..section.clone() />
                <Projects section={section.clone()} query={state.url.query.clone()} {filter} />
            </main>
            <Footer ..section />
        </div>
    }
}
