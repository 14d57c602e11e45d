//! What servers must know of a kind of file: its media type, and whether a compressed copy is worth having. A table, so that
//! every server is told the same, and so that a build cannot have a file that no server was told of.

use std::path::Path;

/// A kind of file, which the end of its name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Media {
    /// The end of its name, without the dot.
    pub extension: &'static str,
    /// What `Content-Type` says.
    pub media_type: &'static str,
    /// Whether it becomes smaller: pictures are compressed already.
    pub is_compressible: bool,
}

const fn text(extension: &'static str, media_type: &'static str) -> Media {
    Media { extension, media_type, is_compressible: true }
}

const fn picture(extension: &'static str, media_type: &'static str) -> Media {
    Media { extension, media_type, is_compressible: false }
}

/// Every kind of file that a page may have beside it. Texts say that they are UTF-8: browsers guess otherwise, and in China they
/// guess GBK.
pub const MEDIA: [Media; 14] = [
    text("html", "text/html; charset=utf-8"),
    text("css", "text/css; charset=utf-8"),
    text("js", "text/javascript; charset=utf-8"),
    text("wasm", "application/wasm"),
    text("json", "application/json; charset=utf-8"),
    text("webmanifest", "application/manifest+json; charset=utf-8"),
    text("txt", "text/plain; charset=utf-8"),
    text("csv", "text/csv; charset=utf-8"),
    text("svg", "image/svg+xml; charset=utf-8"),
    text("xml", "application/xml; charset=utf-8"),
    text("md", "text/markdown; charset=utf-8"),
    text("ico", "image/x-icon"),
    picture("png", "image/png"),
    picture("woff2", "font/woff2"),
];

impl Media {
    /// What is known of a file with that name.
    pub fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?;
        MEDIA.into_iter().find(|media| extension == media.extension)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_kind_is_told_twice() {
        for (index, media) in MEDIA.iter().enumerate() {
            assert!(
                MEDIA.iter().skip(index + 1).all(|other| other.extension != media.extension),
                "{media:?}"
            );
            assert!(media.media_type.contains('/') && !media.media_type.contains('"'), "{media:?}");
            // Copies have these ends behind the end of the name.
            assert!(!["br", "gz"].contains(&media.extension));
        }
    }

    #[test]
    fn the_last_end_of_a_name_counts() {
        let extension = |path: &str| Media::of(Path::new(path)).map(|media| media.extension);
        assert_eq!(extension("data/a.b.csv"), Some("csv"));
        assert_eq!(extension("data/csv"), None);
        assert_eq!(extension("a.csv.br"), None);
    }
}
