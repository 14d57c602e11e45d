//! The report in numbers: of what can be ranked, the largest; of the rest, each for itself.

use plan_chart::rows::{Axes, Form, Panel, Role, Row};
use plan_data::questions::by_dimension;
use plan_data::{Dataset, Dimension, Figure};

use super::table::of_figures;
use super::words::{in_words, on_axis, on_one_scale, quantity_entry, role};
use super::{ChartSpec, Material};

/// So many are shown.
const LARGEST: usize = 10;

/// Figures of fewer subjects are no ranking.
const RANKED_FROM: usize = 3;

/// Whether figures of a dimension can be ranked and are many enough: one that is stated three times is not, and masks, projects and
/// firms have nothing in common but the word that counts them.
pub fn is_ranked(dimension: Dimension, figures: &[&Figure]) -> bool {
    if matches!(dimension, Dimension::Things(_) | Dimension::Other(_)) {
        return false;
    }
    let mut subjects: Vec<&str> = figures.iter().map(|figure| figure.subject.zh.as_str()).collect();
    plan_lean::sort(&mut subjects);
    subjects.dedup();
    subjects.len() >= RANKED_FROM
}

/// The code of the dimension that is shown where none is chosen: money, or else what most figures measure.
pub fn first_dimension(dataset: &Dataset) -> Option<&'static str> {
    let groups = by_dimension(dataset);
    let mut ranked = groups.iter().filter(|(dimension, figures)| is_ranked(*dimension, figures));
    let money = ranked.clone().find(|(dimension, _)| *dimension == Dimension::Yuan);
    money.or_else(|| ranked.next()).map(|(dimension, _)| dimension.code())
}

/// The chart: of the dimension of that code the largest, or, where they cannot be ranked, each in words in the order of the text.
pub fn numbers(material: &Material<'_>, unit: Option<&str>) -> ChartSpec {
    let Material { dataset, texts, .. } = material;
    let words = texts.charts();
    let groups = by_dimension(dataset);
    let wanted = unit.or_else(|| first_dimension(dataset));
    let chosen = groups.iter().find(|(dimension, _)| Some(dimension.code()) == wanted);
    let (dimension, figures) =
        chosen.map_or((Dimension::Yuan, &[][..]), |(dimension, figures)| (*dimension, figures));
    let is_ranked = is_ranked(dimension, figures);
    let mut shown = figures.to_vec();
    if is_ranked {
        rank(&mut shown);
        shown.truncate(LARGEST);
    }
    let (title, unit) = (words.dimension)(dimension);
    let row = |figure: &&Figure| {
        let written = material.quantity(&figure.quantity);
        Row {
            id: figure.id.clone(),
            label: material.subject(figure),
            entries: vec![if is_ranked {
                quantity_entry(role(figure), &figure.quantity, written)
            } else {
                in_words(role(figure), written)
            }],
            details: material.figure_details(figure),
            ..Row::default()
        }
    };
    let rows = on_one_scale(shown.iter().map(row).collect());
    let largest = shown.first().filter(|_| is_ranked);
    let largest = largest.map(|figure| (material.subject(figure), material.quantity(&figure.quantity)));
    ChartSpec {
        id: "numbers",
        name: words.numbers.to_owned(),
        finding: (words.numbers_finding)(
            title,
            shown.len(),
            largest.as_ref().map(|(name, value)| (name.as_str(), value.as_str())),
        ),
        scope: (words.numbers_scope)(dataset.figures.len(), figures.len(), is_ranked),
        legend: vec![
            (Form::Bars, Role::Actual, words.achieved.to_owned()),
            (Form::Bars, Role::Plan, texts.planned.to_owned()),
        ],
        chart: material.rows(vec![Panel { form: Form::Bars, rows, ..Panel::default() }], Axes::OfRows),
        table: of_figures(material, figures),
        source: (texts.source)(texts.page().main_text),
        selection: format!("{title} {unit}"),
    }
}

/// The largest first.
fn rank(figures: &mut [&Figure]) {
    // Of equals the one that is just that much comes last: “2 or more” is no minimum beside 2.
    plan_lean::sort_by(figures, |a, b| {
        let exact = |figure: &Figure| figure.quantity.amount.modifiers.is_empty();
        on_axis(&b.quantity).total_cmp(&on_axis(&a.quantity)).then(exact(a).cmp(&exact(b)))
    });
}
