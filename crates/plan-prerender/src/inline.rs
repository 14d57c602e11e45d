//! What stands in a page that a policy of content must know of: scripts and styles within it, which browsers run only where the
//! policy names their hash. What no hash can allow stops the build.

use std::collections::BTreeSet;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use scraper::node::Element;
use scraper::{ElementRef, Html};
use sha2::{Digest, Sha256};

use crate::Error;

/// The hashes of scripts and styles, as a policy names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inline {
    /// Of scripts that browsers run.
    pub scripts: BTreeSet<String>,
    /// Of styles.
    pub styles: BTreeSet<String>,
}

impl Inline {
    /// Adds those of a page; `place` is its path.
    ///
    /// # Errors
    /// The page has a script or a style in an attribute.
    pub fn add_page(&mut self, place: &str, html: &str) -> Result<(), Error> {
        for node in Html::parse_document(html).root_element().descendants() {
            let Some(element) = ElementRef::wrap(node) else { continue };
            let (name, attributes) = (element.value().name(), || element.value().attrs());
            for (attribute, value) in attributes() {
                check(place, name, attribute, value)?;
            }
            let text = || element.text().collect::<String>();
            match name {
                "script" if is_run(element.value()) => {
                    self.scripts.insert(hash(&text()));
                }
                "style" => {
                    self.styles.insert(hash(&text()));
                }
                // Read as text here, as by browsers that run scripts; and as elements by the others.
                "noscript" => self.add_page(place, &text())?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Adds those of a drawing, which is a document of its own where somebody opens it; `place` is its path.
    ///
    /// # Errors
    /// It is no XML, or has any script.
    pub fn add_drawing(&mut self, place: &str, svg: &str) -> Result<(), Error> {
        let document = roxmltree::Document::parse(svg).map_err(|error| {
            Error::new(place, format_args!("a file that is no XML ({error})"), "a drawing as SVG")
        })?;
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            let name = node.tag_name().name();
            for attribute in node.attributes() {
                check(place, name, attribute.name(), attribute.value())?;
            }
            match name {
                "script" => return Err(Error::new(place, "a script", "a drawing without one")),
                "style" => {
                    let text: String = node
                        .descendants()
                        .filter_map(|node| node.text().filter(|_| node.is_text()))
                        .collect();
                    self.styles.insert(hash(&text));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// Whether a browser runs the text of that script, or takes orders from it: other types are data.
fn is_run(script: &Element) -> bool {
    if script.attr("src").is_some() {
        return false;
    }
    let Some(kind) = script.attr("type") else { return true };
    let kind = kind.trim().to_ascii_lowercase();
    // The media type of scripts has many names; “javascript” in the name is what all but two have in common.
    kind.is_empty()
        || matches!(kind.as_str(), "module" | "importmap" | "speculationrules")
        || ["javascript", "ecmascript", "jscript", "livescript"].iter().any(|name| kind.contains(name))
}

/// Refuses what a strict policy would forbid, so that nobody finds out on the published page.
fn check(place: &str, element: &str, attribute: &str, value: &str) -> Result<(), Error> {
    let found = || format!("{attribute}=\"{value}\" of <{element}>");
    let refuse = |expected: &str| {
        Err(Error::new(place, found(), format_args!("{expected}, since the policy of the page forbids it")))
    };
    let attribute = attribute.to_ascii_lowercase();
    // As browsers read the beginning of an address.
    let address: String = value
        .trim_start_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let is_script =
        address.as_bytes().get(..11).is_some_and(|begin| begin.eq_ignore_ascii_case(b"javascript:"));
    if attribute.starts_with("on") {
        refuse("no script in an attribute: have a module listen to the event")
    } else if attribute == "style" {
        refuse("no style in an attribute: give the element a class")
    } else if attribute == "srcdoc" {
        refuse("no page in an attribute: give it a file")
    } else if is_script {
        refuse("no script in an address: have a module listen to the click")
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> Result<Inline, Error> {
        let mut inline = Inline::default();
        inline.add_page("en/index.html", html)?;
        Ok(inline)
    }

    // `printf %s 'alert(1)' | openssl dgst -sha256 -binary | base64`
    const ALERT: &str = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

    #[test]
    fn a_script_that_is_run_gets_its_hash() {
        for script in [
            "<script>alert(1)</script>",
            "<SCRIPT TYPE=\" Text/JavaScript \">alert(1)</SCRIPT>",
            "<script type=module>alert(1)</script>",
            "<script type=\"\">alert(1)</script>",
            "<script type=application/x-ecmascript>alert(1)</script>",
            "<script type=importmap>alert(1)</script>",
            "<svg><script>alert(1)</script></svg>",
            "<svg><script><![CDATA[alert(1)]]></script></svg>",
            "<template><script>alert(1)</script></template>",
            "<noscript><script>alert(1)</script></noscript>",
            "<p><table><script>alert(1)</script>",
        ] {
            let inline = of(&format!("<!doctype html><title>a</title><body>{script}")).unwrap();
            assert_eq!(inline.scripts.into_iter().collect::<Vec<_>>(), [ALERT], "{script}");
        }
    }

    #[test]
    fn data_and_files_need_none() {
        for html in [
            "<script type=\"text/plain\">alert(1)</script>",
            "<script type=\"application/ld+json\">{}</script>",
            "<script src=\"a.js\"></script>",
            "<title><script>alert(1)</script></title>",
            "<textarea><style>a</style><b onclick=x></textarea>",
            "<!--<script>alert(1)</script>-->",
            "<p title=\"<script>alert(1)</script>\">javascript:alert(1)</p>",
            "<a href=\"?q=javascript:\">",
        ] {
            assert_eq!(of(html).unwrap(), Inline::default(), "{html}");
        }
    }

    #[test]
    fn a_style_gets_its_hash_with_every_character() {
        // The hash is of the text as it stands, with its spaces.
        let inline = of("<style>alert(1)</style><svg><style>alert(1)</style></svg>").unwrap();
        assert_eq!(inline.styles.into_iter().collect::<Vec<_>>(), [ALERT]);
        assert_ne!(of("<style> alert(1)</style>").unwrap().styles.first().unwrap(), ALERT);
        let entity = of("<svg><style>&#97;lert(1)</style></svg>").unwrap();
        assert_eq!(entity.styles.first().unwrap(), ALERT, "as in a drawing, where it is text");
    }

    #[test]
    fn what_no_hash_can_allow_stops_the_build() {
        for (html, found, expected) in [
            ("<p onclick=\"a()\">", "onclick=\"a()\" of <p>", "no script in an attribute"),
            ("<svg ONLOAD=a>", "onload=\"a\" of <svg>", "no script in an attribute"),
            (
                "<svg><title><b onerror=a></b></title></svg>",
                "onerror=\"a\" of <b>",
                "no script in an attribute",
            ),
            ("<noscript><p onclick=a></noscript>", "onclick=\"a\" of <p>", "no script in an attribute"),
            ("<body style=\"color: red\">", "style=\"color: red\" of <body>", "no style in an attribute"),
            (
                "<a href=\" Java\nScript:a()\">",
                "href=\" Java\nScript:a()\" of <a>",
                "no script in an address",
            ),
            ("<a href=\"&#1;javascript&colon;a()\">", "of <a>", "no script in an address"),
            ("<svg><a xlink:href=\"javascript:a\"></svg>", "of <a>", "no script in an address"),
            ("<form action=\"javascript:a\">", "of <form>", "no script in an address"),
            ("<iframe srcdoc=\"a\">", "srcdoc=\"a\" of <iframe>", "no page in an attribute"),
        ] {
            let error = of(html).unwrap_err().to_string();
            assert!(error.starts_with("en/index.html: found ") && error.contains(found), "{error}");
            assert!(error.contains(&format!("expected {expected}")), "{error}");
        }
    }

    #[test]
    fn the_styles_of_a_drawing_get_their_hash_and_its_scripts_stop_the_build() {
        let svg = |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>");
        let mut inline = Inline::default();
        for style in ["<style>alert(1)</style>", "<style>&#97;lert<![CDATA[(1)]]></style>"] {
            inline.add_drawing("a.svg", &svg(style)).unwrap();
        }
        assert_eq!(inline.styles.iter().collect::<Vec<_>>(), [ALERT]);
        for (inside, expected) in [
            ("<script/>", "a.svg: found a script, expected a drawing without one"),
            ("<g onclick=\"a\"/>", "no script in an attribute"),
            ("<g style=\"a\"/>", "no style in an attribute"),
            ("<a href=\"javascript:a\"/>", "no script in an address"),
            ("<g>", "a.svg: found a file that is no XML"),
        ] {
            let error = inline.add_drawing("a.svg", &svg(inside)).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
