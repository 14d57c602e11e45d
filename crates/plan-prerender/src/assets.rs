//! What the pages load: styles and boot script, which stand in each page so that nothing is asked for before the first paint, and
//! files named after their content, which browsers may keep for ever.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::Path;

use anyhow::{Context, ensure};
use plan_bundle::MOST;
use plan_data::bundle::FORM;
use plan_explorer::data::{Prepared, carried};
use plan_explorer::published::languages;
use plan_explorer::state::{Lang, View};

use crate::module::shortened;
use crate::script::{Kind, minified};

/// What the pages load.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    /// The text of the styles.
    pub styles: String,
    /// The text of further styles, of the page of the report's text.
    pub report: String,
    /// The text of the boot script.
    pub boot: String,
    /// The text of the script that marks Chinese on English pages.
    pub chinese: String,
    /// The file of the styles that are needed only in frames, in print, or once the app runs.
    pub later: String,
    /// The script for pages in a frame.
    pub frame: String,
    /// The script that loads the app.
    pub script: String,
    /// The app.
    pub module: String,
    /// The dataset, for the app of each language in the order of [`Lang::ALL`].
    pub datasets: Vec<String>,
    /// The script of the first answer, the one that loads its module, and the module.
    pub first: [String; 3],
    /// What reads a report that a reader opens.
    pub own: Own,
    /// The script that takes the report which the site names into the app; asked for by pages that have no dataset.
    pub site: String,
    /// The worker that keeps the site for when there is no network, where the build has one.
    pub worker: Option<&'static str>,
    /// The pages and the language that the site does not have, by their names in addresses, with spaces between.
    pub without: String,
}

/// What reads a report that a reader opens: loaded on its page only, but `data`, which takes it into the app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// The text of the styles of its page.
    pub styles: String,
    /// The script of its page.
    pub script: String,
    /// The worker.
    pub worker: String,
    /// The script that loads the worker's module.
    pub loader: String,
    /// The worker's module.
    pub module: String,
    /// The size of the module in bytes.
    pub size: u64,
    /// The script that takes the report into the app.
    pub data: String,
    /// The script of the review screen, and its module.
    pub review: [String; 2],
}

/// The styles that stand in every page, in their order.
const STYLES: [&str; 8] = ["tokens", "page", "table", "drawing", "chart", "explore", "projects", "touch"];

/// Those of the file that is loaded later.
const LATER: [&str; 10] =
    ["pointed", "notices", "found", "opened", "sharing", "local", "embed", "large", "tokens-print", "print"];

impl Assets {
    /// Writes styles, scripts and dataset of the report to the folder of the build, and finds what Trunk has put there.
    ///
    /// # Errors
    /// Where a source cannot be read, a file cannot be written, or the build has no module.
    pub fn write(source: &Path, out: &Path, report: &Prepared, is_release: bool) -> anyhow::Result<Self> {
        let has_text = report.has_text;
        let found = |end| find(out, "plan-explorer", end);
        let files = [found(".js")?, found("_bg.wasm")?];
        let files = files.each_ref().map(String::as_str);
        let [app, module] = pair(out, files, "plan-explorer", Kind::Module, is_release)?;
        let files = ["plan-first.js", "plan-first_bg.wasm"];
        let [loader, first] = pair(out, files, "plan-first", Kind::Module, is_release)?;
        let style = |names: &[&str]| {
            let sheets = names.iter().map(|name| read(&source.join(format!("static/styles/{name}.css"))));
            sheets.collect::<anyhow::Result<String>>()
        };
        let script = |name: &str, kind: Kind| {
            let file = format!("static/{name}.js");
            minified(&file, &read(&source.join(&file))?, kind)
        };
        let styles = without_comments(&for_themes(&style(&STYLES)?));
        let (boot, chinese) = (script("boot", Kind::Classic)?, script("chinese", Kind::Classic)?);
        let report_styles = if has_text { without_comments(&style(&["report"])?) } else { String::new() };
        for (name, text, end) in [
            ("the styles", &styles, "</style"),
            ("the styles of the report’s text", &report_styles, "</style"),
            ("static/boot.js", &boot, "</script"),
            ("static/chinese.js", &chinese, "</script"),
        ] {
            ensure!(!text.contains(end), "{name}: found “{end}”, which would end the element in the page");
        }
        Ok(Self {
            styles,
            boot,
            chinese,
            later: write_named(out, "later", "css", without_comments(&style(&LATER)?))?,
            frame: write_named(out, "frame", "js", script("frame", Kind::Classic)?)?,
            script: app,
            module,
            datasets: languages(&report.dataset)
                .iter()
                .map(|(name, lang)| {
                    let carried = carried(*lang, has_text).map_err(anyhow::Error::msg)?;
                    write_named(out, &format!("dataset-{name}"), "txt", carried)
                })
                .collect::<anyhow::Result<_>>()?,
            report: report_styles,
            first: [write_named(out, "first", "js", script("first", Kind::Module)?)?, loader, first],
            own: Own::write(source, out, is_release)?,
            site: site(source, out)?,
            worker: None,
            without: without(report),
        })
    }

    /// The styles and the boot script of the page `view` in that language; `root` leads from the page to the folder of the site, and `items` says of
    /// which page an id is (`page=pattern`, separated by `;`), which the first page needs for links of earlier versions. Where the
    /// page `has_first`, it loads the module of the first answer.
    pub fn head(&self, (view, lang): (View, Lang), root: &str, items: &str, has_first: bool) -> String {
        let Self {
            styles,
            boot,
            later,
            frame,
            script,
            module,
            datasets,
            first,
            own,
            site,
            worker,
            without,
            ..
        } = self;
        let dataset = Lang::ALL.iter().zip(datasets).find(|((_, known), _)| *known == lang);
        let data = dataset.map_or(("site", site), |(_, file)| ("dataset", file));
        let mut attributes = String::new();
        let mut says = |name: &str, value: &str| {
            for piece in [" data-", name, "=\"", value, "\""] {
                attributes += piece;
            }
        };
        for (name, file) in [
            ("script", &**script),
            ("module", module),
            (data.0, data.1),
            ("later", later),
            ("frame", frame),
            ("own", &own.data),
        ] {
            says(name, &format!("{root}{file}"));
        }
        if has_first {
            let [first, first_script, first_module] = first.each_ref().map(|file| format!("{root}{file}"));
            says("first", &first);
            says("first-script", &first_script);
            says("first-module", &first_module);
        }
        if let Some(worker) = worker {
            says("worker", &format!("{root}{worker}"));
        }
        if !without.is_empty() {
            says("without", without);
        }
        if view == View::Home {
            says("items", items);
        }
        let in_print = self.in_print(root);
        format!("<style>{styles}</style><script{attributes}>{boot}</script><noscript>{in_print}</noscript>")
    }

    /// The styles for print, where no script loads them.
    pub(crate) fn in_print(&self, root: &str) -> String {
        format!("<link rel=\"stylesheet\" media=\"print\" href=\"{root}{}\" />", self.later)
    }
}

/// Writes the script that takes the report which the site names.
fn site(source: &Path, out: &Path) -> anyhow::Result<String> {
    let mut text = read(&source.join("static/site.js"))?;
    for (place, value) in [
        ("version", plan_bundle::VERSION.to_string()),
        ("format", FORM.to_string()),
        ("most", MOST.to_string()),
    ] {
        text = text.replace(&format!("{{{{{place}}}}}"), &value);
    }
    write_named(out, "site", "js", minified("static/site.js", &text, Kind::Module)?)
}

impl Own {
    /// Writes styles and scripts to the folder of the build, and finds the module that Trunk has put there.
    fn write(source: &Path, out: &Path, is_release: bool) -> anyhow::Result<Self> {
        let static_file = |name: &str| read(&source.join("static").join(name));
        let script = |name: &str, text: &str, kind: Kind| minified(&format!("static/{name}"), text, kind);
        let files = ["plan-own.js", "plan-own_bg.wasm"];
        let [loader, module] = pair(out, files, "plan-own", Kind::Classic, is_release)?;
        let files = ["plan-review.js", "plan-review_bg.wasm"];
        let review = pair(out, files, "plan-review", Kind::Module, is_release)?;
        let data = static_file("own-data.js")?.replace("{{module}}", &module);
        // The page needs both at once.
        let page = static_file("own-store.js")? + &static_file("own.js")?;
        Ok(Self {
            styles: without_comments(&(static_file("styles/own.css")? + &static_file("styles/review.css")?)),
            script: write_named(out, "own", "js", script("own.js", &page, Kind::Classic)?)?,
            worker: write_named(
                out,
                "own-worker",
                "js",
                script("own-worker.js", &static_file("own-worker.js")?, Kind::Classic)?,
            )?,
            loader,
            size: fs::metadata(out.join(&module)).with_context(|| format!("cannot read {module}"))?.len(),
            data: write_named(out, "own-data", "js", script("own-data.js", &data, Kind::Module)?)?,
            review,
            module,
        })
    }
}

/// The names of the pages and languages that there is nothing for: the boot script leads to none of them.
fn without(report: &Prepared) -> String {
    let pages = View::ALL.iter().filter(|(_, view)| !report.pages.contains(view));
    let pages = pages.map(|(_, view)| view.file().trim_end_matches(".html"));
    let languages = Lang::ALL.iter().filter(|lang| !languages(&report.dataset).contains(lang));
    pages.chain(languages.map(|(word, _)| *word)).collect::<Vec<&str>>().join(" ")
}

/// Writes the script for pages of others, whose name does not change. `titles` is what frames are called in each language where those
/// pages do not say.
///
/// # Errors
/// Where the source cannot be read, has no place for the titles, or the file cannot be written.
pub fn write_embed<'a>(
    source: &Path,
    out: &Path,
    titles: impl Iterator<Item = (&'a str, String)>,
) -> anyhow::Result<()> {
    const PLACE: &str = "{{titles}}";
    let path = source.join("static").join(EMBED);
    let script = read(&path)?;
    ensure!(script.contains(PLACE), "{} has no {PLACE}", path.display());
    let titles =
        serde_json::Value::Object(titles.map(|(word, title)| (word.to_owned(), title.into())).collect());
    fs::write(out.join(EMBED), without_comments(&script.replace(PLACE, &titles.to_string())))
        .with_context(|| format!("cannot write {EMBED}"))
}

/// The script for pages of others.
pub(crate) const EMBED: &str = "embed.js";

/// A style sheet in which the colours for a device that is set to be dark, or to have more contrast, are also those of a page whose
/// address asks for them, and not those of one whose address asks for others: `data-theme` says what it asks for (static/boot.js).
/// None counts for more than what stands after it, such as the colours of print.
fn for_themes(styles: &str) -> String {
    let mut all = styles.to_owned();
    for (asked, when, unless) in [
        ("dark", "(prefers-color-scheme: dark)", ":root:where(:not([data-theme=\"light\"]))"),
        ("contrast", "(prefers-contrast: more)", ":root"),
    ] {
        let begin = format!("@media {when} {{\n  :root {{");
        let Some((before, rest)) = all.split_once(&begin) else {
            continue;
        };
        let Some((block, after)) = rest.split_once("\n  }\n}\n") else {
            continue;
        };
        all = format!(
            "{before}@media {when} {{\n  {unless} {{{block}\n  }}\n}}\n:root:where([data-theme=\"{asked}\"]) {{{block}\n}}\n{after}"
        );
    }
    all
}

pub(crate) fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes a file named after what is in it, and gives its name.
pub(crate) fn write_named(
    out: &Path,
    name: &str,
    extension: &str,
    content: impl AsRef<[u8]>,
) -> anyhow::Result<String> {
    let name = format!("{name}-{}.{extension}", hash(content.as_ref()));
    fs::write(out.join(&name), content).with_context(|| format!("cannot write {name}"))?;
    Ok(name)
}

/// Sixteen digits that follow from the content.
fn hash(content: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// A script of wasm-bindgen and its module, by the names of their files; each is named after what is in it. While one develops,
/// the module keeps its names. Trunk names the app's so, too, but with fewer digits where the first are zero.
fn pair(
    out: &Path,
    files: [&str; 2],
    name: &str,
    kind: Kind,
    is_release: bool,
) -> anyhow::Result<[String; 2]> {
    let [script, module] = files;
    let taken = |file: &str| {
        let from = out.join(file);
        let content = fs::read(&from).with_context(|| format!("the build has no {}", from.display()))?;
        fs::remove_file(&from).with_context(|| format!("cannot remove {}", from.display()))?;
        anyhow::Ok(content)
    };
    let text = String::from_utf8(taken(script)?).with_context(|| format!("{script} is no text"))?;
    let (mut text, mut content) = (minified(script, &text, kind)?, taken(module)?);
    if is_release {
        (content, text) = shortened(&content, &text).with_context(|| module.to_owned())?;
    }
    let to = format!("{name}-{}_bg.wasm", hash(&content));
    fs::write(out.join(&to), content).with_context(|| format!("cannot write {to}"))?;
    Ok([write_named(out, name, "js", text)?, to])
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

/// A style sheet or script without its comments and the space at the beginning of lines, which are a third of ours: comments begin
/// a line, and no text goes over several.
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
    use plan_explorer::data::{Prepared, bundled};
    use plan_explorer::state::{Lang, View};

    use super::{Assets, Own, for_themes, without, without_comments};
    use crate::hostile::sparse;

    #[test]
    fn an_address_asks_for_the_same_colours_as_a_device() {
        let styles = ":root {\n  a: b;\n}\n@media (prefers-color-scheme: dark) {\n  :root {\n    a: c;\n  }\n}\n@media print {\n}\n";
        assert_eq!(
            for_themes(styles),
            ":root {\n  a: b;\n}\n@media (prefers-color-scheme: dark) {\n  :root:where(:not([data-theme=\"light\"])) {\n    a: c;\n  }\n}\n\
             :root:where([data-theme=\"dark\"]) {\n    a: c;\n}\n@media print {\n}\n"
        );
        // Those of the project have both.
        let tokens = include_str!("../../../static/styles/tokens.css");
        let themed = for_themes(tokens);
        for theme in ["dark", "contrast"] {
            assert!(themed.contains(&format!(":root:where([data-theme=\"{theme}\"])")), "{theme}");
        }
    }

    #[test]
    fn a_page_names_what_the_build_has_for_it() {
        let name = |name: &str| name.to_owned();
        let mut assets = Assets {
            styles: name("a{}"),
            boot: name("b()"),
            chinese: String::new(),
            frame: name("f.js"),
            datasets: vec![name("zh.txt"), name("en.txt")],
            first: [name("1.js"), name("2.js"), name("3.wasm")],
            own: Own { data: name("o.js"), ..Own::default() },
            ..Assets::default()
        };
        let page = assets.head((View::Tasks, Lang::En), "../", "tasks=t", false);
        assert!(
            !page.contains("data-worker") && !page.contains("data-items") && !page.contains("data-first")
        );
        assert!(
            page.starts_with("<style>a{}</style><script ") && page.contains(">b()</script><noscript><link "),
            "{page}"
        );
        assets.worker = Some("sw.js");
        let page = assets.head((View::Home, Lang::En), "../", "tasks=t", true);
        assert!(page.contains(" data-dataset=\"../en.txt\"") && !page.contains("zh.txt"), "{page}");
        assert!(
            page.contains(" data-frame=\"../f.js\" data-own=\"../o.js\" data-first=\"../1.js\""),
            "{page}"
        );
        assert!(
            page.contains(
                " data-first-module=\"../3.wasm\" data-worker=\"../sw.js\" data-items=\"tasks=t\">"
            ),
            "{page}"
        );
    }

    #[test]
    fn comments_and_indentation_go() {
        let text = "/* One. */\n\na {\n  /* Two\n     lines. */\n  b: c;\n}\n// Three.\nd();\n";
        assert_eq!(without_comments(text), "a {\nb: c;\n}\nd();\n");
    }

    #[test]
    fn the_boot_script_is_told_which_pages_and_language_are_not_there() {
        let head = |report: &Prepared| {
            let assets = Assets { without: without(report), ..Assets::default() };
            assets.head((View::Home, Lang::Zh), "", "", false)
        };
        assert!(head(&sparse()).contains(" data-without=\"projects tasks topics en\""));
        assert!(!head(&bundled().unwrap()).contains("data-without"));
    }
}
