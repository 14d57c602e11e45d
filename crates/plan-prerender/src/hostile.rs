//! A report whose every word tries to become something else, and one that leaves out what it can (tests).

use plan_data::reconcile::reconcile;
use plan_data::{Bilingual, Dataset};
use plan_explorer::data::{Prepared, bundled};

/// What the words become.
pub(crate) const WORDS: &str =
    "</script></title><script>x</script><img src=x onerror='y'>\"'&amp;<!--\u{1}]]>";

/// The bundled report with names, titles and units that hold [`WORDS`].
pub(crate) fn hostile() -> Prepared {
    let prepared = bundled().unwrap();
    let mut dataset: Dataset = (*prepared.dataset).clone();
    let spoil = |words: &mut Bilingual| {
        *words = Bilingual { zh: format!("zh{WORDS}"), en: format!("en{WORDS}") };
    };
    let report = &mut dataset.report;
    for words in [
        &mut report.district,
        &mut report.title,
        &mut report.short_title,
        &mut report.meeting,
        &mut report.presenter,
        &mut report.office,
        &mut report.annex,
    ] {
        spoil(words);
    }
    for indicator in &mut dataset.indicators {
        spoil(&mut indicator.name);
        spoil(&mut indicator.unit);
    }
    for figure in &mut dataset.figures {
        spoil(&mut figure.subject);
    }
    for project in &mut dataset.projects {
        spoil(&mut project.name);
    }
    for task in &mut dataset.tasks {
        spoil(&mut task.text);
    }
    let findings = reconcile(&dataset);
    Prepared::with(dataset, findings, prepared.readings)
}

/// The indicators of the bundled report, in Chinese alone.
pub(crate) fn sparse() -> Prepared {
    let prepared = bundled().unwrap();
    let mut dataset: Dataset = (*prepared.dataset).clone();
    dataset.report.title.en.clone_from(&dataset.report.title.zh);
    dataset.sections.clear();
    dataset.headings.clear();
    dataset.figures.clear();
    dataset.omissions.clear();
    dataset.projects.clear();
    dataset.places.clear();
    dataset.tasks.clear();
    dataset.remarks.clear();
    dataset.context.clear();
    dataset.synonyms.clear();
    Prepared::with(dataset, Vec::new(), prepared.readings)
}
