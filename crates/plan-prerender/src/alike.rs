//! The pages of a language in one file, for the service worker: they have styles, boot script and policy in common, which are most of
//! a page. The file has the lines of each page that the language's first page lacks; where it has them, their range there.
//!
//! `{"projects.html": [[0, 9], "a line\nand another", [12, 400]], …}`: by address, parts that are joined by line ends. A range is of
//! lines of the first page, from 0, the end not included.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::Context;
use plan_explorer::data::Prepared;
use plan_explorer::published::languages;
use plan_explorer::state::View;
use serde_json::{Map, Value, json};

use crate::assets::write_named;
use crate::site::folder;

/// How the names of these files begin; the language follows.
pub const PAGES: &str = "pages";

/// Writes the file of each language for the pages of the build in the folder `out`.
///
/// # Errors
/// A page cannot be read, or the file cannot be written.
pub fn write(report: &Prepared, out: &Path) -> anyhow::Result<()> {
    for (word, lang) in languages(&report.dataset) {
        let read = |view: View| {
            let path = out.join(folder(*lang)).join(view.file());
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
        };
        let first = read(View::Home)?;
        let mut pages = Map::new();
        for view in report.pages.iter().filter(|view| **view != View::Home) {
            pages.insert(format!("{}{}", folder(*lang), view.file()), parts(&first, &read(*view)?).into());
        }
        write_named(out, &format!("{PAGES}-{word}"), "json", Value::Object(pages).to_string())?;
    }
    Ok(())
}

/// The parts that `page` is made of.
fn parts(first: &str, page: &str) -> Vec<Value> {
    /// A range of lines is written as if it had so many characters.
    const RANGE: usize = 12;
    let first: Vec<&str> = first.split('\n').collect();
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, line) in first.iter().enumerate() {
        places.entry(line).or_default().push(at);
    }
    let lines: Vec<&str> = page.split('\n').collect();
    let mut parts = Vec::new();
    let mut own: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        // The longest run of lines that the first page has, too.
        let runs = places.get(line).into_iter().flatten().map(|start| {
            let same =
                first.iter().skip(*start).zip(lines.iter().skip(at)).take_while(|(one, other)| one == other);
            (same.count(), *start)
        });
        let (count, start) = runs.max_by_key(|(count, start)| (*count, usize::MAX - start)).unwrap_or((0, 0));
        let length: usize = lines.iter().skip(at).take(count).map(|line| line.len() + 1).sum();
        if length <= RANGE {
            own.push(line);
            at += 1;
            continue;
        }
        if !own.is_empty() {
            parts.push(own.join("\n").into());
            own.clear();
        }
        parts.push(json!([start, start + count]));
        at += count;
    }
    if !own.is_empty() {
        parts.push(own.join("\n").into());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As static/worker.js puts pages together.
    fn joined(first: &str, parts: &[Value]) -> String {
        let lines: Vec<&str> = first.split('\n').collect();
        let part = |part: &Value| match part {
            Value::String(own) => own.clone(),
            range => {
                let [start, end] = [0, 1].map(|at| usize::try_from(range[at].as_u64().unwrap()).unwrap());
                lines[start..end].join("\n")
            }
        };
        parts.iter().map(part).collect::<Vec<String>>().join("\n")
    }

    const FIRST: &str = "<!doctype html>\n<title>First</title>\nbody { margin: 0; }\np { color: red; }\n\nThe first page\n</html>\n";

    #[test]
    fn a_page_is_put_together_from_its_parts() {
        for page in [
            FIRST,
            "",
            "\n",
            "<!doctype html>",
            "<!doctype html>\n<title>Other</title>\nbody { margin: 0; }\np { color: red; }\n\nAnother page\n</html>\n",
            "p { color: red; }\n\nbody { margin: 0; }\n\n\n“汉字”\r\n</html>",
        ] {
            assert_eq!(joined(FIRST, &parts(FIRST, page)), page, "{page}");
        }
    }

    #[test]
    fn lines_in_common_are_told_once() {
        let page = FIRST.replace("First", "Other").replace("The first", "Another");
        let expected =
            [json!([0, 1]), json!("<title>Other</title>"), json!([2, 5]), json!("Another page\n</html>\n")];
        assert_eq!(parts(FIRST, &page), expected);
    }
}
