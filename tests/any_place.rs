//! Pages of packages that leave things out: nothing panics, and no heading stands without content.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;
use std::rc::Rc;

use plan_data::package::{self, TABLES};
use plan_data::reconcile::reconcile;
use plan_data::{Dataset, ProjectIndex};
use plan_explorer::data::{Prepared, bundled};
use plan_explorer::prerendered::Prerendered;
use plan_explorer::sections::SectionProps;
use plan_explorer::state::{Lang, State, Store, UrlState, View};
use plan_explorer::texts::Texts;
use scraper::{ElementRef, Html, Node, Selector};
use yew::LocalServerRenderer;

fn prepared(dataset: Dataset) -> Prepared {
    let bundled = bundled().unwrap();
    let dataset = Rc::new(dataset);
    Prepared {
        findings: Rc::new(reconcile(&dataset)),
        index: Rc::new(ProjectIndex::new(dataset.clone(), bundled.readings.clone())),
        dataset,
        ..bundled
    }
}

/// The page at an address, as the build renders it.
fn rendered(report: &Prepared, lang: Lang, url: UrlState) -> String {
    let store = Store::new(State::of_address(url, Vec::new()));
    let section = SectionProps::new(report, Texts::of(lang), store);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let renderer = LocalServerRenderer::<Prerendered>::with_props(section).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

fn text(element: &ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The headings without any text or drawing before the next of their level or above.
fn empty_headings(html: &str) -> Vec<String> {
    let page = Html::parse_fragment(html);
    let main = page.select(&Selector::parse("main").unwrap()).next().unwrap();
    let level = |element: &ElementRef<'_>| match element.value().name() {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        _ => None,
    };
    let mut open: Vec<(u8, String)> = Vec::new();
    let mut empty = Vec::new();
    let mut inside = Vec::new();
    for node in main.descendants() {
        let element = ElementRef::wrap(node);
        if let Some((of, element)) = element.and_then(|element| Some((level(&element)?, element))) {
            empty.extend(open.extract_if(.., |(above, _)| *above >= of).map(|(_, name)| name));
            open.push((of, text(&element)));
            inside.push(element.id());
        }
        let is_in_heading = node.ancestors().any(|above| inside.contains(&above.id()));
        let is_content = match node.value() {
            Node::Text(words) => !words.trim().is_empty(),
            Node::Element(element) => element.name() == "input",
            _ => false,
        };
        if is_content && !is_in_heading {
            open.clear();
        }
    }
    empty.extend(open.into_iter().map(|(_, name)| name));
    empty
}

/// All pages in both languages have no heading without content.
fn check(name: &str, report: &Prepared) {
    for (_, lang) in Lang::ALL {
        for (_, view) in View::ALL {
            let html = rendered(report, *lang, UrlState::default().page(*view));
            let empty = empty_headings(&html);
            assert!(empty.is_empty(), "{name}: {view:?} in {lang:?} has nothing below {empty:?}");
        }
        // What is open beside a list, with what the package leaves out of it.
        let dataset = &report.dataset;
        let items = [
            (View::Indicators, dataset.indicators.last().map(|one| &one.id)),
            (View::Projects, dataset.projects.last().map(|one| &one.id)),
            (View::Tasks, dataset.tasks.last().map(|one| &one.id)),
        ];
        for (view, item) in items {
            let mut url = UrlState::default().page(view);
            url.item = item.cloned();
            let empty = empty_headings(&rendered(report, *lang, url));
            assert!(empty.is_empty(), "{name}: {item:?} in {lang:?} has nothing below {empty:?}");
        }
    }
}

#[test]
fn the_invented_packages() {
    for name in ["city-printed", "county-nasty"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/packages").join(name);
        if !folder.is_dir() {
            eprintln!("skipped: there is no {}", folder.display());
            continue;
        }
        let report = prepared(package::read(&folder).unwrap());
        check(name, &report);
        for (_, view) in View::ALL {
            let html = rendered(&report, Lang::Zh, UrlState::default().page(*view));
            let page = Html::parse_fragment(&html);
            let of = |selector: &str| -> Vec<String> {
                page.select(&Selector::parse(selector).unwrap()).map(|element| text(&element)).collect()
            };
            // No sentence with a gap where a name would stand, and none of the editors, the district or the box of another report.
            for words in of(".page p, .page li, .page dt, .page td, .page text") {
                for wrong in ["“”", "报告人：", "本区", "用地专栏", "正文未提到", "（编者注）"]
                {
                    assert!(!words.contains(wrong), "{name}: {view:?}: {words}");
                }
            }
            assert!(of(".source").iter().all(|words| words != "来源："), "{name}: {view:?}");
        }
    }
}

/// The bundled report without the rows of some tables, and of those that refer to them.
fn without(table: &str) -> Dataset {
    let mut dataset = (*bundled().unwrap().dataset).clone();
    let is_out = |names: &[&str]| names.contains(&table);
    if is_out(&["sections"]) {
        dataset.sections.clear();
    }
    if is_out(&["sections", "headings"]) {
        dataset.headings.clear();
    }
    if is_out(&["indicators"]) {
        dataset.indicators.clear();
    }
    if is_out(&["sections", "indicators", "figures"]) {
        dataset.figures.clear();
    }
    if is_out(&["sections", "omissions"]) {
        dataset.omissions.clear();
    }
    if is_out(&["projects"]) {
        dataset.projects.clear();
    }
    if is_out(&["sections", "mentions"]) {
        dataset.projects.iter_mut().for_each(|project| project.mentions.clear());
    }
    if is_out(&["places", "locations"]) {
        dataset.projects.iter_mut().for_each(|project| project.parts.clear());
    }
    if is_out(&["places"]) {
        dataset.places.clear();
    }
    if is_out(&["related"]) {
        dataset.projects.iter_mut().for_each(|project| project.related.clear());
    }
    if is_out(&["sections", "indicators", "figures", "projects", "tasks"]) {
        dataset.tasks.clear();
    }
    if is_out(&["sections", "remarks"]) {
        dataset.remarks.clear();
    }
    if is_out(&["sections", "indicators", "figures", "context"]) {
        dataset.context.clear();
    }
    dataset.synonyms.clear();
    dataset
}

#[test]
fn the_bundled_report_without_each_of_its_tables() {
    for table in TABLES {
        check(table, &prepared(without(table)));
    }
}
