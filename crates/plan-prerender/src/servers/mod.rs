//! What a web server is to do with the files of a build, ready for four kinds of servers: who publishes the page has to copy a file,
//! and not to know what is in it. The files themselves are in `crates/plan-prerender/servers/`, with places for what the
//! build works out.

mod apache;
mod headers;
mod hosts;
mod iis;
mod nginx;

use std::fs;
use std::path::Path;

pub use headers::{Headers, headers};

use crate::Error;
use crate::listing::{Listed, SERVER, listing};

/// Where a server’s file stands in the folder of what is for servers.
type Written = (&'static str, fn(&Headers, &[Listed]) -> anyhow::Result<String>);

const SERVERS: [Written; 4] = [
    ("nginx.conf", |headers, _| nginx::written(headers)),
    ("apache/.htaccess", |headers, _| apache::written(headers)),
    ("iis/web.config", iis::written),
    ("_headers", hosts::written),
];

/// Writes what servers need to the folder of a build whose files are all there, and gives its number of files.
///
/// # Errors
/// The build has a file of an unknown kind, or a file cannot be written.
pub fn write(out: &Path, headers: &Headers) -> anyhow::Result<usize> {
    let files = listing(out)?;
    for (path, written) in SERVERS {
        let (path, text) = (out.join(SERVER).join(path), written(headers, &files)?);
        path.parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| Error::file(&path, &error, "a file to write"))?;
    }
    Ok(SERVERS.len())
}

/// What `Accept-Encoding` has where a browser takes that encoding, as a regular expression of nginx and Apache: its name, and not
/// with `q=0`, which means that it does not.
fn accepts(encoding: &str) -> String {
    format!(r"(^|,)\s*{encoding}\s*(,|$|;\s*q=(1|0\.\d*[1-9]))")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ancestors::Ancestors;
    use crate::listing::Keeping;
    use crate::media::MEDIA;
    use crate::policy::Policy;

    /// A build with a file of every kind, one of which is named after its content.
    fn build() -> tempfile::TempDir {
        let out = tempfile::tempdir().unwrap();
        for folder in ["en", "data/charts"] {
            fs::create_dir_all(out.path().join(folder)).unwrap();
        }
        for media in MEDIA {
            for name in ["a", "en/index", "data/charts/b", "named-0123456789abcdef"] {
                let content = if media.extension == "svg" { "<svg/>" } else { "" };
                fs::write(out.path().join(format!("{name}.{}", media.extension)), content).unwrap();
            }
        }
        fs::write(out.path().join("named-0123456789abcdef_bg.wasm"), "").unwrap();
        out
    }

    fn expected() -> Headers {
        headers(&Policy::default(), &Ancestors::parse("https://portal.example.gov.cn").unwrap())
    }

    fn read(out: &Path, path: &str) -> String {
        fs::read_to_string(out.join(SERVER).join(path)).unwrap()
    }

    #[test]
    fn every_server_gets_its_file_and_no_place_is_left_open() {
        let out = build();
        assert_eq!(write(out.path(), &expected()).unwrap(), 4);
        for (path, _) in SERVERS {
            let text = read(out.path(), path);
            assert!(!text.contains("{{") && !text.contains("}}"), "{path}: {text}");
            // The folder is not itself listed: writing again writes the same.
            write(out.path(), &expected()).unwrap();
            assert_eq!(read(out.path(), path), text);
            let chinese = text.find(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c)).unwrap();
            assert!(chinese < text.find("Plan Explorer").unwrap(), "{path} speaks Chinese first");
        }
    }

    #[test]
    fn iis_is_told_the_same_as_the_others() {
        let out = build();
        write(out.path(), &expected()).unwrap();
        let text = read(out.path(), "iis/web.config");
        let document = roxmltree::Document::parse(&text).unwrap();
        let of =
            |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).collect::<Vec<_>>();
        let [own] = of("customHeaders")[..] else { panic!("one list of headers") };
        let added: Vec<(String, String)> = own
            .children()
            .filter(|node| node.has_tag_name("add"))
            .map(|node| (node.attribute("name").unwrap().into(), node.attribute("value").unwrap().into()))
            .collect();
        let wanted: Vec<(String, String)> =
            expected().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        assert_eq!(added, wanted);
        for (name, added) in [("customHeaders", "name"), ("staticContent", "fileExtension")] {
            let list = of(name)[0];
            let mut removed = Vec::new();
            for node in list.children().filter(roxmltree::Node::is_element) {
                match (node.tag_name().name(), node.attribute(added)) {
                    ("remove", Some(key)) => removed.push(key),
                    ("add" | "mimeMap", Some(key)) => assert!(removed.contains(&key), "{key} could clash"),
                    ("clientCache", None) => {}
                    other => panic!("{other:?}"),
                }
            }
        }
        for media in MEDIA {
            let map: Vec<_> = of("mimeMap")
                .into_iter()
                .filter(|node| node.attribute("fileExtension").unwrap() == format!(".{}", media.extension))
                .collect();
            assert_eq!(map.len(), 1, "{media:?}");
            assert_eq!(map[0].attribute("mimeType"), Some(media.media_type));
        }
        let forever: Vec<&str> =
            of("location").into_iter().map(|node| node.attribute("path").unwrap()).collect();
        let wanted: Vec<String> = listing(out.path())
            .unwrap()
            .into_iter()
            .filter(|file| file.keeping == Keeping::Forever)
            .map(|file| file.path)
            .collect();
        assert_eq!(forever, wanted);
        let caches = of("clientCache");
        assert_eq!(caches.len(), 1 + forever.len());
        assert_eq!(caches[0].attribute("cacheControlMode"), Some("DisableCache"));
        for cache in &caches[1..] {
            assert_eq!(cache.attribute("cacheControlMode"), Some("UseMaxAge"));
            assert_eq!(cache.attribute("cacheControlMaxAge"), Some("365.00:00:00"));
            assert_eq!(cache.attribute("cacheControlCustom"), Some("public, immutable"));
        }
    }

    /// The rules of a `_headers` file: a path, and its headers.
    fn rules(text: &str) -> Vec<(&str, Vec<(&str, &str)>)> {
        let mut rules: Vec<(&str, Vec<(&str, &str)>)> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            match line.strip_prefix("  ") {
                Some(header) => rules.last_mut().unwrap().1.push(header.split_once(": ").unwrap()),
                None => rules.push((line, Vec::new())),
            }
        }
        rules
    }

    #[test]
    fn hosts_with_a_headers_file_are_told_the_same_and_one_rule_of_caching_for_each_file() {
        let out = build();
        write(out.path(), &expected()).unwrap();
        let text = read(out.path(), "_headers");
        let rules = rules(&text);
        let wanted = expected();
        let everywhere: Vec<(&str, &str)> =
            wanted.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(rules[0], ("/*", everywhere));
        let matches = |rule: &str, path: &str| match rule.strip_suffix('*') {
            Some(begin) => path.starts_with(begin),
            None => path == rule,
        };
        let mut paths: Vec<(String, Keeping)> = Vec::new();
        for file in listing(out.path()).unwrap() {
            if let Some(folder) = file.path.strip_suffix("index.html") {
                paths.push((format!("/{folder}"), file.keeping));
            }
            paths.push((format!("/{}", file.path), file.keeping));
        }
        for (path, keeping) in &paths {
            let values: Vec<&str> = rules
                .iter()
                .filter(|(rule, _)| matches(rule, path))
                .flat_map(|(_, headers)| headers)
                .filter(|(name, _)| *name == "Cache-Control")
                .map(|(_, value)| *value)
                .collect();
            assert_eq!(values, [keeping.header()], "{path}");
        }
        // Cloudflare Pages reads a hundred rules, of 2000 characters a line.
        assert!(rules.len() <= 100 && text.lines().all(|line| line.chars().count() < 2000));
        for (rule, _) in &rules[1..] {
            assert!(paths.iter().any(|(path, _)| matches(rule, path)), "{rule} is about something");
        }
    }

    #[test]
    fn a_build_with_a_file_of_an_unknown_kind_has_no_configuration() {
        let out = build();
        fs::write(out.path().join("a.exe"), "").unwrap();
        let error = write(out.path(), &expected()).unwrap_err().to_string();
        assert!(error.contains("a.exe: found a file whose name no server is told"), "{error}");
    }
}
