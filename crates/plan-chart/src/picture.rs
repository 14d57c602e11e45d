//! A chart as a file of its own: with its title, legend, source and date in the picture, and its styles in the file.

use plan_lean::fixed;

use crate::draw::{Look, nodes};
use crate::geometry::many;
use crate::node::{Content, Node};
use crate::pattern::definitions;
use crate::rows::{Form, Role};
use crate::scene::{Group, LINE, Mark, Scene, VALUE_SIZE, paragraph};
use crate::text::{text_width, wrap};

/// What stands around the chart in the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// The finding.
    pub title: String,
    /// What is shown.
    pub scope: String,
    /// The marks and what they mean.
    pub legend: Vec<(Form, Role, String)>,
    /// Lines below the chart: source, date.
    pub lines: Vec<String>,
    /// The BCP 47 tag of the words.
    pub lang: &'static str,
}

/// Of a pixel, after the point.
const DIGITS: u32 = 6;

const PADDING: f64 = 20.0;
const TITLE_SIZE: f64 = 18.0;
/// A line of the title is higher than others.
const TITLE_LINE: f64 = 26.0;
const BETWEEN: f64 = 12.0;

/// An SVG file of the chart at the scene's width. `style` is CSS without variables, which few programs but browsers
/// know. The second value is the size of the file's picture in pixels.
pub fn svg_file(scene: &Scene, picture: &Picture, style: &str) -> (String, (f64, f64)) {
    let inner = scene.width;
    let mut y = PADDING;
    let mut head = Vec::new();
    for line in wrap(&picture.title, inner, TITLE_SIZE) {
        head.push(Mark::text("picture-title", &line, PADDING, y + TITLE_LINE / 2.0, TITLE_SIZE));
        y += TITLE_LINE;
    }
    if !picture.scope.is_empty() {
        let (marks, height) = paragraph("caption", &picture.scope, (PADDING, y + 4.0), inner, VALUE_SIZE);
        head.extend(marks);
        y += 4.0 + height;
    }
    if !picture.legend.is_empty() {
        let (marks, height) = legend(&picture.legend, (PADDING, y + 8.0), inner);
        head.extend(marks);
        y += 8.0 + height;
    }
    y += BETWEEN;
    let chart_top = y;
    y += scene.height + BETWEEN;
    let mut foot = Vec::new();
    for line in &picture.lines {
        let (marks, height) = paragraph("caption", line, (PADDING, y), inner, VALUE_SIZE);
        foot.extend(marks);
        y += height;
    }
    let (width, height) = (inner + 2.0 * PADDING, y + PADDING);
    let around = Scene {
        width,
        height,
        targets: Vec::new(),
        groups: vec![
            Group { class: "picture-head", target: None, marks: head },
            Group { class: "picture-foot", target: None, marks: foot },
        ],
        full_stop: String::new(),
    };
    let mut chart = nodes(scene, Look::default());
    chart.make_picture();
    chart
        .attributes
        .push(("transform", format!("translate({} {})", fixed(PADDING, DIGITS), fixed(chart_top, DIGITS))));
    let [wide, high] = [width, height].map(|size| fixed(size, DIGITS));
    let title = Node { content: Content::Text(picture.title.clone()), ..Node::new("title") };
    let mut svg = Node::new("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("class", "drawing")
        .with("lang", picture.lang)
        .with("width", wide.clone())
        .with("height", high.clone())
        .with("viewBox", format!("0 0 {wide} {high}"))
        .with("role", "img");
    svg.push(title);
    svg.push(Node { content: Content::Text(style.to_owned()), ..Node::new("style") });
    svg.push(Node::new("rect").with("class", "picture-paper").with("width", "100%").with("height", "100%"));
    svg.push(definitions());
    svg.push(nodes(&around, Look::default()));
    svg.push(chart);
    let mut text = String::new();
    svg.write(&mut text);
    (text, (width, height))
}

/// The legend in lines of at most `width` pixels from `at` on, and its height.
fn legend(entries: &[(Form, Role, String)], at: (f64, f64), width: f64) -> (Vec<Mark>, f64) {
    const GLYPH: f64 = 20.0;
    let mut marks = Vec::new();
    let (mut x, mut line) = (0.0, 0);
    for (form, role, words) in entries {
        if x > 0.0 && x + GLYPH + text_width(words, VALUE_SIZE) > width {
            (x, line) = (0.0, line + 1);
        }
        let start = x + GLYPH;
        let y = |line: usize| at.1 + (many(line) + 0.5) * LINE;
        marks.extend(crate::rows::number_glyph(*form, *role, at.0 + x, y(line)));
        for (index, words) in wrap(words, width - start, VALUE_SIZE).iter().enumerate() {
            line += usize::from(index > 0);
            marks.push(Mark::text("name", words, at.0 + start, y(line), VALUE_SIZE));
            x = start + text_width(words, VALUE_SIZE) + GLYPH;
        }
    }
    (marks, many(line + 1) * LINE)
}
