//! What needs a DOM: the page mounted in a real browser, all in one module and one root, without a server and without the
//! release build.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![cfg(target_arch = "wasm32")]

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::future::TimeoutFuture;
use plan_explorer::browser::address;
use plan_explorer::components::Windowed;
use plan_explorer::data::bundled;
use plan_explorer::page::Page;
use plan_explorer::sections::SectionProps;
use plan_explorer::state::{Action, Lang, Store};
use plan_explorer::texts::Texts;
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

/// The page in an element of its own, taken away at the end.
struct Mounted {
    root: Element,
    handle: Option<AppHandle<Page>>,
}

impl Mounted {
    /// Mounts the page where the address ends with that query, and waits until it has read it.
    async fn at(query: &str) -> Self {
        Self::in_language(Lang::Zh, query).await
    }

    async fn in_language(lang: Lang, query: &str) -> Self {
        go(query);
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let store = Store::default();
        let section = SectionProps::new(&bundled().unwrap(), Texts::of(lang), store.clone());
        let handle = yew::Renderer::<Page>::with_root_and_props(root.clone(), section).render();
        let mounted = Self { root, handle: Some(handle) };
        until("the projects are there", || mounted.find("#project-filter").is_some()).await;
        until("the address is read", || store.now().restored).await;
        until("every chart has been measured", || mounted.count(".chart > .narrow") == 0).await;
        // As both modules say once their islands are there.
        store.dispatch(Action::Complete);
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
        for name in ["data-view", "data-detail"] {
            root.remove_attribute(name).unwrap();
        }
        go("");
    }
}

fn go(query: &str) {
    let address = format!("{}?{query}", window().location().pathname().unwrap());
    window().history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some(&address)).unwrap();
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
async fn all_rows_and_projects_are_there() {
    let app = Mounted::at("").await;
    assert_eq!(app.count("#indicators tr.indicator"), 25);
    assert_eq!(app.count("[data-test=project-row]"), 82);
    assert_eq!(app.count("#promise .chart g.row"), 25);
    assert_eq!(app.count(".chart > svg"), 9);
    assert_eq!(app.count(".chart > .drawing[tabindex='0']"), 9);
}

#[wasm_bindgen_test]
async fn typing_filters_and_writes_the_address() {
    let app = Mounted::at("from=wechat").await;
    app.type_text("魏寨");
    until("three projects are left", || app.count("[data-test=project-row]") == 3).await;
    assert_eq!(app.text("#projects .count"), "显示 3 个，共 82 个");
    until("the text is marked", || app.count("#projects mark") == 4).await;
    until("the address says so", || address::read() == "q=%E9%AD%8F%E5%AF%A8&v=2&from=wechat").await;
}

#[wasm_bindgen_test]
async fn the_address_is_restored_at_the_start_and_on_the_way_back() {
    let app = Mounted::at("q=%E9%AD%8F%E5%AF%A8").await;
    until("three projects are left", || app.count("[data-test=project-row]") == 3).await;
    assert_eq!(app.field().value(), "魏寨");
    // As the browser does when the reader goes back: another address, then the event.
    go("order=name&v=2");
    window().dispatch_event(&Event::new("popstate").unwrap()).unwrap();
    until("all projects are back", || app.text("#projects .count") == "显示 82 个，共 82 个").await;
    assert_eq!(app.field().value(), "");
    let order: HtmlSelectElement = app.find("#order").unwrap().unchecked_into();
    until("the order is that of the address", || order.value() == "name").await;
}

#[wasm_bindgen_test]
async fn the_page_in_english_is_english_and_leads_to_the_other_with_what_is_shown() {
    let app = Mounted::in_language(Lang::En, "q=weizhai").await;
    until("three projects are left", || app.text("#projects .count") == "Showing 3 of 82").await;
    assert_eq!(app.find(".page").unwrap().get_attribute("lang").as_deref(), Some("en"));
    let link: HtmlAnchorElement = app.find("a[hreflang]").unwrap().unchecked_into();
    assert_eq!(
        (link.get_attribute("hreflang").as_deref(), link.get_attribute("href").as_deref()),
        (Some("zh-CN"), Some("../"))
    );
    // The test does not leave its page: whoever prevents last is told where the link led to.
    let stay = EventListener::new_with_options(
        &document(),
        "click",
        EventListenerOptions::enable_prevent_default(),
        Event::prevent_default,
    );
    link.click();
    drop(stay);
    assert_eq!(link.get_attribute("href").as_deref(), Some("../?q=weizhai&v=2"));
}

#[wasm_bindgen_test]
async fn a_wrong_value_is_told_and_the_notice_can_be_dismissed() {
    let app = Mounted::at("lang=fr&q=%FF").await;
    until("two notices are shown", || app.count(".notices li") == 2).await;
    let button: web_sys::HtmlElement = app.find(".notices button").unwrap().unchecked_into();
    button.click();
    until("they are gone", || app.count(".notices") == 0).await;
    until("the address is mended", || address::read().is_empty()).await;
}

#[wasm_bindgen_test]
async fn keys_move_through_the_chart_and_the_row_is_spoken() {
    let app = Mounted::at("").await;
    app.press("End");
    until("the last row is active", || app.count(".chart .tooltip") == 1).await;
    assert_eq!(
        app.text(".chart [role=status]"),
        "棚户区住房改造开工量。2020 年完成：8463\u{202F}套。2021 年计划：未列目标。附表未列 2021 年目标，无从对比"
    );
    app.press("Home");
    until("the first row is spoken", || app.text(".chart [role=status]").starts_with("地区生产总值增长"))
        .await;
    app.press("Escape");
    until("the tooltip is gone", || app.count(".chart .tooltip") == 0).await;
}

#[wasm_bindgen_test]
async fn the_chart_is_laid_out_for_its_container() {
    let app = Mounted::at("").await;
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
async fn a_tooltip_that_comes_or_goes_leaves_every_row_the_element_that_it_was() {
    let app = Mounted::at("").await;
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
    let app = Mounted::at("lang=fr").await;
    until("the notice is shown", || app.count(".notices li") == 1).await;
    app.type_text("魏寨");
    // What browsers do for a link to #projects, before the address has been written.
    window().location().set_hash("projects").unwrap();
    window().dispatch_event(&Event::new("popstate").unwrap()).unwrap();
    until("the address says so", || address::read() == "q=%E9%AD%8F%E5%AF%A8&v=2").await;
    assert_eq!(app.count("[data-test=project-row]"), 3);
    assert_eq!(app.count(".notices li"), 1);
}

#[wasm_bindgen_test]
async fn a_bar_filters_the_list_and_the_list_filters_the_bars() {
    let app = Mounted::at("").await;
    let bar = |id: &str| app.find(&format!("#facets [data-id='{id}']")).unwrap();
    let press = |key: &str| {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        app.find("#facets .chart svg").unwrap().dispatch_event(&event).unwrap();
    };
    // The first bar is the list that most projects are in.
    press("Home");
    until("a bar is active", || app.count("#facets .active") == 1).await;
    press("Enter");
    until("only projects of the text are left", || app.count("[data-test=project-row]") == 58).await;
    assert_eq!(bar("list:text").get_attribute("aria-pressed").as_deref(), Some("true"));
    until("the address says so", || address::read() == "list=text&v=2").await;
    app.type_text("小区");
    until("the bars follow the text", || {
        bar("list:text").get_attribute("aria-description").as_deref() == Some("6 个项目")
    })
    .await;
    let chip: web_sys::HtmlElement = app.find(".chip").unwrap().unchecked_into();
    chip.click();
    until("the choice is taken back", || address::read() == "q=%E5%B0%8F%E5%8C%BA&v=2").await;
}

#[wasm_bindgen_test]
async fn an_indicator_is_chosen_in_the_chart_and_in_the_list() {
    let app = Mounted::at("item=pm25").await;
    until("its chart is there", || app.text("#indicator h3").starts_with("细颗粒物（PM2.5）年均浓度")).await;
    assert!(app.text("#indicator .chart").contains("57微克/立方米"), "the year before, computed");
    app.press("Home");
    until("a row is active", || app.count("#promise .active") == 1).await;
    app.press(" ");
    until("the chart is of that row", || app.text("#indicator h3").starts_with("地区生产总值增长")).await;
    until("the address says so", || address::read() == "item=gdp-growth&v=2").await;
}

#[wasm_bindgen_test]
async fn ids_that_the_report_does_not_have_are_told_and_left_out() {
    let app = Mounted::at("item=gone-altogether&sector=coal~gone&unit=yuan").await;
    until("two notices are shown", || app.count(".notices li") == 2).await;
    assert!(app.text(".notices li").contains("item"));
    until("the address is mended", || address::read() == "sector=coal&measure=yuan&v=2").await;
    assert_eq!(app.count("[data-test=project-row]"), 3);
}

#[wasm_bindgen_test]
async fn figures_of_one_unit_are_shown_on_their_own() {
    let app = Mounted::at("measure=people").await;
    until("rows stand in place of strips", || app.count("#numbers g.row") > 0).await;
    assert_eq!(app.count("#numbers g.point"), 0);
    assert_eq!(app.count("#numbers tbody tr"), app.count("#numbers g.row"));
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

#[wasm_bindgen_test]
async fn escape_dismisses_the_tooltip_wherever_the_focus_is() {
    let app = Mounted::at("").await;
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
async fn the_document_says_what_is_shown_for_the_styles_to_follow() {
    let said = |name: &str| document().document_element().unwrap().get_attribute(name);
    let app = Mounted::at("view=projects&item=p08").await;
    until("what is open is told", || said("data-detail").as_deref() == Some("projects")).await;
    assert_eq!(said("data-view").as_deref(), Some("projects"));
    let close: web_sys::HtmlElement =
        app.find("#project-detail [data-test=detail-close]").unwrap().unchecked_into();
    close.click();
    until("nothing is open", || said("data-detail").is_none()).await;
    let link: web_sys::HtmlElement = app.find("[data-test=view-all]").unwrap().unchecked_into();
    link.click();
    until("all is shown", || said("data-view").as_deref() == Some("all")).await;
    until("the address says so", || address::read().is_empty()).await;
}

#[wasm_bindgen_test]
async fn links_do_in_the_page_what_their_address_says() {
    let app = Mounted::at("").await;
    let click = |selector: &str| app.find(selector).unwrap().unchecked_into::<web_sys::HtmlElement>().click();
    click("#tasks [data-item=f067]");
    until("the address says so", || address::read() == "item=f067&v=2").await;
    until("its row is marked", || app.count("#item-f067.chosen") == 1).await;
    click("#overview [data-item=t002]");
    until("the commitment is marked", || app.count("#item-t002.chosen") == 1).await;
    assert_eq!(app.count("#item-f067.chosen"), 0);
    click("[data-test=project-row] [data-item=p08]");
    until("the project is open", || app.count("#project-detail.open") == 1).await;
    until("the commitment is no longer marked", || app.count("#tasks .chosen") == 0).await;
    assert_eq!(address::read(), "item=p08&v=2");
}
