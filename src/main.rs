//! The program that the browser loads.

#[cfg(target_arch = "wasm32")]
fn main() {
    // An error that `main` returns is lost; one that is thrown reaches the boot script.
    if let Err(reason) = plan_explorer::browser::start() {
        wasm_bindgen::throw_str(&reason);
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: use `script/server`, or `trunk serve`.");
}
