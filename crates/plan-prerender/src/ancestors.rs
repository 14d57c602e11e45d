//! Which sites may show the page in a frame.

use std::env;
use std::fmt;

use crate::Error;

/// The variable that holds the origins of these sites, with spaces between them.
pub const VARIABLE: &str = "PLAN_FRAME_ANCESTORS";

/// The site itself, and the origins of others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ancestors(Vec<String>);

impl Ancestors {
    /// What [`VARIABLE`] says.
    ///
    /// # Errors
    /// It is set, but has something that is no origin.
    pub fn from_environment() -> Result<Self, Error> {
        match env::var(VARIABLE) {
            Ok(text) => Self::parse(&text),
            Err(env::VarError::NotPresent) => Ok(Self::default()),
            Err(env::VarError::NotUnicode(text)) => Err(refused(&text.to_string_lossy())),
        }
    }

    /// Reads origins, such as `https://portal.example.gov.cn` or `https://*.example.gov.cn:8443`.
    ///
    /// # Errors
    /// A word is no origin: it has a path, names no scheme, allows everybody, or could end the policy that it stands in.
    pub fn parse(text: &str) -> Result<Self, Error> {
        text.split_whitespace().map(origin).collect::<Result<_, _>>().map(Self)
    }
}

impl fmt::Display for Ancestors {
    /// The directive of the policy.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("frame-ancestors 'self'")?;
        self.0.iter().try_for_each(|origin| write!(f, " {origin}"))
    }
}

fn origin(word: &str) -> Result<String, Error> {
    let lower = word.to_ascii_lowercase();
    let authority = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    // A browser copies an address with a slash behind it; in a policy that would be a path.
    let authority = authority.map(|authority| authority.strip_suffix('/').unwrap_or(authority));
    let is_origin = authority.is_some_and(|authority| {
        let (host, port) =
            authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
        let is_label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        let named = host.strip_prefix("*.").unwrap_or(host);
        // All sites below “cn” are not the portal.
        let is_wide = named.len() != host.len() && !named.contains('.');
        let is_port = |port: &str| {
            port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
        };
        named.split('.').all(is_label) && !is_wide && port.is_none_or(is_port)
    });
    if is_origin { Ok(lower.trim_end_matches('/').to_owned()) } else { Err(refused(word)) }
}

fn refused(word: &str) -> Error {
    Error::new(
        VARIABLE,
        format_args!("“{word}”"),
        "the origins of the sites that show the page in a frame, with spaces between them, such as \
         https://portal.example.gov.cn; without a path, and with Chinese names as browsers copy them (xn--…)",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_itself_always_may() {
        assert_eq!(Ancestors::default().to_string(), "frame-ancestors 'self'");
        assert_eq!(Ancestors::parse("  ").unwrap(), Ancestors::default());
    }

    #[test]
    fn origins_are_added() {
        let text = " https://portal.example.gov.cn/\thttp://10.0.0.1:8080 https://*.Example.gov.cn ";
        assert_eq!(
            Ancestors::parse(text).unwrap().to_string(),
            "frame-ancestors 'self' https://portal.example.gov.cn http://10.0.0.1:8080 https://*.example.gov.cn"
        );
    }

    #[test]
    fn what_is_no_origin_is_refused_with_a_sentence() {
        for word in [
            "*",
            "'self'",
            "'none'",
            "https:",
            "https://",
            "https://*",
            "https://*.cn",
            "https://a.*.cn",
            "portal.example.gov.cn",
            "ftp://example.gov.cn",
            "https://example.gov.cn/a/",
            "https://example.gov.cn:0",
            "https://example.gov.cn:99999",
            "https://example.gov.cn:",
            "https://example.gov.cn:+80",
            "https://example.gov.cn;script-src",
            "https://example.gov.cn,default-src",
            "https://example.gov.cn\"",
            "https://user@example.gov.cn",
            "https://例子.中国",
            "https://-a.cn",
            "https://a..cn",
        ] {
            let error = Ancestors::parse(&format!("https://a.cn {word}")).unwrap_err().to_string();
            assert!(error.starts_with(&format!("PLAN_FRAME_ANCESTORS: found “{word}”")), "{error}");
            assert!(error.contains("expected the origins of the sites"), "{error}");
        }
    }
}
