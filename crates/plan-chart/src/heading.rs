//! The title of a panel with its unit.

use crate::scene::{LINE, Mark, NAME_SIZE, Says, VALUE_SIZE};
use crate::text::{text_width, wrap};

/// Title and unit from `top` on, and how high they are: the unit stands after the title, or below it.
pub(crate) fn heading(title: &str, unit: &str, top: f64, width: f64, says: &Says) -> (Vec<Mark>, f64) {
    let unit = if unit.is_empty() { says.no_unit.as_str() } else { unit };
    title_and_unit(title, unit, top, width)
}

/// The same of values that have their units with them: a title, or nothing.
pub(crate) fn title(title: &str, top: f64, width: f64) -> (Vec<Mark>, f64) {
    if title.is_empty() { (Vec::new(), 0.0) } else { title_and_unit(title, "", top, width) }
}

fn title_and_unit(title: &str, unit: &str, top: f64, width: f64) -> (Vec<Mark>, f64) {
    const GAP: f64 = 8.0;
    let mut marks = Vec::new();
    let (mut x, mut y) = (0.0, top + 4.0 + LINE / 2.0);
    if !title.is_empty() {
        for (index, line) in wrap(title, width, NAME_SIZE).iter().enumerate() {
            y += if index > 0 { LINE } else { 0.0 };
            marks.push(Mark::text("panel-title", line, 0.0, y, NAME_SIZE));
            x = text_width(line, NAME_SIZE) + GAP;
        }
    }
    if !unit.is_empty() && x > 0.0 && x + text_width(unit, VALUE_SIZE) > width {
        (x, y) = (0.0, y + LINE);
    }
    let lines = if unit.is_empty() { Vec::new() } else { wrap(unit, width - x, VALUE_SIZE) };
    for (index, line) in lines.iter().enumerate() {
        y += if index > 0 { LINE } else { 0.0 };
        marks.push(Mark::text("unit", line, x, y, VALUE_SIZE));
    }
    (marks, y + LINE / 2.0 + 4.0 - top)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(title: &str, unit: &str, width: f64) -> (Vec<(String, f64, f64)>, f64) {
        let says = Says { no_unit: "unit unknown".to_owned(), ..Says::default() };
        let (marks, height) = heading(title, unit, 100.0, width, &says);
        let texts = marks.iter().filter_map(Mark::as_text);
        (texts.map(|text| (text.words.clone(), text.x, text.y)).collect(), height)
    }

    #[test]
    fn the_unit_stands_after_the_title_where_it_has_room_else_below() {
        let (wide, height) = placed("Growth", "percentage points", 300.0);
        assert!(wide[1].1 > 40.0 && (wide[0].2 - wide[1].2).abs() < 1e-9);
        let (narrow, higher) = placed("Growth", "percentage points", 150.0);
        assert!(narrow[1].1 == 0.0 && narrow[1].2 - narrow[0].2 >= LINE);
        assert!((higher - height - LINE).abs() < 1e-9);
    }

    #[test]
    fn a_unit_that_is_missing_is_said_and_a_title_that_is_missing_takes_no_room() {
        let (texts, height) = placed("", "", 300.0);
        assert_eq!(texts.len(), 1);
        assert_eq!((texts[0].0.as_str(), texts[0].1), ("unit unknown", 0.0));
        assert!((height - placed("Growth", "%", 300.0).1).abs() < 1e-9);
    }
}
