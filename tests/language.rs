//! No page has words of the other language that are not marked as such.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]

use plan_explorer::data::bundled;
use plan_explorer::prerendered::Prerendered;
use plan_explorer::sections::SectionProps;
use plan_explorer::state::{Lang, State, Store, UrlState, View};
use plan_explorer::texts::Texts;
use scraper::{ElementRef, Html, Node};
use yew::LocalServerRenderer;

/// A page as the build renders it.
fn rendered(lang: Lang, view: View, query: &str) -> String {
    let (url, notices) = UrlState::parse(view, query);
    assert_eq!(notices, [], "{query}");
    let section =
        SectionProps::new(&bundled().unwrap(), Texts::of(lang), Store::new(State::of_address(url, notices)));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    tokio::task::LocalSet::new().block_on(
        &runtime,
        LocalServerRenderer::<Prerendered>::with_props(section).hydratable(false).render(),
    )
}

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

/// Whether the closest element around that says its language says Chinese.
fn is_marked(element: &ElementRef<'_>) -> bool {
    let own = element.value().attr("lang");
    let around = element.ancestors().filter_map(ElementRef::wrap).find_map(|one| one.value().attr("lang"));
    own.or(around).is_some_and(|lang| lang.starts_with("zh"))
}

/// The Chinese words of a page in English that no `lang` marks: of texts, and of attributes that are read aloud or shown.
fn unmarked(html: &str) -> Vec<String> {
    let page = Html::parse_fragment(html);
    let mut found = Vec::new();
    for node in page.tree.nodes() {
        match node.value() {
            Node::Text(text) if text.chars().any(is_chinese) => {
                let element = node.parent().and_then(ElementRef::wrap);
                let is_code = element.is_some_and(|one| matches!(one.value().name(), "script" | "style"));
                if !is_code && !element.is_some_and(|one| is_marked(&one)) {
                    found.push(text.trim().to_owned());
                }
            }
            Node::Element(element) => {
                let named = ["aria-label", "aria-description", "title", "placeholder", "alt"];
                let words = named.into_iter().filter_map(|name| element.attr(name));
                let is_marked = ElementRef::wrap(node).is_some_and(|one| is_marked(&one));
                let words = words.filter(|words| words.chars().any(is_chinese) && !is_marked);
                found.extend(words.map(str::to_owned));
            }
            _ => {}
        }
    }
    found
}

/// Chinese that stands in English sentences as a quotation, or tells which measure word things are counted in.
const QUOTED: [&str; 12] = ["争取", "专栏", "原", "规划", "个", "家", "大", "项", "处", "场", "所", "市"];

#[test]
fn english_pages_mark_their_chinese() {
    let mut addresses: Vec<(View, &str)> = View::ALL.iter().map(|(_, view)| (*view, "")).collect();
    addresses.extend([
        (View::Projects, "item=p14"),
        (View::Projects, "item=p02"),
        (View::Projects, "item=weizhai-quyu"),
        (View::Indicators, "item=pm10"),
        (View::Indicators, "item=new-jobs"),
        (View::Data, "measure=yuan"),
        (View::Projects, "by=place"),
    ]);
    for (view, query) in addresses {
        let found: Vec<String> = unmarked(&rendered(Lang::En, view, query))
            .into_iter()
            .filter(|words| {
                let rest = QUOTED.iter().fold(words.clone(), |rest, quoted| rest.replace(quoted, ""));
                rest.chars().any(is_chinese)
            })
            .collect();
        assert!(found.is_empty(), "{view:?} {query}: {} texts: {found:#?}", found.len());
    }
}

#[test]
fn what_is_not_marked_is_found() {
    let html = "<div lang='en'>a<p>中</p><p lang='zh-CN'>文<b>字</b></p><i title='标'></i></div>";
    assert_eq!(unmarked(html), ["中", "标"]);
}
