//! What holds for every chart, whatever its data and width: texts apart and inside, nothing lost, everything found.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestCaseError;

use crate::draw::Look;
use crate::geometry::{Point, Rect};
use crate::parts::{Part, PartsChart, Whole};
use crate::rows::{Axes, End, Entry, Form, Panel, Role, Row, RowsChart, Value, Words};
use crate::scale::is_drawable;
use crate::scene::{Mark, Scene, Shape, Step};
use crate::tooltip::tooltip;
use crate::{Chart, HIGH, Magnitude, Picture, SMALLEST, Says, Size, Spread, WIDE, svg_file};

/// Pixels that frames of text may share: rounding, not meeting.
const TOUCH: f64 = 0.5;
/// Pixels that a mark may stand out of the drawing: its line and its radius.
const MARK: f64 = 10.0;

type Checked = Result<(), TestCaseError>;

// --- Data of nasty shapes ---

fn name() -> impl Strategy<Value = String> {
    let chinese =
        "\u{56FA}\u{5B9A}\u{8D44}\u{4EA7}\u{6295}\u{8D44}\u{FF08}PM2.5\u{FF09}\u{589E}\u{957F}\u{3001}";
    let sixty = |text: &str| text.chars().cycle().take(60).collect::<String>();
    prop_oneof![
        8 => select(vec![
            "\u{4EA7}".to_owned(),
            "x".to_owned(),
            chinese.to_owned(),
            "Growth of fixed-asset investment".to_owned(),
            sixty(chinese),
            sixty("Growth of fixed-asset investment per head, "),
            sixty("Donaudampfschifffahrt"),
            sixty("W"),
            sixty("\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467} e\u{301}t\u{E9} \u{1F1E8}\u{1F1F3}\u{2764}\u{FE0F}"),
            "a <b> & \"c\"".to_owned(),
        ]),
        1 => "\\PC{0,60}",
    ]
}

/// Of all characters, those that mean something in XML and those that no XML may hold the more often.
fn anything() -> impl Strategy<Value = String> {
    let nasty =
        select("<>&\"'\0\u{8}\t\r\n\u{1B}\u{7F}\u{85}\u{FFFE}\u{FFFF}]]>".chars().collect::<Vec<char>>());
    vec(prop_oneof![any::<char>(), nasty], 0..20).prop_map(|characters| characters.into_iter().collect())
}

fn value() -> impl Strategy<Value = f64> {
    let far_apart = (-3.0..9.0_f64, any::<bool>());
    prop_oneof![
        6 => far_apart.prop_map(|(power, negative)| 10_f64.powf(power) * if negative { -1.0 } else { 1.0 }),
        6 => (-3.0..9.0_f64).prop_map(|power| 10_f64.powf(power)),
        6 => (-20..120_i32).prop_map(f64::from),
        4 => select(vec![0.0, 7.0, 100.0]),
        1 => select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, f64::MIN_POSITIVE, -0.0]),
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    let number = (value(), prop_oneof![6 => Just(None), 1 => name().prop_map(Some)]);
    let number = number
        .prop_map(|(value, label)| Value::Number { value, label: label.unwrap_or_else(|| short(value)) });
    let kind = select(vec![Words::Rising, Words::Assigned, Words::Missing]);
    let words = (kind, name()).prop_map(|(kind, label)| Value::Words { kind, label });
    let role = select(vec![Role::Before, Role::Actual, Role::Target, Role::Plan]);
    let end = prop_oneof![Just(End::Closed), Just(End::Above), Just(End::Below), Just(End::About)];
    (role, prop_oneof![4 => number, 1 => words], end).prop_map(|(role, value, end)| Entry {
        role,
        value,
        end,
    })
}

/// A number as a caller may write it.
fn short(value: f64) -> String {
    if value.abs() < 1e6 { format!("{value:.1}") } else { format!("{value}") }
}

fn row() -> impl Strategy<Value = Row> {
    (name(), vec(entry(), 0..=6), vec(name(), 0..3), any::<Option<bool>>(), title()).prop_map(
        |(label, entries, details, current, aside)| Row {
            id: label.clone(),
            label,
            entries,
            details,
            current,
            aside,
            ..Row::default()
        },
    )
}

/// A few of something, seldom none, seldom many.
fn few<S: Strategy>(of: impl Fn() -> S) -> impl Strategy<Value = Vec<S::Value>> {
    prop_oneof![1 => vec(of(), 0..=0), 2 => vec(of(), 1), 8 => vec(of(), 2..=8), 1 => vec(of(), 60)]
}

fn unit() -> impl Strategy<Value = String> {
    prop_oneof![3 => Just("%".to_owned()), 1 => Just(String::new()), 1 => name()]
}

fn title() -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 3 => name()]
}

fn spread() -> impl Strategy<Value = Spread> {
    select(vec![Spread::Linear, Spread::Whole])
}

fn magnitudes() -> impl Strategy<Value = Vec<Magnitude>> {
    let words = [(1e9, " billion"), (1e6, " million")];
    let words = words.map(|(size, word)| Magnitude { size, word: word.to_owned() });
    select(vec![Vec::new(), words.to_vec()])
}

fn says() -> Says {
    Says {
        empty: "There is nothing to show here.".to_owned(),
        undrawable: " (cannot be drawn)".to_owned(),
        no_unit: "unit unknown".to_owned(),
        full_stop: ". ".to_owned(),
    }
}

fn panel() -> impl Strategy<Value = Panel> {
    let form = select(vec![Form::Dots, Form::Bars]);
    (title(), unit(), form, spread(), few(row)).prop_map(|(title, unit, form, spread, rows)| Panel {
        title,
        unit,
        form,
        spread,
        rows,
    })
}

fn rows_chart() -> impl Strategy<Value = RowsChart> {
    let axes = select(vec![Axes::Each, Axes::Multiples, Axes::OfRows]);
    (vec(panel(), 0..=3), axes, magnitudes()).prop_map(|(panels, axes, magnitudes)| RowsChart {
        panels,
        axes,
        magnitudes,
        says: says(),
    })
}

fn parts_chart() -> impl Strategy<Value = PartsChart> {
    let part =
        || {
            let value = prop_oneof![4 => value().prop_map(f64::abs), 1 => value()];
            (name(), value, any::<bool>(), vec(name(), 0..3)).prop_map(|(label, value, is_rest, details)| {
                Part { id: label.clone(), label, value, written: short(value), is_rest, details }
            })
        };
    let whole = (title(), unit(), few(part)).prop_map(|(title, unit, parts)| Whole { title, unit, parts });
    vec(whole, 0..=3).prop_map(|wholes| PartsChart { wholes, says: says() })
}

fn chart() -> impl Strategy<Value = Chart> {
    prop_oneof![
        2 => rows_chart().prop_map(Chart::Rows),
        1 => parts_chart().prop_map(Chart::Parts),
    ]
}

fn width() -> impl Strategy<Value = f64> {
    prop_oneof![
        select(vec![240.0, 320.0, 360.0, 559.0, 560.0, 720.0, 1600.0]),
        (240..=1600_i32).prop_map(f64::from),
        240.0..1600.0,
    ]
}

// --- What must hold ---

/// All that is written, without spaces, since lines break at some.
fn written(scene: &Scene) -> String {
    unspaced(&scene.texts().map(|text| text.words.as_str()).collect::<String>())
}

fn unspaced(text: &str) -> String {
    text.split_whitespace().collect()
}

fn texts_stand_apart_and_inside(scene: &Scene) -> Checked {
    let mut frames: Vec<(Rect, &str)> =
        scene.texts().map(|text| (text.frame(), text.words.as_str())).collect();
    for (frame, text) in &frames {
        let inside = frame.x >= -TOUCH
            && frame.right() <= scene.width + TOUCH
            && frame.y >= -TOUCH
            && frame.bottom() <= scene.height + TOUCH;
        prop_assert!(inside, "{text:?} at {frame:?} in {} × {}", scene.width, scene.height);
    }
    frames.sort_by(|(a, _), (b, _)| a.y.total_cmp(&b.y));
    for (index, (one, text)) in frames.iter().enumerate() {
        for (other, other_text) in frames.iter().skip(index + 1) {
            if other.y >= one.bottom() - TOUCH {
                break;
            }
            let apart = other.x >= one.right() - TOUCH || one.x >= other.right() - TOUCH;
            prop_assert!(apart, "{text:?} at {one:?} and {other_text:?} at {other:?}");
        }
    }
    Ok(())
}

/// The corners of what a mark takes.
fn corners(mark: &Mark) -> Vec<Point> {
    let of = |rect: Rect| vec![Point::new(rect.x, rect.y), Point::new(rect.right(), rect.bottom())];
    match &mark.shape {
        Shape::Line { from, to } => vec![*from, *to],
        Shape::Path(points) | Shape::Polygon(points) => points.clone(),
        Shape::Rect(rect) => of(*rect),
        Shape::Circle { centre, radius } => {
            of(Rect::between(centre.x - radius, centre.x + radius, centre.y - radius, centre.y + radius))
        }
        Shape::Text(text) => of(text.frame()),
    }
}

fn marks_stand_inside(scene: &Scene) -> Checked {
    for mark in scene.groups.iter().flat_map(|group| &group.marks) {
        for Point { x, y } in corners(mark) {
            // What is not finite is in no range.
            let inside =
                (-MARK..=scene.width + MARK).contains(&x) && (-MARK..=scene.height + MARK).contains(&y);
            prop_assert!(inside, "{mark:?} in {} × {}", scene.width, scene.height);
        }
    }
    Ok(())
}

/// Dots, rings and bars of a target leave its texts readable.
fn no_mark_covers_a_text(scene: &Scene) -> Checked {
    for group in scene.groups.iter().filter(|group| group.target.is_some()) {
        let is_area =
            // What a pointer hits, and the paper of lines below, lie under the texts.
            |mark: &&Mark| !["hit", "paper"].contains(&mark.class) && matches!(mark.shape, Shape::Circle { .. } | Shape::Polygon(_) | Shape::Rect(_));
        for mark in group.marks.iter().filter(is_area) {
            let around = corners(mark);
            let ends = |of: fn(&Point) -> f64| {
                around
                    .iter()
                    .map(of)
                    .fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), at| (a.min(at), b.max(at)))
            };
            let ((left, right), (top, bottom)) = (ends(|point| point.x), ends(|point| point.y));
            for text in group.marks.iter().filter_map(Mark::as_text) {
                let frame = text.frame();
                let apart = frame.x >= right - TOUCH
                    || left >= frame.right() - TOUCH
                    || frame.y >= bottom - TOUCH
                    || top >= frame.bottom() - TOUCH;
                prop_assert!(apart, "{mark:?} covers {text:?}");
            }
        }
    }
    Ok(())
}

fn is_never_an_empty_box(scene: &Scene) -> Checked {
    prop_assert!(scene.height > 0.0 && scene.height.is_finite());
    prop_assert!(scene.texts().any(|text| !text.words.is_empty()), "nothing is written");
    Ok(())
}

fn every_target_is_found_where_it_is(scene: &Scene) -> Checked {
    for (index, target) in scene.targets.iter().enumerate() {
        let found = scene.at(target.anchor.x, target.anchor.y);
        prop_assert_eq!(found, Some(index), "{:?}", target);
        prop_assert!(scene.groups.iter().filter(|group| group.target == Some(index)).count() == 1);
    }
    Ok(())
}

fn steps_lead_everywhere(scene: &Scene) -> Checked {
    let mut now = scene.step(None, Step::First);
    for index in 0..scene.targets.len() {
        prop_assert_eq!(now, Some(index));
        for step in [Step::Up, Step::Down, Step::Back, Step::First, Step::Last] {
            prop_assert!(scene.step(now, step).is_some_and(|to| to < scene.targets.len()));
        }
        now = scene.step(now, Step::On);
    }
    prop_assert_eq!(now, scene.targets.len().checked_sub(1));
    let beyond = scene.step(Some(scene.targets.len()), Step::Down);
    prop_assert_eq!(beyond.is_none(), scene.targets.is_empty());
    Ok(())
}

fn holds(scene: &Scene) -> Checked {
    texts_stand_apart_and_inside(scene)?;
    marks_stand_inside(scene)?;
    no_mark_covers_a_text(scene)?;
    is_never_an_empty_box(scene)?;
    every_target_is_found_where_it_is(scene)?;
    steps_lead_everywhere(scene)
}

fn says_all(written: &str, statements: impl IntoIterator<Item = String>) -> Checked {
    for statement in statements {
        prop_assert!(written.contains(&unspaced(&statement)), "{statement:?} is not in {written:?}");
    }
    Ok(())
}

/// A title, and the unit or that there is none.
fn heading(title: &str, unit: &str) -> [String; 2] {
    [title.to_owned(), if unit.is_empty() { says().no_unit } else { unit.to_owned() }]
}

fn has_all_of_rows(chart: &RowsChart, scene: &Scene) -> Checked {
    let written = written(scene);
    let panels = chart.panels.iter().filter(|panel| !panel.rows.is_empty());
    let rows = || panels.clone().flat_map(|panel| &panel.rows);
    prop_assert!(rows().map(|row| &row.label).eq(scene.targets.iter().map(|target| &target.name)));
    // Rows with a line each have their units at their values.
    let has_unit = |panel: &&Panel| chart.axes != Axes::OfRows || !panel.unit.is_empty();
    says_all(&written, panels.clone().filter(has_unit).flat_map(|panel| heading(&panel.title, &panel.unit)))?;
    says_all(&written, panels.clone().map(|panel| panel.title.clone()))?;
    for row in rows() {
        says_all(&written, [row.label.clone(), row.aside.clone()])?;
        says_all(
            &written,
            row.entries.iter().map(|entry| match &entry.value {
                Value::Number { value, label } if !is_drawable(*value) => {
                    format!("{label}{}", says().undrawable)
                }
                Value::Number { label, .. } | Value::Words { label, .. } => label.clone(),
            }),
        )?;
        says_all(&written, row.entries.is_empty().then(|| says().empty))?;
    }
    says_all(&written, rows().next().is_none().then(|| says().empty))
}

fn has_all_of_parts(chart: &PartsChart, scene: &Scene) -> Checked {
    let written = written(scene);
    let wholes = || chart.wholes.iter().filter(|whole| !whole.parts.is_empty());
    let parts = || wholes().flat_map(|whole| &whole.parts);
    prop_assert!(parts().map(|part| &part.label).eq(scene.targets.iter().map(|target| &target.name)));
    says_all(&written, wholes().flat_map(|whole| heading(&whole.title, &whole.unit)))?;
    says_all(&written, parts().map(|part| format!("{} {}", part.label, part.written)))?;
    let undrawable = parts().any(|part| !is_drawable(part.value) || part.value < 0.0);
    says_all(&written, undrawable.then(|| says().undrawable))?;
    says_all(&written, wholes().next().is_none().then(|| says().empty))
}

fn tooltips_stay_in_sight(scene: &Scene, seen: Rect) -> Checked {
    for target in &scene.targets {
        let (frame, marks) = tooltip(scene, target, Look { visible: Some(seen), ..Look::default() });
        prop_assert!(frame.x >= seen.x.max(0.0), "{frame:?} in {seen:?}");
        prop_assert!(frame.right() <= seen.right().min(scene.width), "{frame:?} in {seen:?}");
        if frame.height <= seen.height {
            prop_assert!(frame.y >= seen.y && frame.bottom() <= seen.bottom(), "{frame:?} in {seen:?}");
        }
        for Point { x, y } in marks.iter().flat_map(corners) {
            let inside = (frame.x..=frame.right()).contains(&x) && (frame.y..=frame.bottom()).contains(&y);
            prop_assert!(inside, "{marks:?} in {frame:?}");
        }
    }
    Ok(())
}

#[test]
fn widths_that_are_none_are_the_narrowest() {
    let part = Part { label: "a".to_owned(), value: 1.0, ..Part::default() };
    let whole = Whole { parts: vec![part], ..Whole::default() };
    let panel = Panel { rows: vec![Row { label: "a".to_owned(), ..Row::default() }], ..Panel::default() };
    for chart in [
        Chart::Rows(RowsChart { panels: vec![panel], says: says(), ..RowsChart::default() }),
        Chart::Rows(RowsChart { says: says(), ..RowsChart::default() }),
        Chart::Parts(PartsChart { wholes: vec![whole], says: says() }),
        Chart::Parts(PartsChart { says: says(), ..PartsChart::default() }),
    ] {
        let narrowest = chart.place(240.0);
        holds(&narrowest).unwrap();
        for width in [0.0, -0.0, -1.0, f64::MIN, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 239.9] {
            assert_eq!(chart.place(width), narrowest, "{width}");
        }
        assert!((chart.place(1e9).width - 4000.0).abs() < 1e-9);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 2000, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn rows_are_laid_out_well(chart in rows_chart(), widths in vec(width(), 3)) {
        for width in widths {
            let scene = Chart::Rows(chart.clone()).place(width);
            holds(&scene)?;
            has_all_of_rows(&chart, &scene)?;
        }
    }

    #[test]
    fn parts_are_laid_out_well(chart in parts_chart(), widths in vec(width(), 3)) {
        for width in widths {
            let scene = Chart::Parts(chart.clone()).place(width);
            holds(&scene)?;
            has_all_of_parts(&chart, &scene)?;
        }
    }

    #[test]
    fn tooltips_stay_in_what_is_seen(
        chart in chart(),
        width in width(),
        (x, y) in (0.0..1.0_f64, -0.2..1.2_f64),
        (seen_width, seen_height) in (260.0..1600.0_f64, 320.0..1000.0_f64),
    ) {
        let scene = chart.place(width);
        let x = x * (scene.width - seen_width).max(0.0);
        let y = y * scene.height;
        tooltips_stay_in_sight(&scene, Rect { x, y, width: seen_width, height: seen_height })?;
    }

    #[test]
    fn files_are_well_formed(chart in chart(), width in width(), title in anything(), others in vec(anything(), 4)) {
        let mut chart = chart;
        if let Chart::Rows(chart) = &mut chart {
            let rows = chart.panels.iter_mut().flat_map(|panel| &mut panel.rows);
            for (row, other) in rows.zip(others.iter().cycle()) {
                (row.id, row.label, row.details) = (other.clone(), title.clone(), others.clone());
            }
        }
        let picture = Picture {
            subject: title.clone(),
            title,
            scope: others[0].clone(),
            legend: others.iter().map(|words| (Form::Dots, Role::Plan, words.clone())).collect(),
            lines: others.clone(),
            lang: "en",
        };
        let (file, _) = svg_file(&chart, &picture, Size::Whole(width), ".a > .b { fill: none }");
        let document = roxmltree::Document::parse(&file);
        prop_assert!(document.is_ok(), "{:?}: {file}", document.err());
    }

    #[test]
    fn what_stands_around_a_chart_stays_in_the_picture(width in width(), title in name(), words in vec(name(), 1..6)) {
        let chart = Chart::Rows(RowsChart { says: says(), ..RowsChart::default() });
        for size in [Size::Whole(width), WIDE, HIGH] {
            let picture = Picture {
                subject: words[0].clone(),
                title: title.clone(),
                scope: words[0].clone(),
                legend: words.iter().map(|words| (Form::Bars, Role::Actual, words.clone())).collect(),
                lines: words.clone(),
                lang: "en",
            };
            let written: String = in_picture(&chart, &picture, size)?.concat();
            says_all(&unspaced(&written), words.iter().cloned().chain([title.clone()]))?;
        }
    }

    #[test]
    fn rows_in_two_columns_are_those_of_one(panels in vec(panel(), 1..4), width in 560.0..1200.0_f64) {
        let chart = Chart::Rows(RowsChart { panels, axes: Axes::OfRows, says: says(), ..RowsChart::default() });
        let one = chart.place((width - 48.0) / 2.0);
        let Some(two) = chart.place_in_two(width) else { return Ok(()) };
        prop_assert!(two.height <= one.height + 60.0 && two.width <= width + 1e-6);
        let rows = |scene: &Scene| scene.targets.iter().map(|target| target.id.clone()).collect::<Vec<String>>();
        prop_assert_eq!(rows(&one), rows(&two));
        holds(&two)?;
    }
}

proptest! {
    // A chart is laid out many times for each.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn pictures_of_a_fixed_size_have_it_and_are_readable_or_else_higher(chart in chart(), words in name()) {
        let picture = Picture { title: words.clone(), lines: vec![words], lang: "en", ..Picture::default() };
        for size in [WIDE, HIGH] {
            in_picture(&chart, &picture, size)?;
        }
    }
}

/// The texts of a picture, which all stand in it and can be read; it has the size that was asked for, or is higher.
#[expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
fn in_picture(chart: &Chart, picture: &Picture, size: Size) -> Result<Vec<String>, TestCaseError> {
    let (file, (width, height)) = svg_file(chart, picture, size, "");
    let smallest = if let Size::Fixed(wide, high) = size {
        prop_assert!((width - wide).abs() < 1e-9 && height >= high, "{width} × {height}");
        SMALLEST
    } else {
        12.0
    };
    let document = roxmltree::Document::parse(&file).unwrap();
    let mut texts = Vec::new();
    for text in document.descendants().filter(|node| node.has_tag_name("text")) {
        let number = |name| text.attribute(name).unwrap().parse::<f64>().unwrap();
        let words = text.text().unwrap_or_default();
        // Its block is moved and made larger.
        let transform = text.ancestors().find_map(|node| node.attribute("transform")).unwrap();
        let numbers = transform.split(['(', ' ', ')']).filter_map(|part| part.parse::<f64>().ok());
        let [x, y, times] = numbers.collect::<Vec<f64>>()[..] else { panic!("{transform}") };
        let size = number("font-size");
        prop_assert!(size * times >= smallest - 1e-4, "{words:?} is {size} × {times}");
        let wide = crate::text_width(words, size);
        let left = match text.attribute("text-anchor") {
            Some("middle") => number("x") - wide / 2.0,
            Some("end") => number("x") - wide,
            _ => number("x"),
        };
        let right = x + (left + wide) * times;
        let bottom = y + (number("y") + size * 0.5) * times;
        prop_assert!(
            x + left * times >= 0.0 && right <= width && y >= 0.0 && bottom <= height,
            "{words:?} in {width} × {height}"
        );
        texts.push(words.to_owned());
    }
    Ok(texts)
}
