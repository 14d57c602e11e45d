//! The picture as a drawing: what stands where.

use std::fmt::Write as _;

use plan_chart::{text_width, wrap};
use plan_explorer::data::Prepared;
use plan_explorer::headline::Headline;
use plan_explorer::state::Lang;
use plan_explorer::style::DRAWING;
use plan_explorer::texts::{Side, Texts};
use resvg::usvg::{Node, Tree};

use super::{FEW, SIZE, shown};
use crate::data_files::material;
use crate::escape::Escaped;

const MARGIN: f64 = 64.0;
const GAP: f64 = 36.0;
const INNER: f64 = SIZE.0 as f64 - 2.0 * MARGIN;

/// The picture as a drawing with the classes of `static/styles/drawing.css`, which give it the colours of the page.
///
/// `wider` is how much more room text takes in the fonts at hand than [`text_width`] takes it to.
pub(super) fn svg(report: &Prepared, lang: Lang, address: Option<&str>, wider: f64) -> String {
    let texts = Texts::of(lang);
    let material = material(report, texts);
    let about = &report.dataset.report;
    let pick = texts.pick;
    let shown = shown(&material);
    let mut drawing = Drawing { elements: String::new(), wider };
    drawing.rect("picture-paper", (0.0, 0.0), (f64::from(SIZE.0), f64::from(SIZE.1)));
    drawing.rect("actual", (0.0, 0.0), (f64::from(SIZE.0), 12.0));
    drawing.text("caption", pick(&about.district), (MARGIN, 86.0), INNER, 30.0);
    drawing.text("value", pick(&about.short_title), (MARGIN, 156.0), INNER, 56.0);
    let date = about.date.to_string();
    let meeting = [pick(&about.meeting), &date].into_iter().filter(|words| !words.is_empty());
    let meeting = meeting.collect::<Vec<&str>>().join(" · ");
    drawing.text("caption", &meeting, (MARGIN, 206.0), INNER, 26.0);
    let count = shown.len().max(FEW);
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    let width = (INNER - GAP * (count - 1) as f64) / count as f64;
    let room = width / wider;
    let name_size = name_size(&shown, room);
    let names: Vec<Vec<String>> = shown.iter().map(|one| name_lines(&one.name, room, name_size)).collect();
    let lines = names.iter().map(Vec::len).max().unwrap_or_default();
    // Side by side, values are of one size.
    let fitting = |size: f64, values: &mut dyn Iterator<Item = &String>| {
        values.fold(size, |size, value| size.min(fit(value, room, size)))
    };
    let target_size = fitting(92.0, &mut shown.iter().filter_map(|one| one.target.as_ref()));
    let result_size = fitting(56.0, &mut shown.iter().filter_map(|one| one.result.as_ref()));
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    let lines_height = lines as f64 * name_size * NAME_LINE;
    // What stands below the lines of the names, and the room that is left above and below.
    let (below, bottom) = (266.0, 592.0);
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
    let foot = [Some(material.origin().about), address.map(str::to_owned)];
    let foot: Vec<String> = foot.into_iter().flatten().collect();
    drawing.text("caption", &foot.join(" · "), (MARGIN, 634.0), INNER, 20.0);
    let (width, height) = SIZE;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing\" width=\"{width}\" height=\"{height}\">\
         <style>{}</style>{}</svg>",
        Escaped(DRAWING),
        drawing.elements,
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

/// How much more room, at most, text of a drawing takes than it was taken to.
pub(super) fn widest(tree: &Tree) -> f64 {
    let texts = tree.root().children().iter().filter_map(|node| match node {
        Node::Text(text) => Some(text),
        _ => None,
    });
    let wider = texts.flat_map(|text| {
        let width = f64::from(text.bounding_box().width());
        text.chunks().iter().filter_map(move |chunk| {
            let size = chunk.spans().first().map(|span| f64::from(span.font_size().get()));
            size.map(|size| width / text_width(chunk.text(), size).max(f64::MIN_POSITIVE))
        })
    });
    wider.fold(1.0, f64::max)
}

/// Elements of a drawing.
struct Drawing {
    elements: String,
    wider: f64,
}

impl Drawing {
    fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        // Writing to a string does not fail.
        let _ = write!(
            self.elements,
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
        );
    }

    /// Text on its base line, smaller where it would take more than `width`.
    fn text(&mut self, class: &str, text: &str, (x, y): (f64, f64), width: f64, size: f64) {
        let size = fit(text, width / self.wider, size);
        let text = Escaped(text);
        let _ = write!(
            self.elements,
            "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" font-size=\"{size}\">{text}</text>"
        );
    }
}

#[cfg(test)]
mod tests {
    use plan_explorer::data::bundled;

    use plan_explorer::state::View;

    use super::super::{Of, description};
    use super::*;
    use crate::hostile::hostile;

    #[test]
    fn the_headline_numbers_are_in_the_drawing_and_its_description() {
        for (_, lang) in Lang::ALL {
            let report = bundled().unwrap();
            let drawing = svg(&report, *lang, None, 1.0);
            let material = material(&report, Texts::of(*lang));
            let shown = shown(&material);
            assert!((3..=4).contains(&shown.len()));
            let document = roxmltree::Document::parse(&drawing).unwrap();
            let texts: Vec<&str> = document.descendants().filter_map(|node| node.text()).collect();
            let description = description(&report, (Of::Page(View::Home), *lang));
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
                let drawing = svg(&report, *lang, None, 1.0);
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
            let drawing = svg(&hostile(), *lang, None, 1.0);
            let document = roxmltree::Document::parse(&drawing).unwrap();
            let known = ["svg", "style", "rect", "text"];
            let mut elements = document.descendants().filter(roxmltree::Node::is_element);
            assert!(elements.all(|node| known.contains(&node.tag_name().name())), "{drawing}");
        }
    }

    #[test]
    fn in_wide_fonts_text_is_smaller() {
        let svg = |wider: f64| svg(&bundled().unwrap(), Lang::En, None, wider);
        let sizes = |svg: &str| -> Vec<f64> {
            let document = roxmltree::Document::parse(svg).unwrap();
            let texts = document.descendants().filter(|node| node.has_tag_name("text"));
            texts.map(|node| node.attribute("font-size").unwrap().parse().unwrap()).collect()
        };
        let (usual, wide) = (sizes(&svg(1.0)), sizes(&svg(1.5)));
        assert!(wide.iter().sum::<f64>() < usual.iter().sum::<f64>(), "{usual:?} {wide:?}");
    }

    #[test]
    fn none_one_and_nine_targets_have_room() {
        let bundled = bundled().unwrap();
        let targets = || bundled.dataset.tasks.iter().filter(|task| task.field == "headline").cloned();
        for count in [0, 1, 9] {
            let mut dataset = (*bundled.dataset).clone();
            dataset.indicators.clear();
            dataset.tasks = targets().cycle().take(count).collect();
            dataset.report.meeting.zh.clear();
            let report = Prepared::with(dataset, Vec::new(), bundled.readings.clone());
            let drawing = svg(&report, Lang::Zh, None, 1.0);
            let document = roxmltree::Document::parse(&drawing).unwrap();
            let texts: Vec<&str> = document.descendants().filter_map(|node| node.text()).collect();
            assert!(texts.contains(&"2021-02-23"), "no mark stands in place of a meeting: {texts:?}");
            let names = document.descendants().filter(|node| node.attribute("class") == Some("name"));
            assert_eq!(names.count() > 0, count > 0, "{count}: {texts:?}");
            let is_within = |node: &roxmltree::Node<'_, '_>| {
                node.attribute("x").and_then(|x| x.parse::<f64>().ok()).is_none_or(|x| x < f64::from(SIZE.0))
            };
            assert!(document.descendants().all(|node| is_within(&node)), "{count}: {drawing}");
        }
    }
}
