//! Where the page will stand, and what stands beside it.

use std::env;
use std::fmt;

use plan_explorer::state::{Lang, View};

use crate::Error;
use crate::picture::Of;

/// The variable that holds the page's address.
pub const VARIABLE: &str = "PLAN_SITE";

/// Where the page will stand, and what stands beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The address of the page in Chinese; without one all addresses are relative, and the page may be put anywhere.
    pub address: Option<Address>,
    /// Where the pictures are that could be drawn, from the page in Chinese.
    pub pictures: Vec<String>,
    /// The address of the licence of the data.
    pub licence: Option<String>,
}

/// The address of a folder on the web; it ends in a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// What [`VARIABLE`] says.
    ///
    /// # Errors
    /// It is set, but not to an address.
    pub fn from_environment() -> Result<Option<Self>, Error> {
        match env::var(VARIABLE) {
            Ok(text) => Self::parse(&text),
            Err(env::VarError::NotPresent) => Ok(None),
            Err(env::VarError::NotUnicode(text)) => Err(refused(&text.to_string_lossy())),
        }
    }

    /// Reads an address; empty text is none.
    ///
    /// # Errors
    /// It is not the address of a folder at http or https.
    pub fn parse(text: &str) -> Result<Option<Self>, Error> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let (scheme, rest) = text.split_once("://").ok_or_else(|| refused(text))?;
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        // The marks of RFC 3986 but those of users, queries and fragments: a page has an address without them.
        let is_mark = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:%[]".contains(&byte);
        let is_host = host.bytes().any(|byte| byte.is_ascii_alphanumeric()) && host.bytes().all(is_mark);
        let is_path = path.bytes().all(|byte| byte == b'/' || is_mark(byte));
        if !(is_web && is_host && is_path) {
            return Err(refused(text));
        }
        let folder = path.strip_suffix("/index.html").unwrap_or(path).trim_end_matches('/');
        Ok(Some(Self(format!("{}://{host}{folder}/", scheme.to_ascii_lowercase()))))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn refused(text: &str) -> Error {
    Error::new(
        VARIABLE,
        format_args!("“{text}”"),
        "the address of the page’s folder as the browser copies it, such as https://example.gov.cn/plan/",
    )
}

impl Site {
    /// The address of a file, whose path from the page in Chinese is `path`, on the page in `lang`: absolute where the
    /// page’s address is known.
    pub fn href(&self, lang: Lang, path: &str) -> String {
        match &self.address {
            Some(address) => format!("{address}{path}"),
            None => relative(lang, path),
        }
    }

    /// Where a picture is, from the page in Chinese.
    pub fn picture(of: Of<'_>, lang: Lang) -> String {
        let word = lang.word();
        match of {
            Of::Page(view) => format!("{PICTURES}/{}-{word}.png", view.file().trim_end_matches(".html")),
            Of::Indicator(one) => format!("{PICTURES}/{}/{}-{word}.png", View::Indicators.word(), one.id),
        }
    }

    /// Where the page is, from the first page in Chinese; the first is called by its folder.
    pub fn page(of: Of<'_>, lang: Lang) -> String {
        match of {
            Of::Page(View::Home) => folder(lang).to_owned(),
            Of::Page(view) => format!("{}{}", folder(lang), view.file()),
            Of::Indicator(one) => format!("{}{}", folder(lang), shared_path(&one.id)),
        }
    }
}

/// The folder of the pictures for links.
pub const PICTURES: &str = "og";

pub use plan_explorer::published::{folder, shared_path, to_root};

/// A path from the page in Chinese as one from the page in `lang`.
fn relative(lang: Lang, path: &str) -> String {
    let own = folder(lang);
    let href = match path.strip_prefix(own) {
        Some(rest) if !own.is_empty() => rest.to_owned(),
        _ => format!("{}{path}", to_root(lang)),
    };
    // An empty address would be the page with all that stands behind its question mark.
    if href.is_empty() { "./".to_owned() } else { href }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Option<String>, Error> {
        Address::parse(text).map(|address| address.map(|address| address.to_string()))
    }

    #[test]
    fn an_address_is_that_of_a_folder_at_http_or_https() {
        for (text, expected) in [
            ("https://example.gov.cn/plan/", "https://example.gov.cn/plan/"),
            (" https://example.gov.cn/plan ", "https://example.gov.cn/plan/"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080/"),
            ("HTTPS://example.gov.cn/plan/index.html", "https://example.gov.cn/plan/"),
            ("https://[::1]/%E8%AE%A1%E5%88%92/", "https://[::1]/%E8%AE%A1%E5%88%92/"),
        ] {
            assert_eq!(parsed(text).unwrap().as_deref(), Some(expected), "{text}");
        }
        assert_eq!(parsed("  "), Ok(None));
    }

    #[test]
    fn anything_else_is_refused_with_a_sentence() {
        for text in [
            "example.gov.cn/plan/",
            "/plan/",
            "ftp://example.gov.cn/",
            "javascript://example.gov.cn/%0Aalert(1)",
            "https://",
            "https:///plan/",
            "https://user@example.gov.cn/",
            "https://example.gov.cn/?q=1",
            "https://example.gov.cn/#top",
            "https://example.gov.cn/\"><script>",
            "https://example.gov.cn/a b/",
            "https://例子.中国/",
        ] {
            let error = parsed(text).unwrap_err().to_string();
            assert!(error.starts_with("PLAN_SITE: found “") && error.contains(text), "{error}");
            assert!(error.contains("expected the address of the page’s folder"), "{error}");
        }
    }

    #[test]
    fn without_an_address_the_page_may_stand_anywhere() {
        let site = Site::default();
        for (lang, path, expected) in [
            (Lang::Zh, "", "./"),
            (Lang::Zh, "en/", "en/"),
            (Lang::Zh, "data/dataset.json", "data/dataset.json"),
            (Lang::En, "", "../"),
            (Lang::En, "en/", "./"),
            (Lang::En, "data/dataset.json", "../data/dataset.json"),
        ] {
            assert_eq!(site.href(lang, path), expected, "{lang:?} {path}");
        }
        let site = Site { address: Address::parse("https://a.cn/b/").unwrap(), ..Site::default() };
        assert_eq!(site.href(Lang::En, "en/"), "https://a.cn/b/en/");
    }
}
