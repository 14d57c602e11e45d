//! The report in numbers: every figure of the text among those that measure the same.

use plan_chart::rows::{Axes, Form, Panel, Role, Row};
use plan_chart::strips::{Dot, Strip, StripsChart};
use plan_chart::{Chart, Spread};
use plan_data::questions::by_dimension;
use plan_data::{Dataset, Dimension, Figure};

use super::table::of_figures;
use super::words::{on_axis, quantity_entry, role};
use super::{ChartSpec, Material};

/// Figures of fewer subjects are no strip.
const STRIP_FROM: usize = 3;

/// Whether figures can be compared and are many enough: one that is stated three times is not, and masks, projects and firms have
/// nothing in common but the word that counts them.
fn is_strip(dimension: Dimension, figures: &[&Figure]) -> bool {
    if matches!(dimension, Dimension::Things(_)) {
        return false;
    }
    let mut subjects: Vec<&str> = figures.iter().map(|figure| figure.subject.zh.as_str()).collect();
    plan_lean::sort(&mut subjects);
    subjects.dedup();
    subjects.len() >= STRIP_FROM
}

/// The code of what a figure measures.
pub fn dimension_of(dataset: &Dataset, figure: &str) -> Option<&'static str> {
    let figure = plan_data::questions::figure(dataset, figure)?;
    Some(figure.quantity.unit.dimension().code())
}

/// The chart: strips of all, or, where the code of a dimension is given, its figures from the largest to the smallest.
pub fn numbers(material: &Material<'_>, unit: Option<&str>) -> ChartSpec {
    let Material { dataset, texts, .. } = material;
    let words = texts.charts();
    let groups = by_dimension(dataset);
    let chosen = unit.and_then(|unit| groups.iter().find(|(dimension, _)| dimension.code() == unit));
    let legend = vec![
        (Form::Dots, Role::Actual, words.achieved.to_owned()),
        (Form::Dots, Role::Plan, texts.planned.to_owned()),
    ];
    if let Some((dimension, figures)) = chosen {
        return of_one(material, *dimension, figures, legend);
    }
    let strips: Vec<Strip> = groups
        .iter()
        .filter(|(dimension, figures)| is_strip(*dimension, figures))
        .map(|(dimension, figures)| strip(material, *dimension, figures))
        .collect();
    let alone = groups
        .iter()
        .filter(|(dimension, figures)| !is_strip(*dimension, figures))
        .flat_map(|(_, figures)| figures)
        .count();
    let all: Vec<&Figure> = groups.iter().flat_map(|(_, figures)| figures).copied().collect();
    let money = groups.iter().find(|(dimension, _)| *dimension == Dimension::Yuan);
    let largest = money.and_then(|(_, figures)| sorted(figures).first().copied());
    let largest = largest.map(|figure| {
        let planned = if figure.nature.is_plan() { words.planned_mark } else { "" };
        (material.subject(figure), format!("{}{planned}", material.quantity(&figure.quantity)))
    });
    ChartSpec {
        id: "numbers",
        name: words.numbers.to_owned(),
        finding: (words.numbers_finding)(
            all.len(),
            groups.len(),
            largest.as_ref().map(|(name, value)| (name.as_str(), value.as_str())),
        ),
        scope: (words.numbers_scope)(alone),
        legend,
        chart: Chart::Strips(StripsChart {
            strips,
            magnitudes: material.magnitudes(),
            says: material.says(),
        }),
        table: of_figures(material, &all),
        source: (texts.source)(texts.page().main_text),
        selection: String::new(),
    }
}

fn of_one<'a>(
    material: &Material<'a>,
    dimension: Dimension,
    figures: &[&'a Figure],
    legend: Vec<(Form, Role, String)>,
) -> ChartSpec {
    let words = material.texts.charts();
    let figures = sorted(figures);
    let (title, unit) = (words.dimension)(dimension);
    let row = |figure: &&Figure| Row {
        id: figure.id.clone(),
        label: material.subject(figure),
        entries: vec![quantity_entry(role(figure), &figure.quantity, material.quantity(&figure.quantity))],
        details: material.figure_details(figure),
        pressed: None,
    };
    let panel = Panel {
        title: title.to_owned(),
        unit: unit.to_owned(),
        form: Form::Dots,
        spread: Spread::ByPowers,
        rows: figures.iter().map(row).collect(),
    };
    let named = |figure: Option<&&'a Figure>| {
        figure
            .map(|figure| (material.subject(figure), material.quantity(&figure.quantity)))
            .unwrap_or_default()
    };
    let (largest, smallest) = (named(figures.first()), named(figures.last()));
    ChartSpec {
        id: "numbers",
        name: words.numbers.to_owned(),
        finding: (words.numbers_of_unit)(title, (&largest.0, &largest.1), (&smallest.0, &smallest.1)),
        scope: (words.numbers_unit_scope)(figures.len()),
        legend,
        chart: material.rows(vec![panel], Axes::Each),
        table: of_figures(material, &figures),
        source: material.source(&figures, false),
        selection: format!("{title} {unit}"),
    }
}

/// The largest first.
fn sorted<'a>(figures: &[&'a Figure]) -> Vec<&'a Figure> {
    let mut sorted = figures.to_vec();
    // Of equals the one that is just that much comes last: “2 or more” is no minimum beside 2.
    plan_lean::sort_by(&mut sorted, |a, b| {
        let exact = |figure: &Figure| figure.quantity.amount.modifiers.is_empty();
        on_axis(&b.quantity).total_cmp(&on_axis(&a.quantity)).then(exact(a).cmp(&exact(b)))
    });
    sorted
}

fn strip(material: &Material<'_>, dimension: Dimension, figures: &[&Figure]) -> Strip {
    let words = material.texts.charts();
    let (title, unit) = (words.dimension)(dimension);
    let sorted = sorted(figures);
    let caption = |say: fn(&str, &str) -> String, figure: Option<&&Figure>| {
        figure.map(|figure| say(&material.subject(figure), &material.quantity(&figure.quantity)))
    };
    let captions = [caption(words.largest, sorted.first()), caption(words.smallest, sorted.last())];
    Strip {
        title: title.to_owned(),
        unit: unit.to_owned(),
        spread: Spread::ByPowers,
        dots: sorted
            .iter()
            .map(|figure| Dot {
                id: figure.id.clone(),
                label: material.subject(figure),
                value: on_axis(&figure.quantity),
                written: material.quantity(&figure.quantity),
                is_plan: figure.nature.is_plan(),
                details: material.figure_details(figure),
                pressed: Some(false),
            })
            .collect(),
        captions: captions.into_iter().flatten().collect(),
    }
}
