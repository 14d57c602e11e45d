//! The files that the page loads: styles and the first script in files named after what is in them, so that servers may have
//! browsers keep them for ever; and the elements that load them.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::Path;

use anyhow::{Context, ensure};
use plan_explorer::data::{DATASET, carried};

/// The names of what the page loads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The styles.
    pub styles: String,
    /// The script that runs before the page is shown.
    pub boot: String,
    /// The script that loads the module.
    pub script: String,
    /// The module.
    pub module: String,
    /// The script that loads the second module.
    pub more: String,
    /// The second module.
    pub more_module: String,
    /// The whole dataset, for the second module.
    pub dataset: String,
    /// The worker that keeps the site for when there is no network, where the build has one.
    pub worker: Option<&'static str>,
}

/// The styles, in their order.
const STYLES: [&str; 7] = ["tokens", "page", "table", "drawing", "chart", "explore", "projects"];

impl Assets {
    /// Writes the styles and the first script to the folder of the build, and finds what Trunk has put there.
    ///
    /// # Errors
    /// Where a source cannot be read, a file cannot be written, or the build has no module.
    pub fn write(source: &Path, out: &Path) -> anyhow::Result<Self> {
        let whole =
            carried().into_iter().find(|(id, _)| *id == DATASET).map_or_else(String::new, |(_, text)| text);
        let mut styles = String::new();
        for name in STYLES {
            styles += &read(&source.join(format!("static/styles/{name}.css")))?;
        }
        let boot = read(&source.join("static/boot.js"))?;
        Ok(Self {
            styles: write_named(out, "styles", "css", without_comments(&styles))?,
            boot: write_named(out, "boot", "js", without_comments(&boot))?,
            script: find(out, "plan-explorer", ".js")?,
            module: find(out, "plan-explorer", "_bg.wasm")?,
            more: rename(out, "more", "js")?,
            more_module: rename(out, "more_bg", "wasm")?,
            dataset: write_named(out, "dataset", "txt", whole)?,
            worker: None,
        })
    }

    /// What the head of a page has of them; `root` leads from the page to the folder of the site.
    pub fn head(&self, root: &str) -> String {
        let Self { styles, boot, script, module, more, more_module, dataset, worker } = self;
        let worker = worker.map(|worker| format!(" data-worker=\"{root}{worker}\"")).unwrap_or_default();
        // The scripts are seen from the script that imports them, what they load from the page.
        format!(
            "<script src=\"{root}{boot}\" data-script=\"./{script}\" data-module=\"{root}{module}\" data-more=\"./{more}\" \
             data-more-module=\"{root}{more_module}\" data-dataset=\"{root}{dataset}\"{worker}></script>\
             <link rel=\"stylesheet\" href=\"{root}{styles}\">"
        )
    }
}

pub(crate) fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes a file named after what is in it, and gives its name.
fn write_named(out: &Path, name: &str, extension: &str, content: impl AsRef<[u8]>) -> anyhow::Result<String> {
    let mut hasher = DefaultHasher::new();
    content.as_ref().hash(&mut hasher);
    let name = format!("{name}-{:016x}.{extension}", hasher.finish());
    fs::write(out.join(&name), content).with_context(|| format!("cannot write {name}"))?;
    Ok(name)
}

/// Names a file of the build after what is in it, as Trunk does with the first module only.
fn rename(out: &Path, name: &str, extension: &str) -> anyhow::Result<String> {
    let from = out.join(format!("{name}.{extension}"));
    let content = fs::read(&from).with_context(|| format!("the build has no {}", from.display()))?;
    let to = write_named(out, name, extension, &content)?;
    fs::remove_file(&from).with_context(|| format!("cannot remove {}", from.display()))?;
    Ok(to)
}

/// The one file whose name begins and ends so.
fn find(out: &Path, begin: &str, end: &str) -> anyhow::Result<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(out).with_context(|| format!("cannot read {}", out.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with(begin) && name.ends_with(end) {
            found.push(name);
        }
    }
    ensure!(found.len() == 1, "found {found:?} in {}, expected one file {begin}…{end}", out.display());
    Ok(found.remove(0))
}

/// A style sheet or script of ours without its comments and the space at the beginning of lines, which are a third of it:
/// comments there begin a line.
pub(crate) fn without_comments(text: &str) -> String {
    let mut lean = String::new();
    let mut is_comment = false;
    for line in text.lines().map(str::trim) {
        is_comment = is_comment || line.starts_with("/*");
        if !is_comment && !line.is_empty() && !line.starts_with("//") {
            lean += line;
            lean.push('\n');
        }
        is_comment = is_comment && !line.ends_with("*/");
    }
    lean
}

#[cfg(test)]
mod tests {
    use super::{Assets, without_comments};

    #[test]
    fn a_page_names_the_worker_where_the_build_has_one() {
        let name = |name: &str| name.to_owned();
        let mut assets = Assets {
            styles: name("s.css"),
            boot: name("b.js"),
            script: name("p.js"),
            module: name("p.wasm"),
            more: name("m.js"),
            more_module: name("m.wasm"),
            dataset: name("d.txt"),
            worker: None,
        };
        assert!(!assets.head("../").contains("data-worker"));
        assets.worker = Some("sw.js");
        assert!(assets.head("../").contains(" data-dataset=\"../d.txt\" data-worker=\"../sw.js\">"));
    }

    #[test]
    fn comments_and_indentation_go() {
        let text = "/* One. */\n\na {\n  /* Two\n     lines. */\n  b: c;\n}\n// Three.\nd();\n";
        assert_eq!(without_comments(text), "a {\nb: c;\n}\nd();\n");
    }
}
