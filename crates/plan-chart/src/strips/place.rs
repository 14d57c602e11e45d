//! Where everything stands: dots at their value, stacked where they would cover one another.

use std::collections::VecDeque;

use super::state::{Dot, Strip, StripsChart};
use crate::axis::{AXIS, axis};
use crate::geometry::{Point, Rect, many};
use crate::heading::heading;
use crate::scale::{Scale, is_drawable};
use crate::scene::{Mark, Scene, Target, VALUE_SIZE, paragraph};

const DOT: f64 = 5.0;
/// From one dot to the next in a stack.
const PITCH: f64 = 11.0;
const BETWEEN_STRIPS: f64 = 20.0;
/// Left and right of the axis.
const SIDE: f64 = 12.0;

/// Lays the chart out at `width` pixels; at least 240, at most 4000.
pub fn place(chart: &StripsChart, width: f64) -> Scene {
    let mut scene = Scene::new(width, &chart.says);
    let strips: Vec<&Strip> = chart.strips.iter().filter(|strip| !strip.dots.is_empty()).collect();
    if strips.is_empty() {
        scene.say(&chart.says.empty);
    }
    for (index, strip) in strips.into_iter().enumerate() {
        if index > 0 {
            scene.height += BETWEEN_STRIPS;
        }
        place_strip(&mut scene, strip, index, chart);
    }
    scene
}

fn place_strip(scene: &mut Scene, strip: &Strip, line: usize, chart: &StripsChart) {
    let (mut marks, heading_height) =
        heading(&strip.title, &strip.unit, scene.height, scene.width, &chart.says);
    let mut dots: Vec<&Dot> = strip.dots.iter().filter(|dot| is_drawable(dot.value)).collect();
    plan_lean::sort_by(&mut dots, |a, b| a.value.total_cmp(&b.value));
    let values: Vec<f64> = dots.iter().map(|dot| dot.value).collect();
    let top = scene.height + heading_height;
    if values.is_empty() {
        scene.height = top;
    } else {
        let scale = Scale::fitting(strip.spread, &values, if scene.width < 400.0 { 4 } else { 8 });
        let plot_width = scene.width - 2.0 * SIDE;
        let centres: Vec<f64> = values.iter().map(|value| SIDE + scale.share(*value) * plot_width).collect();
        let levels = stack(&centres);
        let height = many(levels.iter().max().map_or(1, |highest| highest + 1)) * PITCH + 8.0;
        let plot = Rect { x: SIDE, y: top, width: plot_width, height };
        marks.extend(axis(scale, plot, scene.width, &chart.magnitudes));
        marks.push(Mark::line("zero", (plot.x, plot.bottom()), (plot.right(), plot.bottom())));
        scene.add("strip", std::mem::take(&mut marks));
        let area = Rect { x: 0.0, y: top, width: scene.width, height: height + AXIS };
        for ((dot, x), level) in dots.iter().zip(&centres).zip(&levels) {
            let centre = Point::new(*x, plot.bottom() - PITCH / 2.0 - 2.0 - many(*level) * PITCH);
            let class = if dot.is_plan { "plan dot" } else { "actual dot" };
            let target = target(dot, area, centre, line);
            scene.add_target("point", target, vec![Mark::circle(class, centre.x, centre.y, DOT)]);
        }
        scene.height = plot.bottom() + AXIS;
    }
    for sentence in &strip.captions {
        marks.extend(sentence_below(scene, sentence).0);
    }
    scene.add("captions", marks);
    // What no axis can hold is a sentence, which is found and chosen as dots are.
    for dot in strip.dots.iter().filter(|dot| !is_drawable(dot.value)) {
        let sentence = format!("{} {}{}", dot.label, dot.written, chart.says.undrawable);
        let (marks, area) = sentence_below(scene, &sentence);
        let anchor = Point::new(area.width / 2.0, area.y + area.height / 2.0);
        scene.add_target("point", target(dot, area, anchor, line), marks);
    }
}

fn target(dot: &Dot, area: Rect, anchor: Point, line: usize) -> Target {
    Target {
        id: dot.id.clone(),
        name: dot.label.clone(),
        details: dot.details.clone(),
        pressed: dot.pressed,
        area,
        anchor,
        line,
    }
}

/// The sentence in lines below what is there, and what they take.
fn sentence_below(scene: &mut Scene, sentence: &str) -> (Vec<Mark>, Rect) {
    let top = scene.height;
    let (marks, height) = paragraph("caption", sentence, (0.0, top), scene.width, VALUE_SIZE);
    scene.height += height;
    (marks, Rect { x: 0.0, y: top, width: scene.width, height })
}

/// For dots at these centres, from left to right, the lowest level where each touches no other.
fn stack(centres: &[f64]) -> Vec<usize> {
    // Levels become free again in the order in which they were taken, since the dots come from left to right.
    let mut taken: VecDeque<(f64, usize)> = VecDeque::new();
    // From the highest to the lowest.
    let mut free: Vec<usize> = Vec::new();
    let mut levels = 0;
    let level = |x: &f64| {
        while let Some((_, level)) = taken.pop_front_if(|(before, _)| *x - *before >= PITCH) {
            free.insert(free.partition_point(|higher| *higher > level), level);
        }
        let level = free.pop().unwrap_or(levels);
        levels = levels.max(level + 1);
        taken.push_back((*x, level));
        level
    };
    centres.iter().map(level).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Says;

    fn chart(values: &[f64]) -> StripsChart {
        let dot = |(index, value): (usize, &f64)| Dot {
            id: index.to_string(),
            label: format!("Project {index}"),
            value: *value,
            written: format!("{value:e}"),
            ..Dot::default()
        };
        let dots = values.iter().enumerate().map(dot).collect();
        let says = Says { undrawable: " (not drawn)".to_owned(), ..Says::default() };
        let captions = vec!["The largest is Project 1".to_owned()];
        let strip =
            Strip { title: "Land".to_owned(), unit: "mu".to_owned(), dots, captions, ..Strip::default() };
        StripsChart { strips: vec![strip], says, ..StripsChart::default() }
    }

    #[test]
    fn dots_are_stacked_only_where_they_would_touch() {
        assert_eq!(stack(&[0.0, 5.0, 9.0, 11.0, 40.0]), [0, 1, 2, 0, 0]);
        assert_eq!(stack(&[]), [0; 0]);
        assert_eq!(stack(&[3.0; 4]), [0, 1, 2, 3]);
    }

    #[test]
    fn ten_thousand_dots_touch_nowhere_and_stand_as_low_as_they_can() {
        let mut centres: Vec<f64> = (0..10_000).map(|i| f64::from(i * i % 9973) / 30.0).collect();
        centres.sort_by(f64::total_cmp);
        let mut ends: Vec<f64> = Vec::new();
        for (x, level) in centres.iter().zip(stack(&centres)) {
            let lowest = ends.iter().position(|end| x - end >= PITCH).unwrap_or(ends.len());
            assert_eq!(level, lowest);
            if level == ends.len() {
                ends.push(*x);
            }
            ends[level] = *x;
        }
    }

    #[test]
    fn keys_lead_through_the_dots_by_value() {
        let scene = place(&chart(&[30.0, 10.0, 20.0]), 600.0);
        let names: Vec<&str> = scene.targets.iter().map(|target| target.name.as_str()).collect();
        assert_eq!(names, ["Project 1", "Project 2", "Project 0"]);
        assert!(scene.targets.is_sorted_by(|a, b| a.anchor.x < b.anchor.x));
    }

    #[test]
    fn the_nearest_dot_is_found_from_anywhere_on_the_strip() {
        let scene = place(&chart(&[0.0, 100.0]), 600.0);
        let top = scene.targets[0].area.y;
        assert_eq!((scene.at(100.0, top), scene.at(500.0, top)), (Some(0), Some(1)));
    }

    #[test]
    fn what_no_axis_can_hold_is_a_sentence_that_is_found_and_chosen() {
        let scene = place(&chart(&[30.0, f64::MAX, 10.0]), 600.0);
        let target = &scene.targets[2];
        assert_eq!(target.name, "Project 1");
        assert_eq!(scene.at(target.anchor.x, target.anchor.y), Some(2));
        let sentence = scene.texts().find(|text| text.words.contains("not drawn")).unwrap();
        assert_eq!(sentence.words, "Project 1 1.7976931348623157e308 (not drawn)");
        assert!(target.area.contains(Point::new(sentence.x, sentence.y)));
    }

    #[test]
    fn without_a_number_there_is_no_axis_but_all_that_is_said() {
        let scene = place(&chart(&[f64::NAN]), 600.0);
        let texts: Vec<&str> = scene.texts().map(|text| text.words.as_str()).collect();
        assert_eq!(texts, ["Land", "mu", "The largest is Project 1", "Project 0 NaN (not drawn)"]);
        assert_eq!(scene.marks().count(), texts.len());
    }
}
