//! The policy of content (Content Security Policy) of the pages: what browsers may load and run for them, and nothing else.
//! Worked out from the files of a build, so that it allows what they have, and no more.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::Error;
use crate::ancestors::Ancestors;
use crate::inline::Inline;
use crate::listing::listing;

/// What the pages may do whatever is in them.
const ALWAYS: [(&str, &str); 10] = [
    ("default-src", "'none'"),
    // The modules are compiled by the browser; this does not allow `eval`.
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
    // A chart becomes a picture by way of an image of the page's own.
    ("img-src", "'self' data: blob:"),
    ("connect-src", "'self'"),
    // How the page looks in a frame is shown before somebody takes its code.
    ("frame-src", "'self'"),
    ("worker-src", "'self'"),
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
];

/// What a build is told, and tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    pages: Inline,
    drawings: Inline,
}

impl Policy {
    /// The policy of the build in that folder.
    ///
    /// # Errors
    /// A file cannot be read, or has what no policy can allow.
    pub fn of_build(out: &Path) -> Result<Self, Error> {
        let mut policy = Self::default();
        for file in listing(out)? {
            match file.media.extension {
                "html" => policy.pages.add_page(&file.path, &read(&out.join(&file.path))?)?,
                "svg" => policy.drawings.add_drawing(&file.path, &read(&out.join(&file.path))?)?,
                _ => {}
            }
        }
        Ok(policy)
    }

    /// What a page says itself, for servers that say nothing. Who may show the page in a frame cannot be said there.
    pub fn of_pages(&self) -> String {
        written(&[&self.pages])
    }

    /// What servers say of every file. Drawings have their styles in them, which are allowed by their hashes: who opens one gets
    /// a document that this policy is for.
    pub fn of_servers(&self, ancestors: &Ancestors) -> String {
        format!("{}; {ancestors}", written(&[&self.pages, &self.drawings]))
    }

    /// Has every page of the build in that folder say it first of all.
    ///
    /// # Errors
    /// A page cannot be read or written, or does not begin as pages do.
    pub fn declare(&self, out: &Path) -> Result<(), Error> {
        for file in listing(out)?.into_iter().filter(|file| file.media.extension == "html") {
            let path = out.join(&file.path);
            let page = declared(&file.path, &read(&path)?, &self.of_pages())?;
            fs::write(&path, page).map_err(|error| Error::file(&path, &error, "a page to write"))?;
        }
        Ok(())
    }
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|error| Error::file(path, &error, "text"))
}

fn written(inlines: &[&Inline]) -> String {
    let mut policy = String::new();
    for (directive, sources) in ALWAYS {
        if !policy.is_empty() {
            policy += "; ";
        }
        let _ = write!(policy, "{directive} {sources}");
        let hashes: std::collections::BTreeSet<&String> = match directive {
            "script-src" => inlines.iter().flat_map(|inline| &inline.scripts).collect(),
            "style-src" => inlines.iter().flat_map(|inline| &inline.styles).collect(),
            _ => continue,
        };
        for hash in hashes {
            let _ = write!(policy, " {hash}");
        }
    }
    policy
}

/// What pages begin with: nothing of the report stands before it.
const BEGIN: &str = "<meta charset=\"utf-8\" />";

fn declared(place: &str, page: &str, policy: &str) -> Result<String, Error> {
    let (before, after) = page.split_once(BEGIN).ok_or_else(|| {
        Error::new(place, format_args!("a page without {BEGIN}"), "one, which the policy can stand behind")
    })?;
    Ok(format!("{before}{BEGIN}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html><head><meta charset=\"utf-8\" /><title>a</title></head><body>";

    fn build(files: &[(&str, &str)]) -> tempfile::TempDir {
        let out = tempfile::tempdir().unwrap();
        fs::create_dir_all(out.path().join("en")).unwrap();
        for (path, content) in files {
            fs::write(out.path().join(path), content).unwrap();
        }
        out
    }

    #[test]
    fn nothing_is_allowed_that_the_files_do_not_have() {
        let out = build(&[("index.html", PAGE), ("en/index.html", PAGE)]);
        let policy = Policy::of_build(out.path()).unwrap();
        let expected = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; worker-src 'self'; \
             manifest-src 'self'; base-uri 'none'; form-action 'none'";
        assert_eq!(policy.of_pages(), expected);
        let ancestors = Ancestors::parse("https://portal.example.gov.cn").unwrap();
        assert_eq!(
            policy.of_servers(&ancestors),
            format!("{expected}; frame-ancestors 'self' https://portal.example.gov.cn")
        );
    }

    #[test]
    fn what_stands_in_any_page_is_allowed_by_its_hash_in_all() {
        let page = format!("{PAGE}<script>alert(1)</script>");
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>alert(1)</style></svg>";
        let out = build(&[("index.html", PAGE), ("en/index.html", &page), ("a.svg", svg)]);
        let policy = Policy::of_build(out.path()).unwrap();
        let hash = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
        let script = format!("script-src 'self' 'wasm-unsafe-eval' {hash}; style-src 'self'");
        assert!(policy.of_pages().contains(&format!("{script}; img-src")), "{}", policy.of_pages());
        let servers = policy.of_servers(&Ancestors::default());
        assert!(servers.contains(&format!("{script} {hash}; img-src")), "{servers}");
        for policy in [policy.of_pages(), servers] {
            assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"), "{policy}");
        }
    }

    #[test]
    fn pages_say_it_before_anything_that_it_is_about() {
        let out = build(&[("index.html", PAGE), ("en/index.html", PAGE)]);
        let policy = Policy::of_build(out.path()).unwrap();
        policy.declare(out.path()).unwrap();
        for path in ["index.html", "en/index.html"] {
            let page = fs::read_to_string(out.path().join(path)).unwrap();
            let expected = format!(
                "<head>{BEGIN}<meta http-equiv=\"Content-Security-Policy\" content=\"{}\" /><title>",
                policy.of_pages()
            );
            assert!(page.contains(&expected), "{page}");
            assert!(!page.contains("frame-ancestors"), "browsers refuse it there: {page}");
        }
        // It is not about itself.
        assert_eq!(Policy::of_build(out.path()).unwrap(), policy);
    }

    #[test]
    fn a_page_that_no_policy_can_allow_stops_the_build() {
        let page = format!("{PAGE}<p onclick=\"a\">");
        let error = Policy::of_build(build(&[("en/index.html", &page)]).path()).unwrap_err().to_string();
        assert!(error.starts_with("en/index.html: found onclick=\"a\" of <p>"), "{error}");
        let out = build(&[("index.html", "<!doctype html>")]);
        let error = Policy::default().declare(out.path()).unwrap_err().to_string();
        assert!(error.starts_with("index.html: found a page without <meta charset"), "{error}");
    }
}
