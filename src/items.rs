//! What a link can open: indicators, projects, tasks, figures and charts, each by its id.

use plan_data::{Dataset, Indicator};

use crate::charts::PROMISE;
use crate::state::View;
use crate::texts::Texts;

/// What can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A row of the annex.
    Indicator,
    /// A project.
    Project,
    /// A task.
    Task,
    /// A figure of the text.
    Figure,
    /// A chart, which stands on that page.
    Chart(View),
}

/// What the projects are filtered by: linked to like a chart.
pub const FACETS: &str = "facets";

/// The charts that stand on a page whatever is chosen, with the page. A record of the report that is called so goes before.
pub const CHARTS: [(&str, View); 8] = [
    (PROMISE, View::Home),
    ("levels", View::Topics),
    ("economy", View::Topics),
    ("investment", View::Topics),
    ("funding", View::Topics),
    ("environment", View::Topics),
    (FACETS, View::Projects),
    ("numbers", View::Data),
];

/// What has that id; `None` where nothing has.
pub fn kind(dataset: &Dataset, id: &str) -> Option<Kind> {
    if dataset.indicators.iter().any(|indicator| indicator.id == id) {
        Some(Kind::Indicator)
    } else if dataset.projects.iter().any(|project| project.id == id) {
        Some(Kind::Project)
    } else if dataset.tasks.iter().any(|task| task.id == id) {
        Some(Kind::Task)
    } else if dataset.figures.iter().any(|figure| figure.id == id) {
        Some(Kind::Figure)
    } else {
        let chart = CHARTS.iter().find(|(chart, _)| *chart == id);
        chart.map(|(_, view)| Kind::Chart(*view))
    }
}

/// The page of what has that id; `None` where nothing has.
pub fn home(dataset: &Dataset, id: &str) -> Option<View> {
    Some(match kind(dataset, id)? {
        Kind::Indicator => View::Indicators,
        Kind::Project => View::Projects,
        Kind::Task => View::Tasks,
        Kind::Figure => View::Data,
        Kind::Chart(view) => view,
    })
}

/// What the indicator, project, task or figure of that id is called, or what it says.
pub fn name<'a>(dataset: &'a Dataset, texts: &Texts, id: &str) -> Option<&'a str> {
    let said = match kind(dataset, id)? {
        Kind::Indicator => &dataset.indicators.iter().find(|one| one.id == id)?.name,
        Kind::Project => &dataset.projects.iter().find(|one| one.id == id)?.name,
        Kind::Task => &dataset.tasks.iter().find(|one| one.id == id)?.text,
        Kind::Figure => &dataset.figures.iter().find(|one| one.id == id)?.subject,
        Kind::Chart(_) => return None,
    };
    Some((texts.pick)(said))
}

/// The indicator that is open, or else the first of the annex.
pub fn indicator_or_first<'a>(dataset: &'a Dataset, item: Option<&str>) -> Option<&'a Indicator> {
    let open = |indicator: &&Indicator| Some(indicator.id.as_str()) == item;
    dataset.indicators.iter().find(open).or(dataset.indicators.first())
}

/// The ids of all that can be opened.
pub fn ids(dataset: &Dataset) -> impl Iterator<Item = &str> {
    let ids = dataset.indicators.iter().map(|one| one.id.as_str());
    let ids = ids.chain(dataset.projects.iter().map(|one| one.id.as_str()));
    let ids = ids.chain(dataset.tasks.iter().map(|one| one.id.as_str()));
    let ids = ids.chain(dataset.figures.iter().map(|one| one.id.as_str()));
    ids.chain(CHARTS.iter().map(|(chart, _)| *chart))
}

/// The id that is most like one that the report does not have: by the fewest letters to add, drop or change, at most a
/// third of them. `None` where nothing is that near.
pub fn nearest<'a>(dataset: &'a Dataset, id: &str) -> Option<&'a str> {
    let near = ids(dataset).map(|known| (distance(known.as_bytes(), id.as_bytes()), known));
    let (distance, known) = near.min_by_key(|(distance, _)| *distance)?;
    (distance * 3 <= id.len().max(known.len())).then_some(known)
}

/// How many bytes to add, drop or change make one of the other (Levenshtein).
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (line, byte) in a.iter().enumerate() {
        // What stands left of, and left above, the field that is computed.
        let (mut left, mut above_left) = (line + 1, line);
        for (field, other) in row.iter_mut().skip(1).zip(b) {
            let above = *field;
            left = (left + 1).min(above + 1).min(above_left + usize::from(byte != other));
            above_left = above;
            *field = left;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{distance, home, nearest};
    use crate::data::bundled;
    use crate::state::View;

    #[test]
    fn letters_to_add_drop_or_change_are_counted() {
        for (a, b, count) in
            [("", "", 0), ("pm25", "pm25", 0), ("pm2.5", "pm25", 1), ("abc", "", 3), ("kitten", "sitting", 3)]
        {
            assert_eq!(distance(a.as_bytes(), b.as_bytes()), count, "{a} {b}");
            assert_eq!(distance(b.as_bytes(), a.as_bytes()), count, "{b} {a}");
        }
    }

    #[test]
    fn an_id_that_is_nearly_right_is_found_and_nonsense_is_not() {
        let dataset = bundled().unwrap().dataset;
        assert_eq!(nearest(&dataset, "pm2.5"), Some("pm25"));
        assert_eq!(nearest(&dataset, "gdp-grwth"), Some("gdp-growth"));
        assert_eq!(nearest(&dataset, "afforestatio"), Some("afforestation"));
        assert_eq!(nearest(&dataset, "something-else-altogether"), None);
        assert_eq!(nearest(&dataset, ""), None);
    }

    #[test]
    fn every_record_is_at_home_somewhere() {
        let dataset = bundled().unwrap().dataset;
        for (id, view) in [
            ("pm25", View::Indicators),
            ("p08", View::Projects),
            ("t001", View::Tasks),
            ("f001", View::Data),
            ("levels", View::Topics),
        ] {
            assert_eq!(home(&dataset, id), Some(view));
        }
        assert_eq!(home(&dataset, "none"), None);
    }

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn every_chart_that_stands_on_the_page_can_be_linked_to() {
        let report = bundled().unwrap();
        let texts = crate::texts::Texts::of(crate::state::Lang::Zh);
        let material =
            crate::charts::Material { dataset: &report.dataset, findings: &report.findings, texts };
        let mut drawn: Vec<&str> = crate::charts::all(&material).iter().map(|spec| spec.id).collect();
        // These stand behind a choice.
        drawn.retain(|id| !id.starts_with("indicator") && *id != "numbers-of-one");
        drawn.push(super::FACETS);
        let mut linked: Vec<&str> = super::CHARTS.iter().map(|(id, _)| *id).collect();
        drawn.sort_unstable();
        linked.sort_unstable();
        assert_eq!(drawn, linked);
        for id in linked {
            assert!(matches!(super::kind(&report.dataset, id), Some(super::Kind::Chart(_))), "{id}");
        }
    }
}
