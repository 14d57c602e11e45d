//! The whole page: state, address and sections put together.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use plan_chart::patterns;
use plan_data::facet::values;
use plan_data::questions::by_dimension;
use plan_data::{Dataset, indicator_value};
use yew::{
    ContextProvider, Html, UseReducerHandle, component, hook, html, use_callback, use_effect_with, use_memo,
    use_mut_ref, use_reducer_eq,
};

use crate::browser::{Place, address, describe_page, reveal, show_opened};
use crate::components::Notices;
use crate::data::{Prepared, bundled};
use crate::items::{home, nearest};
use crate::sections::{
    Findings, Footer, Header, Indicators, Nav, Overview, Projects, Promise, Questions, SectionProps, Tasks,
};
use crate::state::{Action, Id, State, UrlNotice, UrlState, View};
use crate::texts::Texts;

/// Writing the address waits this many milliseconds after the last change: browsers limit how often it may be
/// written, and a reader types faster.
const WRITE_AFTER: u32 = 150;

/// The app.
#[component]
pub fn App() -> Html {
    let state = use_reducer_eq(State::default);
    let prepared = use_memo((), |()| bundled());
    let texts = Texts::of(state.url.lang);
    let act = use_callback(state.dispatcher(), |action: Action, dispatch| dispatch.dispatch(action));
    use_address(&state, &prepared);
    use_effect_with(state.led, |led| {
        if let Some((view, _)) = led {
            reveal(&format!("{}-heading", view.word()));
        }
    });
    use_effect_with(state.restored, |restored| {
        if let Some(id) = address::hash().filter(|_| *restored) {
            reveal(&id);
        }
    });
    {
        let came_from = use_mut_ref(|| None::<Place>);
        use_effect_with((state.url.item.clone(), state.opened), move |(item, _)| match item {
            Some(item) => {
                let here = Place::of_focus();
                came_from.borrow_mut().get_or_insert(here);
                show_opened(item);
            }
            None => {
                if let Some(place) = came_from.take() {
                    place.go_back();
                }
            }
        });
    }
    // Looked for among all records only when it is another.
    let item_home = use_memo(state.url.item.clone(), |item| {
        let prepared = prepared.as_ref().as_ref().ok()?;
        home(&prepared.dataset, item.as_deref()?)
    });
    let section = prepared.as_ref().as_ref().map(|prepared| SectionProps::new(prepared, texts, act.clone()));
    use_effect_with((texts.tag, section.as_ref().ok().map(SectionProps::title)), |(tag, title)| {
        if let Some(title) = title {
            describe_page(tag, title);
        }
    });

    let section = match section {
        Ok(section) => section,
        Err(reason) => return html! { <p class="notices" role="alert">{ (texts.broken_data)(reason) }</p> },
    };
    let url = &state.url;
    let shows = |view: View| url.view == View::All || url.view == view;
    // Only the section where it is at home hears of what is open.
    let at_home = |view: View| url.item.clone().filter(|_| *item_home == Some(view));
    let has_detail = matches!(*item_home, Some(View::Indicators | View::Projects));
    html! {
        <ContextProvider<UrlState> context={url.clone()}>
        <div class={if has_detail { "page has-detail" } else { "page" }} lang={texts.tag}>
            <a class="skip" href="#content">{ texts.skip }</a>
            <Header ..section.clone() />
            <Nav section={section.clone()} view={url.view} />
            <Notices notices={state.notices.clone()} dismiss={act.reform(|()| Action::DismissNotices)} {texts} />
            <svg class="patterns" aria-hidden="true">{ patterns() }</svg>
            <main id="content" tabindex="-1">
                if shows(View::Overview) {
                    <Overview section={section.clone()} view={url.view} />
                    <Promise section={section.clone()} item={at_home(View::Indicators)} />
                    <Questions ..section.clone() />
                }
                if shows(View::Indicators) {
                    <Indicators
                        section={section.clone()}
                        view={url.view}
                        choice={url.indicators.clone()}
                        sort={url.sort}
                        form={url.form}
                        item={at_home(View::Indicators)}
                    />
                }
                if shows(View::Projects) {
                    <Projects
                        section={section.clone()}
                        view={url.view}
                        query={url.query.clone()}
                        choice={url.choice.clone()}
                        order={url.order}
                        by={url.by}
                        item={at_home(View::Projects)}
                    />
                }
                if shows(View::Tasks) {
                    <Tasks section={section.clone()} view={url.view} item={at_home(View::Tasks)} />
                }
                if shows(View::Findings) {
                    <Findings
                        section={section.clone()}
                        view={url.view}
                        of_section={url.section.clone()}
                        measure={url.measure.clone()}
                        about={url.about.clone()}
                        by={url.figures}
                        item={at_home(View::Findings)}
                    />
                }
            </main>
            <Footer ..section />
        </div>
        </ContextProvider<UrlState>>
    }
}

/// Reads the address at the start and when the reader goes back or forward, and writes it when the state changes: what
/// going back undoes as a new entry of the history.
#[hook]
fn use_address(state: &UseReducerHandle<State>, prepared: &Rc<Result<Prepared, String>>) {
    {
        let (dispatch, prepared) = (state.dispatcher(), prepared.clone());
        use_effect_with((), move |()| {
            let restore = move |query: &str| {
                if let Ok(prepared) = &*prepared {
                    dispatch.dispatch(read_address(query, &prepared.dataset));
                }
            };
            restore(&address::read_first());
            let travelling = address::on_travel(move |query| restore(&query));
            move || drop(travelling)
        });
    }
    // The steps taken, and what was shown, when the address was last to be written.
    let last = use_mut_ref(|| (0_u32, None::<String>));
    use_effect_with((state.restored, state.steps, state.url.clone()), move |(restored, steps, url)| {
        let query = restored.then(|| url.format());
        let (steps_before, before) = last.replace((*steps, query.clone()));
        let waiting = query.and_then(|query| match before {
            Some(before) if *steps > steps_before => {
                // What was yet to be written belongs to the entry that is left.
                address::write(&before);
                address::push(&query);
                None
            }
            _ => Some(Timeout::new(WRITE_AFTER, move || address::write(&query))),
        });
        move || drop(waiting)
    });
}

/// What the address says, without what this report does not have.
fn read_address(query: &str, dataset: &Dataset) -> Action {
    let (mut url, mut notices) = UrlState::parse(query);
    notices.extend(url.keep_known(|kind, id| match kind {
        Id::Item => home(dataset, id).is_some(),
        Id::Section => dataset.sections.iter().any(|section| section.id == id),
        Id::Dimension => by_dimension(dataset).iter().any(|(dimension, _)| dimension.code() == id),
        Id::Value(facet) => {
            dataset.projects.iter().any(|project| values(project, facet).iter().any(|value| value == id))
        }
        Id::Trait(facet) => {
            dataset.indicators.iter().any(|indicator| indicator_value(dataset, indicator, facet) == id)
        }
    }));
    // What is asked for and not there is replaced by what is called nearly so.
    for notice in &mut notices {
        if let UrlNotice::NotInReport("item", id) = notice
            && let Some(near) = nearest(dataset, id)
        {
            url.item = Some(near.to_owned());
            *notice = UrlNotice::Nearest(id.clone(), near.to_owned());
        }
    }
    // What is open must be in sight.
    if let Some(view) = url.item.as_deref().and_then(|id| home(dataset, id))
        && url.view != View::All
    {
        url.view = view;
    }
    Action::Restore(Box::new(url), notices)
}
