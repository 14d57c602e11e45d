//! The second program that the browser loads, when the reader first does something: charts, search, what is opened.

#[cfg(target_arch = "wasm32")]
fn main() -> Result<(), wasm_bindgen::JsValue> {
    plan_explorer::browser::start_more().map_err(|reason| reason.into())
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: use `script/server`, or `trunk serve`.");
}
