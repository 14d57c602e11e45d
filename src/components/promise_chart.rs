//! The promise chart as something to touch: pointer, finger and keyboard show the same tooltip, and the row is spoken.

use plan_chart::promise::{Placed, PromiseChart, draw, place};
use yew::{
    Callback, Html, KeyboardEvent, MouseEvent, PointerEvent, Properties, component, html, use_memo, use_node_ref,
    use_state_eq,
};

use crate::browser::{height_in, use_width};

/// What to show.
#[derive(PartialEq, Properties)]
pub struct PromiseChartViewProps {
    /// The chart.
    pub chart: PromiseChart,
    /// Its name and how to use it, for screen readers.
    pub description: String,
}

/// The width that the chart is laid out for before its own is known.
const WIDTH_AT_FIRST: i32 = 720;

/// The row that a key leads to from `active`; `None` for a key that does nothing, `Some(None)` out of the chart.
fn row_after(key: &str, active: Option<usize>, rows: usize) -> Option<Option<usize>> {
    let last = rows.checked_sub(1)?;
    match key {
        "ArrowDown" | "ArrowRight" => Some(Some(active.map_or(0, |row| (row + 1).min(last)))),
        "ArrowUp" | "ArrowLeft" => Some(Some(active.map_or(last, |row| row.saturating_sub(1)))),
        "Home" => Some(Some(0)),
        "End" => Some(Some(last)),
        "Escape" if active.is_some() => Some(None),
        _ => None,
    }
}

/// What is spoken of a row.
fn spoken(chart: &PromiseChart, row: usize) -> String {
    chart
        .rows()
        .nth(row)
        .map(|row| format!("{}。{}", row.label, row.details.join("。")))
        .unwrap_or_default()
}

/// The chart, as wide as its container.
#[component]
pub fn PromiseChartView(props: &PromiseChartViewProps) -> Html {
    let PromiseChartViewProps { chart, description } = props;
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
            if let Some(row) = row_after(&event.key(), *active, rows) {
                event.prevent_default();
                active.set(row);
            }
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
                { active.map(|row| spoken(chart, row)).unwrap_or_default() }
            </p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::row_after;

    #[test]
    fn keys_lead_through_the_rows_and_stop_at_the_ends() {
        assert_eq!(row_after("ArrowDown", None, 3), Some(Some(0)));
        assert_eq!(row_after("ArrowDown", Some(2), 3), Some(Some(2)));
        assert_eq!(row_after("ArrowRight", Some(0), 3), Some(Some(1)));
        assert_eq!(row_after("ArrowUp", Some(0), 3), Some(Some(0)));
        assert_eq!(row_after("ArrowLeft", None, 3), Some(Some(2)));
        assert_eq!(row_after("Home", Some(2), 3), Some(Some(0)));
        assert_eq!(row_after("End", None, 3), Some(Some(2)));
        assert_eq!(row_after("Escape", Some(1), 3), Some(None));
    }

    #[test]
    fn other_keys_are_left_to_the_browser() {
        assert_eq!(row_after("Escape", None, 3), None);
        assert_eq!(row_after("Tab", Some(1), 3), None);
        assert_eq!(row_after("ArrowDown", None, 0), None);
    }
}
