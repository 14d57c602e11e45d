//! The picture that messengers and social networks show of a link to the page: district, title and meeting, and the headline
//! targets beside last year's results. In the look of the page, drawn with the fonts of the machine that builds it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use plan_chart::{text_width, wrap};
use plan_explorer::charts::Material;
use plan_explorer::data::Prepared;
use plan_explorer::headline::{Headline, headlines};
use plan_explorer::state::Lang;
use plan_explorer::style::DRAWING;
use plan_explorer::texts::{Side, Texts};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, FaceInfo, ID, Stretch, Style};
use resvg::usvg::{FontResolver, Options, Tree};

use crate::Error;
use crate::data_files::material;
use crate::escape::Escaped;

/// Width and height in pixels, as Open Graph and WeChat show whole.
pub const SIZE: (u32, u32) = (1200, 630);

/// The fonts that text is drawn with.
#[derive(Clone)]
pub struct Fonts(Arc<Database>);

impl Fonts {
    /// Those that are installed.
    pub fn of_machine() -> Self {
        let mut database = Database::new();
        database.load_system_fonts();
        Self(Arc::new(database))
    }
}

/// The picture as a PNG file.
///
/// # Errors
/// No font has some of its characters: boxes in their place would be worse than no picture.
pub fn png(report: &Prepared, lang: Lang, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let missing = Mutex::new(BTreeSet::new());
    let (select, fall_back) =
        (FontResolver::default_font_selector(), FontResolver::default_fallback_selector());
    let resolver = FontResolver {
        // Where none of the families is there, one that looks most like them; what it lacks is found character by
        // character.
        select_font: Box::new(|font, database| {
            select(font, database).or_else(|| nearest(database, font.weight()))
        }),
        select_fallback: Box::new(|character, used, database| {
            let found = fall_back(character, used, database);
            if found.is_none() {
                missing.lock().unwrap_or_else(PoisonError::into_inner).insert(character);
            }
            found
        }),
    };
    let no_font = |found: &str| {
        Err(Error::new(
            Picture(lang),
            found,
            "fonts with all characters of the picture, such as Debian’s packages fonts-noto-cjk and fonts-liberation",
        ))
    };
    if fonts.0.is_empty() {
        return no_font("no font on this machine");
    }
    let options = Options { fontdb: fonts.0.clone(), font_resolver: resolver, ..Options::default() };
    let tree = Tree::from_str(&svg(report, lang), &options)
        .map_err(|error| Error::new(Picture(lang), error, "a drawing that can be read"))?;
    drop(options);
    let missing = missing.into_inner().unwrap_or_else(PoisonError::into_inner);
    if !missing.is_empty() {
        return no_font(&format!("no font on this machine with {}", String::from_iter(missing)));
    }
    let pixmap = Pixmap::new(SIZE.0, SIZE.1);
    let mut pixmap = pixmap.ok_or_else(|| Error::new(Picture(lang), "no room", "room for its pixels"))?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| Error::new(Picture(lang), error, "pixels that can be written"))
}

/// The upright sans-serif font whose strokes are nearest to that weight, or else any.
fn nearest(database: &Database, weight: u16) -> Option<ID> {
    let unlike = |face: &&FaceInfo| {
        let is_like = face.style == Style::Normal
            && face.stretch == Stretch::Normal
            && !face.monospaced
            && face.post_script_name.contains("Sans");
        (!is_like, face.weight.0.abs_diff(weight))
    };
    database.faces().min_by_key(unlike).map(|face| face.id)
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
    (material.texts.publish.picture)(title, &told)
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

const MARGIN: f64 = 64.0;
const GAP: f64 = 36.0;
const INNER: f64 = SIZE.0 as f64 - 2.0 * MARGIN;

/// The picture as a drawing with the classes of `static/styles/drawing.css`, which give it the colours of the page.
fn svg(report: &Prepared, lang: Lang) -> String {
    let texts = Texts::of(lang);
    let material = material(report, texts);
    let about = &report.dataset.report;
    let pick = texts.pick;
    let shown = shown(&material);
    let mut drawing = Drawing(String::new());
    drawing.rect("picture-paper", (0.0, 0.0), (f64::from(SIZE.0), f64::from(SIZE.1)));
    drawing.rect("actual", (0.0, 0.0), (f64::from(SIZE.0), 12.0));
    drawing.text("caption", pick(&about.district), (MARGIN, 86.0), INNER, 30.0);
    drawing.text("value", pick(&about.short_title), (MARGIN, 156.0), INNER, 56.0);
    let meeting = format!("{} · {}", pick(&about.meeting), about.date);
    drawing.text("caption", &meeting, (MARGIN, 206.0), INNER, 26.0);
    let count = shown.len().max(FEW);
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    let width = (INNER - GAP * (count - 1) as f64) / count as f64;
    let name_size = name_size(&shown, width);
    let names: Vec<Vec<String>> = shown.iter().map(|one| name_lines(&one.name, width, name_size)).collect();
    let lines = names.iter().map(Vec::len).max().unwrap_or_default();
    // Side by side, values are of one size.
    let fitting = |size: f64, values: &mut dyn Iterator<Item = &String>| {
        values.fold(size, |size, value| size.min(fit(value, width, size)))
    };
    let target_size = fitting(92.0, &mut shown.iter().filter_map(|one| one.target.as_ref()));
    let result_size = fitting(56.0, &mut shown.iter().filter_map(|one| one.result.as_ref()));
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    let lines_height = lines as f64 * name_size * NAME_LINE;
    // What stands below the lines of the names, and the room that is left above and below.
    let (below, bottom) = (266.0, 586.0);
    let top = 246.0 + ((bottom - 246.0 - lines_height - below) / 2.0).max(0.0);
    let mut x = MARGIN;
    for (one, name) in shown.iter().zip(&names) {
        drawing.rect("actual", (x, top), (width, 3.0));
        let mut y = top + 8.0;
        for line in name {
            y += name_size * NAME_LINE;
            drawing.text("name", line, (x, y), width, name_size);
        }
        let y = top + 8.0 + lines_height;
        let plan = (texts.side)(Side::Plan, about.plan_year);
        drawing.text("caption", &plan, (x, y + 48.0), width, 24.0);
        let target = one.target.as_deref().unwrap_or_default();
        drawing.text("value actual", target, (x, y + 138.0), width, target_size);
        if let Some(result) = &one.result {
            let actual = (texts.side)(Side::Actual, about.actual_year);
            drawing.text("caption", &actual, (x, y + 194.0), width, 24.0);
            drawing.text("value", result, (x, y + 250.0), width, result_size);
        }
        x += width + GAP;
    }
    let (width, height) = SIZE;
    // The library that draws it knows no `:lang()`.
    let style = match lang {
        Lang::Zh => DRAWING.to_owned(),
        Lang::En => DRAWING.replace(":lang(en)", ""),
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing\" width=\"{width}\" height=\"{height}\">\
         <style>{}</style>{}</svg>",
        Escaped(&style),
        drawing.0,
    )
}

/// A name takes so many lines at most.
const NAME_LINES: usize = 3;
const NAME_LINE: f64 = 1.25;

/// The lines of a name, at most so many; where there would be more, the last says so.
fn name_lines(name: &str, width: f64, size: f64) -> Vec<String> {
    let mut lines = wrap(name, width, size);
    if lines.len() > NAME_LINES {
        lines.truncate(NAME_LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

/// The largest size at which all names have room.
fn name_size(shown: &[Headline<'_>], width: f64) -> f64 {
    const SIZES: [(f64, usize); 6] = [(30.0, 1), (30.0, 2), (28.0, 2), (26.0, 2), (24.0, 3), (22.0, 3)];
    let fits =
        |(size, lines): &(f64, usize)| shown.iter().all(|one| wrap(&one.name, width, *size).len() <= *lines);
    SIZES.into_iter().find(fits).map_or(20.0, |(size, _)| size)
}

/// The size, at most `size`, at which text takes no more than `width`.
fn fit(text: &str, width: f64, size: f64) -> f64 {
    size.min(width / text_width(text, 1.0).max(f64::MIN_POSITIVE))
}

/// Elements of a drawing.
struct Drawing(String);

impl Drawing {
    fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        // Writing to a string does not fail.
        let _ = write!(
            self.0,
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
        );
    }

    /// Text on its base line, smaller where it would take more than `width`.
    fn text(&mut self, class: &str, text: &str, (x, y): (f64, f64), width: f64, size: f64) {
        let size = fit(text, width, size);
        // Few fonts have the narrow space.
        let text = text.replace('\u{202F}', " ");
        let text = Escaped(&text);
        let _ =
            write!(self.0, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" font-size=\"{size}\">{text}</text>");
    }
}

#[cfg(test)]
mod tests {
    use plan_explorer::data::bundled;

    use super::*;
    use crate::hostile::hostile;

    #[test]
    fn the_headline_numbers_are_in_the_drawing_and_its_description() {
        for (_, lang) in Lang::ALL {
            let report = bundled().unwrap();
            let drawing = svg(&report, *lang);
            let material = material(&report, Texts::of(*lang));
            let shown = shown(&material);
            assert!((3..=4).contains(&shown.len()));
            let document = roxmltree::Document::parse(&drawing).unwrap();
            let texts: Vec<&str> = document.descendants().filter_map(|node| node.text()).collect();
            let description = description(&report, *lang);
            for one in &shown {
                let (target, result) = (one.target.as_deref().unwrap(), one.result.as_deref().unwrap());
                assert!(texts.contains(&target) && texts.contains(&result), "{one:?}");
                assert!(description.contains(&one.name) && description.contains(target));
            }
        }
    }

    #[test]
    fn nothing_leaves_the_drawing() {
        for (_, lang) in Lang::ALL {
            for report in [bundled().unwrap(), hostile()] {
                let drawing = svg(&report, *lang);
                let document = roxmltree::Document::parse(&drawing).unwrap();
                for node in document.descendants().filter(|node| node.has_tag_name("text")) {
                    let number = |name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
                    let end = number("x") + text_width(node.text().unwrap(), number("font-size"));
                    assert!(end <= f64::from(SIZE.0) - MARGIN + 1e-6, "{node:?}");
                    assert!(number("y") < f64::from(SIZE.1) - 40.0);
                }
            }
        }
    }

    #[test]
    fn no_value_becomes_markup() {
        for (_, lang) in Lang::ALL {
            let drawing = svg(&hostile(), *lang);
            let document = roxmltree::Document::parse(&drawing).unwrap();
            let known = ["svg", "style", "rect", "text"];
            let mut elements = document.descendants().filter(roxmltree::Node::is_element);
            assert!(elements.all(|node| known.contains(&node.tag_name().name())), "{drawing}");
        }
    }

    #[test]
    fn without_fonts_there_is_a_sentence_and_no_picture_of_boxes() {
        let none = Fonts(Arc::new(Database::new()));
        let error = png(&bundled().unwrap(), Lang::Zh, &none).err().unwrap().to_string();
        assert!(error.contains("no font on this machine") && error.contains("fonts-noto-cjk"), "{error}");
    }

    #[test]
    fn characters_that_no_font_has_are_named() {
        let fonts = Fonts::of_machine();
        if fonts.0.is_empty() {
            return;
        }
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
