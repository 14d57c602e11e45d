//! A list of which only what is near the window is in the page, where it is long: rows of one height, with space before
//! and after in place of the others. Short lists are whole, for finding in the page and screen readers; in print all are.

use std::ops::Range;

use plan_lean::fixed;
use yew::{
    Callback, Html, Properties, component, html, use_callback, use_effect, use_effect_with, use_mut_ref,
    use_node_ref, use_state_eq,
};

use crate::browser::{rows_in_sight, set_space, use_printing, use_scroll};

/// Lists of more rows are windowed.
pub const WHOLE_UP_TO: usize = 200;

/// So many rows are in the page before the list has been looked at.
const AT_FIRST: usize = 24;

/// The window moves by so many rows: not with every pixel.
const STEP: usize = 8;

/// What to show.
#[derive(PartialEq, Properties)]
pub struct WindowedProps {
    /// How many rows there are.
    pub count: usize,
    /// Something that changes when the rows are others: the list then begins anew.
    pub key_of_rows: String,
    /// Makes the row of that index, with what it says of its place in a list that is not whole.
    pub row: Callback<usize, Html>,
    /// The list's class.
    pub class: &'static str,
}

/// The list.
#[component]
pub fn Windowed(props: &WindowedProps) -> Html {
    let WindowedProps { count, key_of_rows, row, class } = props;
    let list = use_node_ref();
    let is_long = *count > WHOLE_UP_TO;
    let shown = use_state_eq(|| 0..AT_FIRST);
    let height = use_state_eq(|| 0.0_f64);
    let now = use_mut_ref(|| 0);
    now.replace(*count);
    // The same for as long as the list is there: who listens need not listen anew.
    let look = {
        let (list, shown, height) = (list.clone(), shown.clone(), height.clone());
        use_callback((), move |(), ()| {
            let count = *now.borrow();
            if let Some((rows, row_height)) = rows_in_sight(&list, count) {
                shown.set(around(&rows, count));
                height.set(row_height);
            }
        })
    };
    use_scroll(is_long, look.clone());
    {
        // Looking makes the browser lay the page out: only where other rows may have come into sight.
        let is_needed = shown.start > 0 || *height == 0.0;
        use_effect_with((key_of_rows.clone(), is_long), move |(_, is_long)| {
            if *is_long && is_needed {
                look.emit(());
            }
        });
    }
    let is_printing = use_printing();
    // A list that has become shorter still shows rows before it has been looked at again.
    let start = shown.start.min(count.saturating_sub(shown.len()));
    let rows = if is_printing { 0..*count } else { start..shown.end.min(*count) };
    let space = space(*height, rows.start, count - rows.end);
    {
        let list = list.clone();
        // No attribute: a policy of content without 'unsafe-inline' lets none be.
        use_effect(move || {
            if is_long {
                set_space(&list, &space);
            }
        });
    }
    if !is_long {
        return html! { <ol class={*class}>{ for (0..*count).map(|index| row.emit(index)) }</ol> };
    }
    let class = if is_printing { (*class).to_owned() } else { format!("{class} windowed") };
    html! { <ol {class} ref={list}>{ for rows.map(|index| row.emit(index)) }</ol> }
}

/// The rows in sight with as many before and after them, in whole steps.
fn around(sight: &Range<usize>, count: usize) -> Range<usize> {
    let many = sight.len().max(STEP);
    let start = sight.start.saturating_sub(many) / STEP * STEP;
    let end = (sight.end + many).div_ceil(STEP) * STEP;
    start..end.min(count)
}

/// Space for so many rows before and after, in CSS.
#[expect(clippy::cast_precision_loss, reason = "rows number far below 2⁵²")]
fn space(height: f64, before: usize, after: usize) -> String {
    let [before, after] = [before, after].map(|rows| fixed(height * rows as f64, 6));
    format!("{before}px {after}px")
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn what_is_in_sight_is_shown_with_as_much_before_and_after() {
        assert_eq!(around(&(0..8), 1000), 0..16);
        assert_eq!(around(&(100..110), 1000), 88..120);
        assert_eq!(around(&(990..1000), 1000), 976..1000);
        for start in 0..200 {
            let shown = around(&(start..start + 10), 1000);
            assert!(shown.start <= start && start + 10 <= shown.end, "{start}");
        }
    }
}
