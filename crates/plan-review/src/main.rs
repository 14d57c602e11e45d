//! The module that own.html loads: the exports of the library. Trunk builds programs only.
#![cfg_attr(target_arch = "wasm32", no_main)]

use plan_review as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: use `script/server`, or `trunk serve`.");
}
