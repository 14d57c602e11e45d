//! What pages have in common that stand beside those of the app: the report's text, and a report of the reader's own.

use plan_explorer::published::folder;
use plan_explorer::state::Lang;
use plan_explorer::texts::Texts;

use crate::assets::Assets;
use crate::escape::Escaped;
use crate::imprint::imprint;
use crate::page::filled;
use crate::site::{Site, to_root};

/// Such a page.
pub(crate) struct StandingPage<'a> {
    /// Its file, the same in both languages.
    pub file: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// What stands on it, in one sentence.
    pub description: &'static str,
    /// What the site is of.
    pub subject: String,
    /// The languages of the site.
    pub languages: &'static [(&'static str, Lang)],
    /// Its own styles, after those of all pages.
    pub styles: &'a str,
    /// The file of its script, from the folder of the site.
    pub script: Option<&'a str>,
}

impl StandingPage<'_> {
    /// The page with that body, in the template of all pages.
    ///
    /// # Errors
    /// The template lacks a place.
    pub(crate) fn filled(
        &self,
        template: &str,
        assets: &Assets,
        site: &Site,
        texts: &Texts,
        body: &str,
    ) -> anyhow::Result<String> {
        let path = format!("{}{}", folder(texts.lang), self.file);
        let body = imprint(site, texts.lang, &path) + body;
        filled(template, [texts.tag, &self.head(assets, site, texts), to_root(texts.lang), &body, ""])
    }

    /// The elements of `<head>` that differ from page to page.
    fn head(&self, assets: &Assets, site: &Site, texts: &Texts) -> String {
        let root = to_root(texts.lang);
        let address = |lang: Lang| site.href(texts.lang, &format!("{}{}", folder(lang), self.file));
        let link = |kind: &str, lang: Lang| format!("<link {kind} href=\"{}\" />\n", Escaped(&address(lang)));
        let mut head = format!(
            "<title>{} · {}</title>\n<meta name=\"description\" content=\"{}\" />\n",
            self.name,
            Escaped(&self.subject),
            Escaped(self.description),
        );
        head += &link("rel=\"canonical\"", texts.lang);
        for (_, other) in self.languages.iter().filter(|_| self.languages.len() > 1) {
            head += &link(&format!("rel=\"alternate\" hreflang=\"{}\"", Texts::of(*other).tag), *other);
        }
        for style in [&*assets.styles, self.styles] {
            head += &["<style>", style, "</style>"].concat();
        }
        head += &assets.in_print(root);
        if let Some(script) = self.script {
            head += &["<script defer src=\"", root, script, "\"></script>"].concat();
        }
        head
    }
}
