//! The picture that messengers and social networks show of a link to the page: district, title and meeting, and the headline
//! targets beside last year's results. In the look of the page, drawn with the fonts of the machine that builds it.

mod fonts;
mod layout;

pub use fonts::Fonts;

use plan_explorer::charts::Material;
use plan_explorer::data::Prepared;
use plan_explorer::headline::{Headline, headlines};
use plan_explorer::state::Lang;
use plan_explorer::texts::Texts;
use resvg::tiny_skia::{Pixmap, Transform};

use crate::Error;
use crate::data_files::material;
use fonts::NotSet;
use layout::{svg, widest};

/// Width and height in pixels, as Open Graph and WeChat show whole.
pub const SIZE: (u32, u32) = (1200, 630);

/// The picture as a PNG file.
///
/// # Errors
/// No font has some of its characters: boxes in their place would be worse than no picture.
pub fn png(report: &Prepared, lang: Lang, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let not_set = |reason| match reason {
        NotSet::NoFonts => no_font(lang, "no font on this machine"),
        NotSet::Missing(characters) => no_font(lang, &format!("no font on this machine with {characters}")),
        NotSet::NoDrawing(error) => Error::new(Picture(lang), error, "a drawing that can be read"),
    };
    let mut tree = fonts.set(&svg(report, lang, 1.0)).map_err(not_set)?;
    // Widths are taken from a table; what a machine without the page's fonts has instead may be wider.
    let wider = widest(&tree);
    if wider > 1.0 {
        tree = fonts.set(&svg(report, lang, wider)).map_err(not_set)?;
    }
    let pixmap = Pixmap::new(SIZE.0, SIZE.1);
    let mut pixmap = pixmap.ok_or_else(|| Error::new(Picture(lang), "no room", "room for its pixels"))?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| Error::new(Picture(lang), error, "pixels that can be written"))
}

fn no_font(lang: Lang, found: &str) -> Error {
    const EXPECTED: &str = "fonts with all characters of the picture, such as Debian’s packages fonts-noto-cjk and fonts-liberation";
    Error::new(Picture(lang), found, EXPECTED)
}

/// What errors call it.
struct Picture(Lang);

impl std::fmt::Display for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the picture for links ({})", self.0.word())
    }
}

/// What the picture shows, for those who do not see it.
pub fn description(report: &Prepared, lang: Lang) -> String {
    let material = material(report, Texts::of(lang));
    let shown = shown(&material);
    let told: Vec<(&str, &str, &str)> = shown
        .iter()
        .filter_map(|one| Some((one.name.as_str(), one.target.as_deref()?, one.result.as_deref()?)))
        .collect();
    let title = (material.texts.pick)(&report.dataset.report.short_title);
    (material.texts.publish().picture)(title, &told)
}

/// The headlines that have room: those with a result, or else, where they are few, others beside them.
fn shown<'a>(material: &Material<'a>) -> Vec<Headline<'a>> {
    let mut all = headlines(material);
    all.retain(|one| one.target.is_some());
    all.sort_by_key(|one| one.result.is_none());
    let with_result = all.iter().filter(|one| one.result.is_some()).count();
    all.truncate(with_result.clamp(FEW, MANY));
    all
}

/// So many have room beside each other, and so many fill it.
const MANY: usize = 4;
const FEW: usize = 3;

#[cfg(test)]
mod tests {
    use plan_explorer::data::bundled;

    use super::*;

    #[test]
    fn without_fonts_there_is_a_sentence_and_no_picture_of_boxes() {
        let none = Fonts::none();
        let error = png(&bundled().unwrap(), Lang::Zh, &none).err().unwrap().to_string();
        assert!(error.contains("no font on this machine") && error.contains("fonts-noto-cjk"), "{error}");
    }

    #[test]
    fn characters_that_no_font_has_are_named() {
        let fonts = Fonts::of_machine();
        let mut report = bundled().unwrap();
        let mut dataset = (*report.dataset).clone();
        // A character that Unicode has not given a meaning.
        dataset.report.district.zh = "\u{378}".to_owned();
        report.dataset = dataset.into();
        let error = png(&report, Lang::Zh, &fonts).err().unwrap().to_string();
        assert!(error.contains('\u{378}'), "{error}");
    }

    #[test]
    fn the_picture_has_its_size_and_is_the_same_twice() {
        let (report, fonts) = (bundled().unwrap(), Fonts::of_machine());
        // A machine without a Chinese font draws none.
        if let Ok(bytes) = png(&report, Lang::Zh, &fonts) {
            let pixmap = Pixmap::decode_png(&bytes).unwrap();
            assert_eq!((pixmap.width(), pixmap.height()), SIZE);
            assert!(bytes == png(&report, Lang::Zh, &fonts).unwrap());
        }
    }
}
