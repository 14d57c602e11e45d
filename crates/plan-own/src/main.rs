//! The module that static/own-worker.js loads: the exports of the library. Trunk builds programs only.
// A `main` would bring the standard library's start-up code with it.
#![cfg_attr(target_arch = "wasm32", no_main)]

use plan_own as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: use `script/server`, or `trunk serve`.");
}
