//! What the page and its charts render to, kept as files that a browser can open. After a change that is meant, run
//! `UPDATE_EXPECT=1 cargo test --test golden` and look at what changed in tests/golden/ before committing it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]

use std::rc::Rc;

use expect_test::{ExpectFile, expect_file};
use plan_chart::promise::{draw, place};
use plan_data::Dataset;
use plan_explorer::app::App;
use plan_explorer::data::bundled;
use plan_explorer::sections::{Header, Indicators, Projects, SectionProps, promise_chart};
use plan_explorer::state::{Lang, QueryText};
use plan_explorer::texts::Texts;
use yew::{BaseComponent, Callback, Html, LocalServerRenderer, Properties, component, html};

fn dataset() -> Rc<Dataset> {
    bundled().unwrap()
}

/// What a component renders to, one tag a line.
fn render<C: BaseComponent>(props: C::Properties) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let html = tokio::task::LocalSet::new()
        .block_on(&runtime, LocalServerRenderer::<C>::with_props(props).hydratable(false).render());
    html.replace("><", ">\n<") + "\n"
}

#[derive(PartialEq, Properties)]
struct ChartProps {
    lang: Lang,
    width: f64,
    active: Option<usize>,
}

/// The promise chart as a file of its own.
#[component]
fn Chart(props: &ChartProps) -> Html {
    let placed = place(&promise_chart(&dataset(), Texts::of(props.lang)), props.width);
    html! {
        <svg
            xmlns="http://www.w3.org/2000/svg"
            class="promise-chart"
            width={placed.width.to_string()}
            height={placed.height.to_string()}
        >
            { draw(&placed, props.active) }
        </svg>
    }
}

fn check_chart(lang: Lang, width: f64, active: Option<usize>, golden: ExpectFile) {
    golden.assert_eq(&render::<Chart>(ChartProps { lang, width, active }));
}

#[test]
fn promise_chart_on_a_phone() {
    check_chart(Lang::Zh, 358.0, None, expect_file!["golden/promise-358-zh.svg"]);
}

#[test]
fn promise_chart_on_a_desk() {
    check_chart(Lang::Zh, 1056.0, None, expect_file!["golden/promise-1056-zh.svg"]);
}

#[test]
fn promise_chart_in_english_with_a_tooltip() {
    check_chart(Lang::En, 700.0, Some(2), expect_file!["golden/promise-700-en-active.svg"]);
}

#[test]
fn the_whole_page_before_the_address_is_read() {
    expect_file!["golden/page-zh.html"].assert_eq(&render::<App>(()));
}

fn section(lang: Lang) -> SectionProps {
    SectionProps { dataset: dataset(), texts: Texts::of(lang) }
}

#[derive(PartialEq, Properties)]
struct FilteredProps {
    lang: Lang,
    query: QueryText,
}

#[component]
fn Filtered(props: &FilteredProps) -> Html {
    html! {
        <Projects section={section(props.lang)} query={props.query.clone()} filter={Callback::noop()} />
    }
}

#[test]
fn projects_that_match() {
    let props = FilteredProps { lang: Lang::Zh, query: QueryText::new("魏寨") };
    expect_file!["golden/projects-zh-weizhai.html"].assert_eq(&render::<Filtered>(props));
}

#[test]
fn projects_where_nothing_matches_and_no_text_becomes_markup() {
    let props = FilteredProps { lang: Lang::En, query: QueryText::new("<b>&\"x") };
    let html = render::<Filtered>(props);
    assert!(!html.contains("<b>"), "{html}");
    expect_file!["golden/projects-en-nothing.html"].assert_eq(&html);
}

#[component]
fn English() -> Html {
    html! {
        <>
            <Header section={section(Lang::En)} speak={Callback::noop()} />
            <Indicators ..section(Lang::En) />
        </>
    }
}

#[test]
fn header_and_annex_in_english() {
    expect_file!["golden/header-annex-en.html"].assert_eq(&render::<English>(()));
}
