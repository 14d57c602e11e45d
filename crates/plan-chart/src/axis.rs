//! The horizontal axis of a panel: lines at its ticks, and as many labels as have room.

use plan_lean::between;

use crate::geometry::Rect;
use crate::number::{Magnitude, tick_label};
use crate::scale::Scale;
use crate::scene::{AXIS_SIZE, Anchor, Mark};
use crate::text::text_width;

/// How high the labels below a plot are.
pub(crate) const AXIS: f64 = 26.0;
/// Between two labels.
const APART: f64 = 10.0;

/// Lines over the plot, and labels below it that neither touch nor leave the drawing.
pub(crate) fn axis(scale: Scale, plot: Rect, drawing_width: f64, magnitudes: &[Magnitude]) -> Vec<Mark> {
    let x = |value: f64| plot.x + scale.share(value) * plot.width;
    let mut chosen: Vec<(f64, f64, String)> = Vec::new();
    for stride in [1, 2, 5, 10, 20, 50, 100, 1000] {
        chosen = scale
            .ticks(stride)
            .into_iter()
            .map(|value| {
                let label = tick_label(value, magnitudes);
                let width = text_width(&label, AXIS_SIZE);
                let furthest = (drawing_width - width).max(0.0);
                (x(value), between(x(value) - width / 2.0, 0.0, furthest), label)
            })
            .collect();
        let fits = chosen.windows(2).all(|pair| match pair {
            [(_, start, label), (_, next, _)] => start + text_width(label, AXIS_SIZE) + APART <= *next,
            _ => true,
        });
        if fits {
            break;
        }
        // Nothing fits: the left end alone.
        chosen.truncate(1);
    }
    let mut marks = Vec::new();
    for (at, start, label) in chosen {
        marks.push(Mark::line("axis", (at, plot.y), (at, plot.bottom() + 3.0)));
        let middle = start + text_width(&label, AXIS_SIZE) / 2.0;
        let text = Mark::text("axis", &label, middle, plot.bottom() + 13.0, AXIS_SIZE);
        marks.push(text.anchored(Anchor::Middle));
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scale::Spread;
    use crate::scene::Shape;

    fn labels(values: &[f64], spread: Spread, plot_width: f64) -> Vec<String> {
        let plot = Rect { x: 8.0, y: 0.0, width: plot_width, height: 40.0 };
        let marks = axis(Scale::fitting(spread, values, 6), plot, plot_width + 20.0, &[]);
        let lines = marks.iter().filter(|mark| matches!(mark.shape, Shape::Line { .. })).count();
        let texts: Vec<_> = marks.iter().filter_map(Mark::as_text).collect();
        assert_eq!(lines, texts.len(), "each line has its label");
        for pair in texts.windows(2) {
            assert!(pair[0].frame().right() + APART <= pair[1].frame().x + 1e-9);
        }
        for text in &texts {
            assert!(text.frame().x >= -1e-9 && text.frame().right() <= plot_width + 20.0 + 1e-9);
        }
        texts.into_iter().map(|text| text.words.clone()).collect()
    }

    #[test]
    fn as_many_ticks_as_have_room() {
        assert_eq!(labels(&[10.0], Spread::Linear, 400.0), ["0", "2", "4", "6", "8", "10"]);
        assert_eq!(labels(&[10.0], Spread::Linear, 70.0), ["0", "4", "8"]);
    }

    #[test]
    fn where_no_two_have_room_one_stands() {
        assert_eq!(labels(&[1e15], Spread::Linear, 60.0), ["0"]);
    }
}
