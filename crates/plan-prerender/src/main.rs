//! The last step of a build: Trunk says by environment variables where the page stands.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::Context;
use plan_explorer::data::bundled;
use plan_explorer::published::{OWN, TEXT, languages};
use plan_explorer::state::{Lang, View};
use plan_explorer::texts::Texts;
use plan_prerender::alike;
use plan_prerender::ancestors::Ancestors;
use plan_prerender::assets::{Assets, write_embed};
use plan_prerender::beside::{self, Beside, write_file};
use plan_prerender::compress::compress;
use plan_prerender::draft;
use plan_prerender::icons;
use plan_prerender::listing::SERVER;
use plan_prerender::manifest;
use plan_prerender::neutral;
use plan_prerender::own;
use plan_prerender::package;
use plan_prerender::page::page;
use plan_prerender::picture::Of;
use plan_prerender::policy::Policy;
use plan_prerender::report;
use plan_prerender::servers;
use plan_prerender::shared::shared_page;
use plan_prerender::site::{Address, Site, folder};
use plan_prerender::template::without_comments;
use plan_prerender::tokens::Tokens;
use plan_prerender::worker;

fn main() -> anyhow::Result<()> {
    let variable = |name: &str| {
        env::var_os(name)
            .map(PathBuf::from)
            .with_context(|| format!("{name} is not set: Trunk runs this, see Trunk.toml"))
    };
    let (source, out) = (variable("TRUNK_SOURCE_DIR")?, variable("TRUNK_STAGING_DIR")?);
    let ancestors = Ancestors::from_environment()?;
    let package = package::from_environment(&source)?;
    let profile = env::var("TRUNK_PROFILE").unwrap_or_default();
    if plan_sheets::is_draft(env::var_os(plan_sheets::DRAFT).as_deref(), &profile)
        && let Some(mistakes) = draft::mistakes(&package)
    {
        return write_mistakes(&out, &mistakes);
    }
    let mut report = bundled().map_err(anyhow::Error::msg)?;
    let text = report::from_environment(&source, &report.dataset)?;
    report.has_text = text.is_some();
    let index = out.join("index.html");
    let template = fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    let template = without_comments(&template);
    // While one develops, nothing stands between the browser and what was just built.
    let is_release = profile == "release";
    let mut assets = Assets::write(&source, &out, &report, is_release)?;
    assets.worker = is_release.then_some(worker::FILE);
    let languages = languages(&report.dataset);
    let title = |lang: Lang| Texts::of(lang).title(&report.dataset.report);
    write_embed(&source, &out, languages.iter().map(|(word, lang)| (*word, title(*lang))))?;
    icons::write(&source, &out)?;
    let tokens = Tokens::read(&source)?;
    manifest::write(&report, &tokens, &out)?;
    let Beside { site, warnings, .. } = beside::write(&report, &package, &out, Address::from_environment()?)?;
    for warning in warnings {
        eprintln!("prerender: links to a page will have no picture. {warning}");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    for (view, (_, lang)) in
        report.pages.iter().flat_map(|view| languages.iter().map(move |lang| (view, lang)))
    {
        let rendered = tokio::task::LocalSet::new()
            .block_on(&runtime, page(&template, &assets, &report, &site, (*view, *lang)))?;
        let folder = out.join(folder(*lang));
        fs::create_dir_all(&folder)
            .and_then(|()| fs::write(folder.join(view.file()), rendered))
            .context("cannot write the page")?;
    }
    for (text, (_, lang)) in text.iter().flat_map(|text| languages.iter().map(move |lang| (text, lang))) {
        let rendered = tokio::task::LocalSet::new()
            .block_on(&runtime, report::page(&template, &assets, text, &report, &site, *lang))?;
        let path = out.join(folder(*lang)).join(TEXT);
        fs::write(&path, rendered).with_context(|| format!("cannot write {}", path.display()))?;
    }
    for (_, lang) in languages {
        let rendered = tokio::task::LocalSet::new()
            .block_on(&runtime, own::page(&template, &assets, &report, &site, *lang))?;
        write_file(&out.join(folder(*lang)).join(OWN), rendered.as_bytes())?;
    }
    for (one, (_, lang)) in
        report.dataset.indicators.iter().flat_map(|one| languages.iter().map(move |lang| (one, lang)))
    {
        let page = shared_page(&report, one, *lang, &site);
        write_file(&out.join(Site::page(Of::Indicator(one), *lang)), page.as_bytes())?;
    }
    let neutral = out.join(SERVER).join(neutral::FOLDER);
    tokio::task::LocalSet::new()
        .block_on(&runtime, neutral::write(&template, &assets, (&source, &tokens), &neutral))?;
    // `trunk serve` puts a script of its own into the pages of other builds, which their policy would not know.
    let policy = Policy::of_build(&out)?;
    if is_release {
        policy.declare(&out)?;
        policy.declare(&neutral)?;
        // Of the pages as they are published.
        alike::write(&report, &out)?;
        worker::write(&source, &out)?;
    }
    servers::write(&out, &servers::headers(&policy, &ancestors))?;
    if is_release {
        compress(&out)?;
        compress(&neutral)?;
    }
    Ok(())
}

/// Writes the mistakes of a package in place of all pages.
fn write_mistakes(out: &Path, mistakes: &[String]) -> anyhow::Result<()> {
    let template = fs::read_to_string(out.join("index.html")).context("cannot read index.html")?;
    for ((_, view), (_, lang)) in
        View::ALL.iter().flat_map(|view| Lang::ALL.iter().map(move |lang| (view, lang)))
    {
        let page = draft::page(&template, mistakes, *lang)?;
        write_file(&out.join(folder(*lang)).join(view.file()), page.as_bytes())?;
    }
    Ok(())
}
