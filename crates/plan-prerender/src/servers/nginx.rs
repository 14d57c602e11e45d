//! The fragment for nginx.

use std::fmt::Write as _;

use super::{Headers, accepts};
use crate::listing::{Keeping, NAMED};
use crate::media::MEDIA;
use crate::template::{fill, places};

const TEMPLATE: &str = include_str!("../../servers/nginx.conf");

pub(super) fn written(headers: &Headers) -> anyhow::Result<String> {
    let (mut types, mut compressed) = (String::new(), String::new());
    for media in MEDIA {
        let _ = writeln!(types, "    \"{}\" {};", media.media_type, media.extension);
        if media.is_compressible {
            let _ = writeln!(
                compressed,
                "location ~ \"\\.{}\\.br$\" {{ internal; gzip_static off; types {{ }} default_type \"{}\"; }}",
                media.extension, media.media_type
            );
        }
    }
    let mut contents = places(headers);
    contents.extend([
        ("{{asking}}".to_owned(), Keeping::Asking.header().to_owned()),
        ("{{forever}}".to_owned(), Keeping::Forever.header().to_owned()),
        ("{{named}}".to_owned(), NAMED.to_owned()),
        ("{{types}}".to_owned(), types),
        ("{{accepts-br}}".to_owned(), accepts("br")),
        ("{{compressed}}\n".to_owned(), compressed),
    ]);
    fill("nginx.conf", TEMPLATE, &contents)
}
