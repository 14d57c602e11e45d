//! The box that shows what is known of a target: inside what the reader sees of the drawing, and beside what it is about.

use plan_lean::between;

use crate::draw::Look;
use crate::geometry::{Rect, many};
use crate::scene::{LINE, Mark, NAME_SIZE, Scene, Target, VALUE_SIZE};
use crate::text::{text_width, wrap};

/// Between the frame and the text.
const PADDING: f64 = 10.0;
/// The widest line.
const WIDEST_LINE: f64 = 300.0;
/// Between the box and what it is about.
const GAP: f64 = 4.0;
/// Between the pointer and the box.
const FROM_POINTER: f64 = 20.0;
/// Between the box and the edges.
const MARGIN: f64 = 1.0;

/// The marks of a target's tooltip: above it where there is room, else below, in any case within `visible` as far as that
/// is large enough. `visible` is what the reader sees around the drawing, in the drawing's pixels; it may reach beyond it.
///
/// Beside the pointer, where there is one, so that it reaches the rows above and below as well as the tooltip.
pub(crate) fn tooltip(scene: &Scene, target: &Target, look: Look) -> (Rect, Vec<Mark>) {
    let visible = look.visible.unwrap_or(Rect::between(0.0, scene.width, 0.0, f64::INFINITY));
    let (left, right) = (visible.x.max(0.0), visible.right().min(scene.width));
    let widest = WIDEST_LINE.min(right - left - 2.0 * (PADDING + MARGIN)).max(NAME_SIZE);
    let lines = |text: &str, class: &'static str, size: f64| -> Vec<(String, &'static str, f64)> {
        wrap(text, widest, size).into_iter().map(|line| (line, class, size)).collect()
    };
    let mut texts = lines(&target.name, "tip-name", NAME_SIZE);
    texts.extend(target.details.iter().flat_map(|detail| lines(detail, "tip-detail", VALUE_SIZE)));
    let widest = texts.iter().map(|(line, _, size)| text_width(line, *size)).fold(0.0, f64::max);
    let width = (widest + 2.0 * PADDING).ceil();
    let height = many(texts.len()) * LINE + 2.0 * PADDING - 4.0;
    let furthest_right = (right - width - MARGIN).max(left);
    let beside = look.pointer.and_then(|pointer| {
        let (after, before) = (pointer + FROM_POINTER, pointer - FROM_POINTER - width);
        if after <= furthest_right { Some(after) } else { Some(before).filter(|before| *before >= left) }
    });
    let x = beside.unwrap_or(target.anchor.x - width / 2.0);
    let x = between(x, left.min(furthest_right), furthest_right);
    let above = target.area.y - height - GAP;
    let lowest = (visible.bottom() - height - MARGIN).max(visible.y);
    let y = if above >= visible.y + MARGIN { above } else { target.area.bottom() + GAP };
    let y = y.max(visible.y + MARGIN).min(lowest);
    let mut marks = vec![Mark::rect("tip-frame", Rect { x, y, width, height })];
    for (index, (line, class, size)) in texts.iter().enumerate() {
        let middle = y + PADDING - 2.0 + (many(index) + 0.5) * LINE;
        marks.push(Mark::text(class, line, x + PADDING, middle, *size));
    }
    (Rect { x, y, width, height }, marks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Point;
    use crate::scene::Says;

    fn target(y: f64) -> Target {
        Target {
            id: "x".to_owned(),
            name: "固定资产投资增长".to_owned(),
            details: vec!["2020 年完成：8.9 %".to_owned(), "计划比完成低 1.9 个百分点".to_owned()],
            current: None,
            area: Rect { x: 0.0, y, width: 360.0, height: 40.0 },
            anchor: Point::new(350.0, y + 20.0),
            line: 0,
        }
    }

    #[test]
    fn stands_above_and_where_that_is_out_of_sight_below() {
        let scene = Scene::new(360.0, &Says::default());
        let (frame, _) = tooltip(&scene, &target(400.0), Look::default());
        assert!(frame.bottom() <= 400.0 && frame.right() <= 360.0);
        let seen = Rect { x: 0.0, y: 380.0, width: 360.0, height: 500.0 };
        let (frame, _) = tooltip(&scene, &target(400.0), Look { visible: Some(seen), ..Look::default() });
        assert!(frame.y >= 440.0);
        let (frame, _) = tooltip(&scene, &target(0.0), Look::default());
        assert!(frame.y >= 40.0);
    }

    #[test]
    fn leaves_the_pointer_its_way_up_and_down() {
        let scene = Scene::new(900.0, &Says::default());
        for pointer in [0.0, 100.0, 450.0, 899.0] {
            let look = Look { pointer: Some(pointer), ..Look::default() };
            let (frame, _) = tooltip(&scene, &target(400.0), look);
            assert!(frame.right() < pointer || frame.x > pointer, "{frame:?} at {pointer}");
        }
    }

    #[test]
    fn stays_in_sight_wherever_the_page_was_scrolled_to() {
        let scene = Scene::new(360.0, &Says::default());
        for top in -300..900 {
            let seen = Rect { x: 0.0, y: f64::from(top), width: 360.0, height: 300.0 };
            let (frame, _) = tooltip(&scene, &target(400.0), Look { visible: Some(seen), ..Look::default() });
            assert!(frame.y >= seen.y && frame.bottom() <= seen.bottom(), "{frame:?} in {seen:?}");
            assert!(frame.x >= 0.0 && frame.right() <= scene.width);
        }
    }
}
