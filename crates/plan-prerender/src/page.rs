//! The pages in both languages, from the template that Trunk has processed.

use plan_explorer::components::WHOLE_UP_TO;
use plan_explorer::data::{Prepared, ROW_READINGS};
use plan_explorer::items::{home, ids};
use plan_explorer::prerendered::Prerendered;
use plan_explorer::sections::SectionProps;
use plan_explorer::state::{Lang, State, Store, UrlState, View};
use plan_explorer::texts::Texts;
use yew::LocalServerRenderer;

use crate::assets::Assets;
use crate::chinese::marked;
use crate::head::head;
use crate::imprint::imprint;
use crate::picture::Of;
use crate::site::{Site, to_root};
use crate::template::fill;

/// What the template has in place of what differs between pages.
const PLACES: [&str; 5] = ["{{lang}}", "{{head}}", "{{root}}", "{{page}}", "{{data}}"];

/// The page `view` in that language.
///
/// # Errors
/// Where the template lacks a place for something.
pub async fn page(
    template: &str,
    assets: &Assets,
    report: &Prepared,
    site: &Site,
    (view, lang): (View, Lang),
) -> anyhow::Result<String> {
    let texts = Texts::of(lang);
    let root = to_root(lang);
    let url = UrlState::default().page(view);
    let section = SectionProps::new(report, texts, Store::new(State::of_address(url, Vec::new())));
    let mut body = LocalServerRenderer::<Prerendered>::with_props(section).hydratable(false).render().await;
    // The first answer filters rows that are all there.
    let has_first = view == View::Projects && report.dataset.projects.len() <= WHOLE_UP_TO;
    let of = Of::Page(view);
    let head = format!(
        "{}{}",
        head(report, (of, lang), site),
        assets.head((view, lang), root, &patterns(report), has_first)
    );
    let mut data = String::new();
    if has_first {
        anyhow::ensure!(
            !ROW_READINGS.contains('<'),
            "the readings have a “<”, which would end their element"
        );
        // Not run by any browser, and so not by any policy of content either.
        data = format!("<script type=\"text/plain\" id=\"readings\">{ROW_READINGS}</script>");
    }
    if lang == Lang::En && report.dataset.lacks_english() {
        body = marked(&body);
        for piece in ["<script>", &assets.chinese, "</script>"] {
            data += piece;
        }
    }
    let body = imprint(site, lang, &Site::page(of, lang)) + &body;
    filled(template, [texts.tag, &head, root, &body, &data])
}

/// The template with what it has places for, in the order of [`PLACES`].
pub(crate) fn filled(template: &str, contents: [&str; 5]) -> anyhow::Result<String> {
    let contents = contents.map(str::to_owned);
    fill("index.html", template, &PLACES.map(str::to_owned).into_iter().zip(contents).collect::<Vec<_>>())
}

/// What the ids of each page look like, for links of versions 1 and 2, which do not name the page: `projects=p\d+;tasks=t\d+`.
///
/// Ids with the same letters and numbers in the same places share a pattern, unless they are of several pages.
fn patterns(report: &Prepared) -> String {
    let dataset = &report.dataset;
    let pattern = |id: &str| {
        let mut pattern = String::new();
        for character in id.chars() {
            if character.is_ascii_digit() {
                if !pattern.ends_with("\\d+") {
                    pattern += "\\d+";
                }
            } else if character == '.' {
                pattern += "\\.";
            } else {
                pattern.push(character);
            }
        }
        pattern
    };
    let known: Vec<(&str, String, View)> =
        ids(dataset).filter_map(|id| Some((id, pattern(id), home(dataset, id)?))).collect();
    let is_of_one_page =
        |pattern: &str, view: View| known.iter().all(|(_, other, of)| other != pattern || *of == view);
    let of_page = |view: View| {
        let mut patterns: Vec<String> = Vec::new();
        for (id, pattern, _) in known.iter().filter(|(.., of)| *of == view) {
            let pattern =
                if is_of_one_page(pattern, view) { pattern.clone() } else { id.replace('.', "\\.") };
            if !patterns.contains(&pattern) {
                patterns.push(pattern);
            }
        }
        let name = view.file().trim_end_matches(".html");
        format!("{name}={}", patterns.join("|"))
    };
    report.pages.iter().map(|view| of_page(*view)).collect::<Vec<String>>().join(";")
}

#[cfg(test)]
mod tests {
    use plan_explorer::data::bundled;

    use super::patterns;
    use crate::hostile::sparse;

    #[test]
    fn the_page_of_an_id_follows_from_what_it_looks_like() {
        let patterns = patterns(&bundled().unwrap());
        let of = |page: &str| {
            let mut entries = patterns.split(';').filter_map(|entry| entry.split_once('='));
            entries
                .find(|(name, _)| *name == page)
                .unwrap()
                .1
                .split('|')
                .map(str::to_owned)
                .collect::<Vec<String>>()
        };
        let projects = of("projects");
        assert_eq!(
            (projects.first().unwrap().as_str(), projects.last().unwrap().as_str()),
            ("p\\d+", "facets")
        );
        assert_eq!(of("tasks"), ["t\\d+"]);
        assert!(of("data").contains(&"f\\d+".to_owned()));
        assert!(of("indicators").contains(&"gdp-growth".to_owned()));
        assert!(of("indicators").contains(&"pm\\d+".to_owned()));
        assert_eq!(of("index"), ["promise"]);
    }

    #[test]
    fn ids_of_pages_that_are_not_there_lead_nowhere() {
        let patterns = patterns(&sparse());
        let pages: Vec<&str> =
            patterns.split(';').filter_map(|entry| Some(entry.split_once('=')?.0)).collect();
        assert_eq!(pages, ["index", "indicators", "data"]);
    }
}
