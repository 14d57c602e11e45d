//! How the time to place and to draw a chart grows with its marks: `cargo bench -p plan-chart`.
//!
//! After criterion's own report comes one table with the medians of the same runs. A cost that grows in step with the
//! marks keeps its time per mark: a ratio near 1.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, SamplingMode};
use plan_chart::parts::{Part, PartsChart, Whole};
use plan_chart::rows::{End, Entry, Panel, Role, Row, RowsChart, Value};
use plan_chart::{Chart, Look, Picture, Size, draw, svg_file};

const MARKS: [u32; 3] = [24, 1_000, 10_000];
const WIDTH: f64 = 900.0;

/// What is measured: placing, drawing as nodes of the page, drawing as text of a file.
const WORKS: [&str; 3] = ["place", "draw", "file"];

/// Seconds of each run, by kind of chart, marks and work.
type Runs = RefCell<BTreeMap<(&'static str, u32, &'static str), Vec<f64>>>;

/// A value from 0 to 100 for each number, without order; most are small, as amounts are.
fn value(number: u32) -> f64 {
    (f64::from(number * 7919 % 9973) / 9973.0).powi(3) * 100.0
}

/// Two marks a row.
fn rows(marks: u32) -> Chart {
    let entry = |role, number| {
        let value = Value::Number { value: value(number), label: format!("{:.1}", value(number)) };
        Entry { role, value, end: End::Closed }
    };
    let row = |number: u32| Row {
        id: number.to_string(),
        label: format!("Growth of indicator {number}"),
        entries: vec![entry(Role::Actual, number), entry(Role::Plan, number + 3)],
        details: vec!["Planned for this year, and what was achieved in the last.".to_owned()],
        ..Row::default()
    };
    let rows = (0..marks / 2).map(row).collect();
    let panel = Panel { title: "Rates".to_owned(), unit: "%".to_owned(), rows, ..Panel::default() };
    Chart::Rows(RowsChart { panels: vec![panel], ..RowsChart::default() })
}

fn parts(marks: u32) -> Chart {
    let part = |number: u32| Part {
        id: number.to_string(),
        label: format!("Project {number}"),
        value: value(number),
        written: format!("{:.1} mu", value(number)),
        details: vec!["Land to be used, in mu.".to_owned()],
        ..Part::default()
    };
    let parts = (0..marks).map(part).collect();
    let whole = Whole { title: "Land".to_owned(), unit: "mu".to_owned(), parts };
    Chart::Parts(PartsChart { wholes: vec![whole], ..PartsChart::default() })
}

/// Times `run` without the time to drop what it made.
fn timed<T>(runs: u64, run: impl Fn() -> T) -> Duration {
    let mut sum = Duration::ZERO;
    for _ in 0..runs {
        let start = Instant::now();
        let made = black_box(run());
        sum += start.elapsed();
        drop(made);
    }
    sum
}

fn measure(criterion: &mut Criterion, kind: &'static str, chart: impl Fn(u32) -> Chart, seen: &Runs) {
    let mut group = criterion.benchmark_group(kind);
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    for marks in MARKS {
        let chart = chart(marks);
        let scene = chart.place(WIDTH);
        let picture = Picture { lang: "en", ..Picture::default() };
        for work in WORKS {
            group.bench_function(BenchmarkId::new(work, marks), |bencher| {
                bencher.iter_custom(|count| {
                    let time = match work {
                        "place" => timed(count, || black_box(&chart).place(WIDTH)),
                        "draw" => timed(count, || draw(black_box(&scene), Look::default())),
                        _ => timed(count, || svg_file(black_box(&chart), &picture, Size::Whole(WIDTH), "")),
                    };
                    let run = time.div_f64(f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
                    seen.borrow_mut().entry((kind, marks, work)).or_default().push(run.as_secs_f64());
                    time
                });
            });
        }
    }
    group.finish();
}

fn median(mut runs: Vec<f64>) -> Option<f64> {
    runs.sort_by(f64::total_cmp);
    runs.get(runs.len() / 2).copied()
}

/// One line for each chart; a dash for what a filter left out.
fn print_table(seen: &Runs) {
    println!(
        "\n{:<8}{:>8}{:>14}{:>14}{:>14}{:>16}{:>10}",
        "kind", "marks", "place", "draw", "file", "a mark", "ratio"
    );
    let seen = seen.borrow();
    for kind in ["rows", "parts"] {
        let mut first = None;
        for marks in MARKS {
            let time = |work| median(seen.get(&(kind, marks, work)).cloned().unwrap_or_default());
            // What the page waits for: to place and to draw.
            let a_mark =
                time("place").zip(time("draw")).map(|(place, draw)| (place + draw) / f64::from(marks));
            first = first.or(a_mark.filter(|_| marks == MARKS[0]));
            let ratio = a_mark.zip(first).map(|(now, first)| now / first);
            let cell = |seconds: Option<f64>, unit: f64, name: &str| {
                seconds.map_or("–".to_owned(), |seconds| format!("{:.3} {name}", seconds * unit))
            };
            println!(
                "{kind:<8}{marks:>8}{:>14}{:>14}{:>14}{:>16}{:>10}",
                cell(time("place"), 1e3, "ms"),
                cell(time("draw"), 1e3, "ms"),
                cell(time("file"), 1e3, "ms"),
                cell(a_mark, 1e6, "µs"),
                ratio.map_or("–".to_owned(), |ratio| format!("{ratio:.2}")),
            );
        }
    }
}

fn main() {
    let seen = Runs::default();
    let mut criterion = Criterion::default().configure_from_args();
    measure(&mut criterion, "rows", rows, &seen);
    measure(&mut criterion, "parts", parts, &seen);
    criterion.final_summary();
    print_table(&seen);
}
