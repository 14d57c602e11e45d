//! A report that the reader has opened, in the app: what is said of it, and what of the published one is not there.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]

use plan_explorer::data::{Own, Prepared, bundled};
use plan_explorer::prerendered::Prerendered;
use plan_explorer::sections::SectionProps;
use plan_explorer::state::{Lang, State, Store, UrlState, View};
use plan_explorer::texts::Texts;
use scraper::{Html, Selector};
use yew::LocalServerRenderer;

const ID: &str = "0123456789abcdef";

/// The page at an address of the report with that mark.
fn rendered(own: Option<Own>, lang: Lang, view: View) -> Html {
    let mut dataset = (*bundled().unwrap().dataset).clone();
    // As reports that are opened are: without English.
    dataset.report.title.en.clone_from(&dataset.report.title.zh);
    let report = Prepared { own, dataset: dataset.into(), ..bundled().unwrap() };
    let url = UrlState::parse(view, &format!("own={ID}&v=3")).0;
    let store = Store::new(State::of_address(url, Vec::new()));
    let section = SectionProps::new(&report, Texts::of(lang), store);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let renderer = LocalServerRenderer::<Prerendered>::with_props(section).hydratable(false);
    Html::parse_fragment(&tokio::task::LocalSet::new().block_on(&runtime, renderer.render()))
}

fn own(has_other_language: bool) -> Own {
    Own { id: ID.to_owned(), has_other_language }
}

fn count(page: &Html, selector: &str) -> usize {
    page.select(&Selector::parse(selector).unwrap()).count()
}

#[test]
fn every_page_of_such_a_report_says_so_and_leads_to_where_it_is_kept_and_to_the_published_one() {
    for (_, view) in View::ALL {
        for (_, lang) in Lang::ALL {
            let page = rendered(Some(own(true)), *lang, *view);
            assert_eq!(count(&page, "aside[aria-label] > p > strong"), 1, "{view:?}");
            assert_eq!(count(&page, &format!("aside a[href='own.html?own={ID}']")), 1, "{view:?}");
            assert_eq!(count(&page, "aside a[data-published]"), 1, "{view:?}");
        }
    }
}

#[test]
fn the_published_report_says_nothing_of_that_and_leads_to_the_page_where_one_is_opened() {
    for (_, lang) in Lang::ALL {
        let page = rendered(None, *lang, View::Data);
        assert_eq!(count(&page, "aside"), 0);
        assert_eq!(count(&page, "main a[href='own.html']"), 1);
        assert_ne!(count(&page, "main a[href*='data/']"), 0);
    }
}

#[test]
fn no_file_of_the_published_report_is_offered_for_it() {
    for (_, lang) in Lang::ALL {
        let page = rendered(Some(own(true)), *lang, View::Data);
        assert_eq!(count(&page, "main a[href^='data/'], main a[href*='/data/']"), 0);
        assert_eq!(count(&page, &format!("main a[href='own.html?own={ID}']")), 1);
    }
}

#[test]
fn the_other_language_is_that_of_the_site_whatever_the_report_is_in() {
    assert_eq!(count(&rendered(Some(own(true)), Lang::Zh, View::Tasks), "header a[hreflang]"), 1);
    assert_eq!(count(&rendered(Some(own(false)), Lang::Zh, View::Tasks), "header a[hreflang]"), 0);
    assert_eq!(count(&rendered(None, Lang::Zh, View::Tasks), "header a[hreflang]"), 0);
}
