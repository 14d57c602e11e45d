//! Pages of no report in particular, for a publisher who has the release of another report and no tools to build it: they show the
//! report that the site names (`static/site.js`). They stand in the folder of what is for servers; copied over those of the build, they
//! take their place, and nothing of the report that was built is served any more (docs/publish.en.md).

use std::path::Path;

use plan_explorer::prerendered::{Neutral, NeutralProps};
use plan_explorer::published::OWN;
use plan_explorer::state::{Lang, View};
use plan_explorer::texts::Texts;
use yew::LocalServerRenderer;

use crate::assets::{Assets, read, without_comments, write_embed};
use crate::beside::write_file;
use crate::escape::Escaped;
use crate::imprint::imprint;
use crate::manifest;
use crate::own;
use crate::page::filled;
use crate::site::{Site, folder, to_root};
use crate::tokens::Tokens;
use crate::worker;

/// Their folder, in that of what is for servers.
pub const FOLDER: &str = "another-report";

/// Writes every file that differs with the report to the folder `out`: all pages in both languages, manifests, the script for the pages of
/// others, and what ends the worker. `source` has the scripts.
///
/// # Errors
/// The template lacks a place, or a file cannot be read or written.
pub async fn write(
    template: &str,
    assets: &Assets,
    (source, tokens): (&Path, &Tokens),
    out: &Path,
) -> anyhow::Result<()> {
    // Without a dataset of its own a page asks for that of the site. The worker would keep pages of the build.
    let assets = Assets { datasets: Vec::new(), worker: None, without: String::new(), ..assets.clone() };
    for (_, lang) in Lang::ALL {
        let folder = out.join(folder(*lang));
        for (_, view) in View::ALL {
            let page = page(template, &assets, *view, *lang).await?;
            write_file(&folder.join(view.file()), page.as_bytes())?;
        }
        let page = own::neutral_page(template, &assets, *lang).await?;
        write_file(&folder.join(OWN), page.as_bytes())?;
    }
    manifest::write_neutral(tokens, out)?;
    let off = without_comments(&read(&source.join("static/worker-off.js"))?);
    write_file(&out.join(worker::FILE), off.as_bytes())?;
    let name = |lang: Lang| Texts::of(lang).site().name.to_owned();
    write_embed(source, out, Lang::ALL.iter().map(|(word, lang)| (*word, name(*lang))))
}

async fn page(template: &str, assets: &Assets, view: View, lang: Lang) -> anyhow::Result<String> {
    let texts = Texts::of(lang);
    let words = texts.site();
    let props = NeutralProps { texts, file: view.file(), content: None };
    let body = LocalServerRenderer::<Neutral>::with_props(props).hydratable(false).render().await;
    let body = imprint(&Site::default(), lang, "") + &body;
    let head = format!(
        "<title>{}</title>\n<meta name=\"description\" content=\"{}\" />\n<link rel=\"canonical\" href=\"{}\" />\n{}",
        words.name,
        Escaped(words.description),
        view.file(),
        assets.head((view, lang), to_root(lang), "", false),
    );
    filled(template, [texts.tag, &head, to_root(lang), &body, ""])
}

#[cfg(test)]
mod tests {
    use std::fs;

    use plan_explorer::data::bundled;

    use super::*;
    use crate::inline::Inline;

    const TEMPLATE: &str = "<html lang=\"{{lang}}\"><head><meta charset=\"utf-8\" />{{head}}</head><body data-root=\"{{root}}\">{{page}}{{data}}</body></html>";

    #[test]
    fn they_say_nothing_of_the_report_that_the_build_is_of() {
        let out = tempfile::tempdir().unwrap();
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let assets = Assets {
            boot: "boot()".to_owned(),
            styles: "a{}".to_owned(),
            site: "site.js".to_owned(),
            datasets: vec!["dataset-zh.txt".to_owned(), "dataset-en.txt".to_owned()],
            worker: Some("sw.js"),
            without: "topics".to_owned(),
            ..Assets::default()
        };
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let tokens = Tokens::read(&source).unwrap();
        let writing = write(TEMPLATE, &assets, (&source, &tokens), out.path());
        tokio::task::LocalSet::new().block_on(&runtime, writing).unwrap();
        let report = bundled().unwrap();
        let about = &report.dataset.report;
        let files = crate::listing::listing(out.path()).unwrap();
        assert_eq!(files.len(), 2 * (View::ALL.len() + 2) + 2);
        let mut scripts = Inline::default();
        for file in files {
            let text = fs::read_to_string(out.path().join(&file.path)).unwrap();
            for name in [&about.district.zh, &about.short_title.zh, &about.title.en, &about.short_title.en] {
                assert!(!text.contains(name.as_str()), "{}: {name}", file.path);
            }
            if file.media.extension == "html" {
                scripts.add_page(&file.path, &text).unwrap();
            }
            let is_page = file.media.extension == "html" && !file.path.ends_with(OWN);
            let root = if file.path.starts_with("en/") { "../" } else { "" };
            assert_eq!(text.contains(&format!(" data-site=\"{root}site.js\"")), is_page, "{}", file.path);
            for of_build in ["data-dataset=", "sw.js", "data-without=", "dataset-zh"] {
                assert!(!text.contains(of_build), "{}: {of_build}", file.path);
            }
        }
        assert_eq!(scripts.scripts.len(), 1, "the boot script of all pages, and no other");
    }

    #[test]
    fn every_word_that_the_script_asks_for_is_there() {
        let script = include_str!("../../../static/site.js");
        let calls = |call: &str| -> Vec<&str> {
            script.split(call).skip(1).filter_map(|piece| Some(piece.split_once('"')?.0)).collect()
        };
        let asked = [calls("refuse(\""), calls("said(\"")].concat();
        let fields = script.split_once("CHECKS = {").unwrap().1.split_once("};").unwrap().0;
        let fields = fields.lines().filter_map(|line| Some(line.trim().split_once(':')?.0));
        let mut wanted: Vec<&str> = asked.into_iter().chain(fields).collect();
        wanted.sort_unstable();
        wanted.dedup();
        for (_, lang) in Lang::ALL {
            let reasons = Texts::of(*lang).site().reasons.iter();
            let mut there: Vec<&str> = reasons.map(|(name, _)| *name).collect();
            there.sort_unstable();
            assert_eq!(there, wanted);
        }
    }
}
