//! Checks of the repository itself: what ARCHITECTURE.md promises, and that one fact stands in one place.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use plan_data::IndicatorFacet;
use plan_data::facet::Facet;
use plan_explorer::state::View;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: impl AsRef<Path>) -> String {
    let file = root().join(file);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Every Rust file under a folder of the project, with its text.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push((path.strip_prefix(root()).unwrap().to_owned(), read(&path)));
            }
        }
    }
    assert!(!found.is_empty(), "{folder}");
    found
}

/// The code of a file: without comments and without its unit tests.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .take_while(|line| !line.starts_with("#[cfg(test)]") && !line.starts_with("#[cfg(all(test"))
        .filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn web_sys_is_used_at_the_edge_only() {
    for (file, text) in sources("src") {
        let at_the_edge = file.starts_with("src/browser");
        assert!(at_the_edge || !code(&text).any(|line| line.contains("web_sys")), "{}", file.display());
    }
    for (file, text) in sources("crates/plan-review/src") {
        let at_the_edge = file.ends_with("browser.rs") || file.ends_with("start.rs");
        assert!(at_the_edge || !code(&text).any(|line| line.contains("web_sys")), "{}", file.display());
    }
    for krate in [
        "plan-bundle",
        "plan-data",
        "plan-chart",
        "plan-cli",
        "plan-documents",
        "plan-first",
        "plan-import",
        "plan-own",
        "plan-prerender",
        "plan-release",
        "plan-workbook",
    ] {
        let manifest = read(format!("crates/{krate}/Cargo.toml"));
        assert!(!manifest.contains("web-sys") && !manifest.contains("gloo"), "{krate}");
    }
}

#[test]
fn plan_data_knows_neither_yew_nor_charts() {
    let manifest = read("crates/plan-data/Cargo.toml");
    assert!(!manifest.contains("yew") && !manifest.contains("plotters"));
}

#[test]
fn every_word_of_the_interface_is_in_texts() {
    let is_chinese = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    for (file, text) in
        ["src", "crates/plan-chart/src", "crates/plan-prerender/src"].into_iter().flat_map(sources)
    {
        if file.starts_with("src/texts") {
            continue;
        }
        let worded: Vec<&str> = code(&text).filter(|line| line.contains(is_chinese)).collect();
        assert!(worded.is_empty(), "{}: {worded:?}", file.display());
    }
}

#[test]
fn no_style_depends_on_how_much_of_a_list_is_still_to_come() {
    for entry in fs::read_dir(root().join("static/styles")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        // A browser paints what it has of a page: such a selector holds for other elements then, and they move.
        for selector in ["nth-last-", "only-child", "only-of-type"] {
            assert!(!text.contains(selector), "{}: {selector}", path.display());
        }
    }
}

#[test]
fn colours_are_named_in_the_tokens_only() {
    for entry in fs::read_dir(root().join("static/styles")).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().is_some_and(|name| name == "tokens.css" || name == "tokens-print.css") {
            continue;
        }
        for (index, line) in read(&path).lines().enumerate() {
            // A pattern is named as url(#…).
            let line = line.replace("url(#", "url(");
            let colour =
                ["#", "rgb", "hsl", "oklch", "oklab", "color-mix("].iter().any(|sign| line.contains(sign));
            assert!(!colour, "{}:{}: {line}", path.display(), index + 1);
        }
    }
}

#[test]
fn no_component_has_a_style_of_its_own() {
    // The policy of content lets no attribute be one: what is computed is set through the element’s style (src/browser/).
    for (path, text) in sources("src") {
        if path.ends_with("src/snippet.rs") {
            // For the pages of others.
            continue;
        }
        for line in code(&text) {
            assert!(!line.contains(" style=") && !line.contains("{style}"), "{}: {line}", path.display());
        }
    }
}

#[test]
fn modules_say_what_they_are_for() {
    for folder in [
        "src",
        "crates/plan-data/src",
        "crates/plan-chart/src",
        "crates/plan-cli/src",
        "crates/plan-first/src",
        "crates/plan-bundle/src",
        "crates/plan-documents/src",
        "crates/plan-import/src",
        "crates/plan-own/src",
        "crates/plan-workbook/src",
        "crates/plan-prerender/src",
        "crates/plan-release/src",
        "crates/plan-review/src",
    ] {
        for (file, text) in sources(folder) {
            assert!(text.starts_with("//! "), "{} has no head comment", file.display());
        }
    }
}

#[test]
fn the_oldest_rust_stands_in_two_places_that_agree() {
    let oldest = |text: &str, before: &str| -> String {
        let line = text.lines().find_map(|line| line.strip_prefix(before));
        line.unwrap_or_else(|| panic!("no line begins {before:?}")).trim_matches('"').to_owned()
    };
    assert_eq!(
        oldest(&read("Cargo.toml"), "rust-version = "),
        oldest(&read("script/versions"), "RUST_AT_LEAST=")
    );
}

#[test]
fn the_template_says_nothing_itself() {
    let template = read("index.html");
    for place in ["{{lang}}", "{{head}}", "{{root}}", "{{page}}", "{{data}}"] {
        assert!(template.contains(place), "{place}");
    }
    // What the page is called and says comes of the report, in both languages.
    let body = template.split_once("<body>").and_then(|(_, rest)| rest.split_once("</body>")).unwrap().0;
    let left =
        ["{{page}}", "{{data}}"].into_iter().fold(body.to_owned(), |body, place| body.replace(place, ""));
    assert_eq!(left.trim(), "");
    assert!(!template.contains("<title>") && !template.contains("<noscript>"));
    assert!(!template.contains(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c)));
}

#[test]
fn old_browsers_can_read_the_first_script_and_that_of_other_pages() {
    // The first tells them that they cannot explore, and must not stop before it does; the other runs in pages that are not ours.
    let script = read("static/boot.js");
    let both = script.clone() + &read("static/embed.js");
    for line in both.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for modern in ["const ", "let ", "=>", "`", "?.", "??", "async ", "await ", "class ", "..."] {
            assert!(!line.contains(modern), "{modern:?} in {line}");
        }
    }
}

#[test]
fn the_boot_script_knows_the_pages_and_the_parameters_of_the_app() {
    let script = read("static/boot.js");
    for (word, view) in View::ALL {
        let name = view.file().trim_end_matches(".html");
        assert!(
            script.contains(&format!("|{name}|"))
                || script.contains(&format!("({name}|"))
                || script.contains(&format!("|{name})")),
            "{name}"
        );
        assert!(View::of_former(word) == Some(*view), "{word}");
    }
    for former in ["all", "overview", "findings"] {
        let page = View::of_former(former).unwrap().file().trim_end_matches(".html").to_owned();
        assert!(script.contains(&format!("{former}: \"{page}\"")), "{former}");
    }
    for facet in Facet::ALL.map(Facet::code).into_iter().chain(IndicatorFacet::ALL.map(IndicatorFacet::code))
    {
        assert!(script.contains(&format!("|{facet}|")) || script.contains(&format!("({facet}|")), "{facet}");
    }
}

#[test]
fn every_state_of_the_document_has_styles() {
    let styles = read("static/styles/page.css");
    for state in ["failed", "file", "outdated", "crashed"] {
        assert!(styles.contains(&format!("[data-state=\"{state}\"]")), "{state}");
        assert!(read("static/boot.js").contains(&format!("\"{state}\"")), "{state}");
    }
}

#[test]
fn listeners_of_the_app_end_with_it() {
    // After a panic, no event may reach the dead app: web_sys::EventTarget is used through browser/listen.rs.
    for (path, text) in sources("src") {
        if !path.ends_with("src/browser/listen.rs") && !path.ends_with("src/browser/swap.rs") {
            assert!(!code(&text).any(|line| line.contains("add_event_listener")), "{}", path.display());
        }
    }
}
