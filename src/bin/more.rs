//! The second program that the browser loads, when the reader first does something: charts, search, what is opened.

#[cfg(target_arch = "wasm32")]
fn main() {
    // An error that `main` returns is heard by nobody; one that is thrown, by who loads the module.
    if let Err(reason) = plan_explorer::browser::start_more() {
        wasm_bindgen::throw_str(&reason);
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: use `script/server`, or `trunk serve`.");
}
