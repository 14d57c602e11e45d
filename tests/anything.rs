//! Whatever stands in an address, a page is shown, and its address leads to the same page again.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use plan_explorer::data::bundled;
use plan_explorer::state::{State, UrlState, View, restore};
use plan_fuzz::{damaged, of_pieces, run};
use proptest::prelude::*;

/// Names and values of addresses, of all versions, and what stands between and around them.
static PIECES: [&str; 48] = [
    "&",
    "&",
    "&",
    "=",
    "=",
    "#",
    "?",
    "%",
    "%2",
    "%e5%8d",
    "%E5%8D%AB",
    "+",
    ",",
    ".",
    "-",
    "~",
    "\u{0}",
    "😀",
    "view",
    "projects",
    "indicators",
    "all",
    "q",
    "list",
    "stage",
    "year",
    "sector",
    "work",
    "place",
    "order",
    "by",
    "group",
    "kind",
    "target",
    "state",
    "sort",
    "as",
    "section",
    "item",
    "p08",
    "gdp-growth",
    "own",
    "0123456789abcdef",
    "embed",
    "1",
    "lang",
    "v",
    "3",
];

#[test]
fn addresses() {
    let report = bundled().unwrap();
    let known = [
        "view=projects&q=%E8%B7%AF&stage=building&item=p08&v=2",
        "q=x&list=a&stage=b&year=2021&sector=c&work=d&place=e&order=f&by=g&v=3",
        "group=a&kind=b&target=c&state=below&sort=change&as=table&item=pm25&embed=1&theme=dark&large=1&v=3",
        "section=2.3&measure=rate&unit=%25&about=x&own=0123456789abcdef&utm_source=y",
    ];
    let known = known.map(|known| known.as_bytes().to_vec()).to_vec();
    let inputs = prop_oneof![of_pieces(&PIECES, 30), damaged(known)];
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/found/address");
    run(&found, inputs, |bytes| {
        let query = String::from_utf8_lossy(bytes);
        for (_, view) in View::ALL {
            let (url, notices) = restore(*view, &query, &report.dataset, &report.pages);
            let (again, more) = UrlState::parse(url.view, &url.format());
            if again != url || !more.is_empty() {
                return Err(format!("{} is read as {again:?} with {more:?}, expected {url:?}", url.format()));
            }
            drop(State::of_address(url, notices));
        }
        Ok(())
    });
}
