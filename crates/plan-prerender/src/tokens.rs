//! The design tokens for what is written beside the page: colours that no style sheet can give.

use std::path::Path;

use anyhow::Context;

use crate::assets::read;

/// The file of the tokens, from the project’s folder.
pub const FILE: &str = "static/styles/tokens.css";

/// What browsers colour around the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// The paper in the light theme.
    pub paper: String,
    /// The paper in the dark theme.
    pub dark_paper: String,
}

impl Tokens {
    /// Reads the tokens of the project in the folder `source`.
    ///
    /// # Errors
    /// The file cannot be read or lacks one of them.
    pub fn read(source: &Path) -> anyhow::Result<Self> {
        Self::parse(&read(&source.join(FILE))?)
    }

    fn parse(css: &str) -> anyhow::Result<Self> {
        let dark = css.split_once("prefers-color-scheme: dark").map(|(_, dark)| dark);
        let dark = dark.with_context(|| format!("{FILE}: found no dark theme, expected one"))?;
        Ok(Self { paper: value(css, "paper")?, dark_paper: value(dark, "paper")? })
    }
}

/// The first value of a token.
fn value(css: &str, name: &str) -> anyhow::Result<String> {
    let declared = format!("--{name}:");
    let found = css.split_once(&declared).and_then(|(_, rest)| rest.split_once(';'));
    let (value, _) =
        found.with_context(|| format!("{FILE}: found no {declared} expected one in each theme"))?;
    Ok(value.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn project() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    #[test]
    fn each_theme_has_its_own() {
        let css = ":root { --paper: #fff; }\n@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #000; } }";
        let tokens = Tokens::parse(css).unwrap();
        assert_eq!((tokens.paper.as_str(), tokens.dark_paper.as_str()), ("#fff", "#000"));
    }

    #[test]
    fn what_is_missing_is_named() {
        let no_dark = Tokens::parse(":root { --paper: #fff; }").unwrap_err().to_string();
        assert_eq!(no_dark, "static/styles/tokens.css: found no dark theme, expected one");
        let no_paper = Tokens::parse("@media (prefers-color-scheme: dark) { :root { --ink: #eee; } }");
        let no_paper = no_paper.unwrap_err().to_string();
        assert_eq!(no_paper, "static/styles/tokens.css: found no --paper: expected one in each theme");
    }

    #[test]
    fn the_template_colours_what_is_around_the_page_as_the_page_is() {
        let template = fs::read_to_string(project().join("index.html")).unwrap();
        let tokens = Tokens::read(&project()).unwrap();
        for (theme, paper) in [("light", &tokens.paper), ("dark", &tokens.dark_paper)] {
            let meta = format!(
                "<meta name=\"theme-color\" media=\"(prefers-color-scheme: {theme})\" content=\"{paper}\" />"
            );
            assert!(template.contains(&meta), "index.html has no {meta}");
        }
    }
}
