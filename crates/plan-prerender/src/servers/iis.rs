//! The file for IIS.

use std::fmt::Write as _;

use super::Headers;
use crate::listing::{Keeping, Listed};
use crate::media::MEDIA;
use crate::template::{fill, places};

const TEMPLATE: &str = include_str!("../../servers/web.config");

pub(super) fn written(headers: &Headers, files: &[Listed]) -> anyhow::Result<String> {
    let mut types = String::new();
    for media in MEDIA {
        let (extension, media_type) = (media.extension, media.media_type);
        let _ = writeln!(types, "      <remove fileExtension=\".{extension}\" />");
        let _ = writeln!(types, "      <mimeMap fileExtension=\".{extension}\" mimeType=\"{media_type}\" />");
    }
    // IIS has no patterns of names: each file by itself.
    let mut forever = String::new();
    for file in files.iter().filter(|file| file.keeping == Keeping::Forever) {
        let _ = writeln!(
            forever,
            "  <location path=\"{}\"><system.webServer><staticContent><clientCache cacheControlMode=\"UseMaxAge\" \
             cacheControlMaxAge=\"365.00:00:00\" cacheControlCustom=\"public, immutable\" \
             /></staticContent></system.webServer></location>",
            file.path
        );
    }
    let mut contents = places(headers);
    contents.extend([("{{types}}".to_owned(), types), ("{{forever-files}}".to_owned(), forever)]);
    fill("web.config", TEMPLATE, &contents)
}
