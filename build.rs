//! Reads and checks the data package and bundles it: a package with a mistake stops the build with every mistake's
//! file, line, column and reason.

use std::path::Path;
use std::{env, fs};

/// The package that the app bundles, unless this variable names another folder.
const PACKAGE: &str = "data/weidong-2021";
const PACKAGE_VARIABLE: &str = "PLAN_EXPLORER_DATA";

fn main() {
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // wasm-bindgen reads from this section what the module may use; `strip` would drop it.
        println!("cargo::rustc-link-arg-bins=--keep-section=target_features");
    }
    println!("cargo::rerun-if-env-changed={PACKAGE_VARIABLE}");
    let package = env::var(PACKAGE_VARIABLE).unwrap_or_else(|_| PACKAGE.to_owned());
    println!("cargo::rerun-if-changed={package}");
    if let Err(reason) = bundle(Path::new(&package)) {
        for line in reason.lines() {
            println!("cargo::error={line}");
        }
    }
}

/// Writes the checked package as `dataset.json` for `src/data.rs` to include.
fn bundle(package: &Path) -> Result<(), String> {
    let dataset = plan_data::package::read(package).map_err(|problems| problems.to_string())?;
    let json = serde_json::to_string(&dataset).map_err(|error| error.to_string())?;
    let out = env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}"))?;
    let file = Path::new(&out).join("dataset.json");
    fs::write(&file, json).map_err(|error| format!("{}: {error}", file.display()))
}
