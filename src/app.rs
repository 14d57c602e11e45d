//! The whole page: state, address and sections put together.

use gloo_timers::callback::Timeout;
use plan_chart::patterns;
use std::rc::Rc;

use plan_data::Dataset;
use plan_data::facet::{Facet, values};
use plan_data::questions::{by_dimension, indicator};
use plan_data::reconcile::reconcile;
use yew::{
    Callback, Html, UseReducerDispatcher, component, html, use_callback, use_effect_with, use_memo,
    use_reducer_eq,
};

use crate::browser::{address, describe_page};
use crate::components::Notices;
use crate::data::{bundled, readings};
use crate::sections::{
    Footer, Header, Indicator, Indicators, Numbers, Projects, Promise, Questions, SectionProps, Tasks,
};
use crate::state::{Action, Id, Lang, Sort, State, UrlState};
use crate::texts::Texts;

/// Writing the address waits this many milliseconds after the last change: browsers limit how often it may be
/// written, and a reader types faster.
const WRITE_AFTER: u32 = 150;

/// The app.
#[component]
pub fn App() -> Html {
    let state = use_reducer_eq(State::default);
    let bundle = use_memo((), |()| {
        bundled().map(|dataset| {
            let findings = Rc::new(reconcile(&dataset));
            (dataset, findings, readings())
        })
    });
    let texts = Texts::of(state.url.lang);

    {
        let (dispatch, bundle) = (state.dispatcher(), bundle.clone());
        use_effect_with((), move |()| {
            let restore = move |query: &str| {
                if let Ok((dataset, ..)) = &*bundle {
                    dispatch.dispatch(read_address(query, dataset));
                }
            };
            restore(&address::read_first());
            let travelling = address::on_travel(move |query| restore(&query));
            move || drop(travelling)
        });
    }
    use_effect_with((state.restored, state.url.clone()), |(restored, url)| {
        let query = restored.then(|| url.format());
        let waiting = query.map(|query| Timeout::new(WRITE_AFTER, move || address::write(&query)));
        move || drop(waiting)
    });
    {
        let title = (*bundle).as_ref().ok().map(|(dataset, ..)| {
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
    let send = |dispatch: &UseReducerDispatcher<State>, action: Action| dispatch.dispatch(action);
    let filter =
        use_callback(dispatch.clone(), move |text: String, dispatch| send(dispatch, Action::Filter(text)));
    let toggle = use_callback(dispatch.clone(), move |(facet, value): (Facet, String), dispatch| {
        send(dispatch, Action::Toggle(facet, value));
    });
    let clear = use_callback(dispatch.clone(), move |(), dispatch| send(dispatch, Action::ClearProjects));
    let reorder =
        use_callback(dispatch.clone(), move |sort: Sort, dispatch| send(dispatch, Action::Sort(sort)));
    let pick = use_callback(dispatch.clone(), move |id: String, dispatch| send(dispatch, Action::Pick(id)));
    let measure = use_callback(dispatch.clone(), move |unit: Option<String>, dispatch| {
        send(dispatch, Action::Measure(unit));
    });
    let speak =
        use_callback(dispatch.clone(), move |lang: Lang, dispatch| send(dispatch, Action::Speak(lang)));
    let dismiss: Callback<()> =
        use_callback(dispatch, move |(), dispatch| send(dispatch, Action::DismissNotices));

    let section = match &*bundle {
        Ok((dataset, findings, readings)) => SectionProps {
            dataset: dataset.clone(),
            findings: findings.clone(),
            readings: readings.clone(),
            texts,
        },
        Err(reason) => return html! { <p class="notices" role="alert">{ (texts.broken_data)(reason) }</p> },
    };
    let url = &state.url;
    html! {
        <div class="page" lang={texts.tag}>
            <Header section={section.clone()} {speak} />
            <Notices notices={state.notices.clone()} {dismiss} {texts} />
            <svg class="patterns" aria-hidden="true">{ patterns() }</svg>
            <main id="content" tabindex="-1">
                <Promise
                    section={section.clone()}
                    sort={url.sort}
                    item={url.item.clone()}
                    {reorder}
                    pick={pick.clone()}
                />
                <Indicator section={section.clone()} item={url.item.clone()} {pick} />
                <Questions ..section.clone() />
                <Numbers section={section.clone()} unit={url.unit.clone()} {measure} />
                <Indicators ..section.clone() />
                <Tasks ..section.clone() />
                <Projects
                    section={section.clone()}
                    query={url.query.clone()}
                    choice={url.choice.clone()}
                    {filter}
                    {toggle}
                    {clear}
                />
            </main>
            <Footer ..section />
        </div>
    }
}

/// What the address says, without what this report does not have.
fn read_address(query: &str, dataset: &Dataset) -> Action {
    let (mut url, mut notices) = UrlState::parse(query);
    notices.extend(url.keep_known(|kind, id| match kind {
        Id::Indicator => indicator(dataset, id).is_some(),
        Id::Dimension => by_dimension(dataset).iter().any(|(dimension, _)| dimension.code() == id),
        Id::Value(facet) => dataset.projects.iter().any(|project| values(project, facet).contains(&id)),
    }));
    Action::Restore(Box::new(url), notices)
}
