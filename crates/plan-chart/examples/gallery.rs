//! Every chart of the bundled report and charts of nasty data, at three widths, in the sizes of pictures and in both languages, in one HTML file to
//! look at: `cargo run -p plan-chart --example gallery [FILE]`; without a name it is target/gallery.html.

use std::fmt::Write as _;
use std::{env, fs, io};

use plan_chart::parts::{Part, PartsChart, Whole};
use plan_chart::rows::{Axes, End, Entry, Form, Panel, Role, Row, RowsChart, Value, Words};
use plan_chart::{Chart, HIGH, Picture, Says, Size, Spread, WIDE, svg_file};
use plan_explorer::charts::{Material, all};
use plan_explorer::components::drawing;
use plan_explorer::data::{Prepared, bundled};
use plan_explorer::state::Lang;
use plan_explorer::style::DRAWING;
use plan_explorer::texts::Texts;

const SIZES: [Size; 5] = [Size::Whole(280.0), Size::Whole(600.0), Size::Whole(1040.0), WIDE, HIGH];

fn main() -> Result<(), io::Error> {
    let file = env::args().nth(1).unwrap_or_else(|| "target/gallery.html".to_owned());
    let Prepared { dataset, findings, .. } = bundled().map_err(io::Error::other)?;
    let mut page = String::from(HEAD);
    for (name, lang) in Lang::ALL {
        let texts = Texts::of(*lang);
        let material = Material { dataset: &dataset, findings: &findings, texts };
        for spec in all(&material) {
            let pictures = SIZES.map(|size| drawing(&spec, &material.origin(), None, size, texts).0);
            section(&mut page, &format!("{} ({name})", spec.id), &pictures);
        }
    }
    for (name, chart) in nasty() {
        let picture = Picture { title: name.to_owned(), lang: "en", ..Picture::default() };
        section(&mut page, name, &SIZES.map(|size| svg_file(&chart, &picture, size, DRAWING).0));
    }
    page.push_str("</body></html>\n");
    fs::write(&file, page)?;
    println!("{file}");
    Ok(())
}

const HEAD: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Charts</title><style>\
                    body{margin:24px;font-family:sans-serif;background:#e9edf1}\
                    div{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}</style><body>\n";

fn section(page: &mut String, name: &str, pictures: &[String]) {
    // Writing to a string does not fail.
    let _ = writeln!(page, "<h2>{name}</h2><div>{}</div>", pictures.join("\n"));
}

/// Data that no report should have, and some will.
fn nasty() -> Vec<(&'static str, Chart)> {
    let number = |role, value: f64| Entry {
        role,
        value: Value::Number { value, label: format!("{value}") },
        end: End::Closed,
    };
    let both = |label: &str, actual, plan| Row {
        id: label.to_owned(),
        label: label.to_owned(),
        entries: vec![number(Role::Actual, actual), number(Role::Plan, plan)],
        ..Row::default()
    };
    let rows = |form, unit: &str, spread, rows: Vec<Row>| {
        let panel = Panel { title: "Panel".to_owned(), unit: unit.to_owned(), form, spread, rows };
        Chart::Rows(RowsChart { panels: vec![panel], axes: Axes::Each, says: says(), ..RowsChart::default() })
    };
    let words = |kind, label: &str| Entry {
        role: Role::Plan,
        value: Value::Words { kind, label: label.to_owned() },
        end: End::Closed,
    };
    let long = "Growth of fixed-asset investment per head of the permanent population";
    let many =
        (0..60_i32).map(|i| both(&format!("Row {i}"), f64::from(i * 37 % 100), f64::from(i * 53 % 100)));
    vec![
        ("nothing", rows(Form::Dots, "%", Spread::Linear, Vec::new())),
        (
            "NaN, infinity and too large",
            rows(
                Form::Dots,
                "%",
                Spread::Linear,
                vec![both("a", f64::NAN, 3.0), both("b", f64::INFINITY, f64::MAX), both("c", 1.0, 2.0)],
            ),
        ),
        (
            "no unit, long names, a single letter",
            rows(Form::Bars, "", Spread::Linear, vec![both(long, 3.0, 5.0), both("x", -2.0, 8.0)]),
        ),
        (
            "all missing",
            rows(
                Form::Dots,
                "%",
                Spread::Linear,
                vec![
                    Row {
                        label: "assigned".to_owned(),
                        entries: vec![words(Words::Assigned, "as set by the city")],
                        ..Row::default()
                    },
                    Row {
                        label: "rising".to_owned(),
                        entries: vec![words(Words::Rising, "steady growth")],
                        ..Row::default()
                    },
                    Row { label: "none".to_owned(), ..Row::default() },
                ],
            ),
        ),
        (
            "below zero",
            rows(Form::Bars, "%", Spread::Linear, vec![both("a", -5.0, -1.0), both("b", 0.0, 3.0)]),
        ),
        ("sixty rows", rows(Form::Dots, "%", Spread::Linear, many.collect())),
        (
            "parts of nearly nothing",
            Chart::Parts(PartsChart {
                wholes: vec![Whole {
                    title: "Whole".to_owned(),
                    unit: "%".to_owned(),
                    parts: [0.01, 0.0, 99.0, f64::NAN, -3.0, 5.0]
                        .map(|value| Part {
                            label: long.to_owned(),
                            value,
                            written: format!("{value}"),
                            ..Part::default()
                        })
                        .to_vec(),
                }],
                says: says(),
            }),
        ),
    ]
}

fn says() -> Says {
    Says {
        empty: "There is no value to show".to_owned(),
        undrawable: " (this value cannot be drawn)".to_owned(),
        no_unit: "(no unit stated)".to_owned(),
        full_stop: ". ".to_owned(),
    }
}
