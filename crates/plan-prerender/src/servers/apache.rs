//! The file for Apache.

use std::fmt::Write as _;

use super::{Headers, accepts};
use crate::listing::{Keeping, NAMED};
use crate::media::MEDIA;
use crate::template::{fill, places};

const TEMPLATE: &str = include_str!("../../servers/htaccess");

pub(super) fn written(headers: &Headers) -> anyhow::Result<String> {
    let mut types = String::new();
    for media in MEDIA {
        let _ = writeln!(types, "    AddType \"{}\" .{}", media.media_type, media.extension);
    }
    let mut contents = places(headers);
    contents.extend([
        ("{{asking}}".to_owned(), Keeping::Asking.header().to_owned()),
        ("{{forever}}".to_owned(), Keeping::Forever.header().to_owned()),
        ("{{named}}".to_owned(), NAMED.to_owned()),
        ("{{named-copy}}".to_owned(), NAMED.replace('$', r"\.(br|gz)$")),
        ("{{types}}".to_owned(), types),
        ("{{accepts-br}}".to_owned(), accepts("br")),
        ("{{accepts-gzip}}".to_owned(), accepts("gzip")),
    ]);
    fill("htaccess", TEMPLATE, &contents)
}
