//! The pages in both languages, from the template that Trunk has processed.

use plan_explorer::data::{DATASET, Prepared, carried};
use plan_explorer::page::Page;
use plan_explorer::sections::SectionProps;
use plan_explorer::state::{Lang, Store};
use plan_explorer::texts::Texts;
use yew::LocalServerRenderer;

use crate::assets::Assets;
use crate::site::to_root;
use crate::template::fill;

/// What the template has in place of what differs between pages.
const PLACES: [&str; 5] = ["{{lang}}", "{{head}}", "{{root}}", "{{page}}", "{{data}}"];

/// The page in that language.
///
/// # Errors
/// Where the template lacks a place for something.
pub async fn page(
    template: &str,
    head: &str,
    assets: &Assets,
    report: &Prepared,
    lang: Lang,
) -> anyhow::Result<String> {
    let texts = Texts::of(lang);
    let root = to_root(lang);
    let section = SectionProps::new(report, texts, Store::default());
    let body = LocalServerRenderer::<Page>::with_props(section).render().await;
    let head = format!("{head}{}", assets.head(root));
    let mut data = String::new();
    for (id, text) in carried().into_iter().filter(|(id, _)| *id != DATASET) {
        anyhow::ensure!(!text.contains('<'), "the text of #{id} has a “<”, which would end its element");
        // Not run by any browser, and so not by any policy of content either.
        for piece in ["<script type=\"text/plain\" id=\"", id, "\">", &text, "</script>"] {
            data += piece;
        }
    }
    let contents = [texts.tag, &head, root, &body, &data].map(str::to_owned);
    fill("index.html", template, &PLACES.map(str::to_owned).into_iter().zip(contents).collect::<Vec<_>>())
}
