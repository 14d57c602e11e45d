//! Where everything stands: the bar over the full width, the names of the parts below it, each after its pattern.

use super::state::{Part, PartsChart, Whole};
use crate::geometry::{Point, Rect, many};
use crate::heading::heading;
use crate::scale::is_drawable;
use crate::scene::{LINE, Mark, Scene, Target, VALUE_SIZE};
use crate::text::{text_width, wrap};

const BAR: f64 = 32.0;
const BETWEEN_WHOLES: f64 = 20.0;
/// Between two parts of a bar.
const GAP: f64 = 2.0;
/// The narrowest part that is still seen.
const THINNEST: f64 = 3.0;
const SWATCH: f64 = 14.0;
const SWATCH_TO_TEXT: f64 = 6.0;
const BETWEEN_NAMES: f64 = 20.0;

/// Patterns tell neighbours apart where colours do not; the fifth part begins anew.
const PATTERNS: [&str; 4] = ["part part-1", "part part-2", "part part-3", "part part-4"];

/// Lays the chart out at `width` pixels; at least 240, at most 4000.
pub fn place(chart: &PartsChart, width: f64) -> Scene {
    let mut scene = Scene::new(width, &chart.says);
    let wholes: Vec<&Whole> = chart.wholes.iter().filter(|whole| !whole.parts.is_empty()).collect();
    if wholes.is_empty() {
        scene.say(&chart.says.empty);
    }
    for (index, whole) in wholes.into_iter().enumerate() {
        if index > 0 {
            scene.height += BETWEEN_WHOLES;
        }
        place_whole(&mut scene, whole, index, chart);
    }
    scene
}

/// A part takes room in the bar where its size is a number above zero.
fn has_room(part: &Part) -> bool {
    is_drawable(part.value) && part.value > 0.0
}

fn pattern(part: &Part, index: usize) -> &'static str {
    if part.is_rest { "part rest" } else { PATTERNS.get(index % PATTERNS.len()).copied().unwrap_or("part") }
}

fn place_whole(scene: &mut Scene, whole: &Whole, line: usize, chart: &PartsChart) {
    let (marks, height) = heading(&whole.title, &whole.unit, scene.height, scene.width, &chart.says);
    scene.add("panel", marks);
    let top = scene.height + height;
    let segments = segments(whole, top, scene.width);
    let names_top = if segments.iter().any(Option::is_some) { top + BAR + 8.0 } else { top };
    let (names, names_height) = names(whole, &segments, names_top, scene.width, chart);
    let bottom = names_top + names_height + 4.0;
    for ((index, part), (segment, name)) in whole.parts.iter().enumerate().zip(segments.iter().zip(names)) {
        let mut marks = Vec::new();
        marks.extend(segment.map(|segment| Mark::rect(pattern(part, index), segment)));
        // What is too thin to be hit is found by its name.
        let area = segment.filter(|segment| segment.width >= 12.0).unwrap_or(name.frame);
        marks.extend(name.marks);
        let target = Target {
            id: part.id.clone(),
            name: part.label.clone(),
            details: part.details.clone(),
            current: None,
            area,
            anchor: Point::new(area.x + area.width / 2.0, area.y + area.height / 2.0),
            line,
        };
        scene.add_target("whole-part", target, marks);
    }
    scene.height = bottom;
}

/// The rectangles of the parts: none is thinner than can be seen, which the widest pays for.
fn segments(whole: &Whole, top: f64, width: f64) -> Vec<Option<Rect>> {
    let sizes: Vec<f64> =
        whole.parts.iter().map(|part| if has_room(part) { part.value } else { 0.0 }).collect();
    let sum: f64 = sizes.iter().sum();
    let shown = sizes.iter().filter(|size| **size > 0.0).count();
    // Very many parts share the width with the gaps between them.
    let gap = GAP.min(width / many(2 * shown.max(1)));
    let room = width - many(shown.saturating_sub(1)) * gap;
    let thinnest = THINNEST.min(room / many(shown.max(1)));
    let mut widths: Vec<f64> =
        sizes.iter().map(|size| if *size > 0.0 { (size / sum * room).max(thinnest) } else { 0.0 }).collect();
    let excess = widths.iter().sum::<f64>() - room;
    let spare: f64 = widths.iter().map(|width| (width - thinnest).max(0.0)).sum();
    if excess > 0.0 && spare > 0.0 {
        for width in &mut widths {
            *width -= excess * (*width - thinnest).max(0.0) / spare;
        }
    }
    let mut x = 0.0;
    widths
        .into_iter()
        .map(|width| {
            let segment = (width > 0.0).then_some(Rect { x, y: top, width, height: BAR });
            x += if width > 0.0 { width + gap } else { 0.0 };
            segment
        })
        .collect()
}

struct Name {
    marks: Vec<Mark>,
    frame: Rect,
}

/// The name and size of each part after its swatch: below the part where all have room on one line, else in lines.
fn names(
    whole: &Whole,
    segments: &[Option<Rect>],
    top: f64,
    width: f64,
    chart: &PartsChart,
) -> (Vec<Name>, f64) {
    let text = |part: &Part| {
        let undrawable =
            if has_room(part) || part.value == 0.0 { "" } else { chart.says.undrawable.as_str() };
        format!("{} {}{undrawable}", part.label, part.written)
    };
    let before = SWATCH + SWATCH_TO_TEXT;
    let wanted = |part: &Part| before + text_width(&text(part), VALUE_SIZE);
    let starts = one_line(whole, segments, wanted, width).unwrap_or_default();
    let mut names = Vec::new();
    let (mut x, mut line) = (0.0, 0);
    for (index, part) in whole.parts.iter().enumerate() {
        if let Some(start) = starts.get(index) {
            x = *start;
        } else if x > 0.0 && x + wanted(part) > width {
            (x, line) = (0.0, line + 1);
        }
        let first = top + many(line) * LINE;
        let swatch = Rect { x, y: first + 3.0, width: SWATCH, height: SWATCH };
        let mut marks = vec![Mark::rect(pattern(part, index), swatch)];
        let mut right = x;
        for (index, words) in wrap(&text(part), width - x - before, VALUE_SIZE).iter().enumerate() {
            line += usize::from(index > 0);
            let y = top + (many(line) + 0.5) * LINE;
            marks.push(Mark::text("name", words, x + before, y, VALUE_SIZE));
            right = right.max(x + before + text_width(words, VALUE_SIZE));
        }
        let frame = Rect::between(x, right, first, top + many(line + 1) * LINE);
        names.push(Name { marks, frame });
        x = right + BETWEEN_NAMES;
    }
    (names, many(line + 1) * LINE)
}

/// The left ends of the names where each begins below its part or right after the one before; `None` where the last
/// would leave the drawing.
fn one_line(
    whole: &Whole,
    segments: &[Option<Rect>],
    wanted: impl Fn(&Part) -> f64,
    width: f64,
) -> Option<Vec<f64>> {
    let mut free = 0.0_f64;
    let mut starts = Vec::new();
    for (part, segment) in whole.parts.iter().zip(segments) {
        let start = segment.map_or(free, |segment| free.max(segment.x));
        free = start + wanted(part) + BETWEEN_NAMES;
        starts.push(start);
    }
    // Names at the right end may stand further left than their part.
    let mut limit = width;
    for (part, start) in whole.parts.iter().zip(&mut starts).rev() {
        *start = start.min(limit - wanted(part));
        limit = *start - BETWEEN_NAMES;
    }
    starts.first().is_some_and(|first| *first >= 0.0).then_some(starts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Says, Shape};

    fn chart(parts: &[(&str, f64)]) -> PartsChart {
        let part = |(label, value): &(&str, f64)| Part {
            id: (*label).to_owned(),
            label: (*label).to_owned(),
            value: *value,
            written: value.to_string(),
            ..Part::default()
        };
        let whole = Whole { parts: parts.iter().map(part).collect(), ..Whole::default() };
        PartsChart { wholes: vec![whole], says: Says { undrawable: "?".to_owned(), ..Says::default() } }
    }

    /// The rectangles of the bar, from left to right.
    fn bar(scene: &Scene) -> Vec<Rect> {
        let rects = scene.marks().filter_map(|mark| match mark.shape {
            Shape::Rect(rect) if (rect.height - BAR).abs() < 1e-9 => Some(rect),
            _ => None,
        });
        rects.collect()
    }

    #[test]
    fn parts_fill_the_width_by_their_share() {
        let bar = bar(&place(&chart(&[("a", 1.0), ("b", 3.0)]), 402.0));
        assert!(bar[0].x.abs() < 1e-9);
        assert!((bar[0].width - 100.0).abs() < 1e-9 && (bar[1].width - 300.0).abs() < 1e-9);
        assert!((bar[1].right() - 402.0).abs() < 1e-9);
    }

    #[test]
    fn the_smallest_part_is_seen_and_found_by_its_name() {
        let scene = place(&chart(&[("tiny", 1e-3), ("huge", 1e9)]), 400.0);
        let bar = bar(&scene);
        assert!((bar[0].width - THINNEST).abs() < 1e-9 && (bar[1].right() - 400.0).abs() < 1e-9);
        let name = scene.texts().find(|text| text.words.starts_with("tiny")).unwrap();
        assert_eq!(scene.at(name.x, name.y), Some(0));
        assert_eq!(scene.at(200.0, bar[1].y), Some(1));
    }

    #[test]
    fn two_hundred_parts_stay_in_the_drawing() {
        let parts: Vec<(&str, f64)> = (0..200).map(|_| ("part", 1.0)).collect();
        let bar = bar(&place(&chart(&parts), 240.0));
        assert_eq!(bar.len(), 200);
        assert!(bar[199].right() <= 240.0 + 1e-6);
        assert!(bar.windows(2).all(|pair| pair[0].right() < pair[1].x));
    }

    #[test]
    fn names_begin_below_their_parts_where_all_have_room_and_else_stand_in_lines() {
        let scene = place(&chart(&[("one", 50.0), ("two", 45.0), ("three", 5.0)]), 600.0);
        let (bar, names): (_, Vec<_>) = (bar(&scene), scene.texts().collect());
        assert!((names[1].x - SWATCH - SWATCH_TO_TEXT - bar[1].x).abs() < 1e-9);
        assert!(
            names[2].x < bar[2].x && (names[2].frame().right() - 600.0).abs() < 1e-6,
            "at the end, not below"
        );
        assert!(names.iter().all(|name| (name.y - names[0].y).abs() < 1e-9));
        let long = "a name that is long enough for a line";
        let scene = place(&chart(&[(long, 50.0), ("two", 45.0), (long, 5.0)]), 300.0);
        let lines: Vec<f64> = scene.texts().map(|name| name.y).collect();
        assert!(lines[0] < lines[1] && lines[1] < lines[2]);
    }

    #[test]
    fn what_takes_no_room_is_told() {
        let scene =
            place(&chart(&[("a", 1.0), ("less", -2.0), ("none", 0.0), ("endless", f64::INFINITY)]), 800.0);
        assert_eq!(bar(&scene).len(), 1);
        let texts: Vec<&str> = scene.texts().map(|text| text.words.as_str()).collect();
        assert_eq!(texts, ["a 1", "less -2?", "none 0", "endless inf?"]);
        assert_eq!(scene.targets.len(), 4);
    }

    #[test]
    fn without_a_size_there_is_no_bar() {
        let scene = place(&chart(&[("a", 0.0), ("b", 0.0)]), 400.0);
        assert_eq!((bar(&scene).len(), scene.targets.len()), (0, 2));
    }
}
