//! Reads and checks the data package and bundles it: a package with a mistake stops the build with every mistake's
//! file, line, column and reason. Writes how its characters are read, for the search, and the styles of charts for files that stand alone.

use std::path::Path;
use std::{env, fs};

use plan_bundle::Bundled;
use plan_data::Dataset;

/// The package that the app bundles, unless this variable names another, a folder or a workbook.
const PACKAGE: &str = "data/weidong-2021";
const PACKAGE_VARIABLE: &str = "PLAN_DATA";

fn main() {
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // wasm-bindgen reads from this section what the module may use; `strip` would drop it.
        println!("cargo::rustc-link-arg-bins=--keep-section=target_features");
    }
    for variable in [PACKAGE_VARIABLE, plan_sheets::DRAFT] {
        println!("cargo::rerun-if-env-changed={variable}");
    }
    let package = plan_sheets::named(env::var_os(PACKAGE_VARIABLE).as_deref(), Path::new(""), PACKAGE);
    if let Ok(package) = &package {
        println!("cargo::rerun-if-changed={}", package.display());
    }
    for file in [TOKENS, DRAWING] {
        println!("cargo::rerun-if-changed={file}");
    }
    let checked = package.map(|package| plan_sheets::check(&package));
    for warning in checked.iter().flat_map(|checked| checked.warnings.iter()) {
        println!("cargo::warning={warning}");
    }
    let written = checked.and_then(|checked| match checked.package {
        Ok(package) => bundle_all(&package.dataset),
        Err(problems) if is_draft() => write_none(&problems.to_string()),
        Err(problems) => Err(problems.to_string()),
    });
    for written in [written, write_style()] {
        if let Err(reason) = written {
            for line in reason.lines() {
                println!("cargo::error={line}");
            }
        }
    }
}

/// Whether the package is being worked on: then the pages say what is wrong with it (crates/plan-prerender/src/draft.rs).
fn is_draft() -> bool {
    let profile = env::var("PROFILE").unwrap_or_default();
    plan_sheets::is_draft(env::var_os(plan_sheets::DRAFT).as_deref(), &profile)
}

/// Bundles nothing, since the package has mistakes: what is built of it is never loaded.
fn write_none(problems: &str) -> Result<(), String> {
    for line in problems.lines() {
        println!("cargo::warning={line}");
    }
    BUNDLE.into_iter().try_for_each(|name| write(name, ""))
}

/// The files that are written of a package, for `src/data.rs` to include.
const BUNDLE: [&str; 3] = ["dataset.txt", "dataset-pinyin.txt", "rows-pinyin.txt"];

const TOKENS: &str = "static/styles/tokens.css";
const DRAWING: &str = "static/styles/drawing.css";

/// Writes the styles of drawings as `drawing.css` for `src/style.rs` to include: with the light theme's values in place of
/// variables, which programs that open SVG files do not know, and without comments.
fn write_style() -> Result<(), String> {
    let read = |file: &str| fs::read_to_string(file).map_err(|error| format!("{file}: {error}"));
    let tokens = read(TOKENS)?;
    // The first block of the file has every token; those that follow change some of them for other themes.
    let first = tokens.split_once('{').and_then(|(_, rest)| rest.split_once('}')).map(|(block, _)| block);
    let tokens: Vec<(&str, &str)> = first
        .unwrap_or_default()
        .split(';')
        .filter_map(|declaration| declaration.rsplit_once("--").and_then(|(_, pair)| pair.split_once(':')))
        .map(|(name, value)| (name.trim(), value.trim()))
        .collect();
    let mut style = read(DRAWING)?;
    while let Some((before, rest)) = style.split_once("/*") {
        let (_, after) = rest.split_once("*/").ok_or(format!("{DRAWING}: a comment does not end"))?;
        style = format!("{}{}", before.trim_end(), after);
    }
    while let Some((before, rest)) = style.split_once("var(--") {
        let (name, after) = rest.split_once(')').ok_or(format!("{DRAWING}: a var( does not end"))?;
        let token = tokens.iter().find(|(token, _)| *token == name);
        let (_, value) = token.ok_or(format!("{DRAWING}: --{name} is not in {TOKENS}"))?;
        style = format!("{before}{value}{after}");
    }
    let lines: Vec<&str> = style.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    write("drawing.css", &lines.join("\n"))
}

/// Writes the checked package with what follows from it as `dataset.txt` for `src/data.rs` to include; beside it, how its
/// characters are read, and how those of the rows of projects are.
fn bundle_all(dataset: &Dataset) -> Result<(), String> {
    let Bundled { dataset, readings, row_readings } = plan_bundle::bundle(dataset);
    BUNDLE.into_iter().zip([dataset, readings, row_readings]).try_for_each(|(name, text)| write(name, &text))
}

fn write(name: &str, text: &str) -> Result<(), String> {
    let out = env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}"))?;
    let file = Path::new(&out).join(name);
    fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))
}
