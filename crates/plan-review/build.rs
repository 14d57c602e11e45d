//! Has the linker keep the section of the module that wasm-bindgen reads.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // The names of the features that the module uses; `strip` (Cargo.toml of the workspace) would drop them.
        println!("cargo::rustc-link-arg-bins=--keep-section=target_features");
    }
}
