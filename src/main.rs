//! The program that the browser loads.

#[cfg(target_arch = "wasm32")]
fn main() {
    plan_explorer::browser::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: use `script/server`, or `trunk serve`.");
}
