//! The page where a reader opens a report of their own, without the app: `static/own.js` has the report read by a worker and keeps it
//! in the browser. Every word that the script says is in the page.

use plan_data::package::chinese_table;
use plan_explorer::data::Prepared;
use plan_explorer::prerendered::{Neutral, NeutralProps, Standing, StandingProps};
use plan_explorer::published::{OWN, languages};
use plan_explorer::sections::SectionProps;
use plan_explorer::state::{Lang, Store};
use plan_explorer::texts::Texts;
use plan_import::Table;
use yew::{Html, LocalServerRenderer, html};

use crate::assets::Assets;
use crate::site::{Site, to_root};
use crate::standing::StandingPage;

/// The page in that language, in the template of all pages.
///
/// # Errors
/// The template lacks a place.
pub async fn page(
    template: &str,
    assets: &Assets,
    report: &Prepared,
    site: &Site,
    lang: Lang,
) -> anyhow::Result<String> {
    let texts = Texts::of(lang);
    let section = SectionProps::new(report, texts, Store::default());
    let content = content(texts, assets);
    let page = standing(texts, assets, texts.subject(&report.dataset), languages(&report.dataset));
    let props = StandingProps { section, file: OWN, content };
    let body = LocalServerRenderer::<Standing>::with_props(props).hydratable(false).render().await;
    page.filled(template, assets, site, texts, &body)
}

/// The same on a site of no report in particular.
///
/// # Errors
/// The template lacks a place.
pub async fn neutral_page(template: &str, assets: &Assets, lang: Lang) -> anyhow::Result<String> {
    let texts = Texts::of(lang);
    let page = standing(texts, assets, texts.site().name.to_owned(), Lang::ALL);
    let props = NeutralProps { texts, file: OWN, content: Some(content(texts, assets)) };
    let body = LocalServerRenderer::<Neutral>::with_props(props).hydratable(false).render().await;
    page.filled(template, assets, &Site::default(), texts, &body)
}

fn standing<'a>(
    texts: &Texts,
    assets: &'a Assets,
    subject: String,
    languages: &'static [(&'static str, Lang)],
) -> StandingPage<'a> {
    let words = texts.own();
    StandingPage {
        file: OWN,
        name: words.name,
        description: words.description,
        subject,
        languages,
        styles: &assets.own.styles,
        script: Some(&assets.own.script),
    }
}

fn content(texts: &Texts, assets: &Assets) -> Html {
    let words = texts.own();
    let root = to_root(texts.lang);
    let own = &assets.own;
    let file = |name: &str| format!("{root}{name}");
    let form = html! {
        <form id="own-form" class="own-form" hidden=true>
            <div id="own-drop" class="own-drop">
                <label for="own-file">{ words.file }</label>
                <input type="file" id="own-file" accept=".docx,.pdf,.xlsx,.txt,.md,.markdown,.htm,.html,text/*" aria-describedby="own-kinds" />
                <p id="own-kinds">{ words.kinds }</p>
                <p>{ words.drop }</p>
            </div>
            <div class="own-paste">
                <label for="own-text">{ words.paste }</label>
                <textarea id="own-text" rows="7" spellcheck="false" autocomplete="off" lang="zh-CN" />
                <button>{ words.read }</button>
            </div>
        </form>
    };
    let progress = html! {
        <div id="own-progress" class="own-progress" hidden=true>
            <p id="own-step"></p>
            <progress id="own-bar" max="1" aria-labelledby="own-step"></progress>
            <button type="button" id="own-cancel">{ words.cancel }</button>
        </div>
    };
    html! {
        <article
            id="own"
            class="own-page"
            data-lang={texts.lang.word()}
            data-worker={file(&own.worker)}
            data-script={file(&own.loader)}
            data-module={file(&own.module)}
            data-size={own.size.to_string()}
            data-review={file(&own.review[0])}
            data-review-module={file(&own.review[1])}
        >
            <p class="eyebrow">{ words.eyebrow }</p>
            <h1>{ words.name }</h1>
            <ul class="own-about">{ for words.about.map(|sentence| html! { <li>{ sentence }</li> }) }</ul>
            // Hidden by the script, which a browser without scripts, or an old one, does not run.
            <p id="own-needs" class="message">{ words.needs }</p>
            { form }
            { progress }
            <p id="own-told" class="visually-hidden" role="status"></p>
            <p id="own-error" class="message" role="alert" hidden=true></p>
            { result(texts) }
            <section class="own-kept" aria-labelledby="own-kept-heading">
                <h2 id="own-kept-heading" tabindex="-1">{ words.kept }</h2>
                <p id="own-none" class="own-note">{ words.none_kept }</p>
                <ul id="own-list"></ul>
                <p id="own-total" class="own-note"></p>
            </section>
            <template id="own-words">
                { for words.told.iter().map(|(name, text)| word(name, text)) }
                { for Table::ALL.into_iter().map(|(name, _)| word(&format!("table-{name}"), table(texts, name))) }
                { for ["zip", "xlsx", "delete"].into_iter().zip([words.zip, words.xlsx, words.delete]).map(|(name, text)| word(name, text)) }
            </template>
        </article>
    }
}

/// What was read, once it was.
fn result(texts: &Texts) -> Html {
    let words = texts.own();
    let [table, sure, should, must] = words.count_columns;
    html! {
        <section id="own-result" class="own-result" aria-labelledby="own-title" hidden=true>
            <h2 id="own-title" tabindex="-1"></h2>
            <p id="own-where" class="own-note"></p>
            <p id="own-incomplete" class="message">{ told(texts, "incomplete") }</p>
            <p class="own-ways">
                <a id="own-open" class="button strong" href="./">{ words.explore }</a>
                <button type="button" id="own-zip">{ words.zip }</button>
                <button type="button" id="own-xlsx">{ words.xlsx }</button>
                <button type="button" id="own-site">{ words.site }</button>
                <button type="button" id="own-delete" class="quiet">{ words.delete }</button>
            </p>
            <form id="own-facts" class="own-facts">
                <h3>{ words.facts }</h3>
                <p class="own-note">{ words.facts_about }</p>
                { for words.fact.map(|[key, id, name, example]| html! {
                    <label class={(id == "title").then_some("wide")}>
                        { name }
                        <input name={key} data-key={id} placeholder={example} autocomplete="off" lang="zh-CN" />
                    </label>
                }) }
                <button>{ words.keep }</button>
            </form>
            <h3 id="own-counts-heading">{ words.counts }</h3>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="own-counts-heading">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ table }</th>
                            { for [sure, should, must].map(|name| html! { <th scope="col" class="number">{ name }</th> }) }
                        </tr>
                    </thead>
                    <tbody id="own-counts"></tbody>
                </table>
            </div>
            <details id="own-problems-part">
                <summary>{ words.problems }{ " " }<strong id="own-left"></strong></summary>
                <p class="own-note">{ words.problems_about }</p>
                <ul id="own-problems" class="own-lines"></ul>
            </details>
            // What was read, row by row, beside the text: crates/plan-review.
            <h3>{ words.look }</h3>
            <div id="review"></div>
        </section>
    }
}

fn told(texts: &Texts, name: &str) -> &'static str {
    texts.own().told.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text)
}

/// A word of the script.
fn word(name: &str, text: &str) -> Html {
    html! { <p data-word={name.to_owned()}>{ text.to_owned() }</p> }
}

/// What a table is called.
fn table(texts: &Texts, name: &'static str) -> &'static str {
    match texts.lang {
        _ if Table::Report.name() == name => texts.own().report,
        Lang::Zh => chinese_table(name),
        Lang::En => (texts.publish().package_table)(name).unwrap_or(name),
    }
}

#[cfg(test)]
mod tests {
    use plan_explorer::data::bundled;
    use scraper::{Html as Parsed, Selector};

    use super::*;
    use crate::assets::Own;
    use crate::inline::Inline;

    const TEMPLATE: &str = "<html lang=\"{{lang}}\"><head><meta charset=\"utf-8\" />{{head}}</head><body data-root=\"{{root}}\">{{page}}{{data}}</body></html>";

    fn rendered(lang: Lang) -> String {
        let own = Own {
            styles: "a{}".to_owned(),
            script: "own.js".to_owned(),
            worker: "own-worker.js".to_owned(),
            loader: "plan-own.js".to_owned(),
            module: "plan-own.wasm".to_owned(),
            size: 12,
            ..Own::default()
        };
        let assets = Assets { own, ..Assets::default() };
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let (report, site) = (bundled().unwrap(), Site::default());
        let page = page(TEMPLATE, &assets, &report, &site, lang);
        tokio::task::LocalSet::new().block_on(&runtime, page).unwrap()
    }

    #[test]
    fn every_element_and_word_that_the_script_asks_for_is_there() {
        let script = include_str!("../../../static/own.js");
        let between = |before: &str| -> Vec<String> {
            let pieces = script.split(before).skip(1);
            pieces.filter_map(|piece| Some(piece.split_once('"')?.0.to_owned())).collect()
        };
        for (_, lang) in Lang::ALL {
            let page = rendered(*lang);
            let parsed = Parsed::parse_document(&page);
            let has = |selector: &str| page.contains(selector);
            for name in between("part(\"") {
                assert!(has(&format!("id=\"own-{name}\"")), "{name}");
            }
            for name in between("said(\"") {
                assert!(has(&format!("data-word=\"{name}\"")), "{name}");
            }
            for (name, _) in Table::ALL {
                assert!(has(&format!("data-word=\"table-{name}\"")), "{name}");
            }
            for selector in ["#review", "#own[data-size=\"12\"]", "nav[aria-label]", "footer", "a[hreflang]"]
            {
                assert!(parsed.select(&Selector::parse(selector).unwrap()).next().is_some(), "{selector}");
            }
        }
    }

    #[test]
    fn the_page_is_the_same_for_every_policy_and_names_its_files_from_its_folder() {
        for (_, lang) in Lang::ALL {
            let page = rendered(*lang);
            let mut inline = Inline::default();
            inline.add_page("own.html", &page).unwrap();
            assert_eq!(inline.scripts.len(), 0, "scripts are files");
            let root = to_root(*lang);
            for file in ["own-worker.js", "plan-own.js", "plan-own.wasm", "own.js"] {
                assert!(page.contains(&format!("=\"{root}{file}\"")), "{file}");
            }
        }
    }
}
