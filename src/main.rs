//! The program that the browser loads: it brings the prerendered page to life.

#[cfg(target_arch = "wasm32")]
fn main() -> Result<(), wasm_bindgen::JsValue> {
    plan_explorer::browser::start().map_err(|reason| reason.into())
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: use `script/server`, or `trunk serve`.");
}
