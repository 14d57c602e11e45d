//! The pages for people: those of `docs/` that who publishes needs, as HTML that every browser opens, and what they refer to.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, html};

use crate::contents::Contents;
use crate::facts::Facts;
use crate::sums;

/// The page that one begins with, and where the others are found from.
const START: &str = "release.md";

/// What leads from the folder of pages to that of the release.
const UP: &str = "../";

/// The frame of every page.
const FRAME: &str = include_str!("page.html");

/// Adds the page that one begins with as `README.html`, and whatever can be reached from it to the folder `docs/`.
///
/// # Errors
/// A page refers to a file that is not there.
pub(crate) fn add(contents: &mut Contents, docs: &Path, facts: &Facts) -> anyhow::Result<()> {
    let mut waiting = vec![START.to_owned()];
    let mut seen = BTreeSet::new();
    while let Some(name) = waiting.pop() {
        if !seen.insert(name.clone()) {
            continue;
        }
        if let Some(path) = name.strip_prefix(UP) {
            // The sums come last: they are of the pages, too.
            ensure!(
                path == sums::NAME || contents.has(path),
                "found no {path} in the release, expected it since a page of the release refers to {name}"
            );
            continue;
        }
        let source = docs.join(&name);
        ensure!(
            source.is_file(),
            "found no docs/{name}, expected it since a page of the release refers to it"
        );
        let Some(stem) = name.strip_suffix(".md") else {
            contents.add_file(&format!("docs/{name}"), &source)?;
            continue;
        };
        let text = fs::read_to_string(&source).with_context(|| format!("cannot read docs/{name}"))?;
        let text = text
            .replace("{{version}}", &facts.version)
            .replace("{{commit}}", &facts.commit)
            .replace("{{std-notices}}", &facts.std_notices.name);
        let is_start = name == START;
        let lang = if stem.rsplit('.').next() == Some("en") { "en" } else { "zh-CN" };
        let page = render(&text, if is_start { "docs/" } else { "" }, &mut waiting).replace("{{lang}}", lang);
        contents.add(&if is_start { "README.html".to_owned() } else { format!("docs/{stem}.html") }, page);
    }
    Ok(())
}

/// Whether it leads to another site, or to a part of the page.
fn leads_out(address: &str) -> bool {
    address.contains("://") || address.starts_with(['#', '/']) || address.starts_with("mailto:")
}

/// The page of a text, whose links lead from `folder`; tells which files it refers to.
fn render(text: &str, folder: &str, refers_to: &mut Vec<String>) -> String {
    let mut title = None;
    let mut link = |address: CowStr<'_>| -> CowStr<'static> {
        if leads_out(&address) {
            return address.into_string().into();
        }
        let (path, part) =
            address.split_once('#').map_or((&*address, None), |(path, part)| (path, Some(part)));
        refers_to.push(path.to_owned());
        if let Some(above) = path.strip_prefix(UP) {
            // The start stands one folder higher than the others.
            return if folder.is_empty() { path.to_owned() } else { above.to_owned() }.into();
        }
        let path = match path.strip_suffix(".md") {
            _ if path == START => "../README.html".to_owned(),
            Some(stem) => format!("{stem}.html"),
            None => path.to_owned(),
        };
        let part = part.map_or(String::new(), |part| format!("#{part}"));
        format!("{folder}{path}{part}").into()
    };
    let mut is_title = false;
    let events: Vec<Event<'_>> = Parser::new_ext(text, Options::ENABLE_TABLES)
        .map(|event| {
            match &event {
                Event::Start(Tag::Heading { .. }) => is_title = title.is_none(),
                Event::Text(words) if is_title => {
                    title = Some(words.to_string());
                    is_title = false;
                }
                _ => {}
            }
            match event {
                Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                    Event::Start(Tag::Link { link_type, dest_url: link(dest_url), title, id })
                }
                Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                    Event::Start(Tag::Image { link_type, dest_url: link(dest_url), title, id })
                }
                other => other,
            }
        })
        .collect();
    let mut body = String::new();
    html::push_html(&mut body, events.into_iter());
    FRAME.replace("{{title}}", &title.unwrap_or_default()).replace("{{body}}", &body)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use crate::facts::tests::facts;

    fn docs(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
            fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn what_pages_refer_to_is_there() {
        let folder = docs(&[
            (
                "release.md",
                "# Plan {{version}}\n\n[Guide](guide.md#two) [sums](../SHA256SUMS) [out](https://a.example/b.md)",
            ),
            ("guide.md", "# Guide\n\n![It](images/it.png) [back](release.md) [sums](../SHA256SUMS)"),
            ("images/it.png", "png"),
            ("other.md", "# Other"),
        ]);
        let mut contents = Contents::default();
        add(&mut contents, folder.path(), &facts()).unwrap();
        let paths: Vec<&str> = contents.iter().map(|(path, _)| path).collect();
        assert_eq!(paths, ["README.html", "docs/guide.html", "docs/images/it.png"]);
        let page = |name: &str| {
            let (_, content) = contents.iter().find(|(path, _)| *path == name).unwrap();
            String::from_utf8(content.to_vec()).unwrap()
        };
        let start = page("README.html");
        for part in
            ["<title>Plan 1.2.3</title>", "docs/guide.html#two", "\"SHA256SUMS\"", "https://a.example/b.md"]
        {
            assert!(start.contains(part), "{part}: {start}");
        }
        let guide = page("docs/guide.html");
        for part in ["src=\"images/it.png\"", "\"../README.html\"", "\"../SHA256SUMS\""] {
            assert!(guide.contains(part), "{part}: {guide}");
        }
    }

    #[test]
    fn a_link_that_leads_nowhere_is_told() {
        let folder = docs(&[("release.md", "[Guide](guide.md)")]);
        let error = add(&mut Contents::default(), folder.path(), &facts()).unwrap_err().to_string();
        assert!(error.starts_with("found no docs/guide.md, expected it"), "{error}");
        let folder = docs(&[("release.md", "[Code](../src/main.rs)")]);
        let error = add(&mut Contents::default(), folder.path(), &facts()).unwrap_err().to_string();
        assert!(error.starts_with("found no src/main.rs in the release, expected it"), "{error}");
    }
}
