//! The promise chart as something to touch: pointer, finger and keyboard show the same tooltip, and the row is spoken.

use plan_chart::promise::{Placed, PromiseChart, draw, place};
use yew::{
    Callback, Html, KeyboardEvent, MouseEvent, PointerEvent, Properties, component, html, use_memo,
    use_node_ref, use_state_eq,
};

use crate::browser::{height_in, use_width};

/// What to show.
#[derive(PartialEq, Properties)]
pub struct PromiseChartViewProps {
    /// The chart.
    pub chart: PromiseChart,
    /// Its name and how to use it, for screen readers.
    pub description: String,
    /// What separates statements that are spoken one after the other.
    pub full_stop: &'static str,
}

/// The width that the chart is laid out for before its own is known.
const WIDTH_AT_FIRST: i32 = 720;

/// What a key does in the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    /// Goes to this row.
    To(usize),
    /// Leaves the rows: no tooltip.
    Out,
    /// Nothing: the key is the browser's.
    None,
}

/// What `key` does where `active` of so many `rows` has the tooltip.
fn on_key(key: &str, active: Option<usize>, rows: usize) -> Move {
    let Some(last) = rows.checked_sub(1) else {
        return Move::None;
    };
    match key {
        "ArrowDown" | "ArrowRight" => Move::To(active.map_or(0, |row| (row + 1).min(last))),
        "ArrowUp" | "ArrowLeft" => Move::To(active.map_or(last, |row| row.saturating_sub(1))),
        "Home" => Move::To(0),
        "End" => Move::To(last),
        "Escape" if active.is_some() => Move::Out,
        _ => Move::None,
    }
}

/// What is spoken of a row.
fn spoken(chart: &PromiseChart, row: usize, full_stop: &str) -> String {
    chart
        .rows()
        .nth(row)
        .map(|row| format!("{}{full_stop}{}", row.label, row.details.join(full_stop)))
        .unwrap_or_default()
}

/// The chart, as wide as its container.
#[component]
pub fn PromiseChartView(props: &PromiseChartViewProps) -> Html {
    let PromiseChartViewProps { chart, description, .. } = props;
    let container = use_node_ref();
    let svg = use_node_ref();
    let width = use_width(&container, WIDTH_AT_FIRST);
    let placed = use_memo((chart.clone(), width), |(chart, width)| place(chart, f64::from(*width)));
    let active = use_state_eq(|| None::<usize>);
    let rows = chart.rows().count();

    let point = {
        let (active, placed, svg) = (active.clone(), placed.clone(), svg.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(share) = height_in(&svg, &event) {
                active.set(placed.row_at(share * placed.height));
            }
        })
    };
    let onpointermove = {
        let point = point.clone();
        Callback::from(move |event: PointerEvent| {
            // A finger that moves scrolls the page.
            if event.pointer_type() != "touch" {
                point.emit(event.into());
            }
        })
    };
    let onpointerleave = {
        let active = active.clone();
        Callback::from(move |event: PointerEvent| {
            // A finger that is lifted leaves too; what it tapped stays to be read.
            if event.pointer_type() != "touch" {
                active.set(None);
            }
        })
    };
    let onkeydown = {
        let active = active.clone();
        Callback::from(move |event: KeyboardEvent| {
            let row = match on_key(&event.key(), *active, rows) {
                Move::To(row) => Some(row),
                Move::Out => None,
                Move::None => return,
            };
            event.prevent_default();
            active.set(row);
        })
    };
    let onfocus = {
        let active = active.clone();
        Callback::from(move |_| {
            if active.is_none() && rows > 0 {
                active.set(Some(0));
            }
        })
    };
    let onblur = {
        let active = active.clone();
        Callback::from(move |_| active.set(None))
    };

    let Placed { width, height, .. } = *placed;
    html! {
        <div class="chart" ref={container}>
            <svg
                ref={svg}
                class="promise-chart"
                role="img"
                tabindex="0"
                aria-label={description.clone()}
                width={width.to_string()}
                height={height.to_string()}
                viewBox={format!("0 0 {width} {height}")}
                onclick={point}
                {onpointermove}
                {onpointerleave}
                {onkeydown}
                {onfocus}
                {onblur}
            >
                { draw(&placed, *active) }
            </svg>
            <p class="visually-hidden" role="status">
                { active.map(|row| spoken(chart, row, props.full_stop)).unwrap_or_default() }
            </p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{Move, on_key};

    #[test]
    fn keys_lead_through_the_rows_and_stop_at_the_ends() {
        assert_eq!(on_key("ArrowDown", None, 3), Move::To(0));
        assert_eq!(on_key("ArrowDown", Some(2), 3), Move::To(2));
        assert_eq!(on_key("ArrowRight", Some(0), 3), Move::To(1));
        assert_eq!(on_key("ArrowUp", Some(0), 3), Move::To(0));
        assert_eq!(on_key("ArrowLeft", None, 3), Move::To(2));
        assert_eq!(on_key("Home", Some(2), 3), Move::To(0));
        assert_eq!(on_key("End", None, 3), Move::To(2));
        assert_eq!(on_key("Escape", Some(1), 3), Move::Out);
    }

    #[test]
    fn other_keys_are_left_to_the_browser() {
        assert_eq!(on_key("Escape", None, 3), Move::None);
        assert_eq!(on_key("Tab", Some(1), 3), Move::None);
        assert_eq!(on_key("ArrowDown", None, 0), Move::None);
    }
}
