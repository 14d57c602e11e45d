//! The pictures that messengers and social networks show of a link: of the first page the headline targets beside last year's
//! results, of each other page and of each indicator a chart with its finding. In the look of the pages, drawn with the fonts of the
//! machine that builds them.

mod charts;
mod fonts;
mod layout;

pub use fonts::Fonts;

use plan_chart::WIDE;
use plan_data::Indicator;
use plan_explorer::charts::Material;
use plan_explorer::components::drawing;
use plan_explorer::data::Prepared;
use plan_explorer::headline::{Headline, headlines};
use plan_explorer::state::{Lang, View};
use plan_explorer::texts::Texts;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::Tree;

use crate::Error;
use crate::data_files::material;
use charts::chart;
use fonts::NotSet;
use layout::widest;

/// Width and height in pixels.
pub const SIZE: (u32, u32) = (1200, 675);

/// What a picture, or a page that leads to an open item, is of.
#[derive(Clone, Copy, Debug)]
pub enum Of<'a> {
    /// A page.
    Page(View),
    /// An indicator of the annex.
    Indicator(&'a Indicator),
}

impl<'a> Of<'a> {
    /// Everything that has a picture.
    pub fn all(report: &'a Prepared) -> impl Iterator<Item = Self> {
        let pages = report.pages.iter().map(|view| Self::Page(*view));
        pages.chain(report.dataset.indicators.iter().map(Self::Indicator))
    }
}

/// The picture as a PNG file; `address` is that of the site, where it is known.
///
/// # Errors
/// No font has some of its characters: boxes in their place would be worse than no picture.
pub fn png(
    report: &Prepared,
    (of, lang): (Of<'_>, Lang),
    address: Option<&str>,
    fonts: &Fonts,
) -> Result<Vec<u8>, Error> {
    let not_set = |reason| match reason {
        NotSet::NoFonts => no_font(lang, "no font on this machine"),
        NotSet::Missing(characters) => no_font(lang, &format!("no font on this machine with {characters}")),
        NotSet::NoDrawing(error) => Error::new(Picture(lang), error, "a drawing that can be read"),
    };
    let material = material(report, Texts::of(lang));
    let tree: Tree = if let Some(spec) = chart(report, &material, of) {
        let address = address.map(str::to_owned);
        let (svg, _) = drawing(&spec, &material.origin(), address, WIDE, material.texts);
        fonts.set(&for_fonts(&svg, lang)).map_err(not_set)?
    } else {
        let svg = |wider: f64| for_fonts(&layout::svg(report, lang, address, wider), lang);
        let tree = fonts.set(&svg(1.0)).map_err(not_set)?;
        // Widths are taken from a table; what a machine without the page's fonts has instead may be wider.
        let wider = widest(&tree);
        if wider > 1.0 { fonts.set(&svg(wider)).map_err(not_set)? } else { tree }
    };
    let pixmap = Pixmap::new(SIZE.0, SIZE.1);
    let mut pixmap = pixmap.ok_or_else(|| Error::new(Picture(lang), "no room", "room for its pixels"))?;
    // A chart that does not fit is drawn smaller, on paper.
    pixmap.fill(Color::WHITE);
    #[expect(clippy::cast_precision_loss, reason = "some hundred pixels")]
    let times = (SIZE.1 as f32 / tree.size().height()).min(1.0);
    resvg::render(&tree, Transform::from_scale(times, times), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| Error::new(Picture(lang), error, "pixels that can be written"))
}

/// The library that draws it knows no `:lang()`, and few fonts have the narrow space.
fn for_fonts(svg: &str, lang: Lang) -> String {
    let svg = svg.replace('\u{202F}', " ");
    if lang == Lang::En { svg.replace(":lang(en)", "") } else { svg }
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
pub fn description(report: &Prepared, (of, lang): (Of<'_>, Lang)) -> String {
    let material = material(report, Texts::of(lang));
    if let Some(spec) = chart(report, &material, of) {
        let said = [spec.finding, spec.scope];
        let said: Vec<String> = said.into_iter().filter(|words| !words.is_empty()).collect();
        return said.join(material.texts.page().full_stop);
    }
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
    use crate::hostile::sparse;

    const HOME: Of<'static> = Of::Page(View::Home);

    #[test]
    fn without_fonts_there_is_a_sentence_and_no_picture_of_boxes() {
        let none = Fonts::none();
        let error = png(&bundled().unwrap(), (HOME, Lang::Zh), None, &none).err().unwrap().to_string();
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
        let error = png(&report, (HOME, Lang::Zh), None, &fonts).err().unwrap().to_string();
        assert!(error.contains('\u{378}'), "{error}");
    }

    #[test]
    fn every_page_and_every_indicator_has_a_chart_that_fits_and_says_where_it_is_from() {
        let report = bundled().unwrap();
        for (_, lang) in Lang::ALL {
            let material = material(&report, Texts::of(*lang));
            let district = (material.texts.pick)(&report.dataset.report.district);
            for of in Of::all(&report) {
                assert!(!description(&report, (of, *lang)).is_empty());
                let Some(spec) = chart(&report, &material, of) else { continue };
                let address = "https://example.gov.cn/plan/";
                let (svg, size) =
                    drawing(&spec, &material.origin(), Some(address.to_owned()), WIDE, material.texts);
                assert_eq!(size, (f64::from(SIZE.0), f64::from(SIZE.1)), "{of:?}");
                let about = &material.texts.charts().licence;
                for part in [district, "2021", address, about] {
                    assert!(svg.contains(part), "{of:?}: {part}");
                }
            }
        }
    }

    #[test]
    fn the_picture_has_its_size_and_is_the_same_twice() {
        let (report, fonts) = (bundled().unwrap(), Fonts::of_machine());
        // A machine without a Chinese font draws none.
        if let Ok(bytes) = png(&report, (HOME, Lang::Zh), None, &fonts) {
            let pixmap = Pixmap::decode_png(&bytes).unwrap();
            assert_eq!((pixmap.width(), pixmap.height()), SIZE);
            assert!(bytes == png(&report, (HOME, Lang::Zh), None, &fonts).unwrap());
        }
    }

    #[test]
    fn a_page_with_nothing_to_draw_has_the_picture_of_the_first() {
        let report = sparse();
        let of = |view: View| description(&report, (Of::Page(view), Lang::Zh));
        assert_eq!(of(View::Data), of(View::Home));
        assert_ne!(of(View::Indicators), of(View::Home));
        assert!(of(View::Home).contains("地区生产总值增长：目标"), "{}", of(View::Home));
    }
}
