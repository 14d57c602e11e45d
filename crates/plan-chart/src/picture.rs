//! A chart as a file of its own: with the subject, title and legend above it, source and date below, and the styles in the file.
//!
//! A picture of a fixed size is made as a newspaper would: what stands around the chart has its size on paper; the chart takes the
//! room between, laid out at the width at which its text is largest there.

use plan_lean::{between, fixed};

use crate::Chart;
use crate::draw::{Look, nodes};
use crate::geometry::many;
use crate::node::{Content, Node};
use crate::pattern::definitions;
use crate::rows::{Form, Role};
use crate::scene::{AXIS_SIZE, Group, LINE, Mark, Scene, VALUE_SIZE, paragraph};
use crate::text::{text_width, wrap};

/// What stands around the chart in the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// Of which report, and what of it: stands above the title.
    pub subject: String,
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

/// How large a picture is, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Size {
    /// As large as it is with the chart laid out at that width.
    Whole(f64),
    /// Exactly that width and height.
    Fixed(f64, f64),
}

/// For pages and slides.
pub const WIDE: Size = Size::Fixed(1200.0, 675.0);

/// For phones.
pub const HIGH: Size = Size::Fixed(1080.0, 1350.0);

/// The smallest text of a picture of a fixed size, in its pixels.
pub const SMALLEST: f64 = 13.0;

/// Of a pixel, after the point.
const DIGITS: u32 = 6;

/// How much larger than on the page a chart is that makes its picture higher.
const HIGHER: f64 = 1.35;
/// From one size of the chart that is tried to the next.
const STEP: f64 = 1.04;
const TITLE_SIZE: f64 = 18.0;
const TITLE_LINE: f64 = 26.0;
const BETWEEN: f64 = 12.0;

/// What stands around the chart: how far from the edges, and how much larger than on the page.
#[derive(Clone, Copy)]
struct Around {
    padding: f64,
    title: f64,
    scope: f64,
    foot: f64,
}

impl Around {
    /// In a picture of a fixed size, with the title so many times larger than usual.
    fn fixed(part: f64) -> Self {
        let (scope, foot) = (1.6 * part.max(0.85), 1.25 * between(part, 1.0, 1.4));
        Self { padding: 40.0, title: 2.3 * part, scope, foot }
    }
}

/// Marks that stand together, from a place on, so many times larger.
struct Block {
    class: &'static str,
    marks: Vec<Mark>,
    top: f64,
    times: f64,
}

/// An SVG file of the chart. `style` is CSS without variables, which few programs but browsers know. The second value is the size
/// of the file's picture in pixels: that of `size`, unless the text of a chart would be smaller there than [`SMALLEST`]. Then the
/// picture is as high as it has to be.
pub fn svg_file(chart: &Chart, picture: &Picture, size: Size, style: &str) -> (String, (f64, f64)) {
    match size {
        Size::Whole(width) => {
            let scene = chart.place(width);
            let around = Around { padding: 20.0, title: 1.3, scope: 1.0, foot: 1.0 };
            let width = scene.width + 2.0 * around.padding;
            written(&scene, picture, (around, 1.0), (width, 0.0), style)
        }
        Size::Fixed(width, height) => {
            let (scene, around, times) = fitting(chart, picture, (width, height));
            written(&scene, picture, (around, times), (width, height), style)
        }
    }
}

/// The layout of the chart whose text is largest in a picture of that size: the chart, what is around it, and how much larger than on
/// the page the chart is. Where text would be smaller than [`SMALLEST`], one that is too high.
fn fitting(chart: &Chart, picture: &Picture, (width, height): (f64, f64)) -> (Scene, Around, f64) {
    // Where the chart can be as large as `good`, its title is as large as that leaves room for. On a phone a high picture is smaller
    // than a wide one on a screen.
    let (more, good, limit) = if height > width { (1.25, 2.0, 3.4) } else { (1.0, 1.5, 2.1) };
    let mut most = SMALLEST / AXIS_SIZE;
    let mut least = most - 1e-9;
    while most < limit {
        most *= STEP;
    }
    let around = Around::fixed(1.0);
    let mut best = (chart.place((width - 2.0 * around.padding) / HIGHER), around, HIGHER);
    for in_two in [false, true] {
        for part in [1.5, 1.25, 1.0, 0.85, 0.7] {
            let around = Around::fixed(part * more);
            let inner = width - 2.0 * around.padding;
            let room = height - head(picture, inner, around).1 - foot(picture, inner, around).1;
            let mut times = most;
            while times > least {
                let width = inner / times;
                let scene = if in_two { chart.place_in_two(width) } else { Some(chart.place(width)) };
                if let Some(scene) = scene.filter(|scene| scene.height * times <= room) {
                    best = (scene, around, times);
                    if times >= good {
                        return best;
                    }
                    least = times;
                }
                times /= STEP;
            }
        }
    }
    best
}

/// What stands above the chart in so much width, and how much room that takes with the edge.
fn head(picture: &Picture, inner: f64, around: Around) -> (Vec<Block>, f64) {
    let mut y = around.padding;
    let mut blocks = Vec::new();
    let mut put = |class, (marks, height): (Vec<Mark>, f64), before: f64, times: f64| {
        if height > 0.0 {
            blocks.push(Block { class, marks, top: y + before, times });
            y += before + height * times;
        }
    };
    let inner = |times: f64| inner / times;
    put("picture-subject", caption(&picture.subject, inner(around.scope)), 0.0, around.scope);
    let lines = wrap(&picture.title, inner(around.title), TITLE_SIZE);
    let line = |(index, line): (usize, &String)| {
        Mark::text("picture-title", line, 0.0, (many(index) + 0.5) * TITLE_LINE, TITLE_SIZE)
    };
    let title = lines.iter().enumerate().map(line).collect();
    put("picture-head", (title, many(lines.len()) * TITLE_LINE), 2.0, around.title);
    put("picture-scope", caption(&picture.scope, inner(around.scope)), 4.0, around.scope);
    put("picture-legend", legend(&picture.legend, inner(around.scope)), 8.0, around.scope);
    (blocks, y + BETWEEN * around.scope)
}

/// The same of what stands below the chart.
fn foot(picture: &Picture, inner: f64, around: Around) -> (Vec<Block>, f64) {
    let mut y = BETWEEN * around.foot;
    let mut blocks = Vec::new();
    for line in &picture.lines {
        let (marks, height) = caption(line, inner / around.foot);
        blocks.push(Block { class: "picture-foot", marks, top: y, times: around.foot });
        y += height * around.foot;
    }
    (blocks, y + around.padding)
}

fn caption(words: &str, width: f64) -> (Vec<Mark>, f64) {
    if words.is_empty() {
        (Vec::new(), 0.0)
    } else {
        paragraph("caption", words, (0.0, 0.0), width, VALUE_SIZE)
    }
}

/// The file of a picture that is at least so large, with the chart so many times larger than it was laid out.
fn written(
    scene: &Scene,
    picture: &Picture,
    (around, times): (Around, f64),
    (width, height): (f64, f64),
    style: &str,
) -> (String, (f64, f64)) {
    let inner = width - 2.0 * around.padding;
    let (mut blocks, top) = head(picture, inner, around);
    let (foot, below) = foot(picture, inner, around);
    // Whole pixels; what adds up to a hair more than was asked for is that.
    let height = height.max((top + scene.height * times + below - 1e-6).ceil());
    blocks.extend(foot.into_iter().map(|block| Block { top: block.top + height - below, ..block }));
    // What room is left stands half above the chart, half below.
    let left = height - top - below - scene.height * times;
    let mut chart = nodes(scene, Look::default());
    chart.make_picture();
    let placed = |mut node: Node, top: f64, times: f64| {
        let [x, y, times] = [around.padding, top, times].map(|value| fixed(value, DIGITS));
        node.attributes.push(("transform", format!("translate({x} {y}) scale({times})")));
        node
    };
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
    for Block { class, marks, top, times } in blocks {
        let groups = vec![Group { class, target: None, marks }];
        let block = Scene { width, height, targets: Vec::new(), groups, full_stop: String::new() };
        svg.push(placed(nodes(&block, Look::default()), top, times));
    }
    svg.push(placed(chart, top + left / 2.0, times));
    let mut text = String::new();
    svg.write(&mut text);
    (text, (width, height))
}

/// The legend in lines of at most `width` pixels, and its height.
fn legend(entries: &[(Form, Role, String)], width: f64) -> (Vec<Mark>, f64) {
    const GLYPH: f64 = 20.0;
    if entries.is_empty() {
        return (Vec::new(), 0.0);
    }
    let mut marks = Vec::new();
    let (mut x, mut line) = (0.0, 0);
    for (form, role, words) in entries {
        if x > 0.0 && x + GLYPH + text_width(words, VALUE_SIZE) > width {
            (x, line) = (0.0, line + 1);
        }
        let start = x + GLYPH;
        let y = |line: usize| (many(line) + 0.5) * LINE;
        marks.extend(crate::rows::number_glyph(*form, *role, x, y(line)));
        for (index, words) in wrap(words, width - start, VALUE_SIZE).iter().enumerate() {
            line += usize::from(index > 0);
            marks.push(Mark::text("name", words, start, y(line), VALUE_SIZE));
            x = start + text_width(words, VALUE_SIZE) + GLYPH;
        }
    }
    (marks, many(line + 1) * LINE)
}
