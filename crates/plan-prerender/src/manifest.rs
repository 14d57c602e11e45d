//! What browsers need to know of the page to install it: a manifest in each language, beside the page in that language, so that
//! every address in it is the same from both.
//!
//! There is no `id` in it: without one, the address of the page is what it is told apart by. One that is written is taken from
//! the root of the origin, and of two copies in two folders of a server only one could be installed.

use std::path::Path;

use plan_explorer::data::Prepared;
use plan_explorer::published::languages;
use plan_explorer::state::Lang;
use plan_explorer::texts::Texts;
use serde_json::{Value, json};

use crate::beside::write_file;
use crate::head::description;
use crate::icons::ICONS;
use crate::site::{folder, to_root};
use crate::tokens::Tokens;

/// The name of the file, beside each page.
pub const FILE: &str = "manifest.webmanifest";

/// Writes the manifests into the folder of the build.
///
/// # Errors
/// A file cannot be written.
pub fn write(report: &Prepared, tokens: &Tokens, out: &Path) -> anyhow::Result<()> {
    for (_, lang) in languages(&report.dataset) {
        write_in(*lang, &manifest(&Names::of(report, *lang), *lang, tokens), out)?;
    }
    Ok(())
}

/// The same for a site of no report in particular.
///
/// # Errors
/// A file cannot be written.
pub fn write_neutral(tokens: &Tokens, out: &Path) -> anyhow::Result<()> {
    for (_, lang) in Lang::ALL {
        let words = Texts::of(*lang).site();
        let [name, short, description] = [words.name, words.short_name, words.description].map(str::to_owned);
        write_in(*lang, &manifest(&Names { name, short, description }, *lang, tokens), out)?;
    }
    Ok(())
}

fn write_in(lang: Lang, manifest: &Value, out: &Path) -> anyhow::Result<()> {
    Ok(write_file(&out.join(folder(lang)).join(FILE), format!("{manifest:#}\n").as_bytes())?)
}

/// What the site is called.
struct Names {
    name: String,
    short: String,
    description: String,
}

impl Names {
    fn of(report: &Prepared, lang: Lang) -> Self {
        let texts = Texts::of(lang);
        let about = &report.dataset.report;
        let year = report.dataset.planned_for().unwrap_or(about.actual_year);
        Self {
            name: texts.title(about),
            short: (texts.publish().short_name)(year),
            description: description(report, texts),
        }
    }
}

fn manifest(names: &Names, lang: Lang, tokens: &Tokens) -> Value {
    let texts = Texts::of(lang);
    let Names { name, short, description } = names;
    let root = to_root(lang);
    let icons = ICONS.map(|icon| {
        json!({
            "src": format!("{root}{}", icon.path),
            "sizes": format!("{0}x{0}", icon.size),
            "type": "image/png",
            "purpose": if icon.is_maskable { "maskable" } else { "any" },
        })
    });
    json!({
        "name": name,
        "short_name": short,
        "description": description,
        "lang": texts.tag,
        "dir": "ltr",
        "start_url": "./",
        // Both languages are one site: the way from one to the other does not leave it.
        "scope": if root.is_empty() { "./" } else { root },
        "display": "standalone",
        "theme_color": tokens.paper,
        "background_color": tokens.paper,
        "icons": icons,
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use plan_explorer::data::bundled;

    use super::*;
    use crate::hostile::hostile;
    use crate::icons;

    fn project() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    #[test]
    fn each_language_has_its_own_and_its_icons_are_there() {
        let (report, out) = (bundled().unwrap(), tempfile::tempdir().unwrap());
        let tokens = Tokens::read(&project()).unwrap();
        icons::write(&project(), out.path()).unwrap();
        write(&report, &tokens, out.path()).unwrap();
        let mut names = Vec::new();
        for (_, lang) in Lang::ALL {
            let beside = out.path().join(folder(*lang));
            let manifest: Value = serde_json::from_slice(&fs::read(beside.join(FILE)).unwrap()).unwrap();
            assert_eq!(manifest["lang"], Texts::of(*lang).tag);
            assert_eq!(manifest["theme_color"], tokens.paper.as_str());
            assert_eq!(manifest["background_color"], tokens.paper.as_str());
            for icon in manifest["icons"].as_array().unwrap() {
                assert!(beside.join(icon["src"].as_str().unwrap()).exists(), "{icon}");
            }
            assert!(manifest["description"].as_str().unwrap().contains("82"), "{manifest}");
            assert!(manifest["short_name"].as_str().unwrap().chars().count() <= 12, "{manifest}");
            // From either page the scope is the folder of the site.
            let scope = beside.join(manifest["scope"].as_str().unwrap()).canonicalize().unwrap();
            assert_eq!(scope, out.path().canonicalize().unwrap());
            names.push(manifest["name"].clone());
        }
        assert_ne!(names[0], names[1]);
    }

    #[test]
    fn words_stay_words() {
        let tokens = Tokens::read(&project()).unwrap();
        let report = hostile();
        let manifest = manifest(&Names::of(&report, Lang::En), Lang::En, &tokens);
        let read: Value = serde_json::from_str(&manifest.to_string()).unwrap();
        assert_eq!(read, manifest);
        assert_eq!(read["name"], Texts::of(Lang::En).title(&report.dataset.report));
    }
}
