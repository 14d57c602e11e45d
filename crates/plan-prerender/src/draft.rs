//! What stands in place of all pages while the package that somebody is working on has mistakes: what they are, and where. No
//! release has it; see [`plan_sheets::is_draft`].

use std::path::Path;

use plan_explorer::state::Lang;
use plan_explorer::texts::Texts;

use crate::escape::Escaped;
use crate::site::to_root;
use crate::template::fill;

/// What is wrong with the package at `path`, a line each; `None` where it is right.
pub fn mistakes(path: &Path) -> Option<Vec<String>> {
    let problems = plan_sheets::load(path).err()?.to_string();
    Some(problems.lines().map(str::to_owned).collect())
}

/// The page in that language, which Trunk loads anew after each build.
///
/// # Errors
/// The template lacks a place.
pub fn page(template: &str, mistakes: &[String], lang: Lang) -> anyhow::Result<String> {
    let words = Texts::of(lang).report().mistakes;
    let items: Vec<String> = mistakes.iter().map(|line| format!("<li>{}</li>", Escaped(line))).collect();
    let contents = [
        ("{{lang}}", lang.word().to_owned()),
        ("{{root}}", to_root(lang).to_owned()),
        ("{{head}}", format!("<title>{}</title>", Escaped(words))),
        ("{{page}}", format!("<main><h1>{}</h1><ul>{}</ul></main>", Escaped(words), items.concat())),
        ("{{data}}", String::new()),
    ];
    fill("index.html", template, &contents.map(|(place, content)| (place.to_owned(), content)))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn each_mistake_is_said_in_the_page_and_none_becomes_markup() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("报告.csv"), "项目,内容\n地区,某市\n<b>,x\n").unwrap();
        let mistakes = mistakes(folder.path()).unwrap();
        let template =
            fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../index.html")).unwrap();
        for (_, lang) in Lang::ALL {
            let page = page(&template, &mistakes, *lang).unwrap();
            assert_eq!(page.matches("<li>").count(), mistakes.len());
            assert!(page.contains("报告.csv:3:1: in 项目: found “&lt;b&gt;”, expected one of"), "{page}");
            assert!(!page.contains("<b>") && !page.contains("{{"), "{page}");
            let words = Texts::of(*lang).report().mistakes;
            assert!(page.contains(&format!("<h1>{words}</h1>")), "{page}");
        }
        let right = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/weidong-2021");
        assert_eq!(super::mistakes(&right), None);
    }
}
