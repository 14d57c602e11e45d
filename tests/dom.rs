//! What needs a DOM: the app mounted in a real browser, without a server and without the release build.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![cfg(target_arch = "wasm32")]

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use plan_explorer::app::{App, AppProps};
use plan_explorer::browser::address;
use plan_explorer::components::Windowed;
use plan_explorer::data::bundled;
use plan_explorer::sections::SectionProps;
use plan_explorer::state::{Lang, State, Store, restore};
use plan_explorer::texts::Texts;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    Document, Element, Event, HtmlAnchorElement, HtmlInputElement, HtmlSelectElement, InputEvent,
    InputEventInit, KeyboardEvent, KeyboardEventInit, Window,
};
use yew::{AppHandle, Callback, Html, Properties, component, html};

wasm_bindgen_test_configure!(run_in_browser);

fn window() -> Window {
    web_sys::window().unwrap()
}

fn document() -> Document {
    window().document().unwrap()
}

/// The app in an element of its own, taken away at the end.
struct Mounted {
    root: Element,
    handle: Option<AppHandle<App>>,
}

impl Mounted {
    /// Mounts the page of the address, and waits until its charts have been measured.
    async fn at(address: &str) -> Self {
        Self::in_language(Lang::Zh, address).await
    }

    async fn in_language(lang: Lang, address: &str) -> Self {
        go(address);
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let report = bundled().unwrap();
        let (view, query) = address::read();
        let (url, notices) = restore(view, &query, &report.dataset, &report.pages);
        let section =
            SectionProps::new(&report, Texts::of(lang), Store::new(State::of_address(url, notices)));
        let is_rendered = Rc::new(Cell::new(false));
        let rendered = {
            let is_rendered = is_rendered.clone();
            Callback::from(move |()| is_rendered.set(true))
        };
        let handle =
            yew::Renderer::<App>::with_root_and_props(root.clone(), AppProps { section, rendered }).render();
        let mounted = Self { root, handle: Some(handle) };
        until("the page is there, and its effects have run", || is_rendered.get()).await;
        until("every chart has been drawn", || mounted.count(".chart:not(:has(svg))") == 0).await;
        mounted
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).unwrap()
    }

    fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }

    fn text(&self, selector: &str) -> String {
        self.find(selector).and_then(|element| element.text_content()).unwrap_or_default()
    }

    fn field(&self) -> HtmlInputElement {
        self.find("#project-filter").unwrap().unchecked_into()
    }

    fn type_text(&self, text: &str) {
        self.field().set_value(text);
        let bubbling = InputEventInit::new();
        bubbling.set_bubbles(true);
        let event = InputEvent::new_with_event_init_dict("input", &bubbling).unwrap();
        self.field().dispatch_event(&event).unwrap();
    }

    fn press(&self, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.find(".chart svg").unwrap().dispatch_event(&event).unwrap();
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
        self.root.remove();
        // What the document said of the state (browser/page.rs).
        let root = document().document_element().unwrap();
        root.remove_attribute("data-detail").unwrap();
        root.remove_attribute("data-whole").unwrap();
        go("./");
    }
}

fn go(address: &str) {
    window().history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some(address)).unwrap();
}

/// The last part of the address.
fn address() -> String {
    let location = window().location();
    let path = location.pathname().unwrap();
    format!("{}{}", path.rsplit('/').next().unwrap(), location.search().unwrap())
}

/// Waits until `holds`, for some seconds at most.
async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..500 {
        if holds() {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("waited in vain until {what}");
}

#[wasm_bindgen_test]
async fn every_page_has_what_belongs_to_it() {
    for (page, selector, count) in [
        ("./", "#promise .chart g.row", 6),
        ("projects.html", "[data-test=project-row]", 82),
        ("indicators.html", ".annex tr.indicator", 25),
        ("tasks.html", "[data-test=task-row]", 119),
        ("topics.html", ".chart > .drawing[tabindex='0']", 5),
        ("data.html", "[data-test=figure-row]", 118),
    ] {
        let app = Mounted::at(page).await;
        assert_eq!(app.count(selector), count, "{page}");
        assert_eq!(app.count("h1"), 1, "{page}");
        let file = if page == "./" { "index.html" } else { page };
        let current = app.find(".nav [aria-current=page]").unwrap();
        assert_eq!(current.get_attribute("href").as_deref(), Some(file));
    }
}

#[wasm_bindgen_test]
async fn typing_filters_and_writes_the_address() {
    let app = Mounted::at("projects.html?from=wechat").await;
    app.type_text("魏寨");
    until("three projects are left", || app.count("[data-test=project-row]") == 3).await;
    assert_eq!(app.text("#project-count"), "符合条件3个，共82个");
    until("the text is marked", || app.count(".projects mark") == 4).await;
    until("the address says so", || address() == "projects.html?q=%E9%AD%8F%E5%AF%A8&v=3&from=wechat").await;
}

#[wasm_bindgen_test]
async fn the_address_is_followed_at_the_start_and_on_the_way_back() {
    let app = Mounted::at("projects.html?q=%E9%AD%8F%E5%AF%A8").await;
    until("three projects are left", || app.count("[data-test=project-row]") == 3).await;
    assert_eq!(app.field().value(), "魏寨");
    // As the browser does when the reader goes back: another address, then the event.
    go("projects.html?order=name&v=3");
    window().dispatch_event(&Event::new("popstate").unwrap()).unwrap();
    until("all projects are back", || app.text("#project-count") == "共82个").await;
    assert_eq!(app.field().value(), "");
    let order: HtmlSelectElement = app.find("#order").unwrap().unchecked_into();
    until("the order is that of the address", || order.value() == "name").await;
    go("tasks.html");
    window().dispatch_event(&Event::new("popstate").unwrap()).unwrap();
    until("the other page is there", || app.count("[data-test=task-row]") == 119).await;
}

#[wasm_bindgen_test]
async fn the_page_in_english_leads_to_the_chinese_one_with_its_state() {
    let app = Mounted::in_language(Lang::En, "projects.html?q=weizhai").await;
    until("three projects are left", || app.text("#project-count") == "3 of 82 match").await;
    assert_eq!(app.find(".page").unwrap().get_attribute("lang").as_deref(), Some("en"));
    let link: HtmlAnchorElement = app.find("a[hreflang]").unwrap().unchecked_into();
    assert_eq!(
        (link.get_attribute("hreflang").as_deref(), link.get_attribute("href").as_deref()),
        (Some("zh-CN"), Some("../projects.html"))
    );
    // The test does not leave its page.
    let stay = Closure::<dyn Fn(Event)>::new(|event: Event| event.prevent_default());
    let stay_function = stay.as_ref().unchecked_ref();
    document().add_event_listener_with_callback("click", stay_function).unwrap();
    link.click();
    document().remove_event_listener_with_callback("click", stay_function).unwrap();
    assert_eq!(link.get_attribute("href").as_deref(), Some("../projects.html?q=weizhai&v=3"));
}

#[wasm_bindgen_test]
async fn a_wrong_value_is_told_and_the_notice_can_be_dismissed() {
    let app = Mounted::at("projects.html?lang=fr&q=%FF").await;
    until("two notices are shown", || app.count(".notices li") == 2).await;
    let button: web_sys::HtmlElement = app.find(".notices button").unwrap().unchecked_into();
    button.click();
    until("they are gone", || app.count(".notices") == 0).await;
    until("the address is mended", || address() == "projects.html").await;
}

#[wasm_bindgen_test]
async fn keys_move_through_the_chart_and_the_row_is_spoken() {
    let app = Mounted::at("./").await;
    app.press("End");
    until("the last row is active", || app.count(".chart .tooltip") == 1).await;
    assert_eq!(
        app.text(".chart [role=status]"),
        "固定资产投资增长。2020年完成：8.9%。2021年计划：7%。计划比上年完成低1.9个百分点"
    );
    app.press("Home");
    until("the first row is spoken", || app.text(".chart [role=status]").starts_with("地区生产总值增长"))
        .await;
    app.press("Escape");
    until("the tooltip is gone", || app.count(".chart .tooltip") == 0).await;
}

#[wasm_bindgen_test]
async fn the_chart_is_laid_out_for_its_container() {
    let app = Mounted::at("./").await;
    let mut before = String::new();
    for width in [400, 900, 500] {
        app.root.set_attribute("style", &format!("width:{width}px")).unwrap();
        until("the drawing is as wide as its container", || {
            let width = app.find(".chart svg").and_then(|svg| svg.get_attribute("width"));
            let container = app.find(".chart").map(|chart| chart.client_width().to_string());
            width == container && width.as_ref() != Some(&before)
        })
        .await;
        before = app.find(".chart svg").and_then(|svg| svg.get_attribute("width")).unwrap_or_default();
    }
}

#[wasm_bindgen_test]
async fn a_tooltip_that_comes_or_goes_leaves_every_row_its_element() {
    let app = Mounted::at("./").await;
    let row = || app.root.query_selector_all(".chart g.row").unwrap().item(3).unwrap();
    let before = row();
    app.press("Home");
    until("the tooltip is there", || app.count(".chart .tooltip") == 1).await;
    assert!(before.is_same_node(Some(&row())));
    app.press("Escape");
    until("the tooltip is gone", || app.count(".chart .tooltip") == 0).await;
    assert!(before.is_same_node(Some(&row())));
}

#[wasm_bindgen_test]
async fn a_link_within_the_page_leaves_the_state_as_it_is() {
    let app = Mounted::at("projects.html?lang=fr").await;
    until("the notice is shown", || app.count(".notices li") == 1).await;
    app.type_text("魏寨");
    // What browsers do for a link to #content, before the address has been written.
    window().location().set_hash("content").unwrap();
    window().dispatch_event(&Event::new("popstate").unwrap()).unwrap();
    until("the address says so", || address() == "projects.html?q=%E9%AD%8F%E5%AF%A8&v=3").await;
    assert_eq!(app.count("[data-test=project-row]"), 3);
    assert_eq!(app.count(".notices li"), 1);
}

#[wasm_bindgen_test]
async fn categories_filter_the_list_and_count_what_is_left() {
    let app = Mounted::at("projects.html").await;
    let category = |id: &str| app.find(&format!("#facets [data-id='{id}']")).unwrap();
    category("list:text").unchecked_into::<web_sys::HtmlElement>().click();
    until("only projects of the text are left", || app.count("[data-test=project-row]") == 58).await;
    assert_eq!(category("list:text").get_attribute("aria-pressed").as_deref(), Some("true"));
    until("the address says so", || address() == "projects.html?list=text&v=3").await;
    app.type_text("小区");
    until("the numbers follow the text", || app.text("#facets [data-id='list:text'] .choice-count") == "6")
        .await;
    let chip: web_sys::HtmlElement = app.find(".chip").unwrap().unchecked_into();
    chip.click();
    until("the choice is taken back", || address() == "projects.html?q=%E5%B0%8F%E5%8C%BA&v=3").await;
}

#[wasm_bindgen_test]
async fn a_row_of_the_first_page_leads_to_its_indicator() {
    let app = Mounted::at("./").await;
    app.press("Home");
    until("a row is active", || app.count("#promise .active") == 1).await;
    app.press(" ");
    until("the indicator is open", || app.text("#indicator h2").starts_with("地区生产总值增长")).await;
    until("the address says so", || address() == "indicators.html?item=gdp-growth&v=3").await;
}

#[wasm_bindgen_test]
async fn ids_that_the_report_does_not_have_are_told_and_left_out() {
    let app = Mounted::at("projects.html?item=gone-altogether&sector=coal~gone&unit=yuan").await;
    until("two notices are shown", || app.count(".notices li") == 2).await;
    assert!(app.text(".notices li").contains("item"));
    until("the address is mended", || address() == "projects.html?sector=coal&measure=yuan&v=3").await;
    assert_eq!(app.count("[data-test=project-row]"), 2);
}

#[wasm_bindgen_test]
async fn figures_of_one_unit_are_shown_on_their_own() {
    let app = Mounted::at("data.html?measure=people").await;
    until("the largest figures are there", || app.count("#numbers g.row") > 0).await;
    app.find("#numbers .twin").unwrap().set_attribute("open", "").unwrap();
    until("the table has as many rows", || {
        app.count("#numbers .twin tbody tr") == app.count("#numbers g.row")
    })
    .await;
}

#[derive(PartialEq, Properties)]
struct RowsProps {
    count: usize,
}

/// A list of so many numbered rows of 50 px.
#[component]
fn Rows(props: &RowsProps) -> Html {
    let row = Callback::from(|at: usize| html! { <li key={at} style="height:50px">{ at }</li> });
    html! { <Windowed count={props.count} key_of_rows={props.count.to_string()} {row} class="rows" /> }
}

#[wasm_bindgen_test]
async fn a_long_list_keeps_only_the_rows_near_the_window_and_a_short_one_all() {
    // Where the test before has left the page.
    window().scroll_to_with_x_and_y(0.0, 0.0);
    let root = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    let mut handle =
        yew::Renderer::<Rows>::with_root_and_props(root.clone(), RowsProps { count: 10_000 }).render();
    let rows = || root.query_selector_all("li").unwrap().length();
    let has = |text: &str| {
        let rows = root.query_selector_all("li").unwrap();
        (0..rows.length()).any(|at| rows.item(at).unwrap().text_content().as_deref() == Some(text))
    };
    let list = || root.query_selector("ol").unwrap().unwrap();
    until("the list is there", || root.query_selector("ol").unwrap().is_some()).await;
    until("the space of all rows is there", || list().get_bounding_client_rect().height() > 490_000.0).await;
    assert!(rows() < 200 && has("0"), "{}", rows());
    let top = list().get_bounding_client_rect().top() + window().scroll_y().unwrap();
    window().scroll_to_with_x_and_y(0.0, top + 50.0 * 5000.0);
    until("the rows in sight are there", || has("5000") && has("5005")).await;
    assert!(rows() < 200 && !has("0"), "{}", rows());
    // Where the list stands, and how high it is, does not depend on which rows are there.
    assert!((list().get_bounding_client_rect().height() - 500_000.0).abs() < 2.0);
    // What is left after a filter is shown at once, wherever the page was scrolled to.
    handle.update(RowsProps { count: 300 });
    until("some of the rows are there", || rows() > 0 && has("299")).await;
    handle.update(RowsProps { count: 150 });
    until("all rows are there", || rows() == 150).await;
    window().scroll_to_with_x_and_y(0.0, 0.0);
    handle.destroy();
    root.remove();
}

fn tell_window(name: &str) {
    window().dispatch_event(&Event::new(name).unwrap()).unwrap();
}

/// Browsers print what is there when the event has been heard: none of this waits for anything.
#[wasm_bindgen_test]
async fn in_print_a_long_list_has_all_its_rows_and_what_is_folded_its_content() {
    let root = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    let handle = yew::Renderer::<Rows>::with_root_and_props(root.clone(), RowsProps { count: 1000 }).render();
    let rows = || root.query_selector_all("li").unwrap().length();
    until("some of the rows are there", || (1..200).contains(&rows())).await;
    // The list listens once its effects have run.
    yew::scheduler::flush().await;
    tell_window("beforeprint");
    assert_eq!(rows(), 1000);
    assert_eq!(root.query_selector("ol").unwrap().unwrap().class_name(), "rows", "rows of any height");
    tell_window("afterprint");
    until("the others are gone", || rows() < 200).await;
    handle.destroy();
    root.remove();

    let app = Mounted::at("topics.html").await;
    let folded = || app.count("[data-test=living] li");
    assert_eq!(folded(), 0);
    tell_window("beforeprint");
    assert!(folded() > 10, "{}", folded());
    tell_window("afterprint");
    until("it is folded again", || folded() == 0).await;
}

#[wasm_bindgen_test]
async fn escape_dismisses_the_tooltip_wherever_the_focus_is() {
    let app = Mounted::at("./").await;
    app.press("Home");
    until("the tooltip is there", || app.count(".chart .tooltip") == 1).await;
    let init = KeyboardEventInit::new();
    init.set_key("Escape");
    init.set_bubbles(true);
    until("it is gone", || {
        // The page listens once it has drawn the tooltip: pressed again until it does.
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        document().body().unwrap().dispatch_event(&event).unwrap();
        app.count(".chart .tooltip") == 0
    })
    .await;
}

#[wasm_bindgen_test]
async fn the_document_says_what_is_open_for_the_styles_to_follow() {
    let said = |name: &str| document().document_element().unwrap().get_attribute(name);
    let app = Mounted::at("projects.html?item=p08&sector=coal").await;
    until("what is open is told", || said("data-detail").as_deref() == Some("projects")).await;
    let close: web_sys::HtmlElement =
        app.find("#project-detail [data-test=detail-close]").unwrap().unchecked_into();
    close.click();
    until("nothing is open", || said("data-detail").is_none()).await;
    until("the address says so", || address() == "projects.html?sector=coal&v=3").await;
}

#[wasm_bindgen_test]
async fn links_lead_to_their_page_without_a_reload() {
    let app = Mounted::at("tasks.html").await;
    let click = |selector: &str| app.find(selector).unwrap().unchecked_into::<web_sys::HtmlElement>().click();
    click("[data-item=f067]");
    until("the address says so", || address() == "data.html?item=f067&v=3").await;
    until("its row is marked", || app.count("#item-f067.chosen") == 1).await;
    click(".nav [href='projects.html']");
    until("the projects are there", || app.count("[data-test=project-row]") == 82).await;
    until("the address says so", || address() == "projects.html").await;
    until("the title is that of the page", || document().title().starts_with("项目 · ")).await;
    click("[data-test=project-row] [data-item=p08]");
    until("the project is open", || app.count("#project-detail.open") == 1).await;
    until("the address says so", || address() == "projects.html?item=p08&v=3").await;
}

/// What was done to text nodes of the app: an edit, or the removal from an element that stays.
fn watch_text_nodes(root: &Element) -> (web_sys::MutationObserver, js_sys::Array) {
    let found = js_sys::Array::new();
    let told = found.clone();
    let closure = Closure::<dyn Fn(js_sys::Array)>::new(move |records: js_sys::Array| {
        for record in records.iter().map(JsCast::unchecked_into::<web_sys::MutationRecord>) {
            let removed = record.removed_nodes();
            let is_text =
                |at: u32| removed.item(at).is_some_and(|node| node.node_type() == web_sys::Node::TEXT_NODE);
            let target = record.target().unwrap();
            if record.type_() == "characterData"
                || (target.is_connected() && (0..removed.length()).any(is_text))
            {
                told.push(&JsValue::from(target.text_content()));
            }
        }
    });
    let observer = web_sys::MutationObserver::new(closure.as_ref().unchecked_ref()).unwrap();
    closure.forget();
    let options = web_sys::MutationObserverInit::new();
    options.set_child_list(true);
    options.set_character_data(true);
    options.set_subtree(true);
    observer.observe_with_options(root, &options).unwrap();
    (observer, found)
}

#[wasm_bindgen_test]
async fn no_text_node_is_edited_since_a_translator_may_have_replaced_it() {
    let app = Mounted::at("projects.html").await;
    let (observer, found) = watch_text_nodes(&app.root);
    app.type_text("小区");
    until("the text is marked", || app.count(".projects mark") > 0).await;
    let click = |selector: &str| app.find(selector).unwrap().unchecked_into::<web_sys::HtmlElement>().click();
    click("#facets [data-id='list:text']");
    until("a choice is shown", || app.count(".chip") == 1).await;
    app.type_text("");
    until("nothing is marked", || app.count(".projects mark") == 0).await;
    click(".more-rows button");
    until("the list is whole", || app.count(".more-rows") == 0).await;
    click("[data-test=project-row] a");
    until("a project is open", || app.count("#project-detail.open h2") == 1).await;
    let name = app.text("#project-detail h2");
    let another = app.root.query_selector_all("[data-test=project-row] a").unwrap().item(2).unwrap();
    another.unchecked_into::<web_sys::HtmlElement>().click();
    until("another is open", || {
        app.count("#project-detail.open h2") == 1 && app.text("#project-detail h2") != name
    })
    .await;
    for page in ["indicators", "tasks", "topics", "data", "projects"] {
        click(&format!(".nav [href='{page}.html']"));
        until("the page is there", || app.count(&format!(".{page}-page")) == 1).await;
        if page == "topics" {
            until("the charts are there", || app.find(".chart svg").is_some()).await;
            app.press("Home");
            until("the tooltip is there", || app.count(".chart .tooltip") == 1).await;
        }
    }
    observer.disconnect();
    assert_eq!(found.length(), 0, "{:?}", found.to_vec());
}
