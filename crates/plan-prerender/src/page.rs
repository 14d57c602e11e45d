//! The pages in both languages, from the template that Trunk has processed.

use plan_explorer::data::{DATASET, Prepared, carried};
use plan_explorer::page::Page;
use plan_explorer::sections::SectionProps;
use plan_explorer::state::{Lang, Store};
use plan_explorer::texts::Texts;
use yew::LocalServerRenderer;

use crate::assets::Assets;
use crate::site::to_root;

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
    fill(template, PLACES.into_iter().zip([texts.tag, &head, root, &body, &data]).collect())
}

/// The template with its places filled, in one pass: what is filled in may have anything in it.
fn fill(template: &str, contents: Vec<(&str, &str)>) -> anyhow::Result<String> {
    for (place, _) in &contents {
        anyhow::ensure!(
            template.contains(place),
            "index.html has no {place}; restore it with 'git checkout index.html'"
        );
    }
    let mut html = String::new();
    let mut rest = template;
    while let Some((at, place, content)) = contents
        .iter()
        .filter_map(|(place, content)| Some((rest.find(place)?, place, content)))
        .min_by_key(|(at, ..)| *at)
    {
        let (before, after) = rest.split_at(at);
        html += before;
        html += content;
        rest = after.strip_prefix(place).unwrap_or(after);
    }
    Ok(html + rest)
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        let filled = fill("<a {{b}}>{{a}}{{b}}", vec![("{{a}}", "{{b}}$1"), ("{{b}}", "{{a}}")]).unwrap();
        assert_eq!(filled, "<a {{a}}>{{b}}$1{{a}}");
    }

    #[test]
    fn a_template_without_a_place_is_refused() {
        let refused = fill("<a>", vec![("{{a}}", "")]).unwrap_err().to_string();
        assert_eq!(refused, "index.html has no {{a}}; restore it with 'git checkout index.html'");
    }
}
